"""The benchmarks: the library of the search and its queries, the revisions of the comparison, the act of the export."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import bench_compare
import bench_export
import search_corpus
import search_ours
import search_queries
from bench_compare import followed, revised, right
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.search import HitKind
from delegate_desk.desk import open_desk
from delegate_desk.search.engine.analysis import form
from search_corpus import Paper
from search_engines import Fts5
from search_queries import Asked, Translator
from search_trees import Row
from support.document_values import take_in

SIZE = 4000


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    file = tmp_path_factory.mktemp("library") / "library.jsonl"
    search_corpus.write(file, SIZE)
    return list(search_corpus.read(file))


def test_the_same_library_is_made_each_time_in_many_languages(papers: list[Paper], tmp_path: Path) -> None:
    assert sum(len(paper.entries) for paper in papers) == SIZE
    assert {paper.header.language for paper in papers} >= {"el", "en", "fr", "de", "hu"}
    assert {entry.kind for paper in papers for entry in paper.entries} == {HitKind.PARAGRAPH, HitKind.ANNOTATION}
    files = tmp_path / "one", tmp_path / "two"
    for file in files:
        search_corpus.write(file, 300)
    assert files[0].read_bytes() == files[1].read_bytes()
    fresh = search_corpus.fresh(3)
    assert [len(paper.entries) for paper in fresh] == [search_corpus.FRESH] * 3
    assert not {paper.header.reference for paper in fresh} & {paper.header.reference for paper in papers}


def test_revisions_repeat_most_paragraphs_and_no_address_twice(papers: list[Paper]) -> None:
    versions: dict[tuple[object, str], list[set[str]]] = {}
    for paper in papers:
        reference = paper.header.reference
        versions.setdefault((reference and reference.family, paper.header.language), []).append(
            {entry.text for entry in paper.entries if entry.kind is HitKind.PARAGRAPH}
        )
        addresses = [entry.address for entry in paper.entries if entry.kind is HitKind.PARAGRAPH]
        assert len(set(addresses)) == len(addresses)
    revised = [(before, after) for found in versions.values() for before, after in pairwise(found)]
    assert revised
    assert all(len(before & after) > 0.6 * min(len(before), len(after)) for before, after in revised)


@pytest.mark.parametrize("code", ["el", "en", "fr", "de", "hu", "ro", "pl"])
def test_stemmers_take_the_endings_off(code: str) -> None:
    made = search_corpus.languages()[code][0].forms[:5000]
    assert len({form(word, code).stems for word in made}) < 0.8 * len(made)


@pytest.fixture(scope="module")
def rows(papers: list[Paper]) -> list[Row]:
    return list(search_ours.rows(papers))


@pytest.fixture(scope="module")
def engine(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fts5]:
    """Another engine, on the library."""
    made = Fts5(tmp_path_factory.mktemp("engine"))
    made.build(rows)
    made.open()
    yield made
    made.close()


def test_each_type_asks_the_same_each_time_for_something_that_another_engine_can_find(
    papers: list[Paper], rows: list[Row], engine: Fts5
) -> None:
    entries = [entry for paper in papers for entry in paper.entries]
    drawn = search_queries.draw(entries)
    assert drawn == search_queries.draw(entries)
    translate = Translator({stem for row in rows for stem in row.stem.split(" ")}, {row.language for row in rows})
    for kind, asked in drawn.items():
        found = [engine.search(one.tree, one.facets, one.by_date) for one in map(translate, asked[:10])]
        assert any(answer.total for answer in found), kind
        assert all(len(answer.best) == min(answer.total, 10) for answer in found)
        assert all(set(answer.facets) == set(one.facets) for one, answer in zip(asked, found, strict=False))


def test_another_engine_finds_what_has_the_word_in_any_form(rows: list[Row], engine: Fts5) -> None:
    held = {stem for row in rows for stem in row.stem.split(" ")}
    asked = Translator(held, {"en"})(Asked("regulation"))
    assert sorted(engine.keys(asked.tree)) == [
        row.key for row in rows if "enregul" in row.stem.split() or "regulation" in row.exact.split()
    ]


def test_a_revision_has_a_known_fate_for_every_unit_and_what_is_said_of_it_is_counted() -> None:
    old = bench_compare.made(120)
    new, truth = revised(old, 12)
    assert set(truth) == set(range(120))
    places = [place for place in truth.values() if place is not None]
    assert len(set(places)) == len(places)
    assert None in truth.values()
    assert len(new) > len(places)
    assert any(old[n].text != new[place].text for n, place in truth.items() if place is not None)
    fates = finish(align(old, new))
    assert right(old, new, truth, fates) >= 118
    assert right(old, new, dict.fromkeys(truth), fates) < 10
    assert 100 < followed(old, new, truth) <= 120
    figures = bench_compare.measure(60)
    assert figures["seconds"] > 0
    assert figures["right"] >= 58
    assert figures["equals"] < 60


def test_the_act_is_read_and_drafted_on_and_its_exports_are_measured(tmp_path: Path) -> None:
    bench_export.write(tmp_path / "act.docx", 60)
    with open_desk(tmp_path) as desk:
        key = take_in(desk, tmp_path / "act.docx")
        bench_export.draft(desk, key, 20)
        there = {unit.address for unit in desk.documents.content(key).units()}
        items = desk.positions.get(key).items
        assert len(items) == 20
        assert {item.proposed_action(is_there=item.address in there) for item in items} == {
            ProposedAction.REWORD,
            ProposedAction.DELETE,
            ProposedAction.INSERT,
        }
        assert len(desk.annotations.for_document(key)) == 20
    figures = bench_export.redline(tmp_path)
    assert figures["seconds"] > 0
    assert figures["lines"] == 20
    assert len(bench_export.files(tmp_path)) == 16

"""Counting, compared with reading every entry: the same words in a family are one hit."""

import datetime
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, Header, SubjectCode
from delegate_desk.core.search import FACETS, HitKind, IndexAnswer, IndexEntry, Match, Sort
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import ENGLISH, note, paragraph


def member(revision: int, day: int, **more: Any) -> Header:
    """A document of one family."""
    name = f"ST 7001/{revision}/26 REV {revision}" if revision else "ST 7001/26"
    return replace(ENGLISH, reference=references.parse_reference(name), date=datetime.date(2026, 3, day), **more)


def test_the_same_words_in_a_family_are_one_hit_opened_on_the_newest(index: SearchIndex) -> None:
    entries = [
        paragraph("Member States shall act.", "para_1", 1, member(0, 1)),
        paragraph("member STATES shall act", "para_2", 2, member(1, 8)),
        paragraph("Member States shall act", "para_4", 3, member(2, 8)),
        paragraph("Member States may act.", "para_1", 4, member(3, 9)),
        paragraph("Member States shall act", "para_1", 5, replace(member(0, 1), language="fr")),
        note("Member States shall act", document=DocumentId(1), header=member(0, 1)),
    ]
    for n, entry in enumerate(entries):
        index.update(n, (), [entry])
    found = index.find(parse("states shall"))
    assert found.total == 3
    assert found.facets["language"] == {"en": 2, "fr": 1}
    assert found.facets["kind"] == {"paragraph": 2, "annotation": 1}
    (first,) = [match for match in found.matches if match.revisions]
    assert (first.document, first.address) == (3, "para_4")
    assert first.revisions == ((2, "para_2"), (1, "para_1"))


def test_only_members_that_are_found_count_and_the_newest_of_them_leads(index: SearchIndex) -> None:
    papers = [
        paragraph("the same", "para_1", n + 1, member(n, n + 1, marking="LIMITE" if n else None)) for n in range(3)
    ]
    index.update(1, (), papers)
    (match,) = index.find(parse("same -marking:limite")).matches
    assert (match.document, match.revisions) == (1, ())
    index.update(2, ["document 3"], ())
    (match,) = index.find(parse("same")).matches
    assert (match.document, match.revisions) == (2, ((1, "para_1"),))


def test_a_facet_that_the_query_narrows_counts_as_if_it_did_not(index: SearchIndex) -> None:
    languages = [replace(ENGLISH, language=language, reference=None) for language in ("el", "el", "fr", "en")]
    entries = [paragraph("word", document=n, header=header) for n, header in enumerate(languages)]
    index.update(1, (), [*entries, note("word")])
    found = index.find(parse("word lang:el|fr kind:paragraph"))
    assert found.total == 3
    assert found.facets["language"] == {"el": 2, "en": 1, "fr": 1}
    assert found.facets["kind"] == {"paragraph": 3, "annotation": 1}
    assert found.facets["year"] == {"2026": 3}
    assert index.find(parse("word -lang:en")).facets["language"] == {"el": 3, "fr": 1}


def test_a_stopped_search_tells_that_it_was_cut(index: SearchIndex) -> None:
    for n in range(4):
        index.update(n, (), [paragraph(f"word {n}", f"para_{n}", n, replace(ENGLISH, reference=None))])
    asked = 0

    def stopped(after: int) -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    whole = index.find(parse("word OR other"), stopped=lambda: stopped(1000))
    assert (whole.total, whole.cut) == (4, False)
    half, asked = asked // 2 + 1, 0
    part = index.find(parse("word OR other"), stopped=lambda: stopped(half))
    assert part.cut
    assert 0 < part.total < 4
    assert index.find(parse("word"), stopped=lambda: True) == IndexAnswer(
        0, (), {name: {} for name in FACETS}, cut=True
    )


def test_only_groups_asked_for_count(index: SearchIndex) -> None:
    index.update(1, (), [paragraph(f"word {n}", document=n) for n in range(5)])
    assert index.find(parse("word"), group={"document 1", "document 3", "document 9"}).total == 2
    assert index.find(parse("word"), group=()).total == 0


def test_titles_are_found_by_all_their_words_newest_first(index: SearchIndex) -> None:
    papers = [
        paragraph("text", document=1, header=member(0, 1, subject="Combating child abuse online")),
        paragraph("text", document=2, header=member(1, 2, subject="Combating abuses of children")),
        paragraph("abuse", document=3, header=member(2, 3, subject="Another title")),
    ]
    index.update(1, (), papers)

    def titles(text: str, *, stemming: bool = True, limit: int = 5) -> list[DocumentId]:
        return index.ask(lambda state: state.titles(parse(text, stemming=stemming), limit))

    assert titles("abuse combating") == [2, 1]
    assert titles("online chi*") == [1]
    assert titles("abuse", stemming=False) == [1]
    assert titles("abuse", limit=1) == [2]
    assert titles("lang:en") == titles("") == titles("text") == []


def test_with_any_limit_equal_notes_on_a_document_are_in_the_same_order(index: SearchIndex) -> None:
    index.update(1, (), [note("word", f"n{n}", document=DocumentId(n % 3)) for n in range(40)])
    every = index.find(parse("word"), None).matches
    assert all(index.find(parse("word"), limit).matches == every[:limit] for limit in range(41))


def test_a_title_brings_a_hit_forward_but_not_over_a_better_form(index: SearchIndex) -> None:
    about = replace(ENGLISH, reference=None, subject="On libraries")
    texts = [("a library of law", ENGLISH), ("a library of law", about), ("a library of libraries", ENGLISH)]
    entries = [
        paragraph(text, f"para_{n}", n, replace(header, reference=None)) for n, (text, header) in enumerate(texts)
    ]
    index.update(1, (), entries)
    assert [match.document for match in index.find(parse("library")).matches] == [1, 2, 0]
    assert index.find(parse("libraries")).matches[0].document == 2


def test_older_rows_of_a_hit_add_the_values_of_their_documents(index: SearchIndex) -> None:
    """Of the older documents only the first and third have hits, the first two: not a run of neighbours."""
    codes = [SubjectCode(name) for name in ("AGRI", "ENV", "JAI", "TRANS")]
    headers = [member(n, n + 1, subject_codes=tuple(codes[n:])) for n in range(4)]
    texts = [["word one", "word two"], ["other"], ["word three"], ["word one", "word two", "word three"]]
    for n, (header, some) in enumerate(zip(headers, texts, strict=True)):
        entries = [paragraph(text, f"para_{place}", n, header) for place, text in enumerate(some)]
        index.update(n, (), entries)
    found = index.find(parse("word"))
    assert found.total == 3
    assert found.facets["code"] == {"TRANS": 3, "JAI": 3, "AGRI": 2, "ENV": 2}


HEADERS = [member(0, 1), member(1, 2, marking=None), member(2, 2, subject_codes=()), ENGLISH, member(0, 5)]
HEADERS += [replace(HEADERS[0], language="fr"), replace(ENGLISH, reference=None, date=None)]
TEXTS = st.lists(st.sampled_from(["alpha", "Alpha", "beta", "gamma"]), max_size=3).map(" ".join)


@st.composite
def entry(draw: st.DrawFn) -> IndexEntry:
    kind = draw(st.sampled_from([HitKind.PARAGRAPH, HitKind.PARAGRAPH, HitKind.POSITION]))
    number = draw(st.integers(0, len(HEADERS) - 1))
    address = Address(f"para_{draw(st.integers(1, 99))}")
    return IndexEntry(f"{kind} {number}", kind, DocumentId(number), address, draw(TEXTS), HEADERS[number])


COMMITS = st.lists(
    st.tuples(
        st.sets(st.tuples(st.sampled_from(HitKind), st.integers(0, len(HEADERS) - 1)), max_size=2),
        st.lists(entry(), max_size=12),
    ),
    min_size=1,
    max_size=4,
)
FILTERS = {"": None, "lang:fr": "language", "kind:paragraph": "kind", "marking:limite": "marking", "year:2026": "year"}


def values(entry: IndexEntry, facet: str) -> set[str]:
    header = entry.header
    known: dict[str, Iterable[str]] = {
        "language": [header.language],
        "kind": [str(entry.kind)],
        "marking": [header.marking] if header.marking else [],
        "year": [str(header.date.year) if header.date else "none"],
        "code": [code.code for code in header.subject_codes],
    }
    return set(known[facet])


def narrows(entry: IndexEntry, asked: str) -> bool:
    right = {"lang:fr": "fr", "kind:paragraph": "paragraph", "marking:limite": "LIMITE", "year:2026": "2026"}
    facet = FILTERS[asked]
    return facet is None or right[asked] in values(entry, facet)


def words(entry: IndexEntry) -> tuple[str, ...]:
    return tuple(entry.text.lower().split())


@settings(deadline=None, max_examples=40)
@given(
    COMMITS, st.sampled_from(["alpha", "beta", ""]), st.lists(st.sampled_from(list(FILTERS)), max_size=2, unique=True)
)
def test_hits_and_facets_are_those_of_all_entries_read(commits: list[Any], sought: str, filters: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        index = SearchIndex(Path(name), "a library")
        index.open()
        kept: list[tuple[int, IndexEntry]] = []
        for n, (gone, entries) in enumerate(commits):
            groups = {*(f"{kind} {number}" for kind, number in gone), *(entry.group for entry in entries)}
            index.update(n, groups, entries)
            orders: dict[str, int] = {}
            kept = [(order, entry) for order, entry in kept if entry.group not in groups]
            for entry in entries:
                kept.append((orders.get(entry.group, 0), entry))
                orders[entry.group] = orders.get(entry.group, 0) + 1
        asked = " ".join([sought or "-nothing", *filters])
        compare(index, kept, asked, sought, filters)
        index.close()


def compare(
    index: SearchIndex, kept: list[tuple[int, IndexEntry]], asked: str, sought: str, filters: list[str]
) -> None:
    def same(place: int) -> object:
        entry = kept[place][1]
        reference = entry.header.reference
        joins = entry.kind is HitKind.PARAGRAPH and reference and words(entry)
        if not joins or reference is None:
            return place
        before = sum(one.group == entry.group and words(one) == words(entry) for _, one in kept[:place])
        return (reference.family, entry.header.language, words(entry), before)

    def edition(place: int) -> tuple[int, int]:
        header = kept[place][1].header
        day = int(f"{header.date:%Y%m%d}") if header.date else 0
        return day, header.reference.revision if header.date and header.reference else 0

    def found(active: list[str]) -> dict[object, list[int]]:
        hits: dict[object, list[int]] = {}
        for place, (_, entry) in enumerate(kept):
            if (not sought or sought in words(entry)) and all(narrows(entry, one) for one in active):
                hits.setdefault(same(place), []).append(place)
        return hits

    answer = index.find(parse(asked), None, Sort.DATE)
    hits = found(filters)
    assert answer.total == len(answer.matches) == len(hits), asked
    for facet in ("language", "kind", "marking", "year", "code"):
        others = found([one for one in filters if FILTERS[one] != facet])
        right: dict[str, int] = {}
        for places in others.values():
            for value in {value for place in places for value in values(kept[place][1], facet)}:
                right[value] = right.get(value, 0) + 1
        assert dict(answer.facets[facet]) == right, (asked, facet)

    def order(place: int) -> tuple[int, int, int]:
        number, entry = kept[place]
        return entry.document, list(HitKind).index(entry.kind), number

    leading = []
    for places in hits.values():
        newest, *older = sorted(places, key=lambda place: ([-part for part in edition(place)], order(place)))
        leading.append((newest, tuple((kept[place][1].document, kept[place][1].address) for place in older)))
    leading.sort(key=lambda pair: (-edition(pair[0])[0], order(pair[0])))
    expected = [
        Match(kept[place][1].kind, kept[place][1].document, kept[place][1].address, None, older)
        for place, older in leading
    ]
    if len({order(place) for place, _ in leading}) == len(leading):
        assert list(answer.matches) == expected
    for limit in (1, 3):
        for sort in Sort:
            few = index.find(parse(asked), limit, sort)
            assert few.total == answer.total
            assert few.matches == index.find(parse(asked), None, sort).matches[:limit]

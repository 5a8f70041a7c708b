import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from delegate_desk.core.documents.document import Document, Header
from evaluation import hostile, hostile_changes, hostile_unicode, mutation

MANY = 100


def test_the_same_seed_changes_the_same_files_in_the_same_way() -> None:
    def made() -> list[bytes]:
        chance = random.Random(5)
        return [hostile_changes.change(chance, name, data) for _ in range(3) for name, data in mutation.samples()]

    first = made()
    assert first == made()
    assert len(set(first)) > 20


def test_hostile_files_are_imported_or_refused_and_the_library_stays_whole() -> None:
    report = hostile.run(until=lambda made: made >= MANY, seed=9105, own=True)
    assert dict(report.broken) == {}
    assert report.files == MANY
    assert {kind for kind, _ in report.outcomes} == hostile._KINDS
    assert sum(count for (_, what), count in report.outcomes.items() if what == "imported") > MANY / 10
    assert 0 < report.peak < hostile.MEMORY


def test_what_breaks_a_promise_is_counted_and_kept(tmp_path: Path) -> None:
    def failing(_: object) -> bool:
        raise KeyError

    report = hostile.Report()
    parts = {"import_files": staticmethod(failing), "_reader": SimpleNamespace(_child=None)}
    desk = type("Broken", (), {"documents": type("Documents", (), parts)})
    assert list(hostile._take(desk(), tmp_path, report)) == ["the program failed: KeyError"]


def test_a_document_without_a_letter_has_no_text() -> None:
    empty = Document(Header("en"), ())
    assert not hostile.has_text(empty)


@pytest.mark.usefixtures("qapp")
def test_characters_of_every_kind_go_in_and_come_out() -> None:
    report = hostile_unicode.run(991, 7)
    assert {way: wrong for way, wrong in report.wrong.items() if wrong} == {}
    assert len(report.tried) == 13
    assert min(tried for way, tried in report.tried.items() if way != "search") > 100


@pytest.mark.usefixtures("qapp")
def test_the_first_characters_of_all_go_in_and_come_out() -> None:
    chunks = iter([False, True])
    report = hostile_unicode.run(until=lambda: next(chunks))
    assert {way: wrong for way, wrong in report.wrong.items() if wrong} == {}
    assert report.tried["note"] == hostile_unicode.CHUNK


def test_all_scalars_are_tried_but_what_divides_them() -> None:
    assert sum(map(len, hostile_unicode.scalars())) == hostile_unicode.SCALARS - 1


def test_what_comes_out_otherwise_is_told() -> None:
    report = hostile_unicode.Report()
    report.compare("way", ["a", "b"], ["AaB", "?"], str)
    report.compare("way", ["a"], [], str)
    assert report.wrong == {"way": ["U+0062", "1 went in, 0 came out: U+0061 and on"]}

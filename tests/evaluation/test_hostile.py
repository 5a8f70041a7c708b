import random
from pathlib import Path
from types import SimpleNamespace

from delegate_desk.core.documents.document import Document, Header
from evaluation import hostile, hostile_changes, mutation

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

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from delegate_desk.core.annotations import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents import DocumentId, Place
from delegate_desk.core.exchange import Outgoing
from delegate_desk.desk import Desk
from delegate_desk.gui.exchanging import named
from delegate_desk.gui.main_window import MainWindow
from papers import quiet_hours
from windows import settle


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def choose(monkeypatch: pytest.MonkeyPatch, kind: str, answer: Callable[[list[str]], tuple[str, str]]) -> None:
    """Answer a file dialog; ``answer`` is asked with the types of file that it offers."""

    def dialog(*given: Any) -> tuple[str, str]:
        return answer(given[3].split(";;"))

    monkeypatch.setattr(QFileDialog, kind, dialog)


def noted(desk: Desk, place: Place, text: str, visibility: Visibility = Visibility.CIRCULATION) -> Annotation:
    made = desk.annotations.new(place, AnnotationKind.NOTE, text=text, visibility=visibility)
    desk.annotations.save(made)
    return made


def said(window: MainWindow) -> str:
    assert not window.notices.isHidden()
    return window.notices.text.text()


def export(window: MainWindow) -> None:
    window.ui.action_export_annotations.trigger()
    settle(window)


def take_in(window: MainWindow, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    choose(monkeypatch, "getOpenFileName", lambda kinds: (str(file), kinds[0]))
    window.ui.action_import_annotations.trigger()
    settle(window)


def test_what_circulates_is_written_and_what_stays_is_said(
    reading: MainWindow, desk: Desk, first: Place, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(desk, first, "goes out")
    noted(desk, first, "stays home", Visibility.INTERNAL)
    choose(monkeypatch, "getSaveFileName", lambda kinds: (str(file.with_suffix("")), kinds[0]))
    export(reading)
    written = file.read_text(encoding="utf-8")
    assert "goes out" in written
    assert "stays home" not in written
    assert "Internal, and left out: 1." in said(reading)


def test_internal_ones_leave_only_when_they_are_chosen(
    reading: MainWindow, desk: Desk, first: Place, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(desk, first, "stays home", Visibility.INTERNAL)

    def with_internal(kinds: list[str]) -> tuple[str, str]:
        return str(file), next(kind for kind in kinds if "with internal" in kind and ".jsonld" in kind)

    choose(monkeypatch, "getSaveFileName", with_internal)
    export(reading)
    assert "stays home" in file.read_text(encoding="utf-8")


def test_a_type_of_file_that_was_added_is_offered(
    reading: MainWindow, desk: Desk, first: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(desk, first, "one")

    def count(outgoing: Outgoing) -> bytes:
        return str(len(outgoing.leaving)).encode()

    desk.exchange.register(".count", count)
    chosen = next(kind for kind in reading.commands.exchanging.offered() if "(*.count)" in kind)
    choose(monkeypatch, "getSaveFileName", lambda _: (str(tmp_path / "notes"), chosen))
    export(reading)
    assert (tmp_path / "notes.count").read_bytes() == b"1"


def test_a_name_keeps_an_ending_that_is_known() -> None:
    known = (".jsonld", ".csv")
    assert named(Path("a.csv"), ".jsonld", known) == Path("a.csv")
    assert named(Path("a.b"), ".jsonld", known) == Path("a.b.jsonld")


def test_what_comes_in_is_shown_at_once_and_undone_at_once(
    reading: MainWindow, desk: Desk, first: Place, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = noted(desk, first, "old")
    desk.exchange.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    item = whole["first"]["items"][0]
    item["body"][0]["value"], item["modified"] = "new", "2099-01-01T00:00:00Z"
    file.write_text(json.dumps(whole), encoding="utf-8")
    take_in(reading, monkeypatch, file)
    assert said(reading) == "Renewed: 1"
    assert [a.text for a in desk.annotations.on(first)] == ["new"]
    reading.ui.action_undo.trigger()
    settle(reading)
    assert [a.text for a in desk.annotations.on(first)] == [one.text]


def test_a_note_without_a_place_is_offered_on_the_document_in_front(
    reading: MainWindow, desk: Desk, held: DocumentId, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(json.dumps({"type": "Annotation", "body": "x", "target": "urn:x-pdf:1"}), encoding="utf-8")
    take_in(reading, monkeypatch, file)
    assert "What Has No Place" in said(reading)
    assert len(desk.rereading.unplaced(held)) == 1
    assert reading.ui.action_unplaced.isEnabled()


def test_a_document_that_is_not_held_is_named_and_its_notes_wait_for_it(
    window: MainWindow,
    desk: Desk,
    held: DocumentId,
    first: Place,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    noted(desk, first, "waits")
    desk.exchange.write(file)
    desk.documents.remove(held)
    desk.documents.empty_trash()
    take_in(window, monkeypatch, file)
    assert "ST 7001/26 (English) is not in the library; kept aside until it is: 1." in said(window)
    window.take_in([quiet_hours(tmp_path)])
    settle(window)
    assert [a.text for a in desk.annotations.all()] == ["waits"]


def test_a_file_that_brings_nothing_is_said(window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(b"%PDF")
    take_in(window, monkeypatch, file)
    assert said(window) == "notes.jsonld was not taken in: it is not JSON."


def test_a_name_that_is_no_sentence_is_shown_short_and_on_one_line(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a\n" * 200
    file.write_text(json.dumps({"type": "Annotation", "body": "x", "target": name}), encoding="utf-8")
    take_in(window, monkeypatch, file)
    lines = said(window).splitlines()
    assert len(lines) == 2
    assert len(lines[1]) < 200


def test_nothing_happens_without_a_file(reading: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "getSaveFileName", lambda _: ("", ""))
    export(reading)
    choose(monkeypatch, "getOpenFileName", lambda _: ("", ""))
    reading.ui.action_import_annotations.trigger()
    settle(reading)
    assert reading.notices.isHidden()


def test_what_is_being_typed_leaves_too(
    reading: MainWindow, desk: Desk, first: Place, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = noted(desk, first, "")
    flushed = []

    def flush() -> None:
        flushed.append(True)
        reading.tasks.write(lambda: desk.annotations.save(replace(one, text="just typed")))

    monkeypatch.setattr(reading, "flush", flush)
    choose(monkeypatch, "getSaveFileName", lambda kinds: (str(file), kinds[0]))
    export(reading)
    assert flushed
    assert "just typed" in file.read_text(encoding="utf-8")
    monkeypatch.undo()

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.export_views import export_in_front, write
from support.main_windows import run_action, settle


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def noted(desk: Desk, place: Place, text: str, visibility: Visibility = Visibility.CIRCULATION) -> Annotation:
    made = desk.annotations.new(place, AnnotationKind.NOTE, text=text, visibility=visibility)
    desk.annotations.save(made)
    return made


def said(window: MainWindow) -> str:
    assert not window.notices.isHidden()
    return window.notices.text.text()


def take_in(window: MainWindow, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    run_action(window, window.ui.action_import_annotations)


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
    assert said(reading) == "Updated: 1"
    assert [a.text for a in desk.annotations.for_place(first)] == ["new"]
    run_action(reading, reading.ui.action_undo)
    assert [a.text for a in desk.annotations.for_place(first)] == [one.text]


def test_a_note_without_a_place_is_offered_on_the_document_in_front(
    reading: MainWindow, desk: Desk, held: DocumentId, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(json.dumps({"type": "Annotation", "body": "x", "target": "urn:x-pdf:1"}), encoding="utf-8")
    take_in(reading, monkeypatch, file)
    assert "Unplaced Notes" in said(reading)
    assert len(desk.reparse.unplaced(held)) == 1
    assert reading.ui.action_unplaced.isEnabled()


def test_a_document_that_is_missing_is_named_and_its_notes_wait_for_it(
    window: MainWindow, held: DocumentId, first: Place, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    noted(window.desk, first, "waits")
    window.desk.exchange.write(file)
    window.desk.documents.remove(held)
    window.desk.documents.empty_trash()
    take_in(window, monkeypatch, file)
    assert "Waiting for ST 7001/26 (English) to be imported: 1." in said(window)
    window.import_paths([quiet_hours(tmp_path)])
    settle(window)
    assert [a.text for a in window.desk.annotations.all()] == ["waits"]


def test_a_file_that_brings_nothing_is_said(window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(b"%PDF")
    take_in(window, monkeypatch, file)
    assert said(window) == "notes.jsonld was not imported: it is not JSON."


def test_a_name_that_is_no_sentence_is_shown_short_and_on_one_line(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a\n" * 200
    file.write_text(json.dumps({"type": "Annotation", "body": "x", "target": name}), encoding="utf-8")
    take_in(window, monkeypatch, file)
    lines = said(window).splitlines()
    assert len(lines) == 2
    assert len(lines[1]) < 200


def test_what_is_being_typed_leaves_too(reading: MainWindow, desk: Desk, first: Place, file: Path) -> None:
    one = noted(desk, first, "")

    def flush() -> None:
        reading.tasks.write(lambda: desk.annotations.save(replace(one, text="just typed")))

    reading.tasks.flush_requested.connect(flush)
    run_action(reading, reading.ui.action_export_annotations)
    view = export_in_front(reading)
    view.side.format_combo.setCurrentIndex(view.side.format_combo.findData(".jsonld"))
    view.load()
    settle(reading)
    write(reading, view, file)
    view.closed.emit()
    assert "just typed" in file.read_text(encoding="utf-8")

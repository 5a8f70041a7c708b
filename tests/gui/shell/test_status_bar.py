"""The status bar on typed text."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle, type_text


def test_what_could_not_be_saved_is_said_until_it_is_and_tried_again_by_itself(
    reading: MainWindow, desk: Desk, first: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, disk = desk.annotations.save, {"is_full": True}

    def try_to_save(*annotations: Any, **how: Any) -> Changes:
        if disk["is_full"]:
            raise DiskFullError(str(desk.folder))
        return save(*annotations, **how)

    said = reading.ui.saved_label
    reading.file_controller.annotate(AnnotationKind.NOTE, first, None)
    settle(reading)
    editor = QApplication.focusWidget()
    assert editor is not None
    heard: list[Exception] = []
    reading.tasks.failed.connect(heard.append)
    with monkeypatch.context() as full:
        full.setattr(desk.annotations, "save", try_to_save)
        type_text(editor, "kept")
        settle(reading)
        assert said.text() == "Not saved"
        before = len(heard)
        reading.tasks.unsaved.retry()
        settle(reading)
        assert (said.text(), len(heard)) == ("Not saved", before)
    disk["is_full"] = False
    qtbot.waitUntil(lambda: said.text() == "Saved")
    assert [note.text for note in desk.annotations.for_place(first)] == ["kept"]


def test_a_passing_message_ends_with_another_view(reading: MainWindow) -> None:
    reading.status.pass_by("Z is not available here")
    reading.update_panes()
    settle(reading)
    assert reading.ui.document_label.text() == "Z is not available here"
    reading.list_controller.open_browser()
    settle(reading)
    assert "Enter open" in reading.ui.document_label.text()

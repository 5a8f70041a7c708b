from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_dialog import ExportDialog
from delegate_desk.gui.export.exports import ExportEntry, annotations_export
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.main_windows import settle


def everything(desk: Desk) -> ExportEntry:
    """The export of all annotations."""
    return annotations_export(desk, desk.annotation_list.entries_for_annotations(desk.annotations.all()))


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, first: Place, tmp_path: Path, qtbot: QtBot) -> ExportDialog:
    for text, visibility in (
        ("Out", Visibility.CIRCULATION),
        ("In", Visibility.INTERNAL),
        ("In too", Visibility.INTERNAL),
    ):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text, visibility=visibility))
    made = ExportDialog(desk, tasks, everything(desk))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.ui.file_edit.setText(str(tmp_path / "notes.docx"))
    tasks.wait()
    return made


def test_what_leaves_is_said_before(dialog: ExportDialog, tasks: Tasks) -> None:
    assert dialog.ui.leaves_label.text().startswith("1 annotation · 2 internal left out · ")
    assert dialog.ui.limite_label.text() == "LIMITE"
    dialog.ui.audience_combo.setCurrentIndex(1)
    tasks.wait()
    assert dialog.ui.leaves_label.text().startswith("3 annotations · ")
    assert dialog.ui.internal_label.text() == "Contains 2 internal texts: not for circulation"
    assert dialog.ui.internal_label.property("part") == "danger"


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".txt", ".csv", ".jsonld"])
def test_a_file_of_each_format_is_written(
    dialog: ExportDialog, tasks: Tasks, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    dialog.ui.format_combo.setCurrentIndex(dialog.ui.format_combo.findData(suffix))
    assert dialog.target == tmp_path / f"notes{suffix}"
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()
    tasks.wait()
    content = (tmp_path / f"notes{suffix}").read_bytes()
    if suffix not in (".docx", ".pdf"):
        assert b"Out" in content
        assert b"In too" not in content


def test_a_folder_that_is_not_there_is_said_in_the_dialog(dialog: ExportDialog, tasks: Tasks, tmp_path: Path) -> None:
    dialog.ui.file_edit.setText(str(tmp_path / "nowhere" / "notes.docx"))
    dialog.ui.export_button.click()
    tasks.wait()
    assert dialog.ui.note_label.property("part") == "danger"
    assert dialog.ui.export_button.isEnabled()


def test_nothing_to_say_to_others_cannot_be_exported(desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    made = ExportDialog(desk, tasks, everything(desk))
    qtbot.addWidget(made)
    tasks.wait()
    assert not made.ui.export_button.isEnabled()
    made.ui.audience_combo.setCurrentIndex(1)
    tasks.wait()
    assert made.ui.export_button.isEnabled()


def test_export_and_print_are_for_the_list_in_front(desk: Desk, first: Place, window: MainWindow) -> None:
    assert not window.ui.action_export.isEnabled()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    window.ui.action_annotations.trigger()
    settle(window)
    assert window.ui.action_export.isEnabled()
    assert window.ui.action_print.isEnabled()
    window.ui.action_export.trigger()
    (shown,) = window.findChildren(ExportDialog)
    settle(window)
    assert shown.ui.leaves_label.text() == "nothing to export for this audience"
    shown.close()


def test_what_is_shown_is_kept_for_the_session(desk: Desk, first: Place, window: MainWindow) -> None:
    for text in ("ports", "noise"):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text))
    view = window.list_controller.open_browser()
    view.ui.filter_edit.setText("noise")
    settle(window)
    window.tabs.close_tab(window.tabs.indexOf(view))
    settle(window)
    again = window.list_controller.open_browser()
    settle(window)
    assert again is not view
    assert [entry.annotation.text for entry in again.entries()] == ["noise"]
    assert again.ui.filter_edit.text() == "noise"
    assert window.ui.right_column.currentWidget() is again.side

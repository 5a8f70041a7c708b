from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.exchange.annotation_export_dialog import AnnotationExportDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.main_windows import settle


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, first: Place, tmp_path: Path, qtbot: QtBot) -> AnnotationExportDialog:
    for text, visibility in (
        ("Out", Visibility.CIRCULATION),
        ("In", Visibility.INTERNAL),
        ("In too", Visibility.INTERNAL),
    ):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text, visibility=visibility))
    made = AnnotationExportDialog(desk, tasks, desk.annotation_list.entries_for_annotations(desk.annotations.all()))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.ui.file_edit.setText(str(tmp_path / "notes.docx"))
    return made


def test_what_leaves_is_said_before(dialog: AnnotationExportDialog) -> None:
    assert dialog.ui.leaves_label.text() == "1 annotation will be exported. 2 internal annotations are left out."
    assert dialog.ui.limite_label.text() == "LIMITE"
    dialog.ui.audience_combo.setCurrentIndex(1)
    assert dialog.ui.leaves_label.text() == "3 annotations will be exported. 2 of them are internal."
    assert dialog.ui.leaves_label.property("part") == "danger"


def test_the_name_follows_the_type(dialog: AnnotationExportDialog, tmp_path: Path) -> None:
    types = [dialog.ui.type_combo.itemData(n) for n in range(dialog.ui.type_combo.count())]
    assert types == [".docx", ".csv", ".jsonld"]
    dialog.ui.type_combo.setCurrentIndex(1)
    assert dialog.target == tmp_path / "notes.csv"
    dialog.ui.file_edit.setText(str(tmp_path / "others"))
    assert dialog.target == tmp_path / "others.csv"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_file_of_each_type_is_written(
    dialog: AnnotationExportDialog, tasks: Tasks, qtbot: QtBot, number: int
) -> None:
    dialog.ui.type_combo.setCurrentIndex(number)
    with qtbot.waitSignal(dialog.exported) as exported:
        dialog.ui.export_button.click()
    tasks.wait()
    assert exported.args[0].is_file()
    assert dialog.ui.note_label.text().endswith("(1 annotation)")


def test_a_folder_that_is_not_there_is_said_in_the_dialog(
    dialog: AnnotationExportDialog, tasks: Tasks, tmp_path: Path
) -> None:
    dialog.ui.file_edit.setText(str(tmp_path / "nowhere" / "notes.docx"))
    dialog.ui.export_button.click()
    tasks.wait()
    assert dialog.ui.note_label.property("part") == "danger"
    assert dialog.ui.export_button.isEnabled()


def test_nothing_to_say_to_others_cannot_be_exported(desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    made = AnnotationExportDialog(desk, tasks, desk.annotation_list.entries_for_annotations(desk.annotations.all()))
    qtbot.addWidget(made)
    assert not made.ui.export_button.isEnabled()
    made.ui.audience_combo.setCurrentIndex(1)
    assert made.ui.export_button.isEnabled()


def test_export_and_print_are_for_the_list_in_front(desk: Desk, first: Place, window: MainWindow) -> None:
    assert not window.ui.action_export.isEnabled()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    window.ui.action_annotations.trigger()
    settle(window)
    assert window.ui.action_export.isEnabled()
    assert window.ui.action_print.isEnabled()
    window.ui.action_export.trigger()
    (shown,) = window.findChildren(AnnotationExportDialog)
    assert shown.ui.leaves_label.text() == "0 annotations will be exported. 1 internal annotation is left out."
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

"""A bug, simulated in the real window: the message, and what can be done."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk import app
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.context import Ending
from delegate_desk.gui.safety.safety_controllers import FaultDialog, FaultReporter, details
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.document_values import quiet_hours, take_in
from support.main_windows import save, show_document
from support.present import present


class PlantedError(Exception):
    """A bug."""


@pytest.fixture
def watched(desk: Desk, held: DocumentId, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on a document, whose bugs are reported as to users."""
    reporter = FaultReporter()
    window = MainWindow(desk, Tasks(), reporter, tmp_path / "settings.json")
    reporter.setParent(window)
    qtbot.addWidget(window)
    window.show()
    show_document(window, held, Address("para_2"))
    yield window
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, FaultDialog):
            dialog.close()
    window.close()


def fall() -> Changes:
    """A job with a bug and a secret text."""
    raise PlantedError("the secret zanzibar")


def shown(qapp: QApplication) -> FaultDialog | None:
    """The dialog about a bug, if it is there."""
    there = (one for one in qapp.topLevelWidgets() if isinstance(one, FaultDialog) and one.isVisible())
    return next(there, None)


def met(window: MainWindow, qapp: QApplication) -> FaultDialog:
    """Cause the bug; returns the dialog about it."""
    save(window, fall)
    return present(shown(qapp))


def test_the_report_says_where_and_no_word_of_what(watched: MainWindow, qapp: QApplication) -> None:
    dialog = met(watched, qapp)
    report = dialog.ui.report_text.toPlainText()
    assert "PlantedError" in report
    assert "test_fault_reporter.py" in report
    assert "zanzibar" not in report
    dialog.ui.copy_button.click()
    assert qapp.clipboard().text() == dialog.ui.report_text.toPlainText()
    assert dialog.isVisible()


def test_the_report_names_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path(__file__).parents[1]))
    try:
        fall()
    except PlantedError as error:
        report = details(error)
    assert "~/safety/test_fault_reporter.py:" in report
    assert str(Path(__file__).parents[1]) not in report


def test_a_fault_that_comes_at_once_again_does_not_hold_the_person_up(watched: MainWindow, qapp: QApplication) -> None:
    met(watched, qapp).ui.go_on_button.click()
    save(watched, fall)
    assert shown(qapp) is None


def test_a_fault_on_the_way_out_of_the_dialog_about_another_stays_until_it_is_read(
    watched: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = met(watched, qapp)

    reporter = present(watched.findChild(FaultReporter))

    def fall_in_turn(_: int) -> None:
        reporter.report(KeyError())
        qapp.processEvents()
        qtbot.wait(10)  # something asks there, such as a closing window, while the first dialog is deleted

    dialog.finished.connect(fall_in_turn)
    dialog.ui.go_on_button.click()
    nobody: QObject | None = None
    QApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
    another = present(shown(qapp))
    assert "KeyError" in another.ui.report_text.toPlainText()


def test_restarting_ends_the_window_for_one_at_the_same_place(watched: MainWindow, qapp: QApplication) -> None:
    met(watched, qapp).ui.restart_button.click()
    assert watched.ending == Ending(is_restart=True)
    assert not watched.isVisible()


def test_what_is_not_saved_is_said(watched: MainWindow, qapp: QApplication) -> None:
    full = DiskFullError("library")
    watched.tasks.unsaved.add("note", full, Changes, "typed", lambda: None)
    dialog = met(watched, qapp)
    assert "are not saved" in dialog.ui.safe_label.text()
    watched.tasks.unsaved.stop()


def test_without_a_window_there_is_nothing_to_restart(qtbot: QtBot, qapp: QApplication) -> None:
    reporter = FaultReporter()
    reporter.report(PlantedError())
    qtbot.waitUntil(lambda: shown(qapp) is not None)
    dialog = present(shown(qapp))
    assert not dialog.ui.restart_button.isVisible()
    dialog.ui.go_on_button.click()


def test_a_fault_before_any_window_is_shown_and_waited_for(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    read: list[str] = []

    def close() -> None:
        dialog = shown(qapp)
        if dialog is not None:
            read.append(dialog.ui.report_text.toPlainText())
            dialog.ui.go_on_button.click()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(50)
    reporter = FaultReporter()
    reporter.install()
    try:
        fall()
    except PlantedError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    timer.stop()
    assert len(read) == 1
    assert "PlantedError" in read[0]


def test_after_a_fault_and_a_restart_one_is_back_at_the_same_place(tmp_path: Path, qapp: QApplication) -> None:
    library = tmp_path / "library"
    with open_desk(library) as desk:
        document = take_in(desk, quiet_hours(tmp_path))
    places: list[object] = []
    met_windows: list[MainWindow] = []

    def work() -> None:
        """Read at a place, cause the bug, restart, and return the place."""
        window = next((one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None)
        if window is None or window.tasks.is_busy:
            return
        dialog = shown(qapp)
        if dialog is not None:
            dialog.ui.restart_button.click()
        elif not met_windows:
            met_windows.append(window)
            window.open_document(document, Address("para_2"))
        elif window is met_windows[0]:
            if not places:
                places.append(window.current_place())
                window.tasks.write(fall)
        elif window.current_place() is not None:
            places.append(window.current_place())
            window.close()

    timer = QTimer()
    timer.timeout.connect(work)
    timer.start(50)
    assert app.run(library) == 0
    timer.stop()
    met_windows.clear()
    before, after = places
    assert before is not None
    assert before == after

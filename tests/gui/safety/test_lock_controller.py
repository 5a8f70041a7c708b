"""The lock of a window on an encrypted library: by hand, after a while, before sleep; typed text is saved."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.context import LOCKED, OVER
from delegate_desk.gui.safety import safety_controllers
from delegate_desk.gui.safety.safety_controllers import LockController
from delegate_desk.gui.safety.suspend_lock import SuspendLock
from delegate_desk.gui.shell.main_window import MainWindow
from support import modal_dialogs
from support.logind_bus import DAEMON, Bus, private_bus
from support.main_windows import current_reader, open_window, settle, show_document, type_text
from support.present import present
from support.search_indexes import SEALED


class Told(QObject):
    """Announces sleep when a test asks for it."""

    about_to_sleep = Signal()

    def release(self) -> None: ...


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "sealed", SEALED) as desk:
        yield desk


@pytest.fixture
def locked(sealed: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on an encrypted library with a document."""
    source = tmp_path / "quiet hours.txt"
    source.write_text("1. The Council recalls that quiet hours matter.\n\n2. It calls on ports to keep them.\n")
    list(sealed.documents.import_files([source]))
    window = open_window(sealed, tmp_path / "settings.json")
    qtbot.addWidget(window)
    yield window
    window.close()


def guarded(window: MainWindow, minutes: int = 10) -> LockController:
    return LockController(window.context, minutes, Told(window))  # type: ignore[arg-type]  # as much of it as is asked for


def test_on_windows_there_is_a_guard_without_d_bus(locked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "delegate_desk.gui.safety.suspend_lock", None)
    guard = safety_controllers.install_guard(locked.context)
    monkeypatch.undo()
    assert present(guard).sleep is None


def later(monkeypatch: pytest.MonkeyPatch, minutes: float) -> None:
    now = safety_controllers._now()
    monkeypatch.setattr(safety_controllers, "_now", lambda: now + minutes * 60)


def note_begun(window: MainWindow, desk: Desk) -> QWidget:
    """Start a note on the only document; returns its field."""
    show_document(window, desk.documents.all()[0].id)
    reader = current_reader(window)
    place = present(reader.place())
    window.file_controller.annotate(AnnotationKind.NOTE, place, None)
    settle(window)
    return present(QApplication.focusWidget())


def test_only_an_encrypted_library_can_be_locked(window: MainWindow, locked: MainWindow) -> None:
    assert not window.ui.action_lock.isEnabled()
    assert window.ui.action_passphrase.isEnabled()
    assert locked.ui.action_lock.isEnabled()
    assert safety_controllers.install_guard(window.context) is None


def test_locking_closes_the_window_and_all_before_it(locked: MainWindow) -> None:
    dialog = QDialog(locked)
    dialog.setWindowTitle("Compare ST 1/19 with")
    dialog.show()
    locked.ui.action_lock.trigger()
    QCoreApplication.processEvents()
    assert locked.ending is LOCKED
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


def test_a_dialog_that_is_waited_for_gives_way(locked: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(locked)
    locked.tasks.read(lambda: None, lambda _: locked.leave(LOCKED))
    assert dialog.exec() == QDialog.DialogCode.Rejected
    assert not locked.isVisible()


def test_a_note_typed_at_the_instant_of_locking_is_kept(locked: MainWindow, sealed: Desk, tmp_path: Path) -> None:
    held = sealed.documents.all()[0].id
    editor = note_begun(locked, sealed)
    type_text(editor, "typed at the last instant")
    locked.ui.action_lock.trigger()
    sealed.close()
    with open_desk(sealed.folder, SEALED) as again:
        assert [note.text for note in again.annotations.all()] == ["typed at the last instant"]
    kept = settings.load(tmp_path / "settings.json")
    assert list(kept.open_documents.values()) == [[held]]


@pytest.mark.styled
def test_it_locks_after_minutes_without_a_key_or_the_mouse(locked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = guarded(locked)
    later(monkeypatch, 9.9)
    guard.lock_if_idle()
    assert locked.ending is OVER
    QTest.keyClick(locked, Qt.Key.Key_Shift)
    later(monkeypatch, 9.9)
    guard.lock_if_idle()
    assert locked.ending is OVER
    QTest.mouseMove(locked, locked.rect().center())
    later(monkeypatch, 10.1)
    guard.lock_if_idle()
    assert locked.ending is LOCKED


def test_it_never_locks_by_itself_where_one_chose_so(locked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = guarded(locked, 0)
    later(monkeypatch, 100_000)
    guard.lock_if_idle()
    assert locked.ending is OVER


DIALOGS = ("backups", "pack", "people", "passphrase", "check", "support", "shared_folder")


HOWS = ("idle", "sleep", "keys")


@pytest.mark.parametrize(("name", "how"), [(name, HOWS[n % 3]) for n, name in enumerate(DIALOGS)])
def test_it_locks_over_an_open_dialog(
    locked: MainWindow, sealed: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str, how: str
) -> None:
    guard = guarded(locked)
    getattr(locked.ui, f"action_{name}").trigger()
    settle(locked)
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert isinstance(dialog, QDialog)
    _lock(guard, dialog, how, monkeypatch)
    qtbot.waitUntil(lambda: locked.ending is LOCKED)
    QCoreApplication.processEvents()
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


@pytest.mark.parametrize("how", HOWS)
def test_it_locks_over_a_file_dialog_that_is_waited_for(
    locked: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, how: str
) -> None:
    guard = guarded(locked)
    modal_dialogs.answer(QFileDialog, lambda dialog: _lock(guard, dialog, how, monkeypatch))
    locked.ui.action_unpack.trigger()
    assert locked.ending is LOCKED
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


def _lock(guard: LockController, dialog: QDialog, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "keys":
        receiver = QApplication.focusWidget() or dialog
        QTest.keyClick(receiver, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    elif how == "sleep":
        present(guard.sleep).about_to_sleep.emit()
    else:
        later(monkeypatch, 10.1)
        guard.lock_if_idle()


@pytest.mark.parametrize("how", ["idle", "sleep"])
def test_with_something_unsaved_it_asks_nobody_says_so_and_locks_when_that_is_saved(
    locked: MainWindow, sealed: Desk, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    guard = guarded(locked)
    editor = note_begun(locked, sealed)
    dialog = QDialog(locked)
    dialog.open()
    disk = {"is_full": True}
    save = sealed.annotations.save

    def try_to_save(annotation: Annotation, *, typed: bool = False) -> Changes:
        if disk["is_full"]:
            raise DiskFullError("library")
        return save(annotation, typed=typed)

    monkeypatch.setattr(sealed.annotations, "save", try_to_save)
    type_text(editor, "typed on a full disk")
    _lock(guard, dialog, how, monkeypatch)
    assert (locked.ending, locked.isVisible(), dialog.isVisible()) == (OVER, True, True)
    assert locked.notices.isVisible()
    assert locked.notices.head.text() == "Library not locked"
    QTest.keyClick(dialog, Qt.Key.Key_Shift)
    guard.lock_if_idle()
    assert locked.ending is OVER
    disk["is_full"] = False
    locked.tasks.unsaved.retry()
    guard.lock_if_idle()
    assert locked.ending is LOCKED
    sealed.close()
    with open_desk(sealed.folder, SEALED) as again:
        assert [note.text for note in again.annotations.all()] == ["typed on a full disk"]


def test_titles_of_windows_name_no_document(locked: MainWindow, sealed: Desk) -> None:
    show_document(locked, DocumentId(sealed.documents.all()[0].id))
    assert locked.windowTitle() == "Delegate Desk"


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    if DAEMON is None:
        pytest.skip("dbus-daemon is not installed")
    with private_bus() as made:
        yield made


def test_sleep_is_reported_and_waits_until_it_may_come(bus: Bus, qtbot: QtBot) -> None:
    sleep = SuspendLock(bus.address)
    assert (sleep.is_available, sleep._lock is not None, bus.is_held()) == (True, True, True)
    with qtbot.waitSignal(sleep.about_to_sleep):
        bus.tell("sleep")
    assert bus.is_held()
    sleep.release()
    assert sleep._lock is None
    qtbot.waitUntil(lambda: not bus.is_held())


def test_where_nobody_reports_sleep_nothing_breaks(tmp_path: Path) -> None:
    sleep = SuspendLock(f"unix:path={tmp_path}/none")
    assert sleep._lock is None
    sleep.release()

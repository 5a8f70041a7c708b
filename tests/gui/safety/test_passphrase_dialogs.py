"""The dialogs on a library's passphrase: explanations, refusals, and questions."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.cipher import Cipher
from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.library.errors import KeyDamagedError, WrongPassphraseError
from delegate_desk.core.progress import finish
from delegate_desk.desk import encryption, open_desk
from delegate_desk.gui.context import OVER, Ending, Work
from delegate_desk.gui.safety.library_dialogs import (
    ChangePassphraseDialog,
    EncryptionDialog,
    LibraryWorkDialog,
    UnlockDialog,
    passphrase_strength,
)
from delegate_desk.gui.safety.safety_controllers import LockController
from delegate_desk.gui.safety.suspend_lock import SuspendLock
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.main_windows import open_dialog, open_window, settle
from support.present import present
from support.search_indexes import SEALED

WORDS = "correct horse battery"


@pytest.fixture
def manage(tmp_path: Path, qtbot: QtBot) -> Iterator[ChangePassphraseDialog]:
    """The dialog on a library that is encrypted with a passphrase."""
    cipher = present(finish(encryption.turn_on(tmp_path / "sealed", WORDS)))
    with open_desk(tmp_path / "sealed", cipher) as desk:
        window = open_window(desk, tmp_path / "settings.json")
        qtbot.addWidget(window)
        window.ui.action_passphrase.trigger()
        dialog = present(window.findChild(ChangePassphraseDialog))
        yield dialog
        window.close()


@pytest.fixture
def setting(window: MainWindow) -> EncryptionDialog:
    return open_dialog(window, window.ui.action_passphrase, EncryptionDialog)


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_new(dialog: EncryptionDialog | ChangePassphraseDialog, words: str, again: str) -> None:
    QTest.keyClicks(dialog.ui.new_edit, words)
    QTest.keyClicks(dialog.ui.again_edit, again)


@pytest.mark.parametrize(
    ("words", "said", "how"),
    [
        ("", "", "soft"),
        ("seven77", "Too short: at least 8 characters.", "soft"),
        ("eight888", "Weak", "danger"),
        ("a" * 30, "Long enough, but too repetitive", "danger"),
        ("twelve and one", "Fair", "soft"),
        (WORDS, "Strong.", "certain"),
    ],
)
def test_the_strength_is_said_by_length(words: str, said: str, how: str) -> None:
    assert passphrase_strength(words)[0].startswith(said)
    assert passphrase_strength(words)[1] == how


@pytest.mark.styled
def test_all_that_is_said_is_shown_whole(setting: EncryptionDialog, qtbot: QtBot) -> None:
    """Qt limits a window to two thirds of a screen by default, and cuts labels."""
    qtbot.waitExposed(setting)
    type_new(setting, "eight888", "eight889")
    setting.show_error("The passphrases do not match.")
    QApplication.processEvents()
    for said in setting.findChildren(QLabel):
        assert said.isHidden() or said.height() >= said.heightForWidth(said.width()), said.text()


def test_nothing_is_encrypted_before_both_are_the_same_and_it_is_known(
    setting: EncryptionDialog, window: MainWindow
) -> None:
    assert setting.ui.new_edit.echoMode() is QLineEdit.EchoMode.Password
    type_new(setting, WORDS, "correct horse")
    assert not setting.ui.do_button.isEnabled()
    setting.ui.known_box.setChecked(True)
    press(setting.ui.do_button)
    assert setting.ui.error_label.text() == "The passphrases do not match."
    assert window.ending is OVER
    setting.ui.again_edit.clear()
    QTest.keyClicks(setting.ui.again_edit, WORDS)
    press(setting.ui.do_button)
    assert window.ending.work is not None
    assert not window.isVisible()
    assert window.ending.what == "Encrypting the library"


def window_of(dialog: ChangePassphraseDialog) -> MainWindow:
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    return window


def test_a_passphrase_is_changed(manage: ChangePassphraseDialog) -> None:
    window = window_of(manage)
    folder = window.desk.folder
    QTest.keyClicks(manage.ui.old_edit, WORDS)
    type_new(manage, "another long passphrase", "another long passphrase")
    press(manage.ui.change_button)
    settle(window)
    with pytest.raises(WrongPassphraseError):
        encryption.unlock(folder, WORDS)
    assert encryption.unlock(folder, "another long passphrase").key("x") == window.desk.cipher.key("x")


def test_a_wrong_one_changes_nothing_and_is_said(manage: ChangePassphraseDialog) -> None:
    window = window_of(manage)
    QTest.keyClicks(manage.ui.old_edit, "wrong")
    type_new(manage, "another long passphrase", "another long passphrase")
    for button in (manage.ui.change_button, manage.ui.off_button):
        press(button)
        settle(window)
        assert "Wrong passphrase" in manage.ui.error_label.text()
    assert window.ending is OVER
    assert encryption.unlock(window.desk.folder, WORDS)


def test_encryption_is_turned_off_by_who_knows_the_passphrase(manage: ChangePassphraseDialog) -> None:
    window = window_of(manage)
    QTest.keyClicks(manage.ui.old_edit, WORDS)
    press(manage.ui.off_button)
    settle(window)
    assert window.ending.work is not None
    assert window.ending.done == "Library no longer encrypted"
    window.desk.close()
    plain = present(finish(window.ending.work()))
    assert not plain.seals
    assert not encryption.is_encrypted(window.desk.folder)


def test_the_minutes_until_it_locks_are_kept(manage: ChangePassphraseDialog, tmp_path: Path) -> None:
    assert manage.ui.minutes_box.value() == 10
    guard = LockController(manage._context, 10, SuspendLock(f"unix:path={tmp_path}/no bus"))
    manage.ui.minutes_box.setValue(0)
    assert manage.ui.minutes_box.text() == "never"
    assert settings.load(tmp_path / "settings.json").lock_minutes == guard.minutes == 0


# Without a window


def unlocking(answer: Callable[[str], Cipher], tasks: Tasks, qtbot: QtBot) -> UnlockDialog:
    dialog = UnlockDialog(answer, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(tasks: Tasks, qtbot: QtBot) -> None:
    def answer(words: str) -> Cipher:
        if words != WORDS:
            raise WrongPassphraseError("/somewhere/secretname")
        return SEALED

    dialog = unlocking(answer, tasks, qtbot)
    assert dialog.windowTitle() == "Delegate Desk"
    assert not dialog.ui.unlock_button.isEnabled()
    QTest.keyClicks(dialog.ui.passphrase_edit, "wrong")
    press(dialog.ui.unlock_button)
    assert not dialog.ui.passphrase_edit.isEnabled()  # one guess at a time
    tasks.wait()
    assert dialog.ui.message_label.text() == "Wrong passphrase."
    assert dialog.cipher is None
    QTest.keyClicks(dialog.ui.passphrase_edit, WORDS)
    QTest.keyClick(dialog.ui.passphrase_edit, Qt.Key.Key_Return)
    tasks.wait()
    assert not dialog.isVisible()
    assert vars(dialog)["cipher"] is SEALED
    assert dialog.ui.passphrase_edit.text() == ""


def test_a_damaged_key_is_no_wrong_passphrase(tasks: Tasks, qtbot: QtBot) -> None:
    def answer(_: str) -> Cipher:
        raise KeyDamagedError("library.key", "it is not whole")

    dialog = unlocking(answer, tasks, qtbot)
    QTest.keyClicks(dialog.ui.passphrase_edit, WORDS)
    press(dialog.ui.unlock_button)
    tasks.wait()
    assert isinstance(dialog.error, KeyDamagedError)
    assert not dialog.isVisible()


def working(work: Callable[[], Work], tasks: Tasks, qtbot: QtBot) -> LibraryWorkDialog:
    dialog = LibraryWorkDialog(Ending(what="Encrypting the library", work=work), tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.start()
    return dialog


def test_work_says_how_far_it_is_and_ends_with_what_the_library_opens_with(tasks: Tasks, qtbot: QtBot) -> None:
    def work() -> Work:
        yield 1, 2
        yield 2, 2
        return SEALED

    dialog = working(work, tasks, qtbot)
    tasks.wait()
    assert (dialog.cipher, dialog.isVisible(), dialog.bar.value()) == (SEALED, False, 1000)


def test_work_can_be_stopped(tasks: Tasks, qtbot: QtBot) -> None:
    closed: list[bool] = []

    def work() -> Work:
        try:
            while True:
                yield 1, 2
        finally:
            closed.append(True)

    dialog = working(work, tasks, qtbot)
    qtbot.waitUntil(lambda: dialog.bar.value() == 500)
    press(dialog.ui.stop_button)
    tasks.wait()
    assert (dialog.cipher, dialog.isVisible(), closed) == (None, False, [True])


def test_why_work_came_to_nothing_is_said_until_one_continues(tasks: Tasks, qtbot: QtBot) -> None:
    def work() -> Work:
        yield 0, 1
        raise DiskFullError("/library")

    dialog = working(work, tasks, qtbot)
    tasks.wait()
    assert dialog.isVisible()
    assert "not enough disk space" in dialog.ui.message_label.text() or "full" in dialog.ui.message_label.text()
    press(dialog.ui.stop_button)
    assert not dialog.isVisible()
    assert QApplication.activeModalWidget() is None

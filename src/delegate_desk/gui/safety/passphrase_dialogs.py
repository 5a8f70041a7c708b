"""The passphrase of a library: setting it, with an explanation first, changing and removing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QLabel, QLayout, QLineEdit, QSpinBox, QWidget

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import encryption
from delegate_desk.gui.context import Context, Ending
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.safety import lock_controller
from delegate_desk.gui.widgets.basic_widgets import (
    label,
    lock_if_set_by_policy,
    push_button,
    row_layout,
    set_part,
    set_property,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import stack

_WIDTH = 520
_FAIR, _GOOD = 12, 20
_MOST_MINUTES = 240
_ABOVE = (0, 8, 0, 0)  # the space above a row of buttons


def passphrase_strength(words: str) -> tuple[str, str]:
    """Return the message on a passphrase's length, and the role of its text."""
    translate, count = QCoreApplication.translate, len(words)
    if count < encryption.LEAST:
        text = translate("strength", "Too short: at least {least} characters.").format(least=encryption.LEAST)
        return (text if words else "", "soft")
    if len(set(words)) < encryption.LEAST - 3:
        return translate("strength", "Long enough, but too repetitive: easy to guess."), "danger"
    if count < _FAIR:
        return translate("strength", "Weak: a computer could guess it."), "danger"
    if count < _GOOD:
        return translate("strength", "Fair. Longer is better: use four or five unrelated words."), "soft"
    return translate("strength", "Strong."), "certain"


def secret_edit(name: str) -> QLineEdit:
    edit = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
    edit.setAccessibleName(name)
    return edit


def show_secret(edit: QLineEdit, shown: bool) -> None:
    edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)


class _PassphraseDialog(QDialog):
    """Base of both dialogs: passphrase fields that can be shown, a new passphrase twice, and a label for errors."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self.setFixedWidth(_WIDTH)
        self.new_edit = secret_edit(self.tr("New passphrase"))
        self.again_edit = secret_edit(self.tr("Repeat new passphrase"))
        self.strength_label = label("", "soft", wrap=True)
        self.show_box = QCheckBox(self.tr("Show &passphrase"))
        self.error_label = label("", "danger", wrap=True)
        self.error_label.hide()
        self.show_box.toggled.connect(self._show_typed)
        self.new_edit.textEdited.connect(self._on_edited)
        self.again_edit.textEdited.connect(self._on_edited)
        self.finished.connect(self.deleteLater)

    def _stack_up(self, *parts: QWidget | QLayout | str) -> None:
        """Lay the dialog out from top to bottom; a text becomes a label."""
        shown = [label(part, "text", wrap=True) if isinstance(part, str) else part for part in parts]
        self._column = stack(self, *shown, margins=(24, 20), spacing=8)

    def _row(self, name: str, edit: QLineEdit) -> tuple[QWidget, QWidget]:
        head = label(name, "text")
        head.setBuddy(edit)
        return head, edit

    def _new_rows(self) -> list[QWidget]:
        again = self._row(self.tr("Repeat passphrase"), self.again_edit)
        return [*self._row(self.tr("New passphrase"), self.new_edit), self.strength_label, *again]

    def _edits(self) -> list[QLineEdit]:
        return [self.new_edit, self.again_edit]

    def _show_typed(self, shown: bool) -> None:
        for edit in self._edits():
            show_secret(edit, shown)

    def _on_edited(self) -> None:
        self.error_label.hide()
        text, how = passphrase_strength(self.new_edit.text())
        show_text(self.strength_label, text)
        set_property(self.strength_label, "part", how)
        self._fit_height()

    def show_error(self, sentence: str) -> None:
        self.error_label.setText(sentence)
        self.error_label.show()
        self._fit_height()

    def _fit_height(self) -> None:
        """Make space for wrapped labels; by itself Qt limits a window to two thirds of the screen."""
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(_WIDTH))

    def _new(self) -> str | None:
        words = self.new_edit.text()
        if len(words) < encryption.LEAST:
            self.show_error(passphrase_strength(words)[0] or self.tr("Enter a passphrase."))
            self.new_edit.setFocus()
            return None
        if words != self.again_edit.text():
            self.show_error(self.tr("The passphrases do not match."))
            self.again_edit.setFocus()
            self.again_edit.selectAll()
            return None
        return words


class EncryptionDialog(_PassphraseDialog):
    """Sets a passphrase, explaining its effect and the consequence of losing it.

    Args:
        encrypt: Carries out the work, for which the library must be closed.
        parent: The window; None if an administrator requires a passphrase before there is one.
    """

    def __init__(self, folder: Path, encrypt: Callable[[Ending], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._carry_out = folder, encrypt
        required = self.tr("Your administrator requires a passphrase for the library {folder}.").format(folder=folder)
        disk = self.tr(
            "Check that full-disk encryption is on; your IT service can tell you. It protects this library and "
            "everything else on the laptop while it is switched off."
        )
        more = self.tr(
            "A passphrase also protects this library while the laptop is on and the library is locked, and in every "
            "copy of its folder. The documents, notes, search index and backups in the folder will be encrypted. "
            "Exports, packages and backups already stored elsewhere are not."
        )
        lost = self.tr(
            "If you lose the passphrase, you lose the library. It is stored nowhere and cannot be reset, either by "
            "your administrator or by the makers of Delegate Desk. Write it down and keep it somewhere safe."
        )
        self.known_box = QCheckBox(self.tr("I &understand that nobody can open this library without it"))
        self.do_button = push_button(self.tr("&Encrypt Library"), self._encrypt, part="main", default=True)
        leave = push_button(self.tr("Cancel"), self.reject, default=False)
        texts = (*((required,) if parent is None else ()), disk, more, label(lost, "danger", wrap=True))
        boxes = (self.show_box, self.known_box, self.error_label)
        buttons = row_layout(None, leave, self.do_button, margins=_ABOVE)
        self._stack_up(*texts, *self._new_rows(), *boxes, buttons)
        self.known_box.toggled.connect(self._on_edited)
        self._on_edited()
        self.new_edit.setFocus()

    def _on_edited(self) -> None:
        super()._on_edited()
        ready = len(self.new_edit.text()) >= encryption.LEAST and bool(self.again_edit.text())
        self.do_button.setEnabled(ready and self.known_box.isChecked())

    def _encrypt(self) -> None:
        words = self._new()
        if words is not None:
            work = partial(encryption.turn_on, self._folder, words)
            ending = Ending(False, self.tr("Encrypting the library"), work, self.tr("Library encrypted"))
            self._carry_out(ending)


class ChangePassphraseDialog(_PassphraseDialog):
    """Changes the passphrase, sets the time for automatic locking, and removes the passphrase."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.old_edit = secret_edit(self.tr("Current passphrase"))
        self.change_button = push_button(self.tr("&Change Passphrase"), self._change, part="main", default=True)
        self.off_button = push_button(self.tr("Turn Encryption &Off"), self._turn_off, default=False)
        rule = QFrame(frameShape=QFrame.Shape.HLine)
        set_part(rule, "rule")
        earlier = self.tr("Earlier backups still need the passphrase used when they were made.")
        asleep = self.tr("It also locks when the computer sleeps. Only activity in Delegate Desk counts.")
        self._stack_up(
            self.tr("This library is encrypted. Enter its passphrase to make changes."),
            *self._row(self.tr("Current passphrase"), self.old_edit),
            *self._new_rows(),
            self.show_box,
            label(earlier, "soft", wrap=True),
            self.error_label,
            row_layout(None, self.off_button, self.change_button, margins=_ABOVE),
            rule,
            self._minutes_row(),
            label(asleep, "soft", wrap=True),
            row_layout(None, push_button(self.tr("Close"), self.reject, default=False), margins=_ABOVE),
        )
        self.old_edit.textEdited.connect(self._on_edited)
        self._on_edited()
        self.old_edit.setFocus()

    def _minutes_row(self) -> QLayout:
        text = QLabel(self.tr("&Lock after minutes of inactivity"))
        self.minutes_box = QSpinBox(maximum=_MOST_MINUTES)
        self.minutes_box.setSpecialValueText(self.tr("never"))
        self.minutes_box.setAccessibleName(self.tr("Minutes of inactivity before the library locks; 0: never"))
        self.minutes_box.setValue(self._context.settings.load().lock_minutes)
        text.setBuddy(self.minutes_box)
        self.minutes_box.valueChanged.connect(partial(lock_controller.set_lock_minutes, self._context))
        return row_layout((text, 1), self.minutes_box)

    def _edits(self) -> list[QLineEdit]:
        return [self.old_edit, *super()._edits()]

    def _on_edited(self) -> None:
        super()._on_edited()
        known = bool(self.old_edit.text())
        self.off_button.setEnabled(known and not lock_if_set_by_policy(self.off_button, "RequireEncryption"))
        ready = len(self.new_edit.text()) >= encryption.LEAST and bool(self.again_edit.text())
        self.change_button.setEnabled(known and ready)

    def _work(self, job: Callable[[], object], done: Callable[[], None]) -> None:
        self.setEnabled(False)

        def fail(error: Exception) -> None:
            self.setEnabled(True)
            self.old_edit.setFocus()
            self.old_edit.selectAll()
            self._fail(error)

        self._context.tasks.read(job, while_alive(self, lambda _: done()), failed=while_alive(self, fail))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.show_error(explain(error))
        else:
            self.reject()
            self._context.notify.show_error(error)

    def _change(self) -> None:
        words = self._new()
        if words is None:
            return
        folder, old = self._context.desk.folder, self.old_edit.text()
        self._work(lambda: encryption.change(folder, old, words), self._report_change)

    def _report_change(self) -> None:
        text = self.tr("The library now opens with the new passphrase. Write it down.")
        self._context.notify.show_notice(self.tr("Passphrase changed"), [text])
        self.accept()

    def _turn_off(self) -> None:
        folder, old = self._context.desk.folder, self.old_edit.text()
        self._work(lambda: encryption.unlock(folder, old), self._end)

    def _end(self) -> None:
        desk = self._context.desk
        work = partial(_made_plain, desk.folder, desk.cipher)
        what, done = self.tr("Turning encryption off"), self.tr("Library no longer encrypted")
        self._context.navigate.leave(Ending(False, what, work, done))


def _made_plain(folder: Path, cipher: Cipher) -> Steps[Cipher | None]:
    yield from encryption.turn_off(folder, cipher)
    return PLAIN

"""The passphrase of a library: setting it, with an explanation first, changing and removing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import encryption
from delegate_desk.gui.context import Context, Ending
from delegate_desk.gui.forms.ui_change_passphrase import Ui_ChangePassphrase
from delegate_desk.gui.forms.ui_encryption import Ui_Encryption
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.safety import lock_controller
from delegate_desk.gui.widgets.basic_widgets import lock_if_set_by_policy, set_property, show_text, while_alive

_WIDTH = 520
_FAIR, _GOOD = 12, 20


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


def show_secret(edit: QLineEdit, shown: bool) -> None:
    edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)


class _PassphraseDialog(QDialog):
    """Base of both dialogs: passphrase fields that can be shown, a new passphrase twice, and a label for errors."""

    ui: Ui_Encryption | Ui_ChangePassphrase

    def _set_up_fields(self) -> None:
        """Connect the parts of both forms; called once the form is set up."""
        self.setFixedWidth(_WIDTH)
        self.ui.show_box.toggled.connect(self._show_typed)
        for edit in self._edits():
            edit.textEdited.connect(self._on_edited)
        self.finished.connect(self.deleteLater)
        self._on_edited()
        self._edits()[0].setFocus()

    def _edits(self) -> list[QLineEdit]:
        return [self.ui.new_edit, self.ui.again_edit]

    def _show_typed(self, shown: bool) -> None:
        for edit in self._edits():
            show_secret(edit, shown)

    def _on_edited(self) -> None:
        self.ui.error_label.hide()
        text, how = passphrase_strength(self.ui.new_edit.text())
        show_text(self.ui.strength_label, text)
        set_property(self.ui.strength_label, "part", how)
        self._fit_height()

    def show_error(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.show()
        self._fit_height()

    def _fit_height(self) -> None:
        """Make space for wrapped labels; by itself Qt limits a window to two thirds of the screen."""
        self.ui.dialog_layout.activate()
        self.setFixedHeight(self.ui.dialog_layout.totalHeightForWidth(_WIDTH))

    def _new(self) -> str | None:
        words = self.ui.new_edit.text()
        if len(words) < encryption.LEAST:
            self.show_error(passphrase_strength(words)[0] or self.tr("Enter a passphrase."))
            self.ui.new_edit.setFocus()
            return None
        if words != self.ui.again_edit.text():
            self.show_error(self.tr("The passphrases do not match."))
            self.ui.again_edit.setFocus()
            self.ui.again_edit.selectAll()
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
        self.ui: Ui_Encryption = Ui_Encryption()
        self.ui.setupUi(self)
        self._folder, self._carry_out = folder, encrypt
        required = self.tr("Your administrator requires a passphrase for the library {folder}.").format(folder=folder)
        self.ui.required_label.setText(required)
        self.ui.required_label.setVisible(parent is None)
        self.ui.do_button.clicked.connect(self._encrypt)
        self.ui.leave_button.clicked.connect(self.reject)
        self.ui.known_box.toggled.connect(self._on_edited)
        self._set_up_fields()

    def _on_edited(self) -> None:
        super()._on_edited()
        ready = len(self.ui.new_edit.text()) >= encryption.LEAST and bool(self.ui.again_edit.text())
        self.ui.do_button.setEnabled(ready and self.ui.known_box.isChecked())

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
        self.ui: Ui_ChangePassphrase = Ui_ChangePassphrase()
        self.ui.setupUi(self)
        self._context = context
        self.ui.minutes_box.setValue(context.settings.load().lock_minutes)
        self.ui.minutes_box.valueChanged.connect(partial(lock_controller.set_lock_minutes, context))
        self.ui.change_button.clicked.connect(self._change)
        self.ui.off_button.clicked.connect(self._turn_off)
        self.ui.close_button.clicked.connect(self.reject)
        self._set_up_fields()

    def _edits(self) -> list[QLineEdit]:
        return [self.ui.old_edit, *super()._edits()]

    def _on_edited(self) -> None:
        super()._on_edited()
        known = bool(self.ui.old_edit.text())
        self.ui.off_button.setEnabled(known and not lock_if_set_by_policy(self.ui.off_button, "RequireEncryption"))
        ready = len(self.ui.new_edit.text()) >= encryption.LEAST and bool(self.ui.again_edit.text())
        self.ui.change_button.setEnabled(known and ready)

    def _work(self, job: Callable[[], object], done: Callable[[], None]) -> None:
        self.setEnabled(False)

        def fail(error: Exception) -> None:
            self.setEnabled(True)
            self.ui.old_edit.setFocus()
            self.ui.old_edit.selectAll()
            if isinstance(error, DeskError):
                self.show_error(explain(error))
            else:
                self.reject()
                self._context.notify.show_error(error)

        self._context.tasks.read(job, while_alive(self, lambda _: done()), failed=while_alive(self, fail))

    def _change(self) -> None:
        words = self._new()
        if words is None:
            return
        folder, old = self._context.desk.folder, self.ui.old_edit.text()
        self._work(lambda: encryption.change(folder, old, words), self._report_change)

    def _report_change(self) -> None:
        text = self.tr("The library now opens with the new passphrase. Write it down.")
        self._context.notify.show_notice(self.tr("Passphrase changed"), [text])
        self.accept()

    def _turn_off(self) -> None:
        folder, old = self._context.desk.folder, self.ui.old_edit.text()
        self._work(lambda: encryption.unlock(folder, old), self._end)

    def _end(self) -> None:
        folder, cipher = self._context.desk.folder, self._context.desk.cipher

        def work() -> Steps[Cipher | None]:
            yield from encryption.turn_off(folder, cipher)
            return PLAIN

        what, done = self.tr("Turning encryption off"), self.tr("Library no longer encrypted")
        self._context.navigate.leave(Ending(False, what, work, done))

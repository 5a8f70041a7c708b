"""Dialogs on a library as a whole: its passphrase, and work on it while nobody has it open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.core.library.backup import SUFFIX, RestoreResult
from delegate_desk.core.library.errors import WrongPassphraseError
from delegate_desk.core.library.reports import RecoveryResult, RepairResult
from delegate_desk.core.progress import Steps
from delegate_desk.desk import encryption
from delegate_desk.gui.context import Context, Ending
from delegate_desk.gui.forms.ui_change_passphrase import Ui_ChangePassphrase
from delegate_desk.gui.forms.ui_damaged import Ui_Damaged
from delegate_desk.gui.forms.ui_encryption import Ui_Encryption
from delegate_desk.gui.forms.ui_library_work import Ui_LibraryWork
from delegate_desk.gui.forms.ui_unlock import Ui_Unlock
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.safety import safety_controllers
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import lock_if_set_by_policy, set_property, show_text, while_alive
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import library_check, terms
from delegate_desk.gui.widgets.output import prompt_folder, prompt_open
from delegate_desk.libraries import clear_damage, recover_and_repair, restore_into

_WIDTH = 520
_FAIR, _GOOD = 12, 20


def passphrase_strength(passphrase: str) -> tuple[str, str]:
    """Return the message on a passphrase's length, and the role of its text."""
    translate, count = QCoreApplication.translate, len(passphrase)
    if count < encryption.LEAST:
        text = translate("strength", "Too short: at least {least} characters.").format(least=encryption.LEAST)
        return (text if passphrase else "", "soft")
    if len(set(passphrase)) < encryption.LEAST - 3:
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
        text, role = passphrase_strength(self.ui.new_edit.text())
        show_text(self.ui.strength_label, text)
        set_property(self.ui.strength_label, "part", role)
        self._fit_height()

    def show_error(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.show()
        self._fit_height()

    def _fit_height(self) -> None:
        """Make space for wrapped labels; by itself Qt limits a window to two thirds of the screen."""
        self.ui.dialog_layout.activate()
        self.setFixedHeight(self.ui.dialog_layout.totalHeightForWidth(_WIDTH))

    def _new_passphrase(self) -> str | None:
        passphrase = self.ui.new_edit.text()
        if len(passphrase) < encryption.LEAST:
            self.show_error(passphrase_strength(passphrase)[0] or self.tr("Enter a passphrase."))
            self.ui.new_edit.setFocus()
            return None
        if passphrase != self.ui.again_edit.text():
            self.show_error(self.tr("The passphrases do not match."))
            self.ui.again_edit.setFocus()
            self.ui.again_edit.selectAll()
            return None
        return passphrase


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
        is_ready = len(self.ui.new_edit.text()) >= encryption.LEAST and bool(self.ui.again_edit.text())
        self.ui.do_button.setEnabled(is_ready and self.ui.known_box.isChecked())

    def _encrypt(self) -> None:
        passphrase = self._new_passphrase()
        if passphrase is not None:
            work = partial(encryption.turn_on, self._folder, passphrase)
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
        self.ui.minutes_box.valueChanged.connect(partial(safety_controllers.set_lock_minutes, context))
        self.ui.change_button.clicked.connect(self._change)
        self.ui.off_button.clicked.connect(self._turn_off)
        self.ui.close_button.clicked.connect(self.reject)
        self._set_up_fields()

    def _edits(self) -> list[QLineEdit]:
        return [self.ui.old_edit, *super()._edits()]

    def _on_edited(self) -> None:
        super()._on_edited()
        has_old = bool(self.ui.old_edit.text())
        self.ui.off_button.setEnabled(has_old and not lock_if_set_by_policy(self.ui.off_button, "RequireEncryption"))
        is_ready = len(self.ui.new_edit.text()) >= encryption.LEAST and bool(self.ui.again_edit.text())
        self.ui.change_button.setEnabled(has_old and is_ready)

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
        passphrase = self._new_passphrase()
        if passphrase is None:
            return
        folder, old = self._context.desk.folder, self.ui.old_edit.text()
        self._work(lambda: encryption.change(folder, old, passphrase), self._report_change)

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


class UnlockDialog(QDialog):
    """Asks for the passphrase until it is right, or the user quits.

    Args:
        unlock: Derives the library's cipher from a passphrase: slow, and raises if the passphrase is wrong.
        goes_back: True if cancelling returns to another library; otherwise it quits.

    Attributes:
        cipher: The cipher of the library, once it is known.
        error: The reason why it cannot be opened with any passphrase, if there is one.
    """

    def __init__(self, unlock: Callable[[str], Cipher], tasks: Tasks, *, goes_back: bool = False) -> None:
        super().__init__()
        self._tasks = tasks
        self.ui = ui = Ui_Unlock()
        ui.setupUi(self)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self._unlock = unlock
        self.cipher: Cipher | None = None
        self.error: Exception | None = None
        ui.message_label.setMinimumHeight(ui.message_label.fontMetrics().height())
        if goes_back:
            ui.leave_button.setText(self.tr("&Back"))
        ui.unlock_button.clicked.connect(self._try)
        ui.leave_button.clicked.connect(self.reject)
        ui.passphrase_edit.textEdited.connect(self._on_edited)
        ui.show_box.toggled.connect(partial(show_secret, ui.passphrase_edit))
        self._on_edited()
        ui.passphrase_edit.setFocus()

    def _on_edited(self) -> None:
        self.ui.unlock_button.setEnabled(bool(self.ui.passphrase_edit.text()))
        self.ui.message_label.clear()

    def _show_message(self, sentence: str, role: str) -> None:
        self.ui.message_label.setText(sentence)
        set_property(self.ui.message_label, "part", role)

    def _try(self) -> None:
        passphrase = self.ui.passphrase_edit.text()
        for widget in (self.ui.passphrase_edit, self.ui.unlock_button, self.ui.show_box):
            widget.setEnabled(False)
        self._show_message(self.tr("One moment…"), "soft")
        self._tasks.read(lambda: self._unlock(passphrase), self._open, failed=self._on_unlock_failed)

    def _open(self, cipher: Cipher) -> None:
        self.cipher = cipher
        self.ui.passphrase_edit.clear()
        self.accept()

    def _on_unlock_failed(self, error: Exception) -> None:
        if not isinstance(error, WrongPassphraseError):
            self.error = error
            self.reject()
            return
        for widget in (self.ui.passphrase_edit, self.ui.unlock_button, self.ui.show_box):
            widget.setEnabled(True)
        self._show_message(self.tr("Wrong passphrase."), "danger")
        self.ui.passphrase_edit.setFocus()
        self.ui.passphrase_edit.selectAll()


class LibraryWorkDialog(JobDialog):
    """Works on a library that nobody has open, with progress, and can be cancelled.

    Its ``cipher`` is then that of the library; None if the passphrase must be asked for.
    """

    def __init__(self, ending: Ending, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.ui = ui = Ui_LibraryWork()
        ui.setupUi(self)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self.cipher: Cipher | None = None
        self._ending = ending
        self.bar = ui.progress_bar
        self.bar.setAccessibleName(ending.what)
        ui.what_label.setText(ending.what)
        ui.stop_button.clicked.connect(self.reject)

    def start(self) -> None:
        if self._ending.work is not None:
            self._start(self._ending.what, self._ending.work, self._end, self._show_failure)

    def _end(self, cipher: Cipher | None) -> None:
        self.cipher = cipher
        self.accept()

    def _show_failure(self, sentence: str) -> None:
        self.ui.message_label.setText(sentence)
        set_property(self.ui.message_label, "part", "danger")
        self.ui.stop_button.setText(self.tr("C&ontinue"))
        self.ui.stop_button.setFocus()


class DamagedDialog(JobDialog):
    """Explains the damage, and recovers on confirmation; accepted when the library is to be opened.

    Args:
        second_place: Folder that may contain further backups.
        error: Why it does not open; None for one that opens, in which damage was found.
    """

    def __init__(
        self, library: Path, cipher: Cipher, second_place: Path | None, error: LibraryDamagedError | None, tasks: Tasks
    ) -> None:
        super().__init__(tasks)
        self.ui = ui = Ui_Damaged()
        ui.setupUi(self)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self.bar = ui.progress_bar
        self._library = library
        self._cipher = cipher
        self._second_place = second_place
        self._is_recovered = False
        reason = self.tr("Damage was found in its database when it was last open.")
        if error is not None:
            reason = self.tr("Its database cannot be read ({reason}).").format(reason=error.reason)
        texts = (
            self.tr("{why} Library folder: {folder}.").format(why=reason, folder=library),
            self.tr(
                "Nothing has been changed. Recover reads everything that is still readable, restores the rest "
                "from the latest backup and from the plain-text copies stored with the database, and then lists "
                "the sources. The damaged files are kept."
            ),
            self.tr("You can also restore a backup to another folder."),
        )
        ui.message_label.setText("\n\n".join(texts))
        ui.open_button.setVisible(error is None)
        ui.recover_button.clicked.connect(self._recover)
        ui.restore_button.clicked.connect(self._restore)
        ui.open_button.clicked.connect(self._open)
        ui.quit_button.clicked.connect(self.reject)

    # Recovering

    def _recover(self) -> None:
        if self._is_recovered:
            self.accept()
            return
        what = self.tr("Recovering the library…")
        self.ui.head_label.setText(what)
        folder, cipher, second = self._library, self._cipher, self._second_place
        self._start(what, lambda: recover_and_repair(folder, cipher, second), self._show, self._show_failure)

    def _show(self, results: tuple[RecoveryResult, RepairResult]) -> None:
        recovered, repaired = results
        self._is_recovered = True
        self.ui.head_label.setText(self.tr("The library was recovered from these sources:"))
        sentences = library_check.report_sentences()
        self.ui.sources_text.setPlainText("\n\n".join([*sentences.recovery(recovered), *sentences.repair(repaired)]))
        self.ui.message_label.hide()
        self.ui.sources_text.show()
        self.ui.open_button.hide()
        self.ui.restore_button.hide()
        self.ui.recover_button.setText(self.tr("&Open the Library"))
        self._update_buttons()
        self.ui.recover_button.setFocus()

    # Restoring a backup

    def _restore(self) -> None:
        kinds = self.tr("Backups (*{suffix} *.zip *.sqlite3)").format(suffix=SUFFIX)
        chosen = prompt_open(self, self.tr("Restore a Backup"), kinds, self._library / "backups")
        folder = prompt_folder(self, self.tr("Choose an Empty Folder")) if chosen is not None else None
        if chosen is not None and folder is not None:
            self.restore(chosen, folder)

    def restore(self, file: Path, folder: Path) -> None:
        what = self.tr("Restoring a backup…")
        self.ui.head_label.setText(what)
        self._start(what, lambda: restore_into(file, folder), self._report_restored, self._show_failure)

    def _report_restored(self, restored: RestoreResult) -> None:
        self.ui.head_label.setText(self.tr("The backup was restored. The damaged library is unchanged."))
        self.ui.message_label.setText(
            self.tr(
                '{count} documents were restored to {folder}. To open them, run: delegate-desk --library "{folder}"'
            ).format(count=terms.format_number(restored.documents), folder=restored.folder)
        )
        self._update_buttons()

    # All

    def _open(self) -> None:
        clear_damage(self._library)
        self.accept()

    def _show_failure(self, sentence: str) -> None:
        self.ui.head_label.setText(self.tr("The operation failed."))
        self.ui.message_label.setText(sentence)

    @override
    def _update_buttons(self) -> None:
        super()._update_buttons()
        for button in (self.ui.recover_button, self.ui.restore_button, self.ui.open_button):
            button.setEnabled(not self.is_busy)

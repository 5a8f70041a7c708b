"""Before there is a window: the passphrase of a locked library, and work on a library that nobody has open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton
from typing_extensions import override

from delegate_desk.cipher import Cipher
from delegate_desk.core.library.errors import WrongPassphraseError
from delegate_desk.gui.close_reason import Ending
from delegate_desk.gui.safety.passphrase_dialogs import secret_edit
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import label, set_part, set_property
from delegate_desk.gui.widgets.job_dialog import JobDialog, button_row, stack

TITLE = "Delegate Desk"
_WIDTH = 400
_PERMILLE = 1000


class UnlockDialog(QDialog):
    """Asks for the passphrase until it is right, or the user quits.

    Args:
        unlock: Derives the library's cipher from a passphrase: slow, and raises if the passphrase is wrong.
        tasks: They run it.
        goes_back: True if cancelling returns to another library; else it quits.

    Attributes:
        cipher: The cipher of the library, once it is known.
        error: The reason why it cannot be opened with any passphrase, if there is such a reason.
    """

    def __init__(self, unlock: Callable[[str], Cipher], tasks: Tasks, *, goes_back: bool = False) -> None:
        super().__init__()
        self._tasks = tasks
        self.setWindowTitle(TITLE)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self.setFixedWidth(_WIDTH)
        self._unlock = unlock
        self.cipher: Cipher | None = None
        self.error: Exception | None = None
        self.passphrase_edit = secret_edit(self.tr("Passphrase"))
        self.show_box = QCheckBox(self.tr("Show &passphrase"))
        self.message_label = label("", "danger", wrap=True)
        self.message_label.setMinimumHeight(self.message_label.fontMetrics().height())
        self.unlock_button = QPushButton(self.tr("&Unlock"))
        set_part(self.unlock_button, "main")
        self.unlock_button.setDefault(True)
        quit_button = QPushButton(self.tr("&Back") if goes_back else self.tr("&Quit"))
        quit_button.setAutoDefault(False)
        head = label(self.tr("Library locked. Passphrase:"), "text")
        head.setBuddy(self.passphrase_edit)
        row = button_row(None, quit_button, self.unlock_button)
        row.setContentsMargins(0, 8, 0, 0)
        parts = (head, self.passphrase_edit, self.show_box, self.message_label, row)
        stack(self, *parts, margins=(24, 20), spacing=8)
        quit_button.clicked.connect(self.reject)
        self.unlock_button.clicked.connect(self._try)
        self.passphrase_edit.textEdited.connect(self._on_edited)
        self.show_box.toggled.connect(self._show_typed)
        self._on_edited()
        self.passphrase_edit.setFocus()

    def _on_edited(self) -> None:
        self.unlock_button.setEnabled(bool(self.passphrase_edit.text()))
        self.message_label.clear()

    def _show_typed(self, shown: bool) -> None:
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.passphrase_edit.setInputMethodHints(hints)

    def _show_message(self, sentence: str, how: str) -> None:
        self.message_label.setText(sentence)
        set_property(self.message_label, "part", how)

    def _try(self) -> None:
        words = self.passphrase_edit.text()
        for widget in (self.passphrase_edit, self.unlock_button, self.show_box):
            widget.setEnabled(False)
        self._show_message(self.tr("One moment…"), "soft")
        self._tasks.read(lambda: self._unlock(words), self._open, failed=self._on_unlock_failed)

    def _open(self, cipher: Cipher) -> None:
        self.cipher = cipher
        self.passphrase_edit.clear()
        self.accept()

    def _on_unlock_failed(self, error: Exception) -> None:
        if not isinstance(error, WrongPassphraseError):
            self.error = error
            self.reject()
            return
        for widget in (self.passphrase_edit, self.unlock_button, self.show_box):
            widget.setEnabled(True)
        self._show_message(self.tr("Wrong passphrase."), "danger")
        self.passphrase_edit.setFocus()
        self.passphrase_edit.selectAll()


class LibraryWorkDialog(JobDialog):
    """Does work on a library that nobody has open, says how far it is, and can be stopped.

    Attributes:
        cipher: What the library opens with then; None where it is to be asked for.
    """

    def __init__(self, ending: Ending, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.setWindowTitle(TITLE)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self.setFixedWidth(_WIDTH)
        self.cipher: Cipher | None = None
        self._ending = ending
        self.what_label = label(ending.what, "text", wrap=True)
        self.bar.setAccessibleName(ending.what)
        self.message_label = label(
            self.tr("You can stop at any time; nothing is changed until it is complete."), "soft", wrap=True
        )
        self.button = QPushButton(self.tr("&Stop"))
        row = button_row(None, self.button)
        row.setContentsMargins(0, 8, 0, 0)
        stack(self, self.what_label, self.bar, self.message_label, row, margins=(24, 20), spacing=8)
        self.button.clicked.connect(self.reject)

    def start(self) -> None:
        if self._ending.work is not None:
            self._start(self._ending.what, self._ending.work, self._end)

    def _end(self, cipher: Cipher | None) -> None:
        self.cipher = cipher
        self.accept()

    @override
    def _show_failure(self, sentence: str) -> None:
        self.message_label.setText(sentence)
        set_part(self.message_label, "danger")
        self.button.setText(self.tr("C&ontinue"))
        self.button.setFocus()

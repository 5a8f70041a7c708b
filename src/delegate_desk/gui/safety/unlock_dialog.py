"""Before there is a window: the passphrase of a locked library, and work on a library that nobody has open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout
from typing_extensions import override

from delegate_desk.cipher import Cipher
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.errors import WrongPassphraseError
from delegate_desk.gui.close_reason import Ending
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.safety.passphrase_dialogs import secret_edit
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import label, set_part, set_property

TITLE = "Delegate Desk"
_WIDTH = 400
_PERMILLE = 1000


class _StandaloneDialog(QDialog):
    """A dialog without a window behind it, which says nothing of the library."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.setWindowTitle(TITLE)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowCloseButtonHint)
        self.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(8)

    def _buttons(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._column.addLayout(row)


class UnlockDialog(_StandaloneDialog):
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
        super().__init__(tasks)
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
        self._column.addWidget(head)
        self._column.addWidget(self.passphrase_edit)
        self._column.addWidget(self.show_box)
        self._column.addWidget(self.message_label)
        self._buttons(quit_button, self.unlock_button)
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


class LibraryWorkDialog(_StandaloneDialog):
    """Does work on a library that nobody has open, says how far it is, and can be stopped.

    Attributes:
        cipher: What the library opens with then; None where it is to be asked for.
    """

    def __init__(self, ending: Ending, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.cipher: Cipher | None = None
        self._ending = ending
        self._ticket: Job | None = None
        self._is_over = False
        self.what_label = label(ending.what, "text", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(ending.what)
        self.message_label = label(
            self.tr("You can stop at any time; nothing is changed until it is complete."), "soft", wrap=True
        )
        self.button = QPushButton(self.tr("&Stop"))
        for widget in (self.what_label, self.bar, self.message_label):
            self._column.addWidget(widget)
        self._buttons(self.button)
        self.button.clicked.connect(self.reject)
        tasks.progressed.connect(self._show_progress)

    def start(self) -> None:
        """Begin the work."""
        begin = self._ending.work
        if begin is not None:
            self._ticket = self._tasks.read(begin, self._end, failed=self._fail, what=self._ending.what)

    def _show_progress(self, _: str, done: int, of: int) -> None:
        self.bar.setRange(0, _PERMILLE)
        self.bar.setValue(done * _PERMILLE // of if of else 0)

    def _end(self, cipher: Cipher | None) -> None:
        self.cipher, self._is_over = cipher, True
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._is_over = True
        if not isinstance(error, DeskError):
            raise error
        self.bar.hide()
        self.message_label.setText(explain(error))
        set_part(self.message_label, "danger")
        self.button.setText(self.tr("C&ontinue"))
        self.button.setFocus()

    @override
    def reject(self) -> None:
        if self._ticket is not None and not self._is_over:
            self._ticket.cancel()
        super().reject()

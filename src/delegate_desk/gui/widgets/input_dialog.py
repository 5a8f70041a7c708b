"""A small dialog with a line or two to fill in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets.basic_widgets import label, set_part

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class InputField:
    """A line to fill in.

    Attributes:
        needed: True if the dialog cannot do without it.
    """

    name: str
    hint: str = ""
    value: str = ""
    is_required: bool = True


class InputDialog(QDialog):
    """Asks, and stays open until what is given is taken or Esc is pressed.

    Signals:
        given: The lines were filled in, with their texts.
    """

    submitted = Signal(list)

    def __init__(self, title: str, said: str, do: str, lines: Sequence[InputField], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._fields = lines
        self.edits = [QLineEdit(line.value) for line in lines]
        self.error_label = label("", "danger", wrap=True)
        self.error_label.hide()
        self.do_button = QPushButton(do)
        set_part(self.do_button, "main")
        self.do_button.setDefault(True)
        leave = QPushButton(self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        if said:
            layout.addWidget(label(said, "soft", wrap=True))
        for line, edit in zip(lines, self.edits, strict=True):
            edit.setAccessibleName(line.name)
            edit.setPlaceholderText(line.hint)
            edit.textEdited.connect(self.error_label.hide)
            layout.addWidget(label(line.name, "head"))
            layout.addWidget(edit)
        layout.addWidget(self.error_label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.do_button)
        layout.addLayout(buttons)
        self.do_button.clicked.connect(self._submit)
        leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def show_error(self, sentence: str) -> None:
        """Say why what was given was not taken."""
        self.error_label.setText(sentence)
        self.error_label.show()

    def _submit(self) -> None:
        for line, edit in zip(self._fields, self.edits, strict=True):
            if line.is_required and not edit.text().strip():
                edit.setFocus()
                self.show_error(self.tr("{name} is required.").format(name=line.name))
                return
        self.submitted.emit([edit.text().strip() for edit in self.edits])

"""Editors for the fields of a provision: codes, lines in order, tags, priorities."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import delegation
from delegate_desk.core.positions.pasted_text import clean_pasted_text
from delegate_desk.core.positions.position import PRIORITIES, Stance
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, set_part, set_property
from delegate_desk.gui.widgets.labels import positions, terms


class TextField(GrowingEdit):
    """A text of several lines; what is pasted comes as words alone."""

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() or source.hasHtml():
            self.textCursor().insertText(clean_pasted_text(source.text(), source.html()))


class LinesField(TextField):
    """Texts in order, one a line; Alt+Up and Alt+Down move one."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines written, in order; empty lines are left out."""
        return tuple(filter(None, (line.strip() for line in self.toPlainText().split("\n"))))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _line_step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _line_step(event)
        if not by:
            super().keyPressEvent(event)
            return
        lines = self.toPlainText().split("\n")
        cursor = self.textCursor()
        row, column = cursor.blockNumber(), cursor.positionInBlock()
        if 0 <= row + by < len(lines):
            lines[row], lines[row + by] = lines[row + by], lines[row]
            self.setPlainText("\n".join(lines))
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, n=row + by)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=column)
            self.setTextCursor(cursor)


class WordsField(QLineEdit):
    """Some words in a line, with commas between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "inline")
        self.setTextMargins(-2, 0, 0, 0)  # its own two, so that all stand on one edge
        self.returnPressed.connect(self.focusNextChild)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words written, each once."""
        return tuple(dict.fromkeys(filter(None, (" ".join(one.split()) for one in self.text().split(",")))))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show what the library has, unless it is being written in."""
        if self.words != words and not self.hasFocus():
            self.setText(", ".join(words))


class CodesField(WordsField):
    """Codes of delegations, with commas or spaces between them."""

    @property
    @override
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(delegation(one) or one for one in self.text().replace(",", " ").split()))

    def unknown(self) -> str:
        """The first that is no delegation's code; said in the field too. Empty where each is one."""
        wrong = next((one for one in self.words if delegation(one) is None), "")
        said = self.tr("{code} is not a delegation code.").format(code=wrong) if wrong else ""
        set_property(self, "tone", "wrong" if wrong else "")
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        return wrong


_LEAST = 120


class ValueCombo(QComboBox):
    """One of some values, or none; a wheel over it scrolls the page.

    Signals:
        picked: One was chosen by a person.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "stance")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.picked.emit())

    def show_value(self, value: object) -> None:
        """Show what the library has."""
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(_LEAST, least.width()), least.height())  # the longest of its values is seldom the one shown

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def make_stance_combo() -> ValueCombo:
    """The stances, each with its sign."""
    made = ValueCombo()
    for stance in (None, *Stance):
        sign = (
            f"{terms.STANCE_SIGNS[stance]}  {terms.stance_label(stance)}" if stance else positions.priority_label(None)
        )
        made.addItem(sign, stance)
    made.setMaxVisibleItems(made.count())
    return made


def make_priority_combo() -> ValueCombo:
    """The priorities, the highest first."""
    made = ValueCombo()
    for value in (None, *PRIORITIES):
        made.addItem(positions.priority_label(value), value)
    return made


def _line_step(event: QKeyEvent) -> int:
    """In which direction a key moves a line; 0 for other keys."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)

"""A document chosen by typing: what is near comes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.documents import DocumentId, Held
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui import names, theme
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.parts import while_there

_WIDTH, _ROW, _ROWS = 640, 28, 12
_CHOICE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A document to choose.

    Attributes:
        sought: What it is found by, folded.
    """

    held: Held
    sought: str


def choices(desk: Desk, document: DocumentId) -> list[Choice]:
    """All other documents held: first those of its family, then those of its dossier, then the rest, newest first."""
    here = desk.documents.get(document)
    dossiers = desk.dossiers.names()
    family = here.header.reference.family if here.header.reference else None

    def far(held: Held) -> int:
        if family is not None and held.header.reference and held.header.reference.family == family:
            return 0
        return 1 if dossiers.get(held.id) == dossiers.get(document) else 2

    others = [held for held in desk.documents.all() if held.id != document]
    return [_choice(held) for held in sorted(others, key=far)]


def _choice(held: Held) -> Choice:
    header = held.header
    day = header.date.isoformat() if header.date else ""
    return Choice(held, fold(f"{held.name} {header.subject} {header.language} {day} {held.file_name}"))


def _said(held: Held) -> str:
    """What a document is about; its file's name where it says nothing."""
    return held.header.subject or held.file_name


class ChooseDocument(QDialog):
    """Offers documents; Enter takes the one chosen.

    Signals:
        chosen: One was taken, with its ``Held``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        document: DocumentId,
        parent: QWidget,
        *,
        among: Sequence[Held] | None = None,
        title: str = "",
        hint: str = "",
    ) -> None:
        """Offer what can be compared with a document: all others, or some.

        Args:
            desk: The library.
            tasks: What reads it.
            document: Which is not offered.
            parent: The window.
            among: What is offered; None for all others.
            title: What the choice is for, where it is not to compare.
            hint: The same as is said where one types.
        """
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        name = desk.documents.get(document).name
        self.setWindowTitle(title or self.tr("Compare {name} with").format(name=name))
        self.edit = QLineEdit()
        hint = hint or self.tr("Compare {name} with: type a reference or words of the subject")
        self.edit.setPlaceholderText(hint.format(name=name))
        self.edit.setAccessibleName(self.windowTitle())
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_DocumentPainter(self.list))
        self._none = QLabel(self.tr("No document held has these words."))
        self._none.setProperty("part", "soft")
        self._none.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addWidget(self._none)
        layout.addWidget(self.list)
        width = min(_WIDTH, parent.width() - 32)
        self.setFixedSize(width, min(8 * 3 + 32 + _ROW * _ROWS, parent.height() - 80))
        self._choices: Sequence[Choice] = ()
        self.edit.textChanged.connect(self._narrow)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._take)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 48)
        if among is None:
            tasks.read(lambda: choices(desk, document), while_there(self, self._offer))
        else:
            self._offer([_choice(held) for held in among])

    def _offer(self, found: Sequence[Choice]) -> None:
        self._choices = found
        self._narrow(self.edit.text())

    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        self.rows.clear()
        for choice in self._choices:
            if all(word in choice.sought for word in words):
                held = choice.held
                item = QStandardItem(f"{held.name} · {held.header.language}")
                item.setData(held, _CHOICE)
                item.setAccessibleText(f"{held.name}, {names.language(held.header.language)}, {_said(held)}")
                self.rows.appendRow(item)
        self._none.setVisible(bool(words) and not self.rows.rowCount())
        self._choose(0)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

    def _take(self, index: QModelIndex) -> None:
        held = index.data(_CHOICE)
        if isinstance(held, Held):
            self.accept()
            self.chosen.emit(held)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            key = Qt.Key(event.key())
            if key in steps:
                row = self.list.currentIndex().row() + steps[key]
                self._choose(min(max(row, 0), self.rows.rowCount() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return False


class _DocumentPainter(QStyledItemDelegate):
    """Reference and language at the left, then the subject; the date at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        held = index.data(_CHOICE)
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "canvas"))
            painter.drawRoundedRect(box, 4, 4)
        inner = box.adjusted(10, 0, -10, 0)
        day = held.header.date.isoformat() if held.header.date else ""
        painter.setFont(theme.ui_font(12))
        painter.setPen(theme.color("soft"))
        painter.drawText(inner, _MIDDLE | Qt.AlignmentFlag.AlignRight, day)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(day) - 12)
        painter.setFont(theme.ui_font(13, bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, _MIDDLE, str(index.data()))
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(str(index.data())) + 12)
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.color("soft"))
        subject = painter.fontMetrics().elidedText(_said(held), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _MIDDLE, subject)
        painter.restore()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter

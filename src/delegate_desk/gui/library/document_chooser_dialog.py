"""A document or a dossier chosen by typing: what is near comes first."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence

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

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms

CHOICE = Qt.ItemDataRole.UserRole
"""Where a row keeps what it stands for."""
_ROW, _ROWS = 28, 12
HEIGHT = 8 * 3 + 32 + _ROW * _ROWS
_Index = QModelIndex | QPersistentModelIndex


class FilterDialog(QDialog):
    """A box to type in, over a list; one that derives from it says what is found, and what it is to take a row."""

    def __init__(self, parent: QWidget, painter: ChoiceDelegate) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.edit = QLineEdit()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        painter.setParent(self.list)
        self.list.setItemDelegate(painter)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._stack.setSpacing(8)
        self._stack.addWidget(self.edit)
        self._stack.addWidget(self.list)
        self.edit.textChanged.connect(self._filter)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._accept_row)

    @abstractmethod
    def _matching_items(self, words: Sequence[str]) -> Iterable[QStandardItem]:
        """The rows of what has all of some words, which are folded; of all where there are none."""

    @abstractmethod
    def _accept_row(self, index: QModelIndex) -> None:
        """Take what a row stands for; nothing where the index is of none."""

    def _filter(self, typed: str) -> None:
        self.rows.clear()
        for item in self._matching_items(fold(typed).split()):
            self.rows.appendRow(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

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
                self._accept_row(self.list.currentIndex())
                return True
        return False


class ChoiceDelegate(QStyledItemDelegate):
    """A row on its ground; one that derives from it says what is written on it."""

    @abstractmethod
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        """Write a row into a box."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "canvas"))
            painter.drawRoundedRect(box, 4, 4)
        self._write(painter, box.adjusted(10, 0, -10, 0), index)
        painter.restore()


_WIDTH = 640


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    library_document: LibraryDocument
    folded_text: str


def document_choices(desk: Desk, document: DocumentId) -> list[DocumentChoice]:
    """All other documents: of its family, of its dossier, the rest; among these its language first, then the newest."""
    here = desk.documents.get(document)
    dossiers = desk.dossiers.names()
    family = here.header.reference.family if here.header.reference else None

    def far(held: LibraryDocument) -> tuple[int, bool]:
        is_other = held.header.language != here.header.language
        if family is not None and held.header.reference and held.header.reference.family == family:
            return 0, is_other
        return (1, is_other) if dossiers.get(held.id) == dossiers.get(document) else (2, is_other)

    others = [held for held in desk.documents.all() if held.id != document]
    return [_choice(other) for other in sorted(others, key=far)]


def _choice(document: LibraryDocument) -> DocumentChoice:
    header = document.header
    day = header.date.isoformat() if header.date else ""
    return DocumentChoice(
        document, fold(f"{document.name} {header.subject} {header.language} {day} {document.file_name}")
    )


def _subject(document: LibraryDocument) -> str:
    return document.header.subject or document.file_name


def _place_dialog(dialog: QDialog, parent: QWidget) -> None:
    """Give a dialog its size, at the top of a window in the middle."""
    width = min(_WIDTH, parent.width() - 32)
    dialog.setFixedSize(width, min(HEIGHT, parent.height() - 80))
    corner = parent.mapToGlobal(parent.rect().topLeft())
    dialog.move(corner.x() + (parent.width() - width) // 2, corner.y() + 48)


class NameChooserDialog(FilterDialog):
    """Shows names; what belongs to the chosen one is done once the dialog is closed."""

    def __init__(self, choices: Sequence[tuple[str, Callable[[], object]]], parent: QWidget) -> None:
        super().__init__(parent, _NameDelegate())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = choices
        _place_dialog(self, parent)
        self._filter("")

    @override
    def _matching_items(self, words: Sequence[str]) -> Iterator[QStandardItem]:
        for name, run in self._choices:
            if all(word in fold(name) for word in words):
                item = QStandardItem(name)
                item.setData(run, CHOICE)
                yield item

    @override
    def _accept_row(self, index: QModelIndex) -> None:
        run = index.data(CHOICE)
        if run is not None:
            self.accept()
            run()


class _NameDelegate(ChoiceDelegate):
    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("ink"))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _MIDDLE, text)


class DocumentChooserDialog(FilterDialog):
    chosen = Signal(object)  # A document was accepted, with its ``LibraryDocument``

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        document: DocumentId,
        parent: QWidget,
        *,
        among: Sequence[LibraryDocument] | None = None,
        title: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent, _DocumentChoiceDelegate())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = desk.documents.get(document).name
        self.setWindowTitle(title or self.tr("Compare {name} with").format(name=name))
        hint = hint or self.tr("Compare {name} with: type a reference or words from the subject")
        self.edit.setPlaceholderText(hint.format(name=name))
        self.edit.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(self.tr("Documents"))
        self._empty_label = QLabel()
        self._empty_label.setProperty("part", "soft")
        self._empty_label.hide()
        self._stack.insertWidget(1, self._empty_label)
        self._choices: Sequence[DocumentChoice] = ()
        self._is_loaded = False
        _place_dialog(self, parent)
        if among is None:
            tasks.read(lambda: document_choices(desk, document), while_alive(self, self._show_choices))
        else:
            self._show_choices([_choice(held) for held in among])

    def _show_choices(self, found: Sequence[DocumentChoice]) -> None:
        self._choices, self._is_loaded = found, True
        self._filter(self.edit.text())

    @override
    def _filter(self, typed: str) -> None:
        super()._filter(typed)
        none_held = self._is_loaded and not self._choices
        self._empty_label.setText(
            self.tr("There are no other documents. Drop files on the window to import them.")
            if none_held
            else self.tr("No matching document in the library.")
        )
        self._empty_label.setVisible(none_held or (bool(fold(typed).strip()) and not self.rows.rowCount()))

    @override
    def _matching_items(self, words: Sequence[str]) -> Iterator[QStandardItem]:
        for choice in self._choices:
            if all(word in choice.folded_text for word in words):
                held = choice.library_document
                item = QStandardItem(f"{held.name} · {held.header.language}")
                item.setData(held, CHOICE)
                item.setAccessibleText(f"{held.name}, {terms.language_name(held.header.language)}, {_subject(held)}")
                yield item

    @override
    def _accept_row(self, index: QModelIndex) -> None:
        held = index.data(CHOICE)
        if isinstance(held, LibraryDocument):
            self.accept()
            self.chosen.emit(held)


class _DocumentChoiceDelegate(ChoiceDelegate):
    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        held = index.data(CHOICE)
        day = held.header.date.isoformat() if held.header.date else ""
        painter.setFont(theme.ui_font(theme.SMALL))
        painter.setPen(theme.color("soft"))
        painter.drawText(inner, _MIDDLE | Qt.AlignmentFlag.AlignRight, day)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(day) - 12)
        painter.setFont(theme.ui_font(bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, _MIDDLE, str(index.data()))
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(str(index.data())) + 12)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        subject = painter.fontMetrics().elidedText(_subject(held), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _MIDDLE, subject)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter

"""Small widgets and functions that the panes share: styling, labels by role, cards, and growing text fields."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.library import policies
from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.field_undo import FieldUndo, difference
from delegate_desk.gui.widgets.text.paragraph_text import from_qt, to_qt

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
_ROUNDS = 6


class StyledPane(QWidget):
    """A pane with the background of the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def ancestor(widget: QWidget, kind: type[W]) -> W | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parentWidget()
    return parent


def lock_if_set_by_policy(widget: QWidget, name: str) -> bool:
    """Disable a widget for a value that an administrator has locked, and explain it; True if it is locked."""
    is_locked = policies.is_locked(name)
    if is_locked:
        text = QCoreApplication.translate("policies", "Set by your administrator")
        widget.setEnabled(False)
        widget.setToolTip(text)
        widget.setAccessibleDescription(text)
    return is_locked


def set_part(widget: QWidget, name: str) -> None:
    """Set the role of a widget for the style sheet."""
    set_property(widget, "part", name)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property used in the style sheet, and reapply the style if necessary."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str, name: str, *, wrap: bool = False, rich: bool = False) -> QLabel:
    """Return a label with a role in the style sheet, of plain text unless it is rich."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    widget.setWordWrap(wrap)
    set_part(widget, name)
    return widget


def on_focus_changed(do: Callable[[QWidget | None, QWidget | None], object]) -> None:
    """Call with the widgets that lose and get the focus, wherever that is in the application."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(do)


def show_text(widget: QLabel, text: str) -> None:
    """Show a text in a label, which is hidden while it is empty."""
    widget.setText(text)
    widget.setVisible(bool(text))


def link_label(name: str) -> QLabel:
    link = label("", name, wrap=True, rich=True)
    link.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    return link


def while_alive(widget: QObject, handler: Callable[[T], object]) -> Callable[[T], None]:
    """Return a handler of a job's result that does nothing once its widget is deleted."""

    def handle(result: T) -> None:
        if isValid(widget):
            handler(result)

    return handle


Part = QWidget | QLayout | int | tuple[Any, ...] | None
"""Part of a layout: with a stretch and an alignment as a tuple; a space in pixels; None for a stretch."""
Margins = int | tuple[int, int, int, int] | None
"""Margins of a layout, all alike or from the left clockwise; None for those of the style."""


def column_layout(
    *parts: Part, within: QWidget | None = None, margins: Margins = None, spacing: int | None = None
) -> QVBoxLayout:
    """Return a vertical layout of parts; margins and spacing are the style's by default."""
    layout = QVBoxLayout() if within is None else QVBoxLayout(within)
    _fill_layout(layout, parts, margins, spacing)
    return layout


def row_layout(
    *parts: Part, within: QWidget | None = None, margins: Margins = None, spacing: int | None = None
) -> QHBoxLayout:
    """Return a horizontal layout of parts, as ``column_layout``."""
    layout = QHBoxLayout() if within is None else QHBoxLayout(within)
    _fill_layout(layout, parts, margins, spacing)
    return layout


def _fill_layout(layout: QBoxLayout, parts: Iterable[Part], margins: Margins, spacing: int | None) -> None:
    if margins is not None:
        layout.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            item, *options = part if isinstance(part, tuple) else (part,)
            (layout.addLayout if isinstance(item, QLayout) else layout.addWidget)(item, *options)


def make_card(*parts: Part) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    set_part(frame, "card")
    return frame, column_layout(*parts, within=frame, margins=(12, 8, 12, 8), spacing=4)


def scroll_area(content: QWidget, part: str = "canvas") -> QScrollArea:
    """Return a frameless scroll area for a widget; Tab skips the area itself."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(content)
    set_part(area, part)
    return area


def flat_button(text: str, name: str) -> QPushButton:
    """Return a button drawn as plain text unless the mouse is near."""
    button = push_button(text, part="flat", default=False)
    button.setAccessibleName(name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def push_button(
    text: str, do: Callable[[], object] | SignalInstance | None = None, *, part: str = "", default: bool | None = None
) -> QPushButton:
    """Return a button of a dialog.

    Args:
        default: True if Enter presses it, False if Enter never does, None if it does while the button has the focus.
    """
    button = QPushButton(text)
    if part:
        set_part(button, part)
    if default is not None:
        button.setDefault(default)
        button.setAutoDefault(default)
    if do is not None:
        button.clicked.connect(do)
    return button


def tool_button(
    icon: str, name: str, do: Callable[[], object] | SignalInstance | None = None, *, part: str = "", size: int = 0
) -> QToolButton:
    """Return a button with only an icon, whose name is its tool tip and its accessible name."""
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setAccessibleName(name)
    button.setToolTip(name)
    if size:
        button.setIconSize(QSize(size, size))
    if part:
        set_part(button, part)
    if do is not None:
        button.clicked.connect(do)
    return button


def popup_menu(parent: QWidget, title: str = "") -> QMenu:
    menu = QMenu(title, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def fill_combo(combo: QComboBox, choices: Mapping[Any, str], current: object) -> None:
    """Offer values under their names in place of those before, and show the current one, else the first, silently."""
    with QSignalBlocker(combo):
        combo.clear()
        for value, text in choices.items():
            combo.addItem(text, value)
        combo.setCurrentIndex(list(choices).index(current) if current in choices else 0)


def search_field(name: str) -> QLineEdit:
    field = QLineEdit(placeholderText=name, clearButtonEnabled=True)
    field.setAccessibleName(name)
    return field


def message_box(
    text: str, details: str = "", parent: QWidget | None = None, *, title: str = "Delegate Desk"
) -> QMessageBox:
    """Return a message box without an icon, to which buttons are added."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(details)
    return box


def confirm(box: QMessageBox, text: str, role: QMessageBox.ButtonRole) -> bool:
    """Add a button for what a message box asks, and Cancel as the usual answer; True if the first is pressed."""
    do = box.addButton(text, role)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is do


def clear_layout(layout: QLayout, keep: Sequence[QWidget] = ()) -> None:
    """Remove all widgets from a layout, deleting those not kept."""
    for kept in keep:
        layout.removeWidget(kept)  # with its item, which would keep the height that the widget has now
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


@contextmanager
def laid_out_once(*panes: QWidget) -> Iterator[None]:
    """Lay out panes of a scroll area once, after several of their widgets are shown or hidden.

    Qt lays out all parents after each, and a pane first within the height that it had.
    """
    layouts = [layout for pane in panes if (layout := pane.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout, pane in zip(layouts, panes, strict=True):
            layout.setEnabled(True)
            layout.invalidate()
            pane.updateGeometry()
        if (area := ancestor(panes[0], QScrollArea)) is not None:
            QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def settle() -> None:
    """Apply all pending layout requests now, before painting.

    A widget with height-for-width learns its width in one round and sets its height in the next, and each parent
    follows a round later.
    """
    nobody: QObject | None = None
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(nobody, QEvent.Type.LayoutRequest)


def cursor_over(text: QTextEdit | QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects a part of a text: 0-based, end-exclusive, in code points."""
    document = text.document()
    words, cursor, last = document.toRawText(), QTextCursor(document), document.characterCount() - 1
    cursor.setPosition(min(to_qt(words, start), last))
    cursor.setPosition(min(to_qt(words, end), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def is_escape(event: QEvent, *, claimed: bool = False) -> bool:
    """True for Esc being pressed; with ``claimed`` for Qt's preceding question whether a shortcut may have it."""
    kind = QEvent.Type.ShortcutOverride if claimed else QEvent.Type.KeyPress
    return isinstance(event, QKeyEvent) and event.type() == kind and event.key() == Qt.Key.Key_Escape


def handle_escape(event: QEvent, left: Callable[[], object]) -> bool:
    """Handle Esc in a widget and its children: claim it from shortcuts, then leave; False for other keys."""
    if is_escape(event, claimed=True):
        event.accept()
        return True
    if is_escape(event):
        left()
        return True
    return False


class GrowingEdit(QTextEdit):
    """A plain-text field as high as its content."""

    menu_opened = Signal(QMenu, int)  # Its menu is about to be shown; the position is that of the word concerned
    escaped = Signal()
    entered = Signal()
    exited = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "text") -> None:
        super().__init__(parent)
        set_part(self, name)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()
        self.undoing = FieldUndo(self, self._write_step)
        self.textChanged.connect(lambda: self.undoing.steps.record_edit(*self._text_and_caret()))
        self.cursorPositionChanged.connect(lambda: self.undoing.steps.on_caret_moved(*self._text_and_caret()))

    def set_text(self, text: str) -> None:
        """Show a text from elsewhere, keeping the caret if possible."""
        if text != self.toPlainText():
            position = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.undoing.steps.record_external(text)

    def _text_and_caret(self) -> tuple[str, int]:
        text = self.toPlainText()
        return text, from_qt(text, self.textCursor().position())

    def _write_step(self, text: str, caret: int) -> None:
        """Set the text as if it had been typed, changing only the different part."""
        offset, removed, added = difference(self.toPlainText(), text, caret)
        cursor = cursor_over(self, offset, offset + len(removed))
        cursor.insertText(added)
        cursor.setPosition(to_qt(text, caret))
        self.setTextCursor(cursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if is_escape(event, claimed=True):
            event.accept()
            return True
        return super().event(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, step in (("edit-undo", -1), ("edit-redo", 1)):
            action = menu.findChild(QAction, name)
            if action is not None:
                steps = self.undoing.steps
                action.setEnabled(steps.has_step(step) or (step < 0 and steps.is_external))
                action.triggered.connect(lambda _=False, step=step: self.undoing.step(step))
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        word = self.textCursor() if is_key else self.cursorForPosition(event.pos())
        self.menu_opened.emit(menu, word.position())
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_key else event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.exited.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        height = round(self.document().size().height()) + 2
        line = self.fontMetrics().lineSpacing() + 4
        if self.height() != max(height, line):
            self.setFixedHeight(max(height, line))
            self.updateGeometry()


def flow_boxes(
    sizes: Iterable[QSize], width: int, gap: int, *, line_gap: int | None = None, top: int = 0
) -> list[QRect]:
    """Return rectangles side by side, in as many lines as needed in a width."""
    corner, boxes = QPoint(0, top), []
    for size in sizes:
        size = QSize(min(size.width(), max(width, 60)), size.height())
        if corner.x() and corner.x() + size.width() > width:
            corner = QPoint(0, corner.y() + size.height() + (gap if line_gap is None else line_gap))
        boxes.append(QRect(corner, size))
        corner += QPoint(size.width() + gap, 0)
    return boxes


class FlowWidget(QWidget):
    """A widget as high as its lines of boxes, which subclasses draw or fill with widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @abstractmethod
    def _boxes(self, width: int) -> list[QRect]:
        """Return the boxes in a width, in order; at least one."""

    @override
    def heightForWidth(self, width: int) -> int:
        return self._boxes(width)[-1].bottom() + 1

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))


class FlowRow(FlowWidget):
    """Widgets of one height side by side, in as many lines as needed; the last may be at the right edge."""

    left = Signal()  # An arrow key was pressed that leads before the first chip

    def __init__(
        self, widgets: Sequence[QWidget], gap: int, parent: QWidget | None = None, *, ends_right: bool = False
    ) -> None:
        super().__init__(parent)
        self._gap, self._ends_right = gap, ends_right
        self.show_widgets(widgets)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        self.widgets = widgets
        for widget in widgets:
            widget.setParent(self)

    def replace_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show other widgets, and delete those not among them; the focus stays at its position."""
        old_widgets, old_shown = self.widgets, self._shown()
        focused = next((widget for widget in old_shown if widget.hasFocus()), None)
        self.show_widgets(widgets)
        for widget in widgets:
            if widget not in old_widgets:
                widget.show()
        shown = self._shown()
        target = shown[min(old_shown.index(focused), len(shown) - 1)] if focused is not None and shown else None
        if focused is not None and target is not None and target.focusPolicy():
            is_ringed = bool(focused.property("ring"))
            target.setFocus(Qt.FocusReason.TabFocusReason if is_ringed else Qt.FocusReason.OtherFocusReason)
        for widget in old_widgets:
            if widget not in widgets:
                widget.hide()
                widget.deleteLater()
        self.place()
        self.updateGeometry()

    def step(self, chip: "Chip", by: int) -> None:
        """Focus another chip, beside a chip; ``left`` is emitted before the first."""
        chips = [widget for widget in self.widgets if isinstance(widget, Chip)]
        index = chips.index(chip) + by
        if index < 0:
            self.left.emit()
        elif index < len(chips):
            chips[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self.widgets if not widget.isHidden()]

    @override
    def _boxes(self, width: int) -> list[QRect]:
        hints = [widget.sizeHint() for widget in self._shown()]
        height = max((hint.height() for hint in hints), default=0)
        boxes = flow_boxes([QSize(hint.width(), height) for hint in hints], width, self._gap) or [QRect(0, 0, 0, 0)]
        if self._ends_right:
            boxes[-1].moveRight(max(boxes[-1].right(), width - 1))
        return boxes

    def place(self) -> None:
        for widget, box in zip(self._shown(), self._boxes(self.width()), strict=False):
            widget.setGeometry(box)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Chip(QPushButton):
    """A button in a row: Left and Right move between the chips, Del removes what it stands for."""

    removed = Signal()

    def __init__(self, text: str, part: str, row: FlowRow) -> None:
        super().__init__(text, row)
        self._row = row
        set_part(self, part)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._row.step(self, 1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


_WIDTH = 420


@dataclass(frozen=True, slots=True)
class InputField:
    name: str
    hint: str = ""
    value: str = ""
    is_required: bool = True


class InputDialog(QDialog):
    """Asks for input, and stays open until it is accepted or Esc is pressed."""

    submitted = Signal(list)

    def __init__(self, title: str, description: str, do: str, fields: Sequence[InputField], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._fields = fields
        self.edits = [QLineEdit(field.value) for field in fields]
        self.error_label = label("", "danger", wrap=True)
        self.error_label.hide()
        self.do_button = push_button(do, self._submit, part="main", default=True)
        leave = push_button(self.tr("Cancel"), self.reject)
        layout = column_layout(within=self, margins=16, spacing=4)
        if description:
            layout.addWidget(label(description, "soft", wrap=True))
        for field, edit in zip(fields, self.edits, strict=True):
            edit.setAccessibleName(field.name)
            edit.setPlaceholderText(field.hint)
            edit.textEdited.connect(self.error_label.hide)
            layout.addWidget(label(field.name, "head"))
            layout.addWidget(edit)
        layout.addWidget(self.error_label)
        layout.addLayout(row_layout(None, leave, self.do_button, margins=(0, 8, 0, 0)))
        self.finished.connect(self.deleteLater)

    def show_error(self, sentence: str) -> None:
        self.error_label.setText(sentence)
        self.error_label.show()

    def _submit(self) -> None:
        for field, edit in zip(self._fields, self.edits, strict=True):
            if field.is_required and not edit.text().strip():
                edit.setFocus()
                self.show_error(self.tr("{name} is required.").format(name=field.name))
                return
        self.submitted.emit([edit.text().strip() for edit in self.edits])

"""One provision of a position: the wording drafted in place, and below it what we say of it and what stays with us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.fields import CIRCULATED
from delegate_desk.core.positions.position import PositionEntry, ProposedAction, Stance
from delegate_desk.gui.positions.field_editors import (
    CodesField,
    LinesField,
    TextField,
    ValueCombo,
    WordsField,
    priority_choice,
    stance_choice,
)
from delegate_desk.gui.positions.wording_edit import WordingEdit
from delegate_desk.gui.widgets.adoption_bar import AdoptionLine
from delegate_desk.gui.widgets.autosave import Autosave
from delegate_desk.gui.widgets.basic_widgets import (
    GrowingEdit,
    flat_button,
    handle_escape,
    label,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.rows.row_painting import draw_cursor

if TYPE_CHECKING:
    from collections.abc import Callable

    Editor = GrowingEdit | QLineEdit | ValueCombo

ORDER = (
    "stance",
    "comment",
    "justification",
    "joint",
    "fallbacks",
    "red_line",
    "instruction",
    "source",
    "internal",
    "priority",
    "tags",
    "authors",
)
_ALWAYS = frozenset({"stance", "comment", "internal"})
"""What is offered of every provision that one works on."""
_KEY = 92
_LOWER = {True: 4, False: 2}
_NARROW = 640
_BESIDE, _BELOW = (0, 2, 1, 1), (1, 1, 1, 2)
"""Where the buttons stand, from the stance: row, column, and how many of each."""
_AT = {True: Qt.AlignmentFlag.AlignLeft, False: Qt.AlignmentFlag(0)}


class Fields(QWidget):
    """The rows.

    Signals:
        typed: Something was written.
        chosen: Something was chosen, which is saved as a single step.
        left: Esc was pressed in a field.
    """

    typed = Signal()
    chosen = Signal()
    left = Signal()

    def __init__(self, margin: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin = margin
        self._keys: dict[str, QLabel] = {}
        self._editors: dict[str, Editor] = {}
        self._asked: set[str] = set()
        self._item = PositionEntry(Address(""))
        self._active = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnMinimumWidth(0, _KEY)
        self._grid.setColumnStretch(1, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2)
        self._is_narrow = False
        self._grid.addLayout(self.buttons, *_BESIDE, Qt.AlignmentFlag.AlignTop)
        self._inside = label(self.tr("Internal – not for circulation"), "inside")
        self._inside.setIndent(0)
        self._grid.addWidget(self._inside, 2 * ORDER.index("fallbacks"), 0, 1, 3)
        self._inside.hide()

    def fit_to_width(self, width: int) -> None:
        """Put the buttons below the stance where the provision is too narrow for both on one line."""
        is_narrow = width < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._grid.removeItem(self.buttons)
            above = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            self._grid.addLayout(self.buttons, *(_BELOW if is_narrow else _BESIDE), above)

    def editor(self, name: str) -> Editor:
        """Return the editor of a field."""
        if name not in self._editors:
            self._make(name)
        return self._editors[name]

    def show_item(self, item: PositionEntry) -> None:
        """Show it as the library has it."""
        self._item = item
        for name in self._editors:
            self._fill(name)
        self.show_rows(active=self._active)

    def show_rows(self, *, active: bool) -> None:
        """Show the filled fields, and those likely needed while the provision is being edited."""
        if self._active and not active:
            self._asked.clear()
        self._active = active
        inside = False
        for name in ORDER:
            wanted = self._is_filled(name) or name in self._asked or (active and name in _ALWAYS)
            if wanted:
                self.editor(name)
                inside = inside or name not in CIRCULATED
            if name in self._editors:
                self._keys[name].setVisible(wanted)
                self._editors[name].setVisible(wanted)
        self._inside.setVisible(inside)
        self.setVisible(inside or active or any(self._is_filled(name) for name in ORDER))

    def edited_item(self, item: PositionEntry) -> PositionEntry:
        """An item with what is written in the fields."""
        changes: dict[str, object] = {}
        for name, editor in self._editors.items():
            if isinstance(editor, ValueCombo):
                value = editor.currentData()
                changes[name] = Stance(value) if name == "stance" and value else value
            elif isinstance(editor, LinesField):
                changes[name] = editor.lines
            elif isinstance(editor, CodesField):
                changes[name] = getattr(item, name) if editor.unknown() else editor.words
            elif isinstance(editor, WordsField):
                changes[name] = editor.words
            elif isinstance(editor, GrowingEdit):
                changes[name] = editor.toPlainText()
        return replace(item, **changes)  # type: ignore[arg-type]  # by name, each as the item has it

    def focus_field(self, name: str) -> None:
        """Show a field and put the caret into it."""
        self._asked.add(name)
        self.show_rows(active=self._active)
        editor = self.editor(name)
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu(self) -> QMenu:
        """The fields that are not shown, to be chosen from by letter."""
        menu = QMenu(self.tr("Add a field"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ORDER[:-1]:
            if name == "fallbacks":
                menu.addSeparator()
            if name in self._editors and self._editors[name].isVisibleTo(self):
                continue
            said = positions.position_field_label(name)
            shown = said if name in CIRCULATED else self.tr("{field} (internal)").format(field=said)
            menu.addAction(f"&{shown}").triggered.connect(lambda _=False, name=name: self.focus_field(name))
        if all(action.isSeparator() for action in menu.actions()):
            menu.clear()
            menu.addAction(self.tr("All fields are shown")).setEnabled(False)
        return menu

    def order(self) -> list[QWidget]:
        """The editors made so far, in the order of the keys."""
        return [self._editors[name] for name in ORDER if name in self._editors]

    # Making and filling

    def _make(self, name: str) -> None:
        made: dict[str, Callable[[], Editor]] = {
            "stance": stance_choice,
            "joint": CodesField,
            "fallbacks": LinesField,
            "priority": priority_choice,
            "tags": WordsField,
            "authors": CodesField,
        }
        editor = made.get(name, TextField)()
        internal = name not in CIRCULATED
        said = positions.position_field_label(name)
        editor.setAccessibleName(
            self.tr("{field} on {label}, internal").format(field=said, label=self._margin)
            if internal
            else self.tr("{field} on {label}").format(field=said, label=self._margin)
        )
        if isinstance(editor, GrowingEdit):
            set_part(editor, "internal" if internal else "text")
            editor.setPlaceholderText(self._hint(name))
            editor.textChanged.connect(self.typed)
            editor.escaped.connect(self.left)
        elif isinstance(editor, QLineEdit):
            set_property(editor, "tone", "internal" if internal else "")
            editor.setPlaceholderText(self._hint(name))
            editor.textEdited.connect(self.typed)
        elif isinstance(editor, ValueCombo):
            set_property(editor, "role", "red_line" if internal else "soft")
            editor.picked.connect(self.chosen)
        key = label(said, "key")
        row = 2 * ORDER.index(name) + 1 if name != "stance" else 0
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(editor, GrowingEdit):
            self._grid.addWidget(editor, row, 1, 1, 2)
        else:  # its words stand a little lower
            key.setContentsMargins(0, _LOWER[type(editor) is ValueCombo], 0, 0)
            self._grid.addWidget(editor, row, 1, 1, 1 if name == "stance" else 2, _AT[type(editor) is ValueCombo])
        self._keys[name], self._editors[name] = key, editor
        self._fill(name)
        order = self.order()
        at = order.index(editor)
        if at:
            self.setTabOrder(order[at - 1], editor)
        if at + 1 < len(order):
            self.setTabOrder(editor, order[at + 1])

    def _fill(self, name: str) -> None:
        editor, value = self._editors[name], getattr(self._item, name)
        if isinstance(editor, ValueCombo):
            editor.show_value(value)
            if name == "stance":
                set_property(editor, "role", terms.STANCE_ROLES[value] if value else "soft")
        elif isinstance(editor, LinesField):
            if editor.lines != value:
                editor.set_text("\n".join(" ".join(one.split()) for one in value))
        elif isinstance(editor, WordsField):
            editor.show_words(value)
        elif isinstance(editor, GrowingEdit):
            editor.set_text(value)

    def _is_filled(self, name: str) -> bool:
        editor = self._editors.get(name)
        if isinstance(editor, GrowingEdit):
            return bool(editor.toPlainText())
        if isinstance(editor, QLineEdit):
            return bool(editor.text())
        return getattr(self._item, name) not in (None, "", ())

    def _hint(self, name: str) -> str:
        return {
            "comment": self.tr("Comment (will be circulated)"),
            "justification": self.tr("Justification for the table (will be circulated)"),
            "joint": self.tr("Codes: DE, FR"),
            "fallbacks": self.tr("One per line, best first; Alt+↑ and Alt+↓ to reorder"),
            "red_line": self.tr("The minimum we can accept"),
            "instruction": self.tr("Instruction from the capital"),
            "source": self.tr("Who, where, when"),
            "internal": self.tr("Limits and contacts (never circulated)"),
            "tags": self.tr("Comma-separated"),
            "authors": self.tr("Source of the adopted drafting"),
        }[name]


_NUMBER = 96


class PlaceLine(QWidget):
    """Says it, with the number that the provision is to bear, and takes it back.

    Signals:
        numbered: Another number was typed, with it.
        taken_back: It is to stay where and as it is.
    """

    numbered = Signal(str)
    reverted = Signal()

    def __init__(self, cite: Callable[[Address], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cite = cite
        self.said_label = label("", "soft", wrap=True)
        self.number_edit = QLineEdit()
        set_part(self.number_edit, "inline")
        self.number_edit.setFixedWidth(_NUMBER)
        self.number_edit.setAccessibleName(self.tr("Number of the provision, as printed"))
        self.number_edit.setPlaceholderText(self.tr("number"))
        self._back = flat_button("", self.tr("Revert"))
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(self.said_label)
        line.addWidget(self.number_edit)
        line.addStretch(1)
        line.addWidget(self._back)
        self.number_edit.textEdited.connect(self.numbered)
        self._back.clicked.connect(self.reverted)

    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""
        return [self.number_edit, self._back]

    def show_item(self, item: PositionEntry, does: ProposedAction, *, active: bool) -> None:
        """Show what becomes of a provision; nothing for one that is only reworded."""
        where = self._cite(item.after) if item.after else ""
        said, back = {
            ProposedAction.INSERT: (
                self.tr("New, after {place}").format(place=where) if where else self.tr("New, at the beginning"),
                "",
            ),
            ProposedAction.MOVE: (
                self.tr("Moved after {place}").format(place=where) if where else self.tr("Moved to the beginning"),
                self.tr("Cancel Move"),
            ),
            ProposedAction.DELETE: (self.tr("Deletion proposed"), self.tr("Cancel Deletion")),
        }.get(does, ("", ""))
        numbered = does in (ProposedAction.INSERT, ProposedAction.MOVE)
        self.said_label.setText(self.tr("{said}, numbered").format(said=said) if numbered else said)
        set_property(self.said_label, "part", "danger" if does is ProposedAction.DELETE else "place")
        self.number_edit.setVisible(numbered)
        if self.number_edit.text() != item.label and not self.number_edit.hasFocus():
            self.number_edit.setText(item.label)
        self._back.setText(back)
        self._back.setAccessibleName(back or self.tr("Revert"))
        self._back.setVisible(bool(back) and active)
        self.setVisible(bool(said))


LABEL_COLUMN = 78


class ProvisionCard(QWidget):
    """Our line on one paragraph, written in place.

    Signals:
        written: It was changed, with the ``PositionEntry`` to save.
        chosen: The same of what is one step to undo.
        removed: It is to be taken back.
        shown_in_text: Its paragraph is to be shown in the text.
        menu_asked: What can be done with it is to be offered, with the place on the screen.
        left: Esc was pressed in it.
    """

    written = Signal(object)
    chosen = Signal(object)
    removed = Signal()
    shown_in_text = Signal()
    menu_requested = Signal(QPoint)
    left = Signal()

    def __init__(
        self,
        margin: str,
        source: str | None,
        item: PositionEntry,
        cite: Callable[[Address], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Show an item in the margin's name; its source is None for a provision that is not in the text."""
        super().__init__(parent)
        self.item = item
        self._source = source
        self._active = False
        self.setAccessibleName(self.tr("Provision {label}").format(label=margin))
        self.wording_edit = WordingEdit()
        self.wording_edit.setAccessibleName(self.tr("Wording of {label}").format(label=margin))
        if source is None:
            self.wording_edit.setPlaceholderText(self.tr("Text of the new provision"))
        self.fields = Fields(margin)
        self.place_line = PlaceLine(cite)
        self.uptake_line = AdoptionLine()
        self.mark_label = label(margin, "margin", wrap=True)
        self._margin = margin
        self._buttons: tuple[QPushButton, ...] = ()
        self._lay_out()
        self.saving = Autosave(self)
        self.saving.due.connect(self._say)
        self.show_item(source, item)
        self.wording_edit.proposed.connect(self.saving.mark_edited)
        self.wording_edit.replaced.connect(self._choose)
        self.fields.typed.connect(self.saving.mark_edited)
        self.fields.chosen.connect(self._choose)
        self.place_line.numbered.connect(self.saving.mark_edited)
        self.place_line.reverted.connect(self._stay)
        self.wording_edit.escaped.connect(self.left)
        self.fields.left.connect(self.left)
        self._show_rows()

    @property
    def is_active(self) -> bool:
        """Return True while it is the current provision."""
        return self._active

    @property
    def does(self) -> ProposedAction:
        """Return the change it requests of the text."""
        return self.item.proposed_action(is_there=self._source is not None)

    @property
    def is_new(self) -> bool:
        """True for a provision that is not in the text."""
        return self._source is None

    @property
    def source(self) -> str:
        """The wording that is drafted on; nothing for a new provision."""
        return self._source or ""

    @property
    def stance_combo(self) -> ValueCombo:
        """Return the editor of the stance."""
        editor = self.fields.editor("stance")
        assert isinstance(editor, ValueCombo)
        return editor

    @property
    def comment_edit(self) -> GrowingEdit:
        """Return the editor of the comment."""
        return self._text("comment")

    @property
    def internal_edit(self) -> GrowingEdit:
        """Return the editor of the internal note."""
        return self._text("internal")

    def show_item(self, source: str | None, item: PositionEntry) -> None:
        """Show it as the library has it."""
        self.item = item
        self._source = source
        if source is None and item.label:
            self.mark_label.setText(terms.margin_label(item.address, item.label))
        self.wording_edit.set_wording(self.source, item.proposal)
        self.fields.show_item(item)
        self._show_rows()

    def set_active(self, *, active: bool) -> None:
        """Show it as the current provision, or not."""
        self._active = active
        if not active:
            self.wording_edit.tidy()
            self.flush()
        self._show_rows()
        self.update()

    def focus_wording(self) -> None:
        """Put the caret into the wording."""
        self.set_active(active=True)
        self.wording_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Say now what was typed."""
        self.saving.flush()

    def change(self, item: PositionEntry) -> None:
        """Replace our position entry, in a single undo step."""
        self.flush()
        if item != self.item:
            wording = self.source if item.proposal is None else item.proposal
            self.wording_edit.undoing.steps.take(wording, len(wording))
            self.show_item(self._source, item)
            self.chosen.emit(item)

    def switch_deleted(self) -> None:
        """Ask for the provision to go, or let it stand again."""
        if self._source is not None:
            gone = self.does is ProposedAction.DELETE
            self.change(replace(self.item, proposal=None if gone else "", after=None if not gone else self.item.after))

    @override
    def event(self, event: QEvent) -> bool:
        """Esc leaves from any of its fields and buttons."""
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_cursor(painter, QRectF(self.rect()))

    def _text(self, name: str) -> GrowingEdit:
        editor = self.fields.editor(name)
        assert isinstance(editor, GrowingEdit)
        return editor

    def _written(self) -> PositionEntry:
        wording = self.wording_edit.proposal
        item = self.fields.edited_item(self.item)
        if self.does in (ProposedAction.INSERT, ProposedAction.MOVE):
            item = replace(item, label=self.place_line.number_edit.text())
        return replace(item, proposal=None if wording == self.source else wording)

    def _say(self) -> None:
        item = self._written()
        if self.saving.failed or item != self.item:
            self._take(item)
            self.written.emit(item)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fields.fit_to_width(self.width())
        self._rows.invalidate()  # Qt keeps the heights that they had at another width

    def _choose(self) -> None:
        item = self._written()
        if item != self.item:
            self._take(item)
            self.fields.show_item(item)
            self.chosen.emit(item)

    def _take(self, item: PositionEntry) -> None:
        did = self.does
        self.item = item
        if self._source is None and item.label:
            self.mark_label.setText(terms.margin_label(item.address, item.label))
        if self.does is not did:
            self._show_rows()

    def _stay(self) -> None:
        """Take back that it moves or goes."""
        if self.does is ProposedAction.DELETE:
            self.switch_deleted()
        else:
            self.change(replace(self.item, after=None, label=""))

    def _show_rows(self) -> None:
        """Show empty fields only while the provision is being edited."""
        self.fields.show_rows(active=self._active)
        self.place_line.show_item(self.item, self.does, active=self._active)
        if self._active and not self._buttons:
            self._make_buttons()
        for button in self._buttons:
            button.setVisible(self._active and (button is not self.look_button or not self.is_new))

    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""
        lines = [*self.place_line.tab_stops(), *self.uptake_line.findChildren(QPushButton)]
        return [self.wording_edit, *lines, *self.fields.order(), *self._buttons]

    def _make_buttons(self) -> None:
        """Make the buttons when editing of the provision starts, as there are many provisions."""
        self.more_button = flat_button(self.tr("More"), self.tr("Actions for {label}").format(label=self._margin))
        self.look_button = flat_button(
            self.tr("Show in Text"), self.tr("Show {label} in the text").format(label=self._margin)
        )
        self.remove_button = flat_button(
            self.tr("Remove"), self.tr("Remove the provision {label}").format(label=self._margin)
        )
        self._buttons = (self.more_button, self.look_button, self.remove_button)
        for button in self._buttons:
            self.fields.buttons.addWidget(button)
        self.remove_button.clicked.connect(self.removed)
        self.look_button.clicked.connect(self.shown_in_text)
        corner = QPoint(0, 0)
        self.more_button.clicked.connect(lambda: self.menu_requested.emit(self.more_button.mapToGlobal(corner)))

    def _lay_out(self) -> None:
        mark = self.mark_label
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark.setFixedWidth(LABEL_COLUMN - 20)
        self._rows = text = QVBoxLayout()
        text.setSpacing(4)
        for widget in (self.wording_edit, self.place_line, self.uptake_line, self.fields):
            text.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

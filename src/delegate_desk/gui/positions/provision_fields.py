"""Our comments on a provision besides its wording: first circulating fields, below them internal fields.

An empty field is shown only while the provision is being edited, rarer fields only on request; none is made
before it is seen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QWidget

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.fields import CIRCULATED
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.gui.positions.field_editors import (
    CodesField,
    LinesField,
    TextField,
    ValueCombo,
    WordsField,
    priority_choice,
    stance_choice,
)
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, label, part, set_property
from delegate_desk.gui.widgets.labels import positions, terms

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
        chosen: Something was chosen, which is saved as one step.
        left: Esc was pressed in one.
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

    def fit(self, width: int) -> None:
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

    def said(self, item: PositionEntry) -> PositionEntry:
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

    def ask(self, name: str) -> None:
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
            said = positions.field(name)
            shown = said if name in CIRCULATED else self.tr("{field} (internal)").format(field=said)
            menu.addAction(f"&{shown}").triggered.connect(lambda _=False, name=name: self.ask(name))
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
        said = positions.field(name)
        editor.setAccessibleName(
            self.tr("{field} on {label}, internal").format(field=said, label=self._margin)
            if internal
            else self.tr("{field} on {label}").format(field=said, label=self._margin)
        )
        if isinstance(editor, GrowingEdit):
            part(editor, "internal" if internal else "text")
            editor.setPlaceholderText(self._hint(name))
            editor.textChanged.connect(self.typed)
            editor.left.connect(self.left)
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

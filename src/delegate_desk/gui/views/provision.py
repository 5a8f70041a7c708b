"""One provision of a position: the wording drafted in place, and below it stance, comment and what stays with us."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.positions import Item, Stance
from delegate_desk.gui import names
from delegate_desk.gui.views.hit_painter import draw_cursor
from delegate_desk.gui.views.measure import UptakeLine
from delegate_desk.gui.views.parts import GrowingEdit, flat_button, label, leaves, part, set_property
from delegate_desk.gui.views.saving import Saving
from delegate_desk.gui.views.wording import WordingEdit

LABEL_COLUMN = 78
_KEY = 92


class Provision(QWidget):
    """Our line on one paragraph, written in place.

    Signals:
        written: It was changed, with the ``Item`` to save.
        removed: It is to be taken back.
        shown_in_text: Its paragraph is to be shown in the text.
        left: Esc was pressed in it.
        undo_asked, redo_asked: The keys for it were pressed in it.
    """

    written = Signal(object)
    removed = Signal()
    shown_in_text = Signal()
    left = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, margin: str, source: str, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._source = source
        self._active = False
        self.setAccessibleName(self.tr("Provision {label}").format(label=margin))
        self.wording_edit = WordingEdit()
        self.wording_edit.setAccessibleName(self.tr("Wording of {label}").format(label=margin))
        self.stance_combo = QComboBox()
        part(self.stance_combo, "stance")
        self.stance_combo.setAccessibleName(self.tr("Stance on {label}").format(label=margin))
        self.comment_edit = GrowingEdit()
        self.comment_edit.setAccessibleName(self.tr("Comment on {label}").format(label=margin))
        self.internal_edit = GrowingEdit(name="internal")
        self.internal_edit.setAccessibleName(self.tr("Internal note on {label}").format(label=margin))
        self.uptake_line = UptakeLine()
        self._keys = [label(text, "key") for text in (self.tr("Stance"), self.tr("Comment"), self.tr("Internal"))]
        self._remove = flat_button(self.tr("Remove"), self.tr("Remove the provision {label}").format(label=margin))
        self._look = flat_button(self.tr("Show in text"), self.tr("Show {label} in the text").format(label=margin))
        self._lay_out(margin)
        for stance in (None, *Stance):
            said = f"{names.STANCE_SIGNS[stance]}  {names.stance(stance)}" if stance else self.tr("—  none yet")
            self.stance_combo.addItem(said, stance)
        self.saving = Saving(self)
        self.saving.due.connect(self._say)
        self.show_item(source, item)
        self.wording_edit.proposed.connect(self.saving.touch)
        self.comment_edit.textChanged.connect(self.saving.touch)
        self.internal_edit.textChanged.connect(self.saving.touch)
        self.stance_combo.activated.connect(self._choose)
        for edit in (self.wording_edit, self.comment_edit, self.internal_edit):
            edit.left.connect(self.left)
            edit.undo_asked.connect(self.undo_asked)
            edit.redo_asked.connect(self.redo_asked)
        self._remove.clicked.connect(self.removed)
        self._look.clicked.connect(self.shown_in_text)
        self.set_active(active=False)

    @property
    def is_active(self) -> bool:
        """True while it is the one at hand."""
        return self._active

    def show_item(self, source: str, item: Item) -> None:
        """Show it as the library has it."""
        self.item = item
        self._source = source
        self.wording_edit.set_wording(source, item.proposal)
        self.stance_combo.setCurrentIndex(self.stance_combo.findData(item.stance) if item.stance else 0)
        self.comment_edit.set_text(item.comment)
        self.internal_edit.set_text(item.internal)
        self._show_stance()
        self._show_rows()

    def set_active(self, *, active: bool) -> None:
        """Show it as the one at hand, or not."""
        self._active = active
        if not active:
            self.wording_edit.tidy()
            self.flush()
        self._show_rows()
        self.update()

    def write(self) -> None:
        """Put the caret into the wording."""
        self.set_active(active=True)
        self.wording_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Say now what was typed."""
        self.saving.flush()

    @override
    def event(self, event: QEvent) -> bool:
        """Esc leaves from any of its fields and buttons."""
        return leaves(event, self.left.emit) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_cursor(painter, QRectF(self.rect()))

    def _say(self) -> None:
        proposal = self.wording_edit.proposal
        item = replace(
            self.item,
            proposal=None if proposal == self._source else proposal,
            comment=self.comment_edit.toPlainText(),
            internal=self.internal_edit.toPlainText(),
        )
        if self.saving.failed or item != self.item:
            self.item = item
            self.written.emit(item)

    def _choose(self, index: int) -> None:
        self.flush()
        stance = self.stance_combo.itemData(index)
        if stance != self.item.stance:
            self.item = replace(self.item, stance=Stance(stance) if stance else None)
            self._show_stance()
            self.written.emit(self.item)

    def _show_rows(self) -> None:
        """What is empty is shown only while one works on the provision."""
        rows: list[tuple[QLabel, QWidget, bool]] = [
            (self._keys[0], self.stance_combo, self.item.stance is not None),
            (self._keys[1], self.comment_edit, bool(self.comment_edit.toPlainText())),
            (self._keys[2], self.internal_edit, bool(self.internal_edit.toPlainText())),
        ]
        for key, field, filled in rows:
            key.setVisible(filled or self._active)
            field.setVisible(filled or self._active)
        self._remove.setVisible(self._active)
        self._look.setVisible(self._active)

    def _show_stance(self) -> None:
        role = names.STANCE_ROLES[self.item.stance] if self.item.stance else "soft"
        set_property(self.stance_combo, "role", role)

    def _lay_out(self, margin: str) -> None:
        mark = label(margin, "margin", wrap=True)
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark.setFixedWidth(LABEL_COLUMN - 20)
        self.comment_edit.setPlaceholderText(self.tr("Why; it goes out with the position"))
        self.internal_edit.setPlaceholderText(self.tr("Fallback, limits: never leaves with what circulates"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(1)
        grid.setColumnMinimumWidth(0, _KEY)
        grid.setColumnStretch(1, 1)
        stance = QHBoxLayout()
        stance.setContentsMargins(0, 0, 0, 0)
        stance.setSpacing(2)
        for widget in (self.stance_combo, None, self._look, self._remove):
            stance.addStretch(1) if widget is None else stance.addWidget(widget)
        grid.addWidget(self._keys[0], 0, 0)
        grid.addLayout(stance, 0, 1)
        for row, edit in ((1, self.comment_edit), (2, self.internal_edit)):
            self._keys[row].setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._keys[row], row, 0)
            grid.addWidget(edit, row, 1)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(self.wording_edit)
        text.addWidget(self.uptake_line)
        text.addLayout(grid)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)
        order = (self.wording_edit, self.stance_combo, self.comment_edit, self.internal_edit, self._look, self._remove)
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

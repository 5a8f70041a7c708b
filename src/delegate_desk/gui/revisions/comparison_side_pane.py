"""Side pane of a comparison: changes that concern us, then the reasons for the current row and our items on it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.revisions.comparison import UnitOutcome
from delegate_desk.gui.annotations.reading_cards import OtherVersionCard
from delegate_desk.gui.revisions.comparison_loader import ComparedSide
from delegate_desk.gui.revisions.comparison_model import ComparisonModel
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    clear_layout,
    flat_button,
    label,
    make_card,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import comparison

_NO_LIMIT = 16_777_215


class ComparisonSidePane(StyledPane):
    """The right column of a comparison.

    Attributes:
        boxes: Layout of the boxes on the comparison as a whole: in the upper half; the lower is for the current
            row.

    Signals:
        row_requested: An alternative unit of the new text is to be shown, with its address.
        place_requested: An annotation is to be shown in its document, with its ``Place``.
        left: Esc was pressed.
    """

    row_requested = Signal(str)
    place_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Current change"))
        self._upper, upper = _column()
        self.boxes = QVBoxLayout()
        self.boxes.setSpacing(8)
        upper.addLayout(self.boxes)
        upper.addStretch(1)
        self._lower, self._column = _column()
        layout = self._column
        self._head = label(self.tr("This change"), "head")
        layout.addWidget(self._head)
        self._frame, self._inner = make_card()
        layout.addWidget(self._frame)
        self._notes_head = label(self.tr("Our notes and position"), "head")
        layout.addWidget(self._notes_head)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        layout.addLayout(self._notes)
        layout.addStretch(1)
        self._rule = QFrame()
        set_part(self._rule, "rule")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._upper, 1)
        outer.addWidget(self._rule)
        outer.addWidget(self._lower)
        for area in (self._upper, self._lower):
            if (inside := area.widget()) is not None:
                inside.installEventFilter(self)
        self.show_row(None, -1)

    def show_row(self, rows: ComparisonModel | None, row: int) -> None:
        """Be about a row, or about none."""
        there = rows is not None and 0 <= row < len(rows.outcomes)
        for widget in (self._head, self._frame):
            widget.setVisible(there)
        clear_layout(self._inner)
        clear_layout(self._notes)
        self._notes_head.hide()
        if rows is None or not there:
            return
        self._show_verdict(rows, row)
        self._show_notes(rows, rows.outcomes[row])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heights()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_heights()
        return False

    def _fit_heights(self) -> None:
        """Give the row at hand the room it asks for below the boxes, at most half; all of it where there are none."""
        items = [self.boxes.itemAt(n) for n in range(self.boxes.count())]
        boxes = [box for item in items if item is not None and (box := item.widget()) is not None]
        has_boxes = any(box.isVisibleTo(self._upper) for box in boxes)
        self._upper.setMaximumHeight(_NO_LIMIT if has_boxes else 0)  # hidden it would not hear of a box that comes
        self._rule.setVisible(has_boxes)
        asked = max(self._column.totalHeightForWidth(self._lower.viewport().width()), 0)
        room = min(asked, self.height() // 2)
        self._lower.setMinimumHeight(room if has_boxes else 0)
        self._lower.setMaximumHeight(room if has_boxes else _NO_LIMIT)

    def _show_verdict(self, rows: ComparisonModel, row: int) -> None:
        fate = rows.outcomes[row]
        labels = dict.fromkeys(
            filter(None, (rows.label(row, ComparisonColumn.OLD), rows.label(row, ComparisonColumn.NEW)))
        )
        said, role = rows.verdict(row)
        title = " · ".join(filter(None, (" → ".join(labels), said)))
        if title:
            verdict = label(title, "verdict", wrap=True)
            set_property(verdict, "role", role)
            self._inner.addWidget(verdict)
        if reasons := comparison.basis_sentence(fate):
            self._inner.addWidget(label(reasons, "soft", wrap=True))
        for fault in rows.faults(row):
            self._inner.addWidget(label(f"▲ {comparison.mark_fault_label(fault)}", "warning", wrap=True))
        if not fate.is_sure:
            self._show_alternatives(rows, fate)

    def _show_alternatives(self, rows: ComparisonModel, fate: UnitOutcome) -> None:
        """The units that it could be as well, each to be looked at."""
        said = [self.tr("Uncertain – nothing is carried over automatically.")]
        if fate.may_be_deleted:
            said.append(self.tr("The old text may have been deleted and this text added."))
        if fate.other_units:
            said.append(self.tr("Other possibilities:"))
        self._inner.addWidget(label(" ".join(said), "warning", wrap=True))
        for address in fate.other_units:
            name = rows.name_in_new(address)
            button = flat_button(name, self.tr("Show {place}").format(place=name))
            set_property(button, "tone", "out")
            button.clicked.connect(lambda _=False, address=address: self.row_requested.emit(address))
            self._inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_notes(self, rows: ComparisonModel, fate: UnitOutcome) -> None:
        compared = rows.compared
        if compared is None:
            return
        for side, address in ((compared.old, fate.old), (compared.new, fate.new)):
            if address is not None:
                self._show_side(side, address)
        self._notes_head.setVisible(self._notes.count() > 0)

    def _show_side(self, side: ComparedSide, address: Address) -> None:
        for annotation in side.annotations.get(address, ()):
            made = OtherVersionCard(annotation, side.library_document.name)
            made.open_requested.connect(lambda one: self.place_requested.emit(one.place))
            made.left.connect(self.left)
            self._notes.addWidget(made)
        if address in side.position_addresses:
            place = Place(side.library_document.id, address)
            lead = flat_button(
                side.library_document.name, self.tr("Our position on {name}").format(name=side.library_document.name)
            )
            set_property(lead, "tone", "out")
            lead.clicked.connect(lambda: self.place_requested.emit(place))
            frame, inside = make_card()
            inside.addWidget(QLabel(self.tr("Covered by our position")))
            inside.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
            self._notes.addWidget(frame)


def _column() -> tuple[QScrollArea, QVBoxLayout]:
    """A pane that scrolls, and the layout inside it."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.setSpacing(8)
    area = QScrollArea()
    area.setProperty("part", "canvas")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area, layout

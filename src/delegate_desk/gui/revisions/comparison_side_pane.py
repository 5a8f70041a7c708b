"""The right column of a comparison: changes to our items, the current change, and our items on it."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import OtherVersionCard
from delegate_desk.gui.revisions.comparison_model import ComparedSide, ComparisonColumn, ComparisonModel
from delegate_desk.gui.revisions.consequences_view import ConsequencesPage, load_consequences_page
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.adoption_bar import AdoptionBar
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    clear_layout,
    column_layout,
    flat_button,
    label,
    link_label,
    make_card,
    row_layout,
    scroll_area,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow

_NO_LIMIT = 16_777_215


class ComparisonSidePane(StyledPane):
    row_requested = Signal(str)
    place_requested = Signal(object)  # Place
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
        column_layout((self._upper, 1), self._rule, self._lower, within=self, margins=0, spacing=0)
        for area in (self._upper, self._lower):
            if (inside := area.widget()) is not None:
                inside.installEventFilter(self)
        self.show_row(None, -1)

    def show_row(self, rows: ComparisonModel | None, row: int) -> None:
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
        texts = [self.tr("Uncertain – nothing is carried over automatically.")]
        if fate.may_be_deleted:
            texts.append(self.tr("The old text may have been deleted and this text added."))
        if fate.other_units:
            texts.append(self.tr("Other possibilities:"))
        self._inner.addWidget(label(" ".join(texts), "warning", wrap=True))
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
            made.open_requested.connect(lambda value: self.place_requested.emit(value.place))
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
    inside = QWidget()
    layout = column_layout(within=inside, margins=(16, 16, 16, 12), spacing=8)
    return scroll_area(inside), layout


_CARDS = 5
"""How many cards are shown; the page has all."""
_LONGEST = 60


class OwnItemsBox(QWidget):
    row_requested = Signal(object)  # ChangeListRow
    page_requested = Signal()
    review_requested = Signal()
    carry_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, pair: tuple[DocumentId, DocumentId]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._pair = pair
        self._comparison: Comparison | None = None
        self._page: ConsequencesPage | None = None
        self._job: Job | None = None
        self._layout = column_layout(within=self, margins=(0, 0, 0, 8), spacing=8)
        self.hide()
        theme.subscribe_to_theme(self, self._show)
        tasks.changed.connect(self._on_changes)

    def load(self, comparison: Comparison | None) -> None:
        desk, self._comparison = self._desk, comparison
        if self._job is not None:
            self._job.cancel()
        if comparison is not None:
            self._job = self._tasks.read(
                lambda: load_consequences_page(desk, desk.consequences.for_comparison(comparison)),
                while_alive(self, self._on_loaded),
            )

    def _on_loaded(self, page: ConsequencesPage) -> None:
        self._job = None
        self._page = page
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        pair = {*self._pair, *(self._page.consequences.versions if self._page else ())}
        if changes.meetings or pair & (changes.positions | {place.document for place in changes.annotations}):
            self.load(self._comparison)

    def _show(self) -> None:
        page = self._page
        clear_layout(self._layout)
        if page is None:
            return
        # what was not carried over has no place in the new text yet, which is not to look as if it were gone
        ours = page.own_rows() if page.consequences.carry.items or page.consequences.carry.earlier else ()
        if ours:
            self._layout.addWidget(label(self.tr("What changed for us"), "head"))
            for row in ours[:_CARDS]:
                self._layout.addWidget(self._card(row))
            self._layout.addWidget(self._full_page_button(len(ours)), 0, Qt.AlignmentFlag.AlignLeft)
        self._show_carried(page)
        self.setVisible(self._layout.count() > 0)

    def _full_page_button(self, number: int) -> QWidget:
        more = flat_button(
            self.tr("All {n} on one page").format(n=terms.format_number(number))
            if number > _CARDS
            else self.tr("Show full page"),
            self.tr("Show what changed for us on one page"),
        )
        set_property(more, "tone", "out")
        more.clicked.connect(self.page_requested)
        return more

    def _card(self, row: ChangeListRow) -> QFrame:
        frame, inside = make_card()
        sign = QLabel()
        if row.sign is not None:
            sign.setPixmap(theme.kind_icon(row.sign, 11).pixmap(QSize(11, 11)))
        title = link_label("facet")
        ink = theme.color("ink").name()
        title.setText(f'<a href="there" style="color:{ink}; text-decoration:none">{escape(row.title)}</a>')
        title.setAccessibleName(row.accessible_text())
        title.linkActivated.connect(lambda _: self.row_requested.emit(row))
        outcome = label(row.outcome, "outcome")
        set_property(outcome, "role", row.role)
        sign.setContentsMargins(0, 4, 0, 0)
        head = row_layout(sign, (title, 1), outcome, spacing=4)
        for widget in (sign, outcome):
            head.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        if row.measure is not None:
            inside.addWidget(AdoptionBar(row.measure, row.role))
        text = self._change_sentence(row)
        if text:
            inside.addWidget(label(text, "line", wrap=True))
        return frame

    def _change_sentence(self, row: ChangeListRow) -> str:
        if row.is_pending:
            return self.tr("Its place is uncertain.")
        if row.place is None:
            return self.tr("Kept on the previous revision, with its last text.")
        if row.measure is not None:
            taken = [word for change, word, took in row.counted_words if took and change is WordChange.INSERT]
            left = [word for change, word, took in row.counted_words if not took and change is WordChange.INSERT]
            said = [(self.tr("included: {words}"), taken), (self.tr("not included: {words}"), left)]
            return " · ".join(text.format(words=_shortened(", ".join(words))) for text, words in said if words)
        gone, came = next(_replacements(row), ("", ""))
        if gone and came:
            return self.tr("“{old}” is now “{new}”.").format(old=_shortened(gone), new=_shortened(came))
        if came:
            return self.tr("“{words}” was added.").format(words=_shortened(came))
        return self.tr("“{words}” was deleted.").format(words=_shortened(gone)) if gone else ""

    def _show_carried(self, page: ConsequencesPage) -> None:
        found = page.consequences
        if not found.carry.items and not page.consequences.own_item_count:
            return
        self._layout.addWidget(label(self.tr("Carried over"), "head"))
        frame, inside = make_card()
        if not found.carry.items and page.consequences.own_item_count > len(found.deleted_earlier):
            inside.addWidget(label(self.tr("Not carried over yet."), "soft"))
            button = flat_button(
                self.tr("Carry Over"), self.tr("Carry over notes and position from the previous revision")
            )
            button.clicked.connect(self.carry_requested)
        else:
            counts = (
                (self.tr("placed"), found.carry.placed_count, ""),
                (self.tr("to check"), found.carry.open_count, "scrutiny_reservation"),
                (self.tr("paragraph deleted"), found.carry.deleted_count, ""),
                *([(self.tr("deleted earlier"), deleted, "")] if (deleted := found.carry.deleted_earlier) else []),
            )
            for text, number, role in counts:
                inside.addLayout(_count_row(text, number, role if number else ""))
            look = terms.format_count(found.carry.open_count, self.tr("Check 1 note"), self.tr("Check {n} notes"))
            button = flat_button(
                look if found.carry.open_count else self.tr("Check all"), self.tr("Review what was carried over")
            )
            button.clicked.connect(self.review_requested)
        set_part(button, "filter")
        set_property(button, "tone", "out")
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(frame)


def _count_row(text: str, number: int, role: str) -> QHBoxLayout:
    line = QHBoxLayout()
    figure = label(terms.format_number(number), "line")
    set_property(figure, "role", role)
    line.addWidget(label(text, "line"))
    line.addStretch(1)
    line.addWidget(figure)
    return line


def _replacements(row: ChangeListRow) -> Iterator[tuple[str, str]]:
    for passage in row.passages:
        gone = ""
        for change, text in (*passage.words, (WordChange.EQUAL, "")):
            if change is WordChange.DELETE:
                gone = text.strip()
            elif change is WordChange.INSERT and text.strip():
                yield gone, text.strip()
                gone = ""
            elif gone:
                yield gone, ""
                gone = ""


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rsplit(' ', 1)[0]} …"

"""Others on a paragraph: the statements and written comments of other delegations."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.meetings.allies import PlaceAllies
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import Stance, StanceSide, stance_side
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.paragraphs.file_section import FileSection, coloured, place_link
from delegate_desk.gui.paragraphs.paragraph_context import CarryOrigin, ParagraphContext
from delegate_desk.gui.positions.position_model import OtherProposal
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    ReadingCard,
    clear_layout,
    flat_button,
    label,
    link_label,
    row_layout,
    set_property,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.our_marks import mark_changes

translate = QCoreApplication.translate
_CONTEXT = 60
"""Unchanged characters shown around a change."""
_CHIPS = 6


@dataclass(frozen=True, slots=True)
class DelegationStatement:
    """The latest statement of a delegation.

    Attributes:
        origin: Where it was carried from, if it was made on an earlier revision.
    """

    code: str
    intervention: Intervention
    origin: CarryOrigin | None = None


def latest_statements(
    interventions: Iterable[tuple[Intervention, CarryOrigin | None]], ours: str | None
) -> list[DelegationStatement]:
    """Return the latest statement of each delegation but ours, in protocol order."""
    latest: dict[str, DelegationStatement] = {}
    for intervention, origin in interventions:
        for code in intervention.delegations:
            latest[code] = DelegationStatement(code, intervention, origin)
    latest.pop(ours or "", None)
    return sorted(latest.values(), key=lambda statement: protocol_rank(statement.code))


def sides_line(statements: Sequence[DelegationStatement], ours: Stance | None) -> str:
    """Delegations with us, reserved and against us, as rich text."""
    groups = [f"{coloured(name, 'soft')} <b>{' '.join(codes)}</b>" for name, codes in _sides(statements, ours)]
    return theme.semi_bold(" &nbsp; ".join(groups))


def _sides(statements: Sequence[DelegationStatement], ours: Stance | None) -> list[tuple[str, list[str]]]:
    """Return the sides with their delegations, ours first; for and against the text if we have no stance."""
    own, sides = stance_side(ours), {side: list[str]() for side in StanceSide}
    for statement in statements:
        side = stance_side(statement.intervention.stance)
        if side is not None:
            sides[side].append(statement.code)
    names = {
        StanceSide.FOR: translate("context", "For the text"),
        StanceSide.RESERVED: translate("context", "Reserved"),
        StanceSide.AGAINST: translate("context", "Against the text"),
    }
    order = list(StanceSide)
    if own is not None:
        order.sort(key=lambda side: side is not own)
        names[own] = translate("context", "With us")
        if own is not StanceSide.RESERVED:
            opposite = StanceSide.AGAINST if own is StanceSide.FOR else StanceSide.FOR
            names[opposite] = translate("context", "Against us")
    return [(names[side], sides[side]) for side in order if sides[side]]


def allies_lines(allies: PlaceAllies | None) -> list[str]:
    """Delegations that could join our side, and what it lacks for a majority or a blocking minority, as rich text."""
    if allies is None:
        return []
    lines = []
    if allies.could_join:
        joining = (f"<b>{pair.b}</b> {round(100 * (pair.share or 0))} % ({pair.shared})" for pair in allies.could_join)
        title = translate("context", "Could join us")
        lines.append(f"{coloured(title, 'soft')} {' &nbsp; '.join(joining)}")
    if allies.is_majority:
        lines.append(coloured(translate("context", "Our side has a qualified majority"), "soft"))
    elif allies.is_blocking:
        lines.append(coloured(translate("context", "Our side is a blocking minority"), "soft"))
    elif allies.blocking:
        text = translate("context", "Would block with {members}").format(members=" ".join(allies.blocking[0]))
        lines.append(coloured(text, "soft"))
    return [theme.semi_bold(line) for line in lines]


class OthersSection(FileSection):
    """Statements and written comments.

    Signals:
        wording_adopted: A wording is to be adopted in our position, with the ``OtherProposal``.
        removed: A person's entry is to be removed, with its key.
    """

    wording_adopted = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Others"), parent)
        self._shown: tuple[object, ...] = ()
        self.cards: list[OtherProposalCard] = []
        theme.subscribe_to_theme(self, self._refresh)
        self._context: ParagraphContext | None = None
        self._proposals: Sequence[OtherProposal] = ()

    def show_context(self, context: ParagraphContext | None, proposals: Sequence[OtherProposal] = ()) -> None:
        own = context.own.entry.stance if context is not None and context.own is not None else None
        key = (
            (context.place, context.interventions, own, tuple(proposals), context.allies) if context is not None else ()
        )
        if key != self._shown:
            self._shown, self._context, self._proposals = key, context, proposals
            self._refresh()

    def _refresh(self) -> None:
        context = self._context
        clear_layout(self.body_layout)
        self.cards = []
        if context is None:
            self.show_nothing()
            return
        ours = context.own.entry.stance if context.own is not None else None
        statements = latest_statements(context.interventions, context.delegation)
        if line := sides_line(statements, ours):
            sides = link_label("line")
            sides.setText(line)
            self.body_layout.addWidget(sides)
            for more in allies_lines(context.allies):
                shown = link_label("line")
                shown.setText(more)
                self.body_layout.addWidget(shown)
        adoptable = {other.intervention: other for other in self._proposals if other.proposal is not None}
        for statement in statements:
            self._add_statement(statement, context, adoptable.get(statement.intervention.id))
        for other in self._proposals:
            if other.intervention is None:
                self._add_card(other)
        count = len(statements) + len(self.cards)
        if count:
            name, codes = next(iter(_sides(statements, ours)), ("", []))
            cut = "…" if len(codes) > _CHIPS else ""
            self.show_content(count, fact=" ".join((name, *codes[:_CHIPS], cut)).strip())
        else:
            self.show_nothing()

    def _add_statement(
        self, statement: DelegationStatement, context: ParagraphContext, other: OtherProposal | None
    ) -> None:
        said, stance = statement.intervention, statement.intervention.stance
        chip = label(statement.code, "delegation")
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = label(terms.STANCE_SIGNS[stance] if stance else "", "facet")
        sign.setMinimumWidth(12)
        set_property(sign, "role", terms.STANCE_ROLES[stance] if stance else "soft")
        words = link_label("plain")
        text = escape(said.text or (terms.stance_label(stance) if stance else said.line.text))
        if statement.origin is not None:
            where = translate("context", "on {name}, {place}").format(
                name=statement.origin.library_document.name, place=statement.origin.citation
            )
            text = f"{text} · {place_link(statement.origin.place, where)}"
            words.linkActivated.connect(lambda _, place=statement.origin.place: self.opened.emit(place))
        words.setText(text)
        stance_name = terms.stance_label(stance) if stance else ""
        words.setAccessibleName(", ".join(filter(None, (statement.code, stance_name, said.text))))
        day = context.meeting_days.get(said.line.meeting)
        last: QWidget = label(terms.format_short_day(day) if day else "", "small")
        if other is not None:
            last = self._adopt_button(other)
        row = QWidget()
        top = Qt.AlignmentFlag.AlignTop
        parts = ((chip, 0, top), (sign, 0, top), (words, 1), (last, 0, top))
        row_layout(*parts, within=row, margins=0, spacing=6)
        self.body_layout.addWidget(row)

    def _adopt_button(self, other: OtherProposal) -> QPushButton:
        button = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
        set_property(button, "tone", "out")
        button.clicked.connect(lambda: self.wording_adopted.emit(other))
        return button

    def _add_card(self, other: OtherProposal) -> None:
        card = OtherProposalCard(other)
        card.adopted.connect(lambda: self.wording_adopted.emit(other))
        card.removed.connect(lambda: self.removed.emit(other.entry_key))
        card.left.connect(self.left)
        self.body_layout.addWidget(card)
        self.cards.append(card)

    @override
    def entries(self) -> list[QWidget]:
        buttons = self.body.findChildren(QPushButton)
        return [entry for entry in (*buttons, *self.cards) if entry.isVisibleTo(self)]


class OtherProposalCard(ReadingCard):
    adopted = Signal()
    removed = Signal()

    def __init__(self, other: OtherProposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_adoptable = other.proposal is not None
        codes = (other.person,) if other.entry_key else other.delegations or (self.tr("no delegation named"),)
        head = [label(code, "chip") for code in codes[:_CHIPS]]
        if len(codes) > _CHIPS:
            head.append(label(f"+{terms.format_number(len(codes) - _CHIPS)}", "chip"))
        if other.stance is not None:
            sign = label(f"{terms.STANCE_SIGNS[other.stance]} {terms.stance_label(other.stance)}", "soft")
            set_property(sign, "role", terms.STANCE_ROLES[other.stance])
            head.append(sign)
        self._add_row(head, [label(other.origin, "small")])
        if other.words:
            wording = link_label("text")
            wording.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            wording.setText(terms.quote(mark_changes(other.words, _CONTEXT)))
            self._column.addWidget(wording)
        self._add_text(other.comment, "soft", is_selectable=True)
        adopt = self.tr("T to adopt this drafting") if self._is_adoptable else ""
        if other.entry_key is not None:
            self._add_buttons()
        else:
            self._add_text(adopt, "small")
        if self._is_adoptable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.activated.connect(self.adopted)
        proposed = "".join(text for change, text in other.words if change is not WordChange.DELETE)
        self.setAccessibleName(f"{', '.join(codes)}: {proposed or other.comment}")
        self.setAccessibleDescription(adopt)

    def _add_buttons(self) -> None:
        adopt = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
        remove = flat_button(self.tr("Remove"), self.tr("Remove this entry"))
        remove.setToolTip(self.tr("It will stay removed even if it is sent again"))
        adopt.clicked.connect(self.adopted)
        remove.clicked.connect(self.removed)
        self._add_row([], [adopt, remove], spacing=2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_adoptable and key_bindings.is_pressed(event, "position_take_over"):
            self.adopted.emit()
        else:
            super().keyPressEvent(event)

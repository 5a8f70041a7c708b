"""Others on a paragraph: the statements and written comments of other delegations."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.allies import PlaceAllies
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import Stance, StanceSide, stance_side
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import FileSection, ReadingCard, in_color, place_link, translate
from delegate_desk.gui.paragraphs.paragraph_context import CarryOrigin, ParagraphContext
from delegate_desk.gui.positions.position_model import OtherProposal, OtherProposals, load_other_proposals
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    flat_button,
    label,
    link_label,
    row_layout,
    set_property,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.our_marks import mark_changes

_CONTEXT = 60
"""Unchanged characters shown around a change."""
_CHIPS = 6


DelegationStatement = tuple[str, Intervention, CarryOrigin | None]
"""The latest statement of a delegation, and the earlier revision that it was carried over from, if any."""


def latest_statements(
    interventions: Iterable[tuple[Intervention, CarryOrigin | None]], ours: str | None
) -> list[DelegationStatement]:
    """Return the latest statement of each delegation except ours, in protocol order."""
    latest: dict[str, DelegationStatement] = {}
    for intervention, origin in interventions:
        for code in intervention.delegations:
            latest[code] = code, intervention, origin
    latest.pop(ours or "", None)
    return [latest[code] for code in sorted(latest, key=protocol_rank)]


def _sides(statements: Sequence[DelegationStatement], ours: Stance | None) -> list[tuple[str, list[str]]]:
    """Return the sides with their delegations, ours first; for and against the text if we have no stance."""
    own, sides = stance_side(ours), {side: list[str]() for side in StanceSide}
    for code, intervention, _ in statements:
        side = stance_side(intervention.stance)
        if side is not None:
            sides[side].append(code)
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


def _stance(context: ParagraphContext) -> Stance | None:
    return context.own.entry.stance if context.own is not None else None


def allies_lines(allies: PlaceAllies | None) -> list[str]:
    """Return delegations that could join our side, and what it lacks to pass or to block, as rich text."""
    if allies is None:
        return []
    lines = []
    if allies.could_join:
        joining = (f"<b>{pair.b}</b> {round(100 * (pair.share or 0))} % ({pair.shared})" for pair in allies.could_join)
        title = translate("context", "Could join us")
        lines.append(f"{in_color(title, 'soft')} {' &nbsp; '.join(joining)}")
    facts = []
    if allies.is_majority:
        facts.append(translate("context", "Our side has a qualified majority"))
    elif allies.is_blocking:
        facts.append(translate("context", "Our side is a blocking minority"))
    elif allies.blocking:
        facts.append(translate("context", "Would block with {members}").format(members=" ".join(allies.blocking[0])))
    if allies.majority and not allies.is_majority:
        text = translate("context", "Would have a majority with {members}")
        facts.append(text.format(members=" ".join(allies.majority[0])))
    return [theme.semi_bold(line) for line in (*lines, *(in_color(fact, "soft") for fact in facts))]


class OthersSection(FileSection):
    """Statements and written comments.

    Signals:
        wording_adopted: A wording is to be adopted in our position, with the ``OtherProposal``.
    """

    key = "others"
    folded_under = 1180
    wording_adopted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Others"), parent)
        self._desk, self._tasks = desk, tasks
        self.cards: list[OtherProposalCard] = []
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._proposals: OtherProposals = {}
        self._document: DocumentId | None = None
        self._loader = LatestOnly(tasks, self)
        self._shown: Sequence[object] = ()
        tasks.changed.connect(self._on_changed)
        theme.subscribe_to_theme(self, self._refresh)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = paragraphs
        self._load()
        shown = [(one.place, one.interventions, _stance(one), one.allies, len(paragraphs)) for one in paragraphs]
        if shown != self._shown:
            self._shown = shown
            self._refresh()

    def _load(self) -> None:
        """Load the comments of others on the document, once for all its paragraphs."""
        document = self._paragraphs[0].place.document if self._paragraphs else None
        if document is not None and document != self._document:
            self._proposals, self._document = {}, document
            self._loader.run(lambda _: load_other_proposals(self._desk, document), self._on_loaded)

    def _on_loaded(self, proposals: OtherProposals) -> None:
        self._proposals = proposals
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.contributions or changes.meetings or changes.settings:
            self._document = None
            self._load()

    def _refresh(self) -> None:
        clear_layout(self.body_layout)
        self.cards = []
        count, fact = 0, ""
        for context in self._paragraphs:
            statements = latest_statements(context.interventions, context.delegation)
            proposals = self._proposals.get(context.place.address, ())
            entries = self._entries(context, statements, proposals)
            self.add_entries(entries, context, is_named=len(self._paragraphs) > 1)
            count += len(statements) + sum(other.intervention is None for other in proposals)
            name, codes = next(iter(_sides(statements, _stance(context))), ("", []))
            cut = "…" if len(codes) > _CHIPS else ""
            fact = fact or " ".join((name, *codes[:_CHIPS], cut)).strip()
        self.show_entries(count, fact=fact)

    def _entries(
        self,
        context: ParagraphContext,
        statements: Sequence[DelegationStatement],
        proposals: Sequence[OtherProposal],
    ) -> list[QWidget]:
        entries: list[QWidget] = []
        sides = [
            f"{in_color(name, 'soft')} <b>{' '.join(codes)}</b>" for name, codes in _sides(statements, _stance(context))
        ]
        if sides:
            for line in (theme.semi_bold(" &nbsp; ".join(sides)), *allies_lines(context.allies)):
                shown = link_label("line")
                shown.setText(line)
                entries.append(shown)
        adoptable = {other.intervention: other for other in proposals if other.proposal is not None}
        entries += [self._statement(statement, context, adoptable.get(statement[1].id)) for statement in statements]
        return entries + [self._card(other) for other in proposals if other.intervention is None]

    def _statement(
        self, statement: DelegationStatement, context: ParagraphContext, other: OtherProposal | None
    ) -> QWidget:
        code, said, origin = statement
        stance = said.stance
        chip = label(code, "delegation")
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = label(terms.STANCE_SIGNS[stance] if stance else "", "facet")
        sign.setMinimumWidth(12)
        set_property(sign, "role", terms.STANCE_ROLES[stance] if stance else "soft")
        words = link_label("plain")
        text = escape(said.text or (terms.stance_label(stance) if stance else said.line.text))
        if origin is not None:
            where = translate("context", "on {name}, {place}")
            where = where.format(name=origin.library_document.name, place=origin.citation)
            text = f"{text} · {place_link(origin.place, where)}"
            words.linkActivated.connect(lambda _, place=origin.place: self.opened.emit(place))
        words.setText(text)
        stance_name = terms.stance_label(stance) if stance else ""
        words.setAccessibleName(", ".join(filter(None, (code, stance_name, said.text))))
        day = context.meeting_days.get(said.line.meeting)
        last: QWidget = label(terms.format_short_day(day) if day else "", "small")
        if other is not None:
            last = button = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
            set_property(button, "tone", "out")
            button.clicked.connect(lambda: self.wording_adopted.emit(other))
        row = QWidget()
        top = Qt.AlignmentFlag.AlignTop
        parts = ((chip, 0, top), (sign, 0, top), (words, 1), (last, 0, top))
        row_layout(*parts, within=row, margins=0, spacing=6)
        return row

    def _card(self, other: OtherProposal) -> QWidget:
        card = OtherProposalCard(other)
        card.adopted.connect(lambda: self.wording_adopted.emit(other))
        card.removed.connect(lambda: self._remove(other))
        card.left.connect(self.left)
        self.cards.append(card)
        return card

    def _remove(self, other: OtherProposal) -> None:
        document, key = self._document, other.entry_key
        if document is not None and key is not None:
            self._tasks.write(lambda: self._desk.packages.remove_positions(document, [key]))

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
            adopt_button = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
            remove = flat_button(self.tr("Remove"), self.tr("Remove this entry"))
            remove.setToolTip(self.tr("It will stay removed even if it is sent again"))
            adopt_button.clicked.connect(self.adopted)
            remove.clicked.connect(self.removed)
            self._add_row([], [adopt_button, remove], spacing=2)
        else:
            self._add_text(adopt, "small")
        if self._is_adoptable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.activated.connect(self.adopted)
        proposed = "".join(text for change, text in other.words if change is not WordChange.DELETE)
        self.setAccessibleName(f"{', '.join(codes)}: {proposed or other.comment}")
        self.setAccessibleDescription(adopt)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_adoptable and key_bindings.is_pressed(event, "position_take_over"):
            self.adopted.emit()
        else:
            super().keyPressEvent(event)

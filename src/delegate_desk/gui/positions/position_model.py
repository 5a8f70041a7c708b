"""A position as shown in the window: our lines, and the wordings they are about."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from html import escape

from PySide6.QtCore import QCoreApplication

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, Kind, LibraryDocument, Paragraph
from delegate_desk.core.exchange.package import ExchangedKey, Person
from delegate_desk.core.meetings.meeting import InterventionId
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.position import MARKS, Position, PositionEntry, PositionStatus, Stance
from delegate_desk.core.positions.requested_wordings import insert_wording
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.adoption import ProposalAdoption
from delegate_desk.core.revisions.reanchor import merge_wordings
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import dossiers, positions, terms

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DraftedPosition:
    """A position with its document.

    Attributes:
        units: Units of the document, by address in reading order.
        notes: Our annotations for circulation, which a file contains as well, in reading order.
        marks: Our internal red lines and reservations, by address.
        headings: By address, the article, annex or recitals that contain a provision: number and title.
    """

    library_document: LibraryDocument
    position: Position
    delegation: str | None
    units: Mapping[Address, Paragraph]
    notes: tuple[Annotation, ...] = ()
    marks: Mapping[Address, Sequence[Annotation]] = field(default_factory=dict)
    headings: Mapping[Address, tuple[str, str]] = field(default_factory=dict)

    def heading(self, item: PositionEntry) -> tuple[str, str]:
        """Return the heading above a provision; of a new provision, that of the paragraph before it."""
        address = item.address if item.address in self.units else item.after
        return self.headings.get(address, ("", "")) if address else ("", "")

    def source(self, address: Address) -> str | None:
        unit = self.units.get(address)
        return unit.text if unit else None

    def label(self, address: Address) -> str:
        unit = self.units.get(address)
        label = terms.margin_label(address, unit.label if unit else self.position.entry_at(address).label)
        segments = address.split("__")
        shown = segments[-2:] if segments[-1].startswith("cell_") else segments[-1:]
        return label or " ".join(map(terms.segment_label, shown))

    def order(self, items: Iterable[PositionEntry]) -> list[Address]:
        """Return the addresses of some items in the order of the text, new provisions at their position."""
        return [item.address for item in in_text_order(items, list(self.units))]

    def footnotes(self, address: Address) -> dict[Address, str]:
        unit = self.units.get(address)
        return {call.note: call.printed for call in unit.calls if call.note in self.units} if unit else {}


def position_title(drafting: DraftedPosition) -> str:
    """Return whose position it is, on what, and its status, as rich text."""
    document, title = drafting.library_document, translate("PositionsView", "Position")
    if drafting.delegation:
        state = terms.state_name_genitive(drafting.delegation)
        title = translate("PositionsView", "Position {of_state}").format(of_state=state)
    name = dossiers.revision(document) if document.header.reference is not None else document.name
    status = positions.position_status_label(drafting.position)
    return theme.page_title(title, translate("PositionsView", "on {name} · {status}").format(name=name, status=status))


def position_counts(drafting: DraftedPosition) -> str:
    """Return the numbers of entries and the history of a position, with a warning of later changes, as rich text."""
    position, total = drafting.position, len(drafting.position.items)
    drafted = sum(item.proposal not in (None, drafting.source(item.address)) for item in position.items)
    texts = positions.entries(total, len(drafting.notes))
    if drafted:
        singular = translate("PositionsView", "1 with our drafting")
        plural = translate("PositionsView", "{n} with our drafting")
        texts.insert(bool(total), terms.format_count(drafted, singular, plural))
    if texts or position.general or position.internal or position.version > 1:
        texts += positions.version_history(position)
    warning, amber = positions.change_warning(position), theme.color("scrutiny_reservation").name()
    warning_html = f' <span style="color:{amber}">{escape(warning)}</span>' if warning else ""
    return escape(" · ".join(texts)) + warning_html or " "


AdoptedWordings = tuple[str, Mapping[Address, ProposalAdoption]]
"""The name of the next revision, and by provision the extent to which it adopted our wording; both may be empty."""


def load_adopted_wordings(desk: Desk, document: DocumentId) -> AdoptedWordings:
    """Return the adoption of our wordings in the first revision that they were carried over to. Slow.

    Safe on any thread.
    """
    revisions = desk.comparisons.revisions(document) if desk.positions.get(document).items else []
    newer = revisions[: next((n for n, revision in enumerate(revisions) if revision.id == document), 0)]
    carried = (revision for revision in reversed(newer) if desk.carryover.find_carry(document, revision.id).items)
    target = next(carried, None)
    if target is None:
        return "", {}
    comparison = finish(desk.comparisons.compare(document, target.id))
    proposals = desk.consequences.for_comparison(comparison).proposals
    return target.name, {proposal.old: proposal.adoption for proposal in proposals if proposal.item is not None}


def load_drafting(desk: Desk, document: DocumentId) -> DraftedPosition:
    units = {unit.address: unit for unit in desk.documents.content(document).units()}
    marks: dict[Address, list[Annotation]] = {}
    for note in desk.annotations.own_for_document(document):
        if note.kind in MARKS and not note.circulates and note.reply_to is None:
            marks.setdefault(note.place.address, []).append(note)
    return DraftedPosition(
        desk.documents.get(document),
        desk.positions.get(document),
        desk.positions.delegation(),
        units,
        tuple(desk.annotations.circulating(document)),
        marks,
        dict(_headings(units.values())),
    )


def _headings(units: Iterable[Paragraph]) -> Iterator[tuple[Address, tuple[str, str]]]:
    """Give each paragraph the heading of the article, annex or part above it; recitals have no title."""
    heading = "", ""
    for unit in units:
        if unit.kind in HEADINGS:
            heading = unit.label or unit.text, unit.text if unit.label else ""
        elif unit.kind is Kind.RECITAL:
            heading = translate("positionwords", "Recitals"), ""
        yield unit.address, heading


@dataclass(frozen=True, slots=True)
class OtherProposal:
    """Comments of other delegations on one provision.

    Attributes:
        origin: Its document, or the day of the meeting; may be empty.
        person: Author of a position entry received in a package.
        place: For a person's position entry, its place as in the margin.
        intervention: The intervention that it comes from.
    """

    delegations: tuple[str, ...]
    proposal: str | None
    words: WordDiff
    comment: str
    origin: str
    stance: Stance | None = None
    person: str = ""
    entry_key: ExchangedKey | None = None
    place: str = ""
    intervention: InterventionId | None = None


OtherProposals = Mapping[Address, tuple[OtherProposal, ...]]


def load_other_proposals(desk: Desk, document: DocumentId) -> OtherProposals:
    """Return the comments and interventions of others, those with a wording first. Slow; safe on any thread."""
    own_code = desk.positions.delegation()
    interventions = desk.meetings.interventions_for_document(document)
    sent = desk.packages.positions_for_document(document)
    units = {unit.address: unit for unit in desk.documents.content(document).units()} if interventions or sent else {}
    proposals: dict[Address, list[OtherProposal]] = {}
    for contribution in desk.contributions.for_document(document):
        origin = desk.documents.get(contribution.paper).name
        for part in contribution.placed:
            if part.address is not None:
                comment = part.provision_comment
                proposal = OtherProposal(comment.delegations, comment.proposal, part.word_diff, comment.comment, origin)
                proposals.setdefault(part.address, []).append(proposal)
    for intervention in interventions:
        unit = units.get(intervention.place.address) if intervention.place is not None else None
        if unit is not None and (intervention.wordings or intervention.text.strip()):
            day = desk.meetings.get(intervention.line.meeting).date
            wording: str | None = None
            place = intervention.place
            if intervention.wordings and place is not None and place.document == document:
                wording = insert_wording(intervention.wordings[0], unit.text)  # in another language it has no place
            proposal = OtherProposal(
                intervention.delegations,
                wording,
                diff_words(unit.text, wording) if wording is not None else (),
                intervention.text,
                f"{day:%d.%m.%Y}" if day else "",
                intervention.stance,
                intervention=intervention.id,
            )
            proposals.setdefault(unit.address, []).append(proposal)
    for person, item, key in sent:
        proposals.setdefault(item.address, []).append(_sent_proposal(person, item, key, units.get(item.address)))
    return {
        address: tuple(
            sorted((o for o in group if o.entry_key or o.delegations != (own_code,)), key=lambda o: o.proposal is None)
        )
        for address, group in proposals.items()
    }


def places_without_entry(others: OtherProposals, own_addresses: Collection[Address]) -> dict[Address, str]:
    """Return the places with people's position entries and none of ours, as in the margin; without general comments."""
    lines = {
        address: proposal.place for address, proposals in others.items() for proposal in proposals if proposal.entry_key
    }
    return {address: place for address, place in lines.items() if address and address not in own_addresses}


def adopted_entry(other: OtherProposal, item: PositionEntry, source: str) -> PositionEntry:
    """Our entry with the wording of others and its authors; from a person's entry also the fields that ours lacks."""
    proposal = adopted_wording(other, source, item.proposal)
    authors = merged_codes(item.authors, other.delegations)
    if other.entry_key is None:
        return replace(item, proposal=proposal, authors=authors)
    proposal = item.proposal if other.proposal is None else proposal
    comment, stance = item.comment or other.comment, item.stance or other.stance
    return replace(item, proposal=proposal, authors=authors, comment=comment, stance=stance)


def adopted_wording(other: OtherProposal, source: str, own_proposal: str | None) -> str | None:
    """Return our proposal with the wording of others in it; None if they propose none.

    If ours changes other words of the source, both changes are made; if it changes the same, theirs are used.
    """
    if other.proposal is None or own_proposal is None or own_proposal in (source, ""):
        return other.proposal
    return merge_wordings(source, own_proposal, other.proposal)


def merged_codes(codes: tuple[str, ...], further: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of Member States among some and further ones, each once in order."""
    return tuple(dict.fromkeys((*codes, *(code for code in further if code in PROTOCOL_ORDER))))


def _sent_proposal(person: Person, entry: PositionEntry, key: ExchangedKey, unit: Paragraph | None) -> OtherProposal:
    proposal = entry.proposal
    if proposal is None:
        words: WordDiff = ()
    else:
        words = diff_words(unit.text, proposal) if unit else ((WordChange.INSERT, proposal),)
    codes = (person.delegation,) if person.delegation in PROTOCOL_ORDER else ()
    message = "\n".join(filter(None, (entry.comment, entry.justification, entry.internal)))
    place = terms.margin_label(entry.address, unit.label) if unit else entry.label
    return OtherProposal(
        codes, proposal, words, message, "", entry.stance, terms.format_person(person), key, place or entry.address
    )


def position_commands(status: PositionStatus | None) -> frozenset[str]:
    """Return the available commands on a position, by action name; None while it loads."""
    enabled = {*paths.load_table("commands")["position"]}
    if status in (PositionStatus.DRAFT, PositionStatus.CLEARED):
        enabled.add("action_clear_position")
    if status not in (None, PositionStatus.WITHDRAWN):
        enabled |= {"action_send_position", "action_withdraw_position"}
    return frozenset(enabled)

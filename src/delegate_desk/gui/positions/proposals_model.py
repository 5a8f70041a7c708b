"""Proposals of other delegations on a document, by provision: in writing and in meetings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from delegate_desk.core.contributions.contribution import PlacedComment
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.exchange.merge_rules import ExchangedKey
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.requested_wordings import insert_wording
from delegate_desk.core.revisions.carryover.rebase_proposal import merge_wordings
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import terms


@dataclass(frozen=True, slots=True)
class OtherProposal:
    """Comments of other delegations on one provision.

    Attributes:
        delegations: Codes; empty where none is named.
        proposal: The whole wording proposed; None where none is proposed.
        words: From the document's own wording to that.
        comment: In their words; may be empty.
        origin: Document that contains it, or day of the meeting; may be empty.
        person: Author of the position entry, where a person sent it in a package.
        entry_key: Key of that position entry.
        place: Of a person's position entry, its place as in the margin.
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


OtherProposals = Mapping[Address, tuple[OtherProposal, ...]]


def load_other_proposals(desk: Desk, document: DocumentId) -> OtherProposals:
    """Return the comments and interventions of others, those with a wording first: slow, safe on any thread."""
    text = desk.documents.content(document)
    ours = desk.positions.delegation()
    found: dict[Address, list[OtherProposal]] = {}
    for paper in desk.contributions.for_document(document):
        origin = desk.documents.get(paper.paper).name
        for part in paper.placed:
            if part.address is not None:
                found.setdefault(part.address, []).append(_written(part, origin))
    for said in desk.meetings.interventions_for_document(document):
        if said.place is not None and said.place.address:
            day = desk.meetings.get(said.line.meeting).date
            heard = _said(said, text, document, f"{day:%d.%m.%Y}" if day else "")
            if heard is not None:
                found.setdefault(said.place.address, []).append(heard)
    for person, item, key in desk.packages.positions_for_document(document):
        found.setdefault(item.address, []).append(_sent(person, item, key, text))
    return {
        address: tuple(
            sorted((o for o in several if o.entry_key or o.delegations != (ours,)), key=lambda o: o.proposal is None)
        )
        for address, several in found.items()
    }


def places_without_entry(others: OtherProposals, known: Collection[Address]) -> dict[Address, str]:
    """Return the places with people's position entries and none of ours, as in the margin; without general comments."""
    lines = {address: one.place for address, several in others.items() for one in several if one.entry_key}
    return {address: place for address, place in lines.items() if address and address not in known}


def adopted_entry(other: OtherProposal, item: PositionEntry, source: str) -> PositionEntry:
    """Our line with what others say in it: their wording, whose it was; of a person's line what ours lacks too."""
    proposal = adopted_wording(other, source, item.proposal)
    authors = merged_codes(item.authors, other.delegations)
    if other.entry_key is None:
        return replace(item, proposal=proposal, authors=authors)
    proposal = item.proposal if other.proposal is None else proposal
    comment, stance = item.comment or other.comment, item.stance or other.stance
    return replace(item, proposal=proposal, authors=authors, comment=comment, stance=stance)


def adopted_wording(other: OtherProposal, source: str, ours: str | None) -> str | None:
    """Our proposal with the wording of others in it; None where they propose none.

    Where ours changes other words of the source, both changes are made; where it changes the same, theirs stand.
    """
    if other.proposal is None or ours is None or ours in (source, ""):
        return other.proposal
    return merge_wordings(source, ours, other.proposal)


def merged_codes(codes: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Codes with more of them, the Member States' alone, each once in the order in which they came."""
    return tuple(dict.fromkeys((*codes, *(code for code in more if code in PROTOCOL_ORDER))))


def _sent(person: Person, line: PositionEntry, key: ExchangedKey, text: Document) -> OtherProposal:
    """A line that a person sent; the authors of a wording are delegations, and never people."""
    unit = text.find(line.address)
    proposal = line.proposal
    if proposal is None:
        words: WordDiff = ()
    else:
        words = diff_words(unit.text, proposal) if unit else ((WordChange.INSERT, proposal),)
    codes = (person.delegation,) if person.delegation in PROTOCOL_ORDER else ()
    said = "\n".join(filter(None, (line.comment, line.justification, line.internal)))
    place = terms.margin_label(line.address, unit.label) if unit else line.label
    return OtherProposal(
        codes, proposal, words, said, "", line.stance, terms.format_person(person), key, place or line.address
    )


def _written(part: PlacedComment, origin: str) -> OtherProposal:
    written = part.provision_comment
    return OtherProposal(written.delegations, written.proposal, part.word_diff, written.comment, origin)


def _said(said: Intervention, text: Document, document: DocumentId, origin: str) -> OtherProposal | None:
    """An intervention that asks for words or says something; None for one that is only a sign."""
    place = said.place
    unit = text.find(place.address) if place else None
    if unit is None or not (said.wordings or said.text.strip()):
        return None
    asked = said.wordings[0] if said.wordings and place is not None and place.document == document else None
    proposal = (
        insert_wording(asked, unit.text) if asked is not None else None
    )  # in another language it has no place here
    words = diff_words(unit.text, proposal) if proposal is not None else ()
    return OtherProposal(said.delegations, proposal, words, said.text, origin, said.stance)

"""Proposals of other delegations on a document, by provision: in writing and in meetings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from delegate_desk.core.contributions.contribution import Placed
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.exchange.merge_rules import Key
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.requested_wordings import set_into
from delegate_desk.core.revisions.carryover.rebase_proposal import merged
from delegate_desk.core.word_diff import WordChange, Words, compare
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import terms


@dataclass(frozen=True, slots=True)
class Other:
    """Comments of other delegations on one provision.

    Attributes:
        delegations: Codes; empty where none is named.
        proposal: The whole wording proposed; None where none is proposed.
        words: From the document's own wording to that.
        comment: In their words; may be empty.
        origin: Document that contains it, or day of the meeting; may be empty.
        person: Author of the position entry, where a person sent it in a package.
        line: That position entry.
        place: Of a person's position entry, its place as in the margin.
    """

    delegations: tuple[str, ...]
    proposal: str | None
    words: Words
    comment: str
    origin: str
    stance: Stance | None = None
    person: str = ""
    line: Key | None = None
    place: str = ""


Others = Mapping[Address, tuple[Other, ...]]


def load_others(desk: Desk, document: DocumentId) -> Others:
    """Return the comments and interventions of others, those with a wording first: slow, safe on any thread."""
    text = desk.documents.content(document)
    ours = desk.positions.delegation()
    found: dict[Address, list[Other]] = {}
    for paper in desk.contributions.of(document):
        origin = desk.documents.get(paper.paper).name
        for part in paper.placed:
            if part.address is not None:
                found.setdefault(part.address, []).append(_written(part, origin))
    for said in desk.meetings.said_on(document):
        if said.place is not None and said.place.address:
            day = desk.meetings.get(said.line.meeting).date
            heard = _said(said, text, document, f"{day:%d.%m.%Y}" if day else "")
            if heard is not None:
                found.setdefault(said.place.address, []).append(heard)
    for person, item, key in desk.packages.lines_on(document):
        found.setdefault(item.address, []).append(_sent(person, item, key, text))
    return {
        address: tuple(
            sorted((o for o in several if o.line or o.delegations != (ours,)), key=lambda o: o.proposal is None)
        )
        for address, several in found.items()
    }


def elsewhere(others: Others, known: Collection[Address]) -> dict[Address, str]:
    """Return the places with people's position entries and none of ours, as in the margin; without general comments."""
    lines = {address: one.place for address, several in others.items() for one in several if one.line}
    return {address: place for address, place in lines.items() if address and address not in known}


def taken_in(other: Other, item: PositionEntry, source: str) -> PositionEntry:
    """Our line with what others say in it: their wording, whose it was; of a person's line what ours lacks too."""
    proposal = taken_over(other, source, item.proposal)
    authors = joined(item.authors, other.delegations)
    if other.line is None:
        return replace(item, proposal=proposal, authors=authors)
    proposal = item.proposal if other.proposal is None else proposal
    comment, stance = item.comment or other.comment, item.stance or other.stance
    return replace(item, proposal=proposal, authors=authors, comment=comment, stance=stance)


def taken_over(other: Other, source: str, ours: str | None) -> str | None:
    """Our proposal with the wording of others in it; None where they propose none.

    Where ours changes other words of the source, both changes are made; where it changes the same, theirs stand.
    """
    if other.proposal is None or ours is None or ours in (source, ""):
        return other.proposal
    return merged(source, ours, other.proposal)


def joined(codes: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Codes with more of them, the Member States' alone, each once in the order in which they came."""
    return tuple(dict.fromkeys((*codes, *(code for code in more if code in PROTOCOL_ORDER))))


def _sent(person: Person, line: PositionEntry, key: Key, text: Document) -> Other:
    """A line that a person sent; the authors of a wording are delegations, and never people."""
    unit = text.find(line.address)
    proposal = line.proposal
    if proposal is None:
        words: Words = ()
    else:
        words = compare(unit.text, proposal) if unit else ((WordChange.INSERT, proposal),)
    codes = (person.delegation,) if person.delegation in PROTOCOL_ORDER else ()
    said = "\n".join(filter(None, (line.comment, line.justification, line.internal)))
    place = terms.margin_label(line.address, unit.label) if unit else line.label
    return Other(codes, proposal, words, said, "", line.stance, terms.person(person), key, place or line.address)


def _written(part: Placed, origin: str) -> Other:
    written = part.written
    return Other(written.delegations, written.proposal, part.words, written.comment, origin)


def _said(said: Intervention, text: Document, document: DocumentId, origin: str) -> Other | None:
    """An intervention that asks for words or says something; None for one that is only a sign."""
    place = said.place
    unit = text.find(place.address) if place else None
    if unit is None or not (said.wordings or said.text.strip()):
        return None
    asked = said.wordings[0] if said.wordings and place is not None and place.document == document else None
    proposal = set_into(asked, unit.text) if asked is not None else None  # in another language it has no place here
    words = compare(unit.text, proposal) if proposal is not None else ()
    return Other(said.delegations, proposal, words, said.text, origin, said.stance)

"""What other delegations proposed on a document, by provision: in writing and in the room."""

from collections.abc import Mapping
from dataclasses import dataclass

from delegate_desk.core.contributions import Placed
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents import Address, Document, DocumentId
from delegate_desk.core.meetings import Intervention
from delegate_desk.core.positions import Stance
from delegate_desk.core.rebasing import merged
from delegate_desk.core.wording_places import set_into
from delegate_desk.core.words import Words, compare
from delegate_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Other:
    """What others say on one provision.

    Attributes:
        delegations: Codes; empty where nobody is named.
        proposal: The whole wording proposed; None where none is.
        words: From the document's own wording to that.
        comment: In their words; may be empty.
        origin: The paper it stands in, or the day on which it was said; may be empty.
    """

    delegations: tuple[str, ...]
    proposal: str | None
    words: Words
    comment: str
    origin: str
    stance: Stance | None = None


Others = Mapping[Address, tuple[Other, ...]]


def load_others(desk: Desk, document: DocumentId) -> Others:
    """What others wrote and said, those who propose a wording first: slow, safe on any thread."""
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
    return {
        address: tuple(sorted((o for o in several if o.delegations != (ours,)), key=lambda o: o.proposal is None))
        for address, several in found.items()
    }


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

"""Data of a meeting while lines are captured: kept in memory, so that a line is interpreted as it is typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import UnknownItemError
from delegate_desk.core.meetings import capture_parser
from delegate_desk.core.meetings.agenda import find_item
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary
from delegate_desk.core.meetings.meeting import CapturedLine, Intervention, LineId, Meeting, ParsedIntervention
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.text import without_half_characters

Versions = Mapping[str, tuple[tuple[LibraryDocument, ...], ...]]


@dataclass(slots=True)
class MeetingContext:
    """A meeting as it stands.

    Attributes:
        documents: By item's number, for each of its references the versions held, in the order printed.
        names: By document, what its language versions have in common.
        said: All that was said, in the order caught.
        agenda: The document that the agenda was read from.
        addresses: Of the documents that were asked for.
        context: The last that was asked for, with what it is of: a line that is typed asks for one at each key.
    """

    meeting: Meeting
    documents: Versions
    names: dict[DocumentId, str]
    interventions: list[Intervention]
    groups: Mapping[str, tuple[str, ...]]
    agenda: DocumentId | None
    addresses: dict[DocumentId, frozenset[Address]] = field(default_factory=dict)
    context: "tuple[object, CaptureContext] | None" = None

    def number(self, typed: str | None) -> str | None:
        """The number of an item as the agenda has it, in whatever case and with or without its point.

        Raises:
            UnknownItemError: If the agenda has no such item.
        """
        if typed is None:
            return None
        item = find_item(self.meeting.items, typed)
        if item is None:
            raise UnknownItemError(self.meeting.body, typed)
        return item.number

    def document(
        self, number: str | None, at_hand: Place | None, *, language: str = "en", before: DocumentId | None = None
    ) -> DocumentId | None:
        """Return the document in which a line's place is looked up."""
        references = self.documents.get(number, ()) if number else ()
        held = [version.id for versions in references for version in versions]
        if at_hand and (at_hand.document in held or not held):
            return at_hand.document
        first = next((versions for versions in references if versions), ())
        ranked = sorted(
            first, key=lambda one: (one.id != before, one.header.language != language, one.header.language != "en")
        )
        return ranked[0].id if ranked else None


class CaptureContext:
    def __init__(
        self, known: MeetingContext, item: str | None, document: DocumentId | None, said: Iterable[Intervention]
    ):
        self._name = known.names.get(document, "") if document is not None else ""
        self._latest: dict[tuple[str, Address], Stance] = {}
        self._last: dict[str, Stance] = {}
        self.previous: tuple[Stance, Address | None] | None = None
        """What was said right before, and on what place of the same document."""
        names = known.names
        for one in said:
            if one.stance is None or one.conclusion:
                continue
            here = one.place if one.place and names.get(one.place.document, "") == self._name else None
            if here:
                self._latest.update(((code, here.address), one.stance) for code in one.delegations)
            if one.line.item == item:
                self.previous = (one.stance, here.address if here else None)
                self._last.update((code, one.stance) for code in one.delegations)

    def last_stance_on_place(self, code: str, address: Address) -> Stance | None:
        return self._latest.get((code, address))

    def last_stance(self, code: str) -> Stance | None:
        return self._last.get(code)

    def silent_members(self, address: Address) -> tuple[str, ...]:
        """The members that were not heard on a place, in protocol order."""
        return tuple(code for code in PROTOCOL_ORDER if (code, address) not in self._latest)


def read(
    known: MeetingContext,
    words: CaptureVocabulary,
    line: CapturedLine,
    document: DocumentId | None,
    addresses: frozenset[Address],
    said: Sequence[Intervention],
) -> ParsedIntervention:
    context = _context(known, line.item, document, said)
    here = line.current_place if line.current_place and line.current_place.document == document else None
    at_hand = here.address if here and here.address in addresses else None
    return capture_parser.read(
        line.text,
        words,
        addresses=addresses,
        at_hand=at_hand,
        groups=known.groups,
        heard=context.last_stance_on_place,
        last=context.last_stance,
        silent=context.silent_members,
        previous=context.previous,
    )


def _context(
    known: MeetingContext, item: str | None, document: DocumentId | None, said: Sequence[Intervention]
) -> CaptureContext:
    """Earlier interventions, collected once for all keys of a line, in the order in which they were made."""
    asked = (item, document, len(said), said[-1] if said else None)
    if known.context is None or known.context[0] != asked:
        known.context = (asked, CaptureContext(known, item, document, said))
    return known.context[1]


@dataclass(frozen=True, slots=True)
class LineReader:
    """Interprets lines while they are typed: from memory, quick, safe on any thread."""

    context: MeetingContext
    vocabulary: CaptureVocabulary

    def read(
        self,
        text: str,
        *,
        item: str | None = None,
        at_hand: Place | None = None,
        language: str = "en",
        line: CapturedLine | None = None,
    ) -> ParsedIntervention:
        """Interpret a text; ``line`` is the line being edited, which is interpreted as at its place in the meeting."""
        known = self.context
        said = [one for one in known.interventions if one.line.order < line.order] if line else known.interventions
        typed = CapturedLine(
            LineId(""), known.meeting.id, item, without_half_characters(text), datetime.now(UTC), at_hand
        )
        document = known.document(item, at_hand, language=language)
        addresses = known.addresses.get(document, frozenset()) if document is not None else frozenset[Address]()
        return read(known, self.vocabulary, typed, document, addresses, said)

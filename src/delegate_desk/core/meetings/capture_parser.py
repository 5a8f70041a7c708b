"""The capture line: a line typed in the meeting, and its interpretation.

``[delegations][sign] [place] [free words]``, as in the manual under "The capture line". Any text is accepted: a line
that names no delegation is a plain note.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import UnknownItemError
from delegate_desk.core.meetings.capture_places import OTHERS, CapturedPlace, CapturePlaces, SpeakerFinder, Speakers
from delegate_desk.core.meetings.capture_vocabulary import (
    HIDDEN,
    IGNORED,
    LIFT,
    CaptureVocabulary,
    clean_line,
    correct_slips,
    fold_in_place,
    hide_quoted,
)
from delegate_desk.core.meetings.meeting import (
    AlternativeReading,
    CapturedLine,
    Intervention,
    LineId,
    Meeting,
    ParsedIntervention,
    PartialIntervention,
    find_item,
)
from delegate_desk.core.positions.position import RESERVED, Stance
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.values import dataclass

_TURNED = {Stance.SUPPORT: Stance.OPPOSE, Stance.CAN_ACCEPT: Stance.OPPOSE, Stance.OPPOSE: Stance.CAN_ACCEPT}
_STOPS = re.compile(r"[;,.:!?()]\s|\sbut\s|\smais\s|\sαλλα\s")
_NEAR = 4
"""Number of words before a stance word within which a negation applies: ``is not at all in favour``."""


@dataclass(frozen=True, slots=True)
class StatedStance:
    """Stance stated in words.

    Attributes:
        reservation: A reservation entered or lifted, which takes precedence over a sign.
        stance: The first other stance stated.
        ends: Ends of the words that state a stance; 0-based, in the line.
    """

    reservation: Stance | None
    stance: Stance | None
    ends: tuple[int, ...]
    conditional: bool


def read_stance(words: CaptureVocabulary, folded: str, start: int) -> StatedStance:
    text, places = correct_slips(folded[start:].replace(HIDDEN, "\0"), words.known)
    found = [(m.start(), m.end(), words.categories[(m.lastindex or 1) - 1]) for m in words.stances.finditer(text)]
    reservation = _reservation(words, text, found)
    words_start = len(text) - len(text.lstrip(" ,;:.-"))
    stance: Stance | None = None
    first = len(text)
    for stance_of, pattern in (*words.alone.items(), *words.first.items()):
        if stance is None and pattern.match(text, words_start):
            stance, first = stance_of, words_start
    found_red = [entry for entry in found if entry[2] == Stance.RED_LINE.value]
    for begin, _, kind in found_red + found:
        if kind in (IGNORED, LIFT) or (begin >= first and kind != Stance.RED_LINE.value):
            continue
        value: Stance | None = Stance(kind)
        if value not in (*RESERVED, Stance.SUPPORT_IF) and _is_negated(words, text, begin):
            value = _TURNED.get(Stance(kind))
        if value is not None and value not in RESERVED:
            stance, first = value, begin
            break
    conditional = stance is Stance.SUPPORT_IF
    if stance in (Stance.SUPPORT, Stance.CAN_ACCEPT):
        stop = re.search(r"[;.]\s", text[first:])
        limit = first + stop.start() if stop else len(text)
        has_condition = any(first < offset < limit and kind == Stance.SUPPORT_IF.value for offset, _, kind in found)
        conditional = has_condition or words["if"].search(text, first, limit) is not None
    ends = tuple(start + places[end] for _, end, kind in found if kind != IGNORED)
    return StatedStance(reservation, Stance.SUPPORT_IF if conditional else stance, ends, conditional)


def _reservation(words: CaptureVocabulary, text: str, found: list[tuple[int, int, str]]) -> Stance | None:
    lifts = [(begin, end) for begin, end, kind in found if kind == LIFT]
    for begin, end, kind in found:
        if kind in (IGNORED, LIFT) or (stance := Stance(kind)) not in RESERVED:
            continue
        lifted = [
            first
            for first, last in lifts
            if (last <= begin and _words_between(text, last, begin) <= _NEAR)
            or (end <= first and _words_between(text, end, first) <= 3)
        ]
        if any(not _precedes(words, text, n, "not_yet") and not _is_negated(words, text, n) for n in lifted):
            return Stance.CAN_ACCEPT
        if not lifted and _is_negated(words, text, begin):
            return Stance.CAN_ACCEPT
        return stance
    return None


def _is_negated(words: CaptureVocabulary, text: str, begin: int) -> bool:
    """True if the statement at an offset is negated; words such as ``pas convaincu`` contain their negation."""
    return words["not"].match(text, begin) is None and _precedes(words, text, begin, "not")


def _precedes(words: CaptureVocabulary, text: str, begin: int, name: str) -> bool:
    """True if a word of a list is among the few words before an offset, with no full stop between."""
    preceding = text[max(0, begin - 60) : begin]
    stops = list(_STOPS.finditer(preceding))
    preceding = preceding[stops[-1].end() :] if stops else preceding
    nearest = list(re.finditer(r"[^\W_]+(?:'[^\W_]+)?", preceding))[-_NEAR:]
    return bool(nearest) and words[name].search(preceding, nearest[0].start()) is not None


def _words_between(text: str, start: int, end: int) -> int:
    return len(re.findall(r"\w+", text[start:end]))


_DOUBTS = 3
_BEFORE = re.compile(r"(?:[-–—*•>·]\s+)?(?:\d{1,2}[:.]\d\d(?:\s[-–—]\s?|\s)(?=[^\W\d_]))?\s*")
_GAP = re.compile(r"[\s,;:.]*(?:[-–—]+\s)?\s*")
_LOOSE = " ,;:.-–—"
_SIGN_BEHIND = re.compile(r"\s?([+?~!])(?=\s|$)|([-−–—])(?=\s*$)|(?<=\S)([-−–—])(?=\s)")
_MORE = re.compile(r"\s?(?:[-,/&]\s?|(?:and|to|et|a|και|εωσ)\s)(?=\d)")
_PARTS = re.compile(r"\s*[;|]\s*")


@dataclass(frozen=True, slots=True)
class CaptureContext:
    """Stances taken before a line.

    Attributes:
        on_places: The last stance by delegation and place, on any version of the document.
        on_item: The last stance by delegation.
        previous: What was said directly before, and on what: for ``as previous``.
    """

    on_places: Mapping[tuple[str, str], Stance] = field(default_factory=dict)
    on_item: Mapping[str, Stance] = field(default_factory=dict)
    previous: tuple[Stance, Address | None] | None = None


def read(
    line: str,
    words: CaptureVocabulary,
    *,
    addresses: Collection[str],
    at_hand: Address | None,
    groups: Mapping[str, tuple[str, ...]],
    earlier: CaptureContext,
) -> ParsedIntervention:
    """Interpret a line as typed; several interventions in one line are returned in the order typed.

    A conclusion of the Presidency with a line break comes from a report: what follows the break is kept as written.
    """
    head, line_break, written = line.partition("\n")
    if line_break:
        found = read(head, words, addresses=addresses, at_hand=at_hand, groups=groups, earlier=earlier).interventions
        if len(found) == 1 and found[0].conclusion:
            return ParsedIntervention((replace(found[0], text=f"{found[0].text}\n{written}"),))
    places, speakers = CapturePlaces(words, addresses, at_hand), SpeakerFinder(words, groups)
    typed = clean_line(line)
    interventions: list[PartialIntervention] = []
    alternatives: list[AlternativeReading] = []
    folded, _ = hide_quoted(typed, fold_in_place(typed))
    parts: list[str] = []
    part_start = 0
    if speakers.find(typed, folded, _text_start(typed), lambda _: False) is not None:
        for match in _PARTS.finditer(folded):
            speaking = speakers.find(typed, folded, match.end(), lambda _: False)
            signed = speaking and (speaking.stances[0][1] is not None or typed[speaking.end - 1] == ":")
            if signed and typed[match.end() : match.end() + 2].isupper():
                parts.append(typed[part_start : match.start()])
                part_start = match.end()
    parts.append(typed[part_start:])
    for part in parts:
        read_part = _PartReader(part, words, places, speakers, at_hand, earlier).read()
        interventions += read_part.interventions
        alternatives += read_part.alternatives
        at_hand = read_part.interventions[-1].address or at_hand
    return ParsedIntervention(tuple(interventions), () if len(parts) > 1 else tuple(alternatives[:_DOUBTS]))


def _text_start(typed: str) -> int:
    match = _BEFORE.match(typed)
    return match.end() if match else 0


def _skip_gap(typed: str, offset: int) -> int:
    match = _GAP.match(typed, offset)
    return match.end() if match else offset


class _PartReader:
    """Interprets a line, or a part of it; ``offset`` is after the speakers and the place after them."""

    def __init__(
        self,
        typed: str,
        words: CaptureVocabulary,
        places: CapturePlaces,
        speakers: SpeakerFinder,
        current: Address | None,
        earlier: CaptureContext,
    ) -> None:
        self.typed = typed
        self.folded, self.wordings = hide_quoted(typed, fold_in_place(typed))
        self.words, self.places, self.speakers, self.current, self.earlier = words, places, speakers, current, earlier
        self.offset = _text_start(typed)

    def read(self) -> ParsedIntervention:
        typed, folded, start, places = self.typed, self.folded, self.offset, self.places
        if (noted := self.words["note"].match(folded, start)) and folded[noted.end() :].lstrip().startswith(":"):
            return self._note()
        named: CapturedPlace | None = None
        speakers = self.speakers.find(typed, folded, start, self._has_place)
        if speakers is None and (place := places.place_at(typed, folded, start)) and place.address:
            speakers = self.speakers.find(typed, folded, _skip_gap(typed, place.end), lambda _: False)
            speakers = speakers if speakers and speakers.is_sure else None
            named = place if speakers else None
        if speakers is None:
            # The first word of a note could be a delegation, if a stance follows it.
            word = re.match(r"[^\W\d_]{2,5}(?!\w)", typed[start:])
            code = self.words.code(word[0]) if word else None
            if word and code and self.words.stances.match(folded, start + word.end() + 1):
                return self._note(AlternativeReading(code, f"{code}{typed[start + word.end() :]}"))
            return self._note()
        self.offset = _skip_gap(typed, speakers.end)
        return self._interventions(speakers, named)

    def _interventions(self, speakers: Speakers, named: CapturedPlace | None) -> ParsedIntervention:
        typed, folded = self.typed, self.folded
        by_presidency = [codes for codes, _ in speakers.stances] == [("PRES",)]
        concludes = self._match("concludes") if by_presidency else None
        sign: Stance | None = None
        unknown: CapturedPlace | None = None
        if not concludes:
            place = named or self._place_at(self.offset)
            if place and place is not named:
                sign = self._skip_place(place, speakers)
                concludes = self._match("concludes") if by_presidency else None
            named, unknown = (place, None) if place and place.address else (None, place)
        if concludes:
            text = typed[concludes.end() :].lstrip(_LOOSE)
            address, label = (named.address, named.label) if named else (None, "")
            conclusion = PartialIntervention(("PRES",), Stance.STATEMENT, address, label, text, self.wordings, True)
            return ParsedIntervention((conclusion,))
        stated = read_stance(self.words, folded, self.offset)
        others, others_end = self._others_agreed_with()
        continues = named and _MORE.match(folded, named.end)
        text = typed[unknown.start if unknown else named.start if named and continues else self.offset :].lstrip(_LOOSE)
        if named is None and unknown is None:
            remark = re.compile(r"\([^()]{2,60}\)").match(folded, self.offset)
            ends = {*stated.ends, *(match.end() for match in re.finditer("\0+", folded)), others_end}
            ends |= {remark.end() if remark else -1}
            ends |= {end + 1 for end in ends}
            after_on = {match.end() + 1 for end in ends if (match := self.words["on"].match(folded, end))}
            named = self.places.first_place(typed, folded, self.offset, ends | after_on)
        address = named.address if named else None if unknown else self.current
        if self._match("previous") and self.earlier.previous and named is None and unknown is None:
            address = self.earlier.previous[1] or address
        label = named.label if named else unknown.label if unknown else ""
        interventions = []
        heard: set[str] = set()
        for codes, signed in speakers.stances:
            present = self._present(codes, address, heard)
            heard |= set(present)
            stance = self._stance(present, signed or sign, stated, address, others)
            if present:
                interventions.append(PartialIntervention(present, stance, address, label, text, self.wordings))
        if not interventions:
            return self._note()
        return ParsedIntervention(tuple(interventions), tuple(self._ambiguities(speakers, named, unknown, stated)))

    def _match(self, words: str) -> re.Match[str] | None:
        return self.words[words].match(self.folded, self.offset)

    def _stance(
        self,
        codes: tuple[str, ...],
        sign: Stance | None,
        stated: StatedStance,
        address: Address | None,
        others: tuple[str, ...],
    ) -> Stance:
        earlier = self.earlier
        if stated.reservation and stated.reservation is not Stance.CAN_ACCEPT:
            return stated.reservation
        if sign:
            return sign
        if self._match("previous") and not others and earlier.previous:
            return earlier.previous[0]
        if self.words["before"].search(self.folded, self.offset):
            own = {(address and earlier.on_places.get((code, address))) or earlier.on_item.get(code) for code in codes}
            if len(own - {None}) == 1:
                return (own - {None}).pop() or Stance.STATEMENT
        for code in others:
            if same := earlier.on_places.get((code, address)) if address else earlier.on_item.get(code):
                return same
        return stated.reservation or stated.stance or Stance.STATEMENT

    def _others_agreed_with(self) -> tuple[tuple[str, ...], int]:
        """Return the delegations that others agree with, and the end of these words: ``= DE``, ``comme DE``."""
        for match in re.finditer(rf"=\s?|{self.words['as'].pattern}", self.folded[self.offset :]):
            begin = self.offset + match.end()
            begin += self.folded[begin : begin + 1] == " "
            named = re.match(r"[^\W\d_]{2,5}(?:[\s,/]+[A-ZΑ-Ω]{2,5}(?!\w))*(?!\w)", self.typed[begin:])
            codes = [self.words.code(word) for word in re.findall(r"\w+", named[0])] if named else []
            is_code = named and (named[0].isupper() or (match[0][0] == "=" and None not in codes))
            if is_code and codes and codes[0]:
                return tuple(code for code in codes if code), begin + (named.end() if named else 0)
        return (), -1

    def _present(self, codes: tuple[str, ...], address: Address | None, heard: set[str]) -> tuple[str, ...]:
        """Return the codes, with ``others`` replaced by the members not yet heard."""
        if OTHERS not in codes:
            return codes
        excluded = {code[1:] for code in codes if code.startswith("-")}
        named = [code for code in codes if code != OTHERS and not code.startswith("-")]
        on_places = self.earlier.on_places
        unheard = [code for code in PROTOCOL_ORDER if (code, address) not in on_places] if address else []
        return tuple(dict.fromkeys([*named, *(code for code in unheard if code not in heard | excluded)]))

    def _has_place(self, offset: int) -> bool:
        return (place := self._place_at(offset)) is not None and place.address is not None

    def _place_at(self, offset: int) -> CapturedPlace | None:
        """Return the place directly at an offset, or after a word such as ``on``."""
        places, folded = self.places, self.folded
        if place := places.place_at(self.typed, folded, offset):
            return None if places.is_elsewhere(folded, place) else place
        match = self.words["on"].match(folded, offset)
        place_start = match.end() + (folded[match.end() : match.end() + 1] in (" ", "'")) if match else offset
        return places.place_at(self.typed, folded, place_start) if match and place_start < len(folded) else None

    def _skip_place(self, place: CapturedPlace, speakers: Speakers) -> Stance | None:
        """Move past a place, and return the sign after it, unless one stood before."""
        match = _SIGN_BEHIND.match(self.typed, place.end)
        if match and all(sign is None for _, sign in speakers.stances):
            self.offset = _skip_gap(self.typed, match.end())
            return self.words.signs["-" if match[2] or match[3] else fold_in_place(match[1])]
        self.offset = _skip_gap(self.typed, place.end)
        return None

    def _note(self, *readings: AlternativeReading) -> ParsedIntervention:
        return ParsedIntervention((PartialIntervention((), None, None, "", self.typed),), readings)

    def _ambiguities(
        self, speakers: Speakers, named: CapturedPlace | None, unknown: CapturedPlace | None, stated: StatedStance
    ) -> Iterator[AlternativeReading]:
        typed, start, current = self.typed, self.offset, self.current
        if place := named or unknown:
            for other in place.alternatives:
                yield AlternativeReading(other, f"{typed[: place.start]}{other}{typed[place.end :]}")
        if named is None and (number_place := self.places.counted_place(self.folded, start)):
            yield AlternativeReading(number_place, f"{typed[:start]}{number_place} {typed[start:]}")
        if unknown and current:
            yield AlternativeReading(current, f"{typed[: unknown.start]}{current} {typed[unknown.start :]}")
        if not speakers.is_sure:
            yield AlternativeReading("note", f"note: {typed}")
        if stated.conditional and [sign for _, sign in speakers.stances] == [Stance.SUPPORT]:
            plus = typed.find("+")
            yield AlternativeReading("+if", f"{typed[: plus + 1]}if{typed[plus + 1 :]}")


Versions = Mapping[str, tuple[tuple[LibraryDocument, ...], ...]]


@dataclass(slots=True)
class LineReader:
    """Interprets the lines of a meeting from memory, also while they are typed: quick, safe on any thread.

    Attributes:
        names: By document, the name that its language versions share.
        interventions: All interventions, in the order captured.
        addresses: Addresses of the documents loaded so far.
        context: The last context with its key: while a line is typed, one is needed at each key.
    """

    meeting: Meeting
    documents: Versions
    names: dict[DocumentId, str]
    interventions: list[Intervention]
    groups: Mapping[str, tuple[str, ...]]
    agenda: DocumentId | None
    vocabulary: CaptureVocabulary
    addresses: dict[DocumentId, frozenset[Address]] = field(default_factory=dict)
    context: tuple[object, CaptureContext] | None = None

    def number(self, typed: str | None) -> str | None:
        """Return the number of an item as in the agenda, in upper or lower case and with or without its point.

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
        references = self.documents.get(number, ()) if number else ()
        document_ids = [version.id for versions in references for version in versions]
        if at_hand and (at_hand.document in document_ids or not document_ids):
            return at_hand.document
        first = next((versions for versions in references if versions), ())
        ranked = sorted(
            first,
            key=lambda value: (value.id != before, value.header.language != language, value.header.language != "en"),
        )
        return ranked[0].id if ranked else None

    def read(
        self,
        text: str,
        *,
        item: str | None = None,
        at_hand: Place | None = None,
        language: str = "en",
        line: CapturedLine | None = None,
    ) -> ParsedIntervention:
        """Interpret a text; ``line`` is the line being edited, which is interpreted at its position in the meeting."""
        earlier = [other for other in self.interventions if line is None or other.line.order < line.order]
        typed = CapturedLine(
            LineId(""), self.meeting.id, item, without_half_characters(text), datetime.now(UTC), at_hand
        )
        return self.read_line(typed, self.document(item, at_hand, language=language), earlier)

    def read_line(
        self, line: CapturedLine, document: DocumentId | None, earlier: Sequence[Intervention]
    ) -> ParsedIntervention:
        addresses = self.addresses.get(document, frozenset()) if document is not None else frozenset[Address]()
        current = line.current_place if line.current_place and line.current_place.document == document else None
        address = current.address if current and current.address in addresses else None
        key = (line.item, document, len(earlier), earlier[-1] if earlier else None)
        if self.context is None or self.context[0] != key:  # collected once for all keys of a line
            self.context = (key, collect_context(self.names, line.item, document, earlier))
        context = self.context[1]
        groups = self.groups
        return read(line.text, self.vocabulary, addresses=addresses, at_hand=address, groups=groups, earlier=context)


def collect_context(
    names: Mapping[DocumentId, str],
    item: str | None,
    document: DocumentId | None,
    interventions: Iterable[Intervention],
) -> CaptureContext:
    name = names.get(document, "") if document is not None else ""
    on_places: dict[tuple[str, str], Stance] = {}
    on_item: dict[str, Stance] = {}
    previous: tuple[Stance, Address | None] | None = None
    for intervention in interventions:
        if intervention.stance is None or intervention.conclusion:
            continue
        place = intervention.place
        place_here = place if place and names.get(place.document, "") == name else None
        if place_here:
            on_places.update(((code, place_here.address), intervention.stance) for code in intervention.delegations)
        if intervention.line.item == item:
            previous = (intervention.stance, place_here.address if place_here else None)
            on_item.update((code, intervention.stance) for code in intervention.delegations)
    return CaptureContext(on_places, on_item, previous)

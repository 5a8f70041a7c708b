"""The stance that the words of a capture line tell."""

import re
from dataclasses import dataclass

from delegate_desk.core.capture_words import HIDDEN, IGNORED, LIFT, Words, mended
from delegate_desk.core.positions import Stance

RESERVATIONS = frozenset(
    {
        Stance.SCRUTINY_RESERVATION,
        Stance.PARLIAMENTARY_RESERVATION,
        Stance.LINGUISTIC_RESERVATION,
        Stance.RESERVATION,
    }
)
_TURNED = {Stance.SUPPORT: Stance.OPPOSE, Stance.CAN_ACCEPT: Stance.OPPOSE, Stance.OPPOSE: Stance.CAN_ACCEPT}
_STOPS = re.compile(r"[;,.:!?()]\s|\sbut\s|\smais\s|\sαλλα\s")
_NEAR = 4
"""How many words before a stance word still turn it round: ``is not at all in favour``."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the words tell.

    Attributes:
        reservation: A reservation named or lifted, which outranks a sign.
        stance: Any other stance, the first that is told.
        ends: Where the words that tell a stance end; 0-based, in the line.
    """

    reservation: Stance | None
    stance: Stance | None
    ends: tuple[int, ...]
    conditional: bool


def tell(words: Words, low: str, start: int) -> Told:
    """Read the stance from an offset of a levelled line on, its wordings hidden."""
    text, places = mended(low[start:].replace(HIDDEN, "\0"), words.known)
    found = [(m.start(), m.end(), words.categories[(m.lastindex or 1) - 1]) for m in words.stances.finditer(text)]
    reservation = _reservation(words, text, found)
    opens = len(text) - len(text.lstrip(" ,;:.-"))
    stance: Stance | None = None
    first = len(text)
    for stance_of, pattern in (*words.alone.items(), *words.first.items()):
        if stance is None and pattern.match(text, opens):
            stance, first = stance_of, opens
    found_red = [entry for entry in found if entry[2] == Stance.RED_LINE.value]
    for begin, _, kind in found_red + found:
        if kind in (IGNORED, LIFT) or (begin >= first and kind != Stance.RED_LINE.value):
            continue
        one = _turned(words, text, begin, Stance(kind))
        if one is not None and one not in RESERVATIONS:
            stance, first = one, begin
            break
    conditional = stance is Stance.SUPPORT_IF or (
        stance in (Stance.SUPPORT, Stance.CAN_ACCEPT) and _has_condition(words, text, first, found)
    )
    ends = tuple(start + places[end] for _, end, kind in found if kind != IGNORED)
    return Told(reservation, Stance.SUPPORT_IF if conditional else stance, ends, conditional)


def _reservation(words: Words, text: str, found: list[tuple[int, int, str]]) -> Stance | None:
    """The first reservation that stands; can_accept where the first is lifted, or is said not to be there."""
    lifts = [(begin, end) for begin, end, kind in found if kind == LIFT]
    for begin, end, kind in found:
        if kind in (IGNORED, LIFT) or (stance := Stance(kind)) not in RESERVATIONS:
            continue
        lifted = [
            at
            for at, until in lifts
            if (until <= begin and _words_between(text, until, begin) <= _NEAR)
            or (end <= at and _words_between(text, end, at) <= 3)
        ]
        if any(not _stands_before(words, text, at, "not_yet") and not _negated(words, text, at) for at in lifted):
            return Stance.CAN_ACCEPT
        if not lifted and _negated(words, text, begin):
            return Stance.CAN_ACCEPT
        return stance
    return None


def _turned(words: Words, text: str, begin: int, stance: Stance) -> Stance | None:
    """A stance, turned round where it is denied; None where nothing is left of it."""
    if stance in RESERVATIONS or stance is Stance.SUPPORT_IF or not _negated(words, text, begin):
        return stance
    return _TURNED.get(stance)


def _has_condition(words: Words, text: str, begin: int, found: list[tuple[int, int, str]]) -> bool:
    stop = re.search(r"[;.]\s", text[begin:])
    end = begin + stop.start() if stop else len(text)
    named = any(begin < at < end and kind == Stance.SUPPORT_IF.value for at, _, kind in found)
    return named or words["if"].search(text, begin, end) is not None


def _negated(words: Words, text: str, begin: int) -> bool:
    """True if what is said at an offset is denied; words such as ``pas convaincu`` bear their denial with them."""
    return words["not"].match(text, begin) is None and _stands_before(words, text, begin, "not")


def _stands_before(words: Words, text: str, begin: int, name: str) -> bool:
    """True if a word of a list stands among the few words before an offset, with no stop between."""
    before = text[max(0, begin - 60) : begin]
    stops = list(_STOPS.finditer(before))
    before = before[stops[-1].end() :] if stops else before
    near = list(re.finditer(r"[^\W_]+(?:'[^\W_]+)?", before))[-_NEAR:]
    return bool(near) and words[name].search(before, near[0].start()) is not None


def _words_between(text: str, start: int, end: int) -> int:
    return len(re.findall(r"\w+", text[start:end]))

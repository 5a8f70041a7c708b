"""The words of a text that marks its own changes, each with what its marks say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from delegate_desk.core.documents import Address, Mark, Paragraph
from delegate_desk.core.text import TYPOGRAPHY, UNSEEN

_TOKEN = re.compile(r"(?P<dots>[\[(]\s?(?:…|\.{2,3})\s?[\])])|[^\W_]+|[^\w\s]|_")
_LEVEL = str.maketrans({**TYPOGRAPHY, **UNSEEN})


class Said(Enum):
    """What the marks say of a word."""

    STAYS = auto()
    NEW = auto()
    GONE = auto()
    LEFT_OUT = auto()
    """Dots in brackets: they stand for words that are gone."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign.

    Attributes:
        form: By which it is the same as another: quotation marks and dashes levelled, a capital at its head lowered.
        start: Where it stands in the unit's text as marked, 0-based; of a word changed in part, what bears the mark.
        end: End-exclusive.
    """

    form: str
    said: Said
    address: Address
    start: int
    end: int


def marked_tokens(unit: Paragraph) -> list[Token]:
    """All words of a unit as marked, in order; one changed in part stands twice, as it was and as it is."""
    new, gone = _covered(unit, Mark.ADDED), _covered(unit, Mark.REMOVED)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(unit.marked):
        start, end = match.span()
        if match["dots"]:
            tokens.append(Token("…", Said.LEFT_OUT, unit.address, start, end))
            continue
        kinds = {(i in new, i in gone) for i in range(start, end)}
        if len(kinds) == 1:
            said = {(False, False): Said.STAYS, (True, False): Said.NEW, (False, True): Said.GONE}.get(kinds.pop())
            if said:  # what is new and gone at once was never there and is not there now
                tokens.append(Token(form(match[0]), said, unit.address, start, end))
            continue
        was, now = [i for i in range(start, end) if i not in new], [i for i in range(start, end) if i not in gone]
        for said, kept, bearing in ((Said.GONE, was, gone), (Said.NEW, now, new)):
            if kept:
                bears = [i for i in kept if i in bearing]
                first, last = (bears[0], bears[-1] + 1) if bears else (start, start)
                tokens.append(Token(form("".join(unit.marked[i] for i in kept)), said, unit.address, first, last))
    return tokens


def plain_tokens(unit: Paragraph, kept: Sequence[int]) -> list[Token]:
    """The words of a unit in one of its readings, in order: its kept characters, by their place as marked."""
    text = "".join(unit.marked[i] for i in kept)
    return [
        Token(
            "…" if match["dots"] else form(match[0]),
            Said.LEFT_OUT if match["dots"] else Said.STAYS,
            unit.address,
            kept[match.start()],
            kept[match.end() - 1] + 1,
        )
        for match in _TOKEN.finditer(text)
    ]


def form(word: str) -> str:
    """By which a word is the same as another."""
    level = word.translate(_LEVEL)
    return level[:1].lower() + level[1:]


def _covered(unit: Paragraph, mark: Mark) -> set[int]:
    return {i for span in unit.spans if span.mark is mark for i in range(span.start, span.end)}

"""What is typed in the search box, cut into tokens. Nothing is an error: what is no sign is text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from delegate_desk.core.text import fold
from delegate_desk.search import facts


class Sign(Enum):
    TEXT = auto()
    QUOTE = auto()
    FIELD = auto()
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One sign, or some text.

    Attributes:
        text: As typed, without quotes; of a field its value.
        field: The field's own name, such as ``lang``, however it was typed.
        typed: A field with its value as typed, for when it turns out to be text.
        unfinished: True if the text ends here, so that the next key may still belong to it.
    """

    sign: Sign
    text: str = ""
    field: str = ""
    typed: str = ""
    unfinished: bool = False


_ANY_QUOTE = '"“”„‟«»″＂'
_CLOSING = {
    '"': '"', "“": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "”": "”", "″": "″", "＂": "＂",
    "‘": "’", "‚": "‘’", "‹": "›", "›": "‹",
}  # fmt: skip
_SINGLE = "‘‚‹›"
_FIELD = re.compile(r"([^\W\d_]+):")
_REFERENCE = re.compile(  # printed with spaces: ``ST 12862/1/19 REV 1``, ``COM(2022) 209 final``
    r"(?:(?:[A-Za-z-]{2,7}\s)?\d{1,6}(?:/\d+)+(?:\s(?:REV|ADD|COR|DCL|EXT)\s\d+)*|[A-Z]{1,4}\(\d{4}\)\s\d+(?:\sfinal)?)"
    r"(?![^\s).,;])"
)
_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}


def tokens(text: str) -> Iterator[Token]:
    """Cut a query into tokens, in order."""
    at = 0
    while at < len(text):
        token, at = _next(text, at)
        if token:
            yield token


def _next(text: str, at: int) -> tuple[Token | None, int]:
    """The token that begins at an offset, and where it ends."""
    character = text[at]
    if character.isspace():
        return None, at + 1
    if character == "(":
        return Token(Sign.OPEN), at + 1
    if character == ")":
        return Token(Sign.CLOSE), at + 1
    if character == "-":
        return _minus(text, at)
    quoted = _quote(text, at)
    if quoted:
        return quoted
    return _chunk(text, at)


def _minus(text: str, at: int) -> tuple[Token | None, int]:
    """A minus excludes what follows it at once, where nothing stands before it at once."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before.isspace() or before == "("
    is_sign = free and after and not after.isspace() and after not in "-)"
    return (Token(Sign.MINUS) if is_sign else None), at + 1


def _quote(text: str, at: int) -> tuple[Token, int] | None:
    """Words in quotes of any kind; double ones that are never closed go on to the end."""
    opening = text[at]
    if opening in _SINGLE:
        match = re.compile(rf"[{_CLOSING[opening]}](?!\w)").search(text, at + 1)
        return (Token(Sign.QUOTE, text[at + 1 : match.start()]), match.end()) if match else None
    if opening not in _ANY_QUOTE:
        return None
    own = [n for n in (text.find(mark, at + 1) for mark in _CLOSING[opening]) if n >= 0]
    ends = own or [n for n in (text.find(mark, at + 1) for mark in _ANY_QUOTE) if n >= 0]
    if not ends:
        return Token(Sign.QUOTE, text[at + 1 :], unfinished=True), len(text)
    return Token(Sign.QUOTE, text[at + 1 : min(ends)]), min(ends) + 1


def _chunk(text: str, at: int) -> tuple[Token, int]:
    """Text up to the next space, an operator, or a field with its value."""
    named = _FIELD.match(text, at)
    field = facts.field_names().get(fold(named[1])) if named else None
    if named and field:
        quoted = _quote(text, named.end()) if named.end() < len(text) else None
        if quoted:
            token, end = quoted
            value, unfinished = token.text, token.unfinished
        else:
            printed = _REFERENCE.match(text, named.end()) if field == "ref" else None
            end = printed.end() if printed else _end(text, named.end())
            value, unfinished = text[named.end() : end], end == len(text)
        return Token(Sign.FIELD, value, field, text[at:end], unfinished), end
    end = max(_end(text, at), at + 1)
    chunk = text[at:end]
    if chunk in _OPERATORS:
        return Token(_OPERATORS[chunk], chunk), end
    return Token(Sign.TEXT, chunk, unfinished=end == len(text)), end


def _end(text: str, at: int) -> int:
    """Where a chunk ends: at a space, a double quote, or a bracket not closed within it (``5(2)(a)`` is one)."""
    depth = 0
    opened = at
    end = at
    while end < len(text) and not text[end].isspace() and text[end] not in _ANY_QUOTE:
        if text[end] == "(":
            opened = end if depth == 0 else opened
            depth += 1
        elif text[end] == ")":
            if depth == 0:
                return end
            depth -= 1
        end += 1
    return opened if depth else end

"""The tokens of a query as typed, and the nodes of a parsed query."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto

from delegate_desk.core.search import ParsedQuery
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.index_terms import ANY_QUOTE, FieldInterpretation
from delegate_desk.search.query import date_values, field_values


@dataclass(frozen=True, slots=True)
class WordQuery:
    """A word to find: in this form, with this stem, with ``prefix`` as a beginning, with ``edits`` similarly spelt.

    Attributes:
        exact: Folded.
        letters: As typed but in lower case, for comparing accents.
        stemmed: False to find only this form.
        edits: Number of letters that may be inserted, deleted or replaced: 0, 1 or 2. Not together with ``prefix``.
    """

    typed: str
    exact: str
    letters: str
    prefix: bool = False
    stemmed: bool = True
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with wildcards: ``*`` stands for any letters, ``?`` for one; neither alone nor ``*`` only at the end.

    Attributes:
        pattern: Folded, with ``*`` and ``?``.
    """

    typed: str
    pattern: str


@dataclass(frozen=True, slots=True)
class PhraseQuery:
    """Consecutive words; the last may be the beginning of a word.

    Each in its exact form, or, if ``stemmed``, with any ending.
    """

    words: tuple[WordQuery, ...]


Placed = WordQuery | Wildcard | PhraseQuery


@dataclass(frozen=True, slots=True)
class Near:
    """Two things at most ``distance`` words apart, in either order: the second begins at most that many words later.

    Each is a word, or the nearer end of a phrase.
    """

    left: Placed
    right: Placed
    distance: int


@dataclass(frozen=True, slots=True)
class FieldFilter:
    field: str
    reading: FieldInterpretation


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple["Node", ...]


IndexTerm = tuple[str, str]
"""An index field and a term."""


TranslatedWord = tuple[tuple[tuple[IndexTerm, ...], float], ...]
"""The possible translations of a word or term: consecutive index terms with weights, the least likely first."""


@dataclass(frozen=True, slots=True)
class TranslatedWords:
    """The words of a query in another language.

    Attributes:
        least: Minimum share of the query in a passage, weighted by how rare its words are.
    """

    words: tuple[TranslatedWord, ...]
    least: float


Text = Placed | Near
Node = Text | FieldFilter | Not | AllOf | Either | TranslatedWords


def all_of(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


@dataclass(frozen=True, slots=True)
class Query:
    """Parsed query.

    Attributes:
        node: The search expression; None for an empty query.
    """

    text: str
    node: Node | None
    parsed: ParsedQuery

    def search_terms(self) -> list[Text]:
        """Return the parts of a query that a hit can highlight, without excluded parts, in the order typed."""
        return list(included_terms(self.node)) if self.node else []


def included_terms(node: Node) -> Iterator[Text]:
    """Return the words, phrases and the like of a query without those that it excludes."""
    if isinstance(node, AllOf | Either):
        for part in node.parts:
            yield from included_terms(part)
    elif not isinstance(node, FieldFilter | Not | TranslatedWords):
        yield node


def words_of(text: "Text | TranslatedWords") -> tuple[WordQuery, ...]:
    """Return the words as typed; those with wildcards are left out."""
    match text:
        case WordQuery():
            return (text,)
        case PhraseQuery(words):
            return words
        case Near(left, right):
            return (*words_of(left), *words_of(right))
        case Wildcard() | TranslatedWords():
            return ()


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
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class QueryToken:
    """An operator or some text.

    Attributes:
        start: Offset: 0-based, in code points.
        end: Exclusive.
        text: As typed, without quotation marks; of a field its value.
        field: The field's English name, such as ``lang``, in whatever language it was typed.
        typed: A field with its value as typed, in case it is treated as text.
        unfinished: True if the text ends here, so that the next key may still belong to it.
        stemmed: For a quotation: True if its words may have any ending.
        distance: For ``NEAR``.
    """

    sign: Sign
    start: int
    end: int
    text: str = ""
    field: str = ""
    typed: str = ""
    unfinished: bool = False
    stemmed: bool = False
    distance: int = 0


_CLOSING = {
    '"': '"', "“": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "”": "”", "″": "″", "＂": "＂",
    "〝": "〞〟", "〞": "〞", "〟": "〟", "❝": "❞", "❞": "❞", "⹂": "⹂”",
    "‘": "’", "‚": "‘’", "‛": "’", "‹": "›", "›": "‹", "❛": "❜",
}  # fmt: skip
QUOTES = tuple((opening, closing) for opening, closing in _CLOSING.items() if opening in ANY_QUOTE)
"""Characters that begin a phrase, each with those that end it."""
SINGLE_QUOTES = "‘‚‛‹›❛"
_STRAIGHT = re.compile(r"'([^']*)'(?!\w)")
"""A field's value in straight single quotes, which elsewhere are apostrophes."""
_FIELD = re.compile(r"([^\W\d_]+):")
_NEAR = re.compile(r"([^\W\d_]+)(?:/(\d{1,4}))?", re.UNICODE)
_REFERENCE = re.compile(  # printed with spaces: ``ST 12862/1/19 REV 1``, ``COM(2022) 209 final``
    r"(?:(?:[A-Za-z-]{2,7}\s)?\d{1,6}(?:/\d+)+(?:\s(?:REV|ADD|COR|DCL|EXT)\s\d+)*|[A-Z]{1,4}\(\d{4}\)\s\d+(?:\sfinal)?)"
    r"(?![^\s).,;])"
)
NEAR_DISTANCE = 10
"""Default distance of ``NEAR``."""


def tokens(text: str, language: str = "en", today: date | None = None) -> Iterator[QueryToken]:
    """Return the tokens of a query, in order.

    Args:
        text: NFC-normalised.
        language: Language of the window, whose names of fields and operators are accepted beside the English ones.
        today: For dates of several words.
    """
    cutter = _Cutter(text, language, today or date_values.current_day())
    offset = 0
    while offset < len(text):
        token, offset = cutter.next(offset)
        if token:
            yield token


class _Cutter:
    def __init__(self, text: str, language: str, today: date) -> None:
        self._text = text
        self._today = today
        self._language = language
        self._fields = index_terms.field_names(language)
        self._operators = index_terms.operators(language)

    def next(self, start: int) -> tuple[QueryToken | None, int]:
        """Return the token at an offset, and the offset at which the next may begin."""
        character = self._text[start]
        if character.isspace():
            return None, start + 1
        if character in "()":
            return QueryToken(Sign.OPEN if character == "(" else Sign.CLOSE, start, start + 1), start + 1
        if character == "-":
            # a minus sign directly before a part, and not directly after text, excludes it
            preceding, following = self._text[start - 1 : start], self._text[start + 1 : start + 2]
            is_first = start == 0 or preceding.isspace() or preceding == "("
            is_sign = is_first and following and not following.isspace() and following not in "-)"
            return (QueryToken(Sign.MINUS, start, start + 1) if is_sign else None), start + 1
        quotation = _parse_quotation(self._text, start)
        if quotation is None:
            token = self._chunk(start)
            return token, token.end
        inside, end, closed = quotation
        is_stemmed = closed and self._text[end : end + 1] == "~"  # any endings
        end += is_stemmed
        return QueryToken(Sign.QUOTE, start, end, inside, unfinished=not closed, stemmed=is_stemmed), end

    def _chunk(self, start: int) -> QueryToken:
        text = self._text
        named = _FIELD.match(text, start)
        field = self._fields.get(fold(named[1])) if named else None
        if named and field:
            value, end, open_ended = self._value(field, named.end())
            return QueryToken(Sign.FIELD, start, end, value, field, text[start:end], open_ended)
        end = max(_end(text, start), start + 1)
        chunk = text[start:end]
        sign = self._operators.get(chunk)
        if sign and sign != "NEAR":
            return QueryToken(Sign[sign], start, end, chunk)
        near = _NEAR.fullmatch(chunk)
        if near and self._operators.get(near[1]) == "NEAR":
            distance = max(int(near[2]), 1) if near[2] else NEAR_DISTANCE
            return QueryToken(Sign.NEAR, start, end, chunk, distance=distance)
        return QueryToken(Sign.TEXT, start, end, chunk, unfinished=end == len(text))

    def _value(self, field: str, offset: int) -> tuple[str, int, bool]:
        """Return a field's value, its end, and whether the next key may belong to it.

        Several values are separated by a bar, each with or without quotation marks.
        """
        text = self._text
        end = field_values.extent(field, text, offset, self._language, self._today)
        if end > offset:
            return text[offset:end], end, end == len(text)
        if field == "ref" and (printed := _REFERENCE.match(text, offset)):
            return printed[0], printed.end(), printed.end() == len(text)
        if field == "ref" and (end := field_values.act_vocabulary().extent(text, offset)) > offset:
            return text[offset:end], end, end == len(text)
        found: list[str] = []
        end = offset
        while True:
            quoted = _parse_quotation(text, end) if end < len(text) else None
            if straight := _STRAIGHT.match(text, end):
                quoted = quoted or (straight[1], straight.end(), True)
            if quoted:
                value, end, closed = quoted
                open_ended = not closed
            else:
                start, end = end, _end(text, end)
                value, open_ended = text[start:end], end == len(text)
                if value.endswith("|") and end < len(text) and text[end] in ANY_QUOTE:
                    found.append(value[:-1])
                    continue
            found.append(value)
            if not quoted or text[end : end + 1] != "|":
                return "|".join(found), end, open_ended
            end += 1


def _parse_quotation(text: str, start: int) -> tuple[str, int, bool] | None:
    """Return the content of quotation marks that open at an offset, their end, and whether they are closed."""
    opening = text[start]
    if opening in SINGLE_QUOTES:
        match = re.compile(rf"[{_CLOSING[opening]}](?!\w)").search(text, start + 1)
        return (text[start + 1 : match.start()], match.end(), True) if match else None
    if opening not in ANY_QUOTE:
        return None
    own = [n for n in (text.find(mark, start + 1) for mark in _CLOSING[opening]) if n >= 0]
    ends = own or [n for n in (text.find(mark, start + 1) for mark in ANY_QUOTE) if n >= 0]
    if not ends:
        return text[start + 1 :], len(text), False
    return text[start + 1 : min(ends)], min(ends) + 1, True


def _end(text: str, start: int) -> int:
    """Return the end of a chunk: a space, a double quote, or a bracket not closed in it (``5(2)(a)`` is one chunk)."""
    depth = 0
    opened = start
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in ANY_QUOTE:
        if text[end] == "(":
            opened = end if depth == 0 else opened
            depth += 1
        elif text[end] == ")":
            if depth == 0:
                return end
            depth -= 1
        end += 1
    return opened if depth else end

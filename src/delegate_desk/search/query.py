"""The search box: what is typed, read as a query.

Words are joined by AND; ``"phrase"``, ``-word``, NOT, OR, parentheses, ``word*``, ``ko*graph``, ``word~``, ``NEAR/5``
and fields are known; all else is text, with a hint where it looks like syntax. NEAR binds closest, then AND, then OR.
Fields that stand beside an OR on one side of it only narrow the whole: ``lang:el police OR customs`` looks for either
in Greek.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from delegate_desk.core.search import Chip, Understood
from delegate_desk.search import dates, printing, typed_words, values, wording
from delegate_desk.search.nodes import Both, Either, Filter, Near, Node, Not, Phrase, Query, Wildcard, Word
from delegate_desk.search.tokens import ANY_QUOTE, Sign, Token, tokens

_DEEPEST = 40
_MOST = 1000
_MOST_HINTS = 5


def parse(
    text: str, *, typing: bool = False, stemming: bool = True, language: str = "en", today: date | None = None
) -> Query:
    """Read a query; nothing typed is an error.

    Args:
        text: What was typed.
        typing: The last word may still grow: it is a prefix, and a field without its value is passed over.
        stemming: Words are found with other endings too.
        language: Of the window: its names of fields and operators count beside the English ones, and in it is said
            how the query was read.
        today: For ``last month`` and the like.
    """
    teller = wording.Teller(language, today or dates.current_day())
    reader, found = _read(text, teller, typing=typing, stemming=stemming)
    node = _joined([part for _, part in found])
    said = teller.say(node) if node else teller.nothing()
    if node and not stemming:
        said += teller.forms_only()
    chips = tuple(sorted((chip for chip, _ in found), key=lambda chip: chip.start))
    hints = tuple(dict.fromkeys(reader.hints))
    return Query(text, node, Understood(said, chips, hints[:_MOST_HINTS]))


def parts(text: str, language: str = "en", today: date | None = None) -> list[tuple[Chip, Node]]:
    """The parts of a query that all must hold, as ``Both`` has them, each with its chip."""
    found = _read(text, wording.Teller(language, today or dates.current_day()), typing=False, stemming=True)[1]
    return [(chip, part.node) for chip, part in found]


def canonical(text: str, language: str) -> str:
    """The same query with English names and operators: it means the same in every language of the window.

    Dates such as ``last month`` stay relative.
    """
    node = parse(text, language=language).node
    return printing.written(node) if node else ""


def _read(
    text: str, teller: wording.Teller, *, typing: bool, stemming: bool
) -> tuple["_Reader", list[tuple[Chip, "_Part"]]]:
    normal = unicodedata.normalize("NFC", text)
    found = list(islice(tokens(normal, teller.language, teller.today), _MOST + 1))
    reader = _Reader(found[:_MOST], teller, typing=typing, stemming=stemming)
    read = reader.read()
    if len(found) > _MOST:
        reader.hints.insert(0, teller.hint("many", n=_MOST))
    original = _offsets(text, normal)
    spans = reader.spans(read)
    return reader, [(_chip(part, span, teller, original), part) for part, span in zip(read, spans, strict=True)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a query where it stands: 0-based, end-exclusive.

    Attributes:
        parts: Of all of which it is made up, where it is a ``Both``.
        grouped: True if it stands in brackets of its own.
    """

    node: Node
    start: int
    end: int
    parts: tuple["_Part", ...] = ()
    grouped: bool = False


class _Reader:
    """Reads tokens by recursive descent: either > both > one."""

    def __init__(self, found: list[Token], teller: wording.Teller, *, typing: bool, stemming: bool) -> None:
        self.hints: list[str] = []
        self.teller = teller
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._typing = typing
        self._stemming = stemming
        self._joints: list[Token] = []

    def read(self) -> list[_Part]:
        """The parts of a query that all must hold, in the order typed; a bracket that closes nothing is passed over."""
        found: list[_Part] = []
        while self._at < len(self._tokens):
            part = self._either()
            if part:
                found.extend(part.parts if part.parts and not part.grouped else (part,))
            if self._sign() is Sign.CLOSE:
                self._at += 1
        while len(found) == 1 and found[0].parts:
            found = list(found[0].parts)
        return found

    def spans(self, parts: list[_Part]) -> Iterator[tuple[int, int]]:
        """Where each part stands with the AND that ties it to the next, the last with the one before it."""
        after = {token.start: token.end for token in self._joints}
        starts = sorted(after)
        for part in parts:
            if not starts:
                yield part.start, part.end
                continue
            following = [at for at in starts if at >= part.end]
            other = min((other.start for other in parts if other.start >= part.end), default=None)
            mine = [at for at in following if other is not None and at < other]
            if mine:
                yield part.start, after[mine[-1]]
                continue
            floor = max((other.end for other in parts if other.end <= part.start), default=part.start)
            before = [at for at in starts if floor <= at < part.start]
            yield (before[0] if before and other is None else part.start), part.end

    def _sign(self, ahead: int = 0) -> Sign | None:
        at = self._at + ahead
        return self._tokens[at].sign if at < len(self._tokens) else None

    def _begins(self, ahead: int) -> bool:
        """True if something to find can begin there."""
        return self._sign(ahead) not in (None, Sign.CLOSE)

    def _either(self) -> _Part | None:
        sides = [self._both()]
        while self._sign() is Sign.OR:
            self._at += 1
            sides.append(self._both())
        return _either([side for side in sides if side])

    def _both(self) -> _Part | None:
        parts: list[_Part] = []
        while self._begins(0):
            sign = self._sign()
            if sign is Sign.OR and parts and self._begins(1):
                break
            if sign is Sign.AND and parts and self._begins(1):
                self._joints.append(self._tokens[self._at])
                self._at += 1
                continue
            part = self._one()
            if part:
                parts.append(part)
        return _both(parts)

    def _one(self) -> _Part | None:
        """One thing to find, with the signs that exclude it."""
        excluded = False
        first = self._at
        while self._sign() is Sign.MINUS or (self._sign() is Sign.NOT and self._begins(1)):
            excluded = not excluded
            self._at += 1
        if not self._begins(0):
            return None
        token = self._tokens[self._at]
        self._at += 1
        part = self._group(token) if token.sign is Sign.OPEN else self._near(token)
        if part and self._at > first:
            start, node = self._tokens[first].start, part.node
            plain = start == part.start
            part = part if plain else _Part(Not(node) if excluded else node, start, part.end, grouped=part.grouped)
        return part

    def _group(self, opening: Token) -> _Part | None:
        """What stands in brackets; too deep ones are passed over."""
        if self._depth >= _DEEPEST:
            self.hints.append(self.teller.hint("deep", n=_DEEPEST))
            return None
        self._depth += 1
        part = self._either()
        self._depth -= 1
        end = self._tokens[self._at - 1].end
        if self._sign() is Sign.CLOSE:
            end = self._tokens[self._at].end
            self._at += 1
        return replace(part, start=opening.start, end=end, grouped=True) if part else None

    def _near(self, token: Token) -> _Part | None:
        """A leaf, or several in a row that stand near each other."""
        node = self._leaf(token)
        pairs: list[Near] = []
        left, end = node, token.end
        while token.sign in (Sign.TEXT, Sign.QUOTE) and self._sign() is Sign.NEAR:
            joint, at, known = self._tokens[self._at], self._at, len(self.hints)
            if self._sign(1) not in (Sign.TEXT, Sign.QUOTE):
                break
            self._at += 2
            right = self._leaf(self._tokens[at + 1])
            if not isinstance(left, Word | Wildcard | Phrase) or not isinstance(right, Word | Wildcard | Phrase):
                self._at = at
                del self.hints[known:]
                break
            pairs.append(Near(left, right, joint.distance))
            left, end = right, self._tokens[at + 1].end
        if not node:
            return None
        return _Part(_in_both(pairs) if pairs else node, token.start, end)

    def _leaf(self, token: Token) -> Node | None:
        last = self._typing and self._at == len(self._tokens)
        growing = last and token.unfinished
        if token.sign is Sign.FIELD:
            return self._field(token, growing=growing)
        if token.sign is Sign.QUOTE:
            return typed_words.quoted(token.text, stemming=self._stemming, loose=token.loose, growing=growing)
        if token.sign in (Sign.AND, Sign.OR, Sign.NOT, Sign.NEAR) and last:
            return None
        if token.sign is Sign.NEAR:
            self.hints.append(self.teller.hint("near", typed=token.text))
        elif token.sign is Sign.TEXT:
            self._explain(token, growing=growing)
        return typed_words.unquoted(token.text, stemming=self._stemming, growing=growing)

    def _field(self, token: Token, *, growing: bool) -> Node | None:
        read = values.read(token.field, token.text, self.teller.language, self.teller.today)
        if not read:
            if growing:
                return None
            self.hints.append(self.teller.no_value(token.field, token.text, token.typed.partition(":")[0]))
            return typed_words.unquoted(token.typed, stemming=self._stemming, growing=False)
        if growing and token.field not in values.CLOSED:
            read = [replace(reading, prefix=True) if reading.terms else reading for reading in read]
        found = tuple(Filter(token.field, reading) for reading in read)
        return found[0] if len(found) == 1 else Either(found)

    def _explain(self, token: Token, *, growing: bool) -> None:
        """A hint where text looks like a misspelt field, or asks for more than there is."""
        word = typed_words.too_many_edits(token.text)
        if word:
            self.hints.append(self.teller.hint("edits", typed=token.text, word=word))
        named = re.match(r"([^\W\d_]+):(?!//)", token.text)
        follows = self._sign() is Sign.QUOTE and self._tokens[self._at].start == token.end
        if named and not growing and (len(token.text) > named.end() or follows):
            hint = self.teller.misspelt(named[1])
            self.hints.extend([hint] if hint else [])


def _in_both(nodes: list[Near]) -> Node:
    return nodes[0] if len(nodes) == 1 else Both(tuple(nodes))


def _joined(parts: list[_Part]) -> Node | None:
    if len(parts) < 2:
        return parts[0].node if parts else None
    return Both(tuple(part.node for part in parts))


def _both(parts: list[_Part]) -> _Part | None:
    node = _joined(parts)
    if node is None or len(parts) == 1:
        return parts[0] if parts else None
    return _Part(node, parts[0].start, parts[-1].end, tuple(parts))


def _either(sides: list[_Part]) -> _Part | None:
    """Join the sides of an OR; fields beside words on one side only narrow all of it."""
    if len(sides) < 2:
        return sides[0] if sides else None
    split = [_split(side) for side in sides]
    fielded = [n for n, (fields, _) in enumerate(split) if fields]
    if len(fielded) == 1 and split[fielded[0]][1]:
        n = fielded[0]
        fields, rest = split[n]
        words = [_both(rest) or side if m == n else side for m, side in enumerate(sides)]
        both = (*fields, _any(words))
        return _Part(Both(tuple(part.node for part in both)), sides[0].start, sides[-1].end, both)
    return _any(sides)


def _any(sides: list[_Part]) -> _Part:
    """One side or another; it reaches over what stands between them."""
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    return _Part(Either(tuple(side.node for side in sides)), start, end)


def _split(side: _Part) -> tuple[list[_Part], list[_Part]]:
    """The fields of a side of an OR, and what else stands there; what has brackets of its own stays together."""
    parts = side.parts if side.parts and not side.grouped else (side,)
    fielded = [bool(_field_of(part.node)) and not part.grouped for part in parts]
    fields = [part for part, is_field in zip(parts, fielded, strict=True) if is_field]
    return fields, [part for part, is_field in zip(parts, fielded, strict=True) if not is_field]


def _field_of(node: Node) -> str:
    """The field of which a part is, excluded or not; empty where it is of none or of several."""
    match node:
        case Filter(field):
            return field
        case Not(part):
            return _field_of(part)
        case Either(parts):
            fields = {part.field if isinstance(part, Filter) else "" for part in parts}
            return fields.pop() if len(fields) == 1 else ""
    return ""


def _values_of(node: Node) -> tuple[str, ...]:
    match node:
        case Filter(_, reading):
            return reading.values
        case Not(part):
            return _values_of(part)
        case Either(parts):
            return tuple(value for part in parts for value in _values_of(part))
    return ()


def _chip(part: _Part, span: tuple[int, int], teller: wording.Teller, original: list[int] | None) -> Chip:
    start, end = (original[at] for at in span) if original else span
    field = _field_of(part.node)
    excluded = isinstance(part.node, Not)
    return Chip(teller.say(part.node), start, end, field, _values_of(part.node) if field else (), excluded)


def _offsets(text: str, normal: str) -> list[int] | None:
    """By an offset in the normalised text that one in the text as typed; None where all are the same.

    Signs are no part of what normalising joins, so where one begins or ends is known; all else goes to the next one.
    """
    if text == normal:
        return None
    found = [0]
    at = 0
    for chunk in re.split(rf"([\s(){ANY_QUOTE}])", text):
        length = len(unicodedata.normalize("NFC", chunk))
        same = length == len(chunk)
        found.extend(at + (n if same else len(chunk)) for n in range(1, length + 1))
        at += len(chunk)
    return found

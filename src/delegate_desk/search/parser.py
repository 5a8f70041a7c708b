"""Tokens of the search box read by recursive descent: NEAR binds closest, then AND, then OR."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from delegate_desk.search import typed_words, values, wording
from delegate_desk.search.nodes import Both, Either, Filter, Near, Node, Not, Phrase, Wildcard, Word
from delegate_desk.search.tokens import Sign, Token

_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query where it stands: 0-based, end-exclusive.

    Attributes:
        parts: Of all of which it is made up, where it is a ``Both``.
        grouped: True if it stands in brackets of its own.
    """

    node: Node
    start: int
    end: int
    parts: tuple["Part", ...] = ()
    grouped: bool = False


class Reader:
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

    def read(self) -> list[Part]:
        """The parts of a query that all must hold, in the order typed; a bracket that closes nothing is passed over."""
        found: list[Part] = []
        while self._at < len(self._tokens):
            part = self._either()
            if part:
                found.extend(part.parts if part.parts and not part.grouped else (part,))
            if self._sign() is Sign.CLOSE:
                self._at += 1
        while len(found) == 1 and found[0].parts:
            found = list(found[0].parts)
        return found

    def spans(self, parts: list[Part]) -> Iterator[tuple[int, int]]:
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

    def _either(self) -> Part | None:
        sides = [self._both()]
        while self._sign() is Sign.OR:
            self._at += 1
            sides.append(self._both())
        return _either([side for side in sides if side])

    def _both(self) -> Part | None:
        parts: list[Part] = []
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

    def _one(self) -> Part | None:
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
            part = part if plain else Part(Not(node) if excluded else node, start, part.end, grouped=part.grouped)
        return part

    def _group(self, opening: Token) -> Part | None:
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

    def _near(self, token: Token) -> Part | None:
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
        return Part(_in_both(pairs) if pairs else node, token.start, end)

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
            self._explain(token)
        return typed_words.unquoted(token.text, stemming=self._stemming, growing=growing)

    def _field(self, token: Token, *, growing: bool) -> Node | None:
        field = "after" if token.field == "from" and _is_day(token.text) else token.field
        read = values.read(field, token.text, self.teller.language, self.teller.today)
        if not read:
            if growing:
                return None
            self.hints.append(self.teller.no_value(token.field, token.text, token.typed.partition(":")[0]))
            return typed_words.unquoted(token.typed, stemming=self._stemming, growing=False)
        if growing and field not in values.CLOSED:
            read = [replace(reading, prefix=True) if reading.terms else reading for reading in read]
        found = tuple(Filter(field, reading) for reading in read)
        return found[0] if len(found) == 1 else Either(found)

    def _explain(self, token: Token) -> None:
        """A hint where text looks like a misspelt field, or asks for more than there is."""
        word = typed_words.too_many_edits(token.text)
        if word:
            self.hints.append(self.teller.hint("edits", typed=token.text, word=word))
        named = re.match(r"([^\W\d_]+):(?!//)", token.text)
        follows = self._sign() is Sign.QUOTE and self._tokens[self._at].start == token.end
        if named and (len(token.text) > named.end() or follows):
            hint = self.teller.misspelt(named[1])
            self.hints.extend([hint] if hint else [])


def _is_day(value: str) -> bool:
    """``from:2019`` is no sender's name: many a language says *from* of both."""
    return bool(re.fullmatch(r"[\d./-]*\d{4}[\d./-]*", value.strip(".,; "), re.ASCII))


def _in_both(nodes: list[Near]) -> Node:
    return nodes[0] if len(nodes) == 1 else Both(tuple(nodes))


def joined(parts: list[Part]) -> Node | None:
    if len(parts) < 2:
        return parts[0].node if parts else None
    return Both(tuple(part.node for part in parts))


def _both(parts: list[Part]) -> Part | None:
    node = joined(parts)
    if node is None or len(parts) == 1:
        return parts[0] if parts else None
    return Part(node, parts[0].start, parts[-1].end, tuple(parts))


def _either(sides: list[Part]) -> Part | None:
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
        return Part(Both(tuple(part.node for part in both)), sides[0].start, sides[-1].end, both)
    return _any(sides)


def _any(sides: list[Part]) -> Part:
    """One side or another; it reaches over what stands between them."""
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    return Part(Either(tuple(side.node for side in sides)), start, end)


def _split(side: Part) -> tuple[list[Part], list[Part]]:
    """The fields of a side of an OR, and what else stands there; what has brackets of its own stays together."""
    parts = side.parts if side.parts and not side.grouped else (side,)
    fielded = [bool(field_of(part.node)) and not part.grouped for part in parts]
    fields = [part for part, is_field in zip(parts, fielded, strict=True) if is_field]
    return fields, [part for part, is_field in zip(parts, fielded, strict=True) if not is_field]


def field_of(node: Node) -> str:
    """The field of which a part is, excluded or not; empty where it is of none or of several."""
    match node:
        case Filter(field):
            return field
        case Not(part):
            return field_of(part)
        case Either(parts):
            fields = {part.field if isinstance(part, Filter) else "" for part in parts}
            return fields.pop() if len(fields) == 1 else ""
    return ""

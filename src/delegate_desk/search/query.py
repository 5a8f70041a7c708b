"""The search box: what is typed, read as a query.

Words are joined by AND; ``"phrase"``, ``-word``, NOT, OR, parentheses, ``word*`` and fields are known; all else is
text.
AND binds closer than OR. Fields that stand beside an OR on one side of it only narrow the whole:
``lang:el police OR customs`` looks for either in Greek.
"""

import unicodedata
from dataclasses import replace

from delegate_desk.core.search import Understood
from delegate_desk.core.text import fold, words
from delegate_desk.search import facts
from delegate_desk.search.analysis import folded, letters
from delegate_desk.search.nodes import Both, Either, Filter, Near, Node, Not, Phrase, Query, Wildcard, Word
from delegate_desk.search.tokens import Sign, Token, tokens

_DEEPEST = 40
_MOST = 400


def parse(text: str, *, typing: bool = False, stemming: bool = True) -> Query:
    """Read a query; nothing typed is an error.

    Args:
        text: What was typed.
        typing: The last word may still grow: it is a prefix, and a field without its value is passed over.
        stemming: Words are found with other endings too.
    """
    found = list(tokens(unicodedata.normalize("NFC", text)))
    node = _Reader(found[:_MOST], typing=typing, stemming=stemming).read()
    said = _say(node) if node else "nothing to look for"
    if node and not stemming:
        said += "; exact forms only"
    if len(found) > _MOST:
        said += f"; only the first {_MOST} words were read"
    return Query(text, node, Understood(said))


class _Reader:
    """Reads tokens by recursive descent: either > both > one."""

    def __init__(self, found: list[Token], *, typing: bool, stemming: bool) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._typing = typing
        self._stemming = stemming

    def read(self) -> Node | None:
        """Read all; a bracket that closes nothing is passed over."""
        parts: list[Node] = []
        while self._at < len(self._tokens):
            node = self._either()
            if node:
                parts.append(node)
            if self._sign() is Sign.CLOSE:
                self._at += 1
        return _both(parts)

    def _sign(self, ahead: int = 0) -> Sign | None:
        at = self._at + ahead
        return self._tokens[at].sign if at < len(self._tokens) else None

    def _begins(self, ahead: int) -> bool:
        """True if something to find can begin there."""
        return self._sign(ahead) not in (None, Sign.CLOSE)

    def _either(self) -> Node | None:
        sides = [self._both()]
        while self._sign() is Sign.OR:
            self._at += 1
            sides.append(self._both())
        return _either([side for side in sides if side])

    def _both(self) -> Node | None:
        parts: list[Node] = []
        while self._begins(0):
            sign = self._sign()
            if sign is Sign.OR and parts and self._begins(1):
                break
            if sign is Sign.AND and parts and self._begins(1):
                self._at += 1
                continue
            node = self._one()
            if node:
                parts.append(node)
        return _both(parts)

    def _one(self) -> Node | None:
        """One thing to find, with the signs that exclude it."""
        excluded = False
        while self._sign() is Sign.MINUS or (self._sign() is Sign.NOT and self._begins(1)):
            excluded = not excluded
            self._at += 1
        if not self._begins(0):
            return None
        token = self._tokens[self._at]
        self._at += 1
        node = self._group() if token.sign is Sign.OPEN else self._leaf(token)
        return Not(node) if node and excluded else node

    def _group(self) -> Node | None:
        """What stands in brackets; too deep ones are passed over."""
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        node = self._either()
        self._depth -= 1
        if self._sign() is Sign.CLOSE:
            self._at += 1
        return node

    def _leaf(self, token: Token) -> Node | None:
        last = self._typing and token.unfinished and self._at == len(self._tokens)
        if token.sign is Sign.FIELD:
            reading = facts.read(token.field, token.text)
            if reading:
                return Filter(token.field, replace(reading, prefix=True) if last and reading.terms else reading)
            return None if last else self._text(token.typed, prefix=False)
        if token.sign is Sign.QUOTE:
            return self._text(token.text, prefix=last, quoted=True)
        if token.sign in (Sign.AND, Sign.OR, Sign.NOT) and self._typing and self._at == len(self._tokens):
            return None
        return self._text(token.text, prefix=last)

    def _text(self, text: str, *, prefix: bool, quoted: bool = False) -> Node | None:
        """A word; several without a space between, such as ``co-operation``, are a phrase."""
        spans = words(text) if quoted else _without_article(text, words(text))
        bare = text.rstrip()
        ends = bool(spans) and spans[-1][1] == len(text)
        starred = bool(spans) and bare.endswith("*") and spans[-1][1] == len(bare.rstrip("*"))
        found = [self._word(text[start:end], quoted=quoted) for start, end in spans]
        found = [word for word in found if word.exact]
        if not found:
            return None
        if starred or (prefix and ends):
            found[-1] = replace(found[-1], prefix=True)
        if len(found) == 1:
            return found[0]
        return Phrase(tuple(replace(word, stemmed=False) for word in found))

    def _word(self, typed: str, *, quoted: bool) -> Word:
        return Word(typed, folded(typed), letters(typed), stemmed=self._stemming and not quoted)


def _without_article(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out an article that elision ties to its noun, so that ``l'accord`` finds ``d'accord`` and ``accords``."""
    if len(spans) == 2:
        (start, end), (after, _) = spans
        if fold(text[end:after]) == "'" and fold(text[start:end]) in facts.elisions():
            return spans[1:]
    return spans


def _both(parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return Both(tuple(parts))


def _either(sides: list[Node]) -> Node | None:
    """Join the sides of an OR; fields beside words on one side only narrow all of it."""
    if len(sides) < 2:
        return sides[0] if sides else None
    split = [_split(side) for side in sides]
    fielded = [n for n, (fields, _) in enumerate(split) if fields]
    if len(fielded) == 1 and split[fielded[0]][1]:
        n = fielded[0]
        fields, rest = split[n]
        others = Either(tuple(_both(rest) or side if m == n else side for m, side in enumerate(sides)))
        return Both((*fields, others))
    return Either(tuple(sides))


def _split(side: Node) -> tuple[list[Node], list[Node]]:
    """The fields of a side of an OR, and what else stands there."""
    parts = side.parts if isinstance(side, Both) else (side,)
    fields: list[Node] = [p for p in parts if isinstance(p.part if isinstance(p, Not) else p, Filter)]
    return fields, [p for p in parts if p not in fields]


def _say(node: Node, *, inner: bool = False) -> str:
    """A query in English words."""
    match node:
        case Word(typed=typed, prefix=True):
            return f"words beginning with “{typed}”"
        case Word(typed=typed, stemmed=stemmed):
            return f"“{typed}”" if stemmed else f"exactly “{typed}”"
        case Phrase(found):
            text = " ".join(word.typed for word in found)
            return f"the phrase “{text}{'…' if found[-1].prefix else ''}”"
        case Filter(_, reading):
            return reading.said + ("…" if reading.prefix else "")
        case Not(part):
            return f"not {_say(part, inner=True)}"
        case Both(parts):
            said = " and ".join(_say(part, inner=True) for part in parts)
        case Either(parts):
            said = " or ".join(_say(part, inner=True) for part in parts)
        case Wildcard(typed):
            return f"words like “{typed}”"
        case Near(left, right, distance):
            said = f"{_say(left)} within {distance} words of {_say(right)}"
    return f"({said})" if inner else said

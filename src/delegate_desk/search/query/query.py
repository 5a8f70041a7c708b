"""The search box: parsing of queries.

Words are joined by AND; ``"phrase"``, ``-word``, NOT, OR, parentheses, ``word*``, ``ko*graph``, ``word~``, ``NEAR/5``
and fields are known; everything else is text, with a hint if it looks like syntax. NEAR binds closest, then AND, then
OR. Fields on only one side of an OR restrict the whole: ``lang:el police OR customs`` finds either in Greek.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from delegate_desk.core.search import ParsedQuery, QueryChip
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.analysis import fold_word, letters
from delegate_desk.search.engine.index_terms import ANY_QUOTE
from delegate_desk.search.query import date_values, explanation, field_values, nodes

_LONG = 8
"""Minimum length for ``word~`` to allow two different letters."""
_SPELT_SO = re.compile(r"(?P<word>.*[^\W_])~(?P<edits>\d?)[.,;:!]*", re.DOTALL)
_RUN = re.compile(r"(?:[^\W_]|[*?\u0300-\u036f\u00ad])+")
_LETTER = re.compile(r"[^\W_]")


def parse_chunk(text: str, *, stemming: bool, growing: bool) -> nodes.Node | None:
    """Return the query for one chunk: a word, or several without spaces, such as ``co-operation``, as a phrase.

    ``word~`` allows similar spelling, ``ko*gr?ph`` has wildcards. A question mark at the end of a chunk without other
    wildcards ends a question; two asterisks together are decoration.
    """
    almost = _SPELT_SO.fullmatch(text)
    if almost and not re.search(r"[*?]", text):
        node = _almost(almost["word"], almost["edits"], stemming=stemming)
        if node:
            return node
    text = re.sub(r"(?<=[*?])~\d?$", "", text)
    runs = _runs(text)
    if any(_has_gap(run) for run in runs):
        return _with_gaps(runs, stemming=stemming, growing=growing)
    spans = _without_article(text, word_spans(text))
    node = _phrase(text, spans, stemmed=False, growing=growing)
    return replace(node, stemmed=stemming) if isinstance(node, nodes.WordQuery) else node


def _word(typed: str, *, stemmed: bool) -> nodes.WordQuery:
    return nodes.WordQuery(typed, fold_word(typed), letters(typed), stemmed=stemmed)


def _phrase(
    text: str, spans: list[tuple[int, int]], *, stemmed: bool, growing: bool
) -> nodes.WordQuery | nodes.PhraseQuery | None:
    bare = text.rstrip()
    ends = bool(spans) and spans[-1][1] == len(text)
    starred = bool(spans) and bare.endswith("*") and spans[-1][1] == len(bare) - 1
    found = [_word(text[start:end], stemmed=stemmed) for start, end in spans]
    found = [word for word in found if word.exact]
    if not found:
        return None
    if starred or (growing and ends):
        found[-1] = replace(found[-1], prefix=True)
    return found[0] if len(found) == 1 else nodes.PhraseQuery(tuple(found))


def _almost(text: str, edits: str, *, stemming: bool) -> nodes.WordQuery | nodes.PhraseQuery | None:
    """Parse ``word~`` and ``word~2``; several joined words, such as ``co-operation~``, are a phrase with any ending."""
    spans = _without_article(text, word_spans(text))
    found = [word for start, end in spans if (word := _word(text[start:end], stemmed=stemming)).exact]
    if edits not in ("", "1", "2") or not found:
        return None
    if len(found) > 1:
        return nodes.PhraseQuery(tuple(found)) if not edits else None
    letters_of_it = len(found[0].exact)
    return replace(found[0], edits=int(edits) if edits else 2 if letters_of_it >= _LONG else 1)


def _without_article(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Remove an elided article, so that ``l'accord`` finds ``d'accord`` and ``accords``."""
    if len(spans) == 2:
        (start, end), (after, _) = spans
        if fold(text[end:after]) == "'" and fold(text[start:end]) in index_terms.elisions():
            return spans[1:]
    return spans


# Wildcards


def _runs(text: str) -> list[str]:
    spans = [match.span() for match in _RUN.finditer(re.sub(r"\*{2,}", lambda stars: " " * len(stars[0]), text))]
    runs = [text[start:end] for start, end in _without_article(text, spans)]
    return [run for run in runs if _LETTER.search(run)]


def _has_gap(run: str) -> bool:
    """True if a word has a wildcard other than a final asterisk or question mark."""
    return bool(re.search(r"[*?]", run.rstrip("*" if run.endswith("*") else "?")))


def _with_gaps(runs: list[str], *, stemming: bool, growing: bool) -> nodes.Node | None:
    """Parse a word with wildcards; several joined, such as ``co-op*ation``, are consecutive."""
    found: list[nodes.WordQuery | nodes.Wildcard] = []
    for n, run in enumerate(runs):
        last = n == len(runs) - 1
        if _has_gap(run):
            pattern = fold_word(run + "*" if last and growing and not run.endswith("*") else run)
            if _LETTER.search(pattern):
                found.append(nodes.Wildcard(run, pattern))
            continue
        word = _word(run.strip("*?"), stemmed=stemming)
        if word.exact:
            found.append(replace(word, prefix=last and (run.endswith("*") or growing)))
    if len(found) < 2:
        return found[0] if found else None
    return nodes.all_of([nodes.Near(left, right, 1) for left, right in itertools.pairwise(found)])


_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class QueryPart:
    """A part of a query with its span: 0-based, end-exclusive.

    Attributes:
        parts: Its parts, if it is an ``AllOf``.
        grouped: True if it is in brackets of its own.
    """

    node: nodes.Node
    start: int
    end: int
    parts: tuple["QueryPart", ...] = ()
    grouped: bool = False


class QueryParser:
    """Parses tokens by recursive descent: either > both > one."""

    def __init__(
        self, found: list[nodes.QueryToken], teller: explanation.QueryExplainer, *, typing: bool, stemming: bool
    ) -> None:
        self.hints: list[str] = []
        self.teller = teller
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._typing = typing
        self._stemming = stemming
        self._joints: list[nodes.QueryToken] = []

    def read(self) -> list[QueryPart]:
        """Return the parts of a query that must all match, in the order typed.

        An unmatched closing bracket is ignored.
        """
        found: list[QueryPart] = []
        while self._at < len(self._tokens):
            part = self._either()
            if part:
                found.extend(part.parts if part.parts and not part.grouped else (part,))
            if self._sign() is nodes.Sign.CLOSE:
                self._at += 1
        while len(found) == 1 and found[0].parts:
            found = list(found[0].parts)
        return found

    def spans(self, parts: list[QueryPart]) -> Iterator[tuple[int, int]]:
        """Yield the span of each part with the AND that joins it to the next; for the last part, to the previous."""
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

    def _sign(self, ahead: int = 0) -> nodes.Sign | None:
        at = self._at + ahead
        return self._tokens[at].sign if at < len(self._tokens) else None

    def _begins(self, ahead: int) -> bool:
        return self._sign(ahead) not in (None, nodes.Sign.CLOSE)

    def _either(self) -> QueryPart | None:
        sides = [self._both()]
        while self._sign() is nodes.Sign.OR:
            self._at += 1
            sides.append(self._both())
        return _either([side for side in sides if side])

    def _both(self) -> QueryPart | None:
        parts: list[QueryPart] = []
        while self._begins(0):
            sign = self._sign()
            if sign is nodes.Sign.OR and parts and self._begins(1):
                break
            if sign is nodes.Sign.AND and parts and self._begins(1):
                self._joints.append(self._tokens[self._at])
                self._at += 1
                continue
            part = self._operand()
            if part:
                parts.append(part)
        return _both(parts)

    def _operand(self) -> QueryPart | None:
        excluded = False
        first = self._at
        while self._sign() is nodes.Sign.MINUS or (self._sign() is nodes.Sign.NOT and self._begins(1)):
            excluded = not excluded
            self._at += 1
        if not self._begins(0):
            return None
        token = self._tokens[self._at]
        self._at += 1
        part = self._group(token) if token.sign is nodes.Sign.OPEN else self._near(token)
        if part and self._at > first:
            start, node = self._tokens[first].start, part.node
            if start != part.start:
                part = QueryPart(nodes.Not(node) if excluded else node, start, part.end, grouped=part.grouped)
        return part

    def _group(self, opening: nodes.QueryToken) -> QueryPart | None:
        if self._depth >= _DEEPEST:
            self.hints.append(self.teller.hint("deep", n=_DEEPEST))
            return None
        self._depth += 1
        part = self._either()
        self._depth -= 1
        end = self._tokens[self._at - 1].end
        if self._sign() is nodes.Sign.CLOSE:
            end = self._tokens[self._at].end
            self._at += 1
        return replace(part, start=opening.start, end=end, grouped=True) if part else None

    def _near(self, token: nodes.QueryToken) -> QueryPart | None:
        node = self._term(token)
        pairs: list[nodes.Near] = []
        left, end = node, token.end
        while token.sign in (nodes.Sign.TEXT, nodes.Sign.QUOTE) and self._sign() is nodes.Sign.NEAR:
            joint, at, known = self._tokens[self._at], self._at, len(self.hints)
            if self._sign(1) not in (nodes.Sign.TEXT, nodes.Sign.QUOTE):
                break
            self._at += 2
            right = self._term(self._tokens[at + 1])
            if not isinstance(left, nodes.Placed) or not isinstance(right, nodes.Placed):
                self._at = at
                del self.hints[known:]
                break
            pairs.append(nodes.Near(left, right, joint.distance))
            left, end = right, self._tokens[at + 1].end
        if not node:
            return None
        return QueryPart(nodes.all_of(pairs) if pairs else node, token.start, end)

    def _term(self, token: nodes.QueryToken) -> nodes.Node | None:
        last = self._typing and self._at == len(self._tokens)
        growing = last and token.unfinished
        if token.sign is nodes.Sign.FIELD:
            return self._field(token, growing=growing)
        if token.sign is nodes.Sign.QUOTE:
            stemmed = token.stemmed and self._stemming
            return _phrase(token.text, word_spans(token.text), stemmed=stemmed, growing=growing)
        if token.sign in (nodes.Sign.AND, nodes.Sign.OR, nodes.Sign.NOT, nodes.Sign.NEAR) and last:
            return None
        if token.sign is nodes.Sign.NEAR:
            self.hints.append(self.teller.hint("near", typed=token.text))
        elif token.sign is nodes.Sign.TEXT:  # it may look like a misspelt field, or request too much
            almost = _SPELT_SO.fullmatch(token.text)
            if almost and almost["word"] and almost["edits"] not in ("", "1", "2"):
                self.hints.append(self.teller.hint("edits", typed=token.text, word=almost["word"]))
            named = re.match(r"([^\W\d_]+):(?!//)", token.text)
            follows = self._sign() is nodes.Sign.QUOTE and self._tokens[self._at].start == token.end
            hint = self.teller.misspelt(named[1]) if named and (len(token.text) > named.end() or follows) else None
            self.hints.extend([hint] if hint else [])
        return parse_chunk(token.text, stemming=self._stemming, growing=growing)

    def _field(self, token: nodes.QueryToken, *, growing: bool) -> nodes.Node | None:
        # ``from:2019`` is no sender: many languages say *from* for both
        is_day = re.fullmatch(r"[\d./-]*\d{4}[\d./-]*", token.text.strip(".,; "), re.ASCII)
        field = "after" if token.field == "from" and is_day else token.field
        read = field_values.read(field, token.text, self.teller.language, self.teller.today)
        if not read:
            if growing:
                return None
            self.hints.append(self.teller.no_value(token.field, token.text, token.typed.partition(":")[0]))
            return parse_chunk(token.typed, stemming=self._stemming, growing=False)
        if growing and field not in field_values.CLOSED:
            read = [replace(reading, prefix=True) if reading.terms else reading for reading in read]
        return nodes.any_of([nodes.FieldFilter(field, reading) for reading in read])


def _both(parts: list[QueryPart]) -> QueryPart | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return QueryPart(nodes.AllOf(tuple(part.node for part in parts)), parts[0].start, parts[-1].end, tuple(parts))


def _either(sides: list[QueryPart]) -> QueryPart | None:
    """Join the sides of an OR; fields beside words on one side only restrict the whole."""
    if len(sides) < 2:
        return sides[0] if sides else None
    split = [_split(side) for side in sides]
    fielded = [n for n, (fields, _) in enumerate(split) if fields]
    if len(fielded) == 1 and split[fielded[0]][1]:
        n = fielded[0]
        fields, rest = split[n]
        words = [_both(rest) or side if m == n else side for m, side in enumerate(sides)]
        both = (*fields, _any(words))
        return QueryPart(nodes.AllOf(tuple(part.node for part in both)), sides[0].start, sides[-1].end, both)
    return _any(sides)


def _any(sides: list[QueryPart]) -> QueryPart:
    """Return the OR of several sides, with a span from the first to the last."""
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    return QueryPart(nodes.Either(tuple(side.node for side in sides)), start, end)


def _split(side: QueryPart) -> tuple[list[QueryPart], list[QueryPart]]:
    """Split a side of an OR into its fields and the rest; a part in brackets stays together."""
    parts = side.parts if side.parts and not side.grouped else (side,)
    fielded = [bool(field_for_node(part.node)) and not part.grouped for part in parts]
    fields = [part for part, is_field in zip(parts, fielded, strict=True) if is_field]
    return fields, [part for part, is_field in zip(parts, fielded, strict=True) if not is_field]


def field_for_node(node: nodes.Node) -> str:
    """Return the field of a part, excluded or not; empty if it has none or several."""
    match node:
        case nodes.FieldFilter(field):
            return field
        case nodes.Not(part):
            return field_for_node(part)
        case nodes.Either(parts):
            fields = {part.field if isinstance(part, nodes.FieldFilter) else "" for part in parts}
            return fields.pop() if len(fields) == 1 else ""
    return ""


_MOST = 1000
_MOST_HINTS = 5


def parse(
    text: str, *, typing: bool = False, stemming: bool = True, language: str = "en", today: date | None = None
) -> nodes.Query:
    """Parse a query; an empty text is an error.

    Args:
        typing: The last word may be incomplete: it is a prefix, and a field without a value is ignored.
        stemming: True to find words with other endings too.
        language: Language of the window, whose names of fields and operators are accepted beside the English ones, and
            in which the query is explained.
        today: For ``last month`` and the like.
    """
    teller = explanation.QueryExplainer(language, today or date_values.current_day())
    reader, found = _read(text, teller, typing=typing, stemming=stemming)
    node = nodes.all_of([part.node for _, part in found]) if found else None
    message = teller.explain(node) if node else teller.say("nothing")
    if node and not stemming:
        message += teller.say("forms_only")
    chips = tuple(sorted((chip for chip, _ in found), key=lambda chip: chip.start))
    hints = tuple(dict.fromkeys(reader.hints))
    return nodes.Query(text, node, ParsedQuery(message, chips, hints[:_MOST_HINTS]))


def parts(text: str, language: str = "en") -> list[tuple[QueryChip, nodes.Node]]:
    """Return the parts of a query that must all match, each with its chip."""
    teller = explanation.QueryExplainer(language, date_values.current_day())
    return [(chip, part.node) for chip, part in _read(text, teller, typing=False, stemming=True)[1]]


def _read(
    text: str, teller: explanation.QueryExplainer, *, typing: bool, stemming: bool
) -> tuple[QueryParser, list[tuple[QueryChip, QueryPart]]]:
    normal = unicodedata.normalize("NFC", text)
    found = list(islice(nodes.tokens(normal, teller.language, teller.today), _MOST + 1))
    reader = QueryParser(found[:_MOST], teller, typing=typing, stemming=stemming)
    read = reader.read()
    if len(found) > _MOST:
        reader.hints.insert(0, teller.hint("many", n=_MOST))
    original = _offsets(text, normal)
    parts = []
    for part, span in zip(read, reader.spans(read), strict=True):
        start, end = (original[at] for at in span) if original else span
        field = field_for_node(part.node)
        values = _node_values(part.node) if field else ()
        excluded = isinstance(part.node, nodes.Not)
        parts.append((QueryChip(teller.explain(part.node), start, end, field, values, excluded), part))
    return reader, parts


def _node_values(node: nodes.Node) -> tuple[str, ...]:
    match node:
        case nodes.FieldFilter(_, reading):
            return reading.values
        case nodes.Not(part):
            return _node_values(part)
        case nodes.Either(parts):
            return tuple(value for part in parts for value in _node_values(part))
    return ()


def _offsets(text: str, normal: str) -> list[int] | None:
    """Map each offset in the normalised text to its offset in the text as typed; None if all are the same.

    Operators are not changed by normalisation, so their start and end are exact; all other offsets map to the next
    exact offset.
    """
    if text == normal:
        return None
    found = [0]
    at = 0
    for chunk in re.split(rf"([\s()~{ANY_QUOTE}{nodes.SINGLE_QUOTES}’❜-])", text):
        length = len(unicodedata.normalize("NFC", chunk))
        same = length == len(chunk)
        found.extend(at + (n if same else len(chunk)) for n in range(1, length + 1))
        at += len(chunk)
    return found

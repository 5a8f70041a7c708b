"""The search box: parsing of queries, and their explanation in the language of the window, with hints.

Words are joined by AND; ``"phrase"``, ``-word``, NOT, OR, parentheses, ``word*``, ``ko*graph``, ``word~``, ``NEAR/5``
and fields are known; everything else is text, with a hint if it looks like syntax. NEAR binds closest, then AND, then
OR. Fields on only one side of an OR restrict the whole: ``lang:el police OR customs`` finds either in Greek. The words
of explanations are in resources/tables/search_said.json; English for other languages.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from delegate_desk import paths
from delegate_desk.core.search import ParsedQuery, QueryChip
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.analysis import fold_word, letters
from delegate_desk.search.engine.index_terms import ANY_QUOTE, FieldInterpretation
from delegate_desk.search.query import date_values, field_values, nodes
from delegate_desk.search.query.date_values import DateValue

_LONGEST = 40
_LONG_NAME = 7
"""Minimum length of a field's name that may be misspelt by two letters; a shorter one by one."""


class QueryExplainer:
    """Explains parts of a query in one language, on one day."""

    def __init__(self, language: str, today: date) -> None:
        self.language = index_terms.own(language)[0]
        self.today = today
        self._words = paths.load_table("search_said")[self.language]

    def say(self, form: str, **named: str) -> str:
        """Return a sentence or a part of it with its placeholders filled."""
        return str(self._words[form].format(**named))

    def explain(self, node: nodes.Node, *, inner: bool = False) -> str:
        """Explain a part; ``inner`` in brackets if it has parts itself."""
        words = self._words
        match node:
            case nodes.WordQuery(typed=typed, edits=edits) if edits:
                return str(words["edits"][edits - 1].format(text=typed))
            case nodes.WordQuery(typed=typed, prefix=prefix, stemmed=stemmed):
                return self.say("prefix" if prefix else "word" if stemmed else "exact", text=typed)
            case nodes.Wildcard(typed):
                return self.say("wildcard", text=typed)
            case nodes.PhraseQuery(found):
                text = " ".join(word.typed for word in found) + ("…" if found[-1].prefix else "")
                return self.say("loose" if found[0].stemmed else "phrase", text=text)
            case nodes.Near(left, right, distance):
                form = words["near"][0 if distance == 1 else 1]
                return str(form.format(left=self.explain(left), right=self.explain(right), n=distance))
            case nodes.FieldFilter(field, reading):
                return self.field(field, reading)
            case nodes.Not(part):
                return self.say("not", part=self.explain(part, inner=True))
            case nodes.AllOf(parts):
                sentence = words["and"].join(self.explain(part, inner=True) for part in parts)
            case nodes.Either(parts):
                sentence = words["or"].join(self.explain(part, inner=True) for part in parts)
        return f"({sentence})" if inner else sentence

    def field(self, field: str, reading: FieldInterpretation) -> str:
        """Return a field with its values in words, such as ``in Greek or French``."""
        if field in field_values.DATES:
            return str(self._words["or"].join(self._date_sentence(field, one) for one in reading.written))
        name = field
        if field == "ref" and reading.terms[0][0].startswith(("family ", "number ")) and len(reading.terms) == 1:
            name = reading.terms[0][0].partition(" ")[0]
        elif field == "ref" and any(map(_is_number_of_act, reading.values)):
            words = self._words["fields"]
            forms = (
                words["act" if _is_number_of_act(value) else "ref"].format(value=value) for value in reading.values
            )
            return str(self._words["or"].join(forms))
        elif field == "marking" and reading.written in (("none",), ("public",)):
            return str(self._words["fields"]["public" if reading.written == ("public",) else "unmarked"])
        values = self._words["or"].join(self._value(field, value) for value in reading.values)
        values = self.say("begun", value=values) if reading.prefix else values
        return str(self._words["fields"][name].format(value=values))

    def hint(self, form: str, **named: Any) -> str:
        """Return a sentence on a part treated as text."""
        cut = {
            name: f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value
            for name, value in named.items()
        }
        return str(self._words["hints"][form].format(**cut))

    def misspelt(self, typed: str) -> str | None:
        """Return a hint if the word before a colon is nearly the name of a field; None if it is not."""
        name = _nearest(fold(typed), tuple(_field_forms(self.language)))
        return self.hint("field", typed=typed, name=_field_forms(self.language)[name]) if name else None

    def no_value(self, field: str, typed: str, name: str) -> str:
        """Return a hint if the text after a field is not a valid value."""
        if not typed.strip():
            return self.hint("empty", name=name)
        if field in field_values.DATES and field != "year":
            return self.hint("date", name=name, typed=typed)
        by_folded = {fold(value): value for value in field_values.known_values(field, self.language)}
        nearest = _nearest(fold(typed).strip(), tuple(by_folded)) if field in field_values.CLOSED else None
        if nearest:
            return self.hint("near_value", name=name, typed=typed, value=by_folded[nearest])
        return self.hint("value", name=name, typed=typed)

    def _value(self, field: str, value: str) -> str:
        name = value.removesuffix("*")
        match field:
            case "lang" | "column":
                part = "languages" if field == "lang" else "columns"
                return str(index_terms.table()[part][self.language][value][0])
            case "in":
                return str(self._words["places"].get(value, value))
            case "kind":
                part = "places" if value in self._words["places"] else "kinds"
                return self.say("quoted", text=index_terms.table()[part][self.language][value][0])
            case "type":
                heading = _headings(self.language).get(name) or name.replace("_", " ").capitalize()
                if self.language == "fr" and heading.isupper():
                    heading = heading.capitalize()  # French capitals keep accents
                return self.say("quoted", text=heading)
            case "delegation":
                names = paths.load_table("export_labels")[self.language]["delegations"]["of"]
                return str(names.get(value, value))
            case "from" | "tag":
                return self.say("quoted", text=name)
        return name

    # Dates

    def _date_sentence(self, field: str, written: str) -> str:
        if written == index_terms.NO_DATE:
            return str(self._words["fields"]["undated"])
        found = date_values.read(written, self.today)
        assert found is not None  # it was read before
        words = self._words
        if found.start is None or found.end is None:
            value, form = (found.start, "after") if found.start else (found.end, "until")
            return str(words[form].format(when=self._when(value) if value else ""))
        if field in ("after", "before"):
            return str(words[field].format(when=self._when(found.start)))
        if found.start != found.end:
            return str(words["between"].format(start=self._when(found.start), end=self._when(found.end)))
        value = found.start
        if value.name not in ("", "month"):
            return str(words["on_relative"].format(when=self._when(value)))
        return str(words[f"on_{value.unit}"].format(when=self._when(value)))

    def _when(self, value: DateValue) -> str:
        """Return a time in words, with the day or month that it is if it depends on today."""
        if value.name in ("", "month"):
            return self._calendar(value)
        table = date_values.date_vocabulary()
        if value.name == "last":
            name = self.say("last_month", **self._months(value.number))
        else:
            row = table["named"].get(value.name) or table["counted"][value.name]
            name = str(row[self.language][0].format(n=value.number))
        return self.say("relative", name=name, when=self._calendar(value))

    def _calendar(self, value: DateValue) -> str:
        if value.unit == "days":
            start, end = self._day(value.first), self._day(value.last)
            return self.say("days", start=start, end=end) if start != end else start
        if value.unit == "day":
            return self._day(value.first)
        return self.say(value.unit, y=str(value.first.year), **self._months(value.first.month))

    def _day(self, day: date) -> str:
        form = "first_day" if day.day == 1 else "day"
        return self.say(form, d=str(day.day), y=str(day.year), **self._months(day.month))

    def _months(self, number: int) -> dict[str, str]:
        forms = date_values.date_vocabulary()["months"][self.language][number - 1]
        other = forms[1:3] if self.language == "el" else forms[:1] * 2
        return {"month": forms[0], "accusative": other[0], "genitive": other[1]}


@cache
def _is_number_of_act(value: str) -> bool:
    """True for ``2016/679``, which does not show the kind of act."""
    found = field_values.act_vocabulary().read(value)
    return found is not None and not found.kind


@cache
def _field_forms(language: str) -> dict[str, str]:
    rows = [index_terms.table()["fields"][code] for code in reversed(index_terms.own(language))]
    return {fold(name): name for row in rows for names in row.values() for name in names}


@cache
def _headings(language: str) -> dict[str, str]:
    rows = {kind: row[language] for kind, row in paths.load_table("header_words")["types"].items() if language in row}
    plain = {kind: next((heading for heading in row if not heading.isupper()), "") for kind, row in rows.items()}
    return {kind: plain[kind] or ("" if language == "en" else next(iter(row))) for kind, row in rows.items()}


def _nearest(typed: str, names: tuple[str, ...]) -> str | None:
    """Return the name with the most similar spelling to a typed word; None if there is none."""
    if len(typed) < 3:
        return None
    from rapidfuzz.distance import OSA

    found = [(OSA.distance(typed, name), name) for name in names]
    near = [(cost, name) for cost, name in found if 0 < cost <= (2 if len(name) >= _LONG_NAME else 1) and len(name) > 2]
    return min(near)[1] if near else None


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
        node = _fuzzy(almost["word"], almost["edits"], stemming=stemming)
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
    stripped = text.rstrip()
    ends = bool(spans) and spans[-1][1] == len(text)
    starred = bool(spans) and stripped.endswith("*") and spans[-1][1] == len(stripped) - 1
    found = [_word(text[start:end], stemmed=stemmed) for start, end in spans]
    found = [word for word in found if word.exact]
    if not found:
        return None
    if starred or (growing and ends):
        found[-1] = replace(found[-1], prefix=True)
    return found[0] if len(found) == 1 else nodes.PhraseQuery(tuple(found))


def _fuzzy(text: str, edits: str, *, stemming: bool) -> nodes.WordQuery | nodes.PhraseQuery | None:
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
        (start, end), (second, _) = spans
        if fold(text[end:second]) == "'" and fold(text[start:end]) in index_terms.elisions():
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
        self, found: list[nodes.QueryToken], explainer: QueryExplainer, *, typing: bool, stemming: bool
    ) -> None:
        self.hints: list[str] = []
        self.explainer = explainer
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
        end_of = {token.start: token.end for token in self._joints}
        starts = sorted(end_of)
        for part in parts:
            if not starts:
                yield part.start, part.end
                continue
            following = [start for start in starts if start >= part.end]
            other = min((other.start for other in parts if other.start >= part.end), default=None)
            own = [start for start in following if other is not None and start < other]
            if own:
                yield part.start, end_of[own[-1]]
                continue
            floor = max((other.end for other in parts if other.end <= part.start), default=part.start)
            earlier = [start for start in starts if floor <= start < part.start]
            yield (earlier[0] if earlier and other is None else part.start), part.end

    def _sign(self, ahead: int = 0) -> nodes.Sign | None:
        index = self._at + ahead
        return self._tokens[index].sign if index < len(self._tokens) else None

    def _has_operand(self, ahead: int) -> bool:
        return self._sign(ahead) not in (None, nodes.Sign.CLOSE)

    def _either(self) -> QueryPart | None:
        sides = [self._both()]
        while self._sign() is nodes.Sign.OR:
            self._at += 1
            sides.append(self._both())
        return _either([side for side in sides if side])

    def _both(self) -> QueryPart | None:
        parts: list[QueryPart] = []
        while self._has_operand(0):
            sign = self._sign()
            if sign is nodes.Sign.OR and parts and self._has_operand(1):
                break
            if sign is nodes.Sign.AND and parts and self._has_operand(1):
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
        while self._sign() is nodes.Sign.MINUS or (self._sign() is nodes.Sign.NOT and self._has_operand(1)):
            excluded = not excluded
            self._at += 1
        if not self._has_operand(0):
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
            self.hints.append(self.explainer.hint("deep", n=_DEEPEST))
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
            joint, index, hint_count = self._tokens[self._at], self._at, len(self.hints)
            if self._sign(1) not in (nodes.Sign.TEXT, nodes.Sign.QUOTE):
                break
            self._at += 2
            right = self._term(self._tokens[index + 1])
            if not isinstance(left, nodes.Placed) or not isinstance(right, nodes.Placed):
                self._at = index
                del self.hints[hint_count:]
                break
            pairs.append(nodes.Near(left, right, joint.distance))
            left, end = right, self._tokens[index + 1].end
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
            self.hints.append(self.explainer.hint("near", typed=token.text))
        elif token.sign is nodes.Sign.TEXT:  # it may look like a misspelt field, or request too much
            almost = _SPELT_SO.fullmatch(token.text)
            if almost and almost["word"] and almost["edits"] not in ("", "1", "2"):
                self.hints.append(self.explainer.hint("edits", typed=token.text, word=almost["word"]))
            field = re.match(r"([^\W\d_]+):(?!//)", token.text)
            follows = self._sign() is nodes.Sign.QUOTE and self._tokens[self._at].start == token.end
            hint = self.explainer.misspelt(field[1]) if field and (len(token.text) > field.end() or follows) else None
            self.hints.extend([hint] if hint else [])
        return parse_chunk(token.text, stemming=self._stemming, growing=growing)

    def _field(self, token: nodes.QueryToken, *, growing: bool) -> nodes.Node | None:
        # ``from:2019`` is no sender: many languages say *from* for both
        is_day = re.fullmatch(r"[\d./-]*\d{4}[\d./-]*", token.text.strip(".,; "), re.ASCII)
        field = "after" if token.field == "from" and is_day else token.field
        read = field_values.read(field, token.text, self.explainer.language, self.explainer.today)
        if not read:
            if growing:
                return None
            self.hints.append(self.explainer.no_value(token.field, token.text, token.typed.partition(":")[0]))
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
    split = []  # the fields of each side, and the rest; a part in brackets stays together
    for side in sides:
        parts = side.parts if side.parts and not side.grouped else (side,)
        fields = [part for part in parts if field_for_node(part.node) and not part.grouped]
        split.append((fields, [part for part in parts if part.grouped or not field_for_node(part.node)]))
    fielded = [n for n, (fields, _) in enumerate(split) if fields]
    if len(fielded) == 1 and split[fielded[0]][1]:
        n = fielded[0]
        fields, rest = split[n]
        words = [_both(rest) or side if m == n else side for m, side in enumerate(sides)]
        joined = (*fields, _any(words))
        return QueryPart(nodes.AllOf(tuple(part.node for part in joined)), sides[0].start, sides[-1].end, joined)
    return _any(sides)


def _any(sides: list[QueryPart]) -> QueryPart:
    """Return the OR of several sides, with a span from the first to the last."""
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    return QueryPart(nodes.Either(tuple(side.node for side in sides)), start, end)


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
    explainer = QueryExplainer(language, today or date_values.current_day())
    reader, found = _read(text, explainer, typing=typing, stemming=stemming)
    node = nodes.all_of([part.node for _, part in found]) if found else None
    message = explainer.explain(node) if node else explainer.say("nothing")
    if node and not stemming:
        message += explainer.say("forms_only")
    chips = tuple(sorted((chip for chip, _ in found), key=lambda chip: chip.start))
    hints = tuple(dict.fromkeys(reader.hints))
    return nodes.Query(text, node, ParsedQuery(message, chips, hints[:_MOST_HINTS]))


def parts(text: str, language: str = "en") -> list[tuple[QueryChip, nodes.Node]]:
    """Return the parts of a query that must all match, each with its chip."""
    explainer = QueryExplainer(language, date_values.current_day())
    return [(chip, part.node) for chip, part in _read(text, explainer, typing=False, stemming=True)[1]]


def _read(
    text: str, explainer: QueryExplainer, *, typing: bool, stemming: bool
) -> tuple[QueryParser, list[tuple[QueryChip, QueryPart]]]:
    normal = unicodedata.normalize("NFC", text)
    found = list(islice(nodes.tokens(normal, explainer.language, explainer.today), _MOST + 1))
    reader = QueryParser(found[:_MOST], explainer, typing=typing, stemming=stemming)
    read = reader.read()
    if len(found) > _MOST:
        reader.hints.insert(0, explainer.hint("many", n=_MOST))
    original = _offsets(text, normal)
    parts = []
    for part, span in zip(read, reader.spans(read), strict=True):
        start, end = (original[offset] for offset in span) if original else span
        field = field_for_node(part.node)
        values = _node_values(part.node) if field else ()
        excluded = isinstance(part.node, nodes.Not)
        parts.append((QueryChip(explainer.explain(part.node), start, end, field, values, excluded), part))
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
    offset = 0
    for chunk in re.split(rf"([\s()~{ANY_QUOTE}{nodes.SINGLE_QUOTES}’❜-])", text):
        length = len(unicodedata.normalize("NFC", chunk))
        same = length == len(chunk)
        found.extend(offset + (n if same else len(chunk)) for n in range(1, length + 1))
        offset += len(chunk)
    return found

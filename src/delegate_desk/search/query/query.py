"""The search box: what is typed, read as a query.

Words are joined by AND; ``"phrase"``, ``-word``, NOT, OR, parentheses, ``word*``, ``ko*graph``, ``word~``, ``NEAR/5``
and fields are known; all else is text, with a hint where it looks like syntax. NEAR binds closest, then AND, then OR.
Fields that stand beside an OR on one side of it only narrow the whole: ``lang:el police OR customs`` looks for either
in Greek.
"""

import re
import unicodedata
from datetime import date
from itertools import islice

from delegate_desk.core.search import ParsedQuery, QueryChip
from delegate_desk.search.engine.index_terms import ANY_QUOTE
from delegate_desk.search.query import date_values, explanation, query_text
from delegate_desk.search.query.nodes import Either, FieldFilter, Node, Not, Query
from delegate_desk.search.query.parser import QueryParser, QueryPart, field_of, joined
from delegate_desk.search.query.tokens import SINGLE_QUOTES, tokens

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
    teller = explanation.Teller(language, today or date_values.current_day())
    reader, found = _read(text, teller, typing=typing, stemming=stemming)
    node = joined([part for _, part in found])
    said = teller.say(node) if node else teller.nothing()
    if node and not stemming:
        said += teller.forms_only()
    chips = tuple(sorted((chip for chip, _ in found), key=lambda chip: chip.start))
    hints = tuple(dict.fromkeys(reader.hints))
    return Query(text, node, ParsedQuery(said, chips, hints[:_MOST_HINTS]))


def parts(text: str, language: str = "en", today: date | None = None) -> list[tuple[QueryChip, Node]]:
    """The parts of a query that all must hold, as ``Both`` has them, each with its chip."""
    found = _read(text, explanation.Teller(language, today or date_values.current_day()), typing=False, stemming=True)[
        1
    ]
    return [(chip, part.node) for chip, part in found]


def canonical(text: str, language: str) -> str:
    """The same query with English names and operators: it means the same in every language of the window.

    Dates such as ``last month`` stay relative.
    """
    node = parse(text, language=language).node
    return query_text.written(node) if node else ""


def _read(
    text: str, teller: explanation.Teller, *, typing: bool, stemming: bool
) -> tuple[QueryParser, list[tuple[QueryChip, QueryPart]]]:
    normal = unicodedata.normalize("NFC", text)
    found = list(islice(tokens(normal, teller.language, teller.today), _MOST + 1))
    reader = QueryParser(found[:_MOST], teller, typing=typing, stemming=stemming)
    read = reader.read()
    if len(found) > _MOST:
        reader.hints.insert(0, teller.hint("many", n=_MOST))
    original = _offsets(text, normal)
    spans = reader.spans(read)
    return reader, [(_chip(part, span, teller, original), part) for part, span in zip(read, spans, strict=True)]


def _values_of(node: Node) -> tuple[str, ...]:
    match node:
        case FieldFilter(_, reading):
            return reading.values
        case Not(part):
            return _values_of(part)
        case Either(parts):
            return tuple(value for part in parts for value in _values_of(part))
    return ()


def _chip(part: QueryPart, span: tuple[int, int], teller: explanation.Teller, original: list[int] | None) -> QueryChip:
    start, end = (original[at] for at in span) if original else span
    field = field_of(part.node)
    excluded = isinstance(part.node, Not)
    return QueryChip(teller.say(part.node), start, end, field, _values_of(part.node) if field else (), excluded)


def _offsets(text: str, normal: str) -> list[int] | None:
    """Map each offset in the normalised text to its offset in the text as typed; None if all are the same.

    Signs are not changed by normalisation, so their start and end are exact; all other offsets map to the next
    exact offset.
    """
    if text == normal:
        return None
    found = [0]
    at = 0
    for chunk in re.split(rf"([\s()~{ANY_QUOTE}{SINGLE_QUOTES}’❜-])", text):
        length = len(unicodedata.normalize("NFC", chunk))
        same = length == len(chunk)
        found.extend(at + (n if same else len(chunk)) for n in range(1, length + 1))
        at += len(chunk)
    return found

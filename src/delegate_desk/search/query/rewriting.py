"""Changes of a query: adding or removing a field's value, omitting a part, completing a field.

Each is based on how the query is parsed, keeps the rest as typed if that still means the same, and writes English
names, which are accepted in every language of the window.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from delegate_desk.core.search import QueryChip
from delegate_desk.core.text import fold
from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.analysis import fold_word
from delegate_desk.search.engine.index_terms import ANY_QUOTE, FieldInterpretation
from delegate_desk.search.query import field_values
from delegate_desk.search.query.nodes import (
    QUOTES,
    SINGLE_QUOTES,
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Placed,
    Sign,
    Wildcard,
    WordQuery,
    all_of,
    any_of,
    tokens,
)
from delegate_desk.search.query.query import parse, parts

_MOST = 8
_KINDS = ("in", "kind")
"""Two fields of one facet."""
_BEGUN = re.compile(rf"(?<![^\s(-])(?!-)(?:(?P<field>[^\W\d_]+):)?(?P<value>[^\s(){ANY_QUOTE}]*)$")
_REST = re.compile(rf"[^\s(){ANY_QUOTE}|:]*:?")
_WORD = re.compile(r"[^\W_]{2,}$")
_REST_OF_WORD = re.compile(r"[^\W_]*")


def with_value(text: str, field: str, value: str, *, language: str = "en") -> str:
    """Return the query restricted to one more value of a field: ``lang:el`` and ``fr`` become ``lang:el|fr``.

    An invalid value leaves the query unchanged.
    """
    read = field_values.read(field, value, language)
    if not read or has_value(text, field, value, language=language):
        return text
    chips = parts(text, language)
    place = next(iter(_places(chips, field)), None)
    if place is None:
        added = field_text(field, _written(read))
        new = [FieldFilter(field, reading) for reading in field_values.read(field, "|".join(_written(read)))]
        query = text.strip()
        bracketed = [f"({query}) {added}"] if query.count("(") == query.count(")") else []
        tries = [f"{query} {added}", *bracketed] if query else [added]
        return _first_meaning([*(node for _, node in chips), any_of(new)], tries, language)
    chip, node = chips[place]
    name = field if chip.field == field else "kind"  # which has what ``in`` has, too
    written = (*_written(_readings(node)), *_written(read))
    return _replace_value(text, chips, place, field_text(name, written), language)


def without_value(text: str, field: str, value: str, *, language: str = "en") -> str:
    """Return the query without a value of a field; the field is removed with its last value."""
    removed = set(_singles(field, field_values.read(field, value, language)))
    chips = parts(text, language)
    for place in _places(chips, field):
        chip, node = chips[place]
        singles = _singles(chip.field, _readings(node))
        interpretations = [reading for meaning, reading in singles.items() if meaning not in removed]
        if not interpretations:
            return without(text, chip, language=language)
        if len(interpretations) < len(singles):
            return _replace_value(text, chips, place, field_text(chip.field, _written(interpretations)), language)
    return text


def has_value(text: str, field: str, value: str, *, language: str = "en") -> bool:
    """True if the query is restricted to a value of a field, alone or with others."""
    meanings = set(_singles(field, field_values.read(field, value, language)))
    chips = parts(text, language)
    existing = (_singles(chips[place][0].field, _readings(chips[place][1])) for place in _places(chips, field))
    return bool(meanings) and any(meanings <= set(singles) for singles in existing)


def without(text: str, chip: QueryChip, *, language: str = "en") -> str:
    """Return the query without one of its parts; the text before the part is kept if possible."""
    head, tail = text[: chip.start], text[chip.end :]
    if not head or head[-1].isspace():
        tail = tail.lstrip()
    remaining = head + tail if tail else head.rstrip()
    chips = parts(text, language)
    place = _place(chips, chip)
    if place is None:
        return remaining
    rest = [node for n, (_, node) in enumerate(chips) if n != place]
    return _first_meaning(rest, [remaining], language)


def alone(text: str, chip: QueryChip, *, language: str = "en") -> str:
    """Return one part of a query as a query of its own."""
    chips = parts(text, language)
    place = _place(chips, chip)
    if place is None:
        return text[chip.start : chip.end]
    return _first_meaning([chips[place][1]], [text[chip.start : chip.end]], language)


def completions(
    text: str,
    offset: int,
    language: str = "en",
    *,
    stored: Callable[[str], Iterable[str]] = lambda _: (),
    words: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[str]:
    """Return queries that complete the word, field or value at an offset, most likely first.

    Args:
        offset: In code points.
        stored: Returns the values of a field in the library.
        words: Returns the words of the texts with a folded beginning.
    """
    *_, last = None, *tokens(text[:offset], language)
    match = None if last and last.sign is Sign.QUOTE and last.unfinished else _BEGUN.search(text[:offset])
    if match and match["field"]:
        field = index_terms.field_names(language).get(fold(match["field"]), "")
        typed = match["value"].rpartition("|")[2]
        values = [f'"{value}"' if re.search(r"\s", value) else value for value in _beginning(stored(field), typed)]
        names = [value_text(field, value) for value in _beginning(field_values.known_values(field, language), typed)]
        found = _completions(text, offset - len(typed), offset, [*values, *names], _REST)
    else:
        word = _WORD.search(text[:offset])
        found = _completions(text, word.start(), offset, words(fold_word(word[0])), _REST_OF_WORD) if word else []
        if match:
            found += _completions(text, match.start("value"), offset, _names(match["value"], language), _REST)
    return list(dict.fromkeys(found))[:_MOST]


def _completions(text: str, start: int, offset: int, values: Iterable[str], rest: re.Pattern[str]) -> list[str]:
    match = rest.match(text, offset)
    end = match.end() if match else offset
    return [f"{text[:start]}{value}{text[end:]}" for value in values if value != text[start:end]]


def _names(typed: str, language: str) -> list[str]:
    if len(typed) < 2:
        return []
    rows = [index_terms.table()["fields"][code] for code in index_terms.own(language)]
    names = [name for row in rows for names in row.values() for name in names]
    found = [f"{name}:" for name in dict.fromkeys(names) if fold(name).startswith(fold(typed))]
    return [] if fold(f"{typed}:") in map(fold, found) and typed in names else found


def _beginning(values: Iterable[str], typed: str) -> list[str]:
    """Return the values that begin so, then those with a later word that begins so."""
    start = fold(typed)
    values = list(values)
    first = [value for value in values if fold(value).startswith(start)]
    return first + [value for value in values if value not in first and f" {start}" in fold(value)]


# Parts


_Chips = list[tuple[QueryChip, Node]]
_Meaning = tuple[object, ...]


def _place(chips: _Chips, chip: QueryChip) -> int | None:
    spans = [(query_chip.start, query_chip.end) for query_chip, _ in chips]
    return spans.index((chip.start, chip.end)) if (chip.start, chip.end) in spans else None


def _places(chips: _Chips, field: str) -> list[int]:
    fields = _KINDS if field in _KINDS else (field,)
    return [n for n, (chip, _) in enumerate(chips) if chip.field in fields and not chip.is_excluded]


def _readings(node: Node) -> list[FieldInterpretation]:
    return [
        part.reading for part in (node.parts if isinstance(node, Either) else (node,)) if isinstance(part, FieldFilter)
    ]


def _written(readings: Iterable[FieldInterpretation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(typed_value for reading in readings for typed_value in typed_values(reading)))


def _singles(field: str, readings: Iterable[FieldInterpretation]) -> dict[_Meaning, FieldInterpretation]:
    return {
        (interpretation.terms, interpretation.prefix, interpretation.first, interpretation.last): interpretation
        for reading in readings
        for value in (reading.values if field == "year" and reading.terms else typed_values(reading))
        for interpretation in field_values.read(field, value)
    }


def _replace_value(text: str, chips: _Chips, place: int, field: str, language: str) -> str:
    chip = chips[place][0]
    tail = text[chip.end :]
    between = " " if tail and not tail[0].isspace() and tail[0] != ")" else ""
    node = parse(field).node
    nodes = [node if n == place and node else value for n, (_, value) in enumerate(chips)]
    return _first_meaning(nodes, [f"{text[: chip.start]}{field}{between}{tail}"], language)


def _first_meaning(nodes: list[Node], tries: list[str], language: str) -> str:
    """Return the first text that has just these parts; all of them rewritten if none has."""
    for text in tries:
        if Counter(node for _, node in parts(text, language)) == Counter(nodes):
            return text
    return query_text(all_of(nodes)) if nodes else ""


def canonical(text: str, language: str) -> str:
    """Return the same query with English names and operators: it means the same in every language of the window.

    Dates such as ``last month`` stay relative.
    """
    node = parse(text, language=language).node
    return query_text(node) if node else ""


def query_text(node: Node) -> str:
    """Return a whole query as text: parsed again, in any language of the window, it has the same parts."""
    return " ".join(map(_operand, node.parts)) if isinstance(node, AllOf) else _node(node)


def typed_values(reading: FieldInterpretation) -> tuple[str, ...]:
    """Return the values of a field, each with its asterisk if it is a prefix."""
    return tuple(f"{value}*" if reading.prefix else value for value in reading.written)


def field_text(name: str, values: Iterable[str]) -> str:
    return f"{name}:{value_text(name, '|'.join(values))}"


def value_text(name: str, text: str) -> str:
    """Return the values of a field, in quotation marks if they have spaces or could absorb following words."""
    is_open = (
        re.search(r"[^\W\d_]|\.\.$", text) if name in field_values.DATES else field_values.is_value_prefix(name, text)
    )
    if not is_open and text and not re.search(rf"[\s()'{ANY_QUOTE}{SINGLE_QUOTES}]", text):
        return text
    opening, closing = next(((value, ends) for value, ends in QUOTES if not set(ends) & set(text)), QUOTES[0])
    return f"{opening}{text}{closing[0]}"


def _node(node: Node) -> str:
    match node:
        case WordQuery() | PhraseQuery() | Wildcard():
            return _text(node)
        case Near(left, right, distance):
            return f"{_text(left)} NEAR/{distance} {_text(right)}"
        case FieldFilter(name, reading):
            return field_text(name, typed_values(reading))
        case Not(part):
            return f"-({_node(part)})" if isinstance(part, Near | Not) else f"-{_operand(part)}"
        case AllOf(parts):
            return " ".join(map(_operand, parts))
        case Either(parts):
            # the sides in brackets if they have fields
            unbracketed = [isinstance(part, AllOf) and not _is_fielded(part) for part in parts]
            sides = zip(parts, unbracketed, strict=True)
            return " OR ".join(_node(part) if is_bare else _operand(part) for part, is_bare in sides)
    raise AssertionError(node)


def _operand(node: Node) -> str:
    return f"({_node(node)})" if isinstance(node, AllOf | Either) else _node(node)


def _is_fielded(node: Node) -> bool:
    match node:
        case FieldFilter():
            return True
        case Not(part):
            return _is_fielded(part)
        case AllOf(parts) | Either(parts):
            return any(map(_is_fielded, parts))
    return False


def _text(node: Placed) -> str:
    match node:
        case Wildcard(typed):
            return typed
        case PhraseQuery(words):
            inside = " ".join(word.typed for word in words)
            star = "*" if words[-1].prefix else ""
            return f'"{inside}{star}"{"~" if words[0].stemmed else ""}'
        case WordQuery(typed, prefix=True, stemmed=stemmed):
            return f"{_lower_operator(typed)}*" if stemmed else f'"{typed}*"'
        case WordQuery(typed, edits=edits) if edits:
            return f"{_lower_operator(typed)}~{edits}"
        case WordQuery(typed, stemmed=stemmed):
            return _lower_operator(typed) if stemmed else f'"{typed}"'
    raise AssertionError(node)


def _lower_operator(typed: str) -> str:
    """Return a word that would be an operator in some language in lower case, where it means the same."""
    by_language = (index_terms.operators(language) for language in index_terms.table()["operators"])
    return typed.lower() if any(typed in operators for operators in by_language) else typed

"""Values of the fields of the search box: ``lang:greek``, ``after:06/2019``, ``art:5(2)(a)``.

Words for values are those of resources/tables/search_words.json, in the language of the window and in English.
"""

import itertools
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents import references
from delegate_desk.core.documents.columns import Column
from delegate_desk.core.documents.references import ActVocabulary
from delegate_desk.core.search import HitKind
from delegate_desk.core.text import fold
from delegate_desk.search.engine.index_terms import (
    ANY_QUOTE,
    NO_DATE,
    FieldInterpretation,
    day_number,
    family,
    file_number,
    meanings,
    own,
    snake,
    split_words,
    table,
)
from delegate_desk.search.query import date_values

DATES = frozenset("after before date year".split())
CLOSED = frozenset("lang in kind column".split())
"""Fields with a fixed set of values, without prefixes."""
_WITHOUT_COMMAS = CLOSED | {"code", "delegation", "year"}
"""Fields whose values contain no comma, so that a comma may separate them: ``lang:el,fr``."""
_SEVERAL_WORDS = re.compile(rf"[^\s()|{ANY_QUOTE}]+(?=[\s()]|$)")
_MOST_WORDS = 9
_KINDS = frozenset(map(str, (*HitKind, *AnnotationKind)))
_MOST_YEARS = 40


def read(field: str, typed: str, language: str = "en", today: date | None = None) -> list[FieldInterpretation]:
    """Interpret the text typed for a field: alternative interpretations, usually a single one.

    Several values are separated by a bar: ``lang:el|fr``, ``in:notes|positions``. Empty if any of them is not a valid
    value; the field is then treated as text.

    Args:
        field: Its English name.
        language: Language of the window, whose words are accepted besides English ones.
        today: For ``last month`` and the like.
    """
    day = today or date_values.current_day()
    between = r"[|,]" if field in _WITHOUT_COMMAS else r"\|"
    found = [_read_value(field, part, language, day) for part in re.split(between, typed.rstrip(",; "))]
    valid = [reading for reading in found if reading]
    if len(valid) < len(found):
        return []
    ranges = [reading for reading in valid if not reading.terms]
    rest = sorted((reading for reading in valid if reading.terms), key=lambda reading: reading.prefix)
    merged = []
    for prefix, group in itertools.groupby(rest, key=lambda reading: reading.prefix):
        readings = list(group)
        values = dict.fromkeys(value for reading in readings for value in reading.values)
        written = dict.fromkeys(value for reading in readings for value in reading.written)
        terms = dict.fromkeys(terms for reading in readings for terms in reading.terms)
        merged.append(FieldInterpretation(tuple(values), tuple(written), tuple(terms), prefix))
    return [*merged, *ranges]


def _read_value(field: str, typed: str, language: str, today: date) -> FieldInterpretation | None:
    if field == "year" and _find_named("years", fold(typed).strip(), language) == NO_DATE:
        return _single_value(f"year {NO_DATE}", NO_DATE)
    if field in DATES:
        return _read_date(field, typed, today)
    value = typed.strip().rstrip(".,; ")
    prefix = len(value) > 1 and value.endswith("*")
    value = value.removesuffix("*").rstrip(".,; ") if prefix else value
    if not split_words(value) or field not in _READERS:
        return None
    reading = _READERS[field](value, language)
    if not reading or not prefix or field in CLOSED:
        return reading
    return FieldInterpretation(tuple(f"{v}*" for v in reading.values), reading.written, reading.terms, prefix=True)


def _single_value(term: str, value: str, written: str | None = None) -> FieldInterpretation:
    return FieldInterpretation((value,), (value if written is None else written,), ((term,),))


def _find_named(part: str, name: str, language: str) -> str | None:
    found = (meanings(part, code).get(name) for code in own(language))
    return next(filter(None, found), None)


@cache
def _senders() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Return the words of all names of a sender by the words of one in any language, including English short names."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for called, names in table()["senders"].items():
        group = frozenset(map(split_words, names))
        for name in (split_words(called), *group):
            found[name] = found.get(name, frozenset()) | group
    return found


@cache
def _types() -> dict[str, tuple[str, ...]]:
    """Return the possible types by heading in any language, in snake case."""
    rows = paths.load_table("header_words")["types"]
    found: dict[str, dict[str, None]] = {}
    for kind, languages in rows.items():
        for heading in (heading for headings in languages.values() for heading in headings):
            found.setdefault(snake(heading), {})[kind] = None
    return {heading: tuple(kinds) for heading, kinds in found.items()} | {kind: (kind,) for kind in rows}


@cache
def _delegations(language: str) -> dict[str, str]:
    names = paths.load_table("export_labels").get(language, {}).get("delegations", {}).get("names", {})
    return {fold(name): code for code, name in names.items()}


def _read_language(value: str, language: str) -> FieldInterpretation | None:
    name = fold(value).strip()
    code = name if name in table()["languages"]["en"] else _find_named("languages", name, language)
    return _single_value(f"lang {code}", code) if code else None


def _read_type(value: str, _language: str) -> FieldInterpretation:
    """Interpret a heading in any language as the type in all languages; otherwise as a printed heading."""
    kinds = _types().get(snake(value))
    if not kinds:
        return _single_value(f"type {snake(value)}", snake(value), value)
    return FieldInterpretation(kinds, kinds, tuple((f"type {kind}",) for kind in kinds))


def _read_file(value: str, _language: str) -> FieldInterpretation | None:
    number = file_number(value)
    return _single_value(f"file {number}", value.strip()) if re.match(r"\d{4}(?!\d)", number, re.ASCII) else None


def _read_marking(value: str, language: str) -> FieldInterpretation:
    name = _find_named("markings", fold(value).strip(), language) or fold(value).strip()
    return _single_value(f"marking {name}", name if name in ("none", "public") else name.upper(), name)


def _read_delegation(value: str, language: str) -> FieldInterpretation | None:
    upper = value.strip().upper()
    names = [_delegations(name_language) for name_language in own(language)]
    code = delegation(upper) or next((row[fold(value).strip()] for row in names if fold(value).strip() in row), None)
    if code is None and upper in _delegations("en").values():
        code = upper  # the United Kingdom, in documents of its time
    if code is None and upper in table()["institutions"]:
        return _single_value(f"delegation {fold(upper)}", upper)
    return _single_value(f"delegation {code}", code) if code else None


def _read_kind(value: str, language: str) -> FieldInterpretation | None:
    name = fold(value.replace("_", " ")).strip()
    kind = snake(value) if snake(value) in _KINDS else _find_named("kinds", name, language)
    kind = kind or _find_named("places", name, language)
    if kind is None:
        return None
    return _single_value(f"in {kind}" if kind in set(HitKind) else f"kind {kind}", kind)


def _read_place(value: str, language: str) -> FieldInterpretation | None:
    place = _find_named("places", fold(value).strip(), language)
    return _single_value(f"in {place}", place, table()["places"]["en"][place][0]) if place else None


def _read_column(value: str, language: str) -> FieldInterpretation | None:
    """Interpret a column of a four-column document, which are in the usual order from left to right."""
    name = _find_named("columns", fold(value).strip(), language)
    return _single_value(f"at cell_{list(Column).index(Column(name)) + 1}", name) if name else None


def _read_sender(value: str, _language: str) -> FieldInterpretation:
    spellings = {split_words(value), *_senders().get(split_words(value), ())}
    return FieldInterpretation(
        (value,), (value,), tuple(tuple(f"from {word}" for word in name) for name in sorted(spellings))
    )


@cache
def act_vocabulary() -> ActVocabulary:
    """Return the words by which acts are named, loaded when the first number is typed."""
    return ActVocabulary(paths.load_table("act_words"))


_SMALLEST_OF_COUNCIL = 100  # a smaller number without its series names no one document


def _read_reference(value: str, _language: str) -> FieldInterpretation | None:
    """Interpret a family, or the document with a revision or suffix; a bare number is any document with that number.

    Small numbers without a series, ``43/24``, do not identify a document: they match any series. A number of an act,
    ``2016/679``, matches the acts, and a Council document that it may name too, ``ST 1234/07``.
    """
    found = act_vocabulary().read(value)
    council = _read_document(value) if found is None or found.bare else None
    if found is None:
        return council
    name = " ".join(value.split())
    terms = tuple((fact,) for fact in found.facts())
    if council is None:
        return FieldInterpretation((name,), (name,), terms)
    return FieldInterpretation((*council.values, name), (name,), (*council.terms, *terms))


def _read_document(value: str) -> FieldInterpretation | None:
    if re.fullmatch(r"\d{1,6}", value, re.ASCII):
        return _single_value(f"number {int(value)}", str(int(value)))
    number = re.fullmatch(r"(\d{1,6})/(\d{2}|\d{4})", value, re.ASCII)
    reference = references.parse_reference(value)
    if reference is None and number and int(number[1]) >= _SMALLEST_OF_COUNCIL:
        reference = references.parse_reference(f"ST {value}")  # ``1234/2007``: an act, or ST 1234/07
    if reference is None and number:
        return _single_value(f"numbered {int(number[1])}/{references.full_year(number[2])}", value)
    if reference is None:
        return None
    is_family = not (reference.revision or reference.suffixes)
    return _single_value(family(reference) if is_family else f"ref {reference}", str(reference))


def _read_unit(kind: str, value: str) -> FieldInterpretation | None:
    """Interpret ``5``, ``5a``, ``5(2)(a)``: from the outermost unit; a letter directly after a number belongs to it."""
    from delegate_desk.core.documents.addresses import inserted_letter, letter_number, roman_numeral

    match = re.fullmatch(r"(\d{1,4})([^\W\d_]{0,9})((?:\s*[(.]?[^\W_]{1,5}[).]?)*)", value)
    if match is None:
        return None
    letter = inserted_letter(match[2]) if match[2] else ""
    if match[2] and not letter:
        return None
    steps: list[tuple[str, ...]] = [(f"{kind}_{int(match[1])}{letter}",)]
    for token in re.findall(r"[^\W_]+", match[3]):
        numbers = [int(token)] if token.isdecimal() else [letter_number(token), roman_numeral(token)]
        steps.append(tuple(f"{unit}_{n}" for unit in ("para", "point", "sub", "ind") for n in numbers if n))
    if not all(steps) or len(steps) > 5:
        return None
    return FieldInterpretation(
        (value,), (value,), tuple((f"at {'__'.join(path)}",) for path in itertools.product(*steps))
    )


_READERS: dict[str, Callable[[str, str], FieldInterpretation | None]] = {
    "ref": _read_reference,
    "code": lambda value, _: _single_value(f"code {fold(value).strip()}", value.upper()),
    "type": _read_type,
    "lang": _read_language,
    "from": _read_sender,
    "file": _read_file,
    "marking": _read_marking,
    "in": _read_place,
    "kind": _read_kind,
    "tag": lambda value, _: _single_value(f"tag {fold(value).strip()}", value),
    "delegation": _read_delegation,
    "art": lambda value, _: _read_unit("art", value),
    "recital": lambda value, _: _read_unit("rec", value),
    "column": _read_column,
}


def _read_date(field: str, value: str, today: date) -> FieldInterpretation | None:
    """Interpret a date: from its first day on, before its first day, within it, or as whole years."""
    found = date_values.read(value, today)
    if found is None:
        return None
    written = (found.written,)
    first = day_number(found.start.first) if found.start else None
    last = day_number(found.end.last) if found.end else None
    if field in ("after", "before"):
        if found.start != found.end or first is None:
            return None
        if field == "after":
            return FieldInterpretation(written, written, first=first)
        return FieldInterpretation(written, written, last=first - 1)
    if field == "date":
        return FieldInterpretation(written, written, first=first, last=last)
    if not all(day is None or day.unit == "year" for day in (found.start, found.end)):
        return None
    if found.start and found.end and found.end.last.year - found.start.first.year < _MOST_YEARS:
        years = [str(year) for year in range(found.start.first.year, found.end.last.year + 1)]
        return FieldInterpretation(tuple(years), written, tuple((f"year {year}",) for year in years))
    return FieldInterpretation(written, written, first=first, last=last)


def extent(field: str, text: str, start: int, language: str, today: date) -> int:
    """Return the end of a value of several words that begins at an offset; the offset itself if there is none.

    So that ``type:cover note``, ``kind:red line`` and ``after:last month`` need no quotation marks. A word that is a
    value by itself is the whole value: ``type:note`` may be followed by any word.
    """
    if field in DATES:
        return date_values.extent(text, start, today)
    if field not in ("type", "kind", "from") or text[start : start + 1].isspace():
        return start
    ends: list[int] = []
    for match in itertools.islice(_SEVERAL_WORDS.finditer(text[: start + 200], start), _MOST_WORDS):
        if text[ends[-1] if ends else start : match.start()].strip():
            break
        ends.append(match.end())
    names = _value_names(field, language)
    if not ends or snake(text[start : ends[0]]) in names:
        return start
    return next((end for end in reversed(ends[1:]) if snake(text[start:end]) in names), start)


def is_value_prefix(field: str, value: str) -> bool:
    """True if this is no known value of a field but the beginning of one, which could absorb following words."""
    name = snake(value)
    rows = [_value_names(field, language) for language in table()["fields"]]
    return any(other.startswith(f"{name}_") for row in rows for other in row) and not all(name in row for row in rows)


@cache
def _value_names(field: str, language: str) -> frozenset[str]:
    """Return known values of the fields that have some of several words, in snake case."""
    match field:
        case "type":
            return frozenset(_types())
        case "kind":
            named = (name for part in ("kinds", "places") for value in own(language) for name in meanings(part, value))
            return _KINDS | frozenset(map(snake, named))
        case "from":
            return frozenset("_".join(name) for name in _senders())
    return frozenset()


def known_values(field: str, language: str = "en") -> Iterable[str]:
    """Return the known values of a field, by their names in the window's language, else in English."""
    own_language = own(language)[0]
    match field:
        case "lang" | "in" | "kind" | "marking" | "column":
            part = "places" if field == "in" else f"{'language' if field == 'lang' else field}s"
            return [names[0] for names in table()[part][own_language].values()]
        case "type":
            headings = paths.load_table("header_words")["types"].items()
            return [next(iter(row.get(own_language, {kind: ""}))) for kind, row in headings]
        case "delegation":
            return [*_delegations("en").values(), *table()["institutions"]]
        case "from":
            return list(table()["senders"])
        case "after" | "before" | "date" | "year":
            rows = date_values.date_vocabulary()["named"].values()
            return [row[own_language][0] for row in rows if field != "year" or row["unit"] == "year"]
    return []

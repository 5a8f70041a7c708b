"""Facts: what is known of an entry beside its words, as the terms that the fields of the search box look up.

``facts`` writes them for an entry, ``read`` for what is typed behind a field; they stand together so that they agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from delegate_desk import paths
from delegate_desk.core import references
from delegate_desk.core.addresses import inserted_letter, letter_number, roman_numeral
from delegate_desk.core.delegations import delegation
from delegate_desk.core.references import Reference
from delegate_desk.core.search import Entry, HitKind
from delegate_desk.core.text import fold, words


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed behind a field, understood.

    Attributes:
        terms: Alternatives; each is a set of facts that must all hold. With ``prefix`` the last begins a fact.
        said: In English, such as ``in Greek`` or ``of 2019-10-08 or later``.
        first: The first day that counts, as the number YYYYMMDD; for dates only.
        last: The last day that counts.
    """

    said: str
    terms: tuple[tuple[str, ...], ...] = ()
    prefix: bool = False
    first: int | None = None
    last: int | None = None


_KINDS = frozenset(map(str, HitKind))


@cache
def _tables() -> Any:
    return paths.table("search_words")


@cache
def field_names() -> dict[str, str]:
    """Every name of a field, folded, and the field that it means."""
    return {fold(name): field for names in _tables()["fields"].values() for name, field in names.items()}


@cache
def elisions() -> frozenset[str]:
    """Articles and the like as they are cut before a vowel, folded."""
    return frozenset(map(fold, _tables()["elisions"]))


@cache
def _languages() -> dict[str, str]:
    return {fold(name): code for name, code in _tables()["languages"].items()}


@cache
def _senders() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By a sender's English name, the words of its names in all languages."""
    return {fold(name): tuple(map(_words, names)) for name, names in _tables()["senders"].items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text[start:end]).strip() for start, end in words(text))


def _snake(text: str) -> str:
    return "_".join(_words(text.replace("_", " ")))


# What is held


def facts(entry: Entry) -> set[str]:
    """All facts of an entry."""
    header = entry.header
    found = {
        f"group {entry.group}",
        f"in {entry.kind}",
        f"lang {header.language}",
        f"marking {fold(header.marking or 'none')}",
        *(f"tag {fold(tag).strip()}" for tag in entry.tags),
        *(f"file {_file(number)}" for number in header.interinstitutional_files),
        *(f"at {path}" for path in _paths(entry.address)),
    }
    if header.public:
        found.add("marking public")
    if header.reference:
        found.update(_reference_facts(header.reference))
    if header.date:
        found.add(f"date {_number(header.date)}")
    if entry.annotation_kind:
        found.add(f"kind {entry.annotation_kind}")
    found.update(f"delegation {delegation(code) or fold(code)}" for code in entry.delegations)
    found.update(f"type {_snake(name)}" for name in (header.document_type, header.document_type_label) if name)
    found.update(f"from {word}" for word in _words(header.sender or ""))
    for code in header.subject_codes:
        found |= {f"code {fold(code.code)}", f"code {fold(str(code))}"}
    return found


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _family(reference: Reference) -> str:
    return f"family {reference.series} {reference.number}/{reference.year}"


def _reference_facts(reference: Reference) -> set[str]:
    return {f"ref {reference}", _family(reference), f"number {reference.number}"}


def _file(number: str) -> str:
    """An interinstitutional file without its procedure: ``2022/0155`` of ``2022/0155(COD)``."""
    match = re.match(r"\s*(\d{4})\s*/\s*(\d{1,4})(?!\d)", number)
    return f"{match[1]}/{int(match[2]):04d}" if match else fold(number).strip()


def _paths(address: str) -> Iterator[str]:
    """Articles and recitals that an address lies in, down to itself: ``art_5`` and ``art_5__para_2``."""
    segments = address.split("__")
    for start, segment in enumerate(segments):
        if segment.startswith(("art_", "rec_")):
            for end in range(start, len(segments)):
                yield "__".join(segments[start : end + 1])


# What is typed


def read(field: str, typed: str) -> Reading | None:
    """Understand what is typed behind a field; None where it is no value of it and so is text.

    Several values stand with a bar between: ``lang:el|fr``, ``in:notes|positions``.
    """
    if "|" in typed:
        return _any([read(field, part) for part in typed.split("|")])
    value = typed.strip().rstrip(".,;")
    prefix = len(value) > 1 and value.endswith("*")
    value = value.removesuffix("*").strip() if prefix else value
    if not _words(value):
        return None
    if field in ("after", "before"):
        return _read_date(field, value)
    if field == "ref":
        return _read_reference(value)
    if field in ("art", "recital"):
        return _read_unit(field, value)
    if field == "from":
        names = {_words(value), *_senders().get(fold(value).strip(), ())}
        return Reading(f"from {value}", tuple(tuple(f"from {word}" for word in name) for name in sorted(names)), prefix)
    reading = _read_name(field, value)
    return Reading(reading.said, reading.terms, prefix) if reading and prefix else reading


def _any(readings: list[Reading | None]) -> Reading | None:
    """One reading or the other."""
    known = [reading for reading in readings if reading and reading.terms]
    if len(known) < len(readings):
        return None
    said = f"({' or '.join(reading.said for reading in known)})"
    terms = tuple(terms for reading in known for terms in reading.terms)
    return Reading(said, terms, any(reading.prefix for reading in known))


def _read_name(field: str, value: str) -> Reading | None:
    """Fields whose values are names."""
    name = fold(value).strip()
    match field:
        case "lang":
            code = _languages().get(name, name)
            return Reading(f"in language {code}", ((f"lang {code}",),))
        case "code":
            return Reading(f"with subject code {value.upper()}", ((f"code {name}",),))
        case "type":
            return Reading(f"of type {_snake(value)}", ((f"type {_snake(value)}",),))
        case "file":
            return Reading(f"of file {_file(value)}", ((f"file {_file(value)}",),))
        case "marking":
            return Reading(f"marked {name.upper()}", ((f"marking {name}",),))
        case "tag":
            return Reading(f"tagged {value}", ((f"tag {name}",),))
        case "delegation":
            return Reading(f"of delegation {value.upper()}", ((f"delegation {delegation(value) or name}",),))
        case "kind" if _snake(value) in _KINDS:
            return Reading(f"of kind {_snake(value)}", ((f"in {_snake(value)}",),))
        case "kind":
            return Reading(f"of kind {_snake(value)}", ((f"kind {_snake(value)}",),))
        case "in" if name in _tables()["places"]:
            return Reading(f"in {name}", ((f"in {_tables()['places'][name]}",),))
    return None


def _read_reference(value: str) -> Reading | None:
    """A whole family, or the one document that a revision or a suffix names; a lone number is any of that number."""
    if value.isdecimal():
        return Reading(f"with number {int(value)}", ((f"number {int(value)}",),)) if len(value) <= 6 else None
    reference = references.parse(value)
    if reference is None:
        return None
    if reference.revision or reference.suffixes:
        return Reading(f"the document {reference}", ((f"ref {reference}",),))
    return Reading(f"of the family {reference}", ((_family(reference),),))


def _read_unit(field: str, value: str) -> Reading | None:
    """``5``, ``5a``, ``5(2)(a)``: read downwards, a letter right behind the number as part of it."""
    match = re.fullmatch(r"(\d{1,4})([^\W\d_]{0,9})((?:\s*[(.]?[^\W_]{1,5}[).]?)*)", value)
    if match is None:
        return None
    kind, called = ("art", "article") if field == "art" else ("rec", "recital")
    letter = inserted_letter(match[2]) if match[2] else ""
    if match[2] and not letter:
        return None
    steps: list[tuple[str, ...]] = [(f"{kind}_{int(match[1])}{letter}",)]
    for token in re.findall(r"[^\W_]+", match[3]):
        numbers = [int(token)] if token.isdecimal() else [letter_number(token), roman_numeral(token)]
        steps.append(tuple(f"{unit}_{n}" for unit in ("para", "point", "sub", "ind") for n in numbers if n))
    if not all(steps) or len(steps) > 5:
        return None
    return Reading(f"in {called} {value}", tuple((f"at {'__'.join(path)}",) for path in product(*steps)))


_DATES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})[./])?(?P<month>\d{1,2})[./](?P<year>\d{4})"),
)


def _read_date(field: str, value: str) -> Reading | None:
    """``2019``, ``2019-06``, ``06/2019``, ``8.10.2019``: from the first day named on, or until the day before it."""
    match = next(filter(None, (pattern.fullmatch(value) for pattern in _DATES)), None)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None
    if field == "after":
        return Reading(f"dated {day} or later", first=_number(day))
    return Reading(f"dated before {day}", last=_number(day) - 1)

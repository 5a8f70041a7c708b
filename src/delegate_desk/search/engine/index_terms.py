"""Facts: properties of an entry as the terms that the fields of the search box look up.

``facts`` returns them for an entry; ``read`` turns the text typed after a field into a ``FieldInterpretation``. The
words for fields and operators are in resources/tables/search_words.json.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.search import IndexEntry
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class FieldInterpretation:
    """Interpretation of the text typed for a field.

    Attributes:
        values: As in the facets if the field has a facet, otherwise as typed.
        written: The same as typed in any language of the window, without the asterisk of a prefix.
        terms: Alternatives; each is a set of facts that must all match. With ``prefix`` the last is the beginning of a
            fact.
        first: The first day included, as the number YYYYMMDD; for dates only.
        last: The last day included.
    """

    values: tuple[str, ...]
    written: tuple[str, ...]
    terms: tuple[tuple[str, ...], ...] = ()
    prefix: bool = False
    first: int | None = None
    last: int | None = None


ANY_QUOTE = '"“”„‟«»″＂〝〞〟❝❞⹂'
"""Characters that open or close a phrase."""
NO_DATE = "none"
"""The year of entries without a date."""
FIELDS = tuple(
    "ref code type lang from after before date year file marking in kind tag delegation art recital column".split()
)


@cache
def table() -> Any:
    return paths.load_table("search_words")


def own(language: str) -> tuple[str, ...]:
    """Return the languages accepted in a window: its own, if it has words, and English."""
    return ("en",) if language == "en" or language not in table()["fields"] else (language, "en")


@cache
def field_names(language: str = "en") -> dict[str, str]:
    """Return every name of a field, folded, with its field; the window's own names come first."""
    return {**meanings("fields", "en"), **meanings("fields", language)}


@cache
def operators(language: str = "en") -> dict[str, str]:
    """Return every operator as typed, with its name: ``AND OR NOT NEAR``."""
    rows = [table()["operators"][code] for code in own(language)]
    return {word: operator for row in rows for operator, typed in row.items() for word in typed}


@cache
def meanings(part: str, language: str) -> dict[str, str]:
    """Return the meanings of the names in a part of the table, in a language."""
    return {fold(name): value for value, names in table()[part].get(language, {}).items() for name in names}


@cache
def elisions() -> frozenset[str]:
    """Return articles and the like as they are shortened before a vowel, folded."""
    return frozenset(map(fold, table()["elisions"]))


def split_words(text: str) -> tuple[str, ...]:
    return tuple(fold(text[start:end]).strip() for start, end in word_spans(text))


def snake(text: str) -> str:
    return "_".join(split_words(text.replace("_", " ")))


# Facts


def facts(entry: IndexEntry) -> set[str]:
    header = entry.header
    found = {
        f"group {entry.group}",
        f"in {entry.kind}",
        f"lang {header.language}",
        f"marking {fold(header.marking or 'none')}",
        *(f"tag {fold(tag).strip()}" for tag in entry.tags),
        *(f"file {file_number(number)}" for number in header.interinstitutional_files),
        *(f"at {path}" for path in _paths(entry.address)),
    }
    if header.public:
        found.add("marking public")
    if reference := header.reference:
        numbered = f"numbered {reference.number}/{reference.year}"
        found |= {f"ref {reference}", family(reference), f"number {reference.number}", numbered}
    found.add(f"year {_year(entry)}")
    if header.date:
        found.add(f"date {day_number(header.date)}")
    if entry.is_heading:
        found.add("heading")
    if entry.annotation_kind:
        found.add(f"kind {entry.annotation_kind}")
    found.update(f"delegation {delegation(code) or fold(code)}" for code in entry.delegations)
    found.update(f"type {snake(name)}" for name in (header.document_type, header.document_type_label) if name)
    found.update(f"from {word}" for word in split_words(header.sender or ""))
    for code in header.subject_codes:
        found |= {f"code {fold(code.code)}", f"code {fold(str(code))}"}
    return found


def _year(entry: IndexEntry) -> str:
    return str(entry.header.date.year) if entry.header.date else NO_DATE


def day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def family(reference: Reference) -> str:
    return f"family {reference.series} {reference.number}/{reference.year}"


def file_number(number: str) -> str:
    """Return an interinstitutional file without its procedure: ``2022/0155`` of ``2022/0155(COD)``."""
    match = re.match(r"\s*(\d{4})\s*/\s*(\d{1,4})(?!\d)", number)
    return f"{match[1]}/{int(match[2]):04d}" if match else fold(number).strip()


def _paths(address: str) -> Iterator[str]:
    """Return the articles and recitals that contain an address, including itself: ``art_5`` and ``art_5__para_2``.

    For a text of a four-column document, its column: ``cell_2``.
    """
    segments = address.split("__")
    if address.startswith("row_") and len(segments) > 1:
        yield segments[1]
    for start, segment in enumerate(segments):
        if segment.startswith(("art_", "rec_")):
            for end in range(start, len(segments)):
                yield "__".join(segments[start : end + 1])


def facet_values(entry: IndexEntry) -> dict[str, list[str]]:
    header = entry.header
    return {
        "language": [header.language],
        "year": [_year(entry)],
        "document_type": [header.document_type] if header.document_type else [],
        "code": sorted({code.code for code in header.subject_codes}),
        "dossier": sorted(set(header.interinstitutional_files)),
        "marking": [header.marking] if header.marking else [],
        "kind": [str(entry.kind)],
    }

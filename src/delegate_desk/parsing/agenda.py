"""Agendas: the preparatory body, the date and the items of a meeting, from a notice that was read.

The paper is a NOTICE OF MEETING AND PROVISIONAL AGENDA (series CM) or a PROVISIONAL AGENDA (CONVENTIONS.md section 2).
Its body is its subject. Units are taken in reading order, for what hangs on what is printed in too many ways: a number
begins an item, a letter a sub-item, and all that follows, until the next, belongs to it.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from delegate_desk.core.documents.addresses import letter_number, roman_numeral
from delegate_desk.core.documents.document import Document, Header, Kind, Paragraph
from delegate_desk.core.documents.references import COMMISSION_SERIES, Reference
from delegate_desk.core.meetings.meeting import Agenda, AgendaItem
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.header import dates, field_labels
from delegate_desk.parsing.references import document_references

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}\.?\s?[a-zα-ω]?)(?<!\s)\s?(?:[.)]|(?=\s|$))\s*")
_LETTER = re.compile(r"\(?(?P<letter>[^\W\d_]{1,2})['΄]?\)\s*|(?P<stopped>[a-zα-ω])\.\s+")
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5})(?:[.)]\s*|$)")
_ROMAN_WITHIN = re.compile(r"(?<!\S)(?P<roman>[IVX]{1,5})\.(?=\s)")
_REMARK = re.compile(r"(?:N\.?\s?B\.?|P\.?M\.?|Σημ\.|Anm\.)\s*[:.]")
_STARRED = re.compile(r"[(\[]?\s?\*+\s?[)\]]?(?!\w)")
_STARS = re.compile(r"\s*[(\[]\s?\*+\s?[)\]]$|\s*\*+$")
_NAMES = {"date": "date", "venue": "place", "contact": "contact"}
"""The labels of a notice, by their keys."""
_DANGLING = re.compile(r"(?<!\w)[a-zα-ωά-ώ]{1,3}$")
_ASIDE = re.compile(r"\s=\s")
_CONTINUES = re.compile(r"[a-zα-ωß-öø-ÿ]|\d+/\d+/[A-Z]{2,}")
_TIME = re.compile(
    r"(?<![\d.,/])(?P<hour>[01]?\d|2[0-3])\s?(?:[.:h]|\s?Uhr|\sуч)\s?(?P<minute>[0-5]\d)?(?!\d)"
    r"(?:\s?(?P<half>[ap]\.?m|[πμ]\.\s?μ))?",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(
    r"(?<![\d./])(?P<day>\d{1,2})(?:\.|er|η|ª|º)?\s*"
    r"(?:[-–—/,+&]|[^\W\d_]{1,3})\s*(?:[^\W\d_]{2,3}\s+)?$"
)
_CODES = re.compile(r"(?<!\w)[A-ZΑ-Ω][A-ZΑ-Ω/&-]{1,11}(?:\s?\d{1,4})?(?![\w/])|(?<!\w)INIT(?!\w)")
_BETWEEN = re.compile(r"[-–]\s?\d{1,2}(?!\d)|[\s+,;&()\[\]–-]|(?<!\w)(?:and|et|und|και|en|y|i|og|och|ja)(?!\w)")
_BEFORE = re.compile(
    r"\s*(?:[(\[]\s*(?:[^\W\d_]{1,10}\.?\s*)?|(?<!\w)(?:docs?|dok|έγγρ|dokument)\.?\s*|[-–—:,]\s*)$",
    re.IGNORECASE,
)


def read(document: Document) -> Agenda | None:
    """Return the agenda in a document; None if it is not the notice of a meeting."""
    header = document.header
    units: Sequence[Paragraph] = document.paragraphs
    body, notice = _split_notice(header.subject, document.notice)
    is_agenda = "agenda" in (header.document_type or "")
    is_notice = header.reference is not None and header.reference.series == "CM" and bool(notice.get("date"))
    if not (is_agenda or is_notice):
        quoted = _quoted_notice(units)
        if quoted is None:
            return None
        body, notice, units = quoted
    items = tuple(_items(units, header))
    if not items:
        return None
    day, rest = _day(notice.get("date", ""), header.language)
    first = _TIME.search(rest)  # ``10.00 (14.30)``, ``9h30``, ``9.30 Uhr``
    time = None
    if first:
        hour = int(first["hour"])
        is_afternoon = first["half"] and first["half"][0].lower() in "pμ"
        time = datetime.time(hour + 12 if is_afternoon and hour < 12 else hour, int(first["minute"] or 0))
    return Agenda(body, day, time, notice.get("place", ""), notice.get("contact", ""), items)


def reference(header: Header) -> Reference | None:
    """Return the reference of an agenda; None for a document that only quotes an agenda."""
    own = header.reference
    return own if own and (own.series == "CM" or "agenda" in (header.document_type or "")) else None


def _split_notice(subject: str, notice: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return the body, and the notice with the text that was joined to it, as lines of a PDF may be close together."""
    labels = field_labels.within(subject)
    if "date" in notice or not labels:
        return subject, notice
    ends = [label.start for label in labels[1:]] + [len(subject)]
    found = {
        _NAMES[key]: subject[label.end : end].strip(" ,;")
        for label, end in zip(labels, ends, strict=True)
        if (key := label.meaning(None)) in _NAMES
    }
    return subject[: labels[0].start].strip(), {**found, **notice}


def _quoted_notice(units: Sequence[Paragraph]) -> tuple[str, Mapping[str, str], Sequence[Paragraph]] | None:
    """Return body, notice and items of a notice inside another document, such as a mail: after its heading."""
    types = vocabulary.document_types()
    keys = (types.get(vocabulary.heading_key(unit.text), "") for unit in units)
    start = next((n for n, key in enumerate(keys, start=1) if "agenda" in key), None)
    if start is None:
        return None
    found: dict[str, str] = {}
    for n, unit in enumerate(units[start:], start=start):
        label = field_labels.at_start(unit.text)
        if label is not None:
            found.setdefault(label.meaning(None), unit.text[label.end :].strip())
            start = n + 1
        elif _number(_printed_line(unit))[0]:
            break
    notice = {name: found[key] for key, name in _NAMES.items() if key in found}
    return found.get("subject", ""), notice, units[start:]


# Date and time


def _day(text: str, language: str) -> tuple[datetime.date | None, str]:
    """Return the first day of a date, and the text after it: ``14 and 15 October 2019`` begins on the 14th."""
    last = dates.find_date(text, language)
    start = dates.first_date_start(text)
    if last is None or start is None:
        return None, text
    before, rest = text[:start], text[start:]
    rest = rest[max(dates.leading_date_end(rest), 1) :]
    years = (dates.without_year(before, year, language) for year in (last.year, last.year - 1))
    if named := next((day for day in years if day and day <= last), None):
        return named, rest
    day = last
    while (first := _FIRST_DAY.search(before)) and 0 < int(first["day"]) < day.day:
        day, before = day.replace(day=int(first["day"])), before[: first.start()]
    return day, rest


# Items


def _items(units: Sequence[Paragraph], header: Header) -> Iterator[AgendaItem]:
    is_numbered = any(_NUMBER.fullmatch(unit.label) or _NUMBER.match(_printed_line(unit)) for unit in units)
    entries: dict[str, list[str]] = {}  # the lines of each item, by its number
    last: list[str] | None = None
    item, section, starred = "", "", False
    for line in map(_printed_line, units) if is_numbered else _split_lines(map(_printed_line, units)):
        if _REMARK.match(line):
            continue
        starred |= bool(_STARRED.match(line))
        number, rest = (_number if is_numbered else _roman)(line)
        starred = starred and not number
        if number:
            item = _distinct(number, section, entries)
            last = entries[item] = [rest] if rest else []
            continue
        roman, rest = _roman(line) if is_numbered else ("", "")
        if roman:  # a part of the agenda, with or without a title
            section, starred = roman, False
            continue
        if starred:  # a remark on items marked with stars, and its further lines
            continue
        letter, rest = _letter(line) if item else ("", "")
        if letter:
            last = entries[_distinct(f"{item}{letter}", "", entries)] = [rest] if rest else []
        elif last is not None and line:
            last.append(line)
    for number, lines in entries.items():
        title = ""
        for line in lines:
            if title and not _CONTINUES.match(line) and not _DANGLING.search(title):
                break
            title = f"{title} {_title(line, header.language)}".strip()
        yield AgendaItem(number, title, tuple(_documents("\n".join(lines), header)))


def _split_lines(lines: Iterable[str]) -> Iterator[str]:
    """Split text into lines that each begin with at most one Roman numeral, as paragraphs of a PDF may be joined."""
    expected = 1
    for line in lines:
        start = 0
        for match in _ROMAN_WITHIN.finditer(line):
            if roman_numeral(match["roman"]) == expected:
                yield line[start : match.start()].strip()
                start, expected = match.start(), expected + 1
        yield line[start:].strip()


def _printed_line(unit: Paragraph) -> str:
    text = unit.text.strip("`\\ ")  # as wikis print what they quote
    return f"{unit.label} {text}".strip() if unit.kind is not Kind.CELL else text


def _number(line: str) -> tuple[str, str]:
    """Return the number that an item begins with, and the rest; references and dates are no numbers."""
    match = _NUMBER.match(line)
    if match is None or re.match(r"\d{1,2}(?:[./]\d{1,2}[./]\d{2,4}|/|\s?[:h]\s?\d\d)", line):
        return "", ""
    number = match["number"].rstrip(". ").replace(" ", "")
    stopped = line[match.end("number") : match.end()].strip() or "." in match["number"]
    alone = match.end() == len(line)
    return (number, line[match.end() :]) if stopped or alone else ("", "")


def _roman(line: str) -> tuple[str, str]:
    match = _ROMAN.match(line)
    if match is None or roman_numeral(match["roman"]) is None:
        return "", ""
    return match["roman"], line[match.end() :]


def _letter(line: str) -> tuple[str, str]:
    match = _LETTER.match(line)
    if match is None:
        return "", ""
    letter = match["letter"] or match["stopped"]
    if letter_number(letter) is None or (letter != letter.lower() and len(letter) > 1):
        return "", ""
    return letter.lower(), line[match.end() :]


def _distinct(number: str, section: str, used: Collection[str]) -> str:
    """Return a unique number: parts of an agenda may each count from 1."""
    if number in used and section and f"{section}.{number}" not in used:
        return f"{section}.{number}"
    while number in used:
        number += "*"
    return number


def _documents(text: str, header: Header) -> Iterator[Reference]:
    called = reference(header)
    family = called.family if called else None
    seen = set()
    for mention in document_references.documents(text, header.language):
        target = mention.target
        if (target.is_council or target.series in COMMISSION_SERIES) and target.family != family and target not in seen:
            seen.add(target)
            yield target


def _title(line: str, language: str) -> str:
    """Return the words of a line without the documents named at its end: ``(12555/04 PI 64 CODEC 1021)``."""
    named = [
        document
        for document in document_references.occurrences(line, language)
        if document.target.is_council or document.target.series in COMMISSION_SERIES
    ]
    for n, document in enumerate(named):
        rest, offset = "", document.start
        for mention in named[n:]:
            rest += line[offset : mention.start]
            offset = max(offset, mention.end)
        rest += line[offset:]
        if not _BETWEEN.sub("", _CODES.sub("", rest)).strip(" ."):
            return _BEFORE.sub("", line[: document.start]).rstrip() or line
    line = _STARS.sub("", line)
    return _ASIDE.split(line.lstrip("-–—=• "), maxsplit=1)[0].strip()

"""Dates as printed in headers, in every language."""

import datetime
import re
from functools import cache

from delegate_desk.core.meetings.capture_vocabulary import fold_in_place
from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_TAIL = re.compile(r"(?:\s?(?:r|г|d)\.)|\.")
_BESIDE = 60  # characters from a place to the end of the date after it
_APART = 20  # characters between them
_NEAR = 3  # letters before a date that a value may begin with

_ENDING = r"(?:\.|er|re|ª|o|η[ςσ]|η)?"
_FoundDate = tuple[datetime.date, int, int]
"""A date in a text, and its span in the folded text: 0-based, end-exclusive."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    month = "|".join(re.escape(name) for name in sorted(vocabulary.months(), key=len, reverse=True))
    day = rf"(?<![\d./])(?P<day>\d{{1,2}}){_ENDING}"
    year = r"(?P<year>(?:19|20)\d{2})"
    between = r"\s*(?:de\s+|ta'\s*|d'|lui\s+|paivana\s+)?"
    named = rf"(?P<month>{month})(?![^\W\d_])"
    day_first = rf"{day}{between}{named}(?:\s+de|,)?\s*{year}(?!\d)"
    after_year = r"(?:\.|\s?m\.|\.?\s?gada)?\s+(?:(?P<before>\d{1,2})\.\s+)?"
    year_first = rf"(?<![\d/]){year}{after_year}{named}(?:\s+(?P<day>\d{{1,2}})(?![\d/]))?"
    yearless = (
        rf"(?:{day}{between}{named}|{named.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})\.)(?!\s*(?:19|20)\d\d)"
    )
    return re.compile(day_first), re.compile(year_first), re.compile(yearless)


def find_date(text: str, language: str | None = None) -> datetime.date | None:
    """Return the first date in a text; its language decides if the name of a month is ambiguous."""
    found = _first(fold(text[:400]), language)
    return found[0] if found else None


def first_date_start(text: str) -> int | None:
    found = _first(fold_in_place(text[:400]))
    return found[1] if found else None


def leading_date_end(text: str) -> int:
    """Return the end of the date at the start of a text; 0 if there is none."""
    found = _first(fold_in_place(text[:400]))
    if found is None or found[1] > _NEAR:
        return 0
    tail = _TAIL.match(text, found[2])
    return tail.end() if tail else found[2]


def _first(folded: str, language: str | None = None) -> _FoundDate | None:
    best: _FoundDate | None = None
    for pattern in _patterns()[:2]:
        for match in pattern.finditer(folded):
            groups = match.groupdict()
            day = groups.get("before") or groups["day"]
            found = _date(match["year"], vocabulary.months(language)[match["month"]], day) if day else None
            if found and (best is None or match.start() < best[1]):
                best = (found, match.start(), match.end())
            if found:
                break
    if best:
        return best
    numeric = _NUMERIC.search(folded)
    found = _date(numeric[3], int(numeric[2]), numeric[1]) if numeric else None
    return (found, numeric.start(), numeric.end()) if numeric and found else None


def without_year(text: str, year: int, language: str | None = None) -> datetime.date | None:
    """Return the date of a line with only day and month, in a given year."""
    match = _patterns()[2].search(fold(text[:400]))
    if not match:
        return None
    month = match["month"] or match["month2"]
    return _date(str(year), vocabulary.months(language)[month], match["day"] or match["day2"])


def _date(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


@cache
def _places() -> tuple[str, ...]:
    names = (*vocabulary.terms("brussels"), *vocabulary.terms("luxembourg"), "Strasbourg", "Στρασβούργο")
    return tuple({fold(name).split(",")[0] for name in names})


def is_place_line(line: str) -> bool:
    """True if a line names one of the places where documents are dated."""
    folded = fold(line)
    return any(re.search(rf"(?<!\w){re.escape(place)}(?!\w)", folded) for place in _places())


def place_offset(text: str) -> int | None:
    """Return the offset of a place of issue directly before a date; None if there is none."""
    folded = fold_in_place(text[:400])
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, _places()))})(?!\w)", folded):
        found = _first(folded[match.start() : match.start() + _BESIDE])
        if found and found[1] - len(match.group()) < _APART:
            return match.start()
    return None

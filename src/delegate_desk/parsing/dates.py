"""Dates as headers print them, in every language."""

import datetime
import re
from functools import cache

from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = "|".join(re.escape(name) for name in sorted(vocabulary.months(), key=len, reverse=True))
    day = r"(?P<day>\d{1,2})(?:\.|er|re|ª|o|[ης]{2})?"
    year = r"(?P<year>(?:19|20)\d{2})"
    between = r"\s+(?:de\s+|ta'\s+|d'|lui\s+)?"
    day_first = rf"(?<!\d){day}{between}(?P<month>{month})(?!\w)(?:\s+de|,)?\s+{year}(?!\d)"
    counted = r"(?:\.|\s?m\.|\.?\s?gada)?\s+(?:(?P<before>\d{1,2})\.\s+)?"
    year_first = rf"(?<!\d){year}{counted}(?P<month>{month})(?!\w)(?:\s+(?P<day>\d{{1,2}}))?"
    return re.compile(day_first), re.compile(year_first)


def in_text(text: str, language: str | None = None) -> datetime.date | None:
    """The first date in a text, whose language decides where a name is another month elsewhere."""
    folded = fold(text[:400])
    for pattern in _patterns():
        match = pattern.search(folded)
        if match:
            groups = match.groupdict()
            day = groups["day"] or groups.get("before")
            found = _date(match["year"], vocabulary.months(language)[match["month"]], day) if day else None
            if found:
                return found
    numeric = _NUMERIC.search(folded)
    return _date(numeric[3], int(numeric[2]), numeric[1]) if numeric else None


def _date(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


@cache
def _places() -> tuple[str, ...]:
    names = (*vocabulary.words("brussels"), *vocabulary.words("luxembourg"), "Strasbourg", "Στρασβούργο")
    return tuple({fold(name).split(",")[0] for name in names})


def is_of_place(line: str) -> bool:
    """True if a line names one of the places from which documents are dated."""
    folded = fold(line)
    return any(re.search(rf"(?<!\w){re.escape(place)}(?!\w)", folded) for place in _places())

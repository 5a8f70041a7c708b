"""Dates typed as values of a field: ``06/2019``, ``8 October 2019``, ``last month``, ``2019-06..2019-09``.

Days come first (``8/10/2019`` is in October). Names of months and words such as ``last month`` are accepted in English,
Greek and French, whatever the language of the window (resources/tables/search_dates.json).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.local_time import local_time
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_NUMBERS = (
    re.compile(r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?", re.ASCII),
    re.compile(r"(?:(?P<day>\d\d?)(?P<mark>[-/.]))?(?P<month>\d\d?)(?(mark)(?P=mark)|[-/.])(?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{2})", re.ASCII),
)
_BETWEEN = (re.compile(r"\s*(?:\.{2,3}|…)\s*"), re.compile(r"\s*[–—]\s*"), re.compile(r"(?<=^\d{4})-(?=\d{4}$)"))
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day, a month, a year, or some consecutive days.

    Attributes:
        unit: ``day``, ``month``, ``year``, or ``days`` for anything else.
        name: Its name if it depends on today, such as ``last month`` or ``last {n} days``; else empty.
        number: For the ``{n}`` of the name; the month for ``month`` and ``last month name``.
    """

    first: date
    last: date
    unit: str
    name: str = ""
    number: int = 0

    @property
    def written(self) -> str:
        """Return the value as typed in any language of the window; a relative value stays relative."""
        if self.name in ("month", "last"):
            month = date_vocabulary()["months"]["en"][self.number - 1][0]
            return f"last {month}" if self.name == "last" else str(month)
        if self.name:
            return self.name.format(n=self.number)
        return str(self.first)[: {"year": 4, "month": 7}.get(self.unit, 10)]


@dataclass(frozen=True, slots=True)
class Range:
    """Days from one date to another; one end may be open. For a single date both ends are equal."""

    start: DateValue | None
    end: DateValue | None

    @property
    def written(self) -> str:
        """Return the range as typed, without spaces if neither end has any."""
        if self.start == self.end and self.start:
            return self.start.written
        return f"{self.start.written if self.start else ''}..{self.end.written if self.end else ''}"


def current_day() -> date:
    """Return today's date in local time."""
    return local_time(datetime.now(UTC)).date()


@cache
def date_vocabulary() -> Any:
    return paths.load_table("search_dates")


def read(typed: str, today: date) -> Range | None:
    """Parse a whole text as a date or a range of dates; None if it is none, or ends before it begins."""
    value = _date_value(typed, today)
    if value:
        return Range(value, value)
    for between in _BETWEEN:
        sides = between.split(typed.strip())
        if len(sides) == 2 and any(sides):
            moments = [_date_value(side, today) if side else None for side in sides]
            if all(value or not side for value, side in zip(moments, sides, strict=True)):
                start, end = moments
                return Range(start, end) if not start or not end or start.first <= end.last else None
    return None


def extent(text: str, start: int, today: date) -> int:
    """Return the end of a date of several words that begins at an offset; the offset itself if there is none.

    So that ``after:last month`` and ``date:8 October 2019`` need no quotation marks.
    """
    ends = [match.end() for match in re.compile(r"[^\s()\"“”«»]+(?=[\s()]|$)").finditer(text[: start + 120], start)]
    for end in reversed(ends[1:_MOST_WORDS]):
        if text[start : start + 1].isspace() or re.search(r"[()\"“”«»]", text[start:end]):
            continue
        value = text[start:end].rstrip(",;")
        if read(value, today):
            return start + len(value)
    return start


def _date_value(typed: str, today: date) -> DateValue | None:
    plain = fold(typed).strip(" ,;")
    plain = plain if plain.endswith("..") else plain.rstrip(".")
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _NUMBERS)), None)
    try:
        if match:
            year = int(match["year"])
            return _calendar_unit(year + 2000 if len(match["year"]) == 2 else year, match["month"], match["day"])
        return _relative(plain, today) or _with_month(plain, today)
    except (ValueError, OverflowError):  # no such day, or none that a calendar has
        return None


def _calendar_unit(year: int, month: str | int | None = None, day: str | int | None = None) -> DateValue:
    """Parse a day, month or year.

    Raises:
        ValueError: If it is none.
    """
    if day is not None and month is not None:
        only = date(year, int(month), int(day))
        return DateValue(only, only, "day")
    if month is not None:
        return DateValue(date(year, int(month), 1), _month_end(year, int(month)), "month")
    return DateValue(date(year, 1, 1), date(year, 12, 31), "year")


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


# Words


def _plain(text: str) -> str:
    """Return the folded text, with spaces for hyphens and the like: ``last-month`` is ``last month``."""
    return re.sub(r"[-_'\s]+", " ", fold(text)).strip()


def _of_all_languages(forms: Any) -> Iterator[str]:
    for language in ("en", "el", "fr"):
        yield from forms[language]


@cache
def _named_days() -> dict[str, str]:
    return {_plain(form): name for name, row in date_vocabulary()["named"].items() for form in _of_all_languages(row)}


@cache
def _counted_forms() -> dict[str, str]:
    rows = date_vocabulary()["counted"]
    return {_plain(form.format(n="#")): name for name, row in rows.items() for form in _of_all_languages(row)}


@cache
def _months() -> dict[str, int]:
    return {
        _plain(name): number
        for months in date_vocabulary()["months"].values()
        for number, names in enumerate(months, start=1)
        for name in names
    }


@cache
def _fillers() -> frozenset[str]:
    return frozenset(map(fold, date_vocabulary()["fillers"]))


@cache
def _last() -> frozenset[str]:
    return frozenset(map(_plain, _of_all_languages(date_vocabulary()["last"])))


def _relative(plain: str, today: date) -> DateValue | None:
    """Parse ``yesterday``, ``last month``, ``last 30 days``, ``2 weeks ago``."""
    text = _plain(plain)
    name = _named_days().get(text)
    if name:
        row = date_vocabulary()["named"][name]
        return _earlier(today, row["unit"], row["back"], name)
    numbers = re.findall(r"(?<!\S)\d{1,4}(?!\S)", text, re.ASCII)
    name = _counted_forms().get(re.sub(r"(?<!\S)\d+(?!\S)", "#", text)) if len(numbers) == 1 else None
    if not name or int(numbers[0]) == 0:
        return None
    row, number = date_vocabulary()["counted"][name], int(numbers[0])
    if row["ago"]:
        unit = "day" if row["unit"] == "week" else row["unit"]
        days_back = number * (7 if row["unit"] == "week" else 1)
        return replace(_earlier(today, unit, days_back, name), number=number)
    return DateValue(_day_before(today, row["unit"], number), today, "days", name, number)


def _day_before(today: date, unit: str, number: int) -> date:
    """Return the day some days, weeks, months or years before; the last day of its month if that month is shorter."""
    if unit in ("day", "week"):
        return today - timedelta(days=number * (7 if unit == "week" else 1))
    year, month = _months_back(today, number * (12 if unit == "year" else 1))
    return min(date(year, month, 1) + timedelta(days=today.day - 1), _month_end(year, month))


def _months_back(today: date, number: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    return year, month + 1


def _earlier(today: date, unit: str, back: int, name: str) -> DateValue:
    """Return the day, week, month or year that many before today's; weeks begin on Monday (ISO 8601)."""
    if unit == "day":
        day = today - timedelta(days=back)
        return DateValue(day, day, "day", name)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return DateValue(monday, monday + timedelta(days=6), "days", name)
    year, month = _months_back(today, back) if unit == "month" else (today.year - back, None)
    return replace(_calendar_unit(year, month), name=name)


def _with_month(plain: str, today: date) -> DateValue | None:
    """Parse ``8 October 2019``, ``October 8, 2019``, ``Οκτωβρίου 2019``, ``November``, ``last November``."""
    found = [word for word in re.findall(r"[^\W_]+", plain) if word not in _fillers()]
    months = [(n, _months()[word]) for n, word in enumerate(found) if word in _months()]
    if len(months) != 1:
        return None
    index, month = months[0]
    rest = found[:index] + found[index + 1 :]
    if not rest:
        return _latest(month, today, "month")
    if _last() & {" ".join(rest), _plain(plain.replace(found[index], " "))}:
        return _latest(month, today, "last")
    *preceding, year = rest
    if not re.fullmatch(r"\d{4}", year, re.ASCII) or index == len(found) - 1:
        return None
    if not preceding:
        return _calendar_unit(int(year), month)
    ordinals = "|".join(map(fold, date_vocabulary()["ordinals"]))
    day = re.fullmatch(rf"(\d{{1,2}})(?:{ordinals})?", preceding[0], re.ASCII)
    return _calendar_unit(int(year), month, day[1]) if day and len(preceding) == 1 else None


def _latest(month: int, today: date, name: str) -> DateValue:
    """Return the latest month with a number that has begun, or with ``last`` is over."""
    is_this_year = month < today.month or (month == today.month and name == "month")
    return replace(_calendar_unit(today.year if is_this_year else today.year - 1, month), name=name, number=month)

"""Moments as the delegate's clock has them. They are kept in UTC; days are those of the clock, also where it jumps."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from delegate_desk.core.annotations.annotation_list import Age, Deadline

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_PRINTED = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2})?)?")
_AHEAD = re.compile(r"\+(?P<days>\d{1,3})")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})|h)")
LAST_MINUTE = time(23, 59)
"""A day without an hour lasts until its end."""


def parse_deadline(typed: str, now: datetime) -> datetime | None:
    """The moment that a person means; None for what is no moment.

    A day without its year is the next such day, an hour without its day the next such hour; ``+3`` is in three days.

    Args:
        typed: A day, an hour, or both, the day first.
        now: With a time zone, which is that of what is typed.
    """
    words = typed.split()
    if not 1 <= len(words) <= 2:
        return None
    day = _day(words[0], now.date())
    if day is not None:
        hour = _hour(words[1]) if len(words) == 2 else LAST_MINUTE
        return datetime.combine(day, hour, now.tzinfo) if hour is not None else None
    hour = _hour(words[0]) if len(words) == 1 else None
    if hour is None:
        return None
    today = datetime.combine(now.date(), hour, now.tzinfo)
    return today if today >= now else datetime.combine(now.date() + timedelta(days=1), hour, now.tzinfo)


def _day(word: str, today: date) -> date | None:
    if ahead := _AHEAD.fullmatch(word):
        return today + timedelta(days=int(ahead["days"]))
    found = _ISO.fullmatch(word) or _PRINTED.fullmatch(word)
    if found is None:
        return None
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        year = int(found["year"])
        return _date(year if year > 99 else 2000 + year, month, day)
    several = (_date(today.year + ahead, month, day) for ahead in range(5))  # 29 February is not in every year
    return next((one for one in several if one is not None and one >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # there is no such day
        return None


def _hour(word: str) -> time | None:
    found = _TIME.fullmatch(word)
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return None
    return time(int(found["hour"]), int(found["minute"] or 0))


SOON = timedelta(days=1)
"""What is due within this time is said without being asked."""
_NAMED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


def parse_date_range(typed: str) -> tuple[date, date] | None:
    """The first and the last day of what is named: ``2026-11-25``, ``2026-11`` or ``2026``; None for no such thing."""
    found = _NAMED.fullmatch(typed.strip())
    if found is None:
        return None
    year, month, day = (int(found[part]) if found[part] else None for part in ("year", "month", "day"))
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:  # there is no such day
        return None
    if month is None:
        return first, date(first.year, 12, 31)
    return first, first if day else first.replace(day=monthrange(first.year, month)[1])


def local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def deadline(due: datetime | None, now: datetime) -> Deadline:
    """When something is to be done, seen from now; tomorrow is the calendar's, however many hours today has."""
    if due is None:
        return Deadline.NONE
    if due < now:
        return Deadline.OVERDUE
    days = (local_day(due) - local_day(now)).days
    return (Deadline.TODAY, Deadline.TOMORROW)[days] if days < 2 else Deadline.LATER


def age(day: date, today: date) -> Age:
    """Return the age of a day; a future day, from a clock that was wrong, counts as today."""
    days = (today - day).days
    if days < 1:
        return Age.TODAY
    if days < 7:
        return Age.WEEK
    if days < 31:
        return Age.MONTH
    return Age.YEAR if days < 366 else Age.OLDER

"""Moments as the delegate's clock has them. They are kept in UTC; days are those of the clock, also where it jumps."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from delegate_desk.core.browsing import Age, Deadline

SOON = timedelta(days=1)
"""What is due within this time is said without being asked."""
_NAMED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


def days_named(typed: str) -> tuple[date, date] | None:
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
    """The day that the delegate's calendar shows at a moment."""
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
    """How long ago a day was; one still to come, by a clock that was wrong, counts as today."""
    days = (today - day).days
    if days < 1:
        return Age.TODAY
    if days < 7:
        return Age.WEEK
    if days < 31:
        return Age.MONTH
    return Age.YEAR if days < 366 else Age.OLDER

"""Moments as the delegate's clock has them. They are kept in UTC; days are those of the clock, also where it jumps."""

from datetime import date, datetime, timedelta

from delegate_desk.core.browsing import Age, Deadline

SOON = timedelta(days=1)
"""What is due within this time is said without being asked."""


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

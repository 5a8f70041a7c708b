"""Which backups stay: the last of each of 7 days, of 4 weeks and of 6 months, as restic's ``forget`` counts them.

Days without a backup are not counted, so that a long leave thins nothing. A day is one of UTC: a journey neither
doubles nor loses one.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class RetentionTier(StrEnum):
    """What a backup is kept as."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    UPGRADE = "upgrade"
    """The copy made before a newer version of the program changed the library."""


MOST = {RetentionTier.DAILY: 7, RetentionTier.WEEKLY: 4, RetentionTier.MONTHLY: 6}
"""How many days, weeks and months have a backup that stays."""
UPGRADE_DAYS = 90
"""Days that a copy made before an upgrade stays."""


def kept(made: Iterable[datetime]) -> dict[datetime, tuple[RetentionTier, ...]]:
    """The backups that stay, by the moment of each, with what they are kept as; newest first."""
    newest_first = sorted(set(made), reverse=True)
    found: dict[datetime, list[RetentionTier]] = {}
    for kind, most in MOST.items():
        last_of: dict[tuple[int, ...], datetime] = {}
        for moment in newest_first:
            last_of.setdefault(_span(kind, moment.astimezone(UTC)), moment)
        for moment in list(last_of.values())[:most]:
            found.setdefault(moment, []).append(kind)
    return {moment: tuple(found[moment]) for moment in newest_first if moment in found}


def go_next(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """The backups that stay today and go with the one of tomorrow."""
    there = set(kept(made))
    if not there:
        return set()
    tomorrow = max(now, *there) + timedelta(days=1)
    return there - set(kept([*there, tomorrow]))


def upgrade_stays(copied: datetime, backups: Iterable[datetime], now: datetime) -> bool:
    """True for a copy made before an upgrade that is not yet old, or that no backup has followed."""
    return now - copied < timedelta(days=UPGRADE_DAYS) or not any(moment > copied for moment in backups)


def _span(kind: RetentionTier, moment: datetime) -> tuple[int, ...]:
    """The day, week or month of a moment."""
    if kind is RetentionTier.DAILY:
        return (moment.year, moment.month, moment.day)
    if kind is RetentionTier.WEEKLY:
        return tuple(moment.isocalendar()[:2])
    return (moment.year, moment.month)

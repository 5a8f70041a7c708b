"""Annotations of the whole library: list entries, filters and grouping."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain, groupby

from delegate_desk.core.annotations.annotation import (
    RESERVATIONS,
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
)
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.local_time import local_time
from delegate_desk.core.revisions.predecessors import Superseded
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """An annotation with the values by which it is found.

    Attributes:
        label: The printed label of its unit; empty if the unit has none.
        dossier: The name of its document's dossier; the document's own name if it has none.
        order: Position in reading order, by document.
    """

    annotation: Annotation
    document: LibraryDocument
    label: str
    dossier: str
    order: int
    search_text: str = field(default="", repr=False)

    @property
    def id(self) -> AnnotationId:
        return self.annotation.id

    @property
    def is_reservation(self) -> bool:
        return self.annotation.kind in RESERVATIONS


def search_text_for(annotation: Annotation, document: LibraryDocument, label: str) -> str:
    quoted = annotation.quote.exact if annotation.quote else ""
    said = (annotation.text, quoted, annotation.kind.replace("_", " "), annotation.status, annotation.visibility)
    return fold(" ".join((*said, annotation.holder, *annotation.tags, document.name, document.header.subject, label)))


class Aspect(StrEnum):
    KIND = "kind"
    TAG = "tag"
    STATUS = "status"
    VISIBILITY = "visibility"
    HOLDER = "holder"
    DOSSIER = "dossier"
    DOCUMENT = "document"
    CREATED = "created"
    DUE = "due"


OURS = "ours"
"""The holder value of our own reservations."""


class Age(StrEnum):
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OLDER = "older"


class Deadline(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    NONE = "none"


class Grouping(StrEnum):
    DOCUMENT = "document"
    KIND = "kind"
    TAG = "tag"
    DOSSIER = "dossier"
    STATUS = "status"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Any of the values chosen of each aspect, documents by number in decimal digits, and all of the words."""

    chosen: Mapping[Aspect, frozenset[str]] = field(default_factory=dict)
    words: str = ""
    since: date | None = None
    until: date | None = None

    def with_toggled(self, aspect: Aspect, value: str) -> "AnnotationFilter":
        chosen = dict(self.chosen)
        values = chosen.pop(aspect, frozenset()) ^ {value}
        if values:
            chosen[aspect] = values
        return replace(self, chosen=chosen)

    @property
    def is_empty(self) -> bool:
        return not (self.chosen or self.words.strip() or self.since or self.until)


@dataclass(frozen=True, slots=True)
class AnnotationGroup:
    key: str
    entries: tuple[AnnotationEntry, ...]


@dataclass(frozen=True, slots=True)
class FilteredAnnotations:
    """Annotations that match a filter.

    Attributes:
        facets: By aspect and value, the number of annotations if only that value were chosen of its aspect.
        marking: Marking of the list: ``LIMITE`` if any document has it.
    """

    groups: tuple[AnnotationGroup, ...]
    count: int
    facets: Mapping[Aspect, Mapping[str, int]]
    marking: str | None

    def entries(self) -> list[AnnotationEntry]:
        distinct = {entry.id: entry for group in self.groups for entry in group.entries}
        return sorted(distinct.values(), key=lambda entry: entry.order)


_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_PRINTED = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2})?)?")
_AHEAD = re.compile(r"\+(?P<days>\d{1,3})")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})|h)")
LAST_MINUTE = time(23, 59)
"""A day without a time lasts until its end."""


def parse_deadline(typed: str, now: datetime) -> datetime | None:
    """Return the time that is meant; None if the text is no time.

    A day without a year is the next such day, a time without a day the next such time; ``+3`` is in three days.

    Args:
        typed: A day, a time, or both, the day first.
        now: With a time zone, which is also that of the typed time.
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
    dates = (_date(today.year + ahead, month, day) for ahead in range(5))  # 29 February is not in every year
    return next((value for value in dates if value is not None and value >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year < MAXYEAR else None  # its last day ends after the last time there is
    except ValueError:  # there is no such day
        return None


def _hour(word: str) -> time | None:
    found = _TIME.fullmatch(word)
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return None
    return time(int(found["hour"]), int(found["minute"] or 0))


SOON = timedelta(days=1)
"""Deadlines within this time are announced."""
_NAMED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


def parse_date_range(typed: str) -> tuple[date, date] | None:
    """Return the first and last day of a range: ``2026-11-25``, ``2026-11`` or ``2026``.

    None if the text is no range.
    """
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


def local_day(when: datetime) -> date:
    return local_time(when).date()


def deadline(due: datetime | None, now: datetime) -> Deadline:
    """Return how near a deadline is; tomorrow is the next calendar day, however many hours today has."""
    if due is None:
        return Deadline.NONE
    if due < now:
        return Deadline.OVERDUE
    days = (local_day(due) - local_day(now)).days
    return (Deadline.TODAY, Deadline.TOMORROW)[days] if days < 2 else Deadline.LATER


def age(day: date, today: date) -> Age:
    days = (today - day).days
    if days < 1:
        return Age.TODAY
    if days < 7:
        return Age.WEEK
    if days < 31:
        return Age.MONTH
    return Age.YEAR if days < 366 else Age.OLDER


_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class AnnotationSnapshot:
    """Annotations at one point in time. Immutable, and safe on any thread.

    Attributes:
        entries: By document in reading order.
        documents: The annotated documents, by their number in decimal digits.
        superseded: The documents that have a later revision.
    """

    def __init__(
        self,
        entries: Sequence[AnnotationEntry],
        now: datetime,
        superseded: Mapping[DocumentId, Superseded] | None = None,
    ) -> None:
        self.entries = tuple(entries)
        self.superseded = superseded or {}
        self.documents = {str(entry.document.id): entry.document for entry in self.entries}
        self._days = [local_day(entry.annotation.created) for entry in self.entries]
        today = local_day(now)
        self._matches: dict[Aspect, dict[str, set[int]]] = {aspect: {} for aspect in Aspect}
        for n, entry in enumerate(self.entries):
            is_done = entry.annotation.status is AnnotationStatus.DONE
            due = Deadline.NONE if is_done else deadline(entry.annotation.due, now)
            changing = {Aspect.CREATED: (age(self._days[n], today),), Aspect.DUE: (due,)}
            for aspect, values in (_values(entry) | changing).items():
                for value in values:
                    self._matches[aspect].setdefault(value, set()).add(n)

    def find(self, filter_: AnnotationFilter, grouping: Grouping = Grouping.DOCUMENT) -> FilteredAnnotations:
        words = fold(filter_.words).split()
        since, until = filter_.since, filter_.until
        within = {
            n
            for n, entry in enumerate(self.entries)
            if all(word in entry.search_text for word in words)
            and (since is None or self._days[n] >= since)
            and (until is None or self._days[n] <= until)
        }
        chosen = {
            aspect: within.intersection(chain.from_iterable(self._matches[aspect].get(value, ()) for value in values))
            for aspect, values in filter_.chosen.items()
        }
        facets = {}
        for aspect, entries_of in self._matches.items():
            others = within.intersection(*(found for other, found in chosen.items() if other is not aspect))
            counts = {value: len(places & others) for value, places in entries_of.items()}
            facets[aspect] = {value: count for value, count in counts.items() if count}
        left = [self.entries[n] for n in sorted(within.intersection(*chosen.values()))]
        marking = next((entry.document.header.marking for entry in left if entry.document.header.marking), None)
        return FilteredAnnotations(tuple(group_entries(left, grouping)), len(left), facets, marking)


def group_entries(entries: Sequence[AnnotationEntry], grouping: Grouping) -> list[AnnotationGroup]:
    """Group entries; they are in reading order, and stay so within a group."""
    if grouping is Grouping.DUE:
        ordered = sorted(entries, key=lambda e: (e.annotation.due or _END_OF_TIME, e.order))
        return [AnnotationGroup(key, tuple(group)) for key, group in groupby(ordered, _due_day)]
    found: dict[str, list[AnnotationEntry]] = {}
    for entry in entries:
        for key in _values(entry)[Aspect(grouping)] or ("",):
            found.setdefault(key, []).append(entry)
    if grouping in (Grouping.TAG, Grouping.DOSSIER):
        keys = sorted(found, key=lambda key: (not key, fold(key)))
    else:
        orders: dict[Grouping, list[str]] = {Grouping.KIND: [*AnnotationKind], Grouping.STATUS: [*AnnotationStatus]}
        keys = sorted(found, key=orders[grouping].index) if grouping in orders else list(found)
    return [AnnotationGroup(key, tuple(found[key])) for key in keys]


def with_tags(add: Iterable[str], remove: Iterable[str]) -> Callable[[Annotation], tuple[str, ...]]:
    added, removed = tuple(add), frozenset(remove)
    return lambda annotation: tuple(dict.fromkeys(tag for tag in (*annotation.tags, *added) if tag not in removed))


def _values(entry: AnnotationEntry) -> dict[Aspect, Sequence[str]]:
    """Return the values of an annotation, except for those that the time of day changes."""
    annotation = entry.annotation
    return {
        Aspect.KIND: (annotation.kind,),
        Aspect.TAG: annotation.tags,
        Aspect.STATUS: (annotation.status,),
        Aspect.VISIBILITY: (annotation.visibility,),
        Aspect.HOLDER: (annotation.holder or OURS,) if entry.is_reservation or annotation.holder else (),
        Aspect.DOSSIER: (entry.dossier,),
        Aspect.DOCUMENT: (str(entry.document.id),),
    }


def _due_day(entry: AnnotationEntry) -> str:
    due = entry.annotation.due
    return local_day(due).isoformat() if due else ""

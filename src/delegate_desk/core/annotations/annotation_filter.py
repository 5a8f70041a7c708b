"""Annotations narrowed and grouped: quick also where there are 20,000."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus
from delegate_desk.core.annotations.annotation_list import (
    OURS,
    AnnotationEntry,
    AnnotationFilter,
    AnnotationGroup,
    Aspect,
    Deadline,
    FilteredAnnotations,
    Grouping,
)
from delegate_desk.core.annotations.deadlines import age, deadline, local_day
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.revisions.predecessors import Superseded
from delegate_desk.core.text import fold

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class AnnotationSnapshot:
    """Annotations as they stood at one moment. It changes never and may be used on any thread.

    Of each value of an aspect it keeps the annotations that have it as the bits of one integer, so that narrowing is
    a few operations whatever is chosen.

    Attributes:
        entries: By document in reading order.
        documents: Those that are annotated, by their number in figures.
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
        self._all = (1 << len(self.entries)) - 1
        today = local_day(now)
        rows: dict[Aspect, dict[str, list[int]]] = {aspect: {} for aspect in Aspect}
        for n, entry in enumerate(self.entries):
            for aspect, values in _values(entry, now):
                for value in values:
                    rows[aspect].setdefault(value, []).append(n)
            rows[Aspect.CREATED].setdefault(age(self._days[n], today), []).append(n)
        size = len(self.entries)
        self._masks = {a: {value: _mask(found, size) for value, found in of.items()} for a, of in rows.items()}

    def find(self, wanted: AnnotationFilter, grouping: Grouping = Grouping.DOCUMENT) -> FilteredAnnotations:
        base = self._within(wanted)
        chosen = {a: self._any(a, values) for a, values in wanted.chosen.items()}
        facets = {}
        for aspect, masks in self._masks.items():
            others = base
            for other, mask in chosen.items():
                others &= mask if other is not aspect else self._all
            counts = {value: (mask & others).bit_count() for value, mask in masks.items()}
            facets[aspect] = {value: count for value, count in counts.items() if count}
        for mask in chosen.values():
            base &= mask
        left = [entry for entry, bit in zip(self.entries, bin(base)[:1:-1], strict=False) if bit == "1"]
        marking = next((entry.document.header.marking for entry in left if entry.document.header.marking), None)
        return FilteredAnnotations(tuple(group_entries(left, grouping)), len(left), facets, marking)

    def _any(self, aspect: Aspect, values: Iterable[str]) -> int:
        found = 0
        for value in values:
            found |= self._masks[aspect].get(value, 0)
        return found

    def _within(self, wanted: AnnotationFilter) -> int:
        words = fold(wanted.words).split()
        since, until = wanted.since, wanted.until
        if not (words or since or until):
            return self._all
        found = [
            n
            for n, entry in enumerate(self.entries)
            if all(word in entry.search_text for word in words)
            and (since is None or self._days[n] >= since)
            and (until is None or self._days[n] <= until)
        ]
        return _mask(found, len(self.entries))


def group_entries(entries: Sequence[AnnotationEntry], grouping: Grouping) -> list[AnnotationGroup]:
    """Put together what has something in common; ``entries`` are in reading order, and stay so within a group."""
    if grouping is Grouping.DUE:
        ordered = sorted(entries, key=lambda e: (e.annotation.due or _END_OF_TIME, e.order))
        return [AnnotationGroup(key, tuple(some)) for key, some in groupby(ordered, _due_day)]
    found: dict[str, list[AnnotationEntry]] = {}
    for entry in entries:
        for key in _keys(entry, grouping):
            found.setdefault(key, []).append(entry)
    return [AnnotationGroup(key, tuple(found[key])) for key in sorted(found, key=_orders(grouping, list(found)))]


def with_tags(add: Iterable[str], remove: Iterable[str]) -> Callable[[Annotation], tuple[str, ...]]:
    more, fewer = tuple(add), frozenset(remove)
    return lambda one: tuple(dict.fromkeys(tag for tag in (*one.tags, *more) if tag not in fewer))


def _values(entry: AnnotationEntry, now: datetime) -> list[tuple[Aspect, Sequence[str]]]:
    one = entry.annotation
    return [
        (Aspect.KIND, (one.kind,)),
        (Aspect.TAG, one.tags),
        (Aspect.STATUS, (one.status,)),
        (Aspect.VISIBILITY, (one.visibility,)),
        (Aspect.HOLDER, (one.holder or OURS,) if entry.is_reservation or one.holder else ()),
        (Aspect.DOSSIER, (entry.dossier,)),
        (Aspect.DOCUMENT, (str(entry.document.id),)),
        (Aspect.DUE, _due_values(one, now)),
    ]


def _due_values(one: Annotation, now: datetime) -> Sequence[str]:
    """Deadline values of an annotation, never overdue if it is done."""
    if one.due is None or one.status is AnnotationStatus.DONE:
        return (Deadline.NONE,)
    return (deadline(one.due, now),)


def _mask(rows: Iterable[int], size: int) -> int:
    bits = bytearray(size // 8 + 1)
    for n in rows:
        bits[n >> 3] |= 1 << (n & 7)
    return int.from_bytes(bits, "little")


def _due_day(entry: AnnotationEntry) -> str:
    due = entry.annotation.due
    return local_day(due).isoformat() if due else ""


def _keys(entry: AnnotationEntry, grouping: Grouping) -> Sequence[str]:
    one = entry.annotation
    keys: dict[Grouping, Sequence[str]] = {
        Grouping.DOCUMENT: (str(entry.document.id),),
        Grouping.KIND: (one.kind,),
        Grouping.TAG: one.tags or ("",),
        Grouping.DOSSIER: (entry.dossier,),
        Grouping.STATUS: (one.status,),
    }
    return keys[grouping]


def _orders(grouping: Grouping, keys: list[str]) -> Callable[[str], tuple[bool, object]]:
    """Sort key of groups: kinds and statuses in fixed order, tags alphabetically, documents in the order given."""
    if grouping in (Grouping.TAG, Grouping.DOSSIER):
        return lambda key: (not key, fold(key))
    known = {Grouping.KIND: [*AnnotationKind], Grouping.STATUS: [*AnnotationStatus]}.get(grouping, keys)
    places = {key: n for n, key in enumerate(known)}
    return lambda key: (False, places[key])

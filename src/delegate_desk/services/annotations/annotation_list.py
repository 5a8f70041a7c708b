"""All annotations of a library, gathered to be gone through."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_filter import AnnotationSnapshot
from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, search_text_for
from delegate_desk.core.annotations.deadlines import deadline
from delegate_desk.core.documents.document import LibraryDocument, Place
from delegate_desk.core.revisions.predecessors import Lineage
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.dossiers import Dossiers
from delegate_desk.storage.db.stores.annotations import BrowsingStore

_FEW = 50
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class Browsing:
    def __init__(
        self, annotations: Annotations, documents: Documents, dossiers: Dossiers, store: BrowsingStore
    ) -> None:
        self._annotations = annotations
        self._documents = documents
        self._dossiers = dossiers
        self._store = store

    def load(self, now: datetime, known: AnnotationSnapshot | None = None) -> AnnotationSnapshot:
        """All annotations on documents held, by document in reading order: slow, safe on any thread.

        Args:
            now: What is due, and how old annotations are, is seen from here.
            known: What was gathered before; what has not changed is not folded again.
        """
        held = {one.id: one for one in self._documents.all()}
        names, labels = self._dossiers.names(held.values()), self._store.labels()
        before = {entry.id: entry for entry in known.entries} if known else {}
        found = ((one, held[one.place.document]) for one in self._annotations.all() if one.place.document in held)
        entries = [
            _entry(one, on, labels.get(one.place, ""), names[on.id], n, before.get(one.id))
            for n, (one, on) in enumerate(found)
        ]
        return AnnotationSnapshot(entries, now, Lineage(held.values()).superseded())

    def renew(self, known: AnnotationSnapshot, places: Collection[Place], now: datetime) -> AnnotationSnapshot | None:
        """Return the collection with a few places reloaded: quick; None if everything must be collected again."""
        there = {entry.annotation.place: entry for entry in known.entries if entry.annotation.place in places}
        if len(places) > _FEW or len(there) < len(places):
            return None
        entries: list[AnnotationEntry] = []
        for place, some in groupby(known.entries, lambda entry: entry.annotation.place):
            if place in there:
                on = there[place]
                now_there = sorted(self._annotations.for_place(place), key=_within_place)
                entries += [_entry(one, on.document, on.label, on.dossier, 0, None) for one in now_there]
            else:
                entries += some
        return AnnotationSnapshot([replace(entry, order=n) for n, entry in enumerate(entries)], now, known.superseded)

    def due(self, now: datetime) -> list[AnnotationGroup]:
        entries = self.entries_for_annotations(self._annotations.due(_END_OF_TIME))
        when = {entry.id: deadline(entry.annotation.due, now) for entry in entries}
        return [AnnotationGroup(key, tuple(some)) for key, some in groupby(entries, lambda entry: when[entry.id])]

    def entries_for_annotations(self, annotations: Iterable[Annotation]) -> list[AnnotationEntry]:
        found = list(annotations)
        held = {key: self._documents.get(key) for key in {one.place.document for one in found}}
        labels = self._store.labels({one.place for one in found}) if found else {}
        return [
            _entry(one, on, labels.get(one.place, ""), on.name, n, None)
            for n, one in enumerate(found)
            for on in [held[one.place.document]]
        ]


def _within_place(one: Annotation) -> tuple[int, datetime]:
    """Sort key of annotations on a unit: those on the whole unit first, then by their words."""
    return one.quote.start if one.quote else -1, one.created


def _entry(
    one: Annotation, held: LibraryDocument, label: str, dossier: str, order: int, before: AnnotationEntry | None
) -> AnnotationEntry:
    same = before is not None and (before.annotation, before.document, before.label) == (one, held, label)
    sought = before.search_text if before is not None and same else search_text_for(one, held, label)
    return AnnotationEntry(one, held, label, dossier, order, sought)

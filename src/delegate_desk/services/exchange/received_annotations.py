"""Display of others' items: their notes become annotations with their name, if their document is in the library."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, is_untouched, update_carried
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.exchange.merge_rules import ExchangedItem, ExchangedKey, ExchangedKind
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.services.exchange.document_matching import LONGEST_THREAD, NotePlacer
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.exchange import ReceivedItem

_NAMESPACE = UUID("4f6f1f2a-6f7e-5d3a-9c55-0d1f5a3b7c11")


class Showing:
    def __init__(self, stores: LibraryStores) -> None:
        self._stores = stores
        self._placer = NotePlacer(stores.documents)

    def show(self, keys: Iterable[ExchangedKey]) -> frozenset[Place]:
        self._placer = NotePlacer(self._stores.documents)
        names = sorted({key.name for key in keys if key.kind is ExchangedKind.NOTE})
        return frozenset(place for name in names for place in self._show_named(name))

    def _show_named(self, name: str) -> Iterable[Place]:
        annotation = self._stores.annotations.get_with_trashed(AnnotationId(name))
        taken = annotation is not None and not annotation.author
        for item in self._stores.received.named(ExchangedKind.NOTE, name):
            key = AnnotationId(str(uuid5(_NAMESPACE, f"{item.thing.key.author} {name}")) if taken else name)
            taken = True
            yield from self._show_note(item, key)

    def _show_note(self, item: ReceivedItem, key: AnnotationId) -> Iterable[Place]:
        stores, thing = self._stores, item.thing
        before = stores.annotations.get_with_trashed(item.note) if item.note else None
        if before and (thing.is_withdrawn or item.note != key):
            yield from self._hide(before, thing)
        if thing.is_withdrawn:
            if item.note:
                stores.received.set_note({thing.key: AnnotationId("")})
            return
        if before and before.id != key:
            before = None
        if before is None and item.removed:  # and emptied from the trash
            return
        made = self._build_annotation(thing, key, before)
        if made is None:
            return
        annotation, stood = made
        if annotation != before:
            stores.annotations.save(annotation)
            if before:
                yield before.place
                yield from self._lead(before, annotation)
            if stood is not None:
                words = annotation.quote.exact if annotation.quote else ""
                stores.unplaced.add_annotation(annotation, stood, words)
            yield annotation.place
        if item.note != key:
            stores.received.set_note({thing.key: key})
            if item.removed:
                stores.annotations.set_trashed([key], datetime.now(UTC))

    def _hide(self, annotation: Annotation, thing: ExchangedItem) -> Iterable[Place]:
        if annotation.author != thing.key.author:  # never what is ours
            return
        for made in self._stores.annotations.carried_from(annotation.id):
            if made.author == annotation.author and is_untouched(made, annotation):
                yield from self._hide(made, thing)
        self._stores.annotations.remove(annotation.id)
        yield annotation.place

    def _build_annotation(
        self, thing: ExchangedItem, key: AnnotationId, before: Annotation | None
    ) -> tuple[Annotation, Address | None] | None:
        parcel = read_annotations({"items": [json.loads(thing.content)]}, "", datetime.now(UTC))
        found = next(
            (incoming_annotation for incoming_annotation in parcel.incoming if incoming_annotation.original), None
        )
        if found is None or found.original is None:
            return None
        annotation = replace(found.annotation, id=key, author=thing.key.author)
        placed = self._placer.place(annotation, found.original, before)
        return placed and (self._without_circle(placed[0]), placed[1])

    def _lead(self, was: Annotation, now: Annotation) -> Iterable[Place]:
        for made in self._stores.annotations.carried_from(was.id):
            if made.author == was.author and is_untouched(made, was):
                after = update_carried(made, now)
                self._stores.annotations.save(after)
                yield after.place
                yield from self._lead(made, after)

    def _without_circle(self, annotation: Annotation) -> Annotation:
        """An annotation that does not answer itself, by whatever way round.

        A circle is opened at the same note, in whatever order its notes came: at that of others whose id is first.
        """
        around = [annotation]
        above = annotation.reply_to
        for _ in range(LONGEST_THREAD):
            if above is None or above == annotation.id:
                break
            parent = self._stores.annotations.get_with_trashed(above)
            if parent is None:
                return annotation
            around.append(parent)
            above = parent.reply_to
        if above is None:
            return annotation
        first = min((value for value in around if value.author), key=lambda value: value.id)
        if first.id == annotation.id:
            return replace(annotation, reply_to=None)
        self._stores.annotations.save(replace(first, reply_to=None))
        return annotation

"""Display of others' items: their notes become annotations with their name, if their document is in the library."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, is_untouched, update_carried
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.exchange.merge_rules import ExchangedItem, ExchangedKey, ExchangedKind
from delegate_desk.core.exchange.webannotation_placement import QuoteFinder
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.services.exchange.document_matching import DocumentMatcher
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.exchange import ReceivedItem

_NAMESPACE = UUID("4f6f1f2a-6f7e-5d3a-9c55-0d1f5a3b7c11")
_NOWHERE = Address("")
_LONGEST_THREAD = 1000


class Showing:
    """Makes annotations of notes that came, and takes them away again: within the transaction of its caller."""

    def __init__(self, stores: LibraryStores) -> None:
        self._stores = stores
        self._matching = DocumentMatcher(stores.documents)
        self._finders: dict[DocumentId, QuoteFinder] = {}

    def show(self, keys: Iterable[ExchangedKey]) -> frozenset[Place]:
        """Let annotations be what is kept of some notes; answers where they changed."""
        self._finders.clear()  # a document may have been read anew
        names = sorted({key.name for key in keys if key.kind is ExchangedKind.NOTE})
        places = [place for name in names for place in self._show_named(name)]
        self._finders.clear()
        return frozenset(places)

    def _show_named(self, name: str) -> Iterable[Place]:
        """Show the notes of one id: who has it first keeps it, ours before all others."""
        kept = self._stores.annotations.get_with_trashed(AnnotationId(name))
        taken = kept is not None and not kept.author
        for one in self._stores.received.named(ExchangedKind.NOTE, name):
            key = AnnotationId(str(uuid5(_NAMESPACE, f"{one.thing.key.author} {name}")) if taken else name)
            taken = True
            yield from self._show_note(one, key)

    def _show_note(self, kept: ReceivedItem, key: AnnotationId) -> Iterable[Place]:
        stores, thing = self._stores, kept.thing
        before = stores.annotations.get_with_trashed(kept.note) if kept.note else None
        if before and (thing.is_withdrawn or kept.note != key):
            yield from self._hide(before, thing)
        if thing.is_withdrawn:
            if kept.note:
                stores.received.set_note({thing.key: AnnotationId("")})
            return
        if before and before.id != key:
            before = None
        if before is None and kept.removed:  # and emptied from the trash
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
        if kept.note != key:
            stores.received.set_note({thing.key: key})
            if kept.removed:
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
        """The annotation of a note, and where it stood if it has no place here; None where its document is not held."""
        parcel = read_annotations({"items": [json.loads(thing.content)]}, "", datetime.now(UTC))
        found = next((one for one in parcel.incoming if one.original), None)
        if found is None or found.original is None:
            return None
        annotation = replace(found.annotation, id=key, author=thing.key.author)
        held = self._matching.find_document(found.original)
        if held is None:
            return (replace(annotation, place=before.place, quote=before.quote), None) if before else None
        address, quote = found.annotation.place.address, found.annotation.quote
        spot = self._finder(held).place(address, quote, stays=held.sha256 == found.original.sha256)
        annotation = self._without_circle(annotation)
        if spot:
            return replace(annotation, place=Place(held.id, spot[0]), quote=spot[1]), None
        if before and before.place.document == held.id and before.place.address != _NOWHERE:
            return replace(annotation, place=before.place, quote=before.quote), None
        return replace(annotation, place=Place(held.id, _NOWHERE)), address

    def _lead(self, was: Annotation, now: Annotation) -> Iterable[Place]:
        """Let what was carried from an annotation, and not edited, say what this says now."""
        for made in self._stores.annotations.carried_from(was.id):
            if made.author == was.author and is_untouched(made, was):
                after = update_carried(made, now)
                self._stores.annotations.save(after)
                yield after.place
                yield from self._lead(made, after)

    def _finder(self, held: LibraryDocument) -> QuoteFinder:
        if held.id not in self._finders:
            self._finders[held.id] = QuoteFinder(self._stores.documents.content(held).units())
        return self._finders[held.id]

    def _without_circle(self, annotation: Annotation) -> Annotation:
        """An annotation that does not answer itself, by whatever way round.

        A circle is opened at the same note, in whatever order its notes came: at that of others whose id is first.
        """
        around = [annotation]
        above = annotation.reply_to
        for _ in range(_LONGEST_THREAD):
            if above is None or above == annotation.id:
                break
            parent = self._stores.annotations.get_with_trashed(above)
            if parent is None:
                return annotation
            around.append(parent)
            above = parent.reply_to
        if above is None:
            return annotation
        first = min((one for one in around if one.author), key=lambda one: one.id)
        if first.id == annotation.id:
            return replace(annotation, reply_to=None)
        self._stores.annotations.save(replace(first, reply_to=None))
        return annotation

"""Annotations from elsewhere, matched to their documents in the library and placed there."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from uuid import UUID, uuid5

from delegate_desk.core.annotations.anchoring import (
    folded_letters,
    folded_letters_with_offsets,
    quote_at,
    reanchor_quote,
    unanchored_quote,
)
from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, Quote, is_untouched, update_carried
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.documents.references import Reference, language_in_file_name, parse_reference
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.package import ExchangedItem, ExchangedKey, ExchangedKind
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.core.text import find_all, fold
from delegate_desk.parsing.references.document_references import documents as named_in
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.exchange import ReceivedItem

AnchorPosition = tuple[Address, Quote | None]


class QuoteFinder:
    def __init__(self, units: Sequence[Paragraph]) -> None:
        self._units = units
        self._texts = {unit.address: unit.text for unit in units}
        letters: list[str] = []
        self._where: list[int] = []
        self._begins: list[int] = []
        for unit in units:
            self._begins.append(len(self._where))
            label, (text, offsets) = folded_letters(unit.label), folded_letters_with_offsets(unit.text)
            letters += (label, text)
            self._where += [*([-1] * len(label)), *offsets]
        self._letters = "".join(letters)

    def place(self, address: Address, quote: Quote | None, *, stays: bool) -> AnchorPosition | None:
        """Return the place of an annotation; None if it is not certain.

        Args:
            address: The address given in the annotation; empty if none is given.
            quote: The words annotated; None for a full unit.
            stays: True to trust the address more than the words, because it comes from this very document.
        """
        text = self._texts.get(address)
        if text is not None and quote is None:
            return address, None
        if text is not None and quote:
            there = reanchor_quote(quote, text)
            if there is None and not stays:
                found = self.find(quote)
                if found:
                    return found
            return address, there or unanchored_quote(quote, text)
        return self.find(quote) if quote else None

    def find(self, quote: Quote) -> AnchorPosition | None:
        """Find the words in the document if their context identifies a single occurrence.

        Words that continue into further units are anchored to the unit in which they begin.
        """
        exact, prefix, suffix = (folded_letters(words) for words in (quote.exact, quote.prefix, quote.suffix))
        starts = find_all(self._letters, exact) if exact else []
        scores = [self._agreement(start, start + len(exact), prefix, suffix) for start in starts]
        best = max(scores, default=0)
        likely = [start for start, score in zip(starts, scores, strict=True) if score == best]
        spots = [spot for start in likely if (spot := self._spot(start, start + len(exact), quote.exact))]
        if len(likely) > 1:  # alike but for spaces, signs or accents
            around = f"{quote.prefix}{quote.exact}{quote.suffix}"
            spots = [spot for spot in spots if around in self._texts[spot[0]]]
        return spots[0] if len(spots) == 1 else None

    def _agreement(self, start: int, end: int, prefix: str, suffix: str) -> int:
        from rapidfuzz.distance import Postfix, Prefix  # not before words are looked for

        before = self._letters[max(0, start - len(prefix)) : start]
        behind = self._letters[end : end + len(suffix)]
        return Postfix.similarity(prefix, before) + Prefix.similarity(suffix, behind)

    def _spot(self, start: int, end: int, exact: str) -> AnchorPosition | None:
        first = bisect_right(self._begins, start) - 1
        until = self._begins[first + 1] if first + 1 < len(self._begins) else len(self._letters)
        offsets = [offset for offset in self._where[start : min(end, until)] if offset >= 0]
        if not offsets:
            return None
        unit = self._units[first]
        text = self._texts[unit.address]
        literal = text.find(exact, max(0, offsets[0] - len(exact)))  # with the signs at its ends, if it is as printed
        if 0 <= literal <= offsets[0] < literal + len(exact):
            return unit.address, quote_at(text, literal, literal + len(exact))
        return unit.address, quote_at(text, offsets[0], offsets[-1] + 1)


NOWHERE = Address("")
"""Place of a note that has none in its document."""
LONGEST_THREAD = 1000
_LANGUAGE = re.compile(r"[a-z]{2}")


class NotePlacer:
    """Finds the documents of notes from elsewhere, and the places of their words."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents
        self._finders: dict[DocumentId, QuoteFinder] = {}

    def find_named(self, names: Iterable[str]) -> list[LibraryDocument]:
        """Return the documents matching the first name that matches any: file names, web addresses, titles."""
        everything = self._documents.all()
        return next(filter(None, (list(self._meant(name, everything)) for name in names)), [])

    def _meant(self, name: str, everything: list[LibraryDocument]) -> Iterator[LibraryDocument]:
        segments = list(_segments(name))
        # a part may be the language, as in the Council's register: ``…/ST-12862-2019-INIT/en/pdf``
        languages = {part.lower() for part in segments if _LANGUAGE.fullmatch(part.lower())}
        languages |= {code for part in segments if (code := language_in_file_name(part))}
        references = {reference.key for reference in _references(name, segments)}
        for document in everything:
            by_reference = document.header.reference is not None and document.header.reference.key in references
            spoken = not languages or document.header.language in languages
            by_subject = bool(document.header.subject) and fold(document.header.subject) == fold(name)
            if (by_reference and spoken) or document.file_name in segments or by_subject:
                yield document

    def finder(self, document: LibraryDocument) -> QuoteFinder:
        if document.id not in self._finders:
            self._finders[document.id] = QuoteFinder(self._documents.content(document).units())
        return self._finders[document.id]

    def place(
        self, annotation: Annotation, original: DocumentIdentity, before: Annotation | None
    ) -> tuple[Annotation, Address | None] | None:
        """Return a note at its place, with its former place if it has none here.

        None if its document is not in the library.
        """
        document = self._documents.matching(original)
        if document is None:
            return (replace(annotation, place=before.place, quote=before.quote), None) if before else None
        address, quote = annotation.place.address, annotation.quote
        spot = self.finder(document).place(address, quote, stays=document.sha256 == original.sha256)
        if spot:
            return replace(annotation, place=Place(document.id, spot[0]), quote=spot[1]), None
        if before and before.place.document == document.id and before.place.address != NOWHERE:
            return replace(annotation, place=before.place, quote=before.quote), None
        return replace(annotation, place=Place(document.id, NOWHERE)), address


_NAMESPACE = UUID("4f6f1f2a-6f7e-5d3a-9c55-0d1f5a3b7c11")


class Showing:
    def __init__(self, stores: LibraryStores) -> None:
        self._stores = stores

    def show(self, keys: Iterable[ExchangedKey]) -> frozenset[Place]:
        self._placer = NotePlacer(self._stores.documents)
        names = sorted({key.name for key in keys if key.kind is ExchangedKind.NOTE})
        return frozenset(place for name in names for place in self._show_named(name))

    def _show_named(self, name: str) -> Iterable[Place]:
        annotation = self._stores.annotations.get_with_trashed(AnnotationId(name))
        taken = annotation is not None and not annotation.author
        for item in self._stores.received.by_name(ExchangedKind.NOTE, name):
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
        parcel = read_annotations({"items": [json.loads(thing.content)]}, "", datetime.now(UTC))
        found = next((incoming for incoming in parcel.incoming if incoming.original), None)
        if found is None or found.original is None:
            return
        theirs = replace(found.annotation, id=key, author=thing.key.author)
        placed = self._placer.place(theirs, found.original, before)
        if placed is None:
            return
        annotation, stood = self._without_circle(placed[0]), placed[1]
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

    def _lead(self, was: Annotation, now: Annotation) -> Iterable[Place]:
        for made in self._stores.annotations.carried_from(was.id):
            if made.author == was.author and is_untouched(made, was):
                after = update_carried(made, now)
                self._stores.annotations.save(after)
                yield after.place
                yield from self._lead(made, after)

    def _without_circle(self, annotation: Annotation) -> Annotation:
        """Return an annotation without a reply chain that leads back to itself.

        A circle is always cut at the same note: of the notes by others, at the first id.
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


def _segments(name: str) -> Iterator[str]:
    yield name
    try:
        path = unquote(urlsplit(name).path)
    except ValueError:  # no address of a page, such as one with half a bracket
        path = name
    for part in reversed(re.split(r"[/\\]", path)):
        if part:
            yield part
            yield PurePosixPath(part).stem


def _references(name: str, segments: Iterable[str]) -> Iterator[Reference]:
    for part in segments:
        reference = parse_reference(part)
        if reference:
            yield reference
    if " " in name:  # a title, which may name its document among other words
        yield from (found.target for found in named_in(name))

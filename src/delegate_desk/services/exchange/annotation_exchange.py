"""Exchange of annotations beyond the library: matched to their documents and placed there, exported and imported."""

import json
import logging
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID, uuid5

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    Quote,
    Visibility,
    folded_letters,
    folded_letters_with_offsets,
    is_untouched,
    quote_at,
    reanchor_quote,
    unanchored_quote,
    update_carried,
)
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.documents.references import language_in_file_name, parse_reference
from delegate_desk.core.errors import ExchangeFault, UnknownFileTypeError, UnreadableAnnotationsError
from delegate_desk.core.exchange.annotation_exchange import (
    AnnotationImportResult,
    DocumentIdentity,
    IncomingAnnotation,
    Outgoing,
    OutgoingAnnotation,
    ParsedAnnotationFile,
    PendingAnnotations,
    RejectedAnnotations,
    RejectionReason,
    Writer,
    annotation_json,
    collection_json,
)
from delegate_desk.core.exchange.package import ExchangedItem, ExchangedKey, ExchangedKind
from delegate_desk.core.exchange.webannotation_reader import is_empty, read_annotations
from delegate_desk.core.text import find_all, fold, json_text
from delegate_desk.export.file_writing import save
from delegate_desk.parsing.references.document_references import documents as named_in
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.annotations import AnnotationStore
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

    def place(self, address: Address, quote: Quote | None, *, trusted: bool) -> AnchorPosition | None:
        """Return the place of an annotation; None if it is not certain.

        Args:
            address: The address given in the annotation; empty if none is given.
            quote: The words annotated; None for a full unit.
            trusted: True to trust the address more than the words, because it comes from this very document.
        """
        text = self._texts.get(address)
        if text is not None and quote is None:
            return address, None
        if text is not None and quote:
            anchored = reanchor_quote(quote, text)
            if anchored is None and not trusted:
                found = self.find(quote)
                if found:
                    return found
            return address, anchored or unanchored_quote(quote, text)
        return self.find(quote) if quote else None

    def find(self, quote: Quote) -> AnchorPosition | None:
        """Find the words in the document if their context identifies a single occurrence.

        Words that continue into further units are anchored to the unit in which they begin.
        """
        from rapidfuzz.distance import Postfix, Prefix  # not before words are looked for

        exact, prefix, suffix = (folded_letters(words) for words in (quote.exact, quote.prefix, quote.suffix))
        starts = find_all(self._letters, exact) if exact else []
        scores = []
        for start in starts:
            end = start + len(exact)
            before, after = self._letters[max(0, start - len(prefix)) : start], self._letters[end : end + len(suffix)]
            scores.append(Postfix.similarity(prefix, before) + Prefix.similarity(suffix, after))
        best = max(scores, default=0)
        likely = [start for start, score in zip(starts, scores, strict=True) if score == best]
        places = [place for start in likely if (place := self._position_at(start, start + len(exact), quote.exact))]
        if len(likely) > 1:  # alike but for spaces, signs or accents
            context = f"{quote.prefix}{quote.exact}{quote.suffix}"
            places = [place for place in places if context in self._texts[place[0]]]
        return places[0] if len(places) == 1 else None

    def _position_at(self, start: int, end: int, exact: str) -> AnchorPosition | None:
        first = bisect_right(self._begins, start) - 1
        unit_end = self._begins[first + 1] if first + 1 < len(self._begins) else len(self._letters)
        offsets = [offset for offset in self._where[start : min(end, unit_end)] if offset >= 0]
        if not offsets:
            return None
        unit = self._units[first]
        text = self._texts[unit.address]
        literal = text.find(exact, max(0, offsets[0] - len(exact)))  # with the punctuation at its ends, if quoted so
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
        for name in names:
            segments = list(_segments(name))
            # a part may be the language, as in the Council's register: ``…/ST-12862-2019-INIT/en/pdf``
            languages = {part.lower() for part in segments if _LANGUAGE.fullmatch(part.lower())}
            languages |= {code for part in segments if (code := language_in_file_name(part))}
            references = {reference.key for part in segments if (reference := parse_reference(part))}
            if " " in name:  # a title, which may contain the reference
                references |= {citation.target.key for citation in named_in(name)}
            matches = []
            for document in everything:
                by_reference = document.header.reference is not None and document.header.reference.key in references
                in_language = not languages or document.header.language in languages
                by_subject = bool(document.header.subject) and fold(document.header.subject) == fold(name)
                if (by_reference and in_language) or document.file_name in segments or by_subject:
                    matches.append(document)
            if matches:
                return matches
        return []

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
        position = self.finder(document).place(address, quote, trusted=document.sha256 == original.sha256)
        if position:
            return replace(annotation, place=Place(document.id, position[0]), quote=position[1]), None
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
        places: set[Place] = set()
        for name in names:
            annotation = self._stores.annotations.get_with_trashed(AnnotationId(name))
            is_taken = annotation is not None and not annotation.author
            for item in self._stores.received.by_name(ExchangedKind.NOTE, name):
                key = AnnotationId(str(uuid5(_NAMESPACE, f"{item.thing.key.author} {name}")) if is_taken else name)
                is_taken = True
                places.update(self._show_note(item, key))
        return frozenset(places)

    def _show_note(self, item: ReceivedItem, key: AnnotationId) -> Iterable[Place]:
        stores, received = self._stores, item.thing
        before = stores.annotations.get_with_trashed(item.note) if item.note else None
        if before and (received.is_withdrawn or item.note != key):
            yield from self._hide(before, received)
        if received.is_withdrawn:
            if item.note:
                stores.received.set_note({received.key: AnnotationId("")})
            return
        if before and before.id != key:
            before = None
        if before is None and item.removed:  # and emptied from the trash
            return
        parcel = read_annotations({"items": [json.loads(received.content)]}, "", datetime.now(UTC))
        incoming_note = next((incoming for incoming in parcel.incoming if incoming.original), None)
        if incoming_note is None or incoming_note.original is None:
            return
        note = replace(incoming_note.annotation, id=key, author=received.key.author)
        placed = self._placer.place(note, incoming_note.original, before)
        if placed is None:
            return
        annotation, former_address = self._without_circle(placed[0]), placed[1]
        if annotation != before:
            stores.annotations.save(annotation)
            if before:
                yield before.place
                yield from self._update_copies(before, annotation)
            if former_address is not None:
                words = annotation.quote.exact if annotation.quote else ""
                stores.unplaced.add_annotation(annotation, former_address, words)
            yield annotation.place
        if item.note != key:
            stores.received.set_note({received.key: key})
            if item.removed:
                stores.annotations.set_trashed([key], datetime.now(UTC))

    def _hide(self, annotation: Annotation, received: ExchangedItem) -> Iterable[Place]:
        if annotation.author != received.key.author:  # never one of our own
            return
        for copy in self._stores.annotations.carried_from(annotation.id):
            if copy.author == annotation.author and is_untouched(copy, annotation):
                yield from self._hide(copy, received)
        self._stores.annotations.remove(annotation.id)
        yield annotation.place

    def _update_copies(self, before: Annotation, changed: Annotation) -> Iterable[Place]:
        for copy in self._stores.annotations.carried_from(before.id):
            if copy.author == before.author and is_untouched(copy, before):
                after = update_carried(copy, changed)
                self._stores.annotations.save(after)
                yield after.place
                yield from self._update_copies(copy, after)

    def _without_circle(self, annotation: Annotation) -> Annotation:
        """Return an annotation without a reply chain that leads back to itself.

        A circle is always cut at the same note: of the notes by others, at the first id.
        """
        circle = _circle(annotation, self._stores.annotations.get_with_trashed)
        if not circle:
            return annotation
        first = min((note for note in circle if note.author), key=lambda note: note.id)
        if first.id == annotation.id:
            return replace(annotation, reply_to=None)
        self._stores.annotations.save(replace(first, reply_to=None))
        return annotation


def _circle(annotation: Annotation, get: Callable[[AnnotationId], Annotation | None]) -> list[Annotation]:
    """Return the notes of a reply chain that leads back to its first note, or is too long; none of another."""
    chain, parent_id = [annotation], annotation.reply_to
    while parent_id is not None and parent_id != annotation.id and len(chain) <= LONGEST_THREAD:
        parent = get(parent_id)
        if parent is None:
            return []
        chain.append(parent)
        parent_id = parent.reply_to
    return chain if parent_id is not None else []


def _segments(name: str) -> Iterator[str]:
    yield name
    try:
        path = unquote(urlsplit(name).path)
    except ValueError:  # not a web address, such as one with an unpaired bracket
        path = name
    for part in reversed(re.split(r"[/\\]", path)):
        if part:
            yield part
            yield PurePosixPath(part).stem


LARGEST = 32 * 1024 * 1024
"""Maximum size of a file, in bytes."""
MOST_VALUES = 1_000_000
"""Maximum number of objects and lists in a file: each takes far more memory than its two characters."""


def parse_file(path: Path) -> Any:
    """Return the content of a JSON file, in UTF-8, UTF-16 or UTF-32.

    Raises:
        UnreadableAnnotationsError: If it cannot be read, is too large, or is not JSON.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, "not a file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, detail) from error
    if len(content) > LARGEST or content.count(b"{") + content.count(b"[") > MOST_VALUES:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_LARGE)
    try:
        return json.loads(json_text(content))
    except RecursionError as error:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_DEEP) from error
    except ValueError as error:  # no JSON, no text at all, or a number of thousands of digits
        raise UnreadableAnnotationsError(path.name, ExchangeFault.NOT_JSON) from error


class AnnotationImport:
    """Sorts the annotations of one file by how they are imported; it writes nothing.

    Args:
        current: The document for annotations that name no document of the library.
        offer: True to list notes of other programs without a place, False to refuse them.
    """

    def __init__(
        self, documents: DocumentStore, annotations: AnnotationStore, *, current: DocumentId | None, offer: bool
    ) -> None:
        self._annotations = annotations
        self._placer = NotePlacer(documents)
        self._current = documents.get(current) if current is not None else None
        self._offer = offer
        self._classified: dict[AnnotationId, Annotation] = {}
        self._candidates = cache(self._placer.find_named)
        self.added: list[Annotation] = []
        self.updated: list[Annotation] = []
        self.in_trash: list[Annotation] = []
        self.orphaned: list[tuple[Annotation, DocumentIdentity]] = []
        self.unplaced: dict[AnnotationId, Address] = {}
        self.up_to_date: list[AnnotationId] = []
        self.trashed = 0
        self.rejected: Counter[tuple[RejectionReason, str]] = Counter()

    def classify(self, annotation: IncomingAnnotation) -> None:
        key = annotation.annotation.id
        before = self._annotations.get_with_trashed(key)
        in_trash = before is not None and self._annotations.get(key) is None
        self.trashed += in_trash
        if before and not (annotation.has_date and annotation.annotation.modified > before.modified):
            if not in_trash:
                self.up_to_date.append(key)
            return
        if annotation.original is None:
            placed = self._foreign(annotation, before)
        elif found := self._placer.place(annotation.annotation, annotation.original, before):
            placed, former_address = found
            if former_address is not None:
                self.unplaced[placed.id] = former_address
        else:
            placed = None
            self.orphaned.append((annotation.annotation, annotation.original))
        if placed is None:
            return
        if before:  # a file for circulation leaves out what its recipients may not know
            placed = replace(
                placed,
                reply_to=placed.reply_to or before.reply_to,
                origin=placed.origin or before.origin,
                carried=placed.carried or before.carried,
            )
        if _circle(placed, self._parent):
            placed = replace(placed, reply_to=None)
        self._classified[key] = placed
        annotations = self.in_trash if in_trash else self.updated if before else self.added
        annotations.append(placed)

    def _foreign(self, incoming_annotation: IncomingAnnotation, before: Annotation | None) -> Annotation | None:
        annotation = incoming_annotation.annotation
        if before:  # a place set by a person here stays
            return replace(before, text=annotation.text, tags=annotation.tags, modified=annotation.modified)
        parent = self._parent(annotation.reply_to)
        if annotation.reply_to and parent is None:
            annotation = replace(annotation, reply_to=None)
        candidates = self._candidates(incoming_annotation.names)
        positions = [
            (document, found)
            for document in candidates
            if (found := self._placer.finder(document).place(annotation.place.address, annotation.quote, trusted=False))
        ]
        if len({document.header.language for document, _ in positions}) == 1:
            document, (address, quote) = max(positions, key=lambda pair: (pair[0] == self._current, pair[0].id))
            return replace(annotation, place=Place(document.id, address), quote=quote)
        if parent:
            if parent.id in self.unplaced or parent.place.address == NOWHERE:
                self.unplaced[annotation.id] = NOWHERE
            return replace(annotation, place=parent.place, quote=None)
        name = candidates[0].name if candidates else next(iter(incoming_annotation.names), "")
        fallback = next(iter(candidates), None) if len(candidates) == 1 else self._current
        if fallback is None or not self._offer:
            self.rejected[RejectionReason.NO_PLACE if candidates else RejectionReason.NO_DOCUMENT, name] += 1
            return None
        self.unplaced[annotation.id] = NOWHERE
        return replace(annotation, place=Place(fallback.id, NOWHERE))

    def _parent(self, key: AnnotationId | None) -> Annotation | None:
        if key is None:
            return None
        return self._classified.get(key) or self._annotations.get_with_trashed(key)


def sort_parents_first(incoming: tuple[IncomingAnnotation, ...]) -> list[IncomingAnnotation]:
    by_key = {annotation.annotation.id: annotation for annotation in incoming}
    ordered: dict[AnnotationId, IncomingAnnotation] = {}
    for annotation in incoming:
        chain: dict[AnnotationId, IncomingAnnotation] = {}
        current: IncomingAnnotation | None = annotation
        while current and current.annotation.id not in ordered and current.annotation.id not in chain:
            chain[current.annotation.id] = current
            parent_id = current.annotation.reply_to
            current = by_key.get(parent_id) if parent_id else None
        ordered.update(reversed(chain.items()))
    return list(ordered.values())


_log = logging.getLogger(__name__)


class Exchange:
    def __init__(
        self,
        stores: LibraryStores,
        annotations: Annotations,
        writers: Mapping[str, Writer],
        place_pending_notes: Callable[[], Changes],
    ) -> None:
        self._stores = stores
        self._annotations = annotations
        self._database = stores.database
        self._writers: dict[str, Writer] = {
            ".jsonld": lambda outgoing: json.dumps(collection_json(outgoing), ensure_ascii=False, indent=1).encode(),
            **writers,
        }
        self._place_pending_notes = place_pending_notes
        self.pending_annotations = self._stores.orphans.pending_annotations

    # Export

    def suffixes(self) -> tuple[str, ...]:
        return tuple(self._writers)

    def collect_outgoing(self, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """Collect the annotations to export, all or those named: circulating, and internal if requested."""
        chosen = None if only is None else set(only)
        own = (annotation for annotation in self._annotations.all() if not annotation.author)
        found = [annotation for annotation in own if chosen is None or annotation.id in chosen]
        library = {key: self._stores.documents.get(key) for key in {annotation.place.document for annotation in found}}
        without_place = {annotation.place.document for annotation in found if annotation.place.address == NOWHERE}
        unplaced = [item for document in without_place for item in self._stores.unplaced.for_document(document)]
        addresses = {item.annotation.id: item.address for item in unplaced if item.annotation}
        leaving = [
            OutgoingAnnotation(annotation, document, addresses.get(annotation.id, annotation.place.address))
            for annotation in found
            if (internal or annotation.visibility is Visibility.CIRCULATION)
            and (document := library[annotation.place.document])
        ]
        now = datetime.now(UTC).replace(microsecond=0)
        return Outgoing(tuple(leaving), now, internal, len(found) - len(leaving))

    def write(self, target: Path, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """Write annotations to a file, of the type that its name ends in: slow, changes nothing in the library.

        Raises:
            UnknownFileTypeError: If annotations cannot be exported to such files.
            ExportFailedError: If the file cannot be written; an existing file is unchanged.
        """
        writer = self._writers.get(target.suffix.lower())
        if writer is None:
            raise UnknownFileTypeError(target.name, self.suffixes())
        outgoing = self.collect_outgoing(internal=internal, only=only)
        save(writer(outgoing), target)
        _log.info("Exported %d annotations as %s", len(outgoing.annotations), target.suffix.lower())
        return outgoing

    # Import

    def read(self, path: Path) -> ParsedAnnotationFile:
        """Read a file of annotations in JSON-LD. Slow; changes nothing; safe on any thread.

        Raises:
            UnreadableAnnotationsError: If it contains none.
        """
        data = parse_file(path)
        parcel = read_annotations(data, path.name, datetime.now(UTC))
        if not (parcel.incoming or parcel.rejected or is_empty(data)):
            raise UnreadableAnnotationsError(path.name, ExchangeFault.NO_ANNOTATIONS)
        return parcel

    def import_annotations(
        self, parcel: ParsedAnnotationFile, current: DocumentId | None = None, *, offer: bool = False
    ) -> AnnotationImportResult:
        """Import the annotations of a file: in a single transaction, as a single undo step.

        Annotations of this program are placed if their document is in the library, and are set aside until then. Of two
        versions of an annotation the later is kept. Those of other programs are anchored to the words that they quote.

        Args:
            current: The document for annotations that name no document in the library.
            offer: List notes of other programs that have no place with those unplaced, instead of rejecting them.
        """
        stores = self._stores
        with self._database.write():
            arrived = AnnotationImport(stores.documents, stores.annotations, current=current, offer=offer)
            for annotation in sort_parents_first(parcel.incoming):
                arrived.classify(annotation)
            changes = self._save_import(arrived)
        pending = Counter(original for _, original in arrived.orphaned)
        rejected = [RejectedAnnotations(reason, name, count) for (reason, name), count in arrived.rejected.items()]
        _log.info("Took in %d annotations, %d of them new", len(arrived.added + arrived.updated), len(arrived.added))
        return AnnotationImportResult(
            changes,
            len(arrived.added),
            len(arrived.updated),
            len(arrived.up_to_date),
            arrived.trashed,
            len(arrived.unplaced),
            tuple(PendingAnnotations(original, count) for original, count in pending.items()),
            (*parcel.rejected, *rejected),
        )

    def place_orphaned(self) -> Changes:
        """Place the annotations set aside on documents that were imported since."""
        changes = self._place_pending_notes()
        for pending_annotation in self.pending_annotations():
            if self._stores.documents.matching(pending_annotation.original):
                items = self._stores.orphans.for_original(pending_annotation.original)
                changes |= self.import_annotations(read_annotations(items, "", datetime.now(UTC))).changes
        return changes

    def _save_import(self, arrived: AnnotationImport) -> Changes:
        stores = self._stores
        annotations = [*arrived.added, *arrived.updated]
        changes = self._annotations.receive(annotations)
        stores.annotations.save(*arrived.in_trash)
        for annotation in (*annotations, *arrived.in_trash):
            if annotation.id in arrived.unplaced:
                words = annotation.quote.exact if annotation.quote else ""
                stores.unplaced.add_annotation(annotation, arrived.unplaced[annotation.id], words)
        for annotation, original in arrived.orphaned:
            modified = annotation.modified.isoformat(timespec="microseconds")
            stores.orphans.save(
                annotation.id, original, modified, annotation_json(annotation, original, annotation.place.address)
            )
        stores.orphans.remove(
            [*(annotation.id for annotation in (*annotations, *arrived.in_trash)), *arrived.up_to_date]
        )
        return changes

"""Annotations of a delegate, and the links in them."""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from delegate_desk.core.annotations.annotation import (
    KEY_LENGTH,
    NOTE_SIGN,
    Annotation,
    AnnotationId,
    AnnotationKind,
    LinkSuggestion,
    Visibility,
    is_untouched,
    quote_at,
    quote_first,
    update_carried,
)
from delegate_desk.core.annotations.annotation_list import (
    AnnotationEntry,
    AnnotationGroup,
    AnnotationSnapshot,
    deadline,
    search_text_for,
)
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.errors import DeskError, UnknownPlaceError, WordsNotThereError
from delegate_desk.core.library.errors import NotOursError
from delegate_desk.core.revisions.predecessors import Lineage
from delegate_desk.core.text import fold, without_half_characters
from delegate_desk.core.values import dataclass
from delegate_desk.services.documents.document_lookup import DocumentLookup
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.dossiers import Dossiers
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.annotations import AnnotationStore


class Annotations:
    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = store = stores.annotations
        self._documents = stores.documents
        self._database = stores.database
        self._history = history
        self.get, self.all, self.due, self.trash = store.get, store.all, store.due, store.trash
        self.for_place, self.for_document, self.replies = store.for_place, store.for_document, store.replies

    def new(
        self,
        place: Place,
        kind: AnnotationKind,
        *,
        text: str = "",
        span: tuple[int, int] | None = None,
        words: str | None = None,
        tags: Iterable[str] = (),
        visibility: Visibility = Visibility.INTERNAL,
        due: datetime | None = None,
        holder: str = "",
        unit: Paragraph | None = None,
    ) -> Annotation:
        """Create an annotation anchored to a paragraph or to words in it; it is not saved yet.

        Args:
            unit: The paragraph, if it is known; otherwise it is read.

        Raises:
            UnknownPlaceError: If the document has no such unit.
            WordsNotThereError: If the unit does not contain the words.
        """
        unit = unit or self._documents.unit(place)
        if unit is None:
            raise UnknownPlaceError(self._name(place), place.address)
        quote = quote_at(unit.text, *span) if span else None
        if words is not None:
            quote = quote_first(unit.text, words)
            if quote is None:
                raise WordsNotThereError(self._name(place), place.address, words)
        now = datetime.now(UTC)
        distinct = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        return Annotation(
            AnnotationId(str(uuid.uuid4())),
            place,
            kind,
            text,
            now,
            now,
            quote,
            distinct,
            visibility=visibility,
            due=due,
            holder=holder,
        )

    def reply(self, parent: Annotation, text: str = "", known: Iterable[Annotation] | None = None) -> Annotation:
        """Create a reply that comes last in its thread, which is read unless its annotations are ``known``."""
        thread = self._store.thread(parent.id) if known is None else known
        latest = max((annotation.created for annotation in thread), default=parent.created)
        now = max(datetime.now(UTC), latest + timedelta(microseconds=1))  # a reply is the latest, even if a clock jumps
        return Annotation(
            AnnotationId(str(uuid.uuid4())), parent.place, AnnotationKind.NOTE, text, now, now, reply_to=parent.id
        )

    def copy(self, annotation: Annotation) -> Annotation:
        now = datetime.now(UTC)
        return replace(
            annotation,
            id=AnnotationId(str(uuid.uuid4())),
            created=now,
            modified=now,
            author="",
            origin=None,
            carried=None,
        )

    def save(self, annotation: Annotation, *, typed: bool = False) -> Changes:
        """Save one of our annotations: add it, or replace the annotation with its id and take it out of the trash.

        Copies carried over to other documents and not edited there get the same content. While it is typed, it is
        synchronised with the disk a moment later.

        Raises:
            NotOursError: If another person wrote it.
        """
        if annotation.author:
            raise NotOursError(annotation.author)
        text = without_half_characters(annotation.text)  # text saved at each key may end in half a character
        with self._database.write(typed=typed):
            before = self._store.get(annotation.id)
            after = replace(annotation, text=text, modified=_later(before))
            followed: frozenset[Place] = frozenset()
            if before is not None:
                self._store.replace(before, after)
                followed = self._update_copies({before: after})
            else:
                self._store.set_trashed([annotation.id], None)
                self._store.save(after)
        edit = HistoryEdit(EditSubject.ANNOTATION, annotation.place.document, annotation.id, before, after)
        joins = before is None or replace(before, text=after.text, modified=after.modified) == after
        self._history.record(edit, self._apply_edit, typed=joins)
        return Changes(annotations=followed | {annotation.place})

    def set_many(self, keys: Iterable[AnnotationId], change: Callable[[Annotation], Annotation]) -> Changes:
        with self._database.write():
            before = [annotation for key in keys if (annotation := self._store.get(key)) and not annotation.author]
            now = datetime.now(UTC)  # one time for all: copies still match their originals
            changed = [(old, _keep_place(change(old), old)) for old in before]
            pairs = {old: replace(new, modified=_later(old, now)) for old, new in changed if new != old}
            if not pairs:
                return Changes()
            self._store.save(*pairs.values())
            followed = self._update_copies(pairs)
        return self._record(tuple(pairs), tuple(pairs.values())) | Changes(annotations=followed)

    def receive(self, annotations: Iterable[Annotation]) -> Changes:
        """Save annotations from elsewhere exactly as they are, dates too, as a single undo step."""
        after = tuple(annotations)
        if not after:
            return Changes()
        with self._database.write():
            before = tuple(stored for annotation in after if (stored := self._store.get(annotation.id)))
            self._store.save(*after)
            by_key = _by_key(after)
            followed = self._update_copies({annotation: by_key[annotation.id] for annotation in before})
        return self._record(before or None, after) | Changes(annotations=followed)

    def remove(self, key: AnnotationId) -> Changes:
        return self.remove_many([key])

    def remove_many(self, keys: Iterable[AnnotationId]) -> Changes:
        removed = {
            annotation.id: annotation for key in keys if self._store.get(key) for annotation in self._store.thread(key)
        }
        if not removed:
            return Changes()
        self._store.set_trashed(removed, datetime.now(UTC))
        return self._record(tuple(removed.values()), None)

    def restore(self, key: AnnotationId) -> Changes:
        thread = [] if self._store.get(key) else self._store.thread(key)
        if not thread:
            return Changes()
        self._store.set_trashed([annotation.id for annotation in thread], None)
        return self._record(None, tuple(thread))

    def discard(self, key: AnnotationId) -> Changes:
        """Discard an annotation that was begun and left empty; nothing remains to undo."""
        discarded: dict[AnnotationId, Annotation] = {}
        with self._database.write():
            pending = [found] if (found := self._store.get(key)) else []
            while pending:
                annotation = pending.pop()
                discarded[annotation.id] = annotation
                copies = self._store.carried_from(annotation.id)
                pending += (copy for copy in copies if is_untouched(copy, annotation) and copy.id not in discarded)
            for annotation_id in {key, *discarded}:
                self._store.remove(annotation_id)
        for annotation_id in {key, *discarded}:
            self._history.drop(annotation_id)
        return Changes(annotations=frozenset(annotation.place for annotation in discarded.values()))

    def own_for_document(self, document: DocumentId) -> list[Annotation]:
        return [annotation for annotation in self._store.for_document(document) if not annotation.author]

    def circulating(self, document: DocumentId) -> list[Annotation]:
        return [annotation for annotation in self.own_for_document(document) if annotation.circulates]

    def keep_internal(self, key: AnnotationId) -> Changes:
        note = self._store.get(key)
        return self.save(replace(note, visibility=Visibility.INTERNAL)) if note is not None else Changes()

    def tags(self) -> list[str]:
        return sorted(self._store.tags(), key=str.casefold)

    def _name(self, place: Place) -> str:
        document = self._documents.get(place.document)
        return document.name if document else f"#{place.document}"

    def _record(self, before: tuple[Annotation, ...] | None, after: tuple[Annotation, ...] | None) -> Changes:
        annotations = before or after or ()
        edit = HistoryEdit(EditSubject.ANNOTATION, annotations[0].place.document, annotations[0].id, before, after)
        self._history.record(edit, self._apply_edit)
        return _changes(edit)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        """Restore one or several annotations to an earlier state or to the trash.

        Those deleted from the trash stay deleted.
        """
        stored = {
            key: annotation
            for key in _by_key(edit.before, edit.after)
            if (annotation := self._store.get_with_trashed(key))
        }
        states = {key: annotation for key, annotation in _by_key(value).items() if key in stored}
        if isinstance(value, tuple):  # their documents may have been re-read meanwhile
            states = {key: _keep_place(annotation, stored[key]) for key, annotation in states.items()}
        with self._database.write():
            self._store.save(*states.values())
            followed = self._update_copies({stored[key]: annotation for key, annotation in states.items()})
            self._store.set_trashed(states, None)
            self._store.set_trashed(stored.keys() - states.keys(), datetime.now(UTC))
        return _changes(edit) | Changes(annotations=followed | {annotation.place for annotation in stored.values()})

    def _update_copies(self, changed: Mapping[Annotation, Annotation]) -> frozenset[Place]:
        """Update the unedited copies of changed annotations, given and written by former state; return their places."""
        seen_ids = {annotation.id for annotation in changed}
        pending = [(old, new) for old, new in changed.items() if old != new]
        followed = []
        while pending:
            old, new = pending.pop()
            for copy in self._store.carried_from(old.id):
                if is_untouched(copy, old) and copy.id not in seen_ids:
                    seen_ids.add(copy.id)
                    followed.append(update_carried(copy, new))
                    pending.append((copy, followed[-1]))
        self._store.save(*followed)
        return frozenset(annotation.place for annotation in followed)


def _later(before: Annotation | None, now: datetime | None = None) -> datetime:
    """Return the current time, or a time just after the last change if the clock was set back."""
    now = now or datetime.now(UTC)
    return max(now, before.modified + timedelta(microseconds=1)) if before else now


def _keep_place(annotation: Annotation, stored: Annotation) -> Annotation:
    return replace(annotation, place=stored.place, quote=stored.quote)


def _by_key(*values: object) -> dict[AnnotationId, Annotation]:
    parts = [value if isinstance(value, tuple) else (value,) for value in values]
    return {item.id: item for part in parts for item in part if isinstance(item, Annotation)}


def _changes(edit: HistoryEdit) -> Changes:
    sides = [_by_key(value).values() for value in (edit.before, edit.after)]
    return Changes(annotations=frozenset(annotation.place for annotations in sides for annotation in annotations))


_FEW = 50
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, eq=False)
class Browsing:
    annotations: Annotations
    documents: Documents
    dossiers: Dossiers
    store: AnnotationStore

    def load(self, now: datetime, known: AnnotationSnapshot | None = None) -> AnnotationSnapshot:
        """Return all annotations in the library, by document in reading order. Slow; safe on any thread.

        Due dates and ages are counted from ``now``; documents without changes are taken from the collection known.
        """
        documents = {document.id: document for document in self.documents.all()}
        names, labels = self.dossiers.names(documents.values()), self.store.labels()
        before = {entry.id: entry for entry in known.entries} if known else {}
        found = (
            (annotation, documents[annotation.place.document])
            for annotation in self.annotations.all()
            if annotation.place.document in documents
        )
        entries = [
            _entry(annotation, source, labels.get(annotation.place, ""), names[source.id], n, before.get(annotation.id))
            for n, (annotation, source) in enumerate(found)
        ]
        return AnnotationSnapshot(entries, now, Lineage(documents.values()).find_superseded())

    def renew(self, known: AnnotationSnapshot, places: Collection[Place], now: datetime) -> AnnotationSnapshot | None:
        """Return the collection with a few places reloaded; None if everything must be loaded again."""
        reloaded = {entry.annotation.place: entry for entry in known.entries if entry.annotation.place in places}
        if len(places) > _FEW or len(reloaded) < len(places):
            return None
        entries: list[AnnotationEntry] = []
        for place, unchanged in groupby(known.entries, lambda entry: entry.annotation.place):
            if place in reloaded:
                old = reloaded[place]
                by_words = {  # annotations of the whole unit first, then by their words
                    annotation: (annotation.quote.start if annotation.quote else -1, annotation.created)
                    for annotation in self.annotations.for_place(place)
                }
                current = sorted(by_words, key=by_words.__getitem__)
                entries += [_entry(annotation, old.document, old.label, old.dossier, 0, None) for annotation in current]
            else:
                entries += unchanged
        return AnnotationSnapshot([replace(entry, order=n) for n, entry in enumerate(entries)], now, known.superseded)

    def due(self, now: datetime) -> list[AnnotationGroup]:
        entries = self.entries_for_annotations(self.annotations.due(_END_OF_TIME))
        when = {entry.id: deadline(entry.annotation.due, now) for entry in entries}
        return [AnnotationGroup(key, tuple(group)) for key, group in groupby(entries, lambda entry: when[entry.id])]

    def entries_for_annotations(self, annotations: Iterable[Annotation]) -> list[AnnotationEntry]:
        listed = list(annotations)
        documents = {key: self.documents.get(key) for key in {annotation.place.document for annotation in listed}}
        labels = self.store.labels({annotation.place for annotation in listed}) if listed else {}
        return [
            _entry(annotation, document, labels.get(annotation.place, ""), document.name, n, None)
            for n, annotation in enumerate(listed)
            for document in [documents[annotation.place.document]]
        ]


def _entry(
    annotation: Annotation,
    document: LibraryDocument,
    label: str,
    dossier: str,
    order: int,
    before: AnnotationEntry | None,
) -> AnnotationEntry:
    same = before is not None and (before.annotation, before.document, before.label) == (annotation, document, label)
    search_text = before.search_text if before is not None and same else search_text_for(annotation, document, label)
    return AnnotationEntry(annotation, document, label, dossier, order, search_text)


_MOST = 12
_WORDS = 9


class NoteLinks:
    def __init__(self, lookup: DocumentLookup, annotations: AnnotationStore) -> None:
        self._lookup = lookup
        self._annotations = annotations

    def target(self, name: str, source: Place) -> Place | Annotation | None:
        if name.startswith(NOTE_SIGN):
            return self._annotations.begins(name[len(NOTE_SIGN) :].strip())
        named = self._document(name, source)
        if named is None:
            return self._place(source.document, name)
        document, typed = named
        return self._place(document.id, typed) if typed else Place(document.id, Address(""))

    def name(self, annotation: Annotation) -> str:
        return NOTE_SIGN + annotation.id[:KEY_LENGTH]

    def suggestions(self, typed: str, source: Place) -> list[LinkSuggestion]:
        if typed.startswith(NOTE_SIGN):
            return self._notes(typed[len(NOTE_SIGN) :])
        named = self._document(typed, source) if " " in typed.strip() or typed.endswith(" ") else None
        if named is not None:
            document, place = named
            return self._places(document, place, f"{_short(document)} ")
        return [*self._places(self._lookup.get(source.document), typed, ""), *self._documents(typed, source)][:_MOST]

    def _place(self, document: DocumentId, typed: str) -> Place | None:
        address = find_place(typed, [unit.address for unit in self._lookup.content(document).units()])
        return Place(document, address) if address else None

    def _document(self, name: str, source: Place) -> tuple[LibraryDocument, str] | None:
        words = name.split()
        for count in range(len(words), 0, -1):
            head = " ".join(words[:count])
            document = self._named_document(head, source)
            if document is not None:
                return document, " ".join(words[count:])
        return None

    def _named_document(self, name: str, source: Place) -> LibraryDocument | None:
        """Return the document with a name, preferably in the language of the place that names it."""
        if not name.startswith("#") and parse_reference(name) is None:
            return None
        own_language = self._lookup.get(source.document).header.language
        for language in (own_language, None, "en"):
            try:
                return self._lookup.find(name, language)
            except DeskError:  # not in this language; perhaps in another
                continue
        return None

    def _places(self, document: LibraryDocument, typed: str, before: str) -> list[LinkSuggestion]:
        units = self._lookup.content(document.id).units()
        addresses = {unit.address for unit in units}
        query = fold(typed).replace(" ", "")
        suggestions: list[LinkSuggestion] = []
        exact = find_place(typed, addresses) if typed.strip() else None
        for unit in sorted(units, key=lambda unit: unit.address != exact):
            # as typed, ``3(2)(a)``, if that is found again
            numbers = "".join(letter for letter in unit.label if letter.isalnum())
            parents = [part for part in unit.address.split("__")[:-1] if not part.startswith("annex")]
            outer_numbers = [part.partition("_")[2] for part in parents]
            outer = outer_numbers[0] + "".join(f"({number})" for number in outer_numbers[1:]) if outer_numbers else ""
            short = f"{outer}({numbers})" if outer and numbers.isdecimal() else f"{outer}{numbers}"
            shown = short if numbers and find_place(short, addresses) == unit.address else unit.address
            if unit.address == exact or (query and fold(shown).replace(" ", "").startswith(query)) or not typed:
                suggestions.append(LinkSuggestion(f"{before}{shown}", _beginning(unit.text)))
            if len(suggestions) == _MOST:
                break
        return suggestions

    def _documents(self, typed: str, source: Place) -> Iterable[LinkSuggestion]:
        query_words = fold(typed).split()
        names: dict[str, LinkSuggestion] = {}
        for document in self._lookup.all():
            searched = fold(f"{document.name} {document.header.subject}")
            if query_words and all(word in searched for word in query_words) and document.id != source.document:
                names.setdefault(_short(document), LinkSuggestion(_short(document), document.header.subject))
        return names.values()

    def _notes(self, typed: str) -> list[LinkSuggestion]:
        query_words = fold(typed).split()
        matches = [
            annotation
            for annotation in self._annotations.all()
            if all(word in fold(annotation.text) for word in query_words) and annotation.text
        ]
        matches.sort(key=lambda annotation: annotation.modified, reverse=True)
        return [LinkSuggestion(self.name(annotation), _beginning(annotation.text)) for annotation in matches[:_MOST]]


def _short(document: LibraryDocument) -> str:
    if document.header.reference is None:
        return f"#{document.id}"
    return str(document.header.reference).removeprefix("ST ")


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

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

    def reply(self, to: Annotation, text: str = "", known: Iterable[Annotation] | None = None) -> Annotation:
        """Create a reply that comes last in its thread, which is read unless its annotations are ``known``."""
        thread = self._store.thread(to.id) if known is None else known
        latest = max((annotation.created for annotation in thread), default=to.created)
        now = max(datetime.now(UTC), latest + timedelta(microseconds=1))  # an answer comes last, also where clocks jump
        return Annotation(
            AnnotationId(str(uuid.uuid4())), to.place, AnnotationKind.NOTE, text, now, now, reply_to=to.id
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
        text = without_half_characters(annotation.text)  # what is saved at each key may be the half of a character
        with self._database.write(typed=typed):
            before = self._store.get(annotation.id)
            after = replace(annotation, text=text, modified=_later(before))
            followed: frozenset[Place] = frozenset()
            if before is not None:
                self._store.replace(before, after)
                followed = self._lead({before: after})
            else:
                self._store.set_trashed([annotation.id], None)
                self._store.save(after)
        edit = HistoryEdit(EditSubject.ANNOTATION, annotation.place.document, annotation.id, before, after)
        joins = before is None or replace(before, text=after.text, modified=after.modified) == after
        self._history.record(edit, self._apply_edit, typed=joins)
        return Changes(annotations=followed | {annotation.place})

    def set_many(self, keys: Iterable[AnnotationId], change: Callable[[Annotation], Annotation]) -> Changes:
        with self._database.write():
            before = [found for key in keys if (found := self._store.get(key)) and not found.author]
            now = datetime.now(UTC)  # one for all: what was carried and what it was carried from still go together
            changed = [(old, _stay(change(old), old)) for old in before]
            pairs = {old: replace(new, modified=_later(old, now)) for old, new in changed if new != old}
            if not pairs:
                return Changes()
            self._store.save(*pairs.values())
            followed = self._lead(pairs)
        return self._record(tuple(pairs), tuple(pairs.values())) | Changes(annotations=followed)

    def receive(self, annotations: Iterable[Annotation]) -> Changes:
        """Save annotations from elsewhere exactly as they are, dates too, as a single undo step."""
        after = tuple(annotations)
        if not after:
            return Changes()
        with self._database.write():
            before = tuple(found for annotation in after if (found := self._store.get(annotation.id)))
            self._store.save(*after)
            by_key = _by_key(after)
            followed = self._lead({annotation: by_key[annotation.id] for annotation in before})
        return self._record(before or None, after) | Changes(annotations=followed)

    def remove(self, key: AnnotationId) -> Changes:
        return self.remove_many([key])

    def remove_many(self, keys: Iterable[AnnotationId]) -> Changes:
        found = {
            annotation.id: annotation for key in keys if self._store.get(key) for annotation in self._store.thread(key)
        }
        if not found:
            return Changes()
        self._store.set_trashed(found, datetime.now(UTC))
        return self._record(tuple(found.values()), None)

    def restore(self, key: AnnotationId) -> Changes:
        found = [] if self._store.get(key) else self._store.thread(key)
        if not found:
            return Changes()
        self._store.set_trashed([annotation.id for annotation in found], None)
        return self._record(None, tuple(found))

    def discard(self, key: AnnotationId) -> Changes:
        """Discard an annotation that was begun and left empty; nothing remains to undo."""
        gone: dict[AnnotationId, Annotation] = {}
        with self._database.write():
            waiting = [found] if (found := self._store.get(key)) else []
            while waiting:
                annotation = waiting.pop()
                gone[annotation.id] = annotation
                several = self._store.carried_from(annotation.id)
                waiting += (made for made in several if is_untouched(made, annotation) and made.id not in gone)
            for each in {key, *gone}:
                self._store.remove(each)
        for each in {key, *gone}:
            self._history.drop(each)
        return Changes(annotations=frozenset(annotation.place for annotation in gone.values()))

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
        some = before or after or ()
        edit = HistoryEdit(EditSubject.ANNOTATION, some[0].place.document, some[0].id, before, after)
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
        wanted = {key: annotation for key, annotation in _by_key(value).items() if key in stored}
        if isinstance(value, tuple):  # these may be on documents that were read anew meanwhile
            wanted = {key: _stay(annotation, stored[key]) for key, annotation in wanted.items()}
        with self._database.write():
            self._store.save(*wanted.values())
            followed = self._lead({stored[key]: annotation for key, annotation in wanted.items()})
            self._store.set_trashed(wanted, None)
            self._store.set_trashed(stored.keys() - wanted.keys(), datetime.now(UTC))
        return _changes(edit) | Changes(annotations=followed | {annotation.place for annotation in stored.values()})

    def _lead(self, changed: Mapping[Annotation, Annotation]) -> frozenset[Place]:
        """Update the unedited copies of changed annotations, given and written by former state; return their places."""
        known = {annotation.id for annotation in changed}
        waiting = [(was, now) for was, now in changed.items() if was != now]
        followed = []
        while waiting:
            was, now = waiting.pop()
            for made in self._store.carried_from(was.id):
                if is_untouched(made, was) and made.id not in known:
                    known.add(made.id)
                    followed.append(update_carried(made, now))
                    waiting.append((made, followed[-1]))
        self._store.save(*followed)
        return frozenset(annotation.place for annotation in followed)


def _later(before: Annotation | None, now: datetime | None = None) -> datetime:
    """Return the current time, or a time just after the last change if the clock was set back."""
    now = now or datetime.now(UTC)
    return max(now, before.modified + timedelta(microseconds=1)) if before else now


def _stay(annotation: Annotation, there: Annotation) -> Annotation:
    return replace(annotation, place=there.place, quote=there.quote)


def _by_key(*values: object) -> dict[AnnotationId, Annotation]:
    several = [value if isinstance(value, tuple) else (value,) for value in values]
    return {one.id: one for some in several for one in some if isinstance(one, Annotation)}


def _changes(edit: HistoryEdit) -> Changes:
    several = [_by_key(value).values() for value in (edit.before, edit.after)]
    return Changes(annotations=frozenset(annotation.place for some in several for annotation in some))


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
        held = {document.id: document for document in self.documents.all()}
        names, labels = self.dossiers.names(held.values()), self.store.labels()
        before = {entry.id: entry for entry in known.entries} if known else {}
        found = (
            (annotation, held[annotation.place.document])
            for annotation in self.annotations.all()
            if annotation.place.document in held
        )
        entries = [
            _entry(annotation, on, labels.get(annotation.place, ""), names[on.id], n, before.get(annotation.id))
            for n, (annotation, on) in enumerate(found)
        ]
        return AnnotationSnapshot(entries, now, Lineage(held.values()).find_superseded())

    def renew(self, known: AnnotationSnapshot, places: Collection[Place], now: datetime) -> AnnotationSnapshot | None:
        """Return the collection with a few places reloaded; None if everything must be loaded again."""
        there = {entry.annotation.place: entry for entry in known.entries if entry.annotation.place in places}
        if len(places) > _FEW or len(there) < len(places):
            return None
        entries: list[AnnotationEntry] = []
        for place, some in groupby(known.entries, lambda entry: entry.annotation.place):
            if place in there:
                on = there[place]
                by_words = {  # those on the whole unit first, then by their words
                    annotation: (annotation.quote.start if annotation.quote else -1, annotation.created)
                    for annotation in self.annotations.for_place(place)
                }
                now_there = sorted(by_words, key=by_words.__getitem__)
                entries += [_entry(annotation, on.document, on.label, on.dossier, 0, None) for annotation in now_there]
            else:
                entries += some
        return AnnotationSnapshot([replace(entry, order=n) for n, entry in enumerate(entries)], now, known.superseded)

    def due(self, now: datetime) -> list[AnnotationGroup]:
        entries = self.entries_for_annotations(self.annotations.due(_END_OF_TIME))
        when = {entry.id: deadline(entry.annotation.due, now) for entry in entries}
        return [AnnotationGroup(key, tuple(some)) for key, some in groupby(entries, lambda entry: when[entry.id])]

    def entries_for_annotations(self, annotations: Iterable[Annotation]) -> list[AnnotationEntry]:
        found = list(annotations)
        held = {key: self.documents.get(key) for key in {annotation.place.document for annotation in found}}
        labels = self.store.labels({annotation.place for annotation in found}) if found else {}
        return [
            _entry(annotation, on, labels.get(annotation.place, ""), on.name, n, None)
            for n, annotation in enumerate(found)
            for on in [held[annotation.place.document]]
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
    sought = before.search_text if before is not None and same else search_text_for(annotation, document, label)
    return AnnotationEntry(annotation, document, label, dossier, order, sought)


_MOST = 12
_WORDS = 9


class NoteLinks:
    def __init__(self, shelf: DocumentLookup, annotations: AnnotationStore) -> None:
        self._shelf = shelf
        self._annotations = annotations

    def target(self, name: str, here: Place) -> Place | Annotation | None:
        if name.startswith(NOTE_SIGN):
            return self._annotations.begins(name[len(NOTE_SIGN) :].strip())
        found = self._document(name, here)
        if found is None:
            return self._place(here.document, name)
        document, typed = found
        return self._place(document.id, typed) if typed else Place(document.id, Address(""))

    def name(self, annotation: Annotation) -> str:
        return NOTE_SIGN + annotation.id[:KEY_LENGTH]

    def suggestions(self, typed: str, here: Place) -> list[LinkSuggestion]:
        if typed.startswith(NOTE_SIGN):
            return self._notes(typed[len(NOTE_SIGN) :])
        found = self._document(typed, here) if " " in typed.strip() or typed.endswith(" ") else None
        if found is not None:
            document, place = found
            return self._places(document, place, f"{_short(document)} ")
        return [*self._places(self._shelf.get(here.document), typed, ""), *self._documents(typed, here)][:_MOST]

    def _place(self, document: DocumentId, typed: str) -> Place | None:
        address = find_place(typed, [unit.address for unit in self._shelf.content(document).units()])
        return Place(document, address) if address else None

    def _document(self, name: str, here: Place) -> tuple[LibraryDocument, str] | None:
        words = name.split()
        for count in range(len(words), 0, -1):
            head = " ".join(words[:count])
            document = self._named_document(head, here)
            if document is not None:
                return document, " ".join(words[count:])
        return None

    def _named_document(self, name: str, here: Place) -> LibraryDocument | None:
        """Return the document with a name, preferably in the language of the place that names it."""
        if not name.startswith("#") and parse_reference(name) is None:
            return None
        own = self._shelf.get(here.document).header.language
        for language in (own, None, "en"):
            try:
                return self._shelf.find(name, language)
            except DeskError:  # not held so; perhaps in another language
                continue
        return None

    def _places(self, document: LibraryDocument, typed: str, before: str) -> list[LinkSuggestion]:
        units = self._shelf.content(document.id).units()
        addresses = {unit.address for unit in units}
        wanted = fold(typed).replace(" ", "")
        found: list[LinkSuggestion] = []
        exact = find_place(typed, addresses) if typed.strip() else None
        for unit in sorted(units, key=lambda unit: unit.address != exact):
            # as typed, ``3(2)(a)``, if that is found again
            numbers = "".join(letter for letter in unit.label if letter.isalnum())
            parents = [part for part in unit.address.split("__")[:-1] if not part.startswith("annex")]
            above = [part.partition("_")[2] for part in parents]
            outer = above[0] + "".join(f"({number})" for number in above[1:]) if above else ""
            short = f"{outer}({numbers})" if outer and numbers.isdecimal() else f"{outer}{numbers}"
            shown = short if numbers and find_place(short, addresses) == unit.address else unit.address
            if unit.address == exact or (wanted and fold(shown).replace(" ", "").startswith(wanted)) or not typed:
                found.append(LinkSuggestion(f"{before}{shown}", _beginning(unit.text)))
            if len(found) == _MOST:
                break
        return found

    def _documents(self, typed: str, here: Place) -> Iterable[LinkSuggestion]:
        wanted = fold(typed).split()
        names: dict[str, LinkSuggestion] = {}
        for document in self._shelf.all():
            sought = fold(f"{document.name} {document.header.subject}")
            if wanted and all(word in sought for word in wanted) and document.id != here.document:
                names.setdefault(_short(document), LinkSuggestion(_short(document), document.header.subject))
        return names.values()

    def _notes(self, typed: str) -> list[LinkSuggestion]:
        wanted = fold(typed).split()
        found = [
            annotation
            for annotation in self._annotations.all()
            if all(word in fold(annotation.text) for word in wanted) and annotation.text
        ]
        found.sort(key=lambda annotation: annotation.modified, reverse=True)
        return [LinkSuggestion(self.name(annotation), _beginning(annotation.text)) for annotation in found[:_MOST]]


def _short(document: LibraryDocument) -> str:
    if document.header.reference is None:
        return f"#{document.id}"
    return str(document.header.reference).removeprefix("ST ")


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

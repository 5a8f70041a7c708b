"""What a delegate does with annotations."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from delegate_desk.core.anchoring import quote_at, quote_of
from delegate_desk.core.annotations import Annotation, AnnotationId, AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import DocumentId, Place
from delegate_desk.core.errors import UnknownPlaceError, WordsNotThereError
from delegate_desk.core.history import Edit, Subject
from delegate_desk.services.history import History
from delegate_desk.storage.annotations import AnnotationStore
from delegate_desk.storage.documents import DocumentStore


class Annotations:
    """The annotations of one library."""

    def __init__(self, store: AnnotationStore, documents: DocumentStore, history: History) -> None:
        self._store = store
        self._documents = documents
        self._history = history

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
    ) -> Annotation:
        """Make an annotation, fixed to a paragraph or to words in it; it is not saved yet.

        Args:
            place: The unit it is about.
            kind: What it is.
            text: What it says.
            span: The words it is about: 0-based, end-exclusive, in the text after its marked changes.
            words: The words it is about, as they stand in the text; their first occurrence is taken.
            tags: Each once.
            visibility: Who may see it.

        Raises:
            UnknownPlaceError: If the document has no such unit.
            WordsNotThereError: If the unit does not have the words.
        """
        unit = self._documents.unit(place)
        if unit is None:
            raise UnknownPlaceError(self._name(place), place.address)
        quote = quote_at(unit.text, *span) if span else None
        if words is not None:
            quote = quote_of(unit.text, words)
            if quote is None:
                raise WordsNotThereError(self._name(place), place.address, words)
        now = datetime.now(UTC)
        distinct = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        key = AnnotationId(str(uuid.uuid4()))
        return Annotation(key, place, kind, text, now, now, quote, distinct, visibility=visibility)

    def save(self, annotation: Annotation) -> Changes:
        """Keep an annotation: add it, or replace the one with its id."""
        before = self._store.get(annotation.id)
        after = replace(annotation, modified=datetime.now(UTC))
        self._store.save(after)
        edit = Edit(Subject.ANNOTATION, annotation.place.document, annotation.id, before, after)
        typed = before is None or replace(before, text=after.text, modified=after.modified) == after
        self._history.record(edit, self._put, typed=typed)
        return Changes(annotations=frozenset({annotation.place}))

    def remove(self, key: AnnotationId) -> Changes:
        """Delete an annotation; undo brings it back."""
        before = self._store.get(key)
        if before is None:
            return Changes()
        self._store.remove(key)
        self._history.record(Edit(Subject.ANNOTATION, before.place.document, key, before, None), self._put)
        return Changes(annotations=frozenset({before.place}))

    def get(self, key: AnnotationId) -> Annotation | None:
        """An annotation by its id."""
        return self._store.get(key)

    def on(self, place: Place) -> list[Annotation]:
        """The annotations on one unit, oldest first."""
        return self._store.on(place)

    def of(self, document: DocumentId) -> list[Annotation]:
        """The annotations on a document, in reading order."""
        return self._store.of(document)

    def all(self) -> list[Annotation]:
        """The annotations on all documents held, by document, in reading order."""
        return self._store.all()

    def _name(self, place: Place) -> str:
        held = self._documents.get(place.document)
        return held.name if held else f"#{place.document}"

    def _put(self, edit: Edit, value: object) -> Changes:
        if self._documents.get(edit.document) is None:
            return Changes()
        if isinstance(value, Annotation):
            self._store.save(value)
        else:
            self._store.remove(AnnotationId(edit.key))
        places = {v.place for v in (edit.before, edit.after) if isinstance(v, Annotation)}
        return Changes(annotations=frozenset(places))

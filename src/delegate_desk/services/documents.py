"""What a delegate does with documents: bring in, read, put away."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.addresses import find_place, parent
from delegate_desk.core.changes import Changes
from delegate_desk.core.citations import citation
from delegate_desk.core.documents import (
    Address,
    Document,
    DocumentId,
    Held,
    Imported,
    ImportStatus,
    Mention,
    Paragraph,
    Place,
)
from delegate_desk.core.errors import (
    AlreadyInLibraryError,
    AmbiguousLanguageError,
    DeskError,
    UnknownDocumentError,
    UnknownPlaceError,
)
from delegate_desk.core.history import Edit, Subject
from delegate_desk.core.references import language_named, parse
from delegate_desk.parsing.worker import Reader
from delegate_desk.services.history import History
from delegate_desk.storage.documents import AlreadyHeldError, DocumentStore
from delegate_desk.storage.originals import Incoming, Originals

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read and is not yet added.

    Attributes:
        returns: The document in the trash that has the same bytes: adding brings it back.
    """

    document: Document
    incoming: Incoming | None
    returns: Held | None = None


class Documents:
    """The documents of one library."""

    def __init__(self, store: DocumentStore, originals: Originals, reader: Reader, history: History) -> None:
        self._store = store
        self._originals = originals
        self._reader = reader
        self._history = history

    def read(self, path: Path) -> Reading:
        """Read a file: slow, touches nothing but a copy of it, safe on any thread.

        Raises:
            UnreadableDocumentError: If it cannot be taken in; the error says why.
            AlreadyInLibraryError: If its bytes are held.
        """
        incoming = self._originals.take(path)
        try:
            held = self._store.by_hash(incoming.sha256)
            if held and not held.trashed:
                raise AlreadyInLibraryError(incoming.file_name, held.id, held.name)
            if held:
                self._originals.discard(incoming)
                return Reading(self._store.content(held), None, held)
            return Reading(self._reader.read(incoming.path, incoming.file_name), incoming)
        except BaseException:
            self._originals.discard(incoming)
            raise

    def add(self, reading: Reading) -> Changes:
        """Add what was read: quick, in one transaction.

        Raises:
            AlreadyInLibraryError: If another program was faster.
        """
        if reading.returns:
            return self.restore(reading.returns.id)
        incoming = reading.incoming
        assert incoming is not None  # only a document that returns has none
        self._originals.keep(incoming)
        try:
            key = self._store.add(reading.document, incoming.sha256, incoming.file_name)
        except AlreadyHeldError as error:
            raise AlreadyInLibraryError(incoming.file_name, error.held.id, error.held.name) from error
        except DeskError:
            self._originals.remove(incoming.sha256, incoming.path.suffix)
            raise
        _log.info("Added document %d: %d paragraphs", key, len(reading.document.paragraphs))
        return Changes(documents=frozenset({key}))

    def discard(self, reading: Reading) -> None:
        """Forget what was read."""
        if reading.incoming:
            self._originals.discard(reading.incoming)

    def files(self, given: Iterable[Path]) -> Iterator[Path]:
        """The files given and those in the folders given, in order; hidden ones are passed over."""
        for path in given:
            if path.is_dir():
                inside = (p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
                yield from sorted(p for p in inside if not any(n.startswith(".") for n in p.relative_to(path).parts))
            else:
                yield path

    def take_in(self, given: Iterable[Path]) -> Iterator[Imported]:
        """Read and add files one by one, telling of each what became of it."""
        for path in self.files(given):
            try:
                changes = self.add(self.read(path))
                held = self.get(next(iter(changes.documents)))
                yield Imported(str(path), ImportStatus.IMPORTED, held)
            except AlreadyInLibraryError as error:
                yield Imported(str(path), ImportStatus.DUPLICATE, self.get(DocumentId(error.document)))
            except DeskError as error:
                yield Imported(str(path), ImportStatus.REFUSED, error=error)

    def all(self) -> list[Held]:
        """The documents held, newest first."""
        return self._store.all()

    def trash(self) -> list[Held]:
        """The documents in the trash, latest first."""
        return self._store.trash()

    def get(self, key: DocumentId) -> Held:
        """A document by its number.

        Raises:
            UnknownDocumentError: If there is none, in the trash either.
        """
        held = self._store.get(key)
        if held is None:
            raise UnknownDocumentError(f"#{key}")
        return held

    def content(self, key: DocumentId) -> Document:
        """A document with all its text."""
        return self._store.content(self.get(key))

    def unit(self, place: Place) -> Paragraph | None:
        """One unit of a document."""
        return self._store.unit(place)

    def find(self, name: str, language: str | None = None) -> Held:
        """The one document that a reference or ``#number`` names.

        Raises:
            UnknownDocumentError: If none does.
            AmbiguousLanguageError: If several languages are held and none is named.
        """
        wanted = language.lower() if language else language_named(name)
        if name.startswith("#"):
            found = [self._store.get(DocumentId(int(name[1:])))] if name[1:].isdecimal() else []
            versions = [held for held in found if held and not held.trashed]
        else:
            reference = parse(name)
            versions = self._store.by_reference(reference) if reference else []
        fitting = [held for held in versions if wanted in (None, held.header.language)]
        if not fitting:
            raise UnknownDocumentError(f"{name} ({wanted})" if wanted and versions else name)
        languages = sorted({held.header.language for held in fitting})
        if len(languages) > 1:
            raise AmbiguousLanguageError(fitting[0].name, tuple(languages))
        return max(fitting, key=lambda held: held.added)

    def find_trashed(self, name: str, language: str | None = None) -> Held:
        """The document in the trash that a reference or ``#number`` names, the latest to go.

        Raises:
            UnknownDocumentError: If none does.
        """
        reference = parse(name)
        for held in self.trash():
            named = f"#{held.id}" == name if name.startswith("#") else reference == held.header.reference
            if named and language in (None, held.header.language):
                return held
        raise UnknownDocumentError(name)

    def place(self, key: DocumentId, typed: str) -> Address:
        """The address that a person means by what they type.

        Raises:
            UnknownPlaceError: If the document has no such place.
        """
        address = find_place(typed, self._store.addresses(key))
        if address is None:
            raise UnknownPlaceError(self.get(key).name, typed)
        return address

    def versions(self, key: DocumentId) -> list[Held]:
        """The other language versions held of a document."""
        held = self.get(key)
        if held.header.reference is None:
            return []
        return [other for other in self._store.by_reference(held.header.reference) if other.id != key]

    def mentions(self, key: DocumentId) -> list[tuple[Mention, Held | None]]:
        """What a document names, each with the document held of that reference."""
        known = {held.header.reference.key: held for held in reversed(self.all()) if held.header.reference}
        return [(mention, known.get(mention.target.key)) for mention in self._store.mentions(key)]

    def citation(self, place: Place, language: str | None = None) -> str:
        """A place in words, ``paragraph 7, point (f)``, in the document's language where its words are known."""
        wanted = language or self.get(place.document).header.language
        tables = paths.table("citations")
        labels: list[str] = []
        above: str | None = place.address
        while above:
            unit = self._store.unit(Place(place.document, Address(above)))
            labels.insert(0, unit.label if unit else "")
            above = parent(above)
        return citation(place.address, labels, tables.get(wanted, tables["en"]))

    def original(self, key: DocumentId) -> Path:
        """Where a document's original stands."""
        held = self.get(key)
        return self._originals.path(held.sha256, Path(held.file_name).suffix)

    def remove(self, key: DocumentId) -> Changes:
        """Put a document in the trash, with its annotations and position."""
        held = self.get(key)
        now = datetime.now(UTC)
        self._history.record(Edit(Subject.DOCUMENT, key, f"document {key}", held.trashed, now), self._put)
        return self._set_trashed(key, now)

    def restore(self, key: DocumentId) -> Changes:
        """Bring a document back from the trash."""
        held = self.get(key)
        self._history.record(Edit(Subject.DOCUMENT, key, f"document {key}", held.trashed, None), self._put)
        return self._set_trashed(key, None)

    def empty_trash(self) -> Changes:
        """Remove what is in the trash for good: text, annotations, positions, then the originals."""
        trashed = {held.id: held for held in self.trash()}
        gone = self._store.remove_trashed(trashed)
        for key in gone:
            held = trashed[key]
            self._originals.remove(held.sha256, Path(held.file_name).suffix)
        self._store.forget()
        return Changes(documents=frozenset(gone))

    def _put(self, edit: Edit, value: object) -> Changes:
        if self._store.get(edit.document) is None:
            return Changes()
        return self._set_trashed(edit.document, value if isinstance(value, datetime) else None)

    def _set_trashed(self, key: DocumentId, when: datetime | None) -> Changes:
        self._store.set_trashed(key, when)
        return Changes(documents=frozenset({key}), positions=frozenset({key}))

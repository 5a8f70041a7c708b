"""Keeps the index up to date: pending changes are indexed, damage is repaired, merging runs in the background.

The index is made from the database alone. Any damage to it is repaired by rebuilding it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import DeskError, DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.progress import Tell, stepping
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import tidy
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import TextStore

if TYPE_CHECKING:
    from delegate_desk.search.engine.evaluator import Snapshot
    from delegate_desk.storage.db.library_stores import LibraryStores


class Entries:
    """Makes index entries from the database. Items in the trash have none."""

    def __init__(self, database: Database, stores: "Callable[[], LibraryStores]") -> None:
        self._database = database
        self.texts = TextStore(database)
        self._stores = stores

    def for_subject(self, subject: str, key: str) -> Iterator[IndexEntry]:
        """Return the entries of a changed item, in reading order.

        Args:
            subject: ``document``, ``annotation``, ``position`` or ``line``.
            key: Id of the document, annotation or line.
        """
        group = f"{subject} {key}"
        if subject == "line":
            yield from self._line_entries(LineId(key))
            return
        annotation = self._stores().annotations.get(AnnotationId(key)) if subject == "annotation" else None
        if subject == "annotation" and annotation is None:
            return
        document = self._library_document(annotation.place.document if annotation else DocumentId(int(key)))
        if document is None:
            return
        header = document.header
        if annotation:
            yield IndexEntry(
                group,
                HitKind.ANNOTATION,
                document.id,
                annotation.place.address,
                annotation.text,
                header,
                annotation.id,
                annotation.kind,
                annotation.tags,
            )
        elif subject == "position":
            code = self._database.delegation()
            own_codes = (code,) if code else ()
            for place, text in self.texts.positions([document.id]).items():
                if text:
                    yield IndexEntry(
                        group, HitKind.POSITION, document.id, place.address, text, header, delegations=own_codes
                    )
        else:
            for address, kind, _, text in self.texts.units_for_document(document.id):
                if text:
                    is_heading = kind in HEADINGS
                    yield IndexEntry(
                        group, HitKind.PARAGRAPH, document.id, address, text, header, is_heading=is_heading
                    )

    def _line_entries(self, key: LineId) -> Iterator[IndexEntry]:
        """Return one entry for each place that a line is about.

        A line about none belongs to the document of its item.
        """
        places: dict[Place, list[str]] = {}
        interventions = self._stores().meetings.interventions_for_line(key)
        for intervention, fallback in zip(interventions, self._stores().meetings.fallback_documents(key), strict=False):
            if intervention.place or fallback is not None:
                place = intervention.place or Place(DocumentId(fallback or 0), Address(""))
                places.setdefault(place, []).extend(intervention.delegations)
        for place, codes in places.items():
            document = self._library_document(place.document)
            if document:
                text = tidy(interventions[0].line.text)
                yield IndexEntry(
                    f"line {key}",
                    HitKind.INTERVENTION,
                    document.id,
                    place.address,
                    text,
                    document.header,
                    delegations=tuple(dict.fromkeys(codes)),
                    line=key,
                )

    def _library_document(self, key: DocumentId) -> LibraryDocument | None:
        document = self._stores().documents.get(key)
        return document if document and not document.trashed else None


_T = TypeVar("_T")
_log = logging.getLogger(__name__)

_Change = tuple[int, str, str]
"""A change: its number, the kind (``document``, ``annotation``, ``position``) and the key."""

_ENTRIES = 60_000
_GROUPS = 5_000
"""Number of entries, or of changed items, in a commit."""

_STEP = 0.1
"""Seconds between two reports of a commit's progress."""

_SETTLING = 1.0
"""Seconds for merging segments while somebody waits."""

_CHANCES = 3
"""How often a damaged index is rebuilt: a second time means a fault in the program."""


class Indexing:
    """Keeps the index of one library; safe on several threads.

    Attributes:
        partial: True while the index is being rebuilt, or has to be: most of the library is missing from it.
    """

    def __init__(self, index: SearchIndex, database: Database, entries: Entries, *, is_new: bool = False) -> None:
        self._index = index
        self._database = database
        self._entries = entries
        self._is_open = False
        self._damaged = False
        self._found_damaged = 0
        self._rebuilt = False
        self._quiet = False
        self._is_expected = False
        self._is_missing = not (is_new or index.exists()) and database.changed_since(0)[0] > 0
        self._opening = threading.Lock()
        self._write_lock = threading.RLock()
        self._upkeep = threading.Lock()
        self._generation = 0
        self.partial = self._is_missing

    # State

    def usable(self, *, patient: bool = False) -> bool:
        """Open the index if necessary; True if it can be queried, though it may be incomplete.

        Args:
            patient: True for a caller who can wait until an encrypted index is decrypted; it is opened for no other.
        """
        if self._index.opens_slowly and not patient and not self._is_open:
            return False
        with self._opening:
            if not self._is_open and not self._damaged:
                try:
                    self._index.open()
                    self._is_open = True
                except IndexDamagedError as error:
                    self.record_damage(error)
                except DeskError as error:
                    _log.log(logging.DEBUG if self._quiet else logging.WARNING, "The index cannot be opened: %r", error)
                    self._quiet = True
            return self._is_open and not self._damaged

    def record_damage(self, error: IndexDamagedError) -> None:
        """Record that the index was found damaged; it is not queried again until it is rebuilt.

        Raises:
            IndexDamagedError: If it was already rebuilt for that reason, so that the files are not at fault.
        """
        if self._damaged:
            return
        _log.warning("The index is damaged: %s", error)
        self._found_damaged += 1
        if self._found_damaged > _CHANCES:
            raise error
        self._damaged = self.partial = True

    def ask(self, question: "Callable[[Snapshot], _T]", otherwise: _T) -> _T:
        """Return the answer of the index's newest state, or a default if it cannot be queried or is found damaged."""
        return self.attempt(lambda: self._index.ask(question), otherwise)

    def attempt(self, question: Callable[[], _T], otherwise: _T, *, patient: bool = False) -> _T:
        """Return the answer to several questions, or a default if the index cannot be queried or is found damaged."""
        if self.usable(patient=patient):
            try:
                return question()
            except IndexDamagedError as error:
                self.record_damage(error)
        return otherwise

    def count_pending(self) -> int:
        """Return the number of documents, annotations and positions missing from the index or outdated in it."""
        changes = self.attempt(self._pending_changes, None)
        return len(self._database.changed_since(0)[1] if changes is None else changes)

    def is_idle(self) -> bool:
        """True if the index is not open and nothing is pending; determined without opening it.

        Damage that this cannot see is found when the index is opened for the first search.
        """
        if self._is_open or self._damaged or self._is_missing or self._index.opens_slowly:
            return False  # an index that opens slowly is opened before the first search
        mark = self._index.recorded_mark() if self._index.exists() else 0
        return mark is not None and mark == self._database.changed_since(mark)[0]

    def mark(self) -> int:
        """Return the number of the last change in the index; 0 if it cannot be queried."""
        return self.attempt(self._index.mark, 0, patient=True)

    def expect_none(self) -> None:
        """Record that the index is missing on purpose, such as after encryption, so that nobody is told."""
        self._is_expected = True

    def was_rebuilt(self) -> bool:
        """True if the index was rebuilt since the last call."""
        rebuilt, self._rebuilt = self._rebuilt, False
        return rebuilt

    def _pending_changes(self) -> list[_Change]:
        """Return the changes missing from the index, oldest first."""
        mark = self._index.mark()
        last, changed = self._database.changed_since(mark)
        if mark > last:
            raise IndexDamagedError("it is ahead of its library")
        return changed

    # Work

    def maintain(self) -> Iterator[tuple[int, int]]:
        """Maintain the index in short steps: pending changes are indexed, segments merged, files verified.

        For the background: it reports progress, and may be cancelled at any step. If another program maintains this
        library's index, it ends at once.

        Raises:
            DeskError: As for ``catch_up``.
        """
        if not self._upkeep.acquire(blocking=False):
            return
        try:
            yield from self._catch_up_and_run((self._index.merge_segments, self._index.verify))
        finally:
            self._upkeep.release()

    def _catch_up_and_run(self, tasks: Iterable[Callable[[], Iterator[None]]]) -> Iterator[tuple[int, int]]:
        """Index pending changes and do more work; rebuild the index if it is found damaged."""
        done = total = 0
        while True:
            for done, total in self.catch_up():
                yield done, total
            try:
                for task in tasks:
                    for _ in task():
                        yield done, total
            except IndexDamagedError as error:
                self.record_damage(error)
            else:
                return

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Index pending changes, reporting progress; a lost index is rebuilt.

        Raises:
            LibraryBusyError: If another program keeps writing the index.
            DiskFullError: If the disk is full.
            LibraryUnwritableError: If its folder cannot be written.
        """
        while True:
            try:
                if self._damaged:
                    yield from self.rebuild()
                if not self.usable(patient=True):
                    self._index.open()  # raises the error that prevents it
                changed = self._pending_changes()
                if not changed:
                    self.partial = False
                    return
                yield 0, len(changed)
                yield from self._index_changes(changed)
                if self._is_missing:
                    self._is_missing, self._rebuilt = False, not self._is_expected
            except IndexDamagedError as error:
                self._damaged = False  # damage met while rebuilding counts too, or it would retry for ever
                self.record_damage(error)

    def rebuild(self) -> Iterator[tuple[int, int]]:
        started = time.perf_counter()
        self.partial = True
        with self._write_lock:
            self._index.reset()
            self._generation += 1
            self._is_open, self._damaged, self._is_missing = True, False, False
        _, changed = self._database.changed_since(0)
        yield 0, len(changed)
        yield from self._index_changes(changed)
        self._rebuilt, self.partial = True, bool(self._pending_changes())
        _log.info("Made the index anew: %d things in %.1f s", len(changed), time.perf_counter() - started)

    def make_ready(self) -> bool:
        """Bring the index up to date, verify it, and merge a little; True if it had to be rebuilt.

        Raises:
            DiskFullError: If the disk is full.
            LibraryUnwritableError: If its folder cannot be written.
        """
        self._bring_up_to_date()
        return self.was_rebuilt()

    def _bring_up_to_date(self) -> None:
        try:
            if sum(total for _, total in self._catch_up_and_run((self._index.verify,))):
                deadline = time.monotonic() + _SETTLING
                for _ in self._index.merge_segments():
                    if time.monotonic() > deadline:
                        break
        except LibraryBusyError:
            _log.warning("Another program writes the index: searching what it holds")

    def try_to_be_ready(self) -> None:
        """Bring the index up to date as far as the disk allows; what is missing stays pending."""
        try:
            self._bring_up_to_date()
        except (DiskFullError, LibraryUnwritableError) as error:
            _log.warning("The index does not catch up: %r", error)

    def purge_removed(self) -> None:
        """Bring the index up to date and remove all deleted text from it. Slow in a large library."""
        self._bring_up_to_date()
        self._index.purge_dropped()

    def _index_changes(self, changed: list[_Change]) -> Iterator[tuple[int, int]]:
        """Index changes in commits of limited size, until another program rebuilds the index.

        A commit is written on a separate thread, so that it can report progress and be cancelled at once.
        """
        generation, done = self._generation, 0
        for batch in self._batches(changed):
            is_written = yield from stepping(partial(self._write, batch, generation, done, len(changed)))
            if not is_written:
                return
            done += len(batch)
            yield done, len(changed)

    def _write(self, batch: list[_Change], generation: int, done: int, total: int, report: Tell) -> bool:
        """Write one commit, unless the index was rebuilt since the work began; ``done`` of all were written before."""
        with self._write_lock:
            if self._generation == generation:
                groups = {f"{subject} {key}" for _, subject, key in batch}
                self._index.update(batch[-1][0], groups, self._read(batch, done, total, report))
            return self._generation == generation

    def _read(self, batch: list[_Change], done: int, total: int, report: Tell) -> Iterator[IndexEntry]:
        reported = time.monotonic()
        for count, (_, subject, key) in enumerate(batch, done):
            for entry in self._entries.for_subject(subject, key):
                if time.monotonic() - reported > _STEP:
                    report(count, total)
                    reported = time.monotonic()
                yield entry

    def _batches(self, changed: list[_Change]) -> Iterator[list[_Change]]:
        keys = [DocumentId(int(key)) for _, subject, key in changed if subject == "document"]
        sizes = self._entries.texts.sizes(keys)
        batch: list[_Change] = []
        size = 0
        for change in changed:
            batch.append(change)
            size += sizes.get(DocumentId(int(change[2])), 1) if change[1] == "document" else 1
            if size >= _ENTRIES or len(batch) >= _GROUPS:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

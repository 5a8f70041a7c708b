"""An opened library: everything the program can do without a window.

A service is imported and created on first use, so that a window or a command loads only what it needs.
"""

import contextlib
import sys
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from delegate_desk import paths
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.core.library import policies
from delegate_desk.core.library.errors import NoLibraryError
from delegate_desk.core.progress import Steps, finish
from delegate_desk.services.library import encryption as encryption  # noqa: PLC0414  (the window reaches it here)
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db import damaged_database
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files import filesystem
from delegate_desk.storage.files.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from delegate_desk.core.annotations.annotation import AnnotationId
    from delegate_desk.core.exchange.annotation_exchange import Outgoing
    from delegate_desk.core.library.reports import Check, Surroundings
    from delegate_desk.parsing.reading_process import ReadingProcess
    from delegate_desk.search.index import SearchIndex
    from delegate_desk.services.amending import Amending
    from delegate_desk.services.annotations.annotations import Annotations, Browsing, NoteLinks
    from delegate_desk.services.contributions import Contributions
    from delegate_desk.services.documents.documents import Documents, OriginalPages, Watching
    from delegate_desk.services.documents.dossiers import Dossiers
    from delegate_desk.services.documents.reparse import Corrections, Reparse
    from delegate_desk.services.documents.samples import Samples
    from delegate_desk.services.exchange.annotation_exchange import Exchange
    from delegate_desk.services.exchange.packages import Packages
    from delegate_desk.services.exchange.shared_folder import FolderExchange, People
    from delegate_desk.services.export.document_exports import AnnotationExports
    from delegate_desk.services.export.export import Export
    from delegate_desk.services.library.backups import Backups
    from delegate_desk.services.library.check import LibraryRepair
    from delegate_desk.services.meetings.allies import Allies, Voting
    from delegate_desk.services.meetings.meetings import Meetings
    from delegate_desk.services.meetings.report_texts import ReportTexts
    from delegate_desk.services.positions.export_checks import Checklist
    from delegate_desk.services.positions.positions import Phrases, Positions, PositionVersions, StanceKeys
    from delegate_desk.services.positions.replies import Replies
    from delegate_desk.services.positions.spelling import Spelling
    from delegate_desk.services.revisions.carryover import Carryover
    from delegate_desk.services.revisions.comparison_process import Comparer
    from delegate_desk.services.revisions.comparisons import Comparisons
    from delegate_desk.services.revisions.consequences import RevisionConsequences
    from delegate_desk.services.search.indexing import Indexing
    from delegate_desk.services.search.search import Search, SearchHighlights
    from delegate_desk.services.translations.translations import Translations
    from delegate_desk.storage.db.library_stores import LibraryStores
    from delegate_desk.storage.files.capture_draft import Drafts
    from delegate_desk.storage.files.sidecars import Sidecars

_T = TypeVar("_T")


class LazyService(cached_property[_T]):
    """A service that is created once, on first use, on whatever thread."""

    def __get__(self, desk: "Desk", owner: type[Any] | None = None) -> _T:  # type: ignore[override]  # never on the class
        with desk.creating:
            return super().__get__(desk, owner)


class Desk:
    """The services of one library, connected to its stores.

    Raises:
        LibraryUnwritableError: If the folder cannot be written.
        LibraryNewerError: If a newer version of the program wrote it.
        LibraryDamagedError: If its database cannot be read; it is left as it is.
        LibraryLockedError: If it is encrypted and no cipher is given.
        LibraryOnNetworkError: If its folder is on a network share.
        LibraryPathTooLongError: If the paths of its files are too long for Windows.
    """

    def __init__(self, folder: Path, cipher: Cipher = PLAIN) -> None:
        filesystem.check_folder(folder)
        self.folder = folder
        self.cipher = cipher
        self.creating = threading.RLock()
        self.history = History()
        self._database = Database(folder, cipher)
        self._changes_at_start = self._database.changed_since(sys.maxsize)[0]
        self._originals = Originals(folder, cipher)

    @LazyService
    def _stores(self) -> "LibraryStores":
        from delegate_desk.storage.db.library_stores import LibraryStores

        return LibraryStores(self._database)

    @LazyService
    def _reader(self) -> "ReadingProcess":
        from delegate_desk.parsing.reading_process import ReadingProcess

        return ReadingProcess(content=self._originals.content)

    @LazyService
    def _drawer(self) -> "ReadingProcess":
        from delegate_desk.parsing.reading_process import ReadingProcess

        # a page does not wait for the files being read
        return ReadingProcess(seconds=10.0, content=self._originals.content)

    @LazyService
    def _index(self) -> "SearchIndex":
        from delegate_desk.search.index import SearchIndex

        return SearchIndex(self.folder / "index", self._database.library_id(), self.cipher)

    @LazyService
    def _comparer(self) -> "Comparer":
        from delegate_desk.services.revisions.comparison_process import Comparer

        return Comparer()

    @LazyService
    def _annotation_exports(self) -> "AnnotationExports":
        from delegate_desk.services.export.document_exports import AnnotationExports

        def collect_outgoing(*, internal: bool, only: "Iterable[AnnotationId]") -> "Outgoing":
            return self.exchange.collect_outgoing(internal=internal, only=only)  # which is created with these exports

        return AnnotationExports(self.documents, self.positions, collect_outgoing)

    @LazyService
    def documents(self) -> "Documents":
        from delegate_desk.services.documents.documents import Documents

        return Documents(self._stores, self._originals, self._reader, self.history)

    @LazyService
    def watched_folders(self) -> "Watching":
        from delegate_desk.services.documents.documents import Watching

        return Watching(self._stores.watched_folders, self.documents, self.folder)

    @LazyService
    def original_pages(self) -> "OriginalPages":
        from delegate_desk.services.documents.documents import OriginalPages

        return OriginalPages(self.documents, self._drawer)

    @LazyService
    def highlights(self) -> "SearchHighlights":
        from delegate_desk.services.search.search import SearchHighlights

        return SearchHighlights(self._stores.documents)

    @LazyService
    def corrections(self) -> "Corrections":
        from delegate_desk.services.documents.reparse import Corrections

        return Corrections(self._stores, self.history)

    @LazyService
    def reparse(self) -> "Reparse":
        from delegate_desk.services.documents.reparse import Reparse

        return Reparse(self._stores, self._originals, self._reader, self.corrections, self.history)

    @LazyService
    def annotations(self) -> "Annotations":
        from delegate_desk.services.annotations.annotations import Annotations

        return Annotations(self._stores, self.history)

    @LazyService
    def dossiers(self) -> "Dossiers":
        from delegate_desk.services.documents.dossiers import Dossiers

        return Dossiers(self._stores, self.history)

    @LazyService
    def annotation_list(self) -> "Browsing":
        from delegate_desk.services.annotations.annotations import Browsing

        return Browsing(self.annotations, self.documents, self.dossiers, self._stores.annotations)

    @LazyService
    def exchange(self) -> "Exchange":
        from delegate_desk.services.exchange.annotation_exchange import Exchange

        return Exchange(
            self._stores,
            self.annotations,
            {".docx": self._annotation_exports.word, ".csv": self._annotation_exports.csv},
            self.packages.place_pending_notes,
        )

    @LazyService
    def note_links(self) -> "NoteLinks":
        from delegate_desk.services.annotations.annotations import NoteLinks

        return NoteLinks(self.documents, self._stores.annotations)

    @LazyService
    def positions(self) -> "Positions":
        from delegate_desk.services.positions.positions import Positions

        return Positions(self._stores, self.history)

    @LazyService
    def replies(self) -> "Replies":
        from delegate_desk.services.positions.replies import Replies

        return Replies(self.documents, self.positions, self._reader)

    @LazyService
    def stance_keys(self) -> "StanceKeys":
        from delegate_desk.services.positions.positions import StanceKeys

        return StanceKeys(self.positions, self.annotations)

    @LazyService
    def position_versions(self) -> "PositionVersions":
        from delegate_desk.services.positions.positions import PositionVersions

        return PositionVersions(self._stores.versions, self.positions)

    @LazyService
    def people(self) -> "People":
        from delegate_desk.services.exchange.shared_folder import People

        return People(self._stores.people)

    @LazyService
    def packages(self) -> "Packages":
        from delegate_desk.services.exchange.packages import Packages

        return Packages(self._stores, self.documents, self._originals, self.history, lambda: self.translations.bases)

    @LazyService
    def shared_folder(self) -> "FolderExchange":
        from delegate_desk.services.exchange.shared_folder import FolderExchange

        return FolderExchange(self._stores.shared_folder, self.packages, self.people, self.folder)

    @LazyService
    def export_checks(self) -> "Checklist":
        from delegate_desk.services.positions.export_checks import Checklist

        return Checklist(self._stores)

    @LazyService
    def phrases(self) -> "Phrases":
        from delegate_desk.services.positions.positions import Phrases

        return Phrases(self._stores.phrases, self.history)

    @LazyService
    def contributions(self) -> "Contributions":
        from delegate_desk.services.contributions import Contributions

        return Contributions(self._stores.contributions, self.documents, self.history)

    @LazyService
    def meetings(self) -> "Meetings":
        from delegate_desk.services.meetings.meetings import Meetings

        return Meetings(self._stores, self.history)

    @LazyService
    def report_texts(self) -> "ReportTexts":
        from delegate_desk.services.meetings.report_texts import ReportTexts

        return ReportTexts(self.meetings)

    @LazyService
    def comparisons(self) -> "Comparisons":
        from delegate_desk.services.revisions.comparisons import Comparisons

        return Comparisons(self._stores.documents, self._database, self._comparer)

    @LazyService
    def amending(self) -> "Amending":
        from delegate_desk.services.amending import Amending

        return Amending(self.documents, self.annotations)

    @LazyService
    def carryover(self) -> "Carryover":
        from delegate_desk.services.revisions.carryover import Carryover

        compare = self.comparisons.compare
        return Carryover(self._stores, self.history, lambda old, new: finish(compare(old, new)))

    @LazyService
    def consequences(self) -> "RevisionConsequences":
        from delegate_desk.services.revisions.consequences import RevisionConsequences

        return RevisionConsequences(
            self.documents, self.annotations, self.positions, self.meetings, self.carryover.find_carry
        )

    @LazyService
    def capture_draft(self) -> "Drafts":
        from delegate_desk.storage.files.capture_draft import Drafts

        return Drafts(self.folder, self.cipher)

    @LazyService
    def sidecars(self) -> "Sidecars":
        from delegate_desk.storage.files.sidecars import SidecarFiles, Sidecars, SidecarStore

        return Sidecars(SidecarStore(self._database), SidecarFiles(self.folder, self.cipher), self._database)

    @LazyService
    def backups(self) -> "Backups":
        from delegate_desk.services.library.backups import Backups

        return Backups(self._database, self._originals, settle=self.sidecars.finish)

    @LazyService
    def spelling(self) -> "Spelling":
        from delegate_desk.services.positions.spelling import Spelling

        return Spelling()

    @LazyService
    def voting(self) -> "Voting":
        from delegate_desk.services.meetings.allies import Voting

        return Voting(self._stores.voting)

    @LazyService
    def allies(self) -> "Allies":
        from delegate_desk.services.meetings.allies import Allies

        read = self.documents, self.dossiers, self.meetings, self.positions, self.contributions
        return Allies(*read, self.carryover, self.voting)

    @LazyService
    def search(self) -> "Search":
        from delegate_desk.services.search.search import Search

        return Search(self._index, self._database, self.indexing)

    @LazyService
    def indexing(self) -> "Indexing":
        from delegate_desk.services.search.indexing import Entries, Indexing

        entries = Entries(self._database, lambda: self._stores)
        return Indexing(self._index, self._database, entries, is_new=not self._changes_at_start)

    @LazyService
    def translations(self) -> "Translations":
        from delegate_desk.parsing.reading_process import ReadingProcess
        from delegate_desk.services.translations.translations import SECONDS, Translations

        self._term_reader = reader = ReadingProcess(SECONDS, content=self._originals.content)
        originals = self._originals
        return Translations(self.folder, self.cipher, self._database, self.indexing, originals, reader)

    @LazyService
    def samples(self) -> "Samples":
        from delegate_desk.services.documents.samples import Samples

        return Samples(self.documents, self.annotations, self.positions, self.meetings, self.indexing)

    @LazyService
    def export(self) -> "Export":
        from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, MEETING_KINDS, ExportKind
        from delegate_desk.services.export.document_exports import DocumentExports, RevisionExports
        from delegate_desk.services.export.export import Builder, Export
        from delegate_desk.services.export.meeting_exports import CalendarExports, MeetingExports

        documents = DocumentExports(self.documents, self.annotations, self.positions, self.contributions)
        meetings = MeetingExports(self.documents, self.annotations, self.positions, self.meetings)
        revisions = RevisionExports(self.documents)
        builders: dict[ExportKind, Builder] = {
            **dict.fromkeys(DOCUMENT_KINDS, documents.build),
            **dict.fromkeys(MEETING_KINDS, meetings.build),
            ExportKind.COMPARISON: revisions.build_comparison,
            ExportKind.CONSEQUENCES: revisions.build_consequences,
            ExportKind.COLUMNS: revisions.build_columns,
            ExportKind.CONCORDANCE: revisions.build_concordance,
            ExportKind.ANNOTATIONS: self._annotation_exports.build,
            ExportKind.AMENDED: documents.build_amended,
            ExportKind.CALENDAR: CalendarExports(self.documents, self.annotations, self.meetings).build,
        }
        return Export(self.positions.delegation, builders)

    @LazyService
    def repair(self) -> "LibraryRepair":
        from delegate_desk.services.library.check import LibraryRepair

        read = self.documents, self._originals, self.reparse, self.indexing
        return LibraryRepair(self._database, *read, self.packages)

    def check_in_steps(self) -> "Steps[Check]":
        return self.repair.check()

    def find_damage(self) -> list[str]:
        """Return the faults found by SQLite's own check, if it has not run for days. Slow; the result is recorded."""
        return damaged_database.find_problems(self.folder, self._database.problems)

    def check(self) -> "Check":
        """Check whether the library is complete and undamaged. Slow."""
        return finish(self.check_in_steps())

    def inspect_surroundings(self) -> "Surroundings":
        """Inspect the library's file system, synchronisation services, and what they left behind. Slow."""
        return filesystem.inspect_surroundings(self.folder)

    def close(self) -> None:
        from delegate_desk.storage.files.sidecars import SidecarFiles

        try:
            files = SidecarFiles(self.folder, self.cipher)
            are_sidecars_due = self._database.has_outdated_sidecars() or not files.are_there()
        except DeskError:  # such as a library that is gone, with its memory stick: the consequence is logged
            are_sidecars_due = True
        if are_sidecars_due:
            self.sidecars.finish()
        for name in ("_reader", "_drawer", "_term_reader", "_comparer", "_index"):
            if name in vars(self):
                getattr(self, name).close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(folder: Path, cipher: Cipher = PLAIN) -> Desk:
    """Open a library, creating it if there is none.

    Raises:
        PolicyError: If the administrator requires another folder, or a passphrase.
        DeskError: As for ``Desk``.
    """
    policies.check_folder(folder, paths.demo_library())
    policies.check_encryption(folder, is_encrypted=cipher.seals or encryption.is_encrypted(folder))
    return Desk(folder, cipher)


def is_library(folder: Path) -> bool:
    """True if a folder holds a library, whole or damaged; looks at file names only."""
    return (folder / FILE_NAME).exists() or encryption.is_encrypted(folder) or (folder / "originals").is_dir()


def require_library(folder: Path) -> None:
    """Check whether a library is there and can be opened, even if it is encrypted or damaged. Slow.

    Raises:
        NoLibraryError: If there is none.
        DeskError: As for ``open_desk``, except for what is asked or recovered when it is opened.
    """
    if not is_library(folder):
        raise NoLibraryError(str(folder), folder.is_dir())
    policies.check_folder(folder, paths.demo_library())
    filesystem.check_folder(folder)
    if not encryption.is_encrypted(folder):
        with contextlib.suppress(LibraryDamagedError):
            Database(folder).close()

"""An opened library: everything the program can do without a window.

A service is imported and created on first use, so that a window or a command loads only what it needs.
"""

import contextlib
import sys
import threading
from functools import cached_property
from importlib import import_module
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
    from collections.abc import Callable, Iterable

    from delegate_desk.core.annotations.annotation import AnnotationId
    from delegate_desk.core.exchange.annotation_exchange import Outgoing
    from delegate_desk.core.library.reports import Check, Surroundings
    from delegate_desk.parsing.reading_process import ReadingProcess
    from delegate_desk.search.index import SearchIndex
    from delegate_desk.services.amending import Amending
    from delegate_desk.services.annotations.annotations import Annotations, Browsing, NoteLinks
    from delegate_desk.services.contributions import Contributions
    from delegate_desk.services.documents.columns import ColumnDocuments
    from delegate_desk.services.documents.document_lookup import References
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
    from delegate_desk.services.library.check import Checker, Conflicts, LibraryRepair, Support
    from delegate_desk.services.meetings.allies import Allies, Voting
    from delegate_desk.services.meetings.meetings import Drafts, Meetings
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
    from delegate_desk.storage.files.sidecar_export import Sidecars

_T = TypeVar("_T")


class LazyService(cached_property[_T]):
    """A service that is created once, on first use, on whatever thread."""

    def __get__(self, desk: "Desk", owner: type[Any] | None = None) -> _T:  # type: ignore[override]  # never on the class
        with desk.creating:
            return super().__get__(desk, owner)


_PARTS = {
    "Cipher": "cipher",
    "Comparer": "_comparer",
    "Database": "_database",
    "DocumentLookup": "documents",
    "History": "history",
    "LibraryStores": "_stores",
    "Originals": "_originals",
    "Path": "folder",
    "ReadingProcess": "_reader",
    "SearchIndex": "_index",
}
"""The attributes of a desk that services ask for, by class; those of the services are added."""


def _service(path: str, **given: "Callable[[Desk], object]") -> "LazyService[Any]":
    """Return a service of what its constructor asks for, by class, but for what is given.

    Args:
        path: Its module in ``services`` and its class.
        given: What else it asks for, by the names of its parameters.
    """
    module, _, name = path.rpartition(".")

    def make(desk: "Desk") -> Any:
        kind: Any = getattr(import_module(f"delegate_desk.services.{module}"), name)
        asked = {key: hint for key, hint in kind.__init__.__annotations__.items() if key not in ("return", *given)}
        parts = {key: desk.part(hint) for key, hint in asked.items()}
        return kind(**parts, **{key: value(desk) for key, value in given.items()})

    make.__annotations__["return"] = name
    return LazyService(make)


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

    def part(self, kind: Any) -> Any:
        """Return what a service asks for, by class: a part of the library, another service, or a store."""
        name = kind if isinstance(kind, str) else kind.__name__
        if name in _PARTS:
            return getattr(self, _PARTS[name])
        return next(store for store in vars(self._stores).values() if type(store).__name__ == name)

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

    _checker: "LazyService[Checker]" = _service("library.check.Checker")
    documents: "LazyService[Documents]" = _service("documents.documents.Documents")
    columns: "LazyService[ColumnDocuments]" = _service("documents.columns.ColumnDocuments")
    watched_folders: "LazyService[Watching]" = _service("documents.documents.Watching")
    original_pages: "LazyService[OriginalPages]" = _service(
        "documents.documents.OriginalPages", reader=lambda desk: desk._drawer
    )
    cross_references: "LazyService[References]" = _service("documents.document_lookup.References")
    highlights: "LazyService[SearchHighlights]" = _service("search.search.SearchHighlights")
    corrections: "LazyService[Corrections]" = _service("documents.reparse.Corrections")
    reparse: "LazyService[Reparse]" = _service("documents.reparse.Reparse")
    annotations: "LazyService[Annotations]" = _service("annotations.annotations.Annotations")
    dossiers: "LazyService[Dossiers]" = _service("documents.dossiers.Dossiers")
    annotation_list: "LazyService[Browsing]" = _service("annotations.annotations.Browsing")
    exchange: "LazyService[Exchange]" = _service(
        "exchange.annotation_exchange.Exchange",
        writers=lambda desk: {".docx": desk._annotation_exports.word, ".csv": desk._annotation_exports.csv},
        place_pending_notes=lambda desk: desk.packages.place_pending_notes,
    )
    note_links: "LazyService[NoteLinks]" = _service("annotations.annotations.NoteLinks")
    positions: "LazyService[Positions]" = _service("positions.positions.Positions")
    replies: "LazyService[Replies]" = _service("positions.replies.Replies")
    stance_keys: "LazyService[StanceKeys]" = _service("positions.positions.StanceKeys")
    position_versions: "LazyService[PositionVersions]" = _service("positions.positions.PositionVersions")
    people: "LazyService[People]" = _service("exchange.shared_folder.People")
    shared_folder: "LazyService[FolderExchange]" = _service("exchange.shared_folder.FolderExchange")
    export_checks: "LazyService[Checklist]" = _service("positions.export_checks.Checklist")
    phrases: "LazyService[Phrases]" = _service("positions.positions.Phrases")
    contributions: "LazyService[Contributions]" = _service("contributions.Contributions")
    meetings: "LazyService[Meetings]" = _service("meetings.meetings.Meetings")
    report_texts: "LazyService[ReportTexts]" = _service("meetings.report_texts.ReportTexts")
    comparisons: "LazyService[Comparisons]" = _service("revisions.comparisons.Comparisons")
    amending: "LazyService[Amending]" = _service("amending.Amending")

    @LazyService
    def carryover(self) -> "Carryover":
        from delegate_desk.services.revisions.carryover import Carryover
        from delegate_desk.services.revisions.carryover_plan import CarryoverStores

        stores = self._stores
        carrying = CarryoverStores(
            stores.documents, stores.annotations, stores.positions, stores.unplaced, stores.carrying
        )
        compare = self.comparisons.compare
        return Carryover(carrying, self._database, self.history, lambda old, new: finish(compare(old, new)))

    consequences: "LazyService[RevisionConsequences]" = _service(
        "revisions.consequences.RevisionConsequences", carried=lambda desk: desk.carryover.carried
    )

    @LazyService
    def capture_draft(self) -> "Drafts":
        from delegate_desk.services.meetings.meetings import Drafts
        from delegate_desk.storage.files.capture_draft import DraftStore

        return Drafts(DraftStore(self.folder, self.cipher))

    @LazyService
    def sidecars(self) -> "Sidecars":
        from delegate_desk.storage.files.sidecar_export import Sidecars, SidecarStore
        from delegate_desk.storage.files.sidecar_files import SidecarFiles

        return Sidecars(SidecarStore(self._database), SidecarFiles(self.folder, self.cipher), self._database)

    @LazyService
    def backups(self) -> "Backups":
        from delegate_desk.services.library.backups import Backups

        return Backups(self._database, self._originals, settle=self.sidecars.finish)

    spelling: "LazyService[Spelling]" = _service("positions.spelling.Spelling")
    voting: "LazyService[Voting]" = _service("meetings.allies.Voting")
    allies: "LazyService[Allies]" = _service("meetings.allies.Allies")
    search: "LazyService[Search]" = _service("search.search.Search")

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
        index, database = self._index, self._database
        return Translations(self.folder, self.cipher, database, index, self.indexing, self._originals, reader)

    packages: "LazyService[Packages]" = _service(
        "exchange.packages.Packages", term_bases=lambda desk: lambda: desk.translations.bases
    )
    samples: "LazyService[Samples]" = _service("documents.samples.Samples")

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
            ExportKind.CONCORDANCE: revisions.build_concordance,
            ExportKind.ANNOTATIONS: self._annotation_exports.build,
            ExportKind.AMENDED: documents.build_amended,
            ExportKind.CALENDAR: CalendarExports(self.documents, self.annotations, self.meetings).build,
        }
        return Export(self.positions.delegation, builders)

    conflict_copies: "LazyService[Conflicts]" = _service("library.check.Conflicts")
    repair: "LazyService[LibraryRepair]" = _service("library.check.LibraryRepair")
    support_reports: "LazyService[Support]" = _service("library.check.Support")

    def check_in_steps(self) -> "Steps[Check]":
        return self._checker.steps()

    def find_damage(self) -> list[str]:
        """Return the faults found by SQLite's own check, if it has not run for days. Slow; the result is recorded."""
        return damaged_database.find_problems(self.folder, self._database.problems)

    def check(self) -> "Check":
        """Check whether the library is complete and undamaged. Slow."""
        return self._checker.run()

    def inspect_surroundings(self) -> "Surroundings":
        """Inspect the library's file system, synchronisation services, and what they left behind. Slow."""
        return filesystem.inspect_surroundings(self.folder)

    def close(self) -> None:
        if self._are_sidecars_due():
            self.sidecars.finish()
        for name in ("_reader", "_drawer", "_term_reader", "_comparer", "_index"):
            if name in vars(self):
                getattr(self, name).close()
        self._database.close()

    def _are_sidecars_due(self) -> bool:
        """True also if the library is gone, for instance with its memory stick: the consequence is logged."""
        from delegate_desk.storage.files.sidecar_files import SidecarFiles

        try:
            return self._database.has_outdated_sidecars() or not SidecarFiles(self.folder, self.cipher).are_there()
        except DeskError:
            return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_SERVICES = {name: service for name, service in vars(Desk).items() if isinstance(service, LazyService)}
_PARTS = {service.func.__annotations__["return"]: name for name, service in _SERVICES.items()} | _PARTS


def open_desk(folder: Path, cipher: Cipher = PLAIN) -> Desk:
    """Open a library, creating it if there is none.

    Raises:
        LibraryUnwritableError: If the folder cannot be written.
        LibraryNewerError: If a newer version of the program wrote it.
        LibraryDamagedError: If its database cannot be read; it is left as it is.
        LibraryLockedError: If it is encrypted and no cipher is given.
        PolicyError: If the administrator requires another folder, or a passphrase.
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

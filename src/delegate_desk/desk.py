"""One opened library: everything the program can do without a window."""

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.core.library.backup import RestoreResult
from delegate_desk.core.library.cloud_sync import Surroundings
from delegate_desk.core.library.errors import NoLibraryError
from delegate_desk.core.library.repair_results import Check, RebuildResult, RecoveryResult, RepairResult
from delegate_desk.core.library.support_report import SupportReport
from delegate_desk.core.progress import Steps, finish
from delegate_desk.parsing.process.reading_process import ReadingProcess
from delegate_desk.search.index import SearchIndex
from delegate_desk.services.annotations.annotation_list import Browsing
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.annotations.note_links import NoteLinks
from delegate_desk.services.contributions import Contributions
from delegate_desk.services.documents import samples
from delegate_desk.services.documents.corrections import Corrections
from delegate_desk.services.documents.cross_references import References
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.dossiers import Dossiers
from delegate_desk.services.documents.original_pages import OriginalPages
from delegate_desk.services.documents.reparse import Reparse, Stores
from delegate_desk.services.documents.samples import Samples
from delegate_desk.services.documents.watched_folders import Watching
from delegate_desk.services.exchange.annotation_exchange import Exchange, ExchangeStores
from delegate_desk.services.exchange.package_contents import GatheringStores
from delegate_desk.services.exchange.packages import Packages
from delegate_desk.services.exchange.people import People
from delegate_desk.services.exchange.shared_folder import FolderExchange
from delegate_desk.services.export.annotation_files import AnnotationFiles
from delegate_desk.services.export.export import Export
from delegate_desk.services.export.meeting_reports import Reports
from delegate_desk.services.library import encryption as encryption  # noqa: PLC0414  (the window reaches it here)
from delegate_desk.services.library import rebuild as rebuilding
from delegate_desk.services.library import recovery
from delegate_desk.services.library.backups import Backups
from delegate_desk.services.library.check import Checker, LibraryRepair
from delegate_desk.services.library.conflict_copies import Conflicts
from delegate_desk.services.library.edit_history import History
from delegate_desk.services.library.sidecars import Sidecars
from delegate_desk.services.library.support_report import Support, collect_report
from delegate_desk.services.meetings.capture_draft import Drafts
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.meetings.voting import Voting
from delegate_desk.services.positions.export_checks import Checklist
from delegate_desk.services.positions.phrases import Phrases
from delegate_desk.services.positions.position_writing import PositionWriting
from delegate_desk.services.positions.positions import Positions
from delegate_desk.services.positions.versions import PositionVersions
from delegate_desk.services.revisions.carryover import Carryover
from delegate_desk.services.revisions.carryover_plan import CarryoverStores
from delegate_desk.services.revisions.comparison_process import Comparer
from delegate_desk.services.revisions.comparisons import Comparisons
from delegate_desk.services.revisions.consequences import RevisionConsequences
from delegate_desk.services.search.highlights import SearchHighlights
from delegate_desk.services.search.search import Search
from delegate_desk.storage.db import damaged_database
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore, BrowsingStore
from delegate_desk.storage.db.stores.carryover import CarryingStore
from delegate_desk.storage.db.stores.change_stamps import StampStore
from delegate_desk.storage.db.stores.contributions import ContributionStore
from delegate_desk.storage.db.stores.corrections import CorrectionStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.dossiers import DossierStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from delegate_desk.storage.db.stores.orphan_annotations import OrphanAnnotationStore
from delegate_desk.storage.db.stores.people import PeopleStore
from delegate_desk.storage.db.stores.phrases import PhraseStore
from delegate_desk.storage.db.stores.population_figures import VotingStore
from delegate_desk.storage.db.stores.position_history import PositionHistoryStore
from delegate_desk.storage.db.stores.positions import PositionStore
from delegate_desk.storage.db.stores.received_items import ReceivedStore
from delegate_desk.storage.db.stores.shared_folder import SharingStore
from delegate_desk.storage.db.stores.unanchored import UnplacedStore
from delegate_desk.storage.db.stores.watched_folders import WatchStore
from delegate_desk.storage.files import filesystem, restore_original
from delegate_desk.storage.files.capture_draft import DraftStore
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.sidecar_export import SidecarStore
from delegate_desk.storage.files.sidecar_files import SidecarFiles


class Desk:
    """The services of one library, joined to their stores.

    Raises:
        LibraryUnwritableError: If the folder cannot be written.
        LibraryNewerError: If a newer version of the program wrote it.
        LibraryDamagedError: If its database cannot be read; it is left as it is.
        LibraryLockedError: If it is encrypted and no cipher is given.
        LibraryOnNetworkError: If its folder is on a network share.
    """

    def __init__(self, folder: Path, cipher: Cipher = PLAIN) -> None:
        filesystem.refuse_network(folder)
        self.folder = folder
        self.cipher = cipher
        self._database = Database(folder, cipher)
        originals = Originals(folder, cipher)
        self._reader = ReadingProcess(content=originals.content)
        # a page is not to wait for the files that are being read
        self._drawer = ReadingProcess(seconds=10.0, content=originals.content)
        self._index = SearchIndex(folder / "index", self._database.library_id(), cipher)
        documents = DocumentStore(self._database)
        annotations = AnnotationStore(self._database)
        positions = PositionStore(self._database)
        meetings = MeetingStore(self._database)
        self.history = History()
        self.documents = Documents(documents, annotations, originals, self._reader, self.history)
        self.watched_folders = Watching(WatchStore(self._database), self.documents)
        self.original_pages = OriginalPages(self.documents, self._drawer)
        self.cross_references = References(documents)
        self.highlights = SearchHighlights(documents)
        self.corrections = Corrections(
            CorrectionStore(self._database), documents, annotations, self._database, self.history
        )
        unplaced = UnplacedStore(self._database, annotations)
        carried = CarryingStore(self._database)
        versions = PositionHistoryStore(self._database)
        stores = Stores(documents, annotations, positions, unplaced, meetings, carried, versions)
        self.reparse = Reparse(stores, originals, self._reader, self.corrections, self._database, self.history)
        self.annotations = Annotations(annotations, documents, self._database, self.history)
        self.dossiers = Dossiers(DossierStore(self._database), documents, self.history)
        self.annotation_list = Browsing(self.annotations, self.documents, self.dossiers, BrowsingStore(self._database))
        exchanged = ExchangeStores(documents, annotations, unplaced, OrphanAnnotationStore(self._database))
        self.exchange = Exchange(exchanged, self.annotations, self._database)
        self.note_links = NoteLinks(self.documents, annotations)
        writing = PositionWriting(positions, versions, documents, self._database, self.history)
        self.positions = Positions(positions, documents, self._database, writing)
        self.position_versions = PositionVersions(versions, writing)
        people, received = PeopleStore(self._database), ReceivedStore(self._database)
        self.people = People(people)
        leaving = GatheringStores(
            documents,
            annotations,
            positions,
            unplaced,
            CorrectionStore(self._database),
            people,
            received,
            StampStore(self._database),
        )
        self.packages = Packages(leaving, self.documents, originals, self._database, self.history)
        self.shared_folder = FolderExchange(SharingStore(self._database), self.packages, self.people, folder)
        self.exchange.add_placement(self.packages.place_pending_notes)
        self.export_checks = Checklist(documents, annotations, positions, self._database)
        self.phrases = Phrases(PhraseStore(self._database), self.history)
        self.contributions = Contributions(ContributionStore(self._database), self.documents, self.history)
        files = AnnotationFiles(self.documents, self.positions)
        self.exchange.register(".docx", files.word)
        self.exchange.register(".csv", files.csv)
        self.meetings = Meetings(meetings, documents, self._database, self.history)
        self._comparer = Comparer()
        self.comparisons = Comparisons(documents, self._database, self._comparer)
        carrying = CarryoverStores(documents, annotations, positions, unplaced, carried)
        compare = self.comparisons.compare
        self.carryover = Carryover(carrying, self._database, self.history, lambda old, new: finish(compare(old, new)))
        self.consequences = RevisionConsequences(
            self.documents, self.annotations, self.positions, self.meetings, self.carryover.carried
        )
        self.capture_draft = Drafts(DraftStore(folder, cipher))
        self.sidecars = Sidecars(SidecarStore(self._database), SidecarFiles(folder, cipher), self._database)
        self.backups = Backups(self._database, originals, settle=self.sidecars.finish)
        self.voting = Voting(VotingStore(self._database))
        self.search = Search(self._index, self._database, documents, annotations, meetings)
        self.samples = Samples(self.documents, self.annotations, self.positions, self.meetings, self.search)
        self.export = Export(self.documents, self.annotations, self.positions, self.contributions)
        self.meeting_reports = Reports(self.documents, self.annotations, self.positions, self.meetings)
        self._checker = Checker(self._database, documents, originals, self.search)
        self.conflict_copies = Conflicts(self._database, originals, self._reader, self.packages)
        self.repair = LibraryRepair(
            self._checker, self.documents, originals, self.reparse, self.search, folder, self.conflict_copies
        )
        self.support_reports = Support(folder, self._database, self.search)

    def check_in_steps(self) -> Steps[Check]:
        """The same as ``check``, telling of how far it has come."""
        return self._checker.steps()

    def find_damage(self) -> list[str]:
        """Return the faults found by SQLite's own check, if it has not run for days: slow; the result is recorded."""
        if not damaged_database.is_check_due(self.folder):
            return []
        found = self._database.problems()
        if found:
            damaged_database.notice(self.folder)
        else:
            damaged_database.record_check(self.folder)
        return found

    def check(self) -> Check:
        """Look whether all of the library is there and whole: slow."""
        return self._checker.run()

    def inspect_surroundings(self) -> Surroundings:
        """See what the library stands on, who copies its folder elsewhere, and what that left behind: slow."""
        return filesystem.inspect_surroundings(self.folder)

    def close(self) -> None:
        """Close files and end the reading processes."""
        self.sidecars.finish()
        self._reader.close()
        self._drawer.close()
        self._comparer.close()
        self._index.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def open_desk(folder: Path, cipher: Cipher = PLAIN) -> Desk:
    """Open a library, making it where there is none.

    Raises:
        LibraryUnwritableError: If the folder cannot be written.
        LibraryNewerError: If a newer version of the program wrote it.
        LibraryDamagedError: If its database cannot be read; it is left as it is.
        LibraryLockedError: If it is encrypted and no cipher is given.
    """
    return Desk(folder, cipher)


def is_library(folder: Path) -> bool:
    """True if a folder holds a library, be it whole or not: looks at no more than its files' names."""
    return (folder / FILE_NAME).exists() or encryption.is_encrypted(folder) or (folder / "originals").is_dir()


def require_library(folder: Path) -> None:
    """See whether a library is there and can be opened, be it encrypted or damaged: slow.

    Raises:
        NoLibraryError: If none is there.
        DeskError: As ``open_desk`` has it, but for what is asked or recovered when it is opened.
    """
    if not is_library(folder):
        raise NoLibraryError(str(folder), folder.is_dir())
    filesystem.refuse_network(folder)
    if not encryption.is_encrypted(folder):
        with contextlib.suppress(LibraryDamagedError):
            Database(folder).close()


def prepare_samples(
    folder: Path,
    delegation: str | None = None,
    *,
    language: str = samples.LANGUAGE,
    fresh: bool = False,
) -> Steps[bool]:
    """Fill the library of samples the first time, and leave it as it was after that; True if it was filled: slow.

    Args:
        folder: The library.
        delegation: Whose position is in it, if it is known.
        language: Of the notes and the position: the window's.
        fresh: Delete it first, if it holds the samples.

    Raises:
        DeskError: If it cannot be made, or if it is another's.
    """
    if not samples.prepare_folder(folder, fresh=fresh):
        return False
    with open_desk(folder) as desk:
        yield from desk.samples.fill(delegation or samples.DELEGATION, language)
    samples.mark_complete(folder)
    return True


def report_unopened(folder: Path, error: DeskError) -> SupportReport:
    """The report for support on a library that cannot be opened: slow, touches nothing."""
    return collect_report(folder, {"opened": f"no ({type(error).__name__})"}, {})


def recover(folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None) -> Steps[RecoveryResult]:
    """Recover a damaged library that nobody has open, telling of how far it has come: slow.

    Raises:
        NotRecoveredError: If what was made is not whole; all is as it was.
        LibraryBusyError: If another program recovers it, or has it open.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    return recovery.recover(folder, cipher, backup_folders_at(second_place))


def recover_and_repair(
    folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None
) -> Steps[tuple[RecoveryResult, RepairResult]]:
    """Recover a damaged library, and then mend what is mended when it opens: texts, originals and the index: slow.

    Raises:
        DeskError: As ``recover`` has it, or if what was recovered cannot be opened.
    """
    recovered = yield from recover(folder, cipher, second_place)
    with open_desk(folder, cipher) as desk:
        mended = yield from desk.repair.run(backup_folders_at(second_place))
    return recovered, mended


def rebuild(folder: Path, cipher: Cipher = PLAIN) -> Steps[RebuildResult]:
    """Make a library's database anew from originals and sidecars, telling of how far it has come; nobody has it open.

    Raises:
        NotRecoveredError: If there is nothing to make it of, or what was made is not whole; all is as it was.
        LibraryBusyError: If another program has it open.
        LibraryNewerError: If a newer version of the program wrote it.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    return rebuilding.rebuild(folder, cipher)


def restore_into(file: Path, folder: Path) -> Steps[RestoreResult]:
    """Make a library of a backup in a folder that is empty or not there: slow.

    Raises:
        RestoreTargetError: If something is in the folder.
        UnusableBackupError: If the file is no backup, or not whole.
        DiskFullError, LibraryUnwritableError: If it cannot be written there.
    """
    return Backups.restore(file, folder)


def backup_folders_at(second_place: Path | None) -> list[Path]:
    """The folders at a second place in which backups and originals may be; none where it cannot be reached."""
    return [] if second_place is None else restore_original.second_folders(second_place)


def was_damage_noticed(folder: Path) -> bool:
    """True if damage was met while a library was open, and nothing was done about it yet."""
    return damaged_database.is_noticed(folder)


def note_damage(folder: Path) -> None:
    """Remember that damage was met, for whoever opens the library next."""
    damaged_database.notice(folder)


def clear_damage(folder: Path) -> None:
    """Forget damage that was met: a look found all whole, or the person goes on as it is."""
    damaged_database.clear_notice(folder)

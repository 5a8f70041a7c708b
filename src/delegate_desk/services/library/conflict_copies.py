"""The copies that a service made of a library written on two computers at once, merged into the library that is open.

What both wrote comes together by the rules of ``core.conflicts``; what others sent by those of ``core.merging``. The
copies themselves stay as they are, put aside, with a list of what came, and of what gave way where both had changed it.
"""

import logging
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import LibraryDamagedError, LibraryNewerError
from delegate_desk.core.library.repair_results import CopiesMerged, ReparseResult
from delegate_desk.core.progress import Steps
from delegate_desk.parsing.process.reading_process import ReadingProcess
from delegate_desk.services.documents.reparse import ReadingAgain
from delegate_desk.services.exchange.packages import Packages
from delegate_desk.storage.db.conflict_merge import CopyIntake, CopyReading, MergePlan
from delegate_desk.storage.db.database import Database, disk_error
from delegate_desk.storage.db.stores.received_items import ReceivedStore
from delegate_desk.storage.files import conflict_copies as copies
from delegate_desk.storage.files.filesystem import conflict_copies
from delegate_desk.storage.files.originals import Originals

_log = logging.getLogger(__name__)
_ATTEMPTS = 3
"""How often what is to be put is worked out anew because somebody wrote meanwhile, before they are kept waiting."""


@dataclass(slots=True)
class _MergeProgress:
    """Results so far."""

    merged: list[str] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    reports: list[dict[str, Any]] = field(default_factory=list)
    superseded: int = 0
    to_read: set[DocumentId] = field(default_factory=set)


class Conflicts:
    """Merges copies of one library."""

    def __init__(self, database: Database, originals: Originals, reader: ReadingProcess, packages: Packages) -> None:
        self._database = database
        self._originals = originals
        self._reader = reader
        self._packages = packages

    def names(self) -> list[str]:
        """The copies there are, of whatever file."""
        return conflict_copies(self._database.folder)

    def merge(self) -> Steps[CopiesMerged]:
        """Merge the copies of the database, put all copies aside: slow, safe to repeat, no step to undo.

        Raises:
            DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written: what was merged is.
        """
        names = self.names()
        if not names:
            return CopiesMerged()
        so, later = _MergeProgress(), set[str]()
        library = self._database.folder
        told = ReparseResult()
        try:
            for name in copies.databases(library):
                try:
                    yield from self._merge(name, so)
                except LibraryNewerError:  # until the program is as new
                    so.unusable.append(name)
                    later.add(name)
                except LibraryDamagedError:
                    so.unusable.append(name)
            again = ReadingAgain(self._database, self._originals, self._reader)
            yield from again.run(so.to_read, told)
            self._packages.place_pending_notes()
            aside = [one for one in names if one not in later]
            what = {"copies": so.reports, "unusable": so.unusable}
            kept = copies.archive_copies(library, aside, what, self._database.cipher) if aside else None
        except OSError as error:
            raise disk_error(error, library) from error
        others = len(aside) - len(set(so.merged + so.unusable) - later)
        _log.info("Merged %d copies: %d rows, %d gave way", len(so.merged), so.rows.total(), so.superseded)
        return CopiesMerged(
            tuple(so.merged),
            dict(so.rows),
            so.superseded,
            tuple(so.unusable),
            others,
            (*told.missing.values(), *told.damaged.values()),
            kept,
        )

    def _merge(self, name: str, so: _MergeProgress) -> Steps[None]:
        with copies.opened(self._database.folder, name, self._database.cipher) as theirs:
            reading = CopyReading(self._database, theirs)
            if not reading.is_same_library():
                so.unusable.append(name)
                return
            received = ReceivedStore(theirs).everything()
            subjects = reading.names()
            for attempt in range(_ATTEMPTS):
                state = self._state()
                plan, joining = reading.plan_merge()
                for done, (subject, key) in enumerate(subjects):
                    yield done, len(subjects)
                    reading.compare(plan, joining, subject, key)
                is_last = attempt == _ATTEMPTS - 1
                with self._database.write():
                    if self._state() != state and not is_last:
                        continue
                    if self._state() != state:
                        plan = _planned(reading)
                    intake = CopyIntake(self._database)
                    intake.run(plan)
                    intake.put["received"] += self._packages.merge_received(received)
                break
        so.merged.append(name)
        so.rows += intake.put
        so.to_read |= intake.to_read
        so.superseded += len(plan.conflicting_rows)
        faults = [[part, str(fault)] for part, fault in intake.faults]
        gave_way = [asdict(one) for one in plan.conflicting_rows]
        so.reports.append({"name": name, "came": dict(intake.put), "gave_way": gave_way, "not_understood": faults})

    def _state(self) -> int:
        return self._database.changed_since(2**62)[0]


def _planned(reading: CopyReading) -> MergePlan:
    plan, joining = reading.plan_merge()
    for subject, key in reading.names():
        reading.compare(plan, joining, subject, key)
    return plan

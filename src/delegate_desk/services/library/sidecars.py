"""The sidecars of a library: each change of the record is written to plain files, soon after."""

import logging
import time

from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db.database import Database, Durability
from delegate_desk.storage.files.sidecar_export import Due, SidecarStore
from delegate_desk.storage.files.sidecar_files import Prepared, SidecarFiles

_log = logging.getLogger(__name__)
_AT_A_TIME = 50
_AT_THE_END = 5.0
"""Seconds that the program goes on for when it is closed; what is then left is written the next time."""


class Sidecars:
    """The sidecars of one library."""

    def __init__(self, store: SidecarStore, files: SidecarFiles, database: Database) -> None:
        self._store = store
        self._files = files
        self._database = database

    def count_outdated(self) -> int:
        return self._store.count_due()

    def catch_up(self) -> Steps[None]:
        """Write the sidecars that are due, and take away those of what is gone for good: slow, safe on any thread.

        It may be given up at each step, and several programs may do it at a time. What changes meanwhile is due again.

        Raises:
            DiskFullError: If there is no room; what was not written stays due.
            LibraryUnwritableError: If the folder cannot be written.
        """
        if not self._files.are_there():
            self._store.all_due()
        of = self.count_outdated()
        if not of:
            return
        self._files.delete_leftovers()
        done = 0
        while done < of and (batch := self._store.set_about(min(_AT_A_TIME, of - done))):
            self._write(batch)
            done += len(batch)
            yield done, of
        _log.debug("Wrote %d sidecars", done)

    def finish(self, seconds: float = _AT_THE_END) -> None:
        """Write what is due before the library is closed, for some seconds; what cannot be written stays due."""
        until = time.monotonic() + seconds
        try:
            for _ in self.catch_up():
                if time.monotonic() > until:
                    break
        except DeskError as error:  # the record is safe
            _log.warning("The sidecars could not be written: %s", type(error).__name__)

    def _write(self, batch: list[Due]) -> None:
        """Write some sidecars beside their places, put in place what nobody changed meanwhile, and settle that."""
        prepared: list[tuple[Due, Prepared]] = []
        put: list[Due] = []
        try:
            for due in batch:
                try:
                    content = self._store.build_content(due.subject, due.key)
                    prepared.append((due, self._files.prepare(due.subject, due.key, content)))
                except (ValueError, TypeError, KeyError) as error:  # what no store of ours wrote: the others go on
                    _log.error("A sidecar could not be made: %s", type(error).__name__)
            with self._database.write(Durability.TYPED):
                for due, file in prepared:
                    if self._store.is_still(due):
                        self._files.apply_prepared(file)
                        put.append(due)
        finally:
            for _, file in prepared:
                self._files.discard(file)
        self._files.sync_folders()
        self._store.is_done(put)

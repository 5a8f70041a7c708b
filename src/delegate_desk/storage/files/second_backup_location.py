"""A second place for backups, such as a stick: the copies of the database, and each original once.

The folder in it is made when the place is chosen. Where it is gone, the stick is not plugged in: nothing is made then,
for what would be written to is the empty folder at which it usually appears.
"""

import contextlib
import errno
import hashlib
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.library import backup as backups
from delegate_desk.core.library.backup import Backup
from delegate_desk.core.library.errors import SecondPlaceAbsentError, UnusableBackupError
from delegate_desk.core.progress import Steps
from delegate_desk.storage.files import backup_archive
from delegate_desk.storage.files.backups import listed
from delegate_desk.storage.files.workdirs import sync_file, sync_folder, temporary_workdir

_log = logging.getLogger(__name__)
_CHUNK = 1024 * 1024
_COPYING = "copying"


class SecondPlace:
    """The folder of one library at the place that was chosen."""

    def __init__(self, chosen: Path, library: str) -> None:
        self._chosen = chosen
        self.folder = chosen / f"delegate-desk-{library[:8]}"
        self._originals = self.folder / "originals"

    @property
    def present(self) -> bool:
        """True if it can be reached now."""
        return self.folder.is_dir()

    def prepare(self) -> None:
        """Make the folder, when the place is chosen.

        Raises:
            SecondPlaceAbsentError: If the place is not there.
            ExportFailedError: If it cannot be written to.
        """
        if not self._chosen.is_dir():
            raise SecondPlaceAbsentError(str(self._chosen))
        with self._translate_errors():
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with temporary_workdir(self.folder, _COPYING):
                pass

    def all(self) -> list[Backup]:
        """The backups there, newest first; what they are kept as is not said."""
        return listed(self.folder, second=True)

    def lacks(self, backup: Backup) -> bool:
        """True if a backup is not there yet."""
        return not (self.folder / backup.path.name).is_file()

    def copy_backup(self, backup: Backup, originals: Path) -> Steps[None]:
        """Copy the originals that a backup names and are not there yet, then the backup; yields files done, and of.

        Each copy is read again before it is there. An original that is not what it is named by is not copied.

        Args:
            backup: One of the library's folder.
            originals: The folder of the library's originals.

        Raises:
            SecondPlaceAbsentError: If the place is not there, or goes meanwhile.
            ExportFailedError: If it cannot be written to.
        """
        if not self.present:
            raise SecondPlaceAbsentError(str(self._chosen))
        manifest = backup_archive.read_manifest(backup.path)
        with self._translate_errors():
            wanted = [place for place in manifest.originals if self._wants(originals / place, self._originals / place)]
            for number, place in enumerate(wanted):
                yield number, len(wanted) + 1
                named = None if manifest.encrypted else Path(place).stem
                self._copy(originals / place, self._originals / place, named)
            if self.lacks(backup):
                self._copy(backup.path, self.folder / backup.path.name, None)
            yield len(wanted) + 1, len(wanted) + 1

    def remove(self, some: Sequence[Backup]) -> None:
        """Delete backups that have had their time, and the originals that none of those that stay names."""
        with self._translate_errors():
            for backup in some:
                backup.path.unlink(missing_ok=True)
            if not some:
                return
            named: set[str] = set()
            for path in self.folder.glob(f"*{backups.SUFFIX}"):
                try:
                    named.update(backup_archive.read_manifest(path).originals)
                except UnusableBackupError:  # who knows what it names
                    return
            for path in self._originals.glob("??/*"):
                if path.relative_to(self._originals).as_posix() not in named:
                    path.unlink()

    def _wants(self, here: Path, there: Path) -> bool:
        if not here.is_file():
            return False
        return not there.is_file() or there.stat().st_size != here.stat().st_size

    def _copy(self, here: Path, there: Path, named: str | None) -> None:
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with temporary_workdir(self.folder, _COPYING) as place:
            beside, digest = place / there.name, hashlib.sha256()
            with here.open("rb") as source, beside.open("xb") as target:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    target.write(chunk)
            sync_file(beside)
            if named is not None and digest.hexdigest() != named:
                _log.warning("An original is not what it is named by, and was not copied to the second place")
                return
            if _hash(beside) != digest.hexdigest():
                raise ExportFailedError(str(there), "what was written is not what is read")
            beside.replace(there)
        sync_folder(there.parent)

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if not self._chosen.is_dir() or (not self.present and error.errno == errno.ENOENT):
                raise SecondPlaceAbsentError(str(self._chosen)) from error
            raise ExportFailedError(str(self.folder), error.strerror or type(error).__name__) from error


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

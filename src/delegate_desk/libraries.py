"""Libraries that nobody has open: the samples, recovery, rebuilding, backups, and damage that was met."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import policies
from delegate_desk.core.progress import Steps
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import damaged_database

if TYPE_CHECKING:
    from delegate_desk.core.library.backup import RestoreResult
    from delegate_desk.core.library.reports import (
        RebuildResult,
        RecoveryResult,
        RepairResult,
        SupportReport,
    )


def prepare_samples(
    folder: Path,
    delegation: str | None = None,
    *,
    language: str | None = None,
    fresh: bool = False,
) -> Steps[bool]:
    """Fill the library of samples the first time, and leave it as it was after that; True if it was filled: slow.

    Args:
        folder: The library.
        delegation: Whose position is in it, if it is known.
        language: Of the notes and the position, such as the window's; English if none is given.
        fresh: Delete it first, if it holds the samples.

    Raises:
        DeskError: If it cannot be made, or if it is another's.
    """
    from delegate_desk.services.documents import samples

    if not samples.prepare_folder(folder, fresh=fresh):
        return False
    with open_desk(folder) as desk:
        whose = policies.locked_delegation() or delegation or samples.DELEGATION
        yield from desk.samples.fill(whose, language or samples.LANGUAGE)
    samples.mark_complete(folder)
    return True


def report_unopened(folder: Path, error: DeskError) -> "SupportReport":
    """The report for support on a library that cannot be opened: slow, touches nothing."""
    from delegate_desk.services.library.check import collect_report

    return collect_report(folder, {"opened": f"no ({type(error).__name__})"}, {})


def recover(folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None) -> "Steps[RecoveryResult]":
    """Recover a damaged library that nobody has open, telling of how far it has come: slow.

    Raises:
        NotRecoveredError: If what was made is not whole; all is as it was.
        LibraryBusyError: If another program recovers it, or has it open.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    from delegate_desk.services.library import recovery

    return recovery.recover(folder, cipher, backup_folders_at(second_place))


def recover_and_repair(
    folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None
) -> "Steps[tuple[RecoveryResult, RepairResult]]":
    """Recover a damaged library, and then mend what is mended when it opens: texts, originals and the index: slow.

    Raises:
        DeskError: As ``recover`` has it, or if what was recovered cannot be opened.
    """
    recovered = yield from recover(folder, cipher, second_place)
    with open_desk(folder, cipher) as desk:
        mended = yield from desk.repair.run(backup_folders_at(second_place))
    return recovered, mended


def rebuild(folder: Path, cipher: Cipher = PLAIN) -> "Steps[RebuildResult]":
    """Make a library's database anew from originals and sidecars, telling of how far it has come; nobody has it open.

    Raises:
        NotRecoveredError: If there is nothing to make it of, or what was made is not whole; all is as it was.
        LibraryBusyError: If another program has it open.
        LibraryNewerError: If a newer version of the program wrote it.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    from delegate_desk.services.library import recovery

    return recovery.rebuild(folder, cipher)


def restore_into(file: Path, folder: Path) -> "Steps[RestoreResult]":
    """Make a library of a backup in a folder that is empty or not there: slow.

    Raises:
        RestoreTargetError: If something is in the folder.
        UnusableBackupError: If the file is no backup, or not whole.
        DiskFullError, LibraryUnwritableError: If it cannot be written there.
        PolicyError: If an administrator has set another folder.
    """
    from delegate_desk.services.library.backups import Backups

    return Backups.restore(file, folder)


def backup_folders_at(second_place: Path | None) -> list[Path]:
    """The folders at a second place in which backups and originals may be; none where it cannot be reached."""
    if second_place is not None:
        with contextlib.suppress(OSError):
            return sorted(path for path in second_place.glob("delegate-desk-*") if path.is_dir())
    return []


was_damage_noticed = damaged_database.is_noticed
note_damage = damaged_database.notice
clear_damage = damaged_database.clear_notice

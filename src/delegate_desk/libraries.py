"""Libraries that nobody has open: samples, recovery, rebuilding, backups, and damage found."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.library import policies
from delegate_desk.core.progress import Steps
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import damaged_database

if TYPE_CHECKING:
    from delegate_desk.core.library.backup import RestoreResult
    from delegate_desk.core.library.reports import RebuildResult, RecoveryResult, RepairResult


def prepare_samples(
    folder: Path, delegation: str | None = None, *, language: str | None = None, fresh: bool = False
) -> Steps[bool]:
    """Fill the library of samples the first time; True if it was filled. Slow.

    Args:
        delegation: Delegation of its position, if it is known.
        language: Language of the notes and the position, such as the window's; English by default.
        fresh: Delete it first, if it holds the samples.

    Raises:
        DeskError: If it cannot be created, or if the folder holds another library.
    """
    from delegate_desk.services.documents import samples

    if not samples.prepare_folder(folder, fresh=fresh):
        return False
    with open_desk(folder) as desk:
        owner = policies.locked_delegation() or delegation or samples.DELEGATION
        yield from desk.samples.fill(owner, language or samples.LANGUAGE)
    (folder / samples.MARKER).write_text("ready", encoding="utf-8")
    return True


def recover(folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None) -> "Steps[RecoveryResult]":
    """Recover a damaged library, with the errors of ``services.library.recovery.recover``. Slow."""
    from delegate_desk.services.library import recovery

    return recovery.recover(folder, cipher, backup_folders_at(second_place))


def recover_and_repair(
    folder: Path, cipher: Cipher = PLAIN, second_place: Path | None = None
) -> "Steps[tuple[RecoveryResult, RepairResult]]":
    """Recover a damaged library, then repair texts, originals and the index. Slow.

    Raises:
        DeskError: As for ``recover``, or if the recovered library cannot be opened.
    """
    recovered = yield from recover(folder, cipher, second_place)
    with open_desk(folder, cipher) as desk:
        mended = yield from desk.repair.run(backup_folders_at(second_place))
    return recovered, mended


def rebuild(folder: Path, cipher: Cipher = PLAIN) -> "Steps[RebuildResult]":
    """Rebuild a library's database, with the errors of ``services.library.recovery.rebuild``. Slow."""
    from delegate_desk.services.library import recovery

    return recovery.rebuild(folder, cipher)


def restore_into(file: Path, folder: Path) -> "Steps[RestoreResult]":
    """Create a library from a backup in an empty or new folder, with the errors of ``Backups.restore``. Slow."""
    from delegate_desk.services.library.backups import Backups

    return Backups.restore(file, folder)


def backup_folders_at(second_place: Path | None) -> list[Path]:
    """Return the folders at a second location that may contain backups and originals; empty if it is unavailable."""
    if second_place is not None:
        with contextlib.suppress(OSError):
            return sorted(path for path in second_place.glob("delegate-desk-*") if path.is_dir())
    return []


was_damage_noticed = damaged_database.is_noticed
note_damage = damaged_database.notice
clear_damage = damaged_database.clear_notice

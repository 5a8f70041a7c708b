"""Encryption of a library that nobody has open.

The database, the originals, the sidecars, the backups and the damaged files put aside are rewritten; the search index
is rebuilt when the library is opened. The old files are deleted, but flash storage may keep traces of them for a while,
and files that left the library before (exports, packages, backups elsewhere) are not changed. Full-disk encryption is
the general protection.
"""

import logging
from pathlib import Path

from delegate_desk import paths
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.library import policies
from delegate_desk.core.library.errors import AlreadyEncryptedError, NotEncryptedError
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db import damaged_database, encrypt_library, passphrase, sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.passphrase import LEAST
from delegate_desk.storage.files.filesystem import disk_errors

__all__ = ["LEAST", "change", "is_encrypted", "turn_off", "turn_on", "unlock"]

_log = logging.getLogger(__name__)


def is_encrypted(folder: Path) -> bool:
    """True if a library opens with a passphrase.

    Raises:
        LibraryBusyError: If another program is encrypting or decrypting it.
        DiskFullError, LibraryUnwritableError: If an interrupted encryption or decryption cannot be finished.
    """
    _finish_interrupted(folder)
    return sqlite_engine.is_encrypted(folder)


def unlock(folder: Path, words: str) -> Cipher:
    """Return the cipher of a library: slow on purpose, so that guessing is slow.

    Raises:
        WrongPassphraseError: If the passphrase is wrong.
        KeyDamagedError: If the key file cannot be read; nothing is written.
    """
    _finish_interrupted(folder)
    return passphrase.unlock(folder, words)


def change(folder: Path, old: str, new: str) -> None:
    """Change the passphrase, at once. Earlier backups still open with the passphrase that they were made with.

    Raises:
        NotEncryptedError: If the library is not encrypted.
        WrongPassphraseError: If the old passphrase is wrong.
        PassphraseTooShortError: If the new passphrase has fewer than ``LEAST`` characters.
        KeyDamagedError: If the key file cannot be read; nothing is written.
        DiskFullError, LibraryUnwritableError: If it cannot be written; the old passphrase stays valid.
    """
    if not is_encrypted(folder):
        raise NotEncryptedError(str(folder))
    passphrase.change(folder, old, new)


def turn_on(folder: Path, words: str) -> Steps[Cipher]:
    """Encrypt a library, yielding bytes done and total. Slow. A new library is created if there is none.

    Cancelled between two steps, it changes nothing.

    Raises:
        AlreadyEncryptedError: If it is encrypted already.
        PassphraseTooShortError: If it has fewer than ``LEAST`` characters.
        LibraryBusyError: If a program has it open.
        DiskFullError: If there is no space for a full copy.
        LibraryDamagedError, LibraryUnwritableError: If it cannot be encrypted; nothing is changed.
    """
    policies.check_folder(folder, paths.demo_library())
    if is_encrypted(folder):
        raise AlreadyEncryptedError(str(folder))
    cipher, locked = passphrase.create_key(words)
    Database(folder).close()  # it has the current version, and opens
    with disk_errors(folder):
        yield from encrypt_library.convert(folder, PLAIN, cipher, lambda place: passphrase.write_key(place, locked))
    return cipher


def turn_off(folder: Path, cipher: Cipher) -> Steps[None]:
    """Decrypt a library, yielding bytes done and total. Slow.

    Cancelled between two steps, it changes nothing.

    Raises:
        NotEncryptedError: If it is not encrypted.
        LibraryBusyError: If a program has it open.
        DiskFullError: If there is no space for a full copy.
        LibraryDamagedError, LibraryUnwritableError: If it cannot be decrypted; nothing is changed.
        PolicyError: If the administrator requires encryption.
    """
    if not is_encrypted(folder):
        raise NotEncryptedError(str(folder))
    policies.check_decryption(folder)
    Database(folder, cipher).close()
    with disk_errors(folder):
        yield from encrypt_library.convert(folder, cipher, PLAIN, lambda _: None)


def _finish_interrupted(folder: Path) -> None:
    with disk_errors(folder):
        encrypt_library.finish(folder)
        damaged_database.finish(folder)

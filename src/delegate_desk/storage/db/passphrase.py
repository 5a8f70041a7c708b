"""The key of an encrypted library: random, and stored encrypted with a key derived from the passphrase.

``library.key`` is JSON: how a key is derived from the passphrase (Argon2id, RFC 9106), and the library's key encrypted
with it (AES-256-GCM), authenticated together with the parameters. A new passphrase encrypts the same key again: one
file is written. A second copy is among the backups, as nothing in the library can be read without this file.
"""

import base64
import contextlib
import hashlib
import json
import logging
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.library.errors import KeyDamagedError, PassphraseTooShortError, WrongPassphraseError
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, move, written_whole
from delegate_desk.storage.db.sqlite_engine import is_encrypted, key_files
from delegate_desk.storage.files.filesystem import disk_errors, sync_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM


LEAST = 8
"""Minimum number of characters of a passphrase."""
_FORMAT = "delegate-desk library key 1"
_MEMORY, _PASSES, _LANES = 64 * 1024, 3, 4  # KiB; 0.2 s on a laptop of 2024
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 2 * 1024 * 1024, 100, 64
_LARGEST = 10_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Locked:
    memory: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    key: bytes

    def decrypt(self, passphrase: str, folder: Path) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._box(passphrase).decrypt(self.nonce, self.key, self._about())
        except InvalidTag as error:
            raise WrongPassphraseError(str(folder)) from error

    @classmethod
    def seal_key(cls, key: bytes, passphrase: str) -> "_Locked":
        empty = cls(_MEMORY, _PASSES, _LANES, os.urandom(16), os.urandom(12), b"")
        return replace(empty, key=empty._box(passphrase).encrypt(empty.nonce, key, empty._about()))

    def _box(self, passphrase: str) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # few libraries are encrypted
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        typed = unicodedata.normalize("NFC", passphrase).encode()  # keyboards differ in how they compose a letter
        derivation = Argon2id(
            salt=self.salt, length=32, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory
        )
        return AESGCM(derivation.derive(typed))

    def _about(self) -> bytes:
        return json.dumps([_FORMAT, self.memory, self.passes, self.lanes, _text(self.salt)]).encode()

    def as_json(self) -> bytes:
        derivation = {"memory": self.memory, "passes": self.passes, "lanes": self.lanes, "salt": _text(self.salt)}
        wrapped = {"nonce": _text(self.nonce), "key": _text(self.key)}
        content = {"format": _FORMAT, "argon2id": derivation, "aes_256_gcm": wrapped, "sha256": self._digest()}
        return json.dumps(content, indent=1).encode() + b"\n"

    def _digest(self) -> str:
        """Return a digest that distinguishes a damaged file from a wrong passphrase."""
        return hashlib.sha256(self._about() + self.nonce + self.key).hexdigest()

    @classmethod
    def read(cls, file: Path) -> "_Locked":
        try:
            with file.open("rb") as opened:
                content: Any = json.loads(opened.read(_LARGEST))
            derivation, wrapped = content["argon2id"], content["aes_256_gcm"]
            locked = cls(
                int(derivation["memory"]),
                int(derivation["passes"]),
                int(derivation["lanes"]),
                _bytes(derivation["salt"]),
                _bytes(wrapped["nonce"]),
                _bytes(wrapped["key"]),
            )
            is_known = content["format"] == _FORMAT
            is_whole = content["sha256"] == locked._digest()
        except OSError as error:
            raise KeyDamagedError(str(file), error.strerror or type(error).__name__) from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise KeyDamagedError(str(file), "it is no key file, or not whole") from error
        if not is_known:
            raise KeyDamagedError(str(file), "another version of Delegate Desk wrote it")
        sizes = is_whole and (len(locked.salt), len(locked.nonce), len(locked.key)) == (16, 12, 48)
        is_bearable = 1 <= locked.passes <= _MOST_PASSES and 1 <= locked.lanes <= _MOST_LANES
        if not (sizes and is_bearable and 8 * locked.lanes <= locked.memory <= _MOST_MEMORY):
            raise KeyDamagedError(str(file), "it is not whole")
        return locked


def create_key(passphrase: str) -> tuple[Cipher, bytes]:
    """Return the cipher of a new key, and the content of its key file: the key, encrypted with a passphrase. Slow."""
    _check(passphrase)
    key = os.urandom(32)
    return SealedCipher(key), _Locked.seal_key(key, passphrase).as_json()


def unlock(folder: Path, passphrase: str) -> Cipher:
    """Return the cipher for the files of a library; the plain cipher if it is not encrypted. Slow."""
    return SealedCipher(_key(folder, passphrase)) if is_encrypted(folder) else PLAIN


def change(folder: Path, old: str, new: str) -> None:
    """Encrypt the key with a new passphrase, in a single step. Slow.

    A person with the old passphrase and a copy of the old file can still read: earlier backups contain that copy.
    """
    _check(new)
    key = _key(folder, old)
    write_key(folder, _Locked.seal_key(key, new).as_json())
    _log.info("The passphrase was changed")


def _check(passphrase: str) -> None:
    if len(passphrase) < LEAST:
        raise PassphraseTooShortError(LEAST)


def _key(folder: Path, passphrase: str) -> bytes:
    file, second = key_files(folder)
    try:
        key = _Locked.read(file).decrypt(passphrase, folder)
    except KeyDamagedError:
        if not second.exists():
            raise
        locked = _Locked.read(second)
        _log.warning("The key was read from its second copy")
        key = locked.decrypt(passphrase, folder)
        if file.exists():  # put aside, never written over
            move(file, file.with_name(f"{file.name}.damaged"))
        _write_atomically(file, locked.as_json())
        return key
    with contextlib.suppress(OSError):  # a second copy can wait for a folder that can be written
        if not second.exists() or second.read_bytes() != file.read_bytes():
            _write_atomically(second, file.read_bytes())
    return key


def write_key(folder: Path, content: bytes) -> None:
    with disk_errors(folder):
        for file in key_files(folder):
            _write_atomically(file, content)


def _write_atomically(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in file.parent.glob(f"{file.name}.*.new"):  # by a killed program
        delete(left)
    with written_whole(file) as opened:
        opened.write(content)
    sync_folder(file.parent)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

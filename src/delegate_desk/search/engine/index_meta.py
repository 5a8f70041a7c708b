"""The small file beside the index: what it was made with, and the last change that it holds.

It is read without Whoosh and numpy, so that whether anything waits is known before they are loaded.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, DiskFullError, LibraryUnwritableError
from delegate_desk.search.engine import analysis


class IndexDamagedError(Exception):
    """The index cannot be used, or is of another version or library: ``reset`` it and make it anew."""


@contextlib.contextmanager
def meeting_damage(folder: Path) -> Iterator[None]:
    """Tell damage from the rest: Whoosh meets it with TypeError, struct.error, MemoryError and more."""
    try:
        yield
    except (IndexDamagedError, DeskError):
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFullError(str(folder.parent)) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        if not folder.parent.exists():  # such as a stick pulled away
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        raise IndexDamagedError(type(error).__name__) from error
    except Exception as error:
        raise IndexDamagedError(type(error).__name__) from error


FORMAT = 6
"""How entries lie in the index (``schema``); an index of another format is rebuilt.

6: as 5; the table of contents is JSON."""

SEAL = 16
"""Bytes of a seal."""

_NAME = "about.json"
_GENERATION = re.compile(r"_MAIN_(\d+)\.toc")


class About:
    """The small file beside the index of one library.

    Args:
        folder: Of the index.
        library: Whose index it is.
        cipher: What all files of the folder pass through.
    """

    def __init__(self, folder: Path, library: str, cipher: Cipher = PLAIN) -> None:
        self._folder = folder
        self._cipher = cipher
        self._made_with = {"format": FORMAT, "analysis": analysis.VERSION, "library": library}

    def mark(self) -> int:
        """The last change that the index holds: by a file of our making, and no newer than the table of contents.

        Raises:
            IndexDamagedError: If it is of another library or version, or the table of contents is an older one.
            Exception: Of many kinds, if it is not what was written.
        """
        about = read_sealed(self._folder / _NAME, self._cipher)
        other = [name for name, value in self._made_with.items() if about[name] != value]
        if other:
            raise IndexDamagedError(f"index of another {' and '.join(other)}")
        if about["generation"] > generation(self._folder):
            raise IndexDamagedError("an older table of contents")
        return int(about["mark"])

    def note(self, mark: int) -> None:
        """Write it, whole or not at all."""
        known = {**self._made_with, "mark": mark, "generation": generation(self._folder)}
        write_sealed(self._folder / _NAME, known, self._cipher)


def generation(folder: Path) -> int:
    """The number of the newest table of contents; -1 where there is none."""
    return max((number(path.name) for path in folder.iterdir()), default=-1)


def number(name: str) -> int:
    """The number of a table of contents, by the name of its file; -1 for any other file."""
    found = _GENERATION.fullmatch(name)
    return int(found[1]) if found else -1


def read_sealed(path: Path, cipher: Cipher = PLAIN) -> dict[str, Any]:
    """Read a small file that ``write_sealed`` wrote.

    Raises:
        Exception: Of many kinds, if it is not what was written.
    """
    values: dict[str, Any] = json.loads(cipher.unseal(path.read_bytes(), sealed_name(path.name)))
    if values.pop("seal") != _compute_seal(values):
        raise ValueError("not what was written")
    return values


def write_sealed(path: Path, values: Mapping[str, Any], cipher: Cipher = PLAIN) -> None:
    """Write a small file, whole or not at all."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    content = json.dumps({**values, "seal": _compute_seal(values)}).encode()
    beside.write_bytes(cipher.seal(content, sealed_name(path.name)))
    beside.replace(path)


def sealed_name(name: str) -> str:
    """Name under which a file of the folder is encrypted."""
    return f"index:{name}"


def seal(*parts: bytes) -> bytes:
    """Hash that distinguishes these parts from any others."""
    found = hashlib.blake2b(digest_size=SEAL)
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.digest()


def _compute_seal(values: Mapping[str, Any]) -> str:
    return seal(json.dumps(values, sort_keys=True).encode()).hex()

"""Segment of the index as a single file: named arrays, mapped into memory, each with its checksum.

In an encrypted library the file is encrypted as a whole: it is assembled in memory, and decrypted into memory, so that
its plain content is never on the disk.

A file begins with a magic number and the position of its directory, which follows the arrays because it contains their
checksums. The directory contains the segment's name, so that files cannot be confused, and the number of entries.
"""

import base64
import io
import json
import mmap
import os
import secrets
import struct
import threading
import weakref
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Self

import numpy as np

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search.engine import SUFFIX

Array = np.ndarray[Any, np.dtype[Any]]

_MARK = b"DDarr2\r\n"
_HEAD = struct.Struct("<8sQII")  # mark; of the directory: offset, length, CRC-32
_ALIGNED = 64
_STEP = 8 << 20


class ArrayFileWriter:
    """Writes one segment file, array after array; it is completely on the disk before it can be referenced.

    Args:
        path: Path of the file; an existing one is overwritten.
        name: Name of the segment, if it differs from the file name without suffix.
    """

    def __init__(self, path: Path, entries: int, name: str | None = None, cipher: Cipher = PLAIN) -> None:
        self._name = path.name.removesuffix(SUFFIX) if name is None else name
        self._entries = entries
        self._arrays: dict[str, list[Any]] = {}  # type, number of items, offset, checksum
        self._end = _align(_HEAD.size)
        self._cipher = cipher
        self._target = path.open("wb")
        self._file: BinaryIO = io.BytesIO() if cipher.seals else self._target

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:  # nothing takes an unfinished file for a segment
            self._file.close()
            self._target.close()
            return
        directory = json.dumps({"name": self._name, "entries": self._entries, "arrays": self._arrays}).encode()
        self._end = _align(self._end)
        with self._target as target, self._file as file:
            file.seek(self._end)
            file.write(directory)
            file.seek(0)
            file.write(_HEAD.pack(_MARK, self._end, len(directory), zlib.crc32(directory)))
            if self._cipher.seals:
                file.seek(0)
                self._cipher.copy_in(file, target, _sealed_name(self._name))
            target.flush()
            os.fsync(target.fileno())

    def append(self, name: str, items: Array) -> None:
        """Write the next items of an array; arrays may not be interleaved."""
        if name not in self._arrays:
            self._end = _align(self._end)
            self._arrays[name] = [items.dtype.str, 0, self._end, 0]
            self._file.seek(self._end)
        array = self._arrays[name]
        data = np.ascontiguousarray(items, dtype=array[0]).data.cast("B") if items.size else memoryview(b"")
        self._file.write(data)
        self._end += len(data)
        array[1] += items.size
        array[3] = zlib.crc32(data, array[3])


class SegmentFile:
    """The arrays of one segment; they are read from the disk on first access, and are read-only.

    A map stays valid after the file is deleted, as long as the arrays are in use. A sealed file is decrypted as a
    whole, into memory that is released with them.

    Attributes:
        cache: For values computed from the arrays on first use.
        checked: True after ``check`` has finished; always for a decrypted file, as decrypting is a check.

    Raises:
        OSError: If it is missing, or not a complete segment file.
        SealBrokenError: If it was sealed and has been changed.
    """

    _opened: ClassVar[weakref.WeakValueDictionary[tuple[object, ...], "SegmentFile"]] = weakref.WeakValueDictionary()
    _opening: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, path: Path, name: str | None = None, cipher: Cipher = PLAIN) -> None:
        expected = path.name.removesuffix(SUFFIX) if name is None else name
        with path.open("rb") as file:
            length = os.fstat(file.fileno()).st_size
            if length < _HEAD.size:
                raise OSError("too short for a segment")
            if cipher.seals:
                self._map = mmap.mmap(-1, length)
                if hasattr(mmap, "MADV_DONTDUMP"):  # no plain content in a core dump
                    self._map.madvise(mmap.MADV_DONTDUMP)
                for chunk in cipher.chunks(file, _sealed_name(expected)):
                    self._map.write(chunk)
                length = self._map.tell()
                if length < _HEAD.size:
                    raise OSError("too short for a segment")
            else:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._bytes = memoryview(self._map).toreadonly() if cipher.seals else self._map
        mark, offset, size, checksum = _HEAD.unpack_from(self._map)
        if mark != _MARK:
            raise OSError("no segment")
        directory = self._map[offset : offset + size]
        if offset + size != length or zlib.crc32(directory) != checksum:
            raise OSError("not a whole segment")
        header = json.loads(directory)
        self.name: str = header["name"]
        if self.name != expected:
            raise OSError("another segment")
        self.size: int = header["entries"]
        self.checked = cipher.seals
        self.cache: dict[Any, Any] = {}
        self._directory: dict[str, tuple[str, int, int, int]] = header["arrays"]
        self._arrays: dict[str, Array] = {}

    @classmethod
    def open_shared(cls, path: Path, cipher: Cipher = PLAIN) -> "SegmentFile":
        """Return the file of a segment, opened once as long as it is the same file."""
        with cls._opening:
            stat = path.stat()
            key = (str(path), stat.st_ino, stat.st_size, stat.st_mtime_ns)
            file = cls._opened.get(key)
            if file is None:
                file = cls._opened[key] = cls(path, cipher=cipher)
            return file

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def __getitem__(self, name: str) -> Array:
        found = self._arrays.get(name)
        if found is None:
            dtype, length, offset, _ = self._directory[name]
            kind = np.dtype(dtype)
            found = np.frombuffer(self._bytes, kind, length, offset) if length else np.zeros(0, kind)
            self._arrays[name] = found
        return found

    def names(self) -> list[str]:
        """Return the names of all arrays, in file order."""
        return list(self._directory)

    def check(self) -> Iterator[None]:
        """Verify the checksum of each array, at most 8 MB per step.

        Raises:
            OSError: If an array was changed.
        """
        for name, (dtype, length, offset, checksum) in self._directory.items():
            end = offset + np.dtype(dtype).itemsize * length
            found = 0
            for start in range(offset, end, _STEP):
                with memoryview(self._map) as content, content[start : min(start + _STEP, end)] as part:
                    found = zlib.crc32(part, found)
                yield
            if found != checksum:
                raise OSError(f"the array {name} is not what was written")
        self.checked = True


def _sealed_name(name: str) -> str:
    """Return the name under which the file of a segment is encrypted, independent of its path."""
    return f"index:{name}{SUFFIX}"


def _align(offset: int) -> int:
    return -(-offset // _ALIGNED) * _ALIGNED


class Segment:
    """Some entries of the index, in a file that never changes; deletions are stored here.

    Attributes:
        size: Number of entries in the file, including deleted entries.
        lengths: By text field, the number of terms of all entries together.
        deletions: By entry, whether it is deleted; None if none is.
    """

    def __init__(self, size: int = 0, lengths: Mapping[str, int] | None = None, identity: str | None = None) -> None:
        self.identity = identity or secrets.token_hex(8)  # which no seed repeats
        self.size = size
        self.lengths = dict(lengths or {})
        self.deletions: Array | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Segment) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)

    @property
    def file_name(self) -> str:
        return f"MAIN_{self.identity}{SUFFIX}"

    @property
    def deleted_count(self) -> int:
        return 0 if self.deletions is None else int(np.count_nonzero(self.deletions))

    @property
    def count(self) -> int:
        """Return the number of entries that are not deleted."""
        return self.size - self.deleted_count

    def delete(self, entries: Array) -> int:
        """Delete entries by number; return how many were not deleted before."""
        if not len(entries):
            return 0
        if self.deletions is None:
            self.deletions = np.zeros(self.size, dtype=bool)
        old_count = self.deleted_count
        self.deletions[entries] = True
        return self.deleted_count - old_count

    def to_json(self) -> dict[str, Any]:
        bits = None if self.deletions is None else base64.b64encode(np.packbits(self.deletions).tobytes()).decode()
        return {"identity": self.identity, "size": self.size, "lengths": self.lengths, "deleted": bits}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        segment = cls(values["size"], values["lengths"], values["identity"])
        if values["deleted"] is not None:
            packed = np.frombuffer(base64.b64decode(values["deleted"]), dtype=np.uint8)
            segment.deletions = np.unpackbits(packed, count=segment.size).astype(bool)
        return segment

"""The pages of a database file, read without SQLite, for a file that SQLite gives up.

The log beside the file is laid over it as far as SQLite itself would believe it: to the last commit whose checksums
hold (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). Pages of an encrypted database are those of
SQLCipher 4 under a raw key: AES-256-CBC, the first vector and a code of authenticity at the end of each page
(https://www.zetetic.net/sqlcipher/design/). The code is not looked at: what it would refuse is looked through too.
"""

import contextlib
import struct
from pathlib import Path
from types import TracebackType
from typing import Self

from delegate_desk.cipher import PLAIN, Cipher

MAGIC = b"SQLite format 3\0"
_SIZE = 4096
"""The bytes of a page where the head of the file does not say: what SQLite writes unless told otherwise."""
_SEALED_END = 80
"""Bytes of a page of SQLCipher that hold no content: 16 of the vector, 64 of the code."""
_LOG_HEAD, _FRAME_HEAD = 32, 24


class DatabasePages:
    """The pages of one database file, by number from 1, with its log laid over them.

    Attributes:
        size: Bytes of a page.
        usable: Bytes of a page that hold content.
        count: How many pages there are.
    """

    def __init__(self, file: Path, cipher: Cipher = PLAIN) -> None:
        """Open a file, which may be absent, empty or anything at all.

        Raises:
            OSError: If it is there and cannot be read.
        """
        self._key = cipher.key("database") if cipher.seals else b""
        self._file = file.open("rb") if file.is_file() else None
        log = file.with_name(f"{file.name}-wal")
        self._log = log.open("rb") if log.is_file() else None
        self.size = self._page_size()
        self._frames, pages = self._logged()
        stored = (file.stat().st_size + self.size - 1) // self.size if self._file else 0
        self.count = max(stored, pages, *self._frames, 0)
        self.usable = self.size - (_SEALED_END if self._key else self._reserved())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for file in (self._file, self._log):
            if file:
                file.close()

    def get(self, number: int) -> bytes:
        """A page's content, zeros where there is none; nothing for one that does not exist or cannot be read."""
        if not 0 < number <= self.count:
            return b""
        with contextlib.suppress(OSError):  # a sector that the disk cannot read
            return self._opened(number, self._raw(number))
        return b""

    def _raw(self, number: int) -> bytes:
        file, place = self._file, (number - 1) * self.size
        if number in self._frames:
            file, place = self._log, self._frames[number]
        if file is None:
            return b""
        file.seek(place)
        return file.read(self.size)

    def _opened(self, number: int, raw: bytes) -> bytes:
        whole = raw.ljust(self.size, b"\0")
        if not self._key or not raw:
            return whole if raw else b""
        from cryptography.hazmat.primitives.ciphers import Cipher as BlockCipher
        from cryptography.hazmat.primitives.ciphers.algorithms import AES
        from cryptography.hazmat.primitives.ciphers.modes import CBC

        head = 16 if number == 1 else 0  # of the first page, the salt
        end = self.size - _SEALED_END
        box = BlockCipher(AES(self._key), CBC(whole[end : end + 16])).decryptor()
        content = box.update(whole[head:end]) + box.finalize()
        return MAGIC[:head] + content + bytes(_SEALED_END)

    def _page_size(self) -> int:
        for file, place, form, magic in ((self._file, 16, ">H", MAGIC), (self._log, 8, ">I", b"\x37\x7f\x06")):
            if file is None or (self._key and file is self._file):
                continue
            file.seek(0)
            head = file.read(32)
            if head.startswith(magic) and len(head) == 32:
                size = int(struct.unpack_from(form, head, place)[0])
                size = 65536 if size == 1 else size
                if 512 <= size <= 65536 and not size & (size - 1):
                    return size
        return _SIZE

    def _reserved(self) -> int:
        first = self._raw(1)
        return first[20] if first.startswith(MAGIC) and first[20] <= self.size - 480 else 0

    def _logged(self) -> tuple[dict[int, int], int]:
        """Return the offset in the log of each page's last committed state, and the number of pages at that time."""
        if self._log is None:
            return {}, 0
        self._log.seek(0)
        head = self._log.read(_LOG_HEAD)
        if len(head) < _LOG_HEAD or head[:3] != b"\x37\x7f\x06" or head[3] not in (0x82, 0x83):
            return {}, 0
        order = ">" if head[3] & 1 else "<"
        salts = head[16:24]
        state = _checksum(order, head[:24], (0, 0))
        if struct.pack(">II", *state) != head[24:]:
            return {}, 0
        committed: dict[int, int] = {}
        pending: dict[int, int] = {}
        pages = 0
        while len(frame := self._log.read(_FRAME_HEAD + self.size)) == _FRAME_HEAD + self.size:
            number, size = struct.unpack_from(">II", frame)
            state = _checksum(order, frame[_FRAME_HEAD:], _checksum(order, frame[:8], state))
            if frame[8:16] != salts or struct.pack(">II", *state) != frame[16:24] or not number:
                break
            pending[number] = self._log.tell() - self.size
            if size:
                committed.update(pending)
                pending, pages = {}, size
        return {number: place for number, place in committed.items() if number <= pages}, pages


def _checksum(order: str, content: bytes, state: tuple[int, int]) -> tuple[int, int]:
    one, two = state
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two

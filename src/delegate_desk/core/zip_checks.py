"""Checks of ZIP archives that are damaged or not what they seem."""

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable
from itertools import pairwise
from typing import BinaryIO

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file (MS-CFB): an encrypted package, a mail of Outlook or an old Office file."""
LARGEST_DIRECTORY = 1_500_000
"""Maximum size of an archive's directory, in bytes: reading a huge one would take long."""
_LONGEST_END = 66_000  # size of the end record with the longest comment
_HEAD = 30  # bytes before the name of a member

BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, NotImplementedError, ValueError,
    OverflowError, OSError,
)  # fmt: skip
"""Raised by ``zipfile`` on opening or reading a damaged archive, or one with an unknown compression."""


def directory_size(file: BinaryIO) -> int:
    """Return the byte size of an open archive's directory, from either end record (APPNOTE.TXT, 4.3.14 and 4.3.16)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read(_LONGEST_END)
    file.seek(0)
    start = tail.rfind(b"PK\5\6")
    if start < 0:
        return 0
    directory = int.from_bytes(tail[start + 12 : start + 16], "little")
    longer = tail[max(0, start - 76) : max(0, start - 20)]  # if present, zipfile uses this one
    if longer.startswith(b"PK\6\6") and tail[start - 20 : start - 16] == b"PK\6\7":
        directory = max(directory, int.from_bytes(longer[40:48], "little"))
    return directory


def overlap(members: Iterable[zipfile.ZipInfo]) -> bool:
    """True if two members of an archive claim the same bytes of it (D. Fifield, A better zip bomb, 2019)."""
    ordered = sorted(members, key=lambda zip_info: zip_info.header_offset)
    return any(
        zip_info.header_offset + _HEAD + len(zip_info.orig_filename) + zip_info.compress_size > other.header_offset
        for zip_info, other in pairwise(ordered)
    )

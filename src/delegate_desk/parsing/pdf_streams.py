"""Streams of a PDF that mean to be endless: found before PDFium unpacks them (ISO 32000-1, 7.3.8 and 7.4.4)."""

import re
import zlib
from itertools import pairwise
from pathlib import Path

from delegate_desk.core.errors import Refusal, UnreadableDocumentError

LARGEST = 50_000_000
"""How many bytes one stream may have when unpacked: all the words of a long act have a tenth of that."""
LARGEST_PICTURE = 200_000_000
"""A page scanned in colour at 600 dots an inch has half of that."""
_STREAM = re.compile(rb"\bstream\r?\n")
_SUSPECT = 50_000  # bytes; a shorter stream, packed 1:1000, is harmless
_AGAIN = 3  # times that a stream may be packed
_STEP = 4_000_000


def refuse_bombs(path: Path) -> None:
    """Look at the long streams of a file, and at short ones that are packed more than once.

    Raises:
        UnreadableDocumentError: If one of them is too large when unpacked.
    """
    data = path.read_bytes()
    starts = [match.end() for match in _STREAM.finditer(data)]
    for start, following in pairwise((*starts, len(data))):
        ends = data.rfind(b"endstream", start, following)
        packed = memoryview(data)[start : ends if ends >= 0 else following]
        dictionary = data[max(0, start - 300) : start]
        again = dictionary.count(b"/FlateDecode") > 1 or dictionary.count(b"/Fl ") > 1
        most = LARGEST_PICTURE if b"/Image" in dictionary else LARGEST
        if (len(packed) > _SUSPECT or again) and _is_bomb(packed, _AGAIN if again else 1, most):
            detail = f"more than {most // 1_000_000} MB in one piece when unpacked"
            raise UnreadableDocumentError(path.name, Refusal.TOO_LARGE, detail)


def _is_bomb(packed: memoryview | bytes, times: int, most: int) -> bool:
    """True if a stream is too large when unpacked once, or so many times; the beginning tells what is inside."""
    unpacker = zlib.decompressobj()
    count, first, rest = 0, b"", bytes(packed)
    try:
        while rest and not unpacker.eof:
            piece = unpacker.decompress(rest, _STEP)
            first, count, rest = first or piece, count + len(piece), unpacker.unconsumed_tail
            if count > most:
                return True
    except zlib.error:
        return False
    return times > 1 and count > 0 and _is_bomb(first, times - 1, most)

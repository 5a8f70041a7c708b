"""Search for words in every file of a folder, whatever their encoding."""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_STREAM = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)


def leaks(folders: Iterable[Path], words: Iterable[str]) -> list[tuple[str, str]]:
    """The files, and the words found in each: in its name, in UTF-8 or UTF-16, as is or packed."""
    sought = list(words)
    return [
        (str(file), word)
        for folder in folders
        for file in sorted(folder.rglob("*"))
        for word in sought
        if word.casefold() in file.name.casefold() or (file.is_file() and _is_in(file, word))
    ]


def _is_in(file: Path, word: str) -> bool:
    try:
        content = file.read_bytes()
    except OSError:  # deleted meanwhile
        return False
    return any(
        form in piece
        for piece in (content, *_unpacked(content))
        for form in {
            spelt.encode(coding) for spelt in _spellings(word) for coding in ("utf-8", "utf-16-le", "utf-16-be")
        }
    )


def _spellings(word: str) -> Iterator[str]:
    yield from (word, word.lower(), word.upper(), word.encode("ascii", "backslashreplace").decode())


def _unpacked(plain: bytes) -> Iterator[bytes]:
    """The packed contents of a file: zlib streams wherever one starts, and the members of archives."""
    content = memoryview(plain)
    for begin in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
        yield _inflated(content[begin.start() :], zlib.MAX_WBITS)
    for begin in _STREAM.finditer(content):
        names, extra = (int.from_bytes(field, "little") for field in begin.groups())
        yield _inflated(content[begin.end() + names + extra :], -zlib.MAX_WBITS)


def _inflated(content: memoryview, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(content, 50_000_000)
    except zlib.error:
        return b""

"""The places of a word on a disk, in any of the forms in which programs store words."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path


def home(person: Path) -> dict[str, str]:
    """The environment of a user with all folders in a separate one."""
    folders = {
        "HOME": "home",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "TMPDIR": "tmp",
    }
    for folder in folders.values():
        (person / folder).mkdir(parents=True, exist_ok=True)
    return {name: str(person / folder) for name, folder in folders.items()}


def text_of_paper(word: str) -> str:
    """A short Council document with a word in it."""
    head = "Council of the European Union\nBrussels, 4 March 2026\n7009/26\nNOTE\nFrom: Presidency\nTo: Delegations\n"
    return f"{head}Subject: The {word}\n\n1. The {word} is noted.\n"


def holding(folder: Path, word: str, beside: Path | None = None) -> list[Path]:
    """The files whose name or content contains a word, as is, in capitals, as UTF-16, packed in a ZIP or a stream."""
    found = []
    for path in sorted(folder.rglob("*")):
        if beside is not None and path.is_relative_to(beside):
            continue
        inside = path.is_file() and any(_says(content, word) for content in contents(path.read_bytes()))
        if inside or word.lower() in path.name.lower():
            found.append(path)
    return found


def contents(data: bytes) -> Iterator[bytes]:
    """The content of a file, and of what is packed in it."""
    yield data
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield from contents(archive.read(name))
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
            return
    elif data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)


def _says(data: bytes, word: str) -> bool:
    lowered = data.lower()
    shapes = (word.lower().encode(), word.lower().encode("utf-16-le"), word.lower().encode("utf-16-be"))
    return any(shape in lowered for shape in shapes)

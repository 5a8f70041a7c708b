"""Shared helpers of the search index's tests."""

from pathlib import Path

from delegate_desk.cipher import MAGIC, PLAIN, Cipher, SealedCipher
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import paragraph

SOME = [paragraph(f"word number {n} κρυπτογράφηση", f"para_{n}") for n in range(40)]


SEALED = SealedCipher(bytes(range(32)))
CIPHERS: dict[str, Cipher] = {"plain": PLAIN, "sealed": SEALED}


def cipher_of(folder: Path) -> Cipher:
    """The cipher of the files in a folder."""
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    return SEALED if any(path.read_bytes().startswith(MAGIC) for path in files) else PLAIN


def index_in(folder: Path, library: str = "a library") -> SearchIndex:
    """The index in a folder, encrypted if it was."""
    return SearchIndex(folder, library, cipher_of(folder))


def again(index: SearchIndex, library: str = "a library") -> SearchIndex:
    """The same folder as seen by another process."""
    other = SearchIndex(index._folder, library, index._cipher)
    other.open()
    return other


def total(index: SearchIndex, text: str) -> int:
    return index.find(parse(text)).total


def files(index: SearchIndex, suffix: str = ".arr") -> int:
    return sum(path.suffix == suffix for path in index._folder.iterdir())

"""What the tests of the search index share."""

from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query import parse
from entries import paragraph

SOME = [paragraph(f"word number {n} κρυπτογράφηση", f"para_{n}") for n in range(40)]


def again(index: SearchIndex, library: str = "a library") -> SearchIndex:
    """The same folder as another process sees it."""
    other = SearchIndex(index._folder, library)
    other.open()
    return other


def total(index: SearchIndex, text: str) -> int:
    return index.find(parse(text)).total


def files(index: SearchIndex, suffix: str = ".arr") -> int:
    return sum(path.suffix == suffix for path in index._folder.iterdir())

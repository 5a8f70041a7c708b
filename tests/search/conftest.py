from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.search.index import SearchIndex
from indexes import SOME


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    """A real index, open and empty."""
    made = SearchIndex(tmp_path / "index", "a library")
    made.open()
    yield made
    made.close()


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    """The same with some entries."""
    index.update(7, (), SOME)
    return index

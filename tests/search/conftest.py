from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.search.index import SearchIndex


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    """A real index, open and empty."""
    made = SearchIndex(tmp_path / "index", "a library")
    made.open()
    yield made
    made.close()

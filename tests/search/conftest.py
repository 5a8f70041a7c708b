from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.cipher import Cipher
from delegate_desk.search.index import SearchIndex
from support.search_indexes import CIPHERS, SOME


@pytest.fixture(params=CIPHERS)
def cipher(request: pytest.FixtureRequest) -> Cipher:
    """The cipher of an index: a test that uses it runs for each."""
    return CIPHERS[request.param]


@pytest.fixture
def index(tmp_path: Path, cipher: Cipher) -> Iterator[SearchIndex]:
    """A real index, open and empty."""
    made = SearchIndex(tmp_path / "index", "a library", cipher)
    made.open()
    yield made
    made.close()


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    """The same with some entries."""
    index.update(7, (), SOME)
    return index

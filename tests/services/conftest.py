from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.desk import Desk, open_desk
from papers import quiet_hours


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A real desk on an empty library."""
    with open_desk(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> DocumentId:
    """The number of a short paper that the desk holds."""
    return next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents))


@pytest.fixture
def first(held: DocumentId) -> Place:
    """The paper's first paragraph."""
    return Place(held, Address("para_1"))

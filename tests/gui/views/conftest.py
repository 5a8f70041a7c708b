"""What tests of the panes share: a desk with a paper, its French version, and another that they name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.desk import Desk, open_desk
from papers import quiet_hours

FRENCH = """Conseil de l'Union européenne

Bruxelles, le 4 mars 2026
(OR. en)

7001/26

LIMITE

TRANS 88

NOTE

Origine: la présidence
Destinataire: délégations
Objet: Projet de conclusions sur les heures calmes dans les ports

Les délégations trouveront ci-joint un projet de texte.

1. Le Conseil note que le bruit des navires à quai dérange les riverains des ports.

2. Le Conseil invite les États membres à fixer des heures calmes pour les navires.
"""


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
def french(desk: Desk, held: DocumentId, tmp_path: Path) -> DocumentId:
    """The number of the same paper in French."""
    file = quiet_hours(tmp_path, name="heures calmes.txt", text=FRENCH)
    return next(iter(desk.documents.add(desk.documents.read(file)).documents))


@pytest.fixture
def first(held: DocumentId) -> Place:
    """The paper's first paragraph."""
    return Place(held, Address("para_1"))

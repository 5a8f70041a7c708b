"""What tests of the panes share: a desk with a paper, its French version, and another that they name."""

from pathlib import Path

import pytest

from delegate_desk.core.documents import DocumentId
from delegate_desk.desk import Desk
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
def french(desk: Desk, held: DocumentId, tmp_path: Path) -> DocumentId:
    """The number of the same paper in French."""
    file = quiet_hours(tmp_path, name="heures calmes.txt", text=FRENCH)
    return next(iter(desk.documents.add(desk.documents.read(file)).documents))

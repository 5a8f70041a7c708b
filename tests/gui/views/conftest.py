"""What tests of the panes share: a desk with a paper, its French version, and another that they name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.annotated_revision import Noted
from support.document_values import quiet_hours
from support.main_windows import drop
from support.meeting_steps import notice, press
from support.search_steps import keep_up

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


@pytest.fixture
def sitting(window: MainWindow, held: DocumentId, tmp_path: Path) -> MainWindow:
    """The window in the meeting that a notice calls, on its second item."""
    drop(window, notice(tmp_path))
    press(window, Qt.Key.Key_F5)
    return window


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, french: DocumentId, qtbot: QtBot) -> Iterator[SearchView]:
    keep_up(desk)
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchView(desk, tasks)
    columns = QHBoxLayout(window)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.addWidget(made, 1)
    columns.addWidget(made.side)
    made.side.setFixedWidth(340)
    window.resize(1240, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made
    window.close()


@pytest.fixture
def reader(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> ReaderView:
    made = ReaderView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(850, 700)
    made.show()
    made.activateWindow()
    made.open(held)
    tasks.wait()
    made.setFocus()
    return made


@pytest.fixture
def new(paper: Noted) -> DocumentId:
    """The revision of the noted paper, with what was carried over to it."""
    return paper.carry()

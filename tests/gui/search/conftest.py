"""Shared fixtures of the search view's tests: the view with its filters, on an indexed library."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.tasks import Tasks
from support.search_steps import keep_up


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, french: DocumentId, qtbot: QtBot) -> Iterator[SearchView]:
    keep_up(desk)
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchView(desk, tasks)
    columns = QHBoxLayout(window)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.addWidget(made, 1)
    columns.addWidget(made.facets)
    made.facets.setFixedWidth(340)
    window.resize(1240, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made
    window.close()

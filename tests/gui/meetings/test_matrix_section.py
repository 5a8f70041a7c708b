"""The matrix of delegations by paragraphs, as a table by itself."""

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import Matrix
from delegate_desk.gui.meetings.meeting_content import MatrixTable


@pytest.mark.parametrize("is_narrow", [True, False])
def test_a_smaller_matrix_replaces_a_larger_one_while_it_is_shown(qtbot: QtBot, is_narrow: bool) -> None:
    table = MatrixTable(is_narrow=is_narrow)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    for speakers, paragraphs in [(40, 30), (3, 4), (27, 1), (1, 0), (40, 4), (27, 30), (3, 1)] * 5:
        places = tuple(Place(DocumentId(1), Address(f"para_{n}")) for n in range(paragraphs))
        table.show_matrix(Matrix(places, tuple(f"D{n}" for n in range(speakers)), {}, {}), str)
        shown = [not table.isColumnHidden(n) for n in range(table.matrix.columnCount())]
        assert table.verticalHeader().count() == speakers
        assert table.horizontalHeader().count() == len(shown) == paragraphs

"""A column of a four-column document, as a field of the search box."""

from pathlib import Path

import pytest

from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from support.column_documents import ROWS, write_column_document


@pytest.mark.parametrize(
    ("typed", "language", "found"),
    [
        ("column:parliament ferries", "en", {"row_1__cell_2", "row_3__cell_2"}),
        ("column:EP rafts", "en", {"row_3__cell_2", "row_3a__cell_2"}),
        ("col:council|compromise ferries", "en", {"row_1__cell_3", "row_1__cell_4", "row_3__cell_3"}),
        ("ferries -column:commission -column:parliament", "en", {"row_1__cell_3", "row_1__cell_4", "row_3__cell_3"}),
        ("στήλη:συμβούλιο ferries", "el", {"row_1__cell_3", "row_3__cell_3"}),
        ("στήλη:Κοινοβούλιο rope", "el", {"row_4__cell_2"}),
        ("colonne:compromis rope", "fr", {"row_4__cell_4"}),
        ("colonne:parlement rafts", "fr", {"row_3__cell_2", "row_3a__cell_2"}),
    ],
)
def test_a_column_is_searched_by_itself(desk: Desk, tmp_path: Path, typed: str, language: str, found: set[str]) -> None:
    desk.documents.add(desk.documents.read(write_column_document(tmp_path / "table.docx", ROWS)))
    assert {str(hit.address) for hit in desk.search.find(TypedQuery(typed, language=language)).hits} == found

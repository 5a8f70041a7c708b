from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.meetings.meeting import Matrix, Meeting, MeetingId
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.meetings.meeting_content import MatrixTable, find_meeting, load_meeting_state, short_place
from delegate_desk.gui.meetings.meeting_view import read_item
from support.meeting_steps import notice
from support.present import present


@pytest.mark.parametrize(
    ("address", "label", "short"),
    [
        ("para_13", "13.", "13"),
        ("para_7__point_6", "στ)", "7στ)"),
        ("para_7__point_6", "(f)", "7(f)"),
        ("art_5__para_2__point_1", "(a)", "5(2)(a)"),
        ("art_3a", "Article 3a", "3a"),
        ("rec_12", "(12)", "r12"),
        ("annex_1__para_3", "3.", "annex 1 3"),
        ("point_4", "(iv)", "iv"),
        ("fn_9", "9", "fn 9"),
        ("cover", "", "cover"),
        ("para_7__sub_2", "", "7 sub 2"),
        ("", "", ""),
    ],
)
def test_a_place_is_called_as_one_types_it(address: str, label: str, short: str) -> None:
    units = {Address(address): Paragraph(Address(address), Kind.PARAGRAPH, label, "Text.")}
    assert short_place(Address(address), units) == short


@pytest.mark.parametrize(
    ("address", "short"),
    [("cover", "couverture"), ("annex_1__para_3", "annexe 1 3"), ("para_7__sub_2", "7 al. 2"), ("fn_9", "note 9")],
)
def test_a_place_is_called_in_the_windows_words(address: str, short: str, qapp: QApplication) -> None:
    interface_language.install_language("fr")
    try:
        assert short_place(Address(address), {}) == short
        point = Address("art_3__para_2__point_4")
        assert short_place(point, {point: Paragraph(point, Kind.POINT, "d)", "Text.")}) == "3(2)d)"
    finally:
        interface_language.install_language("en")


@pytest.mark.parametrize(
    ("typed", "title", "named"),
    [
        ("Lighthouses 7002/26, 7003/26 REV 1", "Lighthouses", ["ST 7002/26", "ST 7003/1/26 REV 1"]),
        ("WK 1234/26 INIT comments", "comments", ["WK 1234/2026"]),
        ("COM(2026) 77 final: nights", "nights", ["COM(2026) 77 final"]),
        ("7002/26", "ST 7002/26", ["ST 7002/26"]),
        ("Programme 2026/27", "Programme 2026/27", []),
        ("Any other business", "Any other business", []),
    ],
)
def test_an_item_is_read_with_the_documents_that_it_names(typed: str, title: str, named: list[str]) -> None:
    found, references = read_item(typed)
    assert (found, [str(reference) for reference in references]) == (title, named)


def called(desk: Desk, folder: Path) -> tuple[DocumentId, MeetingId]:
    """The notice of a meeting in the library, and the meeting."""
    (item,) = desk.documents.import_files([notice(folder)])
    assert item.document is not None
    (key,) = desk.meetings.from_document(item.document.id).meetings
    return item.document.id, key


def meeting(desk: Desk, body: str, day: date | None) -> MeetingId:
    made = desk.meetings.new(body, day, items=["First"])
    desk.meetings.save(made)
    return made.id


def test_the_meeting_meant_is_the_one_about_the_document_else_the_nearest(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    assert find_meeting(desk, None) is None
    agenda, about = called(desk, tmp_path)
    assert find_meeting(desk, agenda) == agenda
    near = meeting(desk, "Near", datetime.now().astimezone().date())
    meeting(desk, "Undated", None)
    cases: tuple[tuple[DocumentId | None, MeetingId], ...] = ((held, about), (None, near))
    for document, wanted in cases:
        found = find_meeting(desk, document)
        assert isinstance(found, Meeting)
        assert found.id == wanted


def test_a_meeting_begins_on_the_first_item_with_a_document(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    _, key = called(desk, tmp_path)
    room = present(load_meeting_state(desk, key, None, "en", first=True))
    assert room.number == "2"
    assert [held is not None for _, held in room.entry.documents] == [True, False, False]
    assert room.marking == "LIMITE"
    other = present(load_meeting_state(desk, key, "99", "en"))
    assert other.number == "2"
    desk.meetings.remove(key)
    assert load_meeting_state(desk, key, None, "en") is None


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

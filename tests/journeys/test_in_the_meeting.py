"""A delegate attends a meeting with the keyboard only: a notice, its revision, three items, twenty lines, Word."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.export_views import export_in_front
from support.main_windows import drop, settle, type_text
from support.meeting_steps import REVISED, chips, line, notice, press, said, sits, view

CONTROL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
ON_THE_AGENDA = ("PRES the agenda is adopted", "HU asks for lighthouses under AOB")
ON_THE_PAPER = (
    "DE+ 1 wants a reference to ferries",
    'FR EL+ 2a scrutiny res.; wants "shall"',
    "NL- 1 too noisy already",
    "AT? 3 which year",
    "IE, MT, CY: 2b parliamentary reservation",
    "ES+ 2",
    "IT = ES 2",
    "PL~ 2 can live with it",
    "Ο Κύπρος",
    "SE+if 2 the nights are longer",
    "RO 2(b) rés. ling.",
    "Benelux+ 3",
    "NL 1 lifts its reservation",
    "COM 3 will report",
    "PRES concludes: broad support, back in May",
)
ON_LIGHTHOUSES = ("COM presents its study", "FI+ for all coasts", "LV LT EE+ as FI")
MEANT = {
    ("DE", "para_1"): Stance.SUPPORT,
    ("EL", "para_2__point_1"): Stance.SCRUTINY_RESERVATION,
    ("FR", "para_2__point_1"): Stance.SCRUTINY_RESERVATION,
    ("NL", "para_1"): Stance.CAN_ACCEPT,
    ("AT", "para_3"): Stance.QUESTION,
    ("IE", "para_2__point_2"): Stance.PARLIAMENTARY_RESERVATION,
    ("MT", "para_2__point_2"): Stance.PARLIAMENTARY_RESERVATION,
    ("CY", "para_2__point_2"): Stance.PARLIAMENTARY_RESERVATION,
    ("ES", "para_2"): Stance.SUPPORT,
    ("IT", "para_2"): Stance.SUPPORT,
    ("PL", "para_2"): Stance.CAN_ACCEPT,
    ("SE", "para_2"): Stance.SUPPORT_IF,
    ("RO", "para_2__point_2"): Stance.LINGUISTIC_RESERVATION,
    ("BE", "para_3"): Stance.SUPPORT,
    ("LU", "para_3"): Stance.SUPPORT,
    ("NL", "para_3"): Stance.SUPPORT,
    ("COM", "para_3"): Stance.STATEMENT,
}


def command(window: MainWindow, name: str) -> None:
    """Run a command by its name."""
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(window.ui.search_edit, f">{name}")
    QTest.keyClick(window.ui.search_edit, Qt.Key.Key_Return)
    settle(window)


def go_round(window: MainWindow, target: QWidget) -> None:
    """Press Tab until something has the focus, and F6 in each part of the window where it is not."""
    for key in [*[Qt.Key.Key_Tab] * 30, Qt.Key.Key_F6] * 3:
        focus = QApplication.focusWidget()
        if focus is target:
            return
        assert focus is not None
        QTest.keyClick(focus, key)
        settle(window)
    pytest.fail("Tab does not lead there")


def write(window: MainWindow, qtbot: QtBot, name: str, file: Path) -> None:
    """Export a file on the meeting from its view, with keys only."""
    command(window, name)
    window.activateWindow()  # as a window manager does when the palette is closed
    settle(window)
    view = export_in_front(window)
    for field, text in ((view.side.folder_edit, file.parent), (view.side.name_edit, file.name)):
        go_round(window, field)
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        type_text(field, str(text))
    QTest.keyClick(view.side.name_edit, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(file.is_file)  # Qt shows for a moment that a button is pressed by its key
    settle(window)
    QTest.keyClick(view.side.name_edit, Qt.Key.Key_Escape)
    settle(window)
    assert file.is_file()


@pytest.fixture
def prepared(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with the document and the notice of a meeting on it."""
    window.desk.positions.set_delegation("EL")
    drop(window, quiet_hours(tmp_path))
    drop(window, notice(tmp_path))
    return window


def test_three_items_twenty_interventions_on_a_revised_agenda_and_then_word(
    prepared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = prepared
    press(window, Qt.Key.Key_F5)
    assert sits(window)
    press(window, Qt.Key.Key_Up, ALT)
    for text in ON_THE_AGENDA:
        line(window, text)
    assert len(said(window)) == len(ON_THE_AGENDA)

    drop(window, notice(tmp_path, name="revised.txt", text=REVISED))  # a colleague's USB stick: only by mouse
    assert sits(window)
    assert window.meeting_mode.agenda.model.number == "1"
    assert len([row for row in window.meeting_mode.agenda.model.rows if not row.is_document]) == 4
    assert len(said(window)) == len(ON_THE_AGENDA)

    press(window, Qt.Key.Key_Down, ALT)
    for text in ON_THE_PAPER:
        line(window, text)
    place_line = view(window).interventions.model.rows[8]
    assert (place_line.speakers, place_line.words) == ("", "Ο Κύπρος")  # names nobody for certain: unparsed
    line(window, "2a")
    assert window.current_place() is not None
    press(window, Qt.Key.Key_Down, CONTROL)
    place = window.current_place()
    assert place is not None
    assert place.address == "para_2__point_2"

    press(window, Qt.Key.Key_Down, ALT)
    for text in ON_LIGHTHOUSES:
        line(window, text)
    press(window, Qt.Key.Key_Up)
    assert chips(window)[0].startswith("editing")
    QTest.keyClick(view(window).line.edit, Qt.Key.Key_End)
    type_text(view(window).line.edit, ", with pilots")
    press(window, Qt.Key.Key_Return)

    meetings = window.desk.meetings
    (meeting,) = meetings.all()
    assert len(meetings.lines(meeting.id)) == 20
    assert [one.text for one in meetings.lines(meeting.id)][:-1] == [*ON_THE_AGENDA, *ON_THE_PAPER, *ON_LIGHTHOUSES][
        :-1
    ]
    matrix = meetings.matrix(meeting.id, "2")
    assert {(code, where.address): cell.stance for (code, where), cell in matrix.cells.items()} == MEANT

    press(window, Qt.Key.Key_Up, ALT)
    assert window.meeting_mode.matrix.table.matrix.labels == ["1", "2", "2(a)", "2(b)", "3"]
    write(window, qtbot, "meeting report", tmp_path / "report.docx")
    write(window, qtbot, "matrix to word", tmp_path / "matrix.docx")
    report = "\n".join(words(tmp_path / "report.docx"))
    assert "broad support, back in May" in report
    assert "wants a reference to ferries" in report
    assert "with pilots" in report
    cells = words(tmp_path / "matrix.docx")
    assert {"DE", "EL", "SE"} <= set(cells)

    press(window, Qt.Key.Key_F5)
    assert not sits(window)
    window.search("ferries")
    found = window.search_controller.view()
    assert found is not None
    qtbot.waitUntil(lambda: any(hit.address == Address("para_1") for _, hit in found.hits.model.hits()))


def words(file: Path) -> list[str]:
    """All texts of a Word file."""
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]

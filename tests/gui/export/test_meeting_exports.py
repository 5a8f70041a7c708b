"""The files on a meeting, requested in the window."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import MEETING_KINDS, Audience, ExportKind, ExportOptions
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView, ReportFields
from delegate_desk.gui.export.exports import calendar_export, meeting_export
from delegate_desk.gui.meetings.meeting_view import ITEM
from delegate_desk.gui.shell.main_window import MainWindow
from support.export_views import export_in_front, open_export, write
from support.main_windows import drop, run_action
from support.meeting_steps import line, notice, press, sits, view
from support.present import present

SECRET = "hush-4417"


@pytest.fixture
def meeting(desk: Desk, held: DocumentId, tmp_path: Path) -> MeetingId:
    """A meeting with interventions; its agenda is in the library."""
    desk.positions.set_delegation("EL")
    (item,) = desk.documents.import_files([notice(tmp_path)])
    (key,) = desk.meetings.from_document(present(item.document).id).meetings
    for text in ("NL- 1 too broad", "DE! 1", f"{SECRET} coffee"):
        desk.meetings.capture(key, text, item="2")
    return key


def shown(window: MainWindow, kind: ExportKind, meeting: MeetingId) -> ExportView:
    return open_export(window, lambda: meeting_export(window.desk, kind, meeting))


def test_what_will_leave_is_shown_before_it_does(window: MainWindow, meeting: MeetingId) -> None:
    for kind in MEETING_KINDS:
        made = shown(window, kind, meeting)
        assert "Delegation of Greece" in made.pages.text(), kind
        assert SECRET not in made.pages.text(), kind
        assert made.side.internal_label.text() == "✓  No internal text"
        assert [one.text for one in made.preview.checks if one.passed] == ["LIMITE on each page."]
        assert not made.side.markup_combo.isVisible()
        assert made.side.names_combo.isVisible() is (kind is not ExportKind.NOTE)


def test_a_report_is_written_as_word_or_as_text(
    window: MainWindow, meeting: MeetingId, tmp_path: Path, qtbot: QtBot
) -> None:
    made = shown(window, ExportKind.REPORT, meeting)
    assert made.side.target.name == "EL report CM 2101-26 2026-04-14.docx"
    write(window, made, tmp_path / "report")
    write(window, made, tmp_path / "report.txt")
    assert docx.Document(str(tmp_path / "report.docx")).tables
    assert "NL: Paragraph 1: − Opposed – too broad" in (tmp_path / "report.txt").read_text(encoding="utf-8")
    made.side.names_combo.setCurrentIndex(1)
    assert made.side.options == ExportOptions(delegation="EL", labels="en", names_delegations=False)
    qtbot.waitUntil(lambda: "1 delegation" in made.pages.text())
    made.side.audience_combo.setCurrentIndex(1)
    assert made.side.options == ExportOptions(audience=Audience.CAPITAL, delegation="EL", labels="en")
    assert not made.side.names_combo.isEnabled()
    qtbot.waitUntil(lambda: SECRET in made.pages.text())
    assert "not for circulation" in made.side.internal_label.text()


def test_without_a_stance_there_is_no_matrix(window: MainWindow, desk: Desk) -> None:
    silent = desk.meetings.new("Ports & <ships>", items=["Adoption"])
    desk.meetings.save(silent)
    made = shown(window, ExportKind.MATRIX, silent.id)
    assert made.side.contents_label.text().startswith("No delegation has taken a position")
    assert not made.side.export_button.isEnabled()
    made = open_export(window, lambda: calendar_export(desk))
    assert made.side.contents_label.text().startswith("There is no meeting with a date")
    assert not made.side.export_button.isEnabled()


def actions(window: MainWindow) -> list[QAction]:
    ui = window.ui
    return [ui.action_report_file, ui.action_report_mail, ui.action_matrix_file, ui.action_note_file]


def test_the_commands_are_there_while_one_sits_in_a_meeting(
    window: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    window.commands.update()
    assert [action.isEnabled() for action in actions(window)] == [False] * 4
    drop(window, notice(tmp_path))
    run_action(window, window.ui.action_meeting)
    assert [action.isEnabled() for action in actions(window)] == [True] * 4
    window.desk.meetings.capture(view(window).key, f"{SECRET} coffee", item="2")
    window.desk.meetings.capture(view(window).key, "NL- 1 too broad", item="2")
    run_action(window, window.ui.action_report_mail)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("LIMITE\n")
    assert "NL: Paragraph 1: − Opposed – too broad" in copied
    assert SECRET not in copied


@pytest.mark.parametrize("number", [0, 2, 3])
def test_a_command_shows_the_export_and_esc_the_meeting(
    window: MainWindow, held: DocumentId, tmp_path: Path, number: int
) -> None:
    drop(window, notice(tmp_path))
    run_action(window, window.ui.action_meeting)
    run_action(window, actions(window)[number])
    assert sits(window)
    assert view(window).agenda is window.columns.left_pane()
    export_in_front(window).closed.emit()
    assert window.tabs.currentWidget() is window.meeting_mode.view
    assert view(window).export is None
    assert view(window).current_page() == ITEM


def test_ctrl_e_exports_what_the_meeting_shows(window: MainWindow, held: DocumentId, tmp_path: Path) -> None:
    drop(window, notice(tmp_path))
    press(window, Qt.Key.Key_F5)
    line(window, "NL- 1 too broad")
    tabs = window.tabs.count()
    window.ui.action_matrix.trigger()
    for kind in (ExportKind.MATRIX, ExportKind.REPORT):
        run_action(window, window.ui.action_export)
        made = export_in_front(window)
        assert made.side.kind is kind
        assert made.side.isVisible()
        assert made.pages.hasFocus()
        assert window.tabs.count() == tabs
        press(window, Qt.Key.Key_Escape)
        assert view(window).line.isVisible()


def test_meetings_and_deadlines_are_exported_to_a_calendar(
    window: MainWindow, desk: Desk, meeting: MeetingId, tmp_path: Path
) -> None:
    made = open_export(window, lambda: calendar_export(desk))
    assert made.side.contents_label.text().startswith("1 calendar entry")
    assert made.side.target.name == "EL calendar.ics"
    for name in ("out.ics", "out.docx"):
        write(window, made, tmp_path / name)
    assert b"UID:" + meeting.encode() in (tmp_path / "out.ics").read_bytes()
    assert "2026" in docx.Document(str(tmp_path / "out.docx")).tables[0].rows[1].cells[0].text


def test_the_report_is_edited_before_it_is_exported(window: MainWindow, qtbot: QtBot, meeting: MeetingId) -> None:
    made = shown(window, ExportKind.REPORT, meeting)
    (fields,) = made.side.findChildren(ReportFields)
    qtbot.waitUntil(lambda: bool(fields.fields))
    named = {field.accessibleName(): field for field in fields.fields}
    qtbot.keyClicks(named["Summary"], "Good progress.")
    (item,) = (name.removesuffix(": Next steps") for name in named if name.startswith("2.") and "Next" in name)
    qtbot.keyClicks(named[f"{item}: Next steps"], "Written comments by 3 May.")
    qtbot.keyClicks(named[f"{item}: Outcome"], "Agreed")
    qtbot.keyClick(named[f"{item}: Outcome"], Qt.Key.Key_Return)
    qtbot.keyClicks(named[f"{item}: Outcome"], "Paragraph 2 stays in brackets")
    qtbot.waitUntil(lambda: "Written comments by 3 May." in made.pages.text())
    text = made.pages.text()
    parts = ("Summary", "Good progress.", "Conclusions of the Presidency", "Agreed", "Paragraph 2", "Next steps")
    assert sorted(parts, key=text.index) == list(parts)
    assert [line.text for line in window.desk.meetings.lines(meeting)[-4:]] == [
        "PRES concludes: Good progress.",
        "PRES concludes: Next steps: Written comments by 3 May.",
        "PRES concludes: Agreed",
        "PRES concludes: Paragraph 2 stays in brackets",
    ]

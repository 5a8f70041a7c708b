"""The capture line of a meeting: parsed while typing, saved on Enter, corrected, never lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.gui.meetings.meeting_view import ITEM, VOTE
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import open_window, run_action, settle, type_text
from support.meeting_steps import chips, line, press, reader_of, said, view
from support.present import present

Key = Qt.Key


def current(window: MainWindow) -> str:
    """The address of the current paragraph."""
    place = present(window.current_place())
    return place.address


def test_what_is_typed_is_understood_as_it_is_typed_and_kept_at_enter(sitting: MainWindow) -> None:
    type_text(view(sitting).line.edit, 'fr gr+ 2a scrutiny res.; wants "shall"')
    assert chips(sitting) == ["FR", "EL", "◐ scrutiny reservation", "paragraph 2, point (a)", "asks for “shall”"]
    press(sitting, Key.Key_Return)
    assert view(sitting).line.edit.text() == ""
    assert said(sitting) == [("FR EL", "2(a)", 'scrutiny res.; wants "shall"')]
    line(sitting, "NL- 1 too noisy")
    line(sitting, "NL+ 1 after all")
    pane = sitting.meeting_mode.matrix.table.matrix
    assert {code for code, _ in pane.matrix.cells} == {"EL", "FR", "NL"}
    assert pane.labels == ["1", "2(a)"]
    assert sitting.ui.document_label.text() == "3 interventions · 3 delegations"
    assert " · NL 0:0" in view(sitting).line.item_label.text()
    assert sitting.meeting_mode.agenda.model.rows[1].side == "3"
    assert sitting.meeting_mode.agenda.vote.bars.members_label.accessibleName() == "Members: 1 for, 0 against"


def test_a_place_alone_takes_the_paragraph_to_hand_and_is_not_kept(sitting: MainWindow) -> None:
    line(sitting, "2a")
    assert current(sitting) == "para_2__point_1"
    assert not said(sitting)
    assert view(sitting).line.edit.hasFocus()
    line(sitting, "DE+ agrees")
    assert said(sitting) == [("DE", "2(a)", "agrees")]
    line(sitting, "1")
    line(sitting, "DE+ 2(b) fine")  # Enter does not wait for the text
    assert said(sitting) == [("DE", "2(a)", "agrees"), ("DE", "2(b)", "fine")]
    assert current(sitting) == "para_2__point_2"


def follow(window: MainWindow, text: str) -> str:
    """Type in the line, and wait until the text has followed; returns the address of the current paragraph."""
    edit = view(window).line.edit
    type_text(edit, text)
    pause = window.meeting_mode.capture.pause
    assert pause.isActive()
    pause.timeout.emit()
    settle(window)
    assert edit.hasFocus()
    return current(window)


def test_the_text_follows_the_place_that_is_typed_and_escape_returns(sitting: MainWindow, qtbot: QtBot) -> None:
    for text, address in [
        ("DE+ 2", "para_2"), ("DE+ 2a", "para_2__point_1"), ("FR EL- 2(b) no", "para_2__point_2"),
        ("SE 2α", "para_2__point_1"),
        ("Γαλλία 2β", "para_2__point_2"), ("IT? on paragraph 2", "para_2"), ("2(a)", "para_2__point_1"),
        ("para_2", "para_2"),
        ("DE+ 2; FR- 2(b)", "para_2__point_2"), ("DE+ 99", "para_1"), ("99", "para_1"), ("DE+ agrees", "para_1"),
        ("no place in this note", "para_1"), ("PL+ 2z", "para_1"), ("DE+ Article 16 TFEU", "para_1"),
    ]:  # fmt: skip
        line(sitting, "1")
        assert follow(sitting, text) == address, text
        assert view(sitting).line.edit.text() == text
        view(sitting).line.edit.clear()
    type_text(view(sitting).line.edit, "DE+ 2")
    qtbot.waitUntil(lambda: current(sitting) == "para_2")  # by itself
    press(sitting, Key.Key_Escape)
    assert current(sitting) == "para_1"
    assert view(sitting).line.edit.text() == "DE+ 2"
    assert view(sitting).line.edit.hasFocus()
    press(sitting, Key.Key_Escape)
    assert not view(sitting).line.edit.hasFocus()


def test_the_text_does_not_go_to_the_places_on_the_way(sitting: MainWindow) -> None:
    line(sitting, "1")
    been: list[str] = []
    reader = reader_of(sitting)
    sitting.meeting_mode.capture.pause.setInterval(100_000)
    reader.paper.row_changed.connect(lambda _: been.append(str(reader.place())))
    type_text(view(sitting).line.edit, "DE+ 2(b)")
    assert been == []
    assert follow(sitting, " yes") == "para_2__point_2"
    assert len(been) == 1


def test_a_line_is_kept_on_the_place_that_it_said_and_the_next_on_the_place_shown(sitting: MainWindow) -> None:
    line(sitting, "2a")
    assert follow(sitting, "DE+ (b)") == "para_2__point_2"
    assert chips(sitting) == ["DE", "+ support", "paragraph 2, point (b)", "or paragraph 2? Alt+1"], (
        "sought from the paragraph that was current"
    )
    press(sitting, Key.Key_Return)
    line(sitting, "FR+ too")
    assert said(sitting) == [("DE", "2(b)", ""), ("FR", "2(b)", "too")]


def test_a_line_without_its_place_is_about_the_paragraph_current_before(sitting: MainWindow) -> None:
    """Delete the place from the line again: as if it had not been typed."""
    line(sitting, "1")
    assert follow(sitting, "DE+ 2") == "para_2"
    press(sitting, Key.Key_Backspace)
    type_text(view(sitting).line.edit, "agrees")
    assert chips(sitting) == ["DE", "+ support", "paragraph 1"]
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert chips(sitting)[2] == "paragraph 2, point (a)", "where the person went"


def test_a_place_that_is_not_there_is_said_once_and_kept_as_a_note_at_the_second_enter(sitting: MainWindow) -> None:
    edit = view(sitting).line.edit
    line(sitting, "1")
    type_text(edit, "DE+ 99 agrees")
    assert chips(sitting) == ["DE", "+ support", "no 99 in this document", "or paragraph 1? Alt+1"]
    press(sitting, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert edit.text() == "DE+ para_1 99 agrees"
    assert chips(sitting)[2] == "paragraph 1"
    edit.clear()
    line(sitting, "99")
    assert chips(sitting) == ["There is no 99 here. Press Enter again to save it as a note."]
    assert edit.text() == "99"
    press(sitting, Key.Key_Return)
    assert said(sitting) == [("", "", "99")]
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # an item without a document has no places
    line(sitting, "2")
    assert chips(sitting) == ["There is no 2 here. Press Enter again to save it as a note."]
    assert not said(sitting)


def test_an_arrow_brings_the_last_line_back_to_be_corrected(sitting: MainWindow) -> None:
    field = view(sitting).line
    line(sitting, "DE+ 1 first")
    line(sitting, "FR- 1 second")
    type_text(field.edit, "half a l")
    press(sitting, Key.Key_Up)
    assert field.edit.text() == "FR- 1 second"
    press(sitting, Key.Key_Up)
    assert field.edit.text() == "DE+ 1 first"
    assert chips(sitting)[0].startswith("editing")
    field.edit.setText("DE- 1 other")
    press(sitting, Key.Key_Return)
    assert [(row.intervention.stance, row.words) for row in view(sitting).interventions.model.rows] == [
        ("oppose", "other"),
        ("oppose", "second"),
    ]
    assert field.edit.text() == "half a l"
    field.edit.clear()
    press(sitting, Key.Key_Up)
    type_text(field.edit, " and more")
    press(sitting, Key.Key_Escape)  # leaves it as it was
    assert field.edit.text() == ""
    assert [row.words for row in view(sitting).interventions.model.rows] == ["other", "second"]


def test_undo_in_the_field_is_the_field_s_and_outside_it_takes_a_line_back(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 first")
    press(sitting, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(sitting) == [("DE", "1", "first")]
    assert sitting.ui.document_label.text() == "Nothing more to undo in this field"
    view(sitting).interventions.list.setFocus()
    QTest.keyClick(view(sitting).interventions.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(sitting)
    assert not said(sitting)


def test_what_is_typed_elsewhere_goes_to_the_line(sitting: MainWindow) -> None:
    field = view(sitting).line.edit
    reader = reader_of(sitting)
    row = reader.paper.current_row()
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)  # the current paragraph moves from the line
    assert reader.paper.current_row() == row + 1
    assert field.hasFocus()
    line(sitting, "DE+ 1 first")
    for widget in (
        view(sitting).interventions.list,
        sitting.meeting_mode.agenda.list,
        sitting.meeting_mode.matrix.table,
    ):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_N)
        assert field.hasFocus()
        assert field.text() == "n"
        field.clear()
    press(sitting, Key.Key_Escape)
    assert reader.paper.hasFocus()
    QTest.keyClick(reader.paper, Qt.Key.Key_2)
    assert field.text() == "2"
    field.clear()
    press(sitting, Key.Key_Escape)
    type_text(reader.paper, "F")
    assert field.text() == "F"
    field.clear()
    press(sitting, Key.Key_Escape)
    press(sitting, Key.Key_J)
    assert reader.paper.hasFocus()
    press(sitting, Key.Key_Q)
    assert sitting.ui.right_column.currentWidget() is sitting.paragraph_file
    assert len(sitting.paragraph_file.cards) == 1
    press(sitting, Key.Key_Escape)
    assert reader_of(sitting).paper.hasFocus()
    assert sitting.meeting_mode.matrix.isVisible()


def test_what_was_being_typed_and_corrected_survives(sitting: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    key = view(sitting).key
    type_text(view(sitting).line.edit, "DE+ 2 in the mid")
    settle(sitting)
    other = begin_again(sitting, tmp_path / "other.json", qtbot)
    assert view(other).key == key
    assert view(other).line.edit.text() == "DE+ 2 in the mid"
    QTest.keyClicks(view(other).line.edit, "dle")
    press(other, Key.Key_Return)
    assert said(other) == [("DE", "2", "in the middle")]
    assert other.desk.capture_draft.get() is None
    type_text(view(other).line.edit, "FR- half")
    press(other, Key.Key_Up)
    type_text(view(other).line.edit, " of all")
    settle(other)
    third = begin_again(other, tmp_path / "third.json", qtbot)
    assert view(third).line.edit.text() == "DE+ 2 in the middle of all"
    press(third, Key.Key_Return)
    assert said(third) == [("DE", "2", "in the middle of all")]
    assert view(third).line.edit.text() == "FR- half"
    other.close()
    third.close()


def begin_again(window: MainWindow, file: Path, qtbot: QtBot) -> MainWindow:
    """A second window in the meeting, as after a crash: nothing was closed."""
    made = open_window(window.desk, file)
    qtbot.addWidget(made)
    run_action(made, made.ui.action_meeting)
    return made


def test_a_group_is_defined_in_the_line(sitting: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    line(sitting, "Straits := DK SE")
    assert chips(sitting) == ["Straits now means DK SE"]
    line(sitting, "Straits- 1")
    assert said(sitting) == [("DK SE", "1", "")]
    line(sitting, "Straits :=")
    assert chips(sitting) == ["Straits is no longer a group"]

    def fails(*_: object, **__: object) -> None:
        raise ExportFailedError("library", "disk full")

    monkeypatch.setattr(sitting.desk.meetings, "capture", fails)
    line(sitting, "DE+ 1 first")
    assert view(sitting).line.edit.text() == "DE+ 1 first"


def test_a_line_of_five_thousand_characters_emoji_and_right_to_left_text_are_kept(
    sitting: MainWindow, qtbot: QtBot
) -> None:
    long, field = "DE+ 1 " + "word " * 1000, view(sitting).line.edit
    field.setText(long)
    assert chips(sitting) == []
    qtbot.waitUntil(lambda: chips(sitting)[:2] == ["DE", "+ support"])  # it is read when the hands rest
    for text in (long, "FR- 1 🙂 שלום"):
        field.setText(text)
        press(sitting, Key.Key_Return)
    assert [one.text for one in sitting.desk.meetings.lines(view(sitting).key)] == [long, "FR- 1 🙂 שלום"]


def test_letters_in_a_list_go_to_the_line_where_it_can_be_seen(sitting: MainWindow) -> None:
    window = sitting
    agenda, shown = window.meeting_mode.agenda.list, view(window)
    shown.show_page(VOTE)
    agenda.setFocus()
    type_text(agenda, "FR")
    assert (shown.current_page(), shown.line.isVisible(), shown.line.edit.hasFocus()) == (ITEM, True, True)
    assert shown.line.edit.text() == "FR"
    agenda.setFocus()
    run_action(window, window.ui.action_today)
    agenda.show()
    agenda.setFocus()
    type_text(agenda, "DE")
    press(window, Qt.Key.Key_Escape)
    assert shown.line.edit.text() == "FR"
    assert not shown.line.edit.hasFocus()

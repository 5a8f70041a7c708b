from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, PositionSummary, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.library.documents_model import SECTIONS, RowKind, load_library
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.today_page import TodayModel, TodayRowKind, load_today
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows import row_list
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.main_windows import close_tab, reload_library, settle, show_document, type_text
from support.meeting_steps import press

pytestmark = pytest.mark.styled


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, french: DocumentId, qtbot: QtBot) -> DocumentsView:
    place = Place(held, Address("para_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="x", tags=("capital", "noise")))
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.SUPPORT))
    return shown(desk, tasks, qtbot)


def shown(desk: Desk, tasks: Tasks, qtbot: QtBot) -> DocumentsView:
    made = DocumentsView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(248, 600)
    made.show()
    made.activateWindow()
    made.reload()
    tasks.wait()
    return made


def select(view: DocumentsView, row: int) -> None:
    view.ui.document_list.setFocus()
    view.ui.document_list.setCurrentIndex(view.model.index(row))


def rows(view: DocumentsView) -> list[tuple[RowKind, str, str]]:
    listed = [(row.kind, view.model.text(row), row.side) for row in view.model.rows]
    return [row for row in listed if row[0] is not RowKind.TODAY]


def choose(view: DocumentsView, qtbot: QtBot, kind: RowKind) -> None:
    """Press Enter on the first row of a kind, or on a section at the bottom."""
    rows_view = view.ui.section_list if kind in SECTIONS else view.ui.document_list
    listed = view.sections.rows if kind in SECTIONS else view.model.rows
    number = next(n for n, row in enumerate(listed) if row.kind is kind)
    rows_view.setCurrentIndex(rows_view.model().index(number, 0))
    qtbot.keyClick(rows_view, Qt.Key.Key_Return)


def test_a_family_has_one_row_with_its_languages_and_the_status_of_our_position(
    view: DocumentsView, held: DocumentId
) -> None:
    assert rows(view) == [
        (RowKind.HEAD, "Documents", "1"),
        (RowKind.FAMILY, "Quiet hours in ports", ""),
    ]
    family = view.model.rows[2]
    assert [document.header.language for document in family.documents] == ["en", "fr"]
    assert view.model.status(family) is PositionStatus.DRAFT
    assert "ST 7001/26, draft, English, French" in view.model.accessible_text(family)
    assert [(row.text, row.side) for row in view.sections.rows] == [("Missing: 2 Council documents", "")]


def test_every_change_is_drawn_as_in_a_list_opened_anew(
    view: DocumentsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    """Lines are laid out once and drawn again while they scroll; none may stay as it was."""

    def drawn(of: DocumentsView) -> QImage:
        of.ui.document_list.clearFocus()
        return of.ui.document_list.viewport().grab().toImage()

    changes: list[Callable[[], object]] = [
        lambda: tasks.write(lambda: desk.corrections.set_short_title(held, "Quiet nights")),
        lambda: tasks.write(lambda: desk.positions.clear(held, "capital")),
        lambda: view.resize(204, 600),
        lambda: theme.choose("dark"),
        lambda: theme.choose_density("compact"),
        lambda: view.model.set_current(held),
    ]
    for change in changes:
        before = drawn(view)
        change()
        tasks.wait()
        row_list._lay_out_line.cache_clear()
        anew = DocumentsView(desk, tasks)
        qtbot.addWidget(anew)
        anew.resize(view.size())
        anew.model.set_current(view.model.current)
        anew.show()
        anew.reload()
        tasks.wait()
        assert drawn(view) == drawn(anew)
        assert drawn(view) != before


def test_missing_documents_are_listed_with_those_that_name_them(
    view: DocumentsView, held: DocumentId, qtbot: QtBot
) -> None:
    choose(view, qtbot, RowKind.MISSING_HEAD)
    missing = [text for kind, text, _ in rows(view) if kind is RowKind.MISSING]
    assert missing == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert {row.tip for row in view.model.rows if row.kind is RowKind.MISSING} == {"cited in ST 7001/26"}
    choose(view, qtbot, RowKind.MISSING)
    assert [text for kind, text, _ in rows(view) if kind is RowKind.REFERRER] == ["ST 7001/26 · EN"]
    with qtbot.waitSignal(view.place_requested) as told:
        choose(view, qtbot, RowKind.REFERRER)
    assert told.args == [Place(held, Address(""))]
    choose(view, qtbot, RowKind.MISSING)
    assert not [row for row in view.model.rows if row.kind is RowKind.REFERRER]
    view.ui.filter_edit.setText("cor 1")
    assert [text for kind, text, _ in rows(view) if kind is RowKind.MISSING] == ["ST 6500/26 COR 1"]
    choose(view, qtbot, RowKind.BACK)
    view.ui.filter_edit.clear()
    assert view.model.rows[2].kind is RowKind.FAMILY


def test_the_filter_knows_no_accents_and_no_case_and_says_if_it_leaves_nothing(
    view: DocumentsView, qtbot: QtBot
) -> None:
    for typed in ["HEURES", "7001", "trans 88 quiet"]:
        view.ui.filter_edit.setText(typed)
        assert [row.kind for row in view.model.rows] == [RowKind.HEAD, RowKind.FAMILY], typed
    view.ui.filter_edit.setText("zzz")
    assert view.ui.empty_label.text().startswith("No matches in the library")
    qtbot.keyClick(view.ui.filter_edit, Qt.Key.Key_Escape)
    assert view.ui.empty_label.isHidden()


def test_enter_opens_what_is_selected_and_space_keeps_the_keys_in_the_list(
    view: DocumentsView, held: DocumentId, qtbot: QtBot
) -> None:
    select(view, 2)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
    assert told.args == [held, False]
    with qtbot.waitSignal(view.previewed) as told:
        qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Space)
    assert told.args == [held]
    assert view.ui.document_list.hasFocus()


def test_del_moves_a_family_to_the_trash_and_the_trash_gives_back(
    view: DocumentsView, desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    select(view, 2)
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Delete)
    tasks.wait()
    assert {document.header.language for document in desk.documents.trash()} == {"en", "fr"}
    for _ in range(2):
        choose(view, qtbot, RowKind.TRASH_HEAD)
        number = next(n for n, row in enumerate(view.model.rows) if row.kind is RowKind.TRASHED)
        view.ui.document_list.setCurrentIndex(view.model.index(number))
        view.ui.action_restore.trigger()
        tasks.wait()
        view.model.show_section(None)
    assert desk.documents.trash() == []
    assert view.grab().width() == 248
    nameless = take_in(desk, quiet_hours(tmp_path, name="questions.txt", text="1. Who pays for the engines?"))
    desk.documents.remove(nameless)
    view.reload()
    tasks.wait()
    choose(view, qtbot, RowKind.TRASH_HEAD)
    assert [text for kind, text, _ in rows(view) if kind is RowKind.TRASHED] == ["questions · EN"]


def test_annotations_stand_in_the_trash_too_and_a_key_brings_them_back(
    view: DocumentsView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    (note, *_) = desk.annotations.all()
    tasks.write(lambda: desk.annotations.remove(note.id))
    tasks.wait()
    trash = view.sections.rows[-1]
    assert (trash.kind, trash.side) == (RowKind.TRASH_HEAD, "1")
    choose(view, qtbot, RowKind.TRASH_HEAD)
    row = len(view.model.rows) - 1
    assert view.model.rows[row].kind is RowKind.TRASHED
    assert "ST 7001/26" in str(view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    view.ui.document_list.setCurrentIndex(view.model.index(row))
    assert view.ui.action_restore.isEnabled()
    assert view.ui.action_empty.isEnabled()
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    tasks.wait()
    assert desk.annotations.get(note.id) == note
    assert desk.annotations.trash() == []


def test_a_dossier_has_its_families_under_it_and_their_older_revisions_on_demand(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, previous in (("7001/26", ""), ("7001/1/26 REV 1", ""), ("7002/26", "7001/26"), ("8000/26", "")):
        text = QUIET_HOURS.replace("7001/26", name).replace("6500/26 + COR 1", previous or "6999/26")
        if name == "8000/26":
            text = text.replace("No. prev. doc.: 6999/26\n", "")
        take_in(desk, quiet_hours(tmp_path, name=f"{name.replace('/', '-')}.txt", text=text))
    view = shown(desk, tasks, qtbot)

    def listed() -> list[tuple[RowKind, str]]:
        return [
            (row.kind, row.documents[0].name if row.kind is RowKind.FAMILY else row.text)
            for row in view.model.rows
            if row.kind not in (RowKind.TODAY, RowKind.HEAD)
        ]

    dossier, family = RowKind.DOSSIER, RowKind.FAMILY
    assert [kind for kind, _ in listed()] == [dossier, family, family, RowKind.NAMED, dossier, family]
    assert listed()[3:5] == [(RowKind.NAMED, "6999/26 · not in library"), (RowKind.DOSSIER, "Other documents")]
    assert (RowKind.FAMILY, "ST 7001/1/26 REV 1") in listed()
    with qtbot.waitSignal(view.dossier_requested) as asked:
        choose(view, qtbot, RowKind.DOSSIER)
    assert desk.documents.get(DocumentId(asked.args[0])).name.startswith("ST 700")
    revised = next(n for n, row in enumerate(view.model.rows) if row.is_unfolded is False)
    view.ui.document_list.setCurrentIndex(view.model.index(revised))
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Right)
    assert view.model.rows[revised + 1].text == "INIT"
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Left)
    assert RowKind.VERSION not in [row.kind for row in view.model.rows]
    with qtbot.waitSignal(view.comparison_requested) as pair:
        view.ui.action_compare.trigger()
    assert [document.name for document in pair.args[0]] == ["ST 7001/26", "ST 7001/1/26 REV 1"]


def test_a_family_is_listed_in_order_of_revision(desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    names = ["7001/26", "7001/26 ADD 1", "7001/1/26 REV 1", "7001/2/26 REV 2", "7001/12/26 REV 12"]
    for n in (4, 1, 3, 0, 2):
        take_in(desk, quiet_hours(tmp_path, name=f"{n}.txt", text=QUIET_HOURS.replace("7001/26", names[n])))
    view = shown(desk, tasks, qtbot)
    view.model.toggle(view.model.rows[2])
    assert view.model.rows[2].documents[0].name == "ST 7001/12/26 REV 12"
    assert [text for kind, text, _ in rows(view) if kind is RowKind.VERSION] == ["REV 2", "REV 1", "INIT", "ADD 1"]


def test_u_marks_a_document_as_unread_and_as_read(window: MainWindow, held: DocumentId, qtbot: QtBot) -> None:
    reload_library(window)
    documents = window.documents
    rows = documents.ui.document_list
    number = documents.model.row_for_document(held)
    assert number is not None
    family = documents.model.rows[number]
    window.settings.last_visit = datetime(2026, 1, 1, tzinfo=UTC)
    seeing = window.family_controller._reading_timer
    assert seeing.interval() == 2000
    seeing.setInterval(300_000)  # opening it may take longer than two seconds
    show_document(window, held)
    assert documents.model.is_unread(family.documents)
    seeing.start(0)
    qtbot.waitUntil(lambda: not documents.model.is_unread(family.documents))
    rows.setFocus()
    rows.setCurrentIndex(documents.model.index(number))
    qtbot.keyClick(rows, Qt.Key.Key_U)
    assert documents.model.is_unread(family.documents)
    assert documents.model.accessible_text(family).endswith("English, LIMITE, new")
    window.memory.save_state()
    assert held in next(iter(window.settings.load().unread.values()))
    qtbot.keyClick(rows, Qt.Key.Key_U)
    assert not documents.model.is_unread(family.documents)


def test_the_agenda_has_a_row_for_each_document_and_a_draft_its_own(desk: Desk, held: DocumentId) -> None:
    now = datetime.now(UTC)
    here, gone = parse_reference("ST 7001/26"), parse_reference("ST 9001/26")
    assert here is not None
    assert gone is not None
    items = (
        AgendaItem("1", "Adoption of the agenda"),
        AgendaItem("2", "", (here, gone)),
        AgendaItem("3", "Any", (gone,)),
    )
    meeting = desk.meetings.new("Working Party on Shipping", now.date() + timedelta(days=1))
    desk.meetings.save(replace(meeting, items=items))
    model = TodayModel()

    def rows() -> list[tuple[object, ...]]:
        library = load_library(desk)
        found = model.rows_of_work(load_today(desk, library, now, (), ["en"]), library)
        shown = [row for row in found if row.kind in (TodayRowKind.ITEM, TodayRowKind.DRAFT)]
        return [(row.lead, row.text, row.side, row.status, row.end, row.target) for row in shown]

    listed: list[tuple[object, ...]] = [
        ("1", "Adoption of the agenda", "", None, "", None),
        ("2", "Quiet hours in ports", "7001/26", None, "no position", held),
        ("", "", "9001/26 · not in library", None, "Import…", gone),
        ("3", "Any", "9001/26 · not in library", None, "Import…", gone),
    ]
    assert rows() == listed
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.SUPPORT))
    *agenda, draft = rows()
    listed[1] = (*listed[1][:3], PositionStatus.DRAFT, "", held)
    assert agenda == listed
    assert draft[:2] == ("Draft 1", "Quiet hours in ports, ST 7001/26 · 1 provision")
    assert isinstance(draft[5], PositionSummary)
    assert draft[5].document == held


CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def edit(window: MainWindow) -> QLineEdit:
    return window.documents.ui.filter_edit


def nothing(window: MainWindow) -> None:
    while window.tabs.count():
        close_tab(window)


VIEWS: dict[str, Callable[[MainWindow], object]] = {
    "nothing": nothing,
    "text": lambda window: window.focus_text(),
    "list": lambda window: window.documents.setFocus(),
    "search": lambda window: window.ui.action_search.trigger(),
    "results": lambda window: window.search_controller.open_view(),
    "annotations": lambda window: window.ui.action_annotations.trigger(),
    "deadlines": lambda window: window.ui.action_due.trigger(),
    "position": lambda window: window.ui.action_position.trigger(),
    "note": lambda window: press(window, Key.Key_N),
    "find": lambda window: press(window, Key.Key_F, CONTROL),
    "outline": lambda window: window.ui.action_outline.setChecked(True),
    "hidden": lambda window: window.ui.action_left.setChecked(False),
    "full screen": lambda window: window.ui.action_full_screen.setChecked(True),
    "narrow": lambda window: window.resize(700, 500),
}


def test_ctrl_l_puts_the_caret_in_the_filter_and_selects_what_was_typed(reading: MainWindow, held: DocumentId) -> None:
    for before, show in VIEWS.items():
        show_document(reading, held)
        reading.focus_text()
        show(reading)
        settle(reading)
        press(reading, Key.Key_L, CONTROL)
        assert edit(reading).hasFocus(), before
        assert edit(reading).isVisible(), before
        type_text(edit(reading), "zzz")
        assert edit(reading).text() == "zzz", before
        edit(reading).clear()
        reading.ui.action_outline.setChecked(False)
        reading.ui.action_full_screen.setChecked(False)
    edit(reading).setText("ships")
    reading.focus_text()
    press(reading, Key.Key_L, CONTROL)
    assert edit(reading).selectedText() == "ships"


def test_from_the_filter_a_key_continues_to_the_list_and_enter_opens_what_was_typed(reading: MainWindow) -> None:
    press(reading, Key.Key_L, CONTROL)
    for key in ((Key.Key_L, CONTROL), (Key.Key_Down, Qt.KeyboardModifier.NoModifier)):
        press(reading, *key)
        assert QApplication.focusWidget() is reading.documents.ui.document_list
        press(reading, Key.Key_L, CONTROL)
        assert edit(reading).hasFocus()
    nothing(reading)
    reload_library(reading)
    press(reading, Key.Key_L, CONTROL)
    type_text(edit(reading), "7001/26")
    press(reading, Key.Key_Return)
    assert reading.tabs.current_reader() is not None

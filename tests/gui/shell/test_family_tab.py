"""The tab of a document family: its views, its revisions and its languages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.dossier_timeline import Milestone
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import ParagraphContext, load_context
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.outline_view import BreadcrumbLine
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.revisions.change_list_pages import ConsequencesView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.document_bar import Choice, DocumentBar, Switch
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets.basic_widgets import column_layout
from delegate_desk.gui.widgets.filter_dialog import _ROLE, NameChooserDialog
from delegate_desk.gui.widgets.rows.rows_view import RowsView
from support import accessibility_tree
from support.annotated_revision import Pair
from support.document_values import QUIET_HOURS, QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import (
    current_reader,
    current_tab,
    drop,
    in_front,
    open_position,
    reload_library,
    run_action,
    save,
    settle,
    show_document,
)


def bar(window: MainWindow) -> DocumentBar:
    return current_tab(window).bar


def click(window: MainWindow, qtbot: QtBot, kind: TabKind) -> None:
    qtbot.mouseClick(bar(window).views.buttons[kind], Qt.MouseButton.LeftButton)
    settle(window)


def test_views_revisions_and_panels_are_tab_lists_with_their_selected_item(
    pair: Pair, window: MainWindow, qtbot: QtBot
) -> None:
    show_document(window, pair[1])
    role = QAccessible.Role

    def selected(switch: Switch) -> list[str]:
        """The names of the selected tabs, as a screen reader finds them from the list."""
        spoken = accessibility_tree.interface(switch)
        assert spoken.role() == role.PageTabList
        inside = [spoken.child(n) for n in range(spoken.childCount())]
        tabs = [one for one in inside if not one.state().invisible]
        assert len(tabs) > 1
        assert {(tab.role(), bool(tab.state().selectable)) for tab in tabs} == {(role.PageTab, True)}
        assert not any(tab.state().checkable or tab.state().checked for tab in tabs)
        return [tab.text(QAccessible.Text.Name) for tab in tabs if tab.state().selected]

    views, revisions, faces = bar(window).views, bar(window).revisions, window.columns.faces
    assert [accessibility_tree.name(switch) for switch in (views, revisions, faces)] == ["Views", "Revisions", "Panels"]
    assert selected(views) == ["Text"]
    assert selected(revisions) == ["REV 1 · 2 April 2026 · EN"]
    assert selected(faces) == ["Library"]
    compare = accessibility_tree.interface(views.buttons[TabKind.COMPARISON]).actionInterface()
    compare.doAction(QAccessibleActionInterface.pressAction())
    settle(window)
    assert selected(bar(window).views) == ["Compare"]


def test_all_views_of_a_document_are_in_its_tab_and_keep_the_paragraph(
    pair: Pair, window: MainWindow, qtbot: QtBot
) -> None:
    settle(window)
    window.desk.positions.set_delegation("EL")
    show_document(window, pair[1], Address("para_5"))
    for kind, shown in (
        (TabKind.COMPARISON, ComparisonView),
        (TabKind.CONSEQUENCES, CarryoverView),  # Check notes come first
        (TabKind.CONSEQUENCES, ConsequencesView),
        (TabKind.COMPARISON, ComparisonView),
        (TabKind.POSITION, PositionsView),
    ):
        click(window, qtbot, kind)
        assert isinstance(window.tabs.currentWidget(), shown)
        assert bar(window).views.buttons[kind].isChecked()
        assert window.tabs.count() == 1
    comparison = window.tabs.pages(ComparisonView)
    assert len(comparison) == 1
    assert comparison[0].place == Place(pair[1], Address("para_5"))
    click(window, qtbot, TabKind.READER)
    assert isinstance(window.tabs.currentWidget(), ReaderView)


def test_a_view_shown_again_is_neither_laid_out_nor_loaded_again(
    pair: Pair, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.desk.positions.set_delegation("EL")
    window.desk.positions.set_item(pair[1], PositionEntry(Address("para_5"), Stance.SUPPORT))
    show_document(window, pair[1], Address("para_5"))
    kinds = TabKind.COMPARISON, TabKind.POSITION, TabKind.READER
    for kind in kinds:
        click(window, qtbot, kind)
    laid_out: list[RowsView] = []
    loaded: list[Place] = []
    rebuild = RowsView.rebuild

    def count_view(view: RowsView) -> None:
        laid_out.append(view)
        rebuild(view)

    def count_paragraph(desk: Desk, place: Place, *known: Any) -> ParagraphContext:
        loaded.append(place)
        return load_context(desk, place, *known)

    monkeypatch.setattr(RowsView, "rebuild", count_view)
    monkeypatch.setattr("delegate_desk.gui.paragraphs.paragraph_file.load_context", count_paragraph)
    for kind in kinds:
        click(window, qtbot, kind)
    assert (laid_out, loaded) == ([], [])
    window.resize(window.width() - 20, window.height())  # the columns keep their widths
    settle(window)
    assert [type(view) for view in laid_out] == [DocumentView]


def test_the_position_takes_the_keys_and_leaves_its_fields_alone(pair: Pair, window: MainWindow, qtbot: QtBot) -> None:
    window.desk.positions.set_delegation("EL")
    for address in ("para_5", "para_6"):
        window.desk.positions.set_item(pair[1], PositionEntry(Address(address), Stance.SUPPORT))
    show_document(window, pair[1], Address("para_5"))
    for address in ("para_6", "para_6"):
        click(window, qtbot, TabKind.POSITION)
        view = in_front(window, PositionsView)
        assert view.hasFocus()
        qtbot.keyClick(view, Qt.Key.Key_J)
        assert view.place == Place(pair[1], Address(address))
        click(window, qtbot, TabKind.READER)


def test_what_is_only_looked_at_has_one_tab_until_something_is_done_with_it(
    desk: Desk, held: DocumentId, window: MainWindow, tmp_path: Path
) -> None:
    desk.positions.set_delegation("EL")
    others: list[DocumentId] = []
    for number in ("7101/26", "7102/26", "7103/26"):
        file = quiet_hours(tmp_path, name=f"{number[:4]}.txt", text=QUIET_HOURS.replace("7001/26", number))
        others += desk.documents.add(desk.documents.read(file)).documents
    reload_library(window)
    window.open_document(held)
    for document in others[:2]:
        window.documents.previewed.emit(document)
        settle(window)
        tab = window.tabs.preview_tab()
        assert tab is not None
        assert tab.document == document
        assert window.tabs.count() == 2
    run_action(window, window.ui.action_position)
    assert window.tabs.preview_tab() is None
    window.documents.previewed.emit(others[2])
    settle(window)
    assert window.tabs.count() == 3
    window.open_document(others[2])
    assert window.tabs.preview_tab() is None


def test_what_changed_has_the_number_of_our_items_to_check_and_a_revision_that_is_removed_leaves_the_tab(
    pair: Pair, window: MainWindow
) -> None:
    settle(window)
    show_document(window, pair[1])
    button = bar(window).views.buttons[TabKind.CONSEQUENCES]
    page = window.revision_controller.open_page(pair)
    settle(window)
    assert page.page is not None
    count = page.page.consequences.check_count
    assert count > 0
    badge = button.findChild(QLabel)
    assert isinstance(badge, QLabel)
    assert badge.text() == str(count)
    assert button.accessibleName() == f"What changed, {count} items to check"
    show_document(window, pair[0])
    assert not badge.isVisible()
    save(window, lambda: window.desk.documents.remove(pair[1]))
    assert [reader.document for reader in window.tabs.pages(ReaderView)] == [pair[0]]
    save(window, lambda: window.desk.documents.remove(pair[0]))
    assert window.tabs.count() == 0


def test_what_is_typed_in_one_view_is_there_after_another(reading: MainWindow, held: DocumentId, qtbot: QtBot) -> None:
    reading.desk.positions.set_delegation("EL")
    open_position(reading, held)
    (view,) = reading.tabs.pages(PositionsView)
    view.general_edit.setPlainText("Typed a moment ago.")
    click(reading, qtbot, TabKind.READER)
    assert reading.desk.positions.get(held).general == "Typed a moment ago."
    click(reading, qtbot, TabKind.POSITION)
    assert view.general_edit.toPlainText() == "Typed a moment ago."


def test_the_revision_beside_is_shown_in_the_same_view(pair: Pair, window: MainWindow, qtbot: QtBot) -> None:
    settle(window)
    show_document(window, pair[1], Address("para_5"))
    assert [button.text() for button in bar(window).revisions.buttons.values()] == ["REV 1", "INIT"]
    run_action(window, window.ui.action_older_revision)
    assert window.current_place() == Place(pair[0], Address("para_5"))
    assert bar(window).revisions.buttons[pair[0]].property("tone") == "old"
    click(window, qtbot, TabKind.POSITION)
    run_action(window, window.ui.action_newer_revision)
    view = in_front(window, PositionsView)
    assert view.document == pair[1]
    assert window.tabs.count() == 1


def test_another_language_is_shown_at_the_same_paragraph(
    desk: Desk, held: DocumentId, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    french = take_in(desk, quiet_hours(tmp_path, name="heures.txt", text=QUIET_HOURS_FRENCH))
    reload_library(window)
    show_document(window, held, Address("para_2"))
    assert [button.text() for button in bar(window).languages.buttons.values()] == ["EN", "FR"]
    assert not bar(window).revisions.isVisible()
    assert TabKind.CONSEQUENCES not in bar(window).views.buttons
    qtbot.mouseClick(bar(window).languages.buttons[french], Qt.MouseButton.LeftButton)
    settle(window)
    assert window.current_place() == Place(french, Address("para_2"))
    assert window.tabs.count() == 1


def test_a_click_in_the_timeline_on_today_and_on_what_is_cited_uses_the_preview_tab(
    desk: Desk, held: DocumentId, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [
        quiet_hours(tmp_path, name=f"{number}.txt", text=QUIET_HOURS.replace("7001/26", f"{number}/26"))
        for number in (7101, 7201)
    ]
    (other,), (cited,) = (desk.documents.add(desk.documents.read(file)).documents for file in files)
    desk.dossiers.move([other], held)
    window.settings.last_visit = datetime(2026, 1, 1, tzinfo=UTC)
    reload_library(window)

    def preview() -> DocumentId | None:
        tab = window.tabs.preview_tab()
        return tab.document if tab is not None else None

    page = window.today.page
    assert page is not None
    row = next(n for n, row in enumerate(page.work.rows.rows) if row.target == held)
    qtbot.mouseClick(
        page.work.viewport(), Qt.MouseButton.LeftButton, pos=page.work.visualRect(page.work.rows.index(row)).center()
    )
    settle(window)
    assert preview() == held
    timeline = window.dossiers_controller.open(held)
    settle(window)
    assert preview() is None  # another view of it was chosen
    rows = timeline.list.rows.rows
    of_other = next(n for n, row in enumerate(rows) if isinstance(row, Milestone) and row.key == "ST 7101/26")
    rect = timeline.list.visualRect(timeline.list.rows.index(of_other))
    qtbot.mouseClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle(window)
    assert preview() == other
    reader = current_reader(window)
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(600_000)  # a loaded machine is slower than any finger
    reader.place_requested.emit(Place(cited, Address("para_2")))
    QApplication.setDoubleClickInterval(interval)
    settle(window)
    assert preview() == cited
    second = current_reader(window)
    qtbot.mouseDClick(second.paper.viewport(), Qt.MouseButton.LeftButton)
    assert preview() is None
    window.dossiers_controller.open(held)
    settle(window)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    settle(window)
    assert window.tabs.current_reader() is not None
    assert preview() is None


def test_each_view_names_the_place_and_leads_to_those_beside(pair: Pair, window: MainWindow, qtbot: QtBot) -> None:
    settle(window)
    window.desk.positions.set_delegation("EL")
    window.open_comparison(*pair)
    settle(window)
    (line,) = current_tab(window).findChildren(BreadcrumbLine)
    assert line.breadcrumb.parts  # the tab was made with this view
    show_document(window, pair[1], Address("para_5"))
    for kind, name in ((TabKind.COMPARISON, "Compare"), (TabKind.POSITION, "Position")):
        click(window, qtbot, kind)
        tab = current_tab(window)
        (line,) = tab.findChildren(BreadcrumbLine)
        assert line.isVisible()
        assert name in [label.text() for label in line.findChildren(QLabel)]
        view = tab.view()
        assert view is not None
        place = view.place_in_text()
        assert bool(line.breadcrumb.parts) is (place is not None)
    click(window, qtbot, TabKind.COMPARISON)
    assert line.breadcrumb.parts[-1].text() == "› paragraph 5"
    line.chosen.emit(Address("para_3"))
    assert window.tabs.pages(ComparisonView)[0].place == Place(pair[1], Address("para_3"))
    assert line.breadcrumb.parts[-1].text() == "› paragraph 3"
    click(window, qtbot, TabKind.POSITION)
    line.chosen.emit(Address("para_2"))
    settle(window)
    assert window.current_place() == Place(pair[1], Address("para_2"))
    assert line.isHidden()


def test_four_languages_have_a_chip_among_them_the_current_one_and_the_rest_are_in_a_list(qtbot: QtBot) -> None:
    made = DocumentBar()
    qtbot.addWidget(made)
    made.resize(1200, 40)
    made.show()
    languages = [Choice(code, code, code) for code in ("en", "el", "fr", "bg", "de", "it")]
    for current, shown in (("en", ["en", "el", "fr", "bg"]), ("de", ["en", "el", "de", "it"])):
        made.show_documents((), languages, current, has_meeting=False)
        assert list(made.languages.buttons) == shown
        assert made.languages.more.isVisible()
    made.show_documents((), languages[:4], "en", has_meeting=False)
    assert not made.languages.more.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a list below a button, where there is no screen
def test_a_revision_that_is_not_in_the_library_is_amber_in_the_list_and_imported_from_it(
    window: MainWindow, pair: Pair, tmp_path: Path
) -> None:
    text = QUIET_HOURS.replace("7001", "7050") + "\n10. See 7001/5/26 REV 5.\n"
    drop(window, quiet_hours(tmp_path, name="other.txt", text=text))
    show_document(window, pair[1])
    bar(window).revisions.more.click()
    (dialog,) = (found for found in window.findChildren(NameChooserDialog) if found.isVisible())
    last = dialog.rows.item(dialog.rows.rowCount() - 1)
    assert last.text() == "ST 7001/5/26 REV 5 · not in library · Import…"
    assert last.data(_ROLE) == "scrutiny_reservation"
    assert dialog.rows.item(0).data(_ROLE) == "accent"  # the current one
    asked: list[object] = []
    window.ui.action_bring_in.triggered.disconnect()
    window.ui.action_bring_in.triggered.connect(lambda: asked.append(True))
    dialog.list.clicked.emit(last.index())
    settle(window)
    assert len(asked) == 1


@pytest.mark.styled
@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (700, ["Text", "Compare", "What changed", "Position", "REV 2", "REV 1", "INIT", "EN", "EL"]),
        (639, ["Text", "Compare", "What changed", "Position", "REV 2 ⌄", "EN", "EL"]),
        (559, ["Text", "Compare", "What changed", "Position", "REV 2 ⌄", "EN ⌄"]),
        (439, ["Text ⌄", "REV 2 ⌄", "EN ⌄"]),
    ],
)
@pytest.mark.qt_log_ignore("This plugin does not support")  # a list below a button, without a screen
def test_a_narrow_bar_has_one_button_for_revisions_then_languages_then_views(
    qtbot: QtBot, width: int, shown: list[str]
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = DocumentBar()
    column_layout(bar, within=holder, margins=0)
    revisions = [Choice(1, "REV 2", "REV 2 · 2 December"), Choice(2, "REV 1", "REV 1"), Choice(3, "INIT", "INIT")]
    languages = [Choice(1, "EN", "English"), Choice(4, "EL", "Greek")]
    bar.show_view(TabKind.READER)
    bar.show_documents(revisions, languages, 1, has_meeting=False)
    holder.resize(width, 40)
    holder.show()
    buttons = [button for switch in (bar.views, bar.revisions, bar.languages) for button in visible_buttons(switch)]
    assert [button.text() for button in buttons] == shown
    assert all(bar.rect().contains(button.mapTo(bar, button.rect().bottomRight())) for button in buttons)
    if width == 639:
        chosen: list[object] = []
        bar.revisions.chosen.connect(chosen.append)
        assert bar.revisions.more.accessibleName() == "Revisions: REV 2 · 2 December"
        spoken = accessibility_tree.interface(bar.revisions)
        tab = spoken.child(0)
        assert spoken.childCount() == 1
        assert (tab.role(), bool(tab.state().selected)) == (QAccessible.Role.PageTab, True)
        qtbot.mouseClick(bar.revisions.more, Qt.MouseButton.LeftButton)
        dialog = bar.revisions.more.findChild(NameChooserDialog)
        assert isinstance(dialog, NameChooserDialog)
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
        assert chosen == [2]
        holder.resize(1200, 40)
        bar.revisions.limit(2)
        assert accessibility_tree.interface(bar.revisions.more).role() == QAccessible.Role.ButtonMenu


def visible_buttons(switch: Switch) -> list[QPushButton]:
    found = [button for button in switch.findChildren(QPushButton) if button.isVisible()]
    return sorted(found, key=lambda button: button.x())


def test_a_preview_tab_that_is_dragged_is_an_ordinary_one(window: MainWindow, pair: Pair, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001", "7050")))
    window.documents.previewed.emit(pair[0])
    settle(window)
    assert window.tabs.preview_tab() is not None
    group = window.tabs.front
    group.tabBar().moveTab(group.currentIndex(), 0)
    assert window.tabs.preview_tab() is None

"""Counts, which are the same everywhere, and the sentence of every empty pane."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.cli.main import main
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.library.today_page import TodayPage
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.labels import positions
from support.annotated_revision import Noted
from support.export_views import export_in_front
from support.main_windows import close_tab, in_front, open_position, reload_library, run_action, settle, show_document
from support.meeting_steps import press

FIVE, SIX = Address("para_5"), Address("para_6")


@pytest.fixture
def entries(desk: Desk, paper: Noted) -> int:
    """The number of position entries, with two more notes for circulation."""
    for address in (FIVE, SIX):
        made = desk.annotations.new(Place(paper.old, address), AnnotationKind.NOTE, text=f"on {address}")
        desk.annotations.save(replace(made, visibility=Visibility.CIRCULATION))
    desk.positions.set_item(paper.old, PositionEntry(FIVE, Stance.OPPOSE, comment="Islands."))
    return len(desk.positions.get(paper.old).items)


def said(text: str, word: str) -> set[int]:
    """The numbers before a word."""
    return {int(n) for n in re.findall(rf"(\d+) {word}", text)}


def test_position_entries(
    window: MainWindow, desk: Desk, paper: Noted, entries: int, capsys: pytest.CaptureFixture[str]
) -> None:
    view = open_position(window, paper.old)
    run_action(window, window.ui.action_export)
    preview = desk.export.preview(paper.old, ExportKind.POSITION, ExportOptions())
    capital = desk.export.preview(paper.old, ExportKind.COMMENTS_TABLE, ExportOptions(audience=Audience.CAPITAL))
    places = {
        "page": view.ui.counts_label.text(),
        "beside": export_in_front(window).side.contents_label.text(),
        "export": positions.contents_summary(preview, ExportKind.POSITION, 7),
        "capital": positions.contents_summary(capital, ExportKind.COMMENTS_TABLE, 7),
    }
    for name, text in places.items():
        assert said(text, "position entr(?:y|ies)") == {entries}, name
        assert said(text, "from notes") == {2}, name
    assert (len(view.provisions), len(view._list.notes())) == (entries, 2)
    main(["--library", str(desk.folder), "position-versions", "7001/26"])
    assert said(capsys.readouterr().out, "position entr(?:y|ies)") == {entries}


def test_an_export_names_the_general_comments_in_it(desk: Desk, paper: Noted) -> None:
    def contents() -> str:
        preview = desk.export.preview(paper.old, ExportKind.POSITION, ExportOptions())
        return positions.contents_summary(preview, ExportKind.POSITION, 7)

    assert "General comments" not in contents()
    desk.positions.set_general(paper.old, "Thank you.")
    assert contents().startswith("General comments · ")


def test_paragraphs(
    window: MainWindow, desk: Desk, paper: Noted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = paper.carry()
    old = desk.documents.get(paper.old)
    revised = desk.documents.get(new)
    main(["--library", str(desk.folder), "documents"])
    listed = capsys.readouterr().out
    assert said(listed, "paragraphs") == {old.paragraphs, revised.paragraphs}
    for held in (old, revised):
        show_document(window, held.id)
        assert said(window.ui.document_label.text(), "paragraphs") == {held.paragraphs}
    both = f"{old.paragraphs} → {revised.paragraphs} paragraphs"
    page = window.revision_controller.open_page((old.id, new))
    settle(window)
    assert page.summary.text().startswith(both)
    window.comparison_controller.open(old.id, new)
    settle(window)
    view = in_front(window, ComparisonView)
    assert view.chips._total.text().startswith(both)
    assert page.page is not None
    target = tmp_path / "changed.docx"
    desk.export.write(page.page.consequences, ExportKind.CONSEQUENCES, target, ExportOptions())
    assert any(both in one.text for one in docx.Document(str(target)).paragraphs)
    main(["--library", str(desk.folder), "compare", "7001/26", "7001/1/26 REV 1"])
    assert capsys.readouterr().out.startswith(both)


def words(widget: QWidget) -> str:
    """The texts of its visible labels."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def dialog(_: MainWindow) -> QWidget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())


def front(window: MainWindow) -> QWidget:
    return window.tabs.currentWidget() or window


def test_what_is_empty_says_what_belongs_there(window: MainWindow) -> None:
    cases: list[tuple[str, Callable[[MainWindow], QWidget], str]] = [
        ("action_annotations", front, "No notes yet. Press N"),
        ("action_due", front, "No deadlines"),
        ("action_backups", dialog, "No backups yet"),
        ("action_people", dialog, "No packages received yet"),
        ("action_shared_folder", dialog, "Not shared yet"),
        ("action_pack", lambda window: window.notices, "no documents in the library yet"),
    ]
    for action, where, said in cases:
        getattr(window.ui, action).trigger()
        settle(window)
        assert said in words(where(window)), action
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog):
                one.close()


def test_the_right_column_says_what_stands_there_before_a_paragraph_is_current(window: MainWindow) -> None:
    assert "Select a paragraph" in words(window.ui.right_column)


def test_a_paragraph_with_nothing_on_it_says_how_to_write_on_it(reading: MainWindow) -> None:
    said = words(reading.ui.right_column)
    assert "Notes</span> — none · N adds one" in said
    assert "Our position</span> — none · Y\N{NO-BREAK SPACE}support" in said


def test_the_keys_beside_a_paragraph_are_those_of_now(reading: MainWindow) -> None:
    key_bindings.choose("action_annotate_note", [])
    assert "Notes</span> — none" in words(reading.ui.right_column)
    assert "adds one" not in words(reading.ui.right_column)
    key_bindings.reset_all()
    assert "Notes</span> — none · N adds one" in words(reading.ui.right_column)


def test_a_search_that_finds_nothing_says_what_finds_more(window: MainWindow, qtbot: QtBot) -> None:
    window.search("zzzxx")
    qtbot.waitUntil(lambda: "No results. Try fewer words" in words(front(window)))
    settle(window)  # rows on other languages are listed below it
    view = window.search_controller.view()
    assert view is not None
    view.refresh()  # as when the index has caught up
    settle(window)
    assert "No results. Try fewer words" in words(view)
    assert view.ui.hit_list.isVisibleTo(view)


def test_a_choice_among_no_documents_says_so(window: MainWindow, held: DocumentId) -> None:
    chooser = DocumentChooserDialog(window.context, held, lambda _: None)
    chooser.open()
    settle(window)
    assert "There are no other documents" in words(chooser)
    chooser.close()


def test_today_is_shown_while_nothing_is_open(reading: MainWindow) -> None:
    reload_library(reading)
    close_tab(reading)
    settle(reading)
    page = reading.today.page
    assert page is not None
    assert page.isVisible()
    assert not reading.ui.right_column.isVisible()
    model = reading.documents.model
    assert [model.text(row) for row in model.rows if model.is_current(row)] == ["Today"]
    assert [row.text for row in [*page.papers.rows.rows, *page.work.rows.rows] if page.work.rows.is_head(row)] == [
        "New documents",
        "Continue",
    ]
    reading.ui.action_today.trigger()
    press(reading, Qt.Key.Key_Return)
    assert reading.tabs.current_reader() is not None
    assert reading.ui.right_column.isVisible()
    assert "Today" not in [model.text(row) for row in model.rows if model.is_current(row)]
    press(reading, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert isinstance(reading.tabs.currentWidget(), TodayPage)
    assert reading.tabs.front.currentIndex() == 0

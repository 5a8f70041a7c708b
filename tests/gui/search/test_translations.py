"""Hits in other languages, and the concordance."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.core.search import Hit
from delegate_desk.core.translations.translation import AcrossHit
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.search.hit_list import HitGroup
from delegate_desk.gui.search.search_view import ConcordanceView, SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.harbour_versions import OTHERWISE, act, hold, note
from support.search_steps import model, rows, search


@pytest.fixture
def harbours(desk: Desk, tasks: Tasks, qtbot: QtBot) -> SearchView:
    hold(desk, act("en"), act("el"), note())
    desk.indexing.make_ready()
    desk.translations.learning.try_to_learn()
    view = SearchView(desk, tasks)
    view.across_languages = lambda: ("en", "el")
    qtbot.addWidget(view)
    view.show()
    return view


def across(view: SearchView) -> list[AcrossHit]:
    return [row for row in rows(view) if isinstance(row, AcrossHit)]


def test_they_stand_below_the_results_say_why_and_are_not_counted_with_them(harbours: SearchView, qtbot: QtBot) -> None:
    results = search(harbours, qtbot, "ναυάγιο")
    qtbot.waitUntil(lambda: bool(across(harbours)))
    kinds = [type(row) for row in rows(harbours)]
    first = kinds.index(str)
    assert Hit in kinds[:first]
    assert AcrossHit not in kinds[:first]
    assert Hit not in kinds[first:]
    lead = rows(harbours)[first]
    assert isinstance(lead, str)
    assert lead == f"Also in other languages ({len(across(harbours))})"
    assert all(row.is_complete for row in rows(harbours)[first:] if isinstance(row, HitGroup))
    assert harbours.ui.count_label.text().startswith(f"{results.total} paragraphs")
    assert len(model(harbours).hits()) == results.total
    text = model(harbours).accessible_text(across(harbours)[0])
    assert "ναυάγιο → wreck" in text.lower()


def test_one_that_is_opened_lights_its_translated_words(harbours: SearchView, qtbot: QtBot) -> None:
    search(harbours, qtbot, "ref:7403/26 ναυάγιο")
    qtbot.waitUntil(lambda: bool(across(harbours)))
    (found,) = across(harbours)
    asked: list[tuple[Place, str, bool]] = []
    harbours.hits.translation_requested.connect(lambda *what: asked.append(what))
    harbours.ui.hit_list.setCurrentIndex(model(harbours).index_of_row(found))
    qtbot.keyClick(harbours.ui.hit_list, Qt.Key.Key_Return)
    assert asked == [(Place(found.hit.document, found.hit.address), '"wreck"', False)]


def test_they_are_limited_to_languages_read_and_can_be_hidden(harbours: SearchView, tasks: Tasks, qtbot: QtBot) -> None:
    harbours.across_languages = lambda: ("el",)
    search(harbours, qtbot, "ναυάγιο")
    tasks.wait()
    assert across(harbours) == []
    harbours.across_languages = lambda: None
    search(harbours, qtbot, "ναυάγιο OR πλήρωμα")
    tasks.wait()
    assert across(harbours) == []


def test_where_nothing_can_be_learned_it_says_so(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    hold(desk, note())
    desk.indexing.make_ready()
    view = SearchView(desk, tasks)
    view.across_languages = lambda: ("en",)
    qtbot.addWidget(view)
    view.show()
    search(view, qtbot, "wreck")
    qtbot.waitUntil(lambda: any(isinstance(row, str) for row in rows(view)))
    text = " ".join(row for row in rows(view) if isinstance(row, str))
    assert "nothing has been learned yet" in text
    assert "term base" in text


def open_concordance(window: MainWindow, qtbot: QtBot) -> ConcordanceView:
    window.ui.action_concordance.trigger()
    qtbot.waitUntil(lambda: bool(window.pages(ConcordanceView)))
    (view,) = window.pages(ConcordanceView)
    qtbot.waitUntil(lambda: view.from_combo.count() > 0)
    return view


def export(opened: ConcordanceView, window: MainWindow, title: str, qtbot: QtBot, *paths: Path) -> None:
    opened.export_button.click()
    qtbot.waitUntil(lambda: bool(window.pages(ExportView)) and window.pages(ExportView)[0].preview.summary is not None)
    (view,) = window.pages(ExportView)
    assert view.export.title == title
    for path in paths:
        view.side.set_target(path)
        with qtbot.waitSignal(view.exported):
            view.write()


@pytest.fixture
def opened(desk: Desk, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ConcordanceView:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    english, _ = hold(desk, act("en"), act("el"))
    desk.indexing.make_ready()
    desk.translations.learning.try_to_learn()
    view = open_concordance(window, qtbot)
    view.look_up("harbour master", "en", ["el"], english)
    qtbot.waitUntil(lambda: bool(view.found))
    return view


def test_the_usual_rendering_stands_first_and_exceptions_are_named(opened: ConcordanceView) -> None:
    heads = [row for row in opened.model.rows if isinstance(row, HitGroup)]
    assert "λιμενάρχης" in heads[0].title.lower()
    assert (heads[0].members, heads[0].count) == ("usual", 14)
    assert {head.members for head in heads[1:]} == {"exception"}
    assert opened.message_label.text() == "15 passages, 1 not as usual"
    first = next(row for row in opened.model.rows if isinstance(row, Hit))
    assert [first.snippet[a:b] for a, b in first.highlights] == ["harbour master"]
    assert first.label == f"{first.address.removeprefix('para_')}."
    assert opened.model.notes_for_hit(first) == ("ST 7401/26",)


def test_a_key_writes_a_linguistic_reservation(opened: ConcordanceView, desk: Desk, qtbot: QtBot) -> None:
    row = next(n for n, (pair, _, passage) in opened._passages.items() if not pair.is_usual and passage == pair.target)
    opened.list.setCurrentIndex(opened.model.index(row))
    opened.list.setFocus()
    qtbot.keyClick(opened.list, Qt.Key.Key_L)
    pair = opened._passages[row][0]
    qtbot.waitUntil(lambda: bool(desk.annotations.for_document(pair.target.document)))
    (note,) = desk.annotations.for_document(pair.target.document)
    assert note.kind is AnnotationKind.LINGUISTIC_RESERVATION
    assert note.place == Place(pair.target.document, pair.target.address)
    assert pair.target.address == f"para_{OTHERWISE}"
    assert note.text.startswith("harbour master → ")


def test_it_is_exported_as_a_table(opened: ConcordanceView, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    sheet, page = tmp_path / "table.csv", tmp_path / "table.docx"
    export(opened, window, "Translations of “harbour master”", qtbot, sheet, page)
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 16
    assert sum(line.endswith(",no") for line in lines) == 1
    (table,) = docx.Document(str(page)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["EN", "EL"]
    heads = [row.cells[0].text for row in table.rows if row.cells[0].text == row.cells[1].text]
    assert "λιμενάρχης – usual (14)" in heads[0].lower()
    assert heads[1].endswith(" – exception (1)")
    place, text = table.rows[2].cells[0].paragraphs
    assert place.text == "ST 7401/26, paragraph 1"
    assert [run.text for run in text.runs if run.style.name != "Default Paragraph Font"] == ["harbour master"]


def test_odd_renderings_are_exported_and_reserved_like_a_concordance(
    opened: ConcordanceView, window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.odd_button.click()
    qtbot.waitUntil(lambda: bool(opened.found) and opened.found[0].is_unusual)
    assert any("harbour" in row.title.lower() for row in opened.model.rows if isinstance(row, HitGroup))
    assert opened.list.hasFocus()
    row, (pair, found, _) = next((n, held) for n, held in opened._passages.items() if held[0].target is held[2])
    opened.list.setCurrentIndex(opened.model.index(row))
    qtbot.keyClick(opened.list, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: bool(desk.annotations.for_document(pair.target.document)))
    (note,) = desk.annotations.for_document(pair.target.document)
    assert found.usual is not None
    assert note.text == f"{found.phrase} → {found.usual.text}"
    path = tmp_path / "table.docx"
    export(opened, window, "Unusual translations in ST 7401/26", qtbot, path)
    (table,) = docx.Document(str(path)).tables
    heads = [row.cells[0].text for row in table.rows if row.cells[0].text == row.cells[1].text]
    assert heads[0].startswith("“")
    assert heads[0].endswith(f": {found.usual.text} – usual ({found.usual.count})")
    assert " – exception (" in heads[1]


def test_a_comparison_of_two_languages_is_looked_at_for_unusual_translations_too(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    greek, english = hold(desk, act("el"), act("en"))
    window.open_comparison(greek, english)
    view = open_concordance(window, qtbot)
    assert (view.odd_button.isEnabled(), view._languages()) == (True, ("el", "en"))

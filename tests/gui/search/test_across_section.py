"""Hits in other languages, below the results."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Place
from delegate_desk.core.search import Hit
from delegate_desk.core.translations.translation import AcrossHit
from delegate_desk.desk import Desk
from delegate_desk.gui.search.hit_list import HitGroup
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.tasks import Tasks
from support.harbour_versions import act, hold, note
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


def test_they_stand_below_the_results_and_are_not_counted_with_them(harbours: SearchView, qtbot: QtBot) -> None:
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


def test_each_says_why(harbours: SearchView, qtbot: QtBot) -> None:
    search(harbours, qtbot, "ναυάγιο")
    qtbot.waitUntil(lambda: bool(across(harbours)))
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

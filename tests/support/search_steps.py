"""The search view, used as by a delegate."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.search import Hit, SearchResults
from delegate_desk.desk import Desk
from delegate_desk.gui.search.facets_pane import ChipButton, FacetRow
from delegate_desk.gui.search.hit_list import HitsModel
from delegate_desk.gui.search.search_box import FieldPanel, PanelRow
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import type_text


def keep_up(desk: Desk) -> None:
    """Let the index process all pending changes."""
    for _ in desk.indexing.maintain():
        pass


def search(view: SearchView, qtbot: QtBot, text: str) -> SearchResults:
    with qtbot.waitSignal(view.answered) as answered:
        view.search(text)
    results: SearchResults = answered.args[0]
    return results


def ask(window: MainWindow, qtbot: QtBot, query: str) -> SearchView:
    """Type in the box of the window as a delegate would."""
    window.ui.action_search.trigger()
    window.ui.search_edit.clear()
    type_text(window.ui.search_edit, query)
    qtbot.keyClick(window.ui.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    view = window.tabs.currentWidget()
    assert isinstance(view, SearchView)
    qtbot.waitUntil(lambda: view.results is not None and view.results.query == query)
    return view


def model(view: SearchView) -> HitsModel:
    return view.hits.model


def rows(view: SearchView) -> list[Any]:
    return [model(view).row(model(view).index(n)) for n in range(model(view).rowCount())]


def hits(view: SearchView) -> list[Hit]:
    return [hit for _, hit in model(view).hits()]


def facet(view: SearchView, value: str) -> FacetRow:
    return next(row for row in view.facets.rows() if row.value == value)


def chips(view: SearchView) -> Sequence[ChipButton]:
    return view.chips.buttons


def answer(view: SearchView, monkeypatch: pytest.MonkeyPatch, change: Callable[[SearchResults], SearchResults]) -> None:
    """Let the following results be changed, as if from another library."""
    find = view._desk.search.find
    monkeypatch.setattr(view._desk.search, "find", lambda *given, **how: change(find(*given, **how)))


def panel_rows(panel: FieldPanel) -> list[PanelRow]:
    """Return the rows of the panel below the search field that can be chosen."""
    return [row for row in panel.model.rows if isinstance(row, PanelRow)] if panel.isVisible() else []

"""The search of the window: the field, its results, the saved searches, and index maintenance."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import LibraryDocument, Place
from delegate_desk.core.progress import Steps
from delegate_desk.core.search import Hit, SavedSearch, SearchResults, TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.search.search_box import SearchBox
from delegate_desk.gui.tab_page import TabKind, TabType
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.search.hit_list import LanguageLink
    from delegate_desk.gui.search.search_view import SearchView

_QUIET = 1.0
"""Seconds for which nothing is reported."""


class IndexMaintenance(QObject):
    """Maintains the index after changes, one run at a time.

    When the window opens, an index without pending changes is not opened until somebody searches.
    """

    progressed = Signal(int, int)  # entries indexed, of how many, where it takes long
    caught_up = Signal()
    ended = Signal()
    _stepped = Signal(int, int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject, reading: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._reading = reading
        self._job: Job | None = None
        self._runs_again = False
        self._stopped = False
        self._is_progress_shown = False
        self._is_requested = False
        self._stepped.connect(self._on_stepped)

    def run(self) -> None:
        self._stopped, self._is_requested = False, True
        self.resume()

    def resume(self) -> None:
        """Start unless somebody stopped it since the last change."""
        if self._stopped:
            return
        if self._job is not None:
            self._runs_again = True
            return
        self._job = self._tasks.read(self._steps, while_alive(self, self._end), failed=while_alive(self, self._fail))

    def open_index(self) -> None:
        """Open and verify the index for a search, if it was not opened yet."""
        if not self._is_requested:
            self._is_requested = True
            self.resume()

    def stop(self) -> None:
        """Continue only with the next change; what was indexed stays."""
        self._stopped = True
        self._runs_again = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._report_end()

    def _steps(self) -> Steps[None]:
        """Yield the steps of the work, which can be cancelled at each, on the thread of the job."""
        started, reported, done, total = time.monotonic(), 0.0, 0, 0
        caught_up = False
        if not self._is_requested and self._desk.indexing.is_idle():
            self._stepped.emit(0, 0)
            return
        for done, total in self._desk.indexing.maintain():
            now = time.monotonic()
            if total and done >= total and not caught_up:
                caught_up = True
                self._stepped.emit(done, total)
            elif done < total and now - started > _QUIET and now - reported > _QUIET / 5:
                reported = now
                self._stepped.emit(done, total)
            yield done, total
        if not caught_up:
            self._stepped.emit(0, 0)
        # translations are learned between the languages that the delegate reads, or those of the library if none is set
        learning = self._desk.translations.learning
        languages = {*(self._reading() or learning.languages()), interface_language.language()}
        is_new = False
        for done, total in learning.learn(languages, languages):
            is_new = True
            yield done, total
        if is_new:
            self._stepped.emit(0, 0)

    def _on_stepped(self, done: int, total: int) -> None:
        if self._job is None:
            return
        if done < total:
            self._is_progress_shown = True
            self.progressed.emit(done, total)
        else:
            self._report_end()
            self.caught_up.emit()

    def _report_end(self) -> None:
        if self._is_progress_shown:
            self._is_progress_shown = False
            self.ended.emit()

    def _end(self, _: None) -> None:
        self._job = None
        self._report_end()
        if self._runs_again:
            self._runs_again = False
            self.resume()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._runs_again = False
        self._report_end()
        self._tasks.say_once(error)


class SearchController(Controller):
    """Connects the field, the results and the saved searches; True is for a new tab."""

    hit_requested = Signal(object, object, bool)  # Hit, TypedQuery
    place_requested = Signal(object, object, bool)  # Place, TypedQuery or None
    saved = Signal()
    new_hits_changed = Signal()
    hit_stepped = Signal(int, int)  # number of the hit opened, from 1, and of all; zeros after another search

    def __init__(self, context: Context, edit: QLineEdit) -> None:
        super().__init__(context)
        desk, tasks = context.desk, context.tasks
        self._opened_name: str | None = None
        self._has_searched = False
        self.recent: Sequence[str] = ()  # the queries that led somewhere, the latest first
        self.box = SearchBox(edit, desk, tasks)
        self.upkeep = IndexMaintenance(desk, tasks, self, lambda: context.settings.load().reading_languages)
        self.box.focused.connect(self.upkeep.open_index)
        self.box.all_requested.connect(self._show_all)
        tasks.changed.connect(self._on_changed)
        self.upkeep.caught_up.connect(self._catch_up)

    def tab_type(self) -> TabType:
        return TabType(
            TabKind.SEARCH,
            lambda entry: self.search(entry.place),
            (),
            {"action_facets": lambda view: view.switch_side(), "action_across": lambda _: self.switch_across()},
            title=lambda entry: self._title(entry.place) if entry.place else None,
        )

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_search": self.box.enter,
            "action_commands": self.box.enter_commands,
            "action_concordance": self._open_concordance,
            "action_save_search": self.save_search,
            "action_forget_recent": self.clear_recent,
        }

    def _open_concordance(self) -> None:
        from delegate_desk.gui.search.search_view import open_concordance

        open_concordance(self._context)

    def view(self) -> SearchView | None:
        if not self._has_searched:
            return None
        from delegate_desk.gui.search.search_view import SearchView

        return next(iter(self._navigate.pages(SearchView)), None)

    def open_view(self) -> SearchView:
        view = self.view()
        if view is None:
            from delegate_desk.gui.search.search_view import SearchView

            self._has_searched = True
            view = SearchView(self._desk, self._tasks)
            view.across_languages = self._across_languages
            self._connect(view)
        self._navigate.show_page(view, self._title(view.query), focus=False)
        return view

    def _title(self, query: str) -> str:
        words = " ".join(query.split()).replace("&", "&&")
        return self.tr("Search: {words}").format(words=words) if words else self.tr("Search")

    def _across_languages(self) -> Sequence[str] | None:
        """Return the languages of hits in other languages; None if they are hidden."""
        stored = self._context.settings.load()
        return tuple(stored.reading_languages) if stored.across_shown else None

    def switch_across(self) -> None:
        """Hide the hits in other languages permanently, or show them again."""
        settings = self._context.settings
        shown = not settings.load().across_shown
        settings.save(across_shown=shown)
        view = self.view()
        if view is not None:
            view.refresh()
        hidden = self.tr("Results in other languages are hidden.")
        self._notify.pass_by(self.tr("Results in other languages are shown.") if shown else hidden)

    def search(self, query: str) -> None:
        self.box.show_query(query)
        self.open_view().search(query)

    def search_saved(self, search: SavedSearch) -> None:
        """Show the current hits of a saved search, which then count as seen."""
        self.box.show_query(search.query)
        view = self.open_view()
        self._opened_name = search.name
        view.search_saved(search)
        view.enter()

    def step(self, by: int) -> bool:
        view = self.view()
        if view is not None:
            view.hits.step(by)
        return view is not None

    def save_search(self) -> None:
        view = self.view()
        if view is not None and view.query.strip():
            self.open_view().prompt_name()
        else:
            self.box.enter()

    def clear_recent(self) -> None:
        self.box.close_panel()
        view = self.view()
        if view is not None:
            view.is_forgotten = True
        self.recent = []
        self._write(self._desk.search.clear_recent)

    def query_number(self, query: str) -> str:
        """Return the number of a query among the recent ones, which the library stores; empty if it was forgotten."""
        view = self.view()
        is_new = view is not None and view.query.strip() == query and not view.is_forgotten
        if is_new and query not in self.recent:
            self._remember(query)
        return str(self.recent.index(query)) if query in self.recent else ""

    def numbered_query(self, number: str) -> str:
        """Return the query of a number when the window opens; empty if there is none, or before they are read."""
        return self.recent[int(number)] if number.isdecimal() and int(number) < len(self.recent) else ""

    def _connect(self, view: SearchView) -> None:
        def open_place(place: Place, new_tab: bool, query: TypedQuery | None = None) -> None:
            """Open a place with the words of a query highlighted."""
            self._remember(view.typed_query.text)
            self.place_requested.emit(place, query, new_tab)

        def open_link(hit: Hit, link: LanguageLink, new_tab: bool) -> None:
            """Open the words of a hit in another language, or in another member of the family."""
            if link.revision is not None:
                open_place(Place(link.revision.document, link.revision.address), new_tab, view.typed_query)
                return

            def show(versions: Sequence[LibraryDocument]) -> None:
                key = next((version.id for version in versions if version.header.language == link.language), None)
                if key is not None:
                    open_place(Place(key, hit.address), new_tab)

            self._tasks.read(partial(self._desk.documents.versions, hit.document), while_alive(view, show))

        def on_answered(_: SearchResults) -> None:
            self._navigate.rename_page(view, self._title(view.query))
            self.hit_stepped.emit(0, 0)
            if self._opened_name is not None:
                name, self._opened_name = self._opened_name, None
                mark_seen = self._desk.search.mark_seen
                self._tasks.read(lambda: mark_seen(name), lambda _: self.new_hits_changed.emit())
            self.upkeep.open_index()

        view.hits.opened.connect(lambda hit, new_tab: self.open_hit(view.typed_query, hit, new_tab=new_tab))
        view.hits.preview_requested.connect(lambda hit: self._preview(view.typed_query, hit))
        view.hits.linked.connect(open_link)
        view.hits.place_requested.connect(open_place)
        view.hits.translation_requested.connect(
            lambda place, words, new_tab: open_place(
                place, new_tab, TypedQuery(words, language=view.typed_query.language)
            )
        )
        view.query_changed.connect(self.box.show_query)
        view.left.connect(self.box.focus_at_end)
        view.answered.connect(on_answered)
        view.index_update_requested.connect(self.upkeep.resume)
        view.saved.connect(self._save)
        view.side_pane_requested.connect(lambda: self._navigate.action("action_right").setChecked(True))

    def _show_all(self) -> None:
        """Show all results of the typed query, and focus them."""
        view = self.open_view()
        view.search(self.box.query)
        view.enter()

    def _remember(self, query: str) -> None:
        if query := query.strip():
            self.recent = [query, *(other for other in self.recent if other != query)]
            self._write(lambda: self._desk.search.remember(query))

    def _write(self, job: Callable[[], object]) -> None:
        """Change the recent searches in the order of the calls; what the window shows does not change."""

        def write() -> Changes:
            job()
            return Changes()

        self._tasks.write(write, failed=self._tasks.say_once, behind=True)

    def open_hit(self, query: TypedQuery, hit: Hit, *, new_tab: bool) -> None:
        """Open a hit, and remember its query."""
        self._remember(query.text)
        self.hit_requested.emit(hit, query, new_tab)
        view = self.view()
        if view is not None and view.results is not None and view.typed_query == query and not new_tab:
            self.hit_stepped.emit(view.hits.number(), view.results.total)

    def _preview(self, query: TypedQuery, hit: Hit) -> None:
        with self._navigate.previewing():
            self.open_hit(query, hit, new_tab=False)

    def _save(self, search: SavedSearch) -> None:
        language = terms.window_language()
        save = self._desk.search.save
        self._tasks.read(lambda: save(search, language=language), lambda _: self.saved.emit())

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self.upkeep.run()

    def _catch_up(self) -> None:
        view = self.view()
        if view is not None and view.query:
            view.refresh()
        self.new_hits_changed.emit()

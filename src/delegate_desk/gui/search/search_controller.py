"""The search of the window: the box, its results, the searches kept, and the upkeep of the index, joined."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.core.search import Asked, Hit, SavedSearch
from delegate_desk.desk import Desk
from delegate_desk.gui.search.hits_model import LanguageLink
from delegate_desk.gui.search.index_maintenance import IndexMaintenance
from delegate_desk.gui.search.search_box import SearchBox
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.labels import terms


class Searching(QObject):
    """Lets the box, the results and the kept searches know of each other.

    Signals:
        view_made: The view of results was made, with the ``SearchView``.
        hit_asked: A hit is to be opened: the ``Hit``, what was ``Asked``, and True for a tab of its own.
        place_asked: A place is to be opened: the ``Place``, what was ``Asked`` or None, and True for a tab of its own.
        side_wanted: What stands beside the results is to be seen.
        kept: Another search is kept.
        counted: Other hits are new to the searches kept.
        walked: A hit was opened: which of all, from 1, and how many there are; zeros once something else is sought.
    """

    view_made = Signal(object)
    hit_asked = Signal(object, object, bool)
    place_asked = Signal(object, object, bool)
    side_wanted = Signal()
    kept = Signal()
    counted = Signal()
    walked = Signal(int, int)

    def __init__(self, desk: Desk, tasks: Tasks, edit: QLineEdit, tabs: Tabs) -> None:
        super().__init__(edit)
        self._desk = desk
        self._tasks = tasks
        self._tabs = tabs
        self._opened: str | None = None
        self.box = SearchBox(edit, desk, tasks)
        self.upkeep = IndexMaintenance(desk, tasks, self)
        self.box.attended.connect(self.upkeep.wake)
        self.box.typed.connect(self.search)
        self.box.chosen.connect(self.search)
        self.box.entered.connect(self._enter)
        self.box.went_down.connect(lambda: tabs.open_search().enter())
        tabs.search_made.connect(self._connect)
        tasks.changed.connect(self._follow)
        self.upkeep.caught_up.connect(self._catch_up)
        self.upkeep.caught_up.connect(self.counted)  # what is new in the kept searches

    def search(self, query: str) -> None:
        """Show the hits of a query, while it is typed."""
        self.box.show_query(query)
        self._tabs.open_search().search(query)

    def search_saved(self, search: SavedSearch) -> None:
        """Show what a search that was kept finds now, which counts as seen then."""
        self.box.show_query(search.query)
        view = self._tabs.open_search()
        self._opened = search.name
        view.search_saved(search)
        view.enter()

    def step(self, by: int) -> bool:
        """Open the next hit, or the previous; False if there was no search."""
        view = self._tabs.search_view()
        if view is not None:
            view.step(by)
        return view is not None

    def keep(self) -> None:
        """Let what is searched for be kept under a name."""
        view = self._tabs.search_view()
        if view is not None and view.query.strip():
            self._tabs.open_search().ask_name()
        else:
            self.box.enter()

    def forget_recent(self) -> None:
        """Offer no recent searches any more."""
        self.box.pass_by()
        self._tasks.read(self._desk.search.forget_recent, lambda _: None)

    def _connect(self, view: SearchView) -> None:
        view.opened.connect(lambda hit, new_tab: self._open_hit(view.asked, hit, new_tab=new_tab))
        view.linked.connect(lambda hit, link, new_tab: self._open_link(view.asked, hit, link, new_tab=new_tab))
        view.place_asked.connect(lambda place, new_tab: self._open_place(view.asked, place, new_tab=new_tab))
        view.query_changed.connect(self.box.show_query)
        view.left.connect(self.box.come_back)
        view.answered.connect(lambda _: self._look())
        view.answered.connect(lambda _: self.upkeep.wake())
        view.work_wanted.connect(self.upkeep.resume)
        view.saved.connect(self._save)
        view.side_wanted.connect(self.side_wanted)
        self.view_made.emit(view)

    def _enter(self, new_tab: bool) -> None:
        view = self._tabs.open_search()
        view.search(self.box.query, typing=view.typing)
        view.open_current(new_tab=new_tab)

    def _remember(self, asked: Asked) -> None:
        search = self._desk.search
        self._tasks.read(lambda: search.remember(asked.text), lambda _: None)

    def _open_hit(self, asked: Asked, hit: Hit, *, new_tab: bool) -> None:
        self._remember(asked)
        self.hit_asked.emit(hit, asked, new_tab)
        view = self._tabs.search_view()
        if view is not None and view.results is not None and not new_tab:
            self.walked.emit(view.hits.number(), view.results.total)

    def _open_place(self, asked: Asked, place: Place, *, new_tab: bool) -> None:
        self._remember(asked)
        self.place_asked.emit(place, None, new_tab)

    def _open_link(self, asked: Asked, hit: Hit, link: LanguageLink, *, new_tab: bool) -> None:
        """Open the words of a hit in another language, or in another member of the family."""
        self._remember(asked)
        if link.revision is not None:
            self.place_asked.emit(Place(link.revision.document, link.revision.address), asked, new_tab)
            return
        versions = self._desk.documents.versions(hit.document)
        there = next((held for held in versions if held.header.language == link.language), None)
        if there is not None:
            self.place_asked.emit(Place(there.id, hit.address), None, new_tab)

    def _save(self, search: SavedSearch) -> None:
        language = terms.window_language()
        save = self._desk.search.save
        self._tasks.read(lambda: save(search, language=language), lambda _: self.kept.emit())

    def _look(self) -> None:
        """Record that the hits of the saved search have been shown."""
        self.walked.emit(0, 0)
        if self._opened is not None:
            name, self._opened = self._opened, None
            looked = self._desk.search.looked
            self._tasks.read(lambda: looked(name), lambda _: self.counted.emit())

    def _follow(self, changes: Changes) -> None:
        if changes:
            self.upkeep.run()

    def _catch_up(self) -> None:
        view = self._tabs.search_view()
        if view is not None and view.query:
            view.refresh()
        self.counted.emit()

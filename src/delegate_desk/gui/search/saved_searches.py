"""The searches kept, as the library lists them: counted, renamed, and kept no more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk
from delegate_desk.gui.library.documents_model import DocumentsModel
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.latest_only import LatestOnly


class SavedSearchesController(QObject):
    """Tells the list what is new in them, and does what is asked there.

    Signals:
        changed: Other searches are kept now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, model: DocumentsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._model = model
        self._newest = LatestOnly(tasks, self)
        model.renamed.connect(self._rename)

    def count_new(self) -> None:
        """Count beside the window what is new in each."""
        kept = [search.name for search in self._model.library.searches]
        unseen = self._desk.search.unseen
        if kept:
            self._newest.run(
                lambda stopped: {name: unseen(name) for name in kept if not stopped()}, self._model.show_new_counts
            )

    def delete(self, search: SavedSearch) -> None:
        """Keep a search no more."""
        self._change(lambda: self._desk.search.remove_saved(search.name))

    def _rename(self, search: SavedSearch, name: str) -> None:
        self._change(lambda: self._desk.search.rename_saved(search.name, name))

    def _change(self, change: Callable[[], None]) -> None:
        self._tasks.read(change, lambda _: self.changed.emit())

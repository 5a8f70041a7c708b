"""What stands beside the hits: the facets, or a look at the hit at hand."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from delegate_desk.core.documents.document import Place
from delegate_desk.core.search import Hit
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.facets import FacetsPane
from delegate_desk.gui.views.preview import PreviewPane


class SearchSide(QStackedWidget):
    """The right column of a search."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = FacetsPane()
        self.preview = PreviewPane(desk, tasks)
        self.addWidget(self.facets)
        self.addWidget(self.preview)

    @property
    def previewing(self) -> bool:
        """True while a hit is looked at."""
        return self.currentWidget() is self.preview

    def show_hit(self, hit: Hit) -> None:
        """Look at a hit."""
        self.setCurrentWidget(self.preview)
        self.preview.show_hit(hit)

    def show_place(self, place: Place) -> None:
        """Look at a place that is no hit."""
        self.setCurrentWidget(self.preview)
        self.preview.show_place(place)

    def close_preview(self) -> None:
        """Show the facets again."""
        self.setCurrentWidget(self.facets)

    def has_keys(self) -> bool:
        """True while it has the focus."""
        return self.facets.has_keys() or self.preview.text.hasFocus()

    def enter(self) -> None:
        """Give the keys to what is shown."""
        if self.previewing:
            self.preview.text.setFocus()
        else:
            self.facets.enter()

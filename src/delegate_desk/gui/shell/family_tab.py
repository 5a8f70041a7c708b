"""Tab of a document family: views of all revisions and languages, one of them current."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, Place
from delegate_desk.gui.context import Link
from delegate_desk.gui.shell.document_bar import DocumentBar, DocumentStrip
from delegate_desk.gui.tab_page import LOW, TabKind, TabPage
from delegate_desk.gui.widgets.basic_widgets import column_layout

if TYPE_CHECKING:
    from delegate_desk.gui.reader.breadcrumb import Breadcrumb, BreadcrumbLine

FAMILY_VIEWS = {
    TabKind.READER: TabKind.READER,
    TabKind.COMPARISON: TabKind.COMPARISON,
    TabKind.CONSEQUENCES: TabKind.CONSEQUENCES,
    TabKind.CARRYING: TabKind.CONSEQUENCES,
    TabKind.POSITION: TabKind.POSITION,
    TabKind.CONTRIBUTIONS: TabKind.CONTRIBUTIONS,
    TabKind.TIMELINE: TabKind.TIMELINE,
    TabKind.MEETING: TabKind.MEETING,
}
"""The views of a family's tab by page class."""


class FamilyTab(QWidget):
    """Shows one view at a time; the others keep their typed text, place and selection.

    Attributes:
        family: The mark of the family.
        is_preview: True while it may be replaced by another previewed document.

    Signals:
        shown: Another view is in front, or another document in it.
        text_requested: The paragraphs of a document are needed for the breadcrumb of a view.
        place_requested: A ``Place`` should be shown in the text, as the current view does not have it.
    """

    shown = Signal()
    text_requested = Signal(object)
    place_requested = Signal(object)

    def __init__(self, view: TabPage, family: str) -> None:
        super().__init__()
        self.family = family
        self.is_preview = False
        self.bar = DocumentBar()
        self.strip = DocumentStrip()
        self._stack = QStackedWidget()
        self._address: Address | None = None
        self._shown_document: DocumentId | None = None
        self._line: BreadcrumbLine | None = None
        self._covered: Breadcrumb | None = None
        self._text_of: DocumentId | None = None
        self._layout = column_layout(self.bar, self.strip, self._stack, within=self, margins=0, spacing=0)
        self.add_view(view)
        self.show_view(view)

    @property
    def document(self) -> DocumentId | None:
        """Return the document of the current view; of a comparison, the newer one."""
        return document_of(self.view())

    def address(self) -> Address | None:
        """Return the address of the current paragraph; for a view without it, that of the previous view."""
        view = self.view()
        place = view.place_in_text() if view is not None else None
        if place is not None:
            self._address = place.address
        return self._address

    def views(self) -> list[TabPage]:
        """Return all views created so far."""
        found = map(self._stack.widget, range(self._stack.count()))
        return [view for view in found if isinstance(view, TabPage)]

    def view(self) -> TabPage | None:
        """Return the current view; None after the last is removed."""
        view = self._stack.currentWidget()
        return view if isinstance(view, TabPage) else None

    def add_view(self, view: TabPage) -> None:
        """Add a view behind the others; of a document's comparisons, only the latest is kept."""
        entry = view.entry()
        if entry is not None and entry.kind is TabKind.COMPARISON:
            self._drop(
                old
                for old in self.views()
                if (made := old.entry()) is not None
                and made.kind is TabKind.COMPARISON
                and made.documents[-1] == entry.documents[-1]
                and old is not self.view()
            )
        self._stack.addWidget(view)
        view.state_changed.connect(self._on_state_changed)

    def take_view(self, view: TabPage) -> None:
        """Remove a view for another tab."""
        view.state_changed.disconnect(self._on_state_changed)
        self._uncover()
        self._stack.removeWidget(view)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # else the view loses the focus with this tab
        front = self.view()
        if front is not None:
            self.show_view(front)

    def _on_state_changed(self) -> None:
        if self.document not in (None, self._shown_document):
            self._emit_shown()
        else:
            self._show_place()

    def _emit_shown(self) -> None:
        self._shown_document = self.document
        self.shown.emit()
        self._show_place()
        self._place_strip()

    # The strip, which takes the place of the breadcrumb in a low window

    def show_strip(self, text: str, links: Sequence[Link] = ()) -> None:
        """Show a message in the strip, or hide it if there is no text."""
        self.strip.show_message(text, links)
        self._place_strip()

    def _place_strip(self) -> None:
        view, joins = self.view(), bool(self.strip.text.text()) and self.window().height() < LOW
        covered = self._breadcrumb_of(view) if view is not None and joins else None
        if covered is self._covered:
            return
        self._uncover()
        holder = covered.parentWidget() if covered is not None else None
        line = holder.layout() if holder is not None else None
        if covered is not None and isinstance(line, QHBoxLayout):
            line.insertWidget(line.indexOf(covered), self.strip, 1)
            covered.hide()
            self._covered = covered
        self.strip.setVisible(bool(self.strip.text.text()))

    def _uncover(self) -> None:
        """Give the strip its own line again."""
        if self._covered is not None and isValid(self._covered):
            self._covered.show()
        self._covered = None
        self._layout.insertWidget(1, self.strip)

    def _breadcrumb_of(self, view: TabPage) -> Breadcrumb | None:
        from delegate_desk.gui.reader.breadcrumb import Breadcrumb

        if view.reader() is view:
            return view.findChild(Breadcrumb)
        return self._line.breadcrumb if self._line is not None and not self._line.isHidden() else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    # The breadcrumb line of a view; a text has its own

    def show_text(self, document: DocumentId | None, units: Sequence[Paragraph]) -> None:
        """Use the paragraphs of a document; None if they have changed."""
        self._text_of = document
        if self._line is not None and document is not None:
            self._line.show_text(units)
        self._show_place()

    def _show_place(self) -> None:
        view = self.view()
        entry = view.entry() if view is not None and not view.names_place else None
        name = self._view_name(entry.kind) if entry is not None else ""
        if self._line is None and name:
            self._line = self._make_line()
        if self._line is None:
            return
        self._line.setVisible(bool(name))
        if view is None or not name:
            return
        self._line.show_options(view.line_options())
        place = view.place_in_text()
        is_known = self._text_of == self.document
        self._line.show_place(place.address if place is not None and is_known else None, name)
        if not is_known:
            self._text_of = self.document
            self.text_requested.emit(self.document)

    def _view_name(self, kind: TabKind) -> str:
        return {
            TabKind.COMPARISON: self.tr("Compare"),
            TabKind.CONSEQUENCES: self.tr("What changed for us"),
            TabKind.CARRYING: self.tr("Check notes"),
            TabKind.POSITION: self.tr("Position"),
            TabKind.CONTRIBUTIONS: self.tr("Written comments"),
            TabKind.TIMELINE: self.tr("Timeline"),
        }.get(kind, "")

    def _make_line(self) -> BreadcrumbLine:
        from delegate_desk.gui.reader.breadcrumb import BreadcrumbLine

        line = BreadcrumbLine()
        line.chosen.connect(self._go_to)
        self._layout.insertWidget(2, line)
        return line

    def _go_to(self, address: Address) -> None:
        """Go to a place in the current view, else in the text."""
        view, document = self.view(), self.document
        if view is not None and document is not None:
            view.follow(address)
            place = view.place_in_text()
            if place is None or place.address != address:
                self.place_requested.emit(Place(document, address))

    def show_view(self, view: QWidget) -> None:
        """Bring a view to the front."""
        before = self.view()
        if isinstance(view, TabPage) and view in self.views():
            address = self.address() if before is not view else None
            if view.focusWidget() is None:
                view.setFocus()  # Qt would give the focus to its first field
            self._stack.setCurrentWidget(view)
            if address is not None:
                view.follow(address)
            self.setFocusProxy(view)
            entry = view.entry()
            if entry is not None and entry.kind in FAMILY_VIEWS:
                self.bar.show_view(FAMILY_VIEWS[entry.kind])
            self._emit_shown()

    def drop_view(self, view: TabPage) -> None:
        """Remove one of several views."""
        self._drop([view])
        front = self.view()
        if front is not None:
            self.show_view(front)

    def drop_document(self, document: DocumentId) -> bool:
        """Remove the views of a document that left the library; True if none is left."""
        self._drop(view for view in self.views() if view.drop_document(document))
        view = self.view()
        if view is not None:
            self.show_view(view)
        return view is None

    def _drop(self, views: Iterable[TabPage]) -> None:
        self._uncover()
        for view in list(views):
            self._stack.removeWidget(view)
            if (options := view.line_options()) is not None:
                options.deleteLater()
            view.deleteLater()


def document_of(view: QWidget | None) -> DocumentId | None:
    """Return the document that places a page in the tab of a family; None for a page with its own tab."""
    entry = view.entry() if isinstance(view, TabPage) else None
    if not isinstance(view, TabPage) or entry is None or entry.kind not in FAMILY_VIEWS:
        return None
    return entry.documents[-1] if entry.documents else view.state().document  # a meeting has that of its item

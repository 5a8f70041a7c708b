"""Tab of a document family: views of all revisions and languages, one of them current."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, Place
from delegate_desk.gui.notification_bar import Link
from delegate_desk.gui.shell.document_bar import DocumentBar, DocumentStrip
from delegate_desk.gui.tab_page import LOW, SecondPane, TabEntry, TabKind, TabPage
from delegate_desk.gui.widgets.basic_widgets import StyledPane, column_layout, row_layout, set_part, tool_button
from delegate_desk.gui.widgets.display_widgets import ShortenedLabel

if TYPE_CHECKING:
    from delegate_desk.gui.reader.outline_view import Breadcrumb, BreadcrumbLine

_EQUAL = 1000, 1000
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


class _ViewStack(QWidget):
    """One side of a tab: its views, one of them in front, and the breadcrumb line of that view; a text has its own."""

    text_requested = Signal(object)  # The paragraphs of a document are needed for the breadcrumb
    place_chosen = Signal(object)  # in the breadcrumb, with its ``Address``

    def __init__(self, parent: QWidget, *buttons: QWidget) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget()
        self.line: BreadcrumbLine | None = None
        self._text_document: DocumentId | None = None
        self._name = ShortenedLabel()
        self._head = StyledPane()
        set_part(self._head, "pane_head")
        self._head.setFixedHeight(28)
        row_layout((self._name, 1), *buttons, within=self._head, margins=(16, 0, 8, 0))
        self._head.hide()
        self._layout = column_layout(self._head, self.stack, within=self, margins=0, spacing=0)

    def show_name(self, *, shown: bool) -> None:
        """Show the name of the view above it, while the tab is split."""
        view = self.view()
        if shown and view is not None:
            kind, status = _kind_of(view), view.state().text  # of other views, their keys
            is_named = kind in (TabKind.READER, TabKind.POSITION)
            self._name.setText(status if is_named else self._view_name(kind) or status)
        self._head.setVisible(shown)

    def views(self) -> list[TabPage]:
        found = map(self.stack.widget, range(self.stack.count()))
        return [view for view in found if isinstance(view, TabPage)]

    def view(self) -> TabPage | None:
        view = self.stack.currentWidget()
        return view if isinstance(view, TabPage) else None

    def move_to(self, other: _ViewStack, view: TabPage) -> None:
        """Move a view to the other pane, where it comes to the front."""
        self.stack.removeWidget(view)
        other.stack.addWidget(view)
        other.stack.setCurrentWidget(view)

    def show_text(self, document: DocumentId | None, units: Sequence[Paragraph]) -> None:
        """Use the paragraphs of a document; None if they have changed."""
        if document is None or document == document_of(self.view()):
            self._text_document = document
            if self.line is not None and document is not None:
                self.line.show_text(units)
            self.show_place()

    def show_place(self) -> None:
        view, document = self.view(), document_of(self.view())
        name = self._view_name(_kind_of(view)) if view is not None and not view.names_place else ""
        if self.line is None and name:
            from delegate_desk.gui.reader.outline_view import BreadcrumbLine

            self.line = BreadcrumbLine()
            self.line.chosen.connect(self.place_chosen)
            self._layout.insertWidget(self._layout.indexOf(self.stack), self.line)
        if self.line is None:
            return
        self.line.setVisible(bool(name))
        if view is None or not name:
            return
        self.line.show_options(view.line_options())
        place = view.place_in_text()
        is_known = self._text_document == document
        self.line.show_place(place.address if place is not None and is_known else None, name)
        if not is_known:
            self._text_document = document
            self.text_requested.emit(document)

    def _view_name(self, kind: TabKind | None) -> str:
        names: dict[TabKind | None, str] = {
            TabKind.COMPARISON: self.tr("Compare"),
            TabKind.CONSEQUENCES: self.tr("What changed for us"),
            TabKind.CARRYING: self.tr("Check notes"),
            TabKind.POSITION: self.tr("Position"),
            TabKind.CONTRIBUTIONS: self.tr("Written comments"),
            TabKind.TIMELINE: self.tr("Timeline"),
        }
        return names.get(kind, "")

    def breadcrumb(self) -> Breadcrumb | None:
        from delegate_desk.gui.reader.outline_view import Breadcrumb

        view = self.view()
        if view is not None and view.reader() is view:
            return view.findChild(Breadcrumb)
        return self.line.breadcrumb if self.line is not None and not self.line.isHidden() else None


class FamilyTab(QWidget):
    """Shows one view, or two while it is split; the others keep their typed text, place and selection.

    The view that had the keyboard focus last is current: the bar is about it.

    Attributes:
        family: The mark of the family.
        is_preview: True while it may be replaced by another previewed document.
    """

    shown = Signal()  # Another view is in front, or another document in it
    text_requested = Signal(object)  # The paragraphs of a document are needed for the breadcrumb of a view
    place_requested = Signal(object)  # A ``Place`` should be shown in the text, as the current view does not have it
    unsplit = Signal()

    def __init__(self, view: TabPage, family: str) -> None:
        super().__init__()
        self.family = family
        self.is_preview = False
        self.bar = DocumentBar()
        self.strip = DocumentStrip()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, handleWidth=1, childrenCollapsible=False)
        close = tool_button("x", self.tr("Close the second pane"), self.close_beside, part="strip", size=14)
        self._panes = (_ViewStack(self), _ViewStack(self, close))
        self._front = self._panes[0]
        self._sizes: Sequence[int] = _EQUAL
        self._splitter.splitterMoved.connect(self._keep_sizes)
        self._is_alone = False
        self._address: Address | None = None
        self._shown_document: DocumentId | None = None
        self._covered: Breadcrumb | None = None
        for pane in self._panes:
            self._splitter.addWidget(pane)
            pane.text_requested.connect(self.text_requested)
            pane.place_chosen.connect(partial(self._go_to, pane))
        self._panes[1].hide()
        self._layout = column_layout(self.bar, self.strip, (self._splitter, 1), within=self, margins=0, spacing=0)
        self.add_view(view)
        self.show_view(view)

    @property
    def document(self) -> DocumentId | None:
        """Return the document of the current view; of a comparison, the newer one."""
        return document_of(self.view())

    @property
    def own_document(self) -> DocumentId | None:
        """Return the document of the first pane, after whose family the tab is named."""
        return document_of(self._panes[0].view())

    def address(self) -> Address | None:
        """Return the address of the current paragraph; for a view without it, that of the previous view."""
        view = self.view()
        place = view.place_in_text() if view is not None else None
        if place is not None:
            self._address = place.address
        return self._address

    def views(self) -> list[TabPage]:
        return [view for pane in self._panes for view in pane.views()]

    def view(self) -> TabPage | None:
        """Return the current view; None after the last is removed."""
        return self._front.view()

    def shown_views(self) -> list[TabPage]:
        """Return the view in front, and while the tab is split the view beside it."""
        return [view for pane in self._panes if (view := pane.view()) is not None]

    def saved_entry(self) -> TabEntry | None:
        """Return the entry from which both panes are restored; None if the tab is not restored."""
        first, second, orientation = self._panes[0].view(), self._panes[1].view(), self.orientation()
        entry = first.saved_entry() if first is not None else None
        second_entry = second.saved_entry() if second is not None else None
        if entry is None or second_entry is None or orientation is None:
            return entry
        return replace(entry, beside=SecondPane(second_entry, orientation, tuple(self._sizes), second is self.view()))

    def show_pages(self, *, shown: bool) -> None:
        """Show the original pages beside the texts of the current pane, or only the texts."""
        for view in self._front.views():
            view.show_pages(shown=shown)

    def _pane_of(self, view: TabPage) -> _ViewStack:
        return next(pane for pane in self._panes if view in pane.views())

    def add_view(self, view: TabPage) -> None:
        """Add a view behind the others; of a document's comparisons, only the latest is kept."""
        if _kind_of(view) is TabKind.COMPARISON:
            hidden = [old for old in self.views() if old not in self.shown_views()]
            old_ones = [old for old in hidden if _kind_of(old) is TabKind.COMPARISON]
            self._drop(old for old in old_ones if document_of(old) == document_of(view))
        if any(other.pages_shown for other in self._front.views()):
            view.show_pages(shown=True)
        self._front.stack.addWidget(view)
        view.state_changed.connect(self._on_state_changed)

    def take_view(self, view: TabPage) -> None:
        """Remove a view for another tab."""
        view.state_changed.disconnect(self._on_state_changed)
        self._uncover()
        self._pane_of(view).stack.removeWidget(view)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # else the view loses the focus with this tab
        self._show_remaining()

    def _on_state_changed(self) -> None:
        if self.document not in (None, self._shown_document):
            self._emit_shown()
        else:
            self._show_places()

    def _emit_shown(self) -> None:
        self._shown_document = self.document
        self.shown.emit()
        self._show_places()
        self._place_strip()

    def _show_places(self) -> None:
        for pane in self._panes:
            pane.show_place()
            pane.show_name(shown=self.orientation() is not None and not self._is_alone)

    # The second pane

    def split(self, orientation: Qt.Orientation, sizes: Sequence[int] = ()) -> None:
        """Give the view that is added next the second pane, at the right or below."""
        if self.orientation() is None:
            self._sizes = sizes or _EQUAL
        self._drop(self._panes[1].views())
        self._splitter.setOrientation(orientation)
        self._front = self._panes[1]

    def orientation(self) -> Qt.Orientation | None:
        """Return how the tab is split; None if it is not."""
        return self._splitter.orientation() if self._panes[1].view() is not None else None

    def close_beside(self) -> None:
        self._panes[1].hide()  # typed text is saved when it is hidden
        self._drop(self._panes[1].views())
        self._front = self._panes[0]
        self._show_remaining()
        self.unsplit.emit()

    def swap_panes(self) -> None:
        first, second = self._panes
        first_view, second_view = first.view(), second.view()
        if first_view is not None and second_view is not None:
            first.move_to(second, first_view)
            second.move_to(first, second_view)
            self._front = first if self._front is second else second
            self._show_remaining()

    def enter_pane(self, focus: QWidget) -> bool:
        """Make the view with the keyboard focus current; False if it is already."""
        pane = next((pane for pane in self._panes if pane.isAncestorOf(focus)), self._front)
        view = pane.view()
        if pane is self._front or view is None:
            return False
        self.show_view(view)
        return True

    def show_alone(self, *, alone: bool) -> None:
        """Show only the current view, or both views of a split tab."""
        self._is_alone = alone
        self._show_panes()
        self._show_places()

    def _show_panes(self) -> None:
        was_split = not self._panes[1].isHidden()
        for pane in self._panes:
            pane.setVisible(pane is self._front or (pane.view() is not None and not self._is_alone))
        if not was_split and not self._panes[1].isHidden():
            self._splitter.setSizes(self._sizes)

    def _keep_sizes(self) -> None:
        self._sizes = self._splitter.sizes()

    def _show_remaining(self) -> None:
        """Show what is left after views were removed: the first pane is never empty beside the second."""
        first, second = self._panes
        if first.view() is None:
            for remaining in second.views():
                second.move_to(first, remaining)
        if self._front.view() is None:
            self._front = first
        self._show_panes()
        view = self.view()
        if view is not None:
            self.show_view(view)

    # The strip, which takes the place of the breadcrumb in a low window

    def show_strip(self, text: str, links: Sequence[Link] = ()) -> None:
        """Show a message in the strip, or hide it if there is no text."""
        self.strip.show_message(text, links)
        self._place_strip()

    def _place_strip(self) -> None:
        is_in_line = bool(self.strip.text.text()) and self.window().height() < LOW
        covered = self._front.breadcrumb() if is_in_line else None
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    # Places and views

    def show_text(self, document: DocumentId | None, units: Sequence[Paragraph]) -> None:
        for pane in self._panes:
            pane.show_text(document, units)

    def _go_to(self, pane: _ViewStack, address: Address) -> None:
        """Go to a place in the view of a pane, else in the text."""
        view, document = pane.view(), document_of(pane.view())
        if view is not None and document is not None:
            view.follow(address)
            if not view.shows(address):
                self.place_requested.emit(Place(document, address))

    def show_view(self, view: QWidget) -> None:
        """Bring a view to the front of the current pane, unless it is in front of the other pane."""
        previous = self.view()
        if not isinstance(view, TabPage) or view not in self.views():
            return
        pane = self._pane_of(view)
        if pane is not self._front and pane.view() is not view:
            pane.move_to(self._front, view)
            pane = self._front
        is_replacing = previous is not None and previous is not view and pane is self._front
        address = self.address() if is_replacing else None
        self._front = pane
        if view.focusWidget() is None:
            view.setFocus()  # Qt would give the focus to its first field
        pane.stack.setCurrentWidget(view)
        self._show_panes()
        if address is not None:
            view.follow(address)
        self.setFocusProxy(view)
        if (kind := _kind_of(view)) in FAMILY_VIEWS:
            self.bar.show_view(FAMILY_VIEWS[kind])
        self._emit_shown()

    def drop_view(self, view: TabPage) -> None:
        self._drop([view])
        self._show_remaining()

    def drop_document(self, document: DocumentId) -> bool:
        """Remove the views of a document that left the library; True if none is left."""
        self._drop(view for view in self.views() if view.drop_document(document))
        self._show_remaining()
        return self.view() is None

    def _drop(self, views: Iterable[TabPage]) -> None:
        self._uncover()
        for view in list(views):
            self._pane_of(view).stack.removeWidget(view)
            if (options := view.line_options()) is not None:
                options.deleteLater()
            view.deleteLater()


def _kind_of(view: TabPage) -> TabKind | None:
    entry = view.entry()
    return entry.kind if entry is not None else None


def document_of(view: QWidget | None) -> DocumentId | None:
    """Return the document that places a page in the tab of a family; None for a page with its own tab."""
    entry = view.entry() if isinstance(view, TabPage) else None
    if not isinstance(view, TabPage) or entry is None or entry.kind not in FAMILY_VIEWS:
        return None
    return entry.documents[-1] if entry.documents else view.state().document  # a meeting has that of its item

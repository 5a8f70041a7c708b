"""Old revisions in the window: every view of a document that has a newer revision in the library says so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.revisions.predecessors import Superseded
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.library_rows import Library
from delegate_desk.gui.revisions.revision_controller import RevisionController
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabPage
from delegate_desk.gui.widgets import icons, screen_reader
from delegate_desk.gui.widgets.basic_widgets import FlowWidget, StyledPane, label, push_button, set_part, tool_button
from delegate_desk.gui.widgets.focus_ring import set_tab_order
from delegate_desk.gui.widgets.labels import dossiers, terms

_EDGE, _GAP = 16, 16
_ROW = 36
_SIGN = 16
_PADDING = 6
"""Of a link, whose words begin where those above do."""


class SupersededStrip(FlowWidget, StyledPane):
    """Says that there is a newer revision, and leads to it; it takes as many lines as it needs."""

    open_requested = Signal()
    changes_requested = Signal()
    closed = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "strip")
        self._sign = icons.icon_label("circle-alert", "scrutiny_reservation", _SIGN)
        self.text = label("", "strip", wrap=True)
        self.open_button = self._link_button(self.open_requested)
        self.changes_button = self._link_button(self.changes_requested)
        self.changes_button.setText(self.tr("What changed for us"))
        self.close_button = tool_button("x", self.tr("Close this warning"), self.closed, part="strip", size=14)
        self.flowing = (self._sign, self.text, self.open_button, self.changes_button, self.close_button)
        for widget in self.flowing:
            widget.setParent(self)
        self.hide()

    def insert_at_top(self, view: QWidget) -> None:
        """Go to the top of a view, and to the first of its stops of Tab."""
        layout = view.layout()
        layout.insertWidget(0, self)  # type: ignore[union-attr]  # views are boxes from top to bottom
        set_tab_order(view, (self.open_button, self.changes_button, self.close_button))

    def show_message(self, text: str, revision: str) -> None:
        """Say what is newer, and by which name it is opened; nothing hides the line."""
        if text == self.text.text() and self.open_button.text():
            return
        self.text.setText(text)
        self.setAccessibleName(text)
        self.open_button.setText(self.tr("Open {revision}").format(revision=revision))
        self.setVisible(bool(text))
        self.updateGeometry()
        self.place_widgets()

    def _link_button(self, asked: SignalInstance) -> QPushButton:
        made = push_button("", asked, part="strip", default=False)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    # How its parts lie

    @override
    def _boxes(self, width: int) -> list[QRect]:
        close = self.close_button.sizeHint()
        right = width - 8 - close.width()
        left = _EDGE + _SIGN + 8
        room = max(right - _GAP - left, 80)
        wide = min(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4, room)
        high = max(_ROW, self.text.heightForWidth(wide) + 12)
        boxes = [
            QRect(_EDGE, (min(high, _ROW) - _SIGN) // 2, _SIGN, _SIGN),
            QRect(left, 0, wide, high),
        ]
        corner, line = QPoint(left + wide + _GAP, 0), high
        for link in (self.open_button, self.changes_button):
            size = link.sizeHint()
            if corner.x() + size.width() > right:
                corner, line = QPoint(left - _PADDING, corner.y() + line - 4), _ROW
            boxes.append(QRect(corner.x(), corner.y() + (line - size.height()) // 2, size.width(), size.height()))
            corner += QPoint(size.width() + 8, 0)
        boxes.append(QRect(QPoint(right, (min(high, _ROW) - close.height()) // 2), close))
        return [*boxes, QRect(0, 0, width, corner.y() + line)]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place_widgets()
        self.seen.emit()


Warned = tuple[DocumentId, str]
"""A document, and the newer revision of which it was warned."""


class SupersededController(QObject):
    """Knows the newer revisions of all documents, and keeps the line over each view and the status bar right."""

    def __init__(self, context: Context, revisions: RevisionController, documents: DocumentsView) -> None:
        super().__init__(context.window)
        self._context, self._revisions = context, revisions
        self.status_text = ""
        self._superseded: Mapping[DocumentId, Superseded] = {}
        self._strips: list[tuple[QWidget, SupersededStrip]] = []
        self._closed: set[Warned] = set()
        self._announced: set[Warned] = set()
        context.navigate.reader_made.connect(self._add_strip)
        context.navigate.page_added.connect(self._add_strip)
        context.navigate.page_changed.connect(self._show_status)
        documents.listed.connect(self._on_listed)

    def _on_listed(self, library: Library) -> None:
        if library.superseded != self._superseded:
            self._superseded = library.superseded
            for view, strip in self._live_strips():
                self._update_strip(view, strip)
            self._show_status()

    def _live_strips(self) -> list[tuple[QWidget, SupersededStrip]]:
        self._strips = [(view, strip) for view, strip in self._strips if isValid(strip)]
        return self._strips

    def _add_strip(self, view: QWidget) -> None:
        """Give a view of one document, or of two, its line; the texts of a meeting have one each."""
        if not isinstance(view, TabPage):
            return
        if not view.warns_of_newer:
            view.state_changed.connect(self._show_status)
            return
        if view.findChild(SupersededStrip) is not None:
            return
        strip = SupersededStrip(view)
        strip.insert_at_top(view)
        strip.open_requested.connect(partial(self._open, view))
        strip.changes_requested.connect(partial(self._show_changes, view))
        strip.closed.connect(partial(self._close, view))
        strip.seen.connect(partial(self._announce_once, view, strip))
        view.state_changed.connect(partial(self._on_state_changed, view, strip))
        self._strips.append((view, strip))
        self._update_strip(view, strip)

    def _on_state_changed(self, view: QWidget, strip: SupersededStrip) -> None:
        self._update_strip(view, strip)
        self._show_status()

    # What is known of a view

    def _superseded_in(self, view: QWidget | None) -> Superseded | None:
        """The document of a view that is out of date, unless the newer revision is beside it."""
        page = view.reader() or view if isinstance(view, TabPage) else None
        entry = _entry(page)
        if entry is None or not isinstance(page, TabPage) or not page.warns_of_newer:
            return None
        documents = entry.documents[::-1]
        old = (self._superseded[document] for document in documents if document in self._superseded)
        return next(
            (superseded for superseded in old if not any(held.id in documents for held in superseded.newest)), None
        )

    def _newest_revision(self, old: Superseded) -> LibraryDocument:
        return old.in_best_language(terms.reading_languages(self._context.settings.reading_languages))

    # What is shown

    def _update_strip(self, view: QWidget, strip: SupersededStrip) -> None:
        old = self._superseded_in(view)
        if old is None or _warned(old) in self._closed:
            strip.show_message("", "")
            return
        entry, newer = _entry(view), self._newest_revision(old)
        is_pair = entry is not None and len(entry.keys) > 1
        name = newer.name if is_pair else dossiers.revision(newer)
        strip.show_message(self._message(old, newer, name), name)
        if strip.isVisible():
            self._announce_once(view, strip)

    def _message(self, old: Superseded, newer: LibraryDocument, name: str) -> str:
        day = terms.format_day(newer.header.date) if newer.header.date else ""
        if newer.header.language == old.document.header.language:
            dated, text = self.tr("{revision} of {day} is in the library."), self.tr("{revision} is in the library.")
        else:
            dated = self.tr("{revision} of {day} is in the library, only in: {languages}.")
            text = self.tr("{revision} is in the library, only in: {languages}.")
        languages = dict.fromkeys(terms.language_name(document.header.language) for document in old.newest)
        return (dated if day else text).format(revision=name, day=day, languages=", ".join(sorted(languages)))

    def _show_status(self) -> None:
        old = self._superseded_in(self._context.navigate.current_page())
        self.status_text = dossiers.superseded_by(old.newest[0]) if old else ""
        self._context.notify.show_superseded(self.status_text)

    def _announce_once(self, view: QWidget, strip: SupersededStrip) -> None:
        old = self._superseded_in(view)
        if old is not None and _warned(old) not in self._announced:
            self._announced.add(_warned(old))
            screen_reader.announce(strip, strip.text.text())

    # What is asked

    def _open(self, view: QWidget) -> None:
        """Open the newer revision, at the same address; its position where the view is a position."""
        old, entry = self._superseded_in(view), _entry(view)
        if old is None or entry is None:
            return
        if entry.kind is TabKind.POSITION:
            self._context.navigate.open_position(self._newest_revision(old).id)
        else:
            self._context.navigate.open_document(
                self._newest_revision(old).id, Address(entry.place) if entry.place else None
            )

    def _show_changes(self, view: QWidget) -> None:
        old = self._superseded_in(view)
        if old is not None:
            self._revisions.open_page_of(self._newest_revision(old).id)

    def _close(self, view: QWidget) -> None:
        old = self._superseded_in(view)
        if old is not None:
            self._closed.add(_warned(old))
            view.setFocus()  # the button that had it goes
            for other, strip in self._live_strips():
                self._update_strip(other, strip)


def _warned(old: Superseded) -> Warned:
    return old.document.id, old.newest[0].name


def _entry(view: QWidget | None) -> TabEntry | None:
    return view.entry() if isinstance(view, TabPage) else None

"""Old revisions in the window: every view of a document that has a newer revision in the library says so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Held
from delegate_desk.core.revisions.predecessors import Superseded
from delegate_desk.gui.meetings.meeting_model import day_of
from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.superseded_strip import SupersededStrip
from delegate_desk.gui.shell.tabs.lazy_tab import TabKind
from delegate_desk.gui.shell.tabs.tab_state import entry_of
from delegate_desk.gui.widgets import screen_reader
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.latest_only import Newest

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_ON_DOCUMENTS = frozenset(
    {
        TabKind.READER,
        TabKind.POSITION,
        TabKind.CONTRIBUTIONS,
        TabKind.COMPARISON,
        TabKind.CONSEQUENCES,
        TabKind.CARRYING,
    }
)
Warned = tuple[DocumentId, str]
"""A document, and the newer revision of which it was warned."""


class Superseding(QObject):
    """Knows the newer revisions of all documents, and keeps the line over each view and the status bar right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._superseded: Mapping[DocumentId, Superseded] = {}
        self._strips: list[tuple[QWidget, SupersededStrip]] = []
        self._closed: set[Warned] = set()
        self._told: set[Warned] = set()
        self._looking = Newest(window.tasks, self)
        window.tabs.reader_made.connect(self._serve)
        window.tabs.added.connect(self._serve)
        window.tabs.currentChanged.connect(self._show_status)
        window.tasks.changed.connect(self._follow)
        self._look()

    def _follow(self, changes: Changes) -> None:
        if changes.documents:
            self._look()

    def _look(self) -> None:
        shelf = self._window.desk.documents
        self._looking.ask(lambda _: shelf.superseded(), self._take)

    def _take(self, found: Mapping[DocumentId, Superseded]) -> None:
        if found != self._superseded:
            self._superseded = found
            for view, strip in self._there():
                self._show(view, strip)
            self._show_status()

    def _there(self) -> list[tuple[QWidget, SupersededStrip]]:
        """The views that were not closed, with their lines."""
        self._strips = [(view, strip) for view, strip in self._strips if isValid(strip)]
        return self._strips

    def _serve(self, view: QWidget) -> None:
        """Give a view of one document, or of two, its line; the texts of a meeting have one each."""
        if isinstance(view, MeetingView):
            view.papers.currentChanged.connect(self._show_status)
        entry = entry_of(view)
        if entry is None or entry.kind not in _ON_DOCUMENTS or view.findChild(SupersededStrip) is not None:
            return
        strip = SupersededStrip(view)
        strip.take_place(view)
        strip.open_asked.connect(partial(self._open, view))
        strip.changes_asked.connect(partial(self._show_changes, view))
        strip.closed.connect(partial(self._close, view))
        strip.seen.connect(partial(self._tell, view, strip))
        if isinstance(view, ReaderView):
            view.loaded.connect(partial(self._take_document, view, strip))
        self._strips.append((view, strip))
        self._show(view, strip)

    def _take_document(self, view: QWidget, strip: SupersededStrip, _: object) -> None:
        """A reader of a meeting has its document only now."""
        self._show(view, strip)
        self._show_status()

    # What is known of a view

    def _old_in(self, view: QWidget | None) -> Superseded | None:
        """The document of a view that is out of date, unless the newer revision is beside it."""
        if isinstance(view, MeetingView):
            view = view.reader()
        entry = entry_of(view) if view is not None else None
        if entry is None or entry.kind not in _ON_DOCUMENTS:
            return None
        documents = [DocumentId(int(key)) for key in reversed(entry.keys)]
        old = (self._superseded[document] for document in documents if document in self._superseded)
        return next((one for one in old if not any(held.id in documents for held in one.newest)), None)

    def _newest(self, old: Superseded) -> Held:
        return old.in_best_language(terms.languages_read(self._window.documents.model.read))

    # What is shown

    def _show(self, view: QWidget, strip: SupersededStrip) -> None:
        old = self._old_in(view)
        if old is None or _warned(old) in self._closed:
            strip.tell("", "")
            return
        entry, newer = entry_of(view), self._newest(old)
        is_pair = entry is not None and len(entry.keys) > 1
        name = newer.name if is_pair else dossiers.revision(newer)
        strip.tell(self._said(old, newer, name), name)
        if strip.isVisible():
            self._tell(view, strip)

    def _said(self, old: Superseded, newer: Held, name: str) -> str:
        day = day_of(newer.header.date) if newer.header.date else ""
        if newer.header.language == old.held.header.language:
            dated, said = self.tr("{revision} of {day} is in the library."), self.tr("{revision} is in the library.")
        else:
            dated = self.tr("{revision} of {day} is in the library, only in: {languages}.")
            said = self.tr("{revision} is in the library, only in: {languages}.")
        languages = dict.fromkeys(terms.language(held.header.language) for held in old.newest)
        return (dated if day else said).format(revision=name, day=day, languages=", ".join(sorted(languages)))

    def _show_status(self) -> None:
        old = self._old_in(self._window.tabs.currentWidget())
        self._window.status.show_superseded(dossiers.superseded_by(old.newest[0]) if old else "")

    def _tell(self, view: QWidget, strip: SupersededStrip) -> None:
        """Tell those who listen, once for each revision of a document."""
        old = self._old_in(view)
        if old is not None and _warned(old) not in self._told:
            self._told.add(_warned(old))
            screen_reader.announce(strip, strip.text.text())

    # What is asked

    def _open(self, view: QWidget) -> None:
        """Open the newer revision, at the same address; its position where the view is a position."""
        old, entry = self._old_in(view), entry_of(view)
        if old is None or entry is None:
            return
        if entry.kind is TabKind.POSITION:
            self._window.open_position(self._newest(old).id)
        else:
            self._window.open_document(self._newest(old).id, Address(entry.place) if entry.place else None)

    def _show_changes(self, view: QWidget) -> None:
        old = self._old_in(view)
        if old is not None:
            self._window.revising.open_page_of(self._newest(old).id)

    def _close(self, view: QWidget) -> None:
        old = self._old_in(view)
        if old is not None:
            self._closed.add(_warned(old))
            view.setFocus()  # the button that had it goes
            for other, strip in self._there():
                self._show(other, strip)


def _warned(old: Superseded) -> Warned:
    return old.held.id, old.newest[0].name

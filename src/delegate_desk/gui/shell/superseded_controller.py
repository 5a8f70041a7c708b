"""Strip of a document's tab: a newer revision, changes in a returned file, or fields to be checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.revisions.predecessors import Superseded
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.documents_model import Library
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.notification_bar import Link
from delegate_desk.gui.revisions.revision_controller import RevisionController
from delegate_desk.gui.shell.family_controller import FamilyController
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import screen_reader
from delegate_desk.gui.widgets.labels import dossiers, terms

Subject = tuple[DocumentId, str]
"""A document, and its newer revision and the number of languages, or the sentence on a reply; empty for its header."""
Warned = tuple[Subject, str, Sequence[Link]]
"""The subject of a strip, its text and its links."""


class SupersededController(QObject):
    """Finds the newer revisions of all documents, and updates the strips and the status bar."""

    def __init__(
        self,
        context: Context,
        tabs: Tabs,
        revisions: RevisionController,
        families: FamilyController,
        documents: DocumentsView,
    ) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._revisions, self._families = context, tabs, revisions, families
        self.status_text = ""
        self._model = documents.model
        self._superseded: Mapping[DocumentId, Superseded] = {}
        self._closed: set[Subject] = set()
        self._announced: set[Subject] = set()
        tabs.family_shown.connect(self._update_strip)
        tabs.family_made.connect(lambda tab: tab.strip.closed.connect(partial(self._close, tab)))
        tabs.currentChanged.connect(self._on_page_changed)
        documents.listed.connect(self._on_listed)

    def _on_listed(self, library: Library) -> None:
        self._superseded = library.superseded
        for tab in self._tabs.family_tabs():
            self._update_strip(tab)

    def _on_page_changed(self) -> None:
        self._show_status()
        tab = self._tabs.front.current_tab()
        if isinstance(tab, FamilyTab):
            self._update_strip(tab)

    # State of a tab

    def _superseded_in(self, tab: FamilyTab) -> Superseded | None:
        """Return the current document if it is superseded, unless the newer revision is beside it."""
        view = tab.view()
        entry = view.entry() if view is not None else None
        shown = (tab.document,) if tab.document is not None else ()
        documents = entry.documents[::-1] if entry is not None and entry.documents else shown
        old = (self._superseded[document] for document in documents if document in self._superseded)
        return next(
            (superseded for superseded in old if not any(held.id in documents for held in superseded.newest)), None
        )

    def _warnings(self, tab: FamilyTab) -> Iterator[Warned]:
        """Yield the warnings of a tab: a newer revision, a reply, fields to check."""
        document, old, view = tab.document, self._superseded_in(tab), tab.view()
        if old is not None:
            newer = old.in_best_language(terms.reading_languages(self._context.settings.reading_languages))
            entry = view.entry() if view is not None else None
            is_pair = entry is not None and len(entry.documents) > 1
            name = newer.name if is_pair else dossiers.revision(newer)
            opened = self.tr("Open {revision}").format(revision=name), partial(self._open, tab, newer.id)
            changed = self.tr("What changed for us"), partial(self._revisions.open_page_of, newer.id)
            versions = f"{old.newest[0].name}, {len(old.newest)}"  # another language is something new
            yield (old.document.id, versions), self._message(old, newer, name), (opened, changed)
        if document is None:
            return
        for page in self._tabs.pages(TabPage):
            text = page.strip_text() if page is not view and page.state().document == document else ""
            if text:
                review, later = partial(self._review, page), partial(self._close, tab)
                yield (document, text), text, ((self.tr("Review"), review), (self.tr("Later"), later))
        if fields := self._fields_to_check(document):
            details = self.tr("Document details…"), partial(self._show_details, tab)
            yield (document, ""), self.tr("Please check: {fields}.").format(fields=fields), (details,)

    def _warning(self, tab: FamilyTab) -> Warned | None:
        """Return the first that was not closed."""
        return next((warned for warned in self._warnings(tab) if warned[0] not in self._closed), None)

    def _review(self, reply: TabPage) -> None:
        self._context.navigate.show_page(reply, focus=False)
        reply.follow_strip()

    def _fields_to_check(self, document: DocumentId) -> str:
        held, known = self._model.document(document), set(CorrectableField)
        names = held.header.uncertain_fields() if held is not None else ()
        return ", ".join(terms.header_field_label(CorrectableField(name)) for name in names if name in known)

    # Content

    def _update_strip(self, tab: FamilyTab) -> None:
        self._show_status()
        warned = self._warning(tab)
        subject, text, links = warned or (None, "", ())
        tab.show_strip(text, links)
        if subject is not None and subject not in self._announced and tab.strip.isVisible():
            self._announced.add(subject)
            screen_reader.announce(tab.strip, text)

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
        tab = self._tabs.front.current_tab()
        old = self._superseded_in(tab) if isinstance(tab, FamilyTab) else None
        self.status_text = dossiers.superseded_by(old.newest[0]) if old else ""
        self._context.notify.show_superseded(self.status_text)

    # Actions

    def _open(self, tab: FamilyTab, newer: DocumentId) -> None:
        """Open the newer revision in the same view, at the same address."""
        self._tabs.show_tab(tab)
        self._families.open_in_view(newer)

    def _show_details(self, tab: FamilyTab) -> None:
        self._tabs.show_tab(tab)
        self._context.navigate.action("action_header").trigger()

    def _close(self, tab: FamilyTab) -> None:
        warned, view = self._warning(tab), tab.view()
        if warned is not None and view is not None:
            self._closed.add(warned[0])
            view.setFocus()  # the button that had it goes
            for other in self._tabs.family_tabs():
                self._update_strip(other)

"""Revisions and languages of the documents in the tabs: what their bars offer, and the steps among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.documents.families import Family, family_around
from delegate_desk.core.documents.references import Reference
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.library_rows import Library
from delegate_desk.gui.shell.document_bar import Choice
from delegate_desk.gui.shell.family_tab import FAMILY_VIEWS, FamilyTab
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets.labels import terms

Opener = Callable[[DocumentId, Address | None], object]
"""Shows a document in a view, at an address."""


class FamilyController(QObject):
    """Fills the document bars from the library as it was last listed, and shows what is chosen in them."""

    def __init__(
        self, context: Context, tabs: Tabs, documents: DocumentsView, openers: Mapping[TabKind, Opener]
    ) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._openers = context, tabs, openers
        self._library = documents.model.library
        documents.listed.connect(self._on_listed)
        tabs.family_shown.connect(self._show_family)
        tabs.view_requested.connect(self._on_view_chosen)
        tabs.document_requested.connect(self._on_document_chosen)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {
            "action_newer_revision": partial(self._step, -1),
            "action_older_revision": partial(self._step, 1),
        }

    def _on_listed(self, library: Library) -> None:
        self._library = library
        for tab in self._tabs.family_tabs():
            self._show_family(tab)

    # What the bars offer

    def _family(self, tab: FamilyTab) -> Family | None:
        document = next((held for held in self._library.documents if held.id == tab.document), None)
        read = terms.reading_languages(self._context.settings.reading_languages)
        return family_around(document, self._library.documents, read) if document is not None else None

    def _show_family(self, tab: FamilyTab) -> None:
        family = self._family(tab)
        if family is None:
            return
        languages = [
            Choice(held.id, held.header.language.upper(), terms.language_name(held.header.language))
            for held in family.languages
        ]
        tab.bar.show_documents(list(self._revisions(family)), languages, family.document.id)

    def _revisions(self, family: Family) -> Iterator[Choice]:
        for held in family.revisions:
            tone = "newest" if held is family.revisions[0] else "old" if held is family.document else ""
            yield Choice(held.id, revision_name(held), _line(held), tone)
        for held in family.others:
            yield Choice(held.id, revision_name(held), _line(held), aside=True)
        own = family.document.header.reference
        for reference in self._missing(own) if own is not None else ():
            line = self.tr("{revision} · not in library · Import…").format(revision=_part_name(reference))
            yield Choice(None, _part_name(reference), line, aside=True)

    def _missing(self, own: Reference) -> list[Reference]:
        return [reference for reference, _ in self._library.missing if reference.family == own.family]

    # What is chosen

    def _on_document_chosen(self, document: DocumentId | None) -> None:
        if document is None:
            self._context.navigate.action("action_bring_in").trigger()
        else:
            self.open_in_view(document)

    def _on_view_chosen(self, kind: TabKind) -> None:
        tab = self._tabs.front.current_tab()
        if isinstance(tab, FamilyTab) and tab.document is not None:
            self._openers[kind](tab.document, tab.address())

    def open_in_view(self, document: DocumentId) -> None:
        """Show a revision or a language in the view in front, at the same address."""
        tab = self._tabs.front.current_tab()
        view = tab.view() if isinstance(tab, FamilyTab) else None
        entry = view.entry() if view is not None else None
        if isinstance(tab, FamilyTab) and entry is not None:
            self._openers[FAMILY_VIEWS[entry.kind]](document, tab.address())

    def _step(self, by: int) -> None:
        tab = self._tabs.front.current_tab()
        family = self._family(tab) if isinstance(tab, FamilyTab) else None
        beside = family.step(by) if family is not None else None
        if beside is not None:
            self.open_in_view(beside.id)
        elif family is not None:
            text = self.tr("This is the newest revision in the library")
            oldest = self.tr("This is the oldest revision in the library")
            self._context.notify.pass_by(text if by < 0 else oldest)


def revision_name(document: LibraryDocument) -> str:
    """A document among those of its family: ``REV 2``, ``ADD 1``; ``INIT`` for the first version."""
    reference = document.header.reference
    return _part_name(reference) if reference is not None else document.name


def _part_name(reference: Reference) -> str:
    main = (f"REV {reference.revision}",) if reference.revision else ()
    return " ".join((*main, *map(str, reference.suffixes))) or "INIT"


def _line(document: LibraryDocument) -> str:
    day = terms.format_day(document.header.date) if document.header.date else ""
    return " · ".join(filter(None, (revision_name(document), day, document.header.language.upper())))

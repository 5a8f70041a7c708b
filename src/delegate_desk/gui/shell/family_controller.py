"""The bars and strips of the documents in the tabs: revisions, languages and warnings, and moving among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.documents.dossier_timeline import in_reading_order
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.predecessors import Superseded, series_of
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.notification_bar import Link
from delegate_desk.gui.revisions.revision_controller import compare_with_predecessor
from delegate_desk.gui.shell.document_bar import Choice
from delegate_desk.gui.shell.family_tab import FAMILY_VIEWS, FamilyTab, document_of
from delegate_desk.gui.shell.tab_groups import LazyTab
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabKind, TabPage
from delegate_desk.gui.widgets import accessibility
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.filter_dialog import choose_below
from delegate_desk.gui.widgets.labels import dossiers, terms

_SEEN = 2000
"""Milliseconds after which a text that is seen is read."""
Opener = Callable[[DocumentId, Address | None], object]
"""Shows a document in a view, at an address."""
Subject = tuple[DocumentId, str]
"""A document, and its newer revision and the number of languages, or the sentence on a reply; empty for its header."""
Warned = tuple[Subject, str, Sequence[Link]]
"""The subject of a strip, its text and its links."""


class FamilyController(QObject):
    """Fills the document bars and strips from the loaded library list, and shows what is chosen in them.

    Attributes:
        superseded_text: Of the current document: that it has a newer revision; empty if it has none.
    """

    def __init__(
        self, context: Context, tabs: Tabs, documents: DocumentsView, openers: Mapping[TabKind, Opener]
    ) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._openers = context, tabs, openers
        self._model = documents.model
        self.superseded_text = ""
        self._closed: set[Subject] = set()
        self._announced: set[Subject] = set()
        tabs.listed_family = self._model.family
        tabs.listed_meetings = lambda: self._model.library.meetings
        self._agenda: frozenset[DocumentId] = frozenset()
        self._counts: dict[DocumentId, int] = {}
        self._reading_timer = QTimer(self, singleShot=True, interval=_SEEN)
        self._reading_timer.timeout.connect(self._mark_read)
        self._seen: DocumentId | None = None
        for signal in (tabs.currentChanged, tabs.family_shown):
            signal.connect(self._watch_text)
        context.tasks.changed.connect(self._on_changes)
        documents.listed.connect(self._on_listed)
        documents.previewed.connect(self._preview)
        tabs.family_shown.connect(self._show_family)
        tabs.family_shown.connect(self._update_strip)
        tabs.family_made.connect(self._connect_tab)
        tabs.currentChanged.connect(self._on_page_changed)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_newer_revision": partial(self._step, -1),
            "action_older_revision": partial(self._step, 1),
            "action_meeting_view": partial(self._on_view_chosen, TabKind.MEETING),
            "action_split_right": partial(self._show_split_menu, Qt.Orientation.Horizontal),
            "action_split_down": partial(self._show_split_menu, Qt.Orientation.Vertical),
        }

    def _connect_tab(self, tab: FamilyTab) -> None:
        """Carry out what is chosen in a tab, once it is current."""
        bar = tab.bar
        for signal, do in (
            (bar.views.chosen, self._on_view_chosen),
            (bar.revisions.chosen, self._on_document_chosen),
            (bar.languages.chosen, self._on_document_chosen),
            (tab.place_requested, self._context.navigate.open_place),
        ):
            signal.connect(partial(self._run_in_front, tab, do))
        tab.strip.closed.connect(partial(self._close, tab))

    def _run_in_front(self, tab: FamilyTab, do: Callable[..., object], *chosen: object) -> None:
        self._tabs.show_tab(tab)
        do(*chosen)

    def show_agenda(self, documents: frozenset[DocumentId]) -> None:
        """Give the documents of the current meeting its view."""
        self._agenda = documents
        self._on_listed()

    def _watch_text(self, *_: object) -> None:
        """Start measuring how long the current text is visible, if it has changed."""
        reader = self._tabs.current_reader()
        document = reader.document if reader is not None else None
        if document != self._seen:
            self._seen = document
            self._reading_timer.start()

    def _mark_read(self) -> None:
        if self._seen is not None:
            self._context.settings.mark_read(self._seen)

    def _on_listed(self) -> None:
        self._tabs.settle_families()
        for tab in self._tabs.family_tabs():
            self._show_family(tab)
            self._update_strip(tab)
        for lazy_tab in self._tabs.pages(LazyTab):
            languages, _ = self._versions(document_of(lazy_tab))
            if languages:
                self._tabs.show_title(lazy_tab, languages[0])

    def is_on_agenda(self, document: DocumentId | None) -> bool:
        """True if a version of a document's family is on the agenda of the current meeting."""
        family = self._model.family(document)
        return family is not None and any(d.id in self._agenda for version in family.versions for d in version)

    # Content of the bars

    def _versions(self, document: DocumentId | None) -> tuple[list[LibraryDocument], list[LibraryDocument]]:
        """Return the languages of a version, and the versions of its family, newest first, including itself.

        A version is shown in its language, else in a reading language.
        """
        family = self._model.family(document)
        if family is None:
            return [], []
        own = next(version for version in family.versions if any(edition.id == document for edition in version))
        current = next(edition for edition in own if edition.id == document)
        reading = terms.reading_languages(self._context.settings.reading_languages)
        order = (current.header.language, *reading)
        versions = [current if version is own else in_reading_order(version, order)[0] for version in family.versions]
        ordered = in_reading_order(own, reading)
        languages = {h.header.language: current if h.header.language == current.header.language else h for h in ordered}
        return list(languages.values()), versions

    def _show_family(self, tab: FamilyTab) -> None:
        languages, versions = self._versions(tab.document)
        if not versions:
            return
        current = next(version for version in versions if version.id == tab.document)
        tab.bar.show_documents(
            list(self._choices(current, versions)),
            [
                Choice(version.id, version.header.language.upper(), terms.language_name(version.header.language))
                for version in languages
            ],
            current.id,
            has_meeting=self.is_on_agenda(current.id),
        )
        if self._model.family(tab.own_document) is self._model.family(current.id):  # not a document shown beside it
            self._tabs.show_title(tab, languages[0])
        tab.bar.show_count(self._counts.get(current.id, 0))
        if current.id not in self._counts:
            self._count(tab, current.id)

    def _count(self, tab: FamilyTab, document: DocumentId) -> None:
        """Count our items to check on a revision in the background, and show their number."""
        desk = self._context.desk
        self._counts.setdefault(document, 0)

        def count() -> Steps[int]:
            comparison = yield from compare_with_predecessor(desk, document)
            return desk.consequences.for_comparison(comparison).check_count if comparison is not None else 0

        def show(number: int) -> None:
            self._counts[document] = number
            if tab.document == document:
                tab.bar.show_count(number)

        self._context.tasks.read(count, while_alive(tab, show))

    def _on_changes(self, changes: Changes) -> None:
        if changes.documents or changes.settings:
            self._counts.clear()
        marked = {place.document for place in changes.annotations if not place.address}  # by a carry-over
        for tab in self._tabs.family_tabs():
            earlier = {version.id for version in self._versions(tab.document)[1]}  # what they deleted is counted too
            if tab.document is not None and marked & {tab.document, *earlier}:
                self._count(tab, tab.document)

    def _choices(self, current: LibraryDocument, versions: Sequence[LibraryDocument]) -> Iterator[Choice]:
        series = _series(current, versions)
        for version in [*series, *(other for other in versions if other not in series)]:
            tone = "newest" if version is series[0] else "old" if version is current else ""
            day = terms.format_day(version.header.date) if version.header.date else ""
            name = dossiers.version_name(version) if version.header.reference else version.name
            line = " · ".join(filter(None, (name, day, version.header.language.upper())))
            yield Choice(version.id, name, line, tone, aside=version not in series)
        own = current.header.reference
        for reference, _ in self._model.library.missing if own is not None else ():
            if own is not None and reference.family == own.family:
                name = str(reference)
                yield Choice(None, name, self.tr("{name} · not in library · Import…").format(name=name), aside=True)

    # Choices

    def _preview(self, document: int) -> None:
        with self._tabs.previewing():
            self._context.navigate.open_document(DocumentId(document))

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
        """Show a revision or a language in the current view, at the same address."""
        tab = self._tabs.front.current_tab()
        view = tab.view() if isinstance(tab, FamilyTab) else None
        entry = view.entry() if view is not None else None
        if isinstance(tab, FamilyTab) and entry is not None:
            self._openers[FAMILY_VIEWS[entry.kind]](document, tab.address())

    # Two panes

    def _show_split_menu(self, orientation: Qt.Orientation) -> None:
        """Offer what can be shown beside the current view of a tab."""
        tab, document = self._tabs.front.current_tab(), self._context.navigate.current_document()
        if not isinstance(tab, FamilyTab) or document is None:
            return
        show = partial(self._show_beside, tab, orientation)
        choices = list(self._second_panes(document, partial(show, tab.address())))
        choices.append((self.tr("Another document…"), partial(self._choose_beside, document, partial(show, None))))
        if tab.orientation() is not None:
            choices.append((self.tr("Close the second pane"), tab.close_beside))
        choose_below(tab.bar, choices, None).chosen.connect(lambda do: do())

    def _second_panes(
        self, document: DocumentId, show: Callable[[DocumentId], object]
    ) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield what can be shown beside a view of a document, by name."""
        languages, versions = self._versions(document)
        yield self.tr("Text"), partial(show, document)
        if "action_original" in self._tabs.state().enabled:
            yield self.tr("Original pages"), partial(self._context.navigate.action("action_original").setChecked, True)
        for version in languages:
            if version.id != document:
                yield terms.language_name(version.header.language), partial(show, version.id)
        current = next((version for version in versions if version.id == document), None)
        for choice in self._choices(current, versions) if current is not None else ():
            if isinstance(choice.key, int) and choice.key != document:
                yield choice.line, partial(show, DocumentId(choice.key))

    def _choose_beside(self, document: DocumentId, show: Callable[[DocumentId], object]) -> None:
        from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog

        title, hint = self.tr("Open Beside"), self.tr("Document to show beside this one")
        DocumentChooserDialog(self._context, document, lambda chosen: show(chosen.id), title=title, hint=hint).open()

    def _show_beside(
        self, tab: FamilyTab, orientation: Qt.Orientation, address: Address | None, document: DocumentId
    ) -> None:
        with self._tabs.splitting(tab, orientation):
            self._tabs.open_document(document, address or self._context.settings.place_in_document(document))

    def _step(self, by: int) -> None:
        tab = self._tabs.front.current_tab()
        versions = self._versions(tab.document)[1] if isinstance(tab, FamilyTab) else []
        if isinstance(tab, FamilyTab) and versions:
            current = next(version for version in versions if version.id == tab.document)
            series = _series(current, versions)
            index = series.index(current) + by
            if 0 <= index < len(series):
                self.open_in_view(series[index].id)
            else:
                newest = self.tr("This is the newest revision in the library")
                oldest = self.tr("This is the oldest revision in the library")
                self._context.notify.pass_by(newest if by < 0 else oldest)

    # Strips: the warnings of a tab

    def _on_page_changed(self) -> None:
        self._show_status()
        tab = self._tabs.front.current_tab()
        if isinstance(tab, FamilyTab):
            self._update_strip(tab)

    def _superseded_in(self, tab: FamilyTab) -> Superseded | None:
        """Return the current document if it is superseded, unless the newer revision is beside it."""
        view = tab.view()
        entry = view.entry() if view is not None else None
        shown = (tab.document,) if tab.document is not None else ()
        documents = entry.documents[::-1] if entry is not None and entry.documents else shown
        superseded = self._model.library.superseded
        old = (superseded[document] for document in documents if document in superseded)
        return next((row for row in old if not any(newer.id in documents for newer in row.newest)), None)

    def _warnings(self, tab: FamilyTab) -> Iterator[Warned]:
        """Yield the warnings of a tab: a newer revision, a reply, fields to check."""
        document, old, view = tab.document, self._superseded_in(tab), tab.view()
        do = partial(self._run_in_front, tab)
        if old is not None:
            newer = old.in_best_language(terms.reading_languages(self._context.settings.reading_languages))
            entry = view.entry() if view is not None else None
            is_pair = entry is not None and len(entry.documents) > 1
            name = newer.name if is_pair else dossiers.revision(newer)
            opened = self.tr("Open {revision}").format(revision=name), partial(do, self.open_in_view, newer.id)
            changed = self.tr("What changed for us"), partial(self._openers[TabKind.CONSEQUENCES], newer.id, None)
            versions = f"{old.newest[0].name}, {len(old.newest)}"  # another language is something new
            yield (old.document.id, versions), self._message(old, newer, name), (opened, changed)
        if document is None:
            return
        for page in self._tabs.pages(TabPage):
            text = page.strip_text() if page is not view and page.state().document == document else ""
            if text:
                review, later = partial(self._review, page), partial(self._close, tab)
                yield (document, text), text, ((self.tr("Review"), review), (self.tr("Later"), later))
        library_document, correctable = self._model.document(document), set(CorrectableField)
        names = library_document.header.uncertain_fields() if library_document is not None else ()
        fields = ", ".join(terms.header_field_label(CorrectableField(name)) for name in names if name in correctable)
        if fields:
            details = self.tr("Document details…"), partial(do, self._context.navigate.action("action_header").trigger)
            yield (document, ""), self.tr("Please check: {fields}.").format(fields=fields), (details,)

    def _warning(self, tab: FamilyTab) -> Warned | None:
        """Return the first that was not closed."""
        return next((warned for warned in self._warnings(tab) if warned[0] not in self._closed), None)

    def _review(self, reply: TabPage) -> None:
        self._context.navigate.show_page(reply, focus=False)
        reply.follow_strip()

    def _update_strip(self, tab: FamilyTab) -> None:
        self._show_status()
        warned = self._warning(tab)
        subject, text, links = warned or (None, "", ())
        tab.show_strip(text, links)
        if subject is not None and subject not in self._announced and tab.strip.isVisible():
            self._announced.add(subject)
            accessibility.announce(tab.strip, text)

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
        self.superseded_text = dossiers.superseded_by(old.newest[0]) if old else ""
        self._context.notify.show_superseded(self.superseded_text)

    def _close(self, tab: FamilyTab) -> None:
        warned, view = self._warning(tab), tab.view()
        if warned is not None and view is not None:
            self._closed.add(warned[0])
            view.setFocus()  # the focused button is removed
            for other in self._tabs.family_tabs():
                self._update_strip(other)


def _series(current: LibraryDocument, versions: Sequence[LibraryDocument]) -> list[LibraryDocument]:
    """Return the revisions of a text, newest first, without the addenda and corrigenda of its family."""
    own = current.header.reference
    if own is None:
        return [current]
    return [d for d in versions if d.header.reference and series_of(d.header.reference) == series_of(own)]

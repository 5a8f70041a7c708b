"""The reader: one document on paper, with find and go-to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mark, Paragraph, Place, View
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.original_view import OriginalDrag, SidePanels
from delegate_desk.gui.reader.paragraph_model import ReaderDocument, word_at
from delegate_desk.gui.reader.pdf_page import span_of_words
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.reader.text_bars import FindBar, FootnotePopup, PlaceBar, ReferenceLinks, TextOptions
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage, changed_addresses, edited_places
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import accessibility
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import copy_text
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST, load_patterns

_CHANGES = (Mark.ADDED, Mark.REMOVED)
_SELECTION_PAUSE = 150
"""Milliseconds that a selection rests before the right column follows it."""


def load_reader_document(desk: Desk, document: DocumentId) -> ReaderDocument:
    """Load everything that the reader shows of a document, with its hyphenation patterns. Slow."""
    load_patterns(desk.documents.get(document).header.language)
    position = desk.positions.get(document)
    proposed = [item for item in position.items if item.proposal is not None]
    shown = ReaderDocument(
        desk.documents.get(document),
        desk.documents.content(document),
        (),
        {item.address: desk.positions.word_changes(document, item) for item in proposed},
        {item.address: item.stance for item in position.items},
        (),
        tuple(desk.corrections.for_document(document)),
        tuple(desk.reparse.unplaced(document)),
    )
    return with_current_annotations(desk, shown)


def with_current_annotations(desk: Desk, shown: ReaderDocument) -> ReaderDocument:
    versions = tuple(desk.documents.versions(shown.library_document.id))
    others = tuple((document, note) for document in versions for note in desk.annotations.for_document(document.id))
    return replace(
        shown,
        annotations=tuple(desk.annotations.for_document(shown.library_document.id)),
        versions=versions,
        other_version_annotations=others,
    )


class ReaderView(TabPage):
    loaded = Signal(object)  # ReaderDocument
    place_changed = Signal(object)  # Place
    help_page = "reading"
    size_changed = Signal(int)
    place_requested = Signal(object)  # Place
    jumped = Signal(object)  # Place

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self._desk = desk
        self._tasks = tasks
        self.document: DocumentId | None = None
        self._job: Job | None = None
        self._all_changed = False
        self._pending_address: Address | None = None
        self._query: TypedQuery | None = None
        self._highlighter, self._word_finder = LatestOnly(tasks, self), LatestOnly(tasks, self)
        self.ui = Ui_Reader()
        self.ui.setupUi(self)
        self.paper = self.ui.paper
        self.setFocusProxy(self.paper)
        self.find_bar = FindBar(self.ui, self.place, self)
        self.side_panels = SidePanels(desk, tasks, self.ui, self.jump_to_row, self.find_bar.highlighted_words, self)
        self.footnote_popup = FootnotePopup(self.paper)
        self.options = TextOptions(desk, tasks, self.ui, self)
        self.options.reading_requested.connect(self.show_view)
        self.links = ReferenceLinks(desk, tasks, self.paper, self)
        self.links.place_requested.connect(self.place_requested)
        self.original_drag = OriginalDrag(desk, tasks, self.paper, self)
        self.find_bar.highlights_changed.connect(self.side_panels.update_highlights)
        self.side_panels.menu_requested.connect(self.paper.menu_requested)
        self.find_bar.left.connect(self.jumped)
        self.ui.breadcrumb.chosen.connect(self.jump_to_row)
        self.place_bar = PlaceBar(self.ui, self._jump, self)
        self.paper.columns_changed.connect(self.options.update)
        self.paper.row_changed.connect(self._report_place)
        self.paper.digit_typed.connect(self.place_bar.open)
        self.paper.footnote_requested.connect(self._jump)
        self.paper.section_requested.connect(self.section_requested)
        self._selection_pause = QTimer(self, singleShot=True, interval=_SELECTION_PAUSE)
        self._selection_pause.timeout.connect(self.state_changed)
        self.paper.selection_changed.connect(self._selection_pause.start)
        self.paper.size_requested.connect(lambda by: self.set_reading_size(self.paper.reading_size + by))
        self.paper.viewport().installEventFilter(self)
        self.paper.installEventFilter(self)
        tasks.changed.connect(self._on_changes)

    # As a page

    @override
    def state(self) -> PageState:
        document = self.library_document()
        if document is None:
            return PageState(self.document)
        count = terms.format_count(document.paragraphs, self.tr("1 paragraph"), self.tr("{n} paragraphs"))
        name = " · ".join([document.name, terms.language_name(document.header.language), count])
        rows = self.paper.selection.rows()
        rows = rows if len(rows) > 1 else range(0)
        return PageState(
            self.document,
            self.place(),
            document.header.marking,
            name,
            self._position(),
            enabled=frozenset(self._enabled_commands()),
            number=self._number(rows),
            selected=tuple(map(self.paper.paragraphs.place, rows)),
            drafting_shown=self.paper.paragraphs.drafting_shown.get(self.paper.paragraphs.reading(), False),
        )

    def _enabled_commands(self) -> Iterator[str]:
        model, panels = self.paper.paragraphs, self.side_panels
        yield from _ALWAYS
        if model.reading() is not View.BEFORE:
            yield "action_proposals"
        if model.marks_changes():
            yield from _ON_CHANGES
        if panels.has_original():
            yield from ("action_original", "action_print_pages")
        if panels.original is not None and not panels.original.isHidden():
            yield from _ON_PAGES
        if model.shown is not None:
            language = model.shown.library_document.header.language
            if any(version.header.language != language for version in model.shown.versions):
                yield "action_language"
            if model.shown.unplaced:
                yield "action_unplaced"

    @override
    def reader(self) -> ReaderView:
        return self

    @override
    def readers(self) -> list[ReaderView]:
        return [self]

    @override
    def find_root(self) -> None:
        return None

    def _number(self, selected: range) -> str:
        """Return the number of the paragraph in the document: ``28 of 63``; empty for a heading or a footnote."""
        model, row = self.paper.paragraphs, self.paper.current_row()
        rows = selected or ([row] if row >= 0 else [])
        numbers = [number for number in map(model.number, rows) if number is not None]
        if not numbers:
            return ""
        text = "–".join(map(terms.format_number, dict.fromkeys((numbers[0], numbers[-1]))))
        return self.tr("{n} of {count}").format(n=text, count=model.paragraph_count())

    def _position(self) -> str:
        model, row = self.paper.paragraphs, self.paper.current_row()
        if row < 0:
            return ""
        if model.is_note(row):
            notes = len(model.units) - model.first_note
            return self.tr("footnote {n} of {count}").format(n=row - model.first_note + 1, count=notes)
        number = model.number(row)
        if not number:
            return ""
        is_numbered = model.paragraph_count() < model.first_note  # headings and points are not counted
        form = self.tr("numbered paragraph {n} of {count}") if is_numbered else self.tr("paragraph {n} of {count}")
        return form.format(n=number, count=model.paragraph_count())

    @override
    def entry(self) -> TabEntry:
        place = self.place()
        return TabEntry(TabKind.READER, (int(self.document or 0),), place.address if place else "")

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        if edit.subject is EditSubject.ANNOTATION:
            edited = edited_places(edit)
            return not edited or any(map(self._is_visible, edited))
        if edit.subject is EditSubject.POSITION:
            addresses = changed_addresses(edit)
            return bool(addresses) and any(self._is_visible(Place(edit.document, value)) for value in addresses)
        return super().shows_edit(edit)

    def _is_visible(self, place: Place) -> bool:
        """True if a paragraph, or a part of it, is visible; annotations of the whole text always are."""
        if place.document != self.document:
            return False
        row = self.paper.paragraphs.row_for_address(place.address)
        if row is None or row == self.paper.current_row():
            return True
        return self.paper.visualRect(self.paper.paragraphs.index(row)).intersects(self.paper.viewport().rect())

    # Opening

    def open(self, document: DocumentId, address: Address | None = None, query: TypedQuery | None = None) -> None:
        """Show a document, at an address, with the matches of a query highlighted."""
        self._pending_address = address
        query = query or (self._query if document == self.document else None)
        is_new = (document, query) != (self.document, self._query)
        self._query = query
        if document == self.document and self.paper.paragraphs.shown:
            self._go_to_pending()
            if is_new:
                self._highlight_query()
            return
        self.document = document
        self._tasks.read(lambda: load_reader_document(self._desk, document), self._on_loaded)

    def library_document(self) -> LibraryDocument | None:
        return self.paper.paragraphs.shown.library_document if self.paper.paragraphs.shown else None

    def place(self) -> Place | None:
        row = self.paper.current_row()
        return self.paper.paragraphs.place(row) if row >= 0 else None

    @override
    def place_in_text(self) -> Place | None:
        return self.place() if self.paper.current_row() > 0 else None  # at the top nothing is selected yet

    def span(self) -> tuple[int, int] | None:
        """Return the selected words of the current paragraph, in its text after its changes."""
        row = self.paper.current_row()
        chosen = self.paper.selection.in_row(row)
        if chosen is None:
            text = self.paper.paragraphs.units[row].in_view(View.AFTER).text if row >= 0 else ""
            return span_of_words(text, self.side_panels.selected_words())
        start, end = self.paper.paragraphs.typeset_text(row).span(*chosen)
        return (start, end) if start < end else None

    def go_to(self, address: Address | str) -> bool:
        row = self.paper.paragraphs.row_for_address(Address(address))
        if row is None:
            return False
        self.paper.go_to_row(row, far=True)
        return True

    def _jump(self, address: Address | str) -> None:
        place = self.place()
        if self.go_to(address) and place is not None:
            self.jumped.emit(place)

    def jump_to_row(self, row: int) -> None:
        """Go to a row, and add the previous one to the history."""
        self._jump(self.paper.paragraphs.units[row].address)

    def _on_loaded(self, shown: ReaderDocument) -> None:
        self.paper.show_document(shown)
        self.paper.setAccessibleName(self.paper.header.accessible_text() if self.paper.header else "")
        self.find_bar.highlight_again()
        self._go_to_pending()
        self._highlight_query()
        self.side_panels.show_document()
        self.loaded.emit(shown)
        self._report_place(self.paper.current_row())

    def _go_to_pending(self) -> None:
        address, self._pending_address = self._pending_address, None
        if address is not None:
            self.go_to(address)
        self.find_bar.update_current_match()

    def _highlight_query(self) -> None:
        document, query = self.document, self._query
        if document is None or query is None:
            self._highlighter.cancel()
            self.find_bar.highlight_search_hits({})
            return
        find = self._desk.highlights.marks
        self._highlighter.run(lambda _: find(document, query), self.find_bar.highlight_search_hits)

    def _on_changes(self, changes: Changes) -> None:
        document, shown = self.document, self.paper.paragraphs.shown
        if document is None or shown is None:
            return
        unplaced = Place(document, Address("")) in changes.annotations
        versions = {version.id for version in shown.versions}
        if unplaced or document in changes.documents | changes.positions:
            self._all_changed = True
        elif not changes.annotations and not versions & changes.documents:
            return
        if self._job is not None:  # the result of an earlier load is older
            self._job.cancel()
        job = (
            partial(load_reader_document, self._desk, document)
            if self._all_changed
            else partial(with_current_annotations, self._desk, shown)
        )
        self._job = self._tasks.read(job, self._on_reloaded)

    def _on_reloaded(self, shown: ReaderDocument) -> None:
        previous = self.paper.paragraphs.shown
        if previous is None or shown.library_document.id != self.document:
            return
        self._all_changed = False
        if (shown.document, shown.library_document, shown.unplaced) == (
            previous.document,
            previous.library_document,
            previous.unplaced,
        ):
            self.paper.refresh(shown)
            self.options.update()
            self.find_bar.highlight_again()
            self.side_panels.update_highlights()
        else:
            place, view = self.place(), self.paper.paragraphs.view
            self._pending_address = place.address if place else None
            self._on_loaded(shown)
            self.show_view(view if self.paper.paragraphs.marks_changes() else View.MARKED)

    def _report_place(self, row: int) -> None:
        self.ui.breadcrumb.show_text(self.paper.paragraphs.units)
        self.ui.breadcrumb.show_row(row)
        self.options.update()
        if row >= 0 and self.paper.paragraphs.shown:
            self.side_panels.follow_row()
            self.place_changed.emit(self.paper.paragraphs.place(row))
        self.state_changed.emit()

    # Commands of the window

    @override
    def written_on(self) -> tuple[Place | None, tuple[int, int] | None]:
        return self.place(), self.span()

    @override
    def shown_unit(self, place: Place) -> Paragraph | None:
        shown = self.paper.paragraphs.shown
        is_here = shown is not None and shown.library_document.id == place.document
        return shown.document.find(place.address) if shown and is_here else None

    def step(self, by: int) -> None:
        self.paper.step(by)

    def step_heading(self, by: int) -> None:
        self._step_to(by, self.paper.paragraphs.is_heading)

    def step_change(self, by: int) -> None:
        units = self.paper.paragraphs.units
        self._step_to(by, lambda row: any(span.mark in _CHANGES for span in units[row].spans))

    def _step_to(self, by: int, is_wanted: Callable[[int], bool]) -> None:
        end = len(self.paper.paragraphs.units) if by > 0 else -1
        row = next(filter(is_wanted, range(self.paper.current_row() + by, end, by)), None)
        if row is not None:
            self.paper.go_to_row(row, far=True)

    def show_footnote(self) -> None:
        """Show the first footnote referenced in the current paragraph; called again, the next."""
        row = self.paper.current_row()
        calls = self.paper.paragraphs.typeset_text(row).calls if row >= 0 else ()
        if not calls:
            return
        notes = [call.note for _, _, call in calls]
        shown = self.footnote_popup.note
        start, end, call = calls[(notes.index(shown) + 1) % len(calls) if shown in notes else 0]
        self.footnote_popup.show_note(call.note, row, start, end)

    def selected_words(self) -> str:
        """Return the words selected in the text or beside it; empty if there are none."""
        return self.side_panels.selected_words() or self.paper.selection.text()

    def words_at_hand(self) -> str:
        """Return the words selected, else the word under the mouse; empty if there is none."""
        if words := self.selected_words():
            return words
        point = self.paper.viewport().mapFromGlobal(QCursor.pos())
        position = self.paper.position_at(point) if self.paper.viewport().rect().contains(point) else None
        if position is None:
            return ""
        text = self.paper.paragraphs.typeset_text(position.row).text
        start, end = word_at(text, position.at)
        return text[start:end] if self.paper.is_text_at(position.row, start, end, point) else ""

    def copy(self) -> None:
        text = self.selected_words()
        row = self.paper.current_row()
        if not text and row >= 0:
            text = str(self.paper.paragraphs.index(row).data())
        copy_text(text)

    def copy_with_citation(self) -> None:
        place = self.place()
        if place is None:
            return
        words, view = self.selected_words(), self.paper.paragraphs.view
        view = View.AFTER if view is View.MARKED else view
        places = [self.paper.paragraphs.place(row) for row in self.paper.selection.quoted_rows()] or [place]
        quotation = self._desk.documents.quotation
        self._tasks.read(lambda: quotation(places[0], words=words, view=view, last=places[-1]), copy_text)

    def open_other_language(self) -> None:
        """Open the current place in the other language; of several, in the language chosen from a list."""
        place = self.place()
        if place is not None:
            find = self._desk.documents.other_language_places
            self._tasks.read(lambda: find(place), while_alive(self.paper, self._show_places))

    def _show_places(self, places: list[tuple[LibraryDocument, Place]]) -> None:
        if len(places) == 1:
            self.place_requested.emit(places[0][1])
            return
        menu = QMenu(self.paper)
        for document, place in places:
            name = terms.language_name(document.header.language)
            menu.addAction(name).triggered.connect(lambda _=False, place=place: self.place_requested.emit(place))
        if menu.isEmpty():
            menu.addAction(self.tr("Not in the library in another language")).setEnabled(False)
        self.paper.popup_below_row(menu)

    @override
    def set_reading_size(self, size: int) -> None:
        allowed = min(max(size, SMALLEST), LARGEST)
        if allowed != self.paper.reading_size:
            self.paper.set_reading_size(allowed)
            self.size_changed.emit(allowed)

    def show_view(self, view: View) -> None:
        self.paper.paragraphs.set_view(view)
        self._relayout()

    def show_drafting(self, shown: bool, reading: View) -> None:
        """Show our drafting in the text with its mark-up, or after its changes; or only a sign in the margin."""
        self.paper.paragraphs.show_drafting(shown, reading)
        self._relayout()

    def _relayout(self) -> None:
        self.paper.relayout_rows(range(len(self.paper.paragraphs.units)))
        self.find_bar.highlight_again()
        self.options.update()
        self.state_changed.emit()

    # Events

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the text removes the highlights of a search, if it has no other meaning."""
        if event.key() != Qt.Key.Key_Escape or self._query is None:
            super().keyPressEvent(event)
            return
        self._query = None
        self._highlight_query()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            call = self.paper.call_span_at(event.pos())
            if call is not None:
                self.footnote_popup.show_note(*call, by_mouse=True)
            tip = "" if call else self._tip(event)
            QToolTip.showText(event.globalPos(), tip, self.paper.viewport())
            letter = self.paper.position_at(event.pos()) if not call and not tip else None
            if letter is not None:
                start, end = word_at(self.paper.paragraphs.typeset_text(letter.row).text, letter.at)
                if self.paper.is_text_at(letter.row, start, end, event.pos()):
                    self._look_up_word(letter.row, start, end, event.globalPos(), otherwise="")
            return True
        alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        if alt and watched is self.paper and event.type() == QEvent.Type.ShortcutOverride and self.paper.caret_shown:
            letter = self.paper.selection.caret
            if letter is not None:
                start, end = word_at(self.paper.paragraphs.typeset_text(letter.row).text, letter.at)
                point = self.paper.viewport().mapToGlobal(self.paper.box_for_span(letter.row, start, end).bottomLeft())
                self._look_up_word(letter.row, start, end, point, otherwise=self.tr("No translation has been learned."))
            event.accept()  # the menu bar would take Alt for itself
            return True
        return False

    def _look_up_word(self, row: int, start: int, end: int, point: QPoint, *, otherwise: str) -> None:
        """Show the translations of a word, once they are found, or another text where there are none."""
        document = self.library_document()
        if document is None:
            return
        box, word = self.paper.box_for_span(row, start, end), self.paper.paragraphs.typeset_text(row).text[start:end]

        def show(found: dict[str, list[str]]) -> None:
            lines = [f"{terms.language_name(code)}: {', '.join(words)}" for code, words in found.items()] or [otherwise]
            QToolTip.showText(point, _wrap_tool_tip("\n".join(lines)), self.paper.viewport(), box)
            if otherwise:
                accessibility.announce(self.window(), ". ".join(lines), about=self.paper)

        find = partial(self._desk.translations.across.glosses, word, document.header.language)
        self._word_finder.run(lambda _: find(), show)

    def _tip(self, event: QHelpEvent) -> str:
        position = self.paper.position_at(event.pos())
        if position is None:
            return "" if self._desk.cipher.seals else self.tr("Drag to another program to copy the original file")
        typeset = self.paper.paragraphs.typeset_text(position.row)
        texts = [
            f"{terms.kind_label(a.kind)}: {a.text}"
            for a in self.paper.paragraphs.annotations(position.row)
            if a.quote and any(s <= position.at <= e for s, e in typeset.ranges(a.quote.start, a.quote.end))
        ]
        return _wrap_tool_tip("\n".join(texts))


def _wrap_tool_tip(text: str) -> str:
    """Return a tool tip of several lines as rich text, which Qt wraps."""
    if not text:
        return ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")
    return f"<qt>{escaped}</qt>"


_ON_CHANGES = (
    "action_marked",
    "action_before",
    "action_after",
    "action_next_reading",
    "action_next_change",
    "action_previous_change",
)
_ON_PAGES = ("action_next_page", "action_previous_page", "action_thumbnails")
_ALWAYS = {*READER_COMMANDS, "action_outline"} - {*_ON_CHANGES, *_ON_PAGES, "action_language"}

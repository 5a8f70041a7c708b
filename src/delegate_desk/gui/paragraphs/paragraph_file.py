"""The right column: the file of the current paragraph, the same in every view, and what is written into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Paragraph, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import AnnotationCard
from delegate_desk.gui.context import Context, show_undoable
from delegate_desk.gui.paragraphs.file_section import (
    FileSection,
    ParagraphContext,
    load_context,
    with_changed_annotations,
)
from delegate_desk.gui.paragraphs.notes_section import NotesSection, OthersSection, is_note
from delegate_desk.gui.paragraphs.position_section import PositionSection
from delegate_desk.gui.paragraphs.text_sections import (
    LanguagesSection,
    ReasonsSection,
    ReferencesSection,
    RevisionsSection,
)
from delegate_desk.gui.tab_page import PageState, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    column_layout,
    label,
    laid_out_once,
    row_layout,
    scroll_area,
    set_part,
    settle,
)
from delegate_desk.gui.widgets.jobs import LatestOnly, TypedAhead
from delegate_desk.gui.widgets.labels import terms

_LONGEST_HOLD = 200
"""Maximum time in milliseconds that the file of the previous paragraph stays visible."""
_MOST = 30
"""Maximum number of paragraphs shown."""


class ParagraphFile(StyledPane):
    """The file of the current paragraph, or that of several joined.

    Attributes:
        sections: In the order of their keys.

    Signals:
        opened: A place is to be shown, with the ``Place``.
        annotation_requested: A note is to be shown at its place, with the ``Annotation``.
        shown: The file of a paragraph is complete except for its revisions, with the ``Place``.
        left: Esc was pressed in it.
    """

    opened = Signal(object)
    annotation_requested = Signal(object)
    left = Signal()
    shown = Signal(object)
    unavailable = Signal()  # There is no paragraph for the annotation that was requested

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.places: tuple[Place, ...] = ()
        self._paragraphs: tuple[ParagraphContext, ...] = ()
        self._cached_context: ParagraphContext | None = None
        self._is_named = False
        self._pending: Callable[[], object] | None = None
        self._typed_ahead = TypedAhead()
        self._pending_annotation: AnnotationId | None = None
        self._number = ""
        self._paint_timer = QTimer(self, singleShot=True, interval=_LONGEST_HOLD)
        self._paint_timer.timeout.connect(lambda: self.setUpdatesEnabled(True))
        self._loader = LatestOnly(tasks, self)
        self.setAccessibleName(self.tr("Current paragraph"))
        set_part(self, "canvas")
        self.position, self.notes = PositionSection(desk, tasks), NotesSection(desk, tasks)
        self.others, self.revisions = OthersSection(desk, tasks), RevisionsSection(desk, tasks)
        self.languages, self.references = LanguagesSection(), ReferencesSection()
        self.reasons = ReasonsSection(desk, tasks)
        self.sections: tuple[FileSection, ...] = (
            self.position,
            self.notes,
            self.others,
            self.revisions,
            self.languages,
            self.references,
            self.reasons,
        )
        self._page_section: FileSection | None = None
        self._lay_out()
        self._connect()
        self._show_paragraphs()

    def _lay_out(self) -> None:
        self.place_label, self.number_label = label("", "file_head", wrap=True), label("", "soft", wrap=True)
        self.empty_label = label(key_bindings.no_paragraph_hint(), "soft", wrap=True)
        self._head = QWidget()
        self._head.setMinimumHeight(40)  # as high as the bar of the document beside it
        row_layout((self.place_label, 1), self.number_label, within=self._head, margins=(0, 8, 0, 8))
        self._inside = QWidget()
        self._top_layout, self._page_layout = column_layout(spacing=0), column_layout(spacing=0)
        first, *others = self.sections
        parts: list[QWidget | QLayout | None] = [self._top_layout, first, self._page_layout, *others, None]
        column_layout(*parts, within=self._inside, margins=(16, 0, 16, 16), spacing=0)
        self.area = scroll_area(self._inside)
        top = column_layout(self._head, self.empty_label, margins=(16, 0, 16, 0))
        column_layout(top, (self.area, 1), within=self, margins=0, spacing=0)

    def _connect(self) -> None:
        for number, section in enumerate(self.sections, 1):
            section.opened.connect(self.opened)
            section.annotation_requested.connect(self.annotation_requested)
            section.left.connect(self.left)
            for shown in (section.key_label, section.quiet_line.key_label):
                shown.setText(terms.format_number(number))
            section.header.setToolTip(key_bindings.key_text(QKeySequence(f"Alt+{number}")))
        for resized in (self.area.viewport(), self.position):
            resized.installEventFilter(self)
        self.position.replied.connect(self.notes.reply)
        self.others.wording_adopted.connect(self.position.adopt)
        self._tasks.changed.connect(self._on_changed)
        key_bindings.subscribe_to_keys(self, self._show_paragraphs)
        theme.subscribe_to_theme(self, self._show_paragraphs)  # coloured words and links

    def press_section_key(self, number: int) -> None:
        if number and self.places:
            section = self.sections[number - 1]

            def press() -> None:
                section.press_key()
                self.area.ensureWidgetVisible(section.header)

            self._when_loaded(press)
        elif not number:
            sections = self._shown_sections()
            folded = not all(shown.is_folded for shown in sections)
            for shown in sections:
                shown.choose_folded(folded=folded)

    @property
    def place(self) -> Place | None:
        """The paragraph, or the first of several."""
        return self.places[0] if self.places else None

    @property
    def cards(self) -> list[AnnotationCard]:
        return [*self.notes.own.by_id.values(), *self.position.marks.by_id.values()]

    def show_top(self, box: QWidget | None) -> None:
        """Show a box of the current page above the sections; None for none."""
        if box is not None and self._top_layout.indexOf(box) < 0:
            self._top_layout.addWidget(box)
        for n in range(self._top_layout.count()):
            item = self._top_layout.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is box)

    def show_section(self, section: FileSection | None) -> None:
        """Show a section of the current page after our position, which is brief then; None for none."""
        if section is self._page_section:
            return
        if self._page_section is not None:
            self._page_section.hide()
        self._page_section = section
        self.position.set_brief(brief=section is not None)
        if section is not None:
            self._page_layout.addWidget(section)
            section.show()
            self._fit_page_section()

    def _fit_page_section(self) -> None:
        """Give the section of the page the height that our position leaves."""
        if self._page_section is not None:
            position_height = self.position.sizeHint().height() if self.position.isVisible() else 0
            reserved = sum(section.header.sizeHint().height() for section in self.sections[1:] if section.isVisible())
            self._page_section.fit(self.area.viewport().height() - position_height, reserved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._fit_page_section()
        return False

    def _shown_sections(self) -> list[FileSection]:
        sections = [self.position, *filter(None, [self._page_section]), *self.sections[1:]]
        return [section for section in sections if section.isVisible()]

    def show_places(
        self, places: Sequence[Place], *, named: bool = False, number: str = "", hides_position: bool = False
    ) -> None:
        """Show the file of a paragraph, or of several.

        ``named`` adds the name of their document; ``number`` is such as ``28 of 63``; ``hides_position`` is for a view
        that shows our position itself.
        """
        self._is_named, self._number = named, number
        shown = tuple(places[:_MOST])
        if shown == self.places:
            self.number_label.setText(number)
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        is_joined = len(shown) + len(self.places) > 2
        is_written_in = has_focus and is_joined and not set(shown).isdisjoint(self.places)
        if is_written_in or (shown, hides_position) == (self.places, self.position.is_left_out):
            return
        if shown == self.places and self._paragraphs:  # another view of the same paragraph
            self.position.is_left_out = hides_position
            for paragraphs in ((), self._paragraphs):
                self.position.fill(paragraphs)
            settle()
            return
        self.setUpdatesEnabled(False)  # the previous file is visible until the new one is complete
        self._paint_timer.start()
        self.position.is_left_out = hides_position
        for section in (self.position, self.notes):
            section.fill(())
        if shown != self.places and not has_focus:
            self.area.verticalScrollBar().setValue(0)
        self.places, self._paragraphs, self._pending = shown, (), None
        self._typed_ahead.cancel()
        self._loader.cancel()
        self._tasks.run_at_rest(self._load)

    def start_annotation(
        self,
        kind: AnnotationKind,
        place: Place,
        span: tuple[int, int] | None = None,
        unit: Paragraph | None = None,
    ) -> None:
        """Focus a new annotation, at once if its paragraph is given or loaded, otherwise once it is loaded."""
        if place not in self.places:
            self.show_places([place])
        if unit is not None:
            self._start(kind, place, span, unit)
        else:
            self._when_loaded(partial(self._start_on_loaded, kind, place, span))

    def _start_on_loaded(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None) -> None:
        unit = next((context.unit for context in self._paragraphs if context.place == place), None)
        if unit is not None:
            self._start(kind, place, span, unit)
        else:  # a provision added by us is no paragraph of the text
            self.unavailable.emit()

    def _start(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None, unit: Paragraph) -> None:
        annotation = self._desk.annotations.new(place, kind, span=span, unit=unit)
        if is_note(annotation):
            self.notes.start(annotation)
        else:
            self.position.start_mark(annotation)

    def draft(self, place: Place, span: tuple[int, int] | None = None) -> None:
        """Focus the drafting of a paragraph once its file is loaded; selected words are selected."""
        if self.places != (place,):
            self.show_places([place])
        self._when_loaded(partial(self.position.draft, span))

    def _when_loaded(self, focus: Callable[[], object]) -> None:
        """Move the focus into the file; if it is not loaded yet, once it is, with the keys typed until then."""
        if self._paragraphs:
            focus()
            return
        self._pending = focus
        self._typed_ahead.begin(self)
        self._tasks.end_rest()
        if not self._loader.is_busy:  # the previous load failed
            self._load()

    @override
    def event(self, event: QEvent) -> bool:
        return self._typed_ahead.keep(event) or super().event(event)

    def edit(self, key: AnnotationId) -> None:
        """Focus an annotation once the file of its paragraph is shown."""
        is_shown = self.notes.edit(key) or self.position.edit(key)
        self._pending_annotation = None if is_shown else key

    def flush(self) -> None:
        self.position.flush()
        self.notes.own.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between entries, Esc returns to the text."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step:
            entries = [entry for section in self._shown_sections() for entry in section.entries()]
            focused = QApplication.focusWidget()
            index = entries.index(focused) if focused in entries else -1
            if entries and 0 <= index + step < len(entries):
                entries[index + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _load(self, changed: frozenset[Place] | None = None) -> None:
        """Load the paragraphs, or only the annotations that changed at some places."""
        places, paragraphs, cached = self.places, self._paragraphs, self._cached_context
        if not places:
            self._loader.cancel()
            self._show_paragraphs()
            return
        if self._loader.is_busy:
            changed = None  # the result of that load is dropped
        language = terms.window_language()
        for section in self.sections:
            section.note_load()

        def load(_: Callable[[], bool]) -> tuple[ParagraphContext, ...]:
            if changed is not None and paragraphs:
                return tuple(with_changed_annotations(self._desk, context, changed) for context in paragraphs)
            contexts: list[ParagraphContext] = []
            for place in places:
                contexts.append(load_context(self._desk, place, language, contexts[-1] if contexts else cached))
            return tuple(contexts)

        self._loader.run(load, self._show, self._on_load_failed)

    def _on_load_failed(self, error: Exception) -> None:
        """Return to the text, where keys are commands again."""
        self._pending = None
        if self._typed_ahead.cancel():
            self.left.emit()
        self._tasks.failed.emit(error)

    def _show(self, paragraphs: tuple[ParagraphContext, ...]) -> None:
        self._paragraphs, self._cached_context = paragraphs, paragraphs[-1]
        self._show_paragraphs()
        focus, self._pending = self._pending, None
        if focus is not None:
            focus()
            if self.hasFocus():  # there was nothing to focus; in the text, keys would be commands
                self._typed_ahead.cancel()
                self.left.emit()
            self._typed_ahead.type_into(self)
        settle()
        self._fit_page_section()
        self._paint_timer.stop()
        self.setUpdatesEnabled(True)
        if self._pending_annotation is not None:
            self.edit(self._pending_annotation)
        self.shown.emit(paragraphs[0].place)

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents:
            self._cached_context = None
        documents = {place.document for place in self.places}
        documents |= {version.document.id for context in self._paragraphs for version in context.versions}
        addresses = {place.address for place in self.places}
        changed = {place for place in changes.annotations if place.document in documents and place.address in addresses}
        if changes.documents or changes.meetings or changes.settings or documents & changes.positions:
            self._load()
        elif changed:
            self._load(frozenset(changed))

    def _show_paragraphs(self) -> None:
        paragraphs = self._paragraphs
        self.place_label.setText(self._title())
        self.number_label.setText(self._number)
        self._head.setVisible(bool(self.places))
        self.empty_label.setVisible(not self.places)
        with laid_out_once(*(section.body for section in self.sections), *self.sections, self._inside):
            for section in self.sections:
                section.fill(paragraphs)

    def _title(self) -> str:
        """Return the name of the paragraph, or of the first and last, shortened: ``Article 3(1) – 3(3)``."""
        if not self._paragraphs:
            return ""
        first, last = self._paragraphs[0], self._paragraphs[-1]
        citation = first.citation if first.place.address else self.tr("The whole document")
        if last is not first:
            shortened = shorten_last(first.citation, last.citation)
            citation = self.tr("{first} – {last}").format(first=first.citation, last=shortened)
        name = f"{first.document.name} · " if first.document and self._is_named else ""
        return f"{name}{citation[:1].upper()}{citation[1:]}"


def shorten_last(first: str, last: str) -> str:
    """Return the last citation without what it repeats: ``3(3)``; with commas, whole parts: ``row 2, column 1``."""
    between = ", " if ", " in last else " "
    parts, others = first.split(between), last.split(between)
    while len(others) > 1 and parts and parts[0] == others[0]:
        parts, others = parts[1:], others[1:]
    return between.join(others)


_ALT_HELD = 300
"""Milliseconds that Alt is held before the digits of the sections are shown."""


class ParagraphFileController(QObject):
    """Opens what the file leads to, and the sections by their keys; stores which sections are folded.

    By default some are folded in a narrow window. In a meeting, where the matrix needs the space, all but the first are
    folded until they are chosen there. The digits of the keys are shown while Alt is held.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.file = file = ParagraphFile(context.desk, context.tasks)
        self._folded = dict(context.settings.load().sections_folded)
        self._in_meeting = False
        self._alt_timer = QTimer(self, singleShot=True, interval=_ALT_HELD)
        self._alt_timer.timeout.connect(lambda: self._show_digits(shown=True))
        navigate = context.navigate
        file.opened.connect(navigate.preview_place)
        file.annotation_requested.connect(navigate.open_annotation)
        file.position.position_requested.connect(
            lambda place: navigate.open_position(place.document, place.address or None)
        )
        file.position.noticed.connect(partial(show_undoable, context))
        file.left.connect(navigate.focus_text)
        file.unavailable.connect(self._report_unavailable)
        file.references.import_requested.connect(navigate.action("action_bring_in").trigger)
        for number in range(len(file.sections) + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), context.window)
            shortcut.activated.connect(partial(self._press_section_key, number))
        for section in file.sections:
            section.folding_chosen.connect(partial(self._save_folding, section))
        context.window.installEventFilter(self)
        self._fold()
        context.settings.reading_languages_changed.connect(self._set_reading_languages)
        self._set_reading_languages()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fold()
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.WindowDeactivate):
            is_alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
            if is_alt and event.type() == QEvent.Type.KeyPress:
                self._alt_timer.start()
            else:
                self._alt_timer.stop()
                self._show_digits(shown=False)
        return False

    def _show_digits(self, *, shown: bool) -> None:
        for section in self.file.sections:
            section.key_label.setVisible(shown)
            section.quiet_line.key_label.setVisible(shown)

    def _fold(self) -> None:
        for section in self.file.sections:
            is_narrow = self._context.window.width() < section.folded_under
            at_first = is_narrow or (self._in_meeting and section is not self.file.sections[0])
            folded = self._folded.get(self._folding_name(section), at_first)
            if folded != section.is_folded:
                section.set_folded(folded=folded)

    def _folding_name(self, section: FileSection) -> str:
        return f"meeting_{section.key}" if self._in_meeting else section.key

    def _save_folding(self, section: FileSection) -> None:
        name = self._folding_name(section)
        if self._folded.get(name) != section.is_folded:
            self._folded[name] = section.is_folded
            self._context.settings.save(sections_folded=dict(self._folded))

    def show_page(self, state: PageState) -> None:
        place, file = state.place, self.file
        file.show_top(state.top)
        file.show_section(state.section)
        in_meeting = state.section is not None
        if in_meeting is not self._in_meeting:
            self._in_meeting = in_meeting
            self._fold()
        named = place is not None and place.document != state.document
        places = state.selected or ((place,) if place is not None else ())
        file.show_places(places, named=named, number=state.number, hides_position=state.shows_position)

    def _press_section_key(self, number: int) -> None:
        column, navigate = self.file.parentWidget(), self._context.navigate
        is_current = not isinstance(column, QStackedWidget) or column.currentWidget() is self.file
        if is_current:
            navigate.action("action_right").setChecked(True)
        if not (is_current and self.file.isVisible()):
            self._report_unavailable()
            return
        words: Callable[[], str] = getattr(navigate.current_reader(), "words_at_hand", str)
        self.file.reasons.show_words(words())
        self.file.press_section_key(number)

    def connect_reader(self, reader: TabPage) -> None:
        """Connect the keys of a page that write into the file."""
        reader.annotate_requested.connect(self.annotate)
        reader.stance_requested.connect(self.file.position.press_stance)
        reader.draft_requested.connect(self._draft)
        reader.section_requested.connect(self._show_section)

    def annotate(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None) -> None:
        self._show_file()
        reader = self._context.navigate.current_reader()
        unit = reader.shown_unit(place) if isinstance(reader, TabPage) else None
        self.file.start_annotation(kind, place, span, unit)

    def _report_unavailable(self) -> None:
        self._context.notify.pass_by(self.tr("The file of a paragraph is not available here. Open the text first."))

    def edit(self, key: AnnotationId) -> None:
        self._show_file()
        self.file.edit(key)

    def _draft(self, place: Place, span: tuple[int, int] | None) -> None:
        self._show_file()
        self.file.draft(place, span)

    def _show_section(self, number: int) -> None:
        self._show_file()
        section = self.file.sections[number - 1]
        section.set_folded(folded=False)
        section.focus_first()

    def _show_file(self) -> None:
        self._context.navigate.action("action_right").setChecked(True)
        column = self.file.parentWidget()
        if isinstance(column, QStackedWidget):
            column.setCurrentWidget(self.file)
        self._context.window.activateWindow()  # the text may be in a separate window

    def _set_reading_languages(self) -> None:
        self.file.languages.set_reading_languages(self._context.settings.reading_languages)

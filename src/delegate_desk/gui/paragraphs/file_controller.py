"""The file of the current paragraph in the window: what it opens, and what is written into it from a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.gui.context import Context, WindowSettings, show_undoable
from delegate_desk.gui.paragraphs.file_section import FileSection
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.tab_page import PageState

if TYPE_CHECKING:
    from delegate_desk.gui.tab_page import TabPage


_ALT_HELD = 300
"""Milliseconds that Alt is held before the digits of the sections are shown."""


class SectionKeys(QObject):
    """Keys of the sections in a window: Alt and a digit; the digits are shown while Alt is held."""

    def __init__(self, window: QWidget, sections: Sequence[FileSection], press: Callable[[int], object]) -> None:
        super().__init__(window)
        self._sections = sections
        self._timer = QTimer(self, singleShot=True, interval=_ALT_HELD)
        self._timer.timeout.connect(lambda: self._show_digits(shown=True))
        for number in range(len(sections) + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), window)
            shortcut.activated.connect(partial(press, number))
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.WindowDeactivate):
            is_alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
            if is_alt and event.type() == QEvent.Type.KeyPress:
                self._timer.start()
            else:
                self._timer.stop()
                self._show_digits(shown=False)
        return False

    def _show_digits(self, *, shown: bool) -> None:
        for section in self._sections:
            section.key_label.setVisible(shown)
            section.quiet_line.key_label.setVisible(shown)


class SectionFolding(QObject):
    """Folding of sections, stored in the settings: by default some are folded in a narrow window.

    In a meeting, where the matrix needs the space, all but the first are folded until they are chosen there.
    """

    def __init__(self, window: QWidget, settings: WindowSettings, sections: Sequence[FileSection]) -> None:
        super().__init__(window)
        self._window, self._settings, self._sections = window, settings, sections
        self._chosen = dict(settings.load().sections_folded)
        self._in_meeting = False
        for section in sections:
            section.folding_chosen.connect(partial(self._save, section))
        window.installEventFilter(self)
        self._fold()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fold()
        return False

    def follow(self, *, in_meeting: bool) -> None:
        if in_meeting is not self._in_meeting:
            self._in_meeting = in_meeting
            self._fold()

    def _fold(self) -> None:
        for section in self._sections:
            is_less = self._window.width() < section.folded_under
            at_first = is_less or (self._in_meeting and section is not self._sections[0])
            folded = self._chosen.get(self._name(section), at_first)
            if folded != section.is_folded:
                section.set_folded(folded=folded)

    def _name(self, section: FileSection) -> str:
        return f"meeting_{section.key}" if self._in_meeting else section.key

    def _save(self, section: FileSection) -> None:
        name = self._name(section)
        if self._chosen.get(name) != section.is_folded:
            self._chosen[name] = section.is_folded
            self._settings.save(sections_folded=dict(self._chosen))


class ParagraphFileController(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.file = file = ParagraphFile(context.desk, context.tasks)
        navigate = context.navigate
        file.opened.connect(navigate.preview_place)
        file.annotation_requested.connect(navigate.open_annotation)
        file.position.position_requested.connect(
            lambda place: navigate.open_position(place.document, place.address or None)
        )
        file.position.noticed.connect(partial(show_undoable, context))
        file.left.connect(navigate.focus_text)
        file.references.import_requested.connect(navigate.action("action_bring_in").trigger)
        SectionKeys(context.window, file.sections, self._press_section_key)
        self._folding = SectionFolding(context.window, context.settings, file.sections)
        context.settings.reading_languages_changed.connect(self._set_reading_languages)
        self._set_reading_languages()

    def show_page(self, state: PageState) -> None:
        place, file = state.place, self.file
        file.show_top(state.top)
        file.show_section(state.section)
        self._folding.follow(in_meeting=state.section is not None)
        named = place is not None and place.document != state.document
        places = state.selected or ((place,) if place is not None else ())
        file.show_places(places, named=named, number=state.number, hides_position=state.shows_position)

    def _press_section_key(self, number: int) -> None:
        column = self.file.parentWidget()
        if isinstance(column, QStackedWidget) and column.currentWidget() is not self.file:
            self._context.notify.pass_by(self.tr("The file of a paragraph is not available here. Open the text first."))
            return
        words: Callable[[], str] = getattr(self._context.navigate.current_reader(), "words_at_hand", str)
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
        self.file.start_annotation(kind, place, span)

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
        self._context.window.activateWindow()  # the words may stand in a window of their own

    def _set_reading_languages(self) -> None:
        self.file.languages.set_reading_languages(self._context.settings.reading_languages)

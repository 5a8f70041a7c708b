"""The file of the current paragraph in the window: what it opens, and what is written into it from a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from delegate_desk.core.annotations.annotation import AnnotationId, AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.gui.context import Context
from delegate_desk.gui.paragraphs.file_section import SectionFolding, SectionKeys
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.tab_page import PageState
from delegate_desk.gui.widgets import key_bindings

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView


class ParagraphFileController(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.file = file = ParagraphFile(context.desk, context.tasks)
        self._pending: tuple[Place, AnnotationId] | None = None
        navigate = context.navigate
        file.opened.connect(navigate.open_place)
        file.annotation_requested.connect(navigate.open_annotation)
        file.position.position_requested.connect(
            lambda place: navigate.open_position(place.document, place.address or None)
        )
        file.position.noticed.connect(self._show_undoable)
        file.left.connect(navigate.focus_text)
        file.shown.connect(self._show_pending)
        file.references.import_requested.connect(navigate.action("action_bring_in").trigger)
        SectionKeys(context.window, file.sections, file.press_section_key)
        self._folding = SectionFolding(context.window, context.settings, file.sections)
        context.settings.reading_languages_changed.connect(self._set_reading_languages)
        self._set_reading_languages()

    def show_page(self, state: PageState) -> None:
        """Show the file of the paragraph that is current in the page in front."""
        place, file = state.place, self.file
        file.show_top(state.top)
        file.show_section(state.section)
        self._folding.follow(in_meeting=state.section is not None)
        named = place is not None and place.document != state.document
        places = state.selected or ((place,) if place is not None else ())
        file.show_places(places, named=named, number=state.number, hides_position=state.shows_position)

    def connect_reader(self, reader: ReaderView) -> None:
        """Let the keys of a text write into the file."""
        reader.annotate_requested.connect(self.annotate)
        reader.stance_requested.connect(self.file.position.press_stance)
        reader.draft_requested.connect(self._draft)
        reader.section_requested.connect(self._show_section)

    def annotate(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None) -> None:
        self._show_file()
        self.file.start_annotation(kind, place, span)

    def edit(self, place: Place, annotation: AnnotationId) -> None:
        """Give an annotation the caret as soon as the file of its paragraph is shown."""
        self._pending = (place, annotation)
        if self.file.place == place:
            self._show_pending(place)

    def _show_pending(self, place: Place) -> None:
        if self._pending and self._pending[0] == place:
            self.file.edit(self._pending[1])
            self._pending = None

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

    def _show_undoable(self, text: str) -> None:
        action = self._context.navigate.action("action_undo")
        key = key_bindings.first_key_text(action.objectName())
        name = f"{self.tr('Undo')} ({key})" if key else self.tr("Undo")
        self._context.notify.show_briefly(text, link=(name, action.trigger))

    def _set_reading_languages(self) -> None:
        self.file.languages.set_reading_languages(self._context.settings.reading_languages)

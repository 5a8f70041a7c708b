"""Entries of the palette: commands, and for a typed text places, tabs, documents and other items of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.text import fold
from delegate_desk.gui.command_palette import Palette, PaletteRow, rows_for_commands
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.documents_model import DocumentsModel
from delegate_desk.gui.menu_commands import menu_commands
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.shell.preferences import PreferencesController, preference_titles
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.text.text_find import folded_with_origin

_MOST_RECENT = 8
_MOST_DOCUMENTS = 40
_AT_A_TIME = 250
_Known = tuple[PaletteRow, str]


class PaletteFlow(QObject):
    """Opens the palette, and remembers what was taken from it."""

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        documents: DocumentsModel,
        preferences: PreferencesController,
        search: SearchController,
        openers: tuple[Callable[[DocumentId], object], Callable[[MeetingId], object]],
    ) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._tabs, self._model = context, ui, tabs, documents
        self._preferences_controller, self._search_controller = preferences, search
        self._open_dossier, self._open_meeting = openers
        self.recent: Sequence[str] = ()
        self._library_documents: Sequence[LibraryDocument] = ()
        self._documents: list[tuple[LibraryDocument, str]] = []

    def show_palette(self) -> None:
        """Offer every command by its name, those taken last before the others."""
        commands = rows_for_commands(menu_commands(self._ui.menu_bar))
        by_name = {choice.name: choice for choice in commands if choice.name}
        recent = [by_name[name] for name in self.recent if name in by_name]
        choices = [*recent, *(row for row in commands if row not in recent)]
        palette = Palette(choices, self._context.window, self._more, self._search)
        palette.accepted.connect(lambda: self._note(palette.chosen))
        palette.show_under(self._ui.search_edit)
        palette.open()
        self._prepare(palette)

    def _note(self, choice: PaletteRow | None) -> None:
        if choice is not None and choice.name:
            others = [name for name in self.recent if name != choice.name]
            self.recent = [choice.name, *others][:_MOST_RECENT]

    def _search(self, typed: str) -> PaletteRow:
        text = self.tr("Search everywhere for “{words}”").format(words=typed)
        return PaletteRow(text, partial(self._search_controller.search, typed), self.tr("Search"))

    def _more(self, typed: str) -> Iterable[_Known]:
        yield from self._place(typed)
        for choice in (*self._open_tabs(), *self._lists(), *self._preferences()):
            yield choice, fold(choice.text)
        yield from self._matching(fold(typed).split())

    def _place(self, typed: str) -> Iterable[_Known]:
        reader = self._tabs.current_reader()
        here = reader.place() if reader is not None else None
        if reader is None or here is None or not any(letter.isdecimal() for letter in typed):
            return
        address = find_place(typed, set(reader.paper.paragraphs.addresses()))
        if address is not None:
            place = Place(here.document, address)
            cited = self._context.desk.documents.citation(place, terms.window_language())
            go = partial(self._context.navigate.open_place, place)
            yield PaletteRow(self.tr("Go to {place}").format(place=cited), go, self.tr("Place"), is_first=True), ""

    def _open_tabs(self) -> Iterable[PaletteRow]:
        tabs = self._tabs
        for n in range(tabs.count()):
            if n != tabs.currentIndex():
                text = tabs.tabText(n).replace("&&", "&")
                yield PaletteRow(text, partial(tabs.setCurrentIndex, n), self.tr("Tab"), matches_scattered=True)

    def _lists(self) -> Iterable[PaletteRow]:
        library = self._model.library
        for dossier in library.dossiers:
            about = dossiers.dossier_title(dossier, self._model.reading_languages)
            text = " · ".join(dict.fromkeys((about, dossier.name)))
            yield PaletteRow(text, partial(self._open_dossier, dossier.documents[-1].id), self.tr("Dossier"))
        for meeting in library.meetings:
            day = f"{meeting.date:%d.%m.%Y}" if meeting.date else ""
            text = " · ".join(filter(None, (meeting.body or str(meeting.reference or ""), day)))
            yield PaletteRow(text, partial(self._open_meeting, meeting.id), self.tr("Meeting"))
        for search in library.searches:
            go = partial(self._search_controller.search_saved, search)
            yield PaletteRow(search.name, go, self.tr("Saved search"))

    def _preferences(self) -> Iterable[PaletteRow]:
        for name, title in preference_titles().items():
            yield PaletteRow(title, partial(self._preferences_controller.show, name), self.tr("Preferences"))

    def _prepare(self, palette: Palette) -> None:
        if not self._fold(_AT_A_TIME):
            QTimer.singleShot(0, palette, lambda: self._prepare(palette))

    def _fold(self, most: int) -> bool:
        library = self._model.library
        if self._library_documents is not library.documents:
            self._library_documents, self._documents = library.documents, []
        begun = len(self._documents)
        for document in self._library_documents[begun : begun + most]:
            self._documents.append((document, folded_with_origin(_named(document))[0]))
        return len(self._documents) == len(self._library_documents)

    def _matching(self, words: list[str]) -> Iterable[_Known]:
        self._fold(len(self._model.library.documents))
        found = 0
        for document, folded in self._documents:
            if all(word in folded for word in words):
                found += 1
                go = partial(self._context.navigate.open_document, document.id)
                yield PaletteRow(_named(document), go, self.tr("Document")), folded
                if found == _MOST_DOCUMENTS:
                    return


def _named(held: LibraryDocument) -> str:
    return f"{held.name} · {held.header.language}  {held.header.subject}"

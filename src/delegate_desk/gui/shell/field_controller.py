"""The rows of the field's panel: places, documents, text, notes, positions and commands for the typed text."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction, QIcon

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.search import Hit, HitKind, SearchResults, TypedQuery
from delegate_desk.core.text import fold, match_name
from delegate_desk.core.values import dataclass
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.documents_model import DocumentsModel, Library
from delegate_desk.gui.library.import_controller import WatchedFoldersController
from delegate_desk.gui.search.search_box import COMMANDS_SIGN, PanelFilter, PanelHead, PanelRow, Row
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.shell.commands import Commands
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabKind, TabType
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.key_bindings import plain_name
from delegate_desk.gui.widgets.labels import dossiers, terms

if TYPE_CHECKING:
    from delegate_desk.gui.shell.preferences import PreferencesDialog
    from delegate_desk.gui.shell.shortcuts_page import BindableCommand


class PreferencesController(QObject):
    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        watcher: WatchedFoldersController,
        types: Mapping[TabKind, TabType],
    ) -> None:
        super().__init__(context.window)
        self._context, self._bar, self._tabs, self._watcher, self._types = context, ui.menu_bar, tabs, watcher, types

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_preferences": self.show, "action_keys": self._show_keys}

    def bindable_commands(self) -> list[BindableCommand]:
        from delegate_desk.gui.shell.shortcuts_page import bindable_commands

        return bindable_commands(self._bar, self._types)

    def show(self, name: str = "") -> PreferencesDialog:
        from delegate_desk.gui.shell.preferences import show_preferences
        from delegate_desk.gui.shell.shortcuts_page import KeyPage, rejection_reason

        keys = KeyPage(self.bindable_commands(), lambda key, command: rejection_reason(key, command, self._bar))
        keys.print_requested.connect(self._print_keys)
        return show_preferences(self._context, self._tabs, self._watcher, keys, name)

    def _show_keys(self) -> None:
        from delegate_desk.gui.shell.shortcuts_page import KeyPage, show_sheet

        customise = partial(self.show, KeyPage.name)
        show_sheet(self._context.window, self.bindable_commands(), customise, self._print_keys)

    def _print_keys(self) -> None:
        from delegate_desk.gui.shell.shortcuts_page import page_for_keys
        from delegate_desk.gui.widgets.printing import prompt_print

        title = QCoreApplication.translate("keysheet", "Keyboard Shortcuts")
        make = partial(page_for_keys, self.bindable_commands())
        prompt_print(make, title, self._context.tasks, self._context.window)


_MOST_REMEMBERED = 8
_RECENT, _SUGGESTED = 5, 6
_DOCUMENTS, _OF_TEXT, _OF_NOTES, _COMMANDS, _PLACES = 3, 2, 2, 4, 2
_LANGUAGES = 3
_MOST_COMMANDS = 60
_HITS = 30
_PAUSE = 15
"""Milliseconds after a key press before the search begins."""
_SYNONYM_PENALTY = 20.0
"""A name that begins as typed comes before a synonym that does."""
_ON_PARAGRAPH = ("action_annotate_", "action_stance_")


@dataclass(frozen=True, slots=True)
class _Answer:
    """The library's answer to a text: hits, the documents and dossiers with its words in their names, and places."""

    query: TypedQuery
    results: SearchResults
    documents: Sequence[LibraryDocument]
    dossiers: Sequence[Dossier]
    places: tuple[tuple[Place, str], ...] = ()


class FieldController(QObject):
    """Fills the panel of the field; ``recent`` are the names of the commands used last, the latest first."""

    def __init__(
        self,
        context: Context,
        tabs: Tabs,
        documents: DocumentsModel,
        preferences: PreferencesController,
        search: SearchController,
        commands: Commands,
        openers: tuple[Callable[[DocumentId], object], Callable[[MeetingId], object]],
    ) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._model = context, tabs, documents
        self._preferences, self._search, self._commands = preferences, search, commands
        self._open_dossier, self._open_meeting = openers
        self._box = search.box
        self._newest = LatestOnly(context.tasks, self)
        self.recent: Sequence[str] = ()
        self._citation = ""
        self._answer: _Answer | None = None
        self._names_lock = threading.Lock()
        self._folded: Library | None = None
        self._document_names: list[tuple[str, LibraryDocument]] = []
        self._dossier_names: list[tuple[str, Dossier]] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start_search)
        self._box.focused.connect(self._on_focused)
        self._box.changed.connect(self._on_changed)
        self._box.panel.taken.connect(lambda row, _: self._remember(row))

    @cached_property
    def _synonyms(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return other words for each command, folded and as displayed."""
        return {
            name: [(fold(word), word) for word in (*words["en"], *words.get(terms.window_language(), ()))]
            for name, words in paths.load_table("command_synonyms").items()
            if not name.startswith("_")
        }

    # Queries

    def _on_focused(self) -> None:
        """Prepare for typing: the available commands, the place, the recent searches, the names."""
        self._commands.update()
        place = self._context.navigate.current_place()
        desk, language = self._context.desk, terms.window_language()
        self._citation = ""

        def read() -> tuple[Sequence[str], str]:
            return desk.search.recent(), desk.documents.citation(place, language) if place is not None else ""

        self._context.tasks.read(read, self._on_context_read)
        self._context.tasks.read(partial(self._names, self._model.library), lambda _: None)

    def _on_context_read(self, read: tuple[Sequence[str], str]) -> None:
        self._search.recent, self._citation = read
        if self._box.panel.isVisible():
            self._show()

    def _on_changed(self) -> None:
        text = self._box.query
        if not text.strip() or text.startswith(COMMANDS_SIGN):
            self._pause.stop()
            self._newest.cancel()
            self._answer = None
            self._show()
            self._box.complete_rows()
            return
        self._box.is_waiting = True
        self._pause.start()

    def _start_search(self) -> None:
        from delegate_desk.core.documents.addresses import find_place

        text, language = self._box.query, terms.window_language()
        query = TypedQuery(text, is_typing=True, language=language)
        desk, library, words = self._context.desk, self._model.library, fold(text).split()
        reader = self._tabs.current_reader()
        current = reader.place() if reader is not None and any(letter.isdecimal() for letter in text) else None
        addresses = set(reader.paper.paragraphs.addresses()) if reader is not None and current is not None else set()

        def find(stopped: Callable[[], bool]) -> _Answer:
            address = find_place(text, addresses) if addresses else None
            places = []
            if current is not None and address is not None:
                place = Place(current.document, address)
                places.append((place, desk.documents.citation(place, language)))
            results = desk.search.find(query, limit=_HITS, patient=False, stopped=stopped)
            if any(letter.isdecimal() for letter in text):
                for suggestion in results.go_to_suggestions:
                    name_text = ", ".join(filter(None, (suggestion.name, suggestion.citation)))
                    places.append((suggestion.place, f"{name_text} · {suggestion.language.upper()}"))
            document_names, dossier_names = self._names(library)
            documents = [document for name, document in document_names if all(word in name for word in words)]
            dossiers = [dossier for name, dossier in dossier_names if all(word in name for word in words)]
            return _Answer(query, results, documents, dossiers, tuple(places))

        self._newest.run(find, self._on_answer)

    def _on_answer(self, answer: _Answer) -> None:
        self._answer = answer
        self._show()
        if answer.query.text == self._box.query:  # otherwise typing went on, and Enter waits for the next answer
            self._box.complete_rows()

    def _remember(self, row: PanelRow) -> None:
        if row.command:
            others = [name for name in self.recent if name != row.command]
            self.recent = [row.command, *others][:_MOST_REMEMBERED]

    # Content

    def _show(self) -> None:
        text = self._box.query
        if text.startswith(COMMANDS_SIGN):
            typed = text.removeprefix(COMMANDS_SIGN)
            if typed.strip():
                rows = self._commands_for(typed, _MOST_COMMANDS)
            else:  # all of them, those used last before the others
                all_rows = self._command_rows()
                by_name = {row.command: row for row in all_rows}
                recent = [by_name[name] for name in self.recent if name in by_name]
                rows = [*recent, *(row for row in all_rows if row not in recent)]
            self._box.panel.show_rows(rows or self._no_command(typed), (), more="")
        elif not text.strip():
            hint = self._commands_hint()
            self._box.panel.show_rows(self._rows_at_rest(), self._filters(), more=hint, is_first_selected=False)
        elif self._answer is not None:
            self._show_answer(text, self._answer)

    def _show_answer(self, text: str, answer: _Answer) -> None:
        rows: list[Row] = []
        for place, name in list(dict(answer.places).items())[:_PLACES]:
            open_it, icon = partial(self._open_place, place), theme.icon("arrow-right", "accent")
            rows.append(PanelRow(self.tr("Go to {place}").format(place=name), open_it, icon, opens_document=True))
        if rows:
            rows.insert(0, PanelHead(self.tr("Go to")))
        rows += [*self._library_rows(text, answer), *self._hit_rows(answer)]
        commands = self._commands_for(text, _COMMANDS)
        if commands:
            rows += [PanelHead(self.tr("Commands"), terms.format_number(len(commands))), *commands]
        total = answer.results.total
        count_text = terms.format_count(total, self.tr("1 result"), self.tr("{n} results"))
        hint = self.tr("Alt+Enter all {results}").format(results=count_text) if total else ""
        is_plain = not any(chip.field for chip in answer.results.parsed_query.chips) and not set(text) & set('"“”«»')
        self._box.panel.show_rows(
            rows or self._no_command(text),
            self._filters(),
            more="   ".join(filter(None, (hint, self._commands_hint()))),
            is_first_selected=is_plain,
        )

    def _commands_hint(self) -> str:
        return self.tr("{sign} commands").format(sign=COMMANDS_SIGN)

    def _no_command(self, typed: str) -> list[Row]:
        text = self.tr("No command for “{words}”. Enter searches the library.").format(words=typed.strip())
        return [PanelHead(text)]

    def _rows_at_rest(self) -> list[Row]:
        find, queries = self._search.search, self._search.recent[:_RECENT]
        recent = [self._list_row(query, "", partial(find, query), "search") for query in queries]
        by_name = {row.command: row for row in self._command_rows()}
        place = self._context.navigate.current_place()
        context = paths.load_table("commands")["suggested"]["elsewhere" if place is None else "reading"]
        names = list(dict.fromkeys((*self.recent, *context)))
        suggested = [by_name[name] for name in names if name in by_name and by_name[name].is_enabled][:_SUGGESTED]
        rows: list[Row] = []
        if recent:
            rows += [PanelHead(self.tr("Recent searches")), *recent]
        return [*rows, PanelHead(self.tr("Suggested commands")), *suggested]

    # Places, documents and hits

    def _open_place(self, place: Place, new_tab: bool) -> None:
        self._context.navigate.open_place(place, behind=new_tab)

    def _library_rows(self, typed: str, answer: _Answer) -> list[Row]:
        """Return the documents, dossiers, meetings and saved searches with all words in their names."""
        words, library = fold(typed).split(), self._model.library
        matching = {document.name for document in answer.documents}
        by_name: dict[str, list[LibraryDocument]] = {}
        for document in library.documents if matching else ():
            if document.name in matching:
                by_name.setdefault(document.name, []).append(document)
        rows: list[Row] = [self._document_row(versions) for versions in list(by_name.values())[:_DOCUMENTS]]
        others = [row for row in self._lists() if all(word in fold(row.text) for word in words)]
        count = len(by_name) + len(answer.dossiers) + len(others)
        dossier_rows = []
        for dossier in answer.dossiers[:_DOCUMENTS]:
            show = partial(self._open_dossier, dossier.documents[-1].id)
            dossier_rows.append(self._list_row(self._dossier_name(dossier), self.tr("Dossier"), show, "folder"))
        found = [*rows, *[*dossier_rows, *others][: max(_DOCUMENTS - len(rows), 1)]]
        return [PanelHead(self.tr("Documents"), terms.format_number(count)), *found] if found else []

    def _document_row(self, versions: Sequence[LibraryDocument]) -> PanelRow:
        languages = self._context.settings.reading_languages
        rank = {code: n for n, code in enumerate(languages)}
        versions = sorted(versions, key=lambda version: rank.get(version.header.language, len(rank)))
        first = versions[0]
        codes = " ".join(dict.fromkeys(version.header.language.upper() for version in versions))
        text = dossiers.document_title(first)
        open_it = partial(self._open_place, Place(first.id, Address("")))
        return PanelRow(text, open_it, theme.icon("file-text"), detail=f"{first.name} · {codes}", opens_document=True)

    def _dossier_name(self, dossier: Dossier) -> str:
        title = dossiers.dossier_title(dossier, self._model.reading_languages)
        return " · ".join(dict.fromkeys((title, dossier.name)))

    def _lists(self) -> list[PanelRow]:
        library = self._model.library
        rows: list[PanelRow] = []
        for meeting in library.meetings:
            day = f"{meeting.date:%d.%m.%Y}" if meeting.date else ""
            text = " · ".join(filter(None, (meeting.body or str(meeting.reference or ""), day)))
            rows.append(self._list_row(text, self.tr("Meeting"), partial(self._open_meeting, meeting.id), "list"))
        for search in library.searches:
            find = partial(self._search.search_saved, search)
            rows.append(self._list_row(search.name, self.tr("Saved search"), find, "search"))
        return rows

    def _list_row(self, text: str, detail: str, show: Callable[[], object], icon: str) -> PanelRow:
        return PanelRow(text, lambda _: show(), theme.icon(icon), detail=detail)

    def _hit_rows(self, answer: _Answer) -> list[Row]:
        hits = answer.results.hits
        superseded = self._model.library.superseded
        languages = terms.reading_languages(self._context.settings.reading_languages)
        text = [hit for hit in hits if hit.kind is HitKind.PARAGRAPH]
        rank = {code: n for n, code in enumerate(languages)}
        text.sort(key=lambda hit: (hit.document in superseded, rank.get(hit.language, len(rank))))
        notes = [hit for hit in hits if hit.kind is not HitKind.PARAGRAPH]
        rows: list[Row] = []
        if text:
            rows.append(PanelHead(self.tr("Text"), self._count_text(answer, len(text), len(notes))))
            rows += [self._hit_row(answer.query, hit) for hit in text[:_OF_TEXT]]
        if notes:
            rows.append(PanelHead(self.tr("Notes and positions"), terms.format_number(len(notes))))
            rows += [self._hit_row(answer.query, hit) for hit in notes[:_OF_NOTES]]
        return rows

    def _count_text(self, answer: _Answer, text: int, notes: int) -> str:
        """Return the number of paragraphs; of their documents only if all hits were read."""
        results = answer.results
        count = text if results.total <= len(results.hits) else results.total - notes
        found = terms.format_count(count, self.tr("1 paragraph"), self.tr("{n} paragraphs"))
        if count != text:
            return found
        from delegate_desk.gui.search.hit_list import family_of_hit

        documents = len({family_of_hit(hit) for hit in results.hits if hit.kind is HitKind.PARAGRAPH})
        within = terms.format_count(documents, self.tr("1 document"), self.tr("{n} documents"))
        return self.tr("{paragraphs} in {documents}").format(paragraphs=found, documents=within)

    def _hit_row(self, query: TypedQuery, hit: Hit) -> PanelRow:
        sign: QIcon | str = "¶"
        kind = ""
        if hit.kind is HitKind.ANNOTATION and hit.annotation_kind in set(AnnotationKind):
            sign = theme.kind_icon(AnnotationKind(hit.annotation_kind), 12)
            kind = terms.kind_label(AnnotationKind(hit.annotation_kind))
        elif hit.kind is HitKind.POSITION:
            sign, kind = "±", self.tr("Our position")
        elif hit.kind is HitKind.INTERVENTION:
            sign, kind = theme.icon("list"), self.tr("Intervention")
        label = terms.margin_label(hit.address, hit.label).rstrip(".")
        title = dossiers.hit_title(hit)
        caption = " · ".join(filter(None, (kind, title, f"{hit.name}, {label}" if label else hit.name)))
        return PanelRow(
            hit.snippet,
            lambda new_tab: self._search.open_hit(query, hit, new_tab=new_tab),
            sign,
            caption=caption,
            highlights=hit.highlights,
            opens_document=True,
        )

    def _names(self, library: Library) -> tuple[Sequence[tuple[str, LibraryDocument]], Sequence[tuple[str, Dossier]]]:
        """Return the content of a library by folded names; slow for a new library, safe on any thread."""
        with self._names_lock:
            if library is not self._folded:
                self._document_names = [
                    (fold(f"{d.name} {d.header.language} {d.header.subject} {d.file_name}"), d)
                    for d in library.documents
                ]
                self._dossier_names = [(fold(self._dossier_name(dossier)), dossier) for dossier in library.dossiers]
                self._folded = library
            return self._document_names, self._dossier_names

    # Commands

    def _command_rows(self) -> list[PanelRow]:
        return [self._command_row(menu, action) for menu, action in self._commands.by_menu() if action.objectName()]

    def _command_row(self, menu: str, action: QAction) -> PanelRow:
        name, text = action.objectName(), plain_name(action)
        reason = self._commands.why_not(name)
        if self._citation and not reason and name.startswith(_ON_PARAGRAPH):
            is_draft = name == "action_annotate_drafting_suggestion"
            pattern = self.tr("Draft on {place}") if is_draft else self.tr("{command} on {place}")
            text = pattern.format(command=text, place=self._citation)
        keys = action.shortcuts()
        key = key_bindings.key_text(keys[0]) if keys else ""
        return PanelRow(
            text + ("…" if action.text().endswith("…") else ""),
            lambda _: action.trigger(),
            action.icon() if not action.icon().isNull() else ">",
            detail=reason or ("" if key else menu),
            key=key,
            command=name,
            is_enabled=not reason,
        )

    def _commands_for(self, typed: str, limit: int) -> list[Row]:
        from delegate_desk.gui.shell.preferences import preference_titles

        words = fold(typed).split()
        scored_rows: list[tuple[bool, float, PanelRow]] = []
        rows = self._command_rows()
        for key, title in preference_titles().items():
            rows.append(self._list_row(title, self.tr("Preferences"), partial(self._preferences.show, key), "list"))
        for row in rows if words else ():
            name = fold(row.text)
            score, synonym = match_name(words, name), ""
            for folded, other in self._synonyms.get(row.command, ()):
                similarity = match_name(words, folded)
                if similarity is None and len(words) > 1:
                    similarity = match_name(words, f"{name} {folded}")
                if similarity is not None and (score is None or score < similarity - _SYNONYM_PENALTY):
                    score, synonym = similarity - _SYNONYM_PENALTY, other
            if score is not None:
                scored_rows.append((row.is_enabled, score, replace(row, synonym=synonym)))
        scored_rows.sort(key=lambda value: value[:2], reverse=True)
        return [row for _, _, row in scored_rows[:limit]]

    # Filters

    def _filters(self) -> list[PanelFilter]:
        """Return the filters of the query: those switched on and off, and in an empty field those begun in it."""
        filters = []
        document = self._context.navigate.current_document()
        current = next((value for value in self._model.library.documents if value.id == document), None)
        if current is not None and current.header.reference is not None:
            filters.append(self._filter(self.tr("In this document"), "ref", str(current.header.reference)))
        filters.append(self._filter(self.tr("Text"), "in", "text"))
        filters.append(self._filter(self.tr("Notes and positions"), "in", "notes|positions"))
        filters.append(self._filter(self.tr("Said and written"), "in", "interventions"))
        language_counts = Counter(current.header.language for current in self._model.library.documents)
        most_used = (code for code, _ in language_counts.most_common(_LANGUAGES))
        languages = list(dict.fromkeys((*self._context.settings.reading_languages, *most_used)))[:_LANGUAGES]
        filters += [self._filter(code.upper(), "lang", code) for code in languages]
        if not self._box.query.strip():
            prefixes = {"from:": self.tr("From…"), "after:": self.tr("After…"), "file:": self.tr("Dossier…")}
            filters += [PanelFilter(text, partial(self._box.type_query, start)) for start, text in prefixes.items()]
        return filters

    def _filter(self, text: str, field: str, value: str) -> PanelFilter:
        query, search, language = self._box.query, self._context.desk.search, terms.window_language()
        narrowed = search.with_value(query, field, value, language=language)
        is_on = bool(query.strip()) and narrowed == query

        def switch() -> None:
            wider = search.without_value(query, field, value, language=language)
            self._box.type_query(wider if is_on else narrowed)

        return PanelFilter(text, switch, is_on)

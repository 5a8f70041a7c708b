"""State of the window and its tabs between starts: size, columns, tabs, places, colours and fonts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place, View
from delegate_desk.core.errors import DeskError, UnknownDocumentError, UnknownMeetingError
from delegate_desk.core.meetings.meeting import Meeting, MeetingId
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.shell.columns import Columns
from delegate_desk.gui.shell.family_tab import FAMILY_VIEWS, FamilyTab
from delegate_desk.gui.shell.field_controller import FieldController
from delegate_desk.gui.shell.tab_group import TabGroup
from delegate_desk.gui.shell.tab_groups import LazyTab
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import SecondPane, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import message_box
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import copy_text
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST
from delegate_desk.settings import Settings

V = TypeVar("V")
translate = QCoreApplication.translate
_RIGHT, _DOWN = "right", "down"
_LISTS = (TabKind.ANNOTATIONS, TabKind.DUE)


def _item_at(values: Sequence[V], number: object) -> V | None:
    return values[number] if isinstance(number, int) and 0 <= number < len(values) else None


def _groups(stored: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    groups = stored.get("groups")
    found = [group for group in groups if isinstance(group, dict)] if isinstance(groups, list) else []
    return [record for record in found if isinstance(record.get("tabs"), list)]


_Found = tuple[Sequence[LibraryDocument], Sequence[Meeting], Sequence[str]]
"""What saved tabs name: documents and meetings, as far as they still exist, and the recent queries."""


def _saved_keys(stored: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield the kinds and keys of saved tabs and of their second panes."""
    for record in _groups(stored):
        seconds = record.get("beside")
        panes = [pane[2:] for pane in seconds.values() if isinstance(pane, list)] if isinstance(seconds, dict) else []
        for value in (*record["tabs"], *panes):
            match value:
                case [str(kind), list(keys), *_]:
                    yield kind, keys


def _look_up(desk: Desk, entries: Sequence[tuple[str, Sequence[object]]]) -> _Found:
    documents, meetings = dict[object, LibraryDocument](), dict[object, Meeting]()
    for kind, keys in entries:
        for key in keys:
            with suppress(UnknownDocumentError, UnknownMeetingError):
                if kind == TabKind.MEETING:
                    meetings[key] = desk.meetings.get(MeetingId(str(key)))
                elif isinstance(key, int):
                    documents[key] = desk.documents.get(DocumentId(key))
    queries = desk.search.recent() if any(kind == TabKind.SEARCH for kind, _ in entries) else ()
    return list(documents.values()), list(meetings.values()), queries


_PAUSE = 1500
_MOST_PLACES = 200


class NavigationHistory:
    """History of the places left by jumps, backwards and forwards."""

    def __init__(self) -> None:
        self.past: list[Place] = []
        self.ahead: list[Place] = []

    def remember(self, place: Place | None) -> None:
        if place is not None and self.past[-1:] != [place]:
            self.past.append(place)
            del self.past[:-_MOST_PLACES]
        self.ahead.clear()

    def back(self, current: Place | None) -> Place | None:
        """Return the place to go back to, and make this place available for going forward."""
        return _step_history(self.past, self.ahead, current)

    def forward(self, current: Place | None) -> Place | None:
        return _step_history(self.ahead, self.past, current)


def _step_history(source: list[Place], target: list[Place], current: Place | None) -> Place | None:
    while source:
        place = source.pop()
        if place != current:
            if current is not None:
                target.append(current)
            return place
    return None


class WindowMemory:
    """Saves and restores the window and its tabs: current tabs at once, the others when they are first shown.

    What the saved tabs name is read while the window is made, and they are restored as soon as it is known.
    """

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs) -> None:
        self._context, self._ui, self._tabs = context, ui, tabs
        self._merged_count = 0  # tabs restored as views of another tab
        tabs.load_requested.connect(self.load_tab)
        self._timer = QTimer(context.window, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.save_state)
        context.settings.place_changed.connect(self.save_soon)  # a program that is killed is back there too
        stored, for_library = context.settings.load(), context.settings.for_library
        self._stored = for_library(stored.open_tabs, {})
        if not self._stored:  # an earlier version or the demonstration saved only readers
            entries = [[TabKind.READER.value, [number], ""] for number in for_library(stored.open_documents, ())]
            self._stored = {"groups": [{"tabs": entries, "front": len(entries) - 1}], "front": 0}
        self._is_of_0_8 = "families" not in self._stored
        entries_named = list(_saved_keys(self._stored))
        self._is_awaiting = bool(entries_named)
        if entries_named:
            context.tasks.read(partial(_look_up, context.desk, entries_named), self._on_read, failed=self._fail)

    def connect_parts(
        self, field: FieldController, columns: Columns, search: SearchController, focus: Callable[[], object]
    ) -> None:
        """Use the other parts of the window, once they are made; ``focus`` gives the restored tabs the focus."""
        self._field, self._columns, self._search, self._focus = field, columns, search, focus

    def restore(self) -> None:
        """Restore the window; its tabs follow when it is known what they name."""
        ui, context = self._ui, self._context
        settings = context.settings.load()
        self._field.recent = settings.recent_commands
        theme.apply_choices(settings.theme, settings.density, still=settings.reduce_motion)
        key_bindings.load(settings.keys)
        key_bindings.subscribe_to_keys(context.window, self.save_soon)
        if settings.window:
            context.window.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        usual = Settings().columns
        self._columns.restore_widths(settings.columns if len(settings.columns) == len(usual) else usual)
        self._tabs.set_reading_size(min(max(settings.reading_size, SMALLEST), LARGEST))
        ui.action_left.setChecked(settings.left_shown)
        ui.action_right.setChecked(settings.right_shown)
        ui.action_outline.setChecked(settings.outline_shown)
        self._tabs.show_drafting(settings.proposals_shown, View.MARKED)
        self._pages_shown = settings.original_shown
        if self._is_awaiting:
            self._tabs.await_tabs(awaited=True)
        else:
            self._focus()

    def _fail(self, error: Exception) -> None:
        """Report an error; the saved tabs stay saved."""
        self._context.tasks.failed.emit(error)
        self._end_waiting()

    def _on_read(self, found: _Found) -> None:
        documents, meetings, queries = found
        self._search.recent = self._search.recent or queries
        self._tabs.unlisted_meetings = meetings
        for document in documents:
            self._tabs.note_unlisted(document)
        focused = self._context.window.focusWidget()
        self._restore_tabs(self._without_sides(self._stored) if self._is_of_0_8 else self._stored)
        self._is_awaiting = False
        if focused is not None and isValid(focused):
            focused.setFocus()
        for page in self._tabs.pages(TabPage) if self._pages_shown else ():
            page.show_pages(shown=True)
        if merged := self._merged_count:
            count = self._tabs.count()
            text = translate("WindowMemory", "{before} tabs are now {now}: one per document.")
            self._context.notify.show_briefly(
                text.format(before=terms.format_number(count + merged), now=terms.format_number(count))
            )
        self._end_waiting()

    def _end_waiting(self) -> None:
        is_unused = self._context.window.focusWidget() in (None, self._tabs)
        self._tabs.await_tabs(awaited=False)
        if is_unused:
            self._focus()

    def save_soon(self) -> None:
        self._timer.start()

    def save_state(self, *, at_end: bool = False) -> None:
        """Save the current state; if no window follows (``at_end``), tabs only if the user wants to restore them."""
        self._timer.stop()
        context, ui = self._context, self._ui
        on_disk = context.settings.load()  # another window may have kept its own since
        tabs = self._pack_tabs()
        left_shown, right_shown = self._columns.shown()
        entries = [value for group in tabs["groups"] for value in group["tabs"]]
        readers = list(dict.fromkeys(keys[0] for kind, keys, *_ in entries if kind == TabKind.READER))
        if self._is_awaiting:  # what was opened meanwhile follows what is saved
            groups = _groups(self._stored)
            front = len(groups) if entries else self._stored.get("front")
            tabs = {**self._stored, "groups": [*groups, *tabs["groups"]], "front": front}
            readers = list(dict.fromkeys([*context.settings.for_library(on_disk.open_documents, ()), *readers]))
        in_front = int(context.navigate.current_document() or 0)
        if in_front in readers:  # it comes last, so that it is in front again
            readers = [*(key for key in readers if key != in_front), in_front]
        if at_end and not on_disk.tabs_come_back:
            readers, tabs = [], {}
        settings = replace(
            on_disk,
            theme=theme.choice(),
            density=theme.density(),
            keys=key_bindings.chosen(),
            recent_commands=self._field.recent,
            reading_size=self._tabs.reading_size,
            window=bytes(context.window.saveGeometry().toBase64().data()).decode(),
            columns=self._columns.sizes(),
            left_shown=left_shown,
            right_shown=right_shown,
            outline_shown=ui.action_outline.isChecked(),
            original_shown=on_disk.original_shown and self._is_awaiting,
            proposals_shown=self._tabs.drafting_shown[View.MARKED],
        )
        context.settings.write_with_tabs(settings, readers, tabs)

    # Saved tabs: numbers and addresses, never words, as a library may be encrypted

    def _pack_tabs(self) -> dict[str, Any]:
        tabs = self._tabs
        groups = [self._group(tabs.main, "")]
        groups += [
            self._group(window.group, bytes(window.saveGeometry().toBase64().data()).decode())
            for window in tabs.windows
        ]
        return {"groups": groups, "front": tabs.groups().index(tabs.front), "families": True}

    def _group(self, group: TabGroup, window: str) -> dict[str, Any]:
        pages = [tab for tab in group.tabs() if isinstance(tab, FamilyTab | TabPage)]
        saved = [(tab, entry) for tab in pages if (entry := tab.saved_entry()) is not None]
        front = next((n for n, (tab, _) in enumerate(saved) if tab is group.current_tab()), 0)
        second_panes = {}
        for n, (_, entry) in enumerate(saved):
            if (pane := entry.beside) is not None:
                direction = _DOWN if pane.orientation is Qt.Orientation.Vertical else _RIGHT
                second_panes[str(n)] = [direction, list(pane.sizes), *self._pack_entry(pane.entry), pane.is_front]
        return {
            "tabs": [self._pack_entry(entry) for _, entry in saved],
            "front": front,
            "window": window,
            "beside": second_panes,
        }

    def _pack_entry(self, entry: TabEntry) -> list[Any]:
        place = self._search.query_number(entry.place) if entry.kind is TabKind.SEARCH else entry.place
        return [str(entry.kind), list(entry.keys), place, entry.pages_shown]

    def _restore_tabs(self, stored: Mapping[str, Any]) -> None:
        tabs = self._tabs
        in_front = tabs.currentWidget()
        opened = [view for view in tabs.pages(QWidget) if not (isinstance(view, TabPage) and view.is_fixed)]
        with tabs.signals_paused():
            groups = [self._restore_group(packed, opened) for packed in _groups(stored)]
        for group in tabs.groups():
            view = group.currentWidget()
            if isinstance(view, LazyTab):
                self.load_tab(view)
        front = _item_at([group for group in groups if group is not None], stored.get("front"))
        if in_front is None and front in tabs.groups() and front is not None:
            in_front = front.currentWidget()
        if in_front is not None:
            tabs.setCurrentWidget(in_front)

    def _without_sides(self, stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the saved tabs with one group for the main window, where version 0.8 had two side by side.

        The tab in front of the second is shown beside that of the first, the others follow the tabs of the first.
        """
        groups = _groups(stored)
        main = [packed for packed in groups if not packed.get("window")]
        if len(main) != 2:
            return stored
        first, second = main
        direction = _DOWN if stored.get("split") == _DOWN else _RIGHT
        shown = _item_at(second["tabs"], second.get("front"))
        entry = self._entry(shown)
        pane = [direction, stored.get("sizes") or [1, 1], *(shown or ())]
        second_panes = {str(first.get("front", 0)): pane} if entry and entry.kind in FAMILY_VIEWS else {}
        others = [value for value in second["tabs"] if not (second_panes and value is shown)]
        merged = {**first, "tabs": [*first["tabs"], *others], "beside": second_panes}
        front = stored.get("front")
        windows = [packed for packed in groups if packed.get("window")]
        return {"groups": [merged, *windows], "front": max(front - 1, 0) if isinstance(front, int) else 0}

    def _restore_group(self, packed: Mapping[str, Any], opened: Sequence[QWidget]) -> TabGroup | None:
        """Restore a group, except what was opened meanwhile, which stays in front and last."""
        tabs = self._tabs
        stored = packed.get("beside")
        second_panes = stored if isinstance(stored, dict) else {}
        entries = [
            replace(entry, beside=self._pane(second_panes.get(str(number))))
            for number, value in enumerate(packed["tabs"])
            if (entry := self._entry(value)) is not None
        ]
        titled = [(entry, name) for entry in entries if (name := tabs.title(entry)) is not None]
        current = _item_at(entries, packed.get("front", 0))
        open_content = {self._content(page.entry()) for page in opened if isinstance(page, TabPage)}
        titled = [pair for pair in self._one_per_family(titled, current) if self._content(pair[0]) not in open_content]
        if not titled:
            return None
        place = packed.get("window")
        if place:
            window = tabs.add_window()
            window.restoreGeometry(QByteArray.fromBase64(str(place).encode()))
            group = window.group
            window.show()
        else:
            group = tabs.main
        tabs.front = group
        index = next((group.indexOf(view) for view in opened if group.indexOf(view) >= 0), -1)
        lazy_tabs = [LazyTab(entry) for entry, _ in titled]
        for n, (_, name) in enumerate(titled):
            tabs.add_lazy_tab(lazy_tabs[n], name, index=index + n if index >= 0 else -1)
        if index < 0:
            group.setCurrentWidget(next((tab for tab in lazy_tabs if tab.entry() is current), lazy_tabs[-1]))
        return group

    def _one_per_family(
        self, entries: Sequence[tuple[TabEntry, str]], front: TabEntry | None
    ) -> list[tuple[TabEntry, str]]:
        """Merge the tabs of a document into the first, which shows the current tab's view, else the last.

        The lists of notes become one tab too, if version 0.8 saved them.
        """
        merged: dict[object, tuple[TabEntry, str]] = {}
        for entry, name in entries:
            key = _LISTS if self._is_of_0_8 and entry.kind in _LISTS else self._content(entry)
            if key not in merged or merged[key][0] is not front:
                merged[key] = entry, name
        self._merged_count += len(entries) - len(merged)
        return list(merged.values())

    def _content(self, entry: TabEntry | None) -> object:
        """Return the family of an entry, else the entry itself: of each, there is one tab."""
        is_of_family = entry is not None and entry.kind in FAMILY_VIEWS and entry.documents
        return self._tabs.family(entry.documents[-1]) if entry is not None and is_of_family else entry

    def load_tab(self, lazy_tab: LazyTab) -> None:
        """Create the content of a tab; if its document or meeting no longer exists, the tab is closed."""
        with self._tabs.replacing_lazy_tab(lazy_tab), suppress(DeskError):
            self._tabs.open_entry(lazy_tab.saved_entry() or lazy_tab.entry())

    def _entry(self, packed: object) -> TabEntry | None:
        match packed:
            case [str(kind), list(keys), str(place), *pages] if kind in set(TabKind):
                if self._tabs.types[TabKind(kind)].is_valid(keys):
                    query_or_place = self._search.numbered_query(place) if kind == TabKind.SEARCH else place
                    return TabEntry(TabKind(kind), tuple(keys), query_or_place, pages[:1] == [True])
        return None

    def _pane(self, packed: object) -> SecondPane | None:
        match packed:
            case [str(where), [int(), int()] as sizes, *other] if (entry := self._entry(other)) is not None:
                orientation = Qt.Orientation.Vertical if where == _DOWN else Qt.Orientation.Horizontal
                return SecondPane(entry, orientation, tuple(sizes), other[4:] == [True])
        return None


_LOOK = 100
"""Milliseconds between two checks whether everything is saved."""


def may_leave(tasks: Tasks, parent: QWidget, event: QCloseEvent) -> bool:
    """Let a window close, unless typed text is not saved and the user stays; once it is saved, the window closes."""
    tasks.finish_writes()
    unsaved = tasks.unsaved
    if not unsaved:
        return True
    text = translate("Unsaved", "Your last changes are not saved: the library cannot be written to.")
    advice = translate(
        "Unsaved", "Free some disk space and they will be saved automatically. Or copy them and store them elsewhere."
    )
    box = message_box(text, advice, parent)
    box.setIcon(QMessageBox.Icon.Warning)
    stay_button = box.addButton(translate("Unsaved", "&Stay"), QMessageBox.ButtonRole.RejectRole)
    copy_button = box.addButton(translate("Unsaved", "&Copy and Stay"), QMessageBox.ButtonRole.ActionRole)
    close_button = box.addButton(translate("Unsaved", "Close &Without Saving"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay_button)
    box.setEscapeButton(stay_button)
    timer = QTimer(box)
    timer.timeout.connect(lambda: box.done(0) if not unsaved and not tasks.is_busy else None)
    timer.start(_LOOK)
    box.exec()
    timer.stop()
    tasks.finish_writes()  # the field that lost the focus to the question has sent its text again
    if box.clickedButton() is copy_button:
        copy_text(unsaved.text)
    is_leaving = box.clickedButton() in (None, close_button)  # None: all was saved meanwhile
    event.setAccepted(is_leaving)
    return is_leaving

"""The commands of the menu Edit: undo and redo outside of text fields, find and go-to in the current pane."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.corrections import Correction
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.meetings.meeting import CapturedLine, Meeting
from delegate_desk.core.positions.position import Position, ReadyPhrase, UnanchoredItem
from delegate_desk.core.revisions.comparison import CarryVerdict
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, InputDialog, ancestor, cursor_over, on_focus_changed
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import PLACE_ROLE
from delegate_desk.gui.widgets.text import field_undo
from delegate_desk.gui.widgets.text.text_find import FoldedText, Found, SeekBar

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView

translate = QCoreApplication.translate
_LONGEST = 32


def describe_edit(edit: HistoryEdit, desk: Desk) -> str:
    if isinstance(edit.before, UnanchoredItem):
        note = edit.before.annotation
        if note is None:
            return translate("undowords", "placement of our position")
        kind = _lower_first(terms.kind_label(note.kind))
        return translate("undowords", "placement of the {kind}").format(kind=kind)
    return {
        EditSubject.ANNOTATION: _notes,
        EditSubject.POSITION: _position,
        EditSubject.DOCUMENT: _document,
        EditSubject.MEETING: _meeting,
        EditSubject.LINE: _line,
        EditSubject.CARRY: _carry,
        EditSubject.DOSSIER: _dossier,
        EditSubject.CONTRIBUTION: _contribution,
        EditSubject.PHRASE: _phrase,
        EditSubject.PACKAGE: _package,
    }[edit.subject](edit, desk)


def _notes(edit: HistoryEdit, desk: Desk) -> str:
    before, after = _as_tuple(edit.before), _as_tuple(edit.after)
    notes = [value for value in (after or before) if isinstance(value, Annotation)]
    kinds, places = {note.kind for note in notes}, {note.place for note in notes}
    kind = _lower_first(terms.kind_label(notes[0].kind)) if len(kinds) == 1 else translate("undowords", "notes")
    if len(places) > 1:
        text = translate("undowords", "{n} notes").format(n=terms.format_number(len(notes)))
    else:
        place = _citation(notes[0].place, desk)
        text = translate("undowords", "{kind} on {place}").format(kind=kind, place=place) if place else kind
    return _change_name(text, is_new=not before, is_gone=not after)


def _position(edit: HistoryEdit, desk: Desk) -> str:
    before, after = edit.before, edit.after
    if isinstance(before, Position) and isinstance(after, Position):
        old = {item.address: item for item in before.items}
        new = {item.address: item for item in after.items}
        changed = [address for address in {**old, **new} if old.get(address) != new.get(address)]
        place = _citation(Place(edit.document, changed[0]), desk) if len(changed) == 1 else ""
        if place:
            return translate("undowords", "our position on {place}").format(place=place)
        if before.status is not after.status:
            text = translate("undowords", "status of our position on {name}")
            return text.format(name=_document_name(edit.document, desk))
    return translate("undowords", "our position on {name}").format(name=_document_name(edit.document, desk))


def _document(edit: HistoryEdit, desk: Desk) -> str:
    name = _document_name(edit.document, desk)
    correction = edit.after or edit.before
    if isinstance(correction, Correction):
        text = translate("undowords", "correction of {field} in {name}")
        return text.format(field=_lower_first(terms.header_field_label(correction.field)), name=name)
    if edit.after is None:
        return translate("undowords", "restoring {name} from the trash").format(name=name)
    return translate("undowords", "moving {name} to the trash").format(name=name)


def _meeting(edit: HistoryEdit, _: Desk) -> str:
    before, after = getattr(edit.before, "meeting", None), getattr(edit.after, "meeting", None)
    meeting = after or before
    if not isinstance(meeting, Meeting):
        return translate("undowords", "change to delegation groups")
    text = translate("undowords", "meeting of {body}").format(body=_clip(meeting.body or str(meeting.reference or "")))
    trashed = getattr(edit.after, "trashed", None) is not None
    return _change_name(text, is_new=before is None, is_gone=trashed or after is None)


def _line(edit: HistoryEdit, _: Desk) -> str:
    line = edit.after or edit.before
    text = _clip(line.text) if isinstance(line, CapturedLine) else ""
    message = translate("undowords", "intervention {words}").format(words=terms.quote(text))
    return _change_name(message, is_new=edit.before is None, is_gone=edit.after is None)


def _carry(edit: HistoryEdit, desk: Desk) -> str:
    steps = edit.after if isinstance(edit.after, tuple) else ()
    rows = [row for step in steps for row in step.after.rows.values() if row is not None]
    text = translate("undowords", "carry-over to {name}")
    if rows and all(row.is_done for row in rows):
        text = translate("undowords", "mark as done in {name}")
        if all(row.verdict is CarryVerdict.DELETED for row in rows):
            text = translate("undowords", "mark as done of what {name} deleted")
    return text.format(name=_document_name(edit.document, desk))


def _dossier(edit: HistoryEdit, desk: Desk) -> str:
    if not isinstance(edit.after, Mapping):
        return translate("undowords", "rejected dossier suggestion")
    name = _document_name(min(edit.after), desk)
    return translate("undowords", "choice of dossier for {name}").format(name=name)


def _contribution(edit: HistoryEdit, desk: Desk) -> str:
    paper = getattr(edit.after or edit.before, "contribution", None)
    name = _document_name(paper.paper if isinstance(paper, Contribution) else edit.document, desk)
    text = translate("undowords", "written comments in {name}").format(name=name)
    return _change_name(text, is_new=edit.before is None, is_gone=edit.after is None)


def _phrase(edit: HistoryEdit, _: Desk) -> str:
    phrases = [value for value in (*_as_tuple(edit.after), *_as_tuple(edit.before)) if isinstance(value, ReadyPhrase)]
    keyword = terms.quote(phrases[0].keyword if phrases else "")
    text = translate("undowords", "phrase {keyword}").format(keyword=keyword)
    return _change_name(text, is_new=not edit.before, is_gone=not edit.after)


def _package(edit: HistoryEdit, _: Desk) -> str:
    if edit.key.startswith(("of ", "brought by ")):
        return translate("undowords", "removal of received notes")
    return translate("undowords", "package import")


def _change_name(text: str, *, is_new: bool, is_gone: bool) -> str:
    """Return the name of a new item; else the text that it was removed or changed."""
    if is_gone:
        return translate("undowords", "removal of {what}").format(what=text)
    return text if is_new else translate("undowords", "change to {what}").format(what=text)


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _citation(place: Place, desk: Desk) -> str:
    """Return the citation of a place in the window's language; empty for a whole document, and for a deleted place."""
    if not place.address or desk.documents.unit(place) is None:
        return ""
    return desk.documents.citation(place, terms.window_language())


def _document_name(document: DocumentId, desk: Desk) -> str:
    try:
        return desk.documents.get(document).name
    except UnknownDocumentError:  # it was removed for good
        return translate("undowords", "a document")


def _lower_first(word: str) -> str:
    return word[:1].lower() + word[1:]


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


_IN_LIBRARY = frozenset({EditSubject.DOCUMENT, EditSubject.DOSSIER, EditSubject.MEETING, EditSubject.PACKAGE})
"""Edits that are visible in the library column."""


class Undoing(QObject):
    """Names the two commands, and runs them."""

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._library = context, tabs, ui.left_column
        self._undo, self._redo = ui.action_undo, ui.action_redo
        self._plain_texts = (self._undo.text(), self._redo.text())
        self._named_edits: tuple[HistoryEdit | None, HistoryEdit | None] = (None, None)
        self._names = LatestOnly(context.tasks, self)
        on_focus_changed(self._on_focus_changed)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_undo": self.undo, "action_redo": self.redo}

    def undo(self) -> None:
        """Undo the last edit, including current typing, and report it."""
        self._context.tasks.flush()
        self._run_step_soon(is_undo=True)

    def redo(self) -> None:
        """Redo the last undone edit, and report it."""
        self._run_step_soon(is_undo=False)

    def _next(self, *, is_undo: bool) -> HistoryEdit | None:
        history = self._context.desk.history
        return history.next_undo() if is_undo else history.next_redo()

    def _run_step_soon(self, *, is_undo: bool) -> None:
        """Run a step once all typed text is in the library: only then the step is known."""
        self._context.tasks.write(Changes, lambda _: self._run_step(is_undo=is_undo))

    def _run_step(self, *, is_undo: bool) -> None:
        edit, context = self._next(is_undo=is_undo), self._context
        if edit is None:
            return
        command = context.desk.history.undo if is_undo else context.desk.history.redo

        def step() -> Changes:  # the history may have changed during the question
            return command() if self._next(is_undo=is_undo) == edit else Changes()

        def report(_: Changes) -> None:
            if self._next(is_undo=is_undo) != edit:
                self._report(edit, is_undo=is_undo)

        def run() -> None:
            context.tasks.write(step, report)

        fronts = [group.currentWidget() for group in self._tabs.groups()]
        is_in_front = any(page.shows_edit(edit) for page in fronts if isinstance(page, TabPage))
        if is_in_front or (edit.subject in _IN_LIBRARY and self._library.isVisible()):
            run()
            return

        def describe() -> str:
            description = describe_edit(edit, context.desk)
            document = _document_name(edit.document, context.desk) if edit.document else ""
            return description if document in description else f"{description} · {document}"

        def prompt(description: str) -> None:
            name = self.tr("Undo") if is_undo else self.tr("Redo")
            text = self.tr("This is not on the screen: {what}").format(what=description)
            dialog = InputDialog(name, text, name, [], context.window)
            dialog.submitted.connect(dialog.accept)
            dialog.submitted.connect(run)
            dialog.open()

        context.tasks.read(describe, prompt)

    def _report(self, edit: HistoryEdit, *, is_undo: bool) -> None:
        """Report a step, with a link that takes it back as long as that is the next step."""
        text = self.tr("Undone: {what}") if is_undo else self.tr("Redone: {what}")
        name = self.tr("Redo") if is_undo else self.tr("Undo")
        key = key_bindings.first_key_text("action_redo" if is_undo else "action_undo")

        def take_back() -> None:
            if self._next(is_undo=not is_undo) == edit:
                (self.redo if is_undo else self.undo)()

        link, context = (f"{name} ({key})" if key else name, take_back), self._context
        describe = partial(describe_edit, edit, context.desk)
        context.tasks.read(describe, lambda edited: context.notify.show_briefly(text.format(what=edited), link=link))

    # Fields

    def _on_focus_changed(self, _: QWidget | None, field: QWidget | None) -> None:
        if isinstance(field, GrowingEdit):
            undo = field.undoing
        elif isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly():
            undo = field_undo.line_edit_undo(field)
        else:
            return
        if not undo.is_connected:
            undo.is_connected = True
            undo.stepping.connect(self._context.desk.history.continue_typing)
            undo.exhausted.connect(self._report_exhausted)
            undo.left_to_library.connect(self.undo)

    def _report_exhausted(self, by: int) -> None:
        undo, redo = self.tr("Nothing more to undo in this field"), self.tr("Nothing more to redo in this field")
        self._context.notify.pass_by(undo if by < 0 else redo)

    def show_names(self) -> None:
        """Name both commands after the steps that they would take, if these have changed."""
        previous, self._named_edits = self._named_edits, (self._next(is_undo=True), self._next(is_undo=False))
        if previous != self._named_edits:
            edits, desk = self._named_edits, self._context.desk
            self._names.run(lambda _: [describe_edit(edit, desk) if edit else "" for edit in edits], self._show_names)

    def _show_names(self, names: list[str]) -> None:
        texts = self.tr("&Undo {what}"), self.tr("&Redo {what}")
        for action, plain, name, text in zip((self._undo, self._redo), self._plain_texts, names, texts, strict=True):
            action.setText(text.format(what=name.replace("&", "&&")) if name else plain)


Text = QTextEdit | QPlainTextEdit
_ROOM = 48


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text of a pane.

    Attributes:
        show: Scrolls to a part of it: 0-based, end-exclusive, in code points.
        is_current: True if it has the focus.
    """

    widget: QWidget
    words: str
    show: Callable[[int, int], object]
    place: Place | None = None
    is_current: bool = False


def find_passages(pane: QWidget) -> list[Passage]:
    """Return the passages of a pane, from top to bottom."""
    views = [
        value
        for value in (pane, *pane.findChildren(QAbstractScrollArea))
        if isinstance(value, QAbstractItemView | Text) and value.window() is pane.window() and value.isVisibleTo(pane)
    ]
    views.sort(key=lambda value: value.mapTo(pane, QPoint(0, 0)).toTuple()[::-1])
    passages: list[Passage] = []
    for widget in views:
        if isinstance(widget, QAbstractItemView):
            current = widget.currentIndex()
            for index in _indexes(widget, widget.rootIndex()):
                words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                if words:
                    show = partial(_show_row, widget, QPersistentModelIndex(index))
                    passages.append(Passage(widget, str(words), show, index.data(PLACE_ROLE), index == current))
        else:
            page = ancestor(widget, TabPage)
            place, is_current = page.place_of_field(widget) if page is not None else (None, widget.hasFocus())
            words = widget.document().toRawText()
            passages.append(Passage(widget, words, partial(_show_text, widget), place, is_current))
    return passages


def highlight(passages: Iterable[Passage], matches: Iterable[Found], current: Found | None) -> None:
    """Highlight matches in texts and fields, without moving their carets."""
    spans: dict[int, list[Found]] = {}
    for match in matches:
        spans.setdefault(match[0], []).append(match)
    for n, passage in enumerate(passages):
        if not isValid(passage.widget) or not isinstance(passage.widget, Text):
            continue
        selections = []
        for match in spans.get(n, ()):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor_over(passage.widget, match[1], match[2])
            selection.format.setBackground(theme.color("hit"))
            if match == current:
                selection.format.setProperty(QTextFormat.Property.OutlinePen, theme.color("hit_mark"))
                selection.format.setBackground(theme.color("hit_mark"))
                selection.format.setForeground(theme.color("paper"))
            selections.append(selection)
        passage.widget.setExtraSelections(selections)


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    is_list = isinstance(model, QAbstractListModel)  # which hides how many columns it has
    is_flat = is_list or isinstance(model, QAbstractTableModel)
    for row in range(model.rowCount(parent) if model is not None else 0):
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield index
            if column == 0 and not is_flat and model.hasChildren(index):
                yield from _indexes(view, index)


def _show_row(view: QAbstractItemView, row: QPersistentModelIndex, _start: int, _end: int) -> None:
    """Make a row current; for a head that cannot be, the first row below it."""
    if not isValid(view) or not row.isValid():
        return
    model = view.model()
    index = model.index(row.row(), row.column(), row.parent())
    while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
        index = model.index(index.row() + 1, index.column(), index.parent())
    if index.isValid():
        view.setCurrentIndex(index)
        view.scrollTo(index)


def _show_text(text: Text, start: int, end: int) -> None:
    if not isValid(text):
        return
    page = ancestor(text, TabPage)
    if page is not None:
        page.show_field(text)

    def scroll() -> None:
        area, cursor = ancestor(text, QScrollArea), cursor_over(text, start, end)
        if area is None or text.isReadOnly():  # the caret is moved there, so that it scrolls
            text.setTextCursor(cursor)
            text.ensureCursorVisible()
        elif (inside := area.widget()) is not None and (layout := inside.layout()) is not None:
            layout.activate()
            caret = text.viewport().mapTo(inside, text.cursorRect(cursor).center())
            area.ensureVisible(caret.x(), caret.y(), 0, _ROOM)

    QTimer.singleShot(0, text, scroll)


class Seeking(QObject):
    """Opens the bar of the current pane, and steps through its matches."""

    def __init__(self, ui: Ui_MainWindow, tabs: Tabs, step_hit: Callable[[int], bool]) -> None:
        super().__init__(tabs)
        self._ui, self._tabs, self._step_hit = ui, tabs, step_hit
        self._pane: QWidget | None = None
        self._previous_focus: QWidget | None = None
        self._for_place = False
        self._passages: list[Passage] = []
        self._matches: list[Found] = []
        self._at = -1
        self.bar = SeekBar()
        self.bar.edit.setObjectName("seek_edit")
        self._place_bar(tabs.window())
        self.bar.typed.connect(self._on_typed)
        self.bar.entered.connect(self._enter)
        self.bar.left.connect(self.close)
        tabs.currentChanged.connect(self._on_page_changed)
        tabs.window_made.connect(lambda window: window.closed.connect(self._on_page_changed))

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_find": self.ask,
            "action_find_next": lambda: self.step(1),
            "action_find_previous": lambda: self.step(-1),
            "action_place": self.ask_place,
        }

    def ask(self) -> None:
        if self._open_bar(for_place=False):
            self.bar.set_hint(self.tr("Find here"))
            self.bar.ask()
            self._on_typed(self.bar.edit.text())

    def ask_place(self) -> None:
        if self._open_bar(for_place=True):
            self.bar.set_hint(self.tr("Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9"))
            self.bar.ask("", steps=False)
            self._on_typed("")

    def step(self, by: int) -> None:
        """Go to the next match while the bar is open, else to the next hit of the search, else open it."""
        reader = self._reader()
        if self.bar.isVisible() and not self._for_place:
            self._step(by)
        elif reader is not None and reader.find_bar.is_open():
            reader.find_bar.step(by)
        elif self._step_hit(by):
            return
        elif reader is not None:
            reader.find_bar.step(by)
        else:
            self.ask()

    def close(self) -> None:
        """Close the bar; the focus goes to the match, or where it was, but into no field."""
        if self.bar.isHidden():
            return
        had_keys = self.bar.isAncestorOf(QApplication.focusWidget() or self.bar)
        widget = self._passages[self._matches[self._at][0]].widget if 0 <= self._at < len(self._matches) else None
        pane, self._pane = self._pane, None
        for target in (widget, self._previous_focus, pane):
            if had_keys and target is not None and isValid(target) and not _is_written_in(target):
                target.setFocus()  # before the bar is hidden, or Qt gives the focus to whatever comes next
                break
        self._hide()

    def _on_page_changed(self) -> None:
        if self.bar.isVisible():
            self._hide()
            self._pane = None

    def _hide(self) -> None:
        highlight(self._passages, (), None)
        self.bar.leave()
        self._place_bar(self._tabs.window())  # a window of its own takes what is in it along when it is closed

    def _place_bar(self, window: QWidget) -> None:
        middle = self._ui.middle_layout
        if window is self._tabs.window():
            middle.insertWidget(middle.indexOf(self._tabs) + 1, self.bar)
        elif (layout := window.layout()) is not None:
            layout.addWidget(self.bar)

    # Scope

    def _reader(self) -> ReaderView | None:
        """Return the current reader, unless the focus is in a list or a text beside it."""
        page = self._tabs.page()
        is_covered = page is None or page.find_root() is not None or self._side_pane() is not None
        return None if is_covered else self._tabs.current_reader()

    def _side_pane(self) -> QWidget | None:
        ui, focus = self._ui, QApplication.focusWidget()
        if focus is None or _is_written_in(focus) or self._tabs.state().left is None:
            return None
        return next((widget for widget in (ui.left_column, ui.right_column) if widget.isAncestorOf(focus)), None)

    def _open_bar(self, *, for_place: bool) -> bool:
        """Take the bar to the current pane; False if there is none, or if it is a reader, whose own bar opens."""
        reader = self._reader()
        if reader is not None:
            self.close()
            (reader.place_bar if for_place else reader.find_bar).open()
            return False
        page = self._tabs.page()
        view = self._tabs.currentWidget() if page is None else page.find_root() or page
        if not self.bar.isAncestorOf(QApplication.focusWidget() or self.bar):
            self._previous_focus = QApplication.focusWidget()
            self._pane = self._side_pane() or view
        self._for_place = for_place
        self._at = -1
        if self._pane is None:
            return False
        if self._pane.window() is not self.bar.window():
            self._place_bar(self._pane.window())
        return True

    def _collect_passages(self) -> None:
        self._passages = find_passages(self._pane) if self._pane is not None and isValid(self._pane) else []

    def _start(self) -> int:
        return next((n for n, passage in enumerate(self._passages) if passage.is_current), 0)

    # Find

    def _on_typed(self, typed: str) -> None:
        self._collect_passages()
        if self._for_place:
            target = self._target(typed)
            self._matches, self._at = ([(target, 0, 0)], 0) if target is not None else ([], -1)
            words = self._passages[target].words if target is not None else None
            self.bar.show_place(words, self.tr("No such place here"))
            return
        self._find_matches(typed)
        start = self._start()
        self._go_to(next((n for n, value in enumerate(self._matches) if value[0] >= start), 0))

    def _step(self, by: int) -> None:
        self._collect_passages()
        self._find_matches(self.bar.edit.text())
        if self._matches:
            self._go_to((self._at + by) % len(self._matches))

    def _find_matches(self, typed: str) -> None:
        passages = self._passages if typed.strip() else []
        self._matches = FoldedText((passage.words, []) for passage in passages).find(typed)

    def _go_to(self, index: int) -> None:
        matches = self._matches
        self._at = index if matches else -1
        current = matches[index] if matches else None
        highlight(self._passages, matches, current)
        if current is not None:
            self._passages[current[0]].show(current[1], current[2])
        self.bar.show_count(self._at, len(matches), self.tr("Not found here"))

    # Go to

    def _target(self, typed: str) -> int | None:
        """Return the first passage on a place or in it; in a pane without places, the first with the word."""
        from delegate_desk.core.documents.addresses import find_place

        folded, start = fold(typed).strip(), self._start()
        order = [*range(start, len(self._passages)), *range(start)]
        places = {n: place.address for n in order if (place := self._passages[n].place) is not None}
        if places:
            address = find_place(typed, {upper for value in places.values() for upper in _addresses_above(value)})
            return next((n for n, value in places.items() if address in _addresses_above(value)), None)
        word = re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)")
        return next((n for n in order if folded and word.search(fold(self._passages[n].words))), None)

    def _enter(self, by: int) -> None:
        if not self._for_place:
            self._step(by)
        elif self._at >= 0:
            self._passages[self._matches[0][0]].show(0, 0)
            self.close()


def _addresses_above(address: str) -> list[str]:
    parts = address.split("__")
    return ["__".join(parts[:n]) for n in range(len(parts), 0, -1)]


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | Text) and not widget.isReadOnly()

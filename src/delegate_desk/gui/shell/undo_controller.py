"""Undo and redo outside of text fields, with a description before and a message after.

``Undo red line on paragraph 10``. Confirmation is asked for edits that are not visible. A field's own undo is in
``field_undo``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.corrections import Correction
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.meetings.meeting import CapturedLine, Meeting
from delegate_desk.core.positions.position import Position, ReadyPhrase, UnanchoredItem
from delegate_desk.core.revisions.comparison import CarryVerdict
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, InputDialog, on_focus_changed
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text import field_undo

translate = QCoreApplication.translate
_LONGEST = 32


def describe_edit(edit: HistoryEdit, desk: Desk) -> str:
    if isinstance(edit.before, UnanchoredItem):
        note = edit.before.annotation
        if note is None:
            return translate("undowords", "placement of our position")
        kind = _small(terms.kind_label(note.kind))
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
    before, after = _several(edit.before), _several(edit.after)
    notes = [value for value in (after or before) if isinstance(value, Annotation)]
    kinds, places = {note.kind for note in notes}, {note.place for note in notes}
    kind = _small(terms.kind_label(notes[0].kind)) if len(kinds) == 1 else translate("undowords", "notes")
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
        return text.format(field=_small(terms.header_field_label(correction.field)), name=name)
    if edit.after is None:
        return translate("undowords", "restoring {name} from the trash").format(name=name)
    return translate("undowords", "moving {name} to the trash").format(name=name)


def _meeting(edit: HistoryEdit, _: Desk) -> str:
    before, after = getattr(edit.before, "meeting", None), getattr(edit.after, "meeting", None)
    meeting = after or before
    if not isinstance(meeting, Meeting):
        return translate("undowords", "change to delegation groups")
    text = translate("undowords", "meeting of {body}").format(body=_short(meeting.body or str(meeting.reference or "")))
    trashed = getattr(edit.after, "trashed", None) is not None
    return _change_name(text, is_new=before is None, is_gone=trashed or after is None)


def _line(edit: HistoryEdit, _: Desk) -> str:
    line = edit.after or edit.before
    text = _short(line.text) if isinstance(line, CapturedLine) else ""
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
    phrases = [value for value in (*_several(edit.after), *_several(edit.before)) if isinstance(value, ReadyPhrase)]
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


def _several(value: object) -> tuple[object, ...]:
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


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


_IN_LIBRARY = frozenset({EditSubject.DOCUMENT, EditSubject.DOSSIER, EditSubject.MEETING, EditSubject.PACKAGE})
"""Edits that are visible in the library column."""


class Undoing(QObject):
    """Names the two commands, and runs them."""

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._library = context, tabs, ui.left_column
        self._undo, self._redo = ui.action_undo, ui.action_redo
        self._plain = (self._undo.text(), self._redo.text())
        self._named: tuple[HistoryEdit | None, HistoryEdit | None] = (None, None)
        on_focus_changed(self._attend)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_undo": self.undo, "action_redo": self.redo}

    def undo(self) -> None:
        """Undo the last edit, including current typing, and report it."""
        self._context.tasks.flush()
        self._go_soon(is_undo=True)

    def redo(self) -> None:
        """Redo the last undone edit, and report it."""
        self._go_soon(is_undo=False)

    def _next(self, *, is_undo: bool) -> HistoryEdit | None:
        history = self._context.desk.history
        return history.next_undo() if is_undo else history.next_redo()

    def _go_soon(self, *, is_undo: bool) -> None:
        """Run a step once all typed text is in the library: only then the step is known."""
        self._context.tasks.write(Changes, lambda _: self._go(is_undo=is_undo))

    def _go(self, *, is_undo: bool) -> None:
        edit, context = self._next(is_undo=is_undo), self._context
        if edit is None:
            return
        go = context.desk.history.undo if is_undo else context.desk.history.redo

        def step() -> Changes:  # a colleague's work may have come while it was asked
            return go() if self._next(is_undo=is_undo) == edit else Changes()

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
        what = describe_edit(edit, context.desk)
        document = _document_name(edit.document, context.desk) if edit.document else ""
        what = what if document in what else f"{what} · {document}"
        name = self.tr("Undo") if is_undo else self.tr("Redo")
        text = self.tr("This is not on the screen: {what}").format(what=what)
        dialog = InputDialog(name, text, name, [], context.window)
        dialog.submitted.connect(dialog.accept)
        dialog.submitted.connect(run)
        dialog.open()

    def _report(self, edit: HistoryEdit, *, is_undo: bool) -> None:
        """Report a step, with a link that takes it back as long as that is the next step."""
        text = self.tr("Undone: {what}") if is_undo else self.tr("Redone: {what}")
        name = self.tr("Redo") if is_undo else self.tr("Undo")
        key = key_bindings.first_key_text("action_redo" if is_undo else "action_undo")

        def take_back() -> None:
            if self._next(is_undo=not is_undo) == edit:
                (self.redo if is_undo else self.undo)()

        link = f"{name} ({key})" if key else name, take_back
        self._context.notify.show_briefly(text.format(what=describe_edit(edit, self._context.desk)), link=link)

    # Fields

    def _attend(self, _: QWidget | None, field: QWidget | None) -> None:
        if isinstance(field, GrowingEdit):
            undo = field.undoing
        elif isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly():
            undo = field_undo.line_edit_undo(field)
        else:
            return
        if not undo.is_connected:
            undo.is_connected = True
            undo.stepping.connect(self._context.desk.history.continue_typing)
            undo.exhausted.connect(self._tell_exhausted)
            undo.left_to_library.connect(self.undo)

    def _tell_exhausted(self, by: int) -> None:
        undo, redo = self.tr("Nothing more to undo in this field"), self.tr("Nothing more to redo in this field")
        self._context.notify.pass_by(undo if by < 0 else redo)

    def show_names(self) -> None:
        """Name both commands after the steps that they would take, if these have changed."""
        before, self._named = self._named, (self._next(is_undo=True), self._next(is_undo=False))
        if before == self._named:
            return
        texts = self.tr("&Undo {what}"), self.tr("&Redo {what}")
        for action, plain, edit, text in zip((self._undo, self._redo), self._plain, self._named, texts, strict=True):
            what = describe_edit(edit, self._context.desk).replace("&", "&&") if edit else ""
            action.setText(text.format(what=what) if edit else plain)

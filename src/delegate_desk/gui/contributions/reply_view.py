"""A Word file of ours that came back: what was changed in it, each change accepted by a key, or all at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from typing_extensions import override

from delegate_desk import paths
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Document, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import ReplyFault, ReplyRefusedError, UnreadableDocumentError
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.positions.returned_files import (
    ReturnedChanges,
    ReturnedField,
    ReturnedFile,
    ReturnedItem,
    UnplacedReason,
    UnplacedText,
)
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.library_switcher import is_sample_library
from delegate_desk.gui.meetings.meeting_model import short_place
from delegate_desk.gui.tab_page import PageState
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import label, row_layout, while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.positions import position_field_label
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListRow,
    Row,
    shorten_words,
)
from delegate_desk.gui.widgets.rows.change_list_view import ChangeListView

translate = QCoreApplication.translate
_ACCEPT = "1"


@dataclass(frozen=True, slots=True)
class Reply:
    """A file that came back, with what was changed in it."""

    library_document: LibraryDocument
    text: Document
    file_name: str
    returned: ReturnedFile
    changes: ReturnedChanges


def load_reply(desk: Desk, document: DocumentId, returned: ReturnedFile, file_name: str) -> Reply:
    changes = desk.replies.changes(document, returned, file_name)
    return Reply(desk.documents.get(document), desk.documents.content(document), file_name, returned, changes)


def read_reply(desk: Desk, path: Path) -> Reply:
    """Read a file and find the document that it is on: slow.

    Raises:
        UnreadableDocumentError, ReplyRefusedError: If it is none of ours, or its document is not in the library.
    """
    returned = desk.replies.read(path)
    document = desk.replies.document(returned)
    if document is None:
        reference = returned.record.reference if returned.record else ""
        raise ReplyRefusedError(path.name, ReplyFault.OTHER_DOCUMENT, reference)
    return load_reply(desk, document, returned, path.name)


def reason_sentence(reason: UnplacedReason) -> str:
    return {
        UnplacedReason.NEW_ROW: translate("reply", "in a new row"),
        UnplacedReason.NEW_PARAGRAPH: translate("reply", "a new paragraph"),
        UnplacedReason.DOCUMENT_TEXT: translate("reply", "the text of the document was changed"),
        UnplacedReason.NO_FIELD: translate("reply", "outside the columns of our position"),
        UnplacedReason.NO_STANCE: translate("reply", "in the place of a stance, but no stance"),
        UnplacedReason.COMMENT_ELSEWHERE: translate("reply", "a comment outside the rows"),
        UnplacedReason.NO_LONGER_THERE: translate("reply", "its provision is no longer there"),
    }[reason]


class ReplyView(ChangeListView):
    help_page = "drafting#returned"

    def __init__(self, desk: Desk, tasks: Tasks, reply: Reply, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.reply = reply
        self.document = reply.library_document.id
        self._items: dict[str, ReturnedItem] = {}
        self._name(self.tr("Returned file"))
        self.count = label("", "soft", wrap=True)
        self.accept_button = QPushButton(self.tr("&Accept All That Are Certain"))
        self._head.setSpacing(4)
        self._head.addLayout(row_layout((self.title, 1), (self.accept_button, 0, Qt.AlignmentFlag.AlignTop)))
        self._head.addWidget(self.count)
        self._stack_up()
        self.accept_button.clicked.connect(self.accept_all)
        self.list.picked.connect(lambda row, _: self._accept([self._items[row.key]]))
        self.list.chosen.connect(lambda _: self.state_changed.emit())
        self.shown.connect(self.state_changed)

    @override
    def state(self) -> PageState:
        marking = self.reply.library_document.header.marking
        return PageState(self.document, self.place, marking, self.tr("J K move · 1 accept · Enter open"))

    @override
    def strip_text(self) -> str:
        if not self._items:
            return ""
        changes = terms.format_count(len(self._items), self.tr("1 change"), self.tr("{n} changes"))
        return self.tr("Reply in {file}: {changes}.").format(file=self.reply.file_name, changes=changes)

    def show_reply(self, reply: Reply) -> None:
        self._ticket, self.reply = None, reply
        units = {unit.address: unit for unit in reply.text.units()}
        self._items = {f"{item.address or ''} {item.field}": item for item in reply.changes.items}
        places = {key: short_place(i.address, units) if i.address else "" for key, i in self._items.items()}
        rows = list(self._rows(places, reply.changes.unplaced))
        self._show_rows(rows, self.tr("Nothing is left to accept from this file."))
        certain = sum(item.certain for item in self._items.values())
        self.accept_button.setEnabled(bool(certain))
        self.count.setText(
            terms.format_count(
                len(self._items),
                self.tr("1 change: press 1 to accept it."),
                self.tr("{n} changes: press 1 to accept the current one."),
            )
            if self._items
            else ""
        )
        self._show_head()
        self.shown.emit()

    def _rows(self, places: dict[str, str], unplaced: Iterable[UnplacedText]) -> Iterator[Row]:
        groups = (
            (self.tr("Changes"), [key for key, item in self._items.items() if item.certain]),
            (self.tr("To check"), [key for key, item in self._items.items() if not item.certain]),
        )
        for title, keys in groups:
            if keys:
                yield ChangeListHead(title, len(keys))
                yield from (self._row(key, self._items[key], places[key]) for key in keys)
        texts = list(unplaced)
        if texts:
            yield ChangeListHead(self.tr("Without a place"), len(texts))
            for n, text in enumerate(texts):
                yield ChangeListRow(f"unplaced {n}", "", "", reason_sentence(text.reason), comment=text.text)

    def _row(self, key: str, item: ReturnedItem, place: str) -> ChangeListRow:
        outcome = ", ".join(item.authors)
        if not item.certain:
            outcome = self.tr("to check")
        passage = ChangedPassage(self.tr("accept"), shorten_words(self._words(item)), _ACCEPT)
        return ChangeListRow(
            key,
            place,
            position_field_label(item.field),
            outcome,
            passages=(passage,),
            place=Place(self.document, item.address) if item.address else None,
            is_pending=not item.certain,
        )

    def _words(self, item: ReturnedItem) -> tuple[tuple[WordChange, str], ...]:
        before, after = item.before, item.after
        if item.field is ReturnedField.STANCE:
            before, after = (terms.stance_label(Stance(text)) if text else "" for text in (before, after))
        return diff_words(before, after)

    def accept_all(self) -> None:
        self._accept([item for item in self._items.values() if item.certain])

    def _accept(self, items: list[ReturnedItem]) -> None:
        self._tasks.write(partial(self._desk.replies.accept, self.document, items))

    @override
    def _start_loading(self) -> Job:
        reply = self.reply
        load = partial(load_reply, self._desk, self.document, reply.returned, reply.file_name)
        return self._tasks.read(load, while_alive(self, self.show_reply))

    @override
    def _show_head(self) -> None:
        self._write_title(self.tr("Returned file"), f"{self.reply.file_name} · {self.reply.library_document.name}")

    @override
    def _on_changes(self, changes: Changes) -> None:
        if self.document in changes.positions or self.document in changes.documents:
            self.refresh()

    @override
    def drop_document(self, document: DocumentId) -> bool:
        return document == self.document


def choose_file(context: Context) -> None:
    kinds = translate("reply", "Word files ({suffixes})").format(suffixes="*.docx")
    folder = str(paths.RESOURCES / "samples" / "returned") if is_sample_library(context.desk.folder) else ""
    name, _ = QFileDialog.getOpenFileName(context.window, translate("reply", "Open Returned File"), folder, kinds)
    if name:
        _read(context, Path(name), None)


def open_returned_among(context: Context, given: list[Path], then: Callable[[list[Path]], object]) -> None:
    """Open the files of ours among these that came back, each in its tab; ``then`` gets the others."""
    words = [path for path in given if path.suffix.lower() == ".docx"]
    others = [path for path in given if path not in words]
    if others:
        then(others)
    for path in words:
        _read(context, path, partial(then, [path]))


def _read(context: Context, path: Path, otherwise: Callable[[], object] | None) -> None:
    def fail(error: Exception) -> None:
        if otherwise is not None and isinstance(error, UnreadableDocumentError | ReplyRefusedError):
            otherwise()
        else:
            context.tasks.failed.emit(error)

    what = translate("reply", "Reading {name}").format(name=path.name)
    context.tasks.read(partial(read_reply, context.desk, path), partial(_show, context), failed=fail, what=what)


def _show(context: Context, reply: Reply) -> None:
    known = (reply.library_document.id, reply.file_name)
    views = context.navigate.pages(ReplyView)
    view = next((view for view in views if (view.document, view.reply.file_name) == known), None)
    if view is None:
        view = ReplyView(context.desk, context.tasks, reply)
        view.opened.connect(
            lambda row, behind: context.navigate.open_place(row.place, behind=behind) if row.place else None
        )
    view.show_reply(reply)
    context.navigate.show_page(view, translate("reply", "Returned · {name}").format(name=reply.library_document.name))

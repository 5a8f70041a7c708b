"""A returned Word file of ours: its changes, shown in brown in the Position view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from delegate_desk import paths
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import ReplyFault, ReplyRefusedError, UnreadableDocumentError
from delegate_desk.core.positions.position import NOTHING, Stance
from delegate_desk.core.positions.returned_files import (
    ReturnedChanges,
    ReturnedField,
    ReturnedFile,
    ReturnedItem,
    UnplacedReason,
)
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.library_switcher import is_sample_library
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    GrowingEdit,
    column_layout,
    flat_button,
    label,
    push_button,
    row_layout,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.positions import position_field_label
from delegate_desk.gui.widgets.text.page_metrics import DraftingPreview, Piece
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle

translate = QCoreApplication.translate


def reply_pieces(source: str, ours: str, theirs: str) -> list[Piece]:
    """Return our drafting of a source text, with the changes that a reply makes to it."""
    pieces: list[Piece] = []
    own_pieces: list[Piece] = list(diff_words(source, ours))
    for change, text in diff_words(ours, theirs):
        if change is WordChange.INSERT:
            pieces.append((TextStyle.REPLY_ADDS, text))
            continue
        while text:
            mark, words = own_pieces.pop(0)
            if mark is WordChange.DELETE:
                pieces.append((mark, words))
                continue
            if rest := words[len(text) :]:
                own_pieces.insert(0, (mark, rest))
            pieces.append((TextStyle.REPLY_DELETES if change is WordChange.DELETE else mark, words[: len(text)]))
            text = text[len(words) :]
    return [*pieces, *own_pieces]


class ReplyLine(QWidget):
    """One change in the place of its field: the words with the change in brown, who made it, and what can be done.

    While the field itself has the focus, it is shown instead.
    """

    def __init__(self, item: ReturnedItem, editor: GrowingEdit | None, source: str = "") -> None:
        super().__init__(editor.parentWidget() if editor is not None else None)  # else it is briefly a window
        self.item, self._editor = item, editor
        field = position_field_label(item.field)
        before, after = item.before, item.after
        if item.field is ReturnedField.STANCE:
            before, after = (terms.stance_label(Stance(text)) if text else "" for text in (before, after))
        if item.field is ReturnedField.PROPOSAL:  # without a proposal it is the source text
            before, after = ("" if text == NOTHING else text or source for text in (before, after))
        remark = " · ".join([*item.authors, *([] if item.certain else [self.tr("to check")])])
        wording = reply_pieces(source or before, before, after)
        pieces = [(change, text.replace("\n", "\u2028")) for change, text in wording]
        is_reading = item.field in (ReturnedField.PROPOSAL, ReturnedField.GENERAL)
        self.preview = DraftingPreview(
            pieces,
            font=theme.reading_font if is_reading else theme.ui_font,
            leading=27 if is_reading else 19,
            role="red_line" if item.field in (ReturnedField.INTERNAL, ReturnedField.INSTRUCTION) else "ink",
        )
        self.accept_button = flat_button(self.tr("Accept"), self.tr("Accept the change: {field}").format(field=field))
        self.reject_button = flat_button(self.tr("Reject"), self.tr("Reject the change: {field}").format(field=field))
        button_row = row_layout((label(remark, "warning", wrap=True), 1), self.accept_button, self.reject_button)
        column_layout(self.preview, button_row, within=self, margins=(1, 1, 0, 0), spacing=0)
        accessible_name = self.tr("{field}, changed from “{before}” to “{after}” {who}")
        self.setAccessibleName(accessible_name.format(field=field, before=before, after=after, who=remark))
        self.preview.setAccessibleName(self.accessibleName())
        if editor is not None:
            self.preview.entered.connect(self._open)
            editor.entered.connect(self.hide)
            editor.exited.connect(self._show_words_soon)
        self._show_words()

    def _open(self) -> None:
        if self._editor is not None:
            self._editor.show()
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words_soon(self) -> None:
        QTimer.singleShot(0, self, self._show_words)

    def _show_words(self) -> None:
        is_edited = self._editor is not None and self._editor.hasFocus()
        if self._editor is not None:
            self.setVisible(not is_edited)
            self._editor.setVisible(is_edited)

    def dismiss(self) -> None:
        if self._editor is not None:
            self._editor.show()
        self._editor = None
        self.hide()
        self.deleteLater()


class ReplyLines:
    """The lines of the changes of one provision, or of those of the texts on the whole document."""

    def __init__(self, make: Callable[[ReturnedItem], ReplyLine]) -> None:
        self._make = make
        self.lines: list[ReplyLine] = []

    def show_items(self, review: ReplyReview, address: Address | None) -> bool:
        """Show the changes of a file at an address; False if they are shown already."""
        items = review.items_at(address)
        if items == [line.item for line in self.lines]:
            return False
        for line in self.lines:
            line.dismiss()
        self.lines = [self._make(item) for item in items]
        for line in self.lines:
            line.accept_button.clicked.connect(partial(review.accept, [line.item]))
            line.reject_button.clicked.connect(partial(review.reject, line.item))
        return True

    def tab_stops(self) -> list[QWidget]:
        return [stop for line in self.lines for stop in (line.preview, line.accept_button, line.reject_button)]


class ReplyReview(QObject):
    """The changes of a file that came back, in the view of the position that they are on.

    Attributes:
        file_name: Name of the file; empty while there is none.

    Signals:
        loaded: Its changes are known, or are others now.
    """

    loaded = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, lines: ReplyLines, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._document = desk, tasks, document
        self._loader = LatestOnly(tasks, self)
        self._returned: ReturnedFile | None = None
        self._changes = ReturnedChanges((), ())
        self._rejected: set[ReturnedItem] = set()
        self.file_name = ""
        self._lines = lines
        self.text, self.hint, self.unplaced = label("", "reply", wrap=True), label("", "soft"), label("", "reply")
        certain = translate("reply", "Accept All That Are Certain")
        self.accept_button = push_button(certain, self.accept_certain, part="filter", default=False)
        self.unplaced.setWordWrap(True)
        self.pane = QWidget()
        top = Qt.AlignmentFlag.AlignTop
        top_row = row_layout((self.text, 1), (self.accept_button, 0, top), spacing=8)
        column_layout(top_row, self.hint, self.unplaced, within=self.pane, margins=(0, 4, 0, 4), spacing=4)
        self.pane.hide()

    def open(self, returned: ReturnedFile, file_name: str) -> None:
        self._returned, self.file_name, self._rejected = returned, file_name, set()
        self.refresh()

    def refresh(self) -> None:
        """Compare the file with our current position."""
        returned = self._returned
        if returned is not None:
            changes, file_name = self._desk.replies.changes, self.file_name

            def show(result: ReturnedChanges) -> None:
                self._changes = result
                self._show()

            self._loader.run(lambda _: changes(self._document, returned, file_name), show)

    def _show(self) -> None:
        self._lines.show_items(self, None)
        self.text.setText(self.summary())
        self.hint.setText(key_bindings.reply_hint() if self.items else "")
        self.accept_button.setVisible(any(item.certain for item in self.items))
        reasons = {
            UnplacedReason.NEW_ROW: translate("reply", "in a new row"),
            UnplacedReason.NEW_PARAGRAPH: translate("reply", "a new paragraph"),
            UnplacedReason.DOCUMENT_TEXT: translate("reply", "the text of the document was changed"),
            UnplacedReason.NO_FIELD: translate("reply", "outside the columns of our position"),
            UnplacedReason.NO_STANCE: translate("reply", "in the place of a stance, but no stance"),
            UnplacedReason.COMMENT_ELSEWHERE: translate("reply", "a comment outside the rows"),
            UnplacedReason.AMENDED_ACT: translate("reply", "in the amended text, on which we have no position"),
            UnplacedReason.NO_LONGER_THERE: translate("reply", "its provision is no longer there"),
        }
        texts = [f"{text.text} ({reasons[text.reason]})" for text in self._changes.unplaced]
        self.unplaced.setText("\n".join([translate("reply", "Without a place:"), *texts]) if texts else "")
        self.unplaced.setVisible(bool(texts))
        self.pane.setVisible(bool(self.items or texts))
        self.loaded.emit()

    @property
    def items(self) -> list[ReturnedItem]:
        """The changes that are neither taken over nor rejected."""
        return [item for item in self._changes.items if item not in self._rejected]

    def items_at(self, address: Address | None) -> list[ReturnedItem]:
        return [item for item in self.items if item.address == address]

    def summary(self) -> str:
        """Return how many changes are left, with the name of the file; empty for none."""
        if not self.items:
            return ""
        changes = terms.format_count(len(self.items), translate("reply", "1 change"), translate("reply", "{n} changes"))
        return translate("reply", "Reply in {file}: {changes}.").format(file=self.file_name, changes=changes)

    def accept_certain(self) -> None:
        self.accept([item for item in self.items if item.certain])

    def accept(self, items: Sequence[ReturnedItem]) -> None:
        self._tasks.flush()
        accept = self._desk.replies.accept
        self._tasks.write(lambda: accept(self._document, items))

    def reject(self, item: ReturnedItem) -> None:
        self._rejected.add(item)
        self._show()


Shower = Callable[[DocumentId], ReplyReview]
"""Opens the position on a document; returns the review of returned files in its view."""


def choose_file(context: Context, show: Shower) -> None:
    kinds = translate("reply", "Word files ({suffixes})").format(suffixes="*.docx")
    folder = str(paths.RESOURCES / "returned") if is_sample_library(context.desk.folder) else ""
    name, _ = QFileDialog.getOpenFileName(context.window, translate("reply", "Open Returned File"), folder, kinds)
    if name:
        read_file(context, Path(name), show)


def read_file(context: Context, path: Path, show: Shower, otherwise: Callable[[], object] | None = None) -> None:
    """Show the changes of a returned file in its position; ``otherwise`` is called if it is not one of ours."""

    def fail(error: Exception) -> None:
        if otherwise is not None and isinstance(error, UnreadableDocumentError | ReplyRefusedError):
            otherwise()
        else:
            context.tasks.failed.emit(error)

    def read() -> tuple[DocumentId, ReturnedFile, bool]:
        returned = context.desk.replies.read(path)
        document = context.desk.replies.document(returned)
        if document is None:
            reference = returned.record.reference if returned.record else ""
            raise ReplyRefusedError(path.name, ReplyFault.OTHER_DOCUMENT, reference)
        changes = context.desk.replies.changes(document, returned, path.name)  # rejects another kind of file
        return document, returned, bool(changes.items or changes.unplaced)

    def show_reply(reply: tuple[DocumentId, ReturnedFile, bool]) -> None:
        document, returned, is_changed = reply
        show(document).open(returned, path.name)
        if not is_changed:
            context.notify.show_briefly(translate("reply", "Nothing was changed in {file}").format(file=path.name))

    description = translate("reply", "Reading {name}").format(name=path.name)
    context.tasks.read(read, show_reply, failed=fail, what=description)

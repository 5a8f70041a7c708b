"""Other delegations' contributions on a document: unplaced parts first, each placed by one key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.contributions.contribution import Contribution, ContributionId, PlacedComment
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_written_comments import Ui_WrittenComments
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.meetings.meeting_content import short_place
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import label, link_label, row_layout, set_property, show_text
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangedPassage, ChangeListHead, ChangeListRow, Row, passage
from delegate_desk.gui.widgets.rows.change_list_view import MARGIN, ChangeListView
from delegate_desk.gui.widgets.rows.row_list import column_margins

translate = QCoreApplication.translate
MOST = 9
"""Number of places that can be chosen by digit."""


@dataclass(frozen=True, slots=True)
class ContributionEntry:
    contribution: ContributionId
    paper: LibraryDocument
    number: int
    placed: PlacedComment
    candidates: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ContributionsState:
    library_document: LibraryDocument
    addresses: Sequence[Address]
    contributions: tuple[tuple[Contribution, LibraryDocument], ...]
    rows: tuple[Row, ...]
    parts: Mapping[str, ContributionEntry]

    @property
    def unplaced(self) -> int:
        return sum(len(contribution.unplaced) for contribution, _ in self.contributions)


def load_contributions(desk: Desk, document: DocumentId) -> ContributionsState:
    library_document = desk.documents.get(document)
    units = {unit.address: unit for unit in desk.documents.content(document).units()}
    contributions = desk.contributions.for_document(document)
    papers = tuple((contribution, desk.documents.get(contribution.paper)) for contribution in contributions)
    parts: dict[str, ContributionEntry] = {}
    for contribution, paper in papers:
        candidates = desk.contributions.candidates(contribution) if contribution.unplaced else {}
        for n, placed in enumerate(contribution.placed):
            part = ContributionEntry(contribution.id, paper, n, placed, candidates.get(n, ())[:MOST])
            parts[f"{contribution.id} {n}"] = part
    return ContributionsState(library_document, tuple(units), papers, tuple(_rows(parts, units, document)), parts)


def _rows(
    parts: Mapping[str, ContributionEntry], units: Mapping[Address, Paragraph], document: DocumentId
) -> Iterator[Row]:
    order = {address: n for n, address in enumerate(units)}

    def rank(item: tuple[str, ContributionEntry]) -> int:
        placed = item[1].placed
        anchor = placed.address if placed.after is None else placed.after
        return 2 * order.get(anchor or Address(""), -1) + (placed.after is not None)

    placed = sorted((item for item in parts.items() if item[1].placed.address is not None), key=rank)
    general = [item for item in parts.items() if item[1].placed.is_general]
    grouped = {key for key, _ in (*placed, *general)}
    groups = (
        (translate("contribution", "Without a place"), [item for item in parts.items() if item[0] not in grouped]),
        (translate("contribution", "By provision"), placed),
        (translate("contribution", "General comments"), general),
    )
    for title, items in groups:
        if items:
            yield ChangeListHead(title, len(items))
        for key, part in items:
            yield _row(key, part, units, document)


def _row(key: str, part: ContributionEntry, units: Mapping[Address, Paragraph], document: DocumentId) -> ChangeListRow:
    placed, paper = part.placed, part.paper
    comment = placed.provision_comment
    speakers = ", ".join(comment.delegations) or translate("contribution", "no delegation named")
    label = comment.label or translate("contribution", "no provision named")
    anchor = placed.address if placed.after is None else placed.after
    outcome = paper.name
    passages: list[ChangedPassage] = []
    drafting, message = translate("contribution", "drafting"), comment.quoted or comment.proposal or ""
    if placed.word_diff:
        passages.append(passage(drafting, placed.word_diff))
    elif comment.proposal is not None:
        passages.append(passage(drafting, diff_words(comment.quoted, comment.proposal), context=24))
    elif comment.quoted and placed.address is None:
        quoted = ((WordChange.EQUAL, comment.quoted),)
        passages.append(passage(translate("contribution", "on"), quoted, longest=60))
    for n, address in enumerate(part.candidates, 1):
        candidate_text = units[address].text
        words = diff_words(message, candidate_text)
        shared = sum(len(text) for change, text in words if change is WordChange.EQUAL)
        if 2 * shared < max(len(message), len(candidate_text)):  # marks would hide what it says
            words = ((WordChange.EQUAL, candidate_text),)
        passages.append(passage(short_place(address, units), words, str(n), context=24, longest=40))
    if placed.after is not None:
        outcome = translate("contribution", "new · {paper}").format(paper=paper.name)
    return ChangeListRow(
        key,
        "" if placed.address is None else short_place(placed.address, units),
        f"{speakers} · {label}" if not placed.is_general else speakers,
        outcome,
        "soft",
        None,
        comment.comment,
        tuple(passages),
        place=Place(document, anchor) if anchor else None,
        before=Place(paper.id, Address("")),
        is_pending=placed.address is None and not placed.is_general,
    )


class ContributionsView(ChangeListView):
    help_page = "drafting#others"
    document_requested = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId) -> None:
        super().__init__(desk, tasks)
        self.document = document
        self.written: ContributionsState | None = None
        self._next_key: str | None = None
        self.count = label("", "soft", wrap=True)
        self.papers = link_label("soft")
        self.papers.setAccessibleName(self.tr("Imported documents"))
        self.import_button = QPushButton(self.tr("Import Written Comments…"))
        self.place_edit = QLineEdit(placeholderText=self.tr("Another place, such as 5(2)(a), then Enter"))
        self.place_edit.setAccessibleName(self.tr("Place of the current comment"))
        self.message_label = label("", "danger", wrap=True)
        self.message_label.hide()
        self.setFocusProxy(self.import_button)  # until there is a list
        self._head.setSpacing(4)
        self._head.addLayout(row_layout((self.title, 1), (self.import_button, 0, Qt.AlignmentFlag.AlignTop)))
        self._head.addWidget(self.count)
        self._head.addWidget(self.papers)
        self._foot = row_layout(self.place_edit, (self.message_label, 9), None, spacing=12)
        self.place_edit.setFixedWidth(320)
        self._stack_up(self.tr("Written comments"), self._foot)
        self.place_edit.hide()
        self.list.picked.connect(self._on_picked)
        self.list.dropped.connect(self._on_dropped)
        self.list.chosen.connect(lambda _: self._show_message(""))
        self.papers.linkActivated.connect(self._follow_link)
        self.place_edit.returnPressed.connect(self._place_typed)
        self.place_edit.textEdited.connect(lambda _: self._show_message(""))
        for field in (self.place_edit, self.import_button):
            field.installEventFilter(self)
        self.list.add_key("contribution_place", self.place_edit.setFocus)

    @override
    def state(self) -> PageState:
        keys = self.tr("J K move · 1–9 choose place · P type place · 0 general comment · Enter open")
        return PageState(self.document, self.place, self.marking, keys)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.CONTRIBUTIONS, (int(self.document),))

    @property
    def marking(self) -> str | None:
        written = self.written
        if written is None:
            return None
        heads = [written.library_document.header, *(paper.header for _, paper in written.contributions)]
        return next((head.marking for head in heads if head.marking), None)

    @property
    @override
    def place(self) -> Place | None:
        row = self.list.current_change()
        return row.place if row else None

    @override
    def _loader(self) -> Callable[[], ContributionsState]:
        return partial(load_contributions, self._desk, self.document)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._foot.setContentsMargins(column_margins(self.width(), MARGIN, 8, 12))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.place_edit and event.key() == Qt.Key.Key_Escape:
                self.place_edit.clear()
                self.list.setFocus()
                return True
            if watched is self.import_button and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.import_button.click()
                return True
        return super().eventFilter(watched, event)

    @override
    def _show(self, content: ContributionsState) -> None:
        self.written = written = content
        key, self._next_key = self._next_key, None
        sentence = self.tr("No written comments on {name} yet. Press Enter to choose a document from the library.")
        self._show_rows(written.rows, sentence.format(name=written.library_document.name), key)
        self.place_edit.setVisible(bool(written.rows))
        self._show_head()
        target = self.list if self.list.rows.rows else self.import_button
        self.setFocusProxy(target)
        focused = self.window().focusWidget()
        if self.isVisible() and (focused is None or focused in (self.list, self.import_button, self)):
            target.setFocus()  # unless a place is being typed
        self.state_changed.emit()

    @override
    def _show_head(self) -> None:
        written = self.written
        if written is None:
            return
        ink = theme.color("accent").name()
        self._write_title(written.library_document.name)
        unplaced = terms.format_count(
            written.unplaced,
            self.tr("1 comment without a place: press 1–9 to choose one, P to type one, 0 for a general comment."),
            self.tr("{n} comments without a place: press 1–9 to choose one, P to type one, 0 for a general comment."),
        )
        all_placed = self.tr("All comments have a place. Enter shows it, P changes it.") if written.rows else ""
        self.count.setText(unplaced if written.unplaced else all_placed)
        one_entry, entries = translate("contribution", "1 entry"), translate("contribution", "{n} entries")
        remove_text = self.tr("Remove")
        lines = []
        for contribution, paper in written.contributions:
            words = (paper.header.subject or paper.file_name).split()
            title = " ".join(words[:10]) + (" …" if len(words) > 10 else "")
            name = f'<a style="color:{ink}" href="paper:{contribution.paper}">{escape(paper.name)}</a> {escape(title)}'
            remove = f'<a style="color:{ink}" href="out:{contribution.id}">{escape(remove_text)}</a>'
            lines.append(f"{name} · {terms.format_count(len(contribution.placed), one_entry, entries)} · {remove}")
        self.papers.setText("<br>".join(lines))
        self.papers.setVisible(bool(lines))

    def _follow_link(self, link: str) -> None:
        kind, _, key = link.partition(":")
        if kind == "paper":
            self.document_requested.emit(int(key))
        else:
            self._tasks.write(lambda: self._desk.contributions.remove(ContributionId(key)))

    def _entry_for_row(self, row: ChangeListRow | None) -> ContributionEntry | None:
        return self.written.parts.get(row.key) if self.written is not None and row is not None else None

    def _on_picked(self, row: ChangeListRow, key: str) -> None:
        entry = self._entry_for_row(row)
        if entry is not None:
            self._place_part(row, entry, entry.candidates[int(key) - 1])

    def _on_dropped(self, row: ChangeListRow) -> None:
        entry = self._entry_for_row(row)
        if entry is None or entry.placed.is_general:
            return
        is_placed, place = entry.placed.address is not None, self._desk.contributions.place
        self._next_key = row.key if is_placed else self.list.next_pending_key(row.key)
        self._tasks.write(lambda: place(entry.contribution, entry.number, None, is_general=not is_placed))

    def _place_typed(self) -> None:
        row, typed, written = self.list.current_change(), self.place_edit.text().strip(), self.written
        entry = self._entry_for_row(row)
        if row is None or written is None or entry is None or not typed:
            return
        address = find_place(typed, written.addresses)
        if address is None:
            self._show_message(explain(UnknownPlaceError(written.library_document.name, typed)))
            return
        self.place_edit.clear()
        self.list.setFocus()
        self._place_part(row, entry, address)

    def _place_part(self, row: ChangeListRow, entry: ContributionEntry, address: Address) -> None:
        self._next_key = self.list.next_pending_key(row.key) if row.is_pending else row.key
        self._tasks.write(lambda: self._desk.contributions.place(entry.contribution, entry.number, address))

    def _show_message(self, sentence: str) -> None:
        show_text(self.message_label, sentence)
        set_property(self.place_edit, "wrong", bool(sentence))

    @override
    def _on_changes(self, changes: Changes) -> None:
        contributions = self.written.contributions if self.written is not None else ()
        papers = {contribution.paper for contribution, _ in contributions}
        if self.document in changes.contributions or changes.documents & {self.document, *papers}:
            self.refresh()


class ContributionDialog(QDialog):
    """Asks for the author of a paper that does not name it, and shows what was read.

    The codes of the authors are empty for a paper that names them part by part.
    """

    def __init__(
        self, context: Context, commented: LibraryDocument, paper: LibraryDocument, contribution: Contribution
    ) -> None:
        super().__init__(context.window)
        self._desk, self._tasks = context.desk, context.tasks
        self._contribution = contribution
        self._loader = LatestOnly(self._tasks, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_WrittenComments()
        self.ui.setupUi(self)
        self.setWindowTitle(self.tr("Import Written Comments on {name}").format(name=commented.name))
        self.ui.document_label.setText(f"{paper.name} · {paper.header.subject or paper.file_name}")
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.import_button.clicked.connect(self._import)
        self.ui.delegations_edit.textEdited.connect(self._read_again)
        authors = {part.provision_comment.delegations for part in contribution.placed}
        if len(authors) == 1:
            self.ui.delegations_edit.setText(", ".join(authors.pop()))
        self._show(contribution)

    @property
    def codes(self) -> list[str]:
        return self.ui.delegations_edit.text().replace(",", " ").split()

    def _read_again(self) -> None:
        self.ui.import_button.setEnabled(False)
        paper, document = self._contribution.paper, self._contribution.document
        read = partial(self._desk.contributions.read, paper, document, self.codes)
        self._loader.run(lambda _: read(), self._show, self._tasks.explained(self.ui.summary_label.setText))

    def _show(self, contribution: Contribution) -> None:
        self._contribution, placed = contribution, contribution.placed
        wordings = sum(part.provision_comment.proposal is not None for part in placed)
        comments = sum(bool(part.provision_comment.comment) for part in placed)
        codes = sorted({code for part in placed for code in part.provision_comment.delegations})
        one = translate("contribution", "1 drafting suggestion")
        suggestions = terms.format_count(wordings, one, translate("contribution", "{n} drafting suggestions"))
        one, many = translate("contribution", "1 comment"), translate("contribution", "{n} comments")
        lines = [f"{suggestions} · {terms.format_count(comments, one, many)}"]
        one = translate("contribution", "1 entry has no place yet; suggestions will be shown")
        many = translate("contribution", "{n} entries have no place yet; suggestions will be shown")
        all_placed = translate("contribution", "All entries have a place")
        lines.append(terms.format_count(len(contribution.unplaced), one, many) if contribution.unplaced else all_placed)
        if len(codes) > 1:
            lines.append(translate("contribution", "Delegations: {codes}").format(codes=", ".join(codes)))
        if any(not part.provision_comment.delegations for part in placed):
            lines.append(translate("contribution", "Some entries do not name a delegation"))
        self.ui.summary_label.setText("\n".join(lines))
        self.ui.import_button.setEnabled(True)

    def _import(self) -> None:
        self._tasks.write(partial(self._desk.contributions.add, self._contribution))
        self.accept()

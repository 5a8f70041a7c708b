"""Pages with a list of changes: what a revision changed for us, and the rows of four columns."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.columns import Column, ColumnRow, ColumnTable, Light
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.comparison import CarriedItem, UnitOutcome, Verdict
from delegate_desk.core.revisions.consequences import (
    AdoptedRequest,
    AffectedItem,
    Consequences,
    ProposalOutcome,
    UnfinishedItem,
)
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_commands import WRITING_COMMANDS
from delegate_desk.gui.revisions.carryover_view import PlaceNames, RevisionPage, done_action
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    fill_combo,
    label,
    link_label,
    push_button,
    set_property,
    show_text,
)
from delegate_desk.gui.widgets.filter_dialog import choose_below
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListRow,
    Row,
    RowAction,
    passage,
    shorten_words,
)
from delegate_desk.gui.widgets.rows.change_list_view import ChangeListView

translate = QCoreApplication.translate
_UNFOLD = "unfold "
"""Beginning of the key of a row that unfolds a group, before its title."""
_MOST = 12
"""Maximum number of significant words shown."""


@dataclass(frozen=True, slots=True)
class ConsequencesPage:
    consequences: Consequences
    rows: tuple[Row, ...]


def _in_colour(text: str, role: str) -> str:
    words = escape(text) if role == "soft" else f"<b>{escape(text)}</b>"
    return theme.semi_bold(f'<span style="color:{theme.color(role).name()}">{words}</span>')


def load_consequences_page(desk: Desk, consequences: Consequences) -> ConsequencesPage:
    places = PlaceNames(desk, consequences.old.id, consequences.new.id)
    headings: dict[Address, str] = {}
    heading = ""
    for unit in desk.documents.content(places.new).paragraphs:
        if unit.kind in HEADINGS:
            heading = " ".join(filter(None, (unit.label, unit.text)))[:80]
        elif heading:
            headings[unit.address] = heading
    return ConsequencesPage(consequences, tuple(consequences_rows(consequences, places, headings)))


def consequences_rows(result: Consequences, places: PlaceNames, headings: Mapping[Address, str]) -> Iterator[Row]:
    """Return the rows in groups, the most significant first.

    Other changes are folded unless they are alone; our items that are done are folded at the end.
    """
    stored = frozenset(result.carry.items)
    proposals = [(outcome.delegations, _proposal_row(outcome, places)) for outcome in result.proposals]
    changes = [(outcome.verdict, _other_change_row(outcome, places, headings)) for outcome in result.other_outcomes]
    earlier = [_unfinished_row(item, places) for item in (*result.deleted_earlier, *result.done_earlier)]
    requests = [_request_row(request, places) for request in result.adopted_requests]
    groups = {
        translate("consequences", "Our red lines"): [_affected_row(item, places) for item in result.red_lines],
        translate("consequences", "Our proposals"): [row for delegations, row in proposals if not delegations],
        translate("consequences", "Our reservations"): [_affected_row(item, places) for item in result.reservations],
        translate("consequences", "Notes and questions"): [_affected_row(item, places) for item in result.questions],
        translate("consequences", "Deleted by an earlier revision"): earlier,
        translate("consequences", "Other delegations’ proposals"): [row for authors, row in proposals if authors],
        translate("consequences", "Requested in meetings and now in the text"): requests,
        translate("consequences", "New paragraphs"): [row for verdict, row in changes if verdict is Verdict.INSERTED],
    }
    open_groups = {title: [row for row in rows if not row.is_done] for title, rows in groups.items()}
    for title, rows in open_groups.items():
        yield from _group(title, rows, stored)
    is_folded = any(open_groups.values())
    rest = [row for verdict, row in changes if verdict is not Verdict.INSERTED]
    yield from _group(translate("consequences", "All other changes"), rest, stored, folded=is_folded)
    done = [row for rows in groups.values() for row in rows if row.is_done]
    yield from _group(translate("consequences", "Done"), done, stored, folded=True)


def _group(
    title: str, rows: Sequence[ChangeListRow], stored: Collection[CarriedItem], *, folded: bool = False
) -> Iterator[Row]:
    if rows:
        yield ChangeListHead(title, len(rows), is_folded=folded)
    for row in rows:
        can_mark = row.carried in stored and not row.is_pending and not row.is_done
        yield replace(row, actions=tuple(_actions(row, can_mark=can_mark)))


def _actions(row: ChangeListRow, *, can_mark: bool) -> Iterator[RowAction]:
    if row.is_pending and row.carried is not None:
        yield RowAction("check", translate("consequences", "Check note"), "Enter")
    elif can_mark and row.place is not None:
        yield RowAction("keep", translate("consequences", "Keep"), "Enter")
    else:
        yield RowAction("open", translate("consequences", "Open"), "Enter")
    if row.place is not None:
        key = next(iter(key_bindings.written("action_annotate_drafting_suggestion")), "")
        yield RowAction("draft", translate("consequences", "Draft on this paragraph"), key)
    if can_mark or (row.earlier is not None and row.earlier.is_deleted and not row.is_done):
        yield done_action()


def _proposal_row(outcome: ProposalOutcome, places: PlaceNames) -> ChangeListRow:
    before, place, label, both_labels = places.describe_move(outcome.old, outcome.new)
    delegations = " ".join(outcome.delegations)
    own_title = translate("consequences", "Our proposal on {place}")
    other_title = translate("consequences", "{who} on {place}")
    is_measured = outcome.adoption.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
    source = outcome.intervention or outcome.annotation
    key = source.id if source is not None else outcome.old
    comment = source.text if source is not None else ""
    if outcome.item is not None:
        comment = outcome.item.comment
    added = "".join(text for change, text in outcome.proposed_diff if change is WordChange.INSERT)
    words = [(WordChange.INSERT, word, is_adopted) for word, is_adopted in outcome.adoption.added]
    words += [(WordChange.DELETE, word, is_gone) for word, is_gone in outcome.adoption.removed]
    return ChangeListRow(
        f"proposal {key} {delegations} {added}",
        label,
        (other_title if delegations else own_title).format(who=delegations, place=both_labels),
        comparison.adoption_label(outcome.adoption),
        comparison.OUTCOME_ROLES[outcome.adoption.outcome],
        AnnotationKind.DRAFTING_SUGGESTION,
        comment,
        tuple(_wordings(outcome, places)),
        tuple(words[:_MOST]),
        outcome.adoption.rate if is_measured else None,
        place,
        before,
        carried=None if delegations else outcome.carried,
        is_pending=outcome.adoption.outcome is AdoptionOutcome.UNKNOWN,
    )


def _wordings(outcome: ProposalOutcome, places: PlaceNames) -> Iterator[ChangedPassage]:
    yield passage(translate("consequences", "proposed"), outcome.proposed_diff, ours=True)
    if outcome.actual_diff:
        yield passage(translate("consequences", "now"), outcome.actual_diff)
    elif outcome.adoption.outcome is AdoptionOutcome.GONE:
        words = ((WordChange.DELETE, places.text(Place(places.old, outcome.old))),)
        yield passage(translate("consequences", "deleted"), words)
    if outcome.elsewhere is not None:
        new_place = Place(places.new, outcome.elsewhere)
        caption = translate("consequences", "in {place}").format(place=places.short(new_place))
        yield passage(caption, ((WordChange.INSERT, places.text(new_place)),))


def _affected_row(item: AffectedItem, places: PlaceNames) -> ChangeListRow:
    carried, affected = item.carried, item.annotation or item.item
    key = f"{carried.kind} {carried.key}"
    if carried.is_open:
        outcome = translate("consequences", "to check"), "scrutiny_reservation"
    elif carried.new is None:
        outcome = comparison.carried_label(carried)
    elif item.was_touched:
        is_red_line = item.item.stance is Stance.RED_LINE if item.item else False
        is_red_line = is_red_line or (item.annotation is not None and item.annotation.kind is AnnotationKind.RED_LINE)
        outcome = translate("consequences", "affected"), "red_line" if is_red_line else "scrutiny_reservation"
    elif item.was_touched is None:
        outcome = translate("consequences", "in another language: unknown"), "scrutiny_reservation"
    else:
        outcome = translate("consequences", "unaffected"), "support"
    return places.item_row(key, affected, carried, outcome, _passages(item, places))


def _passages(item: AffectedItem, places: PlaceNames) -> Iterator[ChangedPassage]:
    if not item.outcomes or item.carried.new is None:
        change = WordChange.EQUAL if item.carried.is_open else WordChange.DELETE
        yield passage("", ((change, item.carried.text),))
        return
    for outcome in item.outcomes:
        note = "" if len(item.outcomes) == 1 or outcome.new is None else places.short(Place(places.new, outcome.new))
        yield passage("", outcome.words, note=note)


def _unfinished_row(item: UnfinishedItem, places: PlaceNames) -> ChangeListRow:
    carried, earlier = item.earlier.carried, item.earlier
    key = f"earlier {carried.kind} {carried.key} {earlier.old.id}"
    unfinished = item.annotation or item.item or item.intervention
    change = WordChange.DELETE if earlier.is_deleted else WordChange.EQUAL
    proposal = item.item.proposal if item.item is not None else None
    if proposal is None:
        passages = [passage("", ((change, carried.text),))]
    else:
        caption = translate("consequences", "now") if carried.new else translate("consequences", "was")
        words = diff_words(carried.text, proposal)
        passages = [
            passage(caption, ((change, carried.text),)),
            passage(translate("consequences", "proposed"), words, ours=True),
        ]
    return places.item_row(key, unfinished, carried, comparison.earlier(earlier), passages, earlier)


def _request_row(request: AdoptedRequest, places: PlaceNames) -> ChangeListRow:
    intervention = request.intervention
    place = Place(places.new, request.new)
    label = places.short(place)
    delegations = " ".join(intervention.delegations)
    text, wording = places.text(place), request.wording
    start = text.casefold().find(wording.casefold())
    words: WordDiff = ((WordChange.EQUAL, text),)
    if start >= 0 and len(text) == len(text.casefold()):
        runs = (
            (WordChange.EQUAL, text[:start]),
            (WordChange.INSERT, text[start : start + len(wording)]),
            (WordChange.EQUAL, text[start + len(wording) :]),
        )
        words = tuple(run for run in runs if run[1])
    return ChangeListRow(
        f"wish {intervention.id} {request.wording}",
        label,
        translate("consequences", "{who} on {place}").format(who=delegations, place=label),
        translate("consequences", "in the text"),
        "support",
        comment=terms.quote(request.wording),
        passages=(passage("", words),),
        place=place,
        before=intervention.place,
    )


def _other_change_row(outcome: UnitOutcome, places: PlaceNames, headings: Mapping[Address, str]) -> ChangeListRow:
    before, place, label, both_labels = places.describe_move(outcome.old, outcome.new)
    old_label = places.short(before) if before is not None and label != both_labels else ""
    note = translate("consequences", "was {place}").format(place=old_label) if old_label else ""
    return ChangeListRow(
        f"fate {outcome.old} {outcome.new}",
        label,
        headings.get(outcome.new, "") if outcome.new is not None else "",
        comparison.outcome_label(outcome),
        comparison.VERDICT_ROLES[outcome.verdict],
        passages=(passage("", outcome.words, note=note),),
        place=place,
        before=before,
    )


class ConsequencesView(RevisionPage):
    help_page = "revisions#consequences"

    def __init__(self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId) -> None:
        super().__init__(desk, tasks, old, new)
        self.page: ConsequencesPage | None = None
        self.empty.setText(self.tr("Comparing…"))
        self.summary = label("", "soft", wrap=True)
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.nothing = link_label("soft")
        self._kind = ""
        self._unfolded: set[str] = set()
        self.kinds_button = push_button("", self._choose_kind, default=False)
        self.kinds_button.setToolTip(self.tr("Show one group of changes"))
        self.review_button = push_button("", default=False)
        self.review_button.setToolTip(self.tr("Review what was carried over"))
        self.export_button = push_button(self.tr("Export…"), default=False)
        key_bindings.set_key_tool_tip(self.export_button, "action_export", self.tr("Export this page"))
        self.options = OptionsRow((self.kinds_button, self.review_button, self.export_button))
        for button in self.options.widgets:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for part in (self.title, self.summary, self.nothing):
            self._head.addWidget(part)
        self._stack_up(self.tr("What changed for us"))
        self.list.opened.connect(self._on_opened)

    @override
    def line_options(self) -> QWidget:
        return self.options

    @override
    def state(self) -> PageState:
        row = self.list.current_change()
        keys = []
        if row is not None:
            move = self.tr("{next} {previous} move")
            keys = [key_bindings.fill_in_keys(move, next="action_next", previous="action_previous")]
            keys += [f"{act.key_text} {act.text[:1].lower()}{act.text[1:]}" for act in row.actions if act.key]
        waiting = self.page.consequences.check_count if self.page is not None else 0
        to_check = terms.format_count(waiting, self.tr("1 to check"), self.tr("{n} to check")) if waiting else ""
        text = " · ".join(filter(None, (to_check, *keys))) or self.tr("What changed for us")
        commands = WRITING_COMMANDS if self.written_on()[0] is not None else ()
        return PageState(self.document, self.place, self.marking, text, enabled=frozenset({"action_export", *commands}))

    @override
    def written_on(self) -> tuple[Place | None, None]:
        row = self.list.current_change()
        return row.place if row is not None else None, None

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.CONSEQUENCES, (int(self.old), int(self.new)))

    def show_page(self, page: ConsequencesPage) -> None:
        self._stale = False
        self._on_loaded(page)

    @override
    def _loader(self) -> Callable[[], Steps[ConsequencesPage]]:
        return self._read

    def _read(self) -> Steps[ConsequencesPage]:
        comparison = yield from self._desk.comparisons.compare(self.old, self.new)
        return load_consequences_page(self._desk, self._desk.consequences.for_comparison(comparison))

    @override
    def _show(self, content: ConsequencesPage) -> None:
        self.page, result = content, content.consequences
        self._show_documents(result.old, result.new, result.carry)
        self._others |= result.versions
        self._show_groups()
        self._show_head()
        self.state_changed.emit()

    # Groups

    def _show_groups(self, key: str | None = None) -> None:
        """Show the rows of all groups or of one; a group that can be folded has a row instead of a head."""
        rows = self.page.rows if self.page else ()
        titles = {row.title for row in rows if isinstance(row, ChangeListHead)}
        self._kind = self._kind if self._kind in titles else ""
        self.kinds_button.setText((self._kind or self.tr("All")) + " ⌄")
        self.kinds_button.setVisible(len(titles) > 1)
        shown: list[Row] = []
        is_shown = True
        for row in rows:
            if isinstance(row, ChangeListRow):
                shown += [row] if is_shown else []
            elif row.is_folded and not self._kind:
                is_shown = row.title in self._unfolded
                title = f"{row.title} {terms.format_number(row.count)}"
                shown.append(ChangeListRow(_UNFOLD + row.title, "", title, is_folded=not is_shown))
            else:
                is_shown = self._kind in ("", row.title)
                shown += [row] if is_shown else []
        self._show_rows(shown, "", key)
        self.setFocusProxy(self.list if shown else self.nothing)

    def _choose_kind(self) -> None:
        rows = self.page.rows if self.page else ()
        choices: list[tuple[str, object]] = [(self.tr("All"), "")]
        choices += [(row.title, row.title) for row in rows if isinstance(row, ChangeListHead)]
        choose_below(self.kinds_button, choices, self._kind).chosen.connect(self._show_kind)

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        self._show_groups()
        self.list.setFocus()

    def _on_opened(self, row: ChangeListRow) -> None:
        """Unfold the group of a row, and go to its first, or fold it."""
        if row.is_folded is not None:
            self._unfolded ^= {row.key.removeprefix(_UNFOLD)}
            self._show_groups(row.key)
            if row.is_folded:
                self.list.step(1)

    @override
    def _on_acted(self, row: ChangeListRow, name: str) -> None:
        if name == "check":
            self.review_button.click()
        elif name == "draft":
            self.request_entry(self.draft_requested)
        super()._on_acted(row, name)

    @override
    def follow(self, address: Address) -> None:
        rows = self.page.rows if self.page else ()
        place = Place(self.new, address)
        match = next((row for row in rows if isinstance(row, ChangeListRow) and row.place == place), None)
        if match is not None and self.list.rows.find(match.key) is None:
            self._kind = ""
            self._unfolded = {row.title for row in rows if isinstance(row, ChangeListHead)}
            self._show_groups()
        super().follow(address)

    @override
    def _show_head(self) -> None:
        if self.page is None:
            return
        result = self.page.consequences
        self._write_title(f"{result.old.name} → {result.new.name}")
        # the numbers of changed paragraphs, each in its colour, and of notes to check earlier
        counts, footnotes = result.comparison.counts(), result.comparison.count_footnotes
        total = comparison.format_unit_totals(result.old, result.new)
        verdicts = [v for v in comparison.TOLD if isinstance(v, Verdict) and v is not Verdict.SAME and v in counts]
        texts = (comparison.format_unit_count(verdict, counts[verdict], footnotes(verdict)) for verdict in verdicts)
        changes = " · ".join(_in_colour(text, role) for text, role in texts)
        unchanged = translate("consequences", "{total}, all unchanged").format(total=total)
        parts = [terms.format_labelled(total, changes) if changes else unchanged]
        parts += [_in_colour(comparison.pending_label(entry), "scrutiny_reservation") for entry in result.carry.pending]
        show_text(self.summary, " · ".join(parts) if self.page.rows or result.carry.pending else "")
        # that nothing changed for us, with a link to all changes
        renumbered = 0 if self.page.rows else counts.get(Verdict.RENUMBERED, 0)
        singular = translate("consequences", "1 paragraph was renumbered.")
        plural = translate("consequences", "{n} paragraphs were renumbered.")
        sentence = translate("consequences", "Nothing that concerns us changed.")
        renumbered_count = terms.format_count(renumbered, singular, plural) if renumbered else ""
        link, accent = translate("consequences", "All changes"), theme.color("accent").name()
        anchor = f'<a href="all" style="color:{accent}; text-decoration:none">{escape(link)}</a>'
        nothing = " ".join(filter(None, (sentence, renumbered_count, anchor)))
        show_text(self.nothing, "" if result.concerns_us else nothing)
        self.review_button.setVisible(bool(result.carry.items or result.carry.earlier or result.carry.pending))
        set_property(self.review_button, "part", "main" if result.carry.open_count else "")
        self.review_button.setText(
            terms.format_count(result.carry.open_count, self.tr("Check 1 note"), self.tr("Check {n} notes"))
            if result.carry.open_count
            else self.tr("Check all")
        )


_Table = tuple[list[LibraryDocument], ColumnTable]


class ColumnsView(ChangeListView):
    help_page = "revisions#columns"
    named = Signal(str)  # The title of its tab

    def __init__(self, desk: Desk, tasks: Tasks, texts: tuple[DocumentId, ...]) -> None:
        """Create the page of one four-column document, or of three texts: of Commission, Parliament and Council."""
        super().__init__(desk, tasks)
        self.texts, self.document = texts, texts[0]
        self._is_built = len(texts) > 1
        self._table: _Table | None = None
        self.count = label("", "soft", wrap=True)
        self.first_combo, self.second_combo = QComboBox(), QComboBox()
        names = (self.tr("Compare"), self.tr("with"))
        compared = (Column.COMMISSION, Column.COUNCIL) if self._is_built else (Column.COUNCIL, Column.COMPROMISE)
        for combo, name, column in zip((self.first_combo, self.second_combo), names, compared, strict=True):
            combo.setAccessibleName(name)
            fill_combo(combo, {choice: terms.column_label(choice) for choice in Column}, column)
        self.differing_box = QCheckBox(self.tr("&Only rows that differ"))
        self.differing_box.setChecked(True)
        self.words_edit = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Words in these columns"))
        self.words_edit.setAccessibleName(self.words_edit.placeholderText())
        self.words_edit.setFixedWidth(200)
        self.export_button = QPushButton(self.tr("&Export…"))
        self.export_button.setVisible(self._is_built)
        pair = (self.first_combo, label("≠", "soft"), self.second_combo)
        choices = FlowRow((*pair, self.differing_box, self.words_edit, self.export_button), 8)
        self._head.setSpacing(4)
        self._head.addWidget(self.title)
        self._head.addWidget(choices)
        self._head.addWidget(self.count)
        self._stack_up(self.tr("Four columns"))
        self.first_combo.currentIndexChanged.connect(lambda _: self._show_table())
        self.second_combo.currentIndexChanged.connect(lambda _: self._show_table())
        self.differing_box.toggled.connect(lambda _: self._show_table())
        self.words_edit.textChanged.connect(lambda _: self._show_table())

    @property
    def columns(self) -> tuple[Column, Column]:
        return Column(self.first_combo.currentData()), Column(self.second_combo.currentData())

    @override
    def state(self) -> PageState:
        markings = [text.header.marking for text in self._table[0] if text.header.marking] if self._table else []
        enabled = frozenset({"action_export"} if self._is_built else ())
        hint = self.tr("J K move · Enter open")
        return PageState(self.document, self.place, next(iter(markings), None), hint, enabled=enabled)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.COLUMNS, tuple(map(int, self.texts)))

    @override
    def _loader(self) -> Callable[[], _Table]:
        return self._read

    def _read(self) -> _Table:
        documents, texts = self._desk.documents, self.texts
        table = documents.build_column_table(texts) if self._is_built else documents.column_table(texts[0])
        return [documents.get(text) for text in texts], table

    @override
    def _show(self, content: _Table) -> None:
        self._table = content
        self._show_head()
        self._show_table()

    @override
    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._ticket = None
            self._show_rows((), explain(error))
            self.state_changed.emit()
        else:
            super()._fail(error)

    @override
    def _show_head(self) -> None:
        if self._table:
            names = " · ".join(document.name for document in self._table[0])
            self._write_title(names)
            self.named.emit(self.tr("Columns · {name}").format(name=names))

    def _show_table(self) -> None:
        if self._table is None:
            return
        first, second = self.columns
        rows = self._table[1].rows
        differing = [row for row in rows if row.differs(first, second)]
        shown = differing if self.differing_box.isChecked() else rows
        if words := fold(self.words_edit.text()).strip():
            shown = [row for row in shown if any(words in fold(row.cells[column]) for column in (first, second))]
        counts = terms.format_count(len(differing), self.tr("1 row differs"), self.tr("{n} rows differ"))
        of_all = terms.format_count(len(rows), self.tr("of 1 row"), self.tr("of {n} rows"))
        self.count.setText(f"{counts} {of_all}")
        nothing = self.tr("The two columns have the same words in all rows.")
        if words:
            nothing = self.tr("The words are in neither column of the rows shown.")
        self._show_rows([self._row(row) for row in shown], nothing)
        self.state_changed.emit()

    def _row(self, row: ColumnRow) -> ChangeListRow:
        lights = {
            Light.GREEN: translate("columns", "green"),
            Light.YELLOW: translate("columns", "yellow"),
            Light.RED: translate("columns", "red"),
        }
        outcome = " · ".join(filter(None, (lights[row.status] if row.status else "", row.origin or "")))
        documents = (text for text, column in zip(self.texts, Column, strict=False) if row.cells[column])
        place = Place(next(documents, self.document) if self._is_built else self.document, row.unit)
        first, second = self.columns
        passages: tuple[ChangedPassage, ...] = ()
        if row.cells[first] or row.cells[second]:
            words = tuple((change, text.replace("\n", " ")) for change, text in row.word_diff(first, second))
            passages = (ChangedPassage("", shorten_words(words)),)
        return ChangeListRow(row.unit, row.row, row.label, outcome, passages=passages, place=place)

    @override
    def _on_changes(self, changes: Changes) -> None:
        if not changes.documents.isdisjoint(self.texts):
            self.refresh()

"""The review of a carry-over: first the items to decide, each with its possible places, chosen by one key."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind, Carry, CarryVerdict, DeletedEarlier
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.meeting_content import ShortPlaceLabels
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import label, push_button
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListRow,
    Row,
    RowAction,
    passage,
)
from delegate_desk.gui.widgets.rows.change_list_view import ChangeListView

translate = QCoreApplication.translate
_Pair = tuple[CarriedItem, DeletedEarlier | None]
"""A carried item, with what an earlier revision did to it."""
MOST = 9
"""Number of places that can be chosen by digit."""


@dataclass(frozen=True, slots=True)
class CarryoverReview:
    old: LibraryDocument
    new: LibraryDocument
    carry: Carry
    rows: tuple[Row, ...]


class PlaceNames:
    def __init__(self, desk: Desk, old: DocumentId, new: DocumentId) -> None:
        self.old, self.new = old, new
        self.short = ShortPlaceLabels(desk)

    def text(self, place: Place) -> str:
        unit = self.short.units(place.document).get(place.address)
        return unit.text if unit else ""

    def describe_move(
        self, old: Address | None, new: Address | None, earlier: DocumentId | None = None
    ) -> tuple[Place | None, Place | None, str, str]:
        """Return the old and the new place, the label for the margin, and both in words: ``10, now 11``."""
        before = Place(earlier or self.old, old) if old is not None else None
        place = Place(self.new, new) if new is not None else None
        old_name, new_name = self.short(before) if before else "", self.short(place) if place else ""
        if old_name and new_name and old_name != new_name:
            return before, place, new_name, translate("carrying", "{old}, now {new}").format(old=old_name, new=new_name)
        return before, place, new_name or old_name, new_name or old_name

    def item_row(
        self,
        key: str,
        item: Annotation | PositionEntry | Intervention | None,
        carried: CarriedItem,
        outcome: tuple[str, str],
        passages: Iterable[ChangedPassage],
        earlier: DeletedEarlier | None = None,
    ) -> ChangeListRow:
        """Return the row of a carried item; ``outcome`` is in words, with its role."""
        before, place, label, words = self.describe_move(carried.old, carried.new, earlier.old.id if earlier else None)
        name, sign, text = "", AnnotationKind.NOTE, ""  # of an item deleted meanwhile
        if isinstance(item, Annotation):
            holder = f"{item.holder} · " if item.holder else ""
            quote = terms.quote(item.quote.exact) if item.quote else ""
            name, sign = holder + terms.kind_label(item.kind), item.kind
            text = " — ".join(filter(None, (quote, item.text)))
        elif isinstance(item, PositionEntry):
            name = terms.stance_label(item.stance) if item.stance else translate("carrying", "Our position")
            sign, text = AnnotationKind.DRAFTING_SUGGESTION, item.comment or item.proposal or item.internal
            if item.stance not in (None, Stance.SUPPORT_IF, Stance.STATEMENT):
                sign = AnnotationKind(terms.STANCE_ROLES[item.stance])
        elif item is not None:
            stance = terms.stance_label(item.stance) if item.stance else translate("carrying", "Intervention")
            name, text = " · ".join(filter(None, (" ".join(item.delegations), stance))), item.text
        title = translate("carrying", "{thing} on {place}").format(thing=name, place=words)
        return ChangeListRow(
            key, label, title, *outcome, sign, text, tuple(passages),
            place=place, before=before, carried=carried, is_pending=carried.is_open, earlier=earlier,
        )  # fmt: skip


def done_action() -> RowAction:
    return RowAction("done", translate("carrying", "Done"), "X")


class _CarryoverRows:
    def __init__(self, desk: Desk, carry: Carry) -> None:
        self._places = PlaceNames(desk, carry.old, carry.new)
        documents = {carry.old, *(earlier.old.id for earlier in carry.earlier)}
        self._positions = {key: desk.positions.get(key) for key in documents}
        carried = (*carry.items, *(earlier.carried for earlier in carry.earlier))
        keys = [item.key for item in carried if item.kind is CarriedKind.INTERVENTION]
        notes = (annotation for key in documents for annotation in desk.annotations.for_document(key))
        items: Iterable[Annotation | Intervention] = (*notes, *desk.meetings.interventions_by_id(keys))
        self._items = {str(entry.id): entry for entry in items}

    def rows(self, carry: Carry) -> Iterator[Row]:
        current: list[_Pair] = [(item, None) for item in carry.without_replies()]
        restored: list[_Pair] = [(earlier.carried, earlier) for earlier in carry.earlier if not earlier.is_deleted]
        deleted: list[_Pair] = [(earlier.carried, earlier) for earlier in carry.earlier if earlier.is_deleted]
        unplaced = [pair for pair in current if not pair[0].is_open and pair[0].new is None]
        groups = (
            (translate("carrying", "To check"), [pair for pair in (*current, *restored) if pair[0].is_open]),
            (translate("carrying", "Paragraph deleted"), [pair for pair in unplaced if pair[0].decided is None]),
            (translate("carrying", "Deleted by an earlier revision"), deleted),
            (
                translate("carrying", "Left on previous revision"),
                [pair for pair in unplaced if pair[0].decided is not None],
            ),
            (translate("carrying", "Placed"), [pair for pair in (*current, *restored) if pair[0].new is not None]),
        )
        hint = translate("carrying", "once placed there, it is carried over here")
        for n, (title, items) in enumerate(groups):
            for placement in carry.pending if n == 1 else ():
                name = translate("carrying", "To check in {name}").format(name=placement.new.name)
                yield ChangeListHead(name, placement.number, hint)
            if items:
                yield ChangeListHead(title, len(items))
                yield from (self._row(*pair) for pair in items)

    def _row(self, item: CarriedItem, earlier: DeletedEarlier | None) -> ChangeListRow:
        old = earlier.old.id if earlier else self._places.old
        is_position = item.kind is CarriedKind.POSITION
        entry = self._positions[old].entry_at(item.old) if is_position else self._items.get(item.key)
        outcome = comparison.earlier(earlier) if earlier else comparison.carried_label(item)
        key = f"{item.kind} {item.key} {old if earlier else ''}"
        row = self._places.item_row(key, entry, item, outcome, self._passages(item, old), earlier)
        actions = [RowAction("open", translate("carrying", "Show"), "Enter")]
        if item.is_open or (item.decided is not None and item.proposals):
            actions.append(RowAction("none", translate("carrying", "No place"), "0"))
        elif item.new is None and item.decided is None:
            actions.append(done_action())
        return replace(row, actions=tuple(actions))

    def _passages(self, item: CarriedItem, old: DocumentId) -> Iterator[ChangedPassage]:
        was, now = translate("carrying", "was"), translate("carrying", "now")
        if item.proposals and (item.is_open or item.decided is not None):
            yield passage(was, ((WordChange.EQUAL, item.text),), longest=120)
            proposal = self._positions[old].entry_at(item.old).proposal if item.kind is CarriedKind.POSITION else None
            if proposal is not None:
                yield passage(translate("carrying", "proposed"), diff_words(item.text, proposal), ours=True, context=24)
            for n, address in enumerate(item.proposals[:MOST], 1):
                is_picked = item.decided is not None and item.new == address
                short = self._places.short(Place(self._places.new, address))
                words = diff_words(item.text, self._text(address))
                yield passage(f"✓ {short}" if is_picked else short, words, str(n), context=24)
        elif item.new is None:
            change = WordChange.EQUAL if item.decided is not None else WordChange.DELETE
            yield passage(was, ((change, item.text),))
        elif item.verdict not in (CarryVerdict.SAME, CarryVerdict.RENUMBERED, CarryVerdict.MOVED):
            yield passage(now, diff_words(item.text, self._text(item.new)))

    def _text(self, address: Address) -> str:
        return self._places.text(Place(self._places.new, address))


class RevisionPage(ChangeListView):
    """Base of the pages on what a revision changed."""

    noticed = Signal(str)  # Something was marked and can be undone, with the sentence

    def __init__(self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId) -> None:
        super().__init__(desk, tasks)
        self.old, self.new = old, new
        self.document = new
        self.marking: str | None = None
        self._others: set[DocumentId] = set()  # other documents that items on the page are on
        self.list.dropped.connect(self._on_dropped)
        self.list.acted.connect(self._on_acted)

    @override
    def place_in_text(self) -> Place | None:
        is_chosen = self.list.current_row() > (self.list.rows.nearest(0) or 0)
        return self.place if is_chosen else None

    @override
    def follow(self, address: Address) -> None:
        rows = [row for row in self.list.rows.rows if isinstance(row, ChangeListRow) and row.place is not None]
        match = next((row for row in rows if row.place == Place(self.new, address)), None)
        if match is not None:
            self.list.select_key(match.key)

    def _show_documents(self, old: LibraryDocument, new: LibraryDocument, carry: Carry) -> None:
        """Keep what is needed of the documents that were loaded."""
        self.marking = new.header.marking or old.header.marking
        earlier = (*carry.earlier, *carry.done_earlier)
        self._others |= {document.id for item in earlier for document in (item.old, item.deleted_in)}

    @override
    def _on_changes(self, changes: Changes) -> None:
        documents = {self.old, self.new, *self._others}
        has_note_changes = any(place.document in documents for place in changes.annotations)
        if has_note_changes or documents & (changes.documents | changes.positions) or changes.meetings:
            self.refresh()

    def _on_dropped(self, row: ChangeListRow) -> None:
        if row.can_be_done and row.place is None:
            self._on_acted(row, "done")

    def _on_acted(self, row: ChangeListRow, name: str) -> None:
        if name not in ("done", "keep"):
            return
        is_kept = name == "keep"
        carried, earlier = row.carried, row.earlier
        assert carried is not None  # nothing else can be done
        old, new = (earlier.old.id, earlier.deleted_in.id) if earlier else (self.old, self.new)
        mark = partial(self._desk.carryover.mark_done, old, new, carried.kind, carried.key, is_kept=is_kept)
        text = self.tr("Kept: {item}") if is_kept else self.tr("Done: {item}")
        self._tasks.write(mark, lambda _: self.noticed.emit(text.format(item=row.title)))


class CarryoverView(RevisionPage):
    """Step before What changed, while something that was carried over is to be checked."""

    help_page = "revisions#carried"
    checked = Signal()  # The last of them was decided

    def __init__(self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId) -> None:
        super().__init__(desk, tasks, old, new)
        self.review: CarryoverReview | None = None
        self._next: str | None = None
        self._answered: set[str] = set()  # since the rows were loaded
        self.count = label("", "soft", wrap=True)
        self._head.addWidget(self.title)
        self._head.addWidget(self.count)
        self._stack_up(self.tr("Carried over"))
        self.list.picked.connect(self._on_picked)
        self.changes_button = push_button(self.tr("What changed for us"), self.checked, default=False)
        self.changes_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def line_options(self) -> QWidget:
        return self.changes_button

    @override
    def state(self) -> PageState:
        text = self.tr("{next} {previous} move · 1–9 choose place · 0 no place · Enter open · {undo} undo")
        keys = key_bindings.fill_in_keys(text, next="action_next", previous="action_previous", undo="action_undo")
        return PageState(self.document, self.place, self.marking, keys, enabled=frozenset({"action_export"}))

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.CARRYING, (int(self.old), int(self.new)))

    @override
    def _loader(self) -> Callable[[], CarryoverReview]:
        return self._read

    def _read(self) -> CarryoverReview:
        desk, old, new = self._desk, self.old, self.new
        carry = desk.carryover.find_carry(old, new)
        rows = tuple(_CarryoverRows(desk, carry).rows(carry))
        return CarryoverReview(desk.documents.get(old), desk.documents.get(new), carry, rows)

    @override
    def _show(self, content: CarryoverReview) -> None:
        was_open = self.review is not None and self.review.carry.open_count > 0
        self.review = review = content
        self._answered.clear()
        self._show_documents(review.old, review.new, review.carry)
        next_key, self._next = self._next, None
        nothing = self.tr("We have nothing on {name}, so there is nothing to carry over.")
        self._show_rows(review.rows, nothing.format(name=review.old.name), next_key)
        self._show_head()
        self.state_changed.emit()
        if was_open and not review.carry.open_count and self.isVisible():
            self.checked.emit()

    @override
    def _show_head(self) -> None:
        review = self.review
        if review is None:
            return
        self._write_title(f"{review.old.name} → {review.new.name}")
        to_check = terms.format_count(
            review.carry.open_count,
            self.tr("1 to check: press 1–9 to choose its place, 0 if it has none, Enter to show it."),
            self.tr("{n} to check: press 1–9 to choose a place, 0 if there is none, Enter to show it."),
        )
        elsewhere = terms.join_statements(map(comparison.pending_label, review.carry.pending))
        done = elsewhere or self.tr("Everything has been placed. Nothing to check.")
        self.count.setText(" ".join(filter(None, (to_check, elsewhere))) if review.carry.open_count else done)

    def _on_picked(self, row: ChangeListRow, key: str) -> None:
        if row.carried is not None:
            self._decide(row, row.carried.proposals[int(key) - 1])

    @override
    def _on_dropped(self, row: ChangeListRow) -> None:
        """Mark the item as without a place; a certain placement is removed where the item is, not here."""
        if any(action.name == "none" for action in row.actions):
            self._decide(row, None)
        else:
            super()._on_dropped(row)

    @override
    def _on_acted(self, row: ChangeListRow, name: str) -> None:
        if name == "none":
            self._decide(row, None)
        super()._on_acted(row, name)

    def _decide(self, row: ChangeListRow, address: Address | None) -> None:
        carried = row.carried
        assert carried is not None  # only carried items are decided
        decide, old, new = self._desk.carryover.decide, row.earlier.old.id if row.earlier else self.old, self.new
        self._next = None
        if row.is_pending:
            self._answered.add(row.key)
            self._next = self.list.next_pending_key(row.key, self._answered)
            self.list.select_key(self._next)  # at once, for the next key
        self._tasks.write(lambda: decide(old, new, carried.kind, carried.key, address))

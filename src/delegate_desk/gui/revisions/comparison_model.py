"""Two texts compared, as rows: what became of each unit, side by side."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import HEADINGS, Address, Paragraph, Place
from delegate_desk.core.revisions.comparison import MarkFault, UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.revisions.comparison_loader import LoadedComparison, shared_unit
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn, Composed, compose, toned_words
from delegate_desk.gui.widgets.labels import changes as change_labels
from delegate_desk.gui.widgets.labels import comparison as comparison_labels
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import RowFlag, Wanted

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 32


class ComparisonModel(QAbstractListModel):
    """Answers from memory what stands in a row; its text is what a screen reader says.

    Attributes:
        outcomes: The rows that are shown.
        lengths: Of each row, how many characters its longer text has.
        shown_kinds: What is shown alone; all where nothing is named.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared: LoadedComparison | None = None
        self.outcomes: Sequence[UnitOutcome] = ()
        self.lengths: Sequence[int] = ()
        self._numbers: Sequence[int] = ()
        self.shown_kinds: frozenset[Wanted] = frozenset()
        self._changes: Sequence[int] = ()
        self._composed: dict[tuple[int, ComparisonColumn], Composed] = {}

    def show(self, compared: LoadedComparison) -> None:
        """Take a comparison's rows, narrowed as before."""
        self.beginResetModel()
        self.compared = compared
        self._composed.clear()
        self._apply_filter()
        self.endResetModel()

    def refresh(self, compared: LoadedComparison) -> None:
        """Take other annotations on the same comparison."""
        self.compared = compared
        if self.outcomes:
            self.dataChanged.emit(self.index(0), self.index(len(self.outcomes) - 1))

    def set_filter(self, wanted: frozenset[Wanted]) -> None:
        """Show rows of some kinds alone, or all where none is named."""
        self.beginResetModel()
        self.shown_kinds = wanted
        self._apply_filter()
        self.endResetModel()

    def _apply_filter(self) -> None:
        compared = self.compared
        if compared is None:
            return
        every = compared.comparison.outcomes
        if not self.shown_kinds:
            self._numbers, self.outcomes = range(len(every)), every
            self.lengths, self._changes = compared.lengths, compared.changes
            return
        self._numbers = [number for number, fate in enumerate(every) if self._matches_filter(number, fate)]
        self.outcomes = [every[number] for number in self._numbers]
        self.lengths = [compared.lengths[number] for number in self._numbers]
        known = set(compared.changes)
        changes = [row for row, number in enumerate(self._numbers) if number in known]
        self._changes = changes or range(len(self.outcomes))

    def _matches_filter(self, number: int, fate: UnitOutcome) -> bool:
        return fate.verdict in self.shown_kinds or any(kind in self.shown_kinds for kind in self._flags(number, fate))

    def _flags(self, number: int, fate: UnitOutcome) -> list[RowFlag]:
        if self.compared is None:
            return []
        differs = fate.new in (self.compared.comparison.differing or {})
        is_wrong = number in self.compared.faults
        kinds = {RowFlag.UNSURE: not fate.is_sure, RowFlag.FAULTS: is_wrong, RowFlag.DIFFERING: differs}
        return [kind for kind, holds in kinds.items() if holds]

    def counts(self) -> dict[Wanted, int]:
        """Return the number of units for each filter value; only values that occur."""
        if self.compared is None:
            return {}
        comparison = self.compared.comparison
        hidden = Verdict.REWORDED if comparison.is_cross_language else None  # words of two languages are not compared
        known: dict[Wanted, int] = {kind: n for kind, n in comparison.counts().items() if kind is not hidden}
        apart = [kind for number, fate in enumerate(comparison.outcomes) for kind in self._flags(number, fate)]
        return {**known, **{kind: apart.count(kind) for kind in RowFlag if kind in apart}}

    # What stands in a row

    @property
    def is_cross_language(self) -> bool:
        """True for texts in two languages."""
        return self.compared is not None and self.compared.comparison.is_cross_language

    def unit(self, row: int, column: ComparisonColumn) -> Paragraph | None:
        """The unit of a row on one side."""
        compared, fate = self.compared, self.outcomes[row]
        if compared is None:
            return None
        address, one = (fate.old, compared.old) if column is ComparisonColumn.OLD else (fate.new, compared.new)
        return one.units.get(address) if address is not None else None

    def composed(self, row: int, column: ComparisonColumn) -> Composed:
        """Return the composed text of a row on one side, or in a single column."""
        fate = self.outcomes[row]
        key = self._numbers[row], column
        if key not in self._composed:
            self._composed[key] = self._compose(row, fate, column)
        return self._composed[key]

    def _compose(self, row: int, fate: UnitOutcome, column: ComparisonColumn) -> Composed:
        assert self.compared is not None  # there are rows
        view, across = self.compared.comparison.view, self.compared.comparison.is_cross_language
        old, new = self.unit(row, ComparisonColumn.OLD), self.unit(row, ComparisonColumn.NEW)
        readings = old.in_view(view) if old else None, new.in_view(view) if new else None
        if across or not fate.words:
            own = readings[0] if column is ComparisonColumn.OLD else readings[1] or readings[0]
            words: WordDiff = ((WordChange.EQUAL, own.text),) if own else ()
            return compose(toned_words(_unchanged_outcome(fate, words), ()), own, own, column, view)
        relatives = self.compared.families.get(shared_unit(fate) or (fate.verdict, Address("")), [fate])
        return compose(toned_words(fate, relatives), *readings, column, view)

    def label(self, row: int, column: ComparisonColumn) -> str:
        """Return the margin label of one side."""
        unit = self.unit(row, column)
        return terms.margin_label(unit.address, unit.label) if unit else ""

    def name_in_new(self, address: Address) -> str:
        """Return the name of a unit of the new text: its label and its first words."""
        unit = self.compared.new.units.get(address) if self.compared else None
        if unit is None:
            return address
        words = unit.text if len(unit.text) <= _LONGEST else f"{unit.text[: _LONGEST - 1]}…"
        return f"{terms.margin_label(address, unit.label)} {words}".strip() or address

    def is_heading(self, row: int) -> bool:
        unit = self.unit(row, ComparisonColumn.NEW) or self.unit(row, ComparisonColumn.OLD)
        return unit is not None and unit.kind in HEADINGS

    def annotation_kinds(self, row: int, column: ComparisonColumn) -> list[AnnotationKind]:
        """The kinds of what we have on one side of a row."""
        if self.compared is None:
            return []
        fate, compared = self.outcomes[row], self.compared
        return (
            compared.old.annotation_kinds(fate.old)
            if column is ComparisonColumn.OLD
            else compared.new.annotation_kinds(fate.new)
        )

    def faults(self, row: int) -> Sequence[MarkFault]:
        """The marks in a row that are not true."""
        return self.compared.faults.get(self._numbers[row], ()) if self.compared else ()

    def verdict(self, row: int) -> tuple[str, str]:
        """Return the outcome of a row in words, and the role of their colour; empty text if two languages are alike."""
        fate, compared = self.outcomes[row], self.compared
        if differing := self.describe_differences(row):
            return differing, "scrutiny_reservation"
        if compared is not None and compared.languages and (fate.old is None or fate.new is None):
            return comparison_labels.only_in_label(fate.verdict, compared.languages), change_labels.VERDICT_ROLES[
                fate.verdict
            ]
        is_alike = self.is_cross_language and fate.verdict in (Verdict.SAME, Verdict.REWORDED)
        return "" if is_alike else change_labels.outcome_label(fate), change_labels.VERDICT_ROLES[fate.verdict]

    def describe_differences(self, row: int) -> str:
        """In what a row differs from its like in another language."""
        new = self.outcomes[row].new
        known = self.compared.comparison.differing if self.compared else None
        return comparison_labels.difference_label(known[new]) if known and new is not None and new in known else ""

    def place(self, row: int, column: ComparisonColumn) -> Place | None:
        """The place of a row on one side; None where it has none there."""
        fate, compared = self.outcomes[row], self.compared
        address = fate.old if column is ComparisonColumn.OLD else fate.new
        if compared is None or address is None:
            return None
        return Place((compared.old if column is ComparisonColumn.OLD else compared.new).library_document.id, address)

    def change_rows(self) -> Sequence[int]:
        """Return the rows for navigation by change, in order: the changes; all rows if the filtered rows have none."""
        return self._changes

    def row_for_outcome(self, fate: UnitOutcome) -> int:
        """Return the row of an outcome, or of the next that is shown; of other outcomes, the row of the same unit."""
        every = self.compared.comparison.outcomes if self.compared else ()
        known = next((n for n, one in enumerate(every) if (one.old, one.new) == (fate.old, fate.new)), None)
        if known is None:
            column, address = (ComparisonColumn.NEW, fate.new) if fate.new else (ComparisonColumn.OLD, fate.old)
            return (self.row_for_address(address, column) or 0) if address else 0
        return min(bisect_left(self._numbers, known), max(len(self.outcomes) - 1, 0))

    def tip(self, row: int) -> str:
        """Return the tool tip of a row: the basis of its verdict, and our annotations on it."""
        fate, compared = self.outcomes[row], self.compared
        lines = [comparison_labels.basis_sentence(fate), *map(comparison_labels.mark_fault_label, self.faults(row))]
        for one, address in ((compared.old, fate.old), (compared.new, fate.new)) if compared else ():
            on_it = one.annotations.get(address, ()) if address else ()
            lines += [
                f"{one.library_document.name} · {terms.kind_label(a.kind)}: {a.text}".removesuffix(": ") for a in on_it
            ]
        return "\n".join(line for line in lines if line)

    def row_for_address(self, address: Address, column: ComparisonColumn) -> int | None:
        """The first row that a unit of one side stands in."""
        found = (
            n for n, f in enumerate(self.outcomes) if (f.old if column is ComparisonColumn.OLD else f.new) == address
        )
        return next(found, None)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.outcomes)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.outcomes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            unit = self.unit(index.row(), ComparisonColumn.NEW) or self.unit(index.row(), ComparisonColumn.OLD)
            return f"{unit.label} {unit.text}".strip() if unit else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(index.row())
        return None

    def _accessible_text(self, row: int) -> str:
        """The verdict, the labels, what is gone and what is new, then the text, and what we have on it."""
        fate = self.outcomes[row]
        labels = dict.fromkeys(
            filter(None, (self.label(row, ComparisonColumn.OLD), self.label(row, ComparisonColumn.NEW)))
        )
        parts = [self.verdict(row)[0], self.tr(" now ").join(labels)]
        if not fate.is_sure:
            parts.insert(1, comparison_labels.uncertain_label())
        if fate.verdict is Verdict.REWORDED and not self.is_cross_language:
            gone = " … ".join(text.strip() for change, text in fate.words if change is WordChange.DELETE)
            come = " … ".join(text.strip() for change, text in fate.words if change is WordChange.INSERT)
            parts += [self.tr("deleted: {words}").format(words=gone)] if gone.strip(" …") else []
            parts += [self.tr("added: {words}").format(words=come)] if come.strip(" …") else []
        parts += map(comparison_labels.mark_fault_label, self.faults(row))
        parts.append(self.composed(row, ComparisonColumn.NEW if fate.new else ComparisonColumn.OLD).text)
        kinds = [*self.annotation_kinds(row, ComparisonColumn.OLD), *self.annotation_kinds(row, ComparisonColumn.NEW)]
        parts.append(", ".join(dict.fromkeys(map(terms.kind_label, kinds))))
        return ". ".join(part.rstrip(".") for part in parts if part)


def _unchanged_outcome(fate: UnitOutcome, words: WordDiff) -> UnitOutcome:
    """A fate that says nothing of words."""
    return UnitOutcome(fate.old, fate.new, Verdict.SAME, fate.similarity, words)

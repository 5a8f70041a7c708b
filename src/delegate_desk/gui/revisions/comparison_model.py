"""Two texts compared, as rows: what became of each unit, side by side."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import HEADINGS, Address, Paragraph, Place
from delegate_desk.core.revisions.comparison import Fate, MarkFault, Verdict
from delegate_desk.core.word_diff import WordChange, Words
from delegate_desk.gui.revisions.comparison_loader import LoadedComparison, family
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn, Composed, compose, toned
from delegate_desk.gui.widgets.labels import changes as changewords
from delegate_desk.gui.widgets.labels import comparison as comparewords
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import Apart, Wanted

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 32


class ComparisonModel(QAbstractListModel):
    """Answers from memory what stands in a row; its text is what a screen reader says.

    Attributes:
        fates: The rows that are shown.
        lengths: Of each row, how many characters its longer text has.
        wanted: What is shown alone; all where nothing is named.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared: LoadedComparison | None = None
        self.fates: Sequence[Fate] = ()
        self.lengths: Sequence[int] = ()
        self._numbers: Sequence[int] = ()
        self.wanted: frozenset[Wanted] = frozenset()
        self._changes: Sequence[int] = ()
        self._composed: dict[tuple[int, ComparisonColumn], Composed] = {}

    def show(self, compared: LoadedComparison) -> None:
        """Take a comparison's rows, narrowed as before."""
        self.beginResetModel()
        self.compared = compared
        self._composed.clear()
        self._choose()
        self.endResetModel()

    def refresh(self, compared: LoadedComparison) -> None:
        """Take other annotations on the same comparison."""
        self.compared = compared
        if self.fates:
            self.dataChanged.emit(self.index(0), self.index(len(self.fates) - 1))

    def narrow(self, wanted: frozenset[Wanted]) -> None:
        """Show rows of some kinds alone, or all where none is named."""
        self.beginResetModel()
        self.wanted = wanted
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        compared = self.compared
        if compared is None:
            return
        every = compared.comparison.fates
        if not self.wanted:
            self._numbers, self.fates = range(len(every)), every
            self.lengths, self._changes = compared.lengths, compared.changes
            return
        self._numbers = [number for number, fate in enumerate(every) if self._is_wanted(number, fate)]
        self.fates = [every[number] for number in self._numbers]
        self.lengths = [compared.lengths[number] for number in self._numbers]
        known = set(compared.changes)
        changes = [row for row, number in enumerate(self._numbers) if number in known]
        self._changes = changes or range(len(self.fates))

    def _is_wanted(self, number: int, fate: Fate) -> bool:
        return fate.verdict in self.wanted or any(kind in self.wanted for kind in self._apart(number, fate))

    def _apart(self, number: int, fate: Fate) -> list[Apart]:
        if self.compared is None:
            return []
        differs = fate.new in (self.compared.comparison.differing or {})
        is_wrong = number in self.compared.faults
        kinds = {Apart.UNSURE: not fate.is_sure, Apart.FAULTS: is_wrong, Apart.DIFFERING: differs}
        return [kind for kind, holds in kinds.items() if holds]

    def counts(self) -> dict[Wanted, int]:
        """Return the number of units for each filter value; only values that occur."""
        if self.compared is None:
            return {}
        comparison = self.compared.comparison
        hidden = Verdict.REWORDED if comparison.across else None  # words of two languages are not compared
        known: dict[Wanted, int] = {kind: n for kind, n in comparison.counts().items() if kind is not hidden}
        apart = [kind for number, fate in enumerate(comparison.fates) for kind in self._apart(number, fate)]
        return {**known, **{kind: apart.count(kind) for kind in Apart if kind in apart}}

    # What stands in a row

    @property
    def is_across(self) -> bool:
        """True for texts in two languages."""
        return self.compared is not None and self.compared.comparison.across

    def unit(self, row: int, column: ComparisonColumn) -> Paragraph | None:
        """The unit of a row on one side."""
        compared, fate = self.compared, self.fates[row]
        if compared is None:
            return None
        address, one = (fate.old, compared.old) if column is ComparisonColumn.OLD else (fate.new, compared.new)
        return one.units.get(address) if address is not None else None

    def composed(self, row: int, column: ComparisonColumn) -> Composed:
        """Return the composed text of a row on one side, or in a single column."""
        fate = self.fates[row]
        key = self._numbers[row], column
        if key not in self._composed:
            self._composed[key] = self._compose(row, fate, column)
        return self._composed[key]

    def _compose(self, row: int, fate: Fate, column: ComparisonColumn) -> Composed:
        assert self.compared is not None  # there are rows
        view, across = self.compared.comparison.view, self.compared.comparison.across
        old, new = self.unit(row, ComparisonColumn.OLD), self.unit(row, ComparisonColumn.NEW)
        readings = old.reading(view) if old else None, new.reading(view) if new else None
        if across or not fate.words:
            own = readings[0] if column is ComparisonColumn.OLD else readings[1] or readings[0]
            words: Words = ((WordChange.EQUAL, own.text),) if own else ()
            return compose(toned(_alone(fate, words), ()), own, own, column, view)
        relatives = self.compared.families.get(family(fate) or (fate.verdict, Address("")), [fate])
        return compose(toned(fate, relatives), *readings, column, view)

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

    def kinds(self, row: int, column: ComparisonColumn) -> list[AnnotationKind]:
        """The kinds of what we have on one side of a row."""
        if self.compared is None:
            return []
        fate, compared = self.fates[row], self.compared
        return compared.old.kinds(fate.old) if column is ComparisonColumn.OLD else compared.new.kinds(fate.new)

    def faults(self, row: int) -> Sequence[MarkFault]:
        """The marks in a row that are not true."""
        return self.compared.faults.get(self._numbers[row], ()) if self.compared else ()

    def verdict(self, row: int) -> tuple[str, str]:
        """Return the outcome of a row in words, and the role of their colour; empty text if two languages are alike."""
        fate, compared = self.fates[row], self.compared
        if differing := self.differing(row):
            return differing, "scrutiny_reservation"
        if compared is not None and compared.languages and (fate.old is None or fate.new is None):
            return comparewords.only(fate.verdict, compared.languages), changewords.VERDICT_ROLES[fate.verdict]
        is_alike = self.is_across and fate.verdict in (Verdict.SAME, Verdict.REWORDED)
        return "" if is_alike else changewords.fate(fate), changewords.VERDICT_ROLES[fate.verdict]

    def differing(self, row: int) -> str:
        """In what a row differs from its like in another language."""
        new = self.fates[row].new
        known = self.compared.comparison.differing if self.compared else None
        return comparewords.differing(known[new]) if known and new is not None and new in known else ""

    def place(self, row: int, column: ComparisonColumn) -> Place | None:
        """The place of a row on one side; None where it has none there."""
        fate, compared = self.fates[row], self.compared
        address = fate.old if column is ComparisonColumn.OLD else fate.new
        if compared is None or address is None:
            return None
        return Place((compared.old if column is ComparisonColumn.OLD else compared.new).held.id, address)

    def change_rows(self) -> Sequence[int]:
        """Return the rows for navigation by change, in order: the changes; all rows if the filtered rows have none."""
        return self._changes

    def row_from(self, fate: Fate) -> int:
        """Return the row of an outcome, or of the next that is shown; of other outcomes, the row of the same unit."""
        every = self.compared.comparison.fates if self.compared else ()
        known = next((n for n, one in enumerate(every) if (one.old, one.new) == (fate.old, fate.new)), None)
        if known is None:
            column, address = (ComparisonColumn.NEW, fate.new) if fate.new else (ComparisonColumn.OLD, fate.old)
            return (self.row_of(address, column) or 0) if address else 0
        return min(bisect_left(self._numbers, known), max(len(self.fates) - 1, 0))

    def tip(self, row: int) -> str:
        """Return the tool tip of a row: the basis of its verdict, and our annotations on it."""
        fate, compared = self.fates[row], self.compared
        lines = [comparewords.reasons(fate), *map(comparewords.fault, self.faults(row))]
        for one, address in ((compared.old, fate.old), (compared.new, fate.new)) if compared else ():
            on_it = one.annotations.get(address, ()) if address else ()
            lines += [f"{one.held.name} · {terms.kind(a.kind)}: {a.text}".removesuffix(": ") for a in on_it]
        return "\n".join(line for line in lines if line)

    def row_of(self, address: Address, column: ComparisonColumn) -> int | None:
        """The first row that a unit of one side stands in."""
        found = (n for n, f in enumerate(self.fates) if (f.old if column is ComparisonColumn.OLD else f.new) == address)
        return next(found, None)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fates)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.fates):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            unit = self.unit(index.row(), ComparisonColumn.NEW) or self.unit(index.row(), ComparisonColumn.OLD)
            return f"{unit.label} {unit.text}".strip() if unit else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def _spoken(self, row: int) -> str:
        """The verdict, the labels, what is gone and what is new, then the text, and what we have on it."""
        fate = self.fates[row]
        labels = dict.fromkeys(
            filter(None, (self.label(row, ComparisonColumn.OLD), self.label(row, ComparisonColumn.NEW)))
        )
        parts = [self.verdict(row)[0], self.tr(" now ").join(labels)]
        if not fate.is_sure:
            parts.insert(1, comparewords.doubt())
        if fate.verdict is Verdict.REWORDED and not self.is_across:
            gone = " … ".join(text.strip() for change, text in fate.words if change is WordChange.DELETE)
            come = " … ".join(text.strip() for change, text in fate.words if change is WordChange.INSERT)
            parts += [self.tr("deleted: {words}").format(words=gone)] if gone.strip(" …") else []
            parts += [self.tr("added: {words}").format(words=come)] if come.strip(" …") else []
        parts += map(comparewords.fault, self.faults(row))
        parts.append(self.composed(row, ComparisonColumn.NEW if fate.new else ComparisonColumn.OLD).text)
        kinds = [*self.kinds(row, ComparisonColumn.OLD), *self.kinds(row, ComparisonColumn.NEW)]
        parts.append(", ".join(dict.fromkeys(map(terms.kind, kinds))))
        return ". ".join(part.rstrip(".") for part in parts if part)


def _alone(fate: Fate, words: Words) -> Fate:
    """A fate that says nothing of words."""
    return Fate(fate.old, fate.new, Verdict.SAME, fate.similarity, words)

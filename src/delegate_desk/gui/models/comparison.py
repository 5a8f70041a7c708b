"""Two texts compared, as rows: what became of each unit, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.annotations import Annotation, AnnotationKind
from delegate_desk.core.comparison import Comparison, Fate, MarkFault, Mismark, Verdict
from delegate_desk.core.documents import HEADINGS, Address, Document, DocumentId, Held, MarkUp, Paragraph, Place, View
from delegate_desk.core.words import Change, Words
from delegate_desk.desk import Desk
from delegate_desk.gui import changewords, comparewords, names
from delegate_desk.gui.comparewords import Apart, Wanted
from delegate_desk.gui.composing import Column, Composed, compose, toned
from delegate_desk.gui.tasks import Steps

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 32
_IN_MARGIN = 9
CHANGES = frozenset(
    {Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.MOVED},
)
"""What one steps through: all but what stayed, and what has another number alone."""


@dataclass(frozen=True, slots=True)
class SideOf:
    """One of the two texts.

    Attributes:
        units: By address.
        annotations: By address, in reading order.
        lines: Where our position says something.
    """

    held: Held
    document: Document
    units: Mapping[Address, Paragraph] = field(repr=False)
    annotations: Mapping[Address, Sequence[Annotation]]
    lines: frozenset[Address]

    def kinds(self, address: Address | None) -> list[AnnotationKind]:
        """The kinds of what we have on a unit, each once; the drafting sign where our position speaks."""
        if address is None:
            return []
        kinds = list(dict.fromkeys(one.kind for one in self.annotations.get(address, ())))
        if address in self.lines and AnnotationKind.DRAFTING_SUGGESTION not in kinds:
            kinds.append(AnnotationKind.DRAFTING_SUGGESTION)
        return kinds


@dataclass(frozen=True, slots=True)
class Compared:
    """All that the comparison's tab shows.

    Attributes:
        longest: The longest label of those that can stand in the margin.
    """

    comparison: Comparison
    old: SideOf
    new: SideOf
    longest: str = ""

    @property
    def marking(self) -> str | None:
        """``LIMITE`` as soon as one of the two bears it."""
        return self.old.held.header.marking or self.new.held.header.marking

    @property
    def languages(self) -> tuple[str, str] | None:
        """Of two language versions of one document, their codes; None for two documents."""
        old, new = self.old.held, self.new.held
        versions = self.comparison.across and old.name == new.name
        return (old.header.language, new.header.language) if versions else None

    def marks_changes(self) -> bool:
        """True if one of the two marks its own changes, so that there are three readings."""
        return any(side.document.mark_up is not MarkUp.NONE for side in (self.old, self.new))


def load(desk: Desk, old: DocumentId, new: DocumentId, view: View) -> Steps[Compared]:
    """Compare two documents and gather what stands on them: slow, changes nothing."""
    comparison = yield from desk.comparison.compare(old, new, view)
    sides = side(desk, old), side(desk, new)
    units = (unit for one in sides for unit in one.units.values())
    labels = (label for unit in units if len(label := names.margin_label(unit.address, unit.label)) <= _IN_MARGIN)
    return Compared(comparison, *sides, max(labels, key=len, default=""))


def side(desk: Desk, document: DocumentId, known: SideOf | None = None) -> SideOf:
    """One text with what we have on it; with ``known`` its text is not read again."""
    content = known.document if known else desk.documents.content(document)
    annotations: dict[Address, list[Annotation]] = {}
    for one in desk.annotations.of(document):
        annotations.setdefault(one.place.address, []).append(one)
    units = known.units if known else {unit.address: unit for unit in content.units()}
    lines = frozenset(item.address for item in desk.positions.get(document).items)
    return SideOf(desk.documents.get(document), content, units, annotations, lines)


def refreshed(desk: Desk, known: Compared) -> Compared:
    """The same comparison with what stands on the two texts now."""
    old, new = known.old, known.new
    return replace(known, old=side(desk, old.held.id, old), new=side(desk, new.held.id, new))


class ComparisonModel(QAbstractListModel):
    """Answers from memory what stands in a row; its text is what a screen reader says.

    Attributes:
        fates: The rows that are shown.
        wanted: What is shown alone; all where nothing is named.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared: Compared | None = None
        self.fates: list[Fate] = []
        self.wanted: frozenset[Wanted] = frozenset()
        self._families: dict[tuple[Verdict, Address], list[Fate]] = {}
        self._faults: dict[int, list[MarkFault]] = {}
        self._composed: dict[tuple[int, Column], Composed] = {}

    def show(self, compared: Compared) -> None:
        """Take a comparison's rows, narrowed as before."""
        self.beginResetModel()
        self.compared = compared
        self._families.clear()
        self._composed.clear()
        for fate in compared.comparison.fates:
            if (key := _family(fate)) is not None:
                self._families.setdefault(key, []).append(fate)
        self._faults = _faults(compared)
        self._choose()
        self.endResetModel()

    def refresh(self, compared: Compared) -> None:
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
        every = self.compared.comparison.fates if self.compared else ()
        self.fates = [fate for fate in every if not self.wanted or self._is_wanted(fate)]

    def _is_wanted(self, fate: Fate) -> bool:
        return fate.verdict in self.wanted or any(kind in self.wanted for kind in self._apart(fate))

    def _apart(self, fate: Fate) -> list[Apart]:
        known = self.compared.comparison.differing if self.compared else None
        differs = bool(known) and fate.new is not None and fate.new in (known or {})
        kinds = {Apart.UNSURE: not fate.is_sure, Apart.FAULTS: id(fate) in self._faults, Apart.DIFFERING: differs}
        return [kind for kind, holds in kinds.items() if holds]

    def counts(self) -> dict[Wanted, int]:
        """How many units there are of each kind that can be shown alone; only those that there are."""
        if self.compared is None:
            return {}
        comparison = self.compared.comparison
        known = dict(comparison.counts())
        if comparison.across:  # words of two languages are not compared
            known.pop(Verdict.REWORDED, None)
        apart = [kind for fate in comparison.fates for kind in self._apart(fate)]
        return {**known, **{kind: apart.count(kind) for kind in Apart if kind in apart}}

    # What stands in a row

    @property
    def is_across(self) -> bool:
        """True for texts in two languages."""
        return self.compared is not None and self.compared.comparison.across

    def unit(self, row: int, column: Column) -> Paragraph | None:
        """The unit of a row on one side."""
        compared, fate = self.compared, self.fates[row]
        if compared is None:
            return None
        address, one = (fate.old, compared.old) if column is Column.OLD else (fate.new, compared.new)
        return one.units.get(address) if address is not None else None

    def composed(self, row: int, column: Column) -> Composed:
        """What is set in a row on one side, or in one column."""
        fate = self.fates[row]
        key = id(fate), column
        if key not in self._composed:
            self._composed[key] = self._compose(row, fate, column)
        return self._composed[key]

    def _compose(self, row: int, fate: Fate, column: Column) -> Composed:
        assert self.compared is not None  # there are rows
        view, across = self.compared.comparison.view, self.compared.comparison.across
        old, new = self.unit(row, Column.OLD), self.unit(row, Column.NEW)
        readings = old.reading(view) if old else None, new.reading(view) if new else None
        if across or not fate.words:
            own = readings[0] if column is Column.OLD else readings[1] or readings[0]
            words: Words = ((Change.EQUAL, own.text),) if own else ()
            return compose(toned(_alone(fate, words), ()), own, own, column, view)
        family = self._families.get(_family(fate) or (fate.verdict, Address("")), [fate])
        return compose(toned(fate, family), *readings, column, view)

    def label(self, row: int, column: Column) -> str:
        """What stands in the margin of one side."""
        unit = self.unit(row, column)
        return names.margin_label(unit.address, unit.label) if unit else ""

    def name_in_new(self, address: Address) -> str:
        """What a unit of the new text is called: its label, or the first words of one without."""
        unit = self.compared.new.units.get(address) if self.compared else None
        if unit is None:
            return address
        words = unit.text if len(unit.text) <= _LONGEST else f"{unit.text[: _LONGEST - 1]}…"
        return names.margin_label(address, unit.label) or words or address

    def is_heading(self, row: int) -> bool:
        unit = self.unit(row, Column.NEW) or self.unit(row, Column.OLD)
        return unit is not None and unit.kind in HEADINGS

    def kinds(self, row: int, column: Column) -> list[AnnotationKind]:
        """The kinds of what we have on one side of a row."""
        if self.compared is None:
            return []
        fate, compared = self.fates[row], self.compared
        return compared.old.kinds(fate.old) if column is Column.OLD else compared.new.kinds(fate.new)

    def faults(self, row: int) -> Sequence[MarkFault]:
        """The marks in a row that are not true."""
        return self._faults.get(id(self.fates[row]), ())

    def verdict(self, row: int) -> tuple[str, str]:
        """What became of a row in words, and the role of their colour; empty where two languages are alike."""
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

    def place(self, row: int, column: Column) -> Place | None:
        """The place of a row on one side; None where it has none there."""
        fate, compared = self.fates[row], self.compared
        address = fate.old if column is Column.OLD else fate.new
        if compared is None or address is None:
            return None
        return Place((compared.old if column is Column.OLD else compared.new).held.id, address)

    def is_change(self, row: int) -> bool:
        """True for a row that one steps to: a change, or what is not certain or not truly marked."""
        fate = self.fates[row]
        return fate.verdict in CHANGES or not fate.is_sure or bool(self.differing(row)) or bool(self.faults(row))

    def change_rows(self) -> list[int]:
        """The rows that one steps through, in order: the changes; all where what is shown has none."""
        rows = [row for row in range(len(self.fates)) if self.is_change(row)]
        return rows or (list(range(len(self.fates))) if self.wanted else [])

    def row_from(self, fate: Fate) -> int:
        """The row of a fate, or of the next one that is shown; of other fates, that with the same unit."""
        every = self.compared.comparison.fates if self.compared else ()
        known = next((n for n, one in enumerate(every) if (one.old, one.new) == (fate.old, fate.new)), None)
        if known is None:
            column, address = (Column.NEW, fate.new) if fate.new else (Column.OLD, fate.old)
            return (self.row_of(address, column) or 0) if address else 0
        following = {id(one) for one in every[known:]}
        return next((n for n, one in enumerate(self.fates) if id(one) in following), max(len(self.fates) - 1, 0))

    def tip(self, row: int) -> str:
        """What a row's verdict rests on, and what we have on it, for the mouse."""
        fate, compared = self.fates[row], self.compared
        lines = [comparewords.reasons(fate), *map(comparewords.fault, self.faults(row))]
        for one, address in ((compared.old, fate.old), (compared.new, fate.new)) if compared else ():
            on_it = one.annotations.get(address, ()) if address else ()
            lines += [f"{one.held.name} · {names.kind(a.kind)}: {a.text}".removesuffix(": ") for a in on_it]
        return "\n".join(line for line in lines if line)

    def row_of(self, address: Address, column: Column) -> int | None:
        """The first row that a unit of one side stands in."""
        found = (n for n, f in enumerate(self.fates) if (f.old if column is Column.OLD else f.new) == address)
        return next(found, None)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fates)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.fates):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            unit = self.unit(index.row(), Column.NEW) or self.unit(index.row(), Column.OLD)
            return f"{unit.label} {unit.text}".strip() if unit else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def _spoken(self, row: int) -> str:
        """The verdict, the labels, what is gone and what is new, then the text, and what we have on it."""
        fate = self.fates[row]
        labels = dict.fromkeys(filter(None, (self.label(row, Column.OLD), self.label(row, Column.NEW))))
        parts = [self.verdict(row)[0], self.tr(" now ").join(labels)]
        if not fate.is_sure:
            parts.insert(1, comparewords.doubt())
        if fate.verdict is Verdict.REWORDED and not self.is_across:
            gone = " … ".join(text.strip() for change, text in fate.words if change is Change.DELETE)
            come = " … ".join(text.strip() for change, text in fate.words if change is Change.INSERT)
            parts += [self.tr("gone: {words}").format(words=gone)] if gone.strip(" …") else []
            parts += [self.tr("new: {words}").format(words=come)] if come.strip(" …") else []
        parts += map(comparewords.fault, self.faults(row))
        parts.append(self.composed(row, Column.NEW if fate.new else Column.OLD).text)
        kinds = [*self.kinds(row, Column.OLD), *self.kinds(row, Column.NEW)]
        parts.append(", ".join(dict.fromkeys(map(names.kind, kinds))))
        return ". ".join(part.rstrip(".") for part in parts if part)


def _family(fate: Fate) -> tuple[Verdict, Address] | None:
    if fate.verdict is Verdict.SPLIT and fate.old is not None:
        return fate.verdict, fate.old
    if fate.verdict is Verdict.MERGED and fate.new is not None:
        return fate.verdict, fate.new
    return None


def _alone(fate: Fate, words: Words) -> Fate:
    """A fate that says nothing of words."""
    return Fate(fate.old, fate.new, Verdict.SAME, fate.similarity, words)


def _faults(compared: Compared) -> dict[int, list[MarkFault]]:
    """By fate, the marks that are not true; those of a unit gone without a mark stand with what is gone."""
    gone: dict[Address, Fate] = {}
    new: dict[Address, Fate] = {}
    for fate in compared.comparison.fates:
        if fate.new is None and fate.old is not None:
            gone[fate.old] = fate
        elif fate.new is not None:
            new.setdefault(fate.new, fate)
    found: dict[int, list[MarkFault]] = {}
    for fault in compared.comparison.faults:
        unit = compared.old.units.get(fault.address)
        whole = fault.kind is Mismark.UNMARKED_GONE and unit is not None and _is_all(fault.text, unit)
        row = gone.get(fault.address) if whole else None
        row = row or new.get(fault.address) or gone.get(fault.address)
        if row is not None:
            found.setdefault(id(row), []).append(fault)
    return found


def _is_all(text: str, unit: Paragraph) -> bool:
    return text.strip() in {unit.text.strip(), unit.marked.strip()}

"""A comparison as rows: the data of the tab, the typeset words of each row, and the model of the list."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from PySide6.QtCore import QObject
from typing_extensions import override

from delegate_desk.core.amending.amended import AmendedAct
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import (
    HEADINGS,
    Address,
    Document,
    DocumentId,
    LibraryDocument,
    Mark,
    MarkUp,
    Paragraph,
    ParagraphView,
    Place,
    View,
)
from delegate_desk.core.revisions.comparison import Comparison, MarkFault, Mismark, UnitOutcome, Verdict
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import comparison as comparison_labels
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import RowFlag, Wanted
from delegate_desk.gui.widgets.labels.voting import join_codes
from delegate_desk.gui.widgets.rows.row_list import RowModel
from delegate_desk.gui.widgets.text.paragraph_text import StyledSpan, TextStyle, TypesetText

_IN_MARGIN = 9
CHANGES = frozenset({Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.MOVED})
"""The verdicts that navigation stops at: all but unchanged and only renumbered."""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    library_document: LibraryDocument
    document: Document
    units: Mapping[Address, Paragraph] = field(repr=False)
    annotations: Mapping[Address, Sequence[Annotation]]
    position_addresses: frozenset[Address]

    def annotation_kinds(self, address: Address | None) -> list[AnnotationKind]:
        """Return the kinds of our items on a unit, each once; the drafting sign for our position."""
        if address is None:
            return []
        kinds = list(dict.fromkeys(annotation.kind for annotation in self.annotations.get(address, ())))
        if address in self.position_addresses and AnnotationKind.DRAFTING_SUGGESTION not in kinds:
            kinds.append(AnnotationKind.DRAFTING_SUGGESTION)
        return kinds


@dataclass(frozen=True, slots=True)
class LoadedComparison:
    """Data of a comparison tab.

    Attributes:
        changes: Numbers of the outcomes for navigation by change, in order.
        families: Outcomes of each unit that was split, and of each unit that others were merged into.
        faults: By the number of an outcome, its wrong change marks.
        other_language: The language compared with because the library has no other revision in that of the new text.
        act: The amended act, if that is the new text.
        citations: The provisions of its instructions, as cited.
    """

    comparison: Comparison
    old: ComparedSide
    new: ComparedSide
    longest: str = ""
    changes: Sequence[int] = ()
    families: Mapping[tuple[Verdict, Address], Sequence[UnitOutcome]] = field(default_factory=dict, repr=False)
    faults: Mapping[int, Sequence[MarkFault]] = field(default_factory=dict, repr=False)
    other_language: str = ""
    act: AmendedAct | None = None
    citations: Mapping[Place, str] = field(default_factory=dict, repr=False)

    @property
    def marking(self) -> str | None:
        return self.old.library_document.header.marking or self.new.library_document.header.marking

    @property
    def languages(self) -> tuple[str, str] | None:
        old, new = self.old.library_document, self.new.library_document
        versions = self.comparison.is_cross_language and old.name == new.name
        return (old.header.language, new.header.language) if versions else None

    def marks_changes(self) -> bool:
        return any(side.document.mark_up is not MarkUp.NONE for side in (self.old, self.new))


def prepare_comparison(comparison: Comparison, old: ComparedSide, new: ComparedSide) -> LoadedComparison:
    """Load everything that the rows of a comparison are made from. Slow; safe on any thread."""
    units = (*old.units.values(), *new.units.values())
    labels = (label for unit in units if len(label := terms.margin_label(unit.address, unit.label)) <= _IN_MARGIN)
    families: dict[tuple[Verdict, Address], list[UnitOutcome]] = {}
    for outcome in comparison.outcomes:
        if (key := shared_unit(outcome)) is not None:
            families.setdefault(key, []).append(outcome)
    faults = _faults(comparison, old)
    differing = comparison.differing or {}
    changes = [
        number
        for number, outcome in enumerate(comparison.outcomes)
        if outcome.verdict in CHANGES or outcome.alternatives or number in faults or (outcome.new in differing)
    ]
    longest = max(labels, key=len, default="")
    return LoadedComparison(comparison, old, new, longest, changes, families, faults)


def load_side(desk: Desk, document: DocumentId) -> ComparedSide:
    content = desk.documents.content(document)
    annotations: dict[Address, list[Annotation]] = {}
    for annotation in desk.annotations.for_document(document):
        annotations.setdefault(annotation.place.address, []).append(annotation)
    units = {unit.address: unit for unit in content.units()}
    lines = frozenset(item.address for item in desk.positions.get(document).items)
    return ComparedSide(desk.documents.get(document), content, units, annotations, lines)


def shared_unit(outcome: UnitOutcome) -> tuple[Verdict, Address] | None:
    """Return the unit that an outcome shares with others: a split unit, or the unit that they were merged into."""
    if outcome.verdict is Verdict.SPLIT and outcome.old is not None:
        return outcome.verdict, outcome.old
    if outcome.verdict is Verdict.MERGED and outcome.new is not None:
        return outcome.verdict, outcome.new
    return None


def _faults(comparison: Comparison, old: ComparedSide) -> dict[int, list[MarkFault]]:
    """Return the wrong marks by outcome; those of an unmarked deletion are with the deleted unit."""
    deleted: dict[Address, int] = {}
    new: dict[Address, int] = {}
    for number, outcome in enumerate(comparison.outcomes):
        if outcome.new is None and outcome.old is not None:
            deleted[outcome.old] = number
        elif outcome.new is not None:
            new.setdefault(outcome.new, number)
    faults: dict[int, list[MarkFault]] = {}
    for fault in comparison.faults:
        unit = old.units.get(fault.address)
        texts = {unit.text.strip(), unit.marked.strip()} if unit is not None else set()
        is_whole = fault.kind is Mismark.UNMARKED_GONE and fault.text.strip() in texts
        places = (deleted, new) if is_whole else (new, deleted)
        row = next((side[fault.address] for side in places if fault.address in side), None)
        if row is not None:
            faults.setdefault(row, []).append(fault)
    return faults


class ComparisonColumn(StrEnum):
    OLD = "old"
    NEW = "new"
    BOTH = "both"


_Toned = tuple[WordChange, TextStyle | None, str]
"""Words, how they changed, and how that is shown."""
_THIN = "\u2009"
"""Separator of deleted and inserted text in one column."""
_IN_WORDS = frozenset({Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.INSERTED, Verdict.DELETED})
"""Verdicts whose difference is in the words; where others have different words, these do not count."""
_PRINTED = {
    Mark.BOLD: TextStyle.BOLD,
    Mark.ITALIC: TextStyle.ITALIC,
    Mark.UNDERLINE: TextStyle.UNDERLINE,
    Mark.STRIKE: TextStyle.STRIKE,
    Mark.ADDED: TextStyle.UNDERLINE,
    Mark.REMOVED: TextStyle.STRIKE,
}


def toned_words(outcome: UnitOutcome, family: Sequence[UnitOutcome]) -> tuple[_Toned, ...]:
    kept_old = _kept_characters(family, WordChange.INSERT) if outcome.verdict is Verdict.SPLIT else ()
    kept_new = _kept_characters(family, WordChange.DELETE) if outcome.verdict is Verdict.MERGED else ()
    is_in_words = outcome.verdict in _IN_WORDS
    removed, added = (TextStyle.REMOVED, TextStyle.ADDED) if is_in_words else (TextStyle.QUIET, TextStyle.QUIET)
    toned: list[_Toned] = []
    at_old = at_new = 0
    for change, text in outcome.words:
        if change is WordChange.EQUAL:
            toned.append((change, None, text))
        elif change is WordChange.DELETE:
            toned += ((change, style, part) for style, part in _split_run(text, kept_old[at_old:], removed))
        else:
            toned += ((change, style, part) for style, part in _split_run(text, kept_new[at_new:], added))
        at_old += len(text) if change is not WordChange.INSERT else 0
        at_new += len(text) if change is not WordChange.DELETE else 0
    return tuple(toned)


def _kept_characters(family: Iterable[UnitOutcome], excluded: WordChange) -> Sequence[bool]:
    """Return for each character of a shared text whether one of its outcomes keeps it."""
    masks = [
        [change is WordChange.EQUAL for change, text in outcome.words if change is not excluded for _ in text]
        for outcome in family
    ]
    return [any(marks) for marks in zip(*masks, strict=False)]


def _split_run(text: str, elsewhere: Sequence[bool], tone: TextStyle) -> Iterator[tuple[TextStyle | None, str]]:
    """Split a run at parts that are elsewhere; spaces at the ends of a part have no mark."""
    pieces: list[tuple[TextStyle, str]] = []
    for n, character in enumerate(text):
        style = TextStyle.ELSEWHERE if n < len(elsewhere) and elsewhere[n] else tone
        if pieces and (pieces[-1][0] is style or character.isspace()):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + character)
        else:
            pieces.append((style, character))
    for style, piece in pieces:
        words = piece.strip()
        leading, _, trailing = piece.partition(words) if words else (piece, "", "")
        yield from (run for run in ((None, leading), (style, words), (None, trailing)) if run[1])


def compose(
    words: Sequence[_Toned],
    old: ParagraphView | None,
    new: ParagraphView | None,
    column: ComparisonColumn,
    view: View = View.AFTER,
) -> TypesetText:
    """Typeset words in a column, with footnote references, as printed if the texts are shown as marked."""
    text, spans, previous = "", list[StyledSpan](), WordChange.EQUAL
    at_old = at_new = 0
    for change, tone, part in words:
        reading = old if column is ComparisonColumn.OLD or change is WordChange.DELETE else new
        start = at_old if reading is old else at_new
        at_old += len(part) if change is not WordChange.INSERT else 0
        at_new += len(part) if change is not WordChange.DELETE else 0
        if (column is ComparisonColumn.OLD and change is WordChange.INSERT) or (
            column is ComparisonColumn.NEW and change is WordChange.DELETE
        ):
            continue
        if column is ComparisonColumn.BOTH:
            if change is WordChange.DELETE and part.isspace() and text[-1:].isspace():
                continue
            is_touching = not (text[-1:].isspace() or part[:1].isspace())
            text += _THIN if change is WordChange.INSERT and previous is WordChange.DELETE and is_touching else ""
            previous = change
        offset = start
        for stop, call in _piece_ends(reading, start, start + len(part), view):
            if offset < stop:
                marked = reading.spans if reading is not None and view is View.MARKED else ()
                marks = (span.mark for span in marked if span.start <= offset < span.end)
                marked_styles = dict.fromkeys(_PRINTED[mark] for mark in marks if mark in _PRINTED)
                styles = (*((tone,) if tone else ()), *marked_styles)
                spans += [StyledSpan(len(text), len(text) + stop - offset, style) for style in styles]
                text += part[offset - start : stop - start]
                offset = stop
            if call:
                spans.append(StyledSpan(len(text), len(text) + len(call), TextStyle.CALL))
                text += call
    return TypesetText(text, tuple(spans))


def _piece_ends(reading: ParagraphView | None, start: int, end: int, view: View) -> list[tuple[int, str]]:
    if reading is None:
        return [(end, "")]
    calls = [(c.offset, c.printed) for c in reading.calls if start < c.offset <= end or c.offset == start == 0]
    ends = {end, *(edge for span in reading.spans for edge in (span.start, span.end) if start < edge < end)}
    breaks = ends if view is View.MARKED else {end}
    return sorted([*calls, *((offset, "") for offset in breaks if offset not in dict(calls))])


_LONGEST = 32


class ComparisonModel(RowModel[int]):
    """Answers from memory what a row contains, by its number; its text is for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared: LoadedComparison | None = None
        self.outcomes: Sequence[UnitOutcome] = ()
        self._numbers: Sequence[int] = ()
        self.shown_kinds: frozenset[Wanted] = frozenset()
        self.change_rows: Sequence[int] = ()
        """The rows for navigation by change, in order; all rows if the filtered rows have no changes."""

    def show(self, compared: LoadedComparison) -> None:
        self.beginResetModel()
        self.compared = compared
        self._apply_filter()
        self.endResetModel()

    def refresh(self, compared: LoadedComparison) -> None:
        self.compared = compared
        if self.outcomes:
            self.dataChanged.emit(self.index(0), self.index(len(self.outcomes) - 1))

    def set_filter(self, kinds: frozenset[Wanted]) -> None:
        self.beginResetModel()
        self.shown_kinds = kinds
        self._apply_filter()
        self.endResetModel()

    def _apply_filter(self) -> None:
        compared = self.compared
        if compared is None:
            return
        outcomes, kinds, changes = compared.comparison.outcomes, self.shown_kinds, set(compared.changes)
        self._numbers = [n for n, f in enumerate(outcomes) if not kinds or kinds & {f.verdict, *self._flags(n, f)}]
        self.outcomes = [outcomes[number] for number in self._numbers]
        self.rows = range(len(self.outcomes))
        self.change_rows = [row for row in self.rows if self._numbers[row] in changes]
        if kinds and not self.change_rows:
            self.change_rows = self.rows

    def _flags(self, number: int, outcome: UnitOutcome) -> list[RowFlag]:
        assert self.compared is not None  # there are outcomes
        differs = outcome.new in (self.compared.comparison.differing or {})
        is_wrong = number in self.compared.faults
        kinds = {RowFlag.UNSURE: not outcome.is_sure, RowFlag.FAULTS: is_wrong, RowFlag.DIFFERING: differs}
        return [kind for kind, is_set in kinds.items() if is_set]

    def counts(self) -> dict[Wanted, int]:
        if self.compared is None:
            return {}
        comparison = self.compared.comparison
        hidden = Verdict.REWORDED if comparison.is_cross_language else None  # words of two languages are not compared
        by_verdict: dict[Wanted, int] = {kind: n for kind, n in comparison.counts().items() if kind is not hidden}
        flags = [kind for number, outcome in enumerate(comparison.outcomes) for kind in self._flags(number, outcome)]
        return {**by_verdict, **{kind: flags.count(kind) for kind in RowFlag if kind in flags}}

    # Content of a row

    @property
    def is_cross_language(self) -> bool:
        return self.compared is not None and self.compared.comparison.is_cross_language

    def _side(self, row: int, column: ComparisonColumn) -> tuple[ComparedSide, Address | None]:
        """Return the text of a column, and the address of a row's unit in it."""
        compared, outcome = self.compared, self.outcomes[row]
        assert compared is not None  # there are rows
        return (compared.old, outcome.old) if column is ComparisonColumn.OLD else (compared.new, outcome.new)

    def unit(self, row: int, column: ComparisonColumn) -> Paragraph | None:
        side, address = self._side(row, column)
        return side.units.get(address) if address is not None else None

    def length(self, row: int) -> int:
        """Return the number of characters of the longer text of a row."""
        units = (self.unit(row, ComparisonColumn.OLD), self.unit(row, ComparisonColumn.NEW))
        return max(len(unit.marked) if unit else 0 for unit in units)

    def typeset(self, row: int, column: ComparisonColumn) -> TypesetText:
        assert self.compared is not None  # there are rows
        outcome = self.outcomes[row]
        view, is_cross_language = self.compared.comparison.view, self.compared.comparison.is_cross_language
        old, new = self.unit(row, ComparisonColumn.OLD), self.unit(row, ComparisonColumn.NEW)
        readings = old.in_view(view) if old else None, new.in_view(view) if new else None
        if is_cross_language or not outcome.words:
            reading = readings[0] if column is ComparisonColumn.OLD else readings[1] or readings[0]
            words: WordDiff = ((WordChange.EQUAL, reading.text),) if reading else ()
            unchanged = UnitOutcome(outcome.old, outcome.new, Verdict.SAME, outcome.similarity, words)
            return compose(toned_words(unchanged, ()), reading, reading, column, view)
        relatives = self.compared.families.get(shared_unit(outcome) or (outcome.verdict, Address("")), [outcome])
        return compose(toned_words(outcome, relatives), *readings, column, view)

    def label(self, row: int, column: ComparisonColumn) -> str:
        """Return the label of a row in a column: ``3 → 4`` for both texts."""
        if column is ComparisonColumn.BOTH:
            return " → ".join(self._labels(row))
        unit = self.unit(row, column)
        return terms.margin_label(unit.address, unit.label) if unit else ""

    def _labels(self, row: int) -> Iterable[str]:
        labels = (self.label(row, ComparisonColumn.OLD), self.label(row, ComparisonColumn.NEW))
        return dict.fromkeys(filter(None, labels))

    def name_in_new(self, address: Address) -> str:
        unit = self.compared.new.units.get(address) if self.compared else None
        if unit is None:
            return address
        words = unit.text if len(unit.text) <= _LONGEST else f"{unit.text[: _LONGEST - 1]}…"
        return f"{terms.margin_label(address, unit.label)} {words}".strip() or address

    def is_heading(self, row: int) -> bool:
        unit = self.unit(row, ComparisonColumn.NEW) or self.unit(row, ComparisonColumn.OLD)
        return unit is not None and unit.kind in HEADINGS

    def annotation_kinds(self, row: int, column: ComparisonColumn) -> list[AnnotationKind]:
        side, address = self._side(row, column)
        return side.annotation_kinds(address)

    def faults(self, row: int) -> Sequence[MarkFault]:
        return self.compared.faults.get(self._numbers[row], ()) if self.compared else ()

    def verdict(self, row: int) -> tuple[str, str]:
        """Return the outcome of a row in words, and the role of their colour; empty text if two languages are alike."""
        outcome, compared = self.outcomes[row], self.compared
        role = comparison_labels.VERDICT_ROLES[outcome.verdict]
        if differing := self.describe_differences(row):
            return differing, "scrutiny_reservation"
        if compared is not None and compared.languages and (outcome.old is None or outcome.new is None):
            return comparison_labels.only_in_label(outcome.verdict, compared.languages), role
        if compared is not None and (key := shared_unit(outcome)):
            # the unit that was split, or the units that were merged, with all their labels
            is_split = key[0] is Verdict.SPLIT
            units = (compared.new if is_split else compared.old).units
            family = compared.families.get(key, ())
            parts = [units[address] for item in family if (address := item.new if is_split else item.old) is not None]
            labels = [terms.margin_label(unit.address, unit.label).rstrip(".") for unit in parts]
            text = self.tr("split into {labels}") if is_split else self.tr("merged from {labels}")
            labelled = text.format(labels=join_codes(labels)) if all(labels) else ""
            return labelled or comparison_labels.verdict_label(key[0]), role
        is_alike = self.is_cross_language and outcome.verdict in (Verdict.SAME, Verdict.REWORDED)
        return "" if is_alike else comparison_labels.outcome_label(outcome), role

    def describe_differences(self, row: int) -> str:
        new = self.outcomes[row].new
        known = self.compared.comparison.differing if self.compared else None
        return comparison_labels.difference_label(known[new]) if known and new is not None and new in known else ""

    @override
    def place(self, row: int, column: ComparisonColumn | None = None) -> Place | None:
        """Return the place of a row in a text: by default in the new text, or in the old if it has none there."""
        if column is None:
            return self.place(row, ComparisonColumn.NEW) or self.place(row, ComparisonColumn.OLD)
        side, address = self._side(row, column)
        return Place(side.library_document.id, address) if address is not None else None

    def row_for_outcome(self, target: UnitOutcome) -> int:
        """Return the row of an outcome, or of the next outcome shown; of other outcomes, the row of the same unit."""
        outcomes = self.compared.comparison.outcomes if self.compared else ()
        number = next((n for n, item in enumerate(outcomes) if (item.old, item.new) == (target.old, target.new)), None)
        if number is None:
            column, address = (ComparisonColumn.NEW, target.new) if target.new else (ComparisonColumn.OLD, target.old)
            return (self.row_for_address(address, column) or 0) if address else 0
        return min(bisect_left(self._numbers, number), max(len(self.outcomes) - 1, 0))

    @override
    def tool_tip(self, row: int) -> str:
        reasons = comparison_labels.basis_sentence(self.outcomes[row])
        lines = [reasons, *map(comparison_labels.mark_fault_label, self.faults(row))]
        for column in (ComparisonColumn.OLD, ComparisonColumn.NEW):
            side, address = self._side(row, column)
            notes = side.annotations.get(address, ()) if address else ()
            lines += [
                f"{side.library_document.name} · {terms.kind_label(a.kind)}: {a.text}".removesuffix(": ") for a in notes
            ]
        return "\n".join(line for line in lines if line)

    def row_for_address(self, address: Address, column: ComparisonColumn) -> int | None:
        is_old = column is ComparisonColumn.OLD
        return next((n for n, f in enumerate(self.outcomes) if (f.old if is_old else f.new) == address), None)

    @override
    def text(self, row: int) -> str:
        unit = self.unit(row, ComparisonColumn.NEW) or self.unit(row, ComparisonColumn.OLD)
        return f"{unit.label} {unit.text}".strip() if unit else ""

    @override
    def accessible_text(self, row: int) -> str:
        outcome = self.outcomes[row]
        parts = [self.verdict(row)[0], self.tr(" now ").join(self._labels(row))]
        if not outcome.is_sure:
            parts.insert(1, comparison_labels.uncertain_label())
        if outcome.verdict is Verdict.REWORDED and not self.is_cross_language:
            deleted = " … ".join(text.strip() for change, text in outcome.words if change is WordChange.DELETE)
            added = " … ".join(text.strip() for change, text in outcome.words if change is WordChange.INSERT)
            parts += [self.tr("deleted: {words}").format(words=deleted)] if deleted.strip(" …") else []
            parts += [self.tr("added: {words}").format(words=added)] if added.strip(" …") else []
        parts += map(comparison_labels.mark_fault_label, self.faults(row))
        parts.append(self.typeset(row, ComparisonColumn.NEW if outcome.new else ComparisonColumn.OLD).text)
        kinds = [*self.annotation_kinds(row, ComparisonColumn.OLD), *self.annotation_kinds(row, ComparisonColumn.NEW)]
        parts.append(", ".join(dict.fromkeys(map(terms.kind_label, kinds))))
        return ". ".join(part.rstrip(".") for part in parts if part)

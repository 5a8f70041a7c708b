"""Two texts compared, with all that a tab shows of them: gathered beside the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import (
    Address,
    Document,
    DocumentId,
    LibraryDocument,
    MarkUp,
    Paragraph,
    View,
)
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Comparison, MarkFault, Mismark, UnitOutcome, Verdict
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import terms

_IN_MARGIN = 9
CHANGES = frozenset(
    {Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.MOVED},
)
"""What one steps through: all but what stayed, and what has another number alone."""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of the two texts.

    Attributes:
        units: By address.
        annotations: By address, in reading order.
        position_addresses: Where our position says something.
    """

    library_document: LibraryDocument
    document: Document
    units: Mapping[Address, Paragraph] = field(repr=False)
    annotations: Mapping[Address, Sequence[Annotation]]
    position_addresses: frozenset[Address]

    def annotation_kinds(self, address: Address | None) -> list[AnnotationKind]:
        """The kinds of what we have on a unit, each once; the drafting sign where our position speaks."""
        if address is None:
            return []
        kinds = list(dict.fromkeys(one.kind for one in self.annotations.get(address, ())))
        if address in self.position_addresses and AnnotationKind.DRAFTING_SUGGESTION not in kinds:
            kinds.append(AnnotationKind.DRAFTING_SUGGESTION)
        return kinds


@dataclass(frozen=True, slots=True)
class LoadedComparison:
    """Data of a comparison tab.

    Attributes:
        longest: The longest label of those that fit in the margin.
        lengths: For each outcome, the number of characters of its longer text.
        changes: The numbers of the outcomes for navigation by change, in order.
        families: The outcomes of each unit that was split, and of each unit that others were merged into.
        faults: By the number of an outcome, its incorrect change marks.
    """

    comparison: Comparison
    old: ComparedSide
    new: ComparedSide
    longest: str = ""
    lengths: Sequence[int] = field(default=(), repr=False)
    changes: Sequence[int] = ()
    families: Mapping[tuple[Verdict, Address], Sequence[UnitOutcome]] = field(default_factory=dict, repr=False)
    faults: Mapping[int, Sequence[MarkFault]] = field(default_factory=dict, repr=False)

    @property
    def marking(self) -> str | None:
        """``LIMITE`` as soon as one of the two bears it."""
        return self.old.library_document.header.marking or self.new.library_document.header.marking

    @property
    def languages(self) -> tuple[str, str] | None:
        """Of two language versions of one document, their codes; None for two documents."""
        old, new = self.old.library_document, self.new.library_document
        versions = self.comparison.is_cross_language and old.name == new.name
        return (old.header.language, new.header.language) if versions else None

    def marks_changes(self) -> bool:
        """True if one of the two marks its own changes, so that there are three readings."""
        return any(side.document.mark_up is not MarkUp.NONE for side in (self.old, self.new))


def load_comparison(desk: Desk, old: DocumentId, new: DocumentId, view: View) -> Steps[LoadedComparison]:
    """Compare two documents and gather what stands on them: slow, changes nothing."""
    comparison = yield from desk.comparisons.compare(old, new, view)
    return prepare_comparison(comparison, load_side(desk, old), load_side(desk, new))


def prepare_comparison(comparison: Comparison, old: ComparedSide, new: ComparedSide) -> LoadedComparison:
    """All that the rows of a comparison are made from: slow, safe on any thread."""
    units = (*old.units.values(), *new.units.values())
    labels = (label for unit in units if len(label := terms.margin_label(unit.address, unit.label)) <= _IN_MARGIN)
    sizes = [{address: len(unit.marked) for address, unit in one.units.items()} for one in (old, new)]
    families: dict[tuple[Verdict, Address], list[UnitOutcome]] = {}
    lengths: list[int] = []
    for fate in comparison.outcomes:
        sides = zip(sizes, (fate.old, fate.new), strict=True)
        lengths.append(max(size.get(address, 0) if address else 0 for size, address in sides))
        if (key := shared_unit(fate)) is not None:
            families.setdefault(key, []).append(fate)
    faults = _faults(comparison, old)
    differing = comparison.differing or {}
    changes = [
        number
        for number, fate in enumerate(comparison.outcomes)
        if fate.verdict in CHANGES or fate.alternatives or number in faults or (fate.new in differing)
    ]
    longest = max(labels, key=len, default="")
    return LoadedComparison(comparison, old, new, longest, lengths, changes, families, faults)


def load_side(desk: Desk, document: DocumentId, known: ComparedSide | None = None) -> ComparedSide:
    """One text with what we have on it; with ``known`` its text is not read again."""
    content = known.document if known else desk.documents.content(document)
    annotations: dict[Address, list[Annotation]] = {}
    for one in desk.annotations.for_document(document):
        annotations.setdefault(one.place.address, []).append(one)
    units = known.units if known else {unit.address: unit for unit in content.units()}
    lines = frozenset(item.address for item in desk.positions.get(document).items)
    return ComparedSide(desk.documents.get(document), content, units, annotations, lines)


def refresh_comparison(desk: Desk, known: LoadedComparison) -> LoadedComparison:
    """The same comparison with what stands on the two texts now."""
    old, new = known.old, known.new
    return replace(
        known, old=load_side(desk, old.library_document.id, old), new=load_side(desk, new.library_document.id, new)
    )


def shared_unit(fate: UnitOutcome) -> tuple[Verdict, Address] | None:
    """The unit that a fate shares with others: one that was split, or one that they were merged into."""
    if fate.verdict is Verdict.SPLIT and fate.old is not None:
        return fate.verdict, fate.old
    if fate.verdict is Verdict.MERGED and fate.new is not None:
        return fate.verdict, fate.new
    return None


def _faults(comparison: Comparison, old: ComparedSide) -> dict[int, list[MarkFault]]:
    """By the number of a fate, its marks that are not true; those of a unit gone without a mark stand with it."""
    gone: dict[Address, int] = {}
    new: dict[Address, int] = {}
    for number, fate in enumerate(comparison.outcomes):
        if fate.new is None and fate.old is not None:
            gone[fate.old] = number
        elif fate.new is not None:
            new.setdefault(fate.new, number)
    found: dict[int, list[MarkFault]] = {}
    for fault in comparison.faults:
        unit = old.units.get(fault.address)
        whole = fault.kind is Mismark.UNMARKED_GONE and unit is not None and _is_all(fault.text, unit)
        places = (gone, new) if whole else (new, gone)
        row = next((side[fault.address] for side in places if fault.address in side), None)
        if row is not None:
            found.setdefault(row, []).append(fault)
    return found


def _is_all(text: str, unit: Paragraph) -> bool:
    return text.strip() in {unit.text.strip(), unit.marked.strip()}

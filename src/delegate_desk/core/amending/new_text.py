"""Place of new text in an act, and the units that it consists of there.

The address of new text follows from its labels among those of the base act: its lines are given to the structure
builder after a scaffold, which has the labels of the preceding text. If the builder does not find the scaffold again,
or finds the new text elsewhere than the instruction says, the place is not certain.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from delegate_desk.core.amending.amended import Doubt, Instruction, ProvisionPath
from delegate_desk.core.amending.working_text import (
    COUNTED,
    DIVISIONS,
    INTRODUCED,
    FoundProvision,
    NotCertainError,
    WorkingText,
    WorkingUnit,
    first_number,
    has_numbers,
    is_sibling,
    number_key,
    top_addresses,
)
from delegate_desk.core.documents.addresses import label_numbers, parent
from delegate_desk.core.documents.document import HEADINGS, Address, Kind, Paragraph
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_MOST_PLACES = 120


@dataclass(frozen=True, slots=True)
class ScaffoldLine:
    """A line before new text: a label, words that show whether a list follows, the address to be found again."""

    text: str
    address: Address
    is_heading: bool = False


BuildStructure = Callable[[Sequence[ScaffoldLine], Sequence[str]], Sequence[Paragraph] | None]
"""Builds the units of new lines after a scaffold; returns None if the scaffold itself reads differently."""


class NewText:
    def __init__(self, text: WorkingText, build: BuildStructure) -> None:
        self.text = text
        self._build = build

    def insertion(self, path: ProvisionPath, instruction: Instruction) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """Return the unit that inserted text follows, and its units."""
        owner = self.text.find(path) if path else None
        if owner and owner.part and not (owner.part == "own" and instruction.subject in INTRODUCED):
            raise NotCertainError(Doubt.PLACE)
        anchor = self.text.find(instruction.anchor) if instruction.anchor else None
        outer = owner.units[0] if owner else None
        if owner and outer and owner.part and outer.kind is Kind.SUBPARAGRAPH:  # the article is the parent of its list
            outer = self.text.owner(outer)
        elif outer and outer.kind in (Kind.ARTICLE, Kind.PARAGRAPH) and not (owner and owner.part):
            # The text of the provision that has its only list; the provision itself for what is in no list.
            inside = [outer, *self.text.children(outer.address, Kind.SUBPARAGRAPH)]
            texts = [unit for unit in inside if not unit.is_deleted] if instruction.subject in INTRODUCED else []
            listing = [unit for unit in texts if self.text.children(unit.address, Kind(instruction.subject))]
            if len(listing) > 1:
                raise NotCertainError(Doubt.SEVERAL_PLACES)
            outer = listing[0] if listing else outer
        if instruction.subject in ("title", "intro"):
            found = [self._heading(anchor, instruction)]
        elif instruction.subject in DIVISIONS[1:]:
            found = [self._division(outer, anchor, instruction)]
        elif instruction.subject == Kind.ROW:
            found = [self._row(outer, anchor, instruction)]
        elif owner and outer and outer.kind in DIVISIONS[1:]:  # articles are numbered throughout an act
            annex = self.text.owner(outer)
            if (instruction.subject == Kind.ARTICLE) is (annex is not None and annex.kind is Kind.ANNEX):
                raise NotCertainError(Doubt.NEW_TEXT)
            among = () if instruction.subject == Kind.ARTICLE else owner.units
            places = self._places(annex if among else None, anchor, instruction, among)
            found = [place for place in places if place[0] in owner.units]
        else:
            found = list(self._places(outer, anchor, instruction))
        if len(found) != 1:
            stem = f"{outer.address}__" if outer else ""
            addresses = {
                f"{stem}{instruction.subject}_{n}" for label in instruction.labels for n in label_numbers(label)[:1]
            }
            is_taken = any(unit.address in addresses and not unit.is_deleted for unit in self.text.units)
            raise NotCertainError(Doubt.TAKEN if is_taken else Doubt.NEW_TEXT)
        return found[0]

    def _scaffold(self, outer: WorkingUnit | None, kind: Kind, earlier: Sequence[WorkingUnit]) -> list[ScaffoldLine]:
        """The lines that precede new text: the units above it, each with those before it, and its siblings."""
        lines: list[ScaffoldLine] = []
        chain: list[WorkingUnit] = []
        unit = outer
        while unit is not None:
            chain.insert(0, unit)
            unit = self.text.owner(unit)
        for n, unit in enumerate(chain):
            inner = chain[n + 1].kind if n + 1 < len(chain) else kind
            if unit.kind not in HEADINGS:
                siblings = self.text.children(parent(unit.address) or "", unit.kind)
                for other in siblings[: siblings.index(unit)]:
                    if unit.kind in COUNTED or not other.is_deleted:
                        lines += self._unit_lines(other, leads=False)
            lines += self._unit_lines(unit, leads=inner in INTRODUCED)
        if kind in HEADINGS and not (outer and outer.kind is Kind.ANNEX):  # whose labels are enough
            return lines
        found = [line for unit in earlier for line in self._unit_lines(unit, leads=False)]
        if kind in COUNTED:  # as they are counted in the end, after deletions and insertions
            first = first_number(kind, outer)
            stem = f"{outer.address}__{kind}" if outer else str(kind)
            found = [replace(line, address=Address(f"{stem}_{n}")) for n, line in enumerate(found, start=first)]
        return [*lines, *found]

    def _unit_lines(self, unit: WorkingUnit, *, leads: bool) -> Iterator[ScaffoldLine]:
        address = Address(unit.address)
        if unit.kind in HEADINGS:
            yield ScaffoldLine(unit.label or unit.text, address, is_heading=True)
            if unit.text and unit.label:
                yield ScaffoldLine("Title", address, is_heading=True)
            introduction = f"{address}__{Kind.SUBPARAGRAPH}_1"
            if leads and any(other.address == introduction for other in self.text.units):
                yield ScaffoldLine("Text:", Address(introduction))
        else:
            ends = ":" if leads else ";" if unit.kind in INTRODUCED else "."
            yield ScaffoldLine(f"{unit.label} Text{ends}".strip(), address)

    def following(self, unit: WorkingUnit, text: str) -> Sequence[Paragraph]:
        """Return new text after a unit: by its labels if they fit there, else a unit without a number."""
        stem, lines = parent(unit.address) or "", text.splitlines()
        siblings = self.text.children(stem, unit.kind)
        earlier = [other for other in siblings[: siblings.index(unit) + 1] if not other.is_deleted]
        used = {other.address for other in self.text.units}
        new = self._build(self._scaffold(self.text.owner(unit), unit.kind, earlier), lines) or ()
        if new and all(is_sibling(top, stem, unit.kind) and top not in used for top in top_addresses(new)):
            return new
        kind = Kind.SUBPARAGRAPH if stem else Kind.TEXT
        address = Address(f"{stem}__{kind}_0" if stem else f"{kind}_0")
        return [Paragraph(address, kind, "", " ".join(lines), address.count("__") + 1)]

    def units(self, first: WorkingUnit, lines: Sequence[str]) -> list[Paragraph]:
        """Return the units of a text that replaces a unit, and perhaps further siblings, if its labels show that."""
        address = parent(first.address) or ""
        outer = self.text.owner(first)
        siblings = [unit for unit in self.text.children(address, first.kind) if not unit.is_deleted]
        earlier = siblings[: siblings.index(first)]
        kind = first.kind
        if kind in DIVISIONS[1:] and outer and outer.kind is Kind.ANNEX:
            earlier = self._earlier(outer, self.text.units.index(first))
        scaffold = self._scaffold(outer, kind, earlier)
        if kind is Kind.ANNEX and not lines[0]:
            lines = (first.label, *lines[1:])
        labelled = (f"{first.label} {lines[0]}", *lines[1:]) if first.label and kind not in HEADINGS else ()
        for text in filter(None, (lines, labelled)):
            built = self._build(scaffold, text)
            tops = top_addresses(built or ())
            is_counted = kind in (Kind.SUBPARAGRAPH, Kind.INDENT)
            if (
                tops
                and (is_counted or tops[0] == first.address)
                and is_sibling(tops[0], address, kind)
                and all(is_sibling(top, address, kind) or _belongs_with(top, first) for top in tops)
            ):
                return list(built or ())
        raise NotCertainError(Doubt.NEW_TEXT)

    def phrase(self, unit: WorkingUnit, lines: Sequence[str], part: str) -> str:
        """Return the new title of a provision, or its introductory words, without the label that may be quoted too."""
        texts = list(lines)
        if part == "title" and len(texts) > 1 and fold(texts[0]) == fold(unit.label):
            texts = texts[1:]
        if len(texts) != 1:
            raise NotCertainError(Doubt.NEW_TEXT)
        text = texts[0]
        if unit.label and text.startswith(unit.label):
            text = text[len(unit.label) :].lstrip(" -–—:.")
        return text

    def _division(
        self, outer: WorkingUnit | None, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """Return the last unit that a new chapter or section with its articles follows, and its units."""
        kind = Kind(instruction.subject)
        if outer is None and anchor and not self.text.children("", kind):
            outer_kinds = DIVISIONS[: DIVISIONS.index(kind)]
            preceding = self.text.units[: self.text.units.index(anchor.units[0])]
            outer = next((unit for unit in reversed(preceding) if unit.kind in outer_kinds), None)
        base = outer.address if outer else ""
        siblings = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
        ends = [self.text.region(unit)[-1] for unit in siblings]
        in_annex = outer is not None and outer.kind is Kind.ANNEX
        earlier = self._earlier(outer, self.text.units.index(ends[-1]) + 1) if outer and in_annex and ends else []
        new = list(self._build(self._scaffold(outer, kind, earlier), instruction.lines) or ())
        tops = top_addresses(new)
        if not tops or not is_sibling(tops[0], base, kind):
            raise NotCertainError(Doubt.NEW_TEXT)
        keys = [number_key(unit.address) for unit in siblings]
        if number_key(tops[0]) in keys:
            raise NotCertainError(Doubt.TAKEN)
        place = sum(key < number_key(tops[0]) for key in keys)
        if keys != sorted(keys) or not place or (in_annex and place < len(keys)):
            raise NotCertainError(Doubt.NEW_TEXT)
        previous = ends[place - 1]
        labels = instruction.labels
        if (
            not all(_belongs_with(top, siblings[0]) for top in tops[1:])
            or not self.continues_articles(new, previous, previous)
            or (labels and not has_numbers([number_key(tops[0])], labels))
            or (anchor and anchor.units[-1] is not previous)
        ):
            raise NotCertainError(Doubt.NEW_TEXT)
        return previous, new

    def _earlier(self, annex: WorkingUnit, end: int) -> list[WorkingUnit]:
        """The units directly in an annex before a place, whose numbers may come again in each of its parts."""
        return [unit for unit in self.text.units[:end] if parent(unit.address) == annex.address and not unit.is_deleted]

    def continues_articles(self, new: Sequence[Paragraph], first: WorkingUnit, last: WorkingUnit) -> bool:
        """True if the articles of new divisions have numbers between those before the first unit and after the last."""
        if first.kind is Kind.ARTICLE:
            return True
        units = self.text.units
        before, inner, after = (
            [number_key(unit.address) for unit in group if is_sibling(str(unit.address), "", Kind.ARTICLE)]
            for group in (units[: units.index(first) + 1], new, units[units.index(last) :])
        )
        return not inner or all(low < high for low, high in pairwise([*before[-1:], *inner, *after[:1]]))

    def _heading(
        self, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """The unit that a new heading before an article follows, and the heading: of a section or of a chapter."""
        start = self.text.units.index(anchor.units[0]) if anchor and not anchor.part and instruction.is_before else 0
        previous = self.text.units[start - 1] if start else None
        if previous is None or self.text.units[start].kind is not Kind.ARTICLE or previous.kind in HEADINGS:
            raise NotCertainError(Doubt.NEW_TEXT)
        chapter = next((unit for unit in self.text.units[start - 1 :: -1] if unit.kind is Kind.CHAPTER), None)
        lines = (*instruction.lines, self.text.units[start].label, "Text")  # a heading leads to something
        for kind, outer in ((Kind.CHAPTER, chapter and self.text.owner(chapter)), (Kind.SECTION, chapter)):
            base = outer.address if outer else ""
            siblings = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
            new = list(self._build(self._scaffold(outer, kind, ()), lines) or ())[:1]
            if not new or not siblings or not is_sibling(new[0].address, base, kind):
                continue
            key = number_key(new[0].address)
            earlier = [unit for unit in siblings if self.text.units.index(unit) < start]
            keys = [number_key(unit.address) for unit in siblings]
            keys.insert(len(earlier), key)
            if all(low < high for low, high in pairwise(keys)):
                return previous, new
        raise NotCertainError(Doubt.NEW_TEXT)

    def _row(
        self, outer: WorkingUnit | None, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """The last cell that new rows of a table follow, and their cells."""
        rows = self.text.rows(outer) if outer else []
        units = list(anchor.units) if anchor else rows[-1] if rows else []
        if not units or instruction.is_before or instruction.labels:
            raise NotCertainError(Doubt.NEW_TEXT)
        return units[-1], [cell for line in instruction.lines for cell in self.cells(units, line)]

    def cells(self, model: Sequence[WorkingUnit], line: str) -> list[Paragraph]:
        """The cells of a new row, in the columns of another, which has them all."""
        texts = line.split("\t")
        if [number_key(unit.address)[0] for unit in model] != [*range(1, len(texts) + 1)]:
            raise NotCertainError(Doubt.NEW_TEXT)
        stem = f"{parent(parent(model[0].address) or '')}__{Kind.ROW}_{self.text.new_number()}"
        return [
            replace(unit.paragraph, marked=text, address=Address(f"{stem}__{Kind.CELL}_{column}"), boxes=(), sources=())
            for column, (unit, text) in enumerate(zip(model, texts, strict=True), start=1)
            if text
        ]

    def _places(
        self,
        outer: WorkingUnit | None,
        anchor: FoundProvision | None,
        instruction: Instruction,
        among: Sequence[WorkingUnit] = (),
    ) -> Iterator[tuple[WorkingUnit | None, list[Paragraph]]]:
        """Yield where new text can stand among its siblings by its labels, with its units: usually one place.

        Args:
            among: The units of the part of an annex that receives the new text; empty for all of ``outer``.
        """
        for kind in _kinds(instruction.subject, outer):
            siblings = [
                unit
                for unit in self.text.children(outer.address if outer else "", kind)
                if not unit.is_deleted and (not among or unit in among)
            ]
            places: Sequence[int] = [0]
            if anchor:
                unit = anchor.units[0]
                first = siblings[0] if siblings and siblings[0].kind is Kind.SUBPARAGRAPH else None
                is_inside = first is not None and unit.address == parent(first.address)
                is_fitting = not instruction.is_before if anchor.part == "own" else is_inside
                if unit in siblings and anchor.part in ("", "own"):
                    places = [siblings.index(unit) + (not instruction.is_before)]
                elif first is None or anchor.part not in ("", "own") or not is_fitting:
                    continue
            elif kind in (Kind.SUBPARAGRAPH, Kind.INDENT):
                places = [len(siblings)]
            else:
                places = range(len(siblings), max(-1, len(siblings) - _MOST_PLACES), -1)
            for place in places:
                new = self._units_at(outer, kind, siblings, place, instruction)
                if new:
                    previous = self._preceding(outer, siblings, place)
                    if previous is not None or not siblings:
                        yield previous, new

    def _units_at(
        self,
        outer: WorkingUnit | None,
        kind: Kind,
        siblings: Sequence[WorkingUnit],
        place: int,
        instruction: Instruction,
    ) -> list[Paragraph] | None:
        """Return the units of new text at a place among siblings; None if its labels do not fit there."""
        base = outer.address if outer else ""
        is_numbered = outer is not None and outer.kind is Kind.ARTICLE and self.text.children(base, Kind.PARAGRAPH)
        if kind is Kind.SUBPARAGRAPH and is_numbered:
            return None
        earlier = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
        preceding = earlier[: earlier.index(siblings[0])] if siblings else []
        lines = instruction.lines
        if kind is Kind.ANNEX and not lines[0] and siblings and len(instruction.labels) == 1:
            lines = (f"{siblings[0].label.split()[0]} {instruction.labels[0]}", *lines[1:])
        built = self._build(self._scaffold(outer, kind, [*preceding, *siblings[:place]]), lines)
        if not built:
            return None
        new = list(built)
        tops = top_addresses(new)
        if not all(is_sibling(top, base, kind) for top in tops):
            return None
        if kind in (Kind.SUBPARAGRAPH, Kind.INDENT):
            return new
        keys = [number_key(top) for top in tops]
        low = [number_key(siblings[place - 1].address)] if place else []
        high = [number_key(siblings[place].address)] if place < len(siblings) else []
        sequence = [*low, *keys, *high]
        if any(second <= first for first, second in pairwise(sequence)):
            return None
        if instruction.labels and not has_numbers(keys, instruction.labels):
            return None
        return new

    def _preceding(self, outer: WorkingUnit | None, siblings: Sequence[WorkingUnit], place: int) -> WorkingUnit | None:
        """Return the last unit before the new text."""
        if place:
            return self.text.extent(siblings[place - 1])[-1]
        if siblings and (siblings[0].kind is not Kind.SUBPARAGRAPH or (outer and outer.kind is Kind.ARTICLE)):
            index = self.text.units.index(siblings[0])
            return self.text.units[index - 1] if index else None
        if outer is None:
            return None
        return self.text.own_part(outer)[-1] if siblings else self.text.region(outer)[-1]


def _belongs_with(top: str, first: WorkingUnit) -> bool:
    """True for what new text may have besides units like the first: the articles of a division, the list of a text."""
    stem = parent(first.address) or ""
    kind = Kind(top.rpartition("__")[2].partition("_")[0])
    if first.kind in DIVISIONS[1:]:
        in_annex = stem.startswith(f"{Kind.ANNEX}_")
        return (parent(top) == stem) if in_annex else kind is Kind.ARTICLE and "__" not in top
    first_text = first.kind is Kind.SUBPARAGRAPH and stem.startswith(f"{Kind.ARTICLE}_") and "__" not in stem
    return first_text and kind in INTRODUCED and parent(top) == stem


def _kinds(subject: str, outer: WorkingUnit | None) -> Sequence[Kind]:
    """Return the kinds of unit that an instruction may mean; an unnumbered paragraph is a subparagraph of its article.

    A unit with a number and a full stop is a paragraph; in an annex it is called a point.
    """
    if subject == Kind.POINT and outer is not None and outer.kind is Kind.ANNEX:
        return (Kind.POINT, Kind.PARAGRAPH)
    if subject == Kind.PARAGRAPH:
        return (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
    if subject:
        return (Kind(subject),)
    return (Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT, Kind.SUBPARAGRAPH)

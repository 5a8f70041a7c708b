"""Applies amending instructions to a base act: what is certain is applied exactly, the rest is listed with its reason.

The address of new text follows from its labels among those of the base act: its lines are given to the structure
builder after a scaffold, which has the labels of the preceding text. If the builder does not find the scaffold again,
or finds the new text elsewhere than the instruction says, nothing is applied.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from delegate_desk.core.amending.amended import (
    AmendedAct,
    AmendedParagraph,
    Doubt,
    HandPlacement,
    Instruction,
    Operation,
    OperationKind,
    OperationState,
    PlacedAs,
    ProvisionPath,
)
from delegate_desk.core.amending.working_text import (
    DIVISIONS,
    INTRODUCED,
    FoundProvision,
    NotCertainError,
    ScaffoldLine,
    WorkingText,
    WorkingUnit,
    has_numbers,
    is_sibling,
    number_key,
    top_addresses,
    working_units,
)
from delegate_desk.core.documents.addresses import label_numbers, parent
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.text import fold

_MOST_PLACES = 120


BuildStructure = Callable[[Sequence[ScaffoldLine], Sequence[str]], Sequence[Paragraph] | None]
"""Builds the units of new lines after a scaffold; returns None if the scaffold itself reads differently."""


def apply_instructions(
    base: DocumentId,
    paragraphs: Sequence[Paragraph],
    amending: Sequence[tuple[DocumentId, Sequence[Instruction]]],
    build: BuildStructure,
    language: str,
    placed: Sequence[HandPlacement] = (),
) -> AmendedAct:
    """Apply the instructions of one or several amending acts in order, each to the result of the previous one.

    Args:
        build: Builds units in the language of the acts.
        placed: Changes placed by hand, for instructions that are not applied.
    """
    units = list(working_units(paragraphs))
    operations: list[Operation] = []
    deleted: dict[Address, Place] = {}
    first: dict[str, tuple[Address | None, list[Place]]] = {unit.address: (unit.base, []) for unit in units}
    for document, instructions in amending:
        application = _Application(WorkingText(units, language), document, build, placed)
        operations += application.run(instructions)
        gone = {unit.base: unit.origins[-1] for unit in application.gone if unit.base}
        deleted |= {original: origin for at, origin in gone.items() if (original := first[at][0])}
        found = application.text.units
        first = {
            unit.address: (
                first[unit.base][0] if unit.base else None,
                [*(first[unit.base][1] if unit.base else []), *unit.origins],
            )
            for unit in found
        }
        units = list(working_units(map(_paragraph, found)))
    made = tuple(
        AmendedParagraph(unit.paragraph, first[unit.address][0], tuple(first[unit.address][1])) for unit in units
    )
    return AmendedAct(base, tuple(document for document, _ in amending), tuple(operations), made, deleted)


def _paragraph(unit: WorkingUnit) -> Paragraph:
    address = Address(unit.address)
    return replace(
        unit.paragraph,
        address=address,
        label=unit.label,
        marked=unit.text,
        depth=address.count("__") + 1,
        boxes=(),
        sources=unit.paragraph.sources if unit.base else (),
    )


_Target = Address | WorkingUnit
"""Target of an operation: an address of the base act, or a unit whose address is known at the end."""
_Outcome = tuple[Instruction, _Target | None, Doubt | HandPlacement | None]
"""Of an instruction at one provision: why it was not applied, or the placement by hand that was."""


class _Application:
    """The application of one amending act to a text.

    Attributes:
        gone: The units deleted, after it has run.
    """

    def __init__(
        self, text: WorkingText, document: DocumentId, build: BuildStructure, placed: Sequence[HandPlacement]
    ) -> None:
        self.text = text
        self.gone: list[WorkingUnit] = []
        self._document = document
        self._build = build
        self._placed = [placement for placement in placed if placement.origin.document == document]

    def run(self, instructions: Sequence[Instruction]) -> list[Operation]:
        """Apply instructions in order, but last those on words wherever they occur: new text has the new words."""
        told: dict[int, list[_Outcome]] = {}
        for n, instruction in sorted(enumerate(instructions), key=lambda pair: pair[1].is_everywhere):
            try:
                told[n] = [(instruction, target, None) for target in self._apply(instruction)]
            except NotCertainError as error:
                told[n] = [(instruction, self._known(instruction), error.doubt)]
        for outcomes in told.values():
            if outcomes[0][2] is not None:
                outcomes[:] = self._place_by_hand(outcomes[0][0]) or outcomes
        self.gone = [unit for unit in self.text.units if unit.is_deleted]
        self.text.recount()
        return [self._operation(*outcome) for n in sorted(told) for outcome in told[n]]

    def _place_by_hand(self, instruction: Instruction) -> list[_Outcome]:
        """Apply the changes that were placed by hand for the provision of an instruction, each once."""
        outcomes: list[_Outcome] = []
        for placement in [placed for placed in self._placed if placed.origin.address == instruction.address]:
            unit = next((unit for unit in self.text.units if _base(unit) == placement.target), None)
            if unit is None or unit.is_deleted:
                continue
            self._placed.remove(placement)
            region = self.text.region(unit)
            if placement.action is PlacedAs.DELETES:
                self.text.remove(region, placement.origin)
            elif placement.action is PlacedAs.REPLACES:
                unit.text = " ".join(placement.text.split())
                unit.origins.append(placement.origin)
            else:
                unit = self.text.insert(region[-1], self._following(unit, placement.text), placement.origin)[0]
            outcomes.append((instruction, unit, placement))
        return outcomes

    def _following(self, unit: WorkingUnit, text: str) -> Sequence[Paragraph]:
        """New text behind a unit: by its labels where they fit there, else a unit without a number."""
        stem, lines = parent(unit.address) or "", text.splitlines()
        siblings = self.text.children(stem, unit.kind)
        known = [other for other in siblings[: siblings.index(unit) + 1] if not other.is_deleted]
        taken = {other.address for other in self.text.units}
        new = self._build(self.text.scaffold(self.text.owner(unit), unit.kind, known), lines) or ()
        if new and all(is_sibling(top, stem, unit.kind) and top not in taken for top in top_addresses(new)):
            return new
        kind = Kind.SUBPARAGRAPH if stem else Kind.TEXT
        address = Address(f"{stem}__{kind}_0" if stem else f"{kind}_0")
        return [Paragraph(address, kind, "", " ".join(lines), address.count("__") + 1)]

    def _operation(
        self, instruction: Instruction, target: _Target | None, reason: Doubt | HandPlacement | None
    ) -> Operation:
        address = target if target is None or isinstance(target, str) else _base(target)
        place = Place(self._document, instruction.address)
        if isinstance(reason, HandPlacement):
            kind, state = reason.action.kind, OperationState.APPLIED
            return Operation(place, instruction.words, kind, address, state, is_by_hand=True)
        state = OperationState.APPLIED
        if reason:
            state = OperationState.FAILED if reason.is_failure else OperationState.UNCERTAIN
        return Operation(place, instruction.words, instruction.kind, address, state, reason)

    def _known(self, instruction: Instruction) -> Address | None:
        """Return the provision named by an instruction that was not applied, if it exists."""
        try:
            found = self.text.find(instruction.paths[0]) if instruction.paths and instruction.paths[0] else None
        except NotCertainError:
            return None
        return Address(found.units[0].base or found.units[0].address) if found else None

    def _apply(self, instruction: Instruction) -> Sequence[_Target]:
        if instruction.doubt or instruction.kind is None:
            raise NotCertainError(instruction.doubt or Doubt.WORDING)
        apply = {
            OperationKind.REPLACE: self._replace,
            OperationKind.INSERT: self._insert,
            OperationKind.DELETE: self._delete,
            OperationKind.RENUMBER: self._renumber,
            OperationKind.REPLACE_WORDS: self._reword,
        }[instruction.kind]
        saved = [(unit, unit.state()) for unit in self.text.units]
        try:
            return apply(instruction, Place(self._document, instruction.address))
        except NotCertainError:
            self.text.units = [unit for unit, _ in saved]
            for unit, state in saved:
                unit.reset(state)
            raise

    def _passages(self, instruction: Instruction) -> list[FoundProvision]:
        paths = [single for path in instruction.paths for single in self.text.between(path)]
        if not paths:
            raise NotCertainError(Doubt.PLACE)
        return [self.text.find(path) for path in paths]

    # Kinds of instruction

    def _delete(self, instruction: Instruction, origin: Place) -> list[_Target]:
        passages = self._passages(instruction)
        for passage in passages:
            if passage.part == "sentence":
                self.text.set_sentence(passage, "", origin)
            elif passage.part or any(unit.is_changed for unit in passage.units):
                raise NotCertainError(Doubt.CHANGED if not passage.part else Doubt.PLACE)
            else:
                self.text.remove(passage.units, origin)
        return [_base(passage.units[0]) for passage in passages]

    def _renumber(self, instruction: Instruction, origin: Place) -> list[_Target]:
        passages = self._passages(instruction)
        units = [passage.units[0] for passage in passages]
        if len(units) != len(instruction.labels) or any(passage.part for passage in passages):
            raise NotCertainError(Doubt.WORDING)
        if not all(label_numbers(label) for label in instruction.labels):
            raise NotCertainError(Doubt.WORDING)
        for unit in units:  # out of the way first: ``paragraphs 3 and 4 become paragraphs 4 and 5``
            old = unit.address
            for below in self.text.region(unit):
                below.address = f"~{below.address}"
            unit.address = f"~{old}"
        for unit, label in zip(units, instruction.labels, strict=True):
            old = unit.address
            for below in self.text.region(unit):
                below.address = below.address[1:]
            target = f"{old[1 : old.rindex('_') + 1]}{label_numbers(label)[0]}"
            if any(o.address == target and not o.is_deleted and o is not unit for o in self.text.units):
                raise NotCertainError(Doubt.TAKEN)
            self.text.renumber(unit, label, origin)
        siblings = self.text.children(parent(units[0].address) or "", units[0].kind)
        keys = [number_key(unit.address) for unit in siblings if not unit.is_deleted]
        if keys != sorted(keys):
            raise NotCertainError(Doubt.TAKEN)
        return [_base(unit) for unit in units]

    def _reword(self, instruction: Instruction, origin: Place) -> list[_Target]:
        if instruction.is_everywhere:
            passages = self._passages(instruction) if instruction.paths else [self.text.enacting_terms()]
            units = self.text.reword_all(passages, instruction.old, instruction.new, origin)
            return [_base(unit) for unit in units]
        targets: list[_Target] = []
        for passage in self._passages(instruction):
            if not instruction.old:
                unit = self.text.set_sentence(passage, instruction.new, origin)
            else:
                behind = not instruction.is_before if instruction.keeps_old else None
                unit = self.text.reword(passage, instruction.old, instruction.new, origin, after=behind)
            targets.append(_base(unit))
        return targets

    def _replace(self, instruction: Instruction, origin: Place) -> list[_Target]:
        passages = self._passages(instruction)
        if len(passages) == 1 and passages[0].part in ("title", "intro"):
            unit = passages[0].units[0]
            if unit.is_changed:
                raise NotCertainError(Doubt.CHANGED)
            unit.text = self._heading_or_phrase(unit, instruction.lines, passages[0].part)
            unit.origins.append(origin)
            return [_base(unit)]
        if any(passage.part not in ("", "own") for passage in passages):
            raise NotCertainError(Doubt.PLACE)
        if any(unit.is_changed for passage in passages for unit in passage.units):
            raise NotCertainError(Doubt.CHANGED)
        if passages[0].units[0].kind is Kind.CELL:
            return self._replace_row(passages, instruction, origin)
        return self._replace_units(passages, instruction, origin)

    def _replace_row(
        self, passages: Sequence[FoundProvision], instruction: Instruction, origin: Place
    ) -> list[_Target]:
        if len(passages) > 1 or len(instruction.lines) > 1:
            raise NotCertainError(Doubt.NEW_TEXT)
        row = passages[0].units
        cells = self._cells(row, instruction.lines[0])
        if len(cells) != len(row):
            raise NotCertainError(Doubt.NEW_TEXT)
        for unit, cell in zip(row, cells, strict=True):
            unit.text = cell.text
            unit.origins.append(origin)
        return [_base(row[0])]

    def _replace_units(
        self, passages: Sequence[FoundProvision], instruction: Instruction, origin: Place
    ) -> list[_Target]:
        first, last = passages[0].units[0], passages[-1].units[-1]
        among = self.text.units[self.text.units.index(first) : self.text.units.index(last) + 1]
        replaced = [unit for passage in passages for unit in passage.units]
        if among != replaced:
            raise NotCertainError(Doubt.NEW_TEXT)
        new = self._new_units(first, instruction.lines)
        tops = top_addresses(new)
        wanted = {passage.units[0].address for passage in passages}
        taken = {unit.address for unit in self.text.units if not unit.is_deleted} - {unit.address for unit in replaced}
        counted = first.kind in (Kind.SUBPARAGRAPH, Kind.INDENT)
        fewer = wanted - set(tops) and not wanted > set(tops)  # three points are replaced by two of them, not by others
        if not counted and (fewer or taken & {str(unit.address) for unit in new}):
            raise NotCertainError(Doubt.NEW_TEXT)
        self._check_order(tops, among)
        by_address = {unit.address: unit for unit in replaced}
        position = self.text.units.index(first)
        before = self.text.units[position - 1] if position else None
        if counted and len(tops) != len(passages):
            raise NotCertainError(Doubt.NEW_TEXT)
        renewed = self._renewed(new, by_address, passages if counted else (), origin)
        self.text.remove([unit for unit in replaced if unit not in renewed], origin)
        rest = [unit for unit in self.text.units if unit not in renewed]
        at = rest.index(before) + 1 if before else 0
        self.text.units = [*rest[:at], *renewed, *rest[at:]]
        return [_base(passage.units[0]) for passage in passages] + [
            unit for unit in renewed if unit.base is None and unit.address in tops
        ]

    def _renewed(
        self, new: Sequence[Paragraph], old: dict[str, WorkingUnit], counted: Sequence[FoundProvision], origin: Place
    ) -> list[WorkingUnit]:
        """Return the units of new text: those of the old text with their address, reworded, and new ones."""
        heads = [passage.units[0].address for passage in counted]
        made = []
        for paragraph in new:
            address = str(paragraph.address)
            if counted:
                top = next(top for top in top_addresses(new) if address == top or address.startswith(f"{top}__"))
                address = f"{heads[top_addresses(new).index(top)]}{address[len(top) :]}"
            unit = old.get(address)
            if unit is None or unit.kind is not paragraph.kind:
                unit = WorkingUnit(paragraph, None, paragraph.text, paragraph.label, address)
            unit.text, unit.label = paragraph.text, paragraph.label
            unit.origins.append(origin)
            made.append(unit)
        return made

    def _check_order(self, tops: Sequence[str], among: Sequence[WorkingUnit]) -> None:
        """Check that new siblings are in order among their numbers and the units around those they replace."""
        if among[0].kind in (Kind.SUBPARAGRAPH, Kind.INDENT):
            return
        siblings = self.text.children(parent(among[0].address) or "", among[0].kind)
        around = [number_key(unit.address) for unit in siblings if unit not in among and not unit.is_deleted]
        keys = [number_key(top) for top in tops]
        low = [key for key in around if key < keys[0]]
        if keys != sorted(keys) or len({*keys}) != len(keys) or len(low) != sum(key < keys[-1] for key in around):
            raise NotCertainError(Doubt.NEW_TEXT)

    def _insert(self, instruction: Instruction, origin: Place) -> list[_Target]:
        if len(instruction.paths) > 1:
            raise NotCertainError(Doubt.PLACE)
        path = instruction.paths[0] if instruction.paths else ()
        if instruction.subject == "sentence":
            return [self._insert_sentence(path, instruction, origin)]
        owner = self.text.find(path) if path else None
        if owner and owner.part and not (owner.part == "own" and instruction.subject in INTRODUCED):
            raise NotCertainError(Doubt.PLACE)
        anchor = self.text.find(instruction.anchor) if instruction.anchor else None
        above = owner.units[0] if owner else None
        if instruction.subject in ("title", "intro"):
            found = [self._heading(anchor, instruction)]
        elif instruction.subject in DIVISIONS[1:]:
            found = [self._division(above, anchor, instruction)]
        elif instruction.subject == Kind.ROW:
            found = [self._row(above, anchor, instruction)]
        elif owner and above and above.kind in DIVISIONS[1:]:  # articles are numbered throughout an act
            annex = self.text.owner(above)
            if (instruction.subject == Kind.ARTICLE) is (annex is not None and annex.kind is Kind.ANNEX):
                raise NotCertainError(Doubt.NEW_TEXT)
            among = () if instruction.subject == Kind.ARTICLE else owner.units
            places = self._places(annex if among else None, anchor, instruction, among)
            found = [place for place in places if place[0] in owner.units]
        else:
            found = list(self._places(above, anchor, instruction))
        if len(found) != 1:
            raise NotCertainError(Doubt.TAKEN if self._is_taken(above, instruction) else Doubt.NEW_TEXT)
        after, new = found[0]
        added = self.text.insert(after, new, origin)
        if instruction.subject == Kind.ROW:
            return [added[0]]
        tops = top_addresses(new)
        return [unit for unit, paragraph in zip(added, new, strict=True) if str(paragraph.address) in tops]

    def _division(
        self, above: WorkingUnit | None, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """Return the last unit that a new chapter or section with its articles follows, and its units."""
        base, kind = above.address if above else "", Kind(instruction.subject)
        siblings = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
        new = list(self._build(self.text.scaffold(above, kind, ()), instruction.lines) or ())
        tops = top_addresses(new)
        if not tops or not is_sibling(tops[0], base, kind):
            raise NotCertainError(Doubt.NEW_TEXT)
        keys = [number_key(unit.address) for unit in siblings]
        if number_key(tops[0]) in keys:
            raise NotCertainError(Doubt.TAKEN)
        place = sum(key < number_key(tops[0]) for key in keys)
        if keys != sorted(keys) or not place:
            raise NotCertainError(Doubt.NEW_TEXT)
        after = self.text.region(siblings[place - 1])[-1]
        at = self.text.units.index(after) + 1
        before, behind = (
            [number_key(unit.address) for unit in units if is_sibling(unit.address, "", Kind.ARTICLE)]
            for units in (self.text.units[:at], self.text.units[at:])
        )
        numbers = [*before[-1:], *map(number_key, tops[1:]), *behind[:1]]
        labels = instruction.labels
        if (
            not all(is_sibling(top, "", Kind.ARTICLE) for top in tops[1:])
            or any(second <= first for first, second in pairwise(numbers))
            or (labels and not has_numbers([number_key(tops[0])], labels))
            or (anchor and anchor.units[-1] is not after)
        ):
            raise NotCertainError(Doubt.NEW_TEXT)
        return after, new

    def _heading(
        self, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """The unit that a new heading before an article follows, and the heading: of a section or of a chapter."""
        at = self.text.units.index(anchor.units[0]) if anchor and not anchor.part and instruction.is_before else 0
        before = self.text.units[at - 1] if at else None
        if before is None or self.text.units[at].kind is not Kind.ARTICLE or before.kind in HEADINGS:
            raise NotCertainError(Doubt.NEW_TEXT)
        for kind in (Kind.CHAPTER, Kind.SECTION):
            chapter = next((unit for unit in self.text.units[at - 1 :: -1] if unit.kind is Kind.CHAPTER), None)
            above = chapter if kind is Kind.SECTION else self.text.owner(chapter) if chapter else None
            base = above.address if above else ""
            lines = (*instruction.lines, self.text.units[at].label, "Text")  # a heading leads to something
            new = list(self._build(self.text.scaffold(above, kind, ()), lines) or ())
            new = [unit for unit in new if not unit.address.startswith(f"{Kind.ARTICLE}_")]
            siblings = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
            if len(new) == 1 and siblings and is_sibling(new[0].address, base, kind):
                places = [self.text.units.index(unit) for unit in siblings]
                key, keys = number_key(new[0].address), [number_key(unit.address) for unit in siblings]
                if all(
                    (place < at) is (other < key) and other != key for place, other in zip(places, keys, strict=True)
                ):
                    return before, new
        raise NotCertainError(Doubt.NEW_TEXT)

    def _row(
        self, above: WorkingUnit | None, anchor: FoundProvision | None, instruction: Instruction
    ) -> tuple[WorkingUnit | None, list[Paragraph]]:
        """The last cell that new rows of a table follow, and their cells."""
        rows = self.text.rows(above) if above else []
        units = list(anchor.units) if anchor else rows[-1] if rows else []
        if not units or instruction.is_before or instruction.labels:
            raise NotCertainError(Doubt.NEW_TEXT)
        return units[-1], [cell for line in instruction.lines for cell in self._cells(units, line)]

    def _cells(self, like: Sequence[WorkingUnit], line: str) -> list[Paragraph]:
        """The cells of a new row, in the columns of another, which has them all."""
        texts = line.split("\t")
        if [number_key(unit.address)[0] for unit in like] != [*range(1, len(texts) + 1)]:
            raise NotCertainError(Doubt.NEW_TEXT)
        stem = f"{parent(parent(like[0].address) or '')}__{Kind.ROW}_{self.text.new_number()}"
        return [
            replace(unit.paragraph, marked=text, address=Address(f"{stem}__{Kind.CELL}_{column}"), boxes=(), sources=())
            for column, (unit, text) in enumerate(zip(like, texts, strict=True), start=1)
            if text
        ]

    def _insert_sentence(self, path: ProvisionPath, instruction: Instruction, origin: Place) -> WorkingUnit:
        if len(instruction.lines) != 1 or instruction.is_before:
            raise NotCertainError(Doubt.NEW_TEXT)
        passage = self.text.find(instruction.anchor or path)
        if passage.part != "sentence":
            texts = [unit for unit in passage.units if unit.kind not in HEADINGS and not unit.is_deleted]
            if instruction.anchor or len(texts) != 1:
                raise NotCertainError(Doubt.SENTENCE)
            passage = FoundProvision((texts[0],), "sentence")
        return self.text.set_sentence(passage, instruction.lines[0], origin, insert=True)

    def _is_taken(self, above: WorkingUnit | None, instruction: Instruction) -> bool:
        stem = f"{above.address}__" if above else ""
        wanted = {f"{stem}{instruction.subject}_{n}" for label in instruction.labels for n in label_numbers(label)[:1]}
        return any(unit.address in wanted and not unit.is_deleted for unit in self.text.units)

    def _places(
        self,
        above: WorkingUnit | None,
        anchor: FoundProvision | None,
        instruction: Instruction,
        among: Sequence[WorkingUnit] = (),
    ) -> Iterator[tuple[WorkingUnit | None, list[Paragraph]]]:
        """Yield where new text can stand among its siblings by its labels, with its units: usually one place.

        Args:
            among: The units of the part of an annex that receives the new text; empty for all of ``above``.
        """
        for kind in _kinds(instruction.subject, above):
            siblings = [
                unit
                for unit in self.text.children(above.address if above else "", kind)
                if not unit.is_deleted and (not among or unit in among)
            ]
            if anchor:
                following = self._following_anchor(anchor, siblings, instruction)
                if following is None:
                    continue
                places: Sequence[int] = [following]
            elif kind in (Kind.SUBPARAGRAPH, Kind.INDENT):
                places = [len(siblings)]
            else:
                places = range(len(siblings), max(-1, len(siblings) - _MOST_PLACES), -1)
            for place in places:
                new = self._at(above, kind, siblings, place, instruction)
                if new:
                    after = self._behind(above, siblings, place)
                    if after is not None or not siblings:
                        yield after, new

    def _following_anchor(
        self, anchor: FoundProvision, siblings: list[WorkingUnit], instruction: Instruction
    ) -> int | None:
        unit = anchor.units[0]
        if anchor.part == "own" and siblings and siblings[0].kind is Kind.SUBPARAGRAPH and not instruction.is_before:
            return 0
        if anchor.part:
            return None
        if unit in siblings:
            return siblings.index(unit) + (not instruction.is_before)
        inner = parent(siblings[0].address) if siblings else None
        return 0 if unit.address == inner and siblings[0].kind is Kind.SUBPARAGRAPH else None

    def _at(
        self,
        above: WorkingUnit | None,
        kind: Kind,
        siblings: Sequence[WorkingUnit],
        place: int,
        instruction: Instruction,
    ) -> list[Paragraph] | None:
        """Return the units of new text at a place among siblings; None if its labels do not fit there."""
        base = above.address if above else ""
        numbered = above is not None and above.kind is Kind.ARTICLE and self.text.children(base, Kind.PARAGRAPH)
        if kind is Kind.SUBPARAGRAPH and numbered:
            return None
        earlier = [unit for unit in self.text.children(base, kind) if not unit.is_deleted]
        before = earlier[: earlier.index(siblings[0])] if siblings else []
        lines = instruction.lines
        if kind is Kind.ANNEX and not lines[0] and siblings and len(instruction.labels) == 1:
            lines = (f"{siblings[0].label.split()[0]} {instruction.labels[0]}", *lines[1:])
        built = self._build(self.text.scaffold(above, kind, [*before, *siblings[:place]]), lines)
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
        whole = [*low, *keys, *high]
        if any(second <= first for first, second in pairwise(whole)):
            return None
        if instruction.labels and not has_numbers(keys, instruction.labels):
            return None
        return new

    def _behind(self, above: WorkingUnit | None, siblings: Sequence[WorkingUnit], place: int) -> WorkingUnit | None:
        """Return the last unit before the new text."""
        if place:
            return self.text.region(siblings[place - 1])[-1]
        if siblings and siblings[0].kind is not Kind.SUBPARAGRAPH:
            at = self.text.units.index(siblings[0])
            return self.text.units[at - 1] if at else None
        if above is None:
            return None
        return self.text.own_part(above)[-1] if siblings else self.text.region(above)[-1]

    def _new_units(self, first: WorkingUnit, lines: Sequence[str]) -> list[Paragraph]:
        """Return the units of a text that replaces a unit, and perhaps further siblings.

        Raises:
            NotCertainError: If its labels do not show that.
        """
        address = parent(first.address) or ""
        above = self.text.owner(first)
        siblings = [unit for unit in self.text.children(address, first.kind) if not unit.is_deleted]
        before = siblings[: siblings.index(first)]
        scaffold = self.text.scaffold(above, first.kind, before)
        kind = first.kind
        if kind is Kind.ANNEX and not lines[0]:
            lines = (first.label, *lines[1:])
        labelled = (f"{first.label} {lines[0]}", *lines[1:]) if first.label and kind not in HEADINGS else ()
        for text in filter(None, (lines, labelled)):
            built = self._build(scaffold, text)
            tops = top_addresses(built or ())
            counted = kind in (Kind.SUBPARAGRAPH, Kind.INDENT)
            if tops and (counted or tops[0] == first.address) and all(is_sibling(top, address, kind) for top in tops):
                return list(built or ())
        raise NotCertainError(Doubt.NEW_TEXT)

    def _heading_or_phrase(self, unit: WorkingUnit, lines: Sequence[str], part: str) -> str:
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


def _base(unit: WorkingUnit) -> Address:
    return unit.base or Address(unit.address)


def _kinds(subject: str, above: WorkingUnit | None) -> Sequence[Kind]:
    """Return the kinds of unit that an instruction may mean; an unnumbered paragraph is a subparagraph of its article.

    A unit with a number and a full stop is a paragraph; in an annex it is called a point.
    """
    if subject == Kind.POINT and above is not None and above.kind is Kind.ANNEX:
        return (Kind.POINT, Kind.PARAGRAPH)
    if subject == Kind.PARAGRAPH:
        return (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
    if subject:
        return (Kind(subject),)
    return (Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT, Kind.SUBPARAGRAPH)

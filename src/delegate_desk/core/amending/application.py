"""Applies amending instructions to a base act: what is certain is applied, the rest is listed with its reason."""

from collections.abc import Sequence
from dataclasses import replace

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
)
from delegate_desk.core.amending.new_text import BuildStructure, NewText
from delegate_desk.core.amending.working_text import (
    DIVISIONS,
    FoundProvision,
    NotCertainError,
    WorkingText,
    WorkingUnit,
    is_sibling,
    number_key,
    top_addresses,
    working_units,
)
from delegate_desk.core.documents.addresses import label_numbers, parent
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, Kind, Paragraph, Place


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
        deletions = {unit.base: unit.origins[-1] for unit in application.gone if unit.base}
        deleted |= {original: origin for address, origin in deletions.items() if (original := first[address][0])}
        changed = application.text.units
        first = {
            unit.address: (
                first[unit.base][0] if unit.base else None,
                [*(first[unit.base][1] if unit.base else []), *unit.origins],
            )
            for unit in changed
        }
        amended = [
            replace(
                unit.paragraph,
                address=Address(unit.address),
                label=unit.label,
                marked=unit.text,
                depth=unit.address.count("__") + 1,
                boxes=(),
                sources=unit.paragraph.sources if unit.base else (),
            )
            for unit in changed
        ]
        units = list(working_units(amended))
    result = tuple(
        AmendedParagraph(unit.paragraph, first[unit.address][0], tuple(first[unit.address][1])) for unit in units
    )
    return AmendedAct(base, tuple(document for document, _ in amending), tuple(operations), result, deleted)


_PLACED_KINDS = {
    PlacedAs.REPLACES: OperationKind.REPLACE,
    PlacedAs.FOLLOWS: OperationKind.INSERT,
    PlacedAs.DELETES: OperationKind.DELETE,
}
_Target = Address | WorkingUnit
"""Target of an operation: an address of the base act, or a unit whose address is known at the end."""
_Outcome = tuple[Instruction, _Target | None, Doubt | HandPlacement | None]
"""Of an instruction at one provision: why it was not applied, or the placement by hand that was."""


class _Application:
    """The application of one amending act to a text; ``gone`` are the units deleted, after it has run."""

    def __init__(
        self, text: WorkingText, document: DocumentId, build: BuildStructure, placed: Sequence[HandPlacement]
    ) -> None:
        self.text = text
        self.gone: list[WorkingUnit] = []
        self._document = document
        self._new = NewText(text, build)
        self._placed = [placement for placement in placed if placement.origin.document == document]

    def run(self, instructions: Sequence[Instruction]) -> list[Operation]:
        """Apply instructions in order, but last those on words wherever they occur: new text has the new words."""
        results: dict[int, list[_Outcome]] = {}
        for n, instruction in sorted(enumerate(instructions), key=lambda pair: pair[1].is_everywhere):
            try:
                results[n] = [(instruction, target, None) for target in self._apply(instruction)]
            except NotCertainError as error:
                results[n] = [(instruction, self._named_provision(instruction), error.doubt)]
        for outcomes in results.values():
            if outcomes[0][2] is not None:
                # The changes that were placed by hand for the provision, each once.
                instruction = outcomes[0][0]
                by_hand: list[_Outcome] = []
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
                        unit = self.text.insert(
                            region[-1], self._new.following(unit, placement.text), placement.origin
                        )[0]
                    by_hand.append((instruction, unit, placement))
                outcomes[:] = by_hand or outcomes
        self.gone = [unit for unit in self.text.units if unit.is_deleted]
        self.text.recount()
        operations: list[Operation] = []
        for instruction, target, reason in (outcome for n in sorted(results) for outcome in results[n]):
            address = target if target is None or isinstance(target, str) else _base(target)
            place = Place(self._document, instruction.address)
            if isinstance(reason, HandPlacement):
                kind, state = _PLACED_KINDS[reason.action], OperationState.APPLIED
                operations.append(Operation(place, instruction.words, kind, address, state, is_by_hand=True))
                continue
            state = OperationState.UNCERTAIN if reason else OperationState.APPLIED
            if reason in (Doubt.NO_PLACE, Doubt.NO_WORDS):
                state = OperationState.FAILED
            operations.append(Operation(place, instruction.words, instruction.kind, address, state, reason))
        return operations

    def _named_provision(self, instruction: Instruction) -> Address | None:
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
        lines, new = map(self.text.in_own_marks, instruction.lines), self.text.in_own_marks(instruction.new)
        instruction = replace(instruction, lines=tuple(lines), new=new)
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
            for inner in self.text.region(unit):
                inner.address = f"~{inner.address}"
            unit.address = f"~{old}"
        for unit, label in zip(units, instruction.labels, strict=True):
            old = unit.address
            for inner in self.text.region(unit):
                inner.address = inner.address[1:]
            target = f"{old[1 : old.rindex('_') + 1]}{label_numbers(label)[0]}"
            if any(o.address == target and not o.is_deleted and o is not unit for o in self.text.units):
                raise NotCertainError(Doubt.TAKEN)
            self.text.renumber(unit, label, origin)
        keys = [number_key(unit.address) for unit in self.text.siblings(units[0])]
        if keys != sorted(keys):
            raise NotCertainError(Doubt.TAKEN)
        return [_base(unit) for unit in units]

    def _reword(self, instruction: Instruction, origin: Place) -> list[_Target]:
        if instruction.is_everywhere:
            if instruction.paths:
                passages = self._passages(instruction)
            else:
                units = self.text.units
                begins = (n for n, unit in enumerate(units) if unit.kind in (*DIVISIONS, Kind.ARTICLE))
                passages = [FoundProvision(tuple(units[next(begins, len(units)) :]))]
            changed = self.text.reword_all(passages, instruction.old, instruction.new, origin)
            return [_base(unit) for unit in changed]
        targets: list[_Target] = []
        for passage in self._passages(instruction):
            if not instruction.old:
                unit = self.text.set_sentence(passage, instruction.new, origin)
            else:
                after = not instruction.is_before if instruction.keeps_old else None
                unit = self.text.reword(passage, instruction.old, instruction.new, origin, after=after)
            targets.append(_base(unit))
        return targets

    def _replace(self, instruction: Instruction, origin: Place) -> list[_Target]:
        passages = self._passages(instruction)
        if len(passages) == 1 and passages[0].part in ("title", "intro"):
            unit = passages[0].units[0]
            if unit.is_changed:
                raise NotCertainError(Doubt.CHANGED)
            unit.text = self._new.phrase(unit, instruction.lines, passages[0].part)
            unit.origins.append(origin)
            return [_base(unit)]
        if any(passage.part not in ("", "own", "cell") for passage in passages):
            raise NotCertainError(Doubt.PLACE)
        if any(unit.is_changed for passage in passages for unit in passage.units):
            raise NotCertainError(Doubt.CHANGED)
        row = passages[0].units
        if row[0].kind is not Kind.CELL:
            return self._replace_units(passages, instruction, origin)
        if len(passages) > 1 or len(instruction.lines) > 1:
            raise NotCertainError(Doubt.NEW_TEXT)
        line = instruction.lines[0]
        texts = [line] if passages[0].part and "\t" not in line else [cell.text for cell in self._new.cells(row, line)]
        if len(texts) != len(row):
            raise NotCertainError(Doubt.NEW_TEXT)
        for unit, text in zip(row, texts, strict=True):
            unit.text = text
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
        new = self._new.units(first, instruction.lines)
        tops = [top for top in top_addresses(new) if is_sibling(top, parent(first.address) or "", first.kind)]
        if not self._new.continues_articles(new, first, last):
            raise NotCertainError(Doubt.NEW_TEXT)
        targets = {passage.units[0].address for passage in passages}
        used = {unit.address for unit in self.text.units if not unit.is_deleted} - {unit.address for unit in replaced}
        is_counted = first.kind in (Kind.SUBPARAGRAPH, Kind.INDENT)
        is_part = targets - set(tops) and not targets > set(tops)  # three points may become two of them, not others
        if not is_counted and (is_part or used & {str(unit.address) for unit in new}):
            raise NotCertainError(Doubt.NEW_TEXT)
        if not is_counted:  # new siblings are in order among their numbers and the units around those they replace
            nearby = [number_key(unit.address) for unit in self.text.siblings(first) if unit not in among]
            keys = [number_key(top) for top in tops]
            lower = [key for key in nearby if key < keys[0]]
            if keys != sorted(keys) or len({*keys}) != len(keys) or len(lower) != sum(key < keys[-1] for key in nearby):
                raise NotCertainError(Doubt.NEW_TEXT)
        by_address = {unit.address: unit for unit in replaced}
        position = self.text.units.index(first)
        previous = self.text.units[position - 1] if position else None
        stem = first.address.rpartition("_")[0]
        places = [passage.units[0].address for passage in passages]
        places += [f"{stem}_{self.text.new_number()}" for _ in tops[len(places) :]]
        renewed = self._reworded_units(
            new, by_address, dict(zip(tops, places, strict=False)) if is_counted else {}, origin
        )
        self.text.remove([unit for unit in replaced if unit not in renewed], origin)
        rest = [unit for unit in self.text.units if unit not in renewed]
        start = rest.index(previous) + 1 if previous else 0
        self.text.units = [*rest[:start], *renewed, *rest[start:]]
        return [_base(passage.units[0]) for passage in passages] + [
            unit for unit in renewed if unit.base is None and unit.address in tops
        ]

    def _reworded_units(
        self, new: Sequence[Paragraph], old: dict[str, WorkingUnit], addresses: dict[str, str], origin: Place
    ) -> list[WorkingUnit]:
        """Return the units of new text: those of the old text with their address, reworded, and new ones.

        Args:
            addresses: By the address of each new unit without a number, that of the unit it replaces, or a fresh one.
        """
        units = []
        for paragraph in new:
            address = str(paragraph.address)
            for top, place in addresses.items():
                if address == top or address.startswith(f"{top}__"):
                    address = f"{place}{address[len(top) :]}"
                    break
            unit = old.get(address)
            if unit is None or unit.kind is not paragraph.kind:
                unit = WorkingUnit(paragraph, None, paragraph.text, paragraph.label, address)
            unit.text, unit.label = paragraph.text, paragraph.label
            unit.origins.append(origin)
            units.append(unit)
        return units

    def _insert(self, instruction: Instruction, origin: Place) -> list[_Target]:
        if len(instruction.paths) > 1:
            raise NotCertainError(Doubt.PLACE)
        path = instruction.paths[0] if instruction.paths else ()
        if instruction.subject == "sentence":
            if len(instruction.lines) != 1 or instruction.is_before:
                raise NotCertainError(Doubt.NEW_TEXT)
            passage = self.text.find(instruction.anchor or path)
            if passage.part != "sentence":
                texts = [unit for unit in passage.units if unit.kind not in HEADINGS and not unit.is_deleted]
                if instruction.anchor or len(texts) != 1:
                    raise NotCertainError(Doubt.SENTENCE)
                passage = FoundProvision((texts[0],), "sentence")
            return [self.text.set_sentence(passage, instruction.lines[0], origin, insert=True)]
        previous, new = self._new.insertion(path, instruction)
        added = self.text.insert(previous, new, origin)
        if instruction.subject == Kind.ROW:
            return [added[0]]
        tops = top_addresses(new)
        return [unit for unit, paragraph in zip(added, new, strict=True) if str(paragraph.address) in tops]


def _base(unit: WorkingUnit) -> Address:
    return unit.base or Address(unit.address)

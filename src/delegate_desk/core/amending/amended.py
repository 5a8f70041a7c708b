"""Amending instructions, and the amended act as it would read (DESIGN.md section 10)."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import count

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, Document, DocumentId, Paragraph, Place
from delegate_desk.core.errors import ErrorReason
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, diff_words


class OperationKind(StrEnum):
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    RENUMBER = "renumber"
    REPLACE_WORDS = "replace_words"


class OperationState(StrEnum):
    APPLIED = "applied"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


class Doubt(ErrorReason):
    """Reason why an instruction was not applied."""

    WORDING = "wording", "the wording of the instruction is not understood"
    PLACE = "place", "it does not name the provision with certainty"
    SEVERAL_PLACES = "several_places", "several provisions correspond to it"
    SEVERAL_WORDS = "several_words", "the words occur several times in the provision"
    SENTENCE = "sentence", "the sentence cannot be told apart with certainty"
    NEW_TEXT = "new_text", "the new text cannot be placed with certainty"
    TAKEN = "taken", "a provision with this number exists already"
    CHANGED = "changed", "another instruction changes the same words or numbers"
    NO_PLACE = "no_place", "the provision does not exist"
    NO_WORDS = "no_words", "the words are not in the provision"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step to a provision, as printed.

    Attributes:
        kind: A ``Kind``, or ``sentence``, ``intro`` (introductory words) or ``title``.
        label: The number as printed, without brackets; for an ordinal its value; of a row of a table its first cell.
        until: The last label of a range; empty for a single provision.
        is_ordinal: True for ``second subparagraph``: the label counts units that have no number.
    """

    kind: str
    label: str = ""
    until: str = ""
    is_ordinal: bool = False


ProvisionPath = tuple[PathStep, ...]
"""The steps of a path, from the outermost."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One amending instruction.

    Attributes:
        address: The provision of the amending act that contains it.
        words: As printed.
        kind: None if it is not understood.
        paths: The provisions concerned; of an insertion, those that receive the new text.
        subject: Of an insertion, the kind of new provision; empty if only the new text shows it.
        labels: The numbers of new provisions; of a renumbering the new numbers, in the order of ``paths``.
        anchor: What the new text follows or precedes; empty if the instruction does not say.
        is_before: True if the new text precedes the anchor or the old words.
        lines: The new text, one line per paragraph, without its quotation marks. Tabs separate the cells of a row; an
            empty first line stands for the label of an annex whose text is in an annex of the amending act.
        old: Words that are replaced or deleted, or next to which words are inserted.
        new: The new words; empty for a deletion.
        keeps_old: True if the old words stay and the new ones are inserted beside them.
        is_everywhere: True if words are replaced wherever they occur in ``paths``, or in the act if these are empty.
        doubt: Why it is not understood.
    """

    address: Address
    words: str
    kind: OperationKind | None = None
    paths: tuple[ProvisionPath, ...] = ()
    subject: str = ""
    labels: tuple[str, ...] = ()
    anchor: ProvisionPath = ()
    is_before: bool = False
    lines: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    keeps_old: bool = False
    is_everywhere: bool = False
    doubt: Doubt | None = None


class PlacedAs(StrEnum):
    """First part of the tag of a note that places an instruction by hand: ``replaces:art_3__para_2``."""

    REPLACES = "replaces"
    FOLLOWS = "follows"
    DELETES = "deletes"


@dataclass(frozen=True, slots=True)
class HandPlacement:
    """A change that the delegate placed by hand, for an instruction that is not applied.

    It is kept as a note of ours on the amending provision, with a tag; its text is the new text.

    Attributes:
        origin: The amending provision.
        target: In the base act.
        text: A paragraph a line; not used for a deletion.
    """

    origin: Place
    action: PlacedAs
    target: Address
    text: str = ""

    @property
    def tag(self) -> str:
        return f"{self.action}:{self.target}"


def placements(notes: Iterable[Annotation]) -> Iterator[HandPlacement]:
    """The changes that our notes on an amending act place by hand, in the order of the notes."""
    for note in notes:
        for tag in note.tags:
            action, _, target = tag.partition(":")
            if target and action in set(PlacedAs):
                yield HandPlacement(note.place, PlacedAs(action), Address(target), note.text.strip())


@dataclass(frozen=True, slots=True)
class Operation:
    """Outcome of an instruction for one provision.

    Attributes:
        place: The provision of the amending act.
        words: The instruction as printed.
        target: Address in the base act; of an insertion the address of the new text, of a renumbering the old address.
        reason: Why it was not applied.
        is_by_hand: True if the delegate placed it.
    """

    place: Place
    words: str
    kind: OperationKind | None
    target: Address | None
    state: OperationState
    reason: Doubt | None = None
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class AmendedParagraph:
    """One unit of the amended act.

    Attributes:
        paragraph: Its address, label and text as amended.
        base: Its address in the base act; None for new text.
        origins: The amending provisions that changed it, in the order applied; empty if it is unchanged.
    """

    paragraph: Paragraph
    base: Address | None
    origins: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendedAct:
    """A base act with one or several amending acts applied in order.

    Attributes:
        amending: The acts applied, in order.
        operations: By amending act, in the order of its text.
        paragraphs: In reading order, without deleted provisions.
        deleted: The amending provision by address of a deleted unit of the base act.
    """

    base: DocumentId
    amending: tuple[DocumentId, ...]
    operations: tuple[Operation, ...]
    paragraphs: tuple[AmendedParagraph, ...]
    deleted: dict[Address, Place]

    @property
    def open(self) -> tuple[Operation, ...]:
        """Return the operations that were not applied."""
        return tuple(operation for operation in self.operations if operation.state is not OperationState.APPLIED)


def tracked_position(document: Document, act: AmendedAct, cite: Callable[[Place], str], general: str) -> Position:
    """Return each change as a position entry: rewordings, deletions, new provisions.

    A renumbering is a deletion and a new provision.

    Args:
        document: The base act.
        cite: Cites a provision of an amending act, for the comment beside each change.
        general: Comment on the whole act.
    """
    units = {unit.address: unit for unit in document.paragraphs}
    items = [
        PositionEntry(address, proposal="", comment=cite(origin))
        for address, origin in act.deleted.items()
        if address in units
    ]
    used = set(units)
    previous = Address("")
    for amended in act.paragraphs:
        paragraph, comment = amended.paragraph, "; ".join(dict.fromkeys(map(cite, amended.origins)))
        unit = units.get(amended.base) if amended.base else None
        if unit is None or unit.label != paragraph.label:
            if unit is not None:
                items.append(PositionEntry(unit.address, proposal="", comment=comment))
            address = paragraph.address  # with an unused number added if the base act has it
            if address in used:
                address = next(name for n in count(2) if (name := Address(f"{paragraph.address}-{n}")) not in used)
            used.add(address)
            items.append(
                PositionEntry(address, proposal=paragraph.text, comment=comment, after=previous, label=paragraph.label)
            )
        else:
            address = unit.address
            if unit.text != paragraph.text:
                items.append(PositionEntry(address, proposal=paragraph.text, comment=comment))
        previous = address
    return Position(act.base, general=general, items=tuple(items))


def unit_outcomes(document: Document, act: AmendedAct) -> Iterator[UnitOutcome]:
    """Yield the outcome of each unit, in the order of the amended act, deleted units at their old position."""
    place = {unit.address: n for n, unit in enumerate(document.paragraphs)}
    next_old = 0
    left = {amended.base for amended in act.paragraphs}
    for amended in act.paragraphs:
        new, base = amended.paragraph, amended.base
        if base is None:
            yield UnitOutcome(None, new.address, Verdict.INSERTED, 0.0, ((WordChange.INSERT, new.text),))
            continue
        yield from _deleted_outcomes(document, left, next_old, place[base])
        next_old = max(next_old, place[base])
        old = document.paragraphs[place[base]]
        if old.text != new.text:
            verdict = Verdict.REWORDED
        else:
            verdict = Verdict.SAME if (old.address, old.label) == (new.address, new.label) else Verdict.RENUMBERED
        words = diff_words(old.text, new.text)
        shared = sum(len(text) for change, text in words if change is WordChange.EQUAL)
        similarity = shared / max(len(old.text), len(new.text), 1) if verdict is Verdict.REWORDED else 1.0
        yield UnitOutcome(base, new.address, verdict, similarity, words)
    yield from _deleted_outcomes(document, left, next_old, len(document.paragraphs))


def _deleted_outcomes(document: Document, left: set[Address | None], start: int, end: int) -> Iterator[UnitOutcome]:
    for unit in document.paragraphs[start:end]:
        if unit.address not in left:
            yield UnitOutcome(unit.address, None, Verdict.DELETED, 0.0, ((WordChange.DELETE, unit.text),))

"""Amending instructions, and the amended act as it would read (DESIGN.md section 10)."""

from enum import StrEnum

from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, Place
from delegate_desk.core.errors import ErrorReason
from delegate_desk.core.values import dataclass


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

    @property
    def is_failure(self) -> bool:
        return self in (Doubt.NO_PLACE, Doubt.NO_WORDS)


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step to a provision, as printed.

    Attributes:
        kind: A ``Kind``, or ``sentence``, ``intro`` (introductory words) or ``title``.
        label: The number as printed, without brackets; for an ordinal its value.
        until: The last label of a range; empty for a single provision.
        is_ordinal: True for ``second subparagraph``: the label counts units that have no number.
    """

    kind: str
    label: str = ""
    until: str = ""
    is_ordinal: bool = False


ProvisionPath = tuple[PathStep, ...]
"""From the outermost step in."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One amending instruction.

    Attributes:
        address: The provision of the amending act that gives it.
        words: As printed.
        kind: None if it is not understood.
        paths: The provisions it is about; of an insertion, those in which the new text comes.
        subject: Of an insertion, the kind of provision that comes; empty where the new text alone tells.
        labels: The numbers of what comes; of a renumbering the new ones, in the order of ``paths``.
        anchor: What the new text follows, or precedes; empty where the instruction does not say.
        is_before: True if the new text precedes the anchor, or the old words.
        lines: The new text, a paragraph a line, without its quotation marks.
        old: Words that are replaced or deleted, or that inserted words follow.
        new: Words that come; empty for a deletion.
        keeps_old: True if the old words stay: the new ones are inserted beside them.
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
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Outcome of an instruction at one provision.

    Attributes:
        place: The provision of the amending act.
        words: The instruction as printed.
        target: In the base act; of an insertion the address of the new text, of a renumbering the old address.
        reason: Why it was not applied.
    """

    place: Place
    words: str
    kind: OperationKind | None
    target: Address | None
    state: OperationState
    reason: Doubt | None = None


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
    """A base act with one amending act, or several in order, applied to it.

    Attributes:
        amending: The acts applied, in order.
        operations: By amending act, in the order of its text.
        paragraphs: In reading order; deleted provisions are not among them.
        deleted: The amending provision by address of a deleted unit of the base act.
    """

    base: DocumentId
    amending: tuple[DocumentId, ...]
    operations: tuple[Operation, ...]
    paragraphs: tuple[AmendedParagraph, ...]
    deleted: dict[Address, Place]

    @property
    def open(self) -> tuple[Operation, ...]:
        """The operations that were not applied."""
        return tuple(operation for operation in self.operations if operation.state is not OperationState.APPLIED)

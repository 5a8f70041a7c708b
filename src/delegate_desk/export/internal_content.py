"""Internal content for the capital: fallbacks, red lines, instructions, notes, annotations.

It is added to the circulating export.
"""

import datetime
from collections.abc import Iterable

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Paragraph
from delegate_desk.core.positions.export_options import EntryCounts
from delegate_desk.core.positions.position import Clearing, Position, PositionEntry, ProposedAction, Sending, Stance
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff, diff_words
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.position_paper import Cite, PositionPaper, as_unit, ordered_units, unchanged_text


@dataclass(frozen=True, slots=True)
class InternalNote:
    """One of our annotations as shown to the capital.

    Attributes:
        quote: The words annotated; empty for the whole provision.
        tags: In the order given.
        start: Offset of the words in the provision's text: 0-based, in code points; None for the whole provision.
        holder: Of a reservation, the delegation that holds it; empty for our own.
        due: In UTC.
    """

    kind: AnnotationKind
    quote: str
    text: str
    tags: tuple[str, ...]
    start: int | None = None
    holder: str = ""
    due: datetime.datetime | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class InternalProvision:
    """Internal content on one unit of the document, or on a new provision of ours.

    Attributes:
        citation: In the language of the labels.
        label: As printed.
        fallbacks: Compared with the unit's text, the best first.
        authors: Codes of the delegations whose wording was adopted.
    """

    order: int
    address: Address
    citation: str
    label: str
    heading: bool
    word_changes: WordDiff
    stance: Stance | None
    text: str
    notes: tuple[InternalNote, ...]
    fallbacks: tuple[WordDiff, ...] = ()
    red_line: str = ""
    instruction: str = ""
    source: str = ""
    priority: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()

    def count(self) -> int:
        texts = (self.text, self.red_line, self.instruction, self.source)
        total = sum(bool(text.strip()) for text in texts) + len(self.fallbacks) + len(self.notes)
        return total + sum(map(bool, (self.stance, self.priority, self.tags, self.authors)))


@dataclass(frozen=True, slots=True)
class Internal:
    """All internal content on a document.

    Attributes:
        provisions: In the document's order.
    """

    general: str
    provisions: tuple[InternalProvision, ...]
    cleared: Clearing | None = None
    sent: Sending | None = None

    def count(self) -> int:
        parts = (self.general.strip(), self.cleared, self.sent)
        return sum(map(bool, parts)) + sum(provision.count() for provision in self.provisions)


def build(document: Document, position: Position, annotations: Iterable[Annotation], *, cite: Cite) -> Internal:
    """Collect the internal content of a position and of the annotations on its document."""
    items = {item.address: item for item in position.items}
    notes: dict[Address, list[InternalNote]] = {}
    for annotation in annotations:
        if annotation.visibility is Visibility.INTERNAL or annotation.kind is AnnotationKind.RED_LINE:
            notes.setdefault(annotation.place.address, []).append(internal_note(annotation))
    provisions = (
        _provision(order, unit, items.get(address) or PositionEntry(address), tuple(notes.get(address, ())), cite)
        for order, address, unit in ordered_units(document, items.keys() | notes.keys(), position.items)
    )
    internal_provisions = tuple(provision for provision in provisions if provision.count())
    return Internal(position.internal, internal_provisions, position.cleared, position.sent)


def internal_note(annotation: Annotation) -> InternalNote:
    quote = annotation.quote
    return InternalNote(
        annotation.kind,
        quote.exact if quote else "",
        annotation.text,
        annotation.tags,
        quote.start if quote else None,
        annotation.holder,
        annotation.due,
        annotation.status is AnnotationStatus.DONE,
    )


def _provision(
    order: int, unit: Paragraph | None, item: PositionEntry, notes: tuple[InternalNote, ...], cite: Cite
) -> InternalProvision:
    label = unit.label if unit else item.label.strip()
    text = unit.text if unit else ""
    return InternalProvision(
        order=order,
        citation=cite(item.address),
        label=label,
        heading=(unit or as_unit(item.address, label)).kind in HEADINGS,
        word_changes=unchanged_text(unit),
        stance=item.stance if item.stance and item.stance.circulated is not item.stance else None,
        text=item.internal,
        notes=notes,
        address=item.address,
        fallbacks=tuple(diff_words(text, fallback) for fallback in item.fallbacks),
        red_line=item.red_line,
        instruction=item.instruction,
        source=item.source,
        priority=item.priority,
        tags=item.tags,
        authors=item.authors,
    )


@dataclass(frozen=True, slots=True)
class DelegationComment:
    """Written comment of one delegation, or of several together, on a provision or the whole document.

    Attributes:
        language: Language of its own text, ISO 639-1.
    """

    placed: PlacedComment
    language: str

    @property
    def written(self) -> ProvisionComment:
        return self.placed.provision_comment

    def does(self, *, is_there: bool) -> ProposedAction:
        """Return the change requested of the text, given whether it has such a provision."""
        if not is_there:
            return ProposedAction.INSERT
        if self.written.proposal == "":
            return ProposedAction.DELETE
        return ProposedAction.NOTHING if self.written.proposal is None else ProposedAction.REWORD


def new_provisions(others: Iterable[DelegationComment]) -> list[PositionEntry]:
    """Return the new provisions proposed by others, each once, with their position."""
    items: dict[Address, PositionEntry] = {}
    for comment in others:
        address, after = comment.placed.address, comment.placed.after
        if address is not None and after is not None:
            items.setdefault(address, PositionEntry(address, after=after, label=comment.written.label))
    return list(items.values())


@dataclass(frozen=True, slots=True)
class ExportMaterial:
    """Content of an export.

    Attributes:
        inside: Internal content; None if the file circulates.
        other_comments: For a compilation.
    """

    document: Document
    paper: PositionPaper
    inside: Internal | None
    labels: ExportLabels
    format_citation: Cite
    other_comments: tuple[DelegationComment, ...] = ()
    entries: EntryCounts | None = None

    def provisions(self) -> int:
        inside = self.inside.provisions if self.inside else ()
        others = {comment.placed.address for comment in self.other_comments} - {None}
        addresses = {provision.address for provision in self.paper.provisions}
        return len(addresses | {provision.address for provision in inside} | others)

    def internal(self) -> int:
        return self.inside.count() if self.inside else 0

    def is_empty(self) -> bool:
        return self.paper.is_empty() and not self.internal() and not self.other_comments

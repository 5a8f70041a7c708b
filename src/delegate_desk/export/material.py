"""Material of the exports on a document: our position, what is internal of it, what other delegations wrote."""

from collections.abc import Iterable, Mapping

from delegate_desk.core.contributions.contribution import Contribution, PlacedComment
from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.positions.export_options import EntryCounts
from delegate_desk.core.positions.position import PositionEntry, ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.position_paper import Cite, PositionPaper


@dataclass(frozen=True, slots=True)
class DelegationComment:
    """Written comment of one delegation, or of several together, on a provision or the whole document.

    Attributes:
        delegations: Codes; empty where the document does not name its author.
        language: ISO 639-1, of its own text.
        address: None for general comments, and for comments without a place in the text.
        word_changes: From the document's text to the proposal; empty without either.
        proposal: The whole wording; None where none is proposed.
        after: Of a new provision, the provision it is to follow.
    """

    delegations: tuple[str, ...]
    language: str
    address: Address | None
    label: str
    word_changes: WordDiff
    proposal: str | None
    comment: str
    general: bool
    after: Address | None

    def does(self, *, is_there: bool) -> ProposedAction:
        """Return the change requested of the text, given whether it has such a provision."""
        if not is_there:
            return ProposedAction.INSERT
        if self.proposal == "":
            return ProposedAction.DELETE
        return ProposedAction.NOTHING if self.proposal is None else ProposedAction.REWORD


def comments_from_contributions(
    contributions: Iterable[Contribution], languages: Mapping[DocumentId, str]
) -> tuple[DelegationComment, ...]:
    """All that others wrote, paper by paper, in each paper's order.

    Args:
        languages: By paper.
    """
    return tuple(
        _delegation_comment(placed, languages[contribution.paper])
        for contribution in contributions
        for placed in contribution.placed
    )


def _delegation_comment(placed: PlacedComment, language: str) -> DelegationComment:
    comment = placed.provision_comment
    return DelegationComment(
        comment.delegations,
        language,
        None if placed.is_general else placed.address,
        comment.label,
        placed.word_diff,
        comment.proposal,
        comment.comment,
        placed.is_general,
        placed.after,
    )


def new_provisions(others: Iterable[DelegationComment]) -> list[PositionEntry]:
    """The provisions that others want to be new, each once, with where they are to stand."""
    items: dict[Address, PositionEntry] = {}
    for voice in others:
        if voice.address is not None and voice.after is not None:
            items.setdefault(voice.address, PositionEntry(voice.address, after=voice.after, label=voice.label))
    return list(items.values())


@dataclass(frozen=True, slots=True)
class ExportMaterial:
    """Content of an export.

    Attributes:
        inside: What is internal; None where the file circulates.
        others: What other delegations wrote, for a compilation.
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
        others = {comment.address for comment in self.other_comments if comment.address is not None}
        return len(
            {provision.address for provision in self.paper.provisions}
            | {provision.address for provision in inside}
            | others
        )

    def internal(self) -> int:
        return self.inside.count() if self.inside else 0

    def is_empty(self) -> bool:
        return self.paper.is_empty() and not self.internal() and not self.other_comments

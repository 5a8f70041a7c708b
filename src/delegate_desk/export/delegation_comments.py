"""Comments of several delegations on one document, by provision: ours as circulated, and those of the others."""

from collections.abc import Iterable, Mapping

from delegate_desk.core.contributions.contribution import Contribution, PlacedComment
from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.documents.document import Address, Document, DocumentId, Paragraph
from delegate_desk.core.positions.position import PositionEntry, ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.export.position_paper import PaperProvision, PositionPaper, as_unit, ordered_units


@dataclass(frozen=True, slots=True)
class DelegationComment:
    """Written comment of one delegation, or of several together, on a provision or the whole document.

    Attributes:
        delegations: Codes; empty where the document does not name its author.
        language: ISO 639-1, of its own text.
        address: None for general comments, and for comments without a place in the text.
        label: The provision as named by the author.
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
        contributions: Of one document.
        languages: By paper.
    """
    return tuple(_delegation_comment(placed, languages[one.paper]) for one in contributions for placed in one.placed)


def _delegation_comment(placed: PlacedComment, language: str) -> DelegationComment:
    said = placed.provision_comment
    return DelegationComment(
        said.delegations,
        language,
        None if placed.is_general else placed.address,
        said.label,
        placed.word_diff,
        said.proposal,
        said.comment,
        placed.is_general,
        placed.after,
    )


@dataclass(frozen=True, slots=True)
class CommentedProvision:
    """A provision on which somebody speaks.

    Attributes:
        unit: As the document has it; a new provision as the unit that it would be.
        is_there: False for a new provision.
        after: Of a new provision, what it is to stand behind; empty for the very beginning.
        own_provision: None where we say nothing.
        other_comments: In protocol order.
    """

    address: Address
    unit: Paragraph
    is_there: bool
    after: Address
    own_provision: PaperProvision | None
    other_comments: tuple[DelegationComment, ...]


def by_provision(
    document: Document, paper: PositionPaper, others: Iterable[DelegationComment], more: Iterable[Address]
) -> list[CommentedProvision]:
    """The provisions on which somebody speaks, in the document's order, new ones where they would stand.

    Args:
        document: What is spoken on.
        paper: What we say.
        others: What others say.
        more: Further provisions of ours.
    """
    placed: dict[Address, list[DelegationComment]] = {}
    for one in others:
        if one.address is not None:
            placed.setdefault(one.address, []).append(one)
    ours = {one.address: one for one in paper.provisions}
    new = new_items(paper, (one for some in placed.values() for one in some))
    items = {item.address: item for item in new}
    spoken = []
    for _, address, unit in ordered_units(document, placed.keys() | ours.keys() | set(more), new):
        item = items.get(address) or PositionEntry(address)
        some = sorted(placed.get(address, ()), key=_rank)
        shown = unit or as_unit(address, item.label)
        is_new = unit is None and item.after is not None
        spoken.append(
            CommentedProvision(address, shown, not is_new, item.after or Address(""), ours.get(address), tuple(some))
        )
    return spoken


def new_items(paper: PositionPaper, others: Iterable[DelegationComment]) -> list[PositionEntry]:
    """The provisions that are new, or move, with where they are to stand: ours before those of others."""
    ours = [
        PositionEntry(one.address, after=one.after, label=one.label)
        for one in paper.provisions
        if one.after is not None
    ]
    known = {one.address for one in ours}
    return [*ours, *(item for item in new_provisions(others) if item.address not in known)]


def new_provisions(others: Iterable[DelegationComment]) -> list[PositionEntry]:
    """The provisions that others want to be new, each once, with where they are to stand."""
    items: dict[Address, PositionEntry] = {}
    for voice in others:
        if voice.address is not None and voice.after is not None:
            items.setdefault(voice.address, PositionEntry(voice.address, after=voice.after, label=voice.label))
    return list(items.values())


def speakers(paper: PositionPaper, others: Iterable[DelegationComment]) -> list[str]:
    """The codes of all that speak, in protocol order."""
    own = {code for one in paper.provisions for code in one.joint} | ({paper.delegation} - {None})
    found = own | {code for one in others for code in one.delegations}
    return sorted((code for code in found if code), key=protocol_rank)


def _rank(voice: DelegationComment) -> tuple[tuple[int, str], ...]:
    return tuple(protocol_rank(code) for code in voice.delegations) or ((999, ""),)

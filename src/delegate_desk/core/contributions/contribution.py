"""Contributions: what other delegations wrote on a document, by provision."""

from dataclasses import dataclass
from typing import NewType

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.word_diff import Words

ContributionId = NewType("ContributionId", str)


@dataclass(frozen=True, slots=True)
class ProvisionComment:
    """What a paper says on one provision.

    Attributes:
        delegations: Codes of those that say it, in the order printed; empty where the paper does not say.
        label: The provision as the paper names it, such as ``Article 5(2)``; may be empty.
        quoted: The provision's text as the paper prints it, without what is proposed; may be empty.
        proposal: The whole wording proposed; None where none is.
        comment: Comments and justification, as printed.
    """

    delegations: tuple[str, ...]
    label: str
    quoted: str
    proposal: str | None
    comment: str


@dataclass(frozen=True, slots=True)
class Placed:
    """The same with its place in the document that it speaks on.

    Attributes:
        address: None for what could not be placed, and for general comments.
        words: From the document's own text there to the proposal; empty where none is proposed or it has no place.
        general: True for general comments.
        after: Of a provision that is new: what it is to stand behind, ``address`` being the one that it would have;
            empty for the very beginning. None for what speaks on a provision that is there.
        by_hand: True if a person gave it its place, or said that it has none.
    """

    written: ProvisionComment
    address: Address | None
    words: Words = ()
    general: bool = False
    after: Address | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """A paper of others on a document.

    Attributes:
        id: A UUID.
        document: What it speaks on.
        paper: The paper itself, which is held too.
        placed: In the paper's order, those without a place among them.
    """

    id: ContributionId
    document: DocumentId
    paper: DocumentId
    placed: tuple[Placed, ...]

    @property
    def unplaced(self) -> tuple[Placed, ...]:
        """What could not be placed."""
        return tuple(one for one in self.placed if one.address is None and not one.general)

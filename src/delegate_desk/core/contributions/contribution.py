"""Contributions: what other delegations wrote on a document, by provision."""

from typing import NewType

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff

ContributionId = NewType("ContributionId", str)


@dataclass(frozen=True, slots=True)
class ProvisionComment:
    delegations: tuple[str, ...]
    label: str
    quoted: str
    proposal: str | None
    comment: str


@dataclass(frozen=True, slots=True)
class PlacedComment:
    """Provision comment with its place in the document that it refers to.

    Attributes:
        address: None for comments that could not be placed, and for general comments.
        word_diff: From the document's text to the proposal; empty without a proposal or a place.
        after: Of a new provision, the address that it follows, where ``address`` is its own future address; empty for
            the beginning of the text. None for a comment on an existing provision.
        by_hand: True if a person placed it, or decided that it has no place.
    """

    provision_comment: ProvisionComment
    address: Address | None
    word_diff: WordDiff = ()
    is_general: bool = False
    after: Address | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """A paper of other delegations on a document: all its comments in its order, with a place or without."""

    id: ContributionId
    document: DocumentId
    paper: DocumentId
    placed: tuple[PlacedComment, ...]

    @property
    def unplaced(self) -> tuple[PlacedComment, ...]:
        return tuple(comment for comment in self.placed if comment.address is None and not comment.is_general)

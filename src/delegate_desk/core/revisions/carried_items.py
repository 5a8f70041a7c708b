"""Carry-over: the places of annotations, interventions and positions in a revision."""

from datetime import datetime
from enum import StrEnum

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.values import dataclass


class CarryVerdict(StrEnum):
    SAME = "same"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    DELETED = "deleted"
    DOUBTFUL = "doubtful"


class CarriedKind(StrEnum):
    ANNOTATION = "annotation"
    INTERVENTION = "intervention"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """Outcome of carrying over an item on a unit of the old document. The item itself stays there.

    Attributes:
        new: Its address, or that of its copy, in the new document; None if deleted or not yet placed.
        proposals: Places in the new document to choose from, most likely first, if the right place is not known.
        text: Text of its unit in the old document.
        has_lost_quote: True for an annotation on a paragraph without the words that it was anchored to.
        decided: Time of a person's decision about its place, in UTC; None for an automatic result.
        copy_id: The id of the copy of an annotation on the new document; empty if there is none.
        thread_head: For a reply, the id of the annotation on the old document at the head of its thread: both have the
            same target, and are decided together.
    """

    kind: CarriedKind
    key: str
    old: Address
    new: Address | None
    verdict: CarryVerdict
    proposals: tuple[Address, ...] = ()
    text: str = ""
    has_lost_quote: bool = False
    decided: datetime | None = None
    copy_id: str = ""
    thread_head: str = ""

    @property
    def is_open(self) -> bool:
        return self.verdict is CarryVerdict.DOUBTFUL and self.decided is None

    @property
    def is_done(self) -> bool:
        """True if a person has dealt with it, or left it without a place; a place that was chosen has its proposals."""
        return self.decided is not None and (self.new is None or not self.proposals)


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    carried: CarriedItem
    old: LibraryDocument


@dataclass(frozen=True, slots=True)
class PendingPlacement:
    old: LibraryDocument
    new: LibraryDocument
    number: int


@dataclass(frozen=True, slots=True)
class DeletedEarlier:
    """An item whose paragraph an earlier revision deleted, without a place since."""

    carried: CarriedItem
    old: LibraryDocument
    deleted_in: LibraryDocument

    @property
    def is_deleted(self) -> bool:
        """True while it has no place, and none to choose from."""
        return self.carried.new is None and not self.carried.is_open


@dataclass(frozen=True, slots=True)
class Carry:
    """All items carried over from one document to another.

    Attributes:
        pending: Items that were not carried over to the old document, the latest step first.
        earlier: Open items deleted by earlier revisions: red lines first, then reservations.
        done_earlier: Items deleted by earlier revisions that were done since the new document is in the library.
    """

    old: DocumentId
    new: DocumentId
    items: tuple[CarriedItem, ...]
    pending: tuple[PendingPlacement, ...] = ()
    earlier: tuple[DeletedEarlier, ...] = ()
    done_earlier: tuple[DeletedEarlier, ...] = ()

    def without_replies(self) -> tuple[CarriedItem, ...]:
        return tuple(item for item in self.items if not item.thread_head)

    def _all(self) -> tuple[CarriedItem, ...]:
        return (*self.without_replies(), *(earlier.carried for earlier in self.earlier if not earlier.is_deleted))

    @property
    def placed_count(self) -> int:
        return sum(item.new is not None for item in self._all())

    @property
    def open_count(self) -> int:
        return sum(item.is_open for item in self._all())

    @property
    def deleted_count(self) -> int:
        """Number of items on provisions that this revision deleted, or without a place, without replies."""
        return len(self._all()) - self.placed_count - self.open_count

    @property
    def deleted_earlier(self) -> int:
        """Number of open items on provisions that an earlier revision deleted, without a place."""
        return sum(earlier.is_deleted for earlier in self.earlier)

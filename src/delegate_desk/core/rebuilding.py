"""What came of making a library anew from its originals and sidecars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk.core.documents import DocumentId
from delegate_desk.core.sidecars import Refused


@dataclass(slots=True)
class ReadAgain:
    """What came of reading originals again; documents are told by number, with the names of their files.

    Attributes:
        same: How many read as their sidecars say.
        moved: Read otherwise now: what stands on them was fixed anew.
        missing: Without an original: of their text there is what stands in their sidecars.
        damaged: With an original that has other bytes than it came with.
        unreadable: With an original that cannot be read any more.
        alone: Originals of which no sidecar could be read: they are documents again, with nothing of ours.
        strange: Files among the originals that could not be made documents of.
    """

    same: int = 0
    moved: dict[DocumentId, str] = field(default_factory=dict)
    missing: dict[DocumentId, str] = field(default_factory=dict)
    damaged: dict[DocumentId, str] = field(default_factory=dict)
    unreadable: dict[DocumentId, str] = field(default_factory=dict)
    alone: dict[DocumentId, str] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A library made anew.

    Attributes:
        put: How many rows of each table of the record came from sidecars.
        refused: What of sidecars was not taken.
        reread: What came of the originals.
        current: False if the sidecars may lack the latest changes, because the old database could not be read.
        kept: Where the old database, and the sidecars of which something was refused, are kept.
    """

    put: Mapping[str, int]
    refused: tuple[Refused, ...]
    reread: ReadAgain
    current: bool
    kept: Path

    @property
    def is_whole(self) -> bool:
        """True if nothing is missing."""
        told = self.reread
        return not (self.refused or told.missing or told.damaged or told.unreadable or told.strange)

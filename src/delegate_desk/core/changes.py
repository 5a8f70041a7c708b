"""What a write changed, so that each view refreshes just that."""

from dataclasses import dataclass
from typing import Self

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import MeetingId


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed by one write, or by several joined with ``|``.

    Attributes:
        documents: Came in, went to the trash or left it, or were removed.
        annotations: Places whose annotations changed.
        positions: Documents on which the position changed.
        settings: True if what the library knows of its delegate changed.
        meetings: Whose agenda changed, or what was caught in them.
        contributions: Documents on which it changed what others wrote.
    """

    documents: frozenset[DocumentId] = frozenset()
    annotations: frozenset[Place] = frozenset()
    positions: frozenset[DocumentId] = frozenset()
    settings: bool = False
    meetings: frozenset[MeetingId] = frozenset()
    contributions: frozenset[DocumentId] = frozenset()

    def __or__(self, other: Self) -> "Changes":
        return Changes(
            self.documents | other.documents,
            self.annotations | other.annotations,
            self.positions | other.positions,
            self.settings or other.settings,
            self.meetings | other.meetings,
            self.contributions | other.contributions,
        )

    def __bool__(self) -> bool:
        parts = (self.documents, self.annotations, self.positions, self.settings, self.meetings, self.contributions)
        return any(map(bool, parts))

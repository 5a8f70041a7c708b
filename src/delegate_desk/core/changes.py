"""Changes made by a write, so that each view refreshes only these, and edits that can be undone."""

from enum import StrEnum
from typing import Self

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes made by one write, or by several joined with ``|``.

    Attributes:
        documents: Imported, moved to the trash, restored or removed.
        gone: Those of ``documents`` that are no longer in the library.
        settings: True if the library's information about its delegate changed.
    """

    documents: frozenset[DocumentId] = frozenset()
    annotations: frozenset[Place] = frozenset()
    positions: frozenset[DocumentId] = frozenset()
    settings: bool = False
    meetings: frozenset[MeetingId] = frozenset()
    contributions: frozenset[DocumentId] = frozenset()
    gone: frozenset[DocumentId] = frozenset()

    def __or__(self, other: Self) -> "Changes":
        return Changes(
            self.documents | other.documents,
            self.annotations | other.annotations,
            self.positions | other.positions,
            self.settings or other.settings,
            self.meetings | other.meetings,
            self.contributions | other.contributions,
            (self.gone - other.documents) | other.gone,
        )

    def __bool__(self) -> bool:
        return self != Changes()


class EditSubject(StrEnum):
    ANNOTATION = "annotation"
    POSITION = "position"
    DOCUMENT = "document"
    MEETING = "meeting"
    LINE = "line"
    CARRY = "carry"
    DOSSIER = "dossier"
    CONTRIBUTION = "contribution"
    PHRASE = "phrase"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class HistoryEdit:
    """An edit of an item, such as an annotation, that can be undone; consecutive edits of one key may be joined."""

    subject: EditSubject
    document: DocumentId
    key: str
    before: object
    after: object
    other_documents: frozenset[DocumentId] = frozenset()

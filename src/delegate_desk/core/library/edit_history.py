"""History of edits that can be undone."""

from enum import StrEnum

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.values import dataclass


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

"""Results of the index; a separate module, as it needs neither Whoosh nor numpy."""

from collections.abc import Mapping
from dataclasses import field

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import HitKind
from delegate_desk.core.values import dataclass

FACETS = ("language", "year", "document_type", "code", "dossier", "marking", "kind")


@dataclass(frozen=True, slots=True)
class Match:
    """One hit.

    Attributes:
        revisions: Where else in its family the same words were found, newest first; it is itself the newest.
    """

    kind: HitKind
    document: DocumentId
    address: Address
    annotation: AnnotationId | None
    revisions: tuple[tuple[DocumentId, Address], ...] = ()
    line: LineId | None = None


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """An answer of the index.

    Attributes:
        total: Of all hits; ``matches`` holds the first of them.
        facets: By facet and value, how many of all hits have it, most first; a facet that the query narrows is counted
            as if it did not.
        cut: True if the search was stopped: there may be more.
    """

    total: int = 0
    matches: tuple[Match, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cut: bool = False

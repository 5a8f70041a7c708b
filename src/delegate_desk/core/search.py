"""What can be found, and what an answer looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from delegate_desk.core.annotations import AnnotationId
from delegate_desk.core.documents import Address, DocumentId, Header


class HitKind(StrEnum):
    PARAGRAPH = "paragraph"
    ANNOTATION = "annotation"
    POSITION = "position"


class Why(StrEnum):
    """Why a hit matched: its words as typed, with other accents, with another ending, or longer."""

    EXACT = "exact"
    ACCENT = "accent"
    STEM = "stem"
    PREFIX = "prefix"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the index holds.

    Attributes:
        group: What it comes and goes with: ``document 3``, ``annotation UUID``, ``position 3``.
        text: All that is searched in, NFC-normalised, in reading order.
        header: Of the document it belongs to; the fields of the search box come from it.
        tags: Of an annotation.
        delegations: Codes of those whose words or line it is.
        annotation_kind: Of an annotation, ``question`` …; empty for others.
    """

    group: str
    kind: HitKind
    document: DocumentId
    address: Address
    text: str
    header: Header
    annotation: AnnotationId | None = None
    annotation_kind: str = ""
    tags: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit as it is shown.

    Attributes:
        document: Whose paragraph it is, or is about.
        name: The document's reference, or ``#number``.
        snippet: Part of the text, one line.
        highlights: Words that matched, in the snippet: 0-based, end-exclusive, in code points.
        other_languages: In which the same document is held with the same address.
    """

    kind: HitKind
    document: DocumentId
    name: str
    reference: str | None
    subject: str
    language: str
    marking: str | None
    address: Address
    label: str
    snippet: str
    highlights: tuple[tuple[int, int], ...]
    why: tuple[Why, ...]
    other_languages: tuple[str, ...] = ()
    annotation: AnnotationId | None = None
    annotation_kind: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """An answer.

    Attributes:
        understood: How the query was read, in English words.
        total: Of all hits; ``hits`` holds the first of them.
        facets: By facet (``language year document_type code dossier marking kind``) and value, how many of all hits.
        rebuilt: True if the index had to be made anew for this answer.
    """

    query: str
    understood: str
    total: int
    elapsed_ms: float
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rebuilt: bool = False

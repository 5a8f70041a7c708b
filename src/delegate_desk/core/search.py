"""Content that can be found, and the form of search results."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Header, Place
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.values import dataclass


class HitKind(StrEnum):
    PARAGRAPH = "paragraph"
    ANNOTATION = "annotation"
    POSITION = "position"
    INTERVENTION = "intervention"


class MatchReason(StrEnum):
    """Why a hit matched: its words as typed, with other accents, with another ending, longer, or spelt almost so."""

    EXACT = "exact"
    ACCENT = "accent"
    STEM = "stem"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """A query as it was put to the search box: what is lit in a document when a hit is opened goes by it.

    Attributes:
        typing: True if the last word could go on.
        stemming: False for exact forms only.
        language: Of the window, whose names of fields count.
    """

    text: str
    is_typing: bool = False
    stemming: bool = True
    language: str = "en"


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One thing that the index holds.

    Attributes:
        group: What it comes and goes with: ``document 3``, ``annotation UUID``, ``position 3``, ``line UUID``.
        text: All that is searched in, NFC-normalised, in reading order.
        header: Of the document it belongs to; the fields of the search box come from it.
        heading: True if it is a heading, whose words count more.
        line: Of an intervention, the line in which it was caught.
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
    is_heading: bool = False
    line: LineId | None = None


@dataclass(frozen=True, slots=True)
class QueryChip:
    """One part of a query, as it was read; the query without it is ``text[:start] + text[end:]``.

    Attributes:
        said: In words, such as ``in Greek`` or ``“police”``.
        start: Where it stands in the query: 0-based, in code points.
        end: Exclusive.
        field: The field's own name, such as ``lang``; empty for words.
        values: Of a field, as the facets name them where it is one of a facet (``el``, ``note``), else as typed.
        excluded: True if it takes away.
    """

    label: str
    start: int
    end: int
    field: str = ""
    values: tuple[str, ...] = ()
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """Parsed query.

    Attributes:
        said: All of it in words.
        chips: Its parts that all must hold, in the order typed; empty for an empty query.
        hints: Sentences on text that looks like syntax, such as a misspelt field.
    """

    description: str
    chips: tuple[QueryChip, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Another member of the family that has the same words at a place."""

    document: DocumentId
    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit as it is shown.

    Attributes:
        document: Whose paragraph it is, or is about; of several with the same words the newest.
        name: The document's reference, or ``#number``.
        snippet: Part of the text, one line.
        highlights: Words that matched, in the snippet: 0-based, end-exclusive, in code points.
        other_languages: In which the same document is held with the same address.
        revisions: Others of the family found with the same words, newest first.
        line: Of an intervention, the line in which it was caught.
        file_name: Of the document; its stem is the title of a document without a subject.
        short_title: Given by a person to its family; empty for the title that is made of the subject.
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
    match_reasons: tuple[MatchReason, ...]
    other_languages: tuple[str, ...] = ()
    annotation: AnnotationId | None = None
    annotation_kind: str = ""
    revisions: tuple[Revision, ...] = ()
    line: LineId | None = None
    file_name: str = ""
    short_title: str = ""


@dataclass(frozen=True, slots=True)
class GoToSuggestion:
    """A place that a query names by itself: the document of a reference, a place in it, or a title with these words.

    Attributes:
        place: With the empty address for the document as a whole.
        name: The document's reference, or ``#number``.
        citation: The place in words of the document's language, such as ``Article 6(1)(f)``; may be empty.
        subject: Of the document.
    """

    place: Place
    name: str
    language: str
    citation: str
    subject: str


class QueryChange(StrEnum):
    """Change of a query by a suggestion."""

    FILTER = "filter"
    SPELLING = "spelling"
    LANGUAGE = "language"
    STEMMING = "stemming"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Alternative query that has results where the original query has none.

    Attributes:
        change: The kind of difference.
        what: The filter left out, the word put in, the language, or the words left over, as a person reads it.
        query: The query to run instead; for ``STEMMING`` the same with stemming on.
        total: Its number of results.
    """

    change: QueryChange
    detail: str
    query: str
    total: int


@dataclass(frozen=True, slots=True)
class SearchResults:
    """An answer.

    Attributes:
        understood: How the query was read.
        total: Of all hits; ``hits`` holds the first of them.
        facets: By facet (``language year document_type code dossier marking kind``) and value, how many hits there are
            or would be: a facet that the query narrows is counted as if it did not.
        offers: Places that the query names by itself.
        suggestions: Where nothing was found, what would be.
        rebuilt: True if the index had to be made anew for this answer.
        partial: True if the index is being made anew, and the answer comes from the part that there is.
        waiting: How many documents, annotations and positions are not in the index yet.
        cut: True if time ran out: there may be more.
    """

    query: str
    parsed_query: ParsedQuery
    total: int
    elapsed_ms: float
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    go_to_suggestions: tuple[GoToSuggestion, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    was_rebuilt: bool = False
    is_partial: bool = False
    pending_count: int = 0
    is_truncated: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name; its query is written so that it means the same in every language of the window.

    Attributes:
        unseen: How many hits came since it was last looked at; None until counted.
    """

    name: str
    query: str
    sort: Sort = Sort.RELEVANCE
    stemming: bool = True
    unseen: int | None = None


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

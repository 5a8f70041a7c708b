"""Searchable content, and the form of search results."""

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
    """Why a hit matched: exact words, other accents, another ending, a longer word, or a similar spelling."""

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
    """A query as typed in the search box; the highlights of an opened hit are computed from it.

    Attributes:
        is_typing: True if the last word may be incomplete.
        stemming: False to find exact forms only.
        language: Language of the window, whose names of fields are accepted.
    """

    text: str
    is_typing: bool = False
    stemming: bool = True
    language: str = "en"


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One entry of the index.

    Attributes:
        group: The key under which entries are replaced together: ``document 3``, ``annotation UUID``, ``position 3``,
            ``line UUID``.
        text: The text searched, NFC-normalised, in reading order.
        header: Header of its document, which gives the fields of the search box.
        is_heading: True if it is a heading, whose words count more.
        line: The captured line of an intervention.
        delegations: Codes of the delegations whose wording or line it is.
        annotation_kind: Kind of an annotation, ``question`` …; empty for other entries.
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
    """A part of a parsed query; the query without it is ``text[:start] + text[end:]``.

    Attributes:
        label: In words, such as ``in Greek`` or ``“police”``.
        start: Its offset in the query: 0-based, in code points.
        end: Exclusive.
        field: The field's English name, such as ``lang``; empty for words.
        values: Values of a field, as in the facets if it is a facet (``el``, ``note``), otherwise as typed.
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
        description: The whole query in words.
        chips: Its parts, all of which must match, in the order typed; empty for an empty query.
        hints: Sentences on text that looks like syntax, such as a misspelt field.
    """

    description: str
    chips: tuple[QueryChip, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Another member of the family with the same words at the same place."""

    document: DocumentId
    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit as it is shown.

    Attributes:
        document: The document of its paragraph; the newest of several with the same words.
        name: The document's reference, or ``#number``.
        snippet: Part of the text, one line.
        highlights: Words that matched, as spans of the snippet: 0-based, end-exclusive, in code points.
        other_languages: Languages in which the library has the same document with the same address.
        revisions: Other members of the family found with the same words, newest first.
        line: The captured line of an intervention.
        file_name: File name of the document; its stem is the title of a document without a subject.
        short_title: Title given to the family by a person; empty for the automatic title.
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
    """A document or place that a query names: by a reference, a place, or words of a title.

    Attributes:
        place: The place; its address is empty for the document as a whole.
        name: The document's reference, or ``#number``.
        citation: The place in words of the document's language, such as ``Article 6(1)(f)``; may be empty.
    """

    place: Place
    name: str
    language: str
    citation: str
    subject: str


class QueryChange(StrEnum):
    FILTER = "filter"
    SPELLING = "spelling"
    LANGUAGE = "language"
    STEMMING = "stemming"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An alternative query that has results where the original query has none.

    Attributes:
        detail: The filter omitted, the word substituted, the language, or the words left, in readable form.
        query: The query to run instead; for ``STEMMING`` the same with stemming on.
    """

    change: QueryChange
    detail: str
    query: str
    total: int


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a query.

    Attributes:
        total: Number of all hits; ``hits`` contains the first of them.
        facets: By facet (``language year document_type code dossier marking kind``) and value, the number of hits; a
            facet that the query restricts is counted as if it did not.
        suggestions: Alternative queries, if nothing was found.
        was_rebuilt: True if the index had to be rebuilt for this answer.
        is_partial: True if the index is being rebuilt and the answer comes from the part that is done.
        pending_count: Number of documents, annotations and positions not indexed yet.
        is_truncated: True if time ran out: there may be more hits.
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
    """A search saved under a name; its query is stored in a form that means the same in every language of the window.

    Attributes:
        unseen: Number of hits that are new since it was last opened; None until counted.
    """

    name: str
    query: str
    sort: Sort = Sort.RELEVANCE
    stemming: bool = True
    unseen: int | None = None


FACETS = ("language", "year", "document_type", "code", "dossier", "marking", "kind")


@dataclass(frozen=True, slots=True)
class Match:
    """A hit in the index, the newest of its family with these words; ``revisions`` are the others, newest first."""

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
        total: Number of all hits; ``matches`` contains the first of them.
        facets: By facet and value, the number of hits, highest first; a facet that the query restricts is counted as if
            it did not.
        cut: True if the search was stopped: there may be more hits.
    """

    total: int = 0
    matches: tuple[Match, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cut: bool = False

"""Annotations over the whole library: what is seen of each, which are wanted, and how they are grouped."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from delegate_desk.core.annotations.annotation import RESERVATIONS, Annotation, AnnotationId
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.text import fold


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """One annotation with what it is found by.

    Attributes:
        label: Of the unit it is on, as printed; empty for one without a label.
        dossier: The name of the negotiation that its document belongs to; the document's own where it has none.
        order: Counts the entries in reading order, by document.
        sought: What words are looked for in, folded.
    """

    annotation: Annotation
    document: LibraryDocument
    label: str
    dossier: str
    order: int
    search_text: str = field(default="", repr=False)

    @property
    def id(self) -> AnnotationId:
        return self.annotation.id

    @property
    def is_reservation(self) -> bool:
        return self.annotation.kind in RESERVATIONS


def search_text_for(annotation: Annotation, held: LibraryDocument, label: str) -> str:
    quoted = annotation.quote.exact if annotation.quote else ""
    said = (annotation.text, quoted, annotation.kind.replace("_", " "), annotation.status, annotation.visibility)
    return fold(" ".join((*said, annotation.holder, *annotation.tags, held.name, held.header.subject, label)))


class Aspect(StrEnum):
    KIND = "kind"
    TAG = "tag"
    STATUS = "status"
    VISIBILITY = "visibility"
    HOLDER = "holder"
    DOSSIER = "dossier"
    DOCUMENT = "document"
    CREATED = "created"
    DUE = "due"


OURS = "ours"
"""The holder of a reservation of our own."""


class Age(StrEnum):
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OLDER = "older"


class Deadline(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    NONE = "none"


class Grouping(StrEnum):
    DOCUMENT = "document"
    KIND = "kind"
    TAG = "tag"
    DOSSIER = "dossier"
    STATUS = "status"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Filter of annotations: any of the values chosen of each aspect; all of the words.

    Attributes:
        chosen: Values by aspect; documents by their number in figures.
        words: As typed.
        since: The first day of creation, in local time.
        until: The last day.
    """

    chosen: Mapping[Aspect, frozenset[str]] = field(default_factory=dict)
    words: str = ""
    since: date | None = None
    until: date | None = None

    def with_toggled(self, aspect: Aspect, value: str) -> "AnnotationFilter":
        chosen = dict(self.chosen)
        values = chosen.pop(aspect, frozenset()) ^ {value}
        if values:
            chosen[aspect] = values
        return replace(self, chosen=chosen)

    @property
    def is_empty(self) -> bool:
        return not (self.chosen or self.words.strip() or self.since or self.until)


@dataclass(frozen=True, slots=True)
class AnnotationGroup:
    """Annotations that stand together.

    Attributes:
        key: What they have in common: a value of the grouping, a day as ``2026-11-25``, or nothing.
        entries: In reading order.
    """

    key: str
    entries: tuple[AnnotationEntry, ...]


@dataclass(frozen=True, slots=True)
class FilteredAnnotations:
    """Annotations that match a filter.

    Attributes:
        groups: In their order; an annotation with several tags is in the group of each tag.
        count: Number of annotations.
        facets: By aspect and value, the number of annotations if that value alone were chosen of its aspect.
        marking: The marking of what is shown: ``LIMITE`` as soon as any document bears it.
    """

    groups: tuple[AnnotationGroup, ...]
    count: int
    facets: Mapping[Aspect, Mapping[str, int]]
    marking: str | None

    def entries(self) -> list[AnnotationEntry]:
        distinct = {entry.id: entry for group in self.groups for entry in group.entries}
        return sorted(distinct.values(), key=lambda entry: entry.order)

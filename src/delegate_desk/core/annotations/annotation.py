"""Annotations: remarks on a paragraph or on words in it, following the W3C Web Annotation model.

Their words are found again in a text that was read or judged differently. Mark-up in their texts is links in double
brackets, and task boxes at the beginning of lines. Offsets are in code points.
"""

import re
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NewType

from delegate_desk.core.documents.document import Place
from delegate_desk.core.revisions.comparison import CarryVerdict
from delegate_desk.core.text import find_all, fold, fold_with_places
from delegate_desk.core.values import dataclass

AnnotationId = NewType("AnnotationId", str)


class AnnotationKind(StrEnum):
    NOTE = "note"
    QUESTION = "question"
    RED_LINE = "red_line"
    SCRUTINY_RESERVATION = "scrutiny_reservation"
    PARLIAMENTARY_RESERVATION = "parliamentary_reservation"
    LINGUISTIC_RESERVATION = "linguistic_reservation"
    RESERVATION = "reservation"
    SUPPORT = "support"
    DRAFTING_SUGGESTION = "drafting_suggestion"


class AnnotationStatus(StrEnum):
    OPEN = "open"
    DONE = "done"


class Visibility(StrEnum):
    INTERNAL = "internal"
    CIRCULATION = "circulation"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a paragraph: text quote and text position selector in one (W3C Web Annotation, 4.2.4 and 4.2.5).

    Attributes:
        start: 0-based, in code points, in the paragraph's text after its marked changes.
        end: End-exclusive.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation of a provision.

    Attributes:
        id: A UUID, the same in every library that receives the annotation.
        quote: The words annotated; None for the full paragraph.
        tags: In the order given, without duplicates.
        created: In UTC.
        modified: In UTC.
        reply_to: The annotation that it replies to, at the same place.
        due: Deadline for action, in UTC.
        holder: The delegation that entered a reservation; empty for our own.
        origin: The annotation of an earlier document that it was carried over from.
        carried: For a carried-over annotation, the outcome of the unit that it was on.
        author: The id of the author; empty for our own.
    """

    id: AnnotationId
    place: Place
    kind: AnnotationKind
    text: str
    created: datetime
    modified: datetime
    quote: Quote | None = None
    tags: tuple[str, ...] = ()
    status: AnnotationStatus = AnnotationStatus.OPEN
    visibility: Visibility = Visibility.INTERNAL
    reply_to: AnnotationId | None = None
    due: datetime | None = None
    holder: str = ""
    origin: AnnotationId | None = None
    carried: CarryVerdict | None = None
    author: str = ""

    @property
    def circulates(self) -> bool:
        return self.visibility is Visibility.CIRCULATION


RESERVATIONS = frozenset(
    {
        AnnotationKind.SCRUTINY_RESERVATION,
        AnnotationKind.PARLIAMENTARY_RESERVATION,
        AnnotationKind.LINGUISTIC_RESERVATION,
        AnnotationKind.RESERVATION,
    }
)


def is_untouched(carried: Annotation, origin: Annotation) -> bool:
    return carried.modified == origin.modified


def update_carried(carried: Annotation, origin: Annotation) -> Annotation:
    """Return a carried-over annotation with the content of its origin and its own place and quote."""
    return replace(
        carried,
        kind=origin.kind,
        text=origin.text,
        modified=origin.modified,
        tags=origin.tags,
        status=origin.status,
        visibility=origin.visibility,
        due=origin.due,
        holder=origin.holder,
    )


CONTEXT = 32
"""Number of characters of context stored before and after a quote."""
_NEAR = 12  # letters around a quote by which it is found where its own words were read otherwise
_SAME = 0.75  # from here on words read otherwise are the same words


def quote_at(text: str, start: int, end: int) -> Quote:
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def quote_first(text: str, exact: str) -> Quote | None:
    start = text.find(exact)
    return quote_at(text, start, start + len(exact)) if exact and start >= 0 else None


def reanchor_quote(quote: Quote, text: str) -> Quote | None:
    """Return the quote at the current position of its words; of several, where most of its context matches.

    Spaces, dashes, accents and capitals may differ, and a few letters if the context is the same; None if the text does
    not contain the words.
    """
    starts = find_all(text, quote.exact) if quote.exact else []
    if starts:
        start = max(starts, key=lambda n: (_shared_context(quote, text, n), -abs(n - quote.start)))
        return quote_at(text, start, start + len(quote.exact))
    letters, offsets = folded_letters_with_offsets(text)
    exact, prefix, suffix = map(folded_letters, (quote.exact, quote.prefix, quote.suffix))
    if not exact:
        return None
    starts = find_all(letters, exact)
    if starts:
        plain = Quote(exact, prefix, suffix, 0, 0)
        start = max(starts, key=lambda n: _shared_context(plain, letters, n))
        end = start + len(exact)
    else:
        prefix, suffix = prefix[-_NEAR:], suffix[:_NEAR]
        start = letters.find(prefix) + len(prefix) if prefix in letters else -1
        end = letters.find(suffix, start) if suffix else len(letters)
        if not (prefix or suffix) or start < 0 or end <= start:
            return None
        if SequenceMatcher(None, exact, letters[start:end], autojunk=False).ratio() < _SAME:
            return None
    return quote_at(text, offsets[start], offsets[end - 1] + 1)


def unanchored_quote(quote: Quote, text: str) -> Quote:
    """Return a quote whose words are not in the text: it keeps them, and its empty span marks nothing."""
    start = min(quote.start, len(text))
    return replace(quote, start=start, end=start)


def _shared_context(quote: Quote, text: str, start: int) -> int:
    from rapidfuzz.distance import Postfix, Prefix  # not before a document is read anew

    following = text[start + len(quote.exact) :]
    return Postfix.similarity(quote.prefix, text[:start]) + Prefix.similarity(quote.suffix, following)


def folded_letters(text: str) -> str:
    """Return a text's letters and digits, folded, without its spacing and hyphenation."""
    return "".join(c for c in fold(text) if c.isalnum())


def folded_letters_with_offsets(text: str) -> tuple[str, list[int]]:
    placed = [(c, n) for c, n in zip(*fold_with_places(text), strict=False) if c.isalnum()]  # the last is the end
    return "".join(c for c, _ in placed), [n for _, n in placed]


_LINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_BEGUN = re.compile(r"\[\[([^\[\]\n]*)$")
_BOX = re.compile(r"^([ \t]*[-*] \[)([ xX])\](?=\s|$)", re.MULTILINE)
NOTE_SIGN = "@"
"""Prefix of a link to another note; the first characters of its id follow."""
KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link in a note, ``[[12862/19 7στ]]``, from the beginning to the end of its brackets, end-exclusive."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class TaskBox:
    start: int
    end: int
    is_ticked: bool


def parse_links(text: str) -> list[NoteLink]:
    return [NoteLink(*found.span(), found[1].strip()) for found in _LINK.finditer(text)]


def link_at(text: str, offset: int) -> NoteLink | None:
    return next((link for link in parse_links(text) if link.start <= offset <= link.end), None)


def unfinished_link_at(text: str, offset: int) -> NoteLink | None:
    """Return the link being typed at an offset: its brackets are open."""
    found = _BEGUN.search(text, 0, offset)
    return NoteLink(found.start(), offset, found[1]) if found else None


def parse_task_boxes(text: str) -> list[TaskBox]:
    return [TaskBox(found.end(1) - 1, found.end(), found[2] != " ") for found in _BOX.finditer(text)]


def task_box_on_line(text: str, offset: int) -> TaskBox | None:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return next((box for box in parse_task_boxes(text) if start <= box.start < end), None)


def toggled_mark(box: TaskBox) -> str:
    return " " if box.is_ticked else "x"

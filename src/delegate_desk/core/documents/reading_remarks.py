"""Remarks on the reading of a file: what could not be read, was left out or is not run, and why its mark-up counts.

The wording of each is here, in English without text of the document; the window translates it.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from delegate_desk.core.text import translatable
from delegate_desk.core.values import dataclass


class MarkUpReason(StrEnum):
    TRACKED = translatable("names", "the file contains tracked changes")
    STRUCK_AND_BOLD = translatable("names", "some words are struck through, next to bold or underlined words")
    STRUCK = translatable("names", "some words are struck through")
    BOLD_AND_UNDERLINED = translatable("names", "some words are both bold and underlined")
    NO_WORDS = translatable("names", "no words within a sentence are bold, underlined or struck through")
    MOSTLY_BOLD = translatable("names", "most of the text is bold")
    EXPLAINED = translatable("names", "the document explains its bold or underlined words")
    COMPROMISE = translatable("names", "the document calls itself a compromise and contains bold or underlined words")
    OMISSIONS = translatable("names", "bracketed dots mark omissions, next to bold or underlined words")
    IN_ACT = translatable("names", "words in recitals and articles are bold or underlined")
    UNEXPLAINED = translatable("names", "words are bold or underlined, but nothing says that they are new")


class RemarkKind(StrEnum):
    """Kind of a remark: its wording, and a plural wording if such things are counted."""

    plural: str

    def __new__(cls, wording: str, plural: str = "") -> Self:
        kind = str.__new__(cls, wording)
        kind._value_ = wording
        kind.plural = plural
        return kind

    NO_TEXT = translatable("names", "no text")
    HARDLY_ANY_TEXT = translatable("names", "hardly any text beside an image")
    RECOGNISED_TEXT = translatable("names", "text recognised from an image (OCR)")
    BROKEN_TEXT = translatable("names", "a broken text layer")
    UNREADABLE = translatable("names", "nothing readable")
    HIDDEN_WORDS = (
        translatable("names", "word of hidden text is left out"),
        translatable("names", "words of hidden text are left out"),
    )
    COMMENTS = translatable("names", "comment is left out"), translatable("names", "comments are left out")
    INSERTED_FILES = (
        translatable("names", "inserted file is left out"),
        translatable("names", "inserted files are left out"),
    )
    UNCALLED_NOTES = (
        translatable("names", "unreferenced footnote is left out"),
        translatable("names", "unreferenced footnotes are left out"),
    )
    MACROS = translatable("names", "macros are not run")
    SCRIPTS = translatable("names", "scripts are not run")
    ACTIONS = translatable("names", "file actions are not run")
    TEMPLATE = translatable("names", "an external template is not loaded")
    ENTITIES = translatable("names", "entities declared in the file are left out")
    REDIRECT = translatable("names", "a redirect to another page is not followed")
    STYLES = translatable("names", "external styles are not loaded")
    IMAGES = (
        translatable("names", "external image is not loaded"),
        translatable("names", "external images are not loaded"),
    )
    EMBEDDED_FILES = (
        translatable("names", "embedded file is left out"),
        translatable("names", "embedded files are left out"),
    )
    FRAMES = translatable("names", "frame is left out"), translatable("names", "frames are left out")
    EXTERNAL_PARTS = (
        translatable("names", "external part is not loaded"),
        translatable("names", "external parts are not loaded"),
    )
    FILE_LINKS = (
        translatable("names", "link to an external file is not followed"),
        translatable("names", "links to external files are not followed"),
    )
    FIELDS = (
        translatable("names", "field that calls a program or another file is not run"),
        translatable("names", "fields that call a program or another file are not run"),
    )


@dataclass(frozen=True, slots=True)
class ReadingRemark:
    """A remark: ``no text on pages 1, 3 to 5``, ``2 comments are left out``, ``macros are not run``.

    Attributes:
        count: Number of things; 0 for kinds that are not counted.
        pages: The pages concerned, from 1 and in order; empty for a remark on the whole file.
    """

    kind: RemarkKind
    count: int = 0
    pages: tuple[int, ...] = ()

    @property
    def wording(self) -> str:
        return self.kind.plural if self.count > 1 else self.kind.value

    def page_ranges(self, to: str) -> str:
        spans: list[tuple[int, int]] = []
        for page in self.pages:
            if spans and page == spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], page)
            else:
                spans.append((page, page))
        return ", ".join(str(a) if a == b else f"{a}{to}{b}" if b > a + 1 else f"{a}, {b}" for a, b in spans)

    def __str__(self) -> str:
        if self.pages:
            return f"{self.wording} on page{'s' * (len(self.pages) > 1)} {self.page_ranges(' to ')}"
        return f"{self.count} {self.wording}" if self.count else self.wording


def count_remarks(counts: Mapping[RemarkKind, int]) -> tuple[ReadingRemark, ...]:
    return tuple(ReadingRemark(kind, n if kind.plural else 0) for kind in RemarkKind if (n := counts.get(kind, 0)))


def parse_remark(stored: str, former: Mapping[str, str]) -> ReadingRemark | None:
    """Return the remark for a sentence; None for any other sentence. ``former`` has the wordings of versions to 0.8."""
    match = _SENTENCE.fullmatch(stored)
    words = former.get(match["words"], match["words"]) if match else ""
    kind = next((kind for kind in RemarkKind if words in (kind.value, kind.plural)), None)
    if match is None or kind is None:
        return None
    pages = (span.partition(" to ") for span in (match["pages"] or "").split(", ") if span)
    numbers = (number for first, _, last in pages for number in range(int(first), int(last or first) + 1))
    return ReadingRemark(kind, int(match["count"] or 0), tuple(numbers))


def parse_markup_reason(stored: str, former: Mapping[str, str]) -> MarkUpReason | None:
    """Return the reason for a sentence, in words of this version or former ones; None if there is none."""
    words = former.get(stored, stored)
    return MarkUpReason(words) if words in set(MarkUpReason) else None


_SENTENCE = re.compile(r"(?:(?P<count>\d+) )?(?P<words>.+?)(?: on pages? (?P<pages>\d[\d, to]*))?")

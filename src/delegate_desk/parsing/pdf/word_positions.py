"""Positions of words on a page of a PDF, folded like all words, including those divided at the end of a line.

Only for the reading process: the window's process never loads PDFium. ``UnreadableDocumentError`` is raised if a file
cannot be opened or has no such page.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import compress
from pathlib import Path

import pypdfium2 as pdfium

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import MOST_LETTERS, PageSearchTerms, PageText
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.in_memory_files import for_pdfium
from delegate_desk.parsing.pdf import glyphs
from delegate_desk.parsing.pdf.glyphs import Frame, page_text, pdfium_raw, read_style, turn_frame
from delegate_desk.parsing.pdf.page import page_frame


class PageLetters:
    """The characters of an open page.

    Attributes:
        raw: PDFium's handle.
        text: One character per index.
        turn: Number of quarter turns of the page for display.
    """

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> None:
        self.raw = textpage.raw
        self.text = page_text(textpage)
        self.turn = page.get_rotation() // 90 % 4
        self._number = number
        self._left, self._bottom, right, top = page_frame(page)
        self._size = right - self._left, top - self._bottom
        self._height = self._size[0] if self.turn % 2 else self._size[1]

    def frame(self, i: int) -> Frame | None:
        """Return the frame of a character, turned as displayed, from the lower left corner; None if it has none."""
        box = pdfium_raw.FS_RECTF()
        if not pdfium_raw.FPDFText_GetLooseCharBox(self.raw, i, ctypes.byref(box)):
            return None
        edges = (box.left - self._left, box.bottom - self._bottom, box.right - self._left, box.top - self._bottom)
        if not all(map(math.isfinite, edges)):
            return None
        x0, y0, x1, y1 = turn_frame(edges, self.turn, *self._size)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def box(self, frame: Frame) -> PageBox:
        """Return a frame as an area of the page, from the upper left corner."""
        x0, y0, x1, y1 = frame
        return PageBox(
            self._number, round(x0, 1), round(self._height - y1, 1), round(x1, 1), round(self._height - y0, 1)
        )


@contextmanager
def open_pages(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        with pdfium.PdfDocument(for_pdfium(path)) as document:
            yield document
    except pdfium.PdfiumError as error:
        raise UnreadableDocumentError(path.name, ImportFailure.DAMAGED) from error


@contextmanager
def open_page(path: Path, number: int) -> Iterator[tuple[pdfium.PdfPage, int]]:
    """Open a page, numbered from 1; also yields the number of pages."""
    with open_pages(path) as document:
        if not 1 <= number <= len(document):
            raise UnreadableDocumentError(path.name, ImportFailure.UNREADABLE, f"no page {number}")
        with closing(document[number - 1]) as page:
            yield page, len(document)


@contextmanager
def _open_letters(path: Path, number: int) -> Iterator[PageLetters]:
    glyphs.ignore_installed()
    with open_page(path, number) as (page, _), closing(page.get_textpage()) as textpage:
        yield PageLetters(page, textpage, number)


_DIVIDED = re.compile(r"[\x02\u00ad]\s*|[-\u2010]\s*[\r\n]\s*")
"""What is between the parts of a word divided at the end of a line; PDFium has its own character for most."""
_RAISED = re.compile(r"(.*\D)\d{1,3}")
_SMALLER = 0.85  # of the size of a word: a footnote reference after it
_ROOM = 3.0  # points by which words may exceed the box of their paragraph
_GAP = 2.5  # of the height of letters: more between two words is the gutter of columns
_MOST = 2000
_JOINED = 4  # lines that one word may run over


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the page, or a part of one.

    Attributes:
        folded: Its form for comparison.
        without_call: The same without digits at its end, which may be a footnote reference.
        divided: True if the end of a line divides it from the next.
    """

    start: int
    end: int
    folded: str
    without_call: str
    divided: bool


def find(path: Path, number: int, searches: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
    """Return the boxes of each search term on a page, counted from 1: a box for each line that it runs over; slow."""
    remaining, boxes = _MOST, []
    with _open_letters(path, number) as letters:
        page = _Page(letters)
        for search in searches:
            found = page.find(search)[:remaining]
            remaining -= len(found)
            boxes.append(found)
    return boxes


def read(path: Path, number: int) -> PageText:
    """Read the text of a page, numbered from 1, character by character. Slow."""
    with _open_letters(path, number) as letters:
        frames = (letters.frame(index) for index in range(min(len(letters.text), MOST_LETTERS)))
        boxes = tuple(None if frame is None else letters.box(frame) for frame in frames)
        return PageText(number, letters.text[:MOST_LETTERS], boxes)


class _Page:
    def __init__(self, letters: PageLetters) -> None:
        self._letters = letters
        self._raw = letters.raw
        self._words = list(_words(letters.text))
        self._begun: dict[str, list[int]] = {}
        for n, word in enumerate(self._words):
            for key in {word.folded, word.without_call}:
                self._begun.setdefault(key, []).append(n)

    def find(self, search: PageSearchTerms) -> list[PageBox]:
        found: dict[PageBox, None] = {}
        for n, phrase in enumerate(search.terms):
            places = []
            for parts in self._places(phrase):
                boxes = list(self._boxes(parts))
                if boxes and (not search.within or any(_holds(area, boxes[0]) for area in search.within)):
                    places.append(boxes)
            occurrences = search.which[n] if n < len(search.which) else ()
            if occurrences and len(occurrences) == len(places):
                places = list(compress(places, occurrences))
            found.update(dict.fromkeys(box for boxes in places for box in boxes))
            if len(found) >= _MOST:
                break
        return list(found)

    def _places(self, phrase: str) -> Iterator[list[tuple[int, int]]]:
        """Yield the spans of each occurrence of a phrase, for each part."""
        target = [fold(phrase[start:end]).strip() for start, end in word_spans(phrase)]
        if not target:
            return
        first = target[0]
        beginnings = {first[:length] for length in range(1, len(first))} & self._begun.keys()
        starts = [n for key in beginnings for n in self._begun[key] if self._words[n].divided]
        for n in sorted({*starts, *self._begun.get(first, ())}):
            parts: list[tuple[int, int]] = []
            for word in target:
                part = self._match_word(n, word)
                if part is None:
                    break
                parts += part
                n += len(part)
            else:
                yield parts

    def _match_word(self, n: int, target: str) -> list[tuple[int, int]] | None:
        """Return the parts of a matching word that begins here."""
        joined, parts = "", []
        for word in self._words[n : n + _JOINED]:
            parts.append((word.start, word.end))
            if joined + word.folded == target:
                return parts
            if joined + word.without_call == target:
                end = word.end - (len(word.folded) - len(word.without_call))
                # so much smaller is no part of the word
                is_raised = read_style(self._raw, end).size < _SMALLER * read_style(self._raw, word.start).size
                return [*parts[:-1], (word.start, end)] if is_raised else None
            joined += word.folded
            if not word.divided or not target.startswith(joined):
                return None
        return None

    def _boxes(self, parts: Sequence[tuple[int, int]]) -> Iterator[PageBox]:
        line: Frame | None = None
        for start, end in parts:
            is_sideways = ((read_style(self._raw, start).quarter or 0) + self._letters.turn) % 2 == 1
            for i in range(start, end):
                frame = self._letters.frame(i)
                if frame is None:
                    continue
                if line is not None and not _is_same_line(line, frame, is_sideways=is_sideways):
                    yield self._letters.box(line)
                    line = None
                if line is not None:
                    x0, y0, x1, y1 = frame
                    frame = min(line[0], x0), min(line[1], y0), max(line[2], x1), max(line[3], y1)
                line = frame
        if line is not None:
            yield self._letters.box(line)


def _words(text: str) -> Iterator[_Word]:
    spans = word_spans(text)
    for n, (start, end) in enumerate(spans):
        folded = fold(text[start:end]).strip()
        if not folded:
            continue
        between = text[end : spans[n + 1][0]] if n + 1 < len(spans) else ""
        divided = text[end - 1] == "\u00ad" or _DIVIDED.fullmatch(between) is not None
        raised = _RAISED.fullmatch(folded)
        yield _Word(start, end, folded, raised[1] if raised else folded, divided)


def _is_same_line(line: Frame, frame: Frame, *, is_sideways: bool) -> bool:
    """True if a character is in the same line as those before it, and near."""
    if is_sideways:
        return min(line[2], frame[2]) - max(line[0], frame[0]) > min(line[2] - line[0], frame[2] - frame[0]) / 2
    height = min(line[3] - line[1], frame[3] - frame[1])
    overlap = min(line[3], frame[3]) - max(line[1], frame[1])
    return overlap > height / 2 and line[0] - height < frame[0] < line[2] + _GAP * height


def _holds(box: PageBox, inner: PageBox) -> bool:
    x, y = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    return box.left - _ROOM <= x <= box.right + _ROOM and box.top - _ROOM <= y <= box.bottom + _ROOM

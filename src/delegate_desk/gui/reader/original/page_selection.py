"""The words chosen on pages of an original: from an anchor to a caret, over the ends of pages."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import PageText
from delegate_desk.gui.reader.text_selection import word_at

_ASIDE = 3.0
"""How much more a distance up or down counts than one along a line, so that the line nearest to the mouse wins."""
_MOST_PAGES = 100
"""On which words are chosen at a time: the letters of all are held."""
_NEAR = 24.0
"""Points from the nearest letter at which the mouse is not on words any more."""


@dataclass(frozen=True, slots=True, order=True)
class LetterPosition:
    """A place between two letters of a page."""

    page: int
    at: int


class PageSelection:
    """Text selection on the pages; the page text comes from the callable given."""

    def __init__(self, letters: Callable[[int], PageText | None]) -> None:
        self._letters = letters
        self.anchor: LetterPosition | None = None
        self.caret: LetterPosition | None = None

    def clear(self) -> None:
        self.anchor = self.caret = None

    def set_caret(self, letter: LetterPosition, *, extend: bool = False) -> None:
        """Put the caret somewhere, and the anchor with it unless words are being chosen, on so many pages at most."""
        if not extend or self.anchor is None:
            self.anchor = letter
        first, last = self.anchor.page - _MOST_PAGES + 1, self.anchor.page + _MOST_PAGES - 1
        self.caret = letter if first <= letter.page <= last else LetterPosition(min(max(letter.page, first), last), 0)

    def choose_word(self, letter: LetterPosition) -> None:
        """Choose the word at a place."""
        page = self._letters(letter.page)
        if page is not None:
            start, end = word_at(page.text, letter.at)
            self.anchor, self.caret = LetterPosition(letter.page, start), LetterPosition(letter.page, end)

    def is_empty(self) -> bool:
        return self.anchor is None or self.anchor == self.caret

    def pages(self) -> range:
        """The pages on which something is chosen."""
        if self.anchor is None or self.caret is None or self.is_empty():
            return range(0)
        first, last = sorted((self.anchor, self.caret))
        return range(first.page, last.page + 1)

    def on_page(self, number: int) -> tuple[int, int] | None:
        """The part of a page's letters that is chosen."""
        page = self._letters(number)
        if self.anchor is None or self.caret is None or number not in self.pages() or page is None:
            return None
        first, last = sorted((self.anchor, self.caret))
        start = first.at if first.page == number else 0
        end = last.at if last.page == number else len(page.text)
        return (start, end) if start < end else None

    def boxes(self, number: int) -> list[PageBox]:
        """Return the boxes of the text selected on a page, a box for each line."""
        page, part = self._letters(number), self.on_page(number)
        return merge_into_lines([box for box in page.boxes[slice(*part)] if box is not None]) if page and part else []

    def text(self) -> str:
        """The words chosen: lines joined, paragraphs apart."""
        parts = []
        for number in self.pages():
            page, part = self._letters(number), self.on_page(number)
            if page is not None and part is not None:
                parts.append(page.text_between(*part))
        return "\n".join(part for part in parts if part)


def letter_at(page: PageText, point: QPointF, *, near: bool = True) -> int | None:
    """The place between letters nearest to a point of a page; None without letters, or far from all unless asked."""
    nearest: tuple[float, int] | None = None
    x, y = point.x(), point.y()
    for at, box in enumerate(page.boxes):
        if box is None:
            continue
        down = max(box.top - y, y - box.bottom, 0.0)
        along = max(box.left - x, x - box.right, 0.0)
        far = down * _ASIDE + along
        if nearest is None or far < nearest[0]:
            nearest = (far, at + (x > (box.left + box.right) / 2))
            if far == 0:
                break
    if nearest is None or (near and nearest[0] > _NEAR):
        return None
    return nearest[1]


def merge_into_lines(boxes: list[PageBox]) -> list[PageBox]:
    """Boxes of letters one behind the other, joined to one for each line."""
    lines: list[list[PageBox]] = []
    top = bottom = 0.0  # of the last line
    for box in boxes:
        if lines and min(bottom, box.bottom) - max(top, box.top) > (box.bottom - box.top) / 2:
            lines[-1].append(box)
            top, bottom = min(top, box.top), max(bottom, box.bottom)
        else:
            lines.append([box])
            top, bottom = box.top, box.bottom
    return [
        PageBox(
            line[0].page,
            min(box.left for box in line),
            min(box.top for box in line),
            max(box.right for box in line),
            max(box.bottom for box in line),
        )
        for line in lines
    ]

"""Highlights and annotations of a page of the original document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import PageBox, View
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.text import fold, word_spans
from delegate_desk.gui.reader.paragraph_delegate import levels
from delegate_desk.gui.reader.paragraph_model import ParagraphModel

_LONGEST = 400
"""Characters of words that are looked for on a page; of longer ones so much as is whole words."""


@dataclass(frozen=True, slots=True)
class PageNote:
    """An annotation on a page, before its words are found there.

    Attributes:
        search_terms: The words that it is about; None where it is about the whole paragraph.
        anchor_box: Where its paragraph begins on the page.
        level: Which of several lines under the same words is its own.
    """

    kind: AnnotationKind
    search_terms: PageSearchTerms | None
    anchor_box: PageBox
    level: int


class PageRows:
    """The rows of a document by the page of the original on which they stand."""

    def __init__(self, model: ParagraphModel) -> None:
        self._model = model
        self._by_page: dict[int, list[int]] = {}
        for row, unit in enumerate(model.units):
            for page in {box.page for box in unit.boxes}:
                self._by_page.setdefault(page, []).append(row)

    def row_at(self, page: int, x: float, y: float) -> int | None:
        """The row whose place on a page is at a point, the smallest where several are."""
        found = [
            ((box.right - box.left) * (box.bottom - box.top), row)
            for row in self._by_page.get(page, ())
            for box in self._model.units[row].boxes
            if box.page == page and box.left <= x <= box.right and box.top <= y <= box.bottom
        ]
        return min(found)[1] if found else None

    def notes(self, page: int) -> list[PageNote]:
        """The annotations on what stands on a page, in reading order."""
        found = []
        for row in self._by_page.get(page, ()):
            annotations = self._model.annotations(row)
            if not annotations:
                continue
            places = tuple(box for box in self._model.units[row].boxes if box.page == page)
            by_words = {one.id: level for one, level in levels(annotations)}
            for one in annotations:
                sought = None
                if one.quote is not None:
                    text = self._model.units[row].in_view(View.AFTER).text
                    sought = replace(search_terms_for_span(text, one.quote.start, one.quote.end), within=places)
                found.append(PageNote(one.kind, sought, places[0], by_words.get(one.id, 0)))
        return found


def search_terms_for_span(text: str, start: int, end: int) -> PageSearchTerms:
    """Some words of a text, whole, and which of the places where they stand in it is meant."""
    spans = word_spans(text)
    meant = [n for n, (a, b) in enumerate(spans) if a < end and b > start]
    if not meant:
        return PageSearchTerms(())
    first, last = meant[0], meant[-1]
    while last > first and spans[last][1] - spans[first][0] > _LONGEST:
        last -= 1
    folded = [fold(text[a:b]) for a, b in spans]
    length = last - first + 1
    target = folded[first : last + 1]
    begun = [n for n in range(len(folded) - length + 1) if folded[n : n + length] == target]
    which = tuple(n == first for n in begun) if len(begun) > 1 else ()
    return PageSearchTerms((text[spans[first][0] : spans[last][1]],), which=(which,) if which else ())


def span_of_words(text: str, chosen: str) -> tuple[int, int] | None:
    """Return the span at which the words selected on a page occur in a text, compared word by word.

    None if they do not occur, or occur several times.
    """
    spans = word_spans(text)
    folded = [fold(text[a:b]) for a, b in spans]
    target = [fold(chosen[a:b]) for a, b in word_spans(chosen)]
    length = len(target)
    begun = [n for n in range(len(folded) - length + 1) if folded[n : n + length] == target] if target else []
    return (spans[begun[0]][0], spans[begun[0] + length - 1][1]) if len(begun) == 1 else None


def all_search_terms(lit: Sequence[PageSearchTerms], notes: Sequence[PageNote]) -> tuple[PageSearchTerms, ...]:
    """Return the search terms of a page: those highlighted, then those of the annotations, in order."""
    return (*lit, *(note.search_terms for note in notes if note.search_terms is not None))

"""A page of the original: its annotations, the selected words, and its drawing."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, PageBox, Paragraph, View
from delegate_desk.core.documents.original_pages import PageSearchTerms, PageText
from delegate_desk.core.errors import DeskError
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.paragraph_model import ParagraphModel, TextPosition, TextRange, word_at
from delegate_desk.gui.reader.row_layout import levels
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.text.page_metrics import underline_style

_LONGEST = 400
"""Maximum number of characters searched on a page; longer words are cut at a word boundary."""


@dataclass(frozen=True, slots=True)
class PageNote:
    """An annotation on a page.

    Attributes:
        search_terms: Its words; None if it is on the whole paragraph.
        anchor_box: The beginning of its paragraph on the page.
        level: Its line of several under the same words, from 0.
        words: Areas of its words, once they are located; if empty its sign is in the margin.
    """

    kind: AnnotationKind
    search_terms: PageSearchTerms | None
    anchor_box: PageBox
    level: int
    words: tuple[PageBox, ...] = ()


def row_at(units: Sequence[Paragraph], page: int, x: float, y: float) -> int | None:
    """Return the row whose area on a page contains a point, the smallest of several."""
    areas = [
        ((box.right - box.left) * (box.bottom - box.top), row)
        for row, unit in enumerate(units)
        for box in unit.boxes
        if box.page == page and box.left <= x <= box.right and box.top <= y <= box.bottom
    ]
    return min(areas)[1] if areas else None


def page_notes(model: ParagraphModel, page: int) -> list[PageNote]:
    notes = []
    for row, unit in enumerate(model.units):
        annotations = model.annotations(row)
        boxes = tuple(box for box in unit.boxes if box.page == page) if annotations else ()
        if not boxes:
            continue
        by_words = {annotation.id: level for annotation, level in levels(annotations)}
        for annotation in annotations:
            search_terms = None
            if annotation.quote is not None:
                text = unit.in_view(View.AFTER).text
                search_terms = search_terms_for_span(text, annotation.quote.start, annotation.quote.end)
                search_terms = replace(search_terms, within=boxes)
            notes.append(PageNote(annotation.kind, search_terms, boxes[0], by_words.get(annotation.id, 0)))
    return notes


def search_terms_for_span(text: str, start: int, end: int) -> PageSearchTerms:
    """Return whole words of a text, and which of their occurrences in it are meant."""
    spans = word_spans(text)
    numbers = [n for n, (a, b) in enumerate(spans) if a < end and b > start]
    if not numbers:
        return PageSearchTerms(())
    first, last = numbers[0], numbers[-1]
    while last > first and spans[last][1] - spans[first][0] > _LONGEST:
        last -= 1
    folded = [fold(text[a:b]) for a, b in spans]
    length = last - first + 1
    target = folded[first : last + 1]
    starts = [n for n in range(len(folded) - length + 1) if folded[n : n + length] == target]
    which = tuple(n == first for n in starts) if len(starts) > 1 else ()
    return PageSearchTerms((text[spans[first][0] : spans[last][1]],), which=(which,) if which else ())


def span_of_words(text: str, chosen: str) -> tuple[int, int] | None:
    """Return the span at which the words selected on a page occur in a text, compared word by word.

    None if they do not occur, or occur several times.
    """
    spans = word_spans(text)
    folded = [fold(text[a:b]) for a, b in spans]
    target = [fold(chosen[a:b]) for a, b in word_spans(chosen)]
    length = len(target)
    starts = [n for n in range(len(folded) - length + 1) if folded[n : n + length] == target] if target else []
    return (spans[starts[0]][0], spans[starts[0] + length - 1][1]) if len(starts) == 1 else None


_ASIDE = 3.0
"""Weight of vertical distance relative to horizontal, so that the line nearest to the mouse is chosen."""
_MOST_PAGES = 100
"""Maximum number of pages in a selection, whose text is held in memory."""
_NEAR = 24.0
"""Distance in points from the nearest letter beyond which the mouse is not on words."""


class PageSelection(TextRange):
    """Text selection on the pages, whose text comes from the given callable; rows are page numbers."""

    def __init__(self, letters: Callable[[int], PageText | None]) -> None:
        super().__init__()
        self._letters = letters

    @override
    def set_caret(self, position: TextPosition, *, extend: bool = False) -> None:
        """Set the caret, and the anchor with it unless the selection is extended, on a limited number of pages."""
        anchor = self.anchor if extend and self.anchor is not None else position
        row = min(max(position.row, anchor.row - _MOST_PAGES + 1), anchor.row + _MOST_PAGES - 1)
        super().set_caret(position if row == position.row else TextPosition(row, 0), extend=extend)

    def choose_word(self, letter: TextPosition) -> None:
        page = self._letters(letter.row)
        if page is not None:
            self.choose(letter.row, *word_at(page.text, letter.at))

    def on_page(self, number: int) -> tuple[int, int] | None:
        page = self._letters(number)
        span = self._part(number, len(page.text)) if page else None
        return span if span and span[0] < span[1] else None

    def boxes(self, number: int) -> list[PageBox]:
        """Return the areas of the selected words of a page, line by line."""
        page, span = self._letters(number), self.on_page(number)
        chosen = page.boxes[slice(*span)] if page and span else ()
        lines: list[list[PageBox]] = []
        top = bottom = 0.0  # of the last line
        for box in filter(None, chosen):
            if lines and min(bottom, box.bottom) - max(top, box.top) > (box.bottom - box.top) / 2:
                lines[-1].append(box)
                top, bottom = min(top, box.top), max(bottom, box.bottom)
            else:
                lines.append([box])
                top, bottom = box.top, box.bottom
        return [
            PageBox(
                number,
                min(box.left for box in line),
                min(box.top for box in line),
                max(box.right for box in line),
                max(box.bottom for box in line),
            )
            for line in lines
        ]

    def text(self) -> str:
        texts = []
        for number in self.rows():
            page, span = self._letters(number), self.on_page(number)
            if page is not None and span is not None:
                texts.append(page.text_between(*span))
        return "\n".join(span for span in texts if span)


def letter_at(page: PageText, point: QPointF, *, near: bool = True) -> int | None:
    """Return the text position nearest to a point of a page; None without text, or far from all unless requested."""
    nearest: tuple[float, int] | None = None
    x, y = point.x(), point.y()
    for number, box in enumerate(page.boxes):
        if box is None:
            continue
        vertical = max(box.top - y, y - box.bottom, 0.0)
        horizontal = max(box.left - x, x - box.right, 0.0)
        distance = vertical * _ASIDE + horizontal
        if nearest is None or distance < nearest[0]:
            nearest = (distance, number + (x > (box.left + box.right) / 2))
            if distance == 0:
                break
    if nearest is None or (near and nearest[0] > _NEAR):
        return None
    return nearest[1]


_ROOM = 3.0
"""Space between a marked area and the line around it, in points."""
_CORNER = 4.0
_FILL = 36
_UNDER = 1.2
"""Thickness of the line under matches, in points: colour alone is not enough."""
_SIGN = 7.0
_STEP = 9.0
_LEVEL = 2.0
"""Of annotations, in points: size of a sign, distance to the next, and distance between lines."""


@dataclass(frozen=True, slots=True)
class Marks:
    current: Sequence[PageBox] = ()
    highlighted: Sequence[PageBox] = ()
    selected: Sequence[PageBox] = ()
    annotated: Sequence[PageNote] = ()


def draw_page(painter: QPainter, rect: QRectF, scale: float, image: QImage | None, marks: Marks) -> None:
    """Draw a page into a rectangle at a scale in pixels per point; it is white in every theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if image is None:
        painter.fillRect(rect, theme.color_on_white("paper"))
    else:
        painter.drawImage(rect, image)
    accent = theme.color_on_white("accent")
    ground = QColor(accent)
    ground.setAlpha(_FILL)
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(ground)
    for box in marks.current:
        painter.drawRoundedRect(box_rect(rect, scale, box, _ROOM), _CORNER, _CORNER)
    rects = [box_rect(rect, scale, box, 0.5) for box in marks.highlighted]
    _tint(painter, rects, "hit")
    thickness = max(round(_UNDER * scale), 1)
    for hit in rects:
        line = QRectF(hit.left(), round(hit.bottom()), hit.width(), thickness)
        painter.fillRect(line, theme.color_on_white("hit_mark"))
    _tint(painter, [box_rect(rect, scale, box, 0.5) for box in marks.selected], "selection")
    _draw_annotated(painter, rect, scale, marks.annotated)
    painter.setPen(theme.color("hairline"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def box_rect(rect: QRectF, scale: float, box: PageBox, margin: float = 0.0) -> QRectF:
    margin *= scale
    left, top = rect.left() + box.left * scale - margin, rect.top() + box.top * scale - margin
    return QRectF(left, top, (box.right - box.left) * scale + 2 * margin, (box.bottom - box.top) * scale + 2 * margin)


def _tint(painter: QPainter, rects: Iterable[QRectF], role: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect in rects:
        painter.fillRect(rect, theme.color_on_white(role))
    painter.restore()


def _draw_annotated(painter: QPainter, rect: QRectF, scale: float, notes: Sequence[PageNote]) -> None:
    counts: dict[PageBox, int] = {}
    sign = max(_SIGN * scale, 6.0)
    for note in notes:
        if note.words:
            colour, dash = underline_style(note.kind.value, on_white=True)
            painter.setPen(QPen(colour, max(1.3 * scale, 1.5), dash))
            for n, box in enumerate(note.words):
                words = box_rect(rect, scale, box)
                y = words.bottom() + (0.4 + note.level * _LEVEL) * scale
                painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))
                if not n:
                    square = QRectF(words.left() - sign / 2, y - sign / 2, sign, sign)
                    theme.draw_kind(painter, note.kind, square, on_white=True)
        else:
            anchor = box_rect(rect, scale, note.anchor_box)
            n = counts.get(note.anchor_box, 0)
            counts[note.anchor_box] = n + 1
            left = max(anchor.left() - (_ROOM + _STEP) * scale - sign / 2, rect.left() + 2)
            square = QRectF(left, anchor.top() + (1 + n * _STEP) * scale, sign, sign)
            theme.draw_kind(painter, note.kind, square, on_white=True)


@dataclass(frozen=True, slots=True)
class Picture:
    number: int
    width: int
    small: bool = False


@dataclass(frozen=True, slots=True)
class PageTextJob:
    number: int


@dataclass(frozen=True, slots=True)
class WordPositionsJob:
    number: int
    search_terms: tuple[PageSearchTerms, ...]


PageRequest = Picture | PageTextJob | WordPositionsJob
_Key = tuple[str, int]
"""What is requested of a page, and its number."""
_SMALL = "small"
_LIMITS = {Picture.__name__: 48_000_000, _SMALL: 120, PageTextJob.__name__: 64}
"""Bytes of the pictures kept (a page as wide as a pane has 2 to 8 MB), and numbers of thumbnails and of texts."""
_LARGEST = 36_000_000
"""Maximum bytes of a picture."""


def _key(request: PageRequest) -> _Key:
    return _SMALL if isinstance(request, Picture) and request.small else type(request).__name__, request.number


class PageLoader(QObject):
    """Loads what is requested of pages, and caches it up to a limit; what is visible is kept."""

    measured = Signal()
    page_received = Signal(int)
    failed = Signal(object)  # DeskError

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._job: Job | None = None
        self._requests: list[PageRequest] = []
        self._needed: frozenset[_Key] = frozenset()
        self.failed_pages: set[int] = set()
        self._loaded: OrderedDict[_Key, tuple[PageRequest, Any]] = OrderedDict()
        self._is_measured = False
        self.sizes: Sequence[tuple[float, float]] = ()

    def measure(self) -> None:
        if not self._is_measured:
            self._is_measured = True
            self._run(lambda: self._desk.original_pages.sizes(self._document), self._store_sizes)

    def picture(self, number: int, *, small: bool = False) -> QImage | None:
        """Return the latest picture of a page, at whatever resolution is available."""
        _, image = self._loaded.get((_SMALL if small else Picture.__name__, number), (None, None))
        return image

    def page_text(self, number: int) -> PageText | None:
        _, text = self._loaded.get((PageTextJob.__name__, number), (None, None))
        return text

    def word_positions(self, number: int) -> tuple[tuple[PageSearchTerms, ...], list[list[PageBox]]]:
        request, boxes = self._loaded.get((WordPositionsJob.__name__, number), (None, []))
        return (request.search_terms if isinstance(request, WordPositionsJob) else ()), boxes

    def request_pages(self, requests: Iterable[PageRequest], ahead: Sequence[Picture] = ()) -> None:
        """Load these, in order, and nothing else; pages ahead of the visible ones only if there is space."""
        self._requests = list(requests)
        pictures = [value for value in self._requests if isinstance(value, Picture) and not value.small]
        if sum(map(self._bytes, (*pictures, *ahead))) <= _LIMITS[Picture.__name__]:
            self._requests += ahead
        self._needed = frozenset(map(_key, self._requests))
        self._fetch_next()

    def _bytes(self, picture: Picture) -> float:
        width, height = self.sizes[picture.number - 1]
        return min(4 * picture.width**2 * height / width, _LARGEST)

    def _fetch_next(self) -> None:
        if self._job is not None or not self.sizes:
            return
        while self._requests:
            value = self._requests.pop(0)
            if value.number not in self.failed_pages and not self._is_loaded(value):
                self._run(partial(self._load, value), partial(self._store, value), value)
                return

    def _is_loaded(self, value: PageRequest) -> bool:
        if _key(value) not in self._loaded:
            return isinstance(value, WordPositionsJob) and not value.search_terms
        self._loaded.move_to_end(_key(value))
        request, result = self._loaded[_key(value)]  # a picture that is too large comes narrower than requested
        return request == value or (isinstance(value, Picture) and abs(result.width() - value.width) <= 1)

    def _load(self, value: PageRequest) -> object:
        """Load a picture, the text or the places of words. Slow; safe on any thread."""
        pages = self._desk.original_pages
        match value:
            case Picture(number, width, _):
                picture = pages.draw(self._document, number, width)
                size = (picture.columns, picture.rows, picture.columns * 4)
                return QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
            case PageTextJob(number):
                return pages.text(self._document, number)
            case WordPositionsJob(number, search_terms):
                return pages.find(self._document, number, search_terms) if search_terms else []

    def _run(self, job: Callable[[], object], keep: Callable[..., object], value: PageRequest | None = None) -> None:
        def on_loaded(result: object) -> None:
            self._job = None
            keep(result)
            self._fetch_next()

        def on_failed(error: Exception) -> None:
            self._job = None
            if not isinstance(error, DeskError):
                self._tasks.failed.emit(error)
                return
            if value is not None:
                self.failed_pages.add(value.number)
            self.failed.emit(error)
            self._fetch_next()

        self._job = self._tasks.read(job, while_alive(self, on_loaded), failed=while_alive(self, on_failed))

    def _store_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self.sizes = sizes
        self.measured.emit()

    def _store(self, request: PageRequest, result: object) -> None:
        self._loaded[_key(request)] = request, result
        self._loaded.move_to_end(_key(request))
        kind, _ = _key(request)  # reduced to its limit, the oldest first, but nothing currently requested
        sizes = {
            key: result.sizeInBytes() if kind == Picture.__name__ else 1
            for key, (_, result) in self._loaded.items()
            if key[0] == kind
        }
        excess = sum(sizes.values()) - _LIMITS.get(kind, len(sizes))
        for key, size in sizes.items():
            if excess > 0 and key not in self._needed:
                del self._loaded[key]
                excess -= size
        self.page_received.emit(request.number)

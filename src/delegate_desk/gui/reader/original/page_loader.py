"""Page content, fetched from the reading process item by item, visible pages first."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from delegate_desk.core.documents.document import DocumentId, PageBox
from delegate_desk.core.documents.original_pages import PagePicture, PageSearchTerms, PageText
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive

_ROOM = 48_000_000
"""Bytes of the pictures kept; one page as wide as a pane has 2 to 8 MB, the largest 36. What is in sight is kept."""
_LARGEST = 36_000_000
_THUMBNAILS = 120
_TEXTS = 64


@dataclass(frozen=True, slots=True)
class Picture:
    """A page is to be seen."""

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
T = TypeVar("T")


class PageLoader(QObject):
    """Brings what is wanted, and keeps so much of it as there is room for."""

    measured = Signal()
    page_received = Signal(int)
    failed = Signal(object)  # DeskError

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._job: Job | None = None
        self._wanted: list[PageRequest] = []
        self._needed: frozenset[tuple[type, int]] = frozenset()
        self._failed_pages: set[int] = set()
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._small: OrderedDict[int, QImage] = OrderedDict()
        self._texts: OrderedDict[int, PageText] = OrderedDict()
        self._places: dict[int, tuple[tuple[PageSearchTerms, ...], list[list[PageBox]]]] = {}
        self._is_measured = False
        self.sizes: Sequence[tuple[float, float]] = ()

    def measure(self) -> None:
        if not self._is_measured:
            self._is_measured = True
            self._run(lambda: self._desk.original_pages.sizes(self._document), self._store_sizes)

    def picture(self, number: int, *, small: bool = False) -> QImage | None:
        """Return the latest picture of a page, at whatever resolution is available."""
        return (self._small if small else self._pictures).get(number)

    def page_text(self, number: int) -> PageText | None:
        return self._texts.get(number)

    def word_positions(self, number: int) -> tuple[tuple[PageSearchTerms, ...], list[list[PageBox]]]:
        return self._places.get(number, ((), []))

    def request_pages(self, wanted: Iterable[PageRequest], ahead: Sequence[Picture] = ()) -> None:
        """Bring these, in this order, and nothing else any more; those ahead of what is seen where there is room."""
        self._wanted = list(wanted)
        large = [one for one in self._wanted if not (isinstance(one, Picture) and one.small)]
        pictures = [one for one in large if isinstance(one, Picture)]
        if sum(map(self._bytes, (*pictures, *ahead))) <= _ROOM:
            self._wanted += ahead
            large += ahead
        self._needed = frozenset((type(one), one.number) for one in large)
        self._fetch_next()

    def _bytes(self, one: Picture) -> float:
        width, height = self.sizes[one.number - 1]
        return min(4 * one.width**2 * height / width, _LARGEST)

    def retry_failed(self) -> None:
        self._failed_pages.clear()

    def _fetch_next(self) -> None:
        if self._job is not None or not self.sizes:
            return
        while self._wanted:
            one = self._wanted.pop(0)
            if one.number not in self._failed_pages and not self._is_loaded(one):
                self._fetch(one)
                return

    def _is_loaded(self, one: PageRequest) -> bool:
        match one:
            case Picture(number, width, small):
                kept = self._small if small else self._pictures
                if number not in kept:
                    return False
                kept.move_to_end(number)
                return abs(kept[number].width() - width) <= 1 or kept[number].text("asked") == str(width)
            case PageTextJob(number):
                return number in self._texts
            case WordPositionsJob(number, sought):
                return self.word_positions(number)[0] == sought

    def _fetch(self, one: PageRequest) -> None:
        pages, document = self._desk.original_pages, self._document
        match one:
            case Picture(number, width, _):
                self._run(lambda: pages.draw(document, number, width), lambda came: self._store_picture(one, came), one)
            case PageTextJob(number):
                self._run(lambda: pages.text(document, number), self._store_text, one)
            case WordPositionsJob(number, sought):
                if not sought:
                    self._places.pop(number, None)
                    self.page_received.emit(number)
                    self._fetch_next()
                    return
                self._run(
                    lambda: pages.find(document, number, sought), lambda came: self._store_positions(one, came), one
                )

    def _run(self, job: Callable[[], object], keep: Callable[..., object], one: PageRequest | None = None) -> None:
        def end(brought: object) -> None:
            self._job = None
            keep(brought)
            self._fetch_next()

        def fail(error: Exception) -> None:
            self._job = None
            if not isinstance(error, DeskError):
                self._tasks.failed.emit(error)
                return
            if one is not None:
                self._failed_pages.add(one.number)
            self.failed.emit(error)
            self._fetch_next()

        self._job = self._tasks.read(job, while_alive(self, end), failed=while_alive(self, fail))

    def _store_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self.sizes = sizes
        self.measured.emit()

    def _store_picture(self, one: Picture, came: PagePicture) -> None:
        size = (came.columns, came.rows, came.columns * 4)
        image = QImage(came.pixels, *size, QImage.Format.Format_RGB32).copy()
        image.setText("asked", str(one.width))  # one that is too large to be drawn so wide is not asked for again
        kept = self._small if one.small else self._pictures
        kept[one.number] = image
        kept.move_to_end(one.number)
        if one.small:
            while len(kept) > _THUMBNAILS:
                kept.popitem(last=False)
        else:
            self._evict(kept, Picture, lambda: sum(image.sizeInBytes() for image in kept.values()) > _ROOM)
        self.page_received.emit(one.number)

    def _store_text(self, came: PageText) -> None:
        self._texts[came.number] = came
        self._evict(self._texts, PageTextJob, lambda: len(self._texts) > _TEXTS)
        self.page_received.emit(came.number)

    def _evict(self, kept: OrderedDict[int, T], kind: type, is_full: Callable[[], bool]) -> None:
        """Keep no more than there is room for, and all that is wanted now."""
        for number in [number for number in kept if (kind, number) not in self._needed]:
            if not is_full():
                return
            del kept[number]

    def _store_positions(self, one: WordPositionsJob, came: list[list[PageBox]]) -> None:
        self._places[one.number] = (one.search_terms, came)
        self.page_received.emit(one.number)

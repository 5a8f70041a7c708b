"""Reading in a separate process, so that no file can crash the program.

The parent keeps one child and gives it file after file, with one JSON line in each direction. A child that takes too
long or crashes is killed, and the next file gets a new child. The child ends when its parent does, as its standard
input is closed. Pages are also rendered in the child, and words found on them.
"""

import base64
import json
import logging
import math
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from delegate_desk.cipher import PLAIN, SealedCipher
from delegate_desk.core import typed_json
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.documents.document import Document, PageBox
from delegate_desk.core.documents.original_pages import MOST_LETTERS, PagePicture, PageSearchTerms, PageText
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import archive, worker_process
from delegate_desk.parsing.archive import ArchiveMember
from delegate_desk.parsing.in_memory_files import Contents

if TYPE_CHECKING:
    from delegate_desk.core.positions.returned_files import ReturnedFile
    from delegate_desk.parsing.term_lists import TermSummary


# In the child: what PDFium does raises ``UnreadableDocumentError`` if a file cannot be opened or has no such page.

T = TypeVar("T")
_NARROWEST, _WIDEST = 64, 3000
_MOST_PIXELS = 9_000_000
_LONGEST = 8000
_MOST_PAGES = 20_000
_FEWEST_POINTS, _MOST_POINTS = 1.0, 14_400.0
"""Minimum and maximum width and height of a page: for the maximum see PDF 32000-1, annex C."""
_QUICK = 1  # level of compression: a page is mostly white


def draw_page(path: Path, number: int, requested_width: int) -> dict[str, Any]:
    """Render a page, about as many pixels wide as wanted, as a packed picture; slow."""
    from delegate_desk.parsing.pdf import glyphs, word_positions  # the window's process never loads PDFium

    glyphs.use_installed()
    with word_positions.open_page(path, number) as (page, total):
        width, height = (max(side, _FEWEST_POINTS) for side in page.get_size())
        scale = min(max(requested_width, _NARROWEST), _WIDEST) / width
        scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5, _LONGEST / max(width, height))
        with closing(page.render(scale=scale, prefer_bgrx=True)) as bitmap:
            columns, rows, stride = bitmap.width, bitmap.height, bitmap.stride
            pixels = bytes(bitmap.buffer)
    if stride != columns * 4:
        pixels = b"".join(pixels[row * stride : row * stride + columns * 4] for row in range(rows))
    packed: dict[str, Any] = typed_json.pack(PagePicture(number, total, width, height, columns, rows, b""))
    return packed | {"pixels": base64.b64encode(zlib.compress(pixels, _QUICK)).decode("ascii")}


def unpack_picture(packed: Mapping[str, Any]) -> PagePicture:
    picture = PagePicture(**packed)
    columns, rows = picture.columns, picture.rows
    if not all(type(side) is int and 0 < side <= _LONGEST + 1 for side in (columns, rows)):
        raise ValueError("a picture without a size")
    if columns * rows > _MOST_PIXELS + columns + rows:  # each side is rounded up
        raise ValueError("a picture that is too large")
    size = columns * rows * 4
    pixels = zlib.decompressobj().decompress(base64.b64decode(packed["pixels"]), size)
    if len(pixels) != size:
        raise ValueError("a picture with too few pixels")
    return replace(picture, pixels=pixels)


_MOST_PLACES = 2000
_LONGEST_PHRASE = 400  # characters of a phrase


def unpack_text(number: int, packed: Mapping[str, Any]) -> PageText:
    """Unpack the characters of a page, at most as many as a page may have."""
    edges, text = packed["edges"], str(packed["text"])[:MOST_LETTERS]
    quads = [edges[offset : offset + 4] for offset in range(0, 4 * len(text), 4)]
    boxes = [PageBox(number, *(int(edge) / 10 for edge in quad)) if any(quad) else None for quad in quads]
    if len(edges) < 4 * len(text):
        raise ValueError("letters without a place")
    return PageText(number, text, tuple(boxes))


def _edges(box: PageBox) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _unpack_places(number: int, packed: Sequence[Any]) -> list[list[PageBox]]:
    """Unpack the boxes of each search term; those on impossible pages are dropped."""
    found = [[PageBox(number, *map(float, edges)) for edges in places[:_MOST_PLACES]] for places in packed]
    return [[box for box in boxes if all(map(math.isfinite, _edges(box)))] for boxes in found[:_MOST_PLACES]]


def _unpack_sizes(packed: Sequence[Any]) -> list[tuple[float, float]]:
    found = [(float(width), float(height)) for width, height in packed[:_MOST_PAGES]]
    if not all(map(math.isfinite, chain.from_iterable(found))):
        raise ValueError("a page without a size")
    low, high = _FEWEST_POINTS, _MOST_POINTS
    return [(min(max(width, low), high), min(max(height, low), high)) for width, height in found]


def _unpack_members(packed: Sequence[Any]) -> list[ArchiveMember]:
    return [typed_json.unpack(ArchiveMember, member) for member in packed]


def _unpack_summary(packed: Mapping[str, Any]) -> "TermSummary":
    languages = [language for language in map(str, packed["languages"]) if language in LANGUAGES]
    return {"languages": languages, "entries": int(packed["entries"]), "chunks": int(packed["chunks"])}


FROZEN_SWITCH = "--read-files"
"""Command-line switch that starts a frozen program as the child; ``main`` takes the following arguments."""

_START_SECONDS = 60
_log = logging.getLogger(__name__)


class ReadingProcess:
    """Reads files in a child process with limits on time and memory. Safe on any thread; one file at a time.

    Each request on a file raises ``UnreadableDocumentError`` if it is refused, takes too long, needs too much memory or
    crashes its reader.
    """

    def __init__(
        self,
        seconds: float = 20.0,
        memory: int = 1_500_000_000,
        command: Sequence[str] | None = None,
        content: Callable[[Path], bytes | None] = lambda _: None,
    ) -> None:
        """Initialise without a child, which the first file starts.

        Args:
            seconds: Time limit per file.
            memory: Memory limit of the child, in bytes.
            command: Command that starts the child, to which the limits are added; by default this module.
            content: Returns the content of a sealed file; None for a file to be read in place.
        """
        self._content = content
        self._seconds = seconds
        self._memory = memory
        self._command = [*(command or worker_process.own_command(FROZEN_SWITCH, __name__)), str(memory), str(seconds)]
        self._lock = threading.Lock()
        self._child: worker_process.Child | None = None

    def read(self, path: Path, file_name: str) -> Document:
        """Read a file. Slow; changes nothing."""
        started = time.monotonic()
        document = self._ask("read", path, file_name, partial(typed_json.unpack, Document))
        _log.info("Read %d units in %.2f s", len(document.units()), time.monotonic() - started)
        return document

    def read_returned(self, path: Path, file_name: str) -> "ReturnedFile":
        """Read a Word file that may be one of ours. Slow; changes nothing."""
        from delegate_desk.core.positions.returned_files import ReturnedFile

        return self._ask("read_returned", path, file_name, partial(typed_json.unpack, ReturnedFile))

    def draw(self, path: Path, file_name: str, number: int, width: int) -> PagePicture:
        """Render a page of a PDF, numbered from 1, about as wide as given, in pixels. Slow; changes nothing."""
        return self._ask("draw", path, file_name, unpack_picture, page=number, width=width)

    def sizes(self, path: Path, file_name: str) -> list[tuple[float, float]]:
        """Return the width and height of each page of a PDF, in points; changes nothing."""
        return self._ask("sizes", path, file_name, _unpack_sizes)

    def text(self, path: Path, file_name: str, number: int) -> PageText:
        """Return the text of a page of a PDF, numbered from 1, character by character. Slow; changes nothing."""
        return self._ask("text", path, file_name, partial(unpack_text, number), page=number)

    def find(self, path: Path, file_name: str, number: int, searches: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
        """Return the boxes of each search term on a page of a PDF, from 1, one box per line. Slow."""
        limited = [replace(terms, terms=tuple(words[:_LONGEST_PHRASE] for words in terms.terms)) for terms in searches]
        packed = [typed_json.pack(terms) for terms in limited[:_MOST_PLACES]]
        return self._ask("find", path, file_name, partial(_unpack_places, number), page=number, sought=packed)

    def unpack(self, path: Path, file_name: str, into: Path, key: bytes = b"") -> list[ArchiveMember]:
        """Find the files in an archive or a mail, and write each to a folder, sealed if there is a key. Slow."""
        return self._ask("unpack", path, file_name, _unpack_members, into=str(into.absolute()), key=key.hex())

    def unpack_terms(self, path: Path, file_name: str, into: Path, key: bytes = b"") -> "TermSummary":
        """Write the entries of a list of terms to a folder, sealed if there is a key. Slow."""
        return self._ask("unpack_terms", path, file_name, _unpack_summary, into=str(into.absolute()), key=key.hex())

    def _ask(self, task: str, path: Path, file_name: str, unpack: Callable[[Any], T], **details: object) -> T:
        """Return the unpacked answer; an impossible one is refused, as its reader may have been compromised."""
        path = path.absolute()
        request = {"task": task, "path": str(path), "file_name": file_name, **details}
        content = self._content(path)
        if content is not None:
            request["size"] = len(content)
        with self._lock:
            child = self._ready_child()
            try:
                child.send(request, content or b"")
                answer = child.reply(self._seconds)
            except BaseException:  # interrupted: what this child says next would be taken for another file's answer
                self._drop()
                raise
            if not answer:
                raise self._broken(child, file_name, is_late=answer is None)
        reply: dict[str, Any] = json.loads(answer)
        if "fault" in reply:
            _log.error("A reader failed: %s at %s", reply["detail"], reply["fault"])
            raise UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, reply["detail"])
        if "reason" in reply:
            raise UnreadableDocumentError(file_name, ImportFailure(reply["reason"]), reply["detail"])
        try:
            return unpack(reply["result"])
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, zlib.error) as error:
            raise UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, type(error).__name__) from error

    def close(self) -> None:
        """End the child, even while it reads a file; a later file starts another."""
        child = self._child
        if child:
            child.kill()
        with self._lock:
            self._drop()

    def _ready_child(self) -> worker_process.Child:
        if self._child and self._child.is_alive():
            return self._child
        self._drop()
        child = self._child = worker_process.Child(self._command)
        if not child.reply(_START_SECONDS):
            self._drop()
            raise RuntimeError(f"the reading process did not start, status {child.status}")
        return child

    def _broken(self, child: worker_process.Child, file_name: str, *, is_late: bool) -> UnreadableDocumentError:
        """Discard a child that ended while reading a file, and return the reason."""
        self._drop()
        status = child.status
        _log.warning("The reading process ended with status %s%s", status, ", too late" if is_late else "")
        if is_late or worker_process.was_ended_by("SIGALRM", status):
            return UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, f"time limit of {self._seconds:g} s")
        if worker_process.was_out_of_memory(status):
            return UnreadableDocumentError(
                file_name, ImportFailure.UNREADABLE, f"memory limit of {self._memory / 1e9:g} GB"
            )
        return UnreadableDocumentError(file_name, ImportFailure.DAMAGED, "it breaks its reader")

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.end()


# Child process


def main(arguments: Sequence[str], read: Callable[[Path, str], Document] | None = None) -> NoReturn:
    """Run as the child.

    Args:
        arguments: The limits: bytes of memory, seconds.
        read: Reads one file; by default with the readers of this package.
    """

    def prepare() -> worker_process.Answer:
        from delegate_desk.parsing import reading  # after the limit

        return partial(_replies, read or reading.read)

    worker_process.serve(arguments, prepare)


def _replies(
    read: Callable[[Path, str], Document], request: dict[str, Any], content: bytes | None
) -> Iterator[dict[str, Any]]:
    path = Path(request["path"])
    if content is not None:
        path = cast("Path", Contents(path.name, content))  # it has what readers use of one
    try:
        yield {"result": _answer(read, request, path)}
    except UnreadableDocumentError as error:
        yield {"reason": error.reason, "detail": error.detail}
    except OSError as error:
        yield {"reason": ImportFailure.UNREADABLE, "detail": error.strerror or ""}


def _answer(read: Callable[[Path, str], Document], request: dict[str, Any], path: Path) -> Any:
    file_name, page = request["file_name"], request.get("page", 1)
    match request["task"]:
        case "read":
            return typed_json.pack(read(path, file_name))
        case "read_returned":
            from delegate_desk.parsing.contributions import returned_file

            return typed_json.pack(returned_file.read(path))
        case "draw":
            return draw_page(path, page, request["width"])
        case "sizes":  # as displayed
            from delegate_desk.parsing.pdf import word_positions

            with word_positions.open_pages(path) as document:
                return [document.get_page_size(n) for n in range(min(len(document), _MOST_PAGES))]
        case "text":  # with the edges of its characters one after the other in tenths of a point
            from delegate_desk.parsing.pdf import word_positions

            letters = word_positions.read(path, page)
            places = [(0, 0, 0, 0) if box is None else _edges(box) for box in letters.boxes]
            return {"text": letters.text, "edges": [round(10 * edge) for edge in chain.from_iterable(places)]}
        case "find":
            from delegate_desk.parsing.pdf import word_positions

            terms = [typed_json.unpack(PageSearchTerms, packed) for packed in request["sought"]]
            return [[_edges(box) for box in boxes] for boxes in word_positions.find(path, page, terms)]
    cipher = SealedCipher(bytes.fromhex(request["key"])) if request["key"] else PLAIN
    into = Path(request["into"])
    if request["task"] == "unpack":
        return [typed_json.pack(member) for member in archive.unpack(path, file_name, into, cipher)]
    from delegate_desk.parsing import term_lists

    return term_lists.unpack_terms(path, file_name, into, cipher)


if __name__ == "__main__":
    main(sys.argv[1:])

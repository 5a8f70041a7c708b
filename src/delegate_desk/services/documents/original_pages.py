"""Pages of the originals, drawn as they look."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from delegate_desk.core.documents.document import DocumentId, PageBox
from delegate_desk.core.documents.original_pages import PagePicture, PageSearchTerms, PageText
from delegate_desk.core.errors import PageNotDrawnError, UnreadableDocumentError
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.documents.documents import Documents

_log = logging.getLogger(__name__)


class OriginalPages:
    """Draws and reads pages in a process of its own, so that no file can take the window down."""

    def __init__(self, documents: Documents, reader: ReadingProcess) -> None:
        self._documents = documents
        self._reader = reader

    def has(self, file_name: str) -> bool:
        """True if a document that came in under this name has pages to be drawn."""
        return Path(file_name).suffix.lower() == ".pdf"

    def draw(self, key: DocumentId, number: int, width: int) -> PagePicture:
        """A page of a document's original, from 1, about so many pixels wide; slow, safe on any thread.

        Raises:
            PageNotDrawnError: If there is no such page, or it cannot be drawn.
        """
        document = self._documents.get(key)
        began = time.perf_counter()
        with _naming_page(document.file_name, number):
            picture = self._reader.draw(self._documents.original(key), document.file_name, number, width)
        _log.debug("Drew page %d of document %d in %.3f s", number, key, time.perf_counter() - began)
        return picture

    def sizes(self, key: DocumentId) -> list[tuple[float, float]]:
        """The width and height of each page of a document's original, in points; on any thread.

        Raises:
            PageNotDrawnError: If the original cannot be opened.
        """
        document = self._documents.get(key)
        with _naming_page(document.file_name, 1):
            return self._reader.sizes(self._documents.original(key), document.file_name)

    def text(self, key: DocumentId, number: int) -> PageText:
        """Return the text of a page of a document's original, letter by letter; slow, on any thread.

        Raises:
            PageNotDrawnError: If there is no such page, or it cannot be read.
        """
        document = self._documents.get(key)
        with _naming_page(document.file_name, number):
            return self._reader.text(self._documents.original(key), document.file_name, number)

    def find(self, key: DocumentId, number: int, wanted: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
        """Return the boxes of each search term on a page, a box for each line it runs over; slow, on any thread.

        Raises:
            PageNotDrawnError: If there is no such page, or it cannot be read.
        """
        document = self._documents.get(key)
        began = time.perf_counter()
        with _naming_page(document.file_name, number):
            found = self._reader.find(self._documents.original(key), document.file_name, number, wanted)
        _log.debug("Looked for %d places on a page in %.3f s", len(wanted), time.perf_counter() - began)
        return found


@contextmanager
def _naming_page(file_name: str, number: int) -> Iterator[None]:
    """Say of what cannot be read which page it is."""
    try:
        yield
    except UnreadableDocumentError as error:
        raise PageNotDrawnError(file_name, number) from error

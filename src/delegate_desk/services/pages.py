"""Pages of the originals, drawn as they look."""

import logging
import time
from collections.abc import Sequence
from pathlib import Path

from delegate_desk.core.documents import Box, DocumentId
from delegate_desk.core.errors import PageNotDrawnError, UnreadableDocumentError
from delegate_desk.core.pages import PagePicture, Sought
from delegate_desk.parsing.worker import Reader
from delegate_desk.services.documents import Documents

_log = logging.getLogger(__name__)


class Pages:
    """Draws and reads pages in a process of its own, so that no file can take the window down."""

    def __init__(self, documents: Documents, reader: Reader) -> None:
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
        held = self._documents.get(key)
        began = time.perf_counter()
        try:
            picture = self._reader.draw(self._documents.original(key), held.file_name, number, width)
        except UnreadableDocumentError as error:
            raise PageNotDrawnError(held.file_name, number) from error
        _log.debug("Drew page %d of document %d in %.3f s", number, key, time.perf_counter() - began)
        return picture

    def find(self, key: DocumentId, number: int, wanted: Sequence[Sought]) -> list[Box]:
        """Where words stand on a page of a document's original, a box for each line they run over; slow, on any thread.

        Raises:
            PageNotDrawnError: If there is no such page, or it cannot be read.
        """
        held = self._documents.get(key)
        began = time.perf_counter()
        try:
            found = self._reader.find(self._documents.original(key), held.file_name, number, wanted)
        except UnreadableDocumentError as error:
            raise PageNotDrawnError(held.file_name, number) from error
        _log.debug(
            "Found %d places on page %d of document %d in %.3f s", len(found), number, key, time.perf_counter() - began
        )
        return found

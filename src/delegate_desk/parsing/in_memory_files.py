"""Files whose content is only in memory, read like files on disk: an encrypted library stores nothing plain.

A reader takes a ``Path`` and uses ``name``, ``open``, ``read_bytes`` and the size of ``stat``, which a file in memory
has too. PDFium and ``zipfile`` open files by themselves; they get it through ``for_pdfium`` and ``for_zip``.
"""

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Contents:
    name: str
    content: bytes

    def open(self, mode: str = "rb") -> BinaryIO:  # noqa: ARG002  (as Path has it)
        return io.BytesIO(self.content)

    def read_bytes(self) -> bytes:
        return self.content

    def stat(self) -> SimpleNamespace:
        return SimpleNamespace(st_size=len(self.content))


def for_pdfium(file: Path | Contents) -> Path | bytes:
    return file.content if isinstance(file, Contents) else file


def for_zip(file: Path | Contents) -> Path | BinaryIO:
    return file.open() if isinstance(file, Contents) else file


@contextlib.contextmanager
def damaged_where_it_fails(file_name: str) -> Iterator[None]:
    """Convert the various errors of libraries on malformed files to one error."""
    try:
        yield
    except (UnreadableDocumentError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED) from error

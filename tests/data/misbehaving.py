"""A process that reads or compares, and misbehaves as the file, or the subject of the new text, says."""

import faulthandler
import os
import sys
import threading
from collections.abc import Generator
from pathlib import Path

from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, View
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.parsing import reading_process
from delegate_desk.services.revisions import comparison_process


def misbehave(what: str) -> None:
    """Misbehave as said."""
    match what:
        case "hang":
            threading.Event().wait()
        case "crash":
            faulthandler._sigsegv()  # type: ignore[attr-defined]  # which no stub names
        case "hoard":
            hoard = [bytearray(50_000_000)]
            while True:
                hoard.append(bytearray(50_000_000))
        case "exit":
            os._exit(0)
        case "fail":
            raise KeyError("words of the document")
        case "print":
            os.write(1, b'{"document": "forged", "found": "forged"}\n')


def read(path: Path, file_name: str) -> Document:
    what = path.read_text()
    if what == "refuse":
        raise UnreadableDocumentError(file_name, ImportFailure.ENCRYPTED, "with a password")
    misbehave(what)
    return Document(Header("el", subject=f"{os.getpid()}"), ())


def compare(_: Document, new: Document, view: View) -> Generator[tuple[int, int], None, Comparison]:
    yield 1, 2
    misbehave(new.header.subject)
    outcome = UnitOutcome(Address(f"{os.getpid()}"), Address(str(view)), Verdict.SAME, 1.0, ())
    return Comparison(DocumentId(0), DocumentId(0), view, (outcome,))


if __name__ == "__main__":
    if sys.argv[1] == "read":
        reading_process.main(sys.argv[2:], read)
    comparison_process.main(sys.argv[2:], compare)

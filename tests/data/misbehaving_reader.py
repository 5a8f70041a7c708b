"""A reading process that misbehaves as the file says."""

import faulthandler
import os
import sys
import threading
from pathlib import Path

from delegate_desk.core.documents.document import Document, Header
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import reading_process


def misbehave(path: Path, file_name: str) -> Document:
    """Misbehave as the file says."""
    match path.read_text():
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
            os.write(1, b'{"document": "forged"}\n')
        case "refuse":
            raise UnreadableDocumentError(file_name, ImportFailure.ENCRYPTED, "with a password")
    return Document(Header("el", subject=f"{os.getpid()}"), ())


if __name__ == "__main__":
    reading_process.main(sys.argv[1:], misbehave)

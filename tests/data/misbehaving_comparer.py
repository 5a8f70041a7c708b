"""A comparing process that misbehaves as the subject of the new text says."""

import faulthandler
import os
import sys
import threading
from collections.abc import Generator

from delegate_desk.core.documents.document import Address, Document, View
from delegate_desk.core.revisions.comparison import ComparisonResult, UnitOutcome, Verdict
from delegate_desk.services.revisions import comparison_process


def misbehave(_: Document, new: Document, view: View) -> Generator[tuple[int, int], None, ComparisonResult]:
    """Misbehave as the subject says."""
    yield 1, 2
    match new.header.subject:
        case "hang":
            threading.Event().wait()
        case "crash":
            faulthandler._sigsegv()  # type: ignore[attr-defined]  # which no stub names
        case "hoard":
            hoard = [bytearray(50_000_000)]
            while True:
                hoard.append(bytearray(50_000_000))
        case "fail":
            raise KeyError("words of the document")
        case "print":
            os.write(1, b'{"found": "forged"}\n')
    return ComparisonResult((UnitOutcome(Address(f"{os.getpid()}"), Address(str(view)), Verdict.SAME, 1.0, ()),))


if __name__ == "__main__":
    comparison_process.main(sys.argv[1:], misbehave)

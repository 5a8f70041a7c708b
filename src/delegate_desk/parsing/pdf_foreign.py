"""What a PDF holds that a viewer would run, start or open (ISO 32000-1, 12.6 and 7.11.4)."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from delegate_desk.parsing.pdf_looks import pdfium_raw

_OBJECTS = re.compile(rb"/ObjStm\b.{0,300}?stream\r?\n", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SCRIPT = re.compile(rb"/(?:JavaScript|JS)\b")
_ACTION = re.compile(rb"/S\s*/(?:Launch|ImportData|SubmitForm|GoToR|GoToE|Rendition|Movie|Sound)\b")
_FORM = re.compile(rb"/XFA\b")
_MOST_OBJECTS = 2_000
_LARGEST = 1_000_000  # bytes of one stream of objects


def found(document: pdfium.PdfDocument, path: Path) -> Counter[str]:
    """How many there are of each, by their names in ``foreign``."""
    counts: Counter[str] = Counter()
    counts["files"] = max(0, pdfium_raw.FPDFDoc_GetAttachmentCount(document))
    counts["scripts"] = max(0, pdfium_raw.FPDFDoc_GetJavaScriptActionCount(document))
    for piece in _pieces(path.read_bytes()):
        named = _ESCAPED.sub(lambda match: bytes((int(match[1], 16),)), piece) if b"#" in piece else piece
        counts["scripts"] += bool(_SCRIPT.search(named))
        counts["actions"] += bool(_ACTION.search(named) or _FORM.search(named))
    return counts


def _pieces(data: bytes) -> Iterator[bytes]:
    """The file as it is, and the objects that are packed in it."""
    yield data
    for number, begins in enumerate(_OBJECTS.finditer(data)):
        if number == _MOST_OBJECTS:
            return
        try:
            yield zlib.decompressobj().decompress(data[begins.end() : begins.end() + _LARGEST], _LARGEST)
        except zlib.error:
            continue

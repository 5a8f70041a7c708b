"""How much of a file's text is kept, by letters and digits: against what the plainest reader finds in the file.

Characters are counted, not placed: one that stands in the file more often than in what was read is lost. What is
dropped on purpose, running heads and page numbers, is counted apart.
"""

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree

from delegate_desk.core.documents.document import Document
from delegate_desk.core.text import fold
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.header import first_page

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True)
class Kept:
    """Letters of a file: of all, those kept, and those dropped on purpose."""

    of: int
    kept: int
    dropped: int

    @property
    def share(self) -> float:
        """How much is kept of what should be, in 0..1."""
        wanted = self.of - self.dropped
        return self.kept / wanted if wanted else 1.0


def measure(path: Path, source: SourceText, document: Document) -> Kept:
    """Measure one document."""
    lines = _raw(path).splitlines()
    head = first_page.read(source, path.name)
    body = {id(block) for block in head.body}
    above = (block for block in source.blocks if id(block) not in body)
    units = (f"{unit.label} {unit.marked}" for unit in document.units())
    ours = _letters([*units, *(f"{block.label or ''} {block.text}" for block in above)])
    ours += _letters(call.note.removeprefix("fn_") for unit in document.units() for call in unit.calls)
    running = {_bare(line) for line in source.running}
    dropped = _letters(line for line in lines if _bare(line) in running or not _bare(line))
    wanted = _letters(lines)
    lost = wanted - ours - dropped
    return Kept(wanted.total(), (wanted - dropped).total() - lost.total(), dropped.total())


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(c for one in texts for c in unicodedata.normalize("NFKC", one) if c.isalnum())


def _bare(line: str) -> str:
    """A line without its digits, by which a page's foot is told on every page."""
    return " ".join(re.sub(r"\d+", "", fold(line)).split())


def _raw(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    if suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            stories = [package.read(name) for name in _STORIES if name in package.namelist()]
        return "\n".join("\n".join(_paragraphs(story)) for story in stories)
    if suffix in (".html", ".htm", ".xhtml"):
        page = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
        return "\n".join(str(part) for body in page.iter("body") for part in body.itertext("*"))
    return text_reader.decode(path.read_bytes())


def _paragraphs(story: bytes) -> Iterable[str]:
    for paragraph in etree.fromstring(story).iter(f"{_W}p"):
        yield "".join(str(piece.text or "") for piece in paragraph.iter(f"{_W}t"))

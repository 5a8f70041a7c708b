"""Scores the parsing of documents against their expected data: field by field, unit by unit, letters kept."""

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree

from delegate_desk.core.documents.document import Document, Header
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.core.text import fold
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.header import first_page
from evaluation import made_headers, truth
from evaluation.truth import FIELDS, Truth

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
        """The share of expected letters that is kept, in 0..1."""
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
    """A line without its digits, by which a footer is recognised on every page."""
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


SURE = 0.9


@dataclass(frozen=True)
class Wrong:
    """A field that was not read as printed."""

    name: str
    wanted: Any
    read: Any
    sure: float | None


@dataclass
class Score:
    """Result of one document.

    Attributes:
        fields: By the name of a field: whether it is right, and the confidence.
        units: Number of units with expected data.
    """

    name: str
    fields: dict[str, tuple[bool, float | None]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    units: int = 0
    wrong_units: list[str] = field(default_factory=list)
    letters: Kept | None = None
    refused: str = ""


def document(path: Path, told: Truth) -> Score:
    """Score one document."""
    score = Score(path.name, units=len(told.units) + len(told.lines))
    try:
        reader = reading.reader_for(path.suffix.lower())
        assert reader
        source = reader(path)
        read = reading.understand(source, path.name)
    except (KeyError, UnreadableDocumentError) as error:
        score.refused = type(error).__name__
        return score
    _fields(score, read.header, told.header)
    score.wrong_units = truth.wrong_units(read, told)
    score.letters = measure(path, source, read)
    return score


def made(seed: int, how_many: int, *, hard: bool = False, covers: bool = False) -> Iterator[Score]:
    """Score random headers."""
    for one in made_headers.make(seed, how_many, hard=hard, covers=covers):
        found = first_page.read(one.source, one.file_name)
        words = "\n".join(block.text for block in found.body)
        sample = words if len(words) > 200 else "\n".join((words, found.header.subject, *found.top))
        code, sure = first_page.document_language(found, one.source, one.file_name, sample)
        head = replace(found.header, language=code, confidence={**found.header.confidence, "language": sure})
        score = Score(one.facts["_layout"])
        _fields(score, head, {name: one.facts[name] for name in FIELDS})
        yield score


def _fields(score: Score, head: Header, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        sure = head.confidence.get("document_type" if name == "document_type_label" else name)
        read = truth.said(head, name)
        score.fields[name] = (read == value, sure)
        if read != value:
            score.wrong.append(Wrong(name, value, read, sure))

"""The units of texts of lines, of copied texts and of web pages, for tests of their structure."""

from collections.abc import Iterable
from pathlib import Path

from delegate_desk.core.documents.document import Document, Paragraph
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import Block, FootnoteBlock, TextRun
from delegate_desk.parsing.structure.addressed_units import footnotes
from delegate_desk.parsing.structure.builder import Structure


def block(line: str | Block) -> Block:
    return line if isinstance(line, Block) else Block((TextRun(line),))


def centred(line: str) -> Block:
    return Block((TextRun(line),), centred=True)


def set_in(indent: float, line: str) -> Block:
    return Block((TextRun(line),), indent=indent)


def units_of(
    lines: Iterable[str | Block], language: str = "en", notes: Iterable[FootnoteBlock] = ()
) -> tuple[Paragraph, ...]:
    structure = Structure((language, "en"))
    structure.add(map(block, lines))
    return structure.paragraphs(footnotes(notes)[1])


def addresses_of(lines: Iterable[str | Block], language: str = "en") -> list[str]:
    return [str(unit.address) for unit in units_of(lines, language)]


def copied(words: str) -> list[tuple[str, str, str]]:
    """The units of a copied text: address, label and words; the notes after them."""
    document = reading.understand(text_reader.source(words), "copied.txt")
    return [(unit.address, unit.label, unit.text) for unit in document.units()]


def saved_page(folder: Path, content: str) -> Document:
    """A web page as it is read from its file."""
    path = folder / "page.html"
    path.write_text(content, encoding="utf-8")
    return reading.read(path, path.name)

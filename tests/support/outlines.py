"""The units of a text of lines, for tests of its structure."""

from collections.abc import Iterable

from delegate_desk.core.documents.document import Paragraph
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

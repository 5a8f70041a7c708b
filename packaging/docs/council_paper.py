"""A document in Council form, from the source of a sample: header, cover, body and footnotes.

A source is a TOML file (docs/samples). In ``cover`` and ``body`` an empty line separates blocks; a line break inside a
block is printed. ``= `` starts a centred title, ``# `` a heading, ``| `` a table's row; numbers, points and dashes are
written as printed. In the text ``{++added++}``, ``{--deleted--}`` and ``[^1]``, the call of a footnote.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """Layout of a block."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    ARTICLE = "article"
    ANNEX = "annex"
    NUMBERED = "numbered"
    BRACKETED = "bracketed"
    POINT = "point"
    INDENT = "indent"
    ROW = "row"


@dataclass(frozen=True)
class Piece:
    """Some words, or the call of a footnote.

    Attributes:
        look: ``added``, ``gone``, ``strong``, ``note`` or empty; the text of ``note`` is its number.
    """

    text: str
    look: str = ""


@dataclass(frozen=True)
class Block:
    """One paragraph, or a row of a table; a row with one cell is a title over all columns.

    Attributes:
        label: As printed: ``7.``, ``στ)``, ``(3)``, ``-``; empty without one.
        cells: The text; several only for rows.
    """

    form: Form
    label: str
    cells: tuple[tuple[Piece, ...], ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.cells[0]


@dataclass(frozen=True)
class Paper:
    """One document in one language.

    Attributes:
        head: The lines above the text of the cover, by the names used in the sources.
        notes: Footnotes by number, as printed.
    """

    head: dict[str, str]
    file: tuple[str, ...]
    codes: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    foot: tuple[str, str, str, str, str]
    word_lists: bool
    cover: tuple[Block, ...]
    body: tuple[Block, ...]
    notes: dict[str, str]


_PIECES = re.compile(
    r"\{\+\+(?P<added>.+?)\+\+\}|\{--(?P<gone>.+?)--\}|\*\*(?P<strong>.+?)\*\*|\[\^(?P<note>\d+)\]", re.DOTALL
)
_FORMS = (
    (Form.TITLE, re.compile(r"(?P<label>)= ")),
    (Form.HEADING, re.compile(r"(?P<label>)# ")),
    (Form.ARTICLE, re.compile(r"(?P<label>)(?=(?:Article|Άρθρο) (?:\d+\w?|premier)$)")),
    (Form.ANNEX, re.compile(r"(?P<label>)(?=(?:ANNEXE?|ΠΑΡΑΡΤΗΜΑ)$)")),
    (Form.NUMBERED, re.compile(r"(?P<label>\d+\.) ")),
    (Form.BRACKETED, re.compile(r"(?P<label>\(?\d+\)) ")),
    (Form.POINT, re.compile(r"(?P<label>\(?[a-zα-ω]{1,3}\)) ")),
    (Form.INDENT, re.compile(r"(?P<label>-) ")),
    (Form.TEXT, re.compile(r"(?P<label>)")),
)


def read(source: Path) -> Paper:
    """Read a source."""
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    names = ("council", "dateline", "original", "number", "revision", "marking", "type", "language")
    number, initials, unit, marking, language = told["foot"]
    return Paper(
        head={name: told.get(name, "") for name in names},
        file=tuple(told.get("file", ())),
        codes=tuple(told["codes"]),
        labels=tuple((label, value) for label, value in told["labels"]),
        foot=(number, initials, unit, marking, language),
        word_lists=told.get("word_lists", False),
        cover=_blocks(told["cover"]),
        body=_blocks(told["body"]),
        notes=told.get("notes", {}),
    )


def _blocks(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.split("\n")
        alone = len(lines) > 1 and any(line.startswith(("= ", "| ")) for line in lines)
        blocks += [_block(part) for part in (lines if alone else [chunk]) if part]
    return tuple(blocks)


def _block(text: str) -> Block:
    if text.startswith("| "):
        cells = text.strip().removeprefix("|").removesuffix("|").split("|")
        return Block(Form.ROW, "", tuple(_pieces(cell.strip().replace(" // ", "\n")) for cell in cells))
    for form, pattern in _FORMS:
        match = pattern.match(text)
        if match:
            return Block(form, match["label"], (_pieces(text[match.end() :]),))
    raise ValueError(text)


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for match in _PIECES.finditer(text):
        look = match.lastgroup or ""
        pieces += [Piece(text[end : match.start()]), Piece(match[look], look)]
        end = match.end()
    pieces.append(Piece(text[end:]))
    return tuple(piece for piece in pieces if piece.text)

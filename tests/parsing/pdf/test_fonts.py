"""A file without embedded fonts is read the same whatever fonts are installed, and drawn with those."""

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2.raw
import pytest

from delegate_desk import paths
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.parsing import reading_process
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.pdf import glyphs, reader, word_positions
from support.handwritten_pdf import LEFT, SENTENCE, Paper

pdfium_raw: Any = pypdfium2.raw
FONTS = ("DelegateDeskSigns.ttf", "Inter-Regular.otf", "SourceSerif4_600SemiBold.ttf")
Installer = Callable[[str], Any]


@pytest.fixture
def install() -> Iterator[Installer]:
    """Lets PDFium find one of our fonts under every name, as if it were the only one of the computer."""
    tables: list[Any] = []
    types = dict(pdfium_raw.FPDF_SYSFONTINFO._fields_)

    def installed(name: str) -> Any:
        font = (paths.RESOURCES / "fonts" / name).read_bytes()

        def data(_self: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
            if table:
                return 0
            if buffer and size >= len(font):
                ctypes.memmove(buffer, font, len(font))
            return len(font)

        given = {"MapFont": lambda *_: 1, "GetFont": lambda *_: 1, "GetFontData": data, "GetFaceName": lambda *_: 0}
        given["GetFontCharset"] = lambda *_: 0
        calls = {call: types[call](given.get(call, 0)) for call in types if call != "version"}
        tables.append(pdfium_raw.FPDF_SYSFONTINFO(version=1, **calls))
        return ctypes.pointer(tables[-1])

    yield installed
    pdfium_raw.FPDF_SetSystemFontInfo(None)


@pytest.fixture
def bare(paper: Paper, path: Path) -> Path:
    """A document without embedded fonts: a stamp in fragments on page one, letters without names on page two."""
    paper.paragraph(LEFT, 600, f"{SENTENCE}.")
    for n, part in enumerate(("PU", "B", "LIC")):
        paper.text(400 + 20 * n, 700 + 12 * n, part, size=14, turn="0.866 0.5 -0.5 0.866")
    paper.page()
    paper.text(LEFT, 700, SENTENCE[:60], font="?")
    return paper.save(path)


@pytest.mark.parametrize("name", FONTS)
def test_what_is_read_is_the_same_whatever_fonts_are_installed(bare: Path, install: Installer, name: str) -> None:
    assert _read_with(install(name), bare) == _read_with(None, bare)


@pytest.mark.parametrize("name", FONTS)
def test_what_is_sought_stands_where_it_did_whatever_is_installed(bare: Path, install: Installer, name: str) -> None:
    found = []
    for fonts in (None, install(name)):
        pdfium_raw.FPDF_SetSystemFontInfo(fonts)
        found.append(
            (
                word_positions.find(bare, 1, [PageSearchTerms(("every harbour", "Member State"))]),
                word_positions.read(bare, 1),
            )
        )
    assert found[0] == found[1]


def test_reading_is_the_same_behind_a_page_that_was_drawn(bare: Path) -> None:
    first = reader.read(bare)
    reading_process.draw_page(bare, 1, 300)
    assert reader.read(bare) == first


def test_a_page_is_drawn_with_the_fonts_that_are_installed(
    bare: Path, install: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    for name in (FONTS[1], FONTS[2], FONTS[1]):
        fonts = install(name)
        monkeypatch.setattr(glyphs, "_installed_fonts", lambda fonts=fonts: fonts)
        pictures.append(reading_process.draw_page(bare, 1, 300)["pixels"])
        reader.read(bare)
    assert pictures[0] != pictures[1]
    assert pictures[0] == pictures[2]


def _read_with(fonts: Any, path: Path) -> SourceText:
    pdfium_raw.FPDF_SetSystemFontInfo(fonts)
    return reader.read(path)

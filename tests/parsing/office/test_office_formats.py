"""The same document in each format of LibreOffice is read as the same; skipped if it is not installed."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl.workbook.workbook import Workbook

from delegate_desk.core.documents.document import Document
from delegate_desk.parsing import reading
from delegate_desk.paths import RESOURCES
from support.libreoffice import Soffice, needed

pytestmark = needed
PAPERS = ("ST-99140-2026-INIT_el.docx", "ST-99101-2026-REV-1_fr.docx")


def words(document: Document) -> Counter[str]:
    return Counter(word for unit in document.units() for word in (unit.label + " " + unit.marked).split())


def places(document: Document) -> list[tuple[str, str]]:
    return [(unit.address, unit.marked) for unit in document.units()]


@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_no_word_is_lost_and_each_has_its_place(soffice: Soffice, tmp_path: Path, form: str) -> None:
    papers = [RESOURCES / "samples" / name for name in PAPERS]
    for paper, made in zip(papers, soffice.convert(papers, tmp_path, form), strict=True):
        ours, theirs = reading.read(paper, paper.name), reading.read(made, made.name)
        assert words(ours) == words(theirs)
        assert places(ours) == places(theirs)
        assert (ours.header.reference, ours.mark_up) == (theirs.header.reference, theirs.mark_up)


def again(soffice: Soffice, source: Path, form: str) -> Path:
    """The file as written by LibreOffice; the test is skipped if that component is not installed."""
    try:
        return soffice.convert([source], source.parent / "again", form)[0]
    except AssertionError:
        pytest.skip(f"LibreOffice here writes no .{form}")


def test_a_workbook_of_libreoffice_keeps_its_cells(soffice: Soffice, tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    book = Workbook()
    for row in range(1, 40):
        book.active.append([f"Λιμένας {row}", row * 17, row / 8, None, f"Harbour of the {row}th bell,\nby the quay"])
    book.create_sheet("Ropes")["C5"] = "hemp"
    book.save(source)
    made = again(soffice, source, "xlsx")
    assert places(reading.read(source, source.name)) == places(reading.read(made, made.name))


def test_slides_of_libreoffice_keep_their_words(soffice: Soffice, tmp_path: Path) -> None:
    """Slides are made as a flat OpenDocument file, OpenDocument 1.3 part 3, section 3.1.2."""
    said = [f"Λιμένας {n}: harbour of the {n}th bell, by the quay" for n in range(1, 20)]
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in _ODF.items())
    pages = "".join(
        f'<draw:page draw:name="p{n}"><draw:frame svg:width="20cm" svg:height="3cm"><draw:text-box><text:p>{line}'
        "</text:p></draw:text-box></draw:frame></draw:page>"
        for n, line in enumerate(said)
    )
    source = tmp_path / "a.fodp"
    source.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.presentation">'
        f"<office:body><office:presentation>{pages}</office:presentation></office:body></office:document>",
        encoding="utf-8",
    )
    made = again(soffice, source, "pptx")
    units = reading.read(made, made.name).paragraphs
    assert [(unit.marked, unit.page) for unit in units] == [(line, n) for n, line in enumerate(said, 1)]


_ODF = {"office": "office", "draw": "drawing", "text": "text", "svg": "svg-compatible"}

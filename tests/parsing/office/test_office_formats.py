"""The same paper in each format that LibreOffice writes is read as the same; skipped where it is not installed."""

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
def test_no_word_is_lost_and_each_has_its_place(tmp_path: Path, form: str) -> None:
    papers = [RESOURCES / "samples" / name for name in PAPERS]
    for paper, made in zip(papers, Soffice(tmp_path / "profile").convert(papers, tmp_path, form), strict=True):
        ours, theirs = reading.read(paper, paper.name), reading.read(made, made.name)
        assert words(ours) == words(theirs)
        assert places(ours) == places(theirs)
        assert (ours.header.reference, ours.mark_up) == (theirs.header.reference, theirs.mark_up)


def again(tmp_path: Path, source: Path) -> Path:
    """The file as LibreOffice writes it; the test is skipped where that part of it is not installed."""
    try:
        return Soffice(tmp_path / "profile").convert([source], tmp_path / "again", source.suffix[1:])[0]
    except AssertionError:
        pytest.skip(f"LibreOffice here writes no {source.suffix}")


def test_a_workbook_of_libreoffice_keeps_its_cells(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    book = Workbook()
    for row in range(1, 40):
        book.active.append([f"Λιμένας {row}", row * 17, row / 8, None, f"Harbour of the {row}th bell,\nby the quay"])
    book.create_sheet("Ropes")["C5"] = "hemp"
    book.save(source)
    made = again(tmp_path, source)
    assert places(reading.read(source, source.name)) == places(reading.read(made, made.name))

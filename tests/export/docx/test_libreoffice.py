"""A round trip through LibreOffice keeps text, changes and languages; skipped if it is not installed."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from delegate_desk.core.positions.export_options import MEETING_KINDS, Audience, ExportKind
from support.libreoffice import Soffice, needed
from support.meeting_values import file
from support.position_values import page, written

POSITION = "position.docx"
MEETING = {(kind, audience): f"{kind}-{audience}.docx" for kind in MEETING_KINDS for audience in Audience}

pytestmark = needed


@pytest.fixture(scope="module")
def trips(soffice: Soffice, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with our files, and one with the same files as written by LibreOffice."""
    ours, theirs = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs"))
    (ours / POSITION).write_bytes(written(language="el"))
    for (kind, audience), name in MEETING.items():
        (ours / name).write_bytes(file(kind, audience, "el"))
    soffice.convert([ours / name for name in (POSITION, *MEETING.values())], theirs)
    return ours, theirs


def words(file: Path) -> list[str]:
    body = docx.Document(str(file)).element.body
    return "".join((t.text or "") + " " * (t.tag == qn("w:tab")) for t in body.iter(*map(qn, TEXTS))).split()


TEXTS = ("w:t", "w:delText", "w:tab")


@pytest.mark.parametrize("name", [POSITION, *MEETING.values()])
def test_the_text_comes_back(trips: tuple[Path, Path], name: str) -> None:
    ours, theirs = trips
    assert "".join(words(theirs / name)) == "".join(words(ours / name))


def test_marks_and_languages_come_back(trips: tuple[Path, Path]) -> None:
    document = docx.Document(str(trips[1] / POSITION))
    assert document.sections[0].different_first_page_header_footer
    assert "LIMITE" in "".join(p.text for p in document.sections[0].first_page_header.paragraphs)
    languages = {lang.get(qn("w:val")) for lang in document.element.body.iter(qn("w:lang"))}
    assert languages == {"el-GR", "en-GB"}  # LibreOffice adds the country to a language without one
    assert len(document.tables) == 1
    assert document.tables[0].rows[0]._tr.findall(f".//{qn('w:tblHeader')}")


@pytest.mark.parametrize("audience", Audience)
def test_a_matrix_stays_on_its_side_with_its_shades(trips: tuple[Path, Path], audience: Audience) -> None:
    shades = []
    for folder in trips:
        document = docx.Document(str(folder / MEETING[ExportKind.MATRIX, audience]))
        assert page(folder / MEETING[ExportKind.MATRIX, audience]) == (16838, 11906)
        cells = (cell for row in document.tables[0]._tbl.tr_lst for cell in row.tc_lst)
        shades.append([[s.get(qn("w:fill")) for s in cell.iter(qn("w:shd"))] for cell in cells])
    assert shades[0] == shades[1]

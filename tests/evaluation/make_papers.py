"""Makes Word files and PDFs of some documents next to their text, in the layout of the Council.

    cd tests && python -m evaluation.make_papers

The same expected data applies to each form of a document. The PDFs are printed by LibreOffice and differ a little by
machine.
"""

import io
import os
import shutil
import subprocess
import tempfile
import tomllib
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from docx.table import Table

PAPERS = Path(__file__).parent / "papers"
WORD = ("note_en", "note_bg", "act_nl", "report_lv")
PDF = ("note_en", "cover_el", "report_old_de", "stamped_it", "act_hu", "narrow_el", "narrow_sv")
NARROW = {"narrow_el": 2.9, "narrow_sv": 2.9}  # by document, the width of its label column in a PDF, in cm
_DATED = (1980, 1, 1, 0, 0, 0)


def word(stem: str) -> bytes:
    """A document as a Word file."""
    told = tomllib.loads((PAPERS / f"{stem}.truth.toml").read_text(encoding="utf-8"))
    blocks = [block.split("\n") for block in (PAPERS / f"{stem}.txt").read_text(encoding="utf-8").strip().split("\n\n")]
    heading = next(n for n, block in enumerate(blocks) if block == [told["header"]["document_type_label"]])
    labels = next(n for n in range(heading + 1, len(blocks)) if ":" in blocks[n][0])
    paper = docx.Document()
    _style(paper)
    _top(paper, blocks[:heading])
    for block in blocks[heading:labels]:
        for line in block:
            paper.add_paragraph(line)
    _labels(paper, blocks[labels], NARROW.get(stem, 4))
    for n, block in enumerate(blocks[labels + 1 :]):
        paragraph = paper.add_paragraph()
        if n == 1:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
        paragraph.add_run(" ".join(block))
    return _same_each_time(paper)


def _style(paper: Document) -> None:
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    normal.paragraph_format.space_after = Pt(7)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)


def _top(paper: Document, blocks: list[list[str]]) -> None:
    """The institution and the files on the left, the rest on the right."""
    left: list[str] = []
    right: list[str] = []
    for n, block in enumerate(blocks):
        (left if n == 0 or any("(COD)" in line or "(NLE)" in line for line in block[1:]) else right).extend(block)
    table = paper.add_table(1, 2)
    _fill(table, 0, 0, left)
    _fill(table, 0, 1, right)


def _labels(paper: Document, lines: list[str], width: float) -> None:
    rows: list[tuple[str, list[str]]] = []
    for line in lines:
        label, colon, value = line.partition(":")
        if colon and not line.startswith(("-", "–")):
            rows.append((f"{label}:", [value.strip()]))
        else:
            rows[-1][1].append(line)
    table = paper.add_table(len(rows), 2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(width), Cm(13)
    for n, (label, values) in enumerate(rows):
        table.cell(n, 0).width, table.cell(n, 1).width = Cm(width), Cm(13)
        _fill(table, n, 0, [label])
        _fill(table, n, 1, values)
    paper.add_paragraph().alignment = WD_ALIGN_PARAGRAPH.CENTER


def _fill(table: Table, row: int, column: int, lines: list[str]) -> None:
    cell = table.cell(row, column)
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.add_run(line)
        paragraph.paragraph_format.space_after = Pt(0)


def _same_each_time(paper: Document) -> bytes:
    written = io.BytesIO()
    paper.save(written)
    again = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if "thumbnail" not in name:
                file.writestr(zipfile.ZipInfo(name, _DATED), parts.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()


def pdf(stem: str) -> bytes:
    """A document as printed by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice is needed: sudo apt-get install libreoffice-writer-nogui fonts-liberation")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"{stem}.docx"
        made.write_bytes(word(stem))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(made)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
        return made.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    for name in WORD:
        (PAPERS / f"{name}.docx").write_bytes(word(name))
    for name in PDF:
        (PAPERS / f"{name}.pdf").write_bytes(pdf(name))

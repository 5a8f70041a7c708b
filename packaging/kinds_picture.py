"""Draws the manual's pictures of each kind of file, on the sample library; needs LibreOffice, no screen.

.venv/bin/python packaging/kinds_picture.py [FOLDER]
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
os.environ["SOURCE_DATE_EPOCH"] = "1794830400"  # a Monday of the samples' year: the pictures stay the same

import docx
import pypdfium2
from PySide6.QtGui import QColor, QImage, QPainter

from delegate_desk.cli import demo

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "help" / "en" / "pictures"
ON, BEFORE, AGENDA = "ST 99140/26", "ST 99101/26", "CM 9917/26"
LINES = (
    "EL! 3(1) eight hours, with the residents",
    "MT DE+ 3(1)",
    "FR~ 3(2)(d)",
    "NL- 3(1) the hours are for the ports to set",
    "PRES 3(1) will reflect on the hours",
)
CONTRIBUTED = (
    ("Article", "Presidency text", "Drafting suggestions", "Comments"),
    ("Article 3(1)", "", "", "Malta supports hours that are set with the residents."),
    ("Article 3(2), point (d)", "", "", "Shore-side electricity is not yet available in all berths."),
)
ABOUT = dict.fromkeys(("redline", "annotated", "compilation"), "after consulting the users")
"""Words in what a kind of file is about, where that is not the top of its first page."""
WIDTH, HEIGHT = 640, 460
"""Of a picture, in pixels: half a page says what a kind of file is."""


def main() -> None:
    target = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    soffice = shutil.which("soffice") or sys.exit("LibreOffice is needed: its command soffice was not found.")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        demo.prepare(work / "library", fresh=False)
        files = list(written(work))
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True)
        target.mkdir(parents=True, exist_ok=True)
        for file in files:
            picture = target / f"kind_{file.stem}.png"
            if not drawn(file.with_suffix(".pdf")).save(str(picture)):
                sys.exit(f"{picture} was not written.")
            print(picture)


def written(work: Path) -> Iterator[Path]:
    """One file of each kind on the samples."""
    kinds = ("position", "comments-table", "redline", "annotated", "compilation")
    (brought,) = run(work, "import", str(contributed(work)))["items"]
    run(work, "contribution-import", f"#{brought['document']}", ON, "--delegation", "MT")
    for kind in kinds:
        yield file_of(work, kind, "export", kind, ON)
    yield file_of(work, "comparison", "compare", BEFORE, "ST 99101/1/26 REV 1", "--language", "en")
    (meeting,) = run(work, "meeting-import", AGENDA)["meetings"]
    for line in LINES:
        run(work, "capture", meeting["id"], line, "--item", item_on(meeting))
    for kind, command in (("report", "meeting-report"), ("matrix", "matrix"), ("note", "speaking-note")):
        yield file_of(work, kind, command, meeting["id"])


def contributed(work: Path) -> Path:
    """What another delegation writes."""
    file = work / "MT comments.docx"
    paper = docx.Document()
    paper.add_paragraph("Written comments by Malta")
    table = paper.add_table(rows=0, cols=4)
    for row in CONTRIBUTED:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.save(str(file))
    return file


def item_on(meeting: Any) -> str:
    """The item of the agenda that is about the document."""
    return next(str(item["number"]) for item in meeting["items"] if ON in json.dumps(item["documents"]))


def file_of(work: Path, kind: str, *command: str) -> Path:
    """Write a file by a command."""
    file = work / f"{kind}.docx"
    run(work, *command, "--output", str(file))
    return file


def run(work: Path, *command: str) -> Any:
    """Run a command on the library and read its answer."""
    called = [sys.executable, "-m", "delegate_desk", "--library", str(work / "library"), "--json", *command]
    made = subprocess.run(called, capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"{' '.join(command)}: {made.stderr or made.stdout}")
    answer: Any = json.loads(made.stdout)
    return answer


def drawn(pdf: Path) -> QImage:
    """The upper part of the first page, or of what is around the words that a kind is about, on a hairline."""
    with pypdfium2.PdfDocument(pdf) as document:
        page, height = place(document, ABOUT.get(pdf.stem, ""))
        scale = WIDTH / page.get_width()
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    top = max(0, min(round(height * scale) - HEIGHT // 2, image.height() - HEIGHT))
    image = image.copy(0, top, WIDTH, min(HEIGHT, image.height()))
    painter = QPainter(image)
    painter.setPen(QColor("#D9D5CD"))
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return image


def place(document: pypdfium2.PdfDocument, words: str) -> tuple[pypdfium2.PdfPage, float]:
    """The page that has the words, and how far down, in points; the top of the first where none has."""
    for page in document if words else ():
        text = page.get_textpage()
        found = text.search(words).get_next()
        if found:
            return page, page.get_height() - text.get_charbox(found[0])[3]
    return document[0], 0.0


if __name__ == "__main__":
    main()

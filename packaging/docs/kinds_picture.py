"""Draws the manual's pictures of each kind of file, with labels in each language; needs LibreOffice, no screen.

.venv/bin/python packaging/docs/kinds_picture.py [en el fr] [--to FOLDER]
"""

import argparse
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
os.environ["SOURCE_DATE_EPOCH"] = "1794830400"  # a Monday of the samples' year, so that the pictures stay the same

import docx
import pypdfium2
from PySide6.QtGui import QColor, QImage, QPainter

import small_png
from delegate_desk.cli import demo

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
LANGUAGES = ("en", "el", "fr")
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
"""Words near the part of a file that is shown, if that is not the top of its first page."""
WIDTH, HEIGHT = 640, 460
"""Height of a picture in pixels: half a page."""


def main() -> None:
    asked = argparse.ArgumentParser(description="Draw the manual's pictures of each kind of file.")
    asked.add_argument("languages", nargs="*", default=LANGUAGES, metavar="LANGUAGE")
    asked.add_argument("--to", type=Path, default=HELP)
    given = asked.parse_args()
    soffice = shutil.which("soffice") or sys.exit("LibreOffice is needed: its command soffice was not found.")
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        demo.prepare(work / "library", fresh=False)
        bring_in(work)
        for language in given.languages:
            (work / language).mkdir()
            files = list(written(work, language))
            profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
            to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(work / language)]
            subprocess.run([soffice, profile, *to_pdf, *map(str, files)], check=True, capture_output=True)
            folder = given.to / language / "pictures"
            folder.mkdir(parents=True, exist_ok=True)
            for file in files:
                small_png.save(drawn(file.with_suffix(".pdf")), folder / f"kind_{file.stem}.png")
                print(folder / f"kind_{file.stem}.png")


def bring_in(work: Path) -> None:
    """The comments of another delegation, and the interventions in the meeting."""
    (brought,) = run(work, "import", str(contributed(work)))["items"]
    run(work, "contribution-import", f"#{brought['document']}", ON, "--language", "en", "--delegation", "MT")
    (meeting,) = run(work, "meeting-import", AGENDA, "--language", "en")["meetings"]
    for line in LINES:
        run(work, "capture", meeting["id"], line, "--item", item_on(meeting))


def written(work: Path, language: str) -> Iterator[Path]:
    """Write one file of each kind from the samples, with labels in a language."""
    for kind in ("position", "comments-table", "redline", "annotated", "compilation"):
        yield file_of(work, language, kind, "export", kind, ON, "--language", "en")
    yield file_of(work, language, "comparison", "compare", BEFORE, "ST 99101/1/26 REV 1", "--language", "en")
    (meeting,) = run(work, "meetings")["meetings"]
    for kind, command in (("report", "meeting-report"), ("matrix", "matrix"), ("note", "speaking-note")):
        yield file_of(work, language, kind, command, meeting["id"])


def contributed(work: Path) -> Path:
    """The comments of another delegation."""
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
    """Return the item of the agenda that is about the document."""
    return next(str(item["number"]) for item in meeting["items"] if ON in json.dumps(item["documents"]))


def file_of(work: Path, language: str, kind: str, *command: str) -> Path:
    """Write a file by a command."""
    file = work / language / f"{kind}.docx"
    run(work, *command, "--output", str(file), "--labels", language)
    return file


def run(work: Path, *command: str) -> Any:
    """Run a command on the library and return its answer."""
    called = [sys.executable, "-m", "delegate_desk", "--library", str(work / "library"), "--json", *command]
    made = subprocess.run(called, capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"{' '.join(command)}: {made.stderr or made.stdout}")
    answer: Any = json.loads(made.stdout)
    return answer


def drawn(pdf: Path) -> QImage:
    """Draw the upper part of the first page, or the part around the given words, with a hairline."""
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
    """Return the page with the words, and their distance from its top in points; the first page's top if absent."""
    for page in document if words else ():
        text = page.get_textpage()
        found = text.search(words).get_next()
        if found:
            return page, page.get_height() - text.get_charbox(found[0])[3]
    return document[0], 0.0


if __name__ == "__main__":
    main()

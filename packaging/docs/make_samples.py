"""Makes the sample documents in resources/samples from packaging/docs/samples.

    python packaging/docs/make_samples.py            writes all, the PDFs through LibreOffice
    python packaging/docs/make_samples.py --no-pdf   leaves the PDFs unchanged

Word and text files are the same each time; a PDF has the same text, in the fonts of the machine.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import docx
from docx.oxml.ns import qn

import council_paper
import council_word
from council_paper import Form, Paper, Piece
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, ProvisionColumns
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.libraries import prepare_samples
from delegate_desk.services.documents import samples

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "packaging" / "docs" / "samples"
TARGET = ROOT / "resources" / "samples"
FORMATS = {
    "ST-99101-2026-INIT_en": ".pdf",
    "ST-99101-2026-INIT_el": ".docx",
    "ST-99101-2026-INIT_fr": ".txt",
    "ST-99101-2026-REV-1_en": ".docx",
    "ST-99101-2026-REV-1_el": ".docx",
    "ST-99101-2026-REV-1_fr": ".docx",
    "ST-99140-2026-INIT_en": ".docx",
    "ST-99140-2026-INIT_el": ".docx",
    "ST-99140-2026-INIT_fr": ".docx",
    "ST-99150-2026-INIT_en": ".docx",
    "ST-99150-2026-INIT_el": ".docx",
    "ST-99150-2026-INIT_fr": ".docx",
    "ST-99160-2026-INIT_en": ".docx",
    "ST-99160-2026-INIT_el": ".docx",
    "ST-99160-2026-INIT_fr": ".docx",
    "CM-9917-2026-INIT_en": ".pdf",
    "CM-9917-2026-INIT_el": ".pdf",
    "CM-9917-2026-INIT_fr": ".pdf",
}
RETURNED = {
    "en": (
        "Those who cannot sleep should be heard",
        "Residents who cannot sleep should be heard",
        "Insist: the islands must stay supplied.",
        "Ask the ministry of the islands before the meeting.",
    ),
    "el": (
        "Όσοι δεν μπορούν να κοιμηθούν",
        "Οι κάτοικοι που δεν μπορούν να κοιμηθούν",
        "Να επιμείνετε: τα νησιά πρέπει να τροφοδοτούνται.",
        "Ρωτήστε το υπουργείο πριν από τη συνεδρίαση.",
    ),
    "fr": (
        "qui ne peuvent pas dormir",
        "qui ne parviennent pas à dormir",
        "Insister : les îles doivent rester approvisionnées.",
        "Consulter le ministère des îles avant la réunion.",
    ),
}
"""The capital's changes in each language: words of our first comment, their replacement, an instruction and a remark.
"""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def make(target: Path, *, pdf: bool) -> list[Path]:
    """Write the samples into a folder, except the pages of the Official Journal, which are kept."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for name, suffix in FORMATS.items():
        if suffix == ".pdf" and not pdf:
            continue
        paper = council_paper.read(SOURCES / f"{name}.toml")
        file = target / f"{name}{suffix}"
        if suffix == ".txt":
            file.write_text(plain(paper), encoding="utf-8", newline="\n")
        elif suffix == ".docx":
            council_word.write(paper, file)
        else:
            _print(paper, file)
        made.append(file)
    return made


def make_returned(target: Path) -> list[Path]:
    """Write into a folder, in each language, the table of comments on the samples that a capital edited and returned.

    Slow: the samples are imported into a library for each.
    """
    target.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(council_word.MADE.timestamp()))
    options = ExportOptions(audience=Audience.CAPITAL, delegation=samples.DELEGATION, columns=ProvisionColumns.FOUR)
    made = []
    for language, (old, new, instruction, remark) in RETURNED.items():
        file = target / f"ST-99140-2026-INIT_{language}_returned.docx"
        with tempfile.TemporaryDirectory() as folder:
            finish(prepare_samples(Path(folder) / "library", language=language))
            with open_desk(Path(folder) / "library") as desk:
                on = desk.documents.find(samples.POSITION_ON, language).id
                desk.export.write(on, ExportKind.COMMENTS_TABLE, file, replace(options, labels=language))
        document = docx.Document(str(file))
        rows = [row for row in document.tables[0].rows if row.cells[0]._tc is not row.cells[-1]._tc]
        n = next(n for n, row in enumerate(rows) if old in row.cells[3].text)
        run = next(run for paragraph in rows[n].cells[3].paragraphs for run in paragraph.runs if old in run.text)
        run.text = run.text.replace(old, new)
        rows[n + 1].cells[4].text = instruction
        document.add_comment(rows[n + 2].cells[0].paragraphs[0].runs, remark, author="Ministry", initials="M")
        for comment in document.comments:
            comment._comment_elm.set(qn("w:date"), council_word.MADE.strftime("%Y-%m-%dT%H:%M:%SZ"))
        document.save(str(file))
        made.append(file)
    return made


def plain(paper: Paper) -> str:
    """Return a document as the text of its pages: footnotes are at the end of a page, here before a heading."""
    head = paper.head
    blocks = [
        head["council"],
        "\n".join(line for line in (head["dateline"], head["original"]) if line),
        *(line for line in (head["number"], head["revision"], head["marking"]) if line),
        "\n".join(paper.codes),
        head["type"],
        *(f"{label} {value}" for label, value in paper.labels),
    ]
    pending: list[str] = []
    for block in (*paper.cover, *paper.body):
        if block.form is Form.HEADING:
            blocks += pending
            pending = []
        blocks.append(f"{block.label} {''.join(map(_raise, block.pieces))}".strip())
        pending += [
            f"{piece.text.translate(_RAISED)} {paper.notes[piece.text]}"
            for piece in block.pieces
            if piece.look == "note"
        ]
    return "\n\n".join([*blocks, *pending]) + "\n"


def _raise(piece: Piece) -> str:
    return piece.text.translate(_RAISED) if piece.look == "note" else piece.text


def _print(paper: Paper, file: Path) -> None:
    """Print a document to PDF, through Word's format and LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit(
            "LibreOffice is needed for the PDFs: sudo apt-get install libreoffice-writer-nogui fonts-liberation"
        )
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{file.stem}.docx"
        council_word.write(paper, word)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(word),
        ]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(council_word.MADE.timestamp()))}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
        shutil.copyfile(word.with_suffix(".pdf"), file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the sample documents in resources/samples.")
    parser.add_argument("--no-pdf", action="store_true", help="leave the PDFs as they are")
    for path in (*make(TARGET, pdf=not parser.parse_args().no_pdf), *make_returned(TARGET.parent / "returned")):
        print(path.relative_to(ROOT), path.stat().st_size)

"""Makes the sample documents in resources/samples from packaging/docs/samples.

    python packaging/docs/make_samples.py            writes all, the PDFs through LibreOffice
    python packaging/docs/make_samples.py --no-pdf   leaves the PDFs as they are

Word and text files come out the same each time; a PDF has the same text, in the fonts of the machine.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import council_paper
import council_word
from council_paper import Form, Paper, Piece

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
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def make(target: Path, *, pdf: bool) -> list[Path]:
    """Write the samples into a folder, but the pages of the Official Journal, which are kept as they are."""
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


def plain(paper: Paper) -> str:
    """A paper as the text of its pages: footnotes stand where a page ends, here before the next heading."""
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
    """Print a paper to PDF, through Word's format and LibreOffice."""
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
    for path in make(TARGET, pdf=not parser.parse_args().no_pdf):
        print(path.relative_to(ROOT), path.stat().st_size)

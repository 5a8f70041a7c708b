"""A PDF written by hand, for tests: each letter's place is known."""

import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk.parsing.blocks import Block, TextRun

FONTS = {"": "Courier", "b": "Courier-Bold", "i": "Courier-Oblique", "?": "Symbols"}  # the last one names no letters
NAMELESS = f"<< /Type /Encoding /Differences [32 {' '.join(f'/g{n}' for n in range(96))}] >>"
LETTER = 0.6  # of the size: the width of a letter in Courier
LEFT, WIDTH = 57.0, 480.0


@dataclass
class Paper:
    """A PDF written by hand, page by page, in Courier: each letter's place is known."""

    pages: list[list[str]] = field(default_factory=list)
    box: tuple[int, int] = (595, 842)
    corner: tuple[int, int] = (0, 0)
    boxes: dict[int, tuple[int, int]] = field(default_factory=dict)  # of pages of another size

    def page(self) -> None:
        self.pages.append([])

    def text(self, x: float, y: float, text: str, *, size: float = 10, font: str = "", turn: str = "1 0 0 1") -> float:
        """Write words; returns their end."""
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        name = list(FONTS).index(font)
        self.pages[-1].append(f"BT /F{name} {size} Tf {turn} {x:.2f} {y:.2f} Tm ({escaped}) Tj ET")
        return x + len(text) * LETTER * size

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        *,
        label: str = "",
        hang: float = 0,
        size: float = 10,
        width: float | None = None,
    ) -> float:
        """Write a paragraph between ``x`` and the right margin; returns the height of the line below it."""
        if label:
            self.text(x, y, label, size=size)
        for line in textwrap.wrap(text, int(((width or LEFT + WIDTH - x) - hang) / (LETTER * size))):
            self.text(x + hang, y, line, size=size)
            y -= 1.2 * size
        return y

    def box_(self, x: float, y: float, width: float, height: float) -> None:
        self.pages[-1].append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        self.pages[-1].append(f"q {width} 0 0 {height} {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q")

    def draw(self, operators: str) -> None:
        self.pages[-1].append(operators)

    def save(self, path: Path, trailer: str = "", rotate: int = 0) -> Path:
        (width, height), (left, bottom) = self.box, self.corner
        fonts = " ".join(f"/F{n} {n + 3} 0 R" for n in range(len(FONTS)))
        first = 3 + len(FONTS)
        kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(self.pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} /MediaBox [0 0 {width} {height}] "
            f"/CropBox [{left} {bottom} {width} {height}] "
            f"/Rotate {rotate} /Resources << /Font << {fonts} >> >> >>",
        ]
        objects += [
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding "
            f"{'/WinAnsiEncoding' if name.startswith('Courier') else NAMELESS} >>"
            for name in FONTS.values()
        ]
        for n, page in enumerate(self.pages):
            content = "\n".join(page)
            own = "/MediaBox [0 0 {} {}]".format(*self.boxes[n]) if n in self.boxes else ""
            own += own.replace("/MediaBox", " /CropBox")
            objects.append(f"<< /Type /Page /Parent 2 0 R {own} /Contents {first + 2 * n + 1} 0 R >>")
            objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        written, places = "%PDF-1.4\n", []
        for n, content in enumerate(objects, 1):
            places.append(len(written.encode("cp1252")))
            written += f"{n} 0 obj\n{content}\nendobj\n"
        start = len(written.encode("cp1252"))
        written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
            f"{at:010} 00000 n \n" for at in places
        )
        written += f"trailer\n<< /Root 1 0 R /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
        path.write_bytes(written.encode("cp1252"))
        return path


SENTENCE = (
    "Member States shall see to it that quiet hours are kept in every harbour that lies within two kilometres of a "
    "dwelling, unless the safety of a vessel or of its crew demands otherwise at the time"
)


def shown(runs: tuple[TextRun, ...]) -> str:
    """Words with their format: ``b{bold}``, ``[1]`` for a call."""
    parts = []
    for run in runs:
        looks = "".join(sorted(mark[0] for mark in run.marks))
        parts.append(f"[{run.note}]" if run.note is not None else f"{looks}{{{run.text}}}" if looks else run.text)
    return "".join(parts).strip()


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [shown(block.runs) for block in blocks]


def long_paper(folder: Path, pages: int) -> Path:
    """A document with one sentence on each of its pages."""
    made = Paper()
    for number in range(1, pages + 1):
        made.page()
        made.paragraph(57, 700, f"{number}. {SENTENCE}.")
    return made.save(folder / "long.pdf")

"""Generated four-column documents: tables of a trilogue, and the outcome of each row in the next version.

They contain what makes real tables difficult: rows with the words of another row, "deleted", headings, rows without a
title, points that differ in a number, reused numbers. All words are invented.
"""

import random
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from delegate_desk.core.documents.columns import Column, ColumnRow, ColumnTable, Light
from delegate_desk.core.documents.document import Address, Document, Header, Kind, Mark, Paragraph, Span

_NOUNS = (
    "harbour quay vessel berth lighthouse pilot ferry ballast buoy mooring tide cargo crane wharf salvage beekeeper "
    "orchard millstream weir windmill granary cooper thatch hedgerow footpath almanac archive ledger registry authority"
).split()
_ENDINGS = ("", "s", "ing", "ed", "er", "less", "wise", "age")
_WORDS = [noun + ending for noun in _NOUNS for ending in _ENDINGS]
_VERBS = "inspect register publish notify repair measure light close open count paint store".split()
_SMALL = "the of and to in for with by on at from as under within each any no that which where".split()
_OPENINGS = (
    "Member States shall",
    "The Commission shall",
    "The keeper may",
    "Operators shall",
    "The competent authority shall",
)
_SAME_ELSEWHERE = (
    "This Article shall not apply to pleasure craft.",
    "Member States shall lay down the rules on penalties.",
    "The Commission shall adopt implementing acts.",
)
_LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED, None)
_ORIGINS = {
    Column.COMMISSION: "Commission Proposal",
    Column.PARLIAMENT: "EP Mandate",
    Column.COUNCIL: "Council Mandate",
}


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row with a name that it keeps from version to version."""

    name: int
    number: str
    title: str
    texts: tuple[str, str, str, str]
    light: Light | None = None
    origin: str | None = None


@dataclass(slots=True)
class MadeTable:
    """Rows by seed.

    Attributes:
        rows: In order.
    """

    chance: random.Random
    rows: list[MadeRow] = field(default_factory=list)
    names: int = 0

    @classmethod
    def of(cls, seed: int, count: int) -> "MadeTable":
        made = cls(random.Random(seed))
        article = paragraph = 0
        for n in range(1, count + 1):
            if n <= count // 6:
                title, first = f"Recital {n}", f"({n}) {made.sentence(20, 70)}"
                texts = made.readings(first)
            elif paragraph == 0:
                article += 1
                title, texts = f"Article {article}", (f"Article {article}\n{made.heading()}",) * 4
                paragraph = 1
            else:
                title, texts = f"Article {article}({paragraph})", made.readings(made.paragraph(paragraph))
                paragraph = 0 if made.chance.random() < 0.2 else paragraph + 1
            if made.chance.random() < 0.05:
                title = ""
            made.rows.append(made.row(str(n), title, texts))
        return made

    def row(self, number: str, title: str, texts: Sequence[str]) -> MadeRow:
        self.names += 1
        first, second, third, fourth = texts
        light = self.chance.choice(_LIGHTS)
        origin = self.chance.choice(list(_ORIGINS.values())) if light is Light.GREEN and fourth else None
        return MadeRow(self.names, number, title, (first, second, third, fourth), light, origin)

    def heading(self) -> str:
        return f"{self.chance.choice(_NOUNS)} and {self.chance.choice(_NOUNS)}".capitalize()

    def sentence(self, least: int = 6, most: int = 40) -> str:
        chance = self.chance
        words = [chance.choice(_OPENINGS), chance.choice(_VERBS)]
        words += [
            chance.choice(_SMALL if chance.random() < 0.45 else _WORDS) for _ in range(chance.randint(least, most))
        ]
        if chance.random() < 0.2:
            words.append(f"within {chance.randint(2, 90)} days")
        return f"{' '.join(words)}."

    def paragraph(self, number: int) -> str:
        """Return the text of a numbered paragraph: of several paragraphs, a list of points, or the words of another."""
        dice = self.chance.random()
        if dice < 0.08:
            return f"{number}. {self.chance.choice(_SAME_ELSEWHERE)}"
        lines = [f"{number}. {self.sentence()}"]
        if dice < 0.25:
            lines[0] = f"{lines[0][:-1]}:"
            count = self.chance.randint(2, 4)
            ends = [";"] * (count - 1) + ["."]
            noun, verb = self.chance.choice(_NOUNS), self.chance.choice(_VERBS)
            lines += [f"({chr(97 + n)}) {verb} the {noun} of class {n + 1}{end}" for n, end in enumerate(ends)]
        elif dice < 0.5:
            lines += [self.sentence() for _ in range(self.chance.randint(1, 3))]
        if lines[-1].endswith(".") and self.chance.random() < 0.3:
            lines[-1] = f"{lines[-1]} {self.sentence(4, 15)}"
        return "\n".join(lines)

    def readings(self, first: str) -> tuple[str, str, str, str]:
        """Return four readings of a provision: the same, reworded, deleted or empty."""
        texts = [first]
        for column in (Column.PARLIAMENT, Column.COUNCIL, Column.COMPROMISE):
            dice = self.chance.random()
            if dice < 0.45:
                texts.append(first)
            elif dice < 0.75:
                texts.append(self.reworded(first))
            elif dice < 0.82 and column is not Column.COMPROMISE:
                texts.append("deleted")
            elif dice < 0.88:
                texts.append(self.sentence())
            else:
                texts.append("")
        if self.chance.random() < 0.05:
            texts = ["", texts[1], "", texts[3]]
        a, b, c, d = texts
        return a, b, c, d

    def reworded(self, text: str, share: float = 0.12) -> str:
        """Return the text with some words removed, added or replaced; labels and lines stay."""
        lines = []
        for line in text.split("\n"):
            words: list[str] = []
            every = line.split(" ")
            for n, word in enumerate(every):
                dice = self.chance.random()
                if not 1 < n < len(every) - 1 or dice > share:
                    words.append(word)
                elif dice > share / 2:
                    words += [word, self.chance.choice(_WORDS)]
                elif dice > share / 4:
                    words.append(self.chance.choice(_WORDS))
            lines.append(" ".join(words))
        return "\n".join(lines)

    def revised(self, *, renumbers: bool) -> "MadeTable":
        """Return the next version: rows reworded, agreed, removed, added, moved, exchanged; renumbered or not."""
        later = MadeTable(self.chance, [], self.names)
        chance = self.chance
        for row in self.rows:
            dice = chance.random()
            if dice < 0.05:
                if chance.random() < 0.3:  # another provision takes its number
                    later.rows.append(later.row(row.number, row.title, self.readings(f"1. {self.sentence()}")))
                continue
            texts = list(row.texts)
            light = row.light
            if dice < 0.35:
                texts[3] = chance.choice([*texts[:3], self.reworded(texts[1] or texts[0]), self.sentence()])
                light = chance.choice(_LIGHTS)
            if dice < 0.15:
                column = chance.randrange(3)
                texts[column] = self.reworded(texts[column], chance.choice((0.05, 0.3, 0.6)))
            a, b, c, d = texts
            later.rows.append(replace(row, texts=(a, b, c, d), light=light))
            if dice > 0.96:
                texts = ["", self.sentence(), "", chance.choice(["", self.sentence()])]
                if dice > 0.985:
                    texts = list(self.readings(chance.choice(_SAME_ELSEWHERE)))
                later.rows.append(later.row(f"{row.number}a", row.title and f"{row.title}a", texts))
        for _ in range(chance.choice((0, 0, 1, 3))):
            later.rows.insert(chance.randrange(len(later.rows)), later.rows.pop(chance.randrange(len(later.rows))))
        if renumbers:
            later.rows = [replace(row, number=str(n)) for n, row in enumerate(later.rows, start=1)]
        return later

    def table(self) -> ColumnTable:
        return ColumnTable(
            tuple(Column),
            tuple(
                ColumnRow(r.number, r.title, None, dict(zip(Column, r.texts, strict=True)), r.light, r.origin)
                for r in self.rows
            ),
        )

    def document(self) -> tuple[Document, dict[int, Address]]:
        """Return the table as a parsed document, and the address of each row by its name."""
        units: list[Paragraph] = []
        addresses: dict[int, Address] = {}
        taken: dict[str, int] = {}
        for row in self.rows:
            taken[row.number] = taken.get(row.number, 0) + 1
            again = f"-{taken[row.number]}" if taken[row.number] > 1 else ""
            address = Address(f"row_{row.number}{again}")
            addresses[row.name] = address
            units.append(Paragraph(address, Kind.ROW, row.number, row.title))
            for n, text in enumerate(row.texts, start=1):
                if text:
                    breaks = [at for at, letter in enumerate(text) if letter == "\n"]
                    spans = tuple(Span(at, at + 1, Mark.LINE) for at in breaks)
                    cell = Address(f"{address}__cell_{n}")
                    units.append(Paragraph(cell, Kind.CELL, "", text.replace("\n", " "), depth=2, spans=spans))
        notice = {"columns": " ".join(Column)}
        return Document(Header("en"), tuple(units), notice=notice), addresses


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Layout of a table.

    Attributes:
        size: Of the letters, in points.
        spacing: Below each paragraph, in points.
        justified: True if lines fill the cell.
        splits: True if a row may continue on the next page.
        lights: ``letter``, ``colour`` or ``both``.
        widths: Of the number, the four texts and the light, in twentieths of a point.
    """

    font: str = "Liberation Serif"
    size: float = 8
    spacing: float = 0
    justified: bool = False
    splits: bool = True
    lights: str = "both"
    headings: tuple[str, ...] = ("Commission Proposal", "EP Mandate", "Council Mandate", "Draft Agreement")
    widths: tuple[int, ...] = (740, 3400, 3400, 3400, 3500, 560)


LAYOUTS = {
    "narrow": TableLayout(),
    "justified": TableLayout(justified=True, spacing=6),
    "sans": TableLayout("Liberation Sans", 9, 3),
    "whole rows": TableLayout("Liberation Sans", 7.5, splits=False, justified=True),
    "colours alone": TableLayout("DejaVu Sans", 7, 2, lights="colour", widths=(900, 3300, 3300, 3300, 3300, 900)),
}
_COLOURS = {Light.GREEN: "C6EFCE", Light.YELLOW: "FFEB9C", Light.RED: "FFC7CE"}
_HEAD = (
    "Council of the European Union",
    "Brussels, 4 May 2026",
    "(OR. en)",
    "9310/26",
    "TRANS 14",
    "NOTE",
    "From: Presidency",
    "To: Delegations",
    "Subject: Regulation on harbours",
)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}


def write_word(path: Path, rows: Iterable[MadeRow], layout: TableLayout) -> Path:
    """Write rows as a four-column document in Word, on a landscape page after a cover page of the Council."""
    paragraph = partial(_paragraph, layout)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.widths)
    heads = [
        _cell(width, paragraph(text)) for width, text in zip(layout.widths, ("", *layout.headings, ""), strict=True)
    ]
    body = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"]
    split = "" if layout.splits else "<w:trPr><w:cantSplit/></w:trPr>"
    for row in rows:
        if row.title:
            body.append(f"<w:tr>{_cell(sum(layout.widths), paragraph(row.title), span=6)}</w:tr>")
        texts = ["".join(map(paragraph, text.split("\n"))) for text in row.texts]
        if row.origin:
            texts[3] += paragraph(f"Text Origin: {row.origin}")
        letter = str(row.light)[0].upper() if row.light and layout.lights != "colour" else ""
        fill = _COLOURS[row.light] if row.light and layout.lights != "letter" else ""
        cells = [_cell(width, text) for width, text in zip(layout.widths[1:5], texts, strict=True)]
        cells = [_cell(layout.widths[0], paragraph(row.number)), *cells]
        body.append(f"<w:tr>{split}{''.join(cells)}{_cell(layout.widths[5], paragraph(letter), fill)}</w:tr>")
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="900" w:right="900" '
    page += 'w:bottom="900" w:left="900" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    document = (
        f'<w:document xmlns:w="{_MAIN}"><w:body>{"".join(map(paragraph, _HEAD))}<w:tbl><w:tblPr>'
        f'<w:tblW w:w="{sum(layout.widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(body)}</w:tbl>'
        f"{paragraph('')}{page}</w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            package.writestr(name, part)
    return path


def _paragraph(layout: TableLayout, text: str) -> str:
    alignment = '<w:jc w:val="both"/>' if layout.justified else ""
    look = f'<w:rFonts w:ascii="{layout.font}" w:hAnsi="{layout.font}"/><w:sz w:val="{round(layout.size * 2)}"/>'
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:spacing w:after="{round(layout.spacing * 20)}"/>{alignment}</w:pPr>{run}</w:p>'


def _cell(width: int, content: str, fill: str = "", span: int = 1) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{shade}</w:tcPr>{content}</w:tc>'


def write_pdf(word: Path) -> Path | None:
    """Return the same file as PDF from LibreOffice; None without LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation=file://{word.parent}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
    subprocess.run(command, check=True, capture_output=True)
    return word.with_suffix(".pdf")

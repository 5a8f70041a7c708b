"""Documents as copied from a PDF: parsed, laid out at random like such a copy, and parsed again."""

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk.core.documents.document import HEADINGS, Document, Kind, Paragraph
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import reading, text_reader, vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HEAD = """Brussels, 8 October 2026
(OR. en)

12862/26

JAI 1022

NOTE

From: Presidency
To: Delegations
Subject: Quiet ports

"""
UNITS_RIGHT = 0.99
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COUNTED = (Kind.TEXT, Kind.HEADING, Kind.CITATION)
"""Kinds without a number: whether the title of an act is text or a heading does not depend on the copy."""
_STYLES = ("{n} {text}", "({n}) {text}", "[{n}] {text}", "{n}\n{text}", "{n}    {text}")
_CALLS = {
    "{n} {text}": ("{n}", " {n}", "{raised}"),
    "({n}) {text}": ("({n})", " ({n})"),
    "[{n}] {text}": ("[{n}]", " [{n}]"),
    "{n}\n{text}": ("{n}", "{raised}"),
    "{n}    {text}": ("{n}", "{raised}"),
}


@dataclass(frozen=True)
class Layout:
    """Layout of a copy.

    Attributes:
        width: At which lines are broken; 0 if they are not.
        alone: True if labels are on their own lines.
        behind: The text after such a label.
        page: Lines of a page.
        foot: The footer of each page, with placeholders for number, annex and code.
        note: How a footnote is printed; ``call`` how it is called.
        rule: The line above the footnotes of a page.
    """

    width: int
    alone: bool
    behind: str
    page: int
    foot: str
    note: str
    call: str
    rule: str


@dataclass
class Score:
    """The number of units of a document that were found again, and the missing ones."""

    name: str
    layout: Layout
    units: int = 0
    wrong: list[str] = field(default_factory=list)


FEET = (
    "\n12862/26                FL/mr                {page}\n             JAI.1                   {code}\n",
    "\n12862/26   FL/mr   {page}\n\nJAI.1   LIMITE   {code}\n\n",
    "12862/26 REV 1 FL/mr {page} JAI.1 LIMITE {code}\n",
    "\n12862/26\n\nFL/mr\nJAI.1\n\n{page}\n\n{code}\n\n",
    "\n12862/26\n{annex}\n\nFL/mr\nJAI.1\n\n{page}\n\n{code}\n\n",
    "\n12862/26   FL/mr   {page}\n{annex}   JAI.1   {code}\n\f",
    "\n12862/26   FL/mr   {page}\n{annex} II   JAI.1   {code}\n",
    "\n{code}\n\n",
    "\n  12862/26   FL/mr   {page}\n    DG E - 1C    LIMITE    {code}\n\f\n",
)


def chosen(chance: random.Random) -> Layout:
    """A random layout."""
    note = chance.choice(_STYLES)
    return Layout(
        width=chance.choice((0, 70, 90, 110)),
        alone=chance.random() < 0.7,
        behind=chance.choice(("\n", "\n\n")),
        page=chance.randint(12, 45),
        foot=chance.choice(FEET),
        note=note,
        call=chance.choice(_CALLS[note]),
        rule=chance.choice(("\n", "\n__________\n", "\n\n\n")),
    )


def lay(document: Document, layout: Layout) -> str:
    """A document as the copy of a PDF."""
    notes = {note.address: note for note in document.footnotes}
    annex = next(iter(vocabulary.terms("annex", document.header.language)), "ANNEX").upper()
    lines: list[str] = []
    waiting: list[Paragraph] = []
    page, used, said = 1, 0, 0

    def turn() -> None:
        nonlocal page, used
        if waiting:
            lines.append(layout.rule.strip("\n"))
            for note in waiting:
                printed = layout.note.format(n=note.label, text=_wrapped(note.text, layout.width))
                lines.extend(printed.split("\n"))
            waiting.clear()
        foot = layout.foot.format(page=page, annex=annex, code=document.header.language.upper())
        lines.extend(foot.rstrip("\n").split("\n") if not foot.endswith("\f\n") else foot.split("\n"))
        page, used = page + 1, 0

    for unit in document.paragraphs:
        calls = [(call.offset, notes[call.note]) for call in unit.calls if call.note in notes]
        rows = _rows(unit, calls, layout)
        for n, row in enumerate(rows):
            lines.append(row)
            said += 1
            used += 1
            full = used >= layout.page and n + 1 < len(rows) and row.strip() and n
            if full:
                turn()
        waiting += [note for _, note in calls]
        lines.append("")
        if used >= layout.page and unit.kind not in HEADINGS:
            turn()
    turn()
    return HEAD + "\n".join(lines) + "\n"


def _rows(unit: Paragraph, calls: Sequence[tuple[int, Paragraph]], layout: Layout) -> list[str]:
    text_ = unit.text
    for offset, note in sorted(calls, key=lambda one: -one[0]):
        raised = note.label.translate(_RAISED)
        text_ = text_[:offset] + layout.call.format(n=note.label, raised=raised) + text_[offset:]
    if unit.kind in HEADINGS and unit.label and unit.kind is not Kind.HEADING:
        return [unit.label, *([text_] if text_ else [])]
    if unit.label and layout.alone and text_:
        return [*f"{unit.label}{layout.behind}".rstrip("\n").split("\n"), *([""] if layout.behind == "\n\n" else []),
                *_wrapped(text_, layout.width).split("\n")]  # fmt: skip
    return _wrapped(f"{unit.label} {text_}".strip(), layout.width).split("\n")


def _wrapped(text_: str, width: int) -> str:
    return textwrap.fill(text_, width, break_long_words=False, break_on_hyphens=False) if width else text_


def papers() -> list[tuple[str, Document]]:
    """Documents that are parsed as printed, without tables."""
    places = [*sorted((HERE / "papers").glob("*.txt")), *sorted((HERE / "papers").glob("*.docx"))]
    places += sorted((ROOT / "resources" / "samples").glob("ST-*"))
    found = []
    for path in places:
        if ".truth" in path.name:
            continue
        try:
            document = reading.read(path, path.name)
        except UnreadableDocumentError:
            continue
        units = [unit for unit in document.paragraphs if unit.kind is not Kind.COVER]
        if len(units) > 8 and not any(unit.kind is Kind.CELL for unit in units):
            found.append((path.name, document))
    return found


def made(seed: int, how_many: int) -> Iterator[Score]:
    """Score documents with random layouts."""
    chance = random.Random(seed)
    every = papers()
    for _ in range(how_many):
        name, document = chance.choice(every)
        layout = chosen(chance)
        yield score(name, document, layout)


def score(name: str, document: Document, layout: Layout) -> Score:
    """Lay a document out, parse it again, and compare."""
    again = reading.understand(text_reader.source(lay(document, layout)), "copy.txt")
    got = [
        (unit.address, unit.label, _letters(unit.text), tuple(call.note for call in unit.calls))
        for unit in again.units()
    ]
    there = {*got, *(("", *one[1:]) for one in got)}
    made_ = Score(name, layout)
    called = {call.note for unit in document.paragraphs for call in unit.calls}
    for unit in document.units():
        if unit.kind is Kind.COVER or (unit.kind is Kind.FOOTNOTE and unit.address not in called):
            continue
        made_.units += 1
        calls = tuple(call.note for call in unit.calls)
        counted = unit.kind in _COUNTED
        if (("" if counted else unit.address), unit.label, _letters(unit.text), calls) not in there:
            made_.wrong.append(f"{unit.address} {unit.label} {unit.text[:60]}")
    return made_


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def test_documents_copied_out_of_a_pdf_come_back_unit_by_unit_whatever_the_copy_looks_like() -> None:
    scores = list(made(seed=2, how_many=40))
    units = sum(one.units for one in scores)
    wrong = [(one.name, one.layout, at) for one in scores for at in one.wrong]
    assert units > 1000
    assert len(wrong) <= (1 - UNITS_RIGHT) * units, wrong

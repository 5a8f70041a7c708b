"""Complete revisions: two files that are imported, compared and carried over by the program as a delegate would."""

import random
from collections import Counter
from pathlib import Path

import docx

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph, Place
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind
from delegate_desk.desk import Desk
from evaluation.revising_papers import passage, sentence
from evaluation.revising_plans import revised
from evaluation.revising_truth import Quoted, Revision
from support.document_values import note_text, take_in

PLANS = ("light", "heavy", "come_and_go", "shuffle", "part_and_join", "twins", "copies", "chains", "replaced", "tables")


def conclusions(chance: random.Random, paragraphs: int) -> Document:
    """Draft conclusions in English: numbered paragraphs, some with points."""
    units = []
    for n in range(1, paragraphs + 1):
        at = f"para_{n}"
        units.append(Paragraph(Address(at), Kind.PARAGRAPH, f"{n}.", passage(chance, "en", articles=0)))
        for point in range(1, chance.choice((0, 0, 3, 5)) + 1):
            label, text = f"({'abcde'[point - 1]})", f"{sentence(chance, 'en')};"
            units.append(Paragraph(Address(f"{at}__point_{point}"), Kind.POINT, label, text, 2))
    return Document(Header("en"), tuple(units))


def revision(seed: int) -> Revision:
    """A revision that can be written to files and read back."""
    chance = random.Random(seed)
    plan = chance.choice(PLANS)
    return revised(chance, f"{seed} {plan} of conclusions", conclusions(chance, 14), plan, letters=False)


def write(document: Document, path: Path, number: str, day: str) -> None:
    """Write a document as a Word or a text file: a paragraph for each unit, its label as printed; tables as tables."""
    head = note_text(number, "", date=f"{day} 2026", subject="Draft conclusions on quays and bees").strip()
    if path.suffix == ".txt":
        units = [f"{unit.label} {unit.text}".strip() for unit in document.paragraphs]
        path.write_text("\n\n".join([head, *units]) + "\n", encoding="utf-8")
        return
    made = docx.Document()
    for block in head.split("\n\n"):
        made.add_paragraph(block)
    cells: dict[str, dict[str, dict[str, str]]] = {}
    for unit in document.paragraphs:
        if unit.kind is Kind.CELL:
            table, above, cell = str(unit.address).rsplit("__", 2)
            cells.setdefault(table, {}).setdefault(above, {})[cell] = unit.text
        else:
            made.add_paragraph(f"{unit.label} {unit.text}".strip())
    for lines in cells.values():
        drawn = made.add_table(len(lines), max(len(line) for line in lines.values()))
        for n, line in enumerate(lines.values()):
            for place, text in zip(drawn.rows[n].cells, line.values(), strict=False):
                place.text = text
    made.save(str(path))


class Through:
    """A revision in a library: its files read, notes made on units and on words, and all carried over."""

    def __init__(self, desk: Desk, made: Revision, folder: Path) -> None:
        self._desk, self._made = desk, made
        suffix = (
            ".docx"
            if any(u.kind is Kind.CELL for d in (made.old, made.new) for u in d.units())
            else (".docx", ".txt")[len(made.old.paragraphs) % 2]
        )
        paths = [folder / f"old{suffix}", folder / f"new{suffix}"]
        write(made.old, paths[0], "7001/26", "4 March")
        write(made.new, paths[1], "7001/1/26\n\nREV 1", "9 April")
        self.outcomes: Counter[str] = Counter()
        self.old, self.new = (self._take_in(path) for path in paths)

    def _take_in(self, path: Path) -> DocumentId:
        return take_in(self._desk, path)

    def is_read_back(self) -> bool:
        """True if both files are read as they were written, unit by unit."""
        pairs = ((self.old, self._made.old), (self.new, self._made.new))
        return all(_bare(self._desk.documents.content(key)) == _bare(made) for key, made in pairs)

    def carry(self) -> list[str]:
        """Carry over a note on every unit and one on each quotation; each wrong result in a line."""
        notes = {self._note(address): address for address in self._made.expected}
        quoted = {self._note(one.old, one): one for one in self._made.quotes}
        self._desk.carryover.carry(finish(self._desk.comparisons.compare(self.old, self.new)))
        rows = {
            r.key: r
            for r in self._desk.carryover.find_carry(self.old, self.new).items
            if r.kind is CarriedKind.ANNOTATION
        }
        there = {one.origin: one for one in self._desk.annotations.for_document(self.new)}
        assert set(rows) == {*notes, *quoted}
        wrong = [self._on_unit(rows[key], address) for key, address in notes.items()]
        self.outcomes = Counter("doubtful" if row.is_open else str(row.verdict) for row in rows.values())
        wrong += [self._on_words(there[key], one) for key, one in quoted.items() if key in there]
        return [f"{self._made.name}: {one}" for one in wrong if one]

    def _note(self, address: Address, words: Quoted | None = None) -> AnnotationId:
        span = (words.start, words.end) if words else None
        note = self._desk.annotations.new(Place(self.old, address), AnnotationKind.NOTE, text="ours", span=span)
        self._desk.annotations.save(note)
        return note.id

    def _on_unit(self, row: CarriedItem, address: Address) -> str:
        expected = self._made.expected[address]
        right = expected.news | (expected.also if expected.is_open else frozenset())
        if row.is_open or (row.new in right if row.new else not expected.news):
            return ""
        return f"{address} should be {sorted(expected.news)}, is {row.verdict} {row.new}"

    def _on_words(self, note: Annotation, words: Quoted) -> str:
        assert note.quote is not None
        span = (note.quote.start, note.quote.end)
        is_lost = span[0] == span[1]
        if self._made.expected[words.old].is_open or is_lost or (note.place.address, span) == (words.at, words.found):
            return ""
        return f"{words.old} {note.quote.exact!r} should be {words.at} {words.found}, is {note.place.address} {span}"


def _bare(document: Document) -> list[tuple[str, str, str]]:
    return [(unit.address, unit.label, unit.text) for unit in document.units()]

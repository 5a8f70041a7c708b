"""A pair of documents made of values that has every verdict, and its comparison as a file."""

import datetime
from collections.abc import Mapping, Sequence

from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph, View
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.core.word_diff import diff_words
from delegate_desk.export import labels
from delegate_desk.export.docx import renderer
from delegate_desk.export.layouts import comparison
from delegate_desk.export.layouts.comparison import ComparedText, ComparisonExport

MOMENT = datetime.datetime(2026, 3, 9, 17, 30, tzinfo=datetime.UTC)
KINDS = {"p": Kind.PARAGRAPH, "f": Kind.FOOTNOTE, "a": Kind.ARTICLE}


def document(units: Sequence[tuple[str, str, str]], *, revision: int = 0, marking: str | None = None) -> Document:
    """A document of units: their kind with their number, label and text."""
    made = [Paragraph(Address(f"{KINDS[k[0]]}_{k[1:]}"), KINDS[k[0]], label, text) for k, label, text in units]
    header = Header("en", Reference("ST", 7001, 2026, revision), date=MOMENT.date(), marking=marking, subject="Lamps")
    notes = tuple(unit for unit in made if unit.kind is Kind.FOOTNOTE)
    return Document(header, tuple(unit for unit in made if unit.kind is not Kind.FOOTNOTE), notes)


def compared(
    old: Document, new: Document, fates: Sequence[UnitOutcome] | None = None, **said: object
) -> ComparisonExport:
    found = tuple(fates) if fates is not None else finish(align(old.units(), new.units()))
    made = Comparison(DocumentId(1), DocumentId(2), View.AFTER, found, **said)  # type: ignore[arg-type]  # as named
    before, after = (
        ComparedText(str(each.header.reference), each, lambda address: f"at {address}") for each in (old, new)
    )
    return ComparisonExport(made, before, after, "EL", MOMENT.date())


def file(of: ComparisonExport, markup: MarkupStyle = MarkupStyle.TRACKED, language: str = "en") -> bytes:
    return renderer.render(comparison.lay_out(of, labels.load(language), markup), MOMENT)


def texts(document: Document) -> list[str]:
    shown = (" ".join(f"{unit.label} {unit.text}".split()) for unit in document.units())
    return [text for text in shown if text]


OLD = document(
    [
        ("a1", "Article 1", "Lamps"),
        ("p1", "1.", "Pilots keep the lamps."),
        ("p2", "2.", "Tugs wait at the quay. Cranes lift the cargo."),
        ("p3", "3.", "Ropes are checked each tide."),
        ("p4", "4.", "Buoys are painted."),
        ("p5", "5.", "Masts are counted."),
        ("f1", "1", "See the log."),
    ]
)
NEW = document(
    [
        ("a1", "Article 1", "Lamps and buoys"),
        ("p1", "1.", "Pilots keep all the lamps."),
        ("p2", "2.", "Masts are counted."),
        ("p3", "3.", "Tugs wait at the quay."),
        ("p4", "4.", "Cranes lift the cargo."),
        ("p5", "5.", "Ropes are checked each tide. Buoys are painted."),
        ("f1", "1", "See the log."),
        ("f2", "2", "A new note."),
    ],
    revision=1,
    marking="LIMITE",
)
A = {name: Address(name) for name in ("art_1", "para_1", "para_2", "para_3", "para_4", "para_5", "fn_1", "fn_2")}
_VERDICTS: Mapping[tuple[str | None, str | None], Verdict] = {
    ("art_1", "art_1"): Verdict.REWORDED,
    ("para_1", "para_1"): Verdict.REWORDED,
    ("para_5", "para_2"): Verdict.MOVED,
    ("para_2", "para_3"): Verdict.SPLIT,
    ("para_2", "para_4"): Verdict.SPLIT,
    ("para_3", "para_5"): Verdict.MERGED,
    ("para_4", "para_5"): Verdict.MERGED,
    ("fn_1", "fn_1"): Verdict.SAME,
    (None, "fn_2"): Verdict.INSERTED,
}


def known() -> ComparisonExport:
    """A pair with every verdict."""
    fates = []
    for (old, new), verdict in _VERDICTS.items():
        before = OLD.find(A[old]).text if old else ""  # type: ignore[union-attr]  # it is there
        after = NEW.find(A[new]).text if new else ""  # type: ignore[union-attr]  # it is there
        rivals = (A["para_4"],) if old == "para_1" else ()
        fates.append(
            UnitOutcome(
                A[old] if old else None,
                A[new] if new else None,
                verdict,
                0.5,
                diff_words(before, after),
                alternatives=rivals,
            )
        )
    return compared(OLD, NEW, fates)

"""Comparisons made of values, for tests that need rows and no library."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.documents.document import Address, DocumentId, Kind, LibraryDocument, Paragraph, View
from delegate_desk.core.revisions.comparison import Comparison, Differing, MarkFault, UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.gui.revisions.comparison_model import ComparedSide, LoadedComparison, prepare_comparison
from support.document_values import paper

OLD = (
    "Noise disturbs people.",
    "Ports must keep quiet hours.",
    "Costs are shared.",
    "Ships report without delay.",
)
NEW = (
    "Noise disturbs people.",
    "The Commission reports in 2027.",
    "Ports should keep quiet hours.",
    "Ships report without delay.",
)


def address(number: int) -> Address:
    return Address(f"para_{number}")


def units(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(address(number), Kind.PARAGRAPH, f"{number}.", text) for number, text in enumerate(texts, start=1)
    )


def side(number: int, texts: Iterable[str], language: str = "en") -> ComparedSide:
    document = replace(paper(language=language), paragraphs=units(texts), footnotes=())
    now = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)
    held = LibraryDocument(DocumentId(number), "", f"{number}.txt", document.header, len(document.paragraphs), now)
    return ComparedSide(held, document, {unit.address: unit for unit in document.paragraphs}, {}, frozenset())


def kept(old: int, new: int, verdict: Verdict, similarity: float = 1.0, rivals: Sequence[Address] = ()) -> UnitOutcome:
    """Outcome of a unit that is still there."""
    words = diff_words(OLD[old - 1], NEW[new - 1])
    return UnitOutcome(address(old), address(new), verdict, similarity, words, (), tuple(rivals))


FATES = (
    kept(1, 1, Verdict.SAME),
    UnitOutcome(None, address(2), Verdict.INSERTED, 0, ((WordChange.INSERT, NEW[1]),)),
    kept(2, 3, Verdict.REWORDED, 0.8),
    UnitOutcome(address(3), None, Verdict.DELETED, 0, ((WordChange.DELETE, OLD[2]),)),
    kept(4, 4, Verdict.SAME),
)


def compared(
    fates: Sequence[UnitOutcome] = FATES,
    faults: Sequence[MarkFault] = (),
    differing: Mapping[Address, tuple[Differing, ...]] | None = None,
    languages: tuple[str, str] = ("en", "en"),
) -> LoadedComparison:
    """Two short texts, compared."""
    across = languages[0] != languages[1]
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, tuple(fates), across, differing, tuple(faults))
    return prepare_comparison(comparison, side(1, OLD, languages[0]), side(2, NEW, languages[1]))

"""Short documents that mark their own changes, made of values."""

from delegate_desk.core.documents.document import Address, Document, Header, Kind, Mark, MarkUp, Paragraph, Span
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict


def unit(text: str, address: str = "para_1", kind: Kind = Kind.PARAGRAPH) -> Paragraph:
    """A unit of a text in which ``+words+`` are marked as new and ``~words~`` as deleted."""
    marked, spans = "", []
    opened: dict[Mark, int] = {}
    for character in text:
        mark = {"+": Mark.ADDED, "~": Mark.REMOVED}.get(character)
        if mark is None:
            marked += character
        elif mark in opened:
            spans.append(Span(opened.pop(mark), len(marked), mark))
        else:
            opened[mark] = len(marked)
    return Paragraph(Address(address), kind, "", marked, spans=tuple(spans))


def paper(*units: Paragraph, mark_up: MarkUp = MarkUp.REVISIONS) -> Document:
    return Document(Header("en"), units, mark_up=mark_up)


def fate(old: str | None, new: str | None, *, rivals: tuple[str, ...] = ()) -> UnitOutcome:
    verdict = Verdict.INSERTED if old is None else Verdict.DELETED if new is None else Verdict.REWORDED
    addresses = [None if a is None else Address(a) for a in (old, new)]
    return UnitOutcome(addresses[0], addresses[1], verdict, 1.0, (), alternatives=tuple(Address(a) for a in rivals))

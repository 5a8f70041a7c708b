"""A document and its revision in a desk, with the outcome of each unit known by construction."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, quote_first
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.revisions.comparison import CarriedItem, Carry, Comparison, UnitOutcome, Verdict
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from delegate_desk.services.revisions.consequences import RevisionConsequences
from support.document_values import QUIET_HOURS, quiet_hours, take_in

P1, P2, A, B, P3 = map(Address, ("para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3"))
NEW_TEXTS = {
    P1: "The Council notes with concern that noise from ships at berth disturbs the people who live near ports.",
    P2: "The Council calls on the Member States to:",
    A: "set quiet hours for ships at berth, with exceptions for hospital ships;",
    P3: "The Council stresses that shore power has to be affordable for small ports.",
}
FATES: Mapping[Address, Address | None] = {P1: P1, P2: P2, A: A, B: None, P3: None}


def revised(desk: Desk, folder: Path) -> DocumentId:
    """A revision in which point (b) and paragraph 3 were deleted, and another paragraph 3 was inserted."""
    head, _ = QUIET_HOURS.split("1. The Council notes")
    text = head.replace("7001/26", "7001/1/26\n\nREV 1") + "\n\n".join(
        f"{label} {NEW_TEXTS[a]}" for label, a in (("1.", P1), ("2.", P2), ("(a)", A), ("3.", P3))
    )
    file = quiet_hours(folder, name="revised.txt", text=text + "\n")
    return take_in(desk, file)


def compared(desk: Desk, held: DocumentId, folder: Path) -> Comparison:
    """The document and its revision, compared by construction."""
    new_id = revised(desk, folder)
    old = {unit.address: unit.text for unit in desk.documents.content(held).units()}
    new = {unit.address: unit.text for unit in desk.documents.content(new_id).units()}
    assert {a: new[a] for a in NEW_TEXTS} == NEW_TEXTS
    fates = []
    for address, text in old.items():
        to = FATES.get(address, address)
        after = new[to] if to else ""
        verdict = Verdict.DELETED if to is None else Verdict.SAME if after == text else Verdict.REWORDED
        fates.append(UnitOutcome(address, to, verdict, 0.8, diff_words(text, after)))
    fates.append(UnitOutcome(None, P3, Verdict.INSERTED, 0.0, diff_words("", new[P3])))
    return Comparison(held, new_id, View.AFTER, tuple(fates))


def told(desk: Desk, pair: Comparison, *items: CarriedItem) -> Consequences:
    """Consequences of a revision, with these items carried over."""

    def carried(old: DocumentId, new: DocumentId) -> Carry:
        return Carry(old, new, items if (old, new) == (pair.old, pair.new) else ())

    found = RevisionConsequences(desk.documents, desk.annotations, desk.positions, desk.meetings, carried)
    return found.for_comparison(pair)


def note(
    desk: Desk, pair: Comparison, address: Address, kind: AnnotationKind, text: str = "", quote: str = ""
) -> Annotation:
    unit = desk.documents.content(pair.old).find(address)
    assert unit is not None
    made = desk.annotations.new(Place(pair.old, address), kind, text=text)
    made = replace(made, quote=quote_first(unit.text, quote) if quote else None)
    desk.annotations.save(made)
    return made


def said(desk: Desk, line: str) -> None:
    made = desk.meetings.new("Working Party on Shipping", None, items=["Quiet hours"])
    item = replace(made.items[0], documents=(Reference("ST", 7001, 2026),))
    desk.meetings.save(replace(made, items=(item,)))
    desk.meetings.capture(made.id, line, item="1")

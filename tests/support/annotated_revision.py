"""A document and its revision, with items of a delegate and of others on the document."""

from dataclasses import dataclass, replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk
from support.document_values import take_in, written

FIRST, REVISION = written("quiet_hours_of_nine"), written("quiet_hours_revised")
AT_NIGHT = (
    "The Council notes that noise from ships at berth disturbs the people who live near ports, in particular at night."
)


Pair = tuple[DocumentId, DocumentId]
"""A document and its revision."""


@dataclass(frozen=True)
class Noted:
    """The document in a library, with notes.

    Attributes:
        file: The revision, not imported yet.
    """

    desk: Desk
    old: DocumentId
    file: Path

    def bring_in(self) -> DocumentId:
        """Import the revision without a window."""
        return take_in(self.desk, self.file)

    def carry(self) -> DocumentId:
        """Import the revision and carry over to it."""
        new = self.bring_in()
        self.desk.carryover.carry(finish(self.desk.comparisons.compare(self.old, new)))
        return new

    def note(self, address: str, kind: AnnotationKind, text: str, words: str | None = None) -> Annotation:
        """Add a note to a paragraph of the document."""
        place = Place(self.old, Address(address))
        made = self.desk.annotations.new(place, kind, text=text, words=words)
        self.desk.annotations.save(made)
        return made


def noted(desk: Desk, folder: Path) -> Noted:
    """Import the document, and add a red line, questions, a reservation, proposals, and interventions.

    The place of the reservation on 6 and of the question on 7 is not certain in the revision: the two became one.
    """
    for name, text in (("first.txt", FIRST), ("revision.txt", REVISION)):
        (folder / name).write_text(text, encoding="utf-8")
    old = take_in(desk, folder / "first.txt")
    made = Noted(desk, old, folder / "revision.txt")
    made.note("para_3", AnnotationKind.RED_LINE, "It has to stay.", "must publish")
    made.note("para_9", AnnotationKind.RED_LINE, "Small vessels stay outside.")
    made.note("para_5", AnnotationKind.QUESTION, "Does this cover carriers?")
    made.note("para_6", AnnotationKind.SCRUTINY_RESERVATION, "Until the ministry answers.")
    made.note("para_7", AnnotationKind.QUESTION, "Who pays for the person?")
    desk.positions.set_delegation("EL")
    desk.positions.set_item(old, PositionEntry(Address("para_1"), Stance.SUPPORT, AT_NIGHT, "People have to sleep."))
    meeting = desk.meetings.new("Working Party on Shipping", None)
    reference = desk.documents.get(old).header.reference
    assert reference is not None
    desk.meetings.save(replace(meeting, items=(AgendaItem("1", "Quiet hours", (reference,)),)))
    desk.meetings.capture(meeting.id, 'FR+ 3 wants "should publish"', item="1")
    return made

"""A paper and its revision, with what a delegate and others had on the paper."""

from dataclasses import dataclass, replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk

_HEAD = """Council of the European Union

Brussels, {date}
(OR. en)

{reference}

LIMITE

TRANS 88

NOTE

From: Presidency
To: Delegations
No. prev. doc.: {previous}
Subject: Draft conclusions on quiet hours in ports

Delegations will find attached a draft text on quiet hours in ports.

"""
FIRST = (
    _HEAD.format(date="4 March 2026", reference="7001/26", previous="6500/26")
    + """1. The Council notes that noise from ships at berth disturbs the people who live near ports.

2. The Council invites the Member States to:

(a) set quiet hours for ships at berth;

(b) offer shore power to ships that keep them.

3. Port authorities must publish the hours in which ships may not run their engines at berth.

4. The Commission should report on noise in ports every second year.

5. Ferries that call at islands are exempt from the quiet hours.

6. Each port shall name a person to whom complaints about noise can be sent.

7. Each port shall name a person to whom complaints about smoke can be sent.

8. The measures in this text are paid for from the budgets of the ports alone.

9. Fishing vessels of less than twelve metres are not covered by these conclusions.
"""
)
REVISION = (
    _HEAD.format(date="2 April 2026", reference="7001/1/26 REV 1", previous="7001/26")
    + """1. The Council notes that noise from ships at berth disturbs the people who live near ports, \
in particular at night.

2. The Council recalls that ports are places of work.

3. The Council invites the Member States to:

(a) set quiet hours for ships at berth;

(b) offer shore power to ships that keep them, where this is technically possible.

4. Port authorities should publish the hours in which ships may not run their engines at berth.

5. The Commission should report on noise in ports every year and present proposals.

6. Each port shall name a person to whom complaints can be sent.

7. The measures in this text are paid for from the budgets of the ports and of the Union.

8. Fishing vessels of less than twelve metres are not covered by these conclusions.
"""
)
AT_NIGHT = (
    "The Council notes that noise from ships at berth disturbs the people who live near ports, in particular at night."
)


@dataclass(frozen=True)
class Noted:
    """The paper in a library, with notes.

    Attributes:
        file: The revision, not brought in yet.
    """

    desk: Desk
    old: DocumentId
    file: Path

    def bring_in(self) -> DocumentId:
        """Bring the revision in without a window."""
        return next(iter(self.desk.documents.add(self.desk.documents.read(self.file)).documents))

    def carry(self) -> DocumentId:
        """Bring the revision in and carry over to it."""
        new = self.bring_in()
        self.desk.carryover.carry(finish(self.desk.comparisons.compare(self.old, new)))
        return new

    def note(self, address: str, kind: AnnotationKind, text: str, words: str | None = None) -> Annotation:
        """Put a note on a paragraph of the paper."""
        place = Place(self.old, Address(address))
        made = self.desk.annotations.new(place, kind, text=text, words=words)
        self.desk.annotations.save(made)
        return made


def noted(desk: Desk, folder: Path) -> Noted:
    """Take the paper in, and put on it a red line, questions, a reservation, wordings, and words said in a meeting.

    The place of the reservation on 6 and of the question on 7 is not certain in the revision: the two became one.
    """
    for name, text in (("first.txt", FIRST), ("revision.txt", REVISION)):
        (folder / name).write_text(text, encoding="utf-8")
    old = next(iter(desk.documents.add(desk.documents.read(folder / "first.txt")).documents))
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

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import EditSubject, HistoryEdit
from delegate_desk.core.contributions.contribution import Contribution, ContributionId
from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import CapturedLine, LineId, Meeting, MeetingId
from delegate_desk.core.positions.position import Position, PositionEntry, ReadyPhrase, UnanchoredItem
from delegate_desk.desk import Desk
from delegate_desk.gui.shell.edit_controllers import describe_edit

NOW = datetime(2026, 3, 4, tzinfo=UTC)
NOWHERE = DocumentId(0)


@dataclass(frozen=True)
class Of:
    """The state that a service keeps of a meeting or a contribution, as far as it is shown."""

    meeting: Meeting | None = None
    contribution: Contribution | None = None
    trashed: datetime | None = None


def edits(desk: Desk, held: DocumentId) -> dict[str, HistoryEdit]:
    """One of each kind of action that can be undone, by its description."""
    third = Place(held, Address("para_3"))
    note = desk.annotations.new(third, AnnotationKind.RED_LINE)
    other = replace(note, place=Place(held, Address("para_1")))
    empty = Position(held)
    position = replace(empty, items=(PositionEntry(Address("para_3"), comment="Keep it."),))
    two = replace(position, items=(*position.items, PositionEntry(Address("para_1"), comment="Too.")))
    meeting = Meeting(MeetingId("m"), None, "Working Party on Shipping", None, None, "", "", (), NOW)
    line = CapturedLine(LineId("l"), MeetingId("m"), None, "DE+ 3 agrees", NOW)
    paper = Contribution(ContributionId("c"), held, held, ())
    phrase = ReadyPhrase("quiet", "en", "We thank the presidency.")
    mended = Correction(CorrectableField.SUBJECT, "Quiet", "Qiet", 0.4, NOW)
    lost = UnanchoredItem(1, held, Address("para_9"), "gone", annotation=note)

    def edit(
        subject: EditSubject, before: object, after: object, key: str = "", document: DocumentId = held
    ) -> HistoryEdit:
        return HistoryEdit(subject, document, key, before, after)

    subjects = EditSubject
    return {
        "red line on paragraph 3": edit(subjects.ANNOTATION, None, note),
        "change to red line on paragraph 3": edit(subjects.ANNOTATION, note, replace(note, text="Never")),
        "removal of red line on paragraph 3": edit(subjects.ANNOTATION, (note,), None),
        "change to 2 notes": edit(subjects.ANNOTATION, (note, other), (note, other)),
        "placement of the red line": edit(subjects.ANNOTATION, lost, third),
        "our position on paragraph 3": edit(subjects.POSITION, empty, position),
        "our position on ST 7001/26": edit(subjects.POSITION, empty, two),
        "moving ST 7001/26 to the trash": edit(subjects.DOCUMENT, None, NOW, f"document {held}"),
        "restoring ST 7001/26 from the trash": edit(subjects.DOCUMENT, NOW, None, f"document {held}"),
        "correction of subject in ST 7001/26": edit(subjects.DOCUMENT, None, mended, "correction"),
        "meeting of Working Party on Shipping": edit(subjects.MEETING, None, Of(meeting)),
        "change to meeting of Working Party on Shipping": edit(subjects.MEETING, Of(meeting), Of(meeting)),
        "removal of meeting of Working Party on Shipping": edit(
            subjects.MEETING, Of(meeting), Of(meeting, trashed=NOW)
        ),
        "change to delegation groups": edit(subjects.MEETING, {}, {"B4": ("BE",)}, document=NOWHERE),
        "intervention “DE+ 3 agrees”": edit(subjects.LINE, None, line, document=NOWHERE),
        "removal of intervention “DE+ 3 agrees”": edit(subjects.LINE, line, None, document=NOWHERE),
        "carry-over to ST 7001/26": edit(subjects.CARRY, (), ()),
        "choice of dossier for ST 7001/26": edit(subjects.DOSSIER, {held: None}, {held: None}, document=NOWHERE),
        "rejected dossier suggestion": edit(subjects.DOSSIER, (), (("a", "b"),), document=NOWHERE),
        "written comments in ST 7001/26": edit(subjects.CONTRIBUTION, None, Of(contribution=paper)),
        "phrase “quiet”": edit(subjects.PHRASE, (), (phrase,), document=NOWHERE),
        "removal of phrase “quiet”": edit(subjects.PHRASE, (phrase,), (), document=NOWHERE),
        "package import": edit(subjects.PACKAGE, (), (), "a1b2", document=NOWHERE),
        "removal of received notes": edit(subjects.PACKAGE, (), (), "of anna", document=NOWHERE),
    }


def test_every_kind_of_edit_has_its_words(desk: Desk, held: DocumentId) -> None:
    every = edits(desk, held)
    assert {edit.subject for edit in every.values()} == set(EditSubject)
    for said, edit in every.items():
        assert describe_edit(edit, desk) == said


def test_an_edit_of_what_is_gone_for_good_still_has_words(desk: Desk) -> None:
    gone = HistoryEdit(EditSubject.DOCUMENT, DocumentId(77), "document 77", None, NOW)
    assert describe_edit(gone, desk) == "moving a document to the trash"

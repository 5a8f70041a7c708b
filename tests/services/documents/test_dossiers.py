from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.dossier_timeline import OwnItemCounts
from delegate_desk.core.documents.dossiers import Ground
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk, open_desk
from support.document_values import note_text, quiet_hours, take_in

Write = Callable[..., DocumentId]


@pytest.fixture
def write(desk: Desk, tmp_path: Path) -> Write:
    """Import a Council document with these words."""

    def bring_in(
        number: str, body: str = "1. Noise disturbs.", *, date: str = "4 March 2026", **head: str
    ) -> DocumentId:
        name = f"{number.replace('/', '-').splitlines()[0]} {date}.txt"
        return take_in(desk, quiet_hours(tmp_path, name=name, text=note_text(number, body, date=date, **head)))

    return bring_in


def numbers(desk: Desk) -> list[list[int]]:
    """The documents of each dossier by number."""
    return sorted(sorted(one.id for one in dossier.documents) for dossier in desk.dossiers.all())


def test_what_is_put_right_by_hand_stays_so_and_is_undone_and_taken_back(desk: Desk, write: Write) -> None:
    first, other = write("7001/26"), write("9001/26", subject="Salmon")
    revision = write("7001/1/26\n\nREV 1", date="4 May 2026")
    assert numbers(desk) == [[1, 3], [2]]
    assert desk.dossiers.move([revision], other) == Changes(documents=frozenset({first, revision}))
    assert numbers(desk) == [[1, 2, 3]]
    assert set(desk.dossiers.names().values()) == {"ST 7001/26"}
    desk.history.undo()
    assert numbers(desk) == [[1, 3], [2]]
    desk.history.redo()
    desk.dossiers.separate([first])
    assert numbers(desk) == [[1, 3], [2]]
    desk.history.undo()
    assert numbers(desk) == [[1, 2, 3]]
    desk.dossiers.reset_assignments([first])
    assert numbers(desk) == [[1, 3], [2]]
    assert not desk.dossiers.reset_assignments([first])
    with open_desk(desk.folder) as another:
        assert numbers(another) == [[1, 3], [2]]


def test_a_family_goes_from_the_dossier_it_gave_its_mark_to(desk: Desk, write: Write) -> None:
    first = write("7001/26")
    second = write("8001/26", previous="7001/26", date="5 March 2026")
    desk.dossiers.move([first], second)
    assert numbers(desk) == [[1, 2]]
    assert not desk.dossiers.move([first], first)


def test_what_is_removed_for_good_leaves_no_choice_behind(desk: Desk, write: Write) -> None:
    first, other = write("7001/26"), write("9001/26", subject="Salmon")
    desk.dossiers.move([first], other)
    desk.documents.remove(first)
    desk.documents.empty_trash()
    assert desk.history.undo() is not None
    assert numbers(desk) == [[2]]
    with pytest.raises(UnknownDocumentError):
        desk.dossiers.for_document(first)


def test_a_timeline_tells_what_is_missing_what_is_ours_and_what_was_put_there(desk: Desk, write: Write) -> None:
    first = write("7001/26", previous="6500/26", body="1. Noise disturbs.\n\n2. See document 7001/26 ADD 1.")
    third = write("7001/3/26\n\nREV 3", date="4 May 2026")
    paper = write("9001/26", date="5 April 2026", subject="Salmon")
    place = Place(third, Address("para_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="x"))
    gone = desk.annotations.new(place, AnnotationKind.NOTE, text="y")
    desk.annotations.save(gone)
    desk.annotations.remove(gone.id)
    desk.positions.set_item(third, PositionEntry(Address("para_1"), Stance.SUPPORT))
    desk.dossiers.move([paper], first)
    made = desk.dossiers.timeline(third)
    assert [(one.key, one.is_in_library, one.was_placed_by_hand) for one in made.milestones] == [
        ("ST 6500/26", False, False),
        ("ST 7001/26 ADD 1", False, False),
        ("ST 7001/26", True, False),
        ("ST 9001/26", True, True),
        ("ST 7001/1/26 REV 1", False, False),
        ("ST 7001/2/26 REV 2", False, False),
        ("ST 7001/3/26 REV 3", True, False),
    ]
    last = made.milestones[-1]
    assert (last.predecessor_key, last.own_items) == ("ST 7001/26", OwnItemCounts(1, 1, 0))


def test_a_document_that_names_the_dossier_in_its_text_is_offered_with_its_reasons(desk: Desk, write: Write) -> None:
    first = write("7001/26", file="2026/0155(COD)")
    body = "1. We can support document 7001/26.\n\n2. On file 2026/0155 (COD) we have questions."
    paper = write("WK 12/2026", body=body, date="10 March 2026")
    write("9001/26", subject="Salmon in rivers", codes="PECHE 5", body="1. Salmon swim.", date="4 March 2025")
    (offered,) = desk.dossiers.offers(first)
    assert [one.id for one in offered.candidate.documents] == [paper]
    told = {reason.ground: (reason.details, reason.place and reason.place[1]) for reason in offered.reasons}
    assert told[Ground.FILE] == (("2026/0155(COD)",), "para_2")
    assert told[Ground.NAMES] == (("ST 7001/26",), "para_1")
    assert told[Ground.CODES] == (("TRANS",), None)
    assert told[Ground.SUBJECT] == (("Quiet", "hours", "ports"), None)
    assert Ground.DATES in told
    assert numbers(desk) == [[1], [2], [3]]  # nothing is joined automatically
    assert [home.dossier.name for home in desk.dossiers.suggestions_for_document(paper)] == ["2026/0155(COD)"]
    assert [home.candidate.name for home in desk.dossiers.suggestions_for_documents([first, paper])] == ["WK 12/2026"]
    desk.dossiers.accept(offered)
    assert numbers(desk) == [[1, 2], [3]]
    assert desk.dossiers.offers(first) == desk.dossiers.suggestions_for_document(paper) == []
    desk.history.undo()
    assert len(desk.dossiers.offers(first)) == 1


def test_what_was_refused_or_left_apart_is_not_offered_until_that_is_undone(desk: Desk, write: Write) -> None:
    first = write("7001/26")
    paper = write("WK 12/2026", body="1. We can support document 7001/26.")
    (offered,) = desk.dossiers.offers(first)
    desk.dossiers.refuse(offered)
    assert desk.dossiers.offers(first) == desk.dossiers.suggestions_for_document(paper) == []
    desk.history.undo()
    assert len(desk.dossiers.offers(first)) == 1
    desk.dossiers.separate([paper])
    assert desk.dossiers.offers(first) == []


def test_the_annotations_know_the_dossier_that_was_chosen(desk: Desk, write: Write) -> None:
    first, other = write("7001/26"), write("9001/26", subject="Salmon", file="2026/0155(COD)")
    desk.annotations.save(desk.annotations.new(Place(first, Address("para_1")), AnnotationKind.NOTE, text="x"))
    desk.dossiers.move([first], other)
    (entry,) = desk.annotation_list.load(datetime.now(UTC)).entries
    assert entry.dossier == "2026/0155(COD)"

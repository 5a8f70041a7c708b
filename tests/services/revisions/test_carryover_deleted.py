"""What an earlier revision deleted is listed at each later one, until it has a place again or is done."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import CarriedKind, CarryVerdict, DeletedEarlier
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.library.recovery import rebuild
from delegate_desk.storage.db.database import FILE_NAME
from support import known_revision
from support.package_exchange import send
from support.revision_chain import (
    BACK,
    FIRST,
    FOURTH,
    GREEK_HEAD,
    NEW,
    PORTS,
    POWER,
    QUIET,
    SECOND,
    THIRD,
    Pair,
    bring,
    carry,
    compare,
    note,
    only,
    revision,
)

LATER = "The Commission will report on the costs of the ports by the end of the decade."


def earlier(desk: Desk, old: DocumentId, new: DocumentId) -> dict[str, DeletedEarlier]:
    """Carry over, and return the items deleted by earlier revisions, by key."""
    carry(desk, old, new)
    return {one.carried.key: one for one in desk.carryover.find_carry(old, new).earlier}


def chain(desk: Desk, folder: Path, *versions: tuple[str, ...]) -> list[DocumentId]:
    """Revisions of a document, in the library before anything is carried over."""
    return [bring(desk, folder, *paragraphs, revision=n) for n, paragraphs in enumerate(versions)]


@pytest.fixture
def five(desk: Desk, tmp_path: Path) -> list[DocumentId]:
    """A document and four revisions: the first deletes the cost of power, the third the quiet hours."""
    without = (PORTS, QUIET, BACK)
    return chain(
        desk, tmp_path, (PORTS, QUIET, POWER, BACK), without, (NEW, *without), (PORTS, BACK), (PORTS, BACK, LATER)
    )


def test_a_red_line_is_told_at_every_later_revision(desk: Desk, five: list[DocumentId]) -> None:
    first = note(desk, five[0], THIRD, "Power is ours.")
    second = note(desk, five[0], SECOND, "Quiet is ours.")
    assert carry(desk, five[0], five[1])[first].verdict is CarryVerdict.DELETED
    assert desk.carryover.find_carry(five[0], five[1]).earlier == ()
    found = earlier(desk, five[1], five[2])
    assert [(key, one.carried.old, one.deleted_in.id) for key, one in found.items()] == [(first, THIRD, five[1])]
    (on_second,) = (one for one in desk.annotations.for_document(five[2]) if one.text == "Quiet is ours.")
    assert set(earlier(desk, five[2], five[3])) == {first}
    found = earlier(desk, five[3], five[4])
    assert {key: (one.old.id, one.deleted_in.id) for key, one in found.items()} == {
        first: (five[0], five[1]),
        on_second.id: (five[2], five[3]),
    }
    assert second not in found, "what was carried on is told once, from where it was last"
    assert earlier(desk, five[3], five[4]) == found


def test_red_lines_come_first_then_reservations_proposals_questions_and_the_rest(
    desk: Desk, five: list[DocumentId]
) -> None:
    old = five[0]
    place = Place(old, THIRD)
    kinds = (
        AnnotationKind.NOTE,
        AnnotationKind.QUESTION,
        AnnotationKind.DRAFTING_SUGGESTION,
        AnnotationKind.LINGUISTIC_RESERVATION,
        AnnotationKind.RED_LINE,
    )
    for kind in kinds:
        desk.annotations.save(desk.annotations.new(place, kind, text=str(kind)))
    desk.positions.set_item(old, PositionEntry(THIRD, Stance.RED_LINE, comment="Ours."))
    carry(desk, old, five[1])
    carry(desk, five[1], five[2])
    by_key = {one.id: one.kind for one in desk.annotations.for_document(old)}
    told = [
        by_key.get(AnnotationId(one.carried.key), one.carried.kind)
        for one in desk.carryover.find_carry(five[1], five[2]).earlier
    ]
    assert set(told[:2]) == {CarriedKind.POSITION, AnnotationKind.RED_LINE}
    assert told[2:] == list(reversed(kinds))[1:]


def test_where_a_step_was_not_carried_or_is_in_the_trash_it_is_told(desk: Desk, five: list[DocumentId]) -> None:
    key = note(desk, five[0], THIRD)
    carry(desk, five[0], five[1])
    assert set(earlier(desk, five[1], five[3])) == {key}
    assert set(earlier(desk, five[2], five[4])) == {key}, "nothing was carried to the second by hand"
    assert set(earlier(desk, five[3], five[4])) == {key}
    desk.documents.remove(five[1])
    assert {one.deleted_in.id for one in earlier(desk, five[2], five[3]).values()} == {five[1]}
    assert set(earlier(desk, five[2], five[3])) == {key}


def test_what_is_done_is_told_no_longer(desk: Desk, five: list[DocumentId], tmp_path: Path) -> None:
    by_status, by_hand = note(desk, five[0], THIRD, "one"), note(desk, five[0], THIRD, "two")
    desk.positions.set_item(five[0], PositionEntry(THIRD, Stance.OPPOSE))
    carry(desk, five[0], five[1])
    assert set(earlier(desk, five[1], five[2])) == {by_status, by_hand, THIRD}
    kept = desk.annotations.get(by_status)
    assert kept is not None
    desk.annotations.save(replace(kept, status=AnnotationStatus.DONE))
    assert set(earlier(desk, five[1], five[2])) == {by_hand, THIRD}
    assert desk.carryover.mark_done(five[0], five[1], CarriedKind.ANNOTATION, by_hand).annotations
    assert set(earlier(desk, five[1], five[2])) == {THIRD}
    desk.carryover.mark_done(five[0], five[1], CarriedKind.POSITION, THIRD)
    assert earlier(desk, five[1], five[2]) == {} == earlier(desk, five[2], five[3])
    done = desk.carryover.find_carry(five[1], five[2]).done_earlier
    assert [(one.carried.key, one.old.id, one.deleted_in.id) for one in done] == [
        (by_hand, five[0], five[1]),
        (THIRD, five[0], five[1]),
    ]
    assert desk.carryover.find_carry(five[0], five[1]).done_earlier == ()
    later = bring(desk, tmp_path, PORTS, BACK, NEW, revision=5)
    assert desk.carryover.find_carry(five[4], later).done_earlier == (), "it was done before this revision"
    desk.history.undo()
    desk.history.undo()
    assert set(earlier(desk, five[1], five[2])) == {by_hand, THIRD}
    desk.history.redo()
    assert not desk.carryover.mark_done(five[0], five[1], CarriedKind.ANNOTATION, "unknown")


def test_what_was_taken_away_or_given_a_place_by_hand_is_told_no_longer(desk: Desk, five: list[DocumentId]) -> None:
    key = note(desk, five[0], THIRD)
    desk.positions.set_item(five[0], PositionEntry(THIRD, Stance.OPPOSE))
    carry(desk, five[0], five[1])
    desk.annotations.remove(key)
    desk.positions.set_item(five[0], PositionEntry(THIRD))
    assert earlier(desk, five[1], five[2]) == {}
    desk.history.undo()
    desk.history.undo()
    assert set(earlier(desk, five[1], five[2])) == {key, THIRD}
    desk.carryover.decide(five[0], five[1], CarriedKind.ANNOTATION, key, FIRST)
    assert set(earlier(desk, five[1], five[2])) == {THIRD}
    desk.history.undo()
    desk.history.undo()
    assert set(earlier(desk, five[1], five[2])) == {key, THIRD}


@pytest.mark.parametrize("moved", [False, True], ids=["there", "elsewhere"])
def test_where_its_paragraph_is_back_it_has_its_place_again(desk: Desk, tmp_path: Path, moved: bool) -> None:
    back = (PORTS, QUIET, BACK, POWER) if moved else (PORTS, QUIET, POWER, BACK)
    zero, one, two, three, four = chain(
        desk, tmp_path, (PORTS, QUIET, POWER, BACK), (PORTS, QUIET, BACK), (PORTS, QUIET, BACK, NEW), back, (*back, NEW)
    )
    key = desk.annotations.new(Place(zero, THIRD), AnnotationKind.RED_LINE, text="ours", words="shore power")
    desk.annotations.save(key)
    desk.positions.set_item(
        zero, PositionEntry(THIRD, Stance.SUPPORT_IF, POWER.replace("a price", "a fair price"), "Fair.")
    )
    carry(desk, zero, one)
    assert set(earlier(desk, one, two)) == {key.id, THIRD}
    found = earlier(desk, two, three)
    place = "para_4" if moved else THIRD
    verdict = CarryVerdict.RENUMBERED if moved else CarryVerdict.SAME
    assert {(one.carried.new, one.carried.verdict) for one in found.values()} == {(place, verdict)}
    made = only(desk, three)
    assert (made.text, made.place.address, made.quote and made.quote.exact) == ("ours", place, "shore power")
    (item,) = desk.positions.get(three).items
    assert (item.address, "a fair price" in (item.proposal or "")) == (place, True)
    assert earlier(desk, two, three) == found
    assert len(desk.annotations.for_document(three)) == 1
    assert earlier(desk, three, four) == {}
    assert [one.text for one in desk.annotations.for_document(four)] == ["ours"]


def test_undoing_the_step_takes_back_what_came_back(desk: Desk, tmp_path: Path) -> None:
    zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, POWER))
    key = note(desk, zero, THIRD)
    carry(desk, zero, one)
    desk.carryover.carry(compare(desk, one, two))
    assert len(desk.annotations.for_document(two)) == 1
    desk.history.undo()
    assert desk.annotations.for_document(two) == []
    assert [each.is_deleted for each in desk.carryover.find_carry(one, two).earlier] == [True]
    desk.history.redo()
    assert only(desk, two).origin == key


def test_a_paragraph_that_is_much_like_it_is_offered_and_may_be_refused(desk: Desk, tmp_path: Path) -> None:
    alike = POWER.replace("its cost", "half of its cost").replace("the hours", "quiet hours")
    with_it = (PORTS, QUIET, alike)
    zero, one, two, three = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), with_it, (*with_it, NEW))
    key = note(desk, zero, THIRD)
    carry(desk, zero, one)
    (found,) = earlier(desk, one, two).values()
    carried = found.carried
    assert (carried.verdict, carried.new, carried.proposals) == (CarryVerdict.DOUBTFUL, None, (THIRD,))
    assert desk.annotations.for_document(two) == []
    assert desk.carryover.find_carry(one, two).open_count == 1
    desk.carryover.decide(zero, two, CarriedKind.ANNOTATION, key, THIRD)
    assert only(desk, two).place.address == THIRD
    (found,) = earlier(desk, one, two).values()
    assert found.carried.new == THIRD
    desk.carryover.decide(zero, two, CarriedKind.ANNOTATION, key, None)
    for old, new in ((one, two), (two, three)):
        (found,) = earlier(desk, old, new).values()
        assert (found.is_deleted, found.deleted_in.id) == (True, one)
        assert earlier(desk, old, new)[key] == found


def test_it_is_known_in_a_library_rebuilt_from_its_sidecars(tmp_path: Path) -> None:
    folder = tmp_path / "another"
    with open_desk(folder) as desk:
        zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, NEW))
        key, done = note(desk, zero, THIRD), note(desk, zero, THIRD, "done")
        carry(desk, zero, one)
        desk.carryover.mark_done(zero, one, CarriedKind.ANNOTATION, done)
        carry(desk, one, two)
        finish(desk.sidecars.catch_up())
    (folder / FILE_NAME).write_bytes(b"garbage" * 1000)
    assert finish(rebuild(folder)).is_complete
    with open_desk(folder) as desk:
        assert set(earlier(desk, one, two)) == {key}


def test_what_was_said_is_told_too_and_once(desk: Desk, tmp_path: Path) -> None:
    zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, NEW))
    for n in range(3):
        greek = ("Ο λιμένας έχει καμπάνα.", *(["Ο κυβερνήτης απαντά."] if n == 0 else []))
        bring(desk, tmp_path, *greek, revision=n, head=GREEK_HEAD)
    known_revision.said(desk, 'FR- 3 not at "any price"')
    carry(desk, zero, one)
    (found,) = earlier(desk, one, two).values()
    assert (found.carried.kind, found.carried.old, found.deleted_in.id) == (CarriedKind.INTERVENTION, THIRD, one)
    pair = compare(desk, one, two)
    (told,) = desk.consequences.for_comparison(pair).deleted_earlier
    assert told.intervention is not None
    assert told.intervention.delegations == ("FR",)


def test_the_revision_that_deleted_it_is_the_one_before(desk: Desk, tmp_path: Path) -> None:
    zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, NEW, LATER))
    note(desk, zero, THIRD)
    carry(desk, zero, one)
    before = desk.carryover.predecessor(two)
    assert before is not None
    assert before.id == one
    assert desk.carryover.lost_on(one)
    assert not desk.carryover.lost_on(zero)
    assert [found.is_deleted for found in earlier(desk, one, two).values()] == [True]


def test_a_colleague_who_gets_the_revisions_and_notes_is_told_too(desk: Desk, tmp_path: Path) -> None:
    zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, NEW))
    note(desk, zero, THIRD)
    carry(desk, zero, one)
    carry(desk, one, two)
    with open_desk(tmp_path / "theirs") as theirs:
        send(desk, theirs, tmp_path / "all.ddpack", internal=True)
        names = {held.name: held.id for held in theirs.documents.all()}
        there = [names[desk.documents.get(key).name] for key in (zero, one, two)]
        carry(theirs, *there[:2])
        assert [found.carried.old for found in earlier(theirs, *there[1:]).values()] == [THIRD]


def test_each_language_is_informed_of_its_own(desk: Desk, tmp_path: Path) -> None:
    zero, one, two = chain(desk, tmp_path, (PORTS, QUIET, POWER), (PORTS, QUIET), (PORTS, QUIET, NEW))
    bells = ("Ο λιμένας έχει καμπάνα.", "Ο κυβερνήτης απαντά με κόρνα.", "Το τέλος καταβάλλεται από τον λιμένα.")
    greek = [
        bring(desk, tmp_path, *paragraphs, revision=n, head=GREEK_HEAD)
        for n, paragraphs in enumerate((bells, bells[:2], (*bells[:2], "Η καμπάνα ηχεί στην ομίχλη.")))
    ]
    assert {desk.documents.get(key).header.language for key in greek} == {"el"}
    english, hellenic = note(desk, zero, THIRD), note(desk, greek[0], THIRD)
    carry(desk, zero, one)
    carry(desk, *greek[:2])
    assert set(earlier(desk, one, two)) == {english}
    assert set(earlier(desk, *greek[1:])) == {hellenic}
    assert set(earlier(desk, one, greek[2])) == {english}, "the next revision is there in another language alone"


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> Pair:
    return revision(desk, tmp_path)


@pytest.fixture
def key(desk: Desk, pair: Pair) -> AnnotationId:
    """A note on the first paragraph, carried over."""
    made = note(desk, pair[0], FIRST)
    carry(desk, *pair)
    return made


def got(desk: Desk, key: AnnotationId) -> Annotation:
    found = desk.annotations.get(key)
    assert found
    return found


def texts(desk: Desk, *documents: DocumentId) -> list[str]:
    return [one.text for document in documents for one in desk.annotations.for_document(document)]


def test_a_note_carried_half_written_is_whole_when_it_is_written(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, PORTS, QUIET, BACK, revision=2)
    key = note(desk, old, FIRST, "we can", words="noise from ships")
    carry(desk, old, new)
    carry(desk, new, newest)
    stood = only(desk, new)
    changes = desk.annotations.save(replace(got(desk, key), text="we cannot accept this"), typed=True)
    assert texts(desk, *pair, newest) == ["we cannot accept this"] * 3
    assert changes.annotations == {only(desk, document).place for document in (*pair, newest)}
    assert only(desk, new) == replace(stood, text="we cannot accept this", modified=got(desk, key).modified)
    assert {hit.document for hit in desk.search.find("accept").hits} == {*pair, newest}


def test_all_that_is_said_of_it_follows(desk: Desk, pair: Pair, key: AnnotationId) -> None:
    due = datetime.now(UTC) + timedelta(days=1)
    said = replace(
        got(desk, key),
        kind=AnnotationKind.SCRUTINY_RESERVATION,
        tags=("ports", "sea"),
        status=AnnotationStatus.DONE,
        visibility=Visibility.CIRCULATION,
        due=due,
        holder="FR",
    )
    desk.annotations.save(said)
    there = only(desk, pair[1])
    here = got(desk, key)
    assert replace(there, id=here.id, place=here.place, origin=None, carried=None) == here


def test_what_was_edited_where_it_was_carried_stays(desk: Desk, pair: Pair, key: AnnotationId) -> None:
    old, new = pair
    desk.annotations.save(replace(only(desk, new), text="said here"))
    desk.annotations.save(replace(got(desk, key), text="said there"))
    carry(desk, old, new)
    assert texts(desk, *pair) == ["said there", "said here"]
    desk.history.undo()
    desk.history.undo()
    desk.annotations.save(replace(got(desk, key), text="on its own again"))
    assert texts(desk, *pair) == ["on its own again"] * 2


def test_it_is_undone_with_what_it_follows(desk: Desk, pair: Pair, key: AnnotationId) -> None:
    desk.annotations.save(replace(got(desk, key), text="more"))
    desk.history.undo()
    assert texts(desk, *pair) == ["ours", "ours"]
    desk.history.redo()
    assert texts(desk, *pair) == ["more", "more"]
    desk.history.undo()
    desk.history.undo()
    assert texts(desk, *pair) == ["ours"]


def test_what_comes_from_a_colleague_is_followed_too(desk: Desk, pair: Pair, key: AnnotationId) -> None:
    desk.annotations.set_many([key, only(desk, pair[1]).id], lambda one: replace(one, status=AnnotationStatus.DONE))
    desk.annotations.set_many([key], lambda one: replace(one, tags=("late",)))
    assert (only(desk, pair[1]).status, only(desk, pair[1]).tags) == (AnnotationStatus.DONE, ("late",))
    later = replace(got(desk, key), text="theirs", modified=datetime.now(UTC) + timedelta(minutes=1))
    desk.annotations.receive([later])
    assert texts(desk, *pair) == ["theirs", "theirs"]
    old, new = pair
    desk.carryover.decide(old, new, CarriedKind.ANNOTATION, key, FOURTH)
    desk.annotations.save(replace(got(desk, key), text="more"))
    assert (only(desk, new).text, only(desk, new).place) == ("more", Place(new, FOURTH))


def test_one_in_the_trash_is_had_back_as_it_is_now(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    made = carry(desk, old, new)[key].copy_id
    desk.annotations.remove(AnnotationId(made))
    desk.annotations.save(replace(got(desk, key), text="more"))
    assert texts(desk, new) == []
    desk.annotations.restore(AnnotationId(made))
    assert texts(desk, new) == ["more"]


def test_a_note_started_and_left_without_a_word_leaves_nothing_behind(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, NEW, PORTS, revision=2)
    key = note(desk, old, FIRST, "w")
    carry(desk, old, new)
    carry(desk, new, newest)
    desk.annotations.save(replace(got(desk, key), text="", tags=()))
    changes = desk.annotations.discard(key)
    assert texts(desk, *pair, newest) == []
    assert {place.document for place in changes.annotations} == {*pair, newest}
    assert desk.carryover.find_carry(old, new).items == desk.carryover.find_carry(new, newest).items == ()

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.errors import SameDocumentError, UnknownPlaceError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.comparison import CarriedKind, CarryVerdict
from delegate_desk.desk import Desk, open_desk
from support.revision_chain import (
    BACK,
    FIRST,
    FOURTH,
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

NOTE, LINE = CarriedKind.ANNOTATION, CarriedKind.POSITION


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> Pair:
    return revision(desk, tmp_path)


def test_a_note_goes_with_its_paragraph_and_stays_where_it_was(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    before = desk.annotations.get(key)
    went = carry(desk, old, new)[key]
    assert (went.old, went.new, went.verdict) == (FIRST, SECOND, CarryVerdict.RENUMBERED)
    assert desk.annotations.get(key) == before
    made = only(desk, new)
    assert (made.id, made.place, made.origin, made.carried) == (went.copy_id, Place(new, SECOND), key, went.verdict)
    assert before
    assert replace(made, id=before.id, place=before.place, origin=None, carried=None) == before


def test_carried_again_nothing_is_added(desk: Desk, pair: Pair) -> None:
    old, new = pair
    for address in (FIRST, SECOND, THIRD):
        note(desk, old, address)
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.SUPPORT, comment="good"))
    first = carry(desk, old, new)
    there, ours = desk.annotations.for_document(new), desk.positions.get(new)
    assert not desk.carryover.carry(compare(desk, old, new))
    assert (carry(desk, old, new), desk.annotations.for_document(new), desk.positions.get(new)) == (first, there, ours)


def test_words_that_are_gone_are_said_to_be(desk: Desk, pair: Pair) -> None:
    old, new = pair
    kept, gone = note(desk, old, SECOND, words="report them"), note(desk, old, SECOND, words="by 2027")
    went = carry(desk, old, new)
    assert (went[kept].has_lost_quote, went[gone].has_lost_quote) == (False, True)
    assert went[kept].verdict is CarryVerdict.REWORDED
    unit = desk.documents.unit(Place(new, THIRD))
    quotes = {one.origin: one.quote for one in desk.annotations.for_document(new)}
    there, lost = quotes[kept], quotes[gone]
    assert unit
    assert there
    assert lost
    assert unit.text[there.start : there.end] == "report them"
    assert (lost.exact, lost.start) == ("by 2027", lost.end)


def test_answers_go_along(desk: Desk, pair: Pair) -> None:
    old, new = pair
    head = desk.annotations.get(note(desk, old, SECOND))
    assert head
    answer = desk.annotations.reply(head, "not so")
    desk.annotations.save(answer)
    went = carry(desk, old, new)
    assert went[answer.id].thread_head == head.id
    by_origin = {one.origin: one for one in desk.annotations.for_document(new)}
    assert by_origin[answer.id].reply_to == by_origin[head.id].id
    assert by_origin[answer.id].place == by_origin[head.id].place


def test_what_was_made_meanwhile_stays_and_a_note_made_later_is_carried_later(desk: Desk, pair: Pair) -> None:
    old, new = pair
    note(desk, old, FIRST, "periwinkle")
    own = note(desk, new, FIRST, "only here")
    carry(desk, old, new)
    assert {hit.document for hit in desk.search.find("periwinkle").hits} == {old, new}
    made = next(one for one in desk.annotations.for_document(new) if one.id != own)
    desk.annotations.save(replace(made, text="mended here"))
    note(desk, old, FOURTH, "later")
    carry(desk, old, new)
    assert {one.text for one in desk.annotations.for_document(new)} == {"only here", "mended here", "later"}


def test_what_is_in_the_trash_is_not_rebuilt(desk: Desk, pair: Pair) -> None:
    old, new = pair
    note(desk, old, FIRST)
    carry(desk, old, new)
    desk.annotations.remove(only(desk, new).id)
    carry(desk, old, new)
    assert desk.annotations.for_document(new) == []
    desk.documents.empty_trash()
    carry(desk, old, new)
    assert desk.annotations.for_document(new) == []


def test_undo_takes_all_of_it_back_and_redo_does_it_again(desk: Desk, pair: Pair) -> None:
    old, new = pair
    mended = desk.annotations.get(note(desk, old, FIRST))
    assert mended
    desk.annotations.save(replace(mended, text="mended"))
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.SUPPORT, QUIET.replace("shall", "may"), "good"))
    desk.positions.set_general(old, "in general")
    first = carry(desk, old, new)
    there, ours = desk.annotations.for_document(new), desk.positions.get(new)
    assert ours.items
    assert ours.general == "in general"
    desk.history.undo()
    undone = desk.positions.get(new)
    assert (desk.annotations.for_document(new), undone.items, undone.general) == ([], (), "")
    assert desk.carryover.find_carry(old, new).items == ()
    assert len(desk.annotations.for_document(old)) == 1
    desk.history.redo()
    assert (desk.annotations.for_document(new), desk.positions.get(new)) == (there, ours)
    desk.history.undo()
    assert desk.annotations.trash() == []
    assert carry(desk, old, new) == first
    assert only(desk, new).text == "mended"


def test_a_line_of_ours_is_made_on_the_new_wording(desk: Desk, pair: Pair) -> None:
    old, new = pair
    desk.positions.set_item(
        old, PositionEntry(SECOND, Stance.SUPPORT_IF, QUIET.replace("shall", "may"), "softer", "home")
    )
    went = carry(desk, old, new)[SECOND]
    assert (went.kind, went.new, went.verdict) == (LINE, THIRD, CarryVerdict.REWORDED)
    wording = QUIET.replace("quiet hours", "quiet hours and days").replace("2027", "2028").replace("shall", "may")
    assert desk.positions.get(new).items == (PositionEntry(THIRD, Stance.SUPPORT_IF, wording, "softer", "home"),)


def test_a_wording_that_the_text_has_taken_is_not_proposed_again(desk: Desk, pair: Pair) -> None:
    old, new = pair
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.SUPPORT_IF, QUIET.replace("2027", "2028"), "later"))
    carry(desk, old, new)
    assert desk.positions.get(new).items == (PositionEntry(THIRD, Stance.SUPPORT_IF, None, "later"),)


def test_a_wording_that_meets_another_change_is_asked_about(desk: Desk, pair: Pair) -> None:
    old, new = pair
    ours = QUIET.replace("2027", "2030")
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.SUPPORT_IF, ours, "later"))
    went = carry(desk, old, new)[SECOND]
    assert (went.new, went.verdict, went.proposals, went.is_open) == (None, CarryVerdict.DOUBTFUL, (THIRD,), True)
    assert desk.positions.get(new).items == ()
    desk.carryover.decide(old, new, LINE, SECOND, THIRD)
    assert desk.positions.get(new).items == (PositionEntry(THIRD, Stance.SUPPORT_IF, ours, "later"),)
    carry(desk, old, new)
    assert desk.positions.get(new).items == (PositionEntry(THIRD, Stance.SUPPORT_IF, ours, "later"),)


def test_a_line_said_on_the_new_text_meanwhile_stays(desk: Desk, pair: Pair) -> None:
    old, new = pair
    desk.positions.set_item(old, PositionEntry(FIRST, Stance.SUPPORT, comment="old"))
    meanwhile = PositionEntry(SECOND, Stance.OPPOSE, comment="new")
    desk.positions.set_item(new, meanwhile)
    went = carry(desk, old, new)[FIRST]
    assert (went.new, went.verdict, went.proposals) == (None, CarryVerdict.DOUBTFUL, (SECOND,))
    assert desk.positions.get(new).items == (meanwhile,)
    desk.carryover.decide(old, new, LINE, FIRST, SECOND)
    assert desk.positions.get(new).items == (PositionEntry(SECOND, Stance.OPPOSE, comment="new\nold"),)
    desk.history.undo()
    assert desk.positions.get(new).items == (meanwhile,)


def test_a_person_says_where_what_stood_on_a_paragraph_that_is_gone_belongs(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, THIRD, words="shore power")
    went = carry(desk, old, new)[key]
    assert (went.new, went.verdict, went.text, went.is_open) == (None, CarryVerdict.DELETED, POWER, False)
    assert desk.annotations.for_document(new) == []
    desk.carryover.decide(old, new, NOTE, key, FOURTH)
    went = carry(desk, old, new)[key]
    assert (went.new, went.has_lost_quote, went.is_open) == (FOURTH, True, False)
    assert went.decided
    assert only(desk, new).place == Place(new, FOURTH)
    desk.carryover.decide(old, new, NOTE, key, THIRD)
    assert only(desk, new).place == Place(new, THIRD)
    desk.carryover.decide(old, new, NOTE, key, None)
    assert desk.annotations.for_document(new) == []
    assert carry(desk, old, new)[key].new is None
    assert desk.annotations.for_document(new) == []
    for expected in (THIRD, FOURTH, None):
        desk.history.undo()
        assert [one.place.address for one in desk.annotations.for_document(new)] == ([expected] if expected else [])


def test_answers_are_decided_with_their_thread(desk: Desk, pair: Pair) -> None:
    old, new = pair
    head = desk.annotations.get(note(desk, old, THIRD))
    assert head
    answer = desk.annotations.reply(head, "not so")
    desk.annotations.save(answer)
    carry(desk, old, new)
    desk.carryover.decide(old, new, NOTE, head.id, FOURTH)
    first, second = desk.annotations.for_document(new)
    assert {first.place, second.place} == {Place(new, FOURTH)}
    assert {first.reply_to, second.reply_to} == {None, {first.origin: first.id, second.origin: second.id}[head.id]}
    desk.carryover.decide(old, new, NOTE, answer.id, SECOND)
    assert [one.place.address for one in desk.annotations.for_document(new)] == [SECOND, SECOND]


def test_a_place_that_is_not_there_is_refused(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    with pytest.raises(UnknownPlaceError):
        desk.carryover.decide(old, new, NOTE, key, Address("para_99"))
    with pytest.raises(SameDocumentError):
        desk.carryover.carry(compare(desk, old, old))


def test_over_several_revisions_a_note_is_made_once(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, NEW, PORTS, BACK, revision=2)
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    carry(desk, new, newest)
    carry(desk, old, newest)
    made = only(desk, newest)
    assert made.origin == only(desk, new).id
    went = carry(desk, newest, old)
    assert [one.id for one in desk.annotations.for_document(old)] == [key]
    assert went[made.id].copy_id == key


def test_two_libraries_make_the_same(desk: Desk, tmp_path: Path, pair: Pair) -> None:
    old, new = pair
    note(desk, old, FIRST)
    desk.exchange.write(tmp_path / "notes.jsonld", internal=True)
    carry(desk, old, new)
    with open_desk(tmp_path / "other") as other:
        here, there = revision(other, tmp_path)
        other.exchange.import_annotations(other.exchange.read(tmp_path / "notes.jsonld"))
        carry(other, here, there)
        assert only(other, there).id == only(desk, new).id


def test_the_revision_before_is_the_last_with_something_of_ours(desk: Desk, tmp_path: Path) -> None:
    first = bring(desk, tmp_path, PORTS)
    second = bring(desk, tmp_path, PORTS, BACK, revision=1)
    third = bring(desk, tmp_path, PORTS, BACK, NEW, revision=2)
    before = desk.carryover.predecessor(third)
    assert before
    assert before.id == second
    note(desk, first, FIRST)
    before = desk.carryover.predecessor(third)
    assert before
    assert before.id == first
    assert desk.carryover.predecessor(first) is None


def test_a_note_in_the_trash_whose_place_is_decided_returns_where_it_was_once_that_is_undone(
    desk: Desk, pair: Pair
) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    copy = only(desk, new)
    assert copy.place.address != FOURTH
    desk.annotations.remove(copy.id)
    desk.carryover.decide(old, new, NOTE, key, FOURTH)
    assert only(desk, new).place.address == FOURTH
    desk.history.undo()
    assert desk.annotations.for_document(new) == []
    desk.annotations.restore(copy.id)
    assert only(desk, new).place == copy.place
    desk.annotations.remove(copy.id)
    desk.history.undo()
    assert only(desk, new).place == copy.place


def test_a_note_that_a_person_sends_nowhere_can_be_had_back(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    desk.annotations.save(replace(only(desk, new), text="mended here"))
    desk.carryover.decide(old, new, NOTE, key, None)
    assert [one.text for one in desk.annotations.trash()] == ["mended here"]
    desk.carryover.decide(old, new, NOTE, key, FOURTH)
    assert (only(desk, new).text, only(desk, new).place.address) == ("mended here", FOURTH)
    desk.history.undo()
    assert [one.text for one in desk.annotations.trash()] == ["mended here"]

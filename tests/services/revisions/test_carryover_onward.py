"""Several revisions at once: doubtful items of one are listed on the later ones, and move on once they are answered."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.comparison import (
    CarriedKind,
    CarryVerdict,
    Comparison,
    UnitOutcome,
    Verdict,
    VerdictBasis,
)
from delegate_desk.desk import Desk
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
    bring,
    carry,
    compare,
    note,
    only,
)

NOTE, LINE, SAID = CarriedKind.ANNOTATION, CarriedKind.POSITION, CarriedKind.INTERVENTION
Chain = tuple[DocumentId, DocumentId, DocumentId, DocumentId]


@pytest.fixture
def chain(desk: Desk, tmp_path: Path) -> Chain:
    """A document and three revisions: the items on its third paragraph are doubtful on the first of them."""
    return (
        bring(desk, tmp_path, PORTS, QUIET, POWER),
        bring(desk, tmp_path, PORTS, QUIET, POWER, revision=1),
        bring(desk, tmp_path, NEW, PORTS, QUIET, POWER, revision=2),
        bring(desk, tmp_path, NEW, BACK, PORTS, QUIET, POWER, revision=3),
    )


def carry_all(desk: Desk, chain: Sequence[DocumentId]) -> None:
    fates = (
        UnitOutcome(FIRST, FIRST, Verdict.SAME, 1.0, (), (VerdictBasis.LIKENESS,)),
        UnitOutcome(THIRD, None, Verdict.DELETED, 0.0, (), (), (SECOND, THIRD)),
    )
    desk.carryover.carry(Comparison(chain[0], chain[1], View.AFTER, fates))
    for old, new in pairwise(chain[1:]):
        carry(desk, old, new)


def places(desk: Desk, chain: Chain, text: str) -> list[Address]:
    return [one.place.address for key in chain for one in desk.annotations.for_document(key) if one.text == text]


def all_of(desk: Desk, chain: Chain) -> object:
    pairs = pairwise(chain)
    notes = [desk.annotations.for_document(key) for key in chain]
    return notes, [desk.positions.get(key).items for key in chain], [desk.carryover.find_carry(*pair) for pair in pairs]


def test_what_waits_is_told_on_the_later_revisions(desk: Desk, chain: Chain) -> None:
    note(desk, chain[0], FIRST, "sure")
    key = note(desk, chain[0], THIRD, "doubted")
    carry_all(desk, chain)
    assert desk.carryover.find_carry(*chain[:2]).pending == ()
    for old, new in (chain[1:3], chain[2:]):
        (waits,) = desk.carryover.find_carry(old, new).pending
        assert (waits.old.id, waits.new.id, waits.number) == (*chain[:2], 1)
    told = desk.consequences.for_comparison(compare(desk, *chain[2:]))
    text = desk.export.mail(told, ExportKind.CONSEQUENCES, ExportOptions()).text
    assert "1 placed, 0 to check, 0 on deleted text; to check in ST 7001/1/26 REV 1: 1" in text
    changes = desk.carryover.decide(*chain[:2], NOTE, key, None)
    assert {place.document for place in changes.annotations} == set(chain[1:])
    assert desk.carryover.find_carry(*chain[2:]).pending == ()


def test_an_answer_continues_to_the_later_revisions_as_one_thing_to_undo(desk: Desk, chain: Chain) -> None:
    note(desk, chain[0], FIRST, "sure")
    key = note(desk, chain[0], THIRD, "doubted", words="shore power")
    head = desk.annotations.get(key)
    assert head
    desk.annotations.save(desk.annotations.reply(head, "answer"))
    carry_all(desk, chain)
    waiting = all_of(desk, chain)
    desk.carryover.decide(*chain[:2], NOTE, key, THIRD)
    answered = all_of(desk, chain)
    for text in ("doubted", "answer"):
        assert places(desk, chain, text) == [THIRD, THIRD, FOURTH, "para_5"]
    last = {one.text: one for one in desk.annotations.for_document(chain[3])}
    assert last["answer"].reply_to == last["doubted"].id
    assert last["doubted"].quote
    assert last["doubted"].quote.exact == "shore power"
    assert last["doubted"].carried is CarryVerdict.RENUMBERED
    desk.history.undo()
    assert all_of(desk, chain) == waiting
    desk.history.redo()
    assert all_of(desk, chain) == answered
    carry(desk, *chain[1:3])
    assert all_of(desk, chain) == answered


def test_another_answer_moves_it_there_too_and_none_takes_it_away(desk: Desk, chain: Chain) -> None:
    note(desk, chain[0], FIRST, "sure")
    key = note(desk, chain[0], THIRD, "doubted")
    carry_all(desk, chain)
    for address, expected in (
        (THIRD, [THIRD, THIRD, FOURTH, "para_5"]),
        (SECOND, [THIRD, SECOND, THIRD, FOURTH]),
        (None, [THIRD]),
        (THIRD, [THIRD, THIRD, FOURTH, "para_5"]),
    ):
        desk.carryover.decide(*chain[:2], NOTE, key, address)
        assert places(desk, chain, "doubted") == expected
    for expected in ([THIRD], [THIRD, SECOND, THIRD, FOURTH], [THIRD, THIRD, FOURTH, "para_5"], [THIRD]):
        desk.history.undo()
        assert places(desk, chain, "doubted") == expected


def test_what_a_person_did_on_a_later_revision_stays(desk: Desk, chain: Chain) -> None:
    note(desk, chain[0], FIRST, "sure")
    kept = [note(desk, chain[0], THIRD, text) for text in ("edited", "placed", "thrown away")]
    carry_all(desk, chain)
    for key in kept:
        desk.carryover.decide(*chain[:2], NOTE, key, THIRD)
    there = {one.text: one for one in desk.annotations.for_document(chain[2])}
    desk.annotations.save(replace(there["edited"], text="edited here"))
    placed = next(one for one in desk.annotations.for_document(chain[1]) if one.text == "placed")
    desk.carryover.decide(*chain[1:3], NOTE, placed.id, FIRST)
    desk.annotations.remove(there["thrown away"].id)
    for key in kept:
        desk.carryover.decide(*chain[:2], NOTE, key, SECOND)
    on_third = {one.text: one.place.address for one in desk.annotations.for_document(chain[2])}
    assert on_third == {"sure": SECOND, "edited here": FOURTH, "placed": FIRST}


def test_our_line_continues_too(desk: Desk, chain: Chain) -> None:
    desk.positions.set_item(chain[0], PositionEntry(FIRST, Stance.SUPPORT))
    ours = PositionEntry(THIRD, Stance.OPPOSE, POWER.replace("shall", "may"), "softer")
    desk.positions.set_item(chain[0], ours)
    carry_all(desk, chain)
    desk.carryover.decide(*chain[:2], LINE, THIRD, THIRD)
    last = desk.positions.get(chain[3])
    assert last.entry_at(Address("para_5")) == replace(ours, address=Address("para_5"))
    desk.carryover.decide(*chain[:2], LINE, THIRD, None)
    assert [item.stance for item in desk.positions.get(chain[3]).items] == [Stance.SUPPORT]
    desk.history.undo()
    assert desk.positions.get(chain[3]) == last


def test_our_line_meets_what_we_said_there_as_a_question(desk: Desk, chain: Chain) -> None:
    desk.positions.set_item(chain[0], PositionEntry(FIRST, Stance.SUPPORT))
    desk.positions.set_item(chain[0], PositionEntry(THIRD, Stance.OPPOSE, comment="old"))
    carry_all(desk, chain)
    here = PositionEntry(FOURTH, Stance.CAN_ACCEPT, comment="said here")
    desk.positions.set_item(chain[2], here)
    desk.carryover.decide(*chain[:2], LINE, THIRD, THIRD)
    assert desk.positions.get(chain[2]).entry_at(FOURTH) == here
    row = next(one for one in desk.carryover.find_carry(*chain[1:3]).items if one.old == THIRD)
    assert (row.is_open, row.proposals) == (True, (FOURTH,))


def test_a_line_that_is_joined_with_ours_continues_in_its_place(desk: Desk, chain: Chain) -> None:
    desk.positions.set_item(chain[0], PositionEntry(FIRST, Stance.SUPPORT, comment="first"))
    desk.positions.set_item(chain[0], PositionEntry(THIRD, comment="third"))
    carry_all(desk, chain)
    desk.carryover.decide(*chain[:2], LINE, THIRD, FIRST)
    assert desk.positions.get(chain[3]).items == (PositionEntry(THIRD, Stance.SUPPORT, comment="first\nthird"),)


def test_what_was_said_continues_too(desk: Desk, chain: Chain) -> None:
    reference = desk.documents.get(chain[0]).header.reference
    assert reference
    meeting = desk.meetings.new("Working Party on Shipping")
    desk.meetings.save(meeting)
    desk.meetings.add_item(meeting.id, "Quiet hours", documents=[reference])
    _, (one,) = desk.meetings.capture(meeting.id, "FR- 3 too dear", item="1")
    note(desk, chain[0], FIRST, "sure")
    carry_all(desk, chain)
    desk.carryover.decide(*chain[:2], SAID, one.id, THIRD)
    (onto,) = desk.carryover.carried_to_place(Place(chain[3], Address("para_5")))
    assert onto.carried.key == one.id
    desk.carryover.decide(*chain[:2], SAID, one.id, None)
    assert desk.carryover.carried_to_place(Place(chain[3], Address("para_5"))) == []


def test_what_was_carried_back_is_left_alone(desk: Desk, chain: Chain) -> None:
    key = note(desk, chain[0], THIRD, "doubted")
    carry_all(desk, chain[:2])
    made = carry(desk, chain[0], chain[2])[key].copy_id
    carry(desk, chain[2], chain[1])
    there = desk.annotations.get(AnnotationId(made))
    desk.carryover.decide(*chain[:2], NOTE, key, SECOND)
    assert desk.annotations.get(AnnotationId(made)) == there
    assert only(desk, chain[0]).id == key


def test_it_is_not_undone_where_a_later_revision_was_read_again(desk: Desk, chain: Chain) -> None:
    note(desk, chain[0], FIRST, "sure")
    key = note(desk, chain[0], THIRD, "doubted")
    carry_all(desk, chain)
    desk.carryover.decide(*chain[:2], NOTE, key, THIRD)
    decided = desk.history.next_undo()
    desk.history.drop_document(chain[3])
    assert decided
    assert desk.history.next_undo() != decided
    assert decided.other_documents == {*chain[2:]}


BELLS = "Bells of ships at berth rest at night."


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> tuple[DocumentId, DocumentId]:
    """A document, and a revision with a paragraph before all others."""
    return bring(desk, tmp_path, PORTS, QUIET, POWER), bring(desk, tmp_path, NEW, PORTS, QUIET, POWER, revision=1)


def provision(desk: Desk, document: DocumentId, after: Address, text: str = BELLS) -> PositionEntry:
    """A new provision, saved."""
    item = replace(desk.positions.new_item(document, after), proposal=text)
    desk.positions.set_item(document, item)
    return item


def test_every_field_is_carried(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    item = PositionEntry(
        FIRST, Stance.OPPOSE, None, "c", "i", "j", ("CY",), ("f", "g"), "r", "in", "so", 1, ("t",), ("DE",), SECOND
    )
    desk.positions.set_item(pair[0], item)
    carry(desk, *pair)
    assert desk.positions.get(pair[1]).items == (replace(item, address=SECOND, after=THIRD),)


def test_a_new_provision_goes_with_what_it_stands_behind(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    one = provision(desk, pair[0], SECOND)
    two = provision(desk, pair[0], one.address, "Horns rest too.")
    rows = carry(desk, *pair)
    carried = desk.positions.get(pair[1]).items
    assert [(i.address, i.after, i.label, i.proposal) for i in carried] == [
        ("para_3a", "para_3", "3a.", BELLS),
        ("para_3b", "para_3a", "3b.", "Horns rest too."),
    ]
    assert (rows[two.address].new, rows[two.address].verdict) == ("para_3b", CarryVerdict.RENUMBERED)
    carry(desk, *pair)
    assert desk.positions.get(pair[1]).items == carried
    desk.history.undo()
    assert desk.positions.get(pair[1]).items == ()


def test_a_new_provision_that_the_text_has_is_not_proposed_again(desk: Desk, tmp_path: Path) -> None:
    old = bring(desk, tmp_path, PORTS, QUIET)
    new = bring(desk, tmp_path, PORTS, QUIET, BELLS, revision=1)
    item = provision(desk, old, SECOND)
    desk.positions.set_item(old, replace(item, comment="It is for sleep."))
    rows = carry(desk, old, new)
    assert desk.positions.get(new).items == (PositionEntry(THIRD, comment="It is for sleep."),)
    assert rows[item.address].new == THIRD


def test_a_new_provision_stands_where_what_it_stood_behind_is_gone(desk: Desk, tmp_path: Path) -> None:
    old = bring(desk, tmp_path, PORTS, QUIET, POWER)
    new = bring(desk, tmp_path, PORTS, POWER, BACK, revision=1)
    provision(desk, old, SECOND)
    carry(desk, old, new)
    assert [(i.address, i.after) for i in desk.positions.get(new).items] == [("para_1a", "para_1")]


def test_a_person_says_behind_what_a_new_provision_stands(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    item = provision(desk, pair[0], SECOND)
    carry(desk, *pair)
    key = (CarriedKind.POSITION, item.address)
    desk.carryover.decide(*pair, *key, FOURTH)
    assert [(i.address, i.after, i.label) for i in desk.positions.get(pair[1]).items] == [("para_4a", FOURTH, "4a.")]
    desk.carryover.decide(*pair, *key, FIRST)
    assert [(i.address, i.after) for i in desk.positions.get(pair[1]).items] == [("para_1a", FIRST)]
    desk.carryover.decide(*pair, *key, None)
    assert desk.positions.get(pair[1]).items == ()


def test_carrying_begins_the_next_version_of_what_was_sent(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    desk.positions.set_item(pair[0], PositionEntry(FIRST, comment="old"))
    desk.positions.set_item(pair[1], PositionEntry(FIRST, comment="new"))
    desk.positions.send(pair[1], "The Presidency")
    desk.carryover.carry(compare(desk, *pair))
    assert [one.position.version for one in desk.position_versions.all(pair[1])] == [1, 2]
    assert len(desk.position_versions.get(pair[1], 1).position.items) == 1
    assert len(desk.positions.get(pair[1]).items) == 2


def test_it_is_told_whether_the_text_took_a_new_provision(desk: Desk, tmp_path: Path) -> None:
    longer = "Bells and horns of ships at berth rest at night, on Sundays and on holidays in every port of the Union."
    shorter = longer.replace("night, on Sundays and on holidays in every port", "night")
    old, new = bring(desk, tmp_path, PORTS, QUIET), bring(desk, tmp_path, PORTS, QUIET, shorter, BACK, revision=1)
    one = provision(desk, old, SECOND, longer)
    two = provision(desk, old, FIRST, "Horns are silent from dusk to dawn and on public holidays.")
    comparison = compare(desk, old, new)
    desk.carryover.carry(comparison)
    told = {found.old: found for found in desk.consequences.for_comparison(comparison).proposals}
    assert (told[one.address].elsewhere, told[one.address].adoption.outcome) == (THIRD, AdoptionOutcome.IN_PART)
    assert (told[two.address].elsewhere, told[two.address].adoption.outcome) == (None, AdoptionOutcome.NOT_TAKEN)

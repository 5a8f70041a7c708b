from dataclasses import replace

import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import NotUnderstoodError, UnknownDelegationError, UnknownPlaceError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk


def test_a_proposal_knows_its_words(desk: Desk, first: Place) -> None:
    unit = desk.documents.unit(first)
    assert unit is not None
    proposal = unit.text.replace("the people who live", "all people who live")
    desk.positions.set_item(first.document, PositionEntry(first.address, Stance.SUPPORT_IF, proposal, "Wider."))
    item = desk.positions.get(first.document).entry_at(first.address)
    words = desk.positions.word_changes(first.document, item)
    assert [(change, text) for change, text in words if change is not WordChange.EQUAL] == [
        (WordChange.DELETE, "the"),
        (WordChange.INSERT, "all"),
    ]
    assert "".join(text for change, text in words if change is not WordChange.DELETE) == proposal


def test_items_stand_in_the_documents_order(desk: Desk, held: DocumentId) -> None:
    for address in ("para_3", "para_1", "para_2__point_1"):
        desk.positions.set_item(held, PositionEntry(Address(address), comment="x"))
    assert [i.address for i in desk.positions.get(held).items] == ["para_1", "para_2__point_1", "para_3"]
    assert desk.positions.documents() == [held]


def test_a_position_that_says_nothing_is_none(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_general(held, "General.")
    desk.positions.set_item(held, PositionEntry(Address("para_1"), comment="x"))
    desk.positions.set_general(held, "")
    desk.positions.remove_item(held, Address("para_1"))
    assert desk.positions.documents() == []


def test_a_place_that_is_not_there_has_no_position(desk: Desk, held: DocumentId) -> None:
    with pytest.raises(UnknownPlaceError):
        desk.positions.set_item(held, PositionEntry(Address("para_99"), comment="x"))


def test_drafting_is_undone_step_by_step(desk: Desk, held: DocumentId) -> None:
    item = PositionEntry(Address("para_1"), Stance.SUPPORT)
    desk.positions.set_item(held, item)
    desk.positions.set_item(held, replace(item, stance=Stance.OPPOSE))
    desk.positions.set_internal(held, "ours")
    desk.history.undo()
    assert desk.positions.get(held).internal == ""
    desk.history.undo()
    assert desk.positions.get(held).entry_at(item.address).stance is Stance.SUPPORT
    desk.history.undo()
    assert desk.positions.documents() == []


def test_our_delegation_is_kept(desk: Desk) -> None:
    assert desk.positions.delegation() is None
    assert desk.positions.set_delegation("gr").settings
    assert desk.positions.delegation() == "EL"
    with pytest.raises(UnknownDelegationError):
        desk.positions.set_delegation("XX")


def test_every_field_is_kept(desk: Desk, held: DocumentId) -> None:
    item = PositionEntry(
        Address("para_1"),
        Stance.RED_LINE,
        "Another wording.",
        "A comment.",
        "An internal note.",
        "A justification.",
        ("CY", "EL"),
        ("First fallback.", "Second [fallback]."),
        "A red line.",
        "An instruction.",
        "The ministry, by telephone",
        2,
        ("quiet", "night"),
        ("DE",),
        Address("para_3"),
    )
    desk.positions.set_item(held, replace(item, joint=("gr", "CY", "EL")))
    assert desk.positions.get(held).items == (replace(item, joint=("EL", "CY")),)
    assert desk.search.find("in:positions fallback").total == 1
    assert desk.search.find("in:positions telephone night").total == 1
    with pytest.raises(UnknownDelegationError):
        desk.positions.set_item(held, replace(item, joint=("US",)))
    with pytest.raises(NotUnderstoodError):
        desk.positions.set_item(held, replace(item, priority=4))


def test_a_new_provision_is_proposed_and_kept(desk: Desk, held: DocumentId) -> None:
    new = desk.positions.new_item(held, Address("para_2"))
    assert (new.address, new.after, new.label) == ("para_2a", "para_2", "2a.")
    desk.positions.set_item(held, new)
    desk.positions.set_item(held, replace(new, proposal="Bells rest too."))
    desk.positions.set_item(held, PositionEntry(Address("para_3"), Stance.SUPPORT))
    behind = desk.positions.new_item(held, new.address)
    assert (behind.address, behind.after, behind.label) == ("para_2b", "para_2a", "2b.")
    desk.positions.set_item(held, replace(behind, proposal="And horns."))
    position = desk.positions.get(held)
    assert [item.address for item in position.items] == ["para_2a", "para_2b", "para_3"]
    assert desk.positions.word_changes(held, position.items[0]) == ((WordChange.INSERT, "Bells rest too."),)
    assert desk.search.find("in:positions bells").total == 1
    desk.positions.remove_item(held, new.address)
    assert [(i.address, i.after) for i in desk.positions.get(held).items] == [("para_2b", "para_2"), ("para_3", None)]
    desk.history.undo()
    assert desk.positions.get(held) == position


def test_a_provision_stands_behind_what_is_there(desk: Desk, held: DocumentId) -> None:
    one = PositionEntry(Address("para_2a"), after=Address("para_2"))
    desk.positions.set_item(held, one)
    for wrong in (
        PositionEntry(Address("para_9a"), after=Address("para_9")),
        PositionEntry(Address("para 9a"), after=Address("para_2")),
        PositionEntry(Address("para_2"), after=Address("para_2")),
        PositionEntry(Address("para_2"), after=Address("para_2__point_1")),
        replace(one, after=Address("para_2a")),
    ):
        with pytest.raises(UnknownPlaceError):
            desk.positions.set_item(held, wrong)
    with pytest.raises(UnknownPlaceError):
        desk.positions.new_item(held, Address("para_9"))
    assert desk.positions.get(held).items == (one,)


def test_typing_in_one_field_is_one_step(desk: Desk, held: DocumentId) -> None:
    item = PositionEntry(Address("para_1"))
    for text in ("A", "Al", "All"):
        desk.positions.set_item(held, replace(item, comment=text))
    desk.positions.set_item(held, replace(item, comment="All", justification="So."))
    desk.positions.set_item(held, replace(item, comment="", justification="So."), typed=False)
    said = []
    while desk.history.next_undo():
        desk.history.undo()
        now = desk.positions.get(held).entry_at(item.address)
        said.append((now.comment, now.justification))
    assert said == [("All", "So."), ("All", ""), ("", "")]


def test_half_a_character_is_kept_as_lost(desk: Desk, held: DocumentId) -> None:
    half, lost = "half \ud83d", "half \ufffd"
    desk.positions.set_general(held, half)
    desk.positions.set_internal(held, half)
    desk.positions.set_item(
        held, PositionEntry(Address("para_1"), proposal=half, comment=half, fallbacks=(half,), tags=(half,))
    )
    kept = desk.positions.get(held)
    (item,) = kept.items
    assert {kept.general, kept.internal, item.proposal, item.comment, *item.fallbacks, *item.tags} == {lost}

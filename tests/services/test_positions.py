from dataclasses import replace

import pytest

from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDelegationError, UnknownPlaceError
from delegate_desk.core.positions import Item, Stance
from delegate_desk.core.words import Change
from delegate_desk.desk import Desk


def test_a_proposal_knows_its_words(desk: Desk, first: Place) -> None:
    unit = desk.documents.unit(first)
    assert unit is not None
    proposal = unit.text.replace("the people who live", "all people who live")
    desk.positions.set_item(first.document, Item(first.address, Stance.SUPPORT_IF, proposal, "Wider."))
    item = desk.positions.get(first.document).item(first.address)
    words = desk.positions.words(first.document, item)
    assert [(change, text) for change, text in words if change is not Change.EQUAL] == [
        (Change.DELETE, "the"),
        (Change.INSERT, "all"),
    ]
    assert "".join(text for change, text in words if change is not Change.DELETE) == proposal


def test_items_stand_in_the_documents_order(desk: Desk, held: DocumentId) -> None:
    for address in ("para_3", "para_1", "para_2__point_1"):
        desk.positions.set_item(held, Item(Address(address), comment="x"))
    assert [i.address for i in desk.positions.get(held).items] == ["para_1", "para_2__point_1", "para_3"]
    assert desk.positions.documents() == [held]


def test_a_position_that_says_nothing_is_none(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_general(held, "General.")
    desk.positions.set_item(held, Item(Address("para_1"), comment="x"))
    desk.positions.set_general(held, "")
    desk.positions.remove_item(held, Address("para_1"))
    assert desk.positions.documents() == []


def test_a_place_that_is_not_there_has_no_position(desk: Desk, held: DocumentId) -> None:
    with pytest.raises(UnknownPlaceError):
        desk.positions.set_item(held, Item(Address("para_99"), comment="x"))


def test_drafting_is_undone_step_by_step(desk: Desk, held: DocumentId) -> None:
    item = Item(Address("para_1"), Stance.SUPPORT)
    desk.positions.set_item(held, item)
    desk.positions.set_item(held, replace(item, stance=Stance.OPPOSE))
    desk.positions.set_internal(held, "ours")
    desk.history.undo()
    assert desk.positions.get(held).internal == ""
    desk.history.undo()
    assert desk.positions.get(held).item(item.address).stance is Stance.SUPPORT
    desk.history.undo()
    assert desk.positions.documents() == []


def test_our_delegation_is_kept(desk: Desk) -> None:
    assert desk.positions.delegation() is None
    assert desk.positions.set_delegation("gr").settings
    assert desk.positions.delegation() == "EL"
    with pytest.raises(UnknownDelegationError):
        desk.positions.set_delegation("XX")

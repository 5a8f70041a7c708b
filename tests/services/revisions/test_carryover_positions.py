"""What is said of provisions beyond their wording is carried over, and provisions that are not in the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.carryover.carried_items import CarriedKind, CarryVerdict
from delegate_desk.desk import Desk
from support.revision_chain import BACK, FIRST, FOURTH, NEW, PORTS, POWER, QUIET, SECOND, THIRD, bring, carry, compare

BELLS = "Bells of ships at berth rest at night."


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> tuple[DocumentId, DocumentId]:
    """A paper, and a revision with a paragraph before all others."""
    return bring(desk, tmp_path, PORTS, QUIET, POWER), bring(desk, tmp_path, NEW, PORTS, QUIET, POWER, revision=1)


def provision(desk: Desk, document: DocumentId, after: Address, text: str = BELLS) -> PositionEntry:
    """A new provision, kept."""
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
    old = bring(desk, tmp_path, PORTS, QUIET)
    new = bring(
        desk,
        tmp_path,
        PORTS,
        QUIET,
        longer.replace("night, on Sundays and on holidays in every port", "night"),
        BACK,
        revision=1,
    )
    one = provision(desk, old, SECOND, longer)
    two = provision(desk, old, FIRST, "Horns are silent from dusk to dawn and on public holidays.")
    comparison = compare(desk, old, new)
    desk.carryover.carry(comparison)
    told = {found.old: found for found in desk.consequences.for_comparison(comparison).proposals}
    assert (told[one.address].elsewhere, told[one.address].adoption.outcome) == (THIRD, AdoptionOutcome.IN_PART)
    assert (told[two.address].elsewhere, told[two.address].adoption.outcome) == (None, AdoptionOutcome.NOT_TAKEN)

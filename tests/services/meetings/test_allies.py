"""Allies on a paragraph of a document, from interventions and written comments."""

from dataclasses import replace
from pathlib import Path

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from support.comment_tables import act, word_file
from support.document_values import take_in
from support.revision_chain import carry, revision

TABLE = (
    ("Provision", "Drafting suggestions", "Comments"),
    ("Article 2(1)", "1. Member States shall set quiet hours of at least nine hours in each and every night.", ""),
    ("Article 2(2)(a)", "(a) the engines that are needed for the safety of the ship and of its crew;", ""),
    ("Article 3(1)", "1. Each port tells the residents of its hours in a letter and on its pages.", ""),
)


def test_who_wrote_as_an_ally_wrote_could_join(desk: Desk, tmp_path: Path) -> None:
    on = take_in(desk, act(tmp_path))
    place = Place(on, Address("art_2__para_1"))
    desk.positions.set_item(on, PositionEntry(place.address, Stance.SUPPORT), typed=False)
    for code in ("FR", "DE"):
        path = word_file(tmp_path, [f"Comments of {code}"], TABLE, name=f"{code}.docx")
        paper = take_in(desk, path)
        desk.contributions.add(desk.contributions.read(paper, on, [code]))
    meeting = replace(desk.meetings.new("Working Party on Shipping"), items=(AgendaItem("1", "Ports", ()),))
    desk.meetings.save(meeting)
    desk.meetings.capture(meeting.id, "FR+ fine", item="1", at_hand=place)
    allies = desk.allies.at(place)
    assert allies is not None
    assert allies.with_us == ("FR",)
    assert [(one.b, one.shared) for one in allies.could_join] == [("DE", 3)]


def test_a_stance_on_an_earlier_revision_counts_where_it_was_carried(desk: Desk, tmp_path: Path) -> None:
    old, new = revision(desk, tmp_path)
    meeting = replace(desk.meetings.new("Working Party on Shipping"), items=(AgendaItem("1", "Ports", ()),))
    desk.meetings.save(meeting)
    there = Place(old, Address("para_2"))
    desk.meetings.capture(meeting.id, "FR+ fine", item="1", at_hand=there)
    carry(desk, old, new)
    (link,) = desk.carryover.newest_places().values()
    assert link.document == new
    desk.positions.set_item(new, PositionEntry(link.address, Stance.SUPPORT), typed=False)
    allies = desk.allies.at(link)
    assert allies is not None
    assert allies.with_us == ("FR",)
    assert [pair.shared for pair in desk.allies.table(documents=[new]).with_us] == [1]
    assert [pair.shared for pair in desk.allies.table(documents=[old]).with_us] == [1]

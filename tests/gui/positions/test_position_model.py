from dataclasses import replace
from pathlib import Path

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.position_model import (
    OtherProposal,
    adopted_wording,
    load_other_proposals,
    merged_codes,
)
from support.comment_tables import act, word_file
from support.document_values import take_in
from support.meeting_steps import notice
from support.present import present

ONE = Address("para_1")
THEIRS = OtherProposal(("DE",), "Ports set few hours for all ships.", (), "", "")


def test_what_was_asked_for_in_the_room_stands_in_the_text_that_it_would_make(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    desk.meetings.from_document(take_in(desk, notice(tmp_path)))
    meeting = desk.meetings.all()[0].id
    for line in ("FR DE+ 1 wants “people who work near ports”", "IT 1 which people?", "SE+ 1"):
        desk.meetings.capture(meeting, line, item="2")
    asked, wondered = load_other_proposals(desk, held)[ONE]
    assert asked.delegations == ("FR", "DE")
    assert present(asked.proposal).endswith("disturbs the people who work near ports.")
    assert [text for change, text in asked.words if change is not WordChange.EQUAL] == ["live", "work"]
    assert asked.origin == "14.04.2026"
    assert (wondered.delegations, wondered.proposal) == (("IT",), None)


def test_what_others_wrote_stands_by_provision_with_its_document(desk: Desk, tmp_path: Path) -> None:
    on = take_in(desk, act(tmp_path))
    table = (
        ("Provision", "Drafting suggestions", "Comments"),
        (
            "Article 2(1)",
            "1. Member States shall set quiet hours of at least ~six~ +seven+ hours each night.",
            "Sleep.",
        ),
    )
    paper = take_in(desk, word_file(tmp_path, ["Comments by Sweden"], table))
    desk.contributions.add(desk.contributions.read(paper, on))
    [other] = load_other_proposals(desk, on)[Address("art_2__para_1")]
    assert other.delegations == ("SE",)
    assert (other.comment, other.origin) == ("Sleep.", desk.documents.get(paper).name)
    assert [text for change, text in other.words if change is not WordChange.EQUAL] == ["six", "seven"]


def test_our_own_words_are_not_those_of_others(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_delegation("EL")
    desk.meetings.from_document(take_in(desk, notice(tmp_path)))
    meeting = desk.meetings.all()[0].id
    desk.meetings.capture(meeting, "EL- 1 we said so", item="2")
    assert load_other_proposals(desk, held).get(ONE, ()) == ()


def test_a_wording_taken_over_leaves_our_changes_of_other_words() -> None:
    source = "Ports shall set quiet hours for ships."
    assert adopted_wording(THEIRS, source, None) == THEIRS.proposal
    assert adopted_wording(THEIRS, source, "") == THEIRS.proposal
    theirs = replace(THEIRS, proposal="Ports shall set few hours for all ships.")
    assert (
        adopted_wording(theirs, source, "Ports may set calm hours for ships.")
        == "Ports may set few hours for all ships."
    )
    assert adopted_wording(replace(THEIRS, proposal=None), source, "Ours.") is None


def test_authors_are_member_states_each_once() -> None:
    assert merged_codes(("FR",), ("DE", "FR", "COM")) == ("FR", "DE")

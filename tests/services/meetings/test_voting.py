"""Votes, and allies on a paragraph of a document, from interventions and written comments."""

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.errors import FiguresFault, NoFiguresError, UncountableVoteError, UnusableFiguresError
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.meetings.voting import VotingRule, count_votes, votes_from_stances
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk, open_desk
from support.comment_tables import act, word_file
from support.document_values import take_in
from support.revision_chain import carry, revision

PEOPLE = {code: 1_000_000 * n for n, code in enumerate(PROTOCOL_ORDER, 1)}
PERCENT = dict.fromkeys(PROTOCOL_ORDER, 370) | {"DE": 380}


def test_the_newest_full_figures_count_unless_told_otherwise(desk: Desk) -> None:
    assert desk.voting.tables().years() == [2025, 2017]
    newest = desk.voting.tables().figures()
    assert (newest.year, newest.exact, newest.edited, len(newest.populations)) == (2025, False, None, 27)
    assert desk.voting.tables().figures(2017).populations["UK"] == 65341183
    assert "Agence Europe" in newest.source
    with pytest.raises(NoFiguresError) as refused:
        desk.voting.tables().figures(2024)
    assert (refused.value.year, refused.value.known) == (2024, ("2017", "2025"))
    known = desk.voting.partial_figures(2024)
    assert known["DE"] == "84311244"
    assert "EE" not in known
    assert desk.voting.partial_figures(2025)["CY"] == "0.21"
    assert desk.voting.partial_figures(2031) == {}


def test_figures_that_a_person_entered_stand_before_others_dated_and_stay(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        assert desk.voting.set_figures(2026, PEOPLE, exact=True, source=" OJ L, 2025/1 ") == Changes(settings=True)
        assert desk.voting.tables().years() == [2026, 2025, 2017]
    with open_desk(tmp_path / "library") as desk:
        kept = desk.voting.tables().figures()
        assert (kept.year, kept.exact, dict(kept.populations), kept.source) == (2026, True, PEOPLE, "OJ L, 2025/1")
        assert kept.edited is not None
        assert kept.edited.tzinfo is not None
        desk.voting.set_figures(2026, PERCENT, exact=False, source="a newspaper")
        assert desk.voting.tables().figures().populations["DE"] == 380
        desk.voting.revert_figures(2026)
        assert desk.voting.tables().years() == [2025, 2017]


@pytest.mark.parametrize(
    ("populations", "exact", "source", "fault", "detail"),
    [
        ({c: n for c, n in PEOPLE.items() if c != "EL"}, True, "s", FiguresFault.MISSING, "EL"),
        (PEOPLE | {"UK": 5}, True, "s", FiguresFault.UNKNOWN, "UK"),
        (PEOPLE | {"MT": 0}, True, "s", FiguresFault.NOT_POSITIVE, "MT"),
        (PERCENT | {"DE": 480}, False, "s", FiguresFault.NO_HUNDRED, "101.00"),
        (PEOPLE, True, "  ", FiguresFault.NO_SOURCE, ""),
    ],
)
def test_figures_that_cannot_be_counted_by_are_refused(
    desk: Desk, populations: dict[str, int], exact: bool, source: str, fault: FiguresFault, detail: str
) -> None:
    with pytest.raises(UnusableFiguresError) as refused:
        desk.voting.set_figures(2026, populations, exact=exact, source=source)
    assert (refused.value.fault, refused.value.detail) == (fault, detail)
    assert desk.voting.tables().years() == [2025, 2017]


def test_opt_outs_are_choices_and_a_vote_is_counted_from_what_was_said(desk: Desk) -> None:
    choices = {one.key: one for one in desk.voting.tables().participations()}
    assert choices["all"].members == PROTOCOL_ORDER
    assert set(PROTOCOL_ORDER) - set(choices["without_denmark_and_ireland"].members) == {"DK", "IE"}
    assert choices["without_denmark"].sources[0].legal_basis == ("Protocol (No 22), Articles 1, 2, 2a, 6",)
    assert len(choices["euro_area"].members) == 20
    assert choices["euro_area"].sources[-1].seen == "general knowledge"
    before = {one.key: one for one in desk.voting.tables().participations(2017)}
    assert len(before["without_denmark_and_ireland"].members) == 25  # including the United Kingdom
    assert len(before["euro_area"].members) == 19
    votes = votes_from_stances(dict.fromkeys(PROTOCOL_ORDER, Stance.SUPPORT) | {"DE": Stance.QUESTION})
    figures = desk.voting.tables().figures()
    result = count_votes(VotingRule.UNANIMITY, figures, votes)
    assert (result.adopted, result.not_heard) == (False, ("DE",))
    assert count_votes(VotingRule.QMV, figures, votes).adopted
    with pytest.raises(UncountableVoteError):
        count_votes(VotingRule.QMV, figures, votes, ["DE", "FR"])
    program = desk.voting.tables().figures(2025)
    desk.voting.set_figures(2025, PERCENT, exact=False, source="mine")
    assert desk.voting.tables().figures(2025).source == "mine"
    desk.voting.revert_figures(2025)
    assert desk.voting.tables().figures(2025) == program


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

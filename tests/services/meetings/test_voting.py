from pathlib import Path

import pytest

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import FiguresFault, NoFiguresError, UncountableVoteError, UnusableFiguresError
from delegate_desk.core.meetings.voting import VotingRule, count_votes, votes_from_stances
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk, open_desk

PEOPLE = {code: 1_000_000 * n for n, code in enumerate(PROTOCOL_ORDER, 1)}
PERCENT = dict.fromkeys(PROTOCOL_ORDER, 370) | {"DE": 380}


def test_the_newest_full_figures_count_unless_told_otherwise(desk: Desk) -> None:
    assert desk.voting.tables().years() == [2025, 2017]
    newest = desk.voting.tables().figures()
    assert (newest.year, newest.exact, newest.edited, len(newest.populations)) == (2025, False, None, 27)
    assert desk.voting.tables().figures(2017).populations["UK"] == 65341183
    assert "Agence Europe" in newest.source


def test_a_year_without_full_figures_is_refused_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(NoFiguresError) as refused:
        desk.voting.tables().figures(2024)
    assert (refused.value.year, refused.value.known) == (2024, ("2017", "2025"))


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


def test_figures_that_come_with_the_program_come_back(desk: Desk) -> None:
    before = desk.voting.tables().figures(2025)
    desk.voting.set_figures(2025, PERCENT, exact=False, source="mine")
    assert desk.voting.tables().figures(2025).source == "mine"
    desk.voting.revert_figures(2025)
    assert desk.voting.tables().figures(2025) == before


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


def test_what_is_known_of_a_year_is_there_to_begin_with(desk: Desk) -> None:
    known = desk.voting.partial_figures(2024)
    assert known["DE"] == "84311244"
    assert "EE" not in known
    assert desk.voting.partial_figures(2025)["CY"] == "0.21"
    assert desk.voting.partial_figures(2031) == {}


def test_the_opt_outs_are_choices_with_their_sources(desk: Desk) -> None:
    choices = {one.key: one for one in desk.voting.tables().participations()}
    assert choices["all"].members == PROTOCOL_ORDER
    assert set(PROTOCOL_ORDER) - set(choices["without_denmark_and_ireland"].members) == {"DK", "IE"}
    assert choices["without_denmark"].sources[0].legal_basis == ("Protocol (No 22), Articles 1, 2, 2a, 6",)
    assert len(choices["euro_area"].members) == 20
    assert choices["euro_area"].sources[-1].seen == "general knowledge"
    before = {one.key: one for one in desk.voting.tables().participations(2017)}
    assert len(before["without_denmark_and_ireland"].members) == 25  # including the United Kingdom
    assert len(before["euro_area"].members) == 19


def test_a_vote_is_counted_from_what_was_said(desk: Desk) -> None:
    votes = votes_from_stances(dict.fromkeys(PROTOCOL_ORDER, Stance.SUPPORT) | {"DE": Stance.QUESTION})
    figures = desk.voting.tables().figures()
    result = count_votes(VotingRule.UNANIMITY, figures, votes)
    assert (result.adopted, result.not_heard) == (False, ("DE",))
    assert count_votes(VotingRule.QMV, figures, votes).adopted
    with pytest.raises(UncountableVoteError):
        count_votes(VotingRule.QMV, figures, votes, ["DE", "FR"])

"""The command ``vote``."""

import pytest

from delegate_desk.core.delegations import PROTOCOL_ORDER
from support.command_line import Shell


def all_but(*codes: str) -> str:
    return ",".join(code for code in PROTOCOL_ORDER if code not in codes)


def test_a_vote_has_the_shape_that_was_agreed(shell: Shell) -> None:
    against = ("DE", "FR", "IT", "CY")
    shape = shell.json("vote", "--for", all_but(*against), "--against", "de, fr/it;cy")
    agreed = {
        "rule": "qmv",
        "year": 2025,
        "adopted": False,
        "members_for": 23,
        "members_needed": 15,
        "population_for_percent": 52.9,
        "population_needed_percent": 65.0,
        "blocking_minority": True,
        "blocking_members": list(against),
    }
    assert {key: shape[key] for key in agreed} == agreed
    assert shape["official"] is False
    assert "Agence Europe" in shape["figures"]["source"]


def test_the_older_names_of_codes_are_taken(shell: Shell) -> None:
    shape = shell.json("vote", "--for", "GB GR", "--year", "2017", "--rule", "simple")
    assert (shape["members_for"], shape["population_needed_percent"]) == (2, None)
    assert shape["blocking_members"][-1] == "SE"


def test_declared_abstentions_of_a_third_prevent_unanimity(shell: Shell) -> None:
    nine = ("ES", "PL", "RO", "NL", "BE", "CZ", "SE", "IT", "FR")
    arguments = ("--rule", "unanimity", "--for", all_but(*nine))
    assert shell.json("vote", *arguments, "--abstain", ",".join(nine))["adopted"] is True
    assert shell.json("vote", *arguments, "--declare", ",".join(nine))["adopted"] is False


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--for", "DE,XX,YY"], 2, "not a member in 2025: XX, YY"),
        (["--for", "UK"], 2, "not a member in 2025: UK"),
        (["--for", "DE", "--participating", "DE,ZZ"], 2, "ZZ"),
        (["--for", "DE", "--rule", "majority"], 2, "majority"),
        (["--for", "DE,FR", "--against", "FR"], 1, "Counted twice: FR."),
        (["--for", "DE", "--participating", "FR"], 1, "Counted, but not participating in the vote: DE."),
        (["--for", "DE", "--year", "2024"], 1, "Available: 2017, 2025"),
    ],
)
def test_what_cannot_be_counted_is_said(shell: Shell, arguments: list[str], status: int, said: str) -> None:
    found, _, err = shell.run("vote", *arguments)
    assert (found, said in err) == (status, True)


def test_people_read_that_it_is_no_official_result(shell: Shell) -> None:
    _, out, _ = shell.run("vote", "--for", all_but("FR", "PL", "HU"))
    assert "Would be adopted" in out
    assert "Population 74.4 % of 65 % needed" in out
    assert "not an official result" in out
    assert "Undeclared: FR, HU, PL" in out

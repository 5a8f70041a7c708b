import pytest

from delegate_desk.core.documents import references
from delegate_desk.parsing.header.header_lines import own_marking

TOP = ["Council of the European Union", "Brussels, 4 March 2026", "(OR. en)", "6543/26", "CSDP 12", "NOTE"]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("RESTREINT UE / EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("RESTREINT UE", "RESTREINT UE/EU RESTRICTED"),
        ("EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("Restreint UE/EU Restricted", "RESTREINT UE/EU RESTRICTED"),
        ("ΠΕΡΙΟΡΙΣΜΕΝΗΣ ΧΡΗΣΗΣ ΕΕ", "RESTREINT UE/EU RESTRICTED"),
        ("CONFIDENTIEL UE/EU CONFIDENTIAL", "CONFIDENTIEL UE/EU CONFIDENTIAL"),
        ("SECRET UE/EU SECRET", "SECRET UE/EU SECRET"),
        ("TRES SECRET UE/EU TOP SECRET", "TRÈS SECRET UE/EU TOP SECRET"),
        ("TRÈS SECRET UE", "TRÈS SECRET UE/EU TOP SECRET"),
        ("RESTREINT UE/EU RESTRICTED until 4 March 2030", "RESTREINT UE/EU RESTRICTED"),
    ],
)
def test_a_marking_of_its_own_is_found(line: str, level: str) -> None:
    assert own_marking([*TOP[:4], line, *TOP[4:]], [], None, run_on=False) == level
    assert own_marking(TOP, [f"6543/26 GK/cr 1 {line} EN"], None, run_on=False) == level


@pytest.mark.parametrize(
    "line", ["LIMITE", "Handling of RESTREINT UE documents", "RESTREINTE", "EU RESTRICTIVE MEASURES"]
)
def test_what_only_speaks_of_one_is_none(line: str) -> None:
    assert own_marking([*TOP, line], [], None, run_on=False) is None


def test_a_header_without_line_breaks_has_it_in_capitals() -> None:
    run_on = " ".join([*TOP[:4], "RESTREINT UE/EU RESTRICTED", *TOP[4:]])
    assert own_marking([run_on], [], None, run_on=True) == "RESTREINT UE/EU RESTRICTED"
    assert own_marking([" ".join(TOP) + " on restreint UE/EU restricted papers"], [], None, run_on=True) is None


def test_a_notice_that_lifts_one_has_none() -> None:
    lifted = references.parse_reference("11432/07 DCL 1")
    assert own_marking([*TOP, "RESTREINT UE"], [], lifted, run_on=False) is None

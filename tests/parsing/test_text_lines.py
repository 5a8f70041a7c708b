import pytest

from delegate_desk.parsing import text_lines

WIDTH = 70


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The ports shall be quiet.", "Article 5"),
        ("Artikel 5", "Begriffsbestimmungen"),
        ("Begriffsbestimmungen", "Für die Zwecke dieser Richtlinie gelten folgende Begriffsbestimmungen"),
        ("DER RAT DER EUROPÄISCHEN UNION —", "gestützt auf den Vertrag über die Arbeitsweise der Europäischen"),
        ("visto il trattato,", "vista la proposta della Commissione,"),
        ("the harbours are kept quiet,", "HAS ADOPTED THIS REGULATION:"),
        ("(a) locks;", "which are governed by national law"),
    ],
)
def test_a_part_begins_without_a_blank_line(above: str, below: str) -> None:
    assert text_lines.begins(above, below, WIDTH)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The Council invites the Member States to see to it that all ships and", "Ports are quiet at night."),
        ("1. The ports that lie by the sea and that are called by", "ships shall be quiet."),
        ("Delegations will find attached the conclusions in document", "EUCO 34/26"),
    ],
)
def test_a_sentence_goes_on(above: str, below: str) -> None:
    assert not text_lines.begins(above, below, WIDTH)

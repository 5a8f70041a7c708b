"""Short titles leave out what every title of its kind begins with, in each language of the table."""

import pytest

from delegate_desk import paths
from delegate_desk.core.documents.dossiers import short_title


@pytest.mark.parametrize(
    ("language", "subject", "short"),
    [
        (
            "en",
            "Proposal for a Regulation of the European Parliament and of the Council on quiet hours in maritime ports",
            "Quiet hours in maritime ports",
        ),
        ("en", "Draft Council conclusions on quieter ports at night", "Quieter ports at night"),
        ("en", "Note from the Presidency on the port dues", "Port dues"),
        ("en", "Working Party on Shipping", "Working Party on Shipping"),
        ("en", "Draft", "Draft"),
        ("fr", "Projet de conclusions du Conseil sur les ports plus calmes la nuit", "Ports plus calmes la nuit"),
        (
            "fr",
            "Proposition de règlement du Parlement européen et du Conseil relative aux heures de repos",
            "Heures de repos",
        ),
        ("de", "Entwurf von Schlussfolgerungen des Rates zu ruhigeren Häfen", "Ruhigeren Häfen"),
        (
            "de",
            "Vorschlag für eine Verordnung des Europäischen Parlaments und des Rates über Ruhezeiten",
            "Ruhezeiten",
        ),
        ("el", "Σχέδιο συμπερασμάτων σχετικά με τις ώρες ησυχίας στους λιμένες", "Ώρες ησυχίας στους λιμένες"),
        (
            "el",
            "Πρόταση κανονισμού του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου για τις ώρες ησυχίας",
            "Ώρες ησυχίας",
        ),
    ],
)
def test_what_every_title_of_its_kind_begins_with_is_left_out(language: str, subject: str, short: str) -> None:
    assert short_title(subject, paths.load_table("title_words")[language]) == short

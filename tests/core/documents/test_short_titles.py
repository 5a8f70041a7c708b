"""Short titles omit what every title of their kind starts with, in each language of the table."""

import pytest

from delegate_desk import paths
from delegate_desk.core.documents.dossiers import short_title


@pytest.mark.parametrize(
    ("language", "subject", "short"),
    [
        ("en", "Proposal for a Regulation of the European Parliament and of the Council on ports", "Ports"),
        ("en", "Draft Council conclusions on quieter ports at night", "Quieter ports at night"),
        ("en", "Note from the Presidency on the port dues", "Port dues"),
        ("en", "Working Party on Shipping", "Working Party on Shipping"),
        ("en", "Draft", "Draft"),
        ("fr", "Projet de conclusions du Conseil sur les ports plus calmes la nuit", "Ports plus calmes la nuit"),
        ("fr", "Proposition de règlement du Parlement européen et du Conseil relative aux ports", "Ports"),
        ("de", "Entwurf von Schlussfolgerungen des Rates zu ruhigeren Häfen", "Ruhigeren Häfen"),
        ("de", "Vorschlag für eine Verordnung des Europäischen Parlaments und des Rates über Häfen", "Häfen"),
        ("el", "Σχέδιο συμπερασμάτων σχετικά με τις ώρες ησυχίας στους λιμένες", "Ώρες ησυχίας στους λιμένες"),
        (
            "el",
            "Πρόταση κανονισμού του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου για τις ώρες ησυχίας",
            "Ώρες ησυχίας",
        ),
        ("en", "REGULATION (EU) 2021/99 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 3 May 2021 on ports", "Ports"),
        (
            "en",
            "Directive 2021/99/EU of the European Parliament and of the Council of 3 June 2021 laying down port rules",
            "Laying down port rules",
        ),
        (
            "en",
            "Proposal for a Regulation of the European Parliament and of the Council amending Regulation (EU) 2021/99",
            "Amending Regulation (EU) 2021/99",
        ),
        ("en", "Commission Implementing Decision (EU) 2020/77 of 1 May 2020 on pilots", "Pilots"),
        ("en", "Regulation (EU) 2021/9901", "Regulation (EU) 2021/9901"),
        (
            "fr",
            "RÈGLEMENT (UE) 2021/99 DU PARLEMENT EUROPÉEN ET DU CONSEIL du 3 juin 2021 relatif aux registres de port",
            "Registres de port",
        ),
        (
            "fr",
            "Proposition de règlement du Parlement européen et du Conseil modifiant le règlement (UE) 2021/9901",
            "Modifiant le règlement (UE) 2021/9901",
        ),
        ("fr", "Décision du Conseil du 1er mai 2020 concernant les pilotes", "Pilotes"),
        (
            "de",
            "Verordnung (EU) 2021/9901 des Europäischen Parlaments und des Rates vom 3. März 2021 über Hafenregister",
            "Hafenregister",
        ),
        ("de", "Richtlinie 2021/99/EU des Rates vom 3. Juni 2021 zur Änderung der Anhänge", "Änderung der Anhänge"),
        (
            "el",
            "ΚΑΝΟΝΙΣΜΟΣ (ΕΕ) 2021/9901 ΤΟΥ ΕΥΡΩΠΑΪΚΟΥ ΚΟΙΝΟΒΟΥΛΙΟΥ ΚΑΙ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ της 3ης Ιουνίου 2021 "
            "για τα μητρώα των λιμένων",
            "Μητρώα των λιμένων",
        ),
        (
            "el",
            "Πρόταση κανονισμού του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου για την τροποποίηση του κανονισμού",
            "Τροποποίηση του κανονισμού",
        ),
    ],
)
def test_what_every_title_of_its_kind_begins_with_is_left_out(language: str, subject: str, short: str) -> None:
    assert short_title(subject, paths.load_table("title_words")[language]) == short

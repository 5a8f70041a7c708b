"""Units inserted between others, and before the first: ``1 a.``, ``-1.``."""

import pytest

from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure.builder import Structure


def _addresses(lines: list[str], language: str) -> list[str]:
    structure = Structure((language, "en"))
    structure.add(Block((TextRun(line),)) for line in lines)
    return [str(unit.address) for unit in structure.paragraphs({})]


@pytest.mark.parametrize(
    ("language", "lines", "addresses"),
    [
        (
            "fi",
            [
                "2 artikla",
                "Määritelmät",
                "1. Jäsenvaltiot ilmoittavat.",
                "1 a. Komissio vastaa.",
                "2. Neuvosto päättää.",
            ],
            ["art_2", "art_2__para_1", "art_2__para_1a", "art_2__para_2"],
        ),
        (
            "sv",
            [
                "Artikel 2",
                "Buller",
                "1. Medlemsstaterna ska rapportera.",
                "1 a. Kommissionen ska svara.",
                "1 b. Rådet ska besluta.",
                "2. Mer.",
            ],
            ["art_2", "art_2__para_1", "art_2__para_1a", "art_2__para_1b", "art_2__para_2"],
        ),
        (
            "sv",
            [
                "Artikel 3",
                "Definitioner",
                "I denna förordning avses med:",
                "1) hamn: en plats,",
                "1 a) kaj: en annan,",
                "2) fartyg: en båt.",
            ],
            ["art_3", "art_3__sub_1", "art_3__point_1", "art_3__point_1a", "art_3__point_2"],
        ),
        (
            "fi",
            ["seuraavasti:", "(1) Melu häiritsee.", "(1 a) Satamat ovat hiljaisia.", "(2) Laivat eivät ole."],
            ["p_1", "p_1__point_1", "p_1__point_1a", "p_1__point_2"],
        ),
        (
            "en",
            ["Article 5", "Hours", "-1. Ports are open.", "1. Ports are quiet.", "2. Ships are not."],
            ["art_5", "art_5__para_-1", "art_5__para_1", "art_5__para_2"],
        ),
        (
            "de",
            [
                "-1. Die Häfen sind offen.",
                "-1a. Die Schiffe auch.",
                "1. Die Häfen sind ruhig.",
                "2. Die Schiffe nicht.",
            ],
            ["para_-1", "para_-1a", "para_1", "para_2"],
        ),
        (
            "fr",
            ["Article 7", "Ports", "–2. Un.", "–1. Deux.", "1. Trois."],
            ["art_7", "art_7__para_-2", "art_7__para_-1", "art_7__para_1"],
        ),
        (
            "en",
            ["Whereas:", "(-1) Ports are open.", "(1) Ports are quiet.", "(2) Ships are not."],
            ["p_1", "rec_-1", "rec_1", "rec_2"],
        ),
    ],
)
def test_units_inserted_behind_a_number_or_before_the_first_keep_their_place(
    language: str, lines: list[str], addresses: list[str]
) -> None:
    assert _addresses(lines, language) == addresses

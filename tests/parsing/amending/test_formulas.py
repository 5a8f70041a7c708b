"""Formulas of published amending acts, applied to small acts: what is applied is right, the rest has its reason."""

from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from delegate_desk.core.amending.amended import Doubt
from delegate_desk.core.documents.document import Document
from support.amending_lines import applied, read

ACT = """\
REGULATION (EU) 2021/9901 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL
HAVE ADOPTED THIS REGULATION:
CHAPTER I
GENERAL
Article 1
Subject matter
This Regulation lays down rules on lights under Union law. The rules are laid down in Article 2. They are few.
Article 2
Definitions
For the purposes of this Regulation, the following definitions apply:
(1) ‘lamp’ means a light;
(2) ‘bell’ means a sound;
(3) ‘keeper’ means a person.
CHAPTER II
KEEPERS
Section 1
Duties and rights
Article 3
Duties
1. The keeper checks:
(a) the lamp and the wick;
(b) the bell, in particular:
(i) its rope;
(ii) its beam;
(c) the door.
The keeper keeps a record of the checks.
2. The keeper reports once a year. The report has five pages. It is public.
3. At night, in winter, the keeper stays.
Article 4
Pay
The port pays the keeper as the law says.
The pay is due in May.
CHAPTER III
FINAL PROVISIONS
Article 5
Entry into force
This Regulation shall enter into force on 1 July 2021.
ANNEX I
LIGHTS
Part A
Lights on land
1. Lamps shall be round.
2. Bells shall be loud.
Part B
Lights at sea
1. Buoys shall be red.
ANNEX II
COLOURS
Lamp\tColour\tRange
Buoy lamp\tred\t5 miles
Pier lamp\tgreen\t3 miles
"""


@cache
def base() -> Document:
    return read(ACT.splitlines(), "base.txt")


def outcome(text: str) -> tuple[list[Doubt | None], dict[str, str]]:
    """The doubts about the instructions of some lines, and the new text of each changed unit."""
    result = applied(base(), text)
    changed = {str(a.paragraph.address): a.paragraph.text for a in result.paragraphs if a.origins}
    deleted = {str(address): "" for address in result.deleted}
    return [one.reason for one in result.operations], deleted | changed


APPLIED = {
    "in the first sentence of Article 3(2), ‘once’ is replaced by ‘twice’": {
        "art_3__para_2": "The keeper reports twice a year. The report has five pages. It is public."
    },
    "in Article 3(2), last sentence, the word ‘public’ is replaced by the word ‘secret’": {
        "art_3__para_2": "The keeper reports once a year. The report has five pages. It is secret."
    },
    "in Article 1, the second sentence is deleted": {
        "art_1__sub_1": "This Regulation lays down rules on lights under Union law. They are few."
    },
    "in Article 1, the third sentence is replaced by the following:\n‘They are many.’": {
        "art_1__sub_1": "This Regulation lays down rules on lights under Union law. "
        "The rules are laid down in Article 2. They are many."
    },
    "in Article 3(1), the introductory wording is replaced by the following:\n‘The keeper looks at:’": {
        "art_3__para_1": "The keeper looks at:"
    },
    "in Article 3(1), point (b)(i), ‘rope’ is replaced by ‘chain’": {"art_3__para_1__point_2__point_1": "its chain;"},
    "in Article 2, the following points (2a) and (2b) are inserted:\n‘(2a) ‘rope’ means a cord;\n"
    "(2b) ‘rod’ means a bar;’": {
        "art_2__point_2a": "‘rope’ means a cord;",
        "art_2__point_2b": "‘rod’ means a bar;",
    },
    "in Article 2, the following definition is added:\n‘(4) ‘rope’ means a cord.’": {
        "art_2__point_4": "‘rope’ means a cord."
    },
    "in Article 3, the following new paragraph is added:\n‘4. The keeper rests.’": {
        "art_3__para_4": "The keeper rests."
    },
    "in Article 3, the following is added:\n‘4. The keeper rests.’": {"art_3__para_4": "The keeper rests."},
    "in the heading of Section 1 of Chapter II, the words ‘and rights’ are deleted": {"chp_2__sec_1": "Duties"},
    "in Chapter II, Section 1, the following Article is added:\n‘Article 4a\nRest\nThe keeper rests.’": {
        "art_4a": "Rest",
        "art_4a__sub_1": "The keeper rests.",
    },
    "the following Chapter is inserted:\n‘CHAPTER IIa\nROPES\nArticle 4a\nRopes\nThe rope is long.’": {
        "chp_2a": "ROPES",
        "art_4a": "Ropes",
        "art_4a__sub_1": "The rope is long.",
    },
    "in Annex I, Part A, point 2, the word ‘loud’ is replaced by ‘low’": {"annex_1__para_2": "Bells shall be low."},
    "in Part B of Annex I, the following point is added:\n‘2. Rafts shall be green.’": {
        "annex_1__para_2-2": "Rafts shall be green."
    },
    "in Annex I, Part A, the following point is inserted after point 1:\n‘1a. Wicks shall be dry.’": {
        "annex_1__para_1a": "Wicks shall be dry."
    },
    "in Article 3(3), the words ‘in winter’ are deleted": {"art_3__para_3": "At night, the keeper stays."},
    "Article 4 is hereby repealed": {"art_4": "", "art_4__sub_1": "", "art_4__sub_2": ""},
    "the word ‘port’ is replaced by the word ‘harbour’ throughout the Regulation": {
        "art_4__sub_1": "The harbour pays the keeper as the law says."
    },
    "in Article 3(2) and (3), the words ‘the keeper’ are replaced by the words ‘the guard’ wherever they occur": {
        "art_3__para_2": "The guard reports once a year. The report has five pages. It is public.",
        "art_3__para_3": "At night, in winter, the guard stays.",
    },
    "in Article 3(2), the words ‘once’ and ‘five’ are replaced by ‘twice’ and ‘six’, respectively": {
        "art_3__para_2": "The keeper reports twice a year. The report has six pages. It is public."
    },
    "in Article 3(2), the second and third sentences are deleted": {"art_3__para_2": "The keeper reports once a year."},
    "in Article 3(2), the first and second sentences are replaced by the following:\n‘The keeper reports daily.’": {
        "art_3__para_2": "The keeper reports daily. It is public."
    },
    "in Article 3(2), the following sentence is added at the end:\n‘It is long.’": {
        "art_3__para_2": "The keeper reports once a year. The report has five pages. It is public. It is long."
    },
    "in the first subparagraph of Article 3(1), the following point is added:\n‘(d) the gate.’": {
        "art_3__para_1__point_4": "the gate."
    },
    "in Article 3(1), points (a), (b) and (c) are replaced by the following:\n‘(a) the oil;\n(b) the rope.’": {
        "art_3__para_1__point_1": "the oil;",
        "art_3__para_1__point_2": "the rope.",
        "art_3__para_1__point_2__point_1": "",
        "art_3__para_1__point_2__point_2": "",
        "art_3__para_1__point_3": "",
    },
    "the following heading is inserted before Article 4:\n‘Section 2\nMoney’": {"chp_2__sec_2": "Money"},
    "in Annex II, the row ‘Pier lamp’ is deleted": {f"annex_2__tbl_1__row_3__cell_{n}": "" for n in (1, 2, 3)},
    "in the table in Annex II, the row ‘Pier lamp’ is replaced by the following:\n‘Pier lamp\twhite\t4 miles’": {
        "annex_2__tbl_1__row_3__cell_1": "Pier lamp",
        "annex_2__tbl_1__row_3__cell_2": "white",
        "annex_2__tbl_1__row_3__cell_3": "4 miles",
    },
    "in Annex II, the following row is inserted after the row ‘Buoy lamp’:\n‘Raft lamp\t\t4 miles’": {
        "annex_2__tbl_1__row_3__cell_1": "Raft lamp",
        "annex_2__tbl_1__row_3__cell_3": "4 miles",
    },
    "in Annex II, the following rows are added:\n‘A\tb\tc\nD\te\tf’": {
        f"annex_2__tbl_1__row_{row}__cell_{n}": text
        for row, texts in ((4, "Abc"), (5, "Def"))
        for n, text in enumerate(texts, start=1)
    },
    "in Annex II, in the row ‘Buoy lamp’, the word ‘red’ is replaced by the word ‘blue’": {
        "annex_2__tbl_1__row_2__cell_2": "blue"
    },
}
"""By instruction, the units that it changes, empty where deleted."""

REASONS = {
    "the title is replaced by the following:\n‘Regulation on bells’": Doubt.PLACE,
    "after Article 3, the following Chapter is inserted:\n‘CHAPTER IIa\nROPES\nArticle 4a\nRopes\nIt is long.’": (
        Doubt.NEW_TEXT
    ),
    "in Chapter I, the following Article is inserted:\n‘Article 4a\nRest\nThe keeper rests.’": Doubt.NEW_TEXT,
    "Annex I is replaced by the text set out in the Annex to this Regulation": Doubt.WORDING,
    "Article 5aa is deleted": Doubt.WORDING,
    "in Article 3(1)(a) and (b), the word ‘the’ is deleted": Doubt.SEVERAL_WORDS,
    "in Article 3(1)(a) and (c), the words ‘the wick’ are deleted": Doubt.NO_WORDS,
    "in Article 2, the definition of ‘lamp’ is replaced by the following:\n‘(1) ‘lamp’ means a fire;’": Doubt.WORDING,
    "in Article 3(2), first sentence, the word ‘public’ is deleted": Doubt.NO_WORDS,
    "in Article 3(1)(a) and (2), the word ‘wick’ is replaced by ‘oil’": Doubt.NO_WORDS,
    "the word ‘lights’ is replaced by the word ‘lamps’ throughout the Regulation": Doubt.SEVERAL_WORDS,
    "in Annex II, the row ‘Ship lamp’ is deleted": Doubt.NO_PLACE,
    "in Annex II, the following row is added:\n‘Raft lamp\tred’": Doubt.NEW_TEXT,
    "in Annex I, the following heading is added:\n‘Section 2\nMoney’": Doubt.NEW_TEXT,
    "in Article 3(1)(a) and (b), the words ‘lamp’ and ‘bell’ are replaced by ‘light’ and ‘gong’ respectively": (
        Doubt.WORDING
    ),
}


@pytest.mark.parametrize("instruction", APPLIED)
def test_a_formula_changes_what_it_says_and_nothing_else(instruction: str) -> None:
    doubts, changed = outcome(f"(1) {instruction};")
    assert not any(doubts)
    assert changed == APPLIED[instruction]


@pytest.mark.parametrize("instruction", REASONS)
def test_what_is_not_certain_changes_nothing_and_has_its_reason(instruction: str) -> None:
    assert outcome(f"(1) {instruction};") == ([REASONS[instruction]], {})


def test_two_sentences_of_a_paragraph_are_changed_by_two_instructions() -> None:
    doubts, changed = outcome(
        "(1) Article 3(2) is amended as follows:\n"
        "(a) in the first sentence, the word ‘once’ is replaced by ‘twice’;\n"
        "(b) the third sentence is replaced by the following:\n‘It is secret.’."
    )
    assert doubts == [None, None]
    assert changed == {"art_3__para_2": "The keeper reports twice a year. The report has five pages. It is secret."}


def test_words_are_replaced_throughout_after_the_new_text_of_other_instructions() -> None:
    doubts, changed = outcome(
        "(1) the word ‘keeper’ is replaced by the word ‘guard’ throughout the Regulation;\n"
        "(2) Article 4 is deleted;\n"
        "(3) in Article 3, paragraph 1 is replaced by the following:\n‘1. The guard checks the lamp.’."
    )
    assert not any(doubts)
    assert changed["art_3__para_1"] == "The guard checks the lamp."
    assert changed["art_3__para_3"] == "At night, in winter, the guard stays."
    assert changed["art_2__point_3"] == "‘guard’ means a person."


def test_an_annex_is_replaced_by_an_annex_of_the_amending_act() -> None:
    annexes = "ANNEX\nHEIGHTS\n1. Lamps shall be high.\nLamp\tHeight\nPier lamp\t5 m"
    doubts, changed = outcome(
        f"(1) Annex II is replaced by the text set out in the Annex to this Regulation.\n{annexes}"
    )
    assert doubts == [None]
    assert {address: text for address, text in changed.items() if text} == {
        "annex_2": "HEIGHTS",
        "annex_2__para_1": "Lamps shall be high.",
        "annex_2__tbl_1__row_1__cell_1": "Lamp",
        "annex_2__tbl_1__row_1__cell_2": "Height",
        "annex_2__tbl_1__row_2__cell_1": "Pier lamp",
        "annex_2__tbl_1__row_2__cell_2": "5 m",
    }


def test_an_annex_of_the_amending_act_is_added() -> None:
    doubts, changed = outcome(
        "(1) the text in the Annex to this Regulation is added as Annex III.\nANNEX\nHEIGHTS\n1. Lamps are high."
    )
    assert (doubts, changed) == ([None], {"annex_3": "HEIGHTS", "annex_3__para_1": "Lamps are high."})


FOLDER = Path(__file__).parents[2] / "data" / "amending"
LANGUAGES = ("en", "fr", "de", "el")


@cache
def published(language: str) -> Document:
    return read((FOLDER / f"act_{language}.txt").read_text(encoding="utf-8").splitlines(), f"base_{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_changes_what_it_says_and_nothing_else(language: str) -> None:
    """In the file, what each instruction changes is behind arrows."""
    wrong: list[str] = []
    for form in (FOLDER / f"forms_{language}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        lines = {
            told: list(group) for told, group in groupby(form.splitlines(), key=lambda line: line.startswith("=> "))
        }
        result = applied(published(language), "\n".join(lines[False]), language)
        found = [f"=> {address} deleted" for address in result.deleted]
        found += [
            f"=> {unit.paragraph.address} | {unit.paragraph.label} | {unit.paragraph.text}"
            for unit in result.paragraphs
            if unit.origins
        ]
        found += [f"=> not applied: {operation.reason.value}" for operation in result.open if operation.reason]
        if sorted(found) != sorted(lines[True]) or not result.operations:
            wrong += [form, "but:", *found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_text_is_where_a_reader_looks_for_it(language: str) -> None:
    """The list of an article's first paragraph belongs to it: what follows it follows the list."""
    texts = {
        "en": "(1) in Article 4, the following paragraph is inserted after the first paragraph:\n‘New.’",
        "fr": "1) à l'article 4, l'alinéa suivant est inséré après le premier alinéa:\n«New.»",
        "de": "1) In Artikel 4 wird nach Absatz 1 folgender Absatz eingefügt:\n„New.“",
        "el": "1) στο άρθρο 4, μετά το πρώτο εδάφιο, παρεμβάλλεται το ακόλουθο εδάφιο:\n«New.»",
    }
    result = applied(published(language), texts[language], language)
    assert not result.open
    order = [unit.paragraph.text for unit in result.paragraphs if unit.paragraph.address.startswith("art_4__")]
    assert order[5] == "New."


def test_a_list_of_two_is_not_taken_for_the_other() -> None:
    act = read(
        [
            "REGULATION (EU) 2021/9901 OF THE COUNCIL",
            "HAVE ADOPTED THIS REGULATION:",
            "Article 1",
            "Masters",
            "The master carries:",
            "(a) a map;",
            "(b) a lamp.",
            "The master keeps:",
            "(a) a log;",
            "(b) a book.",
        ],
        "base_en.txt",
    )
    for text in ("point (b) is deleted", "the following point is added:\n‘(c) a bell.’"):
        assert [one.reason and one.reason.value for one in applied(act, f"(1) in Article 1, {text}").operations] == [
            "several_places"
        ]
    result = applied(act, "(1) in the second paragraph of Article 1, the following point is added:\n‘(c) a bell.’")
    assert [unit.paragraph.address for unit in result.paragraphs if unit.origins] == ["art_1__sub_2__point_3"]


def test_a_second_subparagraph_is_added_after_the_first_was_deleted() -> None:
    result = applied(
        published("en"),
        "(1) Article 3(1) is amended as follows:\n(a) the second subparagraph is deleted;\n"
        "(b) the following subparagraph is added:\n‘The tug signs.’.",
    )
    assert not result.open
    own = [unit.paragraph for unit in result.paragraphs if unit.paragraph.address.startswith("art_3__para_1__sub")]
    assert [(unit.address, unit.text) for unit in own] == [
        ("art_3__para_1__sub_2", "The master signs the chart."),
        ("art_3__para_1__sub_3", "The tug signs."),
    ]

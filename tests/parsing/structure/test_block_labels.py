import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.parsing.structure import block_labels
from delegate_desk.parsing.structure.block_labels import LabelReading


@pytest.mark.parametrize(
    ("text", "printed", "reading"),
    [
        ("1. The Council", "1.", LabelReading("number", 1)),
        ("25.\tThe Council", "25.", LabelReading("number", 25)),
        ("(12) On the", "(12)", LabelReading("number", 12)),
        ("(12a) On the", "(12a)", LabelReading("number", 12, "a")),
        ("7α. Το Συμβούλιο", "7α.", LabelReading("number", 7, "a")),
        ("3 bis. Les États", "3 bis.", LabelReading("number", 3, "a")),
        ("1) any", "1)", LabelReading("number", 1)),
        ("1 a. Medlemsstaterna ska", "1 a.", LabelReading("number", 1, "a")),
        ("2 b. Komissio antaa", "2 b.", LabelReading("number", 2, "b")),
        ("12 a) satamalla tarkoitetaan", "12 a)", LabelReading("number", 12, "a")),
        ("(3 a) Buller är", "(3 a)", LabelReading("number", 3, "a")),
        ("1 aa. Kommissionen", "1 aa.", LabelReading("number", 1, "aa")),
        ("4 α. Τα κράτη μέλη", "4 α.", LabelReading("number", 4, "a")),
        ("5 а. Държавите членки", "5 а.", LabelReading("number", 5, "a")),
        ("-1. Member States", "-1.", LabelReading("number", -1)),
        ("–1. Die Mitgliedstaaten", "–1.", LabelReading("number", -1)),
        ("−2. Les États membres", "−2.", LabelReading("number", -2)),
        ("-1a. Member States", "-1a.", LabelReading("number", -1, "a")),
        ("-1 a. Jäsenvaltiot", "-1 a.", LabelReading("number", -1, "a")),
        ("(-1) On the", "(-1)", LabelReading("number", -1)),
        ("-1) any", "-1)", LabelReading("number", -1)),
        ("(a) any", "(a)", LabelReading("latin", 1)),
        ("a) any", "a)", LabelReading("latin", 1)),
        ("στ) τη δέσμευση", "στ)", LabelReading("greek", 6)),
        ("ια) τη δέσμευση", "ια)", LabelReading("greek", 11)),
        ("б) всяко", "б)", LabelReading("cyrillic", 2)),
        ("(iv) any", "(iv)", LabelReading("roman", 4)),
        ("(aa) any", "(aa)", LabelReading("latin", 27)),
        ("– any", "–", LabelReading("bullet", 0)),
        ("• any", "•", LabelReading("bullet", 0)),
    ],
)
def test_a_label_is_read_in_any_script(text: str, printed: str, reading: LabelReading) -> None:
    label = block_labels.read(text)
    assert label is not None
    assert label.printed == printed
    assert label.readings[0] == reading


def test_a_letter_may_be_a_roman_number() -> None:
    label = block_labels.read("(i) any")
    assert label is not None
    assert label.readings[:2] == (LabelReading("latin", 9), LabelReading("roman", 1))


def test_a_number_may_name_those_above_it() -> None:
    label = block_labels.read("2.3.1. Scope")
    assert label is not None
    assert (label.levels, label.readings[0].number) == ((2, 3), 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019 was a year",
        "8. Oktober 2019",
        "8. října 2012",
        "3.5 % of",
        "12862/19",
        "(EU) 2016/679",
        "(See page 3)",
        "DE) and",
        "-5 degrees",
        "-1.5 % of",
        "-1 °C",
        "-10/2019",
        "5 m. away",
        "2 l. water",
        "and so on",
        "1.2.2019",
    ],
)
def test_running_text_has_no_label(text: str) -> None:
    label = block_labels.read(text)
    assert label is None or label.levels


@given(st.text(max_size=30))
def test_a_label_stands_at_the_beginning(text: str) -> None:
    label = block_labels.read(text)
    assert label is None or text.startswith(label.printed)

import pytest
from lxml import etree

from delegate_desk.core.documents.addresses import greek_numeral, roman_numeral
from delegate_desk.parsing.word.styles import Numbering, format_number, greek, roman

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    counted = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{place}">{counted}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> Numbering:
    definition = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return Numbering(etree.fromstring(f'<w:numbering xmlns:w="{W}" xmlns:mc="{MC}">{definition}{lists}</w:numbering>'))


def labels(counted: Numbering, *items: tuple[str, int]) -> list[str | None]:
    return [counted.label(number, place) for number, place in items]


PARAGRAPH, POINT = level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")
COUNTED = {
    "points start over under each paragraph": ([PARAGRAPH, POINT], [0, 1, 1, 0, 1], ["1.", "(a)", "(b)", "2.", "(a)"]),
    "a level that never restarts counts on": (
        [PARAGRAPH, level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')],
        [0, 1, 0, 1], ["1.", "(a)", "2.", "(b)"],
    ),
    "a label may hold the numbers of higher levels and make them decimal": (
        [
            level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"),
            level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        ],
        [0, 0, 1, 2], ["I.", "II.", "II.1", "2.1.1"],
    ),
    "a point before any paragraph takes the first number above": (
        [PARAGRAPH, level(1, "decimal", "%1.%2.")], [1, 0], ["1.1.", "1."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("levels", "places", "printed"), COUNTED.values(), ids=COUNTED)
def test_levels_are_counted(levels: list[str], places: list[int], printed: list[str]) -> None:
    assert labels(numbering(*levels), *(("1", place) for place in places)) == printed


def test_lists_of_one_definition_count_on_unless_one_starts_again() -> None:
    more = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    counted = numbering(level(0, "decimal", "%1."), lists=more)
    assert labels(counted, ("1", 0), ("2", 0), ("3", 0), ("3", 0)) == ["1.", "2.", "7.", "8."]


def test_a_list_may_override_a_level() -> None:
    more = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "lowerRoman", "(%1)", start=4)
        + "</w:lvlOverride></w:num>"
    )
    assert labels(numbering(level(0, "decimal", "%1."), lists=more), ("1", 0), ("1", 0)) == ["(iv)", "(v)"]


def test_a_greek_format_of_the_file_is_printed_in_greek() -> None:
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="5"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="α, β, γ, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
    )
    assert labels(numbering(own), ("1", 0), ("1", 0), ("1", 0)) == ["ε)", "στ)", "ζ)"]


@pytest.mark.parametrize(
    ("printed", "label"), [("\uf0b7", "•"), ("–", "–"), ("-", "-"), ("\uf02d", "–"), ("o", "•"), ("", None)]
)
def test_a_bullet_is_a_letter_of_every_font(printed: str, label: str | None) -> None:
    assert labels(numbering(level(0, "bullet", printed)), ("1", 0)) == [label]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"),
        (11, "ordinal", "11th"),
        (3, "none", ""),
        (0, "decimal", "0"),
        (5, "cardinalText", "5"),
        (9, "russianLower", "и"),
        (10, "а, б, в, ...", "й"),
        (7, "001, 002, 003, ...", "007"),
        (2, "α, β, γ, ...", "β"),
    ],
)
def test_numbers_are_printed_in_word_s_formats(number: int, form: str, printed: str) -> None:
    assert format_number(number, form) == printed


@pytest.mark.parametrize("number", range(1, 90))
def test_letters_printed_are_those_that_addresses_read(number: int) -> None:
    assert greek_numeral(greek(number)) == number
    assert roman_numeral(roman(number)) == number


def test_a_list_that_is_not_there_has_no_label() -> None:
    assert Numbering(None).label("1", 0) is None
    assert numbering(level(0, "decimal", "%1.")).label("1", 5) is None

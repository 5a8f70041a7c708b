import pytest

from delegate_desk.core.revisions.crosslingual.document_tree import extract_features


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000 tonnes", "1 000 τόνοι"),
        ("1,000 tonnes", "1.000 τόνοι"),
        ("4.5 %", "4,5 %"),
        ("Directive 2002/49/EC", "οδηγία 2002/49/ΕΚ"),
        ("by 31.3.2027", "έως τις 31 Μαρτίου 2027"),
        ("OJ L 189, 18.7.2002, p. 12", "HL L 189., 2002.7.18., 12. o."),
        ("Article 7(2)", "άρθρο 7 παράγραφος 2"),
    ],
)
def test_a_number_is_one_however_a_language_prints_it(one: str, other: str) -> None:
    assert extract_features(one).numbers == extract_features(other).numbers


def test_numbers_that_differ_are_told_apart() -> None:
    assert extract_features("1,000 tonnes").numbers != extract_features("100 tonnes").numbers
    assert extract_features("Articles 5, 6 and 7").numbers != extract_features("Articles 5, 67").numbers


@pytest.mark.parametrize("named", ["(b)", "β)", "б)", "b)"])
def test_a_point_is_one_in_every_script(named: str) -> None:
    assert list(extract_features(f"x {named} y").points) == [2]


def test_words_in_brackets_are_no_points() -> None:
    assert not extract_features("the Agency (EMSA) and the office (Eurostat)").points


def test_names_in_latin_letters_stand_out_in_a_text_that_has_others() -> None:
    assert extract_features("Η έκθεση της Eurostat και του EMSA").names == {"eurostat", "emsa"}

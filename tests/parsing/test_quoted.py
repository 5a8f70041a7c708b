import pytest

from delegate_desk.parsing import quoted
from delegate_desk.parsing.blocks import Block, Run
from delegate_desk.parsing.structure import Structure


def _addresses(lines: list[str], language: str = "en") -> list[str]:
    structure = Structure((language, "en"))
    structure.add(Block((Run(line),)) for line in lines)
    return [str(unit.address) for unit in structure.paragraphs({})]


@pytest.mark.parametrize("marks", ["‘’", "“”", "«»", "„“", "„”", "»«", "””", '""'])
def test_a_quotation_runs_to_its_end_whatever_marks_it_bears(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    texts = [f"{opening}1. Xxx:", "(a) yyy;", f"(b) zzz.{closing};", "2. Next."]
    assert quoted.length(texts, opening) == 3


def test_quotations_within_a_quotation_do_not_end_it() -> None:
    assert quoted.length(["‘(5) ‘port’ means a ‘harbour’;", "(6) ‘ship’ means a vessel.’.", "3. Next."], "‘") == 2
    assert quoted.length(["”5) Med ”hamn” avses en ”plats”,", "6) Med ”fartyg” avses en båt.”.", "3. Xxx."], "”") == 2


def test_an_apostrophe_ends_nothing() -> None:
    assert quoted.length(["‘The Member States’ ports and the ship’s crew.", "All of them.’."], "‘") == 2


def test_what_never_ends_is_no_quotation() -> None:
    assert quoted.length(["‘Text.", "More."], "‘") == 0
    lines = ["1. The following is inserted:", "‘Text.", "2. Two.", "3. Three."]
    assert _addresses(lines) == ["para_1", "para_1__sub_2", "para_2", "para_3"]


def test_inner_labels_do_not_disturb_the_outer_numbering() -> None:
    lines = [
        "Article 9", "Amendments", "Directive X is amended as follows:", "(1) in Article 3, paragraph 2 is replaced:",
        "‘2. Ports shall be quiet:", "(a) at night;", "(b) by day.", "Article 3a", "More’;",
        "(2) the following Article is inserted:", "‘Article 5a", "Quiet hours", "1. One.", "2. Two.’;",
        "(3) Annex I is deleted.", "Article 10", "Entry into force", "It enters into force.", "It is binding.",
    ]  # fmt: skip
    found = _addresses(lines)
    assert [a for a in found if "sub" not in a] == [
        "art_9", "art_9__point_1", "art_9__point_2", "art_9__point_3", "art_10",
    ]  # fmt: skip
    assert [a for a in found if a.startswith("art_9__point_2__")] == [f"art_9__point_2__sub_{n}" for n in range(2, 6)]


def test_a_quotation_that_begins_within_a_block_runs_on() -> None:
    lines = [
        "1. Paragraph 2 is replaced by the following: ‘2. Ports shall:",
        "(a) be quiet;",
        "(b) be dark.’.",
        "2. Two.",
    ]
    assert _addresses(lines) == ["para_1", "para_1__sub_2", "para_1__sub_3", "para_2"]
    assert _addresses(["1. Point 2 reads: ‘2. Text.’.", "(a) Point.", "2. Two."])[1] == "para_1__point_1"


def test_text_quoted_by_text_without_a_number_stands_with_it() -> None:
    assert _addresses(["The footnote reads as follows:", "‘1. One.", "2. Two.’.", "1. Outer."]) == [
        "p_1", "p_2", "p_3", "para_1",
    ]  # fmt: skip

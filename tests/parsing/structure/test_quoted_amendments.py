import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure import builder
from delegate_desk.parsing.structure.builder import Structure
from support.outlines import addresses_of


@pytest.mark.parametrize("marks", ["‘’", "“”", "«»", "„“", "„”", "»«", "””", '""'])
def test_a_quotation_runs_to_its_end_whatever_marks_it_has(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    texts = [f"{opening}1. Xxx:", "(a) yyy;", f"(b) zzz.{closing};", "2. Next."]
    assert builder.length(texts, opening) == 3


def test_quotations_within_a_quotation_do_not_end_it() -> None:
    assert builder.length(["‘(5) ‘port’ means a ‘harbour’;", "(6) ‘ship’ means a vessel.’.", "3. Next."], "‘") == 2
    assert builder.length(["”5) Med ”hamn” avses en ”plats”,", "6) Med ”fartyg” avses en båt.”.", "3. Xxx."], "”") == 2


def test_an_apostrophe_ends_nothing() -> None:
    assert builder.length(["‘The Member States’ ports and the ship’s crew.", "All of them.’."], "‘") == 2


def test_what_never_ends_is_no_quotation() -> None:
    assert builder.length(["‘Text.", "More."], "‘") == 0
    lines = ["1. The following is inserted:", "‘Text.", "2. Two.", "3. Three."]
    assert addresses_of(lines) == ["para_1", "para_1__sub_2", "para_2", "para_3"]


@pytest.mark.parametrize("look", ["centred", "bold", "style"])
def test_a_sub_heading_quoted_without_marks_closes_no_amending_article(look: str) -> None:
    def block(line: str) -> Block:
        marks = frozenset({Mark.BOLD}) if look == "bold" else frozenset()
        return Block((TextRun(line, marks),), centred=look == "centred", heading=3 if look == "style" else None)

    structure = Structure(("en",))
    structure.add(
        block(line) if line in ("Quiet hours", "Reports") else Block((TextRun(line),))
        for line in ("Article 1", "Regulation X is amended as follows:", "(1) the following heading is inserted "
        "above Article 5:",
                     "Quiet hours", "(2) the heading above Article 9 is replaced by the following:", "Reports",
                     "(3) Article 12 is deleted.", "Article 2", "It enters into force.")
    )  # fmt: skip
    assert [str(unit.address) for unit in structure.paragraphs({})] == [
        "art_1", "art_1__sub_1", "art_1__point_1", "art_1__point_1__sub_2", "art_1__point_2", "art_1__point_2__sub_2",
        "art_1__point_3", "art_2", "art_2__sub_1",
    ]  # fmt: skip

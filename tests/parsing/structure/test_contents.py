from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure.builder import Structure


def _addresses(lines: list[str]) -> list[str]:
    structure = Structure(("en",))
    structure.add(Block((TextRun(line),)) for line in lines)
    return [str(unit.address) for unit in structure.paragraphs({})]


def test_lines_with_leaders_to_a_page_number_nothing() -> None:
    lines = ["1. Scope ........... 3", "2. Ports .......... 4", "1. Scope", "2. Ports"]
    assert _addresses(lines) == ["p_1", "p_2", "para_1", "para_2"]


def test_lines_that_name_the_headings_further_on_number_nothing() -> None:
    listed = ["1. SCOPE 2", "1.1. Ports 2", "1.2. Ships 3", "2. RULES 4"]
    text = ["1. SCOPE", "1.1. Ports", "Ports are loud.", "1.2. Ships", "Ships too.", "2. RULES", "They shall be quiet."]
    assert _addresses([*listed, *text])[:8] == [
        "p_1", "p_2", "p_3", "p_4", "para_1", "para_1__point_1", "para_1__point_1__sub_2", "para_1__point_2",
    ]  # fmt: skip


def test_a_list_that_is_printed_twice_is_no_table_of_contents() -> None:
    lines = ["(1) ports", "(2) ships", "(3) quays", "(4) cranes"]
    assert _addresses(["Part A:", *lines, "Part B:", *lines])[1] == "p_1__point_1"

from pathlib import Path

import pytest

from delegate_desk.parsing.pdf import reader
from support.handwritten_pdf import LEFT, SENTENCE, Paper, texts

SECOND = 307.0  # the start of the second column
MORE = SENTENCE.replace("quiet", "silent")


def column(paper: Paper, x: float, y: float, *paragraphs: str) -> float:
    """Write paragraphs 230 points wide; returns the height of the line below them."""
    for paragraph in paragraphs:
        y = paper.paragraph(x, y, paragraph, size=9, width=230) - 5
    return y


def test_text_runs_down_one_column_and_then_down_the_next(paper: Paper, path: Path) -> None:
    paper.text(LEFT, 780, "COUNCIL REGULATION (EU) 2026/1", font="b")
    column(paper, LEFT, 740, f"(1) {SENTENCE}, {MORE}.", f"(2) {MORE}.", f"(3) {SENTENCE},")
    column(paper, SECOND, 740, f"where {MORE}.", f"(4) {SENTENCE}, {MORE}.", f"(5) {SENTENCE}.")
    paper.box_(LEFT, 100, 80, 0.5)
    paper.text(LEFT, 87, "1", size=5)
    paper.text(LEFT + 14, 84, "OJ L 1, 1.1.2026, p. 1.", size=7)
    source = reader.read(paper.save(path))
    assert texts(source.blocks) == [
        "b{COUNCIL REGULATION (EU) 2026/1}",
        f"(1) {SENTENCE}, {MORE}.",
        f"(2) {MORE}.",
        f"(3) {SENTENCE}, where {MORE}.",
        f"(4) {SENTENCE}, {MORE}.",
        f"(5) {SENTENCE}.",
    ]
    assert [note.blocks[0].text for note in source.notes] == ["OJ L 1, 1.1.2026, p. 1."]
    assert [round(box.left) for box in source.blocks[3].boxes] == [LEFT, SECOND]


def test_texts_set_side_by_side_row_by_row_are_a_table(paper: Paper, path: Path) -> None:
    y = 760.0
    for n in range(1, 5):
        ends = column(paper, LEFT, y, f"{n}. {SENTENCE}."), column(paper, SECOND, y, f"{n}. {MORE}.")
        y = min(ends) - 8
    assert [block.cell for block in reader.read(paper.save(path)).blocks] == [
        (1, row, side) for row in range(1, 5) for side in (1, 2)
    ]


def test_a_watermark_behind_the_lines_is_no_text(paper: Paper, path: Path) -> None:
    paper.text(100, 690, "DRAFT", size=80)
    paper.paragraph(LEFT, 740, f"{SENTENCE}, {SENTENCE}, {SENTENCE}.")
    source = reader.read(paper.save(path))
    assert texts(source.blocks) == [f"{SENTENCE}, {SENTENCE}, {SENTENCE}."]
    assert source.running == ("DRAFT",)


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_in_the_margin_are_no_text(paper: Paper, path: Path, step: int) -> None:
    y, line = 780.0, 0
    for _ in range(9):
        end = paper.paragraph(LEFT, y, f"{SENTENCE}.")
        while y > end + 1:
            line += 1
            if line % step == 0:
                paper.text(LEFT - 30, y, str(line), size=8)
            y -= 12
        y = end - 12
    assert texts(reader.read(paper.save(path)).blocks) == [f"{SENTENCE}."] * 9


def test_numbers_of_paragraphs_in_the_margin_stay(paper: Paper, path: Path) -> None:
    y = 780.0
    for n in range(1, 8):
        paper.text(LEFT - 30, y, str(n))
        y = paper.paragraph(LEFT, y, f"{SENTENCE}.") - 12
    assert texts(reader.read(paper.save(path)).blocks) == [f"{n} {SENTENCE}." for n in range(1, 8)]


def test_pages_of_another_width_have_margins_of_their_own(path: Path) -> None:
    paper = Paper(box=(842, 595))
    paper.page()
    end = paper.paragraph(LEFT, 500, f"{SENTENCE}. {SENTENCE}.", width=360)
    paper.paragraph(LEFT, end - 12, f"{MORE}.", width=360)
    paper.boxes = {0: (480, 842)}
    for _ in range(3):
        paper.page()
        y = paper.paragraph(LEFT, 500, f"{SENTENCE}, {MORE}.", width=720)
        paper.paragraph(LEFT, y - 12, f"{MORE}.", width=720)
    found = texts(reader.read(paper.save(path)).blocks)
    assert found == [f"{SENTENCE}. {SENTENCE}.", f"{MORE}.", *[f"{SENTENCE}, {MORE}.", f"{MORE}."] * 3]


def test_each_column_may_have_footnotes_of_its_own(paper: Paper, path: Path) -> None:
    column(paper, LEFT, 740, f"(1) {SENTENCE}, {MORE}.", f"(2) {MORE}.")
    column(paper, SECOND, 740, f"(3) {MORE}.", f"(4) {SENTENCE}, {MORE}.")
    for x, y, labels in ((LEFT, 140, "12"), (SECOND, 120, "3")):
        paper.box_(x, y, 80, 0.5)
        for n, label in enumerate(labels):
            paper.text(x, y - 11 - 20 * n, label, size=5)
            paper.text(x + 14, y - 14 - 20 * n, f"Note {label}.", size=7)
    source = reader.read(paper.save(path))
    assert [block.text[:3] for block in source.blocks] == ["(1)", "(2)", "(3)", "(4)"]
    assert [(note.label, note.blocks[0].text) for note in source.notes] == [(n, f"Note {n}.") for n in "123"]


def test_a_label_in_the_second_column_is_no_word_of_the_first(paper: Paper, path: Path) -> None:
    for n in range(12):
        paper.text(LEFT, 740 - 20 * n, f"line {n} of the first column, all", size=12)
        paper.text(304, 740 - 20 * n, f"{n}.", size=12)
        paper.text(330, 740 - 20 * n, "text in the second one only", size=12)
    read = " ".join(block.text for block in reader.read(paper.save(path)).blocks)
    assert read.index("line 11 of the first") < read.index("0. text in the second")

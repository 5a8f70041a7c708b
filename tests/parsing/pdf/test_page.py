from pathlib import Path

import pytest

from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.pdf import reader
from support.handwritten_pdf import LEFT, SENTENCE, Paper, texts


def test_a_block_knows_where_it_stands_on_the_page(paper: Paper, path: Path) -> None:
    end = paper.paragraph(LEFT, 700, f"{SENTENCE}.")
    paper.paragraph(LEFT + 20, end - 20, f"{SENTENCE}.", label="", size=10)
    (first, second) = reader.read(paper.save(path)).blocks
    (box,) = first.boxes
    assert (box.page, box.left) == (1, LEFT)
    assert box.top == pytest.approx(842 - 700 - 8.5, abs=0.1)
    assert box.bottom == pytest.approx(842 - end - 12 + 2.5, abs=0.1)
    assert second.boxes[0].left == LEFT + 20
    assert second.boxes[0].top > box.bottom


def test_a_paragraph_over_a_page_break_has_a_box_on_each_page(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 100, SENTENCE)
    paper.page()
    paper.paragraph(LEFT, 780, f"of the call. {SENTENCE}.")
    (block,) = reader.read(paper.save(path)).blocks
    assert [box.page for box in block.boxes] == [1, 2]


@pytest.mark.parametrize(("rotate", "corner"), [(90, (700, 57)), (180, (358, 700)), (270, (132, 358))])
def test_boxes_of_a_turned_page_are_where_a_reader_sees_them(
    paper: Paper, path: Path, rotate: int, corner: tuple[int, int]
) -> None:
    paper.text(LEFT, 700, "Thirty letters in one long row")  # 180 points wide
    box = reader.read(paper.save(path, rotate=rotate)).blocks[0].boxes[0]
    assert [box.left, box.top] == pytest.approx(corner, abs=10)


def test_a_page_cut_to_a_part_of_the_sheet_counts_from_that_part(paper: Paper, path: Path) -> None:
    paper.text(LEFT, 700, "Cut.")
    whole = reader.read(paper.save(path)).blocks[0].boxes[0]
    paper.corner = (50, 42)
    cut = reader.read(paper.save(path)).blocks[0].boxes[0]
    assert (cut.left, cut.top) == (whole.left - 50, whole.top)


def test_pages_without_text_are_named(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 700, f"{SENTENCE}.")
    for _ in range(3):
        paper.page()
        paper.picture(0, 0, 595, 842)
    paper.page()
    paper.page()
    paper.picture(0, 0, 595, 842)
    paper.text(LEFT, 800, "99001/26")
    source = reader.read(paper.save(path))
    assert list(map(str, source.remarks)) == ["no text on pages 2 to 4", "hardly any text beside an image on page 6"]


def test_text_recognised_from_a_picture_is_said_to_be_so(paper: Paper, path: Path) -> None:
    paper.picture(0, 0, 595, 842)
    paper.paragraph(LEFT, 700, f"{SENTENCE}.")
    assert list(map(str, reader.read(paper.save(path)).remarks)) == ["text recognised from an image (OCR) on page 1"]


def test_letters_that_the_file_does_not_name_are_said(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 700, f"{SENTENCE}.")
    assert reader.read(paper.save(path)).remarks == ()
    paper.page()
    paper.text(LEFT, 700, SENTENCE[:60], font="?")
    assert list(map(str, reader.read(paper.save(path)).remarks)) == ["a broken text layer on page 2"]


def test_a_table_drawn_in_one_stroke_is_a_table(paper: Paper, path: Path) -> None:
    paper.draw("57 600 400 60 re 57 630 m 457 630 l 257 600 m 257 660 l S")
    for place, word in enumerate(("one", "two", "three", "four")):
        paper.text(67 + 200 * (place % 2), 640 - 30 * (place // 2), word)
    blocks = reader.read(paper.save(path)).blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("one", (1, 1, 1)),
        ("two", (1, 1, 2)),
        ("three", (1, 2, 1)),
        ("four", (1, 2, 2)),
    ]


def test_letters_made_bold_or_italic_by_drawing_alone_are_so(paper: Paper, path: Path) -> None:
    paper.draw("BT /F0 10 Tf 2 Tr 57 700 Td (Outlined) Tj 0 Tr ET")
    paper.text(LEFT, 600, "Slanted", turn="1 0 0.3 1")
    paper.text(LEFT, 500, "Plain")
    assert texts(reader.read(paper.save(path)).blocks) == ["b{Outlined}", "i{Slanted}", "Plain"]


def test_words_that_stand_anywhere_are_read_all_the_same(paper: Paper, path: Path) -> None:
    for n in range(120):
        paper.text(20 + 4 * n, 820 - 6 * n, "word", size=5)
    paper.text(9e8, 400, "nowhere")
    source = reader.read(paper.save(path))
    assert sum(block.text.count("word") for block in source.blocks) == 120
    assert source.running == ("nowhere",)


def test_a_stamp_in_fragments_is_one_word(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 600, f"{SENTENCE}.")
    for n, part in enumerate(("PU", "B", "LIC")):
        paper.text(400 + 20 * n, 700 + 12 * n, part, size=14, turn="0.866 0.5 -0.5 0.866")
    assert reader.read(paper.save(path)).running == ("PUBLIC",)


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


EDGES = (57.0, 217.0, 377.0, 537.0)


def grid(paper: Paper, *rows: float, edges: tuple[float, ...] = EDGES) -> None:
    """Draw a table's lines at some heights, from top to bottom."""
    for y in rows:
        paper.box_(edges[0], y, edges[-1] - edges[0], 0.5)
    for x in edges:
        paper.box_(x, rows[-1], 0.5, rows[0] - rows[-1])


def fill(paper: Paper, y: float, *cells_of: str) -> None:
    """Write a row of cells_of, with lines separated by a bar."""
    for x, cell in zip(EDGES, cells_of, strict=False):
        for n, line in enumerate(cell.split("|") if cell else ()):
            paper.text(x + 6, y - 12 * n, line)


def cells_of(source: SourceText) -> list[tuple[tuple[int, int, int] | None, str]]:
    return [(block.cell, block.text) for block in source.blocks]


def test_a_table_runs_on_over_the_page_its_head_printed_again(paper: Paper, path: Path) -> None:
    for first, last in ((1, 2), (3, 4)):
        if first > 1:
            paper.page()
        grid(paper, 780, 750, 720, 690)
        fill(paper, 760, "Article", "Commission", "Council")
        for n in (first, last):
            fill(paper, 730 - 30 * (n - first), f"{n}", f"Text {n}.", f"Change {n}.")
    found = cells_of(reader.read(paper.save(path)))
    assert found[:3] == [((1, 1, 1), "Article"), ((1, 1, 2), "Commission"), ((1, 1, 3), "Council")]
    assert found[3:] == [
        ((1, n + 1, column), text)
        for n in range(1, 5)
        for column, text in enumerate((f"{n}", f"Text {n}.", f"Change {n}."), 1)
    ]


def test_a_row_cut_by_the_page_is_one(paper: Paper, path: Path) -> None:
    grid(paper, 150, 100)
    fill(paper, 130, "5", "Ships shall keep quiet|at all hours of every", "Ships should always be")
    paper.page()
    grid(paper, 780, 750, 720)
    fill(paper, 760, "", "night.", "quiet.")
    fill(paper, 730, "6", "Deleted.", "Kept.")
    assert cells_of(reader.read(paper.save(path))) == [
        ((1, 1, 1), "5"),
        ((1, 1, 2), "Ships shall keep quiet at all hours of every night."),
        ((1, 1, 3), "Ships should always be quiet."),
        ((1, 2, 1), "6"),
        ((1, 2, 2), "Deleted."),
        ((1, 2, 3), "Kept."),
    ]


def test_another_table_on_the_next_page_is_another(paper: Paper, path: Path) -> None:
    grid(paper, 780, 750)
    fill(paper, 760, "a", "b", "c")
    paper.page()
    grid(paper, 780, 750, edges=(57.0, 297.0, 537.0))
    paper.text(63, 760, "d")
    paper.text(303, 760, "e")
    assert [cell for cell, _ in cells_of(reader.read(paper.save(path)))] == [
        (1, 1, 1),
        (1, 1, 2),
        (1, 1, 3),
        (2, 1, 1),
        (2, 1, 2),
    ]


def test_words_underlined_in_a_cell_end_no_row(paper: Paper, path: Path) -> None:
    grid(paper, 780, 700, edges=(57.0, 137.0, 537.0))
    paper.text(63, 760, "one")
    paper.text(147, 760, "the first line of a cell, underlined for the most of it,")
    paper.box_(147, 758, 216, 0.6)
    paper.text(147, 748, "and its second")
    source = reader.read(paper.save(path))
    assert cells_of(source) == [
        ((1, 1, 1), "one"),
        ((1, 1, 2), "the first line of a cell, underlined for the most of it, and its second"),
    ]


def test_a_cell_over_several_columns_or_rows_counts_as_the_first(paper: Paper, path: Path) -> None:
    paper.draw("57 700 480 80 re 57 755 m 537 755 l 217 725 m 537 725 l 217 755 m 217 700 l 377 755 m 377 700 l S")
    paper.text(260, 762, "Over all")
    fill(paper, 745, "A cell that runs on over|two rows", "b1", "c1")
    fill(paper, 710, "", "b2", "c2")
    assert cells_of(reader.read(paper.save(path))) == [
        ((1, 1, 1), "Over all"),
        ((1, 2, 1), "A cell that runs on over two rows"),
        ((1, 2, 2), "b1"),
        ((1, 2, 3), "c1"),
        ((1, 3, 2), "b2"),
        ((1, 3, 3), "c2"),
    ]


def test_a_cell_that_ends_in_a_colon_is_no_field_of_a_letterhead(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    paper.page()
    grid(paper, 780, 750)
    fill(paper, 760, "provided that:", "given that:", "where:")
    assert [text for _, text in cells_of(reader.read(paper.save(path)))[1:]] == [
        "provided that:",
        "given that:",
        "where:",
    ]

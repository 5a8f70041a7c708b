from pathlib import Path

import pytest

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

from pathlib import Path

from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.pdf import reader
from support.handwritten_pdf import LEFT, SENTENCE, Paper

EDGES = (57.0, 217.0, 377.0, 537.0)


def grid(paper: Paper, *rows: float, edges: tuple[float, ...] = EDGES) -> None:
    """Draw a table's lines at some heights, from top to bottom."""
    for y in rows:
        paper.box_(edges[0], y, edges[-1] - edges[0], 0.5)
    for x in edges:
        paper.box_(x, rows[-1], 0.5, rows[0] - rows[-1])


def fill(paper: Paper, y: float, *cells: str) -> None:
    """Write a row of cells, with lines separated by a bar."""
    for x, cell in zip(EDGES, cells, strict=False):
        for n, line in enumerate(cell.split("|") if cell else ()):
            paper.text(x + 6, y - 12 * n, line)


def cells(source: SourceText) -> list[tuple[tuple[int, int, int] | None, str]]:
    return [(block.cell, block.text) for block in source.blocks]


def test_a_table_runs_on_over_the_page_its_head_printed_again(paper: Paper, path: Path) -> None:
    for first, last in ((1, 2), (3, 4)):
        if first > 1:
            paper.page()
        grid(paper, 780, 750, 720, 690)
        fill(paper, 760, "Article", "Commission", "Council")
        for n in (first, last):
            fill(paper, 730 - 30 * (n - first), f"{n}", f"Text {n}.", f"Change {n}.")
    found = cells(reader.read(paper.save(path)))
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
    assert cells(reader.read(paper.save(path))) == [
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
    assert [cell for cell, _ in cells(reader.read(paper.save(path)))] == [
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
    assert cells(source) == [
        ((1, 1, 1), "one"),
        ((1, 1, 2), "the first line of a cell, underlined for the most of it, and its second"),
    ]


def test_a_cell_over_several_columns_or_rows_counts_as_the_first(paper: Paper, path: Path) -> None:
    paper.draw("57 700 480 80 re 57 755 m 537 755 l 217 725 m 537 725 l 217 755 m 217 700 l 377 755 m 377 700 l S")
    paper.text(260, 762, "Over all")
    fill(paper, 745, "A cell that runs on over|two rows", "b1", "c1")
    fill(paper, 710, "", "b2", "c2")
    assert cells(reader.read(paper.save(path))) == [
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
    assert [text for _, text in cells(reader.read(paper.save(path)))[1:]] == ["provided that:", "given that:", "where:"]

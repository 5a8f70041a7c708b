from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.gui.reader.paragraph_model import ParagraphModel
from delegate_desk.gui.reader.row_layout import ParagraphLayout, cells
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane


def _cell(row: int, column: int, text: str) -> Paragraph:
    return Paragraph(Address(f"tbl_1__row_{row}__cell_{column}"), Kind.CELL, "", text)


UNITS = (
    Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", "Before the table."),
    _cell(1, 1, "A place with a long name"),
    _cell(1, 2, "45"),
    _cell(2, 1, "Another"),
    _cell(2, 2, "40"),
    Paragraph(Address("para_2"), Kind.PARAGRAPH, "2.", "After it."),
)


def test_cells_of_a_table_row_stand_side_by_side_in_columns_as_wide_as_their_words() -> None:
    made = cells(UNITS)
    assert [(made[n].band, made[n].first) for n in (1, 2, 3, 4)] == [(1, True), (1, True), (3, False), (3, False)]
    assert made[1].left == 0
    assert made[2].left == made[1].width > made[2].width
    assert round(made[1].width + made[2].width, 9) == 1


def test_a_column_of_few_words_has_room_for_the_longest_of_them() -> None:
    long = "Consent should provide a valid ground for the processing of data in a case of clear imbalance. "
    units = (_cell(1, 1, "Article number"), *(_cell(1, n, long) for n in (2, 3, 4)))
    made = cells(units)
    assert made[0].width * 70 > len("Article") + 2
    assert made[1].width > made[0].width


def test_a_point_finds_its_cell_and_rows_below_follow_the_highest(qapp: object) -> None:
    model = ParagraphModel()
    model.units = UNITS
    model.first_note = len(UNITS)
    flow = ParagraphLayout(model)
    flow.reset(metrics_for_pane(850, 17))
    flow.measure_rows(range(len(UNITS)))
    assert flow.top(1) == flow.top(2) < flow.top(3) == flow.top(4) < flow.top(5)
    middle = flow.top(1) + flow.height(1) / 2
    assert flow.row_at(middle, flow.left(1) + 5) == 1
    assert flow.row_at(middle, flow.left(2) + 5) == 2
    assert list(flow.rows_between(middle, middle + 1)) == [1, 2]

import pytest

from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.export_options import Audience, ExportOptions, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun
from delegate_desk.export.docx.default_template import WIDE_TEXT_WIDTH, Style
from delegate_desk.export.docx.renderer import render
from delegate_desk.export.layouts import position_paper
from support.document_values import paper
from support.position_values import KEY, MOMENT, material, page

ITEM = PositionEntry(
    Address("para_1"),
    Stance.CAN_ACCEPT,
    "Noise disturbs people.",
    "Shorter.",
    justification="Recital 4.",
    joint=("CY", "MT"),
)
NEW = PositionEntry(Address("para_1a"), proposal="Ships keep them.", after=Address("para_1"), label="1a.")


def sheet(
    *items: PositionEntry,
    columns: ProvisionColumns = ProvisionColumns.SUGGESTIONS,
    markup: MarkupStyle = MarkupStyle.COUNCIL,
    audience: Audience = Audience.CIRCULATION,
    document: Document | None = None,
    language: str = "en",
    alone: bool = False,
) -> ExportDocument:
    """A position with some items, or only its table."""
    ours = Position(KEY, general="We agree.", items=items)
    made = material(audience, language, ours=ours, annotations=(), document=document)
    lay_out = position_paper.lay_out_comments_table if alone else position_paper.lay_out
    return lay_out(made, ExportOptions(markup, columns=columns))


def table(made: ExportDocument) -> ExportTable:
    (found,) = (block for block in made.blocks if isinstance(block, ExportTable))
    return found


def rows(made: ExportDocument) -> list[list[str]]:
    return [[" / ".join(map(words, cell.texts)) for cell in row.cells] for row in table(made).rows]


def words(text: ExportParagraph) -> str:
    return "".join(run.text for run in text.runs)


def runs(made: ExportDocument) -> list[StyledRun]:
    return [run for row in table(made).rows for cell in row.cells for text in cell.texts for run in text.runs]


def test_two_columns_stand_under_the_head_of_a_provision() -> None:
    assert rows(sheet(ITEM)) == [
        ["Drafting suggestions", "Comments"],
        ["Paragraph 1", "Can accept"],
        [
            "1.\tNoise disturbs the people who live near ports.",
            "Shorter. / Justification: Recital 4. / Jointly with: CY, MT",
        ],
    ]


def test_four_columns_have_the_text_as_it_is_and_the_suggestion() -> None:
    assert rows(sheet(ITEM, columns=ProvisionColumns.FOUR)) == [
        ["Provision", "Presidency text", "Drafting suggestions", "Comments"],
        [
            "Paragraph 1",
            "1.\tNoise disturbs the people who live near ports.",
            "1.\tNoise disturbs the people who live near ports.",
            "Can accept / Shorter. / Justification: Recital 4. / Jointly with: CY, MT",
        ],
    ]


def test_with_justification_that_comes_first_and_the_comment_is_kept() -> None:
    head, row = rows(sheet(ITEM, columns=ProvisionColumns.JUSTIFIED))
    assert head[-1] == "Justification"
    assert row[-1] == "Can accept / Recital 4. / Comments: Shorter. / Jointly with: CY, MT"


def test_the_text_of_a_commission_proposal_is_called_so() -> None:
    document = paper()
    named = Document(
        type(document.header)("en", Reference("COM", 77, 2026, final=True)), document.paragraphs, document.footnotes
    )
    assert rows(sheet(ITEM, columns=ProvisionColumns.FOUR, document=named))[0][1] == "Commission proposal"


def test_without_a_proposal_the_column_of_suggestions_is_empty() -> None:
    assert rows(sheet(PositionEntry(Address("para_1"), Stance.SUPPORT), columns=ProvisionColumns.FOUR))[1][2:] == [
        "",
        "Support",
    ]


@pytest.mark.parametrize("columns", [ProvisionColumns.FOUR, ProvisionColumns.JUSTIFIED])
def test_four_columns_lie_on_their_side(columns: ProvisionColumns) -> None:
    made = sheet(ITEM, columns=columns)
    wide, high = page(render(made, MOMENT))
    assert wide > high
    assert sum(table(made).widths) == WIDE_TEXT_WIDTH


@pytest.mark.parametrize(
    ("item", "named"),
    [
        (NEW, "Paragraph 1a – new, after paragraph 1"),
        (
            PositionEntry(Address("para_0a"), proposal="First.", after=Address("")),
            "Paragraph 0a – new, at the beginning",
        ),
        (PositionEntry(Address("para_1"), after=Address("para_2")), "Paragraph 1 – to be moved after paragraph 2"),
        (PositionEntry(Address("para_2"), after=Address("")), "Paragraph 2 – to be moved to the beginning"),
        (PositionEntry(Address("para_1"), proposal=""), "Paragraph 1 – to be deleted"),
    ],
)
def test_what_is_asked_of_a_whole_provision_is_said_in_its_head(item: PositionEntry, named: str) -> None:
    for columns in ProvisionColumns:
        assert named in {cells[0] for cells in rows(sheet(item, columns=columns))}


def test_a_new_provision_stands_where_it_would_with_its_label_added() -> None:
    made = sheet(PositionEntry(Address("para_2"), Stance.SUPPORT), ITEM, NEW)
    heads = [cells[0] for cells in rows(made) if cells[0].startswith("Para")]
    assert heads == ["Paragraph 1", "Paragraph 1a – new, after paragraph 1", "Paragraph 2"]
    assert [run.style for run in runs(made) if run.text in ("1a.", "Ships keep them.")] == [Style.ADDED, Style.ADDED]


def test_a_new_provision_has_no_text_of_the_presidency() -> None:
    assert rows(sheet(NEW, columns=ProvisionColumns.FOUR))[1][1:3] == ["", "1a.\tShips keep them."]


def test_a_provision_that_goes_is_struck_with_its_label() -> None:
    struck = [
        run.text for run in runs(sheet(PositionEntry(Address("para_1"), proposal=""))) if run.style is Style.DELETED
    ]
    assert struck == ["1.", "Noise disturbs the people who live near ports."]


def test_tracked_suggestions_are_words_own_in_the_columns_of_suggestions_alone() -> None:
    made = sheet(ITEM, columns=ProvisionColumns.FOUR, markup=MarkupStyle.TRACKED)
    changed = [
        any(r.change is not WordChange.EQUAL for t in c.texts for r in t.runs) for c in table(made).rows[1].cells
    ]
    assert changed == [False, False, True, False]
    assert made.tracked


def test_the_table_alone_begins_with_the_general_comments() -> None:
    made = sheet(ITEM, columns=ProvisionColumns.FOUR, alone=True)
    assert rows(made)[1:3] == [["General comments"], ["We agree."]]
    assert words(made.blocks[0]) == "Delegation of Greece – Comments on ST 7001/26"  # type: ignore[arg-type] # a Text


def test_the_table_alone_holds_general_comments_where_there_is_nothing_else() -> None:
    assert rows(sheet(alone=True))[1:] == [["General comments"], ["We agree."]]


@pytest.mark.parametrize("columns", ProvisionColumns)
def test_the_capital_reads_fallbacks_in_order_under_the_provision(columns: ProvisionColumns) -> None:
    item = PositionEntry(
        Address("para_1"), fallbacks=("Noise disturbs people.", "Noise disturbs."), instruction="Hold.", priority=1
    )
    made = sheet(item, columns=columns, audience=Audience.CAPITAL)
    (inner,) = [cells[0] for cells in rows(made) if cells[0].startswith("Internal")]
    assert [line.split(":")[1].strip() for line in inner.split(" / ")] == [
        "Priority 1", "Instruction", "Fallback 1", "Fallback 2",
    ]  # fmt: skip
    assert all(len(row.cells) == 1 for row in table(made).rows if words(row.cells[0].texts[0]).startswith("Internal"))


def test_labels_are_those_of_the_language_asked_for() -> None:
    assert rows(sheet(NEW, columns=ProvisionColumns.FOUR, language="el"))[0] == [
        "Διάταξη", "Κείμενο της Προεδρίας", "Προτάσεις διατύπωσης", "Παρατηρήσεις",
    ]  # fmt: skip
    assert rows(sheet(NEW, language="fr"))[1][0].endswith("nouvelle disposition, après: paragraphe 1")


def test_what_a_template_of_the_house_asks_for_is_there() -> None:
    fields = sheet(ITEM).fields
    assert {name: run.text for name, run in fields.items()} == {
        "title": "Comments on ST 7001/26",
        "reference": "ST 7001/26",
        "delegation": "Delegation of Greece",
        "date": "9 March 2026",
        "subject": "Quiet hours in ports",
        "file": "2026/0101(COD)",
        "marking": "LIMITE",
    }


@pytest.mark.parametrize(
    ("told", "whole"), [("Insist.", True), ("Insist on the islands and on the small ports. " * 40, False)]
)
def test_only_a_long_instruction_is_broken_by_a_page(told: str, whole: bool) -> None:
    made = sheet(PositionEntry(Address("para_1"), Stance.OPPOSE, instruction=told), audience=Audience.CAPITAL)
    assert table(made).rows[-1].splits is not whole

"""The provisions of a position, alone or with those of other delegations."""

import pytest
from docx.oxml.ns import qn

from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.export_options import Audience, ExportOptions, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, paragraphs_in_blocks
from delegate_desk.export.docx.default_template import WIDE_TEXT_WIDTH, Style
from delegate_desk.export.docx.renderer import render
from delegate_desk.export.docx.renderer import render as word
from delegate_desk.export.html import render_text
from delegate_desk.export.internal_content import DelegationComment
from delegate_desk.export.layouts import position_paper
from delegate_desk.export.layouts.position_paper import lay_out_compilation
from support.document_values import paper
from support.position_values import KEY, MOMENT, POSITION, material, opened, page
from support.written_comments import heard, placed

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


def test_a_provision_has_the_columns_that_were_chosen() -> None:
    assert rows(sheet(ITEM)) == [
        ["Drafting suggestions", "Comments"],
        ["Paragraph 1", "Can accept"],
        [
            "1.\tNoise disturbs the people who live near ports.",
            "Shorter. / Justification: Recital 4. / Jointly with: CY, MT",
        ],
    ]
    assert rows(sheet(ITEM, columns=ProvisionColumns.FOUR)) == [
        ["Provision", "Presidency text", "Drafting suggestions", "Comments"],
        [
            "Paragraph 1",
            "1.\tNoise disturbs the people who live near ports.",
            "1.\tNoise disturbs the people who live near ports.",
            "Can accept / Shorter. / Justification: Recital 4. / Jointly with: CY, MT",
        ],
    ]
    head, row = rows(sheet(ITEM, columns=ProvisionColumns.JUSTIFIED))
    assert head[-1] == "Justification"
    assert row[-1] == "Can accept / Recital 4. / Comments: Shorter. / Jointly with: CY, MT"
    assert rows(sheet(PositionEntry(Address("para_1"), Stance.SUPPORT), columns=ProvisionColumns.FOUR))[1][2:] == [
        "",
        "Support",
    ]


def test_the_text_of_a_commission_proposal_is_called_so_and_labels_are_in_the_language_asked_for() -> None:
    document = paper()
    named = Document(
        type(document.header)("en", Reference("COM", 77, 2026, final=True)), document.paragraphs, document.footnotes
    )
    assert rows(sheet(ITEM, columns=ProvisionColumns.FOUR, document=named))[0][1] == "Commission proposal"
    assert rows(sheet(NEW, columns=ProvisionColumns.FOUR, language="el"))[0] == [
        "Διάταξη", "Κείμενο της Προεδρίας", "Προτάσεις διατύπωσης", "Παρατηρήσεις",
    ]  # fmt: skip
    assert rows(sheet(NEW, language="fr"))[1][0].endswith("nouvelle disposition, après: paragraphe 1")


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
    assert rows(sheet(NEW, columns=ProvisionColumns.FOUR))[1][1:3] == ["", "1a.\tShips keep them."]


def test_a_provision_that_goes_is_struck_and_tracked_suggestions_are_words_own() -> None:
    struck = [
        run.text for run in runs(sheet(PositionEntry(Address("para_1"), proposal=""))) if run.style is Style.DELETED
    ]
    assert struck == ["1.", "Noise disturbs the people who live near ports."]
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


def test_internal_lines_of_the_same_words_are_different_fields() -> None:
    item = PositionEntry(Address("para_1"), red_line="Hold.", instruction="Hold.", internal="Hold.")
    (cell,) = table(sheet(item, audience=Audience.CAPITAL)).rows[-1].cells
    assert [(words(text), text.field) for text in cell.texts] == [
        ("Internal: Red line: Hold.", ""),
        ("Internal: Instruction: Hold.", "instruction"),
        ("Internal: Hold.", "internal"),
    ]


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


def compiled(
    others: tuple[DelegationComment, ...] | None = None,
    *,
    ours: Position = POSITION,
    markup: MarkupStyle = MarkupStyle.COUNCIL,
    columns: ProvisionColumns = ProvisionColumns.SUGGESTIONS,
    audience: Audience = Audience.CIRCULATION,
) -> ExportDocument:
    """A compilation of our comments and those of others."""
    made = material(audience, ours=ours, annotations=(), others=heard() if others is None else others)
    return lay_out_compilation(made, ExportOptions(markup, columns=columns))


def test_delegations_stand_under_a_provision_in_protocol_order_and_new_ones_have_their_label() -> None:
    found = rows(compiled())
    names = [cells[0] for cells in found[1:] if len(cells) == 3 or cells[0].startswith("Para")]
    assert names[:7] == [
        "Paragraph 1",
        "BE",
        "EL",
        "Paragraph 1 bis – new, after paragraph 1",
        "FR",
        "Paragraph 2",
        "DE, NL",
    ]
    at = next(n for n, cells in enumerate(found) if "new, after" in cells[0])
    assert found[at + 1] == ["FR", "1 bis. / Ships shall keep them.", "A gap."]


def test_general_comments_stand_under_the_names_of_delegations_which_begin_the_file() -> None:
    lines = render_text(compiled()).splitlines()
    greece, sweden = lines.index("EL"), lines.index("SE")
    assert greece < lines.index("We thank the Presidency.") < sweden < lines.index("We welcome the text.")
    assert "Delegations: BE, DE, EL, FR, NL, PL, SE" in lines


def test_what_has_no_place_is_listed_with_the_name_it_was_given() -> None:
    lines = [words(text) for text in paragraphs_in_blocks(compiled().blocks)]
    at = lines.index("Without a place in the text")
    assert lines[at + 1 :] == ["PL  Article 99", "Another wording.", "Where?"]


def test_who_joins_us_is_named_with_us_and_not_taken_for_us() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), Stance.SUPPORT, joint=("CY", "MT")),))
    assert ["EL, CY, MT", "", "Support"] in rows(compiled((), ours=ours))
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), Stance.SUPPORT, joint=("CY",)),))
    made = lay_out_compilation(material(ours=ours, annotations=(), delegation=None), ExportOptions())
    assert ["Delegation, CY", "", "Support"] in rows(made)


def test_each_change_is_tracked_as_that_of_its_delegation() -> None:
    document = opened(word(compiled(markup=MarkupStyle.TRACKED), MOMENT))
    authors = {change.get(qn("w:author")) for change in document.element.body.iter(qn("w:ins"), qn("w:del"))}
    assert authors == {
        "Delegation of Greece",
        "Delegation of Germany, Delegation of the Netherlands",
        "Delegation of France",
    }


@pytest.mark.parametrize("columns", [ProvisionColumns.FOUR, ProvisionColumns.JUSTIFIED])
def test_wide_columns_name_a_provision_and_its_text_once(columns: ProvisionColumns) -> None:
    made = compiled(columns=columns)
    found = rows(made)
    assert made.landscape
    assert [cells[:3] for cells in found[1:3]] == [
        ["Paragraph 1", "1.\tNoise disturbs the people who live near ports.", "BE"],
        ["", "", "EL"],
    ]


def test_what_is_internal_of_ours_stands_in_the_capitals_copy_alone() -> None:
    assert "We can live with the old text." not in render_text(compiled())
    assert "Internal: We can live with the old text." in render_text(compiled(audience=Audience.CAPITAL))


def test_words_that_go_are_known_for_a_provision_that_others_delete() -> None:
    made = compiled(heard(placed("DE", "para_1", "")), ours=Position(KEY))
    assert [(run.text, str(run.style)) for run in runs(made)[-4:]] == [
        ("DE", "Strong"), ("1.", "Deleted"), ("\t", "None"),
        ("Noise disturbs the people who live near ports.", "Deleted"),
    ]  # fmt: skip

import pytest
from docx.oxml.ns import qn

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import Audience, ExportOptions, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, paragraphs_in_blocks
from delegate_desk.export.docx.renderer import render as word
from delegate_desk.export.html import render_text
from delegate_desk.export.internal_content import DelegationComment
from delegate_desk.export.layouts.position_paper import lay_out_compilation
from support.position_values import KEY, MOMENT, POSITION, material, opened
from support.written_comments import heard, placed


def sheet(
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


def rows(made: ExportDocument) -> list[list[str]]:
    """The table, row by row, without its header."""
    (table,) = (block for block in made.blocks if isinstance(block, ExportTable))
    return [[said(cell.texts) for cell in row.cells] for row in table.rows if not row.is_header]


def said(texts: tuple[ExportParagraph, ...]) -> str:
    return " / ".join("".join(run.text for run in text.runs) for text in texts)


def test_delegations_stand_under_a_provision_in_protocol_order() -> None:
    found = rows(sheet())
    names = [cells[0] for cells in found if len(cells) == 3 or cells[0].startswith("Para")]
    assert names[:7] == [
        "Paragraph 1",
        "BE",
        "EL",
        "Paragraph 1 bis – new, after paragraph 1",
        "FR",
        "Paragraph 2",
        "DE, NL",
    ]


def test_a_new_provision_of_others_has_its_label_and_no_text_of_the_document() -> None:
    found = rows(sheet())
    at = next(n for n, cells in enumerate(found) if "new, after" in cells[0])
    assert found[at + 1] == ["FR", "1 bis. / Ships shall keep them.", "A gap."]


def test_general_comments_stand_under_the_names_of_delegations() -> None:
    lines = render_text(sheet()).splitlines()
    greece, sweden = lines.index("EL"), lines.index("SE")
    assert greece < lines.index("We thank the Presidency.") < sweden < lines.index("We welcome the text.")


def test_what_has_no_place_is_listed_with_the_name_it_was_given() -> None:
    lines = [said((text,)) for text in paragraphs_in_blocks(sheet().blocks)]
    at = lines.index("Without a place in the text")
    assert lines[at + 1 :] == ["PL  Article 99", "Another wording.", "Where?"]


def test_all_delegations_are_named_at_the_beginning() -> None:
    lines = render_text(sheet()).splitlines()
    assert "Delegations: BE, DE, EL, FR, NL, PL, SE" in lines


def test_who_joins_us_is_named_with_us() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), Stance.SUPPORT, joint=("CY", "MT")),))
    assert ["EL, CY, MT", "", "Support"] in rows(sheet((), ours=ours))


def test_each_change_is_tracked_as_that_of_its_delegation() -> None:
    document = opened(word(sheet(markup=MarkupStyle.TRACKED), MOMENT))
    authors = {change.get(qn("w:author")) for change in document.element.body.iter(qn("w:ins"), qn("w:del"))}
    assert authors == {
        "Delegation of Greece",
        "Delegation of Germany, Delegation of the Netherlands",
        "Delegation of France",
    }


def test_who_joins_us_is_not_taken_for_us_where_we_are_not_known() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), Stance.SUPPORT, joint=("CY",)),))
    made = lay_out_compilation(material(ours=ours, annotations=(), delegation=None), ExportOptions())
    assert ["Delegation, CY", "", "Support"] in rows(made)


@pytest.mark.parametrize("columns", [ProvisionColumns.FOUR, ProvisionColumns.JUSTIFIED])
def test_wide_columns_name_a_provision_and_its_text_once(columns: ProvisionColumns) -> None:
    made = sheet(columns=columns)
    found = rows(made)
    assert made.landscape
    assert [cells[:3] for cells in found[:2]] == [
        ["Paragraph 1", "1.\tNoise disturbs the people who live near ports.", "BE"],
        ["", "", "EL"],
    ]


def test_what_is_internal_of_ours_stands_in_the_capitals_copy_alone() -> None:
    assert "We can live with the old text." not in render_text(sheet())
    assert "Internal: We can live with the old text." in render_text(sheet(audience=Audience.CAPITAL))


def test_words_that_go_are_known_for_a_provision_that_others_delete() -> None:
    made = sheet(heard(placed("DE", "para_1", "")), ours=Position(KEY))
    (table,) = (block for block in made.blocks if isinstance(block, ExportTable))
    runs = [run for row in table.rows[3:] for cell in row.cells for text in cell.texts for run in text.runs]
    assert [(run.text, str(run.style)) for run in runs] == [
        ("DE", "Strong"), ("1.", "Deleted"), ("\t", "None"),
        ("Noise disturbs the people who live near ports.", "Deleted"),
    ]  # fmt: skip

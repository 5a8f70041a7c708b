import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from delegate_desk.core.positions.export_options import Audience, MarkupStyle
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import Comment, ExportDocument, ExportParagraph, Footnote, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.docx.renderer import render
from support.position_values import MOMENT, written
from support.word_text import extract_marked_text


def extract_text(content: bytes) -> str:
    return "".join(text for _, text in extract_marked_text(content))


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_file_is_read_back_with_head_body_and_foot(tmp_path: Path, markup: MarkupStyle) -> None:
    file = tmp_path / "position.docx"
    file.write_bytes(written(markup))
    lines = extract_text(file.read_bytes()).splitlines()
    assert lines[:4] == [
        "LIMITE",
        "Delegation of Greece · ST 7001/26 LIMITE",
        "Delegation of Greece",
        "Comments on ST 7001/26",
    ]
    assert "Paragraph 2 | Support if amended" in lines
    assert "2. Ports should set fair quiet hours for ships at berth. | Fairness follows from recital 4." in lines
    assert lines[-1] == "ST 7001/26 LIMITE 1/1"


def test_what_is_internal_is_read_back_too(tmp_path: Path) -> None:
    file = tmp_path / "position.docx"
    file.write_bytes(written(audience=Audience.CAPITAL))
    assert "Internal: We can live with the old text." in extract_text(file.read_bytes())


def test_notes_and_comments_are_read_back_too() -> None:
    comment = Comment((ExportParagraph((StyledRun("Why?"),)),), "Delegation of Malta")
    note = Footnote((ExportParagraph((StyledRun("A quay, "), StyledRun("loud", change=WordChange.DELETE))),))
    text = ExportParagraph((StyledRun("Quiet", comments=(comment,), note=note),))
    content = render(ExportDocument("T", "D", "en-GB", (text,), (), (), ()), MOMENT)
    assert extract_text(content).splitlines() == ["Quiet", "[1] A quay, loud", "[Delegation of Malta: Why?]"]


def test_what_a_house_says_at_its_heads_and_in_its_controls_is_read_back_once() -> None:
    document = docx.Document()
    said = "<w:sdtContent><w:p><w:r><w:t>Control</w:t></w:r></w:p></w:sdtContent>"
    control = parse_xml(f"<w:sdt {nsdecls('w')}>{said}</w:sdt>")
    document.element.body.insert(0, control)
    document.sections[0].header.paragraphs[0].text = "House"
    document.add_section().even_page_header.paragraphs[0].text = "Even"
    file = io.BytesIO()
    document.save(file)
    assert extract_text(file.getvalue()).splitlines() == ["House", "Even", "Control"]


@pytest.mark.parametrize("markup", MarkupStyle)
def test_what_is_marked_as_new_or_gone_is_read_back_so(markup: MarkupStyle) -> None:
    content = written(markup)
    words = extract_marked_text(content)
    assert [said.strip() for change, said in words if change is WordChange.INSERT] == ["fair"]
    assert [said.strip() for change, said in words if change is WordChange.DELETE] == ["at berth"]


def test_what_word_tracks_counts_where_it_tracks_anything() -> None:
    bold = StyledRun("Printed bold and underlined", style=Style.ADDED)
    runs = (bold, StyledRun(" new", change=WordChange.INSERT), StyledRun(" gone", change=WordChange.DELETE))
    content = render(ExportDocument("T", "D", "en-GB", (ExportParagraph(runs),), (), (), ()), MOMENT)
    assert extract_marked_text(content) == (
        (WordChange.EQUAL, "Printed bold and underlined"),
        (WordChange.INSERT, " new"),
        (WordChange.DELETE, " gone"),
    )
    content = render(
        ExportDocument(
            "T", "D", "en-GB", (ExportParagraph((bold, StyledRun(" old", style=Style.DELETED))),), (), (), ()
        ),
        MOMENT,
    )
    assert extract_marked_text(content) == (
        (WordChange.INSERT, "Printed bold and underlined"),
        (WordChange.DELETE, " old"),
    )

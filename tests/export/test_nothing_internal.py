"""Internal content is in no part of a file for circulation, whatever was written and wherever."""

import dataclasses
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    LABEL_LANGUAGES,
    MEETING_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export import html
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.docx import renderer
from delegate_desk.export.html import render_text
from delegate_desk.export.labels import load
from delegate_desk.export.layouts import annotated_text
from delegate_desk.export.layouts.position_paper import lay_out
from delegate_desk.export.position_paper import CirculatedAnnotation, Cover, PaperProvision, PositionPaper
from delegate_desk.services.export.document_exports import KINDS
from support.document_values import paper
from support.meeting_values import file, heard, sheet
from support.planted_tokens import PLACES, SECRETS, TOKEN, WORDS, annotations, positions
from support.position_values import KEY, MOMENT, POSITION, gathered, material, parts, remark, written
from support.written_comments import heard as wrote


def limited(marking: str | None) -> Document:
    document = paper()
    return replace(document, header=replace(document.header, marking=marking))


def laid_out(
    kind: ExportKind, options: ExportOptions, document: Document, ours: Position, remarks: list[Annotation]
) -> ExportDocument:
    """A file of any kind before it is written; a redline with its new text."""
    others = wrote() if kind is ExportKind.COMPILATION else ()
    language = options.labels or "en"
    made = material(options.audience, language, document=document, ours=ours, annotations=remarks, others=others)
    return annotated_text.lay_out_redline(made) if kind is ExportKind.REDLINE else KINDS[kind](made, options)


@given(
    kind=st.sampled_from(DOCUMENT_KINDS),
    options=st.builds(
        ExportOptions,
        st.sampled_from(MarkupStyle),
        labels=st.sampled_from(LABEL_LANGUAGES),
        columns=st.sampled_from(ProvisionColumns),
    ),
    ours=positions(),
    remarks=st.lists(annotations(), max_size=6),
    marking=st.sampled_from([None, "LIMITE"]),
)
def test_what_is_internal_changes_nothing_in_what_circulates_and_is_not_in_it(
    kind: ExportKind, options: ExportOptions, ours: Position, remarks: list[Annotation], marking: str | None
) -> None:
    bare = replace(ours, internal="", cleared=None, sent=None, version=1, items=tuple(map(circulating, ours.items)))
    open_ = [replace(one, tags=()) for one in remarks if one.visibility is Visibility.CIRCULATION]
    full, plain = (laid_out(kind, options, limited(marking), *said) for said in ((ours, remarks), (bare, open_)))
    content = renderer.render(full, MOMENT)
    assert content == renderer.render(plain, MOMENT)
    assert (html.render(full), html.render_text(full)) == (html.render(plain), html.render_text(plain))
    assert "7731" not in "".join((*parts(content), *parts(content).values(), html.render(full), html.render_text(full)))


def circulating(item: PositionEntry) -> PositionEntry:
    """An item with only content for circulation."""
    return PositionEntry(
        item.address, item.stance.circulated if item.stance else None, item.proposal, item.comment,
        justification=item.justification, joint=item.joint, after=item.after, label=item.label,
    )  # fmt: skip


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
@pytest.mark.parametrize("markup", MarkupStyle)
@pytest.mark.parametrize("columns", ProvisionColumns)
def test_the_capital_reads_each_internal_text_in_every_kind(
    kind: ExportKind, markup: MarkupStyle, columns: ProvisionColumns
) -> None:
    place = Address("para_1")
    secrets = [f"{TOKEN}{n}" for n in range(10)]
    item = PositionEntry(
        place, Stance.RED_LINE, internal=secrets[0], fallbacks=(secrets[1], secrets[2]), red_line=secrets[3],
        instruction=secrets[4], source=secrets[5], tags=(secrets[6],), priority=2, authors=("SE",),
    )  # fmt: skip
    ours = Position(KEY, general="We agree.", internal=secrets[7], items=(item,))
    remarks = [
        remark("para_1", AnnotationKind.NOTE, secrets[8]),
        remark("para_2", AnnotationKind.QUESTION, secrets[9]),
    ]
    options = ExportOptions(markup, Audience.CAPITAL, columns=columns)
    whole = "".join(parts(renderer.render(laid_out(kind, options, paper(), ours, remarks), MOMENT)).values())
    assert [secret for secret in secrets if secret not in whole] == []
    assert all(said in whole for said in ("Priority 2", "Drafting by", load("en").stances["red_line"]))
    circulates = ExportOptions(markup, columns=columns)
    open_ = "".join(parts(renderer.render(laid_out(kind, circulates, paper(), ours, remarks), MOMENT)).values())
    assert load("en").stances["oppose"] in open_
    assert load("en").stances["red_line"] not in open_


@st.composite
def interventions(draw: st.DrawFn) -> Intervention:
    """An intervention, or an unparsed line of ours, all of which is internal; the line as typed always is."""
    codes = draw(st.sampled_from(["", "DE", "EL FR", "PRES", "COM", "XX"]))
    stance = draw(st.sampled_from(Stance)) if codes else None
    address = draw(st.none() | st.sampled_from(PLACES))
    one = heard(codes, stance, address, draw(WORDS if codes else SECRETS), item=draw(st.sampled_from(["2", "3", None])))
    wordings = draw(st.sampled_from([(), ("words",)]))
    line = replace(one.line, text=f"{TOKEN} {one.text}")
    return replace(one, line=line, wordings=wordings, conclusion=codes == "PRES" and draw(st.booleans()))


@given(
    kind=st.sampled_from(MEETING_KINDS),
    said=st.lists(interventions(), max_size=8),
    ours=positions(),
    remarks=st.lists(annotations().map(lambda one: replace(one, due=MOMENT, holder=TOKEN)), max_size=6),
    language=st.sampled_from(LABEL_LANGUAGES),
    named=st.booleans(),
    marking=st.sampled_from([None, "LIMITE"]),
)
def test_a_token_in_what_is_internal_is_in_no_file_on_a_meeting_that_circulates(
    kind: ExportKind,
    said: list[Intervention],
    ours: Position,
    remarks: list[Annotation],
    language: str,
    named: bool,
    marking: str | None,
) -> None:
    given = {"said": said, "ours": ours, "annotations": remarks, "named": named, "marking": marking}
    for name, part in parts(file(kind, Audience.CIRCULATION, language, **given)).items():
        assert "7731" not in name
        assert "7731" not in part
    assert "7731" not in html.render_text(sheet(kind, Audience.CIRCULATION, language, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [ExportKind.POSITION, *MEETING_KINDS])
@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_word_red_line_does_not_circulate(kind: ExportKind, language: str) -> None:
    said = [heard("HU EL", Stance.RED_LINE, "para_1")]
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), Stance.RED_LINE, comment="No."),))
    remarks = [remark("para_1", AnnotationKind.RED_LINE, "No.", Visibility.CIRCULATION)]
    labels = load(language)

    def whole(audience: Audience) -> str:
        if kind is ExportKind.POSITION:
            content = written(audience=audience, language=language, ours=ours, annotations=remarks)
        else:
            content = file(kind, audience, language, said=said, ours=ours, annotations=remarks)
        return "".join(parts(content).values()).replace("\u00a0", " ")

    circulates = whole(Audience.CIRCULATION)
    assert labels.stances["red_line"] not in circulates
    assert "red_line" not in circulates
    assert labels.stances["oppose"] in circulates
    named = labels.words["red_lines"] if kind is ExportKind.REPORT else labels.stances["red_line"]
    assert named in whole(Audience.CAPITAL)


@pytest.mark.parametrize("named", [True, False])
def test_who_said_what_is_not_in_a_file_that_names_no_delegation(named: bool) -> None:
    said = [heard("DE NL", Stance.OPPOSE, "para_1", "as SE, and Finland"), heard("COM", Stance.STATEMENT, "para_1")]
    said.append(heard("PRES", Stance.STATEMENT, None, "DE to write to GR", conclusion=True))
    files = (file(kind, said=said, named=named) for kind in (ExportKind.REPORT, ExportKind.MATRIX))
    whole = "".join(parts(content)["word/document.xml"] for content in files)
    words = set(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", whole)))
    assert (words & {"DE", "NL", "SE", "GR", "Finland"} == set()) is not named
    assert "COM" in words


def test_provisions_stand_in_the_documents_order_and_those_without_a_place_last() -> None:
    paper, _ = gathered(ours=Position(KEY, items=tuple(reversed(POSITION.items))))
    assert [p.citation for p in paper.provisions] == ["paragraph 1", "paragraph 2", "paragraph 2, point (a)"]
    ours = Position(
        KEY,
        items=(PositionEntry(Address("para_9"), comment="Gone?"), PositionEntry(Address("para_1"), comment="Here.")),
    )
    paper, _ = gathered(ours=ours, annotations=())
    assert [(p.citation, p.word_changes) for p in paper.provisions][1] == ("paragraph 9", ())


def test_a_document_cannot_hold_a_red_line() -> None:
    with pytest.raises(ValueError, match="red_line"):
        CirculatedAnnotation(AnnotationKind.RED_LINE, "", "no")
    with pytest.raises(ValueError, match="red_line"):
        PaperProvision(
            0, Address("x"), "", "", heading=False, word_changes=(), stance=Stance.RED_LINE, comment="", remarks=()
        )


def test_a_document_has_no_field_for_what_is_internal() -> None:
    fields = {
        f.name
        for kind in (PositionPaper, Cover, PaperProvision, CirculatedAnnotation)
        for f in dataclasses.fields(kind)
    }
    assert fields == {
        *("delegation", "date", "cover", "general", "provisions"),
        *("name", "language", "date", "subject", "marking", "interinstitutional_files", "series"),
        *("order", "address", "citation", "label", "heading", "word_changes", "stance", "comment", "remarks"),
        *("does", "after", "after_citation", "justification", "joint"),
        *("kind", "quote", "text", "start", "holder"),
    }


def test_what_circulates_makes_a_provision_and_what_is_internal_alone_none() -> None:
    question = remark("fn_1", AnnotationKind.QUESTION, "Which one?", Visibility.CIRCULATION)
    paper, internal = gathered(ours=Position(KEY), annotations=[question])
    assert [(p.citation, p.remarks) for p in paper.provisions] == [
        ("footnote 1", (CirculatedAnnotation(AnnotationKind.QUESTION, "", "Which one?"),))
    ]
    assert internal.count() == 0
    ours = Position(KEY, internal="hush", items=(PositionEntry(Address("para_1"), internal="hush"),))
    paper, internal = gathered(ours=ours, annotations=[remark("para_2", AnnotationKind.NOTE, "hush")])
    assert paper.is_empty()
    assert internal.count() == 3


def test_a_reservation_of_others_is_told_as_theirs() -> None:
    theirs = replace(
        remark("para_1", AnnotationKind.SCRUTINY_RESERVATION, "Until May.", Visibility.CIRCULATION), holder="FR"
    )
    paper, _ = gathered(annotations=[theirs])
    assert [(r.holder, r.kind) for r in paper.provisions[0].remarks] == [("FR", AnnotationKind.SCRUTINY_RESERVATION)]
    made = lay_out(material(annotations=[theirs]), ExportOptions())
    assert "FR: Scrutiny reservation: Until May." in render_text(made)

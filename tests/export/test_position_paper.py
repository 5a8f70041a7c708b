import dataclasses
from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import ExportOptions
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export.html import render_text
from delegate_desk.export.layouts.position_paper import lay_out
from delegate_desk.export.position_paper import CirculatedAnnotation, Cover, PaperProvision, PositionPaper
from support.position_values import KEY, POSITION, gathered, material, remark


def test_a_document_speaks_on_provisions_in_the_documents_order() -> None:
    paper, _ = gathered(ours=Position(KEY, items=tuple(reversed(POSITION.items))))
    assert [p.citation for p in paper.provisions] == ["paragraph 1", "paragraph 2", "paragraph 2, point (a)"]


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


def test_what_is_internal_alone_makes_no_provision() -> None:
    ours = Position(KEY, internal="hush", items=(PositionEntry(Address("para_1"), internal="hush"),))
    paper, internal = gathered(ours=ours, annotations=[remark("para_2", AnnotationKind.NOTE, "hush")])
    assert paper.is_empty()
    assert internal.count() == 3


def test_an_annotation_that_circulates_makes_a_provision() -> None:
    question = remark("fn_1", AnnotationKind.QUESTION, "Which one?", Visibility.CIRCULATION)
    paper, internal = gathered(ours=Position(KEY), annotations=[question])
    assert [(p.citation, p.remarks) for p in paper.provisions] == [
        ("footnote 1", (CirculatedAnnotation(AnnotationKind.QUESTION, "", "Which one?"),))
    ]
    assert internal.count() == 0


def test_a_place_that_the_document_no_longer_has_comes_last() -> None:
    ours = Position(
        KEY,
        items=(PositionEntry(Address("para_9"), comment="Gone?"), PositionEntry(Address("para_1"), comment="Here.")),
    )
    paper, _ = gathered(ours=ours, annotations=())
    assert [(p.citation, p.word_changes) for p in paper.provisions][1] == ("paragraph 9", ())


def test_a_reservation_of_others_is_told_as_theirs() -> None:
    theirs = replace(
        remark("para_1", AnnotationKind.SCRUTINY_RESERVATION, "Until May.", Visibility.CIRCULATION), holder="FR"
    )
    paper, _ = gathered(annotations=[theirs])
    assert [(r.holder, r.kind) for r in paper.provisions[0].remarks] == [("FR", AnnotationKind.SCRUTINY_RESERVATION)]
    made = lay_out(material(annotations=[theirs]), ExportOptions())
    assert "FR: Scrutiny reservation: Until May." in render_text(made)

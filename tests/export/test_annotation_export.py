"""Annotations as files: their contents, and what is never in them."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.export.layouts.annotation_list import harmless
from delegate_desk.export.position_paper import CirculatedAnnotation, circulated_annotation
from support.redline_checks import all_words

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def make(text: str = "", kind: AnnotationKind = AnnotationKind.NOTE, **more: object) -> Annotation:
    one = Annotation(AnnotationId("a"), Place(DocumentId(1), Address("para_1")), kind, text, NOW, NOW)
    return replace(one, **more)  # type: ignore[arg-type]  # the fields are those of an annotation


@pytest.fixture
def kept(desk: Desk, held: DocumentId) -> Desk:
    for address, kind, text, visibility, words in (
        ("para_3", AnnotationKind.QUESTION, "Goes out, later.", Visibility.CIRCULATION, None),
        ("para_1", AnnotationKind.RED_LINE, "Goes out as a reservation.", Visibility.CIRCULATION, None),
        ("para_1", AnnotationKind.NOTE, "SECRET fallback.", Visibility.INTERNAL, "noise from ships"),
        ("para_2__point_1", AnnotationKind.SCRUTINY_RESERVATION, "", Visibility.CIRCULATION, None),
    ):
        place = Place(held, Address(address))
        one = desk.annotations.new(place, kind, text=text, visibility=visibility, words=words, tags=("hidden tag",))
        desk.annotations.save(replace(one, due=datetime(2031, 3, 17, 11, 30, tzinfo=UTC), status=AnnotationStatus.DONE))
    return desk


def word(desk: Desk, folder: Path, *, internal: bool) -> str:
    file = folder / "notes.docx"
    desk.exchange.write(file, internal=internal)
    return all_words(file.read_bytes())


def rows(desk: Desk, folder: Path, *, internal: bool) -> list[dict[str, str]]:
    file = folder / "notes.csv"
    desk.exchange.write(file, internal=internal)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_word_file_that_circulates_is_in_order_and_has_nothing_internal(kept: Desk, tmp_path: Path) -> None:
    text = word(kept, tmp_path, internal=False)
    for inner in ("SECRET", "hidden tag", "Red line", "INTERNAL", "17 March 2031", "done", "noise from ships”"):
        assert inner not in text, inner
    assert "LIMITE" in text
    assert "Reservation: Goes out as a reservation." in text
    places = [text.index(said) for said in ("Paragraph 1", "Goes out as", "Paragraph 2, point (a)", "Goes out, later.")]
    assert places == sorted(places)
    assert "The Council notes that noise from ships at berth disturbs" in text


def test_the_capital_sees_all_of_it_marked(kept: Desk, tmp_path: Path) -> None:
    text = word(kept, tmp_path, internal=True)
    assert "INTERNAL – FOR THE CAPITAL" in text
    assert "Internal: Note: “noise from ships” – SECRET fallback." in text
    assert "Internal: Red line: #hidden tag" in text
    assert "Reservation: Goes out as a reservation." in text
    assert "due 17 March 2031" in text


def test_a_table_that_circulates_has_no_columns_for_what_is_internal(kept: Desk, tmp_path: Path) -> None:
    found = rows(kept, tmp_path, internal=False)
    assert [(row["place"], row["kind"]) for row in found] == [
        ("paragraph 1", "reservation"),
        ("paragraph 2, point (a)", "scrutiny_reservation"),
        ("paragraph 3", "question"),
    ]
    assert not {"tags", "status", "due", "visibility"} & set(found[0])
    assert "SECRET" not in str(found)
    assert {row["marking"] for row in found} == {"LIMITE"}


def test_a_table_for_the_capital_has_all_or_those_named(kept: Desk, tmp_path: Path) -> None:
    found = rows(kept, tmp_path, internal=True)
    assert len(found) == 4
    assert {row["tags"] for row in found} == {"hidden tag"}
    assert datetime.fromisoformat(found[0]["due"]) == datetime(2031, 3, 17, 11, 30, tzinfo=UTC)
    assert {row["kind"] for row in found} >= {"red_line", "note"}
    only = [one.id for one in kept.annotations.all()][:1]
    outgoing = kept.exchange.write(tmp_path / "some.csv", internal=True, only=only)
    assert [one.annotation.id for one in outgoing.annotations] == only


def test_what_could_begin_a_formula_is_made_harmless_and_other_cells_stay_as_they_are() -> None:
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1"):
        assert harmless(cell) == f"'{cell}"
    for cell in ("", "a=b", "1-2", "Άρθρο 5", "7.", "'=1"):
        assert harmless(cell) == cell


def test_no_cell_of_a_table_begins_a_formula_and_who_holds_a_reservation_is_said(
    desk: Desk, first: Place, tmp_path: Path
) -> None:
    text = '=HYPERLINK("http://x","y")\n"quoted", and\tmore'
    new = desk.annotations.new(first, AnnotationKind.NOTE, text=text, tags=("@tag", "+1"))
    desk.annotations.save(new)
    (row,) = rows(desk, tmp_path, internal=True)
    assert row["text"] == f"'{text}"
    assert row["tags"] == "'@tag, +1"
    new = desk.annotations.new(
        first, AnnotationKind.RESERVATION, holder="FR", visibility=Visibility.CIRCULATION, text="Too broad."
    )
    desk.annotations.save(new)
    assert "FR: Reservation: Too broad." in word(desk, tmp_path, internal=False)


def test_internal_ones_do_not_become_circulating() -> None:
    with pytest.raises(ValueError, match="internal"):
        circulated_annotation(make(visibility=Visibility.INTERNAL))
    red = make("No.", AnnotationKind.RED_LINE, visibility=Visibility.CIRCULATION, holder="")
    assert circulated_annotation(red) == CirculatedAnnotation(AnnotationKind.RESERVATION, "", "No.")

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExportFailedError, NothingToExportError, UnknownDelegationError
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from support.position_values import parts

SECRET = "hush-4417"
CAPITAL = ExportOptions(audience=Audience.CAPITAL)


@pytest.fixture
def drafted(desk: Desk, held: DocumentId) -> DocumentId:
    """A document with a position on it, and internal content in every place that can have it."""
    point = Address("para_2__point_1")
    desk.positions.set_general(held, "We support the text.")
    desk.positions.set_internal(held, f"{SECRET} A")
    proposal = "set fair quiet hours for ships at berth;"
    desk.positions.set_item(held, PositionEntry(point, Stance.SUPPORT_IF, proposal, "Fairness matters.", f"{SECRET} B"))
    desk.positions.set_item(held, PositionEntry(Address("para_3"), internal=f"{SECRET} C"))
    note = desk.annotations.new(Place(held, point), AnnotationKind.NOTE, text=f"{SECRET} D", tags=[f"{SECRET}-E"])
    question = desk.annotations.new(
        Place(held, Address("para_1")),
        AnnotationKind.QUESTION,
        text="Which ports?",
        words="ports",
        tags=[f"{SECRET}-F"],
        visibility=Visibility.CIRCULATION,
    )
    for annotation in (note, question):
        desk.annotations.save(annotation)
    return held


def text(file: Path) -> str:
    """The content of all parts of a file."""
    return "\n".join(parts(file.read_bytes()).values())


def test_a_position_leaves_as_a_word_file(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_delegation("GR")
    desk.export.write(drafted, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions())
    document = docx.Document(str(tmp_path / "out.docx"))
    assert [p.text for p in document.paragraphs][:2] == ["Delegation of Greece", "Comments on ST 7001/26"]
    heads = [row.cells[0].text for row in document.tables[0].rows]
    assert [h for h in heads if h.startswith("Paragraph")] == ["Paragraph 1", "Paragraph 2, point (a)"]


def test_a_preview_tells_what_will_leave_and_leaves_nothing_behind(
    desk: Desk, drafted: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    seen = desk.export.preview(drafted, ExportKind.POSITION, ExportOptions())
    assert (seen.provisions, seen.internal, seen.marking) == (2, 0, "LIMITE")
    inside = desk.export.preview(drafted, ExportKind.POSITION, CAPITAL)
    assert (inside.provisions, inside.internal) == (3, 4)
    assert list(aside.iterdir()) == []


def test_labels_and_delegation_can_be_chosen(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_delegation("FR")
    desk.export.write(drafted, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions(delegation="gr", labels="el"))
    document = docx.Document(str(tmp_path / "out.docx"))
    assert document.paragraphs[0].text == "Αντιπροσωπία της Ελλάδας"
    assert "Παράγραφος 2 στοιχείο a)" in [row.cells[0].text for row in document.tables[0].rows]


def test_an_unknown_delegation_is_refused(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    with pytest.raises(UnknownDelegationError):
        desk.export.write(drafted, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions(delegation="XX"))
    assert not (tmp_path / "out.docx").exists()


def test_no_position_is_nothing_to_export(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    for options in (ExportOptions(), CAPITAL):
        with pytest.raises(NothingToExportError):
            desk.export.write(held, ExportKind.POSITION, tmp_path / "out.docx", options)
        with pytest.raises(NothingToExportError):
            desk.export.preview(held, ExportKind.POSITION, options)


def test_a_position_that_is_all_internal_does_not_circulate(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_internal(held, SECRET)
    with pytest.raises(NothingToExportError):
        desk.export.write(held, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions())
    desk.export.write(held, ExportKind.POSITION, tmp_path / "out.docx", CAPITAL)
    assert SECRET in text(tmp_path / "out.docx")


def test_an_export_that_fails_leaves_what_is_there(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    kept = tmp_path / "kept.docx"
    kept.write_bytes(b"precious")
    with pytest.raises(UnknownDelegationError):
        desk.export.write(drafted, ExportKind.POSITION, kept, ExportOptions(delegation="XX"))
    with pytest.raises(ExportFailedError):
        desk.export.write(drafted, ExportKind.POSITION, tmp_path / "none" / "out.docx", ExportOptions())
    assert kept.read_bytes() == b"precious"


@pytest.mark.parametrize("options", [ExportOptions(), replace(CAPITAL, markup=MarkupStyle.TRACKED)])
def test_the_same_moment_gives_the_same_bytes(
    desk: Desk, drafted: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: ExportOptions
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773077400")
    for name in ("one.docx", "two.docx"):
        desk.export.write(drafted, ExportKind.POSITION, tmp_path / name, options)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    assert docx.Document(str(tmp_path / "one.docx")).core_properties.created.isoformat() == "2026-03-09T17:30:00+00:00"


def test_a_fixed_moment_is_one_date_everywhere(
    desk: Desk, drafted: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773097200")
    assert "Date: 9 March 2026" in desk.export.mail(drafted, ExportKind.POSITION, ExportOptions()).text.splitlines()


def test_a_moment_that_is_no_number_is_now(desk: Desk, drafted: DocumentId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert desk.export.preview(drafted, ExportKind.POSITION, ExportOptions()).provisions == 2

"""Files on one document, of every kind, exported by the desk."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.contributions.contribution import Contribution, ContributionId
from delegate_desk.core.documents.columns import column_table
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExportFailedError, NothingToExportError, UnknownDelegationError
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
    RedlineResult,
    default_columns,
)
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.parsing import reading
from delegate_desk.parsing.contributions import returned_file
from delegate_desk.paths import RESOURCES
from support.amending_texts import import_acts
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.position_values import parts
from support.redline_checks import W, all_words, part
from support.written_comments import WRITTEN

CAPITAL = ExportOptions(audience=Audience.CAPITAL)


def test_a_position_leaves_with_the_labels_that_are_chosen(desk: Desk, full: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_delegation("GR")
    desk.export.write(full, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions())
    document = docx.Document(str(tmp_path / "out.docx"))
    assert [p.text for p in document.paragraphs][:2] == ["Delegation of Greece", "Comments on ST 7001/26"]
    heads = [row.cells[0].text for row in document.tables[0].rows]
    assert [h for h in heads if h.startswith("Paragraph")] == [
        "Paragraph 1a – new, after paragraph 1",
        "Paragraph 2, point (a)",
        "Paragraph 3",
    ]
    desk.positions.set_delegation("FR")
    desk.export.write(full, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions(delegation="gr", labels="el"))
    document = docx.Document(str(tmp_path / "out.docx"))
    assert document.paragraphs[0].text == "Αντιπροσωπία της Ελλάδας"
    assert "Παράγραφος 2 στοιχείο a)" in [row.cells[0].text for row in document.tables[0].rows]


def test_a_position_that_is_all_internal_does_not_circulate(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    desk.positions.set_internal(held, "hush-4417")
    with pytest.raises(NothingToExportError):
        desk.export.write(held, ExportKind.POSITION, tmp_path / "out.docx", ExportOptions())
    desk.export.write(held, ExportKind.POSITION, tmp_path / "out.docx", CAPITAL)
    assert "hush-4417" in "".join(parts((tmp_path / "out.docx").read_bytes()).values())


def test_an_export_that_fails_leaves_what_is_there(desk: Desk, full: DocumentId, tmp_path: Path) -> None:
    kept = tmp_path / "kept.docx"
    kept.write_bytes(b"precious")
    with pytest.raises(UnknownDelegationError):
        desk.export.write(full, ExportKind.POSITION, kept, ExportOptions(delegation="XX"))
    with pytest.raises(ExportFailedError):
        desk.export.write(full, ExportKind.POSITION, tmp_path / "none" / "out.docx", ExportOptions())
    assert kept.read_bytes() == b"precious"


def test_a_moment_is_fixed_everywhere_or_now(desk: Desk, full: DocumentId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773097200")
    assert "Date: 9 March 2026" in desk.export.mail(full, ExportKind.POSITION, ExportOptions()).text.splitlines()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert desk.export.preview(full, ExportKind.POSITION, ExportOptions()).provisions == 3


KINDS = pytest.mark.parametrize("kind", DOCUMENT_KINDS)
ELSEWHERE = Address("para_3")


@pytest.fixture
def full(desk: Desk, held: DocumentId) -> DocumentId:
    """A document with a new provision, a justification and the delegations that join us, and a question."""
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "We support the text.")
    new = PositionEntry(
        Address("para_1a"), proposal="Bells rest too.", comment="They ring.", after=Address("para_1"), label="1a."
    )
    line = PositionEntry(
        Address("para_2__point_1"), Stance.SUPPORT_IF, "set fair quiet hours for ships at berth;", "Fairness matters.",
        "We can live without.", justification="Recital 4.", joint=("CY",), fallbacks=("set quiet hours;",),
    )  # fmt: skip
    for item in (new, line):
        desk.positions.set_item(held, item)
    question = desk.annotations.new(
        Place(held, ELSEWHERE), AnnotationKind.QUESTION, text="Why 2027?", visibility=Visibility.CIRCULATION
    )
    desk.annotations.save(question)
    return held


@KINDS
def test_a_file_of_each_kind_says_all_that_circulates(
    desk: Desk, full: DocumentId, kind: ExportKind, tmp_path: Path
) -> None:
    for markup in MarkupStyle:
        desk.export.write(full, kind, tmp_path / "out.docx", ExportOptions(markup))
        whole = all_words((tmp_path / "out.docx").read_bytes())
        said = (
            "Bells rest too.",
            "They ring.",
            "fair ",
            "Fairness matters.",
            "Recital 4.",
            "CY",
            "Why 2027?",
            "LIMITE",
        )
        assert [text for text in (*said, "We support the text.") if text not in whole] == []
        assert "We can live without." not in whole


@KINDS
def test_a_preview_counts_what_leaves_and_leaves_nothing_behind(
    desk: Desk, full: DocumentId, kind: ExportKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    seen = desk.export.preview(full, kind, ExportOptions())
    assert (seen.provisions, seen.internal, seen.marking) == (3, 0, "LIMITE")
    assert (seen.redlined is not None) is (kind is ExportKind.REDLINE)
    assert desk.export.preview(full, kind, CAPITAL).internal == 2
    assert list(aside.iterdir()) == []


@KINDS
def test_a_mail_says_what_the_file_says(desk: Desk, full: DocumentId, kind: ExportKind) -> None:
    mail = desk.export.mail(full, kind, ExportOptions())
    assert all("Bells rest too." in text and "Fairness matters." in text for text in (mail.text, mail.html))
    assert mail.text.startswith("LIMITE")


@KINDS
def test_a_mail_names_the_words_that_a_note_is_on(desk: Desk, full: DocumentId, kind: ExportKind) -> None:
    place = Place(full, Address("para_2__point_1"))
    note = desk.annotations.new(
        place, AnnotationKind.QUESTION, text="Which?", words="ships at berth", visibility=Visibility.CIRCULATION
    )
    desk.annotations.save(note)
    made = desk.export.mail(full, kind, ExportOptions())
    for text in (made.text, made.html):
        assert text.count("“ships at berth”") == 1


@KINDS
def test_with_nothing_to_say_no_file_of_any_kind_is_written(
    desk: Desk, held: DocumentId, kind: ExportKind, tmp_path: Path
) -> None:
    for options in (ExportOptions(), CAPITAL):
        with pytest.raises(NothingToExportError):
            desk.export.write(held, kind, tmp_path / "out.docx", options)
        with pytest.raises(NothingToExportError):
            desk.export.preview(held, kind, options)
    assert not (tmp_path / "out.docx").exists()


@KINDS
def test_the_same_moment_gives_the_same_bytes_in_every_kind(
    desk: Desk, full: DocumentId, kind: ExportKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773077400")
    for options in (ExportOptions(), replace(CAPITAL, markup=MarkupStyle.TRACKED)):
        for name in ("one.docx", "two.docx"):
            desk.export.write(full, kind, tmp_path / name, options)
        assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    if kind is ExportKind.POSITION:
        made = docx.Document(str(tmp_path / "one.docx")).core_properties
        assert made.created.isoformat() == "2026-03-09T17:30:00+00:00"


def test_a_compilation_holds_what_others_wrote_and_has_their_marking(desk: Desk, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("LIMITE\n", "")
    on = take_in(desk, quiet_hours(tmp_path, text=text))
    theirs = take_in(desk, quiet_hours(tmp_path, name="theirs.txt", text=QUIET_HOURS.replace("7001", "7002")))
    desk.contributions.add(Contribution(ContributionId("c"), on, theirs, WRITTEN))
    seen = desk.export.preview(on, ExportKind.COMPILATION, ExportOptions())
    assert seen.marking == "LIMITE"
    text = desk.export.mail(on, ExportKind.COMPILATION, ExportOptions()).text
    assert [line for line in text.splitlines() if line.startswith("DE, NL")]
    assert "Paragraph 1 bis – new, after paragraph 1" in text
    assert seen.provisions == 3
    with pytest.raises(NothingToExportError):
        desk.export.preview(on, ExportKind.POSITION, ExportOptions())


def test_what_others_wrote_is_in_a_compilation_alone(desk: Desk, full: DocumentId, tmp_path: Path) -> None:
    theirs = take_in(desk, quiet_hours(tmp_path, name="theirs.txt", text=QUIET_HOURS.replace("7001", "7002")))
    desk.contributions.add(Contribution(ContributionId("c"), full, theirs, WRITTEN))
    texts = {kind: desk.export.mail(full, kind, ExportOptions()).text for kind in DOCUMENT_KINDS}
    assert [kind for kind, text in texts.items() if "It should bind." in text] == [ExportKind.COMPILATION]


def test_the_table_of_comments_has_four_columns_where_none_are_chosen() -> None:
    others = set(DOCUMENT_KINDS) - {ExportKind.COMMENTS_TABLE}
    assert default_columns(ExportKind.COMMENTS_TABLE) is ProvisionColumns.FOUR
    assert {default_columns(kind) for kind in others} == {ProvisionColumns.SUGGESTIONS}


def built(desk: Desk, folder: Path) -> tuple[Path, tuple[DocumentId, DocumentId, DocumentId]]:
    """A four-column document built from three texts."""
    texts = import_acts(desk, folder)
    desk.export.write(texts, ExportKind.COLUMNS, folder / "columns.docx", ExportOptions())
    return folder / "columns.docx", texts


def test_a_table_that_was_built_reads_back_the_same_and_says_from_what(desk: Desk, tmp_path: Path) -> None:
    path, texts = built(desk, tmp_path)
    table = column_table(reading.read(path, path.name))
    assert table is not None
    made = desk.documents.build_column_table(texts)
    assert [(row.row, row.label, row.address, row.cells) for row in table.rows] == [
        (row.row, row.label, row.address, row.cells) for row in made.rows
    ]
    record = returned_file.read(path).record
    assert record is not None
    assert (record.kind, record.language) == ("columns", "en")
    assert record.reference == "Regulation (EU) 2021/8801; ST 8802/26; ST 8803/26"
    assert record.sha256.split() == [desk.documents.get(key).sha256 for key in texts]
    rows = [row.address for row in record.rows if row.address]
    assert rows == [f"row_{row.row}" for row in desk.documents.build_column_table(texts).rows]
    assert any(row.cells[1].paragraphs[0].digest for row in record.rows if row.address)
    with zipfile.ZipFile(path) as package:
        xml = package.read(next(name for name in package.namelist() if name.startswith("customXml/item1."))).decode()
    assert "ferries" not in xml
    assert desk.replies.document(desk.replies.read(path)) is None
    key = take_in(desk, path)
    assert desk.documents.column_table(key).rows


WORD_PAPER = RESOURCES / "samples" / "ST-99101-2026-REV-1_en.docx"
OPTIONS = ExportOptions(delegation="EL")


def redline(desk: Desk, key: DocumentId, target: Path, options: ExportOptions = OPTIONS) -> RedlineResult:
    made = desk.export.write(key, ExportKind.REDLINE, target, options)
    assert made is not None
    return made


def position(desk: Desk, key: DocumentId) -> None:
    """A provision with everything for circulation and some internal content."""
    desk.positions.set_general(key, "We thank the Presidency.")
    desk.positions.set_internal(key, "SECRET general")
    item = PositionEntry(
        Address("para_2"),
        Stance.RED_LINE,
        "Ports set fair quiet hours.",
        "Fairness matters.",
        "SECRET note",
        justification="Recital 4.",
        joint=("CY", "MT"),
        fallbacks=("SECRET fallback",),
        red_line="SECRET line",
        instruction="SECRET order",
        source="SECRET source",
        tags=("SECRET",),
        authors=("DE",),
    )
    desk.positions.set_item(key, item)
    new = PositionEntry(Address("para_2a"), proposal="Ferries are ships.", after=Address("para_2"), label="2a.")
    desk.positions.set_item(key, new)
    for visibility in Visibility:
        text = "Which ports?" if visibility is Visibility.CIRCULATION else "SECRET remark"
        place = Place(key, Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, text=text, visibility=visibility))


@pytest.fixture(params=["docx", "txt"])
def spoken_on(request: pytest.FixtureRequest, desk: Desk, tmp_path: Path) -> DocumentId:
    key = take_in(desk, WORD_PAPER if request.param == "docx" else quiet_hours(tmp_path))
    position(desk, key)
    return key


def test_what_circulates_is_tracked_and_said_and_nothing_else(
    desk: Desk, spoken_on: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    target, again = tmp_path / "out.docx", tmp_path / "again.docx"
    made = redline(desk, spoken_on, target)
    redline(desk, spoken_on, again)
    assert target.read_bytes() == again.read_bytes()
    assert made.unplaced == ()
    assert made.rebuilt is (desk.documents.get(spoken_on).file_name.endswith("txt"))
    whole = "".join(parts(target.read_bytes()).values())
    for said in ("We thank the Presidency.", "Opposed", "Fairness matters.", "Recital 4.", "CY, MT", "Which ports?"):
        assert said in whole
    assert "SECRET" not in whole
    assert "Red line" not in whole
    changes = [one for one in part(target.read_bytes()).iter(f"{W}ins", f"{W}del") if len(one)]
    assert {one.get(f"{W}author") for one in changes} == {"Delegation of Greece"}
    words = "".join(t.text or "" for one in changes if one.tag == f"{W}ins" for t in one.iter(f"{W}t"))
    assert "fair" in words
    assert "Ferries are ships." in words


def test_a_note_on_words_of_a_provision_that_moves_names_them(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    desk.positions.set_item(key, PositionEntry(Address("para_3"), after=Address("para_1"), label="1a."))
    place, leaves = Place(key, Address("para_3")), Visibility.CIRCULATION
    note = desk.annotations.new(place, AnnotationKind.QUESTION, text="Which?", words="Council", visibility=leaves)
    desk.annotations.save(note)
    redline(desk, key, tmp_path / "out.docx")
    comments = part((tmp_path / "out.docx").read_bytes(), "word/comments.xml")
    assert "“Council”" in str(comments.xpath("string()"))


def test_words_of_no_language_are_not_spell_checked_in_a_redline(
    desk: Desk, spoken_on: DocumentId, tmp_path: Path
) -> None:
    redline(desk, spoken_on, tmp_path / "out.docx")
    comments = part((tmp_path / "out.docx").read_bytes(), "word/comments.xml")
    assert all(language.get(f"{W}val") for language in comments.iter(f"{W}lang"))
    joint = [run for run in comments.iter(f"{W}r") if "CY, MT" in str(run.xpath("string()"))]
    assert [len(list(run.iter(f"{W}noProof"))) for run in joint] == [1]


def test_the_capital_is_told_what_is_internal(desk: Desk, spoken_on: DocumentId, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    redline(desk, spoken_on, target, ExportOptions(audience=Audience.CAPITAL, delegation="EL"))
    comments = re.sub("<[^>]*>", "", parts(target.read_bytes())["word/comments.xml"])
    for said in ("Internal: SECRET note", "Internal: SECRET general", "SECRET remark", "Red line"):
        assert said in comments


def test_a_text_set_again_has_both_texts_and_says_that_it_is(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    desk.positions.set_item(key, PositionEntry(Address("para_1"), proposal=""))
    desk.positions.set_item(key, PositionEntry(Address("para_3"), after=Address("para_1"), label="1a."))
    target = tmp_path / "out.docx"
    assert redline(desk, key, target).rebuilt
    whole = "".join(t.text or "" for t in part(target.read_bytes()).iter(f"{W}t", f"{W}delText"))
    assert "reproduced here" in whole
    assert whole.count("The Council will revert to the matter") == 2  # its old place, and its new place

"""Returned Word files of ours: tables edited in their cells, redlines and annotated texts edited in their text."""

import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from bench_reply import LAYOUTS, measure
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ReplyRefusedError, UnreadableDocumentError
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.returned_files import (
    NAMESPACE,
    ExportedParagraph,
    ExportRecord,
    FileComparison,
    ReturnedChanges,
    ReturnedField,
    ReturnedFile,
    ReturnedParagraph,
    ReturnedRow,
    UnplacedReason,
    digest,
    text_row,
)
from delegate_desk.desk import Desk
from support.document_values import quiet_hours, take_in
from support.redline_documents import word_file

PLACES = ("para_1", "para_2", "para_2__point_1", "para_3")
KINDS = [(kind, columns) for kind in (ExportKind.POSITION, ExportKind.COMMENTS_TABLE) for columns in ProvisionColumns]


@pytest.fixture
def on(desk: Desk, tmp_path: Path) -> DocumentId:
    key = take_in(desk, quiet_hours(tmp_path))
    texts = {unit.address: unit.text for unit in desk.documents.content(key).units()}
    for n, place in enumerate(PLACES):
        text = texts[Address(place)]
        entry = PositionEntry(
            Address(place),
            list(Stance)[n],
            proposal=f"{text} Otherwise {n} bells ring." if n % 2 else None,
            comment=f"Comment {n} on sleep.\nA second line {n}.",
            justification=f"Because of {n} ships." if n > 1 else "",
            internal=f"Minister {n} sleeps badly." if n % 2 else "",
            instruction=f"Insist {n} times." if n == 3 else "",
        )
        desk.positions.set_item(key, entry, typed=False)
    desk.positions.set_general(key, "We like silence.\nAll of us.")
    return key


def exported(desk: Desk, on: DocumentId, folder: Path, kind: ExportKind, columns: ProvisionColumns) -> Path:
    path = folder / "sent.docx"
    options = ExportOptions(audience=Audience.CAPITAL, labels="en", delegation="EL", columns=columns)
    desk.export.write(on, kind, path, options)
    return path


def changes(desk: Desk, on: DocumentId, path: Path) -> ReturnedChanges:
    return desk.replies.changes(on, desk.replies.read(path), path.name)


def found(returned: ReturnedChanges) -> dict[tuple[str, str], tuple[str, bool]]:
    return {(str(item.address or ""), str(item.field)): (item.after, item.certain) for item in returned.items}


def runs(document: Any, words: str) -> list[Any]:
    """The runs with some words, in tables and outside them."""
    paragraphs = [
        *document.paragraphs,
        *(p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs),
    ]
    return [run for paragraph in paragraphs for run in paragraph.runs if words in run.text]


@pytest.mark.parametrize(("kind", "columns"), KINDS)
def test_a_file_that_nobody_edited_has_no_changes(
    desk: Desk, on: DocumentId, tmp_path: Path, kind: ExportKind, columns: ProvisionColumns
) -> None:
    returned = changes(desk, on, exported(desk, on, tmp_path, kind, columns))
    assert (returned.items, returned.unplaced) == ((), ())


@pytest.mark.parametrize(("kind", "columns"), KINDS)
def test_each_field_that_was_edited_is_found_where_it_stands(
    desk: Desk, on: DocumentId, tmp_path: Path, kind: ExportKind, columns: ProvisionColumns
) -> None:
    path = exported(desk, on, tmp_path, kind, columns)
    edits = {
        "Comment 0 on sleep": (("para_1", "comment"), "Comment 0 on rest.\nA second line 0."),
        "Because of 2 ships": (("para_2__point_1", "justification"), "Because of 2 boats."),
        "Minister 1 sleeps": (("para_2", "internal"), "Minister 1 wakes badly."),
        "We like silence": (("", "general"), "We want silence.\nAll of us."),
    }
    for words, (where, after) in edits.items():
        document = docx.Document(str(path))
        run = runs(document, words)[0]
        run.text = run.text.replace("sleep.", "rest.").replace("ships", "boats")
        run.text = run.text.replace("sleeps", "wakes").replace("like", "want")
        copy = tmp_path / "edited.docx"
        document.save(str(copy))
        returned = changes(desk, on, copy)
        assert found(returned) == {where: (after, True)}
        assert not returned.unplaced


def test_what_is_internal_and_no_field_is_known_again(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    entry = PositionEntry(Address("para_1"), Stance.RED_LINE, comment="Sleep.", internal="The minister sleeps.")
    desk.positions.set_item(on, entry, typed=False)
    returned = changes(desk, on, exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR))
    assert (returned.items, returned.unplaced) == ((), ())


def test_made_edits_in_every_layout_are_neither_lost_nor_misplaced() -> None:
    """``dev.py bench reply`` makes 500."""
    score = measure(1, seed=3)
    assert score.wrong == []
    assert score.files == len(LAYOUTS)


def test_scripted_edits_are_neither_lost_nor_misplaced(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    for seed in range(12):
        chosen = random.Random(seed)
        document = docx.Document(str(path))
        expected = script(document, chosen)
        copy = tmp_path / "edited.docx"
        document.save(str(copy))
        returned = changes(desk, on, copy)
        assert found(returned) == expected, seed
        assert not returned.unplaced, seed


def script(document: Any, chosen: random.Random) -> dict[tuple[str, str], tuple[str, bool]]:
    """Edit some rows of a table of comments, then move rows; returns the expected changes."""
    table = document.tables[0]
    rows = [row for row in table.rows if row.cells[0]._tc is not row.cells[-1]._tc][1:]
    expected: dict[tuple[str, str], tuple[str, bool]] = {}
    for n, (place, row) in enumerate(zip(PLACES, rows, strict=True)):
        edit = chosen.choice(["none", "comment", "instruction", "tracked", "remark"])
        word = chosen.choice(["quiet", "night", "rest"])
        if edit == "comment":
            run = next(r for p in row.cells[3].paragraphs for r in p.runs if "on sleep" in r.text)
            run.text = run.text.replace("on sleep", f"on {word}")
            expected[place, "comment"] = (f"Comment {n} on {word}.\nA second line {n}.", True)
        elif edit == "instruction":
            row.cells[4].text = f"Ask for {word}."
            expected[place, "instruction"] = (f"Ask for {word}.", True)
        elif edit == "tracked":
            run = next(r for p in row.cells[3].paragraphs for r in p.runs if "second line" in r.text)
            track(run, f" and {word}")
            expected[place, "comment"] = (f"Comment {n} on sleep.\nA second line {n}. and {word}", True)
        elif edit == "remark":
            document.add_comment(row.cells[0].paragraphs[0].runs, text=f"Call {word}.", author="Ministry", initials="M")
            before = f"Insist {n} times.\n" if n == 3 else ""
            expected[place, "instruction"] = (f"{before}Call {word}.", True)
    if chosen.random() < 0.5:
        table.rows[0]._tr.addnext(rows[chosen.randrange(len(rows))]._tr)
    return expected


def track(run: Any, words: str) -> None:
    """Add words after a run, tracked."""
    inserted = OxmlElement("w:ins")
    for name, value in (("id", "9001"), ("author", "Ministry"), ("date", "2026-03-06T10:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    added = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    added.append(text)
    inserted.append(added)
    run._r.addnext(inserted)


def test_who_tracked_a_change_is_told(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.POSITION, ProvisionColumns.SUGGESTIONS)
    document = docx.Document(str(path))
    track(runs(document, "second line 2")[0], " or so")
    document.save(str(path))
    (item,) = changes(desk, on, path).items
    assert (item.authors, item.after) == (("Ministry",), "Comment 2 on sleep.\nA second line 2. or so")


def test_what_we_changed_as_well_is_not_certain_and_a_lost_row_is_listed(
    desk: Desk, on: DocumentId, tmp_path: Path
) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    document = docx.Document(str(path))
    runs(document, "Comment 0 on sleep")[0].text = "Theirs."
    gone = next(row for row in document.tables[0].rows if "Comment 2" in row.cells[3].text)
    gone._tr.getparent().remove(gone._tr)
    document.save(str(path))
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    desk.positions.set_item(on, PositionEntry(entry.address, entry.stance, comment="Ours."), typed=False)
    listed = found(changes(desk, on, path))
    assert listed["para_1", "comment"] == ("Theirs.\nA second line 0.", False)
    lost = {where: value for where, value in listed.items() if where[0] == "para_2__point_1"}
    assert lost == {("para_2__point_1", name): ("", False) for name in ("stance", "comment", "justification")}


def test_accepting_is_one_step_and_says_nothing_the_second_time(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    document = docx.Document(str(path))
    runs(document, "Comment 0 on sleep")[0].text = "Comment 0."
    runs(document, "Comment 1 on sleep")[0].text = "Comment 1."
    document.save(str(path))
    before = desk.positions.get(on)
    desk.replies.accept(on, changes(desk, on, path).items)
    assert desk.positions.get(on).entry_at(Address("para_2")).comment == "Comment 1.\nA second line 1."
    assert not changes(desk, on, path).items
    desk.history.undo()
    assert desk.positions.get(on) == before


def test_a_file_of_others_or_on_another_document_is_refused(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "other.docx"))
    (tmp_path / "text.docx").write_text("no Word file")
    with pytest.raises(ReplyRefusedError):
        desk.replies.read(tmp_path / "other.docx")
    with pytest.raises(UnreadableDocumentError):
        desk.replies.read(tmp_path / "text.docx")
    path = exported(desk, on, tmp_path, ExportKind.COMPILATION, ProvisionColumns.FOUR)
    with pytest.raises(ReplyRefusedError):
        changes(desk, on, path)


def test_the_record_has_no_words_of_ours_and_a_new_row_has_no_place(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    with zipfile.ZipFile(path) as bundle:
        record = bundle.read("customXml/item1.xml").decode()
    assert NAMESPACE in record
    assert not any(word in record for word in ("sleep", "Minister", "Insist", "bells", "silence"))
    document = docx.Document(str(path))
    table: Any = document.tables[0]
    cells = table.add_row().cells
    cells[0].text, cells[3].text = "Article 99", "Who pays?"
    document.save(str(path))
    returned = changes(desk, on, path)
    assert not returned.items
    assert [(text.text, text.reason) for text in returned.unplaced] == [
        ("Article 99 | Who pays?", UnplacedReason.NEW_ROW)
    ]
    assert ReturnedField.COMMENT not in {item.field for item in returned.items}


def test_a_new_wording_may_begin_with_the_label_in_the_text_beside_it(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    place = Address("para_2__point_1")
    desk.positions.set_item(key, PositionEntry(place, Stance.OPPOSE, comment="No."), typed=False)
    path = exported(desk, key, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    document = docx.Document(str(path))
    row = next(row for row in document.tables[0].rows if row.cells[3].text.endswith("No."))
    label = next(unit.label for unit in desk.documents.content(key).units() if unit.address == place)
    row.cells[2].text = f"{label} engines at berth"
    document.save(str(path))
    assert found(changes(desk, key, path)) == {(place, "proposal"): ("engines at berth", True)}


TEXTS = [f"{n}. The lamp {n} of the port is lit in fog." for n in range(1, 7)]
KINDS_OF_TEXT = [
    (ExportKind.REDLINE, MarkupStyle.TRACKED),
    (ExportKind.ANNOTATED, MarkupStyle.TRACKED),
    (ExportKind.ANNOTATED, MarkupStyle.COUNCIL),
]
each_kind = pytest.mark.parametrize(("kind", "markup"), KINDS_OF_TEXT)


@pytest.fixture(params=["docx", "txt"])
def lamps(request: pytest.FixtureRequest, desk: Desk, tmp_path: Path) -> DocumentId:
    """A note of six paragraphs, as a Word file and as text: we comment on the first and reword the second."""
    path = tmp_path / f"note.{request.param}"
    if path.suffix == ".docx":
        document = docx.Document()
        for text in ("Council of the European Union", "NOTE", *TEXTS):
            document.add_paragraph(text)
        document.save(str(path))
    else:
        path.write_text("\n\n".join(TEXTS), encoding="utf-8")
    key = take_in(desk, path)
    entries = (
        PositionEntry(Address("para_1"), Stance.RED_LINE, comment="Oil is dear.\nWicks too.", internal="Ask the port."),
        PositionEntry(Address("para_2"), Stance.SUPPORT_IF, proposal="The lamp 2 of the port is lit at night."),
        PositionEntry(Address("para_4"), proposal=""),
    )
    for entry in entries:
        desk.positions.set_item(key, entry, typed=False)
    desk.positions.set_general(key, "We like light.")
    return key


@pytest.fixture
def returned(
    desk: Desk, lamps: DocumentId, tmp_path: Path
) -> Callable[[ExportKind, MarkupStyle, Callable[[Any], object]], ReturnedChanges]:
    def export_edit_and_read(kind: ExportKind, markup: MarkupStyle, edit: Callable[[Any], object]) -> ReturnedChanges:
        path = tmp_path / "sent.docx"
        options = ExportOptions(markup, Audience.CAPITAL, labels="en", delegation="EL")
        desk.export.write(lamps, kind, path, options)
        document = docx.Document(str(path))
        edit(document)
        document.save(str(path))
        return desk.replies.changes(lamps, desk.replies.read(path), path.name)

    return export_edit_and_read


def paragraph(document: Any, words: str) -> Any:
    return next(p for p in document.paragraphs if words in p.text)


def replace_words(document: Any, old: str, new: str) -> None:
    texts = [*document.element.body.iter("{*}t"), *(t for c in document.comments for t in c._comment_elm.iter("{*}t"))]
    element = next(element for element in texts if old in (element.text or ""))
    element.text = element.text.replace(old, new)


@each_kind
def test_a_text_that_nobody_edited_has_no_changes(returned: Any, kind: ExportKind, markup: MarkupStyle) -> None:
    changes = returned(kind, markup, lambda document: None)
    assert (changes.items, changes.unplaced) == ((), ())


@pytest.mark.parametrize(("kind", "markup"), [(ExportKind.POSITION, MarkupStyle.COUNCIL), *KINDS_OF_TEXT])
def test_accents_written_apart_from_their_letters_are_no_change(
    returned: Any, desk: Desk, lamps: DocumentId, kind: ExportKind, markup: MarkupStyle
) -> None:
    apart = normalize("NFD", "La lampe 3 est allumée la nuit, ή αργά.")
    entry = PositionEntry(Address("para_3"), proposal=apart, comment=apart, justification=apart, instruction=apart)
    desk.positions.set_item(lamps, entry, typed=False)
    changes = returned(kind, markup, lambda document: None)
    assert (changes.items, changes.unplaced) == ((), ())


@each_kind
def test_notes_on_words_are_none_of_our_comments(
    returned: Any, desk: Desk, lamps: DocumentId, kind: ExportKind, markup: MarkupStyle
) -> None:
    for span, text in ((None, "On all."), ((4, 8), "Fallback: at night."), ((0, 12), "Twice."), ((4, 12), "Thrice.")):
        note = desk.annotations.new(Place(lamps, Address("para_1")), AnnotationKind.RED_LINE, span=span)
        desk.annotations.save(replace(note, text=text))
    changes = returned(kind, markup, lambda document: None)
    assert (changes.items, changes.unplaced) == ((), ())


def test_a_note_in_another_order_is_none_of_our_comments() -> None:
    said = [ExportedParagraph("comment", digest("Oil is dear.")), ExportedParagraph("", digest("Internal: at night."))]
    record = ExportRecord(
        ExportKind.REDLINE, rows=(text_row(Address("p_1"), ExportedParagraph("", digest("a")), said),)
    )
    told = tuple(map(ReturnedParagraph, ("Internal: at night.", "Oil is dear.")))
    row = ReturnedRow(((ReturnedParagraph("a"),), told))
    compared = FileComparison(ReturnedFile(record, (row,)), lambda text: False)
    assert (compared.edits, compared.unplaced) == ([], [])


@each_kind
@pytest.mark.parametrize("moves", [False, True])
def test_a_footnote_goes_or_moves_with_the_provision_that_calls_it(
    desk: Desk, tmp_path: Path, kind: ExportKind, markup: MarkupStyle, moves: bool
) -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = "".join(
        f"<w:p><w:r><w:t>{n}. The lamp {n} of the port is lit in fog.</w:t></w:r>{call.format(n)}</w:p>"
        for n in (1, 2, 3)
    )
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Oil {n} is dear.</w:t></w:r></w:p></w:footnote>' for n in (1, 2, 3)
    )
    path = tmp_path / "note.docx"
    path.write_bytes(word_file(body, notes=notes))
    key = take_in(desk, path)
    away = PositionEntry(Address("para_2"), after=Address("para_3")) if moves else None
    for entry in (
        away or PositionEntry(Address("para_2"), proposal=""),
        PositionEntry(Address("para_1"), Stance.OPPOSE),
    ):
        desk.positions.set_item(key, entry, typed=False)
    desk.export.write(key, kind, path, ExportOptions(markup, labels="en", delegation="EL"))
    found = changes(desk, key, path)
    assert (found.items, found.unplaced) == ((), ())


@pytest.mark.parametrize(
    ("label", "was", "now", "proposed"),
    [
        ("1", "10 litres are dear.", "10 litres are cheap.", "10 litres are cheap."),
        ("1.", "1.5 litres are dear.", "1.5 litres are cheap.", "1.5 litres are cheap."),
        ("1", "Oil is dear.", "1 Oil is cheap.", "Oil is cheap."),
        ("(a)", "oil is dear.", "(a)oil is cheap.", "oil is cheap."),
    ],
)
def test_a_number_that_begins_with_the_label_is_not_cut(label: str, was: str, now: str, proposed: str) -> None:
    record = ExportRecord(
        ExportKind.REDLINE, rows=(text_row(Address("fn_1"), ExportedParagraph("", digest(was), label)),)
    )
    row = ReturnedRow(((ReturnedParagraph(now),), ()))
    (edit,) = FileComparison(ReturnedFile(record, (row,)), lambda text: False).edits
    assert edit.lines == (proposed,)


@each_kind
def test_words_of_a_provision_are_a_proposal_and_its_number_is_none_of_them(
    returned: Any, kind: ExportKind, markup: MarkupStyle
) -> None:
    def edit(document: Any) -> None:
        replace_words(document, "lamp 3 of the port", "lamp 3 of each port")
        number = next(t for t in document.element.body.iter("{*}t") if (t.text or "").startswith("5."))
        number.text = number.text.replace("5.", "4a.")

    assert found(returned(kind, markup, edit)) == {
        ("para_3", "proposal"): ("The lamp 3 of each port is lit in fog.", True)
    }


@each_kind
def test_words_of_our_comments_are_their_fields_and_other_comments_instructions(
    returned: Any, kind: ExportKind, markup: MarkupStyle
) -> None:
    def edit(document: Any) -> None:
        replace_words(document, "Wicks too", "Wicks are not")
        replace_words(document, "Ask the port", "Ask both ports")
        replace_words(document, "like light", "want light")
        runs = paragraph(document, "lamp 6").runs
        document.add_comment(runs, text="Call the keeper.", author="Ministry", initials="M")

    assert found(returned(kind, markup, edit)) == {
        ("para_1", "comment"): ("Oil is dear.\nWicks are not.", True),
        ("para_1", "internal"): ("Ask both ports.", True),
        ("", "general"): ("We want light.", True),
        ("para_6", "instruction"): ("Call the keeper.", True),
    }


@each_kind
def test_a_new_paragraph_has_no_place_and_a_lost_one_is_not_certain(
    returned: Any, kind: ExportKind, markup: MarkupStyle
) -> None:
    def edit(document: Any) -> None:
        last = paragraph(document, "lamp 6")
        last.insert_paragraph_before("Who lights them?")
        last._p.getparent().remove(last._p)

    changes = returned(kind, markup, edit)
    assert found(changes) == {("para_6", "proposal"): ("—", False)}
    assert [(text.text, text.reason) for text in changes.unplaced] == [
        ("Who lights them?", UnplacedReason.NEW_PARAGRAPH)
    ]


@each_kind
def test_a_provision_that_was_emptied_is_to_go(
    returned: Any, desk: Desk, lamps: DocumentId, kind: ExportKind, markup: MarkupStyle
) -> None:
    def edit(document: Any) -> None:
        for run in paragraph(document, "lamp 5").runs:
            run._r.getparent().remove(run._r)

    changes = returned(kind, markup, edit)
    assert found(changes) == {("para_5", "proposal"): ("—", True)}
    desk.replies.accept(lamps, changes.items)
    assert desk.positions.get(lamps).entry_at(Address("para_5")).proposal == ""


def test_our_deletion_that_was_undone_is_listed(returned: Any, desk: Desk, lamps: DocumentId) -> None:
    def edit(document: Any) -> None:
        for gone in list(document.element.body.iter("{*}del")):
            for text in gone.iter("{*}delText"):
                text.tag = text.tag.replace("delText", "t")
            gone.getparent().replace(gone, gone[0]) if len(gone) else gone.getparent().remove(gone)

    changes = returned(ExportKind.REDLINE, MarkupStyle.TRACKED, edit)
    item = next(item for item in changes.items if item.address == "para_4")
    assert (item.before, item.after, item.certain) == ("—", "", True)
    desk.replies.accept(lamps, [item])
    assert desk.positions.get(lamps).entry_at(Address("para_4")).proposal is None


@each_kind
def test_a_text_that_circulates_has_no_internal_words(
    desk: Desk, lamps: DocumentId, tmp_path: Path, kind: ExportKind, markup: MarkupStyle
) -> None:
    path = tmp_path / "out.docx"
    desk.export.write(lamps, kind, path, ExportOptions(markup, Audience.CIRCULATION, labels="en", delegation="EL"))
    with zipfile.ZipFile(path) as bundle:
        parts = b"".join(bundle.read(name) for name in bundle.namelist())
    assert b"Ask the port" not in parts
    assert b'field="internal"' not in parts
    assert b'author="EL' in parts or b"author=" in parts
    changes = desk.replies.changes(lamps, desk.replies.read(path), path.name)
    assert (changes.items, changes.unplaced) == ((), ())

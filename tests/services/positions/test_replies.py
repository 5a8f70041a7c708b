"""Returned Word files of ours: edited in their cells, by tracked changes and comments, rows moved and deleted."""

import random
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from bench_reply import LAYOUTS, measure
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import ReplyRefusedError, UnreadableDocumentError
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, ProvisionColumns
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.returned_files import NAMESPACE, ReturnedChanges, ReturnedField, UnplacedReason
from delegate_desk.desk import Desk
from support.document_values import quiet_hours, take_in

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


def test_the_record_has_no_words_of_ours(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
    with zipfile.ZipFile(path) as bundle:
        record = bundle.read("customXml/item1.xml").decode()
    assert NAMESPACE in record
    assert not any(word in record for word in ("sleep", "Minister", "Insist", "bells", "silence"))


def test_a_new_row_has_no_place(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    path = exported(desk, on, tmp_path, ExportKind.COMMENTS_TABLE, ProvisionColumns.FOUR)
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

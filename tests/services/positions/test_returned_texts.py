"""Returned redlines and annotated texts: edits in the text are proposals, those in our comments their fields."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.returned_files import ReturnedChanges, UnplacedReason
from delegate_desk.desk import Desk
from support.document_values import take_in

KINDS = [
    (ExportKind.REDLINE, MarkupStyle.TRACKED),
    (ExportKind.ANNOTATED, MarkupStyle.TRACKED),
    (ExportKind.ANNOTATED, MarkupStyle.COUNCIL),
]
TEXTS = [f"{n}. The lamp {n} of the port is lit in fog." for n in range(1, 7)]
each_kind = pytest.mark.parametrize(("kind", "markup"), KINDS)


@pytest.fixture(params=["docx", "txt"])
def on(request: pytest.FixtureRequest, desk: Desk, tmp_path: Path) -> DocumentId:
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
    desk: Desk, on: DocumentId, tmp_path: Path
) -> Callable[[ExportKind, MarkupStyle, Callable[[Any], object]], ReturnedChanges]:
    def export_edit_and_read(kind: ExportKind, markup: MarkupStyle, edit: Callable[[Any], object]) -> ReturnedChanges:
        path = tmp_path / "sent.docx"
        options = ExportOptions(markup, Audience.CAPITAL, labels="en", delegation="EL")
        desk.export.write(on, kind, path, options)
        document = docx.Document(str(path))
        edit(document)
        document.save(str(path))
        return desk.replies.changes(on, desk.replies.read(path), path.name)

    return export_edit_and_read


def paragraph(document: Any, words: str) -> Any:
    return next(p for p in document.paragraphs if words in p.text)


def found(changes: ReturnedChanges) -> dict[tuple[str, str], tuple[str, bool]]:
    return {(str(item.address or ""), str(item.field)): (item.after, item.certain) for item in changes.items}


def replace_words(document: Any, old: str, new: str) -> None:
    texts = [*document.element.body.iter("{*}t"), *(t for c in document.comments for t in c._comment_elm.iter("{*}t"))]
    element = next(element for element in texts if old in (element.text or ""))
    element.text = element.text.replace(old, new)


@each_kind
def test_a_text_that_nobody_edited_has_no_changes(returned: Any, kind: ExportKind, markup: MarkupStyle) -> None:
    changes = returned(kind, markup, lambda document: None)
    assert (changes.items, changes.unplaced) == ((), ())


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
    returned: Any, desk: Desk, on: DocumentId, kind: ExportKind, markup: MarkupStyle
) -> None:
    def edit(document: Any) -> None:
        for run in paragraph(document, "lamp 5").runs:
            run._r.getparent().remove(run._r)

    changes = returned(kind, markup, edit)
    assert found(changes) == {("para_5", "proposal"): ("—", True)}
    desk.replies.accept(on, changes.items)
    assert desk.positions.get(on).entry_at(Address("para_5")).proposal == ""


def test_our_deletion_that_was_undone_is_listed(returned: Any, desk: Desk, on: DocumentId) -> None:
    def edit(document: Any) -> None:
        for gone in list(document.element.body.iter("{*}del")):
            for text in gone.iter("{*}delText"):
                text.tag = text.tag.replace("delText", "t")
            gone.getparent().replace(gone, gone[0]) if len(gone) else gone.getparent().remove(gone)

    changes = returned(ExportKind.REDLINE, MarkupStyle.TRACKED, edit)
    item = next(item for item in changes.items if item.address == "para_4")
    assert (item.before, item.after, item.certain) == ("—", "", True)
    desk.replies.accept(on, [item])
    assert desk.positions.get(on).entry_at(Address("para_4")).proposal is None


@each_kind
def test_a_text_that_circulates_has_no_internal_words(
    desk: Desk, on: DocumentId, tmp_path: Path, kind: ExportKind, markup: MarkupStyle
) -> None:
    path = tmp_path / "out.docx"
    desk.export.write(on, kind, path, ExportOptions(markup, Audience.CIRCULATION, labels="en", delegation="EL"))
    with zipfile.ZipFile(path) as bundle:
        parts = b"".join(bundle.read(name) for name in bundle.namelist())
    assert b"Ask the port" not in parts
    assert b'field="internal"' not in parts
    assert b'author="EL' in parts or b"author=" in parts
    changes = desk.replies.changes(on, desk.replies.read(path), path.name)
    assert (changes.items, changes.unplaced) == ((), ())

"""Amending acts in a library: applied, in a chain, and exported with tracked changes."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from delegate_desk.core.amending.amended import (
    Doubt,
    HandPlacement,
    OperationKind,
    OperationState,
    PlacedAs,
    unit_outcomes,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import NotAmendingError
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.returned_files import UnplacedReason
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.word_diff import new_text, old_text
from delegate_desk.desk import Desk
from support.amending_texts import BASE, import_acts

W_T, W_DELETED, W_INS, W_DEL = (qn(f"w:{name}") for name in ("t", "delText", "ins", "del"))
Acts = tuple[DocumentId, DocumentId, DocumentId]


@pytest.fixture
def acts(desk: Desk, tmp_path: Path) -> Acts:
    return import_acts(desk, tmp_path)


def test_the_act_reads_as_it_would_row_by_row_and_each_change_names_its_instruction(desk: Desk, acts: Acts) -> None:
    base, first, _ = acts
    act = desk.amending.apply(base, [first])
    states = [(one.place.address, one.state, one.reason) for one in act.operations]
    applied = OperationState.APPLIED
    assert states[:4] == [(f"art_1__point_{n}", applied, None) for n in range(1, 5)]
    assert states[4:] == [("art_1__point_5", OperationState.FAILED, Doubt.NO_PLACE)]
    now = {str(a.paragraph.address): (a.paragraph.text, [o.address for o in a.origins]) for a in act.paragraphs}
    assert now["art_2__para_1"] == ("The bell rings twice before each departure.", ["art_1__point_1"])
    assert "within two minutes of" in now["art_2__para_2"][0]
    assert "art_2__para_3" not in now
    assert now["art_2a__para_1"] == ("A lamp burns beside each bell.", ["art_1__point_4"])
    assert {str(address): place.address for address, place in act.deleted.items()} == {
        "art_2__para_3": "art_1__point_3"
    }
    order = list(now)
    assert order.index("art_2a") < order.index("art_3")
    act, document = desk.amending.apply(base, [first]), desk.documents.content(base)
    rows = list(unit_outcomes(document, act))
    assert [old_text(row.words) for row in rows if row.old] == [unit.text for unit in document.paragraphs]
    assert [new_text(row.words) for row in rows if row.new] == [a.paragraph.text for a in act.paragraphs]
    assert {row.verdict for row in rows} == {Verdict.SAME, Verdict.REWORDED, Verdict.INSERTED, Verdict.DELETED}


def test_a_second_act_is_applied_to_what_the_first_makes(desk: Desk, acts: Acts) -> None:
    base, first, second = acts
    act = desk.amending.apply(base, [first, second])
    lamp = next(a for a in act.paragraphs if a.paragraph.address == "art_2a__para_1")
    assert lamp.paragraph.text == "A red lamp burns beside each bell."
    assert [(origin.document, origin.address) for origin in lamp.origins] == [
        (first, "art_1__point_4"),
        (second, "art_1__point_1"),
    ]
    alone = desk.amending.apply(base, [second])
    assert [one.state for one in alone.operations] == [OperationState.FAILED]


def test_the_act_is_found_by_the_title_and_what_amends_another_is_refused(desk: Desk, acts: Acts) -> None:
    base, first, second = acts
    assert [held.id for held in desk.amending.candidates(first)] == [base]
    assert desk.amending.candidates(base) == []
    assert desk.documents.get(base).name == BASE
    for key, given in ((first, second), (base, base)):
        with pytest.raises(NotAmendingError):
            desk.amending.apply(key, [given])


def test_the_word_file_tracks_the_changes_and_says_that_it_is_not_official(
    desk: Desk, acts: Acts, tmp_path: Path
) -> None:
    base, first, _ = acts
    act = desk.amending.apply(base, [first])
    desk.export.write(act, ExportKind.AMENDED, tmp_path / "act.docx", ExportOptions())
    accepted, rejected = texts(tmp_path / "act.docx")
    assert "At night the bell is silent." in rejected
    assert "At night the bell is silent." not in accepted
    assert "A lamp burns beside each bell." in accepted
    assert "A lamp burns beside each bell." not in rejected
    with zipfile.ZipFile(tmp_path / "act.docx") as package:
        comments = package.read("word/comments.xml").decode()
    assert "Not an official text" in comments
    assert "Article 1, point" in comments


def test_what_comes_back_in_the_word_file_is_listed(desk: Desk, acts: Acts, tmp_path: Path) -> None:
    base, first, _ = acts
    path = tmp_path / "act.docx"
    desk.export.write(desk.amending.apply(base, [first]), ExportKind.AMENDED, path, ExportOptions())
    returned = desk.replies.read(path)
    assert desk.replies.document(returned) == base
    nothing = desk.replies.changes(base, returned, path.name)
    assert (nothing.items, nothing.unplaced) == ((), ())
    document = docx.Document(str(path))
    lamp = next(run for run in document.element.body.iter(W_T) if "A lamp burns" in (run.text or ""))
    lamp.text = (lamp.text or "").replace("lamp", "lantern")
    document.add_comment(document.paragraphs[-1].runs, "Ask the port.", author="Capital")
    document.save(str(path))
    found = desk.replies.changes(base, desk.replies.read(path), path.name)
    assert not found.items
    told = [text.text for text in found.unplaced if text.reason is UnplacedReason.AMENDED_ACT]
    assert any("A lantern burns beside each bell." in text for text in told)
    assert any("Ask the port." in text.text for text in found.unplaced)


def texts(path: Path) -> tuple[str, str]:
    """The words of a Word file with all changes accepted, and with all rejected."""
    body = docx.Document(str(path)).element.body
    runs = [(run.text or "", {above.tag for above in run.iterancestors()}) for run in body.iter(W_T, W_DELETED)]
    accepted, rejected = ("".join(text for text, above in runs if gone not in above) for gone in (W_DEL, W_INS))
    return accepted, rejected


def test_an_instruction_placed_by_hand_is_applied_again_each_time(desk: Desk, acts: Acts) -> None:
    base, first, second = acts
    origin = Place(first, Address("art_1__point_5"))
    desk.amending.place(HandPlacement(origin, PlacedAs.REPLACES, Address("art_3__para_2"), "The record is kept."))
    act = desk.amending.apply(base, [first, second])
    assert act.open == ()
    placed = next(one for one in act.operations if one.place == origin)
    assert (placed.kind, placed.target, placed.is_by_hand) == (OperationKind.REPLACE, "art_3__para_2", True)
    unit = next(a for a in act.paragraphs if a.paragraph.address == "art_3__para_2")
    assert (unit.paragraph.text, unit.origins) == ("The record is kept.", (origin,))
    desk.history.undo()
    assert [one.reason for one in desk.amending.apply(base, [first]).open] == [Doubt.NO_PLACE]


def test_text_placed_by_hand_behind_a_provision_has_the_address_of_its_label(desk: Desk, acts: Acts) -> None:
    base, first, _ = acts
    origin = Place(first, Address("art_1__point_5"))
    for action, target, text in (
        (PlacedAs.FOLLOWS, "art_3__para_2", "3. The record is public."),
        (PlacedAs.FOLLOWS, "art_3__para_1", "It is long."),
        (PlacedAs.DELETES, "art_1__sub_1", "Article 40 is deleted."),
    ):
        desk.amending.place(HandPlacement(origin, action, Address(target), text))
    act = desk.amending.apply(base, [first])
    now = {str(a.paragraph.address): a.paragraph.text for a in act.paragraphs if origin in a.origins}
    assert now == {"art_3__para_3": "The record is public.", "art_3__sub_1": "It is long."}
    assert act.deleted[Address("art_1__sub_1")] == origin

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import NothingContributedError, UnknownDelegationError
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from support.comment_tables import TABLE, act, word_file, written_paper
from support.document_values import take_in


@pytest.fixture
def on(desk: Desk, tmp_path: Path) -> DocumentId:
    """The act that delegations comment on."""
    return take_in(desk, act(tmp_path))


def bring_in(desk: Desk, on: DocumentId, file: Path, delegations: Sequence[str] = ()) -> Contribution:
    paper = take_in(desk, file)
    desk.contributions.add(desk.contributions.read(paper, on, delegations))
    return next(one for one in desk.contributions.for_document(on) if one.paper == paper)


def test_a_document_is_placed_by_provision_and_what_has_no_place_is_listed(
    desk: Desk, on: DocumentId, tmp_path: Path
) -> None:
    one = bring_in(desk, on, word_file(tmp_path, ["Comments by Greece"], TABLE))
    assert [(part.provision_comment.delegations, part.address) for part in one.placed] == [
        (("EL",), "art_2__para_1"),
        (("EL",), "art_2__para_2__point_1"),
        (("EL",), None),
    ]
    assert [part.provision_comment.comment for part in one.unplaced] == ["There is no such article."]
    wording = one.placed[0]
    assert [run for run in wording.word_diff if run[0] is not WordChange.EQUAL] == [
        (WordChange.DELETE, "six"),
        (WordChange.INSERT, "seven"),
    ]
    assert (
        wording.provision_comment.proposal == "Member States shall set quiet hours of at least seven hours each night."
    )


def test_the_delegation_named_outranks_what_the_document_says(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, ["Comments by Greece"], TABLE), ["gr", "cy"])
    assert {part.provision_comment.delegations for part in one.placed} == {("EL", "CY")}


def test_a_code_that_is_none_is_said(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    paper = take_in(desk, word_file(tmp_path, TABLE))
    with pytest.raises(UnknownDelegationError):
        desk.contributions.read(paper, on, ["XX"])


def test_a_document_that_says_nothing_is_said(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    paper = take_in(desk, written_paper(tmp_path, "Minutes of the harbour choir, who sang well."))
    with pytest.raises(NothingContributedError):
        desk.contributions.read(paper, on)
    with pytest.raises(NothingContributedError):
        desk.contributions.read(on, on)


def test_a_document_imported_again_takes_its_own_place(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    desk.contributions.add(desk.contributions.read(one.paper, on, ["FR"]))
    (again,) = desk.contributions.for_document(on)
    assert (again.id, again.placed[0].provision_comment.delegations) == (one.id, ("FR",))


def test_what_has_no_place_is_placed_by_hand_and_that_is_undone(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    changes = desk.contributions.place(one.id, 2, Address("art_3"))
    assert changes.contributions == {on}
    (placed,) = desk.contributions.for_document(on)
    assert (placed.placed[2].address, placed.unplaced) == ("art_3", ())
    desk.contributions.place(one.id, 1, None, is_general=True)
    assert desk.contributions.for_document(on)[0].placed[1].is_general
    desk.history.undo()
    desk.history.undo()
    assert desk.contributions.for_document(on) == [one]


def test_a_document_is_taken_out_and_stays_held(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    desk.contributions.remove(one.id)
    assert desk.contributions.for_document(on) == []
    assert desk.documents.get(one.paper).trashed is None
    desk.history.undo()
    assert desk.contributions.for_document(on) == [one]


def test_what_a_document_in_the_trash_says_is_not_told(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    desk.documents.remove(one.paper)
    assert desk.contributions.for_document(on) == []
    desk.documents.restore(one.paper)
    assert desk.contributions.for_document(on) == [one]


def test_several_documents_speak_on_one_provision(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    bring_in(desk, on, word_file(tmp_path, ["EL"], TABLE))
    bring_in(desk, on, word_file(tmp_path, ["Comments by France"], TABLE[:3], name="other.docx"))
    placed = [part for paper in desk.contributions.for_document(on) for part in paper.placed]
    told = [part.provision_comment.delegations for part in placed if part.address == Address("art_2__para_1")]
    assert told == [("EL",), ("FR",)]


def test_a_wording_of_a_whole_article_is_taken_apart_when_it_is_placed_by_hand(
    desk: Desk, on: DocumentId, tmp_path: Path
) -> None:
    quoted = (
        "1. Member States shall set quiet hours of at least six hours each night. 2. During quiet hours a ship at "
        "berth shall: (a) keep its main engines off; (b) use shore power where the harbour offers it. "
        "3. Member States may exempt hospital ships."
    )
    proposal = quoted.replace("six", "~six~ +nine+").replace("hospital ships", "~hospital ships~ +ferries+")
    table = (("Provision", "Presidency text", "Drafting suggestions"), ("Title IX", quoted, proposal))
    one = bring_in(desk, on, word_file(tmp_path, table))
    assert len(one.unplaced) == 1
    desk.contributions.place(one.id, 0, Address("art_2"))
    (placed,) = desk.contributions.for_document(on)
    assert [part.address for part in placed.placed] == ["art_2__para_1", "art_2__para_3"]
    desk.history.undo()
    assert desk.contributions.for_document(on) == [one]


def test_what_was_placed_follows_its_unit_when_the_document_is_read_again(
    desk: Desk, on: DocumentId, tmp_path: Path
) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    desk.contributions.place(one.id, 2, Address("art_3__sub_1"))
    anew(desk, on, {"art_2__para_1": "art_2__para_7", "art_3__sub_1": "art_3__para_1"})
    (standing,) = desk.contributions.for_document(on)
    assert [part.address for part in standing.placed] == ["art_2__para_7", "art_2__para_2__point_1", "art_3__para_1"]
    assert standing.placed[0].word_diff == one.placed[0].word_diff


def test_what_stood_on_a_unit_that_is_another_now_is_not_left_on_it(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    bring_in(desk, on, word_file(tmp_path, TABLE))
    anew(desk, on, {"art_2__para_1": "art_2__para_3", "art_2__para_3": "art_2__para_1"})
    (standing,) = desk.contributions.for_document(on)
    assert standing.placed[0].address == "art_2__para_3"


def anew(desk: Desk, on: DocumentId, places: dict[str, str]) -> None:
    """Let a newer parser version give some units of a document other addresses."""
    reread = desk.reparse.read(on)
    units = [replace(unit, address=Address(places.get(unit.address, unit.address))) for unit in reread.paragraphs]
    desk.reparse.renew(on, replace(reread, paragraphs=tuple(units)))


def test_a_greek_document_on_an_english_act_is_placed_by_its_labels(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    table = (
        ("Διάταξη", "Κείμενο της Προεδρίας", "Προτάσεις διατύπωσης", "Παρατηρήσεις"),
        (
            "Άρθρο 2 παράγραφος 1",
            "1. Τα κράτη μέλη ορίζουν ώρες ησυχίας τουλάχιστον έξι ωρών κάθε νύχτα.",
            "1. Τα κράτη μέλη ορίζουν ώρες ησυχίας τουλάχιστον ~έξι~ +επτά+ ωρών κάθε νύχτα.",
            "Ο ύπνος των περιοίκων απαιτεί περισσότερες ώρες ησυχίας.",
        ),
    )
    one = bring_in(desk, on, word_file(tmp_path, ["Παρατηρήσεις της Κύπρου"], table))
    (part,) = one.placed
    assert (part.provision_comment.delegations, part.address) == (("CY",), "art_2__para_1")
    assert [run for run in part.word_diff if run[0] is not WordChange.EQUAL] == [
        (WordChange.DELETE, "έξι"),
        (WordChange.INSERT, "επτά"),
    ]

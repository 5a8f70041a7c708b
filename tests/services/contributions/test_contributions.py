"""Written comments of delegations, among them the exports of one desk, imported by another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from delegate_desk.core.contributions.contribution import Contribution, PlacedComment
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk, open_desk
from support.comment_tables import TABLE, act, word_file
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
    proposal = wording.provision_comment.proposal
    assert proposal == "Member States shall set quiet hours of at least seven hours each night."
    named = desk.contributions.read(one.paper, on, ["gr", "cy"])  # which outranks what the document says
    assert {part.provision_comment.delegations for part in named.placed} == {("EL", "CY")}


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


def test_a_document_is_taken_out_or_in_the_trash_and_comes_back(desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    one = bring_in(desk, on, word_file(tmp_path, TABLE))
    desk.contributions.remove(one.id)
    assert desk.contributions.for_document(on) == []
    assert desk.documents.get(one.paper).trashed is None
    desk.history.undo()
    assert desk.contributions.for_document(on) == [one]
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


VERSION_0_8 = Path(__file__).parents[2] / "data" / "version_0_8"
ITEMS = (
    PositionEntry(Address("rec_1"), Stance.QUESTION, comment="Is it only ships?"),
    PositionEntry(Address("art_2"), proposal="Hours of quiet", comment="Plainer."),
    PositionEntry(
        Address("art_2__para_1"),
        Stance.SUPPORT_IF,
        "Member States shall set quiet hours of at least seven hours each night.",
        "Sleep is health.",
        justification="Doctors say so.",
        joint=("CY",),
    ),
    PositionEntry(
        Address("art_2__para_1a"),
        proposal="Bells rest during quiet hours too.",
        comment="They ring.",
        after=Address("art_2__para_1"),
        label="1a.",
    ),
    PositionEntry(
        Address("art_2__para_2__point_1"), Stance.OPPOSE, comment="It comes too late.", after=Address("art_1__sub_1")
    ),
    PositionEntry(Address("art_2__para_2__point_2"), proposal="", comment="Not every harbour offers it."),
    PositionEntry(
        Address("art_3__sub_1"),
        proposal="The Commission shall report on the application of this Regulation every year.",
    ),
)
GENERAL = ("We thank the Presidency.", "Nights are short.")


class Correspondence(NamedTuple):
    """Two desks with the same act: a colleague's, who speaks for Greece and has a position on it, and ours."""

    there: Desk
    theirs: DocumentId
    here: Desk
    ours: DocumentId

    def read(self, file: Path, kind: ExportKind, options: ExportOptions) -> Contribution:
        """The result of importing the colleague's export into our desk."""
        self.there.export.write(self.theirs, kind, file, options)
        return self.here.contributions.read(take_in(self.here, file), self.ours)


@pytest.fixture(scope="module")
def correspondence(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Correspondence]:
    folder = tmp_path_factory.mktemp("correspondence")
    file = act(folder)
    with open_desk(folder / "colleague") as there, open_desk(folder / "library") as here:
        there.positions.set_delegation("EL")
        theirs = take_in(there, file)
        there.positions.set_general(theirs, "\n".join(GENERAL))
        for item in ITEMS:
            there.positions.set_item(theirs, item)
        yield Correspondence(there, theirs, here, take_in(here, file))


def comments_on(address: str, contribution: Contribution) -> PlacedComment:
    """The comments on a provision, each once."""
    (found,) = [part for part in contribution.placed if part.address == address]
    return found


@pytest.mark.parametrize("kind", [ExportKind.COMMENTS_TABLE, ExportKind.POSITION, ExportKind.COMPILATION])
@pytest.mark.parametrize("columns", ProvisionColumns)
@pytest.mark.parametrize("markup", MarkupStyle)
@pytest.mark.parametrize("labels", LABEL_LANGUAGES)
def test_all_that_a_desk_exports_another_finds_at_its_place(
    correspondence: Correspondence,
    tmp_path: Path,
    kind: ExportKind,
    columns: ProvisionColumns,
    markup: MarkupStyle,
    labels: str,
) -> None:
    read = correspondence.read(tmp_path / "sent.docx", kind, ExportOptions(markup, labels=labels, columns=columns))
    assert read.unplaced == ()
    (general,) = [part.provision_comment for part in read.placed if part.is_general]
    assert general.comment.split() == " ".join(GENERAL).split()
    assert len(read.placed) == len(ITEMS) + 1
    for item in ITEMS:
        part = comments_on(item.address, read)
        assert part.provision_comment.proposal == item.proposal
        assert item.comment in part.provision_comment.comment
        assert item.justification in part.provision_comment.comment
        assert part.provision_comment.delegations == ("EL", *item.joint)
    new = [part for part in read.placed if part.after is not None]
    assert [(part.address, part.after) for part in new] == [("art_2__para_1a", "art_2__para_1")]
    changes = [run for run in comments_on("art_2__para_1", read).word_diff if run[0] is not WordChange.EQUAL]
    assert changes == [(WordChange.DELETE, "six"), (WordChange.INSERT, "seven")]
    gone = comments_on("art_2__para_2__point_2", read).word_diff
    assert {change for change, _ in gone} == {WordChange.DELETE}
    legend = {part.provision_comment.comment for part in read.placed if "bold" in part.provision_comment.comment}
    assert legend == set()


@pytest.mark.parametrize("name", sorted(path.name for path in VERSION_0_8.glob("*.docx")))
def test_a_file_of_version_0_8_is_read_alike(desk: Desk, tmp_path: Path, name: str) -> None:
    """Labels have changed since; both wordings are recognised."""
    read = desk.contributions.read(take_in(desk, VERSION_0_8 / name), take_in(desk, act(tmp_path)))
    assert read.unplaced == ()
    (general,) = [part.provision_comment.comment for part in read.placed if part.is_general]
    assert general.split() == " ".join(GENERAL).split()
    assert len(read.placed) == len(ITEMS) + 1
    for item in ITEMS:
        part = comments_on(item.address, read)
        assert part.provision_comment.proposal == item.proposal
        assert item.comment in part.provision_comment.comment
        assert part.provision_comment.delegations == ("EL", *item.joint)

"""The exports of one desk, imported by another as written comments of that delegation."""

from collections.abc import Iterator
from itertools import product
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
from support.comment_tables import act
from support.document_values import take_in

VERSION_0_8 = Path(__file__).parents[2] / "data" / "version_0_8"
KINDS = (ExportKind.COMMENTS_TABLE, ExportKind.POSITION, ExportKind.COMPILATION)
FORMS = pytest.mark.parametrize(
    ("kind", "columns", "markup", "labels"), list(product(KINDS, ProvisionColumns, MarkupStyle, LABEL_LANGUAGES))
)
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


def on(address: str, contribution: Contribution) -> PlacedComment:
    """The comments on a provision, each once."""
    (found,) = [part for part in contribution.placed if part.address == address]
    return found


@FORMS
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
        part = on(item.address, read)
        assert part.provision_comment.proposal == item.proposal
        assert item.comment in part.provision_comment.comment
        assert item.justification in part.provision_comment.comment
        assert part.provision_comment.delegations == ("EL", *item.joint)
    new = [part for part in read.placed if part.after is not None]
    assert [(part.address, part.after) for part in new] == [("art_2__para_1a", "art_2__para_1")]
    changes = [run for run in on("art_2__para_1", read).word_diff if run[0] is not WordChange.EQUAL]
    assert changes == [(WordChange.DELETE, "six"), (WordChange.INSERT, "seven")]
    gone = on("art_2__para_2__point_2", read).word_diff
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
        part = on(item.address, read)
        assert part.provision_comment.proposal == item.proposal
        assert item.comment in part.provision_comment.comment
        assert part.provision_comment.delegations == ("EL", *item.joint)

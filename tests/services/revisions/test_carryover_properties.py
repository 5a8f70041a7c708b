"""Whatever stands on a text and whatever becomes of its units: nothing is lost, moved or made twice."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.carried_items import CarriedKind, CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.desk import Desk, open_desk
from support.revision_chain import BACK, NEW, PORTS, POWER, QUIET, Pair, bring, note

PLACES = [Address(f"para_{n}") for n in range(1, 6)]
TEXTS = dict(zip(PLACES, (PORTS, QUIET, POWER, BACK, NEW), strict=True))
ONE_TO_ONE = [Verdict.SAME, Verdict.RENUMBERED, Verdict.MOVED, Verdict.REWORDED, Verdict.MERGED]
Notes = list[tuple[Address, str | None]]


@st.composite
def fates(draw: st.DrawFn) -> tuple[UnitOutcome, ...]:
    """What could have become of each unit, sure or not."""
    found: list[UnitOutcome] = []
    for old in PLACES:
        fate = draw(st.sampled_from(["one", "gone", "split", "doubt"]))
        parts = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=3, unique=True))
        if fate == "one":
            found.append(UnitOutcome(old, parts[0], draw(st.sampled_from(ONE_TO_ONE)), 0.5, ()))
        elif fate == "gone":
            rivals = tuple(draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)))
            found.append(UnitOutcome(old, None, Verdict.DELETED, 0.0, (), (), rivals))
        elif fate == "split":
            found += [UnitOutcome(old, part, Verdict.SPLIT, 0.5, ()) for part in parts]
        else:
            found.append(UnitOutcome(old, parts[0], Verdict.REWORDED, 0.5, (), (), tuple(parts[1:])))
    return tuple(found)


NOTES: st.SearchStrategy[Notes] = st.lists(
    st.tuples(st.sampled_from(PLACES), st.booleans()).map(
        lambda one: (one[0], TEXTS[one[0]][4:20] if one[1] else None)
    ),
    max_size=5,
)
LINES = st.lists(
    st.builds(
        lambda address, stance, word: PositionEntry(
            address, stance, TEXTS[address].replace("the", word) if word else None, "c"
        ),
        st.sampled_from(PLACES),
        st.none() | st.sampled_from(Stance),
        st.sampled_from(["", "a", "that"]),
    ),
    max_size=4,
    unique_by=lambda item: item.address,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a paper and its revision, which has the same paragraphs the other way round."""
    folder = tmp_path_factory.mktemp("library")
    with open_desk(folder / "library") as desk:
        bring(desk, folder, *TEXTS.values())
        bring(desk, folder, *reversed(TEXTS.values()), revision=1)
    return folder / "library"


@contextmanager
def a_pair(library: Path, notes: Notes, lines: list[PositionEntry]) -> Iterator[tuple[Desk, Pair]]:
    """The paper with notes and lines, and its revision."""
    old, new = DocumentId(1), DocumentId(2)
    with tempfile.TemporaryDirectory() as name, open_desk(shutil.copytree(library, Path(name) / "library")) as desk:
        for n, (address, words) in enumerate(notes):
            note(desk, old, address, f"{n}", words)
        for item in lines:
            desk.positions.set_item(old, item)
        yield desk, (old, new)


@settings(max_examples=40)
@given(fates(), NOTES, LINES)
def test_nothing_is_lost_moved_or_made_twice(
    library: Path, found: tuple[UnitOutcome, ...], notes: Notes, lines: list[PositionEntry]
) -> None:
    with a_pair(library, notes, lines) as (desk, (old, new)):
        before = desk.annotations.for_document(old), desk.positions.get(old)
        comparison = Comparison(old, new, View.AFTER, found)
        desk.carryover.carry(comparison)
        items = desk.carryover.carried(old, new).items
        assert (desk.annotations.for_document(old), desk.positions.get(old)) == before
        assert {one.key for one in items} == {one.id for one in before[0]} | {one.address for one in before[1].items}
        there, ours = desk.annotations.for_document(new), desk.positions.get(new)
        placed = {one.copy_id: one.new for one in items if one.kind is CarriedKind.ANNOTATION and one.new}
        assert {one.id: one.place.address for one in there} == placed
        for one in items:
            sure = {fate.new for fate in comparison.outcomes if fate.old == one.old and fate.is_sure} - {None}
            assert one.new is None or one.new in sure
            assert one.is_open or one.new or one.verdict is CarryVerdict.DELETED
            assert one.text == TEXTS[one.old]
        for made in there:
            unit, quote = desk.documents.unit(made.place), made.quote
            assert unit
            assert quote is None or unit.text[quote.start : quote.end] in (quote.exact, "")
        assert not desk.carryover.carry(comparison)
        assert (desk.annotations.for_document(new), desk.positions.get(new)) == (there, ours)
        if items:
            desk.history.undo()
            assert (desk.annotations.for_document(new), desk.positions.get(new).items) == ([], ())
            assert desk.carryover.carried(old, new).items == ()
            desk.history.redo()
            assert (desk.annotations.for_document(new), desk.positions.get(new)) == (there, ours)
            assert desk.carryover.carried(old, new).items == items


@settings(max_examples=40)
@given(fates(), NOTES, LINES, st.data())
def test_a_decision_stays_and_can_be_taken_back(
    library: Path, found: tuple[UnitOutcome, ...], notes: Notes, lines: list[PositionEntry], data: st.DataObject
) -> None:
    with a_pair(library, notes, lines) as (desk, (old, new)):
        own = PositionEntry(PLACES[0], Stance.STATEMENT, comment="said here")
        desk.positions.set_item(new, own)
        comparison = Comparison(old, new, View.AFTER, found)
        desk.carryover.carry(comparison)
        items = desk.carryover.carried(old, new).items
        if not items:
            return
        chosen = data.draw(st.sampled_from(items))
        address = data.draw(st.none() | st.sampled_from(PLACES))
        before = desk.annotations.for_document(new), desk.positions.get(new), items
        desk.carryover.decide(old, new, chosen.kind, chosen.key, address)
        desk.carryover.carry(comparison)
        after = desk.annotations.for_document(new), desk.positions.get(new)
        went = next(one for one in desk.carryover.carried(old, new).items if one.key == chosen.key)
        assert (went.new, went.is_open) == (address, False)
        if chosen.kind is CarriedKind.ANNOTATION:
            places = [one.place for one in after[0] if one.origin == chosen.key]
            assert places == ([Place(new, address)] if address else [])
        assert own.comment in after[1].entry_at(PLACES[0]).comment
        desk.history.undo()
        assert (desk.annotations.for_document(new), desk.positions.get(new)) == before[:2]
        assert desk.carryover.carried(old, new).items == before[2]

"""Other items carried over: interventions, items without a place, and those of documents parsed again."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.meetings.meeting import InterventionId
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.comparison import (
    CarriedKind,
    CarryVerdict,
    Comparison,
    UnitOutcome,
    Verdict,
    VerdictBasis,
)
from delegate_desk.desk import Desk, open_desk
from support.revision_chain import (
    BACK,
    FIRST,
    FOURTH,
    NEW,
    PORTS,
    POWER,
    QUIET,
    SECOND,
    THIRD,
    Pair,
    bring,
    carry,
    note,
    only,
    revision,
)

SAID, LINE, NOTE = CarriedKind.INTERVENTION, CarriedKind.POSITION, CarriedKind.ANNOTATION


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> Pair:
    return revision(desk, tmp_path)


def say(desk: Desk, document: DocumentId, line: str) -> str:
    """Record an intervention of a delegation on a document; returns its id."""
    reference = desk.documents.get(document).header.reference
    assert reference
    meeting = desk.meetings.new("Working Party on Shipping")
    desk.meetings.save(meeting)
    desk.meetings.add_item(meeting.id, "Quiet hours", documents=[reference])
    _, (one,) = desk.meetings.capture(meeting.id, line, item="1")
    return one.id


def fate(old: Address, new: Address | None, verdict: Verdict) -> UnitOutcome:
    return UnitOutcome(old, new, verdict, 0.5, (), (VerdictBasis.LIKENESS,))


def test_what_was_said_is_linked_and_stays_where_it_was(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = say(desk, old, "FR+ 1 very good")
    went = carry(desk, old, new)[key]
    assert (went.kind, went.old, went.new) == (SAID, FIRST, SECOND)
    (onto,) = desk.carryover.carried_to_place(Place(new, SECOND))
    assert (onto.carried, onto.old.id) == (went, old)
    assert [one.id for one in desk.meetings.interventions_for_place(Place(old, FIRST))] == [key]
    assert desk.meetings.interventions_for_place(Place(new, SECOND)) == []
    there = desk.meetings.intervention(InterventionId(onto.carried.key))
    assert there
    assert there.delegations == ("FR",)


def test_what_was_said_continues_to_the_next_revision(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, PORTS, BACK, revision=2)
    key = say(desk, old, "FR+ 1 very good")
    carry(desk, old, new)
    assert carry(desk, new, newest)[key].new == FIRST
    carry(desk, old, newest)
    (onto,) = desk.carryover.carried_to_place(Place(newest, FIRST))
    assert onto.carried.key == key
    assert key not in carry(desk, newest, old)


def test_what_is_said_of_what_is_gone_is_decided_by_a_person(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = say(desk, old, "FR- 3 too dear")
    assert carry(desk, old, new)[key].verdict is CarryVerdict.DELETED
    desk.carryover.decide(old, new, SAID, key, FOURTH)
    assert [one.carried.key for one in desk.carryover.carried_to_place(Place(new, FOURTH))] == [key]
    desk.carryover.decide(old, new, SAID, key, None)
    assert desk.carryover.carried_to_place(Place(new, FOURTH)) == []


def test_a_note_is_known_on_its_new_place_with_where_it_came_from(desk: Desk, pair: Pair) -> None:
    old, new = pair
    note(desk, old, FIRST)
    carry(desk, old, new)
    (onto,) = desk.carryover.carried_to_place(Place(new, SECOND))
    assert (onto.carried.copy_id, onto.old.id) == (only(desk, new).id, old)
    desk.documents.remove(old)
    assert desk.carryover.carried_to_place(Place(new, SECOND)) == []


def test_a_part_that_has_our_change_has_our_line(desk: Desk, tmp_path: Path) -> None:
    old = bring(desk, tmp_path, f"{QUIET} {POWER}")
    new = bring(desk, tmp_path, QUIET, POWER, revision=1)
    fates = (fate(FIRST, FIRST, Verdict.SPLIT), fate(FIRST, SECOND, Verdict.SPLIT))
    desk.positions.set_item(old, PositionEntry(FIRST, proposal=f"{QUIET} {POWER.replace('shall', 'may')}"))
    desk.carryover.carry(Comparison(old, new, View.AFTER, fates))
    assert desk.positions.get(new).items == (PositionEntry(SECOND, proposal=POWER.replace("shall", "may")),)


def test_lines_that_meet_are_joined_where_they_agree_else_asked_about(desk: Desk, tmp_path: Path) -> None:
    old = bring(desk, tmp_path, QUIET, POWER)
    new = bring(desk, tmp_path, f"{QUIET} {POWER}", revision=1)
    fates = (fate(FIRST, FIRST, Verdict.MERGED), fate(SECOND, FIRST, Verdict.MERGED))
    desk.positions.set_item(old, PositionEntry(FIRST, Stance.SUPPORT, comment="one"))
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.SUPPORT, POWER.replace("shall", "may"), "two"))
    desk.carryover.carry(Comparison(old, new, View.AFTER, fates))
    both = f"{QUIET} {POWER.replace('shall', 'may')}"
    assert desk.positions.get(new).items == (PositionEntry(FIRST, Stance.SUPPORT, both, "one\ntwo"),)
    desk.history.undo()
    desk.positions.set_item(old, PositionEntry(SECOND, Stance.OPPOSE))
    desk.carryover.carry(Comparison(old, new, View.AFTER, fates))
    one, two = desk.carryover.find_carry(old, new).items
    assert (one.new, two.new, two.proposals, two.is_open) == (FIRST, None, (FIRST,), True)
    assert desk.positions.get(new).items == (PositionEntry(FIRST, Stance.SUPPORT, comment="one"),)


def test_in_another_language_a_note_goes_and_a_wording_is_asked_about(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST, words="noise")
    desk.positions.set_item(old, PositionEntry(FIRST, Stance.OPPOSE, PORTS.replace("noise", "sound")))
    desk.positions.set_item(old, PositionEntry(FOURTH, Stance.SUPPORT))
    fates = (fate(FIRST, SECOND, Verdict.REWORDED), fate(FOURTH, FOURTH, Verdict.SAME))
    desk.carryover.carry(Comparison(old, new, View.AFTER, fates, is_cross_language=True))
    went = {one.key: one for one in desk.carryover.find_carry(old, new).items}
    assert (went[key].new, went[key].has_lost_quote) == (SECOND, True)
    assert went[FOURTH].new == FOURTH


def test_what_has_no_place_in_the_old_text_is_asked_about(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST, words="noise")
    desk.positions.set_item(old, PositionEntry(FIRST, Stance.OPPOSE, comment="loud"))
    read = desk.reparse.read(old)
    desk.reparse.renew(old, replace(read, paragraphs=read.paragraphs[2:]))
    went = carry(desk, old, new)
    line = next(one for one in went.values() if one.kind is LINE)
    for one in (went[key], line):
        assert (one.old, one.new, one.proposals[0], one.is_open) == (FIRST, None, SECOND, True)
        desk.carryover.decide(old, new, one.kind, one.key, SECOND)
    assert only(desk, new).place == Place(new, SECOND)
    assert desk.positions.get(new).items == (PositionEntry(SECOND, Stance.OPPOSE, comment="loud"),)
    assert len(desk.reparse.unplaced(old)) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_carried_follows_a_document_that_is_read_again(desk: Desk, pair: Pair, which: int) -> None:
    old, new = pair
    note(desk, old, FIRST)
    note(desk, old, FOURTH)
    desk.positions.set_item(old, PositionEntry(FIRST, Stance.SUPPORT))
    carry(desk, old, new)
    read = desk.reparse.read(pair[which])
    moved = {"para_1": "para_11", "para_2": "para_12", "para_4": "para_14"}
    units = [replace(unit, address=Address(moved.get(unit.address, unit.address))) for unit in read.paragraphs]
    desk.reparse.renew(pair[which], replace(read, paragraphs=tuple(units)))
    places = {(one.kind, one.old, one.new) for one in desk.carryover.find_carry(old, new).items}
    expected = {(NOTE, FIRST, SECOND), (NOTE, FOURTH, FOURTH), (LINE, FIRST, SECOND)}
    shifted = [(kind, (moved[a], b), (a, moved[b])) for kind, a, b in expected]
    assert places == {(kind, *both[which]) for kind, *both in shifted}
    before = desk.annotations.for_document(new), desk.positions.get(new)
    carry(desk, old, new)
    assert (desk.annotations.for_document(new), desk.positions.get(new)) == before


def test_of_what_was_carried_the_latest_is_due(desk: Desk, pair: Pair) -> None:
    old, new = pair
    soon = datetime.now(UTC) + timedelta(hours=1)
    made = desk.annotations.new(Place(old, FIRST), AnnotationKind.QUESTION, text="ask", due=soon)
    desk.annotations.save(made)
    carry(desk, old, new)
    assert [one.place.document for one in desk.annotations.due(soon + timedelta(hours=1))] == [new]
    desk.documents.remove(new)
    assert [one.id for one in desk.annotations.due(soon + timedelta(hours=1))] == [made.id]


def test_a_note_that_went_to_the_trash_is_not_asked_about(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    doubtful = UnitOutcome(FIRST, None, Verdict.DELETED, 0.0, (), (), (SECOND, THIRD))
    desk.carryover.carry(Comparison(old, new, View.AFTER, (doubtful,)))
    assert [one.proposals for one in desk.carryover.find_carry(old, new).items] == [(SECOND, THIRD)]
    desk.annotations.remove(key)
    assert desk.carryover.find_carry(old, new).items == ()
    desk.annotations.restore(key)
    desk.carryover.carry(Comparison(old, new, View.AFTER, (fate(FIRST, SECOND, Verdict.RENUMBERED),)))
    assert only(desk, new).place == Place(new, SECOND)


PLACES = [Address(f"para_{n}") for n in range(1, 6)]
TEXTS = dict(zip(PLACES, (PORTS, QUIET, POWER, BACK, NEW), strict=True))
ONE_TO_ONE = [Verdict.SAME, Verdict.RENUMBERED, Verdict.MOVED, Verdict.REWORDED, Verdict.MERGED]
Notes = list[tuple[Address, str | None]]


@st.composite
def fates(draw: st.DrawFn) -> tuple[UnitOutcome, ...]:
    """The possible outcomes of each unit, certain or not."""
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
    """A library with a document and its revision, which has the same paragraphs in reverse order."""
    folder = tmp_path_factory.mktemp("library")
    with open_desk(folder / "library") as desk:
        bring(desk, folder, *TEXTS.values())
        bring(desk, folder, *reversed(TEXTS.values()), revision=1)
    return folder / "library"


@contextmanager
def a_pair(library: Path, notes: Notes, lines: list[PositionEntry]) -> Iterator[tuple[Desk, Pair]]:
    """The document with notes and provisions, and its revision."""
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
        items = desk.carryover.find_carry(old, new).items
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
            assert desk.carryover.find_carry(old, new).items == ()
            desk.history.redo()
            assert (desk.annotations.for_document(new), desk.positions.get(new)) == (there, ours)
            assert desk.carryover.find_carry(old, new).items == items


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
        items = desk.carryover.find_carry(old, new).items
        if not items:
            return
        chosen = data.draw(st.sampled_from(items))
        address = data.draw(st.none() | st.sampled_from(PLACES))
        before = desk.annotations.for_document(new), desk.positions.get(new), items
        desk.carryover.decide(old, new, chosen.kind, chosen.key, address)
        desk.carryover.carry(comparison)
        after = desk.annotations.for_document(new), desk.positions.get(new)
        went = next(one for one in desk.carryover.find_carry(old, new).items if one.key == chosen.key)
        assert (went.new, went.is_open) == (address, False)
        if chosen.kind is CarriedKind.ANNOTATION:
            places = [one.place for one in after[0] if one.origin == chosen.key]
            assert places == ([Place(new, address)] if address else [])
        assert own.comment in after[1].entry_at(PLACES[0]).comment
        desk.history.undo()
        assert (desk.annotations.for_document(new), desk.positions.get(new)) == before[:2]
        assert desk.carryover.find_carry(old, new).items == before[2]

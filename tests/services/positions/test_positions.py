from collections.abc import Callable
from dataclasses import replace
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import (
    NamelessPhraseError,
    NotUnderstoodError,
    PositionFault,
    PositionStateError,
    UnknownDelegationError,
    UnknownPlaceError,
    UnknownVersionError,
)
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus, ReadyPhrase, Stance, Version
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.services.library import edit_history


def test_a_proposal_knows_its_words(desk: Desk, first: Place) -> None:
    unit = desk.documents.unit(first)
    assert unit is not None
    proposal = unit.text.replace("the people who live", "all people who live")
    desk.positions.set_item(first.document, PositionEntry(first.address, Stance.SUPPORT_IF, proposal, "Wider."))
    item = desk.positions.get(first.document).entry_at(first.address)
    words = desk.positions.word_changes(first.document, item)
    assert [(change, text) for change, text in words if change is not WordChange.EQUAL] == [
        (WordChange.DELETE, "the"),
        (WordChange.INSERT, "all"),
    ]
    assert "".join(text for change, text in words if change is not WordChange.DELETE) == proposal


def test_items_stand_in_the_documents_order_and_what_says_nothing_is_none(desk: Desk, held: DocumentId) -> None:
    for address in ("para_3", "para_1", "para_2__point_1"):
        desk.positions.set_item(held, PositionEntry(Address(address), comment="x"))
    assert [i.address for i in desk.positions.get(held).items] == ["para_1", "para_2__point_1", "para_3"]
    assert desk.positions.documents() == [held]
    with pytest.raises(UnknownPlaceError):
        desk.positions.set_item(held, PositionEntry(Address("para_99"), comment="x"))
    desk.positions.set_general(held, "General.")
    desk.positions.set_general(held, "")
    for address in ("para_1", "para_2__point_1", "para_3"):
        desk.positions.remove_item(held, Address(address))
    assert desk.positions.documents() == []


def test_drafting_is_undone_step_by_step(desk: Desk, held: DocumentId) -> None:
    item = PositionEntry(Address("para_1"), Stance.SUPPORT)
    desk.positions.set_item(held, item)
    desk.positions.set_item(held, replace(item, stance=Stance.OPPOSE))
    desk.positions.set_internal(held, "ours")
    desk.history.undo()
    assert desk.positions.get(held).internal == ""
    desk.history.undo()
    assert desk.positions.get(held).entry_at(item.address).stance is Stance.SUPPORT
    desk.history.undo()
    assert desk.positions.documents() == []


def test_our_delegation_and_every_field_are_kept(desk: Desk, held: DocumentId) -> None:
    assert desk.positions.delegation() is None
    assert desk.positions.set_delegation("gr").settings
    assert desk.positions.delegation() == "EL"
    with pytest.raises(UnknownDelegationError):
        desk.positions.set_delegation("XX")
    item = PositionEntry(
        Address("para_1"),
        Stance.RED_LINE,
        "Another wording.",
        "A comment.",
        "An internal note.",
        "A justification.",
        ("CY", "EL"),
        ("First fallback.", "Second [fallback]."),
        "A red line.",
        "An instruction.",
        "The ministry, by telephone",
        2,
        ("quiet", "night"),
        ("DE",),
        Address("para_3"),
    )
    desk.positions.set_item(held, replace(item, joint=("gr", "CY", "EL")))
    assert desk.positions.get(held).items == (replace(item, joint=("EL", "CY")),)
    assert desk.search.find("in:positions fallback").total == 1
    assert desk.search.find("in:positions telephone night").total == 1
    with pytest.raises(UnknownDelegationError):
        desk.positions.set_item(held, replace(item, joint=("US",)))
    with pytest.raises(NotUnderstoodError):
        desk.positions.set_item(held, replace(item, priority=4))


def test_a_new_provision_is_proposed_and_kept(desk: Desk, held: DocumentId) -> None:
    new = desk.positions.new_item(held, Address("para_2"))
    assert (new.address, new.after, new.label) == ("para_2a", "para_2", "2a.")
    desk.positions.set_item(held, new)
    desk.positions.set_item(held, replace(new, proposal="Bells rest too."))
    desk.positions.set_item(held, PositionEntry(Address("para_3"), Stance.SUPPORT))
    behind = desk.positions.new_item(held, new.address)
    assert (behind.address, behind.after, behind.label) == ("para_2b", "para_2a", "2b.")
    desk.positions.set_item(held, replace(behind, proposal="And horns."))
    position = desk.positions.get(held)
    assert [item.address for item in position.items] == ["para_2a", "para_2b", "para_3"]
    assert desk.positions.word_changes(held, position.items[0]) == ((WordChange.INSERT, "Bells rest too."),)
    assert desk.search.find("in:positions bells").total == 1
    desk.positions.remove_item(held, new.address)
    assert [(i.address, i.after) for i in desk.positions.get(held).items] == [("para_2b", "para_2"), ("para_3", None)]
    desk.history.undo()
    assert desk.positions.get(held) == position


def test_a_provision_stands_behind_what_is_there(desk: Desk, held: DocumentId) -> None:
    one = PositionEntry(Address("para_2a"), after=Address("para_2"))
    desk.positions.set_item(held, one)
    for wrong in (
        PositionEntry(Address("para_9a"), after=Address("para_9")),
        PositionEntry(Address("para 9a"), after=Address("para_2")),
        PositionEntry(Address("para_2"), after=Address("para_2")),
        PositionEntry(Address("para_2"), after=Address("para_2__point_1")),
        replace(one, after=Address("para_2a")),
    ):
        with pytest.raises(UnknownPlaceError):
            desk.positions.set_item(held, wrong)
    with pytest.raises(UnknownPlaceError):
        desk.positions.new_item(held, Address("para_9"))
    assert desk.positions.get(held).items == (one,)


def test_typing_in_one_field_is_one_step(desk: Desk, held: DocumentId) -> None:
    item = PositionEntry(Address("para_1"))
    for text in ("A", "Al", "All"):
        desk.positions.set_item(held, replace(item, comment=text))
    desk.positions.set_item(held, replace(item, comment="All", justification="So."))
    desk.positions.set_item(held, replace(item, comment="", justification="So."), typed=False)
    said = []
    while desk.history.next_undo():
        desk.history.undo()
        now = desk.positions.get(held).entry_at(item.address)
        said.append((now.comment, now.justification))
    assert said == [("All", "So."), ("All", ""), ("", "")]


def test_half_a_character_is_kept_as_lost(desk: Desk, held: DocumentId) -> None:
    half, lost = "half \ud83d", "half \ufffd"
    desk.positions.set_general(held, half)
    desk.positions.set_internal(held, half)
    desk.positions.set_item(
        held, PositionEntry(Address("para_1"), proposal=half, comment=half, fallbacks=(half,), tags=(half,))
    )
    kept = desk.positions.get(held)
    (item,) = kept.items
    assert {kept.general, kept.internal, item.proposal, item.comment, *item.fallbacks, *item.tags} == {lost}


FIRST = Address("para_1")


def drafted(desk: Desk, held: DocumentId) -> PositionEntry:
    """Our position on the first paragraph, saved."""
    item = PositionEntry(
        FIRST, Stance.SUPPORT_IF, "Another wording.", "Because.", fallbacks=("Less.",), red_line="Nothing less."
    )
    desk.positions.set_general(held, "General.")
    desk.positions.set_item(held, item)
    return item


def test_what_was_cleared_and_changed_is_a_draft_again(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    desk.positions.clear(held, " The ministry ")
    cleared = desk.positions.get(held)
    assert (cleared.status, cleared.cleared and cleared.cleared.by) == (PositionStatus.CLEARED, "The ministry")
    desk.positions.set_item(held, item)  # nothing changed
    assert desk.positions.get(held) == cleared
    desk.positions.set_item(held, replace(item, comment="Because of that."))
    changed = desk.positions.get(held)
    assert (changed.status, changed.cleared, changed.version) == (PositionStatus.DRAFT, None, 1)
    desk.history.undo()
    assert desk.positions.get(held) == cleared


def test_what_was_sent_stays_and_a_change_begins_the_next_version(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    desk.positions.clear(held, "The ministry")
    desk.positions.send(held, "The Presidency", r"C:\Users\somebody\position.docx")
    sent = desk.positions.get(held)
    assert sent.sent is not None
    assert (sent.status, sent.sent.to, sent.sent.file) == (PositionStatus.SENT, "The Presidency", "position.docx")
    assert [version.position for version in desk.position_versions.all(held)] == [sent]
    desk.positions.set_item(held, replace(item, proposal="A better wording."))
    now = desk.positions.get(held)
    assert (now.status, now.version, now.cleared, now.sent) == (PositionStatus.DRAFT, 2, None, None)
    assert [version.position for version in desk.position_versions.all(held)] == [sent, now]
    frozen = desk.position_versions.get(held, 1)
    words = frozen.word_diff(frozen.position.entry_at(FIRST))
    assert "".join(text for change, text in words if change is not WordChange.DELETE) == "Another wording."
    with pytest.raises(UnknownVersionError):
        desk.position_versions.get(held, 3)


def test_two_versions_are_compared(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    desk.positions.send(held, "The Presidency")
    desk.positions.set_general(held, "General, and more.")
    desk.positions.set_item(held, replace(item, proposal="A better wording.", fallbacks=("Less.", "Least.")))
    desk.positions.set_item(held, PositionEntry(Address("para_2"), Stance.OPPOSE))
    difference = desk.position_versions.compare(held, 1, 2)
    assert [(one.field, one.before, one.after) for one in difference.texts] == [
        ("general", "General.", "General, and more.")
    ]
    assert [(one.address, [(f.field, f.after, f.circulates) for f in one.fields]) for one in difference.items] == [
        (FIRST, [("proposal", "A better wording.", True), ("fallbacks", "Less.\nLeast.", False)]),
        (Address("para_2"), [("stance", "oppose", True)]),
    ]
    assert desk.position_versions.compare(held, 2, 2).is_empty()
    backwards = desk.position_versions.compare(held, 2, 1)
    assert [one.address for one in backwards.items] == [FIRST, Address("para_2")]


def test_all_of_it_is_undone_and_done_again(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    states = [desk.positions.get(held)]
    steps: tuple[Callable[[], object], ...] = (
        lambda: desk.positions.clear(held, "The ministry"),
        lambda: desk.positions.send(held, "The Presidency", "one.docx"),
        lambda: desk.positions.send(held, "The Commission", "one.docx"),
        lambda: desk.positions.set_item(held, replace(item, stance=Stance.OPPOSE)),
        lambda: desk.positions.send(held, "The Presidency", "two.docx"),
        lambda: desk.positions.withdraw(held),
        lambda: desk.positions.set_internal(held, "They did not like it."),
    )
    for step in steps:
        step()
        states.append(desk.positions.get(held))
    twice = states[3].sent
    assert twice is not None
    assert (twice.to, twice.file) == ("The Presidency; The Commission", "one.docx")
    assert [(s.status, s.version) for s in states[4:]] == [
        (PositionStatus.DRAFT, 2),
        (PositionStatus.SENT, 2),
        (PositionStatus.WITHDRAWN, 2),
        (PositionStatus.DRAFT, 3),
    ]
    for state in reversed(states[:-1]):
        desk.history.undo()
        assert desk.positions.get(held) == state
    assert [v.position for v in desk.position_versions.all(held)] == [states[0]]
    for state in states[1:]:
        desk.history.redo()
        assert desk.positions.get(held) == state
    assert [v.position for v in desk.position_versions.all(held)] == [states[3], states[6], states[7]]
    while desk.history.next_undo():
        desk.history.undo()
    assert desk.positions.documents() == []


def test_a_step_that_cannot_be_taken_is_refused(desk: Desk, held: DocumentId) -> None:
    def fault(step: Callable[[], object]) -> PositionFault:
        with pytest.raises(PositionStateError) as refused:
            step()
        return refused.value.fault

    assert fault(lambda: desk.positions.clear(held, "The ministry")) is PositionFault.EMPTY
    assert fault(lambda: desk.positions.withdraw(held)) is PositionFault.EMPTY
    drafted(desk, held)
    assert fault(lambda: desk.positions.clear(held, " ")) is PositionFault.NOBODY_CLEARED
    assert fault(lambda: desk.positions.send(held, "")) is PositionFault.SENT_TO_NOBODY
    desk.positions.send(held, "The Presidency")
    assert fault(lambda: desk.positions.clear(held, "The ministry")) is PositionFault.SENT
    desk.positions.withdraw(held)
    assert fault(lambda: desk.positions.send(held, "The Presidency")) is PositionFault.WITHDRAWN


def test_each_field_has_its_history(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    for text in ("Because o", "Because of", "Because of that."):  # typed at one go
        desk.positions.set_item(held, replace(item, comment=text))
    desk.positions.send(held, "The Presidency")
    desk.positions.set_item(held, replace(item, comment="Because of this.", priority=1))
    found = desk.position_versions.changes(held, FIRST, "comment")
    assert [(one.version, one.before, one.after) for one in found] == [
        (2, "Because of that.", "Because of this."),
        (1, "", "Because of that."),
    ]
    assert [one.field for one in desk.position_versions.changes(held, Address(""))] == ["general"]
    assert {one.field for one in desk.position_versions.changes(held)} >= {"priority", "fallbacks", "red_line"}
    desk.history.undo()
    assert [one.version for one in desk.position_versions.changes(held, FIRST, "comment")] == [1]


def test_a_change_that_is_taken_back_by_hand_leaves_what_was_sent(desk: Desk, held: DocumentId) -> None:
    item = drafted(desk, held)
    desk.positions.send(held, "The Presidency")
    sent = desk.positions.get(held)
    desk.positions.set_item(held, replace(item, comment="Because of"))
    assert desk.positions.get(held).version == 2
    desk.positions.set_item(held, item)
    assert desk.positions.get(held) == sent
    assert [version.position for version in desk.position_versions.all(held)] == [sent]
    assert [change.version for change in desk.position_versions.changes(held, FIRST, "comment")] == [1]
    desk.documents.remove(held)
    desk.documents.empty_trash()
    assert desk.position_versions.changes(held) == []
    assert desk.check().database == "ok"


SCRUTINY = ReadyPhrase("Scrutiny", "en", "We keep a scrutiny reservation.\n\nWe will come back to it.")
WELCOME = ReadyPhrase("welcome the Presidency", "en", "We thank the Presidency for its text.")
GREEK = ReadyPhrase("Επιφύλαξη", "el", "Διατηρούμε επιφύλαξη εξέτασης.")


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk with three phrases."""
    for phrase in (SCRUTINY, WELCOME, GREEK):
        assert desk.phrases.save(phrase).settings
    return desk


def test_phrases_are_kept_by_language_and_keyword_and_found_by_what_is_typed(kept: Desk) -> None:
    assert kept.phrases.find("επιφυλ") == [GREEK]
    assert kept.phrases.find("presid") == [WELCOME]
    assert kept.phrases.find("come back", "en") == [SCRUTINY]
    assert kept.phrases.find("", "en") == [SCRUTINY, WELCOME]
    assert kept.phrases.find("reservation", "el") == []
    assert kept.phrases.all() == [GREEK, SCRUTINY, WELCOME]
    other = ReadyPhrase("  SCRUTINY ", "en", " Another text.\n")
    kept.phrases.save(other)
    assert kept.phrases.find("scrutiny") == [ReadyPhrase("SCRUTINY", "en", "Another text.")]
    for phrase in (ReadyPhrase(" ", "en", "A text."), ReadyPhrase("keyword", "en", "\n")):
        with pytest.raises(NamelessPhraseError):
            kept.phrases.save(phrase)


def test_a_phrase_that_cannot_be_saved_leaves_the_one_before(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delegate_desk.storage.db.stores.positions.fold", Mock(side_effect=RuntimeError))
    with pytest.raises(RuntimeError):
        kept.phrases.save(ReadyPhrase("reserve", "en", SCRUTINY.text), instead_of=SCRUTINY)
    assert kept.phrases.all() == [GREEK, SCRUTINY, WELCOME]


def test_a_keyword_can_be_another_and_all_is_undone(kept: Desk) -> None:
    renamed = ReadyPhrase("reserve", "en", SCRUTINY.text)
    kept.phrases.save(renamed, instead_of=SCRUTINY)
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]
    kept.phrases.remove(WELCOME)
    kept.history.undo()
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]
    kept.history.undo()
    assert kept.phrases.all() == [GREEK, SCRUTINY, WELCOME]
    kept.history.redo()
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]


UNITS = tuple(map(Address, ("para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3")))
texts = st.sampled_from(("", "One.", "Two [three].", "Τέσσερα.\nΠέντε."))
several = st.lists(texts.filter(bool), max_size=2, unique=True).map(tuple)
items = st.builds(
    PositionEntry,
    st.sampled_from(UNITS),
    st.none() | st.sampled_from(Stance),
    st.none() | texts,
    texts,
    texts,
    texts,
    st.sampled_from(((), ("CY",), ("BE", "CY"))),
    several,
    texts,
    texts,
    texts,
    st.none() | st.sampled_from((1, 2, 3)),
    several,
    st.sampled_from(((), ("DE",))),
    st.none() | st.sampled_from((Address(""), *UNITS)),
)
Step = tuple[str, object]
steps: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("item"), items),
    st.tuples(st.just("new"), st.tuples(st.sampled_from((Address(""), *UNITS)), texts)),
    st.tuples(st.just("remove"), st.sampled_from(UNITS)),
    st.tuples(st.just("remove new"), st.integers(0, 5)),
    st.tuples(st.just("general"), texts),
    st.tuples(st.just("internal"), texts),
    st.tuples(st.just("clear"), st.sampled_from(("The ministry", "The minister"))),
    st.tuples(st.just("send"), st.sampled_from(("The Presidency", "The Commission"))),
    st.tuples(st.just("withdraw"), st.none()),
)


def take(desk: Desk, key: DocumentId, step: Step) -> None:
    """Do one action on the position; a refused one changes nothing."""
    name, value = step
    positions = desk.positions
    new = [item for item in positions.get(key).items if item.address not in UNITS]

    def add_new() -> None:
        assert isinstance(value, tuple)
        positions.set_item(key, replace(positions.new_item(key, value[0]), proposal=value[1]))

    def remove_new() -> None:
        assert isinstance(value, int)
        if value < len(new):
            positions.remove_item(key, new[value].address)

    done: dict[str, Callable[[], object]] = {
        "item": lambda: positions.set_item(key, value),  # type: ignore[arg-type]  # an item goes with this name
        "new": add_new,
        "remove": lambda: positions.remove_item(key, value),  # type: ignore[arg-type]  # an address does
        "remove new": remove_new,
        "general": lambda: positions.set_general(key, str(value)),
        "internal": lambda: positions.set_internal(key, str(value)),
        "clear": lambda: positions.clear(key, str(value)),
        "send": lambda: positions.send(key, str(value), "position.docx"),
        "withdraw": lambda: positions.withdraw(key),
    }
    before = positions.get(key)
    try:
        done[name]()
    except (PositionStateError, UnknownPlaceError):
        assert positions.get(key) == before


def states(desk: Desk, key: DocumentId) -> tuple[Position, list[Version]]:
    """The current position, with all its versions."""
    return desk.positions.get(key), desk.position_versions.all(key)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several=st.lists(steps, min_size=1, max_size=12))
def test_all_is_undone_and_done_again_and_what_was_sent_stays(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch, several: list[Step]
) -> None:
    monkeypatch.setattr(edit_history, "_PAUSE", -1.0)  # each step separately
    key = held
    while desk.history.next_undo():  # leftovers of the example before
        desk.history.undo()
    seen = [states(desk, key)]
    for step in several:
        sent = {v.position.version: v for v in seen[-1][1] if v.position.sent}
        take(desk, key, step)
        position, versions = states(desk, key)
        kept = {v.position.version: v for v in versions}
        for number, version in sent.items():
            assert kept[number].sources == version.sources
            assert kept[number].position.items == version.position.items
            assert kept[number].position.general == version.position.general
        assert position.version >= max(sent, default=1)
        assert position.status is not PositionStatus.SENT or position.sent is not None
        if (position, versions) != seen[-1]:
            seen.append((position, versions))
    for state in reversed(seen[:-1]):
        desk.history.undo()
        assert states(desk, key) == state
    assert desk.history.next_undo() is None
    assert desk.positions.documents() == []
    for state in seen[1:]:
        desk.history.redo()
        assert states(desk, key) == state
    for change in desk.position_versions.changes(key):
        assert change.before != change.after

from collections.abc import Callable
from dataclasses import replace

import pytest

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import PositionFault, PositionStateError, UnknownVersionError
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk

FIRST = Address("para_1")


def drafted(desk: Desk, held: DocumentId) -> PositionEntry:
    """Our line on the first paragraph, kept."""
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


def test_versions_go_with_their_document(desk: Desk, held: DocumentId) -> None:
    drafted(desk, held)
    desk.positions.send(held, "The Presidency")
    desk.documents.remove(held)
    desk.documents.empty_trash()
    assert desk.position_versions.changes(held) == []
    assert desk.check().database == "ok"


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

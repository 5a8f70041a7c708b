"""Whatever is done to a position, all of it is undone and done again, and what was sent stays as it was sent."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import PositionStateError, UnknownPlaceError
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus, Stance
from delegate_desk.core.positions.versions import Version
from delegate_desk.desk import Desk
from delegate_desk.services.library import edit_history

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
    """Do one thing to the position; what is refused changes nothing."""
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
    """The position as it stands, with all of its versions."""
    return desk.positions.get(key), desk.position_versions.all(key)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several=st.lists(steps, min_size=1, max_size=12))
def test_all_is_undone_and_done_again_and_what_was_sent_stays(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch, several: list[Step]
) -> None:
    monkeypatch.setattr(edit_history, "_PAUSE", -1.0)  # each step by itself
    key = held
    while desk.history.next_undo():  # what the example before left
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

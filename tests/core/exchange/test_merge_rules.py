"""Whatever is sent, in any order and number, and combined with anything: the result is the same everywhere."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.package import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    PersonId,
    canonical,
    format_timestamp,
    newer_items,
)

ANNA, BELA, CARL, OURS = map(PersonId, ("anna", "bela", "carl", "ours"))
START = datetime(2026, 3, 1, tzinfo=UTC)
THINGS = st.builds(
    ExchangedItem,
    st.builds(ExchangedKey, st.sampled_from([ANNA, BELA, OURS]), st.sampled_from(ExchangedKind), st.sampled_from("ab")),
    st.integers(0, 3).map(lambda minutes: format_timestamp(START + timedelta(minutes=minutes))),
    st.sampled_from(["", "x", "y"]),
    st.sampled_from([DocumentIdentity("", "", ""), DocumentIdentity("ST 1/26", "en", "aa")]),
    st.sampled_from([ANNA, BELA, CARL]),
    st.booleans(),
    st.booleans(),
)
PACKAGES = st.lists(st.lists(THINGS, max_size=6), max_size=5)


def merge_state(
    state: dict[ExchangedKey, ExchangedItem], things: Iterable[ExchangedItem], ours: PersonId
) -> dict[ExchangedKey, ExchangedItem]:
    return state | newer_items(state, things, ours)


@given(PACKAGES, st.randoms(use_true_random=False))
def test_packages_in_any_order_and_any_number_of_times_give_one_state(
    packages: list[list[ExchangedItem]], chance: object
) -> None:
    once: dict[ExchangedKey, ExchangedItem] = {}
    for package in packages:
        once = merge_state(once, package, OURS)
    shuffled = [*packages, *packages[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis' own kind of random
    again: dict[ExchangedKey, ExchangedItem] = {}
    for package in shuffled:
        again = merge_state(again, package, OURS)
    assert again == once


@given(st.lists(THINGS), st.lists(THINGS), st.lists(THINGS))
def test_joining_is_associative(one: list[ExchangedItem], two: list[ExchangedItem], three: list[ExchangedItem]) -> None:
    left = merge_state(merge_state(merge_state({}, one, OURS), two, OURS), three, OURS)
    inner = merge_state(merge_state({}, two, OURS), three, OURS)
    assert merge_state(merge_state({}, one, OURS), inner.values(), OURS) == left


@given(st.lists(THINGS))
def test_what_has_our_name_never_comes_in(things: list[ExchangedItem]) -> None:
    assert all(key.author != OURS for key in merge_state({}, things, OURS))


def thing(
    *, minutes: int = 0, content: str = "x", via: PersonId = ANNA, gone: bool = False, whole: bool = False
) -> ExchangedItem:
    key = ExchangedKey(ANNA, ExchangedKind.NOTE, "a-note")
    when = format_timestamp(START + timedelta(minutes=minutes))
    return ExchangedItem(key, when, content, DocumentIdentity("", "", ""), via, whole, gone)


def test_what_is_passed_on_changes_nothing_that_its_author_sent() -> None:
    first, forged = thing(), thing(minutes=100, content="forged", via=BELA)
    assert merge_state({}, [first, forged], OURS) == {first.key: first}
    assert merge_state({}, [thing(minutes=100, via=BELA, gone=True), first], OURS) == {first.key: first}


def test_what_was_taken_back_stays_so_until_it_is_written_again() -> None:
    note, back, anew = thing(), thing(minutes=1, content="", gone=True), thing(minutes=2)
    assert merge_state({}, [back, note], OURS)[note.key].is_withdrawn
    assert not merge_state({}, [anew, back, note], OURS)[note.key].is_withdrawn


def test_of_the_same_moment_the_whole_stays() -> None:
    whole = thing(content="a", whole=True)
    assert merge_state({}, [whole, thing(content="z"), thing(content="", gone=True)], OURS) == {whole.key: whole}


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_moments_are_ordered_as_they_are_written(one: datetime, other: datetime) -> None:
    assert (format_timestamp(one) < format_timestamp(other)) == (one < other)
    assert datetime.fromisoformat(format_timestamp(one)) == one


def test_the_same_value_is_the_same_bytes() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == canonical({"a": None, "b": [1, "é"]}) == '{"a":null,"b":[1,"é"]}'

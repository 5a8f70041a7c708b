"""Dataclasses whose methods are compiled when the first instance is created."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from inspect import signature

import pytest

from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Point in a plane."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default=(), compare=False)

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclass(slots=True)
class Basket:
    things: list[str] = field(default_factory=list)


@dataclass
class Open:
    size: int = 1

    def __post_init__(self) -> None:
        self.double = 2 * self.size


@dataclass(frozen=True, slots=True, order=True)
class Ranked:
    rank: int


@dataclass(frozen=True, slots=True)
class Unpickled:
    x: int


@dataclass(frozen=True, slots=True)
class Described:
    x: int
    y: str = "y"


def test_a_frozen_value_is_compared_hashed_and_shown_by_its_fields() -> None:
    assert Point(1, 2, ("a",)) == Point(1, 2)
    assert len({Point(1), Point(1, 0), Point(2)}) == 2
    assert repr(Point(1)) == "Point(x=1, y=0, names=())"
    assert Point(1, 2).sum == 3
    assert Point(1) != object()
    match Point(3, 4):
        case Point(x, 4):
            assert x == 3
        case _:
            pytest.fail("a value is taken apart by position")


def test_a_frozen_value_is_not_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.other = 2  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_each_instance_has_its_own_default() -> None:
    first, second = Basket(), Basket()
    first.things.append("apple")
    assert (first.things, second.things) == (["apple"], [])
    with pytest.raises(AttributeError):
        first.other = 1  # type: ignore[attr-defined]


def test_a_value_is_replaced_copied_and_ordered() -> None:
    assert replace(Point(1), y=5) == Point(1, 5)
    assert copy(Point(1)) == deepcopy(Point(1)) == Point(1)
    assert asdict(Point(1)) == {"x": 1, "y": 0, "names": ()}
    assert sorted([Ranked(2), Ranked(1)]) == [Ranked(1), Ranked(2)]
    assert Open(3).double == 6


def test_a_value_is_read_by_a_process_that_created_none() -> None:
    written = pickle.dumps(Unpickled(5)).replace(b"Unpickled", b"Unwritten")

    @dataclass(frozen=True, slots=True)
    class Unwritten:
        x: int

    globals()["Unwritten"] = Unwritten
    Unwritten.__qualname__ = "Unwritten"
    assert pickle.loads(written) == Unwritten(5)


def test_a_class_without_an_instance_tells_its_fields() -> None:
    assert str(signature(Described)) == "(x: int, y: str = 'y') -> None"
    assert is_dataclass(Described)
    assert [one.name for one in fields(Described)] == ["x", "y"]
    assert Described(1) == Described(1, "y")


def test_many_threads_create_the_first_instance() -> None:
    @dataclass(frozen=True, slots=True)
    class Shared:
        x: int

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(Shared, [7] * 200))
    assert set(made) == {Shared(7)}

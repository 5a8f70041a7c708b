"""A clock set by a test: forwards, backwards, into another century or another time zone."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import pytest
from typing_extensions import override

_ZONE = "TZ"


class Clock:
    """The time of every module of the program.

    Attributes:
        now: The moment, in UTC; it stands still until it is set.
    """

    def __init__(self, now: datetime) -> None:
        self.now = now

    def jump(self, by: timedelta) -> None:
        """Move the clock forwards or backwards."""
        self.now += by

    def time(self) -> float:
        """The moment in seconds."""
        return self.now.timestamp()

    def travel(self, zone: str) -> None:
        """Change the time zone; running programs are not told."""
        os.environ[_ZONE] = zone


@contextmanager
def clocked(monkeypatch: pytest.MonkeyPatch, now: datetime) -> Iterator[Clock]:
    """Give the program's modules, and Python's own file functions, a clock of the test."""
    clock = Clock(now)

    class Kind(type):
        """Accepts any datetime as one of its own."""

        @override
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, datetime)

    class Told(datetime, metaclass=Kind):
        """A datetime whose now is the test's."""

        @override
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(clock.now.timestamp(), tz)

    for name, module in list(sys.modules.items()):
        if name.startswith("delegate_desk") and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Told)
    monkeypatch.setattr(time, "time", clock.time)
    monkeypatch.setattr(time, "time_ns", lambda: int(clock.time() * 1e9))
    before = os.environ.get(_ZONE)
    try:
        yield clock
    finally:
        if before is None:
            os.environ.pop(_ZONE, None)
        else:
            os.environ[_ZONE] = before
        if hasattr(time, "tzset"):
            time.tzset()


def moment(text: str) -> datetime:
    """A moment in UTC, such as ``2026-11-25 10:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def in_zone(clock: Clock, zone: str) -> None:
    """Change the time zone, and tell the program."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows has one zone for all programs")
    clock.travel(zone)
    time.tzset()

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from delegate_desk.core.annotations.annotation_list import (
    Age,
    Deadline,
    age,
    deadline,
    local_day,
    parse_date_range,
    parse_deadline,
)


@pytest.fixture(autouse=True)
def _in_brussels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Brussels")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(text: str) -> datetime:
    """A local time in Brussels, stored in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "due", "then"),
    [
        ("2026-11-25T09:00", "2026-11-25T08:59", Deadline.OVERDUE),
        ("2026-11-25T09:00", "2026-11-25T09:00", Deadline.TODAY),
        ("2026-11-25T09:00", "2026-11-25T23:59", Deadline.TODAY),
        ("2026-11-25T09:00", "2026-11-26T00:00", Deadline.TOMORROW),
        ("2026-11-25T09:00", "2026-11-26T23:59", Deadline.TOMORROW),
        ("2026-11-25T09:00", "2026-11-27T00:00", Deadline.LATER),
        ("2026-10-25T00:00", "2026-10-25T23:30", Deadline.TODAY),  # the clock is set back from 3 to 2: 24.5 hours
        ("2026-10-25T00:00", "2026-10-26T00:30", Deadline.TOMORROW),
        ("2026-03-29T00:00", "2026-03-30T00:00", Deadline.TOMORROW),  # the clock is set forward: 23 hours
    ],
)
def test_deadlines_are_told_by_the_calendar(now: str, due: str, then: Deadline) -> None:
    assert deadline(at(due), at(now)) is then


def test_days_are_those_of_the_place() -> None:
    assert at("2026-10-25T23:30") - at("2026-10-25T00:00") == timedelta(hours=24, minutes=30)
    assert local_day(datetime(2026, 3, 28, 23, 30, tzinfo=UTC)) == date(2026, 3, 29)


def test_the_hour_that_comes_twice_is_kept_apart() -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert first.astimezone().strftime("%H:%M") == second.astimezone().strftime("%H:%M") == "02:30"
    assert deadline(first, second) is Deadline.OVERDUE
    assert deadline(second, first) is Deadline.TODAY


@pytest.mark.parametrize(
    ("days", "then"),
    [(-1, Age.TODAY), (0, Age.TODAY), (1, Age.WEEK), (6, Age.WEEK), (7, Age.MONTH), (31, Age.YEAR), (366, Age.OLDER)],
)
def test_ages_count_back_from_today(days: int, then: Age) -> None:
    today = date(2026, 11, 25)
    assert age(today - timedelta(days=days), today) is then


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2026-11-25", (date(2026, 11, 25), date(2026, 11, 25))),
        (" 2026-02 ", (date(2026, 2, 1), date(2026, 2, 28))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_a_month_or_a_year_is_named(typed: str, days: tuple[date, date] | None) -> None:
    assert parse_date_range(typed) == days


NOW = datetime(2026, 10, 14, 11, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14.10. 12:00", "2026-10-14T12:00"),
        ("14.10 12.00", "2026-10-14T12:00"),
        ("3.2. 9h", "2027-02-03T09:00"),
        ("29.2.", "2028-02-29T23:59"),
        ("14/10/2026 9h30", "2026-10-14T09:30"),
        ("1.12.26", "2026-12-01T23:59"),
        ("2026-11-02 18:05", "2026-11-02T18:05"),
        ("12:00", "2026-10-14T12:00"),
        ("9:00", "2026-10-15T09:00"),
        ("+3", "2026-10-17T23:59"),
        ("+0 18:00", "2026-10-14T18:00"),
    ],
)
def test_a_deadline_is_understood_as_typed(typed: str, meant: str) -> None:
    assert parse_deadline(typed, NOW) == datetime.fromisoformat(f"{meant}+02:00")


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "31.4.", "14.10. 25:00", "14.10. 12:60", "12", "14.10. 12:00 sharp", "30.2.2027", "31.12.9999"],
)
def test_what_is_no_moment_is_none(typed: str) -> None:
    assert parse_deadline(typed, NOW) is None

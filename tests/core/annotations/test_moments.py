from datetime import datetime, timedelta, timezone

import pytest

from delegate_desk.core.annotations.annotation_list import parse_deadline

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
    "typed", ["", "soon", "31.4.", "14.10. 25:00", "14.10. 12:60", "12", "14.10. 12:00 sharp", "30.2.2027"]
)
def test_what_is_no_moment_is_none(typed: str) -> None:
    assert parse_deadline(typed, NOW) is None

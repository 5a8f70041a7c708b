from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from delegate_desk.core.library import backup
from delegate_desk.core.library.backup import MOST, UPGRADE_DAYS

START = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = some.lists(
    some.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)),
    max_size=80,
    unique=True,
)
NOW = datetime(2026, 11, 25, 21, tzinfo=UTC)


def daily(days: int) -> list[datetime]:
    """A backup each evening, rotated each time, as in the program."""
    held: list[datetime] = []
    for day in range(days):
        held.append(NOW + timedelta(days=day))
        held = list(backup.retained_backups(held))
    return held


@given(MOMENTS)
def test_the_newest_stays_and_few_do(made: list[datetime]) -> None:
    kept = backup.retained_backups(made)
    assert set(kept) <= set(made)
    assert not made or next(iter(kept)) == max(made)
    for kind, most in MOST.items():
        assert sum(kind in as_what for as_what in kept.values()) <= most
    assert all(kept.values())


@given(MOMENTS, some.integers(0, 79))
def test_what_is_thinned_early_would_not_have_stayed_either(made: list[datetime], at: int) -> None:
    """Rotating after each backup leaves the same as rotating once at the end."""
    held: list[datetime] = []
    for moment in sorted(made):
        held = list(backup.retained_backups([*held, moment]))
    assert backup.retained_backups(held) == backup.retained_backups(made)


@given(MOMENTS)
def test_what_goes_next_goes_with_the_one_of_tomorrow(made: list[datetime]) -> None:
    going = backup.next_to_delete(made, NOW)
    held = list(backup.retained_backups(made))
    tomorrow = max([NOW, *held]) + timedelta(days=1)
    assert going == set(held) - set(backup.retained_backups([*held, tomorrow]))


def test_a_year_of_evenings_leaves_seven_days_four_weeks_and_six_months() -> None:
    held = daily(365)
    ages = [(held[0] - moment).days for moment in held]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert 21 <= max(age for age in ages if age < 35) <= 27
    assert 140 <= ages[-1] <= 185
    assert len(held) <= 17


def test_a_long_leave_thins_nothing() -> None:
    made = [NOW - timedelta(days=n) for n in range(300, 307)]
    assert len(backup.retained_backups(made)) == 7
    assert len(backup.retained_backups([*made, NOW])) == 7


def test_a_clock_that_was_wrong_costs_one_place() -> None:
    made = [NOW - timedelta(days=n) for n in range(7)]
    assert set(made[:6]) <= set(backup.retained_backups([*made, datetime(2100, 1, 1, tzinfo=UTC)]))


def test_a_copy_made_before_an_upgrade_stays_until_it_is_old_and_was_followed() -> None:
    copied = NOW - timedelta(days=UPGRADE_DAYS)
    assert backup.is_upgrade_copy_retained(copied, [], NOW)
    assert backup.is_upgrade_copy_retained(copied, [copied - timedelta(days=1)], NOW)
    assert backup.is_upgrade_copy_retained(copied + timedelta(minutes=1), [NOW], NOW)
    assert not backup.is_upgrade_copy_retained(copied, [NOW], NOW)

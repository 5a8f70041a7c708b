import os
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from delegate_desk.core.local_time import local_time, modification_time

BRUSSELS = timezone(timedelta(hours=1))


class OnWindows(datetime):
    """Times before 1970 are in none of the computer's time zones."""

    def astimezone(self, tz: tzinfo | None = None) -> "OnWindows":
        if tz is None and self.timestamp() < 0:
            raise OSError(22, "Invalid argument")
        return super().astimezone(tz)


def test_a_moment_before_1970_is_told_in_utc_where_windows_knows_no_zone() -> None:
    moment = OnWindows(1969, 7, 21, 3, 56, tzinfo=BRUSSELS)
    assert local_time(moment).isoformat() == "1969-07-21T02:56:00+00:00"
    assert local_time(moment, BRUSSELS).isoformat() == "1969-07-21T03:56:00+01:00"


def test_a_moment_since_1970_is_told_in_the_zone_of_the_computer() -> None:
    moment = datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert local_time(moment) == moment
    assert local_time(moment).utcoffset() == moment.astimezone().utcoffset()


def test_a_file_may_have_been_changed_before_1970(tmp_path: Path) -> None:
    os.utime(tmp_path, (-86_400, -86_400))
    assert modification_time(tmp_path.stat()) == datetime(1969, 12, 31, tzinfo=UTC)

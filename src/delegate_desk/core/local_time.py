"""Times in the time zone of this computer."""

import os
from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_time(when: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a time in a zone, by default this computer's; before 1970, for which Windows knows no zones, in UTC.

    Such times occur in annotations of other programs. The C library of Windows has no times below 0, so ``astimezone``
    raises OSError there.
    """
    try:
        return when.astimezone(zone)
    except OSError:
        return when.astimezone(UTC)


def modification_time(file: os.stat_result) -> datetime:
    """Return when a file was last changed, in UTC; ``fromtimestamp`` accepts no time before 1970 on Windows."""
    return _EPOCH + timedelta(seconds=file.st_mtime)

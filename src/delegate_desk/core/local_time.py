"""Moments in the zone of this computer."""

import os
from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_time(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """A moment in a zone, by default this computer's; before 1970, for which Windows knows no zones, in UTC.

    Such moments come with annotations of other programs. The C library of Windows has no times below 0, so that
    ``astimezone`` raises OSError there.
    """
    try:
        return moment.astimezone(zone)
    except OSError:
        return moment.astimezone(UTC)


def modified(file: os.stat_result) -> datetime:
    """When a file was changed last, in UTC; ``fromtimestamp`` takes no moment before 1970 on Windows."""
    return _EPOCH + timedelta(seconds=file.st_mtime)

"""Damage: how the index says that it is of no use."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.errors import DeskError, DiskFullError, LibraryUnwritableError


class IndexDamagedError(Exception):
    """The index cannot be used, or is of another version or library: ``reset`` it and make it anew."""


@contextlib.contextmanager
def meeting_damage(folder: Path) -> Iterator[None]:
    """Tell damage from the rest: Whoosh meets it with TypeError, struct.error, MemoryError and more."""
    try:
        yield
    except (IndexDamagedError, DeskError):
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFullError(str(folder.parent)) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        if not folder.parent.exists():  # such as a stick pulled away
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        raise IndexDamagedError(type(error).__name__) from error
    except Exception as error:
        raise IndexDamagedError(type(error).__name__) from error

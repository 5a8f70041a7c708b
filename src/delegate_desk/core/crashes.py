"""Where the program broke off without a word: what Python's fault handler wrote, file names and lines alone.

Each process has a file of its own in the log folder while it runs, empty unless it breaks off; the next start gathers
what is in them into one, ``crash.log``.
"""

import atexit
import contextlib
import faulthandler
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

FILE = "crash.log"
_MOST = 200_000  # bytes
_log = logging.getLogger(__name__)


def watch(folder: Path) -> None:
    """Have a fatal fault of this process written into a folder; where it is watched for already, leave it."""
    if faulthandler.is_enabled():
        return
    file = folder / f"crash-{os.getpid()}.log"
    try:
        handle = file.open("w", encoding="utf-8")
    except OSError:  # no reason not to work
        return
    faulthandler.enable(handle)

    def end() -> None:
        faulthandler.disable()
        handle.close()
        with contextlib.suppress(OSError):
            file.unlink()

    atexit.register(end)


def gather(folder: Path) -> bool:
    """Put what processes wrote when they broke off into one file; True if any did since this was last asked."""
    broke_off = False
    for file in sorted(folder.glob("crash-*.log")):
        with contextlib.suppress(OSError, ValueError):
            said = file.read_text(encoding="utf-8", errors="replace")
            if said:
                moment = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                _append(folder / FILE, f"{moment:%Y-%m-%dT%H:%M:%SZ}\n{said}")
                _log.error("The program broke off: %s has where", FILE)
                broke_off = True
            elif _runs(int(file.stem.partition("-")[2])):
                continue
            file.unlink()
    return broke_off


def _append(file: Path, said: str) -> None:
    known = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
    file.write_text((known + said)[-_MOST:], encoding="utf-8")


def _runs(process: int) -> bool:
    """True for a process that runs; on Windows for every one, where the file of one that does cannot be deleted."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another's, by the same number
        return False
    return True

"""Log of crashes: the output of Python's fault handler, with file names and line numbers only.

While it runs, each process has its own file in the log folder, which is empty unless it crashes; the next start
collects these files in one, ``crash.log``. A process with a window notes this in its file, so that an abnormal end
without a message, such as a kill or a power cut, is noticed too.
"""

import atexit
import contextlib
import faulthandler
import logging
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from delegate_desk.core.local_time import modification_time
from delegate_desk.files import delete

FILE = "crash.log"
_MOST = 200_000  # bytes
_WINDOW = "A window was open.\n"
_log = logging.getLogger(__name__)
_own: TextIO | None = None


class AbnormalExit(StrEnum):
    FAULT = "fault"
    KILLED = "killed"


def start_crash_log(folder: Path) -> None:
    """Write a fatal fault of this process to a folder; does nothing if that is already set up."""
    global _own  # noqa: PLW0603  (the fault handler is the process's, too)
    if faulthandler.is_enabled():
        return
    file = folder / f"crash-{os.getpid()}.log"
    try:
        handle = file.open("w", encoding="utf-8")
    except OSError:  # no reason not to work
        return
    faulthandler.enable(handle)
    _own = handle

    def end() -> None:
        global _own  # noqa: PLW0603
        _own = None
        faulthandler.disable()
        handle.close()
        with contextlib.suppress(OSError):
            delete(file, patience=0)

    atexit.register(end)


def record_window_open() -> None:
    """Record that this process has a window, so that its abnormal end is reported at the next start."""
    if _own is not None and not _own.closed:
        with contextlib.suppress(OSError):
            _own.seek(0)
            _own.write(_WINDOW)
            _own.flush()


def collect_crashes(folder: Path) -> AbnormalExit | None:
    """Collect the output of crashed processes in one file; return the abnormal end since the last call, if any."""
    found: AbnormalExit | None = None
    for file in sorted(folder.glob("crash-*.log")):
        with contextlib.suppress(OSError, ValueError):
            content = file.read_text(encoding="utf-8", errors="replace")
            text = content.removeprefix(_WINDOW)
            if not text and _is_running(int(file.stem.partition("-")[2])):
                continue
            changed = modification_time(file.stat())
            delete(file, patience=0)  # on Windows that of a running process cannot be
            if text:
                log = folder / FILE
                report = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
                report += f"{changed:%Y-%m-%dT%H:%M:%SZ}\n{text}"
                log.write_text(report[-_MOST:], encoding="utf-8", newline="\n")
                _log.error("The program broke off: %s has where", FILE)
                found = AbnormalExit.FAULT
            elif content:
                _log.warning("The program was ended while a window was open")
                found = found or AbnormalExit.KILLED
    return found


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another's, by the same number
        return False
    return True


def disable_core_dumps() -> None:
    """Let the system write no core file of this process, nor pass one to a crash service.

    Child processes inherit the limit but not the flag against dumps, which starting a program resets (prctl(2),
    PR_SET_DUMPABLE), so each child calls this itself. On Windows no crash report is made (untested).
    """
    if sys.platform == "win32":
        import ctypes

        no_boxes = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(no_boxes)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4  # PR_SET_DUMPABLE
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)

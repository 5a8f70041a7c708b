"""A separate process that serves the program: pipes, limits, and its end with its parent."""

import io
import json
import logging
import math
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn

from delegate_desk.core.library.crash_log import disable_core_dumps

MEMORY_EXIT = 77  # exit status of a child that ran out of memory
GRACE = 5  # seconds beyond its parent's limit after which a child ends by itself
_log = logging.getLogger(__name__)


# Parent


def own_command(switch: str, module: str) -> list[str]:
    """Return the command that starts a module as a child; a frozen program is started with a switch instead."""
    return [sys.executable, switch] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", module]


class Child:
    """A process that answers in lines through pipes; on Windows the system ends it with this process."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaints may quote the document
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # each thread of numpy has a buffer, which Windows counts
        )
        if sys.platform == "win32":
            from delegate_desk.parsing import job_object

            job_object.end_with_this_process(int(self._process._handle))
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def number(self) -> int:
        return self._process.pid

    @property
    def status(self) -> int | None:
        """Return its exit status; None while it runs."""
        return self._process.returncode

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, request: Mapping[str, Any], content: bytes = b"") -> None:
        """Send a line followed by bytes, without waiting for a child that does not read."""
        line = json.dumps(request).encode() + b"\n"
        threading.Thread(target=self._write, args=(line, content), daemon=True).start()

    def reply(self, seconds: float) -> bytes | None:
        """Return the next line; empty if the child ended, None at a timeout."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None

    def kill(self) -> None:
        """End the child and wake whoever waits for a reply."""
        self._process.kill()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdin
        try:
            self._process.stdin.close()
        except OSError:  # a request that the dead child never took is still in the buffer
            _log.debug("A pipe to another process was broken")

    def _write(self, *parts: bytes) -> None:
        assert self._process.stdin
        try:
            for part in parts:
                self._process.stdin.write(part)
            self._process.stdin.flush()
        except (OSError, ValueError):  # it ended, or was ended
            _log.debug("Another process does not listen")

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.endswith(b"\n"):
                self._lines.put(line)
        self._lines.put(b"")
        self._process.stdout.close()


def was_out_of_memory(status: int | None) -> bool:
    """True if a child ran out of memory, including a kill by the system."""
    return status == MEMORY_EXIT or was_ended_by("SIGKILL", status)


def was_ended_by(name: str, status: int | None) -> bool:
    """True if a signal ended a child; False where the system does not have it."""
    return hasattr(signal, name) and status == -getattr(signal, name)


# Child process

Answer = Callable[[Any, bytes | None], Iterator[dict[str, Any]]]
"""The replies to a request, followed by bytes if it has a ``size``."""


def serve(arguments: Sequence[str], prepare: Callable[[], Answer], *, data_only: bool = False) -> NoReturn:
    """Run as the child: answer the requests on standard input, one JSON line each, until it is closed.

    Errors are reported by type and place only, as their message may quote the document.

    Args:
        arguments: The limits: bytes of memory, seconds for a request.
        prepare: Imports the modules that answer, within the limits.
        data_only: As for ``limit_memory``.
    """
    memory, seconds = int(arguments[0]), float(arguments[1])
    disable_core_dumps()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both, and the parent decides
    # the pipes are reserved: output of libraries goes to standard error
    requests = io.open(os.dup(0), "rb")  # noqa: SIM115, UP020  (open for as long as the process)
    replies = io.open(os.dup(1), "wb")  # noqa: SIM115, UP020
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    limit_memory(memory, data_only=data_only)
    answer = prepare()
    pending = _listen(requests)
    _send(replies, {"ready": True})
    while True:
        request, content = pending.get()
        _end_by_itself_after(math.ceil(seconds) + GRACE)
        try:
            for reply in answer(request, content):
                _send(replies, reply)
        except MemoryError:
            os._exit(MEMORY_EXIT)
        except Exception as error:  # whatever a document does to its reader, it is no other document's concern
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
            _send(replies, {"detail": type(error).__name__, "fault": place})
        _end_by_itself_after(0)


def _listen(requests: IO[bytes]) -> "queue.SimpleQueue[tuple[Any, bytes | None]]":
    """Return a queue of the requests; when the parent ends, the process ends at once."""
    pending: queue.SimpleQueue[tuple[Any, bytes | None]] = queue.SimpleQueue()

    def forward() -> None:
        for line in requests:
            request = json.loads(line)
            pending.put((request, requests.read(request["size"]) if "size" in request else None))
        os._exit(0)

    threading.Thread(target=forward, daemon=True).start()
    return pending


def _send(replies: IO[bytes], reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")
    replies.flush()


def _end_by_itself_after(seconds: int) -> None:
    """Let the system end this process after a time, even if its threads do not run; 0 for never."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def limit_memory(memory: int, *, data_only: bool = False) -> None:
    """Limit this process's memory: by the system on Linux and Windows, on macOS by watching it (untested).

    On Windows it is watched as well, as a library that is refused memory may crash without a reason to report.

    Args:
        memory: Maximum number of bytes.
        data_only: Count only data, not mapped libraries.
    """
    if sys.platform == "linux":
        import resource

        limited = resource.RLIMIT_DATA if data_only else resource.RLIMIT_AS
        _, hard_limit = resource.getrlimit(limited)
        resource.setrlimit(limited, (memory, hard_limit))
    else:
        if sys.platform == "win32":
            from delegate_desk.parsing import job_object

            job_object.limit_this_process(memory)
        threading.Thread(target=_watch_memory, args=(memory,), daemon=True).start()


def _watch_memory(memory: int) -> None:
    while _resident() < memory:
        time.sleep(0.2)
    os._exit(MEMORY_EXIT)


def _resident() -> int:
    """Return the memory of this process in bytes: the maximum on macOS, the current value on Windows."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            """PROCESS_MEMORY_COUNTERS of psapi.h."""

            _fields_ = [("cb", wintypes.DWORD), ("faults", wintypes.DWORD)] + [
                (name, ctypes.c_size_t) for name in ("peak", "working", "a", "b", "c", "d", "e", "f")
            ]

        counters = Counters(cb=ctypes.sizeof(Counters))
        handle = ctypes.windll.kernel32.GetCurrentProcess()
        ctypes.windll.psapi.GetProcessMemoryInfo(wintypes.HANDLE(handle), ctypes.byref(counters), counters.cb)
        return int(counters.working)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

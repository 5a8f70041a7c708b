"""Job objects of Windows: limits on a process, and its end together with the program that started it.

See https://learn.microsoft.com/windows/win32/procthread/job-objects. A process may be in several nested ones. If the
system refuses one, ``OSError`` is raised.
"""

import ctypes
from functools import cache
from typing import Any

_ACTIVE_PROCESS, _PROCESS_MEMORY, _KILL_ON_JOB_CLOSE = 0x8, 0x100, 0x2000
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h, with its nested structures."""

    _fields_ = [
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("transfers", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("process_peak", ctypes.c_size_t),
        ("job_peak", ctypes.c_size_t),
    ]


def limit_this_process(memory: int) -> None:
    """Limit the memory of this process to a number of bytes, and let it start no other."""
    limits = JobLimits(flags=_ACTIVE_PROCESS | _PROCESS_MEMORY, processes=1, process_memory=memory)
    kernel = _kernel()
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    _assign(_create(limits), kernel.GetCurrentProcess())


def end_with_this_process(handle: int) -> None:
    """Make the system end another process with this process, however it ends."""
    _assign(_own_children(), handle)


@cache
def _own_children() -> int:
    """Return the job of this process's children; the system closes it with this process."""
    return _create(JobLimits(flags=_KILL_ON_JOB_CLOSE))


def _create(limits: JobLimits) -> int:
    kernel = _kernel()
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job: int | None = kernel.CreateJobObjectW(None, None)
    size = ctypes.sizeof(limits)
    if not job or not kernel.SetInformationJobObject(
        ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), size
    ):
        raise OSError("Windows makes no job object")
    return job


def _assign(job: int, process: int) -> None:
    if not _kernel().AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process)):
        raise OSError("Windows puts no process into a job object")


def _kernel() -> Any:
    return ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]  # which is there on Windows alone

"""On Windows a child has a memory limit, starts nothing, and ends with the program that started it."""

import ctypes
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from delegate_desk.parsing import job_object, worker_process
from delegate_desk.parsing.job_object import JobLimits


class FakeKernel:
    """The calls to Windows; answers like Windows."""

    def __init__(self, answer: int) -> None:
        self.jobs: list[JobLimits] = []
        self.assigned: list[tuple[int, int]] = []
        for name in ("CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject", "GetCurrentProcess"):
            setattr(self, name, Call(self, name, answer))


class Call:
    def __init__(self, kernel: FakeKernel, name: str, answer: int) -> None:
        self.kernel, self.name, self.answer = kernel, name, answer

    def __call__(self, *given: Any) -> int:
        if self.name == "SetInformationJobObject":
            assert (given[1], given[3]) == (9, ctypes.sizeof(JobLimits))
            self.kernel.jobs.append(JobLimits.from_buffer_copy(given[2]._obj))
        if self.name == "AssignProcessToJobObject":
            self.kernel.assigned.append((given[0].value, given[1].value))
        return self.answer


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeKernel]:
    made = FakeKernel(7)
    monkeypatch.setattr(job_object, "_kernel", lambda: made)
    job_object._own_children.cache_clear()
    yield made
    job_object._own_children.cache_clear()


def test_the_limits_lie_where_windows_looks_for_them() -> None:
    assert ctypes.sizeof(JobLimits) == 144  # winnt.h, 64 bits
    offsets = {"flags": 16, "processes": 40, "transfers": 64, "process_memory": 112, "job_memory": 120}
    assert {name: getattr(JobLimits, name).offset for name in offsets} == offsets


def test_a_child_limits_its_memory_and_its_processes(kernel: FakeKernel) -> None:
    job_object.limit_this_process(700_000_000)
    (limits,) = kernel.jobs
    assert (limits.flags, limits.processes, limits.process_memory) == (0x108, 1, 700_000_000)
    assert kernel.assigned == [(7, 7)]


def test_all_children_end_with_their_program(kernel: FakeKernel) -> None:
    for handle in (101, 102):
        job_object.end_with_this_process(handle)
    assert [limits.flags for limits in kernel.jobs] == [0x2000]
    assert kernel.assigned == [(7, 101), (7, 102)]


def test_without_limits_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = FakeKernel(0)
    monkeypatch.setattr(job_object, "_kernel", lambda: refusing)
    with pytest.raises(OSError, match="job object"):
        job_object.limit_this_process(1)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGALRM"])
def test_where_there_are_no_signals_none_ended_a_child(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delattr(signal, name, raising=False)
    assert not worker_process.was_ended_by(name, 0)
    assert not worker_process.was_ended_by(name, -9)
    assert not worker_process.was_out_of_memory(0)
    assert worker_process.was_out_of_memory(worker_process.MEMORY_EXIT)


ENDLESS = "import time; print('ready', flush=True); time.sleep(600)"
PARENT = f"""
import os, sys
from delegate_desk.parsing import worker_process
child = worker_process.Child([sys.executable, "-c", {ENDLESS!r}])
child.reply(60)
print(child.number, flush=True)
os._exit(1)
"""


@pytest.mark.skipif(sys.platform != "win32", reason="job objects are Windows's; elsewhere an alarm ends the child")
def test_a_child_ends_with_a_program_that_was_killed() -> None:
    said = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, text=True, timeout=300).stdout
    found = subprocess.run(["tasklist", "/fi", f"pid eq {said.strip()}"], capture_output=True, text=True).stdout
    assert "python" not in found

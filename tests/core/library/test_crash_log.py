"""A crash is logged with its place, without a memory dump."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from delegate_desk.core.library import crash_log
from support import ntfs_rules

WINDOWS = sys.platform == "win32"
KILLED, FAULT = (9, 3) if WINDOWS else (-9, -11)
BREAK_OFF = """
import sys, os, ctypes, faulthandler
from pathlib import Path
from delegate_desk.core.library import crash_log as crashes
from delegate_desk.core.library.crash_log import disable_core_dumps
disable_core_dumps()
crashes.start_crash_log(Path(sys.argv[1]))
words = "the secret zanzibar"
def fall(text):
    {what}
fall(words)
"""


def child(folder: Path, what: str) -> int:
    done = subprocess.run([sys.executable, "-c", BREAK_OFF.format(what=what), str(folder)], cwd=folder, timeout=300)
    return done.returncode


def test_a_fatal_fault_is_found_by_the_next_start_without_a_word_of_text(tmp_path: Path) -> None:
    assert child(tmp_path, "faulthandler._sigsegv()") == FAULT
    assert crash_log.collect_crashes(tmp_path)
    said = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert "Segmentation fault" in said
    assert "in fall" in said
    assert "zanzibar" not in said
    assert [file.name for file in tmp_path.iterdir()] == ["crash.log"]  # nor a core file
    assert not crash_log.collect_crashes(tmp_path)


KILL = "os.kill(os.getpid(), 9)"
ENDS: dict[str, tuple[str, int, crash_log.AbnormalExit | None]] = {
    "in order": ("pass", 0, None),
    "killed": (KILL, KILLED, None),
    "a window closed in order": ("crashes.record_window_open()", 0, None),
    "a window gone without a word": (
        f"crashes.record_window_open(); {KILL}", KILLED, crash_log.AbnormalExit.KILLED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("what", "code", "outcome"), ENDS.values(), ids=ENDS)
def test_an_end_is_told_once_and_leaves_nothing(
    tmp_path: Path, what: str, code: int, outcome: crash_log.AbnormalExit | None
) -> None:
    assert child(tmp_path, what) == code
    assert [file.name[:6] for file in tmp_path.iterdir()] == (["crash-"] if code else [])
    assert crash_log.collect_crashes(tmp_path) is outcome
    assert not list(tmp_path.iterdir())
    assert crash_log.collect_crashes(tmp_path) is None


@pytest.mark.skipif(WINDOWS, reason="there an open file tells, not the process")
@pytest.mark.parametrize("content", ["", "A window was open.\n"])
def test_the_file_of_a_program_that_runs_is_left_to_it(tmp_path: Path, content: str) -> None:
    (tmp_path / f"crash-{os.getpid()}.log").write_text(content, encoding="utf-8")
    assert crash_log.collect_crashes(tmp_path) is None
    assert list(tmp_path.iterdir())


def test_the_file_of_crashes_does_not_grow_for_ever(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"crash-{number}.log").write_text("x" * 100_000, encoding="utf-8")
        assert crash_log.collect_crashes(tmp_path)
    assert (tmp_path / "crash.log").stat().st_size == 200_000


@pytest.mark.parametrize(
    "module", ["delegate_desk.parsing.reading_process", "delegate_desk.services.revisions.comparison_process"]
)
def test_a_process_that_holds_documents_cannot_be_dumped(module: str) -> None:
    if sys.platform != "linux":
        pytest.skip("asks Linux for the limits of a process")
    with subprocess.Popen(
        [sys.executable, "-m", module, str(1_500_000_000), "20"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        limit: list[str] = []
        for _ in range(6000):
            limits = Path(f"/proc/{process.pid}/limits").read_text().splitlines()
            limit = next(line.split()[4:6] for line in limits if line.startswith("Max core file size"))
            if limit == ["0", "0"]:
                break
            time.sleep(0.05)
        process.kill()
        assert limit == ["0", "0"]


@pytest.mark.skipif(WINDOWS, reason="Windows has no such limits")
def test_the_limit_is_zero_for_the_program_itself(tmp_path: Path) -> None:
    look = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))"
    done = subprocess.run(
        [sys.executable, "-c", BREAK_OFF.format(what=look), str(tmp_path)], capture_output=True, text=True
    )
    expected = "(0, 0) 0" if sys.platform == "linux" else "(0, 0)"
    assert done.stdout.strip().startswith(expected)


def test_a_fault_under_a_window_is_a_fault(tmp_path: Path) -> None:
    assert child(tmp_path, "crashes.record_window_open(); faulthandler._sigsegv()") == FAULT
    assert crash_log.collect_crashes(tmp_path) is crash_log.AbnormalExit.FAULT
    said = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert "Segmentation fault" in said
    assert "window" not in said


@pytest.mark.skipif(sys.platform == "darwin", reason="Linux can be asked what is open, Windows has the rules")
@pytest.mark.parametrize("content", ["A window was open.\n", "Fatal Python error"])
def test_on_windows_a_file_that_is_open_tells_that_its_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    if not WINDOWS:
        ntfs_rules.emulate(monkeypatch)
    monkeypatch.setattr(crash_log, "_is_running", lambda _: False)  # as on the disk
    file = tmp_path / "crash-1.log"
    file.write_text(content, encoding="utf-8")
    with file.open("r"):
        assert crash_log.collect_crashes(tmp_path) is None
    assert [path.name for path in tmp_path.iterdir()] == ["crash-1.log"]
    assert crash_log.collect_crashes(tmp_path) is not None

"""Killed at any instant, the index has its last whole state. More kills: ``python -m evaluation.kills``."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
INSTANTS = """
import sys
from evaluation.instants import CASES, run
print(*run(CASES[int(sys.argv[1])], int(sys.argv[2])))
"""


def run(*arguments: str) -> str:
    """What a process of its own prints, which has no threads before it makes others of itself."""
    paths = os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)])
    job = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=TESTS, env={**os.environ, "PYTHONPATH": paths}
    )
    assert job.returncode == 0, job.stdout + job.stderr
    return job.stdout


def test_a_writer_killed_at_random_leaves_what_it_acknowledged() -> None:
    assert re.match(r"12 kills in \d+ acknowledged changes: 0 wrong answers", run("-m", "evaluation.kills", "12"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each instant needs a copy of the process")
@pytest.mark.parametrize(
    ("case", "step"), [(0, 2), (1, 5), (2, 5), (3, 2)], ids=["a commit", "a merge", "forgetting", "beginning"]
)
def test_a_writer_killed_at_each_instant_leaves_a_whole_state(case: int, step: int) -> None:
    tried, problems = run("-c", INSTANTS, str(case), str(step)).split(" ", 1)
    assert problems == "[]\n"
    assert int(tried) > 10

"""Killed at any instant, the index has its last whole state. More kills: ``python -m evaluation.kills``."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[2]
INSTANTS = """
import sys
from evaluation.instants import CASES, run
from support.search_indexes import CIPHERS
print(*run(CASES[int(sys.argv[1])], int(sys.argv[2]), CIPHERS[sys.argv[3]]))
"""


def run(*arguments: str) -> str:
    """What a process of its own prints, which has no threads before it makes others of itself."""
    paths = os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)])
    job = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=TESTS, env={**os.environ, "PYTHONPATH": paths}
    )
    assert job.returncode == 0, job.stdout + job.stderr
    return job.stdout


@pytest.mark.parametrize(("kills", "cipher"), [("12", "plain"), ("6", "sealed")])
def test_a_writer_killed_at_random_leaves_what_it_acknowledged(kills: str, cipher: str) -> None:
    said = run("-m", "evaluation.kills", kills, "1", cipher)
    assert re.match(rf"{kills} kills in \d+ acknowledged changes: 0 wrong answers", said)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each instant needs a copy of the process")
@pytest.mark.parametrize(
    ("case", "step"), [(0, 2), (1, 5), (2, 5), (3, 1)], ids=["a commit", "a merge", "forgetting", "beginning"]
)
@pytest.mark.parametrize("cipher", ["plain", "sealed"])
def test_a_writer_killed_at_each_instant_leaves_a_whole_state(case: int, step: int, cipher: str) -> None:
    step = step if cipher == "plain" else 1  # what is sealed is written in fewer steps
    tried, problems = run("-c", INSTANTS, str(case), str(step), cipher).split(" ", 1)
    assert problems == "[]\n"
    assert int(tried) > 10

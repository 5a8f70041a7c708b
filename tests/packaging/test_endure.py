"""The long tests of the promises, without running them."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import endure

TESTS = Path(__file__).parents[1]


def test_every_promise_has_its_line_in_the_page() -> None:
    page = (TESTS.parent / "packaging" / "RELIABILITY.md").read_text(encoding="utf-8")
    assert [row.name for row in endure.ROWS if f"| {row.name} | {row.promise} |" not in page] == []


def test_the_ordinary_run_tries_the_same_values_each_time() -> None:
    assert settings().derandomize
    assert settings().database is None


def test_new_values_are_tried_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "5 passed")

    monkeypatch.setattr(subprocess, "run", run)
    rows = [row for row in endure.ROWS if row.name == "R21"]
    assert [one.kept for one in endure.tried(rows, 1, 77)] == [True]
    (command,) = asked
    assert command[0] == sys.executable
    assert {"--hypothesis-profile=random", "--hypothesis-seed=77"} <= set(command)
    assert "core/exchange/test_merge_rules.py" in command
    assert all((TESTS / one).is_file() for one in command if one.endswith(".py"))


def test_the_random_profile_is_random() -> None:
    assert not settings.get_profile("random").derandomize

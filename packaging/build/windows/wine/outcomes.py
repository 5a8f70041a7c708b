"""A pytest plugin that writes each outcome at once, so that the outcomes of interrupted tests are known."""

import json
import os
from pathlib import Path

import pytest

_FILE = Path(os.environ["OUTCOMES"])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.outcome != "passed":
        with _FILE.open("a", encoding="utf-8") as file:
            file.write(json.dumps([report.nodeid, report.outcome, report.longreprtext[-400:], report.duration]) + "\n")

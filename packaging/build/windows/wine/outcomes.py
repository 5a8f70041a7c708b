"""A plugin of pytest that writes each outcome as it comes, so that tests cut short by the clock are told of, too."""

import json
import os
from pathlib import Path

import pytest

_FILE = Path(os.environ["OUTCOMES"])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.outcome != "passed":
        with _FILE.open("a", encoding="utf-8") as file:
            file.write(json.dumps([report.nodeid, report.outcome, report.longreprtext[-400:], report.duration]) + "\n")

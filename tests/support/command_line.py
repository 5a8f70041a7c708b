"""The command line, run in this process."""

import json
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.cli.main import DONE, main


class Shell:
    """The command line on one library."""

    def __init__(self, library: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.library = library
        self._capture = capture

    def at(self, name: str) -> "Shell":
        """The command line on another library, next to this one."""
        return Shell(self.library.with_name(name), self._capture)

    def run(self, *arguments: object) -> tuple[int, str, str]:
        """Status, output and errors of a command."""
        self._capture.readouterr()
        status = main(["--library", str(self.library), *map(str, arguments)])
        out, err = self._capture.readouterr()
        return status, out, err

    def json(self, *arguments: object, expected: int = DONE) -> Any:
        """The JSON of a command that ends with a status."""
        status, out, err = self.run(*arguments, "--json")
        assert status == expected, err
        return json.loads(out)

from pathlib import Path

import pytest

from support.command_line import Shell
from support.document_values import quiet_hours


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "library", capsys)


@pytest.fixture
def held(shell: Shell, tmp_path: Path) -> Shell:
    """The command line on a library with a short document."""
    shell.json("import", quiet_hours(tmp_path))
    return shell

from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.parsing.reading_process import ReadingProcess
from support.handwritten_pdf import Paper


@pytest.fixture
def paper() -> Paper:
    """A PDF with one empty page, to be written on."""
    made = Paper()
    made.page()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where it is saved."""
    return tmp_path / "paper.pdf"


@pytest.fixture
def reader() -> Iterator[ReadingProcess]:
    made = ReadingProcess()
    yield made
    made.close()

from pathlib import Path

import pytest

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

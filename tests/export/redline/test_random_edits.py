"""Random edits of random Word files: accepting ours is our text, rejecting it the source, all else is as it was."""

from pathlib import Path

import pytest

from support.redline_cases import check

CASES = 100
ROWS = 10


@pytest.mark.parametrize("first", range(0, CASES, ROWS))
def test_a_redline_keeps_its_word(tmp_path: Path, first: int) -> None:
    assert sum(check(seed, tmp_path) for seed in range(first, first + ROWS))

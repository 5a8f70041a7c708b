"""Random edits of random Word files: accepted they give our text, rejected the source, and nothing else changes."""

from pathlib import Path

import pytest

from delegate_desk.export.redline.tracked_changes import UnsupportedFileError
from support.redline_cases import check, check_file

CASES = 40
ROWS = 10


@pytest.mark.parametrize("first", range(0, CASES, ROWS))
def test_a_redline_keeps_its_word(tmp_path: Path, first: int) -> None:
    assert sum(check(seed, tmp_path) for seed in range(first, first + ROWS))


FOLDERS = ("docx_revisions", "tables", "generated", "hostile/docx")
FIXED = "61470.docx"
"""All its words have readings above them, which are not changed: they are reported as unplaced."""


def test_a_redline_keeps_its_word_on_the_corpus(shared: Path, tmp_path: Path) -> None:
    found = (file for folder in FOLDERS for file in (shared / "corpus" / folder).glob("*.docx"))
    files = sorted(file for file in found if file.name != FIXED)
    items = odd = 0
    for number, file in enumerate(files):
        try:
            items += check_file(file.read_bytes(), number, tmp_path)
        except UnsupportedFileError:
            odd += 1
    assert items > len(files)
    assert odd <= 1  # the one with a document type

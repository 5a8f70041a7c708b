from pathlib import Path

from evaluation import redlines


def test_files_are_tried_and_counted(tmp_path: Path) -> None:
    items, failed = redlines.run(500, 5, tmp_path)
    assert items
    assert failed == []

import base64
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import reading_process
from delegate_desk.parsing.reading_process import ReadingProcess
from support.handwritten_pdf import Paper


def blank(folder: Path, width: float, height: float) -> Path:
    """A PDF with one empty page."""
    path = folder / "blank.pdf"
    with pdfium.PdfDocument.new() as document:
        document.new_page(width, height)
        document.save(path)
    return path


@pytest.mark.parametrize(("width", "height"), [(595, 842), (14_400, 3), (2, 14_400), (14_400, 14_400)])
def test_a_picture_stays_within_its_limits_whatever_the_page(tmp_path: Path, width: float, height: float) -> None:
    picture = reading_process.unpack_picture(reading_process.draw_page(blank(tmp_path, width, height), 1, 2500))
    assert 0 < picture.columns * picture.rows < 9_100_000
    assert len(picture.pixels) == picture.columns * picture.rows * 4


def test_a_page_is_no_larger_than_a_page_may_be(reader: ReadingProcess, tmp_path: Path) -> None:
    made = Paper(boxes={0: (1, 1_000_000_000)})
    made.page()
    path = made.save(tmp_path / "huge.pdf")
    assert reader.sizes(path, path.name) == [(1.0, 14_400.0)]


@pytest.mark.parametrize(
    "answer",
    [
        {"result": [[1, float("inf")]]},
        {"result": [[float("nan"), 1]]},
        {"result": [[1]]},
        {"result": 3},
    ],
)
def test_sizes_that_make_no_sense_are_refused(answer: dict[str, Any], tmp_path: Path) -> None:
    with _answering(answer) as reader, pytest.raises(UnreadableDocumentError):
        reader.sizes(tmp_path / "a.pdf", "a.pdf")


@pytest.mark.parametrize(
    "other",
    [
        {"columns": 100},
        {"columns": 3_000_000, "rows": 3_000_000},
        {"columns": -10, "rows": -10},
        {"columns": 1.5},
        {"pixels": "eJw="},
        {"pixels": "no"},
        {"more": 1},
    ],
)
def test_a_picture_that_is_none_is_refused(other: dict[str, Any], tmp_path: Path) -> None:
    good: dict[str, Any] = {"number": 1, "of": 1, "width": 10.0, "height": 10.0, "columns": 10, "rows": 10}
    good["pixels"] = base64.b64encode(zlib.compress(bytes(400))).decode()
    with _answering({"result": good}) as reader:
        assert reader.draw(tmp_path / "a.pdf", "a.pdf", 1, 10).pixels == bytes(400)
    with _answering({"result": good | other}) as reader, pytest.raises(UnreadableDocumentError):
        reader.draw(tmp_path / "a.pdf", "a.pdf", 1, 10)


def test_letters_without_their_places_are_refused_and_too_many_are_cut_off(tmp_path: Path) -> None:
    with (
        _answering({"result": {"text": "ab", "edges": [1, 2, 3, 4]}}) as reader,
        pytest.raises(UnreadableDocumentError),
    ):
        reader.text(tmp_path / "a.pdf", "a.pdf", 1)
    page = reading_process.unpack_text(1, {"text": "a" * 60_000, "edges": [1, 2, 3, 4] * 60_000})
    assert len(page.text) == len(page.boxes) == 50_000


@contextmanager
def _answering(answer: dict[str, Any]) -> Iterator[ReadingProcess]:
    """A reader whose process was taken over, and gives the same answer to everything."""
    said = f"print('{{}}', flush=True)\nfor line in sys.stdin: print({json.dumps(answer)!r}, flush=True)"
    made = ReadingProcess(seconds=300.0, command=[sys.executable, "-c", f"import sys\n{said}"])
    yield made
    made.close()


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, number: int) -> None:
    with pytest.raises(UnreadableDocumentError):
        reading_process.draw_page(blank(tmp_path, 595, 842), number, 800)


def test_hostile_files_are_drawn_or_refused(reader: ReadingProcess, shared: Path) -> None:
    for path in sorted((shared / "corpus" / "hostile").rglob("*.pdf"))[::6]:
        try:
            picture = reader.draw(path, path.name, 1, 300)
        except UnreadableDocumentError:
            continue
        assert len(picture.pixels) == picture.columns * picture.rows * 4

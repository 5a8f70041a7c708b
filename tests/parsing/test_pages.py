from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import pages
from delegate_desk.parsing.worker import Reader


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader(seconds=10.0)
    yield made
    made.close()


def blank(folder: Path, width: float, height: float) -> Path:
    """A PDF with one empty page."""
    path = folder / "blank.pdf"
    with pdfium.PdfDocument.new() as document:
        document.new_page(width, height)
        document.save(path)
    return path


@pytest.mark.parametrize(("width", "height"), [(595, 842), (14_400, 3), (2, 14_400), (14_400, 14_400)])
def test_a_picture_stays_within_its_limits_whatever_the_page(tmp_path: Path, width: float, height: float) -> None:
    picture = pages.unpack(pages.draw(blank(tmp_path, width, height), 1, 2500))
    assert 0 < picture.columns * picture.rows < 9_100_000
    assert len(picture.pixels) == picture.columns * picture.rows * 4


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, number: int) -> None:
    with pytest.raises(UnreadableDocumentError):
        pages.draw(blank(tmp_path, 595, 842), number, 800)


def test_hostile_files_are_drawn_or_refused(reader: Reader, shared: Path) -> None:
    for path in sorted((shared / "corpus" / "hostile").rglob("*.pdf"))[::6]:
        try:
            picture = reader.draw(path, path.name, 1, 300)
        except UnreadableDocumentError:
            continue
        assert len(picture.pixels) == picture.columns * picture.rows * 4

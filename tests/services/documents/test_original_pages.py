from pathlib import Path

import pytest

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.errors import PageNotDrawnError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.paths import RESOURCES
from delegate_desk.services.library import encryption
from support.document_values import quiet_hours, take_in
from support.job_steps import done

SAMPLE = RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"


@pytest.fixture
def printed(desk: Desk) -> DocumentId:
    """The number of a document that was imported as a PDF."""
    return take_in(desk, SAMPLE)


def test_a_page_is_drawn_as_wide_as_is_asked(desk: Desk, printed: DocumentId) -> None:
    picture = desk.original_pages.draw(printed, 1, 400)
    assert abs(picture.columns - 400) <= 1
    assert picture.number == 1
    assert picture.of >= 2
    assert len(picture.pixels) == picture.columns * picture.rows * 4
    assert abs(picture.rows / picture.columns - picture.height / picture.width) < 0.01
    grey = picture.pixels[::4]
    assert grey.count(255) > len(grey) // 2  # a page is mostly white
    assert min(grey) < 100  # and words on it are dark


def test_no_page_is_drawn_larger_than_its_limit_or_is_not_there(desk: Desk, printed: DocumentId) -> None:
    picture = desk.original_pages.draw(printed, 1, 100_000)
    assert picture.columns * picture.rows < 9_100_000
    with pytest.raises(PageNotDrawnError) as caught:
        desk.original_pages.draw(printed, 99, 400)
    assert caught.value.number == 99
    assert desk.original_pages.draw(printed, 2, 400).number == 2


def test_what_has_no_pages_or_is_damaged_is_not_drawn_and_has_no_sizes(
    desk: Desk, tmp_path: Path, printed: DocumentId
) -> None:
    held = take_in(desk, quiet_hours(tmp_path))
    assert not desk.original_pages.has(desk.documents.get(held).file_name)
    with pytest.raises(PageNotDrawnError):
        desk.original_pages.draw(held, 1, 400)
    original = desk.documents.original(printed)
    original.chmod(0o600)
    original.write_bytes(original.read_bytes()[:300])
    with pytest.raises(PageNotDrawnError):
        desk.original_pages.draw(printed, 1, 400)
    original.write_bytes(b"%PDF-1.7\n" + bytes(200))
    with pytest.raises(PageNotDrawnError):
        desk.original_pages.sizes(printed)


def test_words_are_found_on_the_page_in_their_paragraph(desk: Desk, printed: DocumentId) -> None:
    units = desk.documents.content(printed).units()
    unit = next(unit for unit in units if len(unit.boxes) == 1 and len(unit.text) > 80)
    (box,) = unit.boxes
    first = unit.text.split()[0]
    (everywhere,) = desk.original_pages.find(printed, box.page, [PageSearchTerms((first,))])
    (found,) = desk.original_pages.find(printed, box.page, [PageSearchTerms((first,), unit.boxes)])
    assert found
    assert set(found) <= set(everywhere)
    assert all(box.top - 3 <= (word.top + word.bottom) / 2 <= box.bottom + 3 for word in found)
    with pytest.raises(PageNotDrawnError):
        desk.original_pages.find(printed, 99, [PageSearchTerms((first,))])


def test_the_letters_and_the_size_of_a_page_are_told(desk: Desk, printed: DocumentId) -> None:
    sizes = desk.original_pages.sizes(printed)
    picture = desk.original_pages.draw(printed, 2, 100)
    assert len(sizes) == picture.of
    assert sizes[1] == pytest.approx((picture.width, picture.height), abs=0.01)
    units = desk.documents.content(printed).units()
    unit = next(unit for unit in units if len(unit.boxes) == 1 and len(unit.text) > 80)
    text = desk.original_pages.text(printed, unit.boxes[0].page)
    assert unit.text[:40] in text.text_between(0, len(text.text))
    with pytest.raises(PageNotDrawnError):
        desk.original_pages.text(printed, 99)


def test_pages_of_an_encrypted_library_are_told_alike(desk: Desk, printed: DocumentId, tmp_path: Path) -> None:
    open_desk(tmp_path / "sealed").close()
    cipher = done(encryption.turn_on(tmp_path / "sealed", "correct horse battery staple"))
    with open_desk(tmp_path / "sealed", cipher) as sealed:
        (key,) = sealed.documents.add(sealed.documents.read(SAMPLE)).documents
        assert sealed.original_pages.sizes(key) == desk.original_pages.sizes(printed)
        assert sealed.original_pages.text(key, 1) == desk.original_pages.text(printed, 1)

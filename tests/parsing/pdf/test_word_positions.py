from pathlib import Path

import pytest

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing.pdf import word_positions
from delegate_desk.parsing.reading_process import ReadingProcess
from support.handwritten_pdf import LETTER, Paper

SIZE = 10
WIDE = LETTER * SIZE
HIGH = 842


def paper(folder: Path, *lines: tuple[float, float, str], rotate: int = 0) -> Path:
    """A page with words at given places."""
    made = Paper()
    made.page()
    for x, y, text in lines:
        made.text(x, y, text, size=SIZE)
    return made.save(folder / "paper.pdf", rotate=rotate)


def found(path: Path, *words: str, within: tuple[PageBox, ...] = ()) -> list[PageBox]:
    return word_positions.find(path, 1, [PageSearchTerms(words, within)])[0]


def is_over(box: PageBox, left: float, base: float, letters: int) -> bool:
    """True if a box covers a number of letters from a place on."""
    about = (box.left, box.right) == pytest.approx((left, left + letters * WIDE), abs=1.5)
    return about and box.top < HIGH - base - 4 and HIGH - base <= box.bottom < HIGH - base + 4


def test_a_word_is_found_where_it_is_printed(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "The QUIET hours"), (60, 680, "disquiet is quiet"))
    first, second = found(path, "quiet")
    assert is_over(first, 60 + 4 * WIDE, 700, 5)
    assert is_over(second, 60 + 12 * WIDE, 680, 5)


def test_words_one_behind_the_other_have_one_box_a_line(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "all the quiet hours and quiet"), (60, 688, "hours of the quiet night"))
    same, above, below = found(path, "quiet hours")
    assert is_over(same, 60 + 8 * WIDE, 700, 11)
    assert is_over(above, 60 + 24 * WIDE, 700, 5)
    assert is_over(below, 60, 688, 5)


def test_a_word_that_a_line_divides_is_found_whole_and_with_its_hyphen(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "rules on encryp-"), (60, 688, "tion are short-"), (60, 676, "term rules"))
    above, below = found(path, "encryption")
    assert is_over(above, 60 + 9 * WIDE, 700, 6)
    assert is_over(below, 60, 688, 4)
    assert len(found(path, "short-term")) == 2
    assert found(path, "shorter") == []


def test_accents_are_folded_and_quotes_are_passed_over(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "Les «délégués» déléguent"))
    (box,) = found(path, "delegues")
    assert is_over(box, 60 + 5 * WIDE, 700, 8)


def test_only_what_stands_in_the_paragraph_counts(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "quiet"), (60, 600, "quiet"))
    (box,) = found(path, "quiet", within=(PageBox(1, 50, HIGH - 615, 400, HIGH - 590),))
    assert is_over(box, 60, 600, 5)


def test_of_several_places_those_that_are_meant_are_told(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "quiet and quiet"), (60, 680, "and quiet"))
    one, two, three = found(path, "quiet")
    assert word_positions.find(path, 1, [PageSearchTerms(("quiet",), which=((False, True, True),))]) == [[two, three]]
    as_many_as_there_are_not = PageSearchTerms(("and", "quiet"), which=((), (False, True)))
    (boxes,) = word_positions.find(path, 1, [as_many_as_there_are_not])
    assert len(boxes) == 2 + len([one, two, three])


def test_a_footnotes_call_is_no_part_of_the_word_before_it(tmp_path: Path) -> None:
    made = Paper()
    made.page()
    made.text(made.text(60, 700, "keep the quiet", size=SIZE), 704, "12", size=6)
    made.text(60, 680, "form A4 and quiet7", size=SIZE)
    (box,) = found(made.save(tmp_path / "calls.pdf"), "quiet")
    assert is_over(box, 60 + 9 * WIDE, 700, 5)


def test_a_page_that_is_turned_or_cut_is_told_as_it_is_seen(tmp_path: Path) -> None:
    turned = paper(tmp_path, (60, 700, "quiet"), rotate=90)
    (box,) = found(turned, "quiet")
    assert box.bottom - box.top == pytest.approx(5 * WIDE, abs=1.5)
    assert box.top == pytest.approx(60, abs=1.5)
    cut = Paper(box=(595, 842), corner=(20, 30))
    cut.page()
    cut.text(60, 700, "quiet")
    (box,) = found(cut.save(tmp_path / "cut.pdf"), "quiet")
    assert box.left == pytest.approx(40, abs=1.5)


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, number: int) -> None:
    with pytest.raises(UnreadableDocumentError):
        word_positions.find(paper(tmp_path, (60, 700, "quiet")), number, [PageSearchTerms(("quiet",))])


def test_the_reading_process_finds_words_and_lives_on(tmp_path: Path, reader: ReadingProcess) -> None:
    path = paper(tmp_path, (60, 700, "quiet hours"))
    box = PageBox(1, 50, 100, 400, 200)
    assert reader.find(path, path.name, 1, [PageSearchTerms(("hours",), (box,), ((True,),))]) == [found(path, "hours")]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(200))
    with pytest.raises(UnreadableDocumentError):
        reader.find(broken, "broken.pdf", 1, [PageSearchTerms(("hours",))])
    both = reader.find(
        path,
        path.name,
        1,
        [PageSearchTerms(("hours",)), PageSearchTerms(("quiet", "hours")), PageSearchTerms(("noise",))],
    )
    assert [len(boxes) for boxes in both] == [1, 2, 0]


def test_hostile_files_are_read_or_refused(reader: ReadingProcess, shared: Path) -> None:
    for path in sorted((shared / "corpus" / "hostile").rglob("*.pdf"))[::6]:
        try:
            boxes = reader.find(path, path.name, 1, [PageSearchTerms(("the", "council"))])
        except UnreadableDocumentError:
            continue
        assert sum(map(len, boxes)) <= 2000


def test_each_letter_of_a_page_has_its_place(tmp_path: Path, reader: ReadingProcess) -> None:
    path = paper(tmp_path, (60, 700, "all the quiet"), (60, 688, "hours"))
    text = reader.text(path, path.name, 1)
    assert text == word_positions.read(path, 1)
    at = text.text.index("quiet")
    places = [box for box in text.boxes[at : at + 5] if box is not None]
    assert [round(box.left) for box in places] == [round(60 + (8 + n) * WIDE) for n in range(5)]
    assert text.text_between(at, len(text.text)) == "quiet hours"
    assert text.text_between(0, 0) == ""


def test_words_that_a_line_divides_are_whole_and_paragraphs_apart(tmp_path: Path) -> None:
    path = paper(tmp_path, (60, 700, "rules on encryp-"), (60, 688, "tion"), (60, 640, "Article 2"))
    text = word_positions.read(path, 1)
    assert text.text_between(0, len(text.text)) == "rules on encryption\nArticle 2"


def test_the_size_of_each_page_is_told_as_it_is_seen(tmp_path: Path, reader: ReadingProcess) -> None:
    made = Paper(boxes={1: (842, 595)})
    for _ in range(3):
        made.page()
    path = made.save(tmp_path / "sizes.pdf")
    assert reader.sizes(path, path.name) == [(595, 842), (842, 595), (595, 842)]
    turned = made.save(tmp_path / "turned.pdf", rotate=90)
    assert reader.sizes(turned, turned.name)[0] == (842, 595)

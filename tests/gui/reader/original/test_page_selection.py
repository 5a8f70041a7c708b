from PySide6.QtCore import QPointF

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import PageText
from delegate_desk.gui.reader.original.pdf_page import LetterPosition, PageSelection, letter_at

WIDE = 6.0


def page(number: int, *lines: str) -> PageText:
    """A page of lines 12 points high, each letter as wide."""
    text, boxes = "", []
    for row, line in enumerate(lines):
        for column, letter in enumerate(line + "\n"):
            left, top = 50 + column * WIDE, 100 + row * 14
            text += letter
            boxes.append(None if letter == "\n" else PageBox(number, left, top, left + WIDE, top + 12))
    return PageText(number, text, tuple(boxes))


PAGES = {1: page(1, "quiet hours", "at night"), 2: page(2, "in every harbour")}


def test_words_are_chosen_over_the_end_of_a_page_either_way() -> None:
    chosen = PageSelection(PAGES.get)
    chosen.set_caret(LetterPosition(2, 8))
    chosen.set_caret(LetterPosition(1, 6), extend=True)
    assert chosen.text() == "hours at night\nin every"
    assert list(chosen.pages()) == [1, 2]
    assert [(box.left, box.right, box.top) for box in chosen.boxes(1)] == [(86, 116, 100), (50, 98, 114)]
    assert chosen.on_page(3) is None


def test_a_word_is_chosen_whole() -> None:
    chosen = PageSelection(PAGES.get)
    chosen.choose_word(LetterPosition(1, 8))
    assert chosen.text() == "hours"
    chosen.clear()
    assert chosen.is_empty()
    assert chosen.text() == ""


def test_the_letter_nearest_to_a_point_is_in_its_line() -> None:
    assert letter_at(PAGES[1], QPointF(50 + 2 * WIDE + 1, 105)) == 2
    assert letter_at(PAGES[1], QPointF(50 + 2 * WIDE + 5, 105)) == 3
    assert letter_at(PAGES[1], QPointF(125, 105)) == len("quiet hours")
    assert letter_at(PAGES[1], QPointF(400, 105)) is None
    assert letter_at(PAGES[1], QPointF(400, 120), near=False) == len("quiet hours\nat night")
    assert letter_at(PageText(1, "", ()), QPointF(1, 1), near=False) is None


def test_words_are_chosen_on_a_hundred_pages_at_most() -> None:
    chosen = PageSelection(PAGES.get)
    chosen.set_caret(LetterPosition(200, 3))
    chosen.set_caret(LetterPosition(350, 7), extend=True)
    assert list(chosen.pages()) == list(range(200, 300))
    chosen.set_caret(LetterPosition(1, 7), extend=True)
    assert list(chosen.pages()) == list(range(101, 201))

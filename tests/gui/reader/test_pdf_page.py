from PySide6.QtCore import QPointF

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import PageSearchTerms, PageText
from delegate_desk.gui.reader.paragraph_model import TextPosition
from delegate_desk.gui.reader.pdf_page import PageSelection, letter_at, search_terms_for_span, span_of_words

TEXT = "Quiet hours are quiet: no noise in quiet hours."


def test_of_words_that_stand_several_times_those_meant_are_told() -> None:
    at = TEXT.rindex("quiet hours")
    assert search_terms_for_span(TEXT, at, at + 11) == PageSearchTerms(("quiet hours",), which=((False, True),))
    assert search_terms_for_span(TEXT, 0, 5) == PageSearchTerms(("Quiet",), which=((True, False, False),))
    noise = TEXT.index("noise")
    assert search_terms_for_span(TEXT, noise, noise + 5) == PageSearchTerms(("noise",))


def test_a_part_of_a_word_is_sought_whole_and_too_many_words_as_far_as_they_go() -> None:
    noise = TEXT.index("noise")
    assert search_terms_for_span(TEXT, noise + 1, noise + 3).terms == ("noise",)
    long = "quiet " * 200
    (words,) = search_terms_for_span(long, 0, len(long)).terms
    assert 380 < len(words) <= 400
    assert words.endswith("quiet")
    assert search_terms_for_span("", 0, 0) == PageSearchTerms(())


def test_words_chosen_on_a_page_are_found_in_the_text_where_they_stand_once() -> None:
    assert span_of_words(TEXT, "no  Noise") == (TEXT.index("no noise"), TEXT.index("no noise") + 8)
    assert span_of_words(TEXT, "quiet") is None
    assert span_of_words(TEXT, "") is None
    assert span_of_words(TEXT, "harbour") is None


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
    chosen.set_caret(TextPosition(2, 8))
    chosen.set_caret(TextPosition(1, 6), extend=True)
    assert chosen.text() == "hours at night\nin every"
    assert list(chosen.rows()) == [1, 2]
    assert [(box.left, box.right, box.top) for box in chosen.boxes(1)] == [(86, 116, 100), (50, 98, 114)]
    assert chosen.on_page(3) is None


def test_a_word_is_chosen_whole() -> None:
    chosen = PageSelection(PAGES.get)
    chosen.choose_word(TextPosition(1, 8))
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
    chosen.set_caret(TextPosition(200, 3))
    chosen.set_caret(TextPosition(350, 7), extend=True)
    assert list(chosen.rows()) == list(range(200, 300))
    chosen.set_caret(TextPosition(1, 7), extend=True)
    assert list(chosen.rows()) == list(range(101, 201))

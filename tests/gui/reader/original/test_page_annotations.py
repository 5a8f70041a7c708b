from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.gui.reader.original.pdf_page import search_terms_for_span, span_of_words

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

from delegate_desk.core.documents.original_pages import Sought
from delegate_desk.gui.reader.original.page_annotations import sought_in, span_in

TEXT = "Quiet hours are quiet: no noise in quiet hours."


def test_of_words_that_stand_several_times_those_meant_are_told() -> None:
    at = TEXT.rindex("quiet hours")
    assert sought_in(TEXT, at, at + 11) == Sought(("quiet hours",), which=((False, True),))
    assert sought_in(TEXT, 0, 5) == Sought(("Quiet",), which=((True, False, False),))
    noise = TEXT.index("noise")
    assert sought_in(TEXT, noise, noise + 5) == Sought(("noise",))


def test_a_part_of_a_word_is_sought_whole_and_too_many_words_as_far_as_they_go() -> None:
    noise = TEXT.index("noise")
    assert sought_in(TEXT, noise + 1, noise + 3).words == ("noise",)
    long = "quiet " * 200
    (words,) = sought_in(long, 0, len(long)).words
    assert 380 < len(words) <= 400
    assert words.endswith("quiet")
    assert sought_in("", 0, 0) == Sought(())


def test_words_chosen_on_a_page_are_found_in_the_text_where_they_stand_once() -> None:
    assert span_in(TEXT, "no  Noise") == (TEXT.index("no noise"), TEXT.index("no noise") + 8)
    assert span_in(TEXT, "quiet") is None
    assert span_in(TEXT, "") is None
    assert span_in(TEXT, "harbour") is None

from delegate_desk.parsing.word_breaks import WordBreaks


def _joined(*lines: str) -> str:
    hyphens = WordBreaks(lines)
    text = lines[0]
    for line in lines[1:]:
        text = hyphens.join(text, line)
    return text


def test_a_word_that_stands_whole_elsewhere_is_made_whole() -> None:
    assert _joined("The contributions came late; these contri-", "butions count.").endswith(
        "these contributions count."
    )


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it() -> None:
    assert _joined("The long-term plan is a long-", "term plan.") == "The long-term plan is a long-term plan."


def test_a_part_left_out_stays_left_out() -> None:
    assert _joined("Ein-", "und Ausfuhr") == "Ein-\nund Ausfuhr"
    assert _joined("The long-", "and short-term plans") == "The long-\nand short-term plans"


def test_a_dash_and_a_number_are_no_broken_words() -> None:
    assert _joined("The text -", "as agreed") == "The text -\nas agreed"
    assert _joined("Article 5-", "a text") == "Article 5-\na text"


def test_a_soft_hyphen_at_the_end_of_a_line_always_divides() -> None:
    assert _joined("The ha\u00ad", "ven") == "The haven"

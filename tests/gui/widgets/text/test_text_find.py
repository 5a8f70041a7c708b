import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Call, Kind, Paragraph, View
from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets.text.paragraph_text import set_proposal, set_view
from delegate_desk.gui.widgets.text.text_find import fold_document


def unit(text: str, number: int = 1, calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address(f"para_{number}"), Kind.PARAGRAPH, f"{number}.", text, calls=calls)


def found(text: str, typed: str) -> list[str]:
    return [text[start:end] for _, start, end in fold_document([unit(text)], View.MARKED, {}).find(typed)]


def test_accents_case_final_sigma_quotes_and_dashes_make_no_difference() -> None:
    assert found("Ο ΚΑΝΟΝΙΣΜΟΣ· ο κανονισμός", "κανονισμοσ") == ["ΚΑΝΟΝΙΣΜΟΣ", "κανονισμός"]
    assert found("«quiet» – “hours”", '"quiet" - "hours"') == ["«quiet» – “hours”"]


def test_no_break_spaces_are_spaces_and_soft_hyphens_are_nothing() -> None:
    assert found("Article\u00a05 is har\u00admonised", "article 5 is harmonised") == [
        "Article\u00a05 is har\u00admonised"
    ]


def test_letters_that_fold_to_two_keep_the_places_right() -> None:
    assert found("Straße, Fluß … œuvre", "fluss") == ["Fluß"]
    assert found("Straße, Fluß … œuvre", "oeuv") == ["œuv"]


def test_a_part_of_a_word_is_found_and_rows_are_told_apart() -> None:
    text = fold_document([unit("quiet hours"), unit("hours of quiet", 2)], View.MARKED, {})
    assert text.find("our") == [(0, 7, 10), (1, 1, 4)]
    assert text.find("hours hours") == []
    assert text.find("hours\nhours") == []
    assert text.find("  ") == []


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        (Call(5, Address("fn_12")), Call(11, Address("fn_13")), ("12", "13")),
        (Call(5, Address("fn_1-2"), "1"), Call(11, Address("fn_2"), "*1"), ("1", "*1")),
    ],
)
def test_the_call_of_a_footnote_is_passed_over(first: Call, second: Call, labels: tuple[str, str]) -> None:
    paragraph = unit("quiet hours.", calls=(first, second))
    text = set_view(paragraph, View.MARKED).text
    assert text == f"quiet{labels[0]} hours{labels[1]}."
    places = [fold_document([paragraph], View.MARKED, {}).find(typed)[0] for typed in ("quiet hours", "hours", "s.")]
    assert [text[start:end] for _, start, end in places] == [f"quiet{labels[0]} hours", "hours", f"s{labels[1]}."]


def test_what_is_proposed_is_found_where_it_is_set() -> None:
    paragraph = unit("keep quiet hours", calls=(Call(4, Address("fn_1")),))
    words: WordDiff = (
        (WordChange.EQUAL, "keep "),
        (WordChange.DELETE, "quiet "),
        (WordChange.INSERT, "silent "),
        (WordChange.EQUAL, "hours"),
    )
    text = set_proposal(paragraph, words, View.MARKED).text
    folded = fold_document([paragraph], View.MARKED, {paragraph.address: words})
    (place,) = folded.find("silent")
    assert text[place[1] : place[2]] == "silent"


@given(st.text(), st.text(max_size=3))
@example("Æ", "A")
def test_what_is_found_folds_to_what_was_typed(text: str, typed: str) -> None:
    folded, origin = fold_with_places(text)
    assert len(origin) == len(folded) + 1
    wanted = fold(typed).strip()
    for _, start, end in fold_document([unit(text)], View.MARKED, {}).find(typed):
        assert wanted in fold_with_places(text[start:end])[0]

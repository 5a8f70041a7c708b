import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry, ParsedQuery
from delegate_desk.search.query import query
from delegate_desk.search.query.nodes import AllOf, Either, Near, Node, Not, PhraseQuery, Query, Wildcard, WordQuery
from delegate_desk.search.query.text_matching import Marker


def word(text: str, *, stemmed: bool = False, prefix: bool = False, edits: int = 0) -> WordQuery:
    return WordQuery(text, text, text, prefix=prefix, stemmed=stemmed, edits=edits)


def marked(text: str, asked: Query, language: str) -> list[str]:
    """The highlighted words."""
    address = Address("art_5__para_1")
    entry = IndexEntry("document 1", HitKind.PARAGRAPH, DocumentId(1), address, text, Header(language))
    return [text[start:end] for start, end in Marker(asked).marks_for_entry(entry)]


def lit(text: str, node: Node | None, language: str = "en") -> list[str]:
    return marked(text, Query("", node, ParsedQuery("")), language)


def asked(text: str, typed: str, language: str = "en", *, typing: bool = False) -> list[str]:
    return marked(text, query.parse(typed, typing=typing), language)


def test_a_word_is_lit_wherever_it_stands_with_any_ending() -> None:
    assert asked("Ships at berth, and the ship that left", "ship") == ["Ships", "ship"]


def test_a_text_that_lacks_one_word_of_several_is_not_lit_at_all() -> None:
    assert asked("Ships at berth", "ships quiet") == []
    assert asked("Quiet ships at berth", "ships quiet") == ["Quiet", "ships"]


def test_final_sigma_accents_and_capitals_make_no_difference() -> None:
    assert asked("Ο ΚΑΝΟΝΙΣΜΟΣ και ο κανονισμός", "κανονισμοσ", "el") == ["ΚΑΝΟΝΙΣΜΟΣ", "κανονισμός"]


def test_a_phrase_is_lit_as_one_and_its_words_elsewhere_are_not() -> None:
    text = "Quiet hours: the hours that are quiet, and quiet\u00a0hours"
    assert asked(text, '"quiet hours"') == ["Quiet hours", "quiet\u00a0hours"]


def test_the_last_word_continues_while_one_types() -> None:
    assert asked("harbour and harbours", "harb", typing=True) == ["harbour", "harbours"]
    assert asked("harbour and harbours", "harb") == []


def test_what_is_excluded_lights_nothing_and_keeps_its_texts_dark() -> None:
    node = AllOf((word("ships"), Not(word("berth"))))
    assert lit("ships at sea", node) == ["ships"]
    assert lit("ships at berth", node) == []


def test_of_alternatives_those_that_are_there_are_lit() -> None:
    node = Either((AllOf((word("quiet"), word("hours"))), word("ships")))
    assert lit("quiet ships", node) == ["ships"]


@pytest.mark.parametrize(("distance", "expected"), [(2, []), (3, ["noise", "ports"])])
def test_words_near_each_other_are_lit_in_either_order(distance: int, expected: list[str]) -> None:
    assert lit("noise in the ports", Near(word("noise"), word("ports"), distance)) == expected
    assert lit("noise in the ports", Near(word("ports"), word("noise"), distance)) == expected


def test_a_word_is_not_near_itself() -> None:
    assert lit("noise alone", Near(word("noise"), word("noise"), 5)) == []


def test_a_phrase_of_stems_has_any_endings() -> None:
    words = (word("rating", stemmed=True), word("provider", stemmed=True))
    assert lit("ratings provided by a rating provider", PhraseQuery(words)) == ["ratings provided", "rating provider"]
    assert lit("ratings providers", PhraseQuery((word("rating"), word("provider")))) == []


@pytest.mark.parametrize(
    ("pattern", "expected"), [("h*r", ["harbour"]), ("h?rbour", ["harbour"]), ("*our*", ["harbour", "hours"])]
)
def test_gaps_in_a_word_stand_for_letters(pattern: str, expected: list[str]) -> None:
    assert lit("harbour hours", Wildcard(pattern, pattern)) == expected


def test_a_wild_pattern_is_answered_at_once() -> None:
    pattern = "*a" * 40 + "b"
    assert lit("a" * 180, Wildcard(pattern, pattern)) == []


def test_a_word_spelt_almost_so_is_lit() -> None:
    assert lit("harbour harvest", word("harbor", edits=1)) == ["harbour"]


def test_a_field_that_does_not_hold_keeps_a_text_dark() -> None:
    assert asked("ships", "ships art:5") == ["ships"]
    assert asked("ships", "ships art:6") == []
    assert asked("ships", "ships -art:6") == ["ships"]
    assert asked("ships", "ships after:2019") == []  # it has no date


def test_nothing_asked_lights_nothing() -> None:
    assert lit("ships", None) == []
    assert lit("", word("ships")) == []


def test_marks_are_in_order_and_do_not_overlap() -> None:
    text = "quiet hours quiet hours"
    node = AllOf((PhraseQuery((word("hours"), word("quiet"))), word("quiet"), word("hours")))
    assert lit(text, node) == ["quiet", "hours quiet", "hours"]

"""Where words from elsewhere stand in a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.anchoring import folded_letters, quote_at
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.services.exchange.document_matching import QuoteFinder


def finder(*texts: str) -> QuoteFinder:
    units = [Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(texts, start=1)]
    return QuoteFinder(units)


def quote(exact: str, prefix: str = "", suffix: str = "") -> Quote:
    return Quote(exact, prefix, suffix, 0, 0)


@given(st.lists(st.text(st.sampled_from("ab Άά,.é\u0301ß"), max_size=12), min_size=1, max_size=4), st.data())
def test_words_are_found_where_they_stand_or_not_at_all(texts: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[row])))
    end = data.draw(st.integers(start, len(texts[row])))
    found = finder(*texts).find(quote_at(texts[row], start, end))
    if found:
        address, there = found
        assert there is not None
        text = texts[int(address.removeprefix("para_")) - 1]
        assert text[there.start : there.end] == there.exact
        assert folded_letters(there.exact)
        assert folded_letters(texts[row][start:end]).startswith(folded_letters(there.exact))
    elif folded_letters(texts[row][start:end]):  # there is another place like it
        assert "".join(map(folded_letters, texts)).count(folded_letters(texts[row][start:end])[:1]) > 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quiet hours,", "quiet hours,"),
        ("quiet-\n hours", "quiet hours"),
        ("QUIET HOURS", "quiet hours"),
        (" hours, for", " hours, for"),
        ("(quiet hours)", "quiet hours"),
    ],
)
def test_words_are_marked_as_printed_where_they_are_so(words: str, found: str) -> None:
    spot = finder("Ports set quiet hours, for ships.").find(quote(words))
    assert spot is not None
    assert spot[1] is not None
    assert spot[1].exact == found


def test_of_two_places_the_surroundings_tell() -> None:
    two = finder("ships at berth", "ships at sea")
    assert two.find(quote("ships")) is None
    by_suffix, by_prefix = two.find(quote("ships", suffix=" at sea")), two.find(quote("ships", "berth 2. "))
    assert by_suffix is not None
    assert by_suffix == by_prefix
    assert by_suffix[0] == "para_2"


def test_places_that_differ_in_signs_alone_are_told_apart() -> None:
    two = finder("see p. 5, (a)", "see p. 5 (a)")
    spot = two.find(quote("p. 5 (a)", "see "))
    assert spot is not None
    assert spot[0] == "para_2"
    assert two.find(quote("p 5 (a)", "see ")) is None


def test_numbers_of_units_are_passed_over() -> None:
    spot = finder("one", "two").find(quote("one 2. two"))
    assert spot is not None
    assert spot == ("para_1", quote_at("one", 0, 3))
    assert finder("one", "two").find(quote("2.")) is None


def test_an_address_is_trusted_before_words_in_the_same_document_alone() -> None:
    both = finder("ships at berth", "shore power")
    one, words = Address("para_1"), quote("shore power")
    assert both.place(one, words, stays=False) == ("para_2", quote_at("shore power", 0, 11))
    spot = both.place(one, words, stays=True)
    assert spot is not None
    assert spot[0] == "para_1"
    assert spot[1] is not None
    assert (spot[1].exact, spot[1].start, spot[1].end) == ("shore power", 0, 0)
    assert both.place(one, None, stays=False) == ("para_1", None)
    assert both.place(Address("para_9"), None, stays=True) is None
    assert both.place(Address("para_9"), words, stays=True) == ("para_2", quote_at("shore power", 0, 11))

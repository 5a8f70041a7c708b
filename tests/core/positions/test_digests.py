"""Digests in the record of an exported file."""

from delegate_desk.core.positions.returned_files import digest


def test_a_digest_has_no_digit_that_a_search_in_the_file_could_find() -> None:
    assert all(digest(f"word {n}").isalpha() and len(digest(f"word {n}")) == 16 for n in range(500))


def test_white_space_is_no_difference() -> None:
    assert digest("two  words\n") == digest("two words") != digest("two word")
    assert digest(" \n") == ""

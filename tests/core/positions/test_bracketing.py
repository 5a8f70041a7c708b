from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.positions.requested_wordings import bracket_alternatives, put_in_brackets

WORDS = st.lists(st.sampled_from("the ports set quiet hours for ships".split()), max_size=9).map(" ".join)


def test_brackets_hold_the_words_and_leave_the_spaces_out() -> None:
    assert put_in_brackets("Ports set quiet hours.", 10, 16) == "Ports set [quiet] hours."
    assert put_in_brackets("Ports set quiet hours.", 5, 6) == "Ports set quiet hours."


def test_two_wordings_stand_beside_each_other_where_they_differ() -> None:
    assert bracket_alternatives("Ports set quiet hours.", "Ports set fair hours.") == "Ports set [quiet] [fair] hours."
    assert bracket_alternatives("Ports set hours.", "Ports set fair hours.") == "Ports set [fair] hours."


def test_only_the_differences_chosen_are_taken() -> None:
    ours, theirs = "Ports shall set quiet hours.", "Ports may set fair hours."
    at = ours.index("quiet")
    assert bracket_alternatives(ours, theirs, at, at + 5) == "Ports shall set [quiet] [fair] hours."


def test_a_third_alternative_stands_beside_two() -> None:
    two = bracket_alternatives("Ports set quiet hours.", "Ports set fair hours.")
    assert bracket_alternatives(two, "Ports set few hours.") == "Ports set [quiet] [fair] [few] hours."


@given(WORDS, WORDS)
def test_without_brackets_nothing_is_lost(ours: str, theirs: str) -> None:
    bare = bracket_alternatives(ours, theirs).replace("[", " ").replace("]", " ").split()
    assert not set(ours.split()) - set(bare)
    assert not set(theirs.split()) - set(bare)
    assert bracket_alternatives(ours, ours) == ours

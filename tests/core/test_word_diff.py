import itertools
import time
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words

LETTERS = st.lists(st.sampled_from("a b c d e f g h i j k l m n o p".split()), max_size=250).map(" ".join)


def without(words: WordDiff, change: WordChange) -> str:
    return "".join(text for what, text in words if what is not change)


@given(LETTERS, LETTERS)
def test_without_insertions_it_is_the_old_text_and_without_deletions_the_new(old: str, new: str) -> None:
    words = diff_words(old, new)
    assert without(words, WordChange.INSERT) == old
    assert without(words, WordChange.DELETE) == new


@given(LETTERS, LETTERS)
def test_runs_are_merged_and_a_deletion_stands_before_its_insertion(old: str, new: str) -> None:
    words = diff_words(old, new)
    for (first, _), (second, _) in itertools.pairwise(words):
        assert first is not second
        assert (first, second) != (WordChange.INSERT, WordChange.DELETE)


def test_a_replaced_word_is_struck_and_the_new_one_added() -> None:
    assert diff_words(
        "innovative methods and specialised services", "innovative and proportionate methods and services"
    ) == (
        (WordChange.EQUAL, "innovative"),
        (WordChange.INSERT, " and proportionate"),
        (WordChange.EQUAL, " methods and "),
        (WordChange.DELETE, "specialised "),
        (WordChange.EQUAL, "services"),
    )


def test_a_long_provision_changed_at_both_ends_is_compared_between_two_key_presses() -> None:
    random = Random(7)
    words = [random.choice(["the", "of", "and", f"word{random.randrange(900)}"]) for _ in range(3000)]
    changed = ["Some", *words[1:1500], "inserted", *words[1500:-1], "last"]
    begun = time.thread_time()
    found = diff_words(" ".join(words), " ".join(changed))
    assert time.thread_time() - begun < 0.1
    assert [text.strip() for what, text in found if what is WordChange.INSERT] == ["Some", "inserted", "last"]

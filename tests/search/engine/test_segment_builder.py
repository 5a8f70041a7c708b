import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.engine import segment_builder
from delegate_desk.search.engine.segment_builder import LENGTHS

U64 = st.integers(0, 2**64 - 1)


@given(st.integers(0, 200_000))
def test_a_length_is_kept_as_whoosh_keeps_it(length: int) -> None:
    from whoosh.util.numeric import length_to_byte

    assert segment_builder.length_bytes(np.array([length]))[0] == length_to_byte(length)
    assert LENGTHS[segment_builder.length_bytes(np.array([3]))[0]] == 3


def hashes(texts: list[list[str]], seeds: list[int]) -> list[int]:
    terms = sorted({word.encode() for text in texts for word in text})
    packed = segment_builder.pack_terms("f", terms)
    tokens = np.array([terms.index(word.encode()) for text in texts for word in text], dtype=np.uint32)
    counts = np.array([len(text) for text in texts])
    found = segment_builder.word_hashes(np.array(seeds, np.uint64), packed["f.terms"], packed["f.ends"], tokens, counts)
    return [int(one) for one in found]


WORDS = st.lists(st.text("abαβ", min_size=1, max_size=3), max_size=5)


@given(st.lists(WORDS, min_size=1, max_size=6), U64)
def test_equal_words_have_equal_hashes_and_others_others(texts: list[list[str]], seed: int) -> None:
    found = hashes(texts, [seed] * len(texts))
    for one, text in zip(found, texts, strict=True):
        assert [text == other for other in texts] == [one == other for other in found]


def test_a_hash_does_not_hang_on_what_else_is_there() -> None:
    alone = hashes([["the", "act"]], [7])
    among = hashes([["zeal"], ["the", "act"], ["act", "the"], ["the", "act"]], [7, 7, 7, 8])
    assert among[1] == alone[0]
    assert len(set(among)) == 4


def test_a_name_has_the_same_hash_in_every_process() -> None:
    assert segment_builder.seed("ST 12862 2019 el") == 12325646282186138207
    assert segment_builder.seed("\ud800") == segment_builder.seed("?")


def test_pairs_of_a_seed_and_a_number_have_hashes_of_their_own() -> None:
    seeds, numbers = np.repeat(np.array([1, 2], np.uint64), 1000), np.tile(np.arange(1000), 2)
    assert len(np.unique(segment_builder.unique_hashes(seeds, numbers))) == 2000


def test_what_is_repeated_in_a_group_is_counted() -> None:
    groups = np.array([0, 0, 0, 1, 1, 0], np.int32)
    hashes = np.array([7, 8, 7, 7, 7, 7], np.uint64)
    assert segment_builder.repeats(groups, hashes).tolist() == [0, 0, 1, 0, 1, 2]
    assert segment_builder.repeats(groups[:0], hashes[:0]).tolist() == []

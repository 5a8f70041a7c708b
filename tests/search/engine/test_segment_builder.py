import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.engine import segment_builder
from delegate_desk.search.engine.segment_builder import LENGTHS

U64 = st.integers(0, 2**64 - 1)


def test_runs_begin_where_those_before_them_end() -> None:
    found = segment_builder.starts([2, 0, 3])
    assert found.tolist() == [0, 2, 2, 5]
    assert found.dtype == np.uint32
    assert segment_builder.starts([2**32, 1]).tolist() == [0, 2**32, 2**32 + 1]
    assert segment_builder.starts([]).tolist() == [0]


def test_numbers_of_entries_are_as_short_as_their_count_allows() -> None:
    assert segment_builder.entry_type(65_536) is np.uint16
    assert segment_builder.entry_type(65_537) is np.uint32
    assert segment_builder.owners(np.array([1, 0, 2])).tolist() == [0, 2, 2]


def test_counts_of_one_byte_give_way_to_longer_ones() -> None:
    assert segment_builder.downcast_counts(np.array([255])).dtype == np.uint8
    assert segment_builder.downcast_counts(np.array([256])).tolist() == [256]


@given(st.integers(0, 200_000))
def test_a_length_is_kept_as_whoosh_keeps_it(length: int) -> None:
    from whoosh.util.numeric import length_to_byte

    assert segment_builder.length_bytes(np.array([length]))[0] == length_to_byte(length)
    assert LENGTHS[segment_builder.length_bytes(np.array([3]))[0]] == 3


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3), unique=True, min_size=1),
    st.data(),
)
def test_terms_that_occur_are_sorted_by_their_bytes(terms: list[str], data: st.DataObject) -> None:
    tokens = data.draw(st.lists(st.integers(0, len(terms) - 1)))
    for known in (terms, [term.encode() for term in terms]):
        found, ranks = segment_builder.ranked(known, np.array(tokens, dtype=np.int64))
        assert found == sorted({terms[token].encode() for token in tokens})
        assert [found[rank].decode() for rank in ranks] == [terms[token] for token in tokens]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=60))
def test_plain_postings_are_told_once_each_and_in_order(pairs: list[tuple[int, int]]) -> None:
    tokens = np.array([token for token, _ in pairs], dtype=np.uint32)
    entries = np.array([entry for _, entry in pairs], dtype=np.uint16)
    found = segment_builder.plain_postings("f", 6, tokens, entries)
    post, docs = found["f.post"].tolist(), found["f.docs"].tolist()
    expected = [sorted({entry for token, entry in pairs if token == term}) for term in range(6)]
    assert [docs[post[term] : post[term + 1]] for term in range(6)] == expected
    assert found["f.docs"].dtype == np.uint16


@given(st.lists(st.lists(st.integers(0, 4), max_size=8), min_size=1, max_size=8))
def test_postings_say_where_each_term_stands(texts: list[list[int]]) -> None:
    counts = np.array([len(text) for text in texts])
    tokens = np.array([token for text in texts for token in text], dtype=np.uint32)
    places = np.arange(len(tokens), dtype=np.uint32) + segment_builder.owners(counts)
    found = segment_builder.text_postings("f", 5, tokens, places, segment_builder.owners(counts + 1))
    start = segment_builder.starts(counts + 1)
    for term in range(5):
        run = slice(*found["f.post"][term : term + 2].tolist())
        assert found["f.docs"][run].tolist() == [n for n, text in enumerate(texts) if term in text]
        assert found["f.tf"][run].tolist() == [text.count(term) for text in texts if term in text]
        stands = [int(start[n]) + at for n, text in enumerate(texts) for at, token in enumerate(text) if token == term]
        assert found["f.gpos"][slice(*found["f.gpost"][term : term + 2].tolist())].tolist() == stands


def hashes(texts: list[list[str]], seeds: list[int]) -> list[int]:
    terms = sorted({word.encode() for text in texts for word in text})
    packed = segment_builder.packed("f", terms)
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

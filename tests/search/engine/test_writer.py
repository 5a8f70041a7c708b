import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.search.engine import analysis, schema, segment_builder, writer
from delegate_desk.search.engine import index_folder as folders
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.index_terms import facts
from delegate_desk.search.engine.schema import EntryGroup
from delegate_desk.search.engine.segment_builder import LENGTHS
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.engine.writer import IndexWriter, Slice, TermBuffer
from delegate_desk.search.query.query import parse
from support import index_segments
from support.index_entries import ENGLISH, GREEK, note, paragraph
from support.index_segments import places


@pytest.fixture
def index(tmp_path: Path) -> Storage:
    return index_segments.create(tmp_path)


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "SLICE", 10)


def commit(index: Storage, entries: list[IndexEntry], gone: tuple[str, ...] = ()) -> None:
    index_segments.commit(index, gone, entries)


def segments(index: Storage) -> list[Segment]:
    return index.table().segments


def count(index: Storage) -> int:
    return index_segments.snapshot(index).count()


def files(index: Storage) -> set[str]:
    return {path.name for path in index.folder.iterdir() if path.suffix == ".arr"}


def postings(index: Storage, word: str) -> tuple[int, list[int]]:
    """How often the only entry has a word, and at which positions."""
    (segment,) = segments(index)
    file = index.file(segment)
    number = index_segments.terms(file, "exact").index(word)
    count, (low, high) = file["exact.tf"][number], file["exact.gpost"][number : number + 2].tolist()
    return int(count), file["exact.gpos"][low:high].tolist()


def many(count: int) -> list[IndexEntry]:
    return [paragraph(f"word number {n}", f"para_{n}", header=ENGLISH) for n in range(count)]


def test_many_entries_become_several_segments_in_one_commit(index: Storage, small_slices: None) -> None:
    commit(index, many(35))
    assert [segment.count for segment in segments(index)] == [10, 10, 10, 5]
    assert places(index, "word") == [f"para_{n}" for n in range(35)]
    assert places(index, "number") == places(index, "en number", "stem")
    assert places(index, "17") == ["para_17"]
    assert index.table().generation == 1


def test_a_lexicon_that_gets_too_large_is_started_again(
    index: Storage, small_slices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_LARGEST_LEXICON", 15)
    commit(index, many(45))
    assert places(index, "44") == ["para_44"]
    assert places(index, "word") == [f"para_{n}" for n in range(45)]


def test_what_was_added_before_it_failed_is_gone_after_cancelling(index: Storage, small_slices: None) -> None:
    commit(index, many(3))
    before = files(index)
    made = IndexWriter(index)
    index_segments.fill(made, ["document 1"], many(25)).cancel()
    assert files(index) == before
    assert count(index) == 3


def test_a_slice_that_cannot_be_written_fails_the_commit(
    index: Storage, small_slices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ArrayFileWriter, "append", full)
    made = IndexWriter(index)
    with pytest.raises(OSError, match="space"):
        index_segments.fill(made, [], many(25)).commit()
    made.cancel()
    assert (count(index), files(index)) == (0, set())


def test_a_commit_that_fails_behind_its_last_step_is_whole_all_the_same(
    index: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    made = index_segments.fill(IndexWriter(index), [], many(3))
    monkeypatch.setattr(folders, "delete_outdated", failing)
    with pytest.raises(OSError, match="Input"):
        made.commit()
    made.cancel()
    assert len(places(index, "word")) == 3


def test_long_entries_make_smaller_segments(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "WORDS", 9)
    commit(index, many(8))
    assert [segment.count for segment in segments(index)] == [3, 3, 2]


def test_deleting_by_a_term_tells_how_many_went(index: Storage) -> None:
    commit(index, many(4))
    commit(index, [paragraph("word", document=2)])
    made = IndexWriter(index)
    assert made.delete_by_term("fact", "group document 1") == 4
    assert made.delete_by_term("fact", "group document 1") == 0
    assert made.delete_by_term("fact", "group document 9") == 0
    made.commit()
    assert count(index) == 1


def test_a_reader_continues_with_a_segment_that_went(index: Storage) -> None:
    commit(index, many(4))
    snapshot = index_segments.snapshot(index)
    commit(index, [], ("document 1",))
    assert snapshot.find(parse("word")).total == 4


# Texts of all kinds


def test_an_entry_without_words_is_there_all_the_same(index: Storage) -> None:
    commit(index, [paragraph("", "a"), paragraph("– … !", "b"), paragraph("word", "c")])
    assert count(index) == 3
    assert places(index, "lang el", "fact") == ["a", "b", "c"]
    assert places(index, "word") == ["c"]


def test_half_characters_do_no_harm(index: Storage) -> None:
    commit(index, [paragraph("wo\ud800rd and \udfff αρχή\ud800", "a"), paragraph("rd", "b\ud800")])
    assert places(index, "αρχη") == ["a"]
    assert places(index, "rd") == ["a", "b\ud800"]


def test_decomposed_text_has_the_words_of_composed_text(index: Storage) -> None:
    commit(index, [paragraph("Αρχές", "a"), paragraph("Αρχε\u0301ς", "b")])
    for field, word in (("exact", "αρχεσ"), ("stem", "el αρχ"), ("accented", "αρχέσ")):
        assert places(index, word, field) == ["a", "b"]


@pytest.mark.parametrize("letter", ["x", "έ", "ß", "𝒳"])
def test_very_long_words_are_found_by_their_beginning(index: Storage, letter: str) -> None:
    commit(index, [paragraph(letter * 5000, "a"), paragraph(letter * 200, "b")])
    (segment,) = segments(index)
    (word,) = index_segments.terms(index.file(segment), "exact")
    assert len(word) <= 200
    assert len(places(index, word)) == 2


def test_more_words_than_16_bits_can_number(index: Storage) -> None:
    words = [f"w{n}" for n in range(70_000)]
    commit(index, [paragraph(" ".join(words[n : n + 1000]), f"para_{n}") for n in range(0, 70_000, 1000)])
    (segment,) = segments(index)
    file = index.file(segment)
    assert len(file["exact.ends"]) == 70_001
    assert places(index, "w69999") == ["para_69000"]
    assert places(index, "w0") == ["para_0"]


def test_more_entries_than_16_bits_can_number(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "SLICE", 100_000)
    entries = [paragraph("a b" if n % 2 else "a", str(n), header=ENGLISH) for n in range(65_537)]
    commit(index, entries)
    (segment,) = segments(index)
    file = index.file(segment)
    assert file["exact.docs"].dtype == np.uint32
    assert file["exact.docs"][-1] == 65_535
    assert places(index, "b")[-1] == "65535"


def test_a_word_that_comes_more_often_than_a_byte_can_count(index: Storage) -> None:
    commit(index, [paragraph("a " * 300, "a")])
    assert postings(index, "a") == (300, list(range(300)))


def test_words_of_which_nothing_is_left_have_no_place(index: Storage) -> None:
    commit(index, [paragraph("a \u037a \uff9e b", "a")])
    assert [postings(index, word) for word in ("a", "b")] == [(1, [0]), (1, [1])]
    assert segments(index)[0].lengths["exact"] == 2


def test_a_text_is_analysed_once_for_each_word(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    find = analysis.letters

    def watched(word: str) -> str:
        seen.append(word)
        return find(word)

    monkeypatch.setattr(analysis, "letters", watched)
    commit(index, [paragraph(f"unheard{n % 7} unheard{n}", str(n)) for n in range(30)])
    assert sorted(seen) == sorted({f"unheard{n}" for n in range(30)})


def test_one_slice_is_written_while_another_is_filled(tmp_path: Path) -> None:
    lexicon = TermBuffer()
    slices = [Slice(lexicon) for _ in range(4)]
    threads: list[threading.Thread] = []
    for number, part in enumerate(slices):
        for order in range(200):
            text = f"word{number}x{order} shared note notes"
            part.add(paragraph(text, str(order), header=ENGLISH if order % 2 else GREEK), order)
        for thread in threads:
            thread.join()
        threads = [threading.Thread(target=part.write, args=(tmp_path / f"MAIN_{number}.arr",))]
        threads[0].start()
    threads[0].join()
    for number in range(4):
        file = SegmentFile(tmp_path / f"MAIN_{number}.arr")
        terms = file["exact.terms"].tobytes().decode()
        assert (file.size, len(file["exact.ends"])) == (200, 204)
        assert f"word{number}x199" in terms
        list(file.check())


def terms_of(field: str, entry: IndexEntry) -> list[str]:
    """The terms_of by which a field finds an entry, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        storage = index_segments.create(Path(folder))
        index_segments.commit(storage, [], [entry])
        return index_segments.terms(storage.file(storage.table().segments[0]), field)


def test_all_of_a_document_counts_alike_in_facets() -> None:
    one, other = (EntryGroup.for_entry(paragraph(text, text, header=ENGLISH)).facets for text in ("a", "b"))
    assert one == other


def test_places_put_documents_before_kinds_before_reading_order() -> None:
    late = replace(note("x"), document=DocumentId(1))
    ordered = [
        (paragraph("x", document=1), 0),
        (paragraph("x", document=1), 5_000),
        (late, 0),
        (paragraph("x", document=2), 0),
        (paragraph("x", document=2**31), 2**40),
    ]
    places = [EntryGroup.for_entry(entry).place_of(order) for entry, order in ordered]
    assert places == sorted(set(places))
    assert places[-1] < 2**63


def test_editions_put_later_days_and_then_later_revisions_first() -> None:
    reference = references.parse_reference("ST 7001/26")
    assert reference is not None
    header = replace(ENGLISH, reference=reference)
    later = replace(header, reference=replace(reference, revision=2))
    many = replace(header, reference=replace(reference, revision=5000))
    none = replace(header, date=None, reference=None)
    headers = none, GREEK, header, later, many
    editions = [EntryGroup.for_entry(paragraph("x", header=one)).edition for one in headers]
    assert editions == [0, 20191008_000, 20260304_000, 20260304_002, 20260304_999]


def test_words_with_accents_of_their_own_are_kept_beside_the_folded_ones() -> None:
    entry = paragraph("Αρχές ΑΡΧΕΣ")
    assert terms_of("exact", entry) == ["αρχεσ"]
    assert terms_of("stem", entry) == ["el αρχ"]
    assert terms_of("accented", entry) == ["αρχέσ"]


def test_a_title_is_found_by_its_stems_and_by_its_very_words() -> None:
    header = replace(ENGLISH, subject="Police access")
    assert terms_of("title", paragraph("other", header=header)) == ["= access", "= police", "en access", "en polic"]
    heading = replace(paragraph("Aims", header=header), is_heading=True)
    assert set(terms_of("title", heading)) == {"= access", "= police", "en access", "en polic", "= aims", "en aim"}


ENTRIES = st.builds(
    IndexEntry,
    st.sampled_from(["document 1", "document 2", "annotation n"]),
    st.sampled_from(HitKind),
    st.integers(1, 3).map(DocumentId),
    st.sampled_from(["", "art_5", "art_5__para_2__point_1", "rec_12", "sec_1__art_3", "body"]).map(Address),
    st.text(max_size=5),
    st.sampled_from([GREEK, ENGLISH, Header("fr", public=True)]),
    st.sampled_from([None, AnnotationId("n")]),
    st.sampled_from(["", "question"]),
    st.sets(st.sampled_from(["a", "β"])).map(tuple),
    st.sets(st.sampled_from(["EL", "x"])).map(tuple),
)


@given(st.lists(ENTRIES, max_size=5))
def test_facts_put_together_are_those_of_the_entry(entries: list[IndexEntry]) -> None:
    for entry in entries:
        group = EntryGroup.for_entry(entry)
        assert group.facts.isdisjoint(group.own_facts(entry))
        assert group.facts | group.own_facts(entry) == facts(entry)


def test_what_a_group_shares_is_the_same_object() -> None:
    one, other = (EntryGroup.for_entry(paragraph("x", address)).facts for address in ("a", "art_1"))
    assert one is other


@given(
    st.sampled_from(HitKind),
    st.integers(0, 2**60),
    st.text(st.characters(exclude_characters="\x1f")),
    st.none() | st.text(min_size=1),
)
def test_keys_come_back_as_they_were(kind: HitKind, document: int, address: str, annotation: str | None) -> None:
    note = AnnotationId(annotation) if annotation else None
    entry = IndexEntry("g", kind, DocumentId(document), Address(address), "", GREEK, note)
    assert schema.unpack_key(schema.pack_key(entry)) == (kind, document, address, annotation)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_characters_in_names_are_kept_as_question_marks(text: str) -> None:
    entry = replace(note("x"), tags=(text,))
    assert f"tag {text.replace(text.strip('ab'), '?')}" in terms_of("fact", entry)


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

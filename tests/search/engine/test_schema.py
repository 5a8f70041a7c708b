import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.index_terms import facts
from delegate_desk.search.engine.schema import EntryGroup
from support import index_segments
from support.index_entries import ENGLISH, GREEK, note, paragraph


def terms(field: str, entry: IndexEntry) -> list[str]:
    """The terms by which a field finds an entry, one after the other."""
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
    assert terms("exact", entry) == ["αρχεσ"]
    assert terms("stem", entry) == ["el αρχ"]
    assert terms("accented", entry) == ["αρχέσ"]


def test_a_title_is_found_by_its_stems_and_by_its_very_words() -> None:
    header = replace(ENGLISH, subject="Police access")
    assert terms("title", paragraph("other", header=header)) == ["= access", "= police", "en access", "en polic"]
    heading = replace(paragraph("Aims", header=header), is_heading=True)
    assert set(terms("title", heading)) == {"= access", "= police", "en access", "en polic", "= aims", "en aim"}


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
    assert f"tag {text.replace(text.strip('ab'), '?')}" in terms("fact", entry)

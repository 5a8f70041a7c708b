from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents import DocumentId
from delegate_desk.search import schema
from entries import ENGLISH, note, paragraph


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1))
def test_positions_come_back_as_they_were(places: list[int]) -> None:
    kept: Any = schema.Words().format
    packed = kept.encode(places)
    assert kept.decode_positions(packed) == places
    assert kept.decode_frequency(packed) == len(places)


def test_all_of_a_document_counts_alike_in_facets() -> None:
    one, other = (schema.row(paragraph(text, text, header=ENGLISH), 0)["facets"] for text in ("a", "b"))
    assert one == other


def test_places_put_documents_before_kinds_before_reading_order() -> None:
    late = replace(note("x"), document=DocumentId(1))
    ordered = [
        schema.row(paragraph("x", document=1), 0),
        schema.row(paragraph("x", document=1), 5_000),
        schema.row(late, 0),
        schema.row(paragraph("x", document=2), 0),
        schema.row(paragraph("x", document=2**31), 2**40),
    ]
    places = [row["place"] for row in ordered]
    assert places == sorted(set(places))
    assert places[-1] < 2**63


def test_words_with_accents_of_their_own_are_kept_beside_the_folded_ones() -> None:
    row = schema.row(paragraph("Αρχές ΑΡΧΕΣ"), 0)
    assert row["exact"] == ["αρχεσ", "αρχεσ"]
    assert row["stem"] == ["el αρχ", "el αρχ"]
    assert row["accented"] == {"αρχέσ"}

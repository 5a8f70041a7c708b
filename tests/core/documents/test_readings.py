from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Call, Kind, Mark, Paragraph, Span, View


def _paragraph(marked: str, *spans: Span, calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", marked, spans=spans, calls=calls)


def test_each_view_leaves_out_what_it_does_not_show_and_one_of_two_spaces() -> None:
    unit = _paragraph("The old new text goes bye", Span(4, 8, Mark.REMOVED), Span(8, 11, Mark.ADDED))
    assert unit.in_view(View.AFTER).text == "The new text goes bye"
    assert unit.in_view(View.BEFORE).text == "The old text goes bye"
    assert unit.in_view(View.MARKED).text == "The old new text goes bye"


def test_calls_move_along_with_the_text() -> None:
    unit = _paragraph("gone kept.", Span(0, 4, Mark.REMOVED), calls=(Call(9, Address("fn_1")),))
    assert unit.in_view(View.AFTER).calls == (Call(4, Address("fn_1")),)


@given(st.text(alphabet="ab ", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_a_view_shows_the_characters_it_keeps_in_order(marked: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, len(marked)), min(b, len(marked)), Mark.REMOVED) for a, b in cuts if a < b]
    unit = _paragraph(marked, *(s for s in spans if s.start < s.end))
    kept = unit.visible_offsets(View.AFTER)
    assert list(kept) == sorted(set(kept))
    assert "".join(marked[i] for i in kept) == unit.text

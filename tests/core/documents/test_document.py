import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import (
    Address,
    Call,
    Document,
    Header,
    Kind,
    Mark,
    Paragraph,
    Span,
    View,
    proposed_file_name,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Position on ST 7001/26.docx", "Position on ST 7001-26.docx"),
        ("CON", "_CON"),
        ("nul.docx", "_nul.docx"),
        ("Aux .tar.gz", "_Aux .tar.gz"),
        ("COM1.txt", "_COM1.txt"),
        ("lpt².pdf", "_lpt².pdf"),
        ("CONIN$", "_CONIN$"),
        ("Constitution.docx", "Constitution.docx"),
        ("COM(2026) 5.docx", "COM(2026) 5.docx"),
        ("COM10.docx", "COM10.docx"),
        ("Annex. . ", "Annex"),
        ("...", "_"),
        ('a:b<c>|d?*"\\e', "a-b-c--d----e"),
        ("two\nlines\t.docx", "two lines .docx"),
        ("Θέση για το άρθρο 5.docx", "Θέση για το άρθρο 5.docx"),
    ],
)
def test_a_proposed_name_is_taken_by_every_system(text: str, name: str) -> None:
    assert proposed_file_name(text) == name


def _paragraph(marked: str, *spans: Span, address: str = "para_1", calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address(address), Kind.PARAGRAPH, "1.", marked, spans=spans, calls=calls)


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


def test_no_space_is_left_before_a_full_stop_or_a_comma() -> None:
    text = "It shall be forbidden avoided: always never, yes."
    removed, added = Span(12, 21, Mark.REMOVED), Span(22, 29, Mark.ADDED)
    unit = _paragraph(text, removed, added, Span(38, 43, Mark.ADDED))
    assert unit.in_view(View.BEFORE).text == "It shall be forbidden: always, yes."
    assert unit.in_view(View.AFTER).text == "It shall be avoided: always never, yes."


def test_a_space_that_was_there_before_a_colon_stays() -> None:
    unit = _paragraph("Les mots : ancien nouveau", Span(11, 17, Mark.REMOVED))
    assert unit.in_view(View.AFTER).text == "Les mots : nouveau"


def test_a_document_finds_its_units_and_who_calls_a_note() -> None:
    note = Paragraph(Address("fn_1"), Kind.FOOTNOTE, "1", "See 11855/12.")
    units = (_paragraph("One.", calls=(Call(3, note.address),)), _paragraph("Two.", address="para_2"))
    document = Document(Header("en"), units, (note,))
    assert document.units() == (*units, note)
    assert document.find(Address("para_2")) is units[1]
    assert document.find(Address("para_3")) is None
    assert document.called_from(note.address) == ["para_1"]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Call, Kind, Mark, Paragraph, Span, View
from delegate_desk.core.documents.reading_remarks import (
    MarkUpReason,
    ReadingRemark,
    RemarkKind,
    parse_markup_reason,
    parse_remark,
)
from delegate_desk.paths import load_table

FORMER = load_table("former_remarks")["present"]


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        (ReadingRemark(RemarkKind.NO_TEXT, pages=(3,)), "no text on page 3"),
        (ReadingRemark(RemarkKind.BROKEN_TEXT, pages=(1, 3, 4, 5)), "a broken text layer on pages 1, 3 to 5"),
        (ReadingRemark(RemarkKind.UNREADABLE, pages=(2, 3)), "nothing readable on pages 2, 3"),
        (ReadingRemark(RemarkKind.COMMENTS, 1), "1 comment is left out"),
        (ReadingRemark(RemarkKind.COMMENTS, 2), "2 comments are left out"),
        (ReadingRemark(RemarkKind.MACROS), "macros are not run"),
    ],
)
def test_a_remark_is_a_sentence(remark: ReadingRemark, words: str) -> None:
    assert (str(remark), parse_remark(words, FORMER)) == (words, remark)


@given(st.sampled_from(RemarkKind), st.integers(1), st.sets(st.integers(1, 60)))
def test_every_remark_is_read_back_from_its_sentence(kind: RemarkKind, count: int, pages: set[int]) -> None:
    remark = ReadingRemark(kind, count if kind.plural else 0, () if kind.plural else tuple(sorted(pages)))
    assert parse_remark(str(remark), FORMER) == remark


@pytest.mark.parametrize(
    ("stored", "present"),
    [
        ("text that was recognised from a picture on page 3", "text recognised from an image (OCR) on page 3"),
        ("hardly any text beside a picture on pages 1, 3 to 5", "hardly any text beside an image on pages 1, 3 to 5"),
        ("2 footnotes that are called nowhere are left out", "2 unreferenced footnotes are left out"),
        ("a template elsewhere is not fetched", "an external template is not loaded"),
    ],
)
def test_remarks_in_a_library_of_version_0_8_have_the_present_words(stored: str, present: str) -> None:
    assert str(parse_remark(stored, FORMER)) == present


def test_reasons_in_a_library_of_version_0_8_have_the_present_words() -> None:
    assert parse_markup_reason("words are struck", FORMER) is MarkUpReason.STRUCK
    assert parse_markup_reason("the file tracks its own changes", FORMER) is MarkUpReason.TRACKED
    assert all(parse_markup_reason(reason.value, FORMER) is reason for reason in MarkUpReason)


def test_what_is_no_sentence_of_ours_is_no_remark() -> None:
    assert parse_remark("something new", FORMER) is None
    assert parse_markup_reason("", FORMER) is None


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

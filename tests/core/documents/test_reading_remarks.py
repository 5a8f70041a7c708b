import pytest
from hypothesis import given
from hypothesis import strategies as st

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

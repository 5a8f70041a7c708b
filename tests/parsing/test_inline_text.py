import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Mark, Span
from delegate_desk.parsing.blocks import InlineText, TextRun, wording

_LOOKS = st.frozensets(st.sampled_from([Mark.BOLD, Mark.STRIKE, Mark.UNDERLINE]))
_RUNS = st.lists(
    st.one_of(
        st.builds(TextRun, st.text(max_size=12), _LOOKS),
        st.builds(TextRun, st.just(""), st.just(frozenset[Mark]()), st.sampled_from(["1", "2"])),
    ),
    max_size=6,
)


def test_text_is_one_line_with_its_looks_and_calls() -> None:
    runs = [
        TextRun("The "),
        TextRun("old\n", frozenset({Mark.STRIKE})),
        TextRun("", note="3"),
        TextRun("  new", frozenset({Mark.BOLD})),
    ]
    assert wording(runs) == InlineText("The old new", (Span(4, 8, Mark.STRIKE), Span(8, 11, Mark.BOLD)), ((8, "3"),))


def test_a_look_across_runs_is_one() -> None:
    bold = frozenset({Mark.BOLD})
    assert wording([TextRun("one ", bold), TextRun("two", bold)]).spans == (Span(0, 7, Mark.BOLD),)


def test_looks_of_joined_texts_meet() -> None:
    first = InlineText("one", (Span(0, 3, Mark.BOLD),), ((3, "1"),))
    second = InlineText("two", (Span(0, 3, Mark.BOLD),), ((3, "2"),))
    assert first.concatenate(second) == InlineText("one two", (Span(0, 7, Mark.BOLD),), ((3, "1"), (7, "2")))


def test_a_label_taken_away_moves_looks_and_calls() -> None:
    text = InlineText("1. The end", (Span(0, 6, Mark.BOLD),), ((10, "1"),))
    assert text.after(2) == InlineText("The end", (Span(0, 3, Mark.BOLD),), ((7, "1"),))


@given(_RUNS)
def test_looks_and_calls_stand_within_a_text_in_nfc(runs: list[TextRun]) -> None:
    found = wording(runs)
    assert found.text == " ".join(found.text.split(" ")).strip(" ")
    assert "  " not in found.text
    assert all(unicodedata.is_normalized("NFC", word) for word in found.text)
    assert all(0 <= span.start < span.end <= len(found.text) for span in found.spans)
    assert all(0 <= at <= len(found.text) for at, _ in found.calls)


@given(_RUNS, _RUNS)
def test_joining_keeps_every_word_and_call(first: list[TextRun], second: list[TextRun]) -> None:
    one, other = wording(first), wording(second)
    both = one.concatenate(other)
    assert both.text == f"{one.text} {other.text}".strip(" ")
    assert [label for _, label in both.calls] == [label for _, label in (*one.calls, *other.calls)]
    assert all(0 <= span.start < span.end <= len(both.text) for span in both.spans)

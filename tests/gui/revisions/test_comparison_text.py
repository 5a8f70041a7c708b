"""What is set for a row of a comparison."""

from delegate_desk.core.documents.document import Address, Call, Kind, Mark, Paragraph, ParagraphView, Span, View
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, Composed, Tone, compose, toned_words
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle

OLD, NEW = Address("para_1"), Address("para_2")


def plain(text: str) -> ParagraphView:
    return ParagraphView(text, (), ())


def told(composed: Composed) -> list[tuple[Tone, str]]:
    """What bears a tone of its own."""
    return [(run.tone, composed.text[run.start : run.end]) for run in composed.runs]


def fate(verdict: Verdict, old: str, new: str) -> UnitOutcome:
    return UnitOutcome(OLD, NEW, verdict, 0.5, diff_words(old, new))


def set_in(column: ComparisonColumn, one: UnitOutcome, old: str, new: str) -> Composed:
    return compose(toned_words(one, [one]), plain(old), plain(new), column)


BEFORE, AFTER = "Ports must keep quiet hours.", "Ports should keep strict quiet hours."


def test_each_side_has_its_own_text_and_what_the_other_has_not_stands_out() -> None:
    one = fate(Verdict.REWORDED, BEFORE, AFTER)
    left, right = set_in(ComparisonColumn.OLD, one, BEFORE, AFTER), set_in(ComparisonColumn.NEW, one, BEFORE, AFTER)
    assert (left.text, told(left)) == (BEFORE, [(Tone.REMOVED, "must")])
    assert (right.text, told(right)) == (AFTER, [(Tone.ADDED, "should"), (Tone.ADDED, "strict")])


def test_in_one_column_what_is_gone_stands_apart_from_what_took_its_place() -> None:
    composed = set_in(ComparisonColumn.BOTH, fate(Verdict.REWORDED, BEFORE, AFTER), BEFORE, AFTER)
    assert composed.text == "Ports must\u2009should keep strict quiet hours."
    assert told(composed) == [(Tone.REMOVED, "must"), (Tone.ADDED, "should"), (Tone.ADDED, "strict")]


def test_in_one_column_sentences_that_were_split_keep_the_space_between_them() -> None:
    old, new = "Keep a list. Publish it.", "Keep a list."
    assert set_in(ComparisonColumn.BOTH, fate(Verdict.REWORDED, old, new), old, new).text == old


def test_a_difference_that_does_not_count_is_quiet() -> None:
    old, new = "In accordance with paragraph 7.", "In accordance with paragraph 8."
    one = fate(Verdict.RENUMBERED, old, new)
    assert told(set_in(ComparisonColumn.OLD, one, old, new)) == [(Tone.QUIET, "7")]
    assert told(set_in(ComparisonColumn.NEW, one, old, new)) == [(Tone.QUIET, "8")]


def test_what_stands_in_another_part_of_a_split_is_not_gone() -> None:
    old = "They keep a list. They publish it soon."
    parts = ("They keep a list.", "They publish it.")
    family = [
        UnitOutcome(OLD, Address(f"para_{n}"), Verdict.SPLIT, 0.5, diff_words(old, part))
        for n, part in enumerate(parts)
    ]
    first = compose(toned_words(family[0], family), plain(old), plain(parts[0]), ComparisonColumn.OLD)
    assert first.text == old
    assert (Tone.ELSEWHERE, "They publish it") in told(first)
    assert (Tone.REMOVED, "soon") in told(first)
    assert not any("list" in text for _, text in told(first))


def test_what_another_brings_to_a_merger_is_not_new() -> None:
    olds, new = ("Costs are shared.", "Ports need time."), "Costs are shared. Small ports need time."
    family = [
        UnitOutcome(Address(f"para_{n}"), NEW, Verdict.MERGED, 0.5, diff_words(old, new)) for n, old in enumerate(olds)
    ]
    composed = compose(toned_words(family[0], family), plain(olds[0]), plain(new), ComparisonColumn.NEW)
    assert composed.text == new
    assert all(tone in (Tone.ELSEWHERE, Tone.ADDED) for tone, _ in told(composed))
    assert any(tone is Tone.ELSEWHERE and "need time" in text for tone, text in told(composed))
    assert not any(tone is Tone.ADDED and "need time" in text for tone, text in told(composed))


def test_the_calls_of_footnotes_stand_where_they_are_called() -> None:
    unit = Paragraph(NEW, Kind.PARAGRAPH, "2.", "Noise is measured.", calls=(Call(5, Address("fn_12")),))
    one = UnitOutcome(None, NEW, Verdict.INSERTED, 0, ((WordChange.INSERT, unit.text),))
    composed = compose(toned_words(one, [one]), None, unit.in_view(View.AFTER), ComparisonColumn.NEW)
    assert composed.text == "Noise12 is measured."
    assert told(composed) == [(Tone.ADDED, "Noise"), (Tone.CALL, "12"), (Tone.ADDED, " is measured.")]


def test_a_call_has_the_label_that_is_printed() -> None:
    unit = Paragraph(NEW, Kind.PARAGRAPH, "2.", "Noise is measured.", calls=(Call(5, Address("fn_1-2"), "*1"),))
    one = UnitOutcome(None, NEW, Verdict.INSERTED, 0, ((WordChange.INSERT, unit.text),))
    composed = compose(toned_words(one, [one]), None, unit.in_view(View.AFTER), ComparisonColumn.NEW)
    assert composed.text == "Noise*1 is measured."


def test_a_call_at_the_seam_of_two_runs_is_set_once() -> None:
    reading = ParagraphView("Noise is measured.", (), (Call(5, Address("fn_1")),))
    words = ((WordChange.EQUAL, "Noise"), (WordChange.INSERT, " is measured"), (WordChange.EQUAL, "."))
    one = UnitOutcome(OLD, NEW, Verdict.REWORDED, 0.5, words)
    assert (
        compose(toned_words(one, [one]), plain("Noise."), reading, ComparisonColumn.NEW).text == "Noise1 is measured."
    )


def test_texts_as_marked_show_their_own_marks_too() -> None:
    spans = (Span(6, 11, Mark.REMOVED), Span(12, 18, Mark.ADDED), Span(12, 18, Mark.BOLD))
    reading = ParagraphView("Ports shall should keep.", spans, ())
    one = fate(Verdict.SAME, reading.text, reading.text)
    composed = compose(toned_words(one, [one]), reading, reading, ComparisonColumn.NEW, View.MARKED)
    looks = {composed.text[run.start : run.end]: run.styles for run in composed.runs}
    assert looks == {"shall": (TextStyle.STRIKE,), "should": (TextStyle.UNDERLINE, TextStyle.BOLD)}
    assert not compose(toned_words(one, [one]), reading, reading, ComparisonColumn.NEW, View.AFTER).runs

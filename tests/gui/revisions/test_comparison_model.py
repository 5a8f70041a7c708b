"""The rows of a comparison."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from delegate_desk.core.documents.document import (
    Address,
    Call,
    DocumentId,
    Kind,
    Mark,
    Paragraph,
    ParagraphView,
    Place,
    Span,
    View,
)
from delegate_desk.core.revisions.comparison import Differing, MarkFault, Mismark, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.gui.revisions.comparison_model import (
    ComparisonColumn,
    ComparisonModel,
    LoadedComparison,
    compose,
    toned_words,
)
from delegate_desk.gui.widgets.labels.comparison import RowFlag
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle, TypesetText
from support.comparison_values import FATES, NEW, OLD, address, compared, kept


def model(shown: LoadedComparison) -> ComparisonModel:
    made = ComparisonModel()
    made.show(shown)
    return made


def accessible_text(rows: ComparisonModel, row: int) -> str:
    return str(rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_there_is_a_row_for_each_fate_and_changes_are_stepped_through() -> None:
    rows = model(compared())
    assert rows.rowCount() == len(FATES)
    assert list(rows.change_rows) == [1, 2, 3]
    assert rows.unit(1, ComparisonColumn.OLD) is None
    assert rows.place(3, ComparisonColumn.OLD) == Place(DocumentId(1), address(3))
    assert rows.place(3, ComparisonColumn.NEW) is None
    said = accessible_text(rows, 2).replace("\u00a0", " ")
    assert said == "reworded 20 %. 2. now 3. deleted: must. added: should. Ports should keep quiet hours"
    assert accessible_text(rows, 3) == "deleted. 3. Costs are shared"


def test_what_has_another_number_alone_is_no_change() -> None:
    rows = model(compared([kept(1, 1, Verdict.SAME), kept(4, 4, Verdict.RENUMBERED), kept(2, 3, Verdict.MOVED)]))
    assert list(rows.change_rows) == [2]
    rows = model(compared([kept(1, 1, Verdict.SAME, rivals=[address(4)])]))
    assert list(rows.change_rows) == [0]
    assert "uncertain" in accessible_text(rows, 0)
    assert rows.counts() == {Verdict.SAME: 1, RowFlag.UNSURE: 1}


def test_rows_of_some_verdicts_can_be_shown_alone() -> None:
    rows = model(compared())
    rows.set_filter(frozenset({Verdict.INSERTED, Verdict.DELETED}))
    assert [fate.verdict for fate in rows.outcomes] == [Verdict.INSERTED, Verdict.DELETED]
    assert list(rows.change_rows) == [0, 1]
    rows.set_filter(frozenset({Verdict.SAME}))
    assert list(rows.change_rows) == [0, 1], "where nothing shown is a change, every row is stepped to"
    rows.set_filter(frozenset())
    assert rows.rowCount() == len(FATES)
    rows.set_filter(frozenset({Verdict.INSERTED, Verdict.DELETED}))
    assert rows.row_for_outcome(FATES[0]) == 0
    assert rows.row_for_outcome(FATES[2]) == 1
    assert rows.row_for_outcome(FATES[4]) == 1, "behind the last one shown it is the last"


def test_marks_that_are_not_true_stand_in_the_row_of_their_words() -> None:
    wrong = MarkFault(address(4), Mismark.UNMARKED_NEW, "delay", 6, 11)
    gone = MarkFault(address(3), Mismark.UNMARKED_GONE, OLD[2], 0, len(OLD[2]))
    rows = model(compared(faults=[wrong, gone]))
    assert [list(rows.faults(row)) for row in range(5)] == [[], [], [], [gone], [wrong]]
    assert list(rows.change_rows) == [1, 2, 3, 4]
    rows.set_filter(frozenset({RowFlag.FAULTS}))
    assert [fate.old for fate in rows.outcomes] == [address(3), address(4)]
    assert "new, but not marked: “delay”" in accessible_text(rows, 1)
    fault = MarkFault(address(3), Mismark.UNMARKED_GONE, "must", 6, 6)
    rows = model(compared(faults=[fault]))
    assert list(rows.faults(2)) == [fault]
    assert not rows.faults(3)


def test_two_languages_are_laid_side_by_side_without_marks(qapp: object) -> None:
    differing = {address(3): (Differing.NUMBER,)}
    rows = model(compared(differing=differing, languages=("en", "fr")))
    assert rows.typeset(2, ComparisonColumn.OLD).text == OLD[1]
    assert rows.typeset(2, ComparisonColumn.NEW).text == NEW[2]
    assert not rows.typeset(2, ComparisonColumn.NEW).stretches
    assert rows.verdict(2) == ("different numbers", "scrutiny_reservation")
    assert rows.verdict(0)[0] == ""
    assert rows.verdict(1)[0] == "only in French"
    assert rows.verdict(3)[0] == "only in English"
    assert Verdict.REWORDED not in rows.counts()
    assert rows.counts()[RowFlag.DIFFERING] == 1


def test_the_tip_says_what_the_verdict_rests_on(qapp: object) -> None:
    fates = [replace(FATES[0], basis=(VerdictBasis.WORDS_ONCE, VerdictBasis.NEIGHBOURS))]
    rows = model(compared(fates))
    assert rows.tool_tip(0) == "Same words, found once in each text; same surrounding paragraphs."


FIRST, LAST = Address("para_1"), Address("para_2")


def plain(text: str) -> ParagraphView:
    return ParagraphView(text, (), ())


def told(composed: TypesetText) -> list[tuple[TextStyle, str]]:
    """The texts with their own colour."""
    return [(span.style, composed.text[span.start : span.end]) for span in composed.stretches]


def fate(verdict: Verdict, old: str, new: str) -> UnitOutcome:
    return UnitOutcome(FIRST, LAST, verdict, 0.5, diff_words(old, new))


def set_in(column: ComparisonColumn, one: UnitOutcome, old: str, new: str) -> TypesetText:
    return compose(toned_words(one, [one]), plain(old), plain(new), column)


BEFORE, AFTER = "Ports must keep quiet hours.", "Ports should keep strict quiet hours."


def test_each_side_has_its_own_text_and_what_the_other_has_not_stands_out() -> None:
    one = fate(Verdict.REWORDED, BEFORE, AFTER)
    left, right = (set_in(ComparisonColumn.OLD, one, BEFORE, AFTER), set_in(ComparisonColumn.NEW, one, BEFORE, AFTER))
    assert (left.text, told(left)) == (BEFORE, [(TextStyle.REMOVED, "must")])
    assert (right.text, told(right)) == (AFTER, [(TextStyle.ADDED, "should"), (TextStyle.ADDED, "strict")])


def test_in_one_column_what_is_gone_stands_apart_from_what_took_its_place() -> None:
    composed = set_in(ComparisonColumn.BOTH, fate(Verdict.REWORDED, BEFORE, AFTER), BEFORE, AFTER)
    assert composed.text == "Ports must\u2009should keep strict quiet hours."
    assert told(composed) == [(TextStyle.REMOVED, "must"), (TextStyle.ADDED, "should"), (TextStyle.ADDED, "strict")]


def test_in_one_column_sentences_that_were_split_keep_the_space_between_them() -> None:
    old, new = "Keep a list. Publish it.", "Keep a list."
    assert set_in(ComparisonColumn.BOTH, fate(Verdict.REWORDED, old, new), old, new).text == old


def test_a_difference_that_does_not_count_is_quiet() -> None:
    old, new = "In accordance with paragraph 7.", "In accordance with paragraph 8."
    one = fate(Verdict.RENUMBERED, old, new)
    assert told(set_in(ComparisonColumn.OLD, one, old, new)) == [(TextStyle.QUIET, "7")]
    assert told(set_in(ComparisonColumn.NEW, one, old, new)) == [(TextStyle.QUIET, "8")]


def test_what_stands_in_another_part_of_a_split_is_not_gone() -> None:
    old = "They keep a list. They publish it soon."
    parts = ("They keep a list.", "They publish it.")
    family = [
        UnitOutcome(FIRST, Address(f"para_{n}"), Verdict.SPLIT, 0.5, diff_words(old, part))
        for n, part in enumerate(parts)
    ]
    first = compose(toned_words(family[0], family), plain(old), plain(parts[0]), ComparisonColumn.OLD)
    assert first.text == old
    assert (TextStyle.ELSEWHERE, "They publish it") in told(first)
    assert (TextStyle.REMOVED, "soon") in told(first)
    assert not any("list" in text for _, text in told(first))


def test_what_another_brings_to_a_merger_is_not_new() -> None:
    olds, new = ("Costs are shared.", "Ports need time."), "Costs are shared. Small ports need time."
    family = [
        UnitOutcome(Address(f"para_{n}"), LAST, Verdict.MERGED, 0.5, diff_words(old, new)) for n, old in enumerate(olds)
    ]
    composed = compose(toned_words(family[0], family), plain(olds[0]), plain(new), ComparisonColumn.NEW)
    assert composed.text == new
    assert all(tone in (TextStyle.ELSEWHERE, TextStyle.ADDED) for tone, _ in told(composed))
    assert any(tone is TextStyle.ELSEWHERE and "need time" in text for tone, text in told(composed))
    assert not any(tone is TextStyle.ADDED and "need time" in text for tone, text in told(composed))


@pytest.mark.parametrize(
    ("note", "printed"), [(Call(5, Address("fn_12")), "12"), (Call(5, Address("fn_1-2"), "*1"), "*1")]
)
def test_the_calls_of_footnotes_stand_where_they_are_called_as_printed(note: Call, printed: str) -> None:
    unit = Paragraph(LAST, Kind.PARAGRAPH, "2.", "Noise is measured.", calls=(note,))
    one = UnitOutcome(None, LAST, Verdict.INSERTED, 0, ((WordChange.INSERT, unit.text),))
    composed = compose(toned_words(one, [one]), None, unit.in_view(View.AFTER), ComparisonColumn.NEW)
    assert composed.text == f"Noise{printed} is measured."
    parts = [(TextStyle.ADDED, "Noise"), (TextStyle.CALL, printed), (TextStyle.ADDED, " is measured.")]
    assert told(composed) == parts


def test_a_call_at_the_seam_of_two_runs_is_set_once() -> None:
    reading = ParagraphView("Noise is measured.", (), (Call(5, Address("fn_1")),))
    words = ((WordChange.EQUAL, "Noise"), (WordChange.INSERT, " is measured"), (WordChange.EQUAL, "."))
    one = UnitOutcome(FIRST, LAST, Verdict.REWORDED, 0.5, words)
    assert (
        compose(toned_words(one, [one]), plain("Noise."), reading, ComparisonColumn.NEW).text == "Noise1 is measured."
    )


def test_texts_as_marked_show_their_own_marks_too() -> None:
    spans = (Span(6, 11, Mark.REMOVED), Span(12, 18, Mark.ADDED), Span(12, 18, Mark.BOLD))
    reading = ParagraphView("Ports shall should keep.", spans, ())
    one = fate(Verdict.SAME, reading.text, reading.text)
    composed = compose(toned_words(one, [one]), reading, reading, ComparisonColumn.NEW, View.MARKED)
    looks = [(TextStyle.STRIKE, "shall"), (TextStyle.UNDERLINE, "should"), (TextStyle.BOLD, "should")]
    assert told(composed) == looks
    assert not compose(toned_words(one, [one]), reading, reading, ComparisonColumn.NEW, View.AFTER).stretches


def test_a_split_unit_names_its_parts_and_a_merged_one_what_it_was(qapp: object) -> None:
    halves = [UnitOutcome(address(2), address(n), Verdict.SPLIT, 0.5, diff_words(OLD[1], NEW[n - 1])) for n in (2, 3)]
    wholes = [UnitOutcome(address(n), address(4), Verdict.MERGED, 0.5, diff_words(OLD[n - 1], NEW[3])) for n in (3, 4)]
    rows = model(compared([kept(1, 1, Verdict.SAME), *halves, *wholes]))
    assert [rows.verdict(row)[0] for row in range(1, 5)] == ["split into 2 and 3"] * 2 + ["merged from 3 and 4"] * 2

"""The rows of a comparison."""

from dataclasses import replace

from PySide6.QtCore import Qt

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.revisions.comparison import Differing, MarkFault, Mismark, Verdict
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, ComparisonModel, LoadedComparison
from delegate_desk.gui.widgets.labels.comparison import RowFlag
from support.comparison_values import FATES, NEW, OLD, address, compared, kept


def model(shown: LoadedComparison) -> ComparisonModel:
    made = ComparisonModel()
    made.show(shown)
    return made


def accessible_text(rows: ComparisonModel, row: int) -> str:
    return str(rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_there_is_a_row_for_each_fate_and_changes_are_stepped_through(qapp: object) -> None:
    rows = model(compared())
    assert rows.rowCount() == len(FATES)
    assert list(rows.change_rows()) == [1, 2, 3]
    assert rows.unit(1, ComparisonColumn.OLD) is None
    assert rows.place(3, ComparisonColumn.OLD) == Place(DocumentId(1), address(3))
    assert rows.place(3, ComparisonColumn.NEW) is None


def test_what_has_another_number_alone_is_no_change(qapp: object) -> None:
    rows = model(compared([kept(1, 1, Verdict.SAME), kept(4, 4, Verdict.RENUMBERED), kept(2, 3, Verdict.MOVED)]))
    assert list(rows.change_rows()) == [2]


def test_what_is_not_certain_is_stepped_to_whatever_its_verdict(qapp: object) -> None:
    rows = model(compared([kept(1, 1, Verdict.SAME, rivals=[address(4)])]))
    assert list(rows.change_rows()) == [0]
    assert "uncertain" in accessible_text(rows, 0)
    assert rows.counts() == {Verdict.SAME: 1, RowFlag.UNSURE: 1}


def test_rows_of_some_verdicts_can_be_shown_alone(qapp: object) -> None:
    rows = model(compared())
    rows.set_filter(frozenset({Verdict.INSERTED, Verdict.DELETED}))
    assert [fate.verdict for fate in rows.outcomes] == [Verdict.INSERTED, Verdict.DELETED]
    assert list(rows.change_rows()) == [0, 1]
    rows.set_filter(frozenset({Verdict.SAME}))
    assert list(rows.change_rows()) == [0, 1], "where nothing shown is a change, every row is stepped to"
    rows.set_filter(frozenset())
    assert rows.rowCount() == len(FATES)


def test_a_row_that_is_hidden_gives_way_to_the_next_that_is_shown(qapp: object) -> None:
    rows = model(compared())
    rows.set_filter(frozenset({Verdict.INSERTED, Verdict.DELETED}))
    assert rows.row_for_outcome(FATES[0]) == 0
    assert rows.row_for_outcome(FATES[2]) == 1
    assert rows.row_for_outcome(FATES[4]) == 1, "behind the last one shown it is the last"


def test_marks_that_are_not_true_stand_in_the_row_of_their_words(qapp: object) -> None:
    wrong = MarkFault(address(4), Mismark.UNMARKED_NEW, "delay", 6, 11)
    gone = MarkFault(address(3), Mismark.UNMARKED_GONE, OLD[2], 0, len(OLD[2]))
    rows = model(compared(faults=[wrong, gone]))
    assert [list(rows.faults(row)) for row in range(5)] == [[], [], [], [gone], [wrong]]
    assert list(rows.change_rows()) == [1, 2, 3, 4]
    rows.set_filter(frozenset({RowFlag.FAULTS}))
    assert [fate.old for fate in rows.outcomes] == [address(3), address(4)]
    assert "new, but not marked: “delay”" in accessible_text(rows, 1)


def test_words_gone_without_a_mark_from_what_is_still_there_stand_with_the_new_text(qapp: object) -> None:
    fault = MarkFault(address(3), Mismark.UNMARKED_GONE, "must", 6, 6)
    rows = model(compared(faults=[fault]))
    assert list(rows.faults(2)) == [fault]
    assert not rows.faults(3)


def test_a_screen_reader_hears_the_verdict_the_numbers_the_words_and_the_text(qapp: object) -> None:
    rows = model(compared())
    said = accessible_text(rows, 2).replace("\u00a0", " ")
    assert said == "reworded 20 %. 2. now 3. deleted: must. added: should. Ports should keep quiet hours"
    assert accessible_text(rows, 3) == "deleted. 3. Costs are shared"


def test_two_languages_are_laid_side_by_side_without_marks(qapp: object) -> None:
    differing = {address(3): (Differing.NUMBER,)}
    rows = model(compared(differing=differing, languages=("en", "fr")))
    assert rows.composed(2, ComparisonColumn.OLD).text == OLD[1]
    assert rows.composed(2, ComparisonColumn.NEW).text == NEW[2]
    assert not rows.composed(2, ComparisonColumn.NEW).runs
    assert rows.verdict(2) == ("different numbers", "scrutiny_reservation")
    assert rows.verdict(0)[0] == ""
    assert rows.verdict(1)[0] == "only in French"
    assert rows.verdict(3)[0] == "only in English"
    assert Verdict.REWORDED not in rows.counts()
    assert rows.counts()[RowFlag.DIFFERING] == 1


def test_the_tip_says_what_the_verdict_rests_on(qapp: object) -> None:
    from delegate_desk.core.revisions.comparison import VerdictBasis

    fates = [replace(FATES[0], basis=(VerdictBasis.WORDS_ONCE, VerdictBasis.NEIGHBOURS))]
    rows = model(compared(fates))
    assert rows.tip(0) == "Same words, found once in each text; same surrounding paragraphs."

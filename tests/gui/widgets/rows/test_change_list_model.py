from pytestqt.modeltest import ModelTester

from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListModel,
    ChangeListRow,
    shorten_words,
)

EQUAL, INSERT, DELETE = WordChange.EQUAL, WordChange.INSERT, WordChange.DELETE


def test_words_around_a_change_are_kept_and_the_rest_is_cut() -> None:
    long = " ".join(f"w{n}" for n in range(60))
    (_, before), inserted, (_, after) = shorten_words(((EQUAL, long), (INSERT, "new"), (EQUAL, long)), context=3)
    assert before == "… w57 w58 w59"
    assert inserted == (INSERT, "new")
    assert after == "w0 w1 w2 …"


def test_what_is_short_stays_whole() -> None:
    words = ((EQUAL, "Ports "), (DELETE, "must"), (INSERT, "should"), (EQUAL, " set quiet hours."))
    assert shorten_words(words) == words


def test_a_long_change_shows_its_beginning_and_its_end() -> None:
    ((_, text),) = shorten_words(((INSERT, " ".join(f"w{n}" for n in range(200))),), longest=6)
    assert text == "w0 w1 w2 … w197 w198 w199"


def test_the_keys_pass_heads_over(qtmodeltester: ModelTester) -> None:
    model = ChangeListModel()
    model.set_rows(
        [
            ChangeListHead("Red lines", 1),
            ChangeListRow("a", "3", "Red line"),
            ChangeListHead("Questions", 1),
            ChangeListRow("b", "5", "Question"),
        ]
    )
    qtmodeltester.check(model)
    assert model.find("b") == 3
    assert model.nearest(0) == 1
    assert model.nearest(2) == 3
    assert model.nearest(9) == 3


def test_who_listens_hears_the_outcome_and_the_words() -> None:
    told = ChangeListRow(
        "a", "3", "Red line on 3", "touched", passages=(ChangedPassage("now", ((INSERT, "should"),), "1"),)
    )
    assert told.accessible_text() == "3 · Red line on 3 · touched · 1 now: should"
    alone = ChangeListRow("b", "4", "", "added", passages=(ChangedPassage("", ((INSERT, "should"),)),))
    assert alone.accessible_text() == "4 · added · should"

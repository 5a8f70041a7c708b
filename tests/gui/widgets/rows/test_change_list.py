"""A long list of changes: rows are laid out when they become visible, and nothing jumps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListModel,
    ChangeListRow,
    shorten_words,
)
from delegate_desk.gui.widgets.rows.change_list_view import ChangeList

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


PLACE = Place(DocumentId(1), Address("para_1"))


def rows(count: int, *, words: int = 30) -> list[ChangeListHead | ChangeListRow]:
    passage = [
        ChangedPassage("now", ((WordChange.EQUAL, "quiet " * (words + n % 40)), (WordChange.INSERT, "hours")))
        for n in range(40)
    ]
    told = [
        ChangeListRow(str(n), str(n), f"Note on {n}", passages=(passage[n % 40],), place=PLACE) for n in range(count)
    ]
    return [ChangeListHead("Placed", count), *told]


@pytest.fixture
def long_list(qtbot: QtBot) -> ChangeList:
    made = ChangeList()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_rows(rows(400))
    return made


def key(made: ChangeList) -> str:
    told = made.current_change()
    assert told
    return told.key


def at_hand(made: ChangeList) -> int:
    QApplication.processEvents()
    return made.visualRect(made.currentIndex()).top()


def test_what_is_current_stays_where_it_is_when_the_rows_come_again(long_list: ChangeList) -> None:
    long_list.select_key("300")
    y = at_hand(long_list)
    assert 0 <= y < 600
    long_list.show_rows(rows(400))
    assert key(long_list) == "300"
    assert abs(at_hand(long_list) - y) <= 1
    long_list.show_rows(rows(350, words=10))
    assert abs(at_hand(long_list) - y) <= 1


def test_what_is_wanted_comes_to_where_the_other_was(long_list: ChangeList) -> None:
    long_list.select_key("200")
    y = at_hand(long_list)
    without = [row for row in rows(400) if not isinstance(row, ChangeListRow) or row.key != "200"]
    long_list.show_rows(without, "201")
    assert key(long_list) == "201"
    assert abs(at_hand(long_list) - y) <= 1


def test_home_end_and_pages_stay_among_what_is_told(long_list: ChangeList) -> None:
    QTest.keyClick(long_list, Qt.Key.Key_End)
    assert key(long_list) == "399"
    QTest.keyClick(long_list, Qt.Key.Key_Home)
    assert key(long_list) == "0"
    QTest.keyClick(long_list, Qt.Key.Key_PageDown)
    assert int(key(long_list)) > 2
    QTest.keyClick(long_list, Qt.Key.Key_PageUp)
    assert int(key(long_list)) <= 2


def test_a_row_longer_than_the_pane_is_read_to_its_end(long_list: ChangeList) -> None:
    long_list.show_rows([ChangeListHead("Placed", 2), *rows(2, words=1500)[1:]])
    assert key(long_list) == "0"
    before = long_list.verticalScrollBar().value()
    QTest.keyClick(long_list, Qt.Key.Key_Down)
    assert key(long_list) == "0"
    assert long_list.verticalScrollBar().value() > before


def test_a_double_click_opens_and_one_beside_does_not(long_list: ChangeList, qtbot: QtBot) -> None:
    middle = long_list.visualRect(long_list.rows.index(1)).center()
    with qtbot.waitSignal(long_list.opened) as caught:
        qtbot.mouseDClick(long_list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert caught.args[0].key == "0"
    head = long_list.visualRect(long_list.rows.index(0)).center()
    with qtbot.assertNotEmitted(long_list.opened):
        qtbot.mouseDClick(long_list.viewport(), Qt.MouseButton.LeftButton, pos=head)


def test_without_rows_nothing_is_current(long_list: ChangeList) -> None:
    long_list.show_rows([])
    assert long_list.current_change() is None
    QTest.keyClick(long_list, Qt.Key.Key_Down)
    QTest.keyClick(long_list, Qt.Key.Key_Return)

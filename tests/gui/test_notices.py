import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.gui import announcing
from delegate_desk.gui.main_window import MainWindow
from delegate_desk.gui.notices import Notices


@pytest.fixture
def notices(reading: MainWindow) -> Notices:
    return reading.notices


def test_a_notice_takes_no_focus(reading: MainWindow, notices: Notices) -> None:
    reading.focus_text()
    before = QApplication.focusWidget()
    notices.say("A file was refused", ["It has no text."], ("Look", lambda: None))
    QApplication.processEvents()
    assert notices.isVisible()
    assert QApplication.focusWidget() is before
    notices.close_shown()
    assert QApplication.focusWidget() is before


def test_its_buttons_are_reached_by_tab_and_by_a_click_take_no_focus(notices: Notices) -> None:
    for button in (notices.link, notices.close_button):
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_what_wants_an_answer_comes_back_behind_what_is_newer(notices: Notices) -> None:
    followed: list[str] = []
    notices.say("Papers came in", ["One"], ("Look", lambda: followed.append("papers")))
    notices.say("Backed up", [])
    assert notices.head.text() == "Backed up"
    assert notices.link.isHidden()
    notices.close_shown()
    assert notices.head.text() == "Papers came in"
    notices.link.click()
    assert followed == ["papers"]
    assert not notices.isVisible()


def test_of_those_that_wait_only_a_few_are_held(notices: Notices) -> None:
    for n in range(10):
        notices.say(f"Notice {n}", [], ("Look", lambda: None))
    shown = []
    while notices.isVisible():
        shown.append(notices.head.text())
        notices.close_shown()
    assert shown == ["Notice 9", "Notice 8", "Notice 7", "Notice 6"]


def test_what_only_tells_goes_by_itself_and_what_went_wrong_stays(
    notices: Notices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delegate_desk.gui.notices._SHORTEST", 0)
    monkeypatch.setattr("delegate_desk.gui.notices._A_LETTER", 1)
    notices.pass_by("Undone: red line")
    assert notices.isVisible()
    qtbot.waitUntil(lambda: not notices.isVisible())
    notices.pass_by("Undone: red line")
    notices.say("That did not work", ["The disk is full."])
    qtbot.wait(80)
    assert notices.isVisible()


def test_what_a_person_wrote_is_shown_as_it_is(notices: Notices) -> None:
    notices.say("Undone: line “<b>and/or</b>” of the meeting", [])
    height = notices.head.sizeHint()
    notices.head.setTextFormat(Qt.TextFormat.PlainText)
    assert notices.head.sizeHint() == height


def test_a_screen_reader_is_told(notices: Notices, qtbot: QtBot) -> None:
    told: list[str] = []
    announcing.told.connect(lambda text, _: told.append(text))
    notices.say("A file was refused", ["It has no text."])
    qtbot.waitUntil(lambda: "A file was refused It has no text." in told)

"""Changes away from the focus are announced, once, and in words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import accessibility, theme
from support.main_windows import drop, settle
from support.meeting_steps import notice
from support.search_steps import keep_up


class Ear(list[str]):
    """The announcements, in order."""

    def hear(self, text: str, _: bool) -> None:
        self.append(text)


@pytest.fixture
def ear(qtbot: QtBot) -> Ear:
    heard = Ear()
    accessibility.announced.connect(heard.hear)
    return heard


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_of_one_thing_the_last_word_alone_is_told(ear: Ear, widget: QWidget, qtbot: QtBot) -> None:
    for count in range(5):
        accessibility.announce(widget, f"{count} results")
    accessibility.announce(widget, "Page 2", about="page")
    qtbot.waitUntil(lambda: len(ear) == 2)
    assert ear == ["4 results", "Page 2"]


def test_what_waits_is_taken_back_by_nothing(ear: Ear, widget: QWidget, qtbot: QtBot) -> None:
    accessibility.announce(widget, "Two results")
    accessibility.announce(widget, "")
    accessibility.announce(widget, "Saved", about="saved")
    qtbot.waitUntil(lambda: bool(ear))
    assert ear == ["Saved"]


@pytest.mark.parametrize(("query", "said"), [("quiet", "2 paragraphs in 1 document"), ("zzzz", "No results")])
def test_the_number_of_hits_is_heard_when_the_search_rests(
    reading: MainWindow, ear: Ear, qtbot: QtBot, query: str, said: str
) -> None:
    keep_up(reading.desk)
    reading.search(query)
    settle(reading)
    qtbot.waitUntil(lambda: bool(ear))
    assert len(ear) == 1
    assert ear == [said]


def test_what_was_understood_of_a_line_is_heard_when_it_is_kept(
    window: MainWindow, held: DocumentId, ear: Ear, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, notice(tmp_path))
    window.ui.action_meeting.trigger()
    settle(window)
    assert window.meeting_mode.view is not None
    line = window.meeting_mode.view.line
    line.edit.setText("FR scrutiny 1")
    line.edit.returnPressed.emit()
    settle(window)
    qtbot.waitUntil(lambda: any("recorded" in text for text in ear))
    assert next(text for text in ear if "recorded" in text) == "FR scrutiny reservation paragraph 1: recorded"


def test_a_notice_is_heard_with_its_sentences(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    window.notices.show_notice("Nothing to paste", ["Copy files in a file manager first."])
    qtbot.waitUntil(lambda: "Nothing to paste Copy files in a file manager first." in ear)


def test_another_theme_is_heard(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    theme.choose("dark")
    qtbot.waitUntil(lambda: "Appearance: Dark" in ear)

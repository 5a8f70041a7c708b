"""What comes back when the window does, after a restart or when a library is unlocked."""

from pathlib import Path

import pytest

from delegate_desk.core.documents import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui import application
from delegate_desk.gui.main_window import MainWindow
from delegate_desk.gui.views.positions import PositionsView
from delegate_desk.gui.views.reader import ReaderView
from windows import open_window, settle


@pytest.mark.parametrize("drafting", [True, False])
def test_positions_come_back_and_what_was_in_front_is(
    desk: Desk, held: DocumentId, tmp_path: Path, drafting: bool
) -> None:
    file = tmp_path / "settings.json"
    window = open_window(desk, file)
    window.open_document(held)
    window.open_position(held)
    if not drafting:
        window.open_document(held)
    settle(window)
    window.close()
    again = open_window(desk, file)
    settle(again)
    assert [type(again.tabs.widget(index)) for index in range(again.tabs.count())] == [ReaderView, PositionsView]
    assert isinstance(again.tabs.currentWidget(), PositionsView if drafting else ReaderView)
    assert desk.positions.get(held).items == ()
    again.close()


def test_the_position_on_a_document_that_was_removed_does_not_come_back(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    window = open_window(desk, file)
    window.open_position(held)
    settle(window)
    window.close()
    desk.documents.remove(held)
    again = open_window(desk, file)
    settle(again)
    assert again.tabs.count() == 0
    again.close()


def test_a_window_that_is_larger_than_the_screen_takes_just_that(window: MainWindow) -> None:
    window.hide()
    window.resize(1440, 860)  # the screen of the tests is 800 by 800
    application.show(window)
    assert window.isMaximized()

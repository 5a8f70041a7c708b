import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.rows_view import TickScrollBar

ROWS = 1000


@pytest.fixture
def bar(qtbot: QtBot) -> TickScrollBar:
    """The scroll bar of a long text, at its beginning."""
    made = TickScrollBar(lambda rows: [row / ROWS for row in rows])
    qtbot.addWidget(made)
    made.setRange(0, 9000)
    made.setPageStep(1000)
    made.resize(10, 500)
    made.show()
    return made


def column(bar: TickScrollBar) -> list[str]:
    """The colours from top to bottom, in the middle of the bar."""
    picture: QImage = bar.grab().toImage()
    return [picture.pixelColor(5, y).name() for y in range(500)]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_rows_are_ticked_where_they_stand(bar: TickScrollBar, name: str) -> None:
    theme.choose(name)
    bar.show_ticks([300, 600], 600)
    colours = column(bar)
    assert theme.color("hit_mark").name() in colours[148:154]
    assert theme.color("accent").name() in colours[298:304]
    assert theme.color("hit_mark").name() not in colours[180:280]
    assert "2" in bar.accessibleDescription()
    bar.show_ticks([], -1)
    assert theme.color("hit_mark").name() not in column(bar)
    assert bar.accessibleDescription() == ""


def test_rows_close_to_each_other_share_a_tick(bar: TickScrollBar) -> None:
    bar.show_ticks(list(range(ROWS)), 0)
    assert len(bar.ticks()) <= 500


def test_ticks_follow_the_size_of_the_bar(bar: TickScrollBar) -> None:
    bar.show_ticks([500], -1)
    assert list(bar.ticks()) == [250]
    bar.resize(10, 200)
    assert list(bar.ticks()) == [100]


def test_a_click_on_a_tick_goes_there_and_scrolls_nothing(bar: TickScrollBar, qtbot: QtBot) -> None:
    bar.show_ticks([300, 600], -1)
    with qtbot.waitSignal(bar.ticked) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 303))
    assert told.args == [600]
    assert bar.value() == 0


def test_a_click_beside_the_ticks_scrolls_as_ever(bar: TickScrollBar, qtbot: QtBot) -> None:
    bar.show_ticks([300], -1)
    with qtbot.assertNotEmitted(bar.ticked):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert bar.value() > 0


def test_the_handle_is_dragged_over_a_tick_but_a_click_on_it_goes_there(bar: TickScrollBar, qtbot: QtBot) -> None:
    bar.show_ticks([40], -1)
    with qtbot.waitSignal(bar.ticked) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 21))
    assert told.args == [40]
    with qtbot.assertNotEmitted(bar.ticked):
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 21))
        qtbot.mouseMove(bar, QPoint(5, 200))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 200))
    assert bar.value() > 0

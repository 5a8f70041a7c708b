"""A line that is shortened where it has no room."""

from pytestqt.qtbot import QtBot

from delegate_desk.gui.search.hit_preview import ShortenedLabel


def test_a_long_line_gives_way_and_shows_all_under_the_mouse(qtbot: QtBot) -> None:
    label = ShortenedLabel()
    qtbot.addWidget(label)
    label.setText("Draft Council conclusions on quieter ports at night")
    label.show()
    assert label.minimumSizeHint().width() < 30
    label.resize(100, 20)
    assert label.toolTip() == label.text()
    label.resize(label.sizeHint())
    assert not label.toolTip()


def test_it_is_drawn_in_its_colour(qtbot: QtBot) -> None:
    label = ShortenedLabel()
    qtbot.addWidget(label)
    label.setStyleSheet("color: #ff0000; background: #ffffff")
    label.setText("████████")
    label.resize(200, 30)
    label.show()
    image = label.grab().toImage()
    colours = {image.pixelColor(x, 15).name() for x in range(60)}
    assert "#ff0000" in colours


def test_a_word_of_help_stands_below_what_has_no_room(qtbot: QtBot) -> None:
    label = ShortenedLabel()
    qtbot.addWidget(label)
    label.setToolTip("Why so")
    label.show()
    label.resize(100, 20)
    label.setText("Short")
    assert label.toolTip() == "Why so"
    label.setText("Draft Council conclusions on quieter ports at night")
    assert label.toolTip() == f"{label.text()}\nWhy so"

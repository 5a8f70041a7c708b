from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import paths
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.command_palette import CHOICE, Palette, PaletteRow, rows_for_commands
from delegate_desk.gui.menu_commands import menu_commands
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle, type_text

_COMMANDS = {
    "action_vote": "Voting Calculator…",
    "action_passphrase": "Encryption…",
    "action_preferences": "Preferences…",
    "action_header": "Document Details…",
    "action_keys": "Keyboard Shortcuts",
    "action_larger": "Zoom In",
    "action_versions": "Versions…",
}


@pytest.fixture
def ask(reading: MainWindow) -> Callable[[str], Palette]:
    reading.documents.reload()
    settle(reading)

    def asked(typed: str) -> Palette:
        reading.ui.action_commands.trigger()
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, Palette)
        type_text(palette.edit, typed)
        return palette

    return asked


def rows(palette: Palette) -> list[PaletteRow]:
    model = palette.list.model()
    return [model.index(n, 0).data(CHOICE) for n in range(model.rowCount())]


def take(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)


def test_a_command_stands_with_its_menu_and_key(ask: Callable[[str], Palette]) -> None:
    palette = ask("red line")
    first = rows(palette)[0]
    assert (first.text, first.detail, first.key) == ("Red Line", "Position", "R")
    said = palette.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Red Line, Position, R"


def test_letters_that_follow_one_another_find_a_command(ask: Callable[[str], Palette]) -> None:
    assert rows(ask("nxpar"))[0].text == "Next Paragraph"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("vote", "action_vote"),
        ("password", "action_passphrase"),
        ("settings", "action_preferences"),
        ("ψηφοφορία", "action_vote"),
        ("mot de passe", "action_passphrase"),
        ("rename", "action_header"),
        ("zoom", "action_larger"),
        ("shortcuts", "action_keys"),
    ],
)
def test_words_of_other_programs_find_a_command(qtbot: QtBot, typed: str, name: str) -> None:
    actions = {name: QAction(text) for name, text in _COMMANDS.items()}
    for key, action in actions.items():
        action.setObjectName(key)
    window = QWidget()
    qtbot.addWidget(window)
    palette = Palette(rows_for_commands([("Menu", list(actions.values()))]), window)
    palette.edit.setText(typed)
    assert rows(palette)[0].name == name


def test_every_command_with_synonyms_is_in_the_menus(window: MainWindow) -> None:
    named = {action.objectName() for _, actions in menu_commands(window.ui.menu_bar) for action in actions}
    assert set(paths.load_table("command_synonyms")) - {"_about"} <= named


def test_what_cannot_be_done_is_shown_and_not_done(
    reading: MainWindow, ask: Callable[[str], Palette], qtbot: QtBot
) -> None:
    palette = ask("undo")
    first = rows(palette)[0]
    assert first.text == "Undo"
    assert not first.enabled
    take(palette, qtbot)
    assert palette.isVisible()
    palette.reject()


@pytest.mark.parametrize("typed", ["zzqq ferries", "ref:2016/679 quiet", "ωω"])
def test_what_no_name_has_is_searched_everywhere(
    reading: MainWindow, ask: Callable[[str], Palette], qtbot: QtBot, typed: str
) -> None:
    palette = ask(typed)
    (only,) = rows(palette)
    assert (only.text, only.detail) == (f"Search everywhere for “{typed}”", "Search")
    take(palette, qtbot)
    settle(reading)
    assert reading.tabs.currentWidget() is reading.search_controller.view()
    assert reading.ui.search_edit.text() == typed


def test_the_search_is_no_choice_where_a_name_fits(ask: Callable[[str], Palette]) -> None:
    assert not [row for row in rows(ask("note")) if row.detail == "Search"]
    assert [row.detail == "Search" for row in rows(ask("undo"))][-1]


def test_a_place_is_gone_to_by_its_number(reading: MainWindow, ask: Callable[[str], Palette], qtbot: QtBot) -> None:
    palette = ask("3")
    first = rows(palette)[0]
    assert (first.text, first.detail) == ("Go to paragraph 3", "Place")
    take(palette, qtbot)
    settle(reading)
    place = reading.current_place()
    assert place is not None
    assert place.address == "para_3"


def test_a_document_is_opened_by_its_title(
    reading: MainWindow, held: DocumentId, ask: Callable[[str], Palette], qtbot: QtBot
) -> None:
    reading.tabs.close_tab(0)
    subject = reading.desk.documents.get(held).header.subject
    palette = ask(subject.lower())
    found = next(one for one in rows(palette) if one.detail == "Document")
    assert subject in found.text
    take(palette, qtbot)
    settle(reading)
    assert reading.current_document() == held


def test_what_was_taken_last_comes_first_and_again_next_time(
    reading: MainWindow, ask: Callable[[str], Palette], qtbot: QtBot
) -> None:
    take(ask("zoom in"), qtbot)
    settle(reading)
    again = ask("")
    assert rows(again)[0].text == "Zoom In"
    again.reject()
    reading.memory.save_state()
    assert list(reading._palette.recent) == ["action_larger"]


def test_letters_typed_are_told_to_the_painter(ask: Callable[[str], Palette]) -> None:
    palette = ask("zoom")
    assert palette.list.model().index(0, 0).data(CHOICE + 1) == (0, 1, 2, 3)


def test_ten_thousand_documents_are_narrowed_and_few_are_shown(
    reading: MainWindow, ask: Callable[[str], Palette]
) -> None:
    model = reading.documents.model
    one = model.library.documents[0]
    many = [replace(one, id=DocumentId(n)) for n in range(1, 10_001)]
    model.library = replace(model.library, documents=many)
    palette = ask(one.name)
    assert 0 < len([row for row in rows(palette) if row.detail == "Document"]) <= 80
    palette.reject()

"""The language of the window: chosen, saved, and changed without interrupting work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import OVER, Ending
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import key_bindings
from support.document_values import quiet_hours
from support.main_windows import open_window, settle


@pytest.fixture(autouse=True)
def _in_english_again() -> Iterator[None]:
    yield
    interface_language.install_language("en")


@pytest.mark.parametrize(("system", "meant"), [("el-GR", "el"), ("fr-BE", "fr"), ("de-DE", "en"), ("C", "en")])
def test_like_the_system_means_its_language_or_english(
    system: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: [system])
    assert interface_language.resolve_language("system") == meant
    assert interface_language.resolve_language("el") == "el"


@pytest.mark.parametrize(
    ("language", "cancel", "look_in"),
    [("el", "Ακύρωση", "Διερεύνηση σε"), ("fr", "Annuler", "Rechercher dans"), ("en", "Cancel", "Look in")],
)
def test_qt_s_own_buttons_and_its_file_dialog_speak_the_language(
    language: str, cancel: str, look_in: str, qtbot: QtBot
) -> None:
    interface_language.install_language(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == cancel
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    label = dialog.findChild(QLabel, "lookInLabel")
    assert isinstance(label, QLabel)
    assert label.text().replace("&", "").startswith(look_in)


def test_another_language_ends_the_window_for_one_in_it(window: MainWindow) -> None:
    window.change_language("el")
    assert settings.load(window.settings.file).language == "el"
    assert window.ending == Ending(is_restart=True)
    assert not window.isVisible()


def test_the_same_language_by_another_name_changes_nothing_visible_and_keys_are_called_as_in_the_menus(
    window: MainWindow,
) -> None:
    interface_language.install_language("el")
    assert key_bindings.first_key_text("action_back") == "Alt+Αριστερά"
    interface_language.install_language("en")
    window.change_language("en")
    assert settings.load(window.settings.file).language == "en"
    assert window.ending == OVER


def test_files_on_their_way_come_in_first(window: MainWindow, tmp_path: Path) -> None:
    stood: list[bool] = []

    def choose() -> None:
        window.change_language("fr")
        stood.append(window.isVisible())

    window.import_controller.progressed.connect(choose)
    window.import_paths([quiet_hours(tmp_path)])
    settle(window)
    assert stood == [True]
    assert window.desk.documents.all()
    assert window.ending == Ending(is_restart=True)


def test_the_menu_ticks_what_was_chosen_and_changes_it(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    settings.save(tmp_path / "chosen.json", settings.Settings(language="en"))
    window = open_window(desk, tmp_path / "chosen.json", qtbot)
    assert window.ui.action_window_en.isChecked()
    window.ui.action_window_el.trigger()
    assert window.ending.is_restart


def test_a_language_that_cannot_be_kept_is_said_and_nothing_ends(window: MainWindow) -> None:
    window.settings.file.unlink(missing_ok=True)
    window.settings.file.mkdir()
    window.change_language("el")
    settle(window)
    assert window.ending == OVER
    assert window.notices.isVisible()


def test_errors_dates_and_numbers_follow_the_language(qtbot: QtBot) -> None:
    interface_language.install_language("fr")
    assert interface_language.language() == "fr"
    assert interface_language.explain(UnknownDocumentError("ST 1/26")) == "ST 1/26 n’est pas dans la bibliothèque."
    assert QLocale().decimalPoint() == ","
    interface_language.install_language("en")
    assert interface_language.language() == "en"

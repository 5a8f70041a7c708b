"""The welcome of a new library: one question and three ways, asked once, and nothing lost by leaving it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk import paths, settings
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.help import help_controllers
from delegate_desk.gui.help.welcome_page import WelcomePage
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.paths import RESOURCES
from support.document_values import quiet_hours
from support.main_windows import (
    click,
    current_reader,
    drop,
    in_front,
    open_window,
    reload_library,
    run_action,
    settle,
    type_text,
)

SAMPLES = RESOURCES / "samples"


@pytest.fixture
def page(window: MainWindow) -> WelcomePage:
    return window.welcome_controller.page


def kept(window: MainWindow) -> settings.Settings:
    return settings.load(window.settings.file)


def again(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The next window on the same library."""
    window.close()
    return open_window(window.desk, window.settings.file, qtbot)


def test_a_new_library_is_welcomed_with_the_keys_in_the_question(window: MainWindow, page: WelcomePage) -> None:
    assert page.isVisible()
    assert page.is_question_shown
    assert not window.welcome_controller.tour.strip.isVisible()  # only the samples have the guide
    assert window.focusWidget() is page.question.delegation_combo
    assert [way.start_action.action for way in page.action_buttons] == [
        window.ui.action_bring_in,
        window.ui.action_watch,
        window.ui.action_samples,
    ]
    for way in page.action_buttons:
        assert key_bindings.first_key_text(way.start_action.action.objectName()) in way.accessibleName()


@pytest.mark.parametrize(
    ("typed", "code"), [("el", "EL"), ("gr", "EL"), ("ger", "DE"), ("fin", "FI"), ("se", "SE"), ("it", "IT")]
)
def test_a_delegation_is_found_by_its_code_or_its_name(page: WelcomePage, typed: str, code: str) -> None:
    type_text(page.question.delegation_combo, typed)
    assert page.question.delegation() == code


def test_the_arrows_go_from_way_to_way_and_enter_takes_one(window: MainWindow, page: WelcomePage, qtbot: QtBot) -> None:
    taken: list[bool] = []
    window.ui.action_watch.triggered.disconnect()
    window.ui.action_watch.triggered.connect(lambda _: taken.append(True))
    page.action_buttons[0].setFocus()
    qtbot.keyClick(page.action_buttons[0], Qt.Key.Key_Down)
    assert page.action_buttons[1].hasFocus()
    qtbot.keyClick(page.action_buttons[1], Qt.Key.Key_Return)
    assert len(taken) == 1
    qtbot.keyClick(page.action_buttons[1], Qt.Key.Key_Up)
    assert page.action_buttons[0].hasFocus()


def test_esc_leaves_and_the_ways_stay(window: MainWindow, page: WelcomePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.question.delegation_combo, Qt.Key.Key_Escape)
    settle(window)
    assert (page.isVisible(), page.is_question_shown) == (True, False)
    assert len(page.action_buttons) == 3
    assert str(window.desk.folder) in kept(window).welcomed
    assert not again(window, qtbot).welcome_controller.page.is_question_shown


def test_what_was_only_proposed_is_not_kept_by_leaving(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_controllers, "_usual_delegation", lambda: "FI")
    made = open_window(desk, tmp_path / "settings.json", qtbot)
    assert made.welcome_controller.page.question.delegation() == "FI"
    made.welcome_controller.page.leave_requested.emit()
    settle(made)
    assert desk.positions.delegation() is None


def test_a_machine_in_brussels_says_nothing_of_whose_it_is_and_other_systems_their_delegation_and_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, expected in (("el_GR", "EL"), ("fr_BE", None), ("en_US", None), ("de_AT", "AT")):
        monkeypatch.setattr(QLocale, "system", lambda name=name: QLocale(name))
        assert help_controllers._usual_delegation() == expected
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("el_GR"))
    assert help_controllers._usual_languages() == ("el", "en")


def test_help_brings_the_welcome_back_in_a_tab_beside_what_is_read(reading: MainWindow) -> None:
    run_action(reading, reading.ui.action_welcome)
    tab = in_front(reading, WelcomePage)
    assert tab.is_question_shown
    type_text(tab.question.delegation_combo, "fr")
    click(reading, tab.ui.leave_button)
    assert reading.tabs.current_reader() is not None
    assert reading.desk.positions.delegation() == "FR"
    run_action(reading, reading.ui.action_welcome)
    tab = in_front(reading, WelcomePage)
    assert tab.question.delegation() == "FR"


def test_a_document_dropped_ends_the_welcome_and_the_versions_one_reads_come_first_and_open_first(
    window: MainWindow, page: WelcomePage
) -> None:
    page.question.language_buttons["en"].setChecked(False)
    page.question.language_buttons["fr"].setChecked(True)
    drop(window, *sorted(SAMPLES.glob("ST-99101-2026-INIT_*")))
    assert not page.isVisible()
    assert str(window.desk.folder) in kept(window).welcomed
    assert kept(window).reading_languages == ["fr"]
    held = current_reader(window).library_document()
    assert held is not None
    assert held.header.language == "fr"
    (family,) = (row for row in window.documents.model.rows if row.kind is RowKind.FAMILY)
    assert [document.header.language for document in family.documents] == ["fr", "en", "el"]


def test_a_family_is_called_as_in_the_version_one_reads_and_at_first_in_the_language_of_the_window(
    window: MainWindow,
) -> None:
    interface_language.install_language("en")
    drop(window, *sorted(SAMPLES.glob("ST-99101-2026-INIT_*")))
    model = window.documents.model
    (family,) = (row for row in model.rows if row.kind is RowKind.FAMILY)
    assert [document.header.language for document in family.documents] == ["en", "el", "fr"]

    def title() -> str:
        return next(model.text(row) for row in model.rows if row.kind is RowKind.FAMILY)

    english = title()
    assert english == "Quieter ports at night"
    model.set_reading_languages(["el"])
    assert title().startswith("Πιο ήσυχους")
    model.filter("σχεδιο συμπερασματων")
    assert title().startswith("Πιο ήσυχους")
    model.filter("")
    model.set_reading_languages(["fr", "en"])
    assert title() == english, "the language of the window goes first where one reads it"


def test_without_a_preference_what_came_first_opens(window: MainWindow, held: DocumentId) -> None:
    window.documents.model.set_reading_languages(())
    reload_library(window)
    assert [row.documents[0].id for row in window.documents.model.rows if row.kind is RowKind.FAMILY] == [held]


def test_the_guide_begins_with_the_samples_and_can_be_left_for_good(tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(paths.demo_library()) as samples:
        samples.documents.add(samples.documents.read(quiet_hours(tmp_path)))
        made = open_window(samples, tmp_path / "settings.json", qtbot)
        guiding = made.welcome_controller.tour
        assert guiding.strip.isVisible()
        assert guiding.ui.progress_label.text() == "1 of 6"
        before = QApplication.focusWidget()
        guiding.ui.skip_button.click()
        assert guiding.ui.progress_label.text() == "2 of 6"
        assert QApplication.focusWidget() is before
        following = again(made, qtbot)
        assert following.welcome_controller.tour.ui.progress_label.text() == "2 of 6"
        following.welcome_controller.tour.ui.leave_button.click()
        assert not following.welcome_controller.tour.strip.isVisible()
        last = again(following, qtbot)
        assert not last.welcome_controller.tour.strip.isVisible()
        run_action(last, last.ui.action_guide)
        assert last.welcome_controller.tour.ui.progress_label.text() == "1 of 6"
        last.close()


def test_the_guide_says_the_keys_of_now(tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(paths.demo_library()) as samples:
        made = open_window(samples, tmp_path / "settings.json", qtbot)
        said = made.welcome_controller.tour.ui.message_label
        assert key_bindings.first_key_text("action_search") in said.text()
        key_bindings.choose("action_search", [])
        assert "Search Library" in said.text()
        key_bindings.reset_all()
        made.close()

"""The first minute of a new user: welcome page, tour with the samples, and own work."""

from collections.abc import Iterator
from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk import paths, settings
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.annotations.annotation_fields import NoteEdit
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.help.help_controllers import DRAFT, FIND, GO, NOTE, PROVISION, REVISED, REVISION, SEND
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.libraries import prepare_samples
from delegate_desk.settings import Settings
from support.document_values import quiet_hours
from support.main_windows import close_tab, drop, open_window, settle, type_text
from support.scripted_program import CTRL, SHIFT, Condition, Script, at_hand, press, stands, window


def reached(step: int) -> Condition:
    return lambda: window().welcome_controller.tour.step == step and not window().tasks.is_busy


def spoken() -> str:
    """The language of the current document."""
    place = window().current_place()
    assert place is not None
    return window().desk.documents.get(place.document).header.language


def steps(word_file: Path) -> Iterator[Condition]:
    """The six steps of the tour, by keys."""
    words = window().desk.samples.passage(interface_language.language())
    yield reached(FIND)
    assert words in window().welcome_controller.tour.ui.message_label.text()
    press(Qt.Key.Key_F, CTRL | SHIFT)
    type_text(at_hand(), words)
    yield lambda: not window().search_controller.box.is_waiting
    press(Qt.Key.Key_Return)
    yield reached(GO)
    yield lambda: window().current_place() is not None
    assert spoken() == interface_language.language()
    press(Qt.Key.Key_G, CTRL)
    type_text(at_hand(), PROVISION)
    press(Qt.Key.Key_Return)
    yield reached(NOTE)
    press(Qt.Key.Key_N)
    yield lambda: isinstance(QApplication.focusWidget(), NoteEdit)
    type_text(at_hand(), "Prohibited, as the Commission proposed.")
    yield reached(DRAFT)
    assert isinstance(at_hand(), NoteEdit)  # the tour continued and lost nothing
    press(Qt.Key.Key_Escape)
    assert window().welcome_controller.tour.strip.isVisible()
    press(Qt.Key.Key_D, CTRL)
    yield lambda: isinstance(QApplication.focusWidget(), WordingEdit)
    type_text(at_hand(), "In every port, ")
    yield reached(SEND)
    press(Qt.Key.Key_E, CTRL)
    yield lambda: isinstance(window().tabs.currentWidget(), ExportView)
    export = window().tabs.currentWidget()
    assert isinstance(export, ExportView)
    yield export.side.export_button.isEnabled
    export.side.set_target(word_file)
    press(Qt.Key.Key_Return, CTRL)
    yield word_file.is_file
    yield export.open_button.isVisible
    press(Qt.Key.Key_Escape)
    yield reached(REVISION)
    yield lambda: stands(f"{library_switcher.library_name(paths.demo_library())} - Delegate Desk")
    rows = window().documents
    yield lambda: bool(rows.model.rows) and not window().tasks.is_busy
    press(Qt.Key.Key_L, CTRL)
    for _ in rows.model.rows:
        if (document := rows.current_document()) is not None and document.name.startswith(REVISED):
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    yield lambda: window().current_place() is not None and not window().tasks.is_busy
    press(Qt.Key.Key_2, CTRL)
    yield reached(REVISION + 1)


def test_a_newcomer_is_welcomed_and_led_through_the_samples_by_keys_alone(tmp_path: Path, qapp: QApplication) -> None:
    own, word_file = paths.default_library(), tmp_path / "first.docx"

    def script() -> Iterator[Condition]:
        yield lambda: stands("Delegate Desk")
        page = window().welcome_controller.page
        assert page.is_question_shown
        assert at_hand() is page.question.delegation_combo
        type_text(at_hand(), "gree")
        assert page.question.delegation() == "EL"
        press(Qt.Key.Key_G, CTRL | SHIFT)
        yield lambda: stands("Samples - Delegate Desk")
        yield from steps(word_file)
        tour = window().welcome_controller.tour
        assert tour.ui.skip_button.text() == "Back to My Library"
        tour.ui.skip_button.click()
        yield lambda: stands("Delegate Desk")
        assert not window().welcome_controller.page.is_question_shown
        assert "Your library is empty" in window().welcome_controller.page.ui.title_label.text()

    Script(script()).run(own)
    rows = [row for table in docx.Document(str(word_file)).tables for row in table.rows]
    assert any("In every port" in cell.text for row in rows for cell in row.cells)
    with open_desk(own) as desk:
        assert desk.positions.delegation() == "EL"
        assert desk.documents.all() == []
    with open_desk(paths.demo_library()) as desk:
        noted = [note.text for note in desk.annotations.all() if note.kind is AnnotationKind.NOTE]
        assert "Prohibited, as the Commission proposed." in noted
    kept = settings.load(paths.settings_file())
    assert kept.guide == 0
    assert str(own) in kept.welcomed


def test_the_guide_leads_through_the_samples_in_the_language_of_the_window(tmp_path: Path, qapp: QApplication) -> None:
    language = "el"
    settings.save(paths.settings_file(), Settings(language=language))
    finish(prepare_samples(paths.demo_library(), language=language))
    try:
        Script(steps(tmp_path / "first.docx")).run(paths.demo_library())
    finally:
        interface_language.install_language("en")


def test_a_newcomer_chooses_the_delegation_and_drops_a_document_which_opens(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = open_window(desk, tmp_path / "settings.json", qtbot)
    page = shown.welcome_controller.page
    assert (page.isVisible(), page.is_question_shown) == (True, True)
    type_text(page.question.delegation_combo, "fi")
    page.question.language_buttons["sv"].click()
    drop(shown, quiet_hours(tmp_path))
    settle(shown)
    assert not page.isVisible()
    assert shown.tabs.front.tabText(shown.tabs.front.currentIndex()) == "Quiet hours in ports"
    assert desk.positions.delegation() == "FI"
    assert "sv" in settings.load(tmp_path / "settings.json").reading_languages
    close_tab(shown)
    assert not page.isVisible()
    assert shown.today.page is not None
    assert shown.today.page.isVisible()

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from delegate_desk import paths
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import SearchResults, TypedQuery
from delegate_desk.gui.search.search_box import PanelFilter, PanelHead, PanelRow
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.field_controller import FieldController
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.key_bindings import plain_name
from delegate_desk.gui.widgets.labels import dossiers
from support.document_values import QUIET_HOURS, QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import close_tab, reload_library, run_action, settle, type_text
from support.search_steps import keep_up, panel_rows

Ask = Callable[[str], list[PanelRow]]


@pytest.fixture
def ask(reading: MainWindow, qtbot: QtBot) -> Ask:
    reload_library(reading)
    box = reading.search_controller.box

    def asked(typed: str) -> list[PanelRow]:
        reading.focus_text()
        run_action(reading, reading.ui.action_commands)
        reading.ui.search_edit.clear()
        type_text(reading.ui.search_edit, typed)
        qtbot.waitUntil(lambda: not box.is_waiting)
        return panel_rows(box.panel)

    return asked


def take(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.ui.search_edit, Qt.Key.Key_Return)
    settle(window)


def heads(window: MainWindow) -> list[str]:
    return [row.text for row in window.search_controller.box.panel.model.rows if isinstance(row, PanelHead)]


def test_a_command_is_named_with_the_paragraph_and_its_key_and_found_by_words_of_other_programs(ask: Ask) -> None:
    for typed, text, key in ((">red line", "Red Line", "R"), (">draft on this", "Draft", "D")):
        first = ask(typed)[0]
        assert (first.text, first.key) == (f"{text} on cover page", key)
    for typed, name in [
        ("vote", "action_vote"),
        ("password", "action_passphrase"),
        ("passwrod", "action_passphrase"),
        ("settings", "action_preferences"),
        ("rename", "action_rename"),
        ("zoom", "action_larger"),
        ("larger", "action_larger"),
        ("shortcuts", "action_keys"),
        ("hotkeys", "action_keys"),
        ("dark", "action_theme_dark"),
        ("agenda", "action_new_meeting"),
        ("para next", "action_next"),
        ("print preview", "action_print"),
        ("word count", "action_position"),
        ("spelling", "action_position"),
        ("flag", "action_annotate_red_line"),
        ("rules", "action_watch"),
        ("collection", "action_timeline"),
        ("tags", "action_annotations"),
        ("compare documents", "action_compare"),
        ("word export", "action_export"),
    ]:
        assert name in [row.command for row in ask(f">{typed}")[:3]], typed


def test_every_command_is_listed_and_has_words_in_three_languages(window: MainWindow) -> None:
    table = paths.load_table("command_synonyms")
    named = {action.objectName(): action for action in window.commands.all() if action.objectName()}
    assert named.keys() == table.keys() - {"_about"}
    assert [name for name, words in table.items() if name in named and not all(words[code] for code in words)] == []
    window.ui.action_commands.trigger()
    window.ui.action_commands.trigger()
    listed = [row.text.removesuffix("…") for row in panel_rows(window.search_controller.box.panel)]
    assert [plain_name(action) for action in named.values() if plain_name(action) not in listed] == []


def test_commands_closed_with_escape_are_shown_again_by_enter(reading: MainWindow, ask: Ask, qtbot: QtBot) -> None:
    for typed in (">", ">settings"):
        before = ask(typed)
        qtbot.keyClick(reading.ui.search_edit, Qt.Key.Key_Escape)
        assert not reading.search_controller.box.panel.isVisible()
        take(reading, qtbot)
        assert [row.text for row in panel_rows(reading.search_controller.box.panel)] == [row.text for row in before]
        assert reading.ui.search_edit.text() == typed
        assert not reading.tabs.pages(SearchView)


def test_a_command_that_is_not_possible_says_why_and_is_not_done_and_no_command_leads_to_the_library(
    reading: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    first = next(row for row in ask(">undo") if row.command == "action_undo")
    assert (first.is_enabled, first.detail) == (False, "There is nothing to undo.")
    take(reading, qtbot)
    assert reading.search_controller.box.panel.isVisible()
    assert not ask(">zzqq")
    assert heads(reading) == ["No command for “zzqq”. Enter searches the library."]
    take(reading, qtbot)
    assert reading.tabs.currentWidget() is reading.search_controller.view()
    assert reading.ui.search_edit.text() == "zzqq"


def test_the_groups_stand_in_order_with_the_best_of_each_and_the_newest_revision_comes_first(
    reading: MainWindow, ask: Ask, tmp_path: Path
) -> None:
    keep_up(reading.desk)
    rows = ask("ports")
    assert heads(reading)[:2] == ["Documents", "Text"]
    found = [row for row in rows if row.sign == "¶"]
    assert len(found) == 2
    assert found[0].highlights
    later = QUIET_HOURS.replace("7001/26", "7001/1/26 REV 1").replace("notes that noise", "notes that at night noise")
    take_in(reading.desk, quiet_hours(tmp_path, name="new.txt", text=later))
    keep_up(reading.desk)
    reload_library(reading)
    text = [row.caption for row in ask("noise ports") if row.sign == "¶"]
    assert "REV 1" in text[0]


def test_a_half_typed_word_finds_the_language_of_the_window_first(
    reading: MainWindow, ask: Ask, tmp_path: Path
) -> None:
    reading.settings.save(reading_languages=["fr", "en"])
    french = f"{QUIET_HOURS_FRENCH.rstrip()}\n\n9. Portuaire, portuaires.\n\n10. Portuaire.\n"
    take_in(reading.desk, quiet_hours(tmp_path, name="fr.txt", text=french))
    keep_up(reading.desk)
    reload_library(reading)
    text = [row.text for row in ask("port") if row.sign == "¶"]
    assert text
    assert "portuaire" not in text[0].lower()
    assert "ortuaire" in "".join(row.text for row in ask("portu") if row.sign == "¶")


def test_enter_waits_for_the_answer_to_all_letters(
    reading: MainWindow, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("quiet")
    box, searcher = reading.search_controller.box, reading.desk.search
    (controller,) = reading.findChildren(FieldController)
    begun, continued, find, shown = Event(), Event(), searcher.find, list[str]()

    def find_slowly(query: TypedQuery, **options: Any) -> SearchResults:
        begun.set()
        continued.wait()
        return find(query, **options)

    monkeypatch.setattr(searcher, "find", find_slowly)
    monkeypatch.setattr(box.panel, "show_rows", lambda *_, **__: shown.append(box.query))
    type_text(reading.ui.search_edit, " h")
    qtbot.waitUntil(begun.is_set)
    controller._pause.setInterval(1_000_000)  # the answer to the first letters comes before the next is asked for
    type_text(reading.ui.search_edit, "o")
    continued.set()
    qtbot.waitUntil(lambda: bool(shown))
    settle(reading)
    assert box.is_waiting
    controller._pause.start(0)
    qtbot.waitUntil(lambda: not box.is_waiting)
    assert shown == ["quiet ho"] * 2


def test_the_last_word_is_a_prefix_while_one_types_and_complete_in_the_results(
    reading: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    keep_up(reading.desk)
    assert [row for row in ask("shi") if row.sign == "¶"]
    qtbot.keyClick(reading.ui.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    view = reading.search_controller.view()
    assert view is not None
    qtbot.waitUntil(lambda: view.results is not None)
    assert view.results is not None
    assert view.results.total == 0


def test_a_place_is_gone_to_by_its_number_and_a_document_opened_by_its_title(
    reading: MainWindow, held: DocumentId, ask: Ask, qtbot: QtBot
) -> None:
    assert ask("3")[0].text == "Go to paragraph 3"
    take(reading, qtbot)
    assert reading.current_place() == Place(held, Address("para_3"))
    close_tab(reading)
    subject = reading.desk.documents.get(held).header.subject
    assert ask(subject.lower())[0].text == dossiers.document_title(reading.desk.documents.get(held))
    take(reading, qtbot)
    assert reading.current_document() == held


def test_a_filter_is_clicked_into_the_query_and_out_of_it_and_two_lines_of_them_have_room(
    reading: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    ask("ports")
    panel = reading.search_controller.box.panel
    for query in ("ports in:text", "ports"):
        buttons = [button for button in panel.filters.widgets if isinstance(button, QPushButton)]
        next(button for button in buttons if button.text() == "Text").click()
        assert reading.ui.search_edit.text() == query
        qtbot.waitUntil(lambda: not reading.search_controller.box.is_waiting)

    panel.show_rows([PanelHead("Nothing")], [PanelFilter("A filter" * 3, bool) for _ in range(5)], more="")
    settle(reading)
    assert panel.filters.height() > 2 * max(button.height() for button in panel.filters.widgets)
    assert panel.filters.geometry().bottom() < panel.list.geometry().top()


def test_the_command_taken_last_is_suggested_first_and_again_next_time(
    reading: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    ask(">zoom in")
    take(reading, qtbot)
    assert ask("")[0].command == "action_larger"
    reading.memory.save_state()
    assert list(reading.settings.load().recent_commands) == ["action_larger"]


def test_ten_thousand_documents_are_narrowed_and_few_are_shown(reading: MainWindow, ask: Ask) -> None:
    model = reading.documents.model
    one = model.library.documents[0]
    many = [replace(one, id=DocumentId(n)) for n in range(1, 10_001)]
    model.library = replace(model.library, documents=many)
    assert 0 < len([row for row in ask(one.name) if row.opens_document]) <= 10

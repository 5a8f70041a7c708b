from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import (
    Hit,
    HitKind,
    QueryChange,
    QueryChip,
    SavedSearch,
    SearchResults,
    Sort,
    Suggestion,
    TypedQuery,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.search import facets_pane
from delegate_desk.gui.search.hit_list import HitGroup, LanguageLink, MoreResultsRow
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.display_widgets import ShortenedLabel
from support.search_steps import answer, chips, facet, hits, keep_up, model, rows, search


def test_hits_stand_under_a_head_for_their_document_with_its_marking(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    head, *found = rows(view)
    assert isinstance(head, HitGroup)
    assert (head.title, head.members) == ("Quiet hours in ports", "ST 7001/26 · EN")
    assert (head.marking, head.count, head.is_complete) == ("LIMITE", len(found), True)
    assert {hit.label for hit in found} == {"1.", "(a)", "(b)"}
    assert view.marking == "LIMITE"
    assert view.ui.count_label.text().startswith("3 paragraphs in 1 document · ")


def test_only_the_newest_query_is_answered_and_the_stale_ones_are_stopped(
    view: SearchView, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers: list[SearchResults] = []
    find = view._desk.search.find

    def slow(query: TypedQuery, **how: Any) -> SearchResults:
        asked.append(query.text)
        while query.text != "quiet hour" and not how["stopped"]():
            pass
        return find(query, **how)

    monkeypatch.setattr(view._desk.search, "find", slow)
    view.answered.connect(answers.append)
    for n in range(1, len("quiet hour") + 1):
        view.search("quiet hour"[:n])
        qtbot.wait(20)  # each keystroke comes while the search before it is running
    qtbot.waitUntil(lambda: bool(answers))
    tasks.wait()
    assert [results.query for results in answers] == ["quiet hour"]
    assert len(asked) > 1


def test_what_was_found_stays_until_the_next_answer_and_rows_that_stay_are_not_rebuilt(
    view: SearchView, qtbot: QtBot
) -> None:
    search(view, qtbot, "ship")
    lost: list[object] = []
    model(view).modelReset.connect(lambda: lost.append("all"))
    model(view).rowsRemoved.connect(lambda *_: lost.append("some"))
    search(view, qtbot, "ships")
    assert not lost
    before = rows(view)
    with qtbot.waitSignal(view.answered):
        view.search("ships berth")
        assert rows(view) == before
    assert rows(view) != before


def test_enter_opens_the_hit_chosen_and_control_enter_in_a_tab_of_its_own(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "power")
    view.enter()
    with qtbot.waitSignal(view.hits.opened) as opened:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert (opened.args[0].address, opened.args[1]) == ("para_2__point_2", False)
    with qtbot.waitSignal(view.hits.opened) as opened:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args[1] is True


def test_arrows_go_from_hit_to_hit_and_back_to_the_box_space_looks_at_one_and_escape_leaves(
    view: SearchView, qtbot: QtBot
) -> None:
    search(view, qtbot, "ships")
    view.enter()
    first = view.ui.hit_list.currentIndex().row()
    assert first == 1  # the header cannot be selected
    with qtbot.waitSignal(view.hits.preview_requested) as asked:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Space)
    assert asked.args == [hits(view)[0]]
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Escape)
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Down)
    assert view.ui.hit_list.currentIndex().row() == 2
    assert view.ui.position_label.text() == "2 of 3"
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Up)
    view.search("")
    qtbot.waitUntil(lambda: not rows(view))
    assert "lang:el" in view.ui.empty_label.text()  # an empty query says what can be typed


def test_the_next_hit_is_first_the_one_chosen_then_each_other_and_round(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    opened: list[Hit] = []
    view.hits.preview_requested.connect(opened.append)
    for _ in range(4):
        view.hits.step(1)
    assert opened[:3] == hits(view)
    assert opened[3] == opened[0]
    view.hits.step(-1)
    assert opened[-1] == opened[2]


def test_other_endings_can_be_left_out_and_are_offered_then(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, qtbot, "ship").total == 3
    with qtbot.waitSignal(view.answered) as answered:
        view.ui.ending_button.click()
    assert answered.args[0].total == 0
    assert view.ui.ending_button.text() == "exact forms"
    suggestion = next(row for row in rows(view) if isinstance(row, Suggestion) and row.change is QueryChange.STEMMING)
    with qtbot.waitSignal(view.answered):
        view.hits.suggested.emit(suggestion)
    assert view.ui.ending_button.isChecked()
    assert len(hits(view)) == 3


def test_nothing_found_offers_what_would_be_with_its_count_by_key(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships lang:el")
    assert view.ui.hit_list.isVisible()
    lead, *offered = rows(view)
    assert isinstance(lead, str)
    suggestion = next(one for one in offered if one.change is QueryChange.FILTER)
    assert suggestion.total == 3
    assert "3 results" in model(view).data(model(view).index_of_row(suggestion))
    view.enter()
    view.ui.hit_list.setCurrentIndex(model(view).index_of_row(suggestion))
    with qtbot.waitSignal(view.answered):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert view.query == "ships"
    assert len(hits(view)) == 3


def test_a_place_that_is_named_is_offered_above_the_hits_and_opened(
    view: SearchView, held: DocumentId, qtbot: QtBot
) -> None:
    search(view, qtbot, "7001/26 lang:en")
    view.enter()
    assert view.ui.hit_list.currentIndex().row() == 0
    with qtbot.waitSignal(view.hits.place_requested) as asked:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert asked.args == [Place(held, Address("")), False]


def test_a_note_is_found_once_it_is_taken_in_and_stands_apart(
    view: SearchView, desk: Desk, first: Place, qtbot: QtBot
) -> None:
    search(view, qtbot, "noise")
    note = desk.annotations.new(first, AnnotationKind.QUESTION, text="How much noise?")
    desk.annotations.save(note)
    with qtbot.waitSignal(view.index_update_requested):
        view.refresh()
    assert "not yet indexed" in view.ui.notice_label.text()
    keep_up(desk)
    with qtbot.waitSignal(view.answered):
        view.refresh()
    assert not view.ui.notice_label.isVisible()
    assert [row.title for row in rows(view) if isinstance(row, HitGroup)] == ["Quiet hours in ports", "Your notes"]
    found = rows(view)[-1]
    assert (found.kind, found.annotation) == (HitKind.ANNOTATION, note.id)
    assert "on ST 7001/26, 1" in model(view).notes_for_hit(found)


def test_what_is_chosen_and_seen_stays_where_it_is_when_the_answer_comes_again(
    view: SearchView, desk: Desk, first: Place, qtbot: QtBot
) -> None:
    view.window().resize(1240, 240)
    search(view, qtbot, "council OR conseil OR ships OR navires")
    view.enter()
    for _ in range(4):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Down)
    index = view.ui.hit_list.currentIndex()
    chosen, y = model(view).hit(index), view.ui.hit_list.visualRect(index).y()
    assert view.ui.hit_list.verticalScrollBar().value() > 0
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="Ships."))
    keep_up(desk)
    with qtbot.waitSignal(view.answered):
        view.refresh()
    index = view.ui.hit_list.currentIndex()
    assert (model(view).hit(index), view.ui.hit_list.visualRect(index).y()) == (chosen, y)


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        ({"is_partial": True}, "being rebuilt"),
        ({"pending_count": 1}, "1 recent change is not yet indexed"),
        ({"pending_count": 7}, "7 recent changes are not yet indexed"),
        ({"is_truncated": True}, "there may be more"),
        ({"was_rebuilt": True}, "missing, damaged"),
    ],
)
def test_what_an_answer_lacks_is_said_and_never_looks_like_nothing_found(
    view: SearchView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, lack: dict[str, Any], said: str
) -> None:
    answer(view, monkeypatch, lambda results: replace(results, total=0, hits=(), suggestions=(), **lack))
    search(view, qtbot, "ships")
    assert said in view.ui.notice_label.text()
    if "is_partial" in lack or "is_truncated" in lack:
        assert view.ui.count_label.text().startswith("No results so far")
        assert view.ui.empty_label.text() == "No results so far."


def test_a_search_that_fails_never_looks_like_nothing_found(
    view: SearchView, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(view, qtbot, "ships")
    before = rows(view)

    def fail(*_: object, **__: object) -> SearchResults:
        raise OSError("no disk")

    monkeypatch.setattr(view._desk.search, "find", fail)
    with qtbot.waitSignal(tasks.failed):
        view.search("power")
    assert "The search failed" in view.ui.empty_label.text()
    assert rows(view) == before


def test_more_hits_than_are_shown_can_be_asked_for(view: SearchView, qtbot: QtBot) -> None:
    view._limit = 1
    view.query = "ships"
    with qtbot.waitSignal(view.answered):
        view._run_query()
    assert rows(view)[-1] == MoreResultsRow(2)
    assert rows(view)[0].is_complete is False
    assert view.ui.count_label.text().startswith("3 results · first result shown")
    view.ui.hit_list.setCurrentIndex(model(view).index(len(rows(view)) - 1))
    with qtbot.waitSignal(view.answered):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert len(hits(view)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu grabs the keyboard
def test_the_same_place_in_another_language_is_a_link_and_in_the_menu(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "people near ports")
    hit = hits(view)[0]
    link = next(piece for piece in model(view).notes_for_hit(hit) if isinstance(piece, LanguageLink))
    assert link.language == "fr"
    listed, index = view.ui.hit_list, model(view).index_of_row(hit)
    line = listed.visualRect(index)
    painter = view.hits._delegate
    spots = (QPoint(x, y) for y in range(line.top(), line.bottom(), 4) for x in range(line.left(), line.right(), 3))
    spot = next(spot for spot in spots if painter.link_at(spot) == link)
    with qtbot.waitSignal(view.hits.linked) as linked:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert linked.args == [hit, link, False]
    listed.setCurrentIndex(index)
    qtbot.keyClick(listed, Qt.Key.Key_Menu)
    menu = next(menu for menu in listed.findChildren(QMenu) if menu.isVisible())
    with qtbot.waitSignal(view.hits.linked):
        next(action for action in menu.actions() if action.text() == "Open in French").trigger()
    menu.close()


def test_a_search_is_given_a_name_kept_as_it_stands_and_searched_again(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    with qtbot.waitSignal(view.answered):
        view.ui.sort_combo.setCurrentIndex(1)
    view.prompt_name()
    view.ui.name_edit.setText("  Our  ships ")
    with qtbot.waitSignal(view.saved) as saved:
        qtbot.keyClick(view.ui.name_edit, Qt.Key.Key_Return)
    assert saved.args[0] == SavedSearch("Our ships", "ships", Sort.DATE, stemming=True)
    assert not view.ui.name_edit.isVisible()
    view.prompt_name()
    qtbot.keyClick(view.ui.name_edit, Qt.Key.Key_Escape)
    assert not view.ui.name_edit.isVisible()
    assert search(view, qtbot, "shi*").total == 3
    assert search(view, qtbot, "shi").total == 0  # the last word is complete, and is kept so
    view.prompt_name()
    assert view.ui.name_edit.text() == "“shi”"
    assert view.ui.name_edit.hasFocus()
    with qtbot.waitSignal(view.answered) as answered:
        view.search_saved(SavedSearch("x", "ship", Sort.DATE, stemming=False))
    assert answered.args[0].total == 0
    assert view.ui.sort_combo.currentIndex() == 1
    assert view.typed_query.stemming is False


def test_the_results_are_drawn_in_both_themes(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships OR navires")
    for choice in ("light", "dark"):
        theme.choose(choice)
        picture = view.grab().toImage()
        hit = theme.color("hit").rgb()
        dots = (picture.pixel(x, y) for y in range(0, picture.height(), 3) for x in range(0, picture.width(), 3))
        assert any(dot == hit for dot in dots)


def test_a_long_line_gives_way_and_shows_all_under_the_mouse(qtbot: QtBot) -> None:
    label = ShortenedLabel()
    qtbot.addWidget(label)
    label.setText("Draft Council conclusions on quieter ports at night")
    label.show()
    assert label.minimumSizeHint().width() < 30
    label.resize(100, 20)
    assert label.toolTip() == label.text()
    label.setToolTip("Why so")
    assert label.toolTip() == f"{label.text()}\nWhy so"
    label.resize(label.sizeHint())
    assert label.toolTip() == "Why so"
    label.setStyleSheet("color: #ff0000; background: #ffffff")
    label.setText("████████")
    label.resize(200, 30)
    image = label.grab().toImage()
    colours = {image.pixelColor(x, 15).name() for x in range(60)}
    assert "#ff0000" in colours


def test_values_of_a_facet_are_chosen_together_and_taken_back(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports")
    assert {row.value for row in view.facets.rows() if row.facet == "language"} == {"en", "fr"}
    counts = {value: facet(view, value).count for value in ("en", "fr")}
    with qtbot.waitSignals([view.query_changed, view.answered]):
        qtbot.keyClick(facet(view, "fr"), Qt.Key.Key_Return)
    assert {hit.language for hit in hits(view)} == {"fr"}
    assert facet(view, "fr").isChecked()
    assert {value: facet(view, value).count for value in ("en", "fr")} == counts  # the results of the other
    with qtbot.waitSignal(view.answered):
        qtbot.mouseClick(facet(view, "en"), Qt.MouseButton.LeftButton)
    assert {hit.language for hit in hits(view)} == {"en", "fr"}
    for value in ("fr", "en"):
        with qtbot.waitSignal(view.answered):
            qtbot.mouseClick(facet(view, value), Qt.MouseButton.LeftButton)
    assert view.query == "ports"


def test_switches_stay_the_same_under_the_mouse_while_one_narrows_and_with_their_count_of_none(
    view: SearchView, qtbot: QtBot
) -> None:
    search(view, qtbot, "ports")
    before = [(row, row.y()) for row in view.facets.rows()]
    with qtbot.waitSignal(view.answered):
        qtbot.mouseClick(facet(view, "fr"), Qt.MouseButton.LeftButton)
    assert [(row, row.y()) for row in view.facets.rows()] == before
    search(view, qtbot, "berth lang:fr")
    assert (facet(view, "fr").count, facet(view, "fr").isChecked()) == (0, True)


def test_checked_values_are_on_top_once_another_search_is_made_and_all_are_cleared_at_once(
    view: SearchView, qtbot: QtBot
) -> None:
    search(view, qtbot, "ports")
    assert not view.facets.clear_button.isVisible()
    search(view, qtbot, "ports lang:fr kind:paragraph -marking:public")
    assert [row.value for row in view.facets.rows() if row.facet == "language"] == ["fr", "en"]
    with qtbot.waitSignal(view.answered):
        view.facets.clear_button.click()
    assert view.query == "ports -marking:public"


def test_the_keys_go_to_the_facets_along_them_and_back(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports")
    with qtbot.waitSignal(view.side_pane_requested):
        view.switch_side()
    first, second, *_ = view.facets.rows()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.facets.left):
        qtbot.keyClick(first, Qt.Key.Key_Escape)


def test_each_part_of_the_query_is_a_chip_that_takes_it_out_and_is_reached_by_arrows(
    view: SearchView, qtbot: QtBot
) -> None:
    for key in [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space]:
        search(view, qtbot, "ports lang:fr marking:limite")
        assert len(chips(view)) == 3, key
        assert chips(view)[1].text() == "in French ×", key
        assert chips(view)[1].accessibleName() == "Remove in French", key
        chips(view)[1].setFocus()
        with qtbot.waitSignal(view.answered):
            qtbot.keyClick(chips(view)[1], key)
        assert view.query == "ports marking:limite", key
        assert chips(view)[1].hasFocus(), key  # its replacement
    search(view, qtbot, "ports lang:fr")
    first, second = chips(view)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(first, Qt.Key.Key_Left)

    search(view, qtbot, "langg:el ships")  # a misspelt field is text, and is said
    assert view.ui.understood_label.isVisible()
    assert "langg" in view.ui.understood_label.text()


@pytest.mark.parametrize(
    ("facet", "value", "written"),
    [
        ("language", "el", ("lang", "el")),
        ("year", "2019", ("year", "2019")),
        ("year", "none", ("year", "none")),
        ("document_type", "note", ("type", "note")),
        ("code", "ENFOPOL", ("code", "ENFOPOL")),
        ("dossier", "2022/0155(COD)", ("file", "2022/0155(COD)")),
        ("marking", "LIMITE", ("marking", "limite")),
        ("kind", "annotation", ("in", "notes")),
        ("kind", "question", ("kind", "question")),
    ],
)
def test_each_value_of_a_facet_has_its_field(facet: str, value: str, written: tuple[str, str]) -> None:
    assert facets_pane.filter_for_facet(facet, value) == written
    assert facets_pane.chosen_values([QueryChip("", 0, 1, written[0], (written[1],))], facet) == (value,)


def test_what_is_excluded_or_is_of_another_field_is_not_chosen() -> None:
    chips = [
        QueryChip("", 0, 1, "lang", ("el", "fr")),
        QueryChip("", 2, 3, "lang", ("en",), is_excluded=True),
        QueryChip("", 4, 5, "tag", ("bg",)),
        QueryChip("", 6, 7),
    ]
    assert facets_pane.chosen_values(chips, "language") == ("el", "fr")


def test_a_digit_that_is_no_number_names_no_recent_search(window: MainWindow) -> None:
    window.search_controller.recent = ["quiet", "noise", "ships"]
    assert [window.search_controller.numbered_query(number) for number in ("2", "²", "3", "")] == ["ships", "", "", ""]

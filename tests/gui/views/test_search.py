from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.core.documents import DocumentId, Place
from delegate_desk.core.search import Hit, HitKind, Results
from delegate_desk.desk import Desk
from delegate_desk.gui.models.hits import Group, HitsModel, More
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.search import SearchView


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, french: DocumentId, qtbot: QtBot) -> SearchView:
    made = SearchView(desk, tasks)
    qtbot.addWidget(made)
    qtbot.addWidget(made.facets)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def search(view: SearchView, qtbot: QtBot, text: str, *, typing: bool = False) -> Results:
    with qtbot.waitSignal(view.answered) as answered:
        view.search(text, typing=typing)
    results: Results = answered.args[0]
    return results


def model(view: SearchView) -> HitsModel:
    found = view.ui.hit_list.model()
    assert isinstance(found, HitsModel)
    return found


def rows(view: SearchView) -> list[Any]:
    return [model(view).row(model(view).index(n)) for n in range(model(view).rowCount())]


def test_hits_stand_under_a_head_for_their_document_with_its_marking(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    head, *hits = rows(view)
    assert head == Group("ST 7001/26", "Draft conclusions on quiet hours in ports", "LIMITE", len(hits))
    assert {hit.label for hit in hits} == {"1.", "(a)", "(b)"}
    assert view.marking == "LIMITE"
    assert view.ui.count_label.text().startswith("3 paragraphs in 1 document · ")


def test_the_last_word_is_a_prefix_while_one_types(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, qtbot, "shi", typing=True).total == 3
    assert search(view, qtbot, "shi").total == 0


def test_only_the_newest_query_is_answered(view: SearchView, tasks: Tasks, qtbot: QtBot) -> None:
    answers: list[Results] = []
    view.answered.connect(answers.append)
    for n in range(1, len("power") + 1):
        view.search("power"[:n])
    qtbot.waitUntil(lambda: bool(answers))
    tasks.wait()
    assert [results.query for results in answers] == ["power"]


def test_what_was_found_stays_until_the_next_answer(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    before = rows(view)
    with qtbot.waitSignal(view.answered):
        view.search("ships berth")
        assert rows(view) == before
    assert rows(view) != before


def test_enter_opens_the_hit_chosen_and_control_enter_in_a_tab_of_its_own(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "power")
    view.enter()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert (opened.args[0].address, opened.args[1]) == ("para_2__point_2", False)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args[1] is True


def test_enter_in_the_box_waits_for_the_answer(view: SearchView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        view.search("power")
        view.open_current()
    assert opened.args[0].address == "para_2__point_2"


def test_arrows_go_from_hit_to_hit_and_up_from_the_first_back_to_the_box(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    view.enter()
    first = view.ui.hit_list.currentIndex().row()
    assert first == 1  # the head cannot be chosen
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Down)
    assert view.ui.hit_list.currentIndex().row() == 2
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Up)


def test_every_hit_can_be_stepped_through_and_round(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    opened: list[Hit] = []
    view.opened.connect(lambda hit, _: opened.append(hit))
    for _ in range(3):
        view.step(1)
    assert len({hit.address for hit in opened}) == 3
    view.step(-1)
    assert opened[-1] == opened[-3]


def test_a_facet_narrows_the_query_and_widens_it_again(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports")
    assert {row.value for row in view.facets.rows() if row.facet == "language"} == {"en", "fr"}
    french = next(row for row in view.facets.rows() if row.value == "fr")
    with qtbot.waitSignals([view.query_changed, view.answered]):
        qtbot.keyClick(french, Qt.Key.Key_Return)
    assert view.query == "ports lang:fr"
    assert {hit.language for _, hit in model(view).hits()} == {"fr"}
    on = next(row for row in view.facets.rows() if row.value == "fr")
    assert on.isChecked()
    with qtbot.waitSignal(view.answered):
        qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert view.query == "ports"


def test_each_filter_is_a_chip_that_takes_it_out(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports lang:fr marking:limite")
    chips = [chip for chip in view.findChildren(QPushButton) if chip.text().endswith("×")]
    assert [chip.text() for chip in chips] == ["lang:fr ×", "marking:limite ×"]
    with qtbot.waitSignal(view.answered):
        qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert view.query == "ports marking:limite"


def test_other_endings_can_be_left_out(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, qtbot, "ship").total == 3
    with qtbot.waitSignal(view.answered) as answered:
        view.ui.ending_button.click()
    assert answered.args[0].total == 0


def test_nothing_found_says_what_to_try_and_does_it(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ships lang:el")
    assert not view.ui.hit_list.isVisible()
    assert view.ui.empty_label.isVisible()
    assert "leave out the filter lang:el" in view.ui.empty_label.text()
    with qtbot.waitSignal(view.answered) as answered:
        view.ui.empty_label.linkActivated.emit("filter 0")
    assert view.query == "ships"
    assert answered.args[0].total == 3
    assert view.ui.hit_list.isVisible()


def test_a_query_that_is_empty_says_what_can_be_typed(view: SearchView, tasks: Tasks, qtbot: QtBot) -> None:
    search(view, qtbot, "ships")
    view.search("")
    qtbot.waitUntil(lambda: not rows(view))
    assert "lang:el" in view.ui.empty_label.text()


def test_a_note_written_meanwhile_is_found_and_stands_apart(
    view: SearchView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    search(view, qtbot, "noise")
    note = desk.annotations.new(first, AnnotationKind.QUESTION, text="How much noise?")
    with qtbot.waitSignal(view.answered):
        tasks.write(lambda: desk.annotations.save(note))
    assert [row.title for row in rows(view) if isinstance(row, Group)] == ["ST 7001/26", "Your notes"]
    found = rows(view)[-1]
    assert (found.kind, found.annotation) == (HitKind.ANNOTATION, note.id)
    assert "on ST 7001/26, 1" in model(view).aside(found)


def test_the_hit_chosen_stays_chosen_when_the_answer_comes_again(
    view: SearchView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    search(view, qtbot, "ships")
    view.enter()
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Down)
    chosen = model(view).hit(view.ui.hit_list.currentIndex())
    with qtbot.waitSignal(view.answered):
        tasks.write(lambda: desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="ships")))
    assert model(view).hit(view.ui.hit_list.currentIndex()) == chosen


def test_an_index_made_anew_is_said_even_by_an_answer_that_came_too_late(
    view: SearchView, desk: Desk, qtbot: QtBot
) -> None:
    search(view, qtbot, "ships")
    view.search("")
    qtbot.waitUntil(lambda: view.results is None)
    search(view, qtbot, "ships")
    assert not view.ui.rebuilt_label.isVisible()
    view._query = "power"
    with qtbot.waitSignal(view.answered):
        view._answer(replace(desk.search.find("ships"), rebuilt=True))
    assert view.ui.rebuilt_label.isVisible()


def test_a_search_that_fails_never_looks_like_nothing_found(
    view: SearchView, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(view, qtbot, "ships")
    before = rows(view)

    def fail(*_: object, **__: object) -> Results:
        raise OSError("no disk")

    monkeypatch.setattr(view._desk.search, "find", fail)
    with qtbot.waitSignal(tasks.failed):
        view.search("power")
    assert "could not be run" in view.ui.empty_label.text()
    assert rows(view) == before


def test_more_hits_than_are_shown_can_be_asked_for(view: SearchView, qtbot: QtBot) -> None:
    view._limit = 1
    search_text = "ships"
    with qtbot.waitSignal(view.answered):
        view._query = search_text
        view._ask_again()
    assert rows(view)[-1] == More(2)
    view.ui.hit_list.setCurrentIndex(model(view).index(len(rows(view)) - 1))
    with qtbot.waitSignal(view.answered):
        qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    assert len(model(view).hits()) == 3


def test_the_results_are_drawn_in_both_themes(view: SearchView, qtbot: QtBot) -> None:
    from delegate_desk.gui import theme

    search(view, qtbot, "ships OR navires")
    for choice in ("light", "dark"):
        theme.choose(choice)
        picture = view.grab().toImage()
        hit = theme.color("hit").rgb()
        dots = (picture.pixel(x, y) for y in range(0, picture.height(), 3) for x in range(0, picture.width(), 3))
        assert any(dot == hit for dot in dots)

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.search import QueryChip
from delegate_desk.gui.search import facets_pane
from delegate_desk.gui.search.search_view import SearchView
from support.search_steps import chips, facet, hits, search


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


def test_a_value_that_is_chosen_stays_with_its_count_of_none(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "berth lang:fr")
    assert (facet(view, "fr").count, facet(view, "fr").isChecked()) == (0, True)


def test_switches_stay_the_same_under_the_mouse_while_one_narrows(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports")
    before = [(row, row.y()) for row in view.facets.rows()]
    with qtbot.waitSignal(view.answered):
        qtbot.mouseClick(facet(view, "fr"), Qt.MouseButton.LeftButton)
    assert [(row, row.y()) for row in view.facets.rows()] == before


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


def test_each_part_of_the_query_is_a_chip_that_takes_it_out(view: SearchView, qtbot: QtBot) -> None:
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


def test_the_arrows_go_along_the_chips(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "ports lang:fr")
    first, second = chips(view)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(first, Qt.Key.Key_Left)


def test_a_misspelt_field_is_text_and_said(view: SearchView, qtbot: QtBot) -> None:
    search(view, qtbot, "langg:el ships")
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

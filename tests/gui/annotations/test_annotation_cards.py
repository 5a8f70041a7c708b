"""Beside a paragraph stands our own position on it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.gui.annotations.annotation_cards import OwnPositionBox, OwnPositionCard
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from support.annotated_revision import AT_NIGHT, Noted
from support.main_windows import settle

ONE = Address("para_1")
FULL = PositionEntry(ONE, Stance.SUPPORT_IF, AT_NIGHT, "People have to sleep.", internal="Five hours would do.")


def ours(window: MainWindow) -> OwnPositionBox:
    return window.annotations.own_position


def card(window: MainWindow) -> OwnPositionCard:
    found = ours(window).card
    assert found is not None
    return found


def words(window: MainWindow) -> str:
    """All that is read in the section."""
    return "\n".join(one.text() for one in ours(window).findChildren(QLabel))


@pytest.fixture
def at_one(paper: Noted, window: MainWindow) -> MainWindow:
    paper.desk.positions.set_item(paper.old, FULL)
    window.open_document(paper.old, ONE)
    settle(window)
    return window


def test_stance_drafting_comment_and_what_is_internal_are_there(at_one: MainWindow) -> None:
    said = words(at_one)
    for part in ("± Support if amended", "People have to sleep.", "Five hours would do.", "draft 1"):
        assert part in said
    assert "Internal – never exported for circulation" in said
    assert "we add “, in particular at night”" in card(at_one).drafting.accessibleName()
    assert card(at_one).isVisible()
    assert ours(at_one).y() < at_one.annotations.ui.empty_label.y()
    assert "Support if amended" in card(at_one).accessibleName()


def test_it_follows_the_paragraph_and_says_where_there_is_none(at_one: MainWindow) -> None:
    reader = at_one.tabs.current_reader()
    assert reader is not None
    reader.go_to("para_4")
    settle(at_one)
    assert ours(at_one).card is None
    assert "None yet: Ctrl+D drafts one." in words(at_one)
    assert "People have to sleep." not in words(at_one)
    reader.go_to("para_1")
    settle(at_one)
    assert "People have to sleep." in words(at_one)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (replace(FULL, comment="They sleep badly."), "They sleep badly."),
        (replace(FULL, stance=Stance.OPPOSE), "− Oppose"),
        (PositionEntry(ONE, red_line="No ferries."), "Red line: No ferries."),
        (PositionEntry(ONE, fallbacks=("Four.", "Three.")), "Fallbacks: Four. / Three."),
        (PositionEntry(ONE, justification="A study of 2024."), "A study of 2024."),
    ],
)
def test_it_changes_with_the_position(at_one: MainWindow, paper: Noted, item: PositionEntry, said: str) -> None:
    at_one.tasks.write(lambda: paper.desk.positions.set_item(paper.old, item))
    settle(at_one)
    assert said in words(at_one)


def test_it_goes_with_the_position(at_one: MainWindow, paper: Noted) -> None:
    at_one.tasks.write(lambda: paper.desk.positions.remove_item(paper.old, ONE))
    settle(at_one)
    assert ours(at_one).card is None


def test_a_provision_that_is_to_go_is_struck(at_one: MainWindow, paper: Noted) -> None:
    at_one.tasks.write(lambda: paper.desk.positions.set_item(paper.old, PositionEntry(ONE, proposal="")))
    settle(at_one)
    assert card(at_one).drafting.accessibleName().startswith("we delete “The Council notes")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_position_there(at_one: MainWindow, paper: Noted, qtbot: QtBot, key: Qt.Key) -> None:
    card(at_one).setFocus()
    qtbot.keyClick(card(at_one), key)
    settle(at_one)
    view = at_one.tabs.currentWidget()
    assert isinstance(view, PositionsView)
    assert view.place == Place(paper.old, ONE)


def test_what_was_carried_over_is_shown_with_where_it_comes_from(paper: Noted, window: MainWindow) -> None:
    new: DocumentId = paper.carry()
    window.open_document(new, ONE)
    settle(window)
    assert "from ST 7001/26, paragraph 1" in words(window)
    assert "People have to sleep." in words(window)


def test_it_is_as_high_as_its_lines_in_a_narrow_column(at_one: MainWindow) -> None:
    for look in ("dark", "contrast", "light"):
        theme.apply_choices(look, "comfortable", still=False)
        drafting = card(at_one).drafting
        assert drafting.height() >= drafting.heightForWidth(drafting.width())

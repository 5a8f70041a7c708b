"""What was noted in the text is seen while one drafts on it, and a stance is taken from it by one press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.positions.position_side_pane import OwnNoteCard
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle

ONE, THREE = Address("para_1"), Address("para_3")


def note(window: MainWindow, held: DocumentId, kind: AnnotationKind, text: str, **more: object) -> None:
    annotations = window.desk.annotations
    made = annotations.new(Place(held, ONE), kind, text=text, **more)  # type: ignore[arg-type]  # as ``new`` takes them
    window.tasks.write(lambda: annotations.save(made))
    settle(window)


@pytest.fixture
def view(reading: MainWindow, held: DocumentId) -> PositionsView:
    """The position on the short paper, its first paragraph at hand, on which a red line is noted."""
    reading.desk.positions.set_delegation("EL")
    note(reading, held, AnnotationKind.RED_LINE, "Not below two hours.", tags=["ports"])
    reading.open_position(held, ONE)
    settle(reading)
    found = reading.position_controller.current_view()
    assert found is not None
    return found


def words(card: OwnNoteCard) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.text()]


def test_what_is_noted_on_a_paragraph_is_seen_while_one_drafts_on_it(view: PositionsView, reading: MainWindow) -> None:
    box = view.side.own_notes
    assert box.isVisible()
    assert box.y() < view.side.other_proposals.y()
    assert [words(card) for card in box.cards] == [["Red line", "Not below two hours.", "ports"]]
    view.draft(THREE)
    settle(reading)
    assert not box.isVisible()
    view.draft(ONE)
    settle(reading)
    assert box.isVisible()


def test_what_is_noted_meanwhile_is_seen_at_once(view: PositionsView, reading: MainWindow, held: DocumentId) -> None:
    note(reading, held, AnnotationKind.NOTE, "Ask the ministry.")
    assert [words(card)[0] for card in view.side.own_notes.cards] == ["Red line", "Note"]


def test_enter_opens_it_at_its_place(view: PositionsView, reading: MainWindow, qtbot: QtBot) -> None:
    view.side.setFocus()
    [card] = view.side.own_notes.cards
    assert reading.focusWidget() is card
    qtbot.keyClick(card, Qt.Key.Key_Return)
    settle(reading)
    assert isinstance(reading.tabs.currentWidget(), ReaderView)
    assert reading.current_place() == Place(view.document, ONE)
    focus = reading.focusWidget()
    assert focus is not None
    assert reading.paragraph_file.isAncestorOf(focus)


def test_a_click_opens_it_at_its_place(view: PositionsView, reading: MainWindow, qtbot: QtBot) -> None:
    [card] = view.side.own_notes.cards
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    settle(reading)
    assert reading.current_place() == Place(view.document, ONE)


def test_esc_goes_back_to_the_position(view: PositionsView, reading: MainWindow, qtbot: QtBot) -> None:
    view.side.setFocus()
    qtbot.keyClick(view.side.own_notes.cards[0], Qt.Key.Key_Escape)
    assert reading.focusWidget() is view


def test_the_stance_it_means_is_taken_by_a_press_and_never_by_itself(
    view: PositionsView, reading: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    provision = view.current_provision
    button = view.side.own_notes.cards[0].stance_button
    assert provision is not None
    assert button is not None
    assert button.text() == "Red line (from note)"
    assert reading.desk.positions.get(held).entry_at(ONE).stance is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(reading)
    assert reading.desk.positions.get(held).entry_at(ONE).stance is Stance.RED_LINE
    assert provision.item.stance is Stance.RED_LINE
    assert provision.wording_edit.hasFocus()
    assert [card.stance_button for card in view.side.own_notes.cards] == [None]
    reading.tasks.write(reading.desk.history.undo)
    settle(reading)
    assert reading.desk.positions.get(held).entry_at(ONE).stance is None
    assert view.side.own_notes.cards[0].stance_button is not None


def test_a_reservation_that_another_holds_is_not_offered_as_ours(
    view: PositionsView, reading: MainWindow, held: DocumentId
) -> None:
    note(reading, held, AnnotationKind.SCRUTINY_RESERVATION, "", holder="DE")
    card = view.side.own_notes.cards[-1]
    assert words(card) == ["Scrutiny reservation · DE"]
    assert card.stance_button is None


def test_each_stance_is_offered_once(view: PositionsView, reading: MainWindow, held: DocumentId) -> None:
    note(reading, held, AnnotationKind.RED_LINE, "Nor above six.")
    note(reading, held, AnnotationKind.SUPPORT, "The aim.")
    said = [card.stance_button.text() if card.stance_button else "" for card in view.side.own_notes.cards]
    assert said == ["Red line (from note)", "", "Support (from note)"]


def test_tab_goes_from_card_to_card_and_to_its_offer(
    view: PositionsView, reading: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    note(reading, held, AnnotationKind.NOTE, "Ask the ministry.")
    first, second = view.side.own_notes.cards
    first.setFocus()
    for stop in (first.stance_button, second):
        qtbot.keyClick(reading.focusWidget(), Qt.Key.Key_Tab)
        assert reading.focusWidget() is stop

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import note_text, quiet_hours, take_in
from support.main_windows import current_reader, run_action, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen there are no menus that grab keys
NAMING = note_text(
    "7002/26",
    """1. The Council recalls document 7001/26.

2. The Council invites the Member States to keep quiet hours.

3. The Council will look at the hours referred to in paragraph 2 and at document 7001/26 again.""",
    date="4 May 2026",
)


@pytest.fixture
def naming(window: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path) -> MainWindow:
    file = quiet_hours(tmp_path, name="naming.txt", text=NAMING)
    window.open_document(take_in(desk, file))
    settle(window)
    return window


def here(window: MainWindow) -> tuple[str, str]:
    reader = current_reader(window)
    held, place = reader.library_document(), reader.place()
    assert held is not None
    assert place is not None
    return held.name, place.address


def at(window: MainWindow, address: str) -> None:
    current_reader(window).go_to(address)
    settle(window)


def test_a_key_follows_the_reference_of_the_paragraph_and_back_is_where_one_was(naming: MainWindow) -> None:
    at(naming, "para_1")
    run_action(naming, naming.ui.action_reference)
    assert here(naming)[0] == "ST 7001/26"
    run_action(naming, naming.ui.action_back)
    assert here(naming) == ("ST 7002/26", "para_1")


def test_of_several_references_one_is_chosen(naming: MainWindow) -> None:
    at(naming, "para_3")
    run_action(naming, naming.ui.action_reference)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Paragraph 2", "ST 7001/26"]
    menu.actions()[0].trigger()
    menu.close()
    settle(naming)
    assert here(naming) == ("ST 7002/26", "para_2")


def test_a_paragraph_without_references_says_so(naming: MainWindow) -> None:
    at(naming, "para_2")
    run_action(naming, naming.ui.action_reference)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["No reference in this paragraph"]
    menu.close()


def test_words_that_lead_somewhere_are_shown_under_the_mouse_and_followed_with_ctrl(naming: MainWindow) -> None:
    at(naming, "para_1")
    reader = current_reader(naming)
    paper = reader.paper
    start = paper.paragraphs.typeset_text(paper.current_row()).text.index("7001/26")
    point = QPointF(paper.box_for_span(paper.current_row(), start, start + 7).center())

    def mouse(kind: QEvent.Type, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        event = QMouseEvent(kind, point, paper.viewport().mapToGlobal(point), button, Qt.MouseButton.NoButton, keys)
        QApplication.sendEvent(paper.viewport(), event)
        settle(naming)

    for _ in range(2):  # the first asks for the target of the words
        mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    assert paper.link is not None
    naming.grab()
    mouse(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert here(naming)[0] == "ST 7001/26"


def test_the_right_column_leads_to_places_that_the_words_name(naming: MainWindow) -> None:
    at(naming, "para_3")
    texts = [label.text() for label in naming.paragraph_file.references.findChildren(QLabel)]
    assert any("para_2" in text and "Paragraph 2" in text for text in texts)
    assert any("ST 7001/26" in text for text in texts)

"""A position is never painted in part, and work in a page continues while the theme changes."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.gui.positions import provision_list
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from support.annotated_revision import Noted
from support.main_windows import in_front, settle, show_document
from support.present import present

LONG = "Ports name somebody who answers, and nobody has to ask twice. " * 12


class Painted(QObject):
    """Observes each paint of a position: misplaced parts at that moment."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.paints = 0
        self.faults: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self._window.tabs.currentWidget()
        if event.type() == QEvent.Type.Paint and isinstance(view, PositionsView) and view.isAncestorOf(watched):  # type: ignore[arg-type]
            self.paints += 1
            self._look(view)
        return False

    def _look(self, view: PositionsView) -> None:
        if view.drafting is None:
            self.faults.append("nothing is known yet")
        provisions = view.provisions
        for one, after in pairwise(provisions):
            if one.geometry().intersects(after.geometry()):
                self.faults.append(f"{one.item.address} lies on {after.item.address}")
        for one in provisions:
            layout = present(one.layout())
            needed = layout.heightForWidth(one.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
            if one.height() < needed:
                self.faults.append(f"{one.item.address} has {one.height()} of {needed}")


@pytest.fixture
def drafted(paper: Noted) -> Noted:
    """The document with long drafts on eight of its paragraphs."""
    for n in range(1, 9):
        item = PositionEntry(Address(f"para_{n}"), Stance.SUPPORT_IF, LONG, LONG, internal=LONG)
        paper.desk.positions.set_item(paper.old, item)
    return paper


@pytest.mark.parametrize("address", [None, "para_1", "para_8", "para_9"])
def test_a_position_is_never_painted_before_all_has_its_place(
    drafted: Noted, window: MainWindow, qtbot: QtBot, address: str | None
) -> None:
    show_document(window, drafted.old, Address("para_3"))
    painted = Painted(window)
    application = present(QApplication.instance())
    application.installEventFilter(painted)
    window.open_position(drafted.old, Address(address) if address else None)
    view = in_front(window, PositionsView)
    qtbot.waitUntil(lambda: len(view.provisions) >= 8 and painted.paints > 0)
    settle(window)
    application.removeEventFilter(painted)
    assert painted.faults == []
    assert view.updatesEnabled()
    if address:
        assert view.current_provision is not None
        assert view.current_provision.wording_edit.hasFocus()
        top = view.current_provision.mapTo(view, view.current_provision.rect().topLeft()).y()
        assert -view.current_provision.height() < top < view.height()


@pytest.mark.parametrize("address", [None, "para_9"])
def test_the_first_paint_of_short_provisions_fills_the_pane(
    paper: Noted, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    for n in range(1, 10):
        paper.desk.positions.set_item(paper.old, PositionEntry(Address(f"para_{n}"), Stance.SUPPORT))
    show_document(window, paper.old, Address("para_3"))
    monkeypatch.setattr(provision_list, "_REST", 100_000)  # nothing is added after the first paint
    window.open_position(paper.old, Address(address) if address else None)
    view = in_front(window, PositionsView)
    qtbot.waitUntil(lambda: view.drafting is not None)
    settle(window)
    area = view.ui.position_area.viewport()
    last = view.provisions[-1]
    shown = [card for card in view.provisions if not card.visibleRegion().isEmpty()]
    assert len(view.provisions) == 9 or last.mapTo(area, last.rect().bottomLeft()).y() >= area.height()
    assert [card.item.address for card in shown] == [
        f"para_{n}" for n in range(int(shown[0].item.address[5:]), int(shown[-1].item.address[5:]) + 1)
    ]


THEMES = ("dark", "contrast", "light")


def test_a_change_of_theme_takes_nothing_from_who_drafts(drafted: Noted, window: MainWindow, qtbot: QtBot) -> None:
    window.open_position(drafted.old, Address("para_5"))
    view = in_front(window, PositionsView)
    provision = present(view.current_provision)
    edit = provision.wording_edit
    for theme_name in THEMES:
        qtbot.keyClicks(edit, "before ")
        at = edit.textCursor().position()
        seen = view.ui.position_area.verticalScrollBar().value()
        words = f"while it is {theme_name}"
        for n, character in enumerate(words):
            if n == 5:
                theme.choose(theme_name)
            focused = QApplication.focusWidget()
            assert focused is edit
            qtbot.keyClicks(focused, character)
        assert edit.textCursor().position() == at + len(words)
        assert f"before {words}" in edit.proposal
        assert view.current_provision is provision
        settle(window)
        assert QApplication.focusWidget() is edit
        assert abs(view.ui.position_area.verticalScrollBar().value() - seen) < 60


PAGES = ("text", "find", "filter", "note", "search", "comparison", "what changed", "meeting")


def test_a_change_of_theme_leaves_the_keys_where_they_are(drafted: Noted, window: MainWindow, qtbot: QtBot) -> None:
    new = drafted.carry()
    for page in PAGES:
        theme.choose("light")
        show_document(window, drafted.old, Address("para_5"))
        show(window, page, drafted.old, new)
        settle(window)
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        place = window.current_place()
        types = hasattr(focused, "toPlainText") or isinstance(focused, QLineEdit)
        if types:
            qtbot.keyClicks(focused, "abc")
        for name in THEMES:
            theme.choose(name)
            assert QApplication.focusWidget() is focused, (page, name)
            if types:
                qtbot.keyClicks(focused, "d")
            settle(window)
            assert QApplication.focusWidget() is focused, (page, name)
            assert page in ("find", "search") or window.current_place() == place
        if types:
            text = focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()  # type: ignore[attr-defined]
            assert text.endswith("abcddd")
        qtbot.keyClick(focused, Qt.Key.Key_Escape)


def show(window: MainWindow, page: str, old: DocumentId, new: DocumentId) -> None:
    """Show a page, with the keyboard focus."""
    reader = present(window.tabs.current_reader())
    if page == "find":
        reader.find_bar.open()
    elif page == "filter":
        window.documents.ui.filter_edit.setFocus()
    elif page == "note":
        window.ui.action_annotate_note.trigger()
    elif page == "search":
        window.ui.search_edit.setFocus()
    elif page == "comparison":
        window.comparison_controller.open(old, new)
    elif page == "what changed":
        window.revision_controller.open_page((old, new)).setFocus()
    elif page == "meeting":
        (meeting,) = window.desk.meetings.all()
        window.meeting_mode.open(meeting.id)


def test_a_card_that_is_rebuilt_in_another_theme_keeps_the_keys(drafted: Noted, window: MainWindow) -> None:
    window.open_position(drafted.old, Address("para_3"))
    settle(window)
    assert isinstance(window.tabs.currentWidget(), PositionsView)
    for theme_name in THEMES:
        card = adopt(window)
        card.setFocus()
        theme.choose(theme_name)
        now = adopt(window)
        assert now is not card
        assert QApplication.focusWidget() is now


def adopt(window: MainWindow) -> QPushButton:
    (card,) = [one for one in window.paragraph_file.others.findChildren(QPushButton) if one.text() == "Adopt"]
    return card

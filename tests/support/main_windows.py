"""A real window on a real library, for tests of what a delegate sees."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.safety.safety_controllers import FaultReporter
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow
from delegate_desk.gui.widgets.rows.change_list_view import ChangeList, ChangeListView

P = TypeVar("P", bound=QWidget)


def open_window(desk: Desk, settings_file: Path, qtbot: QtBot | None = None) -> MainWindow:
    """Show a window of the usual size on a library; bugs of the program fail the test.

    Args:
        desk: The library.
        settings_file: The settings of the window.
        qtbot: Closes the window at the end of the test, if it is given.
    """
    reporter = FaultReporter()
    reporter.report = _rise  # type: ignore[method-assign]  # nobody is there to read a report
    window = MainWindow(desk, Tasks(), reporter, settings_file)
    reporter.setParent(window)
    if qtbot is not None:
        qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    QApplication.processEvents()  # data read then is requested after the first paint
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Wait until everything requested is shown."""
    for _ in range(3):
        window.tasks.wait()
        QApplication.processEvents()


def show_document(window: MainWindow, document: DocumentId, address: Address | None = None) -> None:
    """Open a document, with all that follows."""
    window.open_document(document, address)
    settle(window)


def run_action(window: MainWindow, action: QAction) -> None:
    """Run a command, with all that follows."""
    action.trigger()
    settle(window)


def save(window: MainWindow, job: Callable[[], Changes]) -> None:
    """Write to the library as the window does, with all that follows."""
    window.tasks.write(job)
    settle(window)


def reload_library(window: MainWindow) -> None:
    """Let the list of documents show what was imported without the window."""
    window.documents.reload()
    settle(window)


def open_position(window: MainWindow, document: DocumentId, address: Address | None = None) -> PositionsView:
    """Open our position on a document."""
    window.open_position(document, address)
    return in_front(window, PositionsView)


def modal(kind: type[P]) -> P:
    """The modal dialog that is shown; it is of a class."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def popup() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def click(window: MainWindow, button: QAbstractButton) -> None:
    """Press a button, and wait for its effect."""
    button.click()
    settle(window)


def settled(window: MainWindow, view: P) -> P:
    """A view that was just opened, once everything is shown."""
    settle(window)
    return view


def open_dialog(window: MainWindow, action: QAction, kind: type[P]) -> P:
    """Run a command that opens a dialog."""
    run_action(window, action)
    (dialog,) = window.findChildren(kind)
    return dialog


def in_front(window: MainWindow, kind: type[P]) -> P:
    """The page in front, once everything is shown; it is of a class."""
    settle(window)
    page = window.tabs.currentWidget()
    assert isinstance(page, kind)
    return page


def current_reader(window: MainWindow) -> ReaderView:
    reader = window.tabs.current_reader()
    assert reader is not None
    return reader


def current_tab(window: MainWindow) -> FamilyTab:
    """Return the current tab, which is that of a document."""
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    return tab


def close_tab(window: MainWindow, index: int = 0) -> None:
    """Close a tab of the window, from the left."""
    view = window.tabs.main.widget(index)
    assert view is not None
    window.tabs.close_view(view)


def drop(window: MainWindow, *paths: Path, on: QWidget | None = None) -> None:
    """Drop files on the window, or on a part of it."""
    target = on or window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    no_keys = Qt.KeyboardModifier.NoModifier
    point, left = QPointF(700, 400), Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, data, left, no_keys)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(target, QDropEvent(point, Qt.DropAction.CopyAction, data, left, no_keys))
    settle(window)


def action_point(rows: ChangeList, name: str) -> QPoint:
    """Return a point of the viewport in an action of the current row."""
    box = rows.visualRect(rows.currentIndex())
    spots = (QPoint(x, y) for y in range(box.bottom(), box.top(), -4) for x in range(box.left(), box.right(), 4))
    return next(spot for spot in spots if rows.action_at(spot) == name)


def change_rows(view: ChangeListView) -> list[ChangeListRow]:
    """The rows without the heads."""
    return [row for row in view.list.rows.rows if isinstance(row, ChangeListRow)]


def badge(window: MainWindow) -> str:
    """The number on the switch to What changed in the current tab; empty if there is none."""
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    shown = tab.bar.views.buttons[TabKind.CONSEQUENCES].findChild(QLabel)
    return shown.text() if shown is not None and shown.isVisible() else ""


def type_text(widget: QWidget, text: str) -> None:
    """Type in any script; QTest types Latin letters only."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def _rise(error: BaseException) -> None:
    raise error

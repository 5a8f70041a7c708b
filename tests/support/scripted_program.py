"""The program run by a script: it yields what it waits for, and the program continues meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from delegate_desk import app
from delegate_desk.gui.shell.main_window import MainWindow

Condition = Callable[[], object]
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Script(QTimer):
    """Runs a script step by step while the program runs; each step yields what it waits for."""

    def __init__(self, script: Iterator[Condition]) -> None:
        super().__init__()
        self._script = script
        self._wanted: Condition = lambda: True
        self.error: BaseException | None = None
        self.is_done = False
        self.timeout.connect(self._go_on)
        self.start(20)

    def _go_on(self) -> None:
        try:
            if self._wanted():
                self._wanted = next(self._script)
        except StopIteration:
            self.is_done = True
            self._leave()
        except BaseException as error:  # it is raised where the test waits
            self.error = error
            self._leave()

    def _leave(self) -> None:
        self.stop()
        for widget in QApplication.topLevelWidgets():
            widget.close()
        QApplication.quit()

    def run(self, library: Path) -> None:
        """Start the program on a library, and return when the script has ended."""
        status = app.run(library)
        if self.error is not None:
            raise self.error
        assert (status, self.is_done) == (0, True)


def window() -> MainWindow:
    """The window that is open."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())


def stands(title: str) -> bool:
    """True while a window with a title is open and idle."""
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
    found = next((one for one in windows if one.windowTitle() == title), None)
    if found is None or found.tasks.is_busy:
        return False
    found.activateWindow()
    return QApplication.activeWindow() is found and found.focusWidget() is not None


def at_hand() -> QWidget:
    """The focused widget."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(at_hand(), key, modifiers)

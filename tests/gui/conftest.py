"""What tests of the window share."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from support.annotated_revision import Noted, noted
from support.main_windows import open_window, settle


@pytest.fixture(autouse=True, scope="module")
def _small_heap() -> None:
    """Keep what is there already out of the collections after each test, which would take most of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _clean_screen(qapp: QApplication) -> Iterator[None]:
    """Begin in the light theme with roomy rows; leave no window, nor a clipboard, which crashes Qt at its end."""
    theme.wear("light", "comfortable", still=False)
    yield
    qapp.clipboard().clear()
    nobody: QObject | None = None
    for _ in range(3):
        QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The bridge to the services; a test leaves no job behind."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the desk's library."""
    made = open_window(desk, tmp_path / "settings.json")
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def reading(window: MainWindow, held: DocumentId) -> MainWindow:
    """The window with the short paper open."""
    window.open_document(held)
    settle(window)
    return window


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Noted:
    """A paper on which we and others have much."""
    return noted(desk, tmp_path)

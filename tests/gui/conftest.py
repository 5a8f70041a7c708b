"""What tests of the window share."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.gui import theme
from delegate_desk.gui.tasks import Tasks


@pytest.fixture(autouse=True)
def _clean_screen(qapp: QApplication) -> Iterator[None]:
    """Begin in the light theme and leave no window behind; data of a clipboard left to Python crash Qt at its end."""
    if theme.choice() != "light":
        theme.choose("light")
    yield
    qapp.clipboard().clear()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The bridge to the services; a test leaves no job behind."""
    made = Tasks()
    yield made
    made.close()

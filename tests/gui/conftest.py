"""Shared fixtures of the window's tests: the window, a reader, a document in English and French, and a revision."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.help.help_controllers import HelpKey
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.libraries import prepare_samples
from support.annotated_revision import Noted, Pair, noted
from support.bare_context import Surroundings
from support.database_effort import window_thread_uses
from support.document_values import QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import open_window, show_document
from support.meeting_steps import notice, press

STYLED = {"annotations", "journeys", "paragraphs", "positions", "reader", "rows", "search", "text", "widgets"}
"""Folders in which tests look at colours, sizes, or space."""
PLAIN = {
    "test_annotation_lists_controller.py",
    "test_field_undo.py",
    "test_find.py",
    "test_outline_view.py",
    "test_phrases_dialog.py",
    "test_position_controller.py",
    "test_position_dialogs.py",
    "test_position_section.py",
}
"""Files of these folders that are about keys and texts alone."""


@pytest.fixture(autouse=True)
def _clean_screen(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Start in the light theme with comfortable rows; leave no window, nor a clipboard, which crashes Qt on exit.

    The rules of the theme take a third of all time, so a window has them only if a test looks at colours, sizes, or
    space: in some folders, and where it is marked as ``styled``. What a test that ran the program added is removed.
    """
    gc.collect()  # what pytest held of the test before, until it had ended
    gc.freeze()  # what is left is exempt from the next collections, which would take longer from test to test
    for kind in (EventFilter, HelpKey):
        for left in qapp.findChildren(kind):  # every event would take longer
            delete(left)
    is_looked_at = request.path.parent.name in STYLED and request.path.name not in PLAIN
    is_styled = is_looked_at or request.node.get_closest_marker("styled") is not None
    with pytest.MonkeyPatch.context() as patch:
        if not is_styled:
            patch.setattr(theme, "style_sheet", lambda _: "")
        if bool(qapp.styleSheet()) is not is_styled:
            theme._theme._applied = ("", "")
            theme.choose("light")
        theme.apply_choices("light", "comfortable", still=False)
        yield
    qapp.clipboard().clear()
    nobody: QObject | None = None
    for _ in range(3):
        QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
        gc.collect()
        if not qapp.allWidgets():
            break
    for window in qapp.topLevelWidgets():
        if isinstance(window, MainWindow):  # it would otherwise receive the focus changes and keys of the next test
            delete(window)


@pytest.fixture(autouse=True)
def _database_on_other_threads() -> Iterator[None]:
    """The window's thread uses no database: not for an event, a signal or a command."""
    with pytest.MonkeyPatch.context() as patch, window_thread_uses(patch) as uses:
        yield
    assert not uses


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of samples, to be copied: making it takes seconds."""
    folder = tmp_path_factory.mktemp("samples") / "library"
    list(prepare_samples(folder))
    return folder


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The task runner; a test leaves no job behind."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def around(qtbot: QtBot) -> Surroundings:
    """What a view without a window asks of it."""
    return Surroundings()


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the desk's library."""
    made = open_window(desk, tmp_path / "settings.json")
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def reading(window: MainWindow, held: DocumentId) -> MainWindow:
    """The window with the short document open."""
    show_document(window, held)
    return window


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Noted:
    """A document with much content of ours and of others."""
    return noted(desk, tmp_path)


@pytest.fixture
def french(desk: Desk, held: DocumentId, tmp_path: Path) -> DocumentId:
    """The number of the same document in French."""
    file = quiet_hours(tmp_path, name="heures calmes.txt", text=QUIET_HOURS_FRENCH)
    return take_in(desk, file)


@pytest.fixture
def summons(desk: Desk, held: DocumentId, tmp_path: Path) -> DocumentId:
    """The number of the notice of a meeting on the short document."""
    return take_in(desk, notice(tmp_path))


@pytest.fixture
def sitting(summons: DocumentId, window: MainWindow) -> MainWindow:
    """The window in the meeting of the notice, on its second item."""
    show_document(window, summons)
    press(window, Qt.Key.Key_F5)
    return window


@pytest.fixture
def reader(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> ReaderView:
    made = ReaderView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(850, 700)
    made.show()
    made.activateWindow()
    made.open(held)
    tasks.wait()
    made.setFocus()
    return made


@pytest.fixture
def pair(paper: Noted) -> Pair:
    """The annotated document and its revision, both in the library."""
    return paper.old, paper.carry()


@pytest.fixture
def new(paper: Noted) -> DocumentId:
    """The revision of the annotated document, with the items carried over to it."""
    return paper.carry()

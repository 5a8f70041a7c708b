"""Every screen and dialog that commands open, shown one after the other on the library of samples."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle

Look = Callable[[str, QWidget], None]
"""Receives a screen or a dialog with its name, when it is complete."""
Steps = set[tuple[str, str]]
"""Commands that show something new or change the library, each with the view from which it was run."""

LEFT_OUT = frozenset(
    {
        "action_quit",  # these close the window
        "action_lock",
        "action_samples",
        "action_own_library",
        "action_guide",
        "action_window_system",
        "action_window_en",
        "action_window_el",
        "action_window_fr",
        "action_show_log",  # these open another program
        "action_show_original",
        "action_copy_mail",
        "action_report_mail",
        "action_consequences_mail",
        "action_print",
        "action_paste_files",
        "action_remove",  # these delete what others need
        "action_empty_trash",
        "action_watch",
        "action_theme_system",  # these change what all others use
        "action_theme_light",
        "action_theme_dark",
        "action_theme_contrast",
        "action_density_comfortable",
        "action_density_compact",
        "action_full_screen",
        "action_meeting",  # the meeting comes last, because it takes the whole window
    }
)
EVERYWHERE = frozenset({"action_export", "action_context", "action_find"})
"""Commands with a different effect in each view; all others are run once."""
_MOMENT = 20


def walk(window: MainWindow, look: Look, known: Steps | None = None) -> Steps:
    """Visit everything that can be opened on the samples, each once; dialogs are closed as with Escape.

    If the result of an earlier walk is ``known``, other commands are left out.
    """
    return _Walk(window, look, known).all()


class _Walk:
    def __init__(self, window: MainWindow, look: Look, known: Steps | None) -> None:
        self._taken: Steps = set()
        self._window = window
        self._look = look
        self._known = known
        self._seen: set[str] = set()
        self._present: set[QWidget] = set()
        self._done: set[str] = set()

    def all(self) -> Steps:
        for name, front in _fronts(self._window):
            front()
            settle(self._window)
            self._meet(name, self._window)
            for action in _commands(self._window):
                if action.objectName() in LEFT_OUT | self._done or not action.isEnabled():
                    continue
                step = name, action.objectName()
                if self._known is not None and step not in self._known:
                    continue
                stood, seen, last = self._stands(), len(self._seen), self._window.desk.history.next_undo()
                self._try(action)
                if len(self._seen) > seen or self._window.desk.history.next_undo() != last:
                    self._taken.add(step)
                if self._stands() != stood:
                    front()
                    settle(self._window)
                if action.objectName() not in EVERYWHERE:
                    self._done.add(action.objectName())
        return self._taken

    def _stands(self) -> tuple[object, ...]:
        """The current view; a question leaves it unchanged."""
        tabs = self._window.tabs
        return tabs.currentWidget(), tabs.count(), self._window.current_place(), QApplication.focusWidget()

    def _try(self, action: QAction) -> None:
        """Run a command, visit what it shows, and leave that again."""
        checked = action.isChecked()
        with self._watching():
            action.trigger()
            settle(self._window)
        tab = self._window.tabs.currentWidget()
        if tab is not None:
            self._meet(type(tab).__name__, self._window)
        if action.isCheckable() and action.isChecked() != checked:
            action.trigger()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Visit the windows that open, including modal ones."""
        self._present = _shown()
        timer = QTimer()
        timer.timeout.connect(self._meet_new)
        timer.start(_MOMENT)
        yield
        self._meet_new()
        timer.stop()

    def _meet_new(self) -> None:
        for widget in _shown() - self._present:
            self._present.add(widget)
            settle(self._window)
            self._meet(f"{type(widget).__name__} {widget.windowTitle()}".strip(), widget)
            if isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()

    def _meet(self, name: str, widget: QWidget) -> None:
        if name not in self._seen:
            assert self._window.isVisible(), f"a command ended the window before {name}"
            self._seen.add(name)
            QTest.qWait(_MOMENT)  # delayed content is there and in its place
            self._look(name, widget)


def _shown() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def _commands(window: MainWindow) -> list[QAction]:
    return [action for action in window.commands.all() if action.objectName()]


def _fronts(window: MainWindow) -> list[tuple[str, Callable[[], object]]]:
    """The possible current views, from none to a meeting."""
    held = {(document.name, document.header.language): document.id for document in window.desk.documents.all()}

    def number(reference: str, language: str = "en") -> DocumentId:
        return next(key for (name, spoken), key in held.items() if reference in name and spoken == language)

    compromise, revision, agenda = number("99140"), number("REV 1"), number("9917")
    superseded = next(key for (name, spoken), key in held.items() if name == "ST 99101/26" and spoken == "en")
    return [
        ("nothing open", lambda: None),
        ("reader", lambda: window.open_document(compromise, Address("art_3__para_1"))),
        ("reader of a revision", lambda: window.open_document(revision)),
        ("superseded reader", lambda: window.open_document(superseded)),
        ("preview", lambda: window.documents.previewed.emit(agenda)),
        ("search", lambda: window.search("quiet")),
        ("nothing found", lambda: window.search("zzzz")),
        ("position", lambda: window.open_position(compromise, Address("art_3__para_1"))),
        ("agenda", lambda: window.open_document(agenda)),
        ("meeting", lambda: _sit_in(window, agenda)),
    ]


def _sit_in(window: MainWindow, agenda: DocumentId) -> None:
    if not window.meeting_mode.is_on:
        window.open_document(agenda)
        settle(window)
        window.ui.action_meeting.trigger()

"""The export view in a window."""

from collections.abc import Callable
from pathlib import Path

from delegate_desk.gui.export.export_view import ExportView, show_export
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry
from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle


def open_export(
    window: MainWindow,
    make: Callable[[], ExportEntry],
    choices: ExportChoices | None = None,
    way: str = "file",
) -> ExportView:
    """Show an export in a window, and wait for its pages."""
    show_export(window.context, make, choices, way=way)
    settle(window)
    return export_in_front(window)


def export_in_front(window: MainWindow) -> ExportView:
    """The current export of a window; in a meeting, a page of it."""
    view = window.tabs.currentWidget()
    export = view.export if isinstance(view, MeetingView) else view
    assert isinstance(export, ExportView)
    return export


def write(window: MainWindow, view: ExportView, target: Path) -> None:
    """Export to a file."""
    view.side.set_target(target)
    view.side.export_button.click()
    settle(window)

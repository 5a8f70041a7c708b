"""The dialogs on the document in front; each is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from delegate_desk.core.positions.export_options import Audience
from delegate_desk.gui.help.tour_controller import SEND
from delegate_desk.gui.positions import phrases_dialog

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands that open a dialog on what is in front."""
    ui = window.ui
    return {
        ui.action_export: lambda: export(window),
        ui.action_copy_mail: lambda: export(window, "mail"),
        ui.action_print: lambda: print_current(window),
        ui.action_print_pages: lambda: print_pages(window),
        ui.action_phrases: lambda: phrases_dialog.show_phrases(window.context),
        ui.action_header: lambda: open_header_dialog(window),
    }


def update_actions(window: MainWindow) -> None:
    """Enable those that can be opened now."""
    ui = window.ui
    listed, about_one = window.list_controller.current_view() is not None, window.current_document() is not None
    on_text = (
        about_one
        and window.comparison_controller.current_view() is None
        and window.revision_controller.current_pair() is None
    )
    ui.action_export.setEnabled(about_one or listed)
    ui.action_copy_mail.setEnabled(on_text)
    ui.action_print.setEnabled(on_text or listed)
    ui.action_header.setEnabled(about_one)
    reader = window.tabs.current_reader()
    ui.action_print_pages.setEnabled(reader is not None and reader.side_panels.has_original())


def export(window: MainWindow, way: str = "file") -> None:
    """Ask what is to leave, and write it: the document in front, a comparison, or the list of annotations.

    Args:
        window: The window.
        way: How a file on the document in front is to leave: a ``ExportFormat`` of its dialog.
    """
    document = window.current_document()
    if window.comparison_controller.current_view() is not None:
        window.comparison_controller.export()
    elif (pair := window.revision_controller.current_pair()) is not None:
        window.revision_controller.export(pair)
    elif document is None:
        window.list_controller.export()
    else:
        from delegate_desk.gui.export.export_dialog import ExportDialog, ExportFormat
        from delegate_desk.gui.export.exports import document_export

        window.tasks.flush()
        view = window.position_controller.current_view()
        audience = view.export_pane.audience if view else Audience.CIRCULATION
        entry, choices = document_export(window.desk, document, audience), window.export_choices
        dialog = ExportDialog(window.desk, window.tasks, entry, window, choices=choices, way=ExportFormat(way))
        dialog.place_requested.connect(lambda address: window.open_position(document, address))
        dialog.exported.connect(lambda _: window.welcome_controller.tour.complete_step(SEND))
        dialog.open()


def print_current(window: MainWindow) -> None:
    """Print the list in front, or what we say on the document in front."""
    if window.list_controller.current_view() is not None:
        window.list_controller.print()
    else:
        export(window, "paper")


def print_pages(window: MainWindow) -> None:
    """Print pages of the original in front, just as they are."""
    document = window.current_document()
    if document is not None:
        from delegate_desk.gui.reader.page_printing import prompt_print_original

        prompt_print_original(window.desk, window.tasks, document, window)


def open_header_dialog(window: MainWindow) -> None:
    """Show what was read of the first page, to be put right."""
    document = window.current_document()
    if document is not None:
        from delegate_desk.gui.library.header_dialog import HeaderDialog

        HeaderDialog(window.desk, window.tasks, document, window).open()

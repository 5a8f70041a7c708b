"""The dialogs on the document in front; each is imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


def export(window: MainWindow) -> None:
    """Ask what is to leave, and write it: the document in front, a comparison, or the list of annotations."""
    document = window.document_in_front()
    if window.comparing.in_front() is not None:
        window.comparing.export()
    elif window.revising.in_front() is not None and (pair := window.revising.pair()) is not None:
        window.revising.write(pair)
    elif document is None:
        window.lists.export()
    else:
        from delegate_desk.gui.views.export import ExportDialog

        window.flush()
        ExportDialog(window.desk, window.tasks, document, window).open()


def correct_header(window: MainWindow) -> None:
    """Show what was read of the first page, to be put right."""
    document = window.document_in_front()
    if document is not None:
        from delegate_desk.gui.views.header import HeaderDialog

        HeaderDialog(window.desk, window.tasks, document, window).open()

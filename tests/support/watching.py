"""Watched folders as checked by the window."""

from collections.abc import Iterator

from delegate_desk.core.documents.document import ImportResult
from delegate_desk.desk import Desk


def import_new_files(desk: Desk) -> Iterator[ImportResult]:
    """Import all new files in the watched folders, and return the outcome of each."""
    watched = desk.watched_folders
    for path in watched.find_new_files():
        yield from desk.documents.import_files([path])
        watched.mark_handled([path])

"""Watched folders as the window looks at them."""

from collections.abc import Iterator

from delegate_desk.core.documents.document import ImportResult
from delegate_desk.desk import Desk


def import_new_files(desk: Desk) -> Iterator[ImportResult]:
    """Take in all that is new in the folders watched, telling of each file what became of it."""
    watched = desk.watched_folders
    for path in watched.find_new_files():
        yield from desk.documents.import_files([path])
        watched.mark_handled([path])

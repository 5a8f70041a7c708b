"""Whether what an edit changed is on the screen, so that it can be undone there without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.library.edit_history import Edit, Subject
from delegate_desk.core.meetings.meeting import Line
from delegate_desk.core.positions.position import Position
from delegate_desk.gui.tabentries import entry_of
from delegate_desk.gui.views.browser import BrowserView
from delegate_desk.gui.views.due import DueView
from delegate_desk.gui.views.meeting import MeetingView
from delegate_desk.gui.views.positions import PositionsView
from delegate_desk.gui.views.reader import ReaderView

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow

_IN_LIBRARY = frozenset({Subject.DOCUMENT, Subject.DOSSIER, Subject.MEETING, Subject.PACKAGE})
"""What the library column shows."""


def is_shown(edit: Edit, window: MainWindow) -> bool:
    """True if the window, or one beside it, shows what an edit changed."""
    if edit.subject in _IN_LIBRARY and window.ui.left_column.isVisible():
        return True
    fronts = [view for group in window.tabs.groups() if (view := group.currentWidget()) is not None]
    return any(_shows(view, edit) for view in fronts)


def _shows(view: QWidget, edit: Edit) -> bool:
    if edit.subject is Subject.LINE:
        line = edit.after or edit.before
        return isinstance(view, MeetingView) and isinstance(line, Line) and line.meeting == view.key
    if edit.subject is Subject.MEETING:
        return isinstance(view, MeetingView)
    if edit.subject is Subject.ANNOTATION:
        return _shows_notes(view, edit)
    if edit.subject is Subject.POSITION and isinstance(view, ReaderView | PositionsView | MeetingView):
        return isinstance(view, PositionsView) and view.document == edit.document and _shows_provisions(view, edit)
    entry = entry_of(view)
    return entry is not None and any(key in entry.keys for key in (edit.document, *edit.beside))


def _shows_notes(view: QWidget, edit: Edit) -> bool:
    """True if one of the notes is in a list that is shown, or at a paragraph that is."""
    if isinstance(view, BrowserView | DueView):
        return True
    values = [one for value in (edit.before, edit.after) for one in (value if isinstance(value, tuple) else (value,))]
    places = {one.place for one in values if isinstance(one, Annotation)}
    if isinstance(view, PositionsView):
        return view.place in places
    reader = view.reader() if isinstance(view, MeetingView) else view
    if not isinstance(reader, ReaderView):
        return False
    return not places or any(_reads(reader, place) for place in places)


def _reads(reader: ReaderView, place: Place) -> bool:
    """True if a paragraph, or a part of it, is in the pane; the annotations of the whole text are always."""
    if place.document != reader.document:
        return False
    row = reader.paper.paragraphs.row_of(place.address)
    if row is None or row == reader.paper.row():
        return True
    index = reader.paper.paragraphs.index(row)
    return reader.paper.visualRect(index).intersects(reader.paper.viewport().rect())


def _shows_provisions(view: PositionsView, edit: Edit) -> bool:
    """True if a provision that was changed is in the pane; the texts on the whole document always are."""
    before, after = edit.before, edit.after
    if not (isinstance(before, Position) and isinstance(after, Position)):
        return True
    items = {**{one.address: one for one in before.items}, **{one.address: one for one in after.items}}
    changed = [key for key in items if before.item(key) != after.item(key)]
    shown: dict[Address, QWidget] = {one.item.address: one for one in view.provisions}
    there = [shown[key] for key in changed if key in shown]
    return not there or any(not one.visibleRegion().isEmpty() for one in there)

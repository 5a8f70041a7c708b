"""What a tab shows, said in an ``Entry``: which view it is, on what, and where in it one is."""

from PySide6.QtWidgets import QWidget

from delegate_desk.gui.views.browser import BrowserView
from delegate_desk.gui.views.carrying import CarryingView
from delegate_desk.gui.views.comparison import ComparisonView
from delegate_desk.gui.views.consequences import ConsequencesView
from delegate_desk.gui.views.contribution import ContributionsView
from delegate_desk.gui.views.due import DueView
from delegate_desk.gui.views.meeting import MeetingView
from delegate_desk.gui.views.positions import PositionsView
from delegate_desk.gui.views.reader import ReaderView
from delegate_desk.gui.views.search import SearchView
from delegate_desk.gui.views.timeline import TimelineView
from delegate_desk.gui.waiting import Entry, TabKind, Waiting

_ON_ONE = {
    PositionsView: TabKind.POSITION,
    ContributionsView: TabKind.CONTRIBUTIONS,
    TimelineView: TabKind.TIMELINE,
}
_ON_TWO = {
    ConsequencesView: TabKind.CONSEQUENCES,
    CarryingView: TabKind.CARRYING,
}
_ON_ALL = {
    SearchView: TabKind.SEARCH,
    BrowserView: TabKind.ANNOTATIONS,
    DueView: TabKind.DUE,
}


def entry_of(view: QWidget) -> Entry | None:
    """What a view is; None for one that does not come back."""
    if isinstance(view, Waiting):
        return view.entry
    if isinstance(view, ReaderView):
        place = view.place()
        return Entry(TabKind.READER, (int(view.document or 0),), place.address if place else "")
    if isinstance(view, ComparisonView):
        place = view.place
        return Entry(TabKind.COMPARISON, (int(view.old), int(view.new)), place.address if place else "")
    if isinstance(view, MeetingView):
        return Entry(TabKind.MEETING, (view.key,), f"{view.page()} {view.item or ''}")
    if isinstance(view, PositionsView | ContributionsView | TimelineView):
        return Entry(_ON_ONE[type(view)], (int(view.document),))
    if isinstance(view, ConsequencesView | CarryingView):
        return Entry(_ON_TWO[type(view)], (int(view.old), int(view.new)))
    kind = _ON_ALL.get(type(view))
    return Entry(kind) if kind is not None else None

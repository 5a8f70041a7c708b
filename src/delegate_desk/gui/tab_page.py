"""Page of a tab, as the window sees it: the state that the other panes and the commands follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.gui.widgets.basic_widgets import StyledPane


@dataclass(frozen=True, slots=True)
class PageState:
    """State of a page at one moment.

    Attributes:
        document: The document that the page is about.
        place: The current paragraph; the right column shows its annotations unless the page has a side pane.
        marking: For the status bar.
        text: For the status bar: the name of the page or its keys.
        position: For the status bar: the place in the page.
        side: The side pane, which the window puts into the right column.
        commands: What the page can carry out now, by the name of the action; all other actions of pages are disabled.
    """

    document: DocumentId | None = None
    place: Place | None = None
    marking: str | None = None
    text: str = ""
    position: str = ""
    side: QWidget | None = None
    commands: Mapping[str, Callable[[], object]] = field(default_factory=dict)


class TabPage(StyledPane):
    """Base of the views that are shown in a tab.

    Signals:
        state_changed: Something in the state is different now.
    """

    state_changed = Signal()

    def state(self) -> PageState:
        """Return the state of now, from memory."""
        return PageState()

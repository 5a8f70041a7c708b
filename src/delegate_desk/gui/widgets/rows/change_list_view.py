"""Tabs that tell of one thing: a head over a list gone through by keys, or a sentence where there is nothing."""

from abc import abstractmethod
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import label, part
from delegate_desk.gui.widgets.refreshing_view import GatheredView
from delegate_desk.gui.widgets.rows.change_list import ToldList
from delegate_desk.gui.widgets.rows.change_list_delegate import MARGIN
from delegate_desk.gui.widgets.rows.change_list_model import Row
from delegate_desk.gui.widgets.rows.hit_delegate import column


class ToldView(GatheredView):
    """The tab; one that derives from it fills the head, stacks up, and writes what stands there.

    Signals:
        opened: Something is to be shown where it stands, with the ``Told``; True for a tab behind.
        shown: The list is on the screen.
    """

    opened = Signal(object, bool)
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.RichText)
        part(self.title, "title")
        self.title.setWordWrap(True)
        self.list = ToldList()
        self.empty = label("", "soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.list)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        self.list.opened.connect(self.opened)
        theme.follow(self, self._show_head)

    def _stack_up(self, foot: QLayout | None = None) -> None:
        """Put the head, which is filled by now, the list and a foot one under the other; Tab follows this order."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        if foot is not None:
            layout.addLayout(foot)
        self.list.hide()

    @abstractmethod
    def _show_head(self) -> None:
        """Write the head, in the colours of now; nothing where nothing was gathered yet."""

    def _name(self, name: str) -> None:
        """Say what this is to those who listen."""
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _write_title(self, title: str, aside: str) -> None:
        soft = theme.color("soft").name()
        rich = f'<b>{escape(title)}</b>&nbsp; <span style="color:{soft}">{escape(aside)}</span>'
        self.title.setText(theme.semi_bold(rich))

    def _show_rows(self, rows: Sequence[Row], nothing: str, wanted: str | None = None) -> None:
        """Show these rows, or a sentence where there are none; ``wanted`` is the key of what is to be at hand."""
        self.list.show_rows(rows, wanted)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(nothing)

    @property
    def place(self) -> Place | None:
        """Where what is at hand stands: in the document, or in the one before where it has no place there."""
        told = self.list.told()
        return (told.place or told.before) if told else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column(self.width())
        right = self.width() - left - width + 12
        self._head.setContentsMargins(left + MARGIN, 16, right, 8)
        self.empty.setContentsMargins(left + MARGIN, 8, right, 0)

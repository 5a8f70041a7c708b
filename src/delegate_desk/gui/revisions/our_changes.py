"""Beside a comparison: what changed for us, in a card each, and how much was carried over."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.revisions.consequences_model import ConsequencesPage, load_page
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.adoption_bar import MeasureBar
from delegate_desk.gui.widgets.basic_widgets import (
    card,
    clear,
    flat_button,
    label,
    linked,
    part,
    set_property,
    while_there,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow

_MOST = 5
"""How many cards are shown; the page has all."""
_LONGEST = 60


class OursBox(QWidget):
    """The two boxes.

    Signals:
        told_asked: Something is to be shown where it stands, with the ``ChangeListRow``.
        page_asked: All of it is wanted, on its page.
        review_asked: What was carried over is to be looked at.
        carry_asked: What stands on the old document is to be carried over.
    """

    told_asked = Signal(object)
    page_asked = Signal()
    review_asked = Signal()
    carry_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, view: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._view = view
        self._page: ConsequencesPage | None = None
        self._ticket: Ticket | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 8)
        self._layout.setSpacing(8)
        self.hide()
        theme.follow(self, self._show)
        view.shown.connect(self._look)
        tasks.changed.connect(self._follow)

    def _look(self) -> None:
        """Gather what changed for us, as soon as the two are compared."""
        desk, comparison = self._desk, self._view.comparison
        if self._ticket is not None:
            self._ticket.cancel()
        if comparison is not None:
            self._ticket = self._tasks.read(
                lambda: load_page(desk, desk.consequences.of(comparison)), while_there(self, self._take)
            )

    def _take(self, page: ConsequencesPage) -> None:
        self._ticket = None
        self._page = page
        self._show()

    def _follow(self, changes: Changes) -> None:
        pair = {self._view.old, self._view.new}
        if changes.meetings or pair & (changes.positions | {place.document for place in changes.annotations}):
            self._look()

    def _show(self) -> None:
        page = self._page
        clear(self._layout)
        if page is None:
            return
        # what was not carried over has no place in the new text yet, which is not to look as if it were gone
        ours = page.ours_told() if page.consequences.carry.items or page.consequences.carry.earlier else ()
        if ours:
            self._layout.addWidget(label(self.tr("What changed for us"), "head"))
            for told in ours[:_MOST]:
                self._layout.addWidget(self._card(told))
            self._layout.addWidget(self._more(len(ours)), 0, Qt.AlignmentFlag.AlignLeft)
        self._show_carried(page)
        self.setVisible(self._layout.count() > 0)

    def _more(self, number: int) -> QWidget:
        more = flat_button(
            self.tr("All {n} on one page").format(n=terms.figure(number))
            if number > _MOST
            else self.tr("Show full page"),
            self.tr("Show what changed for us on one page"),
        )
        set_property(more, "tone", "out")
        more.clicked.connect(self.page_asked)
        return more

    def _card(self, told: ChangeListRow) -> QFrame:
        frame, inside = card()
        sign = QLabel()
        if told.sign is not None:
            sign.setPixmap(theme.kind_icon(told.sign, 11).pixmap(QSize(11, 11)))
        title = linked("facet")
        ink = theme.color("ink").name()
        title.setText(f'<a href="there" style="color:{ink}; text-decoration:none">{escape(told.title)}</a>')
        title.setAccessibleName(told.spoken())
        title.linkActivated.connect(lambda _: self.told_asked.emit(told))
        outcome = label(told.outcome, "outcome")
        set_property(outcome, "role", told.role)
        sign.setContentsMargins(0, 4, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(sign)
        head.addWidget(title, 1)
        head.addWidget(outcome)
        for widget in (sign, outcome):
            head.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        if told.measure is not None:
            inside.addWidget(MeasureBar(told.measure, told.role))
        said = self._brief(told)
        if said:
            inside.addWidget(label(said, "line", wrap=True))
        return frame

    def _brief(self, told: ChangeListRow) -> str:
        """Return the change, in a sentence."""
        if told.waits:
            return self.tr("Its place is uncertain.")
        if told.place is None:
            return self.tr("Kept on the previous revision, with its last text.")
        if told.measure is not None:
            taken = [word for change, word, took in told.counted if took and change is WordChange.INSERT]
            left = [word for change, word, took in told.counted if not took and change is WordChange.INSERT]
            said = [(self.tr("included: {words}"), taken), (self.tr("not included: {words}"), left)]
            return " · ".join(text.format(words=_short(", ".join(words))) for text, words in said if words)
        gone, came = next(_swaps(told), ("", ""))
        if gone and came:
            return self.tr("“{old}” is now “{new}”.").format(old=_short(gone), new=_short(came))
        if came:
            return self.tr("“{words}” was added.").format(words=_short(came))
        return self.tr("“{words}” was deleted.").format(words=_short(gone)) if gone else ""

    def _show_carried(self, page: ConsequencesPage) -> None:
        """Show how much was carried over, or that nothing was."""
        found = page.consequences
        if not found.carry.items and not page.ours:
            return
        self._layout.addWidget(label(self.tr("Carried over"), "head"))
        frame, inside = card()
        if not found.carry.items and page.ours > len(found.deleted_earlier):
            inside.addWidget(label(self.tr("Not carried over yet."), "soft"))
            button = flat_button(
                self.tr("Carry Over"), self.tr("Carry over notes and position from the previous revision")
            )
            button.clicked.connect(self.carry_asked)
        else:
            counts = (
                (self.tr("placed"), found.placed, ""),
                (self.tr("to check"), found.open, "scrutiny_reservation"),
                (self.tr("paragraph deleted"), found.gone, ""),
                *([(self.tr("deleted earlier"), deleted, "")] if (deleted := found.carry.deleted_earlier) else []),
            )
            for text, number, role in counts:
                inside.addLayout(_counted(text, number, role if number else ""))
            look = terms.counted(found.open, self.tr("Check 1 note"), self.tr("Check {n} notes"))
            button = flat_button(look if found.open else self.tr("Check all"), self.tr("Review what was carried over"))
            button.clicked.connect(self.review_asked)
        part(button, "filter")
        set_property(button, "tone", "out")
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(frame)


def _counted(text: str, number: int, role: str) -> QHBoxLayout:
    line = QHBoxLayout()
    figure = label(terms.figure(number), "line")
    set_property(figure, "role", role)
    line.addWidget(label(text, "line"))
    line.addStretch(1)
    line.addWidget(figure)
    return line


def _swaps(told: ChangeListRow) -> Iterator[tuple[str, str]]:
    """Yield the deleted words and their replacement, change by change."""
    for passage in told.passages:
        gone = ""
        for change, text in (*passage.words, (WordChange.EQUAL, "")):
            if change is WordChange.DELETE:
                gone = text.strip()
            elif change is WordChange.INSERT and text.strip():
                yield gone, text.strip()
                gone = ""
            elif gone:
                yield gone, ""
                gone = ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rsplit(' ', 1)[0]} …"

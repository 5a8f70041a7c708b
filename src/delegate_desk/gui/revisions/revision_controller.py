"""Commands of the window on a revision: the page on its effects on our items, the review of the carry-over."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, Mail
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.carryover.carried_items import Carry
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.revisions.consequences_view import (
    ConsequencesPage,
    ConsequencesView,
    load_consequences,
    load_consequences_page,
)
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import clipboard, theme
from delegate_desk.gui.widgets.adoption_bar import AdoptionBar
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    flat_button,
    label,
    link_label,
    make_card,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.labels import changes, terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow

_MOST = 5
"""How many cards are shown; the page has all."""
_LONGEST = 60


class OwnItemsBox(QWidget):
    """The two boxes.

    Signals:
        row_requested: Something is to be shown where it stands, with the ``ChangeListRow``.
        page_requested: All of it is wanted, on its page.
        review_requested: What was carried over is to be looked at.
        carry_requested: What stands on the old document is to be carried over.
    """

    row_requested = Signal(object)
    page_requested = Signal()
    review_requested = Signal()
    carry_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, view: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._view = view
        self._page: ConsequencesPage | None = None
        self._job: Job | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 8)
        self._layout.setSpacing(8)
        self.hide()
        theme.subscribe_to_theme(self, self._show)
        view.shown.connect(self._load)
        tasks.changed.connect(self._on_changes)

    def _load(self) -> None:
        """Gather what changed for us, as soon as the two are compared."""
        desk, comparison = self._desk, self._view.comparison
        if self._job is not None:
            self._job.cancel()
        if comparison is not None:
            self._job = self._tasks.read(
                lambda: load_consequences_page(desk, desk.consequences.for_comparison(comparison)),
                while_alive(self, self._on_loaded),
            )

    def _on_loaded(self, page: ConsequencesPage) -> None:
        self._job = None
        self._page = page
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        pair = {self._view.old, self._view.new, *(self._page.consequences.versions if self._page else ())}
        if changes.meetings or pair & (changes.positions | {place.document for place in changes.annotations}):
            self._load()

    def _show(self) -> None:
        page = self._page
        clear_layout(self._layout)
        if page is None:
            return
        # what was not carried over has no place in the new text yet, which is not to look as if it were gone
        ours = page.own_rows() if page.consequences.carry.items or page.consequences.carry.earlier else ()
        if ours:
            self._layout.addWidget(label(self.tr("What changed for us"), "head"))
            for told in ours[:_MOST]:
                self._layout.addWidget(self._card(told))
            self._layout.addWidget(self._full_page_button(len(ours)), 0, Qt.AlignmentFlag.AlignLeft)
        self._show_carried(page)
        self.setVisible(self._layout.count() > 0)

    def _full_page_button(self, number: int) -> QWidget:
        more = flat_button(
            self.tr("All {n} on one page").format(n=terms.format_number(number))
            if number > _MOST
            else self.tr("Show full page"),
            self.tr("Show what changed for us on one page"),
        )
        set_property(more, "tone", "out")
        more.clicked.connect(self.page_requested)
        return more

    def _card(self, told: ChangeListRow) -> QFrame:
        frame, inside = make_card()
        sign = QLabel()
        if told.sign is not None:
            sign.setPixmap(theme.kind_icon(told.sign, 11).pixmap(QSize(11, 11)))
        title = link_label("facet")
        ink = theme.color("ink").name()
        title.setText(f'<a href="there" style="color:{ink}; text-decoration:none">{escape(told.title)}</a>')
        title.setAccessibleName(told.accessible_text())
        title.linkActivated.connect(lambda _: self.row_requested.emit(told))
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
            inside.addWidget(AdoptionBar(told.measure, told.role))
        said = self._change_sentence(told)
        if said:
            inside.addWidget(label(said, "line", wrap=True))
        return frame

    def _change_sentence(self, told: ChangeListRow) -> str:
        """Return the change, in a sentence."""
        if told.is_pending:
            return self.tr("Its place is uncertain.")
        if told.place is None:
            return self.tr("Kept on the previous revision, with its last text.")
        if told.measure is not None:
            taken = [word for change, word, took in told.counted_words if took and change is WordChange.INSERT]
            left = [word for change, word, took in told.counted_words if not took and change is WordChange.INSERT]
            said = [(self.tr("included: {words}"), taken), (self.tr("not included: {words}"), left)]
            return " · ".join(text.format(words=_shortened(", ".join(words))) for text, words in said if words)
        gone, came = next(_replacements(told), ("", ""))
        if gone and came:
            return self.tr("“{old}” is now “{new}”.").format(old=_shortened(gone), new=_shortened(came))
        if came:
            return self.tr("“{words}” was added.").format(words=_shortened(came))
        return self.tr("“{words}” was deleted.").format(words=_shortened(gone)) if gone else ""

    def _show_carried(self, page: ConsequencesPage) -> None:
        """Show how much was carried over, or that nothing was."""
        found = page.consequences
        if not found.carry.items and not page.consequences.own_item_count:
            return
        self._layout.addWidget(label(self.tr("Carried over"), "head"))
        frame, inside = make_card()
        if not found.carry.items and page.consequences.own_item_count > len(found.deleted_earlier):
            inside.addWidget(label(self.tr("Not carried over yet."), "soft"))
            button = flat_button(
                self.tr("Carry Over"), self.tr("Carry over notes and position from the previous revision")
            )
            button.clicked.connect(self.carry_requested)
        else:
            counts = (
                (self.tr("placed"), found.carry.placed_count, ""),
                (self.tr("to check"), found.carry.open_count, "scrutiny_reservation"),
                (self.tr("paragraph deleted"), found.carry.deleted_count, ""),
                *([(self.tr("deleted earlier"), deleted, "")] if (deleted := found.carry.deleted_earlier) else []),
            )
            for text, number, role in counts:
                inside.addLayout(_count_row(text, number, role if number else ""))
            look = terms.format_count(found.carry.open_count, self.tr("Check 1 note"), self.tr("Check {n} notes"))
            button = flat_button(
                look if found.carry.open_count else self.tr("Check all"), self.tr("Review what was carried over")
            )
            button.clicked.connect(self.review_requested)
        set_part(button, "filter")
        set_property(button, "tone", "out")
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(frame)


def _count_row(text: str, number: int, role: str) -> QHBoxLayout:
    line = QHBoxLayout()
    figure = label(terms.format_number(number), "line")
    set_property(figure, "role", role)
    line.addWidget(label(text, "line"))
    line.addStretch(1)
    line.addWidget(figure)
    return line


def _replacements(told: ChangeListRow) -> Iterator[tuple[str, str]]:
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


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rsplit(' ', 1)[0]} …"


V = TypeVar("V", ConsequencesView, CarryoverView)
Pair = tuple[DocumentId, DocumentId]


class RevisionController(QObject):
    """Joins the pages on revisions to the window."""

    def __init__(self, context: Context, document: Callable[[], DocumentId | None]) -> None:
        """Begin with the pages that will be opened.

        Args:
            context: Of the window.
            document: Returns the document of the page in front, else the document selected in the library.
        """
        super().__init__(context.window)
        self._window, self._navigate, self._notify = context.window, context.navigate, context.notify
        self._desk, self._tasks = context.desk, context.tasks
        self._document = document
        context.navigate.page_added.connect(self._add_own_items_box)

    # What is opened

    def open_page(self, pair: Pair, page: ConsequencesPage | None = None, *, behind: bool = False) -> ConsequencesView:
        """Show the effects of a revision on our items, in its existing tab or in a new tab."""
        view = self._find_view(ConsequencesView, pair)
        if view is None:
            view = ConsequencesView(self._desk, self._tasks, *pair)
            view.review_requested.connect(lambda: self.open_review(pair))
            view.comparison_requested.connect(lambda: self._navigate.open_comparison(*pair))
            view.export_requested.connect(lambda: self.export(pair))
            view.mail_requested.connect(lambda: self.copy_for_mail(pair))
            view.opened.connect(self._open_row)
        if page is not None:
            view.show_page(page)
        name = self.tr("What changed · {name}").format(name=self._name(pair[1]))
        self._navigate.show_page(view, name, behind=behind)
        return view

    def open_review(self, pair: Pair) -> CarryoverView:
        """Show what was carried over, first what waits for an answer."""
        view = self._find_view(CarryoverView, pair)
        if view is None:
            view = CarryoverView(self._desk, self._tasks, *pair)
            view.opened.connect(self._open_row)
        self._navigate.show_page(view, self.tr("Carried over · {name}").format(name=self._name(pair[1])))
        return view

    def _add_own_items_box(self, view: QWidget) -> None:
        """Show beside a comparison what changed for us."""
        if not isinstance(view, ComparisonView) or view.side.findChild(OwnItemsBox) is not None:
            return
        box = OwnItemsBox(self._desk, self._tasks, view)
        box.row_requested.connect(lambda told: self._open_row(told, behind=False))
        box.page_requested.connect(lambda: self.open_page((view.old, view.new)))
        box.review_requested.connect(lambda: self.open_review((view.old, view.new)))
        box.carry_requested.connect(view.setFocus)  # the button goes once all is carried over
        box.carry_requested.connect(lambda: self.carry((view.old, view.new), lambda _: None))
        view.side.boxes.addWidget(box)

    def _find_view(self, kind: type[V], pair: Pair) -> V | None:
        return next((view for view in self._navigate.pages(kind) if (view.old, view.new) == pair), None)

    def _open_row(self, told: ChangeListRow, behind: bool) -> None:
        place = told.place or told.before
        if place is not None:
            self._navigate.open_place(place, behind=behind)

    # What is asked for

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {
            "action_consequences": partial(self._carry_then, self.open_page),
            "action_carry": partial(self._carry_then, self._report_carryover),
            "action_carried": partial(self._carry_then, self.open_review),
            "action_consequences_file": partial(self._carry_then, self.export),
            "action_consequences_mail": partial(self._carry_then, self.copy_for_mail),
        }

    def current_pair(self) -> Pair | None:
        """The pair that the tab in front is about; None where it is about one document or none."""
        view = self._navigate.current_page()
        old, new = getattr(view, "old", None), getattr(view, "new", None)
        return (old, new) if old is not None and new is not None else None

    def _carry_then(self, do: Callable[[Pair], object]) -> None:
        """Carry over and continue: between the documents of the current tab, or to a document from its predecessor."""
        pair, document = self.current_pair(), self._document()
        if pair is not None:
            self.carry(pair, do)
        elif document is not None:
            find = self._desk.carryover.predecessor
            self._tasks.read(lambda: find(document), lambda found: self._carry_from(found, document, do))

    def open_page_of(self, document: DocumentId) -> None:
        """Carry over to a revision from its predecessor, and show what it changed for us."""
        find = self._desk.carryover.predecessor
        self._tasks.read(lambda: find(document), lambda found: self._carry_from(found, document, self.open_page))

    def _carry_from(self, found: LibraryDocument | None, document: DocumentId, do: Callable[[Pair], object]) -> None:
        if found is not None:
            self.carry((found.id, document), do)
            return
        name = self._name(document)
        advice = self.tr("Use “Compare with…” to compare it with any document.")
        none = self.tr("The library has no earlier revision of {name}").format(name=name)
        self._notify.show_notice(none, [advice])

    def carry(self, pair: Pair, do: Callable[[Pair], object]) -> None:
        """Compare, carry over what stands on the old document, and go on."""
        desk, tasks = self._desk, self._tasks
        what = self.tr("Comparing {old} with {new}").format(old=self._name(pair[0]), new=self._name(pair[1]))

        def go(comparison: Comparison) -> None:
            tasks.write(lambda: desk.carryover.carry(comparison), lambda _: do(pair))

        self._tasks.flush()
        tasks.read(lambda: desk.comparisons.compare(*pair), go, what=what)

    def load_page(
        self, comparison: Comparison, done: Callable[[ConsequencesPage], object], failed: Callable[[Exception], object]
    ) -> None:
        """Gather the page on a comparison whose notes were carried."""
        desk = self._desk
        self._tasks.read(
            lambda: load_consequences_page(desk, desk.consequences.for_comparison(comparison)), done, failed=failed
        )

    def _report_carryover(self, pair: Pair) -> None:
        """Say how many were placed, and lead to those that were not."""

        def tell(carry: Carry) -> None:
            head = self.tr("Carried over to {name}").format(name=self._name(pair[1]))
            link = (self.tr("Review"), partial(self.open_review, pair))
            self._notify.show_notice(head, [changes.carryover_summary(carry)], link)

        carried = self._desk.carryover.carried
        self._tasks.read(lambda: carried(*pair), tell)

    def export(self, pair: Pair) -> None:
        """Look at what the page holds, and write it to a file."""

        def show(page: ConsequencesPage) -> None:
            from delegate_desk.gui.export.export_dialog import ExportDialog
            from delegate_desk.gui.export.exports import consequences_export

            ExportDialog(self._desk, self._tasks, consequences_export(page.consequences), self._window).open()

        self._tasks.flush()
        self._tasks.read(lambda: load_consequences(self._desk, *pair), show)

    def copy_for_mail(self, pair: Pair) -> None:
        """Put the page in the clipboard as the text of a mail, with its marks where the mail takes them."""
        desk = self._desk

        def gather() -> Steps[Mail]:
            page = yield from load_consequences(desk, *pair)
            return desk.export.mail(page.consequences, ExportKind.CONSEQUENCES, ExportOptions())

        def keep(mail: Mail) -> None:
            clipboard.copy_mail(mail)
            advice = self.tr("It contains internal text. Paste it only into an email to the capital.")
            self._notify.show_briefly(self.tr("“What changed for us” copied"), [advice])

        self._tasks.flush()
        self._tasks.read(gather, keep)

    def _name(self, document: DocumentId) -> str:
        return self._desk.documents.get(document).name

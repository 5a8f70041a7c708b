"""What others wrote on a document, paper by paper: first what has no place yet, each part placed by one key."""

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.contributions.contribution import ContributionId
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.desk import Desk
from delegate_desk.gui.contributions.contributions_model import ContributionEntry, ContributionsState, load_written
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import label, linked, set_property, while_there
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_delegate import MARGIN
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow
from delegate_desk.gui.widgets.rows.change_list_view import ToldView
from delegate_desk.gui.widgets.rows.hit_delegate import column


class ContributionsView(ToldView):
    """The tab.

    Signals:
        paper_asked: A paper is to be shown, with its number.
        import_asked: Another paper is to be brought in.
    """

    paper_asked = Signal(int)
    import_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.document = document
        self.written: ContributionsState | None = None
        self._next: str | None = None
        self._name(self.tr("Written comments"))
        self.count = label("", "soft", wrap=True)
        self.papers = linked("soft")
        self.papers.setAccessibleName(self.tr("Imported documents"))
        self.import_button = QPushButton(self.tr("Import Written Comments…"))
        self.place_edit = QLineEdit()
        self.place_edit.setPlaceholderText(self.tr("Another place, such as 5(2)(a), then Enter"))
        self.place_edit.setAccessibleName(self.tr("Place of the current comment"))
        self.told_label = label("", "danger", wrap=True)
        self.told_label.hide()
        self.setFocusProxy(self.import_button)  # until there is a list
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.setSpacing(4)
        self._head.addLayout(head)
        self._head.addWidget(self.count)
        self._head.addWidget(self.papers)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(self.place_edit)
        self._foot.addWidget(self.told_label, 9)
        self._foot.addStretch(1)
        self.place_edit.setFixedWidth(320)
        self._stack_up(self._foot)
        self.place_edit.hide()

    def _connect(self) -> None:
        self.list.picked.connect(self._pick)
        self.list.dropped.connect(self._drop)
        self.list.chosen.connect(lambda _: self._say(""))
        self.import_button.clicked.connect(self.import_asked)
        self.papers.linkActivated.connect(self._follow_link)
        self.place_edit.returnPressed.connect(self._place_typed)
        self.place_edit.textEdited.connect(lambda _: self._say(""))
        for field in (self.place_edit, self.import_button):
            field.installEventFilter(self)
        action = QAction(self.list)
        action.setObjectName("contribution_place")
        action.setShortcuts(key_bindings.given("contribution_place"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.place_edit.setFocus)
        self.list.addAction(action)
        key_bindings.dress([action], self)

    @property
    def marking(self) -> str | None:
        """The marking of the document, else of a paper on it."""
        written = self.written
        if written is None:
            return None
        heads = [written.on.header, *(paper.header for _, paper in written.papers)]
        return next((head.marking for head in heads if head.marking), None)

    @property
    @override
    def place(self) -> Place | None:
        """Where in the document what is at hand stands."""
        told = self.list.told()
        return told.place if told else None

    @override
    def _gather(self) -> Ticket:
        desk, document = self._desk, self.document
        return self._tasks.read(lambda: load_written(desk, document), while_there(self, self._show))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column(self.width())
        self._foot.setContentsMargins(left + MARGIN, 8, self.width() - left - width + 12, 12)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.place_edit and event.key() == Qt.Key.Key_Escape:
                self.place_edit.clear()
                self.list.setFocus()
                return True
            if watched is self.import_button and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.import_button.click()
                return True
        return super().eventFilter(watched, event)

    def _show(self, written: ContributionsState) -> None:
        self._ticket = None
        self.written = written
        wanted, self._next = self._next, None
        nothing = self.tr("No written comments on {name} yet. Press Enter to choose a document from the library.")
        self._show_rows(written.rows, nothing.format(name=written.on.name), wanted)
        self.place_edit.setVisible(bool(written.rows))
        self._show_head()
        self._give_keys()
        self.shown.emit()

    def _give_keys(self) -> None:
        """The keys go to the list, or to the button where there is none; a place being typed keeps them."""
        there = self.list if self.list.rows.rows else self.import_button
        self.setFocusProxy(there)
        focused = self.window().focusWidget()
        if self.isVisible() and (focused is None or focused in (self.list, self.import_button, self)):
            there.setFocus()

    @override
    def _show_head(self) -> None:
        written = self.written
        if written is None:
            return
        ink = theme.color("accent").name()
        self._write_title(self.tr("Written comments"), written.on.name)
        lost = terms.counted(
            written.unplaced,
            self.tr("1 comment without a place: press 1–9 to choose one, P to type one, 0 for a general comment."),
            self.tr("{n} comments without a place: press 1–9 to choose one, P to type one, 0 for a general comment."),
        )
        all_placed = self.tr("All comments have a place. Enter shows it, P changes it.") if written.rows else ""
        self.count.setText(lost if written.unplaced else all_placed)
        lines = [
            f'<a style="color:{ink}" href="paper:{one.paper}">{escape(paper.name)}</a> '
            f"{escape(_subject(paper.header.subject or paper.file_name))} · {_counted(len(one.placed))} · "
            f'<a style="color:{ink}" href="out:{one.id}">{escape(self.tr("Take out"))}</a>'
            for one, paper in written.papers
        ]
        self.papers.setText("<br>".join(lines))
        self.papers.setVisible(bool(lines))

    def _follow_link(self, link: str) -> None:
        what, _, key = link.partition(":")
        if what == "paper":
            self.paper_asked.emit(int(key))
        else:
            self._tasks.write(lambda: self._desk.contributions.remove(ContributionId(key)))

    def _part(self, told: ChangeListRow | None) -> ContributionEntry | None:
        return self.written.parts.get(told.key) if self.written is not None and told is not None else None

    def _pick(self, told: ChangeListRow, key: str) -> None:
        one = self._part(told)
        if one is not None:
            self._put(told, one, one.candidates[int(key) - 1])

    def _drop(self, told: ChangeListRow) -> None:
        """What has a place loses it; what has none becomes a general comment."""
        one = self._part(told)
        if one is None or one.placed.general:
            return
        if one.placed.address is not None:
            self._next = told.key
            self._tasks.write(lambda: self._desk.contributions.place(one.contribution, one.number, None))
        else:
            self._next = self._waiting_behind(told)
            self._tasks.write(lambda: self._desk.contributions.make_general(one.contribution, one.number))

    def _place_typed(self) -> None:
        told, typed = self.list.told(), self.place_edit.text().strip()
        one = self._part(told)
        if told is None or one is None or not typed:
            return
        try:
            address = self._desk.documents.place(self.document, typed)
        except UnknownPlaceError as error:
            self._say(explain(error))
            return
        self.place_edit.clear()
        self.list.setFocus()
        self._put(told, one, address)

    def _put(self, told: ChangeListRow, one: ContributionEntry, address: Address) -> None:
        """Give a part its place, and go on to the next that waits."""
        self._next = self._waiting_behind(told) if told.waits else told.key
        self._tasks.write(lambda: self._desk.contributions.place(one.contribution, one.number, address))

    def _waiting_behind(self, told: ChangeListRow) -> str | None:
        """The next that waits, round the corner; the one at hand itself where no other does."""
        waiting = [row.key for row in self.list.rows.rows if isinstance(row, ChangeListRow) and row.waits]
        at = waiting.index(told.key)
        return waiting[(at + 1) % len(waiting)]

    def _say(self, sentence: str) -> None:
        self.told_label.setText(sentence)
        self.told_label.setVisible(bool(sentence))
        set_property(self.place_edit, "wrong", bool(sentence))

    @override
    def _follow(self, changes: Changes) -> None:
        papers = {one.paper for one, _ in self.written.papers} if self.written is not None else set()
        if self.document in changes.contributions or changes.documents & {self.document, *papers}:
            self.refresh()


def _subject(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _counted(parts: int) -> str:
    translate = QCoreApplication.translate
    return terms.counted(parts, translate("contribution", "1 entry"), translate("contribution", "{n} entries"))

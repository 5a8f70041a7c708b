"""What the search box finds."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.search import Asked, HitKind, Results, Sort
from delegate_desk.desk import Desk
from delegate_desk.gui import filters, names
from delegate_desk.gui.forms.ui_search import Ui_Search
from delegate_desk.gui.models.hits import HitsModel, More
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.facets import FacetsPane
from delegate_desk.gui.views.hit_painter import HitPainter, column
from delegate_desk.gui.views.parts import Dressed, clear, part, while_there

_PAUSE = 60
"""Milliseconds after a key press before the search begins."""
_FIRST = 100
"""How many hits are shown at first."""


class SearchView(Dressed):
    """The results of the one box, as one types.

    Signals:
        opened: A hit is to be opened; with the ``Hit``, and True for a tab of its own.
        query_changed: The query was changed here, by a filter; the box should read so.
        left: The arrow went up from the first hit: back to the box.
        answered: An answer is shown, with its ``Results``.
    """

    opened = Signal(object, bool)
    query_changed = Signal(str)
    left = Signal()
    answered = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._query = ""
        self._typing = True
        self._limit = _FIRST
        self._ticket: Ticket | None = None
        self._asked = ""
        self._opens: bool | None = None
        self._stale = self._rebuilt = False
        self.results: Results | None = None
        self.ui = Ui_Search()
        self.ui.setupUi(self)
        part(self, "paper")
        self.facets = FacetsPane()
        self._model = HitsModel(self)
        hits = self.ui.hit_list
        hits.setModel(self._model)
        hits.setItemDelegate(HitPainter(hits, self._model))
        hits.viewport().setMouseTracking(True)
        hits.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.ui.sort_combo.currentIndexChanged.connect(self._ask_again)
        self.ui.ending_button.toggled.connect(self._ask_again)
        self.ui.empty_label.linkActivated.connect(self._try)
        self.facets.narrowed.connect(self._change)
        hits.clicked.connect(self._click)
        tasks.changed.connect(self._follow)
        self._show_nothing()

    @property
    def query(self) -> str:
        """What is searched for, as in the box."""
        return self._query

    @property
    def asked(self) -> Asked:
        """What the answer shown was asked for with."""
        return Asked(self._asked, typing=self._typing, stemming=self.ui.ending_button.isChecked())

    @property
    def marking(self) -> str | None:
        """The marking of what is shown: ``LIMITE`` as soon as one hit bears it."""
        hits = self.results.hits if self.results else ()
        return next((hit.marking for hit in hits if hit.marking), None)

    def search(self, text: str, *, typing: bool = True) -> None:
        """Search for what the box says; the answer comes when one pauses, and what was shown stays till then."""
        if text == self._query and typing == self._typing:
            return
        self._query, self._typing = text, typing
        self._limit = _FIRST
        self._opens = None
        self._pause.start(_PAUSE if typing else 0)

    def enter(self) -> None:
        """Go from the box into the list."""
        self._select_first()
        self.ui.hit_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_current(self, *, new_tab: bool = False) -> None:
        """Open the hit chosen, the first where none is; while a search is under way, when it is done."""
        if self._pause.isActive() or self._ticket is not None:
            self._opens = new_tab
            return
        self._select_first()
        self._open(self.ui.hit_list.currentIndex(), new_tab=new_tab)

    def step(self, by: int) -> None:
        """Go to another hit and open it: the next with 1, the one before with -1."""
        rows = [n for n, _ in self._model.hits()]
        if rows:
            current = self.ui.hit_list.currentIndex().row()
            place = rows.index(current) + by if current in rows else 0
            self._choose(self._model.index(rows[place % len(rows)]))
            self._open(self.ui.hit_list.currentIndex(), new_tab=False)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.ui.hit_list and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._press(event)
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column(self.width())
        right = self.width() - left - width
        self.ui.head_layout.setContentsMargins(left + 22, 0, right + 12, 4)
        self.ui.empty_label.setContentsMargins(left, 0, right, 0)

    def _press(self, event: QKeyEvent) -> bool:
        hits, key = self.ui.hit_list, event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(hits.currentIndex(), new_tab=control)
            return True
        first = next((n for n, _ in self._model.hits()), 0)
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and hits.currentIndex().row() <= first):
            self.left.emit()
            return True
        return False

    def _ask_again(self) -> None:
        self._pause.stop()
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._ask()

    def _ask(self) -> None:
        """Search; one search at a time, and when it ends the newest query is next."""
        self._stale = False
        if not self._query.strip():
            self._show_nothing()
            return
        if self._ticket is not None:
            return
        query, typing, limit = self._query, self._typing, self._limit
        sort = (Sort.RELEVANCE, Sort.DATE)[self.ui.sort_combo.currentIndex()]
        stemming = self.ui.ending_button.isChecked()
        self._asked = query
        self._ticket = self._tasks.read(
            lambda: self._desk.search.find(query, limit=limit, sort=sort, typing=typing, stemming=stemming),
            while_there(self, self._answer),
            failed=while_there(self, self._fail),
        )

    def _answer(self, results: Results) -> None:
        self._ticket = None
        self._rebuilt = self._rebuilt or results.rebuilt  # said even where this answer itself comes too late
        if self._asked != self._query:
            self._ask()
            return
        self._show(results)
        if self._opens is not None:
            new_tab, self._opens = self._opens, None
            self.open_current(new_tab=new_tab)

    def _fail(self, error: Exception) -> None:
        self._ticket = self._opens = None
        self._say(self.tr("This search could not be run. What was found before stays in the list."), with_list=True)
        self._tasks.failed.emit(error)

    def _show_nothing(self) -> None:
        self.results = None
        self._rebuilt = False
        self._model.show(None)
        self.ui.head_widget.hide()
        self.facets.show_facets({}, "")
        self._say(
            self.tr(
                "Type words, a phrase in quotes, or a filter such as <b>lang:el</b>, <b>after:2019-06</b> or "
                "<b>in:notes</b> into the box above."
            )
        )

    def _show(self, results: Results) -> None:
        """Show an answer in place of the last one; the hit chosen stays chosen where it is found again."""
        chosen = self._model.hit(self.ui.hit_list.currentIndex())
        top = self.ui.hit_list.verticalScrollBar().value()
        same = self.results is not None and self.results.query == results.query
        self.results = results
        self._model.show(results)
        self.ui.head_widget.show()
        self.ui.count_label.setText(self._count(results))
        understood = self.tr("Understood as: {text}").format(text=results.understood.said)
        self.ui.understood_label.setText(understood if results.understood.said else "")
        self.ui.rebuilt_label.setVisible(self._rebuilt)
        self._show_filters()
        self.facets.show_facets(results.facets, self._query)
        if results.hits:
            self.ui.empty_label.hide()
            self.ui.hit_list.show()
        else:
            self._say(self._advice())
        index = self._model.find(chosen) if chosen is not None else QModelIndex()
        if index.isValid() and same:
            self._choose(index)
            self.ui.hit_list.verticalScrollBar().setValue(top)
        else:
            self._select_first()
            self.ui.hit_list.scrollToTop()
        self.answered.emit(results)

    def _count(self, results: Results) -> str:
        elapsed = self.tr("{ms} ms").format(ms=max(1, round(results.elapsed_ms)))
        documents = len({hit.document for hit in results.hits if hit.kind is HitKind.PARAGRAPH})
        paragraphs = sum(hit.kind is HitKind.PARAGRAPH for hit in results.hits)
        shown = len(results.hits)
        if results.total > shown:
            counts = [self.tr("{n} hits").format(n=results.total), self.tr("the first {n} shown").format(n=shown)]
        elif paragraphs:
            within = names.counted(documents, self.tr("1 document"), self.tr("{n} documents"))
            found = names.counted(paragraphs, self.tr("1 paragraph"), self.tr("{n} paragraphs"))
            counts = [self.tr("{paragraphs} in {documents}").format(paragraphs=found, documents=within)]
        else:
            counts = []
        if results.total == shown:
            notes = sum(hit.kind is HitKind.ANNOTATION for hit in results.hits)
            positions = shown - paragraphs - notes
            if notes:
                counts.append(names.counted(notes, self.tr("1 note"), self.tr("{n} notes")))
            if positions:
                counts.append(
                    names.counted(positions, self.tr("1 line of a position"), self.tr("{n} lines of positions"))
                )
        return " · ".join([*(counts or [self.tr("Nothing found")]), elapsed])

    def _show_filters(self) -> None:
        clear(self.ui.filter_layout)
        for found in filters.filters(self._query):
            chip = QPushButton(f"{found.text} ×")
            part(chip, "filter")
            chip.setAccessibleName(self.tr("Without the filter {filter}").format(filter=found.text))
            gone = ((found.field, found.value),)
            chip.clicked.connect(lambda _=False, gone=gone: self._change(filters.without(self._query, gone)))
            self.ui.filter_layout.addWidget(chip)

    def _advice(self) -> str:
        """What to try where nothing was found: each suggestion is a link."""
        tries: list[str] = []
        if not self.ui.ending_button.isChecked():
            tries.append(f'<a href="ending">{self.tr("take words with any ending")}</a>')
        for n, found in enumerate(filters.filters(self._query)):
            said = self.tr("leave out the filter {filter}").format(filter=found.text.replace("<", "&lt;"))
            tries.append(f'<a href="filter {n}">{said}</a>')
        words = filters.words(self._query).split()
        if len(words) > 1:
            tries.append(f'<a href="fewer">{self.tr("search for fewer words")}</a>')
        if '"' in filters.words(self._query):
            tries.append(f'<a href="phrase">{self.tr("search for the words in any order")}</a>')
        if words:
            tries.append(f'<a href="prefix">{self.tr("take words that begin like the last one")}</a>')
        listed = "".join(f'<p style="margin: 4px 0 4px 12px">{one}</p>' for one in tries)
        return f"<p>{self.tr('Nothing found. You could try to')}</p>{listed}"

    def _try(self, link: str) -> None:
        if link == "ending":
            self.ui.ending_button.setChecked(True)
        elif link.startswith("filter"):
            found = filters.filters(self._query)[int(link.split()[1])]
            self._change(filters.without(self._query, ((found.field, found.value),)))
        elif link == "fewer":
            self._change(" ".join(self._query.replace('"', "").split()[:-1]))
        elif link == "phrase":
            self._change(self._query.replace('"', ""))
        else:
            words = self._query.split()
            self._change(" ".join([*words[:-1], words[-1].rstrip('*"')[: max(3, len(words[-1]) // 2)] + "*"]))

    def _change(self, query: str) -> None:
        """Search for a query that was made here, and let the box say so."""
        self.query_changed.emit(query)
        self.search(query, typing=False)

    def _say(self, text: str, *, with_list: bool = False) -> None:
        self.ui.empty_label.setText(text)
        self.ui.empty_label.show()
        self.ui.hit_list.setVisible(with_list)

    def _select_first(self) -> None:
        if self._model.row(self.ui.hit_list.currentIndex()) is None:
            first = next((n for n, _ in self._model.hits()), -1)
            self._choose(self._model.index(first))

    def _choose(self, index: QModelIndex) -> None:
        self.ui.hit_list.setCurrentIndex(index)
        self.ui.hit_list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _click(self, index: QModelIndex) -> None:
        control = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        self._open(index, new_tab=bool(control))

    def _open(self, index: QModelIndex, *, new_tab: bool) -> None:
        if isinstance(self._model.row(index), More):
            self._limit += 4 * _FIRST
            self._ask_again()
            return
        hit = self._model.hit(index)
        if hit is not None:
            self.opened.emit(hit, new_tab)

    def _follow(self, changes: Changes) -> None:
        """Search again when what can be found has changed."""
        if not (changes.documents or changes.annotations or changes.positions) or not self._query:
            return
        if self.isVisible():
            self._pause.start()
        else:
            self._stale = True

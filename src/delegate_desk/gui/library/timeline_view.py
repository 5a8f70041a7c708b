"""Timeline of a document's dossier: its documents in chronological order, missing ones, and suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import DossierRole, Milestone, Timeline, versions_to_compare
from delegate_desk.core.documents.dossiers import Dossier, DossierCandidate
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Controller
from delegate_desk.gui.library.documents_model import first_mention
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind, TabType
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, while_alive
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowList,
    RowMenus,
    RowModel,
    column_margins,
    draw_chip,
    draw_cursor,
    draw_marking,
    is_selected,
    write_line,
)

_MOST = 12
"""Maximum number of suggestions shown; answering them shows the next."""


@dataclass(frozen=True, slots=True)
class DossierSuggestion:
    offered: DossierCandidate
    is_dossier: bool

    @property
    def library_document(self) -> LibraryDocument:
        return (self.offered.dossier if self.is_dossier else self.offered.candidate).documents[-1]


Row = Milestone | str | DossierSuggestion
"""A text is the head of the suggestions below it."""


def load_timeline(desk: Desk, document: DocumentId) -> Timeline | None:
    """Return the timeline of a document; None if it went to the trash meanwhile: slow, safe on any thread."""
    try:
        return desk.dossiers.timeline(document)
    except UnknownDocumentError:
        return None


def load_suggestions(desk: Desk, document: DocumentId) -> list[DossierSuggestion]:
    try:
        targets, papers = desk.dossiers.suggestions_for_document(document), desk.dossiers.offers(document)
    except UnknownDocumentError:
        return []
    # of two suggestions for the same pair, the likelier one
    target_weights = {c.dossier.family_mark: c.weight for c in targets}
    paper_weights = {c.candidate.family_mark: c.weight for c in papers}
    targets = [c for c in targets if c.weight > paper_weights.get(c.dossier.family_mark, 0)]
    papers = [c for c in papers if c.weight >= target_weights.get(c.candidate.family_mark, 0)]
    return [DossierSuggestion(c, True) for c in targets] + [DossierSuggestion(c, False) for c in papers]


class TimelineModel(RowModel[Row]):
    head = str

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline: Timeline | None = None

    def set_timeline(self, timeline: Timeline, offers: Sequence[DossierSuggestion]) -> None:
        self.timeline = timeline
        targets, papers = [row for row in offers if row.is_dossier], [row for row in offers if not row.is_dossier]
        rows: list[Row] = [*timeline.milestones]
        for head, rows_below in ((self.tr("May belong to"), targets), (self.tr("May belong here"), papers)):
            if len(rows_below) > _MOST:
                limit_text = self.tr("the {n} most likely of {count}")
                head += " · " + limit_text.format(n=_MOST, count=terms.format_number(len(rows_below)))
            rows += [head, *rows_below[:_MOST]] if rows_below else []
        self.set_rows(rows)

    @override
    def key(self, row: Row) -> object:
        if isinstance(row, Milestone):
            return "milestone", row.key
        if isinstance(row, DossierSuggestion):
            return "offer", row.offered.dossier.family_mark if row.is_dossier else row.offered.candidate.family_mark
        return row

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, str):
            return row
        if isinstance(row, DossierSuggestion):
            return ", ".join((suggestion_name(row), dossiers.format_reasons(row.offered)))
        parts = (
            dossiers.document_name(row),
            dossiers.format_issue_day(row),
            dossiers.document_description(row, self.timeline) if self.timeline else "",
            ", ".join(map(terms.language_name, row.languages)),
            dossiers.own_items_summary(row),
        )
        return ", ".join(filter(None, parts))

    @override
    def tool_tip(self, row: Row) -> str | None:
        if isinstance(row, DossierSuggestion):
            return f"{suggestion_name(row)}\n{dossiers.format_reasons(row.offered)}"
        if isinstance(row, Milestone) and (document := row.preferred_version(terms.window_language(), "en")):
            return "\n".join(filter(None, (document.header.subject, *(version.file_name for version in row.versions))))
        return None


def suggestion_name(row: DossierSuggestion) -> str:
    if row.is_dossier:
        dossier = row.offered.dossier
        return " · ".join(dict.fromkeys((dossier.name, dossiers.dossier_title(dossier))))
    document = row.library_document
    subject = document.header.subject or document.file_name
    return f"{document.name} · {subject}" if document.header.reference else subject


ROW, _HEAD = 52, 40
_DATE, _SHORT_DATE, _LINE = 132, 72, 28
_NARROW = 560
"""Width in pixels below which dates are short, and our items are on the second line."""
_LEAST_SPACE = 30
_SMALL = (DossierRole.ADDENDUM, DossierRole.CORRIGENDUM, DossierRole.OTHER)


class TimelineDelegate(RowDelegate[Row]):
    """Draws a timeline. Missing documents have a hollow mark, addenda and corrigenda a small one."""

    _model: TimelineModel

    def compare_link_rect(self, index: Index) -> QRect:
        text = self._link(self._model.row(index), index.row())
        if not text:
            return QRect()
        area = self._column(self._view.visualRect(index))
        wide = min(QFontMetrics(theme.ui_font(theme.SMALL)).horizontalAdvance(text), area.width() - _text(area) - 12)
        return QRect(area.right() - 12 - wide, area.top() + 27, wide, 20)

    @override
    def _height(self, row: Row) -> int:
        return _HEAD if isinstance(row, str) else ROW

    @override
    def _paint(self, painter: QPainter, row: Row, index: Index, option: Any) -> None:
        area = self._column(option.rect)
        if isinstance(row, str):
            write_line(painter, area.adjusted(_text(area), 8, -12, 0), row, "soft", bold=True, size=theme.FINE)
            return
        selected = is_selected(option)
        if selected:
            draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
        if isinstance(row, Milestone):
            self._paint_line(painter, row, index.row(), area, chosen=selected)
            self._paint_milestone(painter, row, area, self._link(row, index.row()))
            return
        mark = QRectF(0, 0, 13, 13)
        mark.moveCenter(QPointF(area.left() + _date(area) + _LINE / 2, area.top() + 17.0))
        painter.setFont(theme.ui_font(bold=True))
        painter.setPen(theme.color("accent"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "?")
        first, second = _lines(area)
        if selected and len(self._chosen()) == 1:
            line = first if area.width() >= _NARROW else second
            keys = self.tr("A  accept · Del  not this dossier")
            line.setRight(write_line(painter, line, keys, "accent", size=theme.SMALL, align=RIGHT) - 16)
        write_line(painter, first, suggestion_name(row), "ink")
        write_line(painter, second, dossiers.format_reasons(row.offered), "soft", size=12)

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self._view.selectionModel().selectedIndexes()})

    def _link(self, row: Row | None, number: int) -> str:
        chosen, timeline = self._chosen(), self._model.timeline
        if timeline is None or not isinstance(row, Milestone) or number != self._view.currentIndex().row():
            return ""
        if len(chosen) > 1:
            ends = [value for n in (chosen[0], chosen[-1]) if isinstance(value := self._model.rows[n], Milestone)]
            if len(ends) == 2 and all(milestone.is_in_library for milestone in ends):
                return self.tr("C  compare {old} with {new}").format(
                    old=dossiers.document_name(ends[0]), new=dossiers.document_name(ends[1])
                )
            return ""
        predecessor = timeline.find(row.predecessor_key) if chosen == [number] else None
        return self.tr("C  compare with {name}").format(name=dossiers.document_name(predecessor)) if predecessor else ""

    def _paint_line(self, painter: QPainter, row: Milestone, number: int, area: QRect, *, chosen: bool) -> None:
        x, middle = area.left() + _date(area) + _LINE // 2, area.top() + 17
        rows = self._model.rows
        is_last = number + 1 >= len(rows) or not isinstance(rows[number + 1], Milestone)
        top, bottom = area.top() if number else middle, middle if is_last else area.bottom() + 1
        painter.fillRect(QRect(x - 1, top, 2, bottom - top), _faint_color())
        radius = 3.0 if row.role in _SMALL else 5.0
        ground = theme.color("tint" if chosen else "paper")
        if row.is_in_library:
            painter.setPen(QPen(ground, 2))
            painter.setBrush(theme.color("accent"))
        else:
            painter.setPen(QPen(theme.color("scrutiny_reservation"), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(ground)
        painter.drawEllipse(QPointF(x, middle), radius, radius)

    def _paint_milestone(self, painter: QPainter, row: Milestone, area: QRect, link: str) -> None:
        first, second = _lines(area)
        is_wide = area.width() >= _NARROW
        day = dossiers.format_issue_day(row, is_short=not is_wide)
        date = QRect(area.left() + 8, first.top(), _date(area) - 8, 24)
        write_line(painter, date, day, "soft", size=theme.SMALL, align=RIGHT)
        own_items = dossiers.own_items_summary(row)
        if is_wide and own_items:
            first.setRight(write_line(painter, first, own_items, "soft", size=theme.SMALL, align=RIGHT) - 12)
        role = "ink" if row.is_in_library else "soft"
        x = write_line(painter, first, dossiers.document_name(row), role, bold=row.is_in_library) + 8
        for language in row.languages:
            if x + _LEAST_SPACE < first.right():
                painter.setFont(theme.ui_font(theme.FINE))
                wide = painter.fontMetrics().horizontalAdvance(language.upper()) + 11
                chip = QRect(x, first.center().y() - 8, wide, 17)
                draw_chip(painter, language.upper(), chip, role="soft", outline=_faint_color())
                x += wide + 4
        marking = next((version.header.marking for version in row.versions if version.header.marking), None)
        if marking and x + 2 * _LEAST_SPACE < first.right():
            draw_marking(painter, marking, x + 2, first.center().y())
        if link:
            second.setRight(write_line(painter, second, link, "accent", size=theme.SMALL, align=RIGHT) - 16)
        description = dossiers.document_description(row, self._model.timeline) if self._model.timeline else ""
        if own_items and not is_wide:
            description = f"{own_items} · {description}"
        write_line(painter, second, description, "soft" if row.is_in_library else "scrutiny_reservation", size=12)


def _lines(area: QRect) -> tuple[QRect, QRect]:
    first = QRect(area.left() + _text(area), area.top() + 5, area.width() - _text(area) - 12, 24)
    return first, QRect(first.left(), area.top() + 27, area.right() - 12 - first.left(), 20)


def _date(area: QRect) -> int:
    return _DATE if area.width() >= _NARROW else _SHORT_DATE


def _text(area: QRect) -> int:
    return _date(area) + _LINE + 8


def _faint_color() -> QColor:
    colour = QColor(theme.color("soft"))
    colour.setAlphaF(0.45)
    return colour


class TimelineList(RowList):
    """Documents of a dossier; Enter opens a document, C compares it with the previous document, or two selected."""

    opened = Signal(object, bool)  # The ``Row``, and True for a background tab
    previewed = Signal(object)  # A ``Row`` was clicked
    compare_requested = Signal(list)  # The ``Milestone`` rows selected
    move_requested = Signal(list)  # The numbers of the documents selected
    separation_requested = Signal(list)
    reset_requested = Signal(list)
    accepted = Signal(object)  # The suggestion is right, with the ``DossierCandidate``
    rejected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = TimelineModel(self)
        self.delegate = TimelineDelegate(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.menus = RowMenus(self, lambda _: self.build_menu())
        self.selectionModel().selectionChanged.connect(lambda *_: self.viewport().update())
        self.clicked.connect(self._on_clicked)
        self.add_usual_actions(self.open_current, "timeline_open_behind")
        make = self.add_list_action
        emit_documents, emit_suggestion = self._emit_documents, self._emit_suggestion
        compare = self.tr("&Compare with Previous, or First and Last Selected")
        self.action_compare = make(compare, self._compare, "C", name="timeline_compare")
        move, part = self.tr("&Move to Another Dossier…"), self.tr("Make a Separ&ate Dossier")
        self.action_move = make(move, partial(emit_documents, self.move_requested), "M", name="timeline_move")
        self.action_part = make(part, partial(emit_documents, self.separation_requested), "S", name="timeline_part")
        reset, accept = self.tr("A&ssign Automatically"), self.tr("A&dd to This Dossier")
        self.action_back = make(reset, partial(emit_documents, self.reset_requested), "U", name="timeline_back")
        self.action_accept = make(accept, partial(emit_suggestion, self.accepted), "A", name="timeline_accept")
        refuse = self.tr("&Not This Dossier")
        self.action_refuse = make(refuse, partial(emit_suggestion, self.rejected), "Del", name="timeline_refuse")
        make(self.tr("Actions"), self.menus.show_menu, "Menu", "Shift+F10", name="timeline_offer")

    def show_timeline(self, timeline: Timeline, offers: Sequence[DossierSuggestion], *, key: str | None = None) -> None:
        """Show a dossier, keeping the current row, or the milestone with a key."""
        stored, y = self.rows.row(self.currentIndex()), self.verticalScrollBar().value()
        number = self.currentIndex().row()
        self.rows.set_timeline(timeline, offers)
        selected = timeline.find(key) if key else stored
        place = self.rows.find(self.rows.key(selected)) if selected is not None else None
        if place is None:
            place = min(max(number, 0), len(timeline.milestones) - 1) if stored else len(timeline.milestones) - 1
        self.selectionModel().setCurrentIndex(self.rows.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if stored:
            self.verticalScrollBar().setValue(y)
        self.scrollTo(self.currentIndex())

    def chosen(self) -> list[Milestone]:
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [row for n in numbers if isinstance(row := self.rows.rows[n], Milestone)]

    def current_row(self) -> Row | None:
        return self.rows.row(self.currentIndex())

    def open_current(self, *, behind: bool = False) -> None:
        row = self.current_row()
        if row is not None and not isinstance(row, str):
            self.opened.emit(row, behind)

    def build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.action_open, self.action_open_behind])
        menu.addSeparator()
        if isinstance(self.current_row(), DossierSuggestion):
            menu.addActions([self.action_accept, self.action_refuse])
        else:
            menu.addAction(self.action_compare)
            menu.addSeparator()
            menu.addActions([self.action_move, self.action_part, self.action_back])
        return menu

    def _compare(self) -> None:
        if chosen := self.chosen():
            self.compare_requested.emit(chosen)

    def _emit_documents(self, signal: SignalInstance) -> None:
        if documents := [document.id for milestone in self.chosen() for document in milestone.versions]:
            signal.emit(documents)

    def _emit_suggestion(self, signal: SignalInstance) -> None:
        row = self.current_row()
        if isinstance(row, DossierSuggestion):
            signal.emit(row.offered)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_plain and event.button() is Qt.MouseButton.LeftButton and self._is_on_link(event.position().toPoint()):
            self._compare()  # the selection stays
        else:
            super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        point = self.viewport().mapFromGlobal(QCursor.pos())
        if row is not None and not QGuiApplication.keyboardModifiers() and not self._is_on_link(point):
            self.previewed.emit(row)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.indexAt(point).isValid() and not self._is_on_link(point):
            self.open_current()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_link = self._is_on_link(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _is_on_link(self, point: QPoint) -> bool:
        return self.delegate.compare_link_rect(self.indexAt(point)).contains(point)


_BEGINNING = Address("")


class TimelineView(RefreshingView):
    help_page = "revisions#dossiers"
    opened = Signal(object, bool)  # The ``Place``, its address empty for the beginning, and True for a tab behind
    previewed = Signal(object)  # A ``Place`` is to be previewed
    dossier_requested = Signal(int)
    compare_requested = Signal(int, int)
    move_requested = Signal(list)
    notice_requested = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId) -> None:
        super().__init__(desk, tasks)
        self.document = document
        self._suggestions: list[DossierSuggestion] = []
        self.timeline: Timeline | None = None
        self.setAccessibleName(self.tr("Timeline of the dossier"))
        self.title = label("", "title", wrap=True)
        self.summary = label("", "soft", wrap=True)
        self.list = TimelineList()
        self.list.setAccessibleName(self.tr("Documents of the dossier in order of time"))
        column_layout(self.title, self.summary, 8, (self.list, 1), within=self, margins=(0, 16, 0, 0), spacing=4)
        self.setFocusProxy(self.list)
        self.list.opened.connect(lambda row, behind: self._open(row, lambda place: self.opened.emit(place, behind)))
        self.list.previewed.connect(lambda row: self._open(row, self.previewed.emit))
        self.list.compare_requested.connect(self._compare)
        self.list.move_requested.connect(self.move_requested)
        self.list.separation_requested.connect(lambda chosen: tasks.write(lambda: desk.dossiers.separate(chosen)))
        self.list.reset_requested.connect(lambda chosen: tasks.write(lambda: desk.dossiers.reset_assignments(chosen)))
        self.list.accepted.connect(lambda offered: tasks.write(lambda: desk.dossiers.accept(offered)))
        self.list.rejected.connect(lambda offered: tasks.write(lambda: desk.dossiers.refuse(offered)))

    @override
    def state(self) -> PageState:
        keys = self.tr("↑↓ select · Enter open · C compare · Shift+↑↓ select two · M move · S separate · U automatic")
        return PageState(self.document, marking=self.marking, text=keys)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.TIMELINE, (int(self.document),))

    @property
    def marking(self) -> str | None:
        documents = self.timeline.dossier.documents if self.timeline else ()
        return next((document.header.marking for document in documents if document.header.marking), None)

    def select_document(self, document: DocumentId) -> None:
        self.document = document
        found = self.timeline.for_document(document) if self.timeline else None
        if found and self.timeline:
            self.list.show_timeline(self.timeline, self._suggestions, key=found.key)

    @override
    def _loader(self) -> Callable[[], Timeline | None]:
        return partial(load_timeline, self._desk, self.document)

    @override
    def _show(self, content: Timeline | None) -> None:
        if content is None:  # the document was removed, and the page will be
            return
        first = self.timeline is None
        self.timeline = timeline = content
        found = timeline.for_document(self.document) if first else None
        self.title.setText(dossiers.dossier_title(timeline.dossier))
        self.summary.setText(dossiers.timeline_summary(timeline))
        self.list.show_timeline(timeline, self._suggestions, key=found.key if found else None)
        self.state_changed.emit()
        desk, key = self._desk, self.document
        self._ticket = self._tasks.read(lambda: load_suggestions(desk, key), self._show_suggestions)

    def _show_suggestions(self, offers: list[DossierSuggestion]) -> None:
        self._ticket = None
        if self.timeline is not None and offers != self._suggestions:
            self._suggestions = offers
            self.list.show_timeline(self.timeline, offers)

    def _open(self, row: Row, open_place: Callable[[Place], object]) -> None:
        """Open a document, a missing one where another names it, a suggested one at its evidence; or a timeline."""
        if isinstance(row, DossierSuggestion) and row.is_dossier:
            self.dossier_requested.emit(row.library_document.id)
        elif isinstance(row, DossierSuggestion):
            own = {version.id for version in row.offered.candidate.documents}
            places = (reason.place for reason in row.offered.reasons if reason.place and reason.place[0] in own)
            open_place(Place(*next(places, (row.library_document.id, _BEGINNING))))
        elif isinstance(row, Milestone) and row.is_in_library:
            document = row.preferred_version(terms.window_language(), "en")
            if document is not None:
                open_place(Place(document.id, _BEGINNING))
        elif isinstance(row, Milestone) and row.named_by:
            find = partial(first_mention, self._desk, row.named_by[0].id, row.reference)
            self._tasks.read(find, while_alive(self, open_place))

    def _compare(self, chosen: list[Milestone]) -> None:
        if self.timeline is None or not chosen:
            return
        if len(chosen) == 1:
            predecessor = self.timeline.find(chosen[0].predecessor_key)
            if predecessor is None:
                text = self.tr("The library has no earlier version of {name}. Select two documents to compare.")
                self.notice_requested.emit(text.format(name=chosen[0].key))
                return
            old, new = predecessor, chosen[0]
        else:
            old, new = self.timeline.in_order(chosen[0], chosen[-1])
        versions = versions_to_compare(old, new, terms.window_language(), "en")
        if versions is None:
            self.notice_requested.emit(
                self.tr("Documents that are not in the library cannot be compared. Select two that are.")
            )
            return
        self.compare_requested.emit(versions[0].id, versions[1].id)

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.documents or changes.annotations or changes.positions or changes.meetings:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self.title, self.summary):
            widget.setContentsMargins(column_margins(self.width(), 8))


_MOST_IMPORTED = 20
"""Number of documents imported together above which nothing is suggested; their timelines do."""


class DossiersController(Controller):
    def tab_type(self) -> TabType:
        return TabType(TabKind.TIMELINE, lambda entry: self.open(entry.documents[0]))

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_timeline": self.open_current}

    def open(self, document: DocumentId) -> TimelineView:
        navigate = self._context.navigate
        views, family = navigate.pages(TimelineView), navigate.family(document)
        view = next((view for view in views if navigate.family(view.document) == family), None)
        if view is None:
            view = TimelineView(self._desk, self._tasks, document)
            view.opened.connect(lambda place, behind: navigate.open_place(place, behind=behind))
            view.previewed.connect(partial(self._preview, view))
            view.dossier_requested.connect(self.open)
            view.compare_requested.connect(navigate.open_comparison)
            view.move_requested.connect(self.prompt_dossier)
            nothing, show_notice = self.tr("Nothing to compare"), self._context.notify.show_notice
            view.notice_requested.connect(lambda text: show_notice(nothing, [text]))
        else:
            view.select_document(document)
        navigate.show_page(view)
        return view

    def open_current(self) -> None:
        document = self._context.navigate.current_document()
        if document is None:
            chosen = self._context.navigate.library_selection()
            document = chosen[0].id if chosen and chosen[0].trashed is None else None
        if document is not None:
            self.open(document)

    def suggest_dossiers(self, documents: Sequence[DocumentId]) -> None:
        """Suggest unobtrusively the dossiers of imported documents whose headers name none."""
        if 0 < len(documents) <= _MOST_IMPORTED:
            self._tasks.read(lambda: self._desk.dossiers.suggestions_for_documents(documents), self._report_suggestions)

    def _report_suggestions(self, found: list[DossierCandidate]) -> None:
        if not found:
            return
        first = found[0].candidate.documents[-1].id
        head = terms.format_count(
            len(found), self.tr("A document may belong to a dossier"), self.tr("{n} documents may belong to dossiers")
        )
        sentences = [
            self.tr("{paper} to {dossier}: {reasons}").format(
                paper=candidate.candidate.documents[-1].name,
                dossier=candidate.dossier.name,
                reasons=dossiers.format_reasons(candidate),
            )
            for candidate in found
        ]
        link = (self.tr("Review"), lambda: self.open(first))
        self._context.notify.show_notice(head, sentences, link, after=True)  # the result of the import comes first

    def prompt_dossier(self, documents: Sequence[DocumentId]) -> None:
        """Let the delegate choose another dossier for documents, such as those selected in a timeline."""
        self._tasks.read(self._desk.dossiers.all, partial(self._show_dossier_chooser, documents))

    def _show_dossier_chooser(self, documents: Sequence[DocumentId], found: list[Dossier]) -> None:
        choices = [
            (" · ".join(dict.fromkeys((dossiers.dossier_title(dossier), dossier.name))), dossier.documents[0].id)
            for dossier in found
            if not any(document.id in documents for document in dossier.documents)
        ]
        dialog = NameChooserDialog(choices, self._context.window)
        move = self._desk.dossiers.move
        dialog.chosen.connect(lambda target: self._tasks.write(lambda: move(documents, target)))
        hint = self.tr("Type the subject of the dossier or its interinstitutional file")
        dialog.place(self._context.window, self.tr("Move to Another Dossier"), hint, self.tr("Dossiers"))
        dialog.open()

    def _preview(self, view: TimelineView, place: Place) -> None:
        """Preview another document; not one of the same family, which would replace the timeline in its tab."""
        navigate = self._context.navigate
        if navigate.family(place.document) != navigate.family(view.document):
            navigate.preview_place(place)

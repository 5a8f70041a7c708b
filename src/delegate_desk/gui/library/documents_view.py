"""The left column: the library's dossiers and documents, saved searches, meetings, missing documents, and the trash."""

from collections.abc import Callable, Iterable
from functools import partial, reduce
from operator import or_
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QMenu, QMessageBox, QStyle, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.positions.position import PositionStatus
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_documents import Ui_Documents
from delegate_desk.gui.library.documents_model import (
    SECTIONS,
    TODAY,
    DocumentsModel,
    Library,
    LibraryRow,
    RowKind,
    first_mention,
    load_library,
    updated_library,
)
from delegate_desk.gui.library.import_controller import open_original
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import confirm, message_box, show_text
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import (
    CURSOR_BAR,
    RIGHT,
    Index,
    RowDelegate,
    RowMenus,
    RowModel,
    add_action,
    count_title_lines,
    draw_chevron,
    draw_ground,
    draw_marking,
    is_hovered,
    is_selected,
    title_lines,
    write_line,
)

_LEFT, _INDENT, _EDGE, _DOT = 16, 32, 16, 7
_LINE, _META = 18, 16
"""Height of a title line, and of the line below it."""
_ICONS = {
    RowKind.TODAY: "calendar",
    RowKind.SEARCH: "bookmark",
    RowKind.MISSING_HEAD: "circle-dashed",
    RowKind.ACTS_HEAD: "file-text",
    RowKind.TRASH_HEAD: "trash",
    RowKind.BACK: "chevron-left",
}
_PLAIN = (RowKind.TODAY, RowKind.SEARCH, RowKind.MEETING, RowKind.DOSSIER, RowKind.MEETINGS, *SECTIONS)
"""Rows in the text colour; all others except families are soft."""
_TITLED = (RowKind.FAMILY, RowKind.MEETING)
"""Rows with a title in one or two lines, and a line below it."""
_BOLD = (RowKind.HEAD, RowKind.DOSSIER, RowKind.MEETINGS)
STATUS_ROLES = {
    PositionStatus.DRAFT: "accent",
    PositionStatus.CLEARED: "support",
    PositionStatus.SENT: "soft",
    PositionStatus.WITHDRAWN: "soft",
}


class LibraryDelegate(RowDelegate[LibraryRow]):
    """Draws a row of the library: a family or a meeting in its title and a line below it, all else in one line."""

    def __init__(
        self,
        view: QListView,
        model: RowModel[LibraryRow],
        library: DocumentsModel,
        is_current: Callable[[LibraryRow], bool],
    ) -> None:
        super().__init__(view, model)
        self._library = library
        self._is_current = is_current

    @override
    def _height(self, row: LibraryRow) -> int:
        if row.kind in _TITLED:
            lines = count_title_lines(self._library.text(row), self._title_width())
            return _LINE * lines + _META + (theme.NEAR if theme.density() == "comfortable" else 4)
        return theme.row_height() + {RowKind.HEAD: theme.TIGHT, RowKind.VERSION: -theme.TIGHT}.get(row.kind, 0)

    @override
    def _paint(self, painter: QPainter, row: LibraryRow, index: Index, option: Any) -> None:
        is_current, has_focus, box = self._is_current(row), self._view.hasFocus(), option.rect
        is_focused = has_focus and bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_tinted = is_current or is_focused or (has_focus and is_selected(option))
        if row.kind is not RowKind.HEAD and (is_tinted or is_hovered(option)):
            ground = box.adjusted(8, 0, -8, 0)
            draw_ground(painter, ground, tinted=is_tinted)
            if is_focused:
                painter.fillRect(ground.left(), ground.top(), CURSOR_BAR, ground.height(), theme.color("accent"))
        if row.kind is RowKind.VERSION:
            self._paint_meta(painter, row, box.adjusted(_INDENT, 0, -_EDGE, 0), row.text)
            return
        if row.kind not in _TITLED:
            self._paint_line(painter, row, box, current=is_current)
            return
        text, width = self._library.text(row), self._title_width()
        lines = title_lines(text, width, count_title_lines(text, width), bold=is_current)
        top = box.top() + (box.height() - _LINE * len(lines) - _META) // 2
        if row.is_unfolded is not None:
            draw_chevron(painter, QPointF(_LEFT + 5, top + _LINE / 2), is_down=row.is_unfolded)
        if self._library.is_unread(row.documents):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            middle = QPointF(_LEFT + 6 if row.is_unfolded is None else _LEFT - 3, top + _LINE / 2)
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        inner = QRect(_INDENT, top, box.width() - _INDENT - _EDGE, _LINE)
        for line in lines:
            write_line(painter, inner, line, "accent" if is_current else "ink", bold=is_current)
            inner.translate(0, _LINE)
        inner.setHeight(_META)
        name = row.documents[0].name.removeprefix("ST ") if row.documents else row.side
        self._paint_meta(painter, row, inner, name)

    def _title_width(self) -> int:
        return self._view.viewport().width() - _INDENT - _EDGE

    def _paint_meta(self, painter: QPainter, row: LibraryRow, box: QRect, name: str) -> None:
        """Write the number of a version, the status of our position, and its languages at the right."""
        languages = " ".join(dict.fromkeys(document.header.language.upper() for document in row.documents))
        box.setRight(write_line(painter, box, languages, "soft", size=theme.FINE, align=RIGHT) - theme.NEAR)
        status = self._library.status(row)
        role = "accent" if row.kind is RowKind.VERSION and self._is_current(row) else "soft"
        if status is None:
            write_line(painter, box, name, role, size=theme.FINE, middle=True)
            return
        from delegate_desk.gui.widgets.labels import positions

        badge = positions.status_badge(status)
        width = QFontMetrics(theme.ui_font(theme.FINE, bold=True)).horizontalAdvance(badge)
        space = box.adjusted(0, 0, -width - 18, 0)
        end = write_line(painter, space, name, role, size=theme.FINE, middle=True)
        draw_marking(painter, badge, end + 6, box.center().y(), STATUS_ROLES[status])

    def _paint_line(self, painter: QPainter, row: LibraryRow, box: QRect, *, current: bool) -> None:
        is_head, is_bold = row.kind is RowKind.HEAD, current or row.kind in _BOLD
        inner = box.adjusted(_LEFT, theme.NEAR if is_head else 0, -_EDGE, 0)
        icon = _ICONS.get(row.kind)
        if icon is not None:
            theme.icon(icon).paint(painter, QRect(_LEFT, box.center().y() - 6, 14, 14))
            inner.setLeft(_LEFT + 22)
        elif row.kind is RowKind.NAMED:
            theme.icon("circle-dashed").paint(painter, QRect(_INDENT, box.center().y() - 4, 10, 10))
            inner.setLeft(_INDENT + 16)
        elif row.is_unfolded is not None and row.kind is not RowKind.MORE_DOSSIERS:
            draw_chevron(painter, QPointF(_LEFT + 5, box.center().y()), is_down=row.is_unfolded)
            inner.setLeft(_LEFT + 14)
        elif not is_head and row.kind is not RowKind.TRASHED:
            inner.setLeft(_INDENT)
        if row.kind is RowKind.MISSING_HEAD:
            draw_chevron(painter, QPointF(box.right() - _EDGE - 3, box.center().y()), is_down=False)
            inner.setRight(inner.right() - theme.APART)
        if row.kind is RowKind.TODAY and row.side:
            width = QFontMetrics(theme.ui_font(theme.FINE, bold=True)).horizontalAdvance(row.side) + 10
            inner.setRight(inner.right() - width)
            middle = box.center().y()
            draw_marking(painter, row.side, inner.right(), middle, "scrutiny_reservation", ground="warning_ground")
        elif row.side:
            role = "accent" if row.kind is RowKind.SEARCH else "soft"
            inner.setRight(write_line(painter, inner, row.side, role, size=theme.FINE, align=RIGHT) - theme.NEAR)
        role = "accent" if current else "ink" if row.kind in _PLAIN else "soft"
        ends_in_language = row.kind in (RowKind.REFERRER, RowKind.TRASHED) and bool(row.documents)
        size = theme.FINE if is_head or row.kind is RowKind.NAMED else theme.BASE
        write_line(painter, inner, row.text, role, bold=is_bold, size=size, middle=ends_in_language)


_HELD = (RowKind.FAMILY, RowKind.VERSION)
_EVERYTHING = Changes(documents=frozenset({TODAY}))
_OPENED = (RowKind.TODAY, *_HELD, RowKind.SEARCH, RowKind.MEETING, RowKind.DOSSIER, RowKind.NAMED, RowKind.REFERRER)


class DocumentsView(QWidget):
    previewed = Signal(int)  # A document was clicked, with its number: it is to be previewed
    opened = Signal(int, bool)  # A document is to be opened, with its number and True for a tab behind
    search_requested = Signal(object)
    place_requested = Signal(object)
    meeting_requested = Signal(object)
    dossier_requested = Signal(int)
    dossier_choice_requested = Signal(list)  # The documents are to be moved to another dossier
    comparison_requested = Signal(object)
    import_requested = Signal()
    today_requested = Signal()
    listed = Signal(object)  # The ``Library``

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._is_loaded = False
        self._is_loading = False
        self._pending = _EVERYTHING
        self.ui = Ui_Documents()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = DocumentsModel(self)
        self.sections = DocumentsModel(self)
        ui, rows = self.ui, self.ui.document_list
        rows.setModel(self.model)
        rows.setItemDelegate(LibraryDelegate(rows, self.model, self.model, self.model.is_current))
        rows.setSelectionMode(QListView.SelectionMode.ExtendedSelection)  # two of them can be compared
        ui.section_list.setModel(self.sections)
        ui.section_list.setItemDelegate(
            LibraryDelegate(ui.section_list, self.sections, self.model, lambda row: row.kind is self.model.section)
        )
        for view in (rows, ui.section_list):
            view.viewport().setMouseTracking(True)
            view.installEventFilter(self)
        self.setFocusProxy(rows)
        ui.empty_label.hide()
        rows.addActions([ui.action_open, ui.action_remove, ui.action_restore, ui.action_empty])
        rows.addAction(ui.action_forget_search)
        self.action_unread = add_action(
            rows, self.tr("Mark as Read or &Unread"), self._toggle_unread, [QKeySequence("U")], "library_unread"
        )
        self.model.retitled.connect(
            lambda key, title: tasks.write(partial(desk.corrections.set_short_title, DocumentId(key), title))
        )
        self._new_counts = LatestOnly(tasks, self)
        self.model.renamed.connect(
            lambda search, name: self._change_searches(partial(desk.search.rename_saved, search.name, name))
        )
        self._filter_key = key_bindings.key_label(ui.filter_edit)
        ui.filter_edit.textChanged.connect(self._filter)
        ui.filter_edit.returnPressed.connect(self._open_first)
        rows.clicked.connect(self._click)
        rows.activated.connect(self._open)
        ui.section_list.clicked.connect(self._show_section)
        ui.section_list.activated.connect(self._show_section)
        RowMenus(rows, self._menu_for_index)
        rows.selectionModel().currentChanged.connect(self._update_actions)
        ui.action_open.triggered.connect(lambda: self._open(rows.currentIndex()))
        ui.action_open_behind.triggered.connect(lambda: self._open_document(self._row(), behind=True))
        ui.action_remove.triggered.connect(self.remove_current)
        ui.action_restore.triggered.connect(self.restore_current)
        ui.action_empty.triggered.connect(self.empty_trash)
        ui.action_show_original.triggered.connect(self._open_original)
        ui.action_rename.triggered.connect(lambda: rows.edit(rows.currentIndex()))
        ui.action_forget_search.triggered.connect(self._delete_search)
        ui.action_details.triggered.connect(self._show_details)
        ui.action_compare.triggered.connect(self._compare)
        ui.action_timeline.triggered.connect(lambda: self.dossier_requested.emit(self._chosen_keys()[0]))
        ui.action_move_to_dossier.triggered.connect(lambda: self.dossier_choice_requested.emit(self._chosen_keys()))
        ui.action_make_dossier.triggered.connect(lambda: self._write_dossier(self._desk.dossiers.separate))
        ui.action_assign_dossier.triggered.connect(lambda: self._write_dossier(self._desk.dossiers.reset_assignments))
        tasks.changed.connect(self._on_changes)
        theme.changed.connect(rows.doItemsLayout)
        theme.subscribe_to_theme(self, self._fit_section_list)
        key_bindings.subscribe_to_keys(self, self._update_filter_hints)
        self._update_actions()

    # Loading

    def reload(self, *, anew: bool = True) -> None:
        """Load the library again; without ``anew`` citations of documents are assumed unchanged."""
        self._on_changes(_EVERYTHING if anew else Changes(settings=True))

    def _on_changes(self, changes: Changes) -> None:
        self._pending |= changes
        if changes and not self._is_loading:
            self._load()

    def _load(self) -> None:
        changes, library = self._pending, self.model.library
        self._pending, self._is_loading = Changes(), True

        def read() -> Library:
            if changes.documents:
                return load_library(self._desk)
            if changes.settings or changes.contributions:
                return load_library(self._desk, library)
            return updated_library(self._desk, library, changes)

        def fail(error: Exception) -> None:
            self._is_loading = False
            self._pending |= changes
            self._tasks.failed.emit(error)

        self._tasks.read(read, self._on_loaded, failed=fail)

    def _on_loaded(self, library: Library) -> None:
        self._is_loading = False
        if library is not self.model.library or not self._is_loaded:
            chosen, bar = self.current_document(), self.ui.document_list.verticalScrollBar()
            top = bar.value()
            self._is_loaded = True
            self.model.set_library(library)
            self.model.set_current(self.model.current)
            self._select(chosen.id if chosen else self.model.current)
            bar.setValue(top)
            self.sections.set_rows(self.model.section_rows())
            self._fit_section_list()
            self._update_filter_hints()
            self.count_new_hits()
            self.listed.emit(library)
        if self._pending:
            self._load()

    def _fit_section_list(self) -> None:
        view = self.ui.section_list
        view.setFixedHeight(sum(map(view.sizeHintForRow, range(len(self.sections.rows)))) + theme.NEAR)
        view.setVisible(bool(self.sections.rows))

    def count_new_hits(self) -> None:
        stored, unseen = [search.name for search in self.model.library.searches], self._desk.search.unseen
        if stored:
            self._new_counts.run(
                lambda stopped: {name: unseen(name) for name in stored if not stopped()}, self.model.show_new_counts
            )

    # Current and selected rows

    def set_current(self, document: DocumentId | None) -> None:
        if document != self.model.current:
            self.model.set_current(document)
            self._select(document)
            self.ui.document_list.viewport().update()

    def current_document(self) -> LibraryDocument | None:
        row = self._row()
        return row.library_document if row and row.kind is not RowKind.DOSSIER else None

    def selected_documents(self) -> list[LibraryDocument]:
        return [row.documents[0] for row in self._selected_rows()]

    def _selected_rows(self) -> list[LibraryRow]:
        numbers = sorted(index.row() for index in self.ui.document_list.selectionModel().selectedIndexes())
        rows = [self.model.rows[number] for number in numbers if number < len(self.model.rows)]
        return [row for row in rows if row.kind in _HELD]

    def _chosen_keys(self) -> list[DocumentId]:
        """Return the documents of the selected rows: all of a family, or the languages of an older revision."""
        current = self._row()
        return [
            document.id
            for row in self._selected_rows() or ([current] if current else [])
            for document in (row.family.documents() if row.kind is RowKind.FAMILY and row.family else row.documents)
        ]

    # Actions

    def remove_current(self) -> None:
        row = self._row()
        if row and row.meeting and row.kind is RowKind.MEETING:
            self._tasks.write(partial(self._desk.meetings.remove, row.meeting.id))
        else:
            self._remove(self._chosen_keys() if row and row.kind in _HELD else [])

    def _remove(self, documents: Iterable[DocumentId]) -> None:
        keys, remove = list(documents), self._desk.documents.remove
        if keys:
            self._tasks.write(lambda: reduce(or_, map(remove, keys)))

    def restore_current(self) -> None:
        row = self._row()
        if row is None or row.kind is not RowKind.TRASHED:
            return
        if row.entry is not None:
            self._tasks.write(partial(self._desk.annotations.restore, row.entry.id))
        elif row.meeting is not None:
            self._tasks.write(partial(self._desk.meetings.restore, row.meeting.id))
        else:
            self._tasks.write(partial(self._desk.documents.restore, row.documents[0].id))

    def _write_dossier(self, change: Callable[[list[DocumentId]], Changes]) -> None:
        self._tasks.write(partial(change, self._chosen_keys()))

    def _toggle_unread(self) -> None:
        row = self._row()
        if row is not None and row.kind is RowKind.FAMILY:
            self.model.toggle_unread(row.documents)
            self.ui.document_list.viewport().update()

    def _show_details(self) -> None:
        from delegate_desk.gui.library.header_dialog import HeaderDialog

        document = self.current_document()
        if document is not None:
            HeaderDialog(self._desk, self._tasks, document, self.window()).open()

    def _compare(self) -> None:
        """Compare a document with the revision before it, in its language if there is one."""
        row = self._row()
        previous = row.version_before() if row else None
        if row is not None and previous is not None:
            self.comparison_requested.emit([previous, row.documents[0]])

    def empty_trash(self) -> None:
        trash, notes = self.model.library.trash, self.model.library.trashed_notes
        if not (trash or notes):
            return
        counts = [
            terms.format_count(len(trash), self.tr("1 document"), self.tr("{n} documents")) if trash else "",
            terms.format_count(len(notes), self.tr("1 note"), self.tr("{n} notes")) if notes else "",
        ]
        text = self.tr("Delete {what} permanently?").format(what=self.tr(" and ").join(filter(None, counts)))
        consequence = self.tr("Their originals, notes and positions will also be deleted.")
        warning = " ".join(filter(None, (consequence if trash else "", self.tr("This cannot be undone."))))
        box = message_box(text, warning, self.window(), title=self.tr("Empty Trash"))
        if confirm(box, self.tr("Delete Permanently"), QMessageBox.ButtonRole.DestructiveRole):
            purge = self._desk.indexing.purge_removed
            self._tasks.write(self._desk.documents.empty_trash, lambda _: self._tasks.read(purge, lambda _: None))

    def _delete_search(self) -> None:
        row = self._row()
        if row and row.search:
            self._change_searches(partial(self._desk.search.remove_saved, row.search.name))

    def _change_searches(self, change: Callable[[], None]) -> None:
        self._tasks.read(change, lambda _: self.reload(anew=False))

    # Filter

    def _select(self, document: DocumentId | None) -> None:
        row = self.model.row_for_document(document)
        if row is not None:
            self.ui.document_list.setCurrentIndex(self.model.index(row))
        self._update_actions()

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._select(self.model.current)
        self._update_filter_hints()

    def _update_filter_hints(self) -> None:
        typed = self.ui.filter_edit.text()
        show_text(self._filter_key, "" if typed else key_bindings.first_key_text("action_library"))
        is_empty = not self.model.library.documents
        text = ""
        if is_empty and self._is_loaded and self.model.section is None:
            plain = self.tr("No documents yet: drop files here.")
            text = key_bindings.fill_in_keys(
                self.tr("No documents yet: drop files here, or press {key}."), plain, key="action_bring_in"
            )
        elif typed and not self.model.rows:
            plain = self.tr("No matches in the library.")
            text = key_bindings.fill_in_keys(
                self.tr("No matches in the library. Press {key} to search the texts."), plain, key="action_search"
            )
        show_text(self.ui.empty_label, text)

    def _row(self) -> LibraryRow | None:
        return self.model.row(self.ui.document_list.currentIndex())

    # Opening

    def _open_first(self) -> None:
        first = next((n for n, row in enumerate(self.model.rows) if row.kind is RowKind.FAMILY), -1)
        self._open(self.model.index(first))

    def _click(self, index: QModelIndex) -> None:
        """Open a clicked row, unless it is part of a multiple selection; a dossier is folded or unfolded."""
        selecting = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if QGuiApplication.keyboardModifiers() & selecting:
            return
        row = self.model.row(index)
        if row is not None and row.kind is RowKind.DOSSIER:
            self._toggle(row)
        elif row is not None and row.kind in _HELD:
            self.previewed.emit(row.documents[0].id)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None:
            return
        if row.kind is RowKind.TODAY:
            self.today_requested.emit()
        elif row.kind is RowKind.BACK:
            self._show_section(None)
        elif row.kind is RowKind.REFERRER:
            mention = partial(first_mention, self._desk, row.documents[0].id, row.missing_reference)
            self._tasks.read(mention, self.place_requested.emit)
        elif row.kind is RowKind.NAMED:
            self.import_requested.emit()
        elif row.meeting is not None and row.kind is RowKind.MEETING:
            self.meeting_requested.emit(row.meeting.id)
        elif row.search is not None:
            self.search_requested.emit(row.search)
        elif row.kind is RowKind.DOSSIER and row.library_document:
            self.dossier_requested.emit(row.library_document.id)
        elif row.kind in _HELD:
            self._open_document(row)
        elif row.is_unfolded is not None:
            self._toggle(row)

    def _open_document(self, row: LibraryRow | None, *, behind: bool = False) -> None:
        if row is not None and row.kind in _HELD:
            self.opened.emit(row.documents[0].id, behind)

    def _toggle(self, row: LibraryRow) -> None:
        top, key = self.ui.document_list.verticalScrollBar().value(), self.model.key(row)
        self.model.toggle(row)
        number = self.model.find(key)
        if number is not None:
            self.ui.document_list.setCurrentIndex(self.model.index(number))
        self.ui.document_list.verticalScrollBar().setValue(top)

    def _show_section(self, index: QModelIndex | None) -> None:
        """Show the list of a section; the same again, or None, returns to the documents."""
        row = self.sections.row(index) if index is not None else None
        kind = row.kind if row is not None and row.kind is not self.model.section else None
        self.model.show_section(kind)
        self.ui.section_list.viewport().update()
        if kind is None:
            self._select(self.model.current)
        else:
            self.ui.document_list.setCurrentIndex(self.model.index(min(2, len(self.model.rows) - 1)))
            self.ui.document_list.setFocus()
        self._update_filter_hints()

    def _open_original(self) -> None:
        document = self.current_document()
        if document is not None:
            open_original(self, self._desk, self._tasks, document.id)

    # Context menu

    def _update_actions(self) -> None:
        row = self._row()
        ui, kind = self.ui, row.kind if row else None
        is_held = kind in _HELD
        ui.action_open.setEnabled(kind in _OPENED)
        ui.action_rename.setEnabled(kind in (RowKind.SEARCH, RowKind.FAMILY))
        ui.action_forget_search.setEnabled(kind is RowKind.SEARCH)
        ui.action_show_original.setEnabled(is_held)
        ui.action_compare.setEnabled(row is not None and row.version_before() is not None)
        ui.action_remove.setEnabled(is_held or kind is RowKind.MEETING)
        ui.action_restore.setEnabled(kind is RowKind.TRASHED)
        ui.action_empty.setEnabled(bool(self.model.library.trash or self.model.library.trashed_notes))

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        menu, ui = QMenu(self), self.ui
        pair = self.selected_documents()
        if len(pair) == 2 and ui.document_list.selectionModel().isSelected(index):
            menu.addAction(self.tr("Compare Both")).triggered.connect(
                lambda _=False: self.comparison_requested.emit(pair)
            )
            return menu
        ui.document_list.setCurrentIndex(index)
        row = self.model.rows[index.row()]
        if row.kind in _HELD:
            menu.addActions([ui.action_open, ui.action_open_behind])
            self._add_language_menu(menu, self.tr("Open in &Language"), row, lambda key: self.opened.emit(key, False))
            menu.addActions(
                [self.action_unread, ui.action_rename, ui.action_compare, ui.action_details, ui.action_show_original]
            )
            menu.addSeparator()
            menu.addActions(
                [ui.action_timeline, ui.action_move_to_dossier, ui.action_make_dossier, ui.action_assign_dossier]
            )
            menu.addSeparator()
            menu.addAction(ui.action_remove)
            self._add_language_menu(menu, self.tr("Move One Language to Trash"), row, lambda key: self._remove([key]))
            return menu
        if row.is_unfolded is not None:
            menu.addAction(self.tr("Show or Hide")).triggered.connect(lambda _=False: self._toggle(row))
        actions: list[QAction] = {
            RowKind.TRASHED: [ui.action_restore, ui.action_empty],
            RowKind.MEETING: [ui.action_open, ui.action_remove],
            RowKind.SEARCH: [ui.action_open, ui.action_rename, ui.action_forget_search],
            RowKind.DOSSIER: [ui.action_open] if row.dossier else [],
            RowKind.REFERRER: [ui.action_open],
        }.get(row.kind, [])
        menu.addActions(actions)
        return None if menu.isEmpty() else menu

    def _add_language_menu(self, menu: QMenu, text: str, row: LibraryRow, do: Callable[[DocumentId], object]) -> None:
        if len(row.documents) > 1:
            languages = menu.addMenu(text)
            for document in row.documents:
                action = languages.addAction(terms.language_name(document.header.language))
                action.triggered.connect(lambda _=False, key=document.id: do(key))

    # Events

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._is_loaded:
            self.reload(anew=False)  # another program may have brought documents in meanwhile
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold with ← and unfold with →; Space previews a document and leaves the focus in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row, key = self._row(), event.key()
        if watched is self.ui.section_list or row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Space and row.kind in _HELD:
            self.previewed.emit(row.documents[0].id)
            self.ui.document_list.setFocus()
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        if row.is_unfolded is (key == Qt.Key.Key_Left):
            self._toggle(row)
        elif key == Qt.Key.Key_Left:
            rows_above = range(self.ui.document_list.currentIndex().row())
            parent = RowKind.FAMILY if row.kind is RowKind.VERSION else RowKind.DOSSIER
            number = next((n for n in reversed(rows_above) if self.model.rows[n].kind is parent), None)
            if number is not None:
                self.ui.document_list.setCurrentIndex(self.model.index(number))
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.ui.filter_edit.text():
            self.ui.filter_edit.clear()
        elif event.key() == Qt.Key.Key_Escape and self.model.section is not None:
            self._show_section(None)
        elif event.key() == Qt.Key.Key_Down and self.ui.filter_edit.hasFocus():
            rows = self.ui.document_list
            rows.setFocus(Qt.FocusReason.OtherFocusReason)
            if not rows.currentIndex().isValid():
                rows.setCurrentIndex(self.model.index(self.model.nearest(0) or 0))
        else:
            super().keyPressEvent(event)

"""The left column: the library's documents, positions, tags, what is missing, and the trash."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QMenu, QMessageBox, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_documents import Ui_Documents
from delegate_desk.gui.library import reparse_controller
from delegate_desk.gui.library.documents_model import (
    DocumentsModel,
    Library,
    LibraryRow,
    RowKind,
    load_library,
    updated_library,
)
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import RowMenus
from delegate_desk.gui.widgets.rows.row_model import Index
from delegate_desk.gui.widgets.rows.row_painting import (
    LEFT,
    RIGHT,
    RowDelegate,
    draw_ground,
    is_hovered,
    is_selected,
    write_line,
)


class SavedSearchesController(QObject):
    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, model: DocumentsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._model = model
        self._newest = LatestOnly(tasks, self)
        model.renamed.connect(self._rename)

    def count_new(self) -> None:
        stored = [search.name for search in self._model.library.searches]
        unseen = self._desk.search.unseen
        if stored:
            self._newest.run(
                lambda stopped: {name: unseen(name) for name in stored if not stopped()}, self._model.show_new_counts
            )

    def delete(self, search: SavedSearch) -> None:
        self._change(lambda: self._desk.search.remove_saved(search.name))

    def _rename(self, search: SavedSearch, name: str) -> None:
        self._change(lambda: self._desk.search.rename_saved(search.name, name))

    def _change(self, change: Callable[[], None]) -> None:
        self._tasks.read(change, lambda _: self.changed.emit())


_LEFT, _INDENT = 16, 34
_HEADS = (RowKind.HEAD, RowKind.MISSING_HEAD, RowKind.TRASH)
_IN_MARGIN = (
    *_HEADS,
    RowKind.DOSSIER,
    RowKind.MORE_DOSSIERS,
    RowKind.FAMILY,
    RowKind.POSITION,
    RowKind.TAG,
    RowKind.SEARCH,
    RowKind.MEETING,
    RowKind.MISSING,
)
_QUIET = (
    *_HEADS,
    RowKind.MORE_DOSSIERS,
    RowKind.DOCUMENT,
    RowKind.MISSING,
    RowKind.REFERRER,
    RowKind.TRASHED,
    RowKind.TRASHED_NOTE,
    RowKind.TRASHED_MEETING,
)
_NAMED = (RowKind.DOCUMENT, RowKind.POSITION, RowKind.REFERRER, RowKind.TRASHED)
"""Rows that end in a language, which stays in sight."""

_REMEMBERED = 256
"""So many rows are not measured again: those in sight, and a little around them."""


class LibraryDelegate(RowDelegate[LibraryRow]):
    def __init__(self, view: QListView, model: DocumentsModel, is_current: Callable[[LibraryRow], bool]) -> None:
        super().__init__(view, model)
        self._is_current = is_current

    @override
    def _height(self, row: LibraryRow) -> int:
        return theme.row_height() + (theme.TIGHT if row.kind in _HEADS else 0)

    @override
    def _paint(self, painter: QPainter, row: LibraryRow, index: Index, option: Any) -> None:
        is_head, current = row.kind in _HEADS, self._is_current(row)
        tinted = current or (is_selected(option) and self._view.hasFocus())
        if row.kind is not RowKind.HEAD and (tinted or is_hovered(option)):
            draw_ground(painter, option.rect.adjusted(8, 0, -8, 0), tinted=tinted)
        left = _LEFT if row.kind in _IN_MARGIN else _INDENT
        inner = option.rect.adjusted(left, 8 if is_head else 0, -_LEFT, 0)
        size = theme.FINE if is_head else theme.BASE
        if row.side:
            inner.setRight(write_line(painter, inner, row.side, "soft", bold=is_head, size=size, align=RIGHT) - 8)
        painter.setFont(theme.ui_font(size, bold=is_head or current))
        painter.setPen(theme.color("accent" if current else "soft" if row.kind in _QUIET else "ink"))
        elide = Qt.TextElideMode.ElideMiddle if row.kind in _NAMED else Qt.TextElideMode.ElideRight
        painter.drawText(inner, LEFT, _elided(row.text, size, is_head or current, elide, inner.width()))


@lru_cache(_REMEMBERED)
def _elided(text: str, size: int, bold: bool, elide: Qt.TextElideMode, width: int) -> str:
    """A text as far as there is room for it; to measure it takes half of the time of a row."""
    return QFontMetrics(theme.ui_font(size, bold=bold)).elidedText(text, elide, width)


_OPENED = (RowKind.MEETING, RowKind.DOSSIER, RowKind.TAG, RowKind.REFERRER)
_UNFOLDED = (RowKind.MISSING_HEAD, RowKind.MISSING, RowKind.MORE_DOSSIERS)


class DocumentsView(QWidget):
    opened = Signal(int)  # A document is to be opened, with its number
    position_requested = Signal(int)
    tag_search_requested = Signal(str)
    search_requested = Signal(object)
    place_requested = Signal(object)
    meeting_requested = Signal(object)
    dossier_requested = Signal(int)
    comparison_requested = Signal(object)
    listed = Signal(object)  # The ``Library``

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._current: DocumentId | None = None
        self._is_loaded = False
        self._have_documents_changed = True
        self._is_loading = False
        self._pending_changes: Changes | None = None
        """What changed since the list was read, None for all of it; nothing changed where it is empty."""
        self.ui = Ui_Documents()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = DocumentsModel(self)
        rows = self.ui.document_list
        rows.setModel(self.model)
        rows.setItemDelegate(LibraryDelegate(rows, self.model, self.is_current))
        rows.setSelectionMode(QListView.SelectionMode.ExtendedSelection)  # two of them can be compared
        rows.viewport().setMouseTracking(True)
        self.setFocusProxy(rows)
        self.ui.empty_label.hide()
        ui = self.ui
        rows.addActions([ui.action_open, ui.action_remove, ui.action_restore, ui.action_empty])
        rows.addActions([ui.action_rename_search, ui.action_forget_search])
        self.saved_searches = SavedSearchesController(desk, tasks, self.model, self)
        self.saved_searches.changed.connect(lambda: self.reload(anew=False))
        self.ui.filter_edit.textChanged.connect(self._filter)
        self.ui.filter_edit.returnPressed.connect(self._open_first)
        rows.clicked.connect(self._click)
        rows.activated.connect(self._open)
        RowMenus(rows, self._menu_for_index)
        rows.selectionModel().currentChanged.connect(self._update_actions)
        self.ui.action_open.triggered.connect(lambda: self._open(rows.currentIndex()))
        self.ui.action_remove.triggered.connect(self.remove_current)
        self.ui.action_restore.triggered.connect(self.restore_current)
        self.ui.action_empty.triggered.connect(self.empty_trash)
        self.ui.action_show_original.triggered.connect(self._open_original)
        self.ui.action_rename_search.triggered.connect(lambda: rows.edit(rows.currentIndex()))
        self.ui.action_forget_search.triggered.connect(self._delete_search)
        tasks.changed.connect(self._on_changes)
        theme.changed.connect(rows.viewport().update)
        key_bindings.subscribe_to_keys(self, self._update_empty_label)
        self._update_actions()
        self.reload()

    def reload(self, *, anew: bool = True) -> None:
        """List the library anew; without ``anew`` no document is taken to have changed in what it names."""
        self._have_documents_changed = self._have_documents_changed or anew
        self._pending_changes = None
        self._load_changes()

    def _load_changes(self) -> None:
        if self._is_loading:
            return
        self._is_loading = True
        named, changed, known = self._pending_changes, self._have_documents_changed, self.model.library
        self._pending_changes, self._have_documents_changed = Changes(), False

        def read() -> Library:
            if named is None or changed:
                return load_library(self._desk, None if changed else known)
            return updated_library(self._desk, known, named)

        def fail(error: Exception) -> None:
            self._is_loading = False
            self._pending_changes, self._have_documents_changed = None, changed or self._have_documents_changed
            self._tasks.failed.emit(error)

        self._tasks.read(read, self._on_loaded, failed=fail)

    def set_current(self, document: DocumentId | None) -> None:
        self._current = document
        row = self.model.row_for_document(document)
        if row is not None:
            self.ui.document_list.setCurrentIndex(self.model.index(row))
        self.ui.document_list.viewport().update()

    def is_current(self, row: LibraryRow) -> bool:
        return (
            row.kind is RowKind.DOCUMENT
            and row.library_document is not None
            and row.library_document.id == self._current
        )

    def current_document(self) -> LibraryDocument | None:
        row = self._row()
        return row.library_document if row else None

    def selected_documents(self) -> list[LibraryDocument]:
        rows = sorted(index.row() for index in self.ui.document_list.selectionModel().selectedIndexes())
        found = [self.model.rows[row] for row in rows if row < len(self.model.rows)]
        return [
            row.library_document
            for row in found
            if row.library_document and row.kind in (RowKind.DOCUMENT, RowKind.FAMILY)
        ]

    def remove_current(self) -> None:
        row = self._row()
        if row and row.meeting and row.kind is RowKind.MEETING:
            self._tasks.write(partial(self._desk.meetings.remove, row.meeting.id))
        elif row and row.library_document and row.kind in (RowKind.DOCUMENT, RowKind.FAMILY):
            self._tasks.write(partial(self._desk.documents.remove, row.library_document.id))

    def restore_current(self) -> None:
        row = self._row()
        if row and row.entry is not None:
            self._tasks.write(partial(self._desk.annotations.restore, row.entry.id))
        elif row and row.meeting and row.kind is RowKind.TRASHED_MEETING:
            self._tasks.write(partial(self._desk.meetings.restore, row.meeting.id))
        elif row and row.library_document and row.kind is RowKind.TRASHED:
            self._tasks.write(partial(self._desk.documents.restore, row.library_document.id))

    def empty_trash(self) -> None:
        trash, notes = self.model.library.trash, self.model.library.trashed_notes
        if not (trash or notes):
            return
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Empty Trash"))
        counted = [
            terms.format_count(len(trash), self.tr("1 document"), self.tr("{n} documents")) if trash else "",
            terms.format_count(len(notes), self.tr("1 annotation"), self.tr("{n} annotations")) if notes else "",
        ]
        named = self.tr(" and ").join(filter(None, counted))
        box.setText(self.tr("Delete {what} permanently?").format(what=named))
        with_them = self.tr("Their originals, annotations and positions will also be deleted.")
        box.setInformativeText(" ".join(filter(None, (with_them if trash else "", self.tr("This cannot be undone.")))))
        remove = box.addButton(self.tr("Delete Permanently"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        if box.clickedButton() is remove:
            self._tasks.write(self._desk.documents.empty_trash, self._on_trash_emptied)
        box.deleteLater()

    def _delete_search(self) -> None:
        row = self._row()
        if row and row.search:
            self.saved_searches.delete(row.search)

    def _on_trash_emptied(self, _: Changes) -> None:
        self._tasks.read(self._desk.indexing.purge_removed, lambda _: None)

    def _on_changes(self, changes: Changes) -> None:
        if changes.documents or changes.settings or changes.contributions:
            self.reload(anew=bool(changes.documents))
        elif changes:
            self._pending_changes = self._pending_changes | changes if self._pending_changes is not None else None
            self._load_changes()

    def _on_loaded(self, library: Library) -> None:
        self._is_loading = False
        if library is not self.model.library or not self._is_loaded:
            self._set_library(library)
        if self._pending_changes != Changes() or self._have_documents_changed:
            self._load_changes()

    def _set_library(self, library: Library) -> None:
        chosen = self.current_document()
        top = self.ui.document_list.verticalScrollBar().value()
        self._is_loaded = True
        self.model.set_library(library)
        self._select(chosen.id if chosen else self._current)
        self.ui.document_list.verticalScrollBar().setValue(top)
        self._update_empty_label()
        self.saved_searches.count_new()
        self.listed.emit(library)

    def _select(self, document: DocumentId | None) -> None:
        row = self.model.row_for_document(document)
        if row is not None:
            self.ui.document_list.setCurrentIndex(self.model.index(row))
        self._update_actions()

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._select(self._current)
        self._update_empty_label()

    def _update_empty_label(self) -> None:
        none_held = not self.model.library.documents
        text = ""
        if none_held and self._is_loaded:
            bare = self.tr("No documents yet: drop files here.")
            text = key_bindings.fill_in_keys(
                self.tr("No documents yet: drop files here, or press {key}."), bare, key="action_bring_in"
            )
        elif self.ui.filter_edit.text() and not self.model.rows:
            bare = self.tr("No matches in the library.")
            text = key_bindings.fill_in_keys(
                self.tr("No matches in the library. Press {key} to search the texts."), bare, key="action_search"
            )
        self.ui.empty_label.setText(text)
        self.ui.empty_label.setVisible(bool(text))

    def _row(self) -> LibraryRow | None:
        return self.model.row(self.ui.document_list.currentIndex())

    def _open_first(self) -> None:
        first = next((n for n, row in enumerate(self.model.rows) if row.kind is RowKind.DOCUMENT), None)
        if first is not None:
            self._open(self.model.index(first))

    def _click(self, index: QModelIndex) -> None:
        """Open what is clicked, unless it is chosen beside another."""
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not QGuiApplication.keyboardModifiers() & several:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.model.rows[index.row()]
        if row.kind is RowKind.TRASH:
            self._change_keeping_position(row, lambda: self.model.show_trash(not self.model.trash_shown))
        elif row.kind is RowKind.MISSING_HEAD:
            self._change_keeping_position(row, lambda: self.model.show_missing(not self.model.missing_shown))
        elif row.kind is RowKind.MISSING:
            self._change_keeping_position(row, lambda: self.model.toggle_referrers(row.missing_reference))
        elif row.kind is RowKind.REFERRER:
            self._open_mention(row)
        elif row.kind is RowKind.TAG:
            self.tag_search_requested.emit(row.text)
        elif row.meeting is not None and row.kind is RowKind.MEETING:
            self.meeting_requested.emit(row.meeting.id)
        elif row.search is not None:
            self.search_requested.emit(row.search)
        elif row.kind is RowKind.POSITION and row.library_document:
            self.position_requested.emit(row.library_document.id)
        elif row.kind is RowKind.MORE_DOSSIERS:
            self._change_keeping_position(row, lambda: self.model.show_dossiers(not self.model.dossiers_shown))
        elif row.kind is RowKind.DOSSIER and row.library_document:
            self.dossier_requested.emit(row.library_document.id)
        elif row.library_document and row.kind is not RowKind.TRASHED:
            self.opened.emit(row.library_document.id)

    def _change_keeping_position(self, row: LibraryRow, change: Callable[[], None]) -> None:
        top = self.ui.document_list.verticalScrollBar().value()
        change()
        number = next(
            (
                n
                for n, r in enumerate(self.model.rows)
                if (r.kind, r.missing_reference) == (row.kind, row.missing_reference)
            ),
            None,
        )
        if number is not None:
            self.ui.document_list.setCurrentIndex(self.model.index(number))
        self.ui.document_list.verticalScrollBar().setValue(top)

    def _open_mention(self, row: LibraryRow) -> None:
        document, names = row.library_document, row.missing_reference
        if document is not None:
            key = document.id
            self._tasks.read(
                lambda: [m.address for m, _ in self._desk.documents.mentions(key) if m.target == names],
                lambda found: self.place_requested.emit(Place(key, next((a for a in found if a), Address("")))),
            )

    def _open_original(self) -> None:
        document = self.current_document()
        if document:
            reparse_controller.open_original(self, self._desk, self._tasks, document.id)

    def _update_actions(self) -> None:
        row = self._row()
        kind = row.kind if row else None
        held = kind in (RowKind.DOCUMENT, RowKind.FAMILY, RowKind.POSITION)
        is_search = kind is RowKind.SEARCH
        self.ui.action_open.setEnabled(held or is_search or kind in _OPENED)
        self.ui.action_rename_search.setEnabled(is_search)
        self.ui.action_forget_search.setEnabled(is_search)
        self.ui.action_show_original.setEnabled(held)
        self.ui.action_remove.setEnabled(kind in (RowKind.DOCUMENT, RowKind.FAMILY, RowKind.MEETING))
        self.ui.action_restore.setEnabled(kind in (RowKind.TRASHED, RowKind.TRASHED_NOTE, RowKind.TRASHED_MEETING))
        self.ui.action_empty.setEnabled(bool(self.model.library.trash or self.model.library.trashed_notes))

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        menu, ui = QMenu(self), self.ui
        two = self.selected_documents()
        if len(two) == 2 and ui.document_list.selectionModel().isSelected(index):
            menu.addAction(self.tr("Compare Both")).triggered.connect(
                lambda _=False: self.comparison_requested.emit(two)
            )
            return menu
        ui.document_list.setCurrentIndex(index)
        kind = self.model.rows[index.row()].kind
        if kind in _UNFOLDED:
            menu.addAction(self.tr("Show or Hide")).triggered.connect(lambda _=False: self._open(index))
            return menu
        offered: list[QAction] = {
            RowKind.TRASH: [ui.action_empty],
            RowKind.TRASHED: [ui.action_restore, ui.action_empty],
            RowKind.TRASHED_NOTE: [ui.action_restore, ui.action_empty],
            RowKind.TRASHED_MEETING: [ui.action_restore],
            RowKind.MEETING: [ui.action_open, ui.action_remove],
            RowKind.HEAD: [],
            RowKind.SEARCH: [ui.action_open, ui.action_rename_search, ui.action_forget_search],
            **{value: [ui.action_open] for value in (RowKind.TAG, RowKind.DOSSIER, RowKind.REFERRER)},
        }.get(kind, [ui.action_open, ui.action_show_original, ui.action_remove])
        menu.addActions(offered)
        return menu if offered else None

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._is_loaded:
            self.reload(anew=False)  # another program may have brought documents in meanwhile
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.ui.filter_edit.text():
            self.ui.filter_edit.clear()
        elif event.key() == Qt.Key.Key_Down and self.ui.filter_edit.hasFocus():
            rows = self.ui.document_list
            rows.setFocus(Qt.FocusReason.OtherFocusReason)
            if not rows.currentIndex().isValid():
                rows.setCurrentIndex(self.model.index(0))
        else:
            super().keyPressEvent(event)

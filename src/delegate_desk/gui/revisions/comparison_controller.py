"""Comparisons in the window: which two are compared, what the commands do in their tab, and how they leave."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from delegate_desk.core.documents.document import DocumentId, LibraryDocument, View
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonView


class ComparisonController(QObject):
    """Joins comparisons to the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks = context.desk, context.tasks
        context.navigate.page_added.connect(self._connect_view)

    def current_view(self) -> ComparisonView | None:
        """The comparison in front."""
        view = self._context.navigate.current_page()
        return view if isinstance(view, ComparisonView) else None

    # Which two

    def compare_with_previous(self) -> None:
        """Compare the document in front with the revision before it, in one language wherever there is one."""
        document = self.document()
        if document is not None:
            find = self._desk.comparisons.previous
            self._tasks.read(lambda: find(document), lambda pairs: self._on_previous_found(document, pairs))

    def _on_previous_found(self, document: DocumentId, pairs: list[tuple[LibraryDocument, LibraryDocument]]) -> None:
        if len(pairs) == 1:
            self._context.navigate.open_comparison(pairs[0][0].id, pairs[0][1].id)
        elif pairs:
            later = {old.id: new.id for old, new in pairs}
            dialog = DocumentChooserDialog(
                self._desk, self._tasks, document, self._context.window, among=[old for old, _ in pairs]
            )
            dialog.chosen.connect(lambda held: self._context.navigate.open_comparison(held.id, later[held.id]))
            dialog.open()
        else:
            name = self._desk.documents.get(document).name
            head = self.tr("The library has no earlier revision of {name}").format(name=name)
            link = (self.tr("Compare with another document"), self.compare_with)
            self._context.notify.show_notice(head, [], link)

    def compare_with(self) -> None:
        """Compare the two documents chosen in the library, or let one be chosen for the document in front."""
        two = self._context.navigate.library_selection()
        if self._context.navigate.is_library_focused() and len(two) == 2:
            self.open_pair(*two)
            return
        document = self.document()
        if document is not None:
            dialog = DocumentChooserDialog(self._desk, self._tasks, document, self._context.window)
            dialog.chosen.connect(lambda held: self.open_pair(self._desk.documents.get(document), held))
            dialog.open()

    def compare_languages(self) -> None:
        """Lay the document in front beside its other language; of several, that which is chosen from a list."""
        document = self.document()
        if document is None:
            return
        others = self._other_languages(document)
        if len(others) == 1:
            self._context.navigate.open_comparison(document, others[0].id)
        elif others:
            dialog = DocumentChooserDialog(self._desk, self._tasks, document, self._context.window, among=others)
            dialog.chosen.connect(lambda held: self._context.navigate.open_comparison(document, held.id))
            dialog.open()
        else:
            name = self._desk.documents.get(document).name
            self._context.notify.show_notice(
                self.tr("{name} is not in the library in any other language").format(name=name), []
            )

    def open_pair(self, one: LibraryDocument, other: LibraryDocument) -> None:
        """Compare two documents, the earlier on the left."""
        old, new = sorted((one, other), key=_sort_key) if one.name != other.name else (one, other)
        self._context.navigate.open_comparison(old.id, new.id)

    def _other_languages(self, document: DocumentId) -> list[LibraryDocument]:
        language = self._desk.documents.get(document).header.language
        versions = sorted(self._desk.documents.versions(document), key=lambda held: held.id)
        latest = {held.header.language: held for held in versions}
        return [latest[code] for code in sorted(latest) if code != language]

    def document(self) -> DocumentId | None:
        """Return the document for the commands: the current tab's, else the document selected in the library."""
        view = self.current_view()
        document = view.new if view is not None else self._context.navigate.current_document()
        if document is not None:
            return document
        chosen = self._context.navigate.library_selection()
        return chosen[0].id if chosen and chosen[0].trashed is None else None

    # What the tab shows

    def _connect_view(self, view: QWidget) -> None:
        if not isinstance(view, ComparisonView):
            return
        context = self._context
        view.opened.connect(context.navigate.open_place)
        view.export_requested.connect(self.export)
        view.size_changed.connect(context.navigate.set_reading_size)
        view.ui.columns_button.toggled.connect(context.navigate.action("action_one_column").setChecked)

    def export(self) -> None:
        """Ask how the comparison in front is to leave, and write it."""
        view = self.current_view()
        if view is not None and view.compared is not None and view.is_shown:
            from delegate_desk.gui.export.export_dialog import ExportDialog
            from delegate_desk.gui.export.exports import comparison_export

            entry = comparison_export(self._desk, view.compared.comparison)
            ExportDialog(self._desk, self._tasks, entry, self._context.window).open()

    # Commands

    def commands(self) -> dict[QAction, Callable[[], object]]:
        """The commands that are a comparison's, or that mean something in it as they do in a reader."""
        action = self._context.navigate.action
        return {
            action("action_compare_previous"): self.compare_with_previous,
            action("action_compare"): self.compare_with,
            action("action_compare_languages"): self.compare_languages,
            action("action_next_change"): lambda: self._step_change(1),
            action("action_previous_change"): lambda: self._step_change(-1),
            action("action_one_column"): self._switch_columns,
            action("action_next"): lambda: self._step(1),
            action("action_previous"): lambda: self._step(-1),
            action("action_marked"): lambda: self._show_view(View.MARKED),
            action("action_before"): lambda: self._show_view(View.BEFORE),
            action("action_after"): lambda: self._show_view(View.AFTER),
        }

    def update_actions(self) -> None:
        """Enable what can be done now."""
        action, view, reader = self._context.navigate.action, self.current_view(), self._reader()
        about_one = self.document() is not None
        for name in ("action_compare_previous", "action_compare", "action_timeline"):
            action(name).setEnabled(about_one)
        in_front = view is not None or self._context.navigate.current_document() is not None
        action("action_compare_languages").setEnabled(in_front)  # a letter alone, which means something else in lists
        marked = reader is not None and reader.paper.paragraphs.marks_changes()
        for name in ("action_next_change", "action_previous_change"):
            action(name).setEnabled(
                marked or self._positions_view() is not None or (view is not None and view.is_shown)
            )
        action("action_one_column").setEnabled(view is not None)
        if view is not None:
            action("action_one_column").setChecked(view.ui.columns_button.isChecked())
            shown = view.is_shown
            action("action_next").setEnabled(shown)
            action("action_previous").setEnabled(shown)
            for name in ("action_marked", "action_before", "action_after"):
                action(name).setEnabled(view.has_readings())
            action("action_export").setEnabled(shown)

    def _step(self, by: int) -> None:
        self._with_current_view(lambda view: view.step(by), lambda reader: reader.step(by))

    def _reader(self) -> ReaderView | None:
        reader = self._context.navigate.current_reader()
        return reader if isinstance(reader, ReaderView) else None

    def _positions_view(self) -> PositionsView | None:
        view = self._context.navigate.current_page()
        return view if isinstance(view, PositionsView) else None

    def _step_change(self, by: int) -> None:
        position = self._positions_view()
        if position is not None:
            position.step_change(by)
        else:
            self._with_current_view(lambda view: view.step_change(by), lambda reader: reader.step_change(by))

    def _show_view(self, view: View) -> None:
        self._with_current_view(lambda front: front.show_view(view), lambda reader: reader.show_view(view))

    def _switch_columns(self) -> None:
        view = self.current_view()
        if view is not None:
            view.show_one_column(self._context.navigate.action("action_one_column").isChecked())

    def _with_current_view(self, do: Callable[[ComparisonView], object], other: Callable[[ReaderView], object]) -> None:
        view, reader = self.current_view(), self._reader()
        if view is not None:
            do(view)
        elif reader is not None:
            other(reader)


def _sort_key(held: LibraryDocument) -> tuple[datetime.date, int, int]:
    """Sort key of a document: its date, then its revision, then the order of import."""
    reference = held.header.reference
    return held.header.date or datetime.date.min, reference.revision if reference else 0, held.id

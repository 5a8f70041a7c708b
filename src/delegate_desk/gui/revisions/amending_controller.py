"""Amended acts in the window: which act a document amends, and the tab that shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.context import Context
from delegate_desk.gui.reader.reader_commands import NOTE_ACTIONS, STANCE_ACTIONS
from delegate_desk.gui.tab_page import TabKind, TabType, title_of_documents

if TYPE_CHECKING:
    from delegate_desk.gui.revisions.amended_view import AmendedView


class AmendingController(QObject):
    def __init__(self, context: Context, files: Callable[[], Any]) -> None:
        """Begin.

        Args:
            context: The window.
            files: Returns the controller of the paragraph's file, which the keys of a view write into.
        """
        super().__init__(context.window)
        self._context, self._files = context, files
        self._desk, self._tasks = context.desk, context.tasks

    def tab_type(self) -> TabType:
        return TabType(
            TabKind.AMENDED,
            lambda entry: self.open(*entry.documents),
            partial(title_of_documents, self._desk),
            (int, int),
            {
                "action_next": lambda view: view.step(1),
                "action_previous": lambda view: view.step(-1),
                "action_next_change": lambda view: view.step_change(1),
                "action_previous_change": lambda view: view.step_change(-1),
                "action_one_column": lambda view: view.show_one_column(not view.ui.columns_button.isChecked()),
                "action_export": self.export,
                "action_annotate_drafting_suggestion": lambda view: view.draft(),
                **{name: partial(_annotate, kind) for name, kind in NOTE_ACTIONS.items()},
                **{name: partial(_set_stance, stance) for stance, name in STANCE_ACTIONS.items()},
            },
        )

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_amended": self.open_current}

    def open(self, base: DocumentId, amending: DocumentId) -> AmendedView:
        """Show an act as another act would change it, in its existing tab or in a new tab."""
        from delegate_desk.gui.revisions.amended_view import AmendedView

        navigate = self._context.navigate
        views = navigate.pages(AmendedView)
        view = next((view for view in views if (view.old, view.new) == (base, amending)), None)
        if view is None:
            view = AmendedView(self._desk, self._tasks, base, amending)
            view.opened.connect(navigate.open_place)
            self._files().connect_reader(view)
            view.size_changed.connect(navigate.set_reading_size)
            view.ui.export_button.clicked.connect(partial(self.export, view))
        name = self._desk.documents.get(base).name
        navigate.show_page(view, self.tr("Amended · {name}").format(name=name))
        return view

    def open_current(self) -> None:
        """Apply the document in front to the act that its title names; with several, ask which."""
        document = self._context.navigate.current_document()
        if document is not None:
            find = self._desk.amending.candidates
            self._tasks.read(lambda: find(document), partial(self._choose, document))

    def _choose(self, document: DocumentId, found: list[LibraryDocument]) -> None:
        if len(found) == 1:
            self.open(found[0].id, document)
            return
        from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog

        among = found or [held for held in self._desk.documents.all() if held.id != document]
        dialog = DocumentChooserDialog(
            self._desk,
            self._tasks,
            document,
            self._context.window,
            among=among,
            title=self.tr("Amended act"),
            hint=self.tr("The act that {name} amends: type a reference or words from the subject"),
        )
        dialog.chosen.connect(lambda chosen: self.open(chosen.id, document))
        dialog.open()

    def export(self, view: AmendedView, *_: object) -> None:
        act = view.act
        if act is not None and view.is_shown:
            from delegate_desk.gui.export.export_view import show_export
            from delegate_desk.gui.export.exports import amended_export

            show_export(self._context, lambda: amended_export(self._desk, act), origin=self.tr("Amended act"))


def _annotate(kind: AnnotationKind, view: AmendedView) -> None:
    view.annotate(kind)


def _set_stance(stance: Stance, view: AmendedView) -> None:
    view.set_stance(stance)

"""Drafting in the window: the commands on the current provision and on the position as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.gui.context import Context, Controller, show_undoable
from delegate_desk.gui.reader.reader_commands import WRITING_COMMANDS
from delegate_desk.gui.tab_page import TabKind, TabPage, TabType
from delegate_desk.gui.widgets.basic_widgets import InputDialog, InputField, popup_menu, while_alive
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.export.exports import ExportChoices
    from delegate_desk.gui.positions.positions_view import PositionsView
    from delegate_desk.gui.positions.provision_list import ProvisionCard

_LONGEST = 60


class PositionController(Controller):
    def __init__(
        self, context: Context, connect_keys: Callable[[TabPage], object], on_exported: Callable[[], object]
    ) -> None:
        """Initialise; ``connect_keys`` connects the keys of a view, ``on_exported`` is called for a file written."""
        super().__init__(context)
        self._connect_keys, self._on_exported = connect_keys, on_exported

    @cached_property
    def _choices(self) -> ExportChoices:
        from delegate_desk.gui.export.exports import ExportChoices

        return ExportChoices(self._context.settings.file, self)

    def open(self, document: DocumentId, address: Address | None = None) -> PositionsView:
        from delegate_desk.gui.positions.positions_view import PositionsView

        views = self._navigate.pages(PositionsView)
        view = next((view for view in views if view.document == document), None)
        if view is None:
            view = PositionsView(self._context, document)
            view.menu_requested.connect(self.show_menu)
            self._connect_keys(view)
            view.steps.export_button.clicked.connect(self._navigate.action("action_export").trigger)
            view.steps.clear_button.clicked.connect(self.prompt_clearing)
            view.steps.send_button.clicked.connect(self.prompt_sending)
            view.steps.versions_button.clicked.connect(lambda: self.show_versions(view))
        self._navigate.show_page(view, focus=False)
        if address is not None:
            view.draft(address)
        return view

    def tab_type(self) -> TabType:
        def withdraw(view: PositionsView) -> None:
            view.flush()
            self._tasks.write(partial(self._desk.positions.withdraw, view.document))

        def show_fields(provision: ProvisionCard) -> None:
            menu = provision.fields.menu()
            menu.popup(provision.fields.mapToGlobal(QPoint(0, 0)))
            menu.setActiveAction(menu.actions()[0])

        return TabType(
            TabKind.POSITION,
            lambda entry: self.open(entry.documents[0]),
            commands={
                "action_next_change": lambda view: view.step_change(1),
                "action_previous_change": lambda view: view.step_change(-1),
                "action_delete_provision": _on_provision(lambda card: card.toggle_deletion()),
                "action_move_provision": self._move,
                "action_add_field": _on_provision(show_fields),
                "action_keep_change": lambda view: view.accept_change(),
                "action_take_back_change": lambda view: view.reject_change(),
                "action_brackets": self._prompt_brackets,
                "action_take_wording": lambda view: view.adopt_wording(),
                "action_withdraw_position": withdraw,
                "action_replace": self._prompt_replacement,
                "action_versions": self.show_versions,
                **WRITING_COMMANDS,
                "action_annotate_drafting_suggestion": lambda view: view.place and view.draft(view.place.address),
            },
        )

    def current_view(self) -> PositionsView | None:
        from delegate_desk.gui.positions.positions_view import PositionsView

        view = self._navigate.current_page()
        return view if isinstance(view, PositionsView) else None

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_position": self._open_current,
            "action_reply": self._choose_returned,
            "action_new_provision": self._insert,
            "action_export": self.export,
            "action_copy_mail": partial(self.export, "mail"),
            "action_print": partial(self.export, "paper"),
            "action_clear_position": self.prompt_clearing,
            "action_send_position": self.prompt_sending,
        }

    def _choose_returned(self) -> None:
        from delegate_desk.gui.positions.returned_file import choose_file

        choose_file(self._context, lambda document: self.open(document).reply)

    def open_returned_among(self, paths: Iterable[Path], then: Callable[[list[Path]], object]) -> None:
        """Open the files of ours among these that came back, each in its position; ``then`` gets the others."""
        all_paths = list(paths)
        word_paths = [path for path in all_paths if path.suffix.lower() == ".docx"]
        if other_paths := [path for path in all_paths if path not in word_paths]:
            then(other_paths)
        for path in word_paths:
            from delegate_desk.gui.positions.returned_file import read_file

            read_file(self._context, path, lambda document: self.open(document).reply, partial(then, [path]))

    def _open_current(self) -> None:
        """Open the position on the current document, on its current paragraph if the text is shown."""
        documents, place = self._navigate.documents_in_front(), self._navigate.current_place()
        document = self._navigate.current_document() or (documents[-1] if documents else None)
        if document is not None:
            self.open(document, place.address if place else None)

    def export(self, way: str = "file") -> None:
        """Show the export of the position on the current document; in an export, run its command."""
        from delegate_desk.gui.export.export_view import ExportView, show_export
        from delegate_desk.gui.export.exports import document_export

        page, document = self._navigate.current_page(), self._navigate.current_document()
        if isinstance(page, ExportView):
            {"file": page.enter, "mail": page.copy, "paper": page.print}[way]()
        elif document is not None:
            show_export(
                self._context,
                lambda: document_export(self._desk, document),
                self._choices,
                way=way,
                origin=self.tr("Position") if self.current_view() else self.tr("Text"),
                on_created=lambda view: view.exported.connect(lambda _: self._on_exported()),
            )

    def show_menu(self, point: QPoint) -> None:
        view, action = self.current_view(), self._navigate.action
        provision = view.current_provision if view else None
        if view is None or provision is None:
            return
        menu = popup_menu(self._window)
        menu.addMenu(provision.fields.menu())
        menu.addSeparator()
        menu.addActions([action("action_take_back_change"), action("action_brackets"), action("action_take_wording")])
        menu.addSeparator()
        menu.addActions(
            [action("action_new_provision"), action("action_move_provision"), action("action_delete_provision")]
        )
        notes = view.drafting.footnotes(provision.item.address) if view.drafting else {}
        if notes:
            menu.addSeparator()
        for note, label in notes.items():
            text = self.tr("Draft on footnote {n}").format(n=label)
            menu.addAction(text).triggered.connect(lambda _=False, note=note: view.draft(note))
        menu.addSeparator()
        menu.addAction(action("action_versions"))
        menu.popup(point)

    # Current provision

    def _insert(self) -> None:
        view, place = self.current_view(), self._navigate.current_place()
        if view is not None and view.place is not None:
            view.insert(view.place.address)
        elif view is not None:
            self._prompt_place(view, self.tr("New Provision"), self.tr("Insert"), view.insert)
        elif place is not None:
            self.open(place.document).insert(place.address)

    def _move(self, view: PositionsView) -> None:
        card = view.current_provision
        if card is not None:
            self._prompt_place(view, self.tr("Move Provision"), self.tr("Move"), view.move_after, card.address)

    def _prompt_place(
        self, view: PositionsView, title: str, do: str, then: Callable[[Address], object], moved: Address | None = None
    ) -> None:
        field = InputField(self.tr("After"), self.tr("5, 7(f) or r34; empty for the beginning"), is_required=False)
        dialog = InputDialog(title, "", do, [field], self._window)

        def on_place(address: Address) -> None:
            if moved is not None and f"{address}__".startswith(f"{moved}__"):
                dialog.show_error(self.tr("A provision cannot be moved after itself."))
            else:
                dialog.accept()
                then(address)

        def on_submitted(values: list[str]) -> None:
            if not values[0]:
                on_place(Address(""))
                return
            self._tasks.read(
                lambda: self._desk.documents.place(view.document, values[0]),
                while_alive(dialog, on_place),
                failed=while_alive(dialog, self._tasks.explained(dialog.show_error)),
            )

        dialog.submitted.connect(on_submitted)
        dialog.open()

    def _prompt_brackets(self, view: PositionsView) -> None:
        from delegate_desk.core.positions.requested_wordings import (
            bracket_alternatives,
            insert_wording,
            put_in_brackets,
        )

        provision = view.current_provision
        if provision is None:
            return
        edit = provision.wording_edit
        text, (start, end) = edit.proposal, edit.selection()
        alternatives: list[tuple[str, str]] = []
        if edit.drafted.is_changed and provision.source:
            alternatives.append((self.tr("[Ours] and [the &text]"), provision.source))
        for n, fallback in enumerate(provision.item.fallbacks, 1):
            message = self.tr("[Ours] and [fallback &{n}]: {words}").format(n=n, words=_short(fallback))
            alternatives.append((message, insert_wording(fallback, text)))
        for other in view.other_proposals.get(provision.item.address, ()):
            if other.proposal is not None:
                delegations = ", ".join(other.delegations) or self.tr("another delegation")
                alternatives.append((self.tr("[Ours] and [{who}]").format(who=delegations), other.proposal))
        if start < end and not alternatives:
            edit.propose(put_in_brackets(text, start, end))
            return
        menu = popup_menu(edit, self.tr("Square brackets"))
        if start < end:
            action = menu.addAction(self.tr("&Around the selection: [{words}]").format(words=_short(text[start:end])))
            action.triggered.connect(lambda: edit.propose(put_in_brackets(text, start, end)))
        for message, wording in alternatives:
            span = (start, end) if start < end else ()
            bracketed = bracket_alternatives(text, wording, *span)
            if bracketed != text:
                menu.addAction(message).triggered.connect(lambda _=False, bracketed=bracketed: edit.propose(bracketed))
        if menu.isEmpty():
            menu.addAction(self.tr("Select the words for the square brackets")).setEnabled(False)
        corner = edit.cursorRect().bottomLeft()
        menu.popup(edit.viewport().mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    # Whole position

    def prompt_clearing(self) -> None:
        document = self._navigate.current_document()
        if document is None:
            return
        field = InputField(self.tr("Cleared by"), self.tr("Name, office"))
        text = self.tr("Later changes must be cleared again.")
        title, button = self.tr("Mark Position as Cleared"), self.tr("Mark as Cleared")
        self._prompt_step(title, text, button, [field], lambda values: self._desk.positions.clear(document, values[0]))

    def prompt_sending(self) -> None:
        """Ask for the recipient of the position; with the name of the file of the export in front."""
        from delegate_desk.gui.export.export_view import ExportView

        page, document = self._navigate.current_page(), self._navigate.current_document()
        if document is None:
            return
        written = page.written if isinstance(page, ExportView) else None
        fields = [
            InputField(self.tr("Sent to"), self.tr("The Presidency, the delegations, …")),
            InputField(self.tr("File"), self.tr("optional"), written.name if written else "", is_required=False),
        ]
        text = self.tr("This version is archived. Later changes belong to the next version.")
        button = self.tr("Mark as Sent")
        self._prompt_step(button, text, button, fields, lambda values: self._desk.positions.send(document, *values))

    def _prompt_step(
        self, title: str, text: str, button: str, fields: Sequence[InputField], step: Callable[[list[str]], Changes]
    ) -> None:
        dialog = InputDialog(title, text, button, fields, self._window)

        def on_submitted(values: list[str]) -> None:
            self._tasks.flush()
            dialog.accept()
            self._tasks.write(lambda: step(values))

        dialog.submitted.connect(on_submitted)
        dialog.open()

    def _prompt_replacement(self, view: PositionsView) -> None:
        selected = view.current_provision.wording_edit.textCursor().selectedText() if view.current_provision else ""
        fields = [
            InputField(self.tr("Find"), value=selected),
            InputField(self.tr("Replace with"), self.tr("empty to delete"), is_required=False),
        ]
        text = self.tr("In everything that you wrote in this position. Undo puts all of it back at once.")
        dialog = InputDialog(self.tr("Replace"), text, self.tr("Replace All"), fields, self._window)
        counts: list[int] = []

        def on_submitted(values: list[str]) -> None:
            view.flush()

            def run() -> Changes:
                changes, count = self._desk.positions.replace_words(view.document, values[0], values[1])
                counts.append(count)
                return changes

            def show(_: Changes) -> None:
                if not counts[-1]:
                    dialog.show_error(self.tr("“{words}” is not in this position.").format(words=values[0]))
                    return
                dialog.accept()
                text = terms.format_count(counts[-1], self.tr("Replaced once"), self.tr("Replaced {n} times"))
                show_undoable(self._context, text)

            self._tasks.write(run, while_alive(dialog, show))

        dialog.submitted.connect(on_submitted)
        dialog.open()

    def show_versions(self, view: PositionsView) -> None:
        if view.drafting is None:
            return
        from delegate_desk.gui.positions.position_dialogs import VersionsDialog

        view.flush()
        place = view.place or Place(view.document, Address(""))
        VersionsDialog(self._desk, self._tasks, place, view.drafting.label, self._window).open()


def _short(text: str) -> str:
    words = " ".join(text.replace("&", "&&").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rsplit(' ', 1)[0]} …"


def _on_provision(do: Callable[[ProvisionCard], object]) -> Callable[[PositionsView], object]:
    return lambda view: do(view.current_provision) if view.current_provision is not None else None

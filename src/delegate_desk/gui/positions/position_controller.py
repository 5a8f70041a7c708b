"""Drafting in the window: the commands on the current provision and on the position as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.core.positions.brackets import bracket_alternatives, put_in_brackets
from delegate_desk.core.positions.position import PositionStatus
from delegate_desk.core.positions.requested_wordings import insert_wording
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_settings import ExportChoices
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.input_dialog import InputDialog, InputField

_LONGEST = 60


class PositionController(QObject):
    """Joins positions to the window."""

    def __init__(self, context: Context, choices: ExportChoices) -> None:
        super().__init__(context.window)
        self._context = context
        self._choices = choices
        self._desk, self._tasks = context.desk, context.tasks
        context.navigate.page_added.connect(self._connect_view)

    def current_view(self) -> PositionsView | None:
        view = self._context.navigate.current_page()
        return view if isinstance(view, PositionsView) else None

    def commands(self) -> dict[QAction, Callable[[], object]]:
        action = self._context.navigate.action
        return {
            action("action_new_provision"): self._insert,
            action("action_delete_provision"): self._on_provision(lambda one: one.toggle_deletion()),
            action("action_move_provision"): self._move,
            action("action_add_field"): self._add_field,
            action("action_keep_change"): self._on_view(lambda view: view.step_change(1)),
            action("action_take_back_change"): self._on_provision(lambda one: one.wording_edit.revert_change()),
            action("action_brackets"): self._prompt_brackets,
            action("action_take_wording"): self._on_view(lambda view: view.adopt_wording()),
            action("action_clear_position"): self.prompt_clearing,
            action("action_send_position"): self.prompt_sending,
            action("action_withdraw_position"): self._withdraw,
            action("action_versions"): self.show_versions,
        }

    def update_actions(self) -> None:
        view = self.current_view()
        for command in self.commands():
            command.setEnabled(view is not None)
        drafting = view.drafting if view else None
        status = drafting.position.status if drafting else None
        action = self._context.navigate.action
        action("action_new_provision").setEnabled(
            view is not None or self._context.navigate.current_place() is not None
        )
        action("action_clear_position").setEnabled(status in (PositionStatus.DRAFT, PositionStatus.CLEARED))
        action("action_send_position").setEnabled(status not in (None, PositionStatus.WITHDRAWN))
        action("action_withdraw_position").setEnabled(status not in (None, PositionStatus.WITHDRAWN))

    def _connect_view(self, view: QWidget) -> None:
        if not isinstance(view, PositionsView):
            return
        context = self._context
        view.use_choices(self._choices)
        view.export_pane.place_requested.connect(view.draft)
        view.opened.connect(context.navigate.open_place)
        view.side.own_notes.annotation_requested.connect(context.navigate.open_annotation)
        view.export_requested.connect(lambda _: self._context.navigate.action("action_export").trigger())
        view.menu_requested.connect(self.show_menu)
        view.head.clear_requested.connect(self.prompt_clearing)
        view.head.send_requested.connect(self.prompt_sending)
        view.head.withdraw_requested.connect(self._withdraw)
        view.head.versions_requested.connect(self.show_versions)

    def show_menu(self, point: QPoint) -> None:
        """Show the menu of the current provision at a place on the screen."""
        view, action = self.current_view(), self._context.navigate.action
        provision = view.current_provision if view else None
        if view is None or provision is None:
            return
        menu = QMenu(self._context.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
            said = self.tr("Draft on footnote {n}").format(n=label)
            menu.addAction(said).triggered.connect(lambda _=False, note=note: view.draft(note))
        menu.addSeparator()
        menu.addAction(action("action_versions"))
        menu.popup(point)

    # The provision at hand

    def _on_view(self, do: Callable[[PositionsView], object]) -> Callable[[], object]:
        def run() -> None:
            view = self.current_view()
            if view is not None:
                do(view)

        return run

    def _on_provision(self, do: Callable[[ProvisionCard], object]) -> Callable[[], object]:
        def run() -> None:
            view = self.current_view()
            if view is not None and view.current_provision is not None:
                do(view.current_provision)

        return run

    def _insert(self) -> None:
        """Insert a provision after the current provision; without one, after the place that is asked for."""
        view, place = self.current_view(), self._context.navigate.current_place()
        if view is not None and view.place is not None:
            view.insert(view.place.address)
        elif view is not None:
            self._prompt_place(view, self.tr("New Provision"), self.tr("Insert"), view.insert)
        elif place is not None:
            self._context.navigate.open_position(place.document)
            made = self.current_view()
            if made is not None:
                made.insert(place.address)

    def _move(self) -> None:
        view = self.current_view()
        if view is not None and view.current_provision is not None:
            self._prompt_place(view, self.tr("Move Provision"), self.tr("Move"), view.move_after)

    def _prompt_place(self, view: PositionsView, title: str, do: str, then: Callable[[Address], object]) -> None:
        line = InputField(self.tr("After"), self.tr("5, 7(f) or r34; empty for the beginning"), is_required=False)
        dialog = InputDialog(title, "", do, [line], self._context.window)

        def found(address: Address) -> None:
            dialog.accept()
            then(address)

        def failed(error: Exception) -> None:
            if isinstance(error, UnknownPlaceError):
                dialog.show_error(explain(error))
            else:
                self._tasks.failed.emit(error)

        def look(given: list[str]) -> None:
            if not given[0]:
                found(Address(""))
                return
            self._tasks.read(
                lambda: self._desk.documents.place(view.document, given[0]),
                while_alive(dialog, found),
                failed=while_alive(dialog, failed),
            )

        dialog.submitted.connect(look)
        dialog.open()

    def _add_field(self) -> None:
        view = self.current_view()
        provision = view.current_provision if view else None
        if provision is not None:
            menu = provision.fields.menu()
            menu.popup(provision.fields.mapToGlobal(QPoint(0, 0)))
            menu.setActiveAction(menu.actions()[0])

    def _prompt_brackets(self) -> None:
        view = self.current_view()
        provision = view.current_provision if view else None
        if view is None or provision is None:
            return
        edit = provision.wording_edit
        text, (start, end) = edit.proposal, edit.selected()
        others = self._alternatives(view, provision)
        if start < end and not others:
            edit.propose(put_in_brackets(text, start, end))
            return
        menu = QMenu(self.tr("Square brackets"), edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if start < end:
            action = menu.addAction(self.tr("&Around the selection: [{words}]").format(words=_short(text[start:end])))
            action.triggered.connect(lambda: edit.propose(put_in_brackets(text, start, end)))
        for said, wording in others:
            made = (
                bracket_alternatives(text, wording, start, end) if start < end else bracket_alternatives(text, wording)
            )
            if made != text:
                menu.addAction(said).triggered.connect(lambda _=False, made=made: edit.propose(made))
        if menu.isEmpty():
            menu.addAction(self.tr("Select the words for the square brackets")).setEnabled(False)
        corner = edit.cursorRect().bottomLeft()
        menu.popup(edit.viewport().mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    def _alternatives(self, view: PositionsView, provision: ProvisionCard) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if provision.wording_edit.drafted.is_changed and provision.source:
            found.append((self.tr("[Ours] and [the &text]"), provision.source))
        for n, fallback in enumerate(provision.item.fallbacks, 1):
            said = self.tr("[Ours] and [fallback &{n}]: {words}").format(n=n, words=_short(fallback))
            found.append((said, insert_wording(fallback, provision.wording_edit.proposal)))
        for other in view.other_proposals.get(provision.item.address, ()):
            if other.proposal is not None:
                who = ", ".join(other.delegations) or self.tr("another delegation")
                found.append((self.tr("[Ours] and [{who}]").format(who=who), other.proposal))
        return found

    # The position as a whole

    def prompt_clearing(self) -> None:
        view = self.current_view()
        if view is None:
            return
        document = view.document
        line = InputField(self.tr("Cleared by"), self.tr("Name, office"))
        said = self.tr("Later changes must be cleared again.")
        dialog = InputDialog(
            self.tr("Mark Position as Cleared"), said, self.tr("Mark as Cleared"), [line], self._context.window
        )
        self._run_step(view, dialog, lambda given: self._desk.positions.clear(document, given[0]))

    def prompt_sending(self, file: str = "") -> None:
        """Ask to whom the current position was sent.

        Args:
            file: The name of the file, where it was written just now.
        """
        view = self.current_view()
        if view is None:
            return
        document = view.document
        lines = [
            InputField(self.tr("Sent to"), self.tr("The Presidency, the delegations, …")),
            InputField(self.tr("File"), self.tr("optional"), file, is_required=False),
        ]
        said = self.tr("This version is archived. Later changes belong to the next version.")
        dialog = InputDialog(self.tr("Mark as Sent"), said, self.tr("Mark as Sent"), lines, self._context.window)
        self._run_step(view, dialog, lambda given: self._desk.positions.send(document, given[0], given[1]))

    def _run_step(self, view: PositionsView, dialog: InputDialog, step: Callable[[list[str]], Changes]) -> None:
        def take(given: list[str]) -> None:
            view.flush()
            dialog.accept()
            self._tasks.write(lambda: step(given))

        dialog.submitted.connect(take)
        dialog.open()

    def _withdraw(self) -> None:
        view = self.current_view()
        if view is not None:
            view.flush()
            document = view.document
            self._tasks.write(lambda: self._desk.positions.withdraw(document))

    def show_versions(self) -> None:
        """Show the versions of the current position, and the history of its fields."""
        view = self.current_view()
        if view is None or view.drafting is None:
            return
        from delegate_desk.gui.positions.versions_dialog import VersionsDialog

        view.flush()
        drafting = view.drafting
        dialog = VersionsDialog(self._desk, self._tasks, view.document, drafting.label, self._context.window)
        if view.place is not None:
            dialog.show_field_history(view.place.address)
        dialog.open()


def _short(text: str) -> str:
    words = " ".join(text.replace("&", "&&").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rsplit(' ', 1)[0]} …"

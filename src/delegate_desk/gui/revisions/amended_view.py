"""The tab of an amended act: the base act and the act as amended, each change with its instruction."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from delegate_desk.core.amending.amended import AmendedAct, HandPlacement, Operation, PlacedAs, unit_outcomes
from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_placement import Ui_Placement
from delegate_desk.gui.paragraphs.file_section import place_from_link, place_link
from delegate_desk.gui.revisions.comparison_model import (
    ComparedSide,
    ComparisonColumn,
    LoadedComparison,
    load_side,
    prepare_comparison,
)
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, fill_combo, label, link_label, set_part
from delegate_desk.gui.widgets.display_widgets import ShortenedLabel
from delegate_desk.gui.widgets.jobs import unless_asked
from delegate_desk.gui.widgets.labels import terms

_PLACE = "place:"


def reason_label(operation: Operation) -> str:
    return QCoreApplication.translate("errors", operation.reason.text) if operation.reason else ""


class PlacementDialog(QDialog):
    """Asks for the change that an instruction makes to a provision of the base act."""

    placed = Signal(HandPlacement)

    def __init__(self, instruction: Operation, target: Place, citation: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._instruction, self._target, self._old = instruction, target, text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Placement()
        ui.setupUi(self)
        ui.words_label.setText(terms.quote(instruction.words))
        names = {
            PlacedAs.REPLACES: self.tr("Replace the text of {provision}"),
            PlacedAs.FOLLOWS: self.tr("Insert after {provision}"),
            PlacedAs.DELETES: self.tr("Delete {provision}"),
        }
        fill_combo(ui.action_combo, {action: name.format(provision=citation) for action, name in names.items()}, None)
        ui.text_edit.setPlainText(text)
        ui.place_button.clicked.connect(self._submit)
        ui.cancel_button.clicked.connect(self.reject)
        ui.action_combo.currentIndexChanged.connect(self._on_action_changed)
        ui.text_edit.textChanged.connect(self._update)
        self._update()

    @property
    def action(self) -> PlacedAs:
        return PlacedAs(self.ui.action_combo.currentData())

    def _on_action_changed(self) -> None:
        self.ui.text_edit.setPlainText(self._old if self.action is PlacedAs.REPLACES else "")
        self.ui.text_edit.setVisible(self.action is not PlacedAs.DELETES)
        self._update()

    def _update(self) -> None:
        text = self.ui.text_edit.toPlainText().strip()
        self.ui.place_button.setEnabled(self.action is PlacedAs.DELETES or text not in ("", self._old))

    def _submit(self) -> None:
        text = self._instruction.words if self.action is PlacedAs.DELETES else self.ui.text_edit.toPlainText()
        self.placed.emit(HandPlacement(self._instruction.place, self.action, self._target.address, text))
        self.accept()


class AmendedView(ComparisonView):
    """Side by side or in one column; the file on the right is that of the amending provision."""

    help_page = "amending"
    further_requested = Signal()
    named = Signal(str)  # The title of its tab

    def __init__(self, desk: Desk, tasks: Tasks, base: DocumentId, amending: Sequence[DocumentId]) -> None:
        self.amending = tuple(amending)
        self._instruction = link_label("plain")
        self._open_list = link_label("plain")
        self._further = link_label("plain")
        self._notice = label("", "soft", wrap=True)
        self.names_label = ShortenedLabel()
        set_part(self.names_label, "soft")
        super().__init__(desk, tasks, base, *amending)
        self.ui.options_layout.addWidget(self.names_label, 1)
        self.ui.options_layout.addWidget(self.options)
        self.ui.options.show()
        self.ui.counterpart_button.hide()
        self._notice.setText(self.tr("The text as it would read. Not an official text."))
        self._panel = QWidget()
        self._panel.setAccessibleName(self.tr("Instruction"))
        further = self.tr("Apply another act after it…")
        self._further.setText(f'<a href="further">{escape(further)}</a>')
        self._further.linkActivated.connect(lambda _: self.further_requested.emit())
        parts = (self._notice, self.change, self._instruction, self._open_list, self._further)
        column_layout(*parts, within=self._panel, margins=(0, 0, 0, 8), spacing=6)
        for link in (self._instruction, self._open_list):
            link.linkActivated.connect(self._open_link)
            link.hide()
        self.shown.connect(self._show_open)

    @override
    def _load(self) -> Steps[LoadedComparison]:
        """Load the rows of the base act compared with the act as amended. Slow.

        Notes and drafting on a change are those on the amending provision.
        """
        yield from ()
        desk = self._desk
        act = desk.amending.apply(self.old, self.amending)
        old, sides = load_side(desk, self.old), {document: load_side(desk, document) for document in self.amending}
        annotations: dict[Address, list[Annotation]] = {}
        drafted = set()
        for amended in act.paragraphs:
            address = amended.paragraph.address
            for origin in dict.fromkeys(amended.origins):
                side = sides[origin.document]
                annotations.setdefault(address, []).extend(side.annotations.get(origin.address, ()))
                drafted |= {address} if origin.address in side.position_addresses else set()
        units = {amended.paragraph.address: amended.paragraph for amended in act.paragraphs}
        content = replace(old.document, paragraphs=tuple(units.values()))
        shown = replace(sides[self.new].library_document, paragraphs=len(units))
        new = ComparedSide(shown, content, units, annotations, frozenset(drafted))
        compared = Comparison(self.old, self.new, View.AFTER, tuple(unit_outcomes(old.document, act)))
        citations = {operation.place: desk.documents.citation(operation.place) for operation in act.operations}
        return replace(prepare_comparison(compared, old, new), act=act, citations=citations)

    @override
    def _show_names(self, old: LibraryDocument, *others: LibraryDocument) -> str:
        names = ", ".join(document.name for document in others)
        self.named.emit(self.tr("Amended · {name}").format(name=old.name))
        self.names_label.setText(self.tr("{base}, as amended by {amending}").format(base=old.name, amending=names))
        return self.tr("Applying {amending} to {base}").format(amending=names, base=old.name)

    @override
    def line_options(self) -> None:
        """Return nothing: the page has a tab of its own, and its options above its rows."""

    @property
    def act(self) -> AmendedAct | None:
        return self.compared.act if self.compared else None

    def _link(self, instruction: Operation) -> str:
        assert self.compared is not None  # there are instructions
        return place_link(instruction.place, self.compared.citations[instruction.place])

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.AMENDED, (int(self.old), *map(int, self.amending)))

    @override
    def state(self) -> PageState:
        return replace(super().state(), top=self._panel)

    @property
    @override
    def place(self) -> Place | None:
        row, rows, act = self.page.current_row(), self.page.rows, self.act
        if row < 0 or act is None:
            return None
        outcome = rows.outcomes[row]
        changed = next((a for a in act.paragraphs if a.paragraph.address == outcome.new and a.origins), None)
        if changed is not None:
            return changed.origins[-1]
        if outcome.new is None and outcome.old in act.deleted:
            return act.deleted[outcome.old]
        return rows.place(row, ComparisonColumn.OLD)

    @override
    def place_in_text(self) -> Place | None:
        return None

    @override
    def _open_place(self, place: Place) -> None:
        self.opened.emit(place if place.document == self.old else self.place or place)

    @override
    def _on_row_changed(self, row: int) -> None:
        instructions = {operation.place: operation for operation in self.act.operations} if self.act else {}
        instruction = instructions.get(self.place) if self.place else None
        self._instruction.setVisible(instruction is not None)
        if instruction:
            by_hand = self.tr("placed by hand") if instruction.is_by_hand else ""
            parts = (self._link(instruction), escape(by_hand), escape(terms.quote(instruction.words)))
            self._instruction.setText(" · ".join(filter(None, parts)))
        super()._on_row_changed(row)

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        return edit.document in (self.old, *self.amending)

    @override
    def _reload_annotations(self) -> None:
        self.compare()

    def _open_link(self, link: str) -> None:
        if link.startswith(_PLACE):
            self.place_by_hand(int(link.removeprefix(_PLACE)))
        else:
            self.opened.emit(place_from_link(link))

    def place_by_hand(self, number: int) -> None:
        """Ask what an instruction that was not applied changes in the provision of the current row, or before it."""
        rows = self.page.rows
        places = (rows.place(row, ComparisonColumn.OLD) for row in range(self.page.current_row(), -1, -1))
        target = next(filter(None, places), None)
        act = self.act
        if target is None or rows.compared is None or act is None:
            return
        unit = rows.compared.old.units[target.address]
        instruction, amending = act.open[number], self._desk.amending

        def show_dialog(citation: str) -> None:
            dialog = PlacementDialog(instruction, target, citation, unit.text, self)
            dialog.placed.connect(lambda placement: self._tasks.write(lambda: amending.place(placement)))
            dialog.open()

        cite = partial(self._desk.documents.citation, target, terms.window_language())
        self._tasks.read(cite, unless_asked(self, show_dialog))

    def _show_open(self) -> None:
        instructions = self.act.open if self.act else ()
        self._open_list.setVisible(bool(instructions))
        singular, plural = self.tr("1 instruction was not applied"), self.tr("{n} instructions were not applied")
        heading = terms.format_count(len(instructions), singular, plural)
        link = escape(self.tr("Place here…"))
        lines = [
            f"{self._link(instruction)} · {escape(reason_label(instruction))}<br>"
            f'{escape(terms.quote(instruction.words))} <a href="{_PLACE}{n}">{link}</a>'
            for n, instruction in enumerate(instructions)
        ]
        text = f"<p><b>{escape(heading)}</b></p>" + "".join(f"<p>{line}</p>" for line in lines)
        self._open_list.setText(theme.semi_bold(text))

"""The tab of an amended act: the base act and the act as it would read, each change with the instruction it follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.amending.amended import AmendedAct, unit_outcomes
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place, View
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import place_from_link, place_link
from delegate_desk.gui.reader.reader_commands import NOTE_ACTIONS, STANCE_ACTIONS
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
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, link_label
from delegate_desk.gui.widgets.labels import terms

DRAFT = "action_annotate_drafting_suggestion"
WRITING = frozenset({DRAFT, *NOTE_ACTIONS, *STANCE_ACTIONS.values()})
"""The commands that write on the amending provision of the current row."""


@dataclass(frozen=True, slots=True)
class TextOfInstruction:
    """An instruction as it is shown.

    Attributes:
        reason: Why it was not applied; empty if it was.
    """

    place: Place
    citation: str
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LoadedAmendedAct(LoadedComparison):
    """A base act compared with the act as amended.

    Attributes:
        act: None only before it is loaded.
        instructions: By the provision that gives it.
        open: The instructions that were not applied.
    """

    act: AmendedAct | None = None
    instructions: dict[Place, TextOfInstruction] | None = None
    open: Sequence[TextOfInstruction] = ()


def load_amended_act(desk: Desk, base: DocumentId, amending: Sequence[DocumentId]) -> LoadedAmendedAct:
    """The rows of an amended act: slow; notes and drafting on a change are those on the amending provision."""
    act = desk.amending.apply(base, amending)
    old, given = load_side(desk, base), {document: load_side(desk, document) for document in amending}
    annotations: dict[Address, list[Annotation]] = {}
    drafted = set()
    for amended in act.paragraphs:
        address = amended.paragraph.address
        for origin in dict.fromkeys(amended.origins):
            side = given[origin.document]
            annotations.setdefault(address, []).extend(side.annotations.get(origin.address, ()))
            drafted |= {address} if origin.address in side.position_addresses else set()
    units = {amended.paragraph.address: amended.paragraph for amended in act.paragraphs}
    content = replace(old.document, paragraphs=tuple(units.values()))
    shown = replace(given[amending[-1]].library_document, paragraphs=len(units))
    new = ComparedSide(shown, content, units, annotations, frozenset(drafted))
    compared = Comparison(base, amending[-1], View.AFTER, tuple(unit_outcomes(old.document, act)))
    told = {
        operation.place: TextOfInstruction(
            operation.place,
            desk.documents.citation(operation.place),
            operation.words,
            QCoreApplication.translate("errors", operation.reason.text) if operation.reason else "",
        )
        for operation in act.operations
    }
    rows = prepare_comparison(compared, old, new)
    fields = {name: getattr(rows, name) for name in LoadedComparison.__dataclass_fields__}
    return LoadedAmendedAct(**fields, act=act, instructions=told, open=[one for one in told.values() if one.reason])


class AmendedView(ComparisonView):
    """Side by side or in one column; the file on the right is that of the amending provision."""

    help_page = "amending"
    warns_of_newer = False
    annotate_requested = Signal(object, object, object)  # AnnotationKind, Place, span
    stance_requested = Signal(object, object, object)  # Stance, Place, span
    draft_requested = Signal(object, object)  # Place, span
    section_requested = Signal(int)
    further_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, base: DocumentId, amending: Sequence[DocumentId]) -> None:
        self.amending = tuple(amending)
        self._instruction = link_label("plain")
        self._open_list = link_label("plain")
        self._further = link_label("plain")
        self._notice = label("", "soft", wrap=True)
        super().__init__(desk, tasks, base, amending[-1])
        self._notice.setText(self.tr("The text as it would read. Not an official text."))
        self._panel = QWidget()
        self._panel.setAccessibleName(self.tr("Instruction"))
        further = self.tr("Apply another act after it…")
        self._further.setText(f'<a href="further">{escape(further)}</a>')
        self._further.linkActivated.connect(lambda _: self.further_requested.emit())
        parts = (self._notice, self.change, self._instruction, self._open_list, self._further)
        column_layout(*parts, within=self._panel, margins=(0, 0, 0, 8), spacing=6)
        for shown in (self._instruction, self._open_list):
            shown.linkActivated.connect(lambda link: self.opened.emit(place_from_link(link)))
            shown.hide()
        self.shown.connect(self._show_open)

    @override
    def _load(self) -> Steps[LoadedComparison]:
        yield from ()
        return load_amended_act(self._desk, self.old, self.amending)

    @override
    def _titles(self, old: LibraryDocument, new: LibraryDocument) -> tuple[str, str]:
        names = ", ".join(self._desk.documents.get(document).name for document in self.amending)
        doing = self.tr("Applying {amending} to {base}").format(amending=names, base=old.name)
        return doing, self.tr("{base}, as amended by {amending}").format(base=old.name, amending=names)

    @property
    def act(self) -> AmendedAct | None:
        return self.compared.act if isinstance(self.compared, LoadedAmendedAct) else None

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.AMENDED, (int(self.old), *map(int, self.amending)))

    @override
    def state(self) -> PageState:
        state = super().state()
        writes = WRITING if self.place is not None else ()
        return replace(state, top=self._panel, enabled=state.enabled.union(writes))

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
        place, compared = self.place, self.compared
        told = (compared.instructions or {}) if isinstance(compared, LoadedAmendedAct) else {}
        instruction = told.get(place) if place else None
        self._instruction.setVisible(instruction is not None)
        if instruction is not None:
            link = place_link(instruction.place, instruction.citation)
            self._instruction.setText(f"{link} · {escape(terms.quote(instruction.words))}")
        super()._on_row_changed(row)

    @override
    def _reload_annotations(self) -> None:
        self.compare()

    def annotate(self, kind: AnnotationKind) -> None:
        if self.place is not None:
            self.annotate_requested.emit(kind, self.place, None)

    def set_stance(self, stance: Stance) -> None:
        if self.place is not None:
            self.stance_requested.emit(stance, self.place, None)

    def draft(self) -> None:
        if self.place is not None:
            self.draft_requested.emit(self.place, None)

    def _show_open(self) -> None:
        """List the instructions that were not applied."""
        given = self.compared.open if isinstance(self.compared, LoadedAmendedAct) else ()
        self._open_list.setVisible(bool(given))
        head = terms.format_count(
            len(given), self.tr("1 instruction was not applied"), self.tr("{n} instructions were not applied")
        )
        lines = [
            f"{place_link(one.place, one.citation)} · {escape(one.reason)}<br>{escape(terms.quote(one.words))}"
            for one in given
        ]
        self._open_list.setText(f"<p><b>{escape(head)}</b></p>" + "".join(f"<p>{line}</p>" for line in lines))

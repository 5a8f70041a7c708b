"""The current change of a comparison, at the top of the paragraph's file: its verdict, reasons and alternatives."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from delegate_desk.core.revisions.comparison import UnitOutcome
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, ComparisonModel
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    column_layout,
    flat_button,
    label,
    make_card,
    set_property,
)
from delegate_desk.gui.widgets.labels import comparison


class ComparisonChange(QWidget):
    row_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Current change"))
        self._frame, self._inner = make_card()
        column_layout(self._frame, within=self, margins=(0, 0, 0, 8))
        self.show_row(None, -1)

    def show_row(self, rows: ComparisonModel | None, row: int) -> None:
        clear_layout(self._inner)
        if rows is None or not 0 <= row < len(rows.outcomes):
            self._frame.hide()
            return
        self._show_verdict(rows, row)
        self._frame.setVisible(self._inner.count() > 0)

    def _show_verdict(self, rows: ComparisonModel, row: int) -> None:
        fate = rows.outcomes[row]
        labels = dict.fromkeys(
            filter(None, (rows.label(row, ComparisonColumn.OLD), rows.label(row, ComparisonColumn.NEW)))
        )
        said, role = rows.verdict(row)
        title = " · ".join(filter(None, (" → ".join(labels), said)))
        if title:
            verdict = label(title, "verdict", wrap=True)
            set_property(verdict, "role", role)
            self._inner.addWidget(verdict)
        if reasons := comparison.basis_sentence(fate):
            self._inner.addWidget(label(reasons, "soft", wrap=True))
        for fault in rows.faults(row):
            self._inner.addWidget(label(f"▲ {comparison.mark_fault_label(fault)}", "warning", wrap=True))
        if not fate.is_sure:
            self._show_alternatives(rows, fate)

    def _show_alternatives(self, rows: ComparisonModel, fate: UnitOutcome) -> None:
        texts = [self.tr("Uncertain – nothing is carried over automatically.")]
        if fate.may_be_deleted:
            texts.append(self.tr("The old text may have been deleted and this text added."))
        if fate.other_units:
            texts.append(self.tr("Other possibilities:"))
        self._inner.addWidget(label(" ".join(texts), "warning", wrap=True))
        for address in fate.other_units:
            name = rows.name_in_new(address)
            button = flat_button(name, self.tr("Show {place}").format(place=name))
            set_property(button, "tone", "out")
            button.clicked.connect(lambda _=False, address=address: self.row_requested.emit(address))
            self._inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

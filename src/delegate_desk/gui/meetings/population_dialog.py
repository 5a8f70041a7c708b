"""The populations of a year, for viewing and entering."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import DeskError
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.voting import Figures, format_figure, parse_figure
from delegate_desk.desk import Desk
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import (
    column_layout,
    flat_button,
    label,
    push_button,
    row_layout,
    set_part,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms

_WIDTH, _HEIGHT = 520, 660


class PopulationDialog(QDialog):
    def __init__(self, desk: Desk, tasks: Tasks, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Population Figures"))
        self.year_box = QSpinBox()
        self.year_box.setRange(2014, 2099)
        self.year_box.setValue(year)
        self.year_box.setAccessibleName(self.tr("Reference year"))
        self.kind_combo = QComboBox()
        self.kind_combo.addItem(self.tr("Inhabitants"), True)
        self.kind_combo.addItem(self.tr("Percentages"), False)
        self.kind_combo.setAccessibleName(self.tr("Type of figures"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Population by Member State"))
        self.table.setHorizontalHeaderLabels([self.tr("Member State"), self.tr("State"), self.tr("Population")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setShowGrid(False)
        self.table.setColumnWidth(0, 72)
        self.table.setColumnWidth(2, 128)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.source_edit = QLineEdit()
        self.source_edit.setAccessibleName(self.tr("Source"))
        self.source_edit.setPlaceholderText(self.tr("Source, such as the Decision and its Official Journal"))
        self.sum_label = label("", "soft")
        self.dated_label = label("", "soft", wrap=True)
        self.note_label = label("", "danger", wrap=True)
        self.save_button = push_button(self.tr("Save"), self._save, part="main")
        self.back_button = flat_button(
            self.tr("Restore Defaults"), self.tr("Discard the figures entered for this year")
        )
        self.close_button = flat_button(self.tr("Cancel"), self.tr("Cancel"))
        self._arrange()
        self.year_box.valueChanged.connect(self._load)
        self.kind_combo.currentIndexChanged.connect(self._add_up)
        self.table.itemChanged.connect(self._add_up)
        self.back_button.clicked.connect(self._restore_defaults)
        self.close_button.clicked.connect(self.reject)
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def exact(self) -> bool:
        return bool(self.kind_combo.currentData())

    def entered_figures(self) -> dict[str, int]:
        found = {}
        for row in range(self.table.rowCount()):
            figure = parse_figure(self._text(row, 2), exact=self.exact)
            if figure is not None:
                found[self._text(row, 0)] = figure
        return found

    def _arrange(self) -> None:
        top = row_layout(self.year_box, (self.kind_combo, 1))
        for button in (self.back_button, self.close_button):
            set_part(button, "button")
        buttons = row_layout(self.back_button, None, self.close_button, self.save_button)
        parts = (top, self.dated_label, (self.table, 1), self.sum_label, self.source_edit, self.note_label, buttons)
        column_layout(*parts, within=self, margins=(16, 16, 16, 12), spacing=8)
        above = self.parentWidget()
        self.resize(_WIDTH, min(_HEIGHT, above.window().height()) if above else _HEIGHT)

    def _load(self) -> None:
        voting, year = self._desk.voting, self.year_box.value()

        def load() -> tuple[Figures | None, dict[str, str]]:
            return voting.tables().by_year.get(year), voting.partial_figures(year)

        self._tasks.read(load, while_alive(self, lambda found: self._show(year, *found)))

    def _show(self, year: int, figures: Figures | None, known: Mapping[str, str]) -> None:
        if year != self.year_box.value():
            return
        members = list(figures.populations) if figures else list(PROTOCOL_ORDER)
        self.table.blockSignals(True)
        self.table.setRowCount(len(members))
        for row, code in enumerate(members):
            for column, text in enumerate((code, terms.state_name(code), known.get(code, ""))):
                item = QTableWidgetItem(text)
                if column < 2:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                else:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.setCurrentCell(0, 2)
        self.table.blockSignals(False)
        self.kind_combo.setCurrentIndex(0 if figures is None or figures.exact else 1)
        self.source_edit.setText(figures.source if figures else "")
        self.source_edit.setCursorPosition(0)
        edited = figures.edited if figures else None
        self.back_button.setEnabled(edited is not None)
        if edited is not None:
            message = self.tr("Entered on {day}.").format(day=local_time(edited).date().isoformat())
        elif figures is not None:
            message = self.tr(
                "Supplied with the program. Figures you enter take precedence; the defaults can be restored."
            )
        else:
            message = self.tr("The figures for this year are incomplete. Enter the missing ones.")
        self.dated_label.setText(message)
        self.note_label.clear()
        self._add_up()

    def _add_up(self) -> None:
        total = sum(self.entered_figures().values())
        shown = terms.format_number(total) if self.exact else f"{format_figure(total, exact=False)} %"
        known = self.tr("{n} of {count} members").format(n=len(self.entered_figures()), count=self.table.rowCount())
        self.sum_label.setText(self.tr("Total: {total} · {known}").format(total=shown, known=known))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item else ""

    def _save(self) -> None:
        voting, year, typed, exact = self._desk.voting, self.year_box.value(), self.entered_figures(), self.exact
        source = self.source_edit.text()
        self._tasks.write(
            lambda: voting.set_figures(year, typed, exact=exact, source=source),
            while_alive(self, lambda _: self.accept()),
            failed=while_alive(self, self._on_save_failed),
        )

    def _restore_defaults(self) -> None:
        voting, year = self._desk.voting, self.year_box.value()
        self._tasks.write(lambda: voting.revert_figures(year), while_alive(self, lambda _: self._load()))

    def _on_save_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.note_label.setText(explain(error))
        else:
            self._tasks.failed.emit(error)

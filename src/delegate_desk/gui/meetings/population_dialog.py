"""The populations of a year, for viewing and entering."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem, QWidget

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.voting import Figures, format_figure, parse_figure
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_population import Ui_Population
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms

_WIDTH, _HEIGHT = 520, 660


class PopulationDialog(QDialog):
    def __init__(self, desk: Desk, tasks: Tasks, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Population()
        ui.setupUi(self)
        ui.year_box.setValue(year)
        ui.table.setColumnWidth(0, 72)
        ui.table.setColumnWidth(2, 128)
        ui.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.resize(_WIDTH, min(_HEIGHT, parent.window().height()) if parent else _HEIGHT)
        ui.year_box.valueChanged.connect(self._load)
        ui.kind_combo.currentIndexChanged.connect(self._add_up)
        ui.table.itemChanged.connect(self._add_up)
        ui.save_button.clicked.connect(self._save)
        ui.back_button.clicked.connect(self._restore_defaults)
        ui.close_button.clicked.connect(self.reject)
        self._load()
        ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def exact(self) -> bool:
        return self.ui.kind_combo.currentIndex() == 0

    def entered_figures(self) -> dict[str, int]:
        found = {}
        for row in range(self.ui.table.rowCount()):
            figure = parse_figure(self._text(row, 2), exact=self.exact)
            if figure is not None:
                found[self._text(row, 0)] = figure
        return found

    def _load(self) -> None:
        voting, year = self._desk.voting, self.ui.year_box.value()

        def load() -> tuple[Figures | None, dict[str, str]]:
            return voting.tables().by_year.get(year), voting.partial_figures(year)

        self._tasks.read(load, while_alive(self, lambda found: self._show(year, *found)))

    def _show(self, year: int, figures: Figures | None, known: Mapping[str, str]) -> None:
        if year != self.ui.year_box.value():
            return
        members = list(figures.populations) if figures else list(PROTOCOL_ORDER)
        self.ui.table.blockSignals(True)
        self.ui.table.setRowCount(len(members))
        for row, code in enumerate(members):
            for column, text in enumerate((code, terms.state_name(code), known.get(code, ""))):
                item = QTableWidgetItem(text)
                if column < 2:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                else:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.ui.table.setItem(row, column, item)
        self.ui.table.setCurrentCell(0, 2)
        self.ui.table.blockSignals(False)
        self.ui.kind_combo.setCurrentIndex(0 if figures is None or figures.exact else 1)
        self.ui.source_edit.setText(figures.source if figures else "")
        self.ui.source_edit.setCursorPosition(0)
        edited = figures.edited if figures else None
        self.ui.back_button.setEnabled(edited is not None)
        message = self.tr("The figures for this year are incomplete. Enter the missing ones.")
        if edited is not None:
            message = self.tr("Entered on {day}.").format(day=local_time(edited).date().isoformat())
        elif figures is not None:
            message = self.tr(
                "Supplied with the program. Figures you enter take precedence; the defaults can be restored."
            )
        self.ui.dated_label.setText(message)
        self.ui.note_label.clear()
        self._add_up()

    def _add_up(self) -> None:
        total = sum(self.entered_figures().values())
        shown = terms.format_number(total) if self.exact else f"{format_figure(total, exact=False)} %"
        known = self.tr("{n} of {count} members").format(n=len(self.entered_figures()), count=self.ui.table.rowCount())
        self.ui.sum_label.setText(self.tr("Total: {total} · {known}").format(total=shown, known=known))

    def _text(self, row: int, column: int) -> str:
        item = self.ui.table.item(row, column)
        return item.text() if item else ""

    def _save(self) -> None:
        voting, year, typed, exact = self._desk.voting, self.ui.year_box.value(), self.entered_figures(), self.exact
        source = self.ui.source_edit.text()
        self._tasks.write(
            lambda: voting.set_figures(year, typed, exact=exact, source=source),
            while_alive(self, lambda _: self.accept()),
            failed=while_alive(self, self._tasks.explained(self.ui.note_label.setText)),
        )

    def _restore_defaults(self) -> None:
        voting, year = self._desk.voting, self.ui.year_box.value()
        self._tasks.write(lambda: voting.revert_figures(year), while_alive(self, lambda _: self._load()))

"""The page on allies: who agrees with us and with each other, as an ordered matrix; internal."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import PROTOCOL_ORDER, protocol_rank
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.allies import FEWEST, Agreement, AgreementTable, MeetingAgreement
from delegate_desk.core.meetings.voting import Figures, format_figure, parse_figure
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_population import Ui_Population
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    column_layout,
    label,
    link_label,
    push_button,
    row_layout,
    scroll_area,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms


class AlliesView(RefreshingView):
    """Covers all documents of the library, a dossier or a document, over all time or recent meetings."""

    help_page = "allies"

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId | None = None) -> None:
        super().__init__(desk, tasks)
        self.document = document
        self.table: AgreementTable | None = None
        self.meetings: Sequence[MeetingAgreement] = ()
        self._scopes: tuple[Callable[[], tuple[Sequence[DocumentId], date | None]], ...] = (
            lambda: ((), None),
            lambda: (desk.allies.dossier(document), None),
            lambda: ([document] if document else (), None),
            lambda: ((), desk.allies.recent()),
        )
        self._scope = 0
        texts = (self.tr("All"), self.tr("This dossier"), self.tr("This document"), self.tr("Last year"))
        self.buttons = [push_button(text, part="filter", default=False) for text in texts]
        for n, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setEnabled(document is not None or n in (0, 3))
            button.clicked.connect(partial(self._choose, n))
        self.title = label(self.tr("Allies"), "title")
        self.notice = label(self.tr("Internal – never in an export for circulation."), "soft", wrap=True)
        self.with_us, self.over_time, self.groups, self.matrix = (link_label("plain") for _ in range(4))
        inside = QWidget()
        parts = (self.with_us, self.over_time, self.groups, self.matrix)
        column_layout(*parts, None, within=inside, margins=(16, 8, 16, 16), spacing=12)
        chips = row_layout(*self.buttons, None, margins=0, spacing=6)
        area = scroll_area(inside, "paper")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column_layout(self.title, self.notice, chips, (area, 1), within=self, margins=(16, 16, 16, 0))
        theme.subscribe_to_theme(self, self._show_table)
        self._choose(0)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.ALLIES, (int(self.document or 0),))

    @override
    def state(self) -> PageState:
        return PageState(text=self.tr("Internal"), is_wide=True)

    @override
    def drop_document(self, document: DocumentId) -> bool:
        return document == self.document

    def _choose(self, scope: int) -> None:
        self._scope = scope
        for n, button in enumerate(self.buttons):
            button.setChecked(n == scope)
        self.refresh()

    @override
    def _loader(self) -> Callable[[], tuple[AgreementTable, Sequence[MeetingAgreement]]]:
        allies, scope = self._desk.allies, self._scopes[self._scope]

        def load() -> tuple[AgreementTable, Sequence[MeetingAgreement]]:
            documents, since = scope()
            table = allies.table(documents=documents, since=since, written=True)
            return table, allies.over_time(documents=documents, since=since)

        return load

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.meetings or changes.positions or changes.contributions or changes.documents:
            self.refresh()

    @override
    def _show(self, content: tuple[AgreementTable, Sequence[MeetingAgreement]]) -> None:
        self.table, self.meetings = content
        self._show_table()

    def _show_table(self) -> None:
        table = self.table
        if table is None:
            return
        hint = self.tr("Too little is known: fewer than {n} common paragraphs.").format(n=terms.format_number(FEWEST))
        lines = []
        for pair in table.with_us:
            if pair.share is not None:
                share = terms.format_number(round(100 * pair.share))
                shared = terms.format_count(pair.shared, self.tr("1 paragraph"), self.tr("{n} paragraphs"))
                lines.append(f"<b>{pair.b}</b> {share} % ({shared})")
        self.with_us.setText(self._part(self.tr("With us"), " &nbsp; ".join(lines) or escape(hint)))
        shares = [{pair.b: pair for pair in meeting.with_us if pair.share is not None} for meeting in self.meetings]
        codes = sorted({code for pairs in shares for code in pairs}, key=protocol_rank)
        rows = []
        for meeting, agreements in zip(self.meetings, shares, strict=True):
            day = terms.format_short_day(meeting.day) if meeting.day else ""
            rows.append((f"<td>{escape(f'{day} {meeting.body}'.strip())}</td>", map(agreements.get, codes)))
        self.over_time.setVisible(bool(codes))
        meetings = self._table(codes, rows) if codes else ""
        self.over_time.setText(self._part(self.tr("With us, meeting by meeting"), meetings))
        groups = [f"<b>{' '.join(group)}</b>" for group in table.groups]
        self.groups.setText(self._part(self.tr("Groups"), "<br>".join(groups) or escape(hint)))
        # similar delegations are side by side: in each cell the share and the number of paragraphs
        cells = [(f"<th>{a}</th>", [table.between(a, b) if a != b else None for b in table.order]) for a in table.order]
        caption = escape(self.tr("In percent; below it the number of common paragraphs"))
        matrix = f"{self._table(table.order, cells)}<p>{caption}</p>" if cells else escape(hint)
        self.matrix.setText(self._part(self.tr("Agreement of pairs"), matrix))

    def _table(self, codes: Sequence[str], rows: Iterable[tuple[str, Iterable[Agreement | None]]]) -> str:
        """Return a table of delegations from its rows, each with its first cell."""
        head = "".join(f"<th>{code}</th>" for code in codes)
        body = "".join(f"<tr>{first}{''.join(map(self._cell, cells))}</tr>" for first, cells in rows)
        return f'<table cellpadding="4" cellspacing="1"><tr><td></td>{head}</tr>{body}</table>'

    def _cell(self, pair: Agreement | None) -> str:
        """A cell of a table: the share in percent, below it the number of paragraphs; empty below ``FEWEST``."""
        if pair is None or pair.share is None:
            return "<td></td>"
        accent, paper, opacity = theme.color("accent"), theme.color("paper"), 0.43 * pair.share
        channels = ((accent.red(), paper.red()), (accent.green(), paper.green()), (accent.blue(), paper.blue()))
        # opaque: a transparent ground is drawn once for the cell and again for its text
        ground = QColor(*(round(opacity * over + (1 - opacity) * under) for over, under in channels)).name()
        share = terms.format_number(round(100 * pair.share))
        return f'<td bgcolor="{ground}" align="center">{share}<br><small>{pair.shared}</small></td>'

    def _part(self, title: str, content: str) -> str:
        return theme.semi_bold(f"<p><b>{escape(title)}</b></p>{content}")


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
        figures = {}
        for row in range(self.ui.table.rowCount()):
            figure = parse_figure(self._text(row, 2), exact=self.exact)
            if figure is not None:
                figures[self._text(row, 0)] = figure
        return figures

    def _load(self) -> None:
        voting, year = self._desk.voting, self.ui.year_box.value()

        def load() -> tuple[Figures | None, dict[str, str]]:
            return voting.tables().by_year.get(year), voting.partial_figures(year)

        self._tasks.read(load, while_alive(self, lambda found: self._show(year, *found)))

    def _show(self, year: int, figures: Figures | None, entered: Mapping[str, str]) -> None:
        if year != self.ui.year_box.value():
            return
        members = list(figures.populations) if figures else list(PROTOCOL_ORDER)
        self.ui.table.blockSignals(True)
        self.ui.table.setRowCount(len(members))
        for row, code in enumerate(members):
            for column, text in enumerate((code, terms.state_name(code), entered.get(code, ""))):
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
        filled = self.tr("{n} of {count} members").format(n=len(self.entered_figures()), count=self.ui.table.rowCount())
        self.ui.sum_label.setText(self.tr("Total: {total} · {known}").format(total=shown, known=filled))

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

"""The rows of a four-column document, or of a table of three texts, with two columns compared word by word."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.columns import Column, ColumnRow, ColumnTable, Light
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import FlowRow, label
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangedPassage, ChangeListRow, shorten_words
from delegate_desk.gui.widgets.rows.change_list_view import ChangeListView

translate = QCoreApplication.translate
_Table = tuple[list[LibraryDocument], ColumnTable]


class ColumnsView(ChangeListView):
    help_page = "revisions#columns"

    def __init__(self, desk: Desk, tasks: Tasks, texts: tuple[DocumentId, ...]) -> None:
        """Create the page of one four-column document, or of three texts: of Commission, Parliament and Council."""
        super().__init__(desk, tasks)
        self.texts, self.document = texts, texts[0]
        self._is_built = len(texts) > 1
        self._table: _Table | None = None
        self.count = label("", "soft", wrap=True)
        self.first_combo, self.second_combo = QComboBox(), QComboBox()
        for combo, name in ((self.first_combo, self.tr("Compare")), (self.second_combo, self.tr("with"))):
            combo.setAccessibleName(name)
            for column in Column:
                combo.addItem(terms.column_label(column), column)
        compared = (Column.COMMISSION, Column.COUNCIL) if self._is_built else (Column.COUNCIL, Column.COMPROMISE)
        for combo, column in zip((self.first_combo, self.second_combo), compared, strict=True):
            combo.setCurrentIndex(combo.findData(column))
        self.differing_box = QCheckBox(self.tr("&Only rows that differ"))
        self.differing_box.setChecked(True)
        self.words_edit = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Words in these columns"))
        self.words_edit.setAccessibleName(self.words_edit.placeholderText())
        self.words_edit.setFixedWidth(200)
        self.export_button = QPushButton(self.tr("&Export…"))
        self.export_button.setVisible(self._is_built)
        pair = (self.first_combo, label("≠", "soft"), self.second_combo)
        choices = FlowRow((*pair, self.differing_box, self.words_edit, self.export_button), 8)
        self._head.setSpacing(4)
        self._head.addWidget(self.title)
        self._head.addWidget(choices)
        self._head.addWidget(self.count)
        self._stack_up(self.tr("Four columns"))
        self.first_combo.currentIndexChanged.connect(lambda _: self._show_table())
        self.second_combo.currentIndexChanged.connect(lambda _: self._show_table())
        self.differing_box.toggled.connect(lambda _: self._show_table())
        self.words_edit.textChanged.connect(lambda _: self._show_table())

    @property
    def columns(self) -> tuple[Column, Column]:
        return Column(self.first_combo.currentData()), Column(self.second_combo.currentData())

    @override
    def state(self) -> PageState:
        markings = [held.header.marking for held in self._table[0] if held.header.marking] if self._table else []
        enabled = frozenset({"action_export"} if self._is_built else ())
        hint = self.tr("J K move · Enter open")
        return PageState(self.document, self.place, next(iter(markings), None), hint, enabled=enabled)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.COLUMNS, tuple(map(int, self.texts)))

    @override
    def _loader(self) -> Callable[[], _Table]:
        desk, texts, is_built = self._desk, self.texts, self._is_built

        def load() -> _Table:
            table = desk.documents.build_column_table(texts) if is_built else desk.documents.column_table(texts[0])
            return [desk.documents.get(text) for text in texts], table

        return load

    @override
    def _show(self, content: _Table) -> None:
        self._table = content
        self._show_head()
        self._show_table()
        self.shown.emit()

    @override
    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._ticket = None
            self._show_rows((), explain(error))
            self.shown.emit()
        else:
            super()._fail(error)

    @override
    def _show_head(self) -> None:
        if self._table:
            self._write_title(" · ".join(held.name for held in self._table[0]))

    def _show_table(self) -> None:
        if self._table is None:
            return
        first, second = self.columns
        rows = self._table[1].rows
        differing = [row for row in rows if row.differs(first, second)]
        shown = differing if self.differing_box.isChecked() else rows
        if words := fold(self.words_edit.text()).strip():
            shown = [row for row in shown if any(words in fold(row.cells[column]) for column in (first, second))]
        counts = terms.format_count(len(differing), self.tr("1 row differs"), self.tr("{n} rows differ"))
        of_all = terms.format_count(len(rows), self.tr("of 1 row"), self.tr("of {n} rows"))
        self.count.setText(f"{counts} {of_all}")
        nothing = self.tr("The two columns have the same words in all rows.")
        if words:
            nothing = self.tr("The words are in neither column of the rows shown.")
        self._show_rows([self._row(row) for row in shown], nothing)
        self.state_changed.emit()

    def _row(self, row: ColumnRow) -> ChangeListRow:
        lights = {
            Light.GREEN: translate("columns", "green"),
            Light.YELLOW: translate("columns", "yellow"),
            Light.RED: translate("columns", "red"),
        }
        outcome = " · ".join(filter(None, (lights[row.status] if row.status else "", row.origin or "")))
        holders = (text for text, column in zip(self.texts, Column, strict=False) if row.cells[column])
        place = Place(next(holders, self.document) if self._is_built else self.document, row.unit)
        first, second = self.columns
        passages: tuple[ChangedPassage, ...] = ()
        if row.cells[first] or row.cells[second]:
            words = tuple((change, text.replace("\n", " ")) for change, text in row.word_diff(first, second))
            passages = (ChangedPassage("", shorten_words(words)),)
        return ChangeListRow(row.unit, row.row, row.label, outcome, passages=passages, place=place)

    @override
    def _on_changes(self, changes: Changes) -> None:
        if not changes.documents.isdisjoint(self.texts):
            self.refresh()

"""The options of a text, at the right end of its breadcrumb line: view, our drafting, columns of its tables."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from delegate_desk.core.documents import columns
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import MarkUp, View
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.table_grid import WideTable
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import popup_menu
from delegate_desk.gui.widgets.labels import terms

_LONGEST = 40


def reading_names() -> dict[View, str]:
    """Return the views of a text with marked changes by name."""
    translate = QCoreApplication.translate
    return {
        View.MARKED: translate("TextOptions", "With mark-up"),
        View.BEFORE: translate("TextOptions", "Before changes"),
        View.AFTER: translate("TextOptions", "After changes"),
    }


def readings_menu(button: QWidget, current: View, choose: Callable[[View], object]) -> QMenu:
    menu = popup_menu(button)
    for view, text in reading_names().items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(view is current)
        action.triggered.connect(lambda _=False, view=view: choose(view))
    return menu


def pop_up_below(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


class TextOptions(QObject):
    """Fills the buttons, and opens the menus behind them.

    Signals:
        reading_requested: Another view of the text was requested, with the ``View``.
        drafting_toggled: Whether our drafting is shown in the text.
    """

    reading_requested = Signal(object)
    drafting_toggled = Signal(bool)

    def __init__(self, desk: Desk, tasks: Tasks, ui: Ui_Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._ui = desk, tasks, ui
        self._paper = ui.paper
        ui.reading_button.clicked.connect(self._show_readings)
        ui.drafting_button.clicked.connect(self.drafting_toggled)
        ui.columns_button.clicked.connect(self._show_columns)

    @property
    def _shown(self) -> ReaderDocument | None:
        return self._paper.paragraphs.shown

    def update(self) -> None:
        model, shown, button = self._paper.paragraphs, self._shown, self._ui.reading_button
        if shown is None:
            return
        said, is_marked = self._own_decision(), model.marks_changes()
        button.setVisible(is_marked or said is not None)
        if not is_marked:
            text = self.tr("You set bold and underlined text to mean emphasis.")
        elif said is not None:
            text = self.tr("You set bold and underlined text to mean changes.")
        else:
            text = self.tr("This text contains marked changes.")
        button.setText((reading_names()[model.view] if is_marked else self.tr("Emphasis only")) + " ⌄")
        button.setToolTip(" ".join(filter(None, (text, self._reason()))))
        is_drafted = bool(shown.proposals) and model.reading() is not View.BEFORE
        self._ui.drafting_button.setVisible(is_drafted)
        is_drawn = model.drafting_shown.get(model.reading(), False)
        self._ui.drafting_button.setChecked(is_drawn)
        self._ui.drafting_button.setText(("✓ " if is_drawn else "") + self.tr("Our drafting"))
        table = self._table()
        self._ui.columns_button.setVisible(table is not None)
        if table is not None:
            count = table.columns - len(self._paper.row_layout.hidden)
            every, some = self.tr("Columns: all {count}"), self.tr("Columns: {n} of {count}")
            form = every if count == table.columns else some
            self._ui.columns_button.setText(form.format(n=count, count=table.columns) + " ⌄")

    # View

    def _show_readings(self) -> None:
        model, button = self._paper.paragraphs, self._ui.reading_button
        if not model.marks_changes():
            self.show_interpretations()
            return
        menu = readings_menu(button, model.view, self.reading_requested.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Interpret bold as…")).triggered.connect(self.show_interpretations)
        pop_up_below(menu, button)

    def _reason(self) -> str:
        why = terms.markup_reason_label(self._shown.document.why) if self._shown and self._shown.document.why else ""
        return f"{why[:1].upper()}{why[1:]}." if why else ""

    def show_interpretations(self) -> None:
        """Offer the possible meanings of bold and underlined text in this document."""
        said = self._own_decision()
        menu = popup_menu(self._paper)
        if reason := self._reason():
            menu.addAction(reason).setEnabled(False)
            menu.addSeparator()
        group = QActionGroup(menu)
        for text, bold_is_new, checked in (
            (self.tr("&Automatic"), None, said is None),
            (self.tr("&Changes: bold or underlined is new, struck through is deleted"), True, said == MarkUp.PRINTED),
            (self.tr("&Emphasis only"), False, said == MarkUp.NONE),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(checked)
            group.addAction(action)
            action.triggered.connect(lambda _=False, new=bold_is_new: self._overrule(new))
        button, paper = self._ui.reading_button, self._paper
        below = button.mapToGlobal(button.rect().bottomLeft()) if button.isVisible() else None
        menu.popup(below or paper.mapToGlobal(QPoint(24, 8)))

    def _overrule(self, bold_is_new: bool | None) -> None:
        if self._shown is not None:
            key, corrections = self._shown.library_document.id, self._desk.corrections
            self._tasks.write(lambda: corrections.overrule(key, bold_is_new))

    def _own_decision(self) -> str | None:
        corrections = self._shown.corrections if self._shown is not None else ()
        made = [found.value for found in corrections if found.field is CorrectableField.MARK_UP]
        return made[-1] if made else None

    # Columns

    def _table(self) -> WideTable | None:
        cell = self._paper.row_layout.cell(self._paper.current_row())
        return cell.table if cell is not None else None

    def _show_columns(self) -> None:
        """Offer the columns by the names in the header or the document, with ticks; the last visible one stays."""
        table, layout, units = self._table(), self._paper.row_layout, self._paper.paragraphs.units
        if table is None:
            return
        names = [self.tr("Column {n}").format(n=n + 1) for n in range(table.columns)]
        known = columns.column_names(self._shown.document) if self._shown is not None else ()
        if len(known) == table.columns:
            names = [terms.column_label(column) for column in known]
        for row in layout.header_rows(table.rows.start):
            cell, words = layout.cell(row), " ".join(units[row].marked.split())
            if cell is not None and words:
                names[cell.column] = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        hidden = layout.hidden
        menu = popup_menu(self._ui.columns_button)
        for number, name in enumerate(names):
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number not in hidden)
            action.setEnabled(number in hidden or len(hidden) < table.columns - 1)
            action.triggered.connect(lambda _=False, number=number: self._paper.hide_columns(hidden ^ {number}))
        menu.addSeparator()
        menu.addAction(self.tr("All columns")).triggered.connect(lambda: self._paper.hide_columns(frozenset()))
        pop_up_below(menu, self._ui.columns_button)

"""The versions of a position: the differences between any two, and the history of each field."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QWidget

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.positions.position import (
    CIRCULATED,
    FieldChange,
    FieldDifference,
    Version,
    compare_versions,
)
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_versions import Ui_Versions
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import show_text, while_alive
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.text.our_marks import mark_changes


def _field(difference: FieldDifference, head: str = "", *, gap: int = 6) -> str:
    name = f"{head}{escape(positions.position_field_label(difference.field))}"
    if difference.field not in CIRCULATED:
        red, internal = theme.color("red_line").name(), escape(positions.internal_field_note())
        name = f'{name} · <span style="color:{red}">{internal}</span>'
    before, after = (positions.difference_text(difference, which) for which in ("before", "after"))
    changed = mark_changes(diff_words(before, after))
    look = f"color:{theme.color('soft').name()}; font-family:{theme.UI_FAMILY}; font-size:{theme.SMALL}px"
    above = f'<p style="{look}; margin-bottom:0; margin-top:{gap}px">{name}</p>'
    return f'{above}<p style="margin-left:12px">{changed}</p>'


class VersionsDialog(QDialog):
    """Compares versions of a position, and lists the changes of each field, first those at a place."""

    def __init__(self, desk: Desk, tasks: Tasks, at: Place, cite: Callable[[Address], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._cite, self._first_address = cite, at.address or None
        self._changes: Sequence[FieldChange] | None = None
        self.ui = Ui_Versions()
        self.ui.setupUi(self)
        ui = self.ui
        for button in (ui.versions_button, ui.history_button):
            button.toggled.connect(self._show)
        for combo in (ui.old_combo, ui.new_combo, ui.fields_combo):
            combo.currentIndexChanged.connect(self._show)
        ui.close_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        theme.subscribe_to_theme(self, self._show)
        document, history = at.document, desk.position_versions
        tasks.read(lambda: (history.all(document), history.changes(document)), while_alive(self, self._on_loaded))

    def _on_loaded(self, history: tuple[Sequence[Version], Sequence[FieldChange]]) -> None:
        versions, changes = history
        for version in versions:
            position = version.position
            text = " · ".join([positions.position_status_label(position), *positions.version_history(position)[:1]])
            for combo in (self.ui.old_combo, self.ui.new_combo):
                combo.addItem(text, position)
        self.ui.new_combo.setCurrentIndex(len(versions) - 1)
        self.ui.old_combo.setCurrentIndex(max(0, len(versions) - 2))
        self.ui.fields_combo.addItem(self.tr("all fields"), None)
        for address in sorted({change.address for change in changes}, key=lambda a: a != self._first_address):
            self.ui.fields_combo.addItem(
                self._cite(address) if address else self.tr("general comments, notes"), address
            )
        self.ui.fields_combo.setCurrentIndex(int(any(change.address == self._first_address for change in changes)))
        self._changes = changes
        if len(versions) < 2:
            self.ui.history_button.setChecked(True)
        self._show()

    def _show_page(self, parts: list[str]) -> None:
        look = f"color:{theme.color('ink').name()}; font-family:'{theme.READING_FAMILY}'; font-size:{theme.LARGE}px"
        self.ui.page.setHtml(f'<div style="{look}">{"".join(parts)}</div>')

    def _show(self) -> None:
        if self._changes is None:
            return
        by_version = self.ui.versions_button.isChecked()
        for widget in (self.ui.old_combo, self.ui.to_label, self.ui.new_combo):
            widget.setVisible(by_version)
        self.ui.fields_combo.setVisible(not by_version)
        if not by_version:
            about = self.ui.fields_combo.currentData()
            changes = [change for change in self._changes if about is None or change.address == about]
            parts = []
            for change in changes:
                where = f"{escape(self._cite(change.address))} · " if change.address else ""
                head = f"{escape(terms.format_timestamp(change.at))} · {where}"
                parts.append(_field(FieldDifference(change.field, change.before, change.after), head, gap=10))
            self._show_page(parts)
            show_text(self.ui.message_label, "" if changes else self.tr("No changes yet."))
            return
        difference = compare_versions(self.ui.old_combo.currentData(), self.ui.new_combo.currentData())
        parts = [_field(changed) for changed in difference.texts]
        for item in difference.items:
            parts.append(f"<h3>{escape(self._cite(item.address))}</h3>")
            parts += [_field(field) for field in item.fields]
        self._show_page(parts)
        text = ""
        if self.ui.new_combo.count() < 2:
            text = self.tr("There is only one version. Once marked as sent, it is archived and can be compared.")
        elif difference.is_empty():
            text = self.tr("No differences.")
        elif difference.items:
            one, several = self.tr("1 position entry differs"), self.tr("{n} position entries differ")
            text = terms.format_count(len(difference.items), one, several)
        show_text(self.ui.message_label, text)

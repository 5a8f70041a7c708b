"""The versions of a position: the differences between any two, and the history of each field."""

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.fields import CIRCULATED, FieldDifference
from delegate_desk.core.positions.position import FieldChange, Position
from delegate_desk.core.positions.versions import Version, VersionDifference, compare_versions
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import fonts, theme
from delegate_desk.gui.widgets.basic_widgets import label, set_part, while_alive
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.text.our_marks import mark_changes

CitationFormat = Callable[[Address], str]


@dataclass(frozen=True, slots=True)
class PositionHistory:
    """All that a position was.

    Attributes:
        versions: By number, the present one last.
        changes: Of its fields, the newest first.
    """

    versions: tuple[Version, ...]
    changes: tuple[FieldChange, ...]

    def version(self, number: int) -> Position:
        return next(one.position for one in self.versions if one.position.version == number)

    def difference_between(self, old: int, new: int) -> VersionDifference:
        """Return the changes of the position from one version to another."""
        return compare_versions(self.version(old), self.version(new))


def load_position_history(desk: Desk, document: DocumentId) -> PositionHistory:
    """All that a position was: slow, safe on any thread."""
    versions = desk.position_versions
    return PositionHistory(tuple(versions.all(document)), tuple(versions.changes(document)))


def difference_page(difference: VersionDifference, cite: CitationFormat) -> str:
    """Return the page of differences between two versions, provision by provision."""
    parts = [_field(one) for one in difference.texts]
    for item in difference.items:
        parts.append(f"<h3>{escape(cite(item.address))}</h3>")
        parts += [_field(one) for one in item.fields]
    return _page(parts)


def history_page(changes: Iterable[FieldChange], cite: CitationFormat) -> str:
    """Return the page of changes to each field, the newest first."""
    parts: list[str] = []
    for change in changes:
        where = f"{escape(cite(change.address))} · " if change.address else ""
        label = escape(positions.position_field_label(change.field))
        head = f"{escape(terms.format_timestamp(change.at))} · {where}{label}"
        difference = FieldDifference(change.field, change.before, change.after)
        parts.append(
            f'<p style="{_soft()}; margin-top:10px">{head}{_internal_remark(change.field)}</p>{_difference(difference)}'
        )
    return _page(parts)


def _field(difference: FieldDifference) -> str:
    name = escape(positions.position_field_label(difference.field))
    return (
        f'<p style="{_soft()}; margin-top:6px">{name}{_internal_remark(difference.field)}</p>{_difference(difference)}'
    )


def _difference(difference: FieldDifference) -> str:
    before, after = (positions.difference_text(difference, which) for which in ("before", "after"))
    return f'<p style="margin-left:12px">{mark_changes(diff_words(before, after))}</p>'


def _internal_remark(field: str) -> str:
    if field in CIRCULATED:
        return ""
    return f' · <span style="color:{theme.color("red_line").name()}">{escape(positions.internal_field_note())}</span>'


def _soft() -> str:
    return (
        f"color:{theme.color('soft').name()}; font-family:{fonts.INTERFACE}; font-size:{theme.SMALL}px; margin-bottom:0"
    )


def _page(parts: list[str]) -> str:
    look = f"color:{theme.color('ink').name()}; font-family:'{fonts.READING}'; font-size:{theme.LARGE}px"
    return f'<div style="{look}">{"".join(parts)}</div>'


class VersionsDialog(QDialog):
    """Shows what differs between two versions, or the history of all fields, or of those of one provision."""

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, cite: CitationFormat, parent: QWidget) -> None:
        super().__init__(parent)
        self._cite = cite
        self._history: PositionHistory | None = None
        self._first_address: Address | None = None
        self.setWindowTitle(self.tr("Versions of Our Position"))
        self.resize(760, 560)
        self.old_combo, self.new_combo, self.fields_combo = QComboBox(), QComboBox(), QComboBox()
        self.old_combo.setAccessibleName(self.tr("The older version"))
        self.new_combo.setAccessibleName(self.tr("The newer version"))
        self.fields_combo.setAccessibleName(self.tr("Fields to show"))
        self.versions_button, self.history_button = QPushButton(self.tr("Versions")), QPushButton(self.tr("History"))
        self.message_label = label("", "soft", wrap=True)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Differences"))
        set_part(self.page, "page")
        self._to = label(self.tr("to"), "soft")
        self._lay_out()
        for button in (self.versions_button, self.history_button):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            set_part(button, "switch")
            button.toggled.connect(self._show)
        self.versions_button.setChecked(True)
        for combo in (self.old_combo, self.new_combo, self.fields_combo):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        theme.subscribe_to_theme(self, self._show)
        tasks.read(lambda: load_position_history(desk, document), while_alive(self, self._on_loaded))

    def show_field_history(self, address: Address) -> None:
        self._first_address = address

    def _on_loaded(self, past: PositionHistory) -> None:
        self._history = past
        for combo in (self.old_combo, self.new_combo, self.fields_combo):
            combo.blockSignals(True)
        for version in past.versions:
            position = version.position
            said = " · ".join([positions.position_status_label(position), *positions.version_history(position)[:1]])
            for combo in (self.old_combo, self.new_combo):
                combo.addItem(said, position.version)
        self.new_combo.setCurrentIndex(len(past.versions) - 1)
        self.old_combo.setCurrentIndex(max(0, len(past.versions) - 2))
        self.fields_combo.addItem(self.tr("all fields"), None)
        for address in sorted({one.address for one in past.changes}, key=lambda a: a != self._first_address):
            self.fields_combo.addItem(self._cite(address) if address else self.tr("general comments, notes"), address)
        self.fields_combo.setCurrentIndex(1 if any(one.address == self._first_address for one in past.changes) else 0)
        for combo in (self.old_combo, self.new_combo, self.fields_combo):
            combo.blockSignals(False)
        if len(past.versions) < 2:
            self.history_button.setChecked(True)
        self._show()

    def _show(self) -> None:
        past = self._history
        if past is None:
            return
        by_version = self.versions_button.isChecked()
        for widget in (self.old_combo, self._to, self.new_combo):
            widget.setVisible(by_version)
        self.fields_combo.setVisible(not by_version)
        if not by_version:
            about = self.fields_combo.currentData()
            changes = [one for one in past.changes if about is None or one.address == about]
            self.page.setHtml(history_page(changes, self._cite))
            self._show_message("" if changes else self.tr("No changes yet."))
            return
        difference = past.difference_between(self.old_combo.currentData(), self.new_combo.currentData())
        self.page.setHtml(difference_page(difference, self._cite))
        if len(past.versions) < 2:
            said = self.tr("There is only one version. Once marked as sent, it is archived and can be compared.")
        elif difference.is_empty():
            said = self.tr("No differences.")
        elif not difference.items:
            said = ""
        else:
            said = terms.format_count(
                len(difference.items), self.tr("1 position entry differs"), self.tr("{n} position entries differ")
            )
        self._show_message(said)

    def _show_message(self, text: str) -> None:
        self.message_label.setText(text)
        self.message_label.setVisible(bool(text))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for button in (self.versions_button, self.history_button):
            top.addWidget(button)
        top.addSpacing(12)
        for widget in (self.old_combo, self._to, self.new_combo, self.fields_combo):
            top.addWidget(widget)
        top.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.message_label)
        layout.addWidget(self.page, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

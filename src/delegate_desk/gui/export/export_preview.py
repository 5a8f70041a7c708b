"""Preview of a file before it is exported: its summary, the warnings to check, and its text with the changes marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    ExportKind,
    ExportOptions,
    ExportSummary,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.core.positions.position import Position
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import set_part
from delegate_desk.gui.widgets.labels import positions, terms


@dataclass(frozen=True, slots=True)
class ExportWarning:
    """A warning to check.

    Attributes:
        address: Of the provision; empty for the whole.
        label: Its label in the margin; empty for the whole.
    """

    address: Address
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Preview of a file before export.

    Attributes:
        summary: The content to be exported; None while there is none.
        warnings: Warnings to check, those on the whole first.
    """

    summary: ExportSummary | None
    warnings: tuple[ExportWarning, ...]


def load_export_preview(desk: Desk, subject: Any, kind: ExportKind, options: ExportOptions) -> ExportPreview:
    """Make the file in memory, and check what we say on a document: slow, changes nothing, safe on any thread.

    Raises:
        UnknownDelegationError: If the options name no Member State.
        UnusableTemplateError: If their template cannot be filled.
    """
    try:
        preview = desk.export.preview(subject, kind, options)
    except NothingToExportError:
        return ExportPreview(None, ())
    if kind not in DOCUMENT_KINDS:
        return ExportPreview(preview, ())
    document: DocumentId = subject
    remarks = desk.export_checks.findings_for_document(document, options)
    content, position = desk.documents.content(document), desk.positions.get(document)
    gaps = desk.export.template_gaps(document, kind, options) if options.template else TemplateGaps()
    told = [
        *_redlined(preview.redlined),
        *_gaps(gaps),
        *((finding.address, positions.finding_sentence(finding)) for finding in remarks),
    ]
    return ExportPreview(
        preview, tuple(ExportWarning(place, _label(content, position, place), text) for place, text in told)
    )


def _redlined(redlined: RedlineResult | None) -> list[tuple[Address, str]]:
    if redlined is None:
        return []
    whole = [(Address(""), positions.rebuilt_note())] if redlined.rebuilt else []
    return [*whole, *((address, positions.unplaced_note()) for address in redlined.unplaced)]


def _gaps(gaps: TemplateGaps) -> list[tuple[Address, str]]:
    found = [(Address(""), positions.unknown_placeholder_note(name)) for name in gaps.unknown]
    return [*found, (Address(""), positions.misplaced_placeholder_note())] if gaps.misplaced else found


def _label(content: Document, position: Position, address: Address) -> str:
    if not address:
        return ""
    unit = content.find(address)
    label = terms.margin_label(address, unit.label if unit else position.entry_at(address).label)
    return label or terms.segment_label(address.rsplit("__", 1)[-1])


_MAX_HEIGHT = 150
"""Of the list of warnings, in pixels; the rest is scrolled."""
_ADDRESS = Qt.ItemDataRole.UserRole


class WarningList(QListWidget):
    """A list of sentences, each with its place; Enter or a click goes there.

    Signals:
        place_requested: A provision is to be shown, with its address.
    """

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "remarks")
        self.setAccessibleName(self.tr("Checks before export"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._request_place)

    def show_warnings(self, warnings: Sequence[ExportWarning]) -> None:
        """Show these; hidden where there are none."""
        self.clear()
        for warning in warnings:
            item = QListWidgetItem(f"{warning.label}  {warning.message}" if warning.label else warning.message)
            item.setData(_ADDRESS, warning.address)
            self.addItem(item)
        if warnings:
            self.setCurrentRow(0)
        self.setVisible(bool(warnings))
        self._fit_height()
        QTimer.singleShot(0, self, self._fit_height)  # its width may only be given now that it is seen

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._request_place(item)
        else:
            super().keyPressEvent(event)

    def _request_place(self, item: QListWidgetItem) -> None:
        address = item.data(_ADDRESS)
        if address:
            self.place_requested.emit(Address(address))

    def _fit_height(self) -> None:
        self.doItemsLayout()
        height = self.visualItemRect(self.item(self.count() - 1)).bottom() + 1 if self.count() else 0
        height += self.verticalScrollBar().value()
        self.setFixedHeight(min(max(height, 20) + 2, _MAX_HEIGHT))
        self.updateGeometry()


_SLICE = 20_000
"""How many characters are laid out at a time, so that keys are answered in between."""


class ExportTextFiller(QObject):
    """Fills a field with a text and its marks: the beginning at once, a longer text piece by piece.

    In its window the keys for the next and the previous change step through its changes.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._changes: list[tuple[int, int]] = []
        for name, by in (("action_next_change", 1), ("action_previous_change", -1)):
            for key in key_bindings.keys(name):
                QShortcut(key, edit.window()).activated.connect(lambda by=by: self.step(by))
        self._shown: WordDiff = ()
        self._rest: list[tuple[WordChange, str]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fill_next)
        theme.subscribe_to_theme(self, self._fill)

    def show_text(self, preview: ExportSummary) -> None:
        """Show the text of a file; the same text stays where it was scrolled to."""
        words = preview.word_diff or ((WordChange.EQUAL, preview.text),)
        if words != self._shown:
            self._shown = words
            self._fill()

    def clear(self) -> None:
        self._shown = ()
        self._fill()

    def step(self, by: int) -> None:
        at = self._edit.textCursor()
        start, end = at.selectionStart(), at.selectionEnd()
        ahead = [span for span in self._changes if (span[0] >= end if by > 0 else span[1] <= start)]
        if ahead:
            start, end = ahead[0 if by > 0 else -1]
            at.setPosition(start)
            at.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._edit.setTextCursor(at)
            self._edit.centerCursor()

    def _fill(self) -> None:
        bar = self._edit.verticalScrollBar()
        top = bar.value()
        self._edit.clear()
        self._changes.clear()
        self._rest = list(self._shown)
        self._fill_next()
        self._edit.moveCursor(QTextCursor.MoveOperation.Start)  # it went along with what was put in
        bar.setValue(top)

    def _fill_next(self) -> None:
        cursor = QTextCursor(self._edit.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        room = _SLICE
        cursor.beginEditBlock()
        while self._rest and room > 0:
            change, text = self._rest.pop(0)
            if len(text) > room:
                self._rest.insert(0, (change, text[room:]))
                text = text[:room]
            start = cursor.position()
            cursor.insertText(text, _change_format(change))
            if change is not WordChange.EQUAL:
                self._changes.append((start, cursor.position()))
            room -= len(text)
        cursor.endEditBlock()
        if self._rest:
            self._timer.start()


def _change_format(change: WordChange) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color("ink"))
    if change is not WordChange.EQUAL:
        role = "added" if change is WordChange.INSERT else "deleted"
        made.setForeground(theme.color(role))
        made.setBackground(theme.color(f"{role}_ground"))
        made.setFontUnderline(change is WordChange.INSERT)
        made.setFontStrikeOut(change is WordChange.DELETE)
        made.setFontWeight(QFont.Weight.DemiBold if change is WordChange.INSERT else QFont.Weight.Normal)
    return made

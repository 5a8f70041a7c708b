"""What was read of the first page, field by field beside the page itself, to be put right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import Correction, Field
from delegate_desk.core.documents.document import Document, DocumentId, Held
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.desk import Desk
from delegate_desk.gui.errors import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.field_row import FieldRow
from delegate_desk.gui.views.original import OriginalView
from delegate_desk.gui.views.parts import label, part, while_there

_FIELDS = tuple(field for field in Field if field is not Field.MARK_UP)
_WIDTH, _HEIGHT, _NARROW = 1060, 660, 560


class HeaderDialog(QDialog):
    """Shows each field with how sure it is; what is written in another way is a correction, and stays one.

    The page beside the fields shows where the field at hand was read.
    """

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._content: Document | None = None
        self.rows: dict[Field, FieldRow] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Document Details"))
        held = desk.documents.get(document)
        self.page: OriginalView | None = None
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        if desk.pages.has(held.file_name):
            self.page = OriginalView(desk, tasks, document, closable=False)
            self.page.left.connect(self.reject)
            self._columns.addWidget(self.page)
        self._columns.addWidget(self._fields())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._columns, 1)
        layout.addLayout(self._buttons())
        self.resize(_WIDTH if self.page else _NARROW, min(_HEIGHT, parent.height() - 40 if parent else _HEIGHT))
        if self.page:
            self._columns.setSizes([_WIDTH - _NARROW, _NARROW])
        self._load()

    def _fields(self) -> QWidget:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        part(area, "canvas")
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(16, 16, 16, 16)
        self._list.setSpacing(8)
        self.intro_label = label("", "soft", wrap=True)
        self._list.addWidget(self.intro_label)
        for field in _FIELDS:
            row = FieldRow(field)
            row.entered.connect(self._look)
            row.taken_back.connect(self._take_back)
            row.changed.connect(self._mind_changes)
            self.rows[field] = row
            self._list.addWidget(row)
        self._list.addStretch(1)
        area.setWidget(inside)
        self._area = area
        return area

    def _buttons(self) -> QHBoxLayout:
        box = QDialogButtonBox()
        self.save_button = box.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        part(self.save_button, "main")
        for button in (self.save_button, self.cancel_button):
            if isinstance(button, QPushButton):
                button.setAutoDefault(button is self.save_button)
        self.save_button.setEnabled(False)
        box.accepted.connect(self._save)
        box.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.setContentsMargins(16, 12, 16, 12)
        line.addWidget(box)
        return line

    # What is shown

    def _load(self) -> None:
        desk, key = self._desk, self._document
        self._tasks.read(
            lambda: (desk.documents.get(key), desk.documents.content(key), desk.corrections.of(key)),
            while_there(self, lambda brought: self._show(*brought)),
        )

    def _show(self, held: Held, content: Document, corrections: Sequence[Correction]) -> None:
        first = self._content is None
        self._content = content
        made = {correction.field: correction for correction in corrections}
        unsure = held.header.unsure()
        for field, row in self.rows.items():
            row.show_value(held.header, made.get(field), unsure=field.value in unsure)
        self.intro_label.setText(
            self.tr("Please check the highlighted fields.")
            if unsure
            else self.tr(
                "All fields were read with confidence. Your corrections are kept if the document is re-imported."
            )
        )
        if first:
            asked = next((field for field in _FIELDS if field.value in unsure), _FIELDS[0])
            self.rows[asked].take_focus()
        self._mind_changes()

    def _look(self, field: Field) -> None:
        """Show where on the page a field was read."""
        self._area.ensureWidgetVisible(self.rows[field], 0, 24)
        if self.page is not None and self._content is not None:
            self.page.follow(self._content.header_boxes.get(field.value, ()), 1)

    def _mind_changes(self) -> None:
        self.save_button.setEnabled(any(row.typed() is not None for row in self.rows.values()))

    # What is done

    def _save(self) -> None:
        """Save what was written otherwise or found right; close where all of it is understood."""
        typed = {field: text for field, row in self.rows.items() if (text := row.typed()) is not None}
        corrections, key = self._desk.corrections, self._document

        def save() -> Changes:
            changes = Changes()
            for field, text in typed.items():
                changes |= corrections.correct(key, field, text)
            return changes

        self._tasks.write(save, lambda _: self.accept(), failed=while_there(self, self._refuse))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, NotUnderstoodError) and error.field in self.rows:
            row = self.rows[Field(error.field)]
            row.say(explain(error))
            row.take_focus()
        else:
            self._tasks.failed.emit(error)

    def _take_back(self, field: Field) -> None:
        corrections, key = self._desk.corrections, self._document
        self._tasks.write(lambda: corrections.take_back(key, field), while_there(self, lambda _: self._load()))

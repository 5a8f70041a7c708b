"""Correction of the fields read from the first page, field by field beside the page itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSizePolicy, QSplitter, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import LANGUAGES, CorrectableField, Correction, field_text
from delegate_desk.core.documents.document import Document, DocumentId, Header, LibraryDocument
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_details_field import Ui_DetailsField
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import (
    GrowingEdit,
    column_layout,
    fill_combo,
    label,
    push_button,
    row_layout,
    scroll_area,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import unless_asked
from delegate_desk.gui.widgets.labels import terms

_INSIDE = 6
_MANY = frozenset(
    {
        CorrectableField.SUBJECT_CODES,
        CorrectableField.INTERINSTITUTIONAL_FILES,
        CorrectableField.PREVIOUS_DOCUMENTS,
        CorrectableField.COMMISSION_DOCUMENTS,
    }
)


class FieldRow(QWidget):
    entered = Signal(object)  # The field has the focus, with its ``CorrectableField``
    correction_withdrawn = Signal(object)
    changed = Signal()

    def __init__(self, field: CorrectableField) -> None:
        super().__init__()
        self.field = field
        self._shown = ""
        name = terms.header_field_label(field)
        self.edit = self._editor()
        self.edit.setParent(self)  # Tab goes to it first
        self.edit.setAccessibleName(name)
        self.edit.installEventFilter(self)
        self.ui = ui = Ui_DetailsField()
        ui.setupUi(self)
        ui.field_layout.addWidget(self.edit, 0, 1)
        ui.name_label.setText(name)
        ui.right_check.setAccessibleName(self.tr("Confirm {field}").format(field=name))
        ui.back_button.setAccessibleName(self.tr("Revert {field}").format(field=name))
        ui.right_check.toggled.connect(self.changed)
        ui.back_button.clicked.connect(lambda: self.correction_withdrawn.emit(self.field))
        self.show_state("", "soft")

    def _editor(self) -> QLineEdit | QComboBox | GrowingEdit:
        if self.field in (
            CorrectableField.LANGUAGE,
            CorrectableField.ORIGINAL_LANGUAGE,
            CorrectableField.MARKING,
            CorrectableField.PUBLIC,
        ):
            combo = QComboBox()
            fill_combo(combo, self._choices(), None)
            combo.setMaxVisibleItems(26)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.currentIndexChanged.connect(self.changed)
            return combo
        if self.field is CorrectableField.SUBJECT:
            growing = GrowingEdit(name="field")
            growing.document().setDocumentMargin(_INSIDE)
            growing.textChanged.connect(self.changed)
            return growing
        line = QLineEdit()
        line.textChanged.connect(self.changed)
        if self.field in _MANY:
            line.setPlaceholderText(self.tr("separate several with semicolons"))
        return line

    def _choices(self) -> dict[str, str]:
        no_value = {"": self.tr("none")}
        if self.field is CorrectableField.MARKING:
            return {**no_value, "LIMITE": "LIMITE"}
        if self.field is CorrectableField.PUBLIC:
            return {"no": self.tr("no"), "yes": self.tr("yes")}
        languages = {code: terms.language_name(code) for code in sorted(LANGUAGES, key=terms.language_name)}
        return languages if self.field is CorrectableField.LANGUAGE else {**no_value, **languages}

    # Content

    def show_value(self, header: Header, correction: Correction | None, *, unsure: bool) -> None:
        self._shown = self._format_value(field_text(header, self.field))
        self.edit.blockSignals(True)
        match self.edit:
            case QComboBox():
                self.edit.setCurrentIndex(self.edit.findData(self._shown))
            case QLineEdit():
                self.edit.setText(self._shown)
                self.edit.setCursorPosition(0)
            case _:
                self.edit.set_text(self._shown)
        self.edit.blockSignals(False)
        self.ui.right_check.setChecked(False)
        confidence = header.confidence.get(self.field.value)
        self.ui.sure_label.setText(f"{confidence:.0%}" if confidence is not None and correction is None else "")
        if correction is not None:
            text_read = self._format_value(correction.read)
            text = self.tr("Edited. Read from the document: {read}").format(read=text_read or self.tr("nothing"))
            self.show_state(text, "certain", is_corrected=True)
        else:
            self.show_state(self.tr("Please check.") if unsure else "", "warning", unsure=unsure)

    def edited_value(self) -> str | None:
        match self.edit:
            case QComboBox():
                text = str(self.edit.currentData() or "")
            case QLineEdit():
                text = self.edit.text().strip()
            case _:
                text = self.edit.toPlainText().strip()
        return text if text != self._shown or self.ui.right_check.isChecked() else None

    def _format_value(self, value: str) -> str:
        if self.field is CorrectableField.DOCUMENT_TYPE and value:
            return terms.document_type_label(value)
        return "; ".join(value.splitlines()) if self.field in _MANY else value

    def show_state(self, text: str, part: str, *, unsure: bool = False, is_corrected: bool = False) -> None:
        self.ui.state_label.setText(text)
        set_part(self.ui.state_label, part)
        self.ui.state_label.setVisible(bool(text))
        self.ui.right_check.setVisible(unsure)
        self.ui.back_button.setVisible(is_corrected)
        set_property(self.edit, "tone", "unsure" if unsure else "")
        self.edit.setAccessibleDescription(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.field)
        return False


_NOT_READ = (CorrectableField.MARK_UP, CorrectableField.SHORT_TITLE)
_FIELDS = tuple(field for field in CorrectableField if field not in _NOT_READ)
_WIDTH, _HEIGHT, _NARROW = 1060, 660, 560


class HeaderDialog(QDialog):
    """Shows each field with its confidence; a changed text is a correction.

    The page beside the fields shows where the current field was read.
    """

    def __init__(self, desk: Desk, tasks: Tasks, document: LibraryDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document.id
        self._content: Document | None = None
        self.rows: dict[CorrectableField, FieldRow] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Document Details"))
        self.page: OriginalView | None = None
        self._columns = QSplitter(Qt.Orientation.Horizontal, handleWidth=1, childrenCollapsible=False)
        if desk.original_pages.has(document.file_name):
            self.page = OriginalView(desk, tasks, document.id, closable=False)
            self.page.left.connect(self.reject)
            self._columns.addWidget(self.page)
        inside = QWidget()
        fields = column_layout(within=inside, margins=16, spacing=8)
        self.intro_label = label("", "soft", wrap=True)
        fields.addWidget(self.intro_label)
        for field in _FIELDS:
            row = self.rows[field] = FieldRow(field)
            row.entered.connect(self._show_field_source)
            row.correction_withdrawn.connect(self._withdraw_correction)
            row.changed.connect(self._update_save_button)
            fields.addWidget(row)
        fields.addStretch(1)
        self._area = scroll_area(inside)
        self._columns.addWidget(self._area)
        self.save_button = push_button(self.tr("Save"), self._save, part="main", default=True)
        self.cancel_button = push_button(self.tr("Cancel"), self.reject, default=False)
        self.save_button.setEnabled(False)
        buttons = row_layout(None, self.cancel_button, self.save_button, margins=(16, 12, 16, 12), spacing=8)
        column_layout((self._columns, 1), buttons, within=self, margins=0, spacing=0)
        self.resize(_WIDTH if self.page else _NARROW, min(_HEIGHT, parent.height() - 40 if parent else _HEIGHT))
        if self.page:
            self._columns.setSizes([_WIDTH - _NARROW, _NARROW])
        self._load()

    # Content

    def _load(self) -> None:
        desk, key = self._desk, self._document
        self._tasks.read(
            lambda: (desk.documents.get(key), desk.documents.content(key), desk.corrections.for_document(key)),
            while_alive(self, lambda content: self._show(*content)),
        )

    def _show(self, document: LibraryDocument, content: Document, corrections: Sequence[Correction]) -> None:
        first = self._content is None
        self._content = content
        by_field = {correction.field: correction for correction in corrections}
        unsure = document.header.uncertain_fields()
        for field, row in self.rows.items():
            row.show_value(document.header, by_field.get(field), unsure=field.value in unsure)
        self.intro_label.setText(
            self.tr("Please check the highlighted fields.")
            if unsure
            else self.tr(
                "All fields were read with confidence. Your corrections are kept if the document is re-imported."
            )
        )
        if first:
            first_field = next((field for field in _FIELDS if field.value in unsure), _FIELDS[0])
            self.rows[first_field].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._update_save_button()

    def _show_field_source(self, field: CorrectableField) -> None:
        self._area.ensureWidgetVisible(self.rows[field], 0, 24)
        if self.page is not None and self._content is not None:
            self.page.pdf_view.show_boxes(self._content.header_boxes.get(field.value, ()), 1)

    def _update_save_button(self) -> None:
        self.save_button.setEnabled(any(row.edited_value() is not None for row in self.rows.values()))

    # Actions

    def _save(self) -> None:
        typed = {field: text for field, row in self.rows.items() if (text := row.edited_value()) is not None}
        corrections, key = self._desk.corrections, self._document

        def save() -> Changes:
            changes = Changes()
            for field, text in typed.items():
                changes |= corrections.correct(key, field, text)
            return changes

        self._tasks.write(save, lambda _: self.accept(), failed=while_alive(self, self._on_save_failed))

    def _on_save_failed(self, error: Exception) -> None:
        if isinstance(error, NotUnderstoodError) and error.field in self.rows:
            row = self.rows[CorrectableField(error.field)]
            row.show_state(explain(error), "danger")
            row.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._tasks.failed.emit(error)

    def _withdraw_correction(self, field: CorrectableField) -> None:
        corrections, key = self._desk.corrections, self._document
        self._tasks.write(lambda: corrections.revert(key, field), while_alive(self, lambda _: self._load()))


def show_details(desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget) -> None:
    def show(library_document: LibraryDocument) -> None:
        HeaderDialog(desk, tasks, library_document, parent).open()

    tasks.read(lambda: desk.documents.get(document), unless_asked(parent, show))

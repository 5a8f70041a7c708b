"""One field of a document's header, to be read and put right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.documents.corrections import LANGUAGES, Correction, Field, as_text
from delegate_desk.core.documents.document import Header
from delegate_desk.gui import names
from delegate_desk.gui.views.parts import GrowingEdit, flat_button, label, part, set_property

_LABEL_WIDTH = 190
_INSIDE = 6
_MANY = frozenset(
    {Field.SUBJECT_CODES, Field.INTERINSTITUTIONAL_FILES, Field.PREVIOUS_DOCUMENTS, Field.COMMISSION_DOCUMENTS}
)


class FieldRow(QWidget):
    """Shows a field, how sure the reading of it is, and what a person said.

    Signals:
        entered: The field has the focus, with its ``Field``.
        taken_back: The correction is to be taken back, with the ``Field``.
        changed: What is written is another now.
    """

    entered = Signal(object)
    taken_back = Signal(object)
    changed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._shown = ""
        name = names.field(field)
        self.name_label = label(name, "soft")
        self.name_label.setFixedWidth(_LABEL_WIDTH)
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit = self._editor()
        self.edit.setAccessibleName(name)
        self.edit.installEventFilter(self)
        self.sure_label = label("", "small")
        self.sure_label.setFixedWidth(36)
        self.state_label = label("", "soft", wrap=True)
        self.right_check = QCheckBox(self.tr("Confirm"))
        self.right_check.setAccessibleName(self.tr("Confirm {field}").format(field=name))
        self.back_button = flat_button(self.tr("Revert"), self.tr("Revert {field}").format(field=name))
        self.right_check.toggled.connect(self.changed)
        self.back_button.clicked.connect(lambda: self.taken_back.emit(self.field))
        below = QHBoxLayout()
        below.setContentsMargins(2, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self.state_label, 1)
        below.addWidget(self.right_check)
        below.addWidget(self.back_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(self.sure_label, 0, 2)
        grid.addLayout(below, 1, 1)
        self._tell("", "soft", unsure=False, made=False)

    def _editor(self) -> QLineEdit | QComboBox | GrowingEdit:
        if self.field in (Field.LANGUAGE, Field.ORIGINAL_LANGUAGE, Field.MARKING, Field.PUBLIC):
            combo = QComboBox()
            for value, name in self._choices():
                combo.addItem(name, value)
            combo.setMaxVisibleItems(26)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.currentIndexChanged.connect(self.changed)
            return combo
        if self.field is Field.SUBJECT:
            growing = GrowingEdit(name="field")
            growing.document().setDocumentMargin(_INSIDE)
            growing.textChanged.connect(self.changed)
            return growing
        line = QLineEdit()
        line.textChanged.connect(self.changed)
        if self.field in _MANY:
            line.setPlaceholderText(self.tr("separate several with semicolons"))
        return line

    def _choices(self) -> list[tuple[str, str]]:
        none = ("", self.tr("none"))
        if self.field is Field.MARKING:
            return [none, ("LIMITE", "LIMITE")]
        if self.field is Field.PUBLIC:
            return [("no", self.tr("no")), ("yes", self.tr("yes"))]
        languages = sorted(((code, names.language(code)) for code in LANGUAGES), key=lambda one: one[1])
        return languages if self.field is Field.LANGUAGE else [none, *languages]

    # What is shown

    def show_value(self, header: Header, correction: Correction | None, *, unsure: bool) -> None:
        """Show a field of a header, and the correction that it has."""
        self._shown = self._worded(as_text(header, self.field))
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
        self.right_check.setChecked(False)
        sure = header.confidence.get(self.field.value)
        self.sure_label.setText(f"{sure:.0%}" if sure is not None and correction is None else "")
        if correction is not None:
            read = self._worded(correction.read)
            text = self.tr("Edited. Read from the document: {read}").format(read=read or self.tr("nothing"))
            self._tell(text, "certain", unsure=False, made=True)
        else:
            self._tell(self.tr("Please check.") if unsure else "", "warning", unsure=unsure, made=False)

    def typed(self) -> str | None:
        """What is to be saved of the field; None where it is as it was and nobody said that it is right."""
        match self.edit:
            case QComboBox():
                text = str(self.edit.currentData() or "")
            case QLineEdit():
                text = self.edit.text().strip()
            case _:
                text = self.edit.toPlainText().strip()
        return text if text != self._shown or self.right_check.isChecked() else None

    def say(self, sentence: str) -> None:
        """Say what is wrong with what is written."""
        self._tell(sentence, "danger", unsure=False, made=False)

    def take_focus(self) -> None:
        """Put the caret into the field."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _worded(self, value: str) -> str:
        """A value as a person reads it and may write it."""
        if self.field is Field.DOCUMENT_TYPE and value:
            return names.document_type(value)
        return "; ".join(value.splitlines()) if self.field in _MANY else value

    def _tell(self, text: str, look: str, *, unsure: bool, made: bool) -> None:
        self.state_label.setText(text)
        part(self.state_label, look)
        self.state_label.setVisible(bool(text))
        self.right_check.setVisible(unsure)
        self.back_button.setVisible(made)
        set_property(self.edit, "tone", "unsure" if unsure else "")
        self.edit.setAccessibleDescription(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.field)
        return False

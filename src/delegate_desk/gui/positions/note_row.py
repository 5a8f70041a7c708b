"""A row of the position page for an annotation that a file for circulation contains as well."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.gui.positions.provision_card import LABEL_COLUMN
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, label, leaves, part, set_property
from delegate_desk.gui.widgets.labels import terms


class NoteRow(QWidget):
    """It is read here and edited where it is; one button takes it out of what circulates.

    Signals:
        kept_out: It is to be internal.
        shown_in_text: It is to be shown where it is.
        left: Esc was pressed in it.
    """

    kept_out = Signal()
    shown_in_text = Signal()
    left = Signal()

    def __init__(self, margin: str, note: Annotation, parent: QWidget | None = None) -> None:
        """Show an annotation, with the label of its paragraph in the margin."""
        super().__init__(parent)
        self.note = note
        mark = label(margin, "margin", wrap=True)
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark.setFixedWidth(LABEL_COLUMN - 20)
        sign = QLabel()
        sign.setPixmap(theme.kind_icon(note.kind, 12).pixmap(QSize(12, 12)))
        kind = terms.kind(note.kind)
        if note.kind is AnnotationKind.RED_LINE:
            reservation = terms.kind(AnnotationKind.RESERVATION)
            kind = self.tr("{kind} (circulates as “{reservation}”)").format(kind=kind, reservation=reservation)
        said = " · ".join(filter(None, (kind, note.holder)))
        from_note = label(self.tr("from a note"), "outcome")
        set_property(from_note, "role", "question")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(sign)
        head.addWidget(label(said, "soft"))
        head.addStretch(1)
        head.addWidget(from_note)
        self.keep_out_button = self._button(
            self.tr("Make Internal"), self.tr("Keep the note on {label} out of what circulates").format(label=margin)
        )
        self.keep_out_button.clicked.connect(self.kept_out)
        self.look_button = self._button(
            self.tr("Show in Text"), self.tr("Show the note on {label} in the text").format(label=margin)
        )
        self.look_button.clicked.connect(self.shown_in_text)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in self.stops():
            buttons.addWidget(button)
        buttons.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addLayout(head)
        if note.quote is not None and note.quote.exact:
            text.addWidget(label(note.quote.exact, "quote", wrap=True))
        if note.text:
            text.addWidget(label(note.text, "line", wrap=True))
        text.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)
        spoken = self.tr("From a note on {label}: {words}").format(label=margin, words=f"{said}. {note.text}")
        self.setAccessibleName(spoken)

    def stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""
        return [self.keep_out_button, self.look_button]

    def _button(self, text: str, spoken: str) -> QPushButton:
        button = flat_button(text, spoken)
        part(button, "filter")
        return button

    @override
    def event(self, event: QEvent) -> bool:
        return leaves(event, self.left.emit) or super().event(event)

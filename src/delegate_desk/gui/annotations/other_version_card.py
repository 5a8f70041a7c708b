"""An annotation that stands on another version, shown beside the same place here: to be read, not written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationStatus
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, handle_escape, label, set_part, set_property
from delegate_desk.gui.widgets.labels import terms


class OtherVersionCard(QFrame):
    """Says what was written there, and leads to it.

    Signals:
        open_requested: It is to be opened at its place, with the ``Annotation``.
        left: Esc was pressed in it.
    """

    open_requested = Signal(object)
    left = Signal()

    def __init__(
        self, held: LibraryDocument, annotation: Annotation, parent: QWidget | None = None, *, where: str = ""
    ) -> None:
        """Say it of the language version, or with other words ``where`` it stands."""
        super().__init__(parent)
        where = where or terms.version_note(held)
        self.annotation = annotation
        set_part(self, "card")
        set_property(self, "tone", "other")
        self._sign = QLabel()
        theme.changed.connect(self._show_sign)
        self._show_sign()
        kind = terms.kind_label(annotation.kind)
        if annotation.holder:
            kind = f"{kind} · {annotation.holder}"
        if annotation.status is AnnotationStatus.DONE:
            kind = f"{kind} ✓"
        self.open_button = flat_button(where, f"{kind}, {where}")
        self.open_button.setToolTip(self.tr("Show in document"))
        self.open_button.clicked.connect(lambda: self.open_requested.emit(annotation))
        set_property(self.open_button, "tone", "out")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._sign)
        head.addWidget(label(kind, "soft"))
        head.addStretch(1)
        head.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        if annotation.quote is not None:
            layout.addWidget(label(annotation.quote.exact, "quote", wrap=True))
        if annotation.text:
            text = label(annotation.text, "soft", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(text)
        self.setAccessibleName(f"{kind}, {where}: {annotation.text}")

    def _show_sign(self) -> None:
        self._sign.setPixmap(theme.kind_icon(self.annotation.kind, 12).pixmap(QSize(12, 12)))

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)

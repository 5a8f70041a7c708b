"""An annotation that another person wrote: to be read, answered, copied and removed, not written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationStatus, Visibility
from delegate_desk.gui.annotations.tag_chips import Chips
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, label, leaves, part, set_property
from delegate_desk.gui.widgets.labels import terms


class TheirCard(QFrame):
    """Says what they wrote, and whose it is.

    Signals:
        replied: It is to be answered.
        copied: A note of ours that says the same is to be made, with the ``Annotation``.
        removed: It is to go to the trash: it stays removed, whatever brings it again.
        left: Esc was pressed in it.
    """

    replied = Signal()
    copied = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(self, annotation: Annotation, author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotation = annotation
        self._author = author
        part(self, "card")
        set_property(self, "tone", "other")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign = QLabel()
        self._kind = label("", "soft")
        self.author_label = label("", "chip")
        self._marks = label("", "small", wrap=True)
        self._quote = label("", "quote", wrap=True)
        self._text = label("", "plain", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._chips = Chips()
        self.reply_button = flat_button(self.tr("Reply"), self.tr("Reply to the annotation"))
        key_bindings.teach(self.reply_button, "annotation_reply", self.tr("Reply to the annotation"))
        self.copy_button = flat_button(self.tr("Copy to Our Notes"), self.tr("Create a copy as our own note"))
        self.remove_button = flat_button(self.tr("Remove"), self.tr("Remove this annotation"))
        self.remove_button.setToolTip(self.tr("It will stay removed even if it is sent again"))
        self._lay_out()
        self.reply_button.clicked.connect(self.replied)
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.annotation))
        self.remove_button.clicked.connect(self.removed)
        theme.changed.connect(self._dress)
        self.show_annotation(annotation, author)

    def show_annotation(self, annotation: Annotation, author: str) -> None:
        """Show it as the library has it."""
        self.annotation, self._author = annotation, author
        kind = terms.kind(annotation.kind)
        if annotation.holder:
            kind = f"{kind} · {annotation.holder}"
        self._kind.setText(f"↳ {kind}" if annotation.reply_to else kind)
        self.author_label.setText(author)
        marks = [self.tr("✓ done")] if annotation.status is AnnotationStatus.DONE else []
        if annotation.visibility is Visibility.INTERNAL:
            marks.append(self.tr("⌂ internal"))
        if annotation.due is not None:
            marks.append(self.tr("due {when}").format(when=terms.moment(annotation.due)))
        self._marks.setText(" · ".join(marks))
        self._marks.setVisible(bool(marks))
        self._quote.setText(annotation.quote.exact if annotation.quote else "")
        self._quote.setVisible(annotation.quote is not None)
        self._text.setText(annotation.text)
        self._text.setVisible(bool(annotation.text))
        self._chips.set_tags(annotation.tags)
        self._chips.setVisible(bool(annotation.tags))
        if annotation.reply_to:
            set_property(self, "reply", "true")
        said = self.tr("{kind} by {author}: {text}")
        self.setAccessibleName(said.format(kind=kind, author=author, text=annotation.text))
        self._dress()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "current", "true" if event.type() == QEvent.Type.FocusIn else "false")
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_reply = key_bindings.is_pressed(event, "annotation_reply")
            if is_reply or event.key() == Qt.Key.Key_Delete:
                (self.replied if is_reply else self.removed).emit()
                event.accept()
                return True
        return leaves(event, self.left.emit) or super().event(event)

    def _dress(self) -> None:
        self._sign.setPixmap(theme.kind_icon(self.annotation.kind, 12).pixmap(QSize(12, 12)))

    def _lay_out(self) -> None:
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._sign)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self.author_label)
        tools.setSpacing(2)
        tools.addStretch(1)
        for button in (self.reply_button, self.copy_button, self.remove_button):
            tools.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        for widget in (self._quote, self._text, self._marks, self._chips):
            layout.addWidget(widget)
        layout.addLayout(tools)

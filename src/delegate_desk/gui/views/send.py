"""Beside a position: what would leave if it were sent now."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents import DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.export import LABEL_LANGUAGES, ExportKind, ExportOptions, Preview
from delegate_desk.desk import Desk
from delegate_desk.gui import names
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.parts import Dressed, card, label, part, set_property, while_there

_PAUSE = 700
"""Milliseconds after a change before the file is made to be looked at."""


def what_leaves(preview: Preview) -> str:
    """What is in a file, in words: how many provisions and words, and its marking."""
    translate = QCoreApplication.translate
    provisions = names.counted(
        preview.provisions, translate("send", "1 provision"), translate("send", "{n} provisions")
    )
    words = names.counted(len(preview.text.split()), translate("send", "1 word"), translate("send", "{n} words"))
    marking = translate("send", "{marking} on each page").format(marking=preview.marking) if preview.marking else ""
    return " · ".join(filter(None, (provisions, words, marking)))


def what_is_internal(preview: Preview) -> str:
    """How much of a file is internal, in words."""
    translate = QCoreApplication.translate
    if not preview.internal:
        return translate("send", "0 internal words")
    return names.counted(
        preview.internal,
        translate("send", "1 internal text is in it: not for circulation"),
        translate("send", "{n} internal texts are in it: not for circulation"),
    )


class SendPane(Dressed):
    """The right column of a position.

    Signals:
        export_asked: The position is to be exported.
    """

    export_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._ticket: Ticket | None = None
        self._stale = True
        self.setAccessibleName(self.tr("Send"))
        part(self, "canvas")
        self._language = label("", "text")
        self.leaving_label = label("", "soft", wrap=True)
        self.internal_label = label("", "certain", wrap=True)
        self.export_button = QPushButton(self.tr("Export to Word"))
        self.export_button.setToolTip(self.tr("Look at what leaves, and write the Word file (Ctrl+E)"))
        part(self.export_button, "main")
        self.export_button.clicked.connect(self.export_asked)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    def set_language(self, language: str) -> None:
        """Say in which language the labels will be for a document in some language."""
        self._language.setText(names.language(language if language in LABEL_LANGUAGES else "en"))

    def refresh(self) -> None:
        """Look again, soon: at once when it is next seen where it is not seen now."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    def _look(self) -> None:
        self._stale = False
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._tasks.read(
            lambda: self._desk.export.preview(self._document, ExportKind.POSITION, ExportOptions()),
            while_there(self, self._show),
            failed=while_there(self, self._fail),
        )

    def _show(self, preview: Preview) -> None:
        self._ticket = None
        self.leaving_label.setText(what_leaves(preview))
        set_property(self.internal_label, "part", "danger" if preview.internal else "certain")
        self.internal_label.setText(what_is_internal(preview))
        self.internal_label.show()
        self.export_button.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        self.internal_label.hide()
        if isinstance(error, NothingToExportError):
            self.leaving_label.setText(self.tr("Nothing yet: write general comments or draft on a provision."))
            self.export_button.setEnabled(False)
        else:
            self._tasks.failed.emit(error)

    def _lay_out(self) -> None:
        options, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QLabel]] = [
            (self.tr("Kind"), label(self.tr("Position paper"), "text", wrap=True)),
            (self.tr("For"), label(self.tr("Circulation"), "facet")),
            (self.tr("Marks"), label(self.tr("Council (bold underlined, struck)"), "text", wrap=True)),
            (self.tr("Language"), self._language),
        ]
        for row, (key, value) in enumerate(rows):
            grid.addWidget(label(key, "soft"), 2 * row, 0)
            grid.addWidget(value, 2 * row, 1)
            if row < len(rows) - 1:
                line = QFrame()
                part(line, "rule")
                grid.addWidget(line, 2 * row + 1, 0, 1, 2)
        inside.addLayout(grid)
        leaves, leaving = card()
        leaving.addWidget(self.leaving_label)
        leaving.addWidget(self.internal_label)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Send"), "head"))
        layout.addWidget(options)
        layout.addWidget(label(self.tr("What will leave"), "head"))
        layout.addWidget(leaves)
        layout.addLayout(buttons)
        layout.addStretch(1)

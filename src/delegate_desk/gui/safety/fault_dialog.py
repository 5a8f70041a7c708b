"""The fault of the program: what happened, what is safe, the report, and the way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from delegate_desk import paths
from delegate_desk.gui.widgets import focus_ring
from delegate_desk.gui.widgets.basic_widgets import label
from delegate_desk.gui.widgets.clipboard import copy_text

_REPORT_LINES = 7
_WIDTH = 640


class FaultDialog(QDialog):
    """Says it in words, and leaves the person to go on or restart.

    Attributes:
        said: The sentences, in their order.
    """

    def __init__(
        self,
        report: str,
        restart: Callable[[], object] | None,
        *,
        is_unsaved: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Lay the dialog out.

        Args:
            report: For support; it holds no text of any document.
            restart: Opens the window anew at the same place; None where there is none.
            is_unsaved: True if something typed could not be saved.
            parent: The window in front, if any.
        """
        super().__init__(parent)
        self._restart = restart
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(self.tr("Something went wrong"))
        safe = (
            self.tr(
                "Everything saved so far. Your last changes are not saved because the library cannot be written to: "
                "copy them, then continue."
            )
            if is_unsaved
            else self.tr("Everything you have written: each change is saved as you make it.")
        )
        way_on = self.tr(
            "If it happens again, copy the report and send it to your IT support. It contains no document text, and "
            "is also in the log: {folder}"
        ).format(folder=paths.log_folder())
        if restart is not None:
            way_on = self.tr("Continue, or restart to return to the same place.") + " " + way_on
        self.messages: list[str] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (head, text) in enumerate(
            (
                (
                    self.tr("What happened"),
                    self.tr("A program error interrupted the last action. You did nothing wrong."),
                ),
                (self.tr("What is safe"), safe),
                (self.tr("What to do"), way_on),
            )
        ):
            grid.addWidget(label(head, "facet"), row, 0, Qt.AlignmentFlag.AlignTop)
            said = label(text, "text", wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(said, row, 1)
            self.messages.append(text)
        self.setAccessibleDescription(" ".join(self.messages))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setFixedHeight(self.report.fontMetrics().lineSpacing() * _REPORT_LINES + 16)
        buttons = QDialogButtonBox()
        self.copy_button = buttons.addButton(self.tr("&Copy Report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        self.restart_button = buttons.addButton(self.tr("&Restart"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.restart_button.setAutoDefault(False)
        self.restart_button.clicked.connect(self._on_restart)
        self.restart_button.setVisible(restart is not None)
        self.go_on_button = buttons.addButton(
            self.tr("C&ontinue") if restart is not None else self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.go_on_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addWidget(self.report)
        layout.addWidget(buttons)
        # Qt goes to the default button first, and past those before it
        focus_ring.set_tab_order(self.go_on_button, [self.copy_button, self.restart_button])
        self.setMinimumWidth(_WIDTH)
        self.ensurePolished()
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))
        self.go_on_button.setFocus()

    def _copy(self) -> None:
        copy_text(self.report.toPlainText())
        self.copy_button.setText(self.tr("&Copied"))

    def _on_restart(self) -> None:
        self.accept()
        if self._restart is not None:
            self._restart()

"""The guide: one thing to do, in a quiet strip under what one works on; it takes no focus and stands in no way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegate_desk.gui import announcing, theme
from delegate_desk.gui.views.parts import label, part


class GuideStrip(QFrame):
    """Says what to do next, how far one is, and lets one skip it or leave.

    Signals:
        skipped: The step is to be passed over; on the last page, one goes back to the own library.
        left: The guide is over.
    """

    skipped = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "guide")
        self.setProperty("help", "begin#welcome")
        self.setAccessibleName(self.tr("Tour"))
        self.progress_label = label("", "soft")
        self.name_label = label("", "guide_name")
        self.said_label = label("", "guide_said", wrap=True)
        self.skip_button = QPushButton()
        self.leave_button = QPushButton(self.tr("Close Tour"))
        for button in (self.skip_button, self.leave_button):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.skip_button.clicked.connect(self.skipped)
        self.leave_button.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(theme.APART)
        head.addWidget(self.name_label)
        head.addWidget(self.progress_label)
        head.addStretch(1)
        head.addWidget(self.skip_button)
        head.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.BROAD, theme.NEAR, theme.WIDE, theme.APART)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self.said_label)
        self.hide()

    def say(self, name: str, said: str, progress: str, skip: str) -> None:
        """Show a step.

        Args:
            name: What it is about.
            said: What is to be done, with its keys.
            progress: How far one is.
            skip: What the first button does.
        """
        self.name_label.setText(name)
        self.said_label.setText(said)
        self.progress_label.setText(progress)
        self.skip_button.setText(skip)
        self.setAccessibleDescription(f"{name}. {said}")
        self.show()
        announcing.announce(self, f"{progress}: {name}. {said}" if progress else f"{name}. {said}")

"""The ways to go on from a page where nothing is open: wide rows, each a command with its key."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.basic_widgets import label, set_part

_ICON = 22


@dataclass(frozen=True, slots=True)
class StartAction:
    """One way to go on.

    Attributes:
        action: The command that it is.
        icon: Its icon.
        name: In place of the command's.
        said: What comes of it, in a sentence.
    """

    action: QAction
    icon: str
    name: str
    description: str


class StartActionButton(QPushButton):
    """A way to go on, as a wide row: its icon, its name over what comes of it, and its key."""

    def __init__(self, way: StartAction) -> None:
        super().__init__()
        self.start_action = way
        self._is_narrow = False
        set_part(self, "way")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(way.description)
        self._sign = QLabel()
        self._sign.setPixmap(icons.icon(way.icon, "accent").pixmap(QSize(_ICON, _ICON)))
        self._key = label("", "keycap")
        name = label(way.name, "way_name")
        self.description_label = label(way.description, "soft", wrap=True)
        self._words = words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(self.description_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.WIDE, theme.APART, theme.WIDE, theme.APART)
        row.setSpacing(theme.WIDE)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        for inner in (self._sign, self._key, name, self.description_label):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(way.action.trigger)
        theme.subscribe_to_theme(self, self._tint)
        way.action.changed.connect(self.update_key)
        self.update_key()

    def update_key(self, *, is_narrow: bool | None = None) -> None:
        """Show the key that the command has now, where there is room."""
        self._is_narrow = self._is_narrow if is_narrow is None else is_narrow
        key = self.start_action.action.shortcut().toString(
            self.start_action.action.shortcut().SequenceFormat.NativeText
        )
        self._key.setText(key)
        self._key.setVisible(bool(key) and not self._is_narrow)
        self.setAccessibleName(f"{self.start_action.name}, {key}" if key else self.start_action.name)

    def _tint(self) -> None:
        self._sign.setPixmap(icons.icon(self.start_action.icon, "accent").pixmap(QSize(_ICON, _ICON)))

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._words.invalidate()
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.heightForWidth(self.width()))  # what it says wraps beside its key
        return done

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

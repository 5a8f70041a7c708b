"""How the program looks: colours by role, type, and the shapes of the kinds, for the light and the dark theme.

Widgets ask for a role, never for a colour. ``resources/themes/{light,dark}.qss`` give each role its colour and
``window.qss`` has the rules.
"""

import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.gui import fonts
from delegate_desk.paths import RESOURCES

CHOICES = ("system", "light", "dark")
_ROLE = re.compile(r"@(\w+): (#[0-9A-Fa-f]{6});")
_USE = re.compile(r"@(\w+)")


@cache
def _colours(name: str) -> dict[str, QColor]:
    """The colours of one theme, by role."""
    text = (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")
    return {role: QColor(colour) for role, colour in _ROLE.findall(text)}


class _Theme(QObject):
    """The theme chosen and the one in force.

    Signals:
        changed: Another theme is in force.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.name = "light"
        self._follows = False

    def choose(self, choice: str) -> None:
        """Take ``light``, ``dark``, or whatever the system has."""
        self.choice = choice if choice in CHOICES else "system"
        if not self._follows:
            QApplication.styleHints().colorSchemeChanged.connect(self._apply)
            self._follows = True
        self._apply()

    def _apply(self) -> None:
        scheme = QApplication.styleHints().colorScheme()
        system = "dark" if scheme is Qt.ColorScheme.Dark else "light"
        self.name = system if self.choice == "system" else self.choice
        QApplication.setStyle("Fusion")
        QApplication.setPalette(_palette())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(ui_font())
            application.setStyleSheet(_rules())
        self.changed.emit()


_theme = _Theme()
changed = _theme.changed
choose = _theme.choose


class _Follower(QObject):
    """Calls something at each change of theme, for as long as its owner lives."""

    def __init__(self, owner: QObject, call: Callable[[], object]) -> None:
        super().__init__(owner)
        self._call = call
        changed.connect(self._follow)

    def _follow(self) -> None:
        self._call()


def follow(owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each change of theme; unlike a plain connection to one, it ends with its owner."""
    _Follower(owner, call)


def choice() -> str:
    """What was chosen: one of ``CHOICES``."""
    return _theme.choice


def is_dark() -> bool:
    """True while the dark theme is in force."""
    return _theme.name == "dark"


def color(role: str) -> QColor:
    """The colour of a role in the theme in force."""
    return _colours(_theme.name)[role]


def color_on_white(role: str) -> QColor:
    """The colour of a role on what is white in every theme, such as the page of an original."""
    return _colours("light")[role]


def ui_font(size: float = 13, *, bold: bool = False) -> QFont:
    """The interface's type, its size in pixels."""
    return fonts.interface(size, bold=bold)


def reading_font(size: float = 17) -> QFont:
    """The type of the texts, its size in pixels."""
    return fonts.reading(size)


def kind_icon(kind: AnnotationKind, size: int = 12) -> QIcon:
    """The shape of a kind in its colour; it follows the theme."""
    from delegate_desk.gui import icons  # it asks this module for its colours

    return icons.kind(kind, size)


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, name in {
        roles.Window: "canvas",
        roles.WindowText: "ink",
        roles.Base: "field",
        roles.AlternateBase: "canvas",
        roles.Text: "ink",
        roles.Button: "side",
        roles.ButtonText: "ink",
        roles.BrightText: "red_line",
        roles.Highlight: "selection",
        roles.HighlightedText: "ink",
        roles.Link: "accent",
        roles.ToolTipBase: "paper",
        roles.ToolTipText: "ink",
        roles.PlaceholderText: "soft",
        roles.Accent: "accent",
    }.items():
        palette.setColor(role, color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("soft"))
    return palette


def _rules() -> str:
    rules = (RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
    return _USE.sub(lambda use: color(use[1]).name(), rules)

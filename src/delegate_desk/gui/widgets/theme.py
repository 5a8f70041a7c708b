"""Appearance of the program: colours by role, one scale of type, one unit of space, and the shapes of the kinds.

Widgets ask for a role, a size or a gap, never for a value of their own.
``resources/themes/{light,dark,contrast}.qss`` give each role its colour; ``controls.qss``, ``window.qss`` and
``panes.qss`` have the rules.
"""

import logging
import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.widgets import focus_ring
from delegate_desk.paths import RESOURCES

CHOICES = ("system", "light", "dark", "contrast")
DENSITIES = ("comfortable", "compact")

FINE, SMALL, BASE, COLUMN, LARGE, READING, TITLE, DATE, DISPLAY = 11, 12, 13, 14, 15, 17, 20, 26, 34
"""The scale of type, in pixels: heads and chips, words beside, the interface, a text in a list, a text, its title,
the date of today, and the name on a title page."""
PRINT, PRINT_SMALL = 11, 8.5
"""The scale on paper, in points: what is read, and what stands beside it."""
UNIT = 4
TIGHT, NEAR, APART, WIDE, BROAD = 4, 8, 12, 16, 24
"""The gaps, in pixels, all of them so many units."""

READING_FAMILY, UI_FAMILY, SIGNS_FAMILY = "Source Serif 4", "Inter", "Delegate Desk Signs"
"""The families of texts, of the interface, and of what neither has: half-filled discs, the house of internal text."""
_log = logging.getLogger(__name__)
_ROWS = {"comfortable": 28, "compact": 24}
_ROLE = re.compile(r"@(\w+): (#[0-9A-Fa-f]{6});")
_USE = re.compile(r"@(\w+)")


@cache
def _colours(name: str) -> dict[str, QColor]:
    text = (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")
    return {role: QColor(colour) for role, colour in _ROLE.findall(text)}


class _Theme(QObject):
    """The appearance settings, and the theme in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.density = "comfortable"
        self.name = "light"
        self._dressed = ("", "")
        self._follows = False
        self._flashes = 0

    def choose(self, choice: str) -> None:
        """Take ``light``, ``dark``, ``contrast``, or whatever the system has."""
        self.choice = choice if choice in CHOICES else "system"
        if not self._follows:
            hints = QApplication.styleHints()
            hints.colorSchemeChanged.connect(self._apply)
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
            self._follows = True
        self._apply()

    def choose_density(self, density: str) -> None:
        """Take ``comfortable`` rows or ``compact`` ones."""
        self.density = density if density in DENSITIES else "comfortable"
        self._apply()

    def choose_still(self, still: bool) -> None:
        """Let nothing move, whatever the system has; the caret neither."""
        hints = QApplication.styleHints()
        if still and hints.cursorFlashTime():
            self._flashes = hints.cursorFlashTime()
            QApplication.setCursorFlashTime(0)
        elif not still and self._flashes:
            QApplication.setCursorFlashTime(self._flashes)
            self._flashes = 0

    def apply_choices(self, choice: str, density: str, *, still: bool) -> None:
        """Take what was kept; where that is in force, nothing is drawn anew."""
        self.choose_still(still)
        is_worn = self._follows and (choice, density) == (self.choice, self.density)
        if not is_worn:
            self.density = density if density in DENSITIES else "comfortable"
            self.choose(choice)

    def _apply(self) -> None:
        self.name = _system_theme() if self.choice == "system" else self.choice
        application = QApplication.instance()
        if isinstance(application, QApplication) and (self.name, self.density) != self._dressed:
            self._dressed = (self.name, self.density)  # dressing all widgets takes a tenth of a second
            application.setStyleSheet("")  # Qt exchanges a sheet six times slower than it takes one off and puts one on
            application.setStyle("Fusion")
            application.setPalette(_palette())
            application.setStyleSheet("".join(style_sheet(name) for name in ("controls", "panes", "window")))
            application.setFont(ui_font())  # last: style and sheet bring back the fonts that Windows has for menus
        with focus_ring.kept():
            self.changed.emit()


_theme = _Theme()
changed = _theme.changed
choose = _theme.choose
choose_density = _theme.choose_density
choose_still = _theme.choose_still
apply_choices = _theme.apply_choices


class _Subscription(QObject):
    """Calls something at each signal, for as long as its owner lives."""

    def __init__(self, signal: SignalInstance, owner: QObject, call: Callable[[], object]) -> None:
        super().__init__(owner)
        self._call = call
        signal.connect(self._on_signal)

    def _on_signal(self) -> None:
        self._call()


def subscribe(signal: SignalInstance, owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each signal; unlike a plain connection to one, it ends with its owner."""
    _Subscription(signal, owner, call)


def subscribe_to_theme(owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each change of the look; it ends with its owner."""
    subscribe(changed, owner, call)


def choice() -> str:
    """Return the chosen theme: one of ``CHOICES``."""
    return _theme.choice


def density() -> str:
    return _theme.density


def row_height() -> int:
    """The height of a row of a list, of a button and of a field, in pixels."""
    return _ROWS[_theme.density]


def color(role: str) -> QColor:
    return _colours(_theme.name)[role]


def color_on_white(role: str) -> QColor:
    """The colour of a role on what is white in every theme, such as the page of an original."""
    return _colours("light")[role]


@cache
def load_fonts() -> None:
    """Make the families that the program brings along known to Qt, once: every machine shows the same."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.warning("Qt does not take the font %s", file.name)


def ui_font(size: float = BASE, *, bold: bool = False) -> QFont:
    """The interface's type, with figures of one width, in a size of the scale."""
    return QFont(_ui_font(size, bold))  # a copy, which may be changed


@cache
def _ui_font(size: float, bold: bool) -> QFont:
    """One for all rows that are drawn: to make it takes longer than to draw a word."""
    font = _font(UI_FAMILY, size)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def reading_font(size: float = READING) -> QFont:
    """Return the font of the texts, in pixels: a size of the scale, or the reader's own size."""
    return _font(READING_FAMILY, size)


def _font(family: str, size: float) -> QFont:
    load_fonts()
    font = QFont([family, SIGNS_FAMILY])
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def semi_bold(rich: str) -> str:
    """A rich text, its ``<b>`` in the bold that the program brings along; for a heavier one Qt smears the letters."""
    return rich.replace("<b>", '<span style="font-weight:600">').replace("</b>", "</span>")


def kind_icon(kind: AnnotationKind, size: int = 12) -> QIcon:
    """The shape of a kind in its colour; it follows the theme."""
    from delegate_desk.gui.widgets import icons  # it asks this module for its colours

    return icons.kind_icon(kind, size)


def style_sheet(name: str) -> str:
    """The rules of ``resources/themes/NAME.qss``, with the colours, sizes and signs of now behind each at sign."""
    return _USE.sub(lambda use: _word(use[1]), _written(name))


@cache
def _written(name: str) -> str:
    return (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")


def _word(word: str) -> str:
    if word in _SIZES:
        return f"{_SIZES[word]}px"
    if word in _SIGNS:
        return f'"{(RESOURCES / "themes" / f"{_SIGNS[word]}-{_theme.name}.svg").as_posix()}"'
    if word == "line":
        return f"{row_height() - 2 * UNIT}px"
    return color(word).name()


_SIZES = {
    "fine": FINE,
    "small": SMALL,
    "base": BASE,
    "column": COLUMN,
    "large": LARGE,
    "reading": READING,
    "title": TITLE,
    "display": DISPLAY,
}
_SIGNS = {"check_sign": "check", "tick_sign": "tick"} | {
    f"{way}_sign": f"chevron-{way}" for way in ("down", "up", "left", "right")
}


def _system_theme() -> str:
    hints = QApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


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
        roles.LinkVisited: "accent",
        roles.ToolTipBase: "paper",
        roles.ToolTipText: "ink",
        roles.PlaceholderText: "soft",
        roles.Accent: "accent",
    }.items():
        palette.setColor(role, color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("soft"))
    return palette

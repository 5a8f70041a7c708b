"""Appearance of the program: colours by role, a scale of font sizes, a unit of space, and the shapes of the kinds.

Widgets use roles, sizes and gaps, never values of their own. ``resources/themes/{light,dark,contrast}.qss`` define the
colour of each role; ``controls.qss``, ``window.qss`` and ``panes.qss`` contain the rules.
"""

import logging
import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.widgets import accessibility
from delegate_desk.paths import RESOURCES

CHOICES = ("system", "light", "dark", "contrast")
DENSITIES = ("comfortable", "compact")

FINE, SMALL, BASE, COLUMN, LARGE, READING, TITLE, DATE, DISPLAY = 11, 12, 13, 14, 15, 17, 20, 26, 34
"""The scale of font sizes, in pixels: headings and chips, secondary text, the interface, and larger ones."""
PRINT, PRINT_SMALL = 11, 8.5
"""The scale on paper, in points: body text and secondary text."""
UNIT = 4
TIGHT, NEAR, APART, WIDE, BROAD = 4, 8, 12, 16, 24
"""The gaps, in pixels, all multiples of a unit."""

READING_FAMILY, UI_FAMILY, SIGNS_FAMILY = "Source Serif 4", "Inter", "Delegate Desk Signs"
"""Font families of texts, of the interface, and of symbols that neither has."""
_log = logging.getLogger(__name__)
_ROWS = {"comfortable": 28, "compact": 24}
_ROLE = re.compile(r"@(\w+): (#[0-9A-Fa-f]{6});")
_USE = re.compile(r"@(\w+)")


@cache
def _colours(name: str) -> dict[str, QColor]:
    text = (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")
    return {role: QColor(colour) for role, colour in _ROLE.findall(text)}


class _Theme(QObject):
    """The appearance settings, and the current theme."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.density = "comfortable"
        self.name = "light"
        self._applied = ("", "")
        self._follows_system = False
        self._flash_time = 0

    def choose(self, choice: str) -> None:
        """Choose ``light``, ``dark``, ``contrast``, or the system's theme."""
        self.choice = choice if choice in CHOICES else "system"
        if not self._follows_system:
            hints = QApplication.styleHints()
            hints.colorSchemeChanged.connect(self._apply)
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
            self._follows_system = True
        self._apply()

    def choose_density(self, density: str) -> None:
        self.density = density if density in DENSITIES else "comfortable"
        self._apply()

    def choose_still(self, still: bool) -> None:
        """Choose to animate nothing, whatever the system's setting, including the caret."""
        hints = QApplication.styleHints()
        if still and hints.cursorFlashTime():
            self._flash_time = hints.cursorFlashTime()
            QApplication.setCursorFlashTime(0)
        elif not still and self._flash_time:
            QApplication.setCursorFlashTime(self._flash_time)
            self._flash_time = 0

    def apply_choices(self, choice: str, density: str, *, still: bool) -> None:
        """Apply the saved choices; unchanged ones cause no redrawing."""
        self.choose_still(still)
        if not self._follows_system or (choice, density) != (self.choice, self.density):
            self.density = density if density in DENSITIES else "comfortable"
            self.choose(choice)

    def _apply(self) -> None:
        self.name = self.choice
        if self.choice == "system":
            hints = QApplication.styleHints()
            self.name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
            if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
                self.name = "contrast"
        application = QApplication.instance()
        if isinstance(application, QApplication) and (self.name, self.density) != self._applied:
            self._applied = (self.name, self.density)  # dressing all widgets takes a tenth of a second
            application.setStyleSheet("")  # Qt exchanges a sheet six times slower than it takes one off and puts one on
            application.setStyle("Fusion")
            application.setPalette(_palette())
            application.setStyleSheet("".join(style_sheet(name) for name in ("controls", "panes", "window")))
            application.setFont(ui_font())  # last: style and sheet bring back the fonts that Windows has for menus
        with accessibility.focus_kept():
            self.changed.emit()


_theme = _Theme()
changed = _theme.changed
choose = _theme.choose
choose_density = _theme.choose_density
choose_still = _theme.choose_still
apply_choices = _theme.apply_choices


class Subscription(QObject):
    """Calls a function at each signal; unlike a plain connection, it ends with its owner."""

    def __init__(self, signal: SignalInstance, owner: QObject, call: Callable[[], object]) -> None:
        super().__init__(owner)
        self._call = call
        signal.connect(self._on_signal)

    def _on_signal(self) -> None:
        self._call()


def subscribe_to_theme(owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each change of appearance; it ends with its owner."""
    Subscription(changed, owner, call)


def choice() -> str:
    """Return the chosen theme: one of ``CHOICES``."""
    return _theme.choice


def density() -> str:
    return _theme.density


def row_height() -> int:
    return _ROWS[_theme.density]


def color(role: str) -> QColor:
    return _colours(_theme.name)[role]


def color_on_white(role: str) -> QColor:
    """Return the colour of a role on surfaces that are white in every theme, such as the page of an original."""
    return _colours("light")[role]


@cache
def load_fonts() -> None:
    """Load the program's own fonts into Qt, once, so that every computer shows the same."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.warning("Qt does not take the font %s", file.name)


def ui_font(size: float = BASE, *, bold: bool = False) -> QFont:
    """Return the interface font with tabular figures, in a size of the scale."""
    return QFont(_ui_font(size, bold))  # a copy, which may be changed


@cache
def _ui_font(size: float, bold: bool) -> QFont:
    """A shared font for drawing rows: creating one takes longer than drawing a word."""
    font = QFont(_font(UI_FAMILY, size))
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def reading_font(size: float = READING) -> QFont:
    return QFont(_font(READING_FAMILY, size))


@cache
def _font(family: str, size: float) -> QFont:
    load_fonts()
    font = QFont([family, SIGNS_FAMILY])
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def semi_bold(rich: str) -> str:
    """Return a rich text with ``<b>`` in the semi-bold font of the program, as Qt would emulate a heavier one."""
    return rich.replace("<b>", '<span style="font-weight:600">').replace("</b>", "</span>")


def page_title(title: str, note: str) -> str:
    """Return the title of a page as rich text, in the font of the texts, and what follows it."""
    serif = f"font-family:'{READING_FAMILY}'; font-size:{READING}px; font-weight:600"
    soft = f"color:{color('soft').name()}"
    return f'<span style="{serif}">{escape(title)}</span>&nbsp; <span style="{soft}">{escape(note)}</span>'


def style_sheet(name: str) -> str:
    """Return the rules of ``resources/themes/NAME.qss``, with current colours, sizes and signs for ``@`` names."""
    return _USE.sub(lambda use: _value(use[1]), _written(name))


@cache
def _written(name: str) -> str:
    return (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")


def _value(name: str) -> str:
    if name in _SIZES:
        return f"{_SIZES[name]}px"
    if name in _SIGNS:
        return f'"{(RESOURCES / "themes" / f"{_SIGNS[name]}-{_theme.name}.svg").as_posix()}"'
    if name == "line":
        return f"{row_height() - 2 * UNIT}px"
    return color(name).name()


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


IconDrawing = Callable[[QPainter, QRectF, str], None]
"""Draws an icon in a square, in the colour of a role."""


class _Engine(QIconEngine):
    """Draws in the current colour of a role, so that a change of theme only needs a repaint."""

    def __init__(self, drawing: IconDrawing, role: str, largest: int = 64) -> None:
        super().__init__()
        self._drawing = drawing
        self._role = role
        self._largest = largest

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._drawing, self._role, self._largest)

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size.boundedTo(QSize(self._largest, self._largest))

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.4 if mode is QIcon.Mode.Disabled else 1.0)
        self._drawing(painter, QRectF(rect), self._role)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, role: str = "soft") -> QIcon:
    """Return a command's icon, ``resources/icons/NAME.svg``."""

    def draw(painter: QPainter, square: QRectF, role: str) -> None:
        _drawing(f"icons/{name}", color(role).name()).render(painter, square)

    return QIcon(_Engine(draw, role))


def shown_icon(shown: QIcon, size: int) -> QLabel:
    """Return a label with an icon, in the given size; it follows the theme."""
    widget = QLabel()

    def draw() -> None:
        widget.setPixmap(shown.pixmap(QSize(size, size)))

    subscribe_to_theme(widget, draw)
    draw()
    return widget


@lru_cache(256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """Return ``resources/NAME.svg`` in a colour."""
    svg = (RESOURCES / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def kind_icon(kind: AnnotationKind, size: int = 12) -> QIcon:
    """Return the shape of a kind of annotation in its colour, at most ``size`` pixels wide."""
    return QIcon(_Engine(lambda painter, square, _: draw_kind(painter, kind, square), kind.value, size))


def draw_kind(painter: QPainter, kind: AnnotationKind, square: QRectF, *, on_white: bool = False) -> None:
    """Draw the shape of a kind, ``resources/kinds/KIND.svg``; each has its own, so that none needs its colour."""
    colour = color_on_white(kind.value) if on_white else color(kind.value)
    side = min(square.width(), square.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(square.center())
    _drawing(f"kinds/{kind}", colour.name()).render(painter, box)

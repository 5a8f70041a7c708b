"""The families that the program brings along, two of letters and one of signs: every machine shows the same."""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from delegate_desk.paths import RESOURCES

READING = "Source Serif 4"
INTERFACE = "Inter"
SIGNS = "Delegate Desk Signs"
"""What neither of them has: the half-filled discs of reservations, and the house of what is internal."""
_log = logging.getLogger(__name__)


@cache
def load() -> None:
    """Make the families known to Qt, once."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.warning("Qt does not take the font %s", file.name)


def serif_font(size: float) -> QFont:
    """The serif of the texts, its size in pixels."""
    return _font(READING, size)


def sans_font(size: float, *, bold: bool = False) -> QFont:
    """The sans serif of everything else, with figures of one width, its size in pixels."""
    return QFont(_interface(size, bold))  # a copy, which may be changed


@cache
def _interface(size: float, bold: bool) -> QFont:
    """One for all rows that are drawn: to make it takes longer than to draw a word."""
    font = _font(INTERFACE, size)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _font(family: str, size: float) -> QFont:
    load()
    font = QFont([family, SIGNS])
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

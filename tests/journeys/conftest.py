"""Journeys use the window as the window's own tests do, with the rules of the theme."""

from gui.conftest import _clean_screen, window

__all__ = ["_clean_screen", "window"]

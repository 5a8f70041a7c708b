"""Journeys use the window as the window's own tests do."""

from gui.conftest import _clean_screen, window

__all__ = ["_clean_screen", "window"]

"""Journeys use the window as the window's own tests do, with the rules of the theme."""

from gui.conftest import _clean_screen, _database_on_other_threads, window

__all__ = ["_clean_screen", "_database_on_other_threads", "window"]

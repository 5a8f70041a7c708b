"""The window: all of Qt is here."""

import importlib
from types import ModuleType

import PySide6.QtCore  # noqa: F401  (it brings along what is told something below)


def _spare_the_sources(feature: ModuleType) -> None:
    """Tell PySide about each of our modules that it does not use PySide, without reading its source.

    PySide inspects each imported module for one that may switch its names to snake case, which none of ours does, and
    keeps everything that it read in memory (PySide 6.11, ``_mod_uses_pyside``).
    """
    feature.__dict__["_mod_uses_pyside"] = lambda _: False


_spare_the_sources(importlib.import_module("shibokensupport.feature"))


def create_probe_application() -> None:
    """Create an application with a minimum of Qt: without a screen, Qt ends this process."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])

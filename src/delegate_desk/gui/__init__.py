"""The window: all of Qt is here."""

import importlib

import PySide6.QtCore  # noqa: F401  (it brings along what is told something below)

# PySide reads the source of each imported module, to see whether it may switch its names to snake case, which none of
# ours does, and keeps all of it in memory (PySide 6.11): it is told that none uses PySide.
importlib.import_module("shibokensupport.feature").__dict__["_mod_uses_pyside"] = lambda _: False


def create_probe_application() -> None:
    """Create an application with a minimum of Qt: without a screen, Qt ends this process."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])

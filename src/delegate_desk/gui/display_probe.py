"""Whether a screen answers, with as little of Qt as that takes."""

from PySide6.QtGui import QGuiApplication


def create_probe_application() -> None:
    """Make an application without a window: where no screen answers, Qt ends this process."""
    QGuiApplication([])

"""Modal dialogs, answered once they are shown, however long that takes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox

_AGAIN = 10
Kind = TypeVar("Kind", bound=QDialog)


def answer(kind: type[Kind], act: Callable[[Kind], object]) -> None:
    """Do something with the next modal dialog of a kind."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            act(dialog)
        else:
            QTimer.singleShot(_AGAIN, look)

    QTimer.singleShot(0, look)


def press(role: QMessageBox.ButtonRole) -> None:
    """Press the button of a role in the next box."""
    answer(QMessageBox, lambda box: _button(box, lambda one: box.buttonRole(one) is role).click())


def press_named(name: str) -> None:
    """Press the button with a text in the next box."""
    answer(QMessageBox, lambda box: _button(box, lambda one: one.text().replace("&", "") == name).click())


def _button(box: QMessageBox, wanted: Callable[[QAbstractButton], bool]) -> QAbstractButton:
    return next(one for one in box.buttons() if wanted(one))

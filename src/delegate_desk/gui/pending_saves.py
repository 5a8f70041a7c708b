"""Question before the window closes while typed text is not saved, such as on a full disk."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import message_box
from delegate_desk.gui.widgets.clipboard import copy_text

_LOOK = 100
"""Milliseconds between two looks whether all is saved."""


def may_leave(tasks: Tasks, parent: QWidget, event: QCloseEvent) -> bool:
    """Let a window close, unless what was typed is not saved and the person stays; saved meanwhile, it closes."""
    tasks.finish_writes()
    unsaved = tasks.unsaved
    if not unsaved:
        return True
    translate = QCoreApplication.translate
    text = translate("Unsaved", "Your last changes are not saved: the library cannot be written to.")
    more = translate(
        "Unsaved", "Free some disk space and they will be saved automatically. Or copy them and store them elsewhere."
    )
    box = message_box(text, more, parent)
    box.setIcon(QMessageBox.Icon.Warning)
    stay = box.addButton(translate("Unsaved", "&Stay"), QMessageBox.ButtonRole.RejectRole)
    copy = box.addButton(translate("Unsaved", "&Copy and Stay"), QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton(translate("Unsaved", "Close &Without Saving"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    timer = QTimer(box)
    timer.timeout.connect(lambda: box.done(0) if unsaved.is_finished else None)
    timer.start(_LOOK)
    box.exec()
    timer.stop()
    tasks.finish_writes()  # the field that lost the focus to the question has sent its text again
    if box.clickedButton() is copy:
        copy_text(unsaved.text)
    leaves = box.clickedButton() in (None, leave)  # None: all was saved meanwhile
    event.setAccepted(leaves)
    return leaves

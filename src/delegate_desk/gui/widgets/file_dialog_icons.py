"""The signs of Qt's own file dialog, shown where the system has none: of the same family as all others."""

from typing import overload

from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo, QObject
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QToolButton
from typing_extensions import override

from delegate_desk.gui.widgets import icons

_BUTTONS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "layout-grid",
    "detailModeButton": "list",
}
_PLACES = frozenset(
    {
        QAbstractFileIconProvider.IconType.Computer,
        QAbstractFileIconProvider.IconType.Drive,
        QAbstractFileIconProvider.IconType.Network,
    }
)


class FileIcons(QFileIconProvider):
    """Folders, files and drives as the program draws them."""

    @overload
    def icon(self, of: QAbstractFileIconProvider.IconType, /) -> QIcon: ...
    @overload
    def icon(self, of: QFileInfo, /) -> QIcon: ...
    @override
    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        if isinstance(of, QFileInfo):
            name = "hard-drive" if of.isRoot() else "folder" if of.isDir() else "file"
        elif of in _PLACES:
            name = "hard-drive"
        else:
            name = "folder" if of is QAbstractFileIconProvider.IconType.Folder else "file"
        return icons.icon(name)


class FileDialogs(QObject):
    """Gives each of Qt's file dialogs these signs when it is first shown."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._icons = FileIcons()
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QFileDialog | QToolButton) or event.type() != QEvent.Type.Polish:
            return False  # what an object is is seen sooner than the type of an event, and all events come here
        if isinstance(watched, QFileDialog):
            watched.setIconProvider(self._icons)
            for name, sign in _BUTTONS.items():
                button = watched.findChild(QToolButton, name)
                if button is not None:
                    button.setIcon(icons.icon(sign, "ink"))
        elif _is_dots_button(watched):
            watched.setAccessibleName(QCoreApplication.translate("Export", "Choose the file"))
        return False


def _is_dots_button(button: QToolButton) -> bool:
    """True for a button of Qt's print dialog that has no other name."""
    return button.objectName() == "fileBrowser"

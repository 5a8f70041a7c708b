"""Output files: proposed folders and names, and the icons of Qt's file dialogs."""

from pathlib import Path
from typing import overload

from PySide6.QtCore import QCoreApplication, QFileInfo, QStandardPaths
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import proposed_file_name
from delegate_desk.gui.widgets import theme


def default_folder() -> Path:
    """Return the proposed folder for files: the documents folder, if it exists."""
    usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return usual if usual.is_dir() else Path.home()


def downloads_folder() -> Path:
    """Return the downloads folder, or the documents folder if there is none."""
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    return downloads if downloads.is_dir() else default_folder()


def default_file(name: str) -> Path:
    """Return the proposed file for a name, which may contain characters not allowed in file names."""
    return default_folder() / proposed_file_name(name)


def prompt_open(parent: QWidget | None, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Let the user choose an existing file; None if none is chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or default_folder()), kinds)
    return Path(chosen) if chosen else None


def prompt_save(parent: QWidget | None, title: str, proposed: Path, kinds: str) -> Path | None:
    """Let the user choose a file to write; None if none is chosen."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(chosen) if chosen else None


def prompt_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Let the user choose a folder; None if none is chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder or default_folder()))
    return Path(chosen) if chosen else None


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
    """Folders, files and drives in the program's own style."""

    @overload
    def icon(self, icon_type: QAbstractFileIconProvider.IconType, /) -> QIcon: ...
    @overload
    def icon(self, qfile_info: QFileInfo, /) -> QIcon: ...
    @override
    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        if isinstance(of, QFileInfo):
            name = "hard-drive" if of.isRoot() else "folder" if of.isDir() else "file"
        elif of in _PLACES:
            name = "hard-drive"
        else:
            name = "folder" if of is QAbstractFileIconProvider.IconType.Folder else "file"
        return theme.icon(name)


def set_icons(widget: QFileDialog | QToolButton, provider: FileIcons) -> None:
    """Set these icons in one of Qt's file dialogs, and a name on the button of its print dialog."""
    if isinstance(widget, QFileDialog):
        widget.setIconProvider(provider)
        for name, sign in _BUTTONS.items():
            button = widget.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.icon(sign, "ink"))
    elif widget.objectName() == "fileBrowser":  # the button with dots of a print dialog
        widget.setAccessibleName(QCoreApplication.translate("Export", "Choose the file"))

"""Output: proposed folders and names of files, the icons of Qt's file dialogs, and content of the clipboard.

Copied content is marked for exclusion from clipboard histories, as documents may be LIMITE; its words are pasted
as usual. Histories honour marks of their own: KDE's Klipper and others after it ``x-kde-passwordManagerHint``; Windows
its three formats (learn.microsoft.com, "Clipboard Formats", Cloud Clipboard and Clipboard History Formats);
those of macOS ``org.nspasteboard.ConcealedType`` (nspasteboard.org; untried, as Qt names formats there in its
own way).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QCoreApplication, QFileInfo, QMimeData, QObject, QStandardPaths
from PySide6.QtGui import QAbstractFileIconProvider, QClipboard, QGuiApplication, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import proposed_file_name
from delegate_desk.gui.widgets import theme

if TYPE_CHECKING:
    from delegate_desk.core.positions.export_options import Mail


def default_folder() -> Path:
    usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return usual if usual.is_dir() else Path.home()


def downloads_folder() -> Path:
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    return downloads if downloads.is_dir() else default_folder()


def default_file(name: str) -> Path:
    """Return the proposed file for a name, which may contain characters not allowed in file names."""
    return default_folder() / proposed_file_name(name)


def prompt_open(parent: QWidget | None, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or default_folder()), kinds)
    return Path(chosen) if chosen else None


def prompt_save(parent: QWidget | None, title: str, proposed: Path, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(chosen) if chosen else None


def prompt_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
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
    def icon(self, source: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        if isinstance(source, QFileInfo):
            name = "hard-drive" if source.isRoot() else "folder" if source.isDir() else "file"
        elif source in _PLACES:
            name = "hard-drive"
        else:
            name = "folder" if source is QAbstractFileIconProvider.IconType.Folder else "file"
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


_WINDOWS = 'application/x-qt-windows-mime;value="{}"'  # how Qt names a format of Windows itself
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"",
}


def copy_text(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    _set_data(data)


def copy_mail(mail: Mail) -> None:
    """Copy an export: as a formatted page for programs that accept it, otherwise as text."""
    data = QMimeData()
    data.setText(mail.text)
    data.setHtml(mail.html)
    _set_data(data)


def _set_data(data: QMimeData, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
    for name, value in MARKS.items():
        data.setData(name, value)
    QGuiApplication.clipboard().setMimeData(data, mode)


_ALONE = frozenset({"offscreen", "minimal"})
"""Platforms without a screen, where nobody else copies."""


class ClipboardMarker(QObject):
    """Marks content copied by Qt's own widgets: fields, boxes and pages.

    Clears the clipboard at the end if no system takes it over: Qt would access it after Python has exited.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(lambda: self._mark(QClipboard.Mode.Clipboard))
        if self._clipboard.supportsSelection():
            self._clipboard.selectionChanged.connect(lambda: self._mark(QClipboard.Mode.Selection))
        application.aboutToQuit.connect(self._leave)

    def _mark(self, mode: QClipboard.Mode) -> None:
        is_ours = (
            self._clipboard.ownsSelection() if mode is QClipboard.Mode.Selection else self._clipboard.ownsClipboard()
        )
        is_alone = QGuiApplication.platformName() in _ALONE
        content = self._clipboard.mimeData(mode) if is_ours or is_alone else None
        if content is None or not content.formats() or content.hasFormat(next(iter(MARKS))):
            return
        data = QMimeData()
        for name in content.formats():
            data.setData(name, content.data(name))
        _set_data(data, mode)

    def _leave(self) -> None:
        if QGuiApplication.platformName() in _ALONE:
            self._clipboard.clear()

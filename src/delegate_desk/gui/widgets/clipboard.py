"""Clipboard content of the program, marked for exclusion from clipboard histories: documents may be LIMITE.

Histories honour marks of their own: KDE's Klipper and others after it ``x-kde-passwordManagerHint``; Windows
its three formats (learn.microsoft.com, "Clipboard Formats", Cloud Clipboard and Clipboard History Formats);
those of macOS ``org.nspasteboard.ConcealedType`` (nspasteboard.org; untried, as Qt names formats there in its
own way). The words themselves are pasted as usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from delegate_desk.core.positions.export_options import Mail

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
        found = self._clipboard.mimeData(mode) if is_ours or is_alone else None
        if found is None or not found.formats() or found.hasFormat(next(iter(MARKS))):
            return
        data = QMimeData()
        for name in found.formats():
            data.setData(name, found.data(name))
        _set_data(data, mode)

    def _leave(self) -> None:
        if QGuiApplication.platformName() in _ALONE:
            self._clipboard.clear()

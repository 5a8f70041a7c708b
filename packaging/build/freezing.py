"""Settings of PyInstaller for this program; used by the specs in linux/ and macos/.

The settings for macOS alone are not tested.
"""

import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NAME = "delegate-desk"
START = ROOT / "packaging" / "build" / "frozen_start.py"

Collected = tuple[str, str, str]
"""Destination in the frozen folder, source, and type for PyInstaller."""

NOT_IMPORTED = (
    "tkinter unittest doctest pdb pydoc readline ssl _ssl ensurepip numpy.f2py numpy.testing numpy.distutils "
    "PySide6.QtQml PySide6.QtQuick PySide6.QtTest PySide6.QtUiTools"
).split()
"""Modules that a library could import and the program never does; without ``ssl`` no network can be reached."""

_QT_PARTS = (
    "Qml Quick Pdf VirtualKeyboard EglFS EglFsKms plugins/egldeviceintegrations plugins/platforms/libqeglfs "
    "plugins/platforms/libqlinuxfb plugins/platforms/libqvnc plugins/platforms/libqvkkhr plugins/platforms/libqminimal "
    "plugins/platforms/qminimal plugins/platforms/qdirect2d plugins/platforminputcontexts/libqtvirtualkeyboard "
    "plugins/platformthemes/libqgtk3 plugins/networkinformation plugins/tls plugins/generic plugins/sqldrivers "
    "imageformats/libqpdf imageformats/libqtiff imageformats/libqwebp imageformats/libqtga imageformats/libqwbmp "
    "imageformats/libqicns imageformats/qpdf imageformats/qtiff imageformats/qwebp imageformats/qtga "
    "imageformats/qwbmp imageformats/qicns opengl32sw"
).split()
"""Parts of Qt, as parts of names, that a widgets program never loads; first of all those for networks."""

CARRIED = "libpython libxcb- libcrypto libffi libsqlite3 liblzma libbz2 libuuid".split()
"""Libraries collected from this Linux that another may lack or have in an older version.

All others (fonts, X, printing, glib) belong to the system: they match its drivers and services, and it updates them.
"""

_QT_TEXTS = "qtbase_fr.qm"
"""Qt's own texts in French; those in Greek are ours, in resources/, and English is in Qt itself."""


def data() -> list[tuple[str, str]]:
    """The data files, as PyInstaller expects them: source, and destination folder."""
    import docx

    from delegate_desk.paths import RESOURCES

    parts = Path(docx.__file__).parent / "parts"
    # python-docx finds its templates relative to this folder, so it must be a folder.
    return [(str(RESOURCES), "delegate_desk/resources"), (str(parts / "__init__.py"), "docx/parts")]


def imported_by_name() -> list[str]:
    """Modules of commands and readers that PyInstaller does not find."""
    from delegate_desk.cli.commands import COMMANDS
    from delegate_desk.parsing.reading import READERS

    commands = {f"cli.{command.function.partition('.')[0]}" for command in COMMANDS.values()}
    return sorted(f"delegate_desk.{name}" for name in commands | {f"parsing.{module}" for module in READERS.values()})


def wanted(collected: Iterable[Collected]) -> list[Collected]:
    """Return the files that are shipped of those that PyInstaller collected."""
    return [one for one in collected if _is_wanted(one[0].replace("\\", "/"), one[2])]


def _is_wanted(name: str, kind: str) -> bool:
    if any(part in name for part in _QT_PARTS):
        return False
    if "Qt/translations/" in name or "PySide6/translations/" in name:
        return name.endswith(_QT_TEXTS)
    if not sys.platform.startswith("linux") or kind == "SYMLINK" or "/" in name or not name.startswith("lib"):
        return True
    return name.startswith(tuple(CARRIED))


def version() -> str:
    """The program's version."""
    from delegate_desk import __version__

    return __version__


# macOS: not tested

_WORD = "org.openxmlformats.wordprocessingml.document"
MACOS_PROPERTIES: dict[str, Any] = {
    "CFBundleDisplayName": "Delegate Desk",
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "el", "fr"],
    "LSApplicationCategoryType": "public.app-category.productivity",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": "eu.delegatedesk.package",
            "UTTypeDescription": "Delegate Desk package",
            "UTTypeConformsTo": ["public.zip-archive"],
            "UTTypeTagSpecification": {
                "public.filename-extension": ["ddpack"],
                "public.mime-type": ["application/vnd.delegatedesk.package"],
            },
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Delegate Desk package",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": ["eu.delegatedesk.package"],
        },
        {
            "CFBundleTypeName": "Council document",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["com.adobe.pdf", _WORD],
        },
    ],
}
"""Packages open with the program; PDF and Word files may, and keep their default program."""


def windows_icon() -> bytes:
    """Return the icon in the format of Windows: a PNG for each size, after a list of them."""
    pictures = [(side, drawn(side)) for side in (16, 24, 32, 48, 64, 128, 256)]
    entries, offset = b"", 6 + 16 * len(pictures)
    for side, content in pictures:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(one for _, one in pictures)


def macos_icon() -> str:
    """Return the icon in the format of macOS: a PNG for each size, each after its name and length."""
    kinds = {b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic11": 32, b"ic12": 64}
    entries = b""
    for kind, side in kinds.items():
        content = drawn(side)
        entries += kind + struct.pack(">I", len(content) + 8) + content
    made = ROOT / "build" / f"{NAME}.icns"
    made.parent.mkdir(exist_ok=True)
    made.write_bytes(b"icns" + struct.pack(">I", len(entries) + 8) + entries)
    return str(made)


def drawn(side: int) -> bytes:
    """Return the icon as a PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(ROOT / "resources" / "icons" / f"{NAME}.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(buffer.data().data())

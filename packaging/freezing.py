"""What PyInstaller has to know of the program, on every system: the specs in linux/, windows/ and macos/ use it."""

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "delegate-desk"
START = ROOT / "packaging" / "frozen_start.py"

Collected = tuple[str, str, str]
"""Where a file goes in the frozen folder, where it comes from, and what it is to PyInstaller."""

NOT_IMPORTED = (
    "tkinter unittest doctest pdb pydoc readline ssl _ssl ensurepip numpy.f2py numpy.testing numpy.distutils "
    "PySide6.QtQml PySide6.QtQuick PySide6.QtTest PySide6.QtUiTools"
).split()
"""Modules that some library could import and the program never does; without ``ssl`` nothing can reach a network."""

_QT_PARTS = (
    "Qml Quick Pdf VirtualKeyboard EglFS EglFsKms plugins/egldeviceintegrations plugins/platforms/libqeglfs "
    "plugins/platforms/libqlinuxfb plugins/platforms/libqvnc plugins/platforms/libqvkkhr plugins/platforms/libqminimal "
    "plugins/platforms/qminimal plugins/platforms/qdirect2d plugins/platforminputcontexts/libqtvirtualkeyboard "
    "plugins/platformthemes/libqgtk3 plugins/networkinformation plugins/tls plugins/generic plugins/sqldrivers "
    "imageformats/libqpdf imageformats/libqtiff imageformats/libqwebp imageformats/libqtga imageformats/libqwbmp "
    "imageformats/libqicns imageformats/qpdf imageformats/qtiff imageformats/qwebp imageformats/qtga "
    "imageformats/qwbmp imageformats/qicns opengl32sw"
).split()
"""What a program of widgets never loads of Qt, as parts of names; first of all whatever speaks to a network."""

CARRIED = "libpython libxcb- libcrypto libffi libsqlite3 liblzma libbz2 libuuid".split()
"""Of the libraries that the build took from this Linux, those that another may lack or have too old.

All others (fonts, X, printing, glib) belong to the system: they fit its drivers and services, and it mends them.
"""

_QT_TEXTS = "qtbase_fr.qm"
"""Qt's own texts in French; those in Greek are ours, in resources/, and English is in Qt itself."""


def data() -> list[tuple[str, str]]:
    """The files beside the modules, as PyInstaller takes them: from where, into which folder."""
    import docx

    import delegate_desk

    resources = Path(delegate_desk.__file__).parent / "resources"
    parts = Path(docx.__file__).parent / "parts"
    # python-docx finds its templates by way of this folder, which therefore has to be one.
    return [(str(resources), "delegate_desk/resources"), (str(parts / "__init__.py"), "docx/parts")]


def wanted(collected: Iterable[Collected]) -> list[Collected]:
    """Of what PyInstaller collected, what is shipped."""
    return [one for one in collected if _is_wanted(one[0].replace("\\", "/"), one[2])]


def _is_wanted(name: str, kind: str) -> bool:
    if any(part in name for part in _QT_PARTS):
        return False
    if "Qt/translations/" in name or "PySide6/translations/" in name:
        return name.endswith(_QT_TEXTS)
    if not sys.platform.startswith("linux") or kind == "SYMLINK" or "/" in name or not name.startswith("lib"):
        return True
    return name.startswith(tuple(CARRIED))

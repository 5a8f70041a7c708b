"""Whether a window can be opened here."""

import os
import subprocess
import sys

_ASK = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
_SECONDS = 10.0


def answers() -> bool:
    """Ask Qt in a child whether a screen is there, for where none is it ends its process; never loads Qt here."""
    if sys.platform in ("darwin", "win32"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        asked = subprocess.run([sys.executable, "-c", _ASK], check=False, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0

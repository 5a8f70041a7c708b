"""Whether a window can be opened here; and the program as a child that asks Qt for one, or draws one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from delegate_desk import paths

ASK = "--ask-for-a-screen"
DRAW = "--draw-window"
"""What the program is started with to be such a child; ``main`` takes them."""
_SECONDS = 10.0


def answers() -> bool:
    """Ask Qt in a child whether a screen is there, for where none is it ends its process; never loads Qt here."""
    if sys.platform in ("darwin", "win32"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        asked = subprocess.run(paths.program_command(ASK), check=False, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0


def main(given: Sequence[str]) -> int:
    """Be the child: ask, or draw the window on a library into a picture."""
    from delegate_desk import app

    if given[0] == ASK:
        app.check_for_display()
    else:
        app.draw_window(Path(given[1]), Path(given[2]))
    return 0

"""Draws the README's picture of the window on the sample library; no screen needed.

.venv/bin/python packaging/docs/picture.py [FILE.png]
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from delegate_desk import app
from delegate_desk.cli import demo

PICTURE = Path(__file__).with_name("picture.png")


def main() -> None:
    target = Path(sys.argv[1]) if sys.argv[1:] else PICTURE
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        demo.prepare(library, fresh=False)
        app.draw_window(library, target)
    print(target)


if __name__ == "__main__":
    main()

"""Traces outside the library: nothing that tells what was read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DIALOG = """
import sys
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from delegate_desk.gui.shell import application
if sys.argv[2] == "usual":
    known = {"setPath": lambda *_: None, "Format": QSettings.Format, "Scope": QSettings.Scope}
    application.QSettings = type("Settings", (), known)
made = application.create_application()
dialog = QFileDialog(None, "Open", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.show()
dialog.selectFile(sys.argv[1] + "/secretname.txt")
dialog.accept()
made.processEvents()
shiboken6.delete(dialog)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
@pytest.mark.parametrize(("how", "written"), [("usual", True), ("ours", False)])
def test_no_dialog_writes_down_which_folders_were_looked_at(tmp_path: Path, how: str, written: bool) -> None:
    home, looked_at = tmp_path / "home", tmp_path / "secretfolder"
    looked_at.mkdir()
    (looked_at / "secretname.txt").write_text("x")
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    environment = {**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", DIALOG, str(looked_at), how], env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    found = [path for path in home.rglob("*") if path.is_file() and b"secretfolder" in path.read_bytes()]
    assert bool(found) is written  # otherwise Qt would write it

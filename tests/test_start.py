"""A start imports only what it needs: counted, because no test is judged by the speed of the machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_OWN = 170
"""Modules of the program that a window on an empty library needs for its first paint."""
_LIBRARIES = {
    "PySide6",
    "shiboken6",
    "shibokensupport",
    "signature_bootstrap",
    "platformdirs",
    "typing_extensions",
    "Stemmer",
    "whoosh",
}
_AT_REST = {"numpy", "whoosh.fields", "lxml", "docx", "cryptography", "sqlcipher3", "rapidfuzz", "pypdfium2"}
"""Modules that only a search, an import, an export or an encrypted library needs."""

_WINDOW = """
import json, os, sys
before = set(sys.modules)
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from delegate_desk.cli.main import main

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindow():
            QTimer.singleShot(0, tell)
        return False

def tell():
    print(json.dumps(sorted(set(sys.modules) - before)), flush=True)
    os._exit(0)

def serve(application):
    application.painted = Painted()
    application.installEventFilter(application.painted)
    return run()

run, QApplication.exec = QApplication.exec, serve
main(["--library", sys.argv[1]])
"""
_COMMAND = """
import json, sys
before = set(sys.modules)
from delegate_desk.cli.main import main
main(sys.argv[1:])
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def imported(code: str, *arguments: object) -> set[str]:
    """The modules of a separate Python when it prints them."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def own(modules: set[str]) -> list[str]:
    return sorted(name for name in modules if name.startswith("delegate_desk."))


def libraries(modules: set[str]) -> set[str]:
    """The imported modules that are neither Python's nor the program's."""
    known = sys.stdlib_module_names | {"delegate_desk"}
    return {top for name in modules if (top := name.partition(".")[0]) not in known and not top.startswith("_")}


def test_an_empty_window_imports_little(tmp_path: Path) -> None:
    modules = imported(_WINDOW, tmp_path / "library")
    assert _AT_REST & modules == set()
    assert libraries(modules) - {"cython_runtime"} <= _LIBRARIES
    assert len(own(modules)) <= _OWN


def test_a_version_and_the_file_of_a_paragraph_import_nothing_that_they_do_not_need() -> None:
    modules = imported(_COMMAND, "--version")
    assert len(own(modules)) <= 3
    assert libraries(modules) == set()
    code = "import json, sys\nfrom pathlib import Path\nfrom delegate_desk.gui.paragraphs import paragraph_file\n"
    assert not _AT_REST & imported(code + "print(json.dumps(sorted(sys.modules)))")


@pytest.mark.parametrize(("command", "most"), [(["documents"], 104), (["search", "lamps"], 100)])
def test_a_command_imports_what_it_needs(tmp_path: Path, command: list[str], most: int) -> None:
    modules = imported(_COMMAND, "--library", tmp_path / "library", *command)
    assert len(own(modules)) <= most
    assert {"PySide6", "lxml", "docx", "cryptography", "pypdfium2"} & modules == set()
    assert command[0] == "search" or not _AT_REST & modules

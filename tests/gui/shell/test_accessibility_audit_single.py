"""The audit of dialogs without a window or a command."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from delegate_desk.cipher import PLAIN
from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Ending
from delegate_desk.gui.help.help_controllers import LicencesDialog
from delegate_desk.gui.safety.library_dialogs import DamagedDialog, LibraryWorkDialog, UnlockDialog
from delegate_desk.gui.safety.safety_controllers import FaultDialog
from delegate_desk.gui.tasks import Tasks
from support import accessibility_tree

pytestmark = pytest.mark.styled

FOLDER = Path("library")
LONE: dict[str, Callable[[Tasks], QDialog]] = {
    "unlock": lambda tasks: UnlockDialog(lambda _: PLAIN, tasks),
    "work": lambda tasks: LibraryWorkDialog(Ending(what="Encrypting the library"), tasks),
    "damaged": lambda tasks: DamagedDialog(FOLDER, PLAIN, None, LibraryDamagedError("library", "malformed"), tasks),
    "damage met": lambda tasks: DamagedDialog(FOLDER, PLAIN, None, None, tasks),
    "fault": lambda _: FaultDialog("A report", lambda: None),
    "licences": lambda _: LicencesDialog(),
}


@pytest.fixture(autouse=True)
def _in_english_again() -> Iterator[None]:
    yield
    interface_language.install_language("en")


@pytest.mark.parametrize("language", interface_language.OWN_NAMES)
@pytest.mark.parametrize("name", LONE)
def test_a_dialog_that_stands_alone_speaks_and_has_keys(name: str, language: str, tasks: Tasks, qtbot: QtBot) -> None:
    interface_language.install_language(language)
    dialog = LONE[name](tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    met = accessibility_tree.tab_round(dialog, {})
    findings = [
        *accessibility_tree.nameless(dialog),
        *accessibility_tree.mute_rows(dialog),
        *accessibility_tree.without_keys(dialog),
        *accessibility_tree.passed_by(dialog, met),
        *accessibility_tree.against_reading(met),
    ]
    assert not findings, "\n".join(findings)

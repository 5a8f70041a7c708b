"""Copies of a library written on two computers at once, merged from the look over the library."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.safety.check_controller import CheckDialog
from delegate_desk.gui.tasks import Tasks
from support.conflict_copies import COPY
from support.package_exchange import brought, noted, paragraph, texts


def test_mending_brings_together_what_either_wrote(desk: Desk, tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    document = brought(desk, tmp_path)
    other = tmp_path / "other"
    desk.sidecars.finish()
    shutil.copytree(desk.folder, other, ignore=shutil.ignore_patterns(".*"))
    with open_desk(other) as elsewhere:
        noted(elsewhere, paragraph(DocumentId(document)), "from there")
    shutil.copyfile(other / "library.sqlite3", desk.folder / COPY)
    dialog = CheckDialog(desk, tasks, None)
    qtbot.addWidget(dialog)
    dialog.show()
    tasks.wait()
    assert "changed on two computers at once (1)" in dialog.text.toPlainText()
    dialog.repair_button.click()
    tasks.wait()
    said = dialog.text.toPlainText()
    assert "Merged from the other computer: notes: 1." in said
    assert str(desk.folder / "damaged") in said
    assert texts(desk) == {"from there"}
    assert not dialog.repair_button.isEnabled()

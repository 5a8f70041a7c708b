import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.safety.care_dialogs import CheckDialog
from delegate_desk.gui.search import search_controller as module
from delegate_desk.gui.search.search_controller import IndexMaintenance
from delegate_desk.gui.tasks import Tasks
from support.conflict_copies import COPY
from support.harbour_versions import act, hold
from support.package_exchange import brought, noted, paragraph, texts


@pytest.fixture
def upkeep(desk: Desk, tasks: Tasks) -> Iterator[IndexMaintenance]:
    owner = QObject()
    yield IndexMaintenance(desk, tasks, owner)
    tasks.close()


def test_what_waits_is_taken_in_and_said(
    upkeep: IndexMaintenance, desk: Desk, held: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(upkeep.caught_up):
        upkeep.run()
    tasks.wait()
    assert desk.search.find("berth", patient=False).total > 0
    assert not desk.indexing.count_pending()


def test_translations_are_learned_between_the_languages_of_the_library_where_none_is_set(
    upkeep: IndexMaintenance, desk: Desk, tasks: Tasks
) -> None:
    hold(desk, act("en"), act("el"))
    upkeep.run()
    tasks.wait()
    assert "el" in desk.translations.across.glosses("harbour", "en")


def test_a_change_meanwhile_is_taken_in_next(
    upkeep: IndexMaintenance, desk: Desk, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    def steps() -> Iterator[tuple[int, int]]:
        begun.append(1)
        yield 0, 0

    monkeypatch.setattr(desk.indexing, "maintain", steps)
    for _ in range(5):
        upkeep.run()
    tasks.wait()
    assert len(begun) == 2


def test_only_what_takes_long_is_reported_and_can_be_stopped(
    upkeep: IndexMaintenance, desk: Desk, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def steps() -> Iterator[tuple[int, int]]:
        try:
            for n in range(100_000):
                time.sleep(0.001)
                yield n, 100_000
        finally:
            ended.append(True)

    monkeypatch.setattr(module, "_QUIET", 0.05)
    monkeypatch.setattr(desk.indexing, "maintain", steps)
    with qtbot.waitSignal(upkeep.progressed) as told:
        upkeep.run()
    assert 0 < told.args[0] < told.args[1] == 100_000
    with qtbot.waitSignal(upkeep.ended):
        upkeep.stop()
    upkeep.resume()  # a search that lacks something does not restart what was stopped
    tasks.wait()
    assert ended == [True]


def test_a_failure_is_told(
    upkeep: IndexMaintenance, desk: Desk, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps() -> Iterator[tuple[int, int]]:
        yield 0, 1
        raise OSError("no disk")

    monkeypatch.setattr(desk.indexing, "maintain", steps)
    with qtbot.waitSignal(tasks.failed):
        upkeep.run()


def test_an_index_for_which_nothing_waits_rests_until_somebody_turns_to_the_search(
    upkeep: IndexMaintenance, desk: Desk, held: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    desk.indexing.make_ready()
    with open_desk(desk.folder) as again:
        other = IndexMaintenance(again, tasks, upkeep)
        with qtbot.waitSignal(other.caught_up):
            other.resume()
        tasks.wait()
        assert again.indexing.is_idle()
        with qtbot.waitSignal(other.caught_up):
            other.open_index()
        tasks.wait()
        assert not again.indexing.is_idle()
        other.stop()


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
    assert "changed on two computers at once (1)" in dialog.ui.findings_text.toPlainText()
    dialog.ui.repair_button.click()
    tasks.wait()
    said = dialog.ui.findings_text.toPlainText()
    assert "Merged from the other computer: notes: 1." in said
    assert str(desk.folder / "damaged") in said
    assert texts(desk) == {"from there"}
    assert not dialog.ui.repair_button.isEnabled()

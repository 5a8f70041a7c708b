from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import Audience, ExportKind, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_pane import ExportPane
from delegate_desk.gui.export.exports import ExportChoices
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import MenuButton

SECRET = "Ask the capital before the ninth hour."


@pytest.fixture
def pane(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> ExportPane:
    desk.positions.set_delegation("EL")
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.RED_LINE, None, "Too loud.", SECRET))
    made = ExportPane(desk, tasks, held)
    qtbot.addWidget(made)
    made.set_language("en")
    made.show()
    tasks.wait()
    return made


def pick(button: MenuButton, said: str) -> None:
    """Choose from the menu of a button."""
    next(action for action in button.build_menu().actions() if action.text() == said).trigger()


def test_what_would_leave_is_said_and_that_nothing_was_found(pane: ExportPane) -> None:
    assert pane.contents_label.text().startswith("1 position entry · ")
    assert pane.internal_label.text() == "No internal text"
    assert pane.checks_label.isVisible()
    assert not pane.warning_list.isVisible()
    assert pane.option_buttons["audience"].accessibleName() == "Audience: Circulation"


def test_for_the_capital_it_is_said_what_is_internal(pane: ExportPane, tasks: Tasks, qtbot: QtBot) -> None:
    pick(pane.option_buttons["audience"], "Capital (includes internal text)")
    qtbot.waitUntil(lambda: "not for circulation" in pane.internal_label.text())
    assert pane.audience is Audience.CAPITAL


def test_what_there_is_to_look_at_is_listed_and_leads_there(
    pane: ExportPane, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.OPPOSE, None, f"No. {SECRET}", SECRET))
    pane.refresh()
    qtbot.waitUntil(pane.warning_list.isVisible)
    said = [pane.warning_list.item(n).text() for n in range(pane.warning_list.count())]
    assert any(one.startswith("1.  Comment may contain internal information: “Ask the capital") for one in said)
    pane.warning_list.setCurrentRow(0)
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.keyClick(pane.warning_list, Qt.Key.Key_Return)
    assert asked.args == ["para_1"]


def test_what_is_chosen_beside_the_position_is_kept(pane: ExportPane, tasks: Tasks, tmp_path: Path) -> None:
    pane.use_choices(ExportChoices(tmp_path / "settings.json"))
    pick(pane.option_buttons["kind"], "Table of comments")
    pick(pane.option_buttons["columns"], "Article | Text | Drafting | Justification")
    pick(pane.option_buttons["markup"], "Word: tracked changes")
    pick(pane.option_buttons["labels"], "Greek")
    tasks.wait()
    kept = ExportChoices(tmp_path / "settings.json")
    assert kept.kind is ExportKind.COMMENTS_TABLE
    options = kept.options("en")
    assert (options.markup, options.labels, options.columns) == (MarkupStyle.TRACKED, "el", ProvisionColumns.JUSTIFIED)


def test_a_redline_has_neither_columns_nor_a_template(pane: ExportPane, tasks: Tasks) -> None:
    pick(pane.option_buttons["kind"], "Redline in the original file")
    tasks.wait()
    assert not pane.option_buttons["columns"].isVisible()
    assert not pane.option_buttons["template"].isVisible()
    assert pane.option_buttons["markup"].accessibleName() == "Mark-up: Word: tracked changes"


def test_a_template_that_cannot_be_filled_is_said_in_the_pane(
    pane: ExportPane, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    choices = ExportChoices()
    pane.use_choices(choices)
    choices.choose_template(tmp_path / "gone.dotx")
    qtbot.waitUntil(lambda: "The template gone.dotx cannot be used" in pane.contents_label.text())
    assert not pane.checks_label.isVisible()


def test_without_a_position_there_is_nothing_to_export(
    desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    empty = ExportPane(desk, tasks, held)
    qtbot.addWidget(empty)
    empty.show()
    tasks.wait()
    assert not empty.export_button.isEnabled()
    assert "Nothing yet" in empty.contents_label.text()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.meetings.voting import Votes, VotingRule
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.population_dialog import PopulationDialog
from delegate_desk.gui.meetings.vote_dialog import VoteDialog, VotePane
from delegate_desk.gui.meetings.vote_model import VoteSettings
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.labels.voting import VoteChoice
from support.main_windows import type_text


def votes(*against: str, heard: tuple[str, ...] = PROTOCOL_ORDER) -> Votes:
    return Votes(frozenset(heard) - set(against), frozenset(against))


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, qtbot: QtBot) -> VoteDialog:
    made = VoteDialog(desk, tasks, desk.voting.tables())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pane(desk: Desk, tasks: Tasks, qtbot: QtBot) -> VotePane:
    made = VotePane(desk, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_pane_tells_how_the_vote_stands_by_what_was_said(pane: VotePane) -> None:
    said = dict.fromkeys(PROTOCOL_ORDER, Stance.SUPPORT) | {"DE": Stance.OPPOSE, "IT": Stance.RED_LINE}
    pane.show_stances(
        said | {"HU": Stance.RESERVATION, "FR": Stance.QUESTION, "COM": Stance.SUPPORT}, pane.model.tables
    )
    assert pane.bars.members_label.text() == "In favour: 23 of 15"
    assert pane.bars.population_label.text() == "Population 51.0 % of 65 %"
    assert pane.minority_label.text() == "Blocking minority with one more"
    assert "not an official result" in pane.rule_label.text()
    assert "2025" in pane.rule_label.text()
    assert not pane.rounding_label.isVisible()


def test_who_a_minority_cannot_do_without_is_named(pane: VotePane) -> None:
    pane.model.set_votes(votes("BE", "BG"))
    assert pane.minority_label.text() == "Blocking minority with DE and one more"
    pane.model.set_votes(votes("HU", "PL", "SE", "IT"))
    assert pane.minority_label.text() == "Blocking minority with DE, FR or ES"
    pane.model.set_votes(votes("DE", "FR", "IT", "CY"))
    assert pane.minority_label.text() == "Blocking minority: DE FR IT CY"
    assert pane.minority_label.property("tone") == "blocks"


def test_the_rule_chosen_in_the_dialog_is_that_of_the_pane(pane: VotePane, qtbot: QtBot) -> None:
    pane.model.set_votes(votes("HU"))
    dialog = pane.open_dialog()
    dialog.rule_combo.setCurrentIndex(dialog.rule_combo.findData(VotingRule.UNANIMITY))
    dialog.model.choose({"SK": VoteChoice.AGAINST})  # tried out there alone
    assert pane.model.setting.rule is VotingRule.UNANIMITY
    assert pane.minority_label.text() == "Blocked by HU"
    assert not pane.bars.population_label.isVisible()
    dialog.close()


def test_rounding_that_decides_is_told(pane: VotePane, dialog: VoteDialog, desk: Desk, tasks: Tasks) -> None:
    large = {"DE": 1450, "FR": 1000, "IT": 1000, "LU": 50, "ES": 296}
    figures = dict.fromkeys(PROTOCOL_ORDER, 282) | large  # DE, FR, IT and LU have 35.00 %, as far as one can tell
    tasks.write(lambda: desk.voting.set_figures(2026, figures, exact=False, source="made up"))
    tasks.wait()
    pane.model.set_tables(desk.voting.tables())  # as with the meeting
    for shown in (pane, dialog):
        shown.model.set_votes(votes("DE", "FR", "IT"))
        assert not shown.rounding_label.isVisible()  # three cannot block, whatever they have
        shown.model.set_votes(votes("DE", "FR", "IT", "LU"))
        assert shown.rounding_label.isVisible()


def test_a_roll_call_needs_the_keyboard_alone(dialog: VoteDialog, qtbot: QtBot) -> None:
    for key in ("+", "-", "0", "+"):
        type_text(dialog.list, key)
    assert [dialog.model.choice(code) for code in PROTOCOL_ORDER[:5]] == [
        VoteChoice.FOR,
        VoteChoice.AGAINST,
        VoteChoice.ABSTAINS,
        VoteChoice.FOR,
        VoteChoice.NOT_HEARD,
    ]
    assert dialog.list.code() == "DE"
    type_text(dialog.list, "nl-")
    assert dialog.model.choice("NL") is VoteChoice.AGAINST
    type_text(dialog.list, "GR+")
    assert dialog.model.choice("EL") is VoteChoice.FOR
    type_text(dialog.list, "be")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.model.choice("BE") is VoteChoice.NOT_HEARD
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)  # at BG, which was against
    assert dialog.model.choice("BG") is VoteChoice.ABSTAINS


def test_a_declaration_is_one_under_unanimity_alone(dialog: VoteDialog) -> None:
    type_text(dialog.list, "!")
    assert dialog.model.choice("BE") is VoteChoice.NOT_HEARD
    dialog.rule_combo.setCurrentIndex(dialog.rule_combo.findData(VotingRule.UNANIMITY))
    type_text(dialog.list, "!")
    assert dialog.model.votes().declared == {"BE"}
    dialog.rule_combo.setCurrentIndex(dialog.rule_combo.findData(VotingRule.QMV))
    assert dialog.model.votes() == Votes(abstaining=frozenset({"BE"}))


def test_what_is_counted_is_said_with_its_sources(dialog: VoteDialog) -> None:
    dialog.for_button.click()
    assert dialog.verdict_label.text() == "Would be adopted"
    assert dialog.bars.members_label.text() == "In favour: 27 of 15"
    assert dialog.bars.population_label.text() == "Population 100.0 % of 65 %"
    assert "not an official result" in dialog.count_label.text()
    assert not dialog.source_label.isVisible()
    dialog.sources_button.click()
    assert dialog.source_label.isVisible()
    assert "Agence Europe" in dialog.source_label.text()
    dialog.clear_button.click()
    assert dialog.verdict_label.text() == "Would not be adopted"
    assert dialog.bars.members_label.text() == "In favour: 0 of 15"
    assert dialog.count_label.text().startswith("27 undeclared")
    assert dialog.completions_label.text().startswith("For example: DE, ")


def test_an_opt_out_is_chosen_with_its_source_or_by_hand(dialog: VoteDialog) -> None:
    dialog.part_combo.setCurrentIndex(dialog.part_combo.findData("without_denmark"))
    assert dialog.model.choice("DK") is VoteChoice.OUTSIDE
    assert "Protocol (No 22)" in dialog.basis_label.text()
    dialog.list.select_member("IE")
    type_text(dialog.list, "/")
    assert dialog.part_combo.currentText() == "Custom"
    assert dialog.list.code() == "IE"
    assert len(dialog.model.participating) == 25
    assert dialog.model.outcome.members_needed == 14
    type_text(dialog.list, "/")
    assert len(dialog.model.participating) == 26
    dialog.list.select_member("DK")
    type_text(dialog.list, "+")
    assert dialog.model.choice("DK") is VoteChoice.OUTSIDE


def test_the_figures_of_another_year_bring_its_members(dialog: VoteDialog) -> None:
    dialog.for_button.click()
    dialog.year_combo.setCurrentIndex(dialog.year_combo.findData(2017))
    assert dialog.model.rows[-1] == "UK"
    assert dialog.model.outcome.members_needed == 16
    assert dialog.model.outcome.not_heard == ("UK",)
    assert "Exact figures of 2017" in dialog.source_label.text()


def test_figures_are_entered_dated_and_taken_back(dialog: VoteDialog, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    figures = PopulationDialog(desk, tasks, 2025, dialog)  # deletes itself when it closes
    figures.show()
    tasks.wait()
    assert figures.sum_label.text() == "Total: 100.01 % · 27 of 27 members"
    figures.year_box.setValue(2026)
    tasks.wait()
    assert figures.entered_figures() == {}
    figures.kind_combo.setCurrentIndex(0)
    for row in range(27):
        item = figures.table.item(row, 2)
        assert item is not None
        item.setText("not yet" if row == 4 else f"1 00{row % 10} 000")
    figures.source_edit.setText("OJ L, 2025/9")
    figures.save_button.click()
    tasks.wait()
    assert figures.note_label.text() == "The figures were not saved: DE is missing."
    item = figures.table.item(4, 2)
    assert item is not None
    item.setText("83.000.000")
    with qtbot.waitSignal(figures.accepted):
        figures.save_button.click()
    tasks.wait()
    assert desk.voting.tables().figures().populations["DE"] == 83_000_000
    assert [dialog.year_combo.itemText(n) for n in range(dialog.year_combo.count())] == ["2026", "2025", "2017"]
    again = PopulationDialog(desk, tasks, 2026, dialog)
    tasks.wait()
    assert again.dated_label.text().startswith("Entered on 20")
    again.back_button.click()
    tasks.wait()
    assert desk.voting.tables().years() == [2025, 2017]


def test_a_vote_is_counted_from_the_menu(window: MainWindow) -> None:
    window.ui.action_vote.trigger()
    window.tasks.wait()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, VoteDialog) and w.isVisible())
    assert dialog.model.setting == VoteSettings()
    dialog.close()

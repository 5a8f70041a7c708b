import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.voting import Votes, VotingRule
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.allies_view import PopulationDialog
from delegate_desk.gui.meetings.vote_view import VoteCalculator, VotePane, VoteSettings, VoteView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.labels.voting import VoteChoice
from support.main_windows import click, in_front, run_action, settle, show_document, type_text
from support.meeting_steps import line, press, view
from support.present import present

Key = Qt.Key


def votes(*against: str, heard: tuple[str, ...] = PROTOCOL_ORDER) -> Votes:
    return Votes(frozenset(heard) - set(against), frozenset(against))


@pytest.fixture
def calculator(desk: Desk, tasks: Tasks, qtbot: QtBot) -> VoteCalculator:
    made = VoteCalculator(desk, tasks)
    made.start(desk.voting.tables(), Votes())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> VotePane:
    made = VotePane(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_pane_tells_how_the_vote_stands_by_what_was_said(pane: VotePane) -> None:
    said = dict.fromkeys(PROTOCOL_ORDER, Stance.SUPPORT) | {"DE": Stance.OPPOSE, "IT": Stance.RED_LINE}
    pane.show_stances(
        said | {"HU": Stance.RESERVATION, "FR": Stance.QUESTION, "COM": Stance.SUPPORT}, pane.model.tables
    )
    assert pane.bars.members_label.accessibleName() == "Members: 23 for, 3 against"
    assert pane.bars.population_label.accessibleName() == "Population: 51.0 %"
    assert pane.minority_label.text() == "Blocking minority: 1.2 points short, for example with FR"
    assert "not an official result" in pane.rule_label.text()
    assert "2025" in pane.rule_label.text()
    assert not pane.rounding_label.isVisible()
    pane.model.set_votes(votes("BE", "BG"))
    assert pane.minority_label.text() == "Blocking minority: 31.0 points short, for example with DE and FR"
    pane.model.set_votes(votes("HU", "PL", "SE", "IT"))
    assert pane.minority_label.text() == "Blocking minority: 9.0 points short, for example with DE"
    pane.model.set_votes(votes("DE", "FR", "IT"))
    assert pane.minority_label.text() == "Blocking minority: 1 member short, for example with ES"
    pane.model.set_votes(votes("DE", "FR", "IT", "CY"))
    assert pane.minority_label.text() == "Blocking minority: DE FR IT CY"
    assert pane.minority_label.property("tone") == "blocks"


def test_rounding_that_decides_is_told(pane: VotePane, calculator: VoteCalculator, desk: Desk, tasks: Tasks) -> None:
    large = {"DE": 1450, "FR": 1000, "IT": 1000, "LU": 50, "ES": 296}
    figures = dict.fromkeys(PROTOCOL_ORDER, 282) | large  # DE, FR, IT and LU have 35.00 %, to two digits
    tasks.write(lambda: desk.voting.set_figures(2026, figures, exact=False, source="made up"))
    tasks.wait()
    pane.model.set_tables(desk.voting.tables())  # like the meeting
    for shown, warning in ((pane, pane.rounding_label), (calculator, calculator.ui.rounding_label)):
        shown.model.set_votes(votes("DE", "FR", "IT"))
        assert not warning.isVisible()  # three cannot block, whatever their population
        shown.model.set_votes(votes("DE", "FR", "IT", "LU"))
        assert warning.isVisible()


def test_a_roll_call_needs_the_keyboard_alone(calculator: VoteCalculator, qtbot: QtBot) -> None:
    for key in ("+", "-", "0", "+"):
        type_text(calculator.list, key)
    assert [calculator.model.choice(code) for code in PROTOCOL_ORDER[:5]] == [
        VoteChoice.FOR,
        VoteChoice.AGAINST,
        VoteChoice.ABSTAINS,
        VoteChoice.FOR,
        VoteChoice.NOT_HEARD,
    ]
    assert calculator.list.code() == "DE"
    type_text(calculator.list, "nl-")
    assert calculator.model.choice("NL") is VoteChoice.AGAINST
    type_text(calculator.list, "GR+")
    assert calculator.model.choice("EL") is VoteChoice.FOR
    type_text(calculator.list, "be")
    qtbot.keyClick(calculator.list, Qt.Key.Key_Delete)
    assert calculator.model.choice("BE") is VoteChoice.NOT_HEARD
    qtbot.keyClick(calculator.list, Qt.Key.Key_Space)  # at BG, which was against
    assert calculator.model.choice("BG") is VoteChoice.ABSTAINS


def test_a_declaration_is_one_under_unanimity_alone(calculator: VoteCalculator) -> None:
    type_text(calculator.list, "!")
    assert calculator.model.choice("BE") is VoteChoice.NOT_HEARD
    calculator.ui.rule_combo.setCurrentIndex(calculator.ui.rule_combo.findData(VotingRule.UNANIMITY))
    type_text(calculator.list, "!")
    assert calculator.model.votes().declared == {"BE"}
    calculator.ui.rule_combo.setCurrentIndex(calculator.ui.rule_combo.findData(VotingRule.QMV))
    assert calculator.model.votes() == Votes(abstaining=frozenset({"BE"}))
    calculator.ui.part_combo.setCurrentIndex(calculator.ui.part_combo.findData("without_denmark"))
    assert calculator.model.choice("DK") is VoteChoice.OUTSIDE
    assert "Protocol (No 22)" in calculator.ui.basis_label.text()
    calculator.list.select_member("IE")
    type_text(calculator.list, "/")
    assert calculator.ui.part_combo.currentText() == "Custom"
    assert calculator.list.code() == "IE"
    assert len(calculator.model.participating) == 25
    assert calculator.model.outcome.members_needed == 14
    type_text(calculator.list, "/")
    assert len(calculator.model.participating) == 26
    calculator.list.select_member("DK")
    type_text(calculator.list, "+")
    assert calculator.model.choice("DK") is VoteChoice.OUTSIDE


def test_what_is_counted_is_said_with_its_sources(calculator: VoteCalculator) -> None:
    calculator.ui.for_button.click()
    assert calculator.ui.verdict_label.text() == "Would be adopted"
    assert calculator.bars.members_label.accessibleName() == "Member States: 27 of 27 in favour"
    assert calculator.bars.population_label.accessibleName() == "Population: 100.0 % in favour, 0.0 % against"
    assert "not an official result" in calculator.ui.count_label.text()
    assert not calculator.ui.source_label.isVisible()
    calculator.ui.sources_button.click()
    assert calculator.ui.source_label.isVisible()
    assert "Agence Europe" in calculator.ui.source_label.text()
    calculator.ui.clear_button.click()
    assert calculator.ui.verdict_label.text() == "Would not be adopted"
    assert calculator.bars.members_label.accessibleName() == "Member States: 0 of 27 in favour"
    assert calculator.ui.count_label.text().startswith("0 in favour · 0 against · 27 undeclared")
    assert calculator.ui.completions_label.text().startswith("For example: DE, ")
    calculator.ui.for_button.click()
    calculator.ui.year_combo.setCurrentIndex(calculator.ui.year_combo.findData(2017))
    assert calculator.model.rows[-1] == "UK"
    assert calculator.model.outcome.members_needed == 16
    assert calculator.model.outcome.not_heard == ("UK",)
    assert "Exact figures of 2017" in calculator.ui.source_label.text()


def test_figures_are_entered_dated_and_taken_back(
    calculator: VoteCalculator, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    figures = PopulationDialog(desk, tasks, 2025, calculator)  # deletes itself when it closes
    figures.show()
    tasks.wait()
    assert figures.ui.sum_label.text() == "Total: 100.01 % · 27 of 27 members"
    figures.ui.year_box.setValue(2026)
    tasks.wait()
    assert figures.entered_figures() == {}
    figures.ui.kind_combo.setCurrentIndex(0)
    for row in range(27):
        item = present(figures.ui.table.item(row, 2))
        item.setText("not yet" if row == 4 else f"1 00{row % 10} 000")
    figures.ui.source_edit.setText("OJ L, 2025/9")
    figures.ui.save_button.click()
    tasks.wait()
    assert figures.ui.note_label.text() == "The figures were not saved: DE is missing."
    item = present(figures.ui.table.item(4, 2))
    item.setText("83.000.000")
    with qtbot.waitSignal(figures.accepted):
        figures.ui.save_button.click()
    tasks.wait()
    assert desk.voting.tables().figures().populations["DE"] == 83_000_000
    assert [calculator.ui.year_combo.itemText(n) for n in range(calculator.ui.year_combo.count())] == [
        "2026",
        "2025",
        "2017",
    ]
    again = PopulationDialog(desk, tasks, 2026, calculator)
    tasks.wait()
    assert again.ui.dated_label.text().startswith("Entered on 20")
    again.ui.back_button.click()
    tasks.wait()
    assert desk.voting.tables().years() == [2025, 2017]


def test_a_vote_is_counted_in_a_view_that_esc_leaves(reading: MainWindow, qtbot: QtBot, held: DocumentId) -> None:
    window, before = reading, reading.tabs.currentWidget()
    for _ in range(2):
        run_action(window, window.ui.action_vote)
    view = in_front(window, VoteView)
    assert view.calculator.list.hasFocus()
    assert view.calculator.ui.count_label.text().startswith("ST ")
    assert view.calculator.model.setting == VoteSettings()
    assert window.paragraph_file.isVisible()
    assert "two letters" in window.ui.document_label.text()
    qtbot.keyClick(view.calculator.list, Qt.Key.Key_Escape)
    settle(window)
    assert window.tabs.currentWidget() is before
    assert not window.tabs.pages(VoteView)
    reading.open_position(held, Address("para_1"))
    settle(reading)
    run_action(reading, reading.ui.action_vote)
    (view,) = reading.tabs.pages(VoteView)
    qtbot.keyClick(view.calculator.list, Qt.Key.Key_Escape)
    settle(reading)
    assert reading.position_controller.current_view() is not None
    assert QApplication.focusWidget() is reading.position_controller.current_view()


def choices(window: MainWindow) -> dict[str, VoteChoice]:
    """The delegations whose stance counts in the vote."""
    settle(window)
    views = window.tabs.pages(VoteView)
    calculator = views[0].calculator if views else view(window).calculator
    assert calculator.isVisible()
    assert calculator.list.hasFocus()
    found = {code: calculator.model.choice(code) for code in calculator.model.rows}
    press(window, Key.Key_Escape)
    assert not window.tabs.pages(VoteView)
    return {code: choice for code, choice in found.items() if choice is not VoteChoice.NOT_HEARD}


HEARD = {"DE": VoteChoice.FOR, "FR": VoteChoice.FOR, "NL": VoteChoice.AGAINST}


def test_the_vote_begins_with_what_was_said_however_it_is_opened(sitting: MainWindow) -> None:
    for words in ("DE+ 1 agrees", "FR- 1 no", "FR+ 1 after all", "NL- 1 too noisy", "IT? 1 why", "AT+ 2 agrees"):
        line(sitting, words)
    line(sitting, "1")  # the paragraph on which the vote is counted
    for way in ("menu", "palette", "button"):
        if way == "menu":
            sitting.ui.action_vote.trigger()
        elif way == "palette":
            press(sitting, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            field = present(QApplication.focusWidget())
            type_text(field, ">voting")
            settle(sitting)
            press(sitting, Key.Key_Return)
        else:
            click(sitting, sitting.meeting_mode.agenda.vote.count_button)
        assert choices(sitting) == HEARD, way


def test_letters_in_the_vote_are_those_of_members(sitting: MainWindow) -> None:
    line(sitting, "1")
    run_action(sitting, sitting.ui.action_vote)
    assert not sitting.ui.action_annotate_scrutiny_reservation.isEnabled()
    type_text(view(sitting).calculator.list, "se+")
    assert choices(sitting) == {"SE": VoteChoice.FOR}
    settle(sitting)
    assert sitting.ui.action_annotate_scrutiny_reservation.isEnabled()


def test_the_vote_is_on_the_current_item_and_without_a_meeting_on_the_document_of_a_tab(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 agrees")
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    line(sitting, "AT- no")
    sitting.ui.action_vote.trigger()
    assert choices(sitting) == {"AT": VoteChoice.AGAINST}
    sitting.tabs.close_view(view(sitting))
    settle(sitting)
    run_action(sitting, sitting.ui.action_vote)
    (shown,) = sitting.tabs.pages(VoteView)
    assert shown.calculator.ui.count_label.text().startswith("CM 2101/26 · ")  # the subject of the count
    assert choices(sitting) == {"AT": VoteChoice.AGAINST}


def test_the_vote_is_filled_with_the_stances_on_the_paragraph_also_without_a_meeting(
    sitting: MainWindow, held: DocumentId
) -> None:
    for words in ("DE+ 1 agrees", "FR- 1 no", "AT+ 2 agrees"):
        line(sitting, words)
    sitting.tabs.close_view(view(sitting))
    show_document(sitting, held, Address("para_1"))
    sitting.ui.action_vote.trigger()
    assert choices(sitting) == {"DE": VoteChoice.FOR, "FR": VoteChoice.AGAINST}


def test_a_rule_chosen_in_the_vote_from_the_menu_is_that_of_the_meeting(sitting: MainWindow) -> None:
    line(sitting, "HU- 1 no")
    sitting.ui.action_vote.trigger()
    calculator, pane = view(sitting).calculator, sitting.meeting_mode.agenda.vote
    calculator.ui.rule_combo.setCurrentIndex(list(VotingRule).index(VotingRule.UNANIMITY))
    calculator.model.choose({"SK": VoteChoice.AGAINST})  # changed there only
    settle(sitting)
    assert pane.minority_label.text() == "Blocked by HU"
    assert not pane.bars.population_label.isVisible()
    assert sitting.meeting_mode.agenda.vote.model.setting.rule is VotingRule.UNANIMITY

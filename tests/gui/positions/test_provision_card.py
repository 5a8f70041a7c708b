import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry, ProposedAction, Stance
from delegate_desk.gui import interface_language
from delegate_desk.gui.positions.provision_fields import CodesField, LinesField, MarginLabel, WordsField
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit

SOURCE = "Ports set quiet hours for ships."
AT = Address("para_5")
FULL = PositionEntry(
    AT,
    Stance.SUPPORT_IF,
    "Ports set calm hours for ships.",
    "Calm is enough.",
    "Call the ministry.",
    "It follows from recital 4.",
    ("DE", "FR"),
    ("calm or quiet hours", "few hours"),
    "Some hours.",
    "Insist.",
    "Ministry, 3 March",
    1,
    ("noise",),
    ("SE",),
)


@pytest.fixture
def provision(qtbot: QtBot) -> ProvisionCard:
    made = ProvisionCard("5.", SOURCE, PositionEntry(AT))
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_active(active=True)
    return made


def test_all_fields_are_shown_and_none_is_changed_by_being_shown(provision: ProvisionCard, qtbot: QtBot) -> None:
    provision.show_item(SOURCE, FULL)
    with qtbot.assertNotEmitted(provision.written):
        provision.saving.mark_edited()
    assert provision.fields.edited_item(PositionEntry(AT, FULL.stance, FULL.proposal)) == FULL
    for editor in provision.fields.editors():
        assert isinstance(editor, GrowingEdit | QLineEdit) or editor.accessibleName()
        assert "5." in editor.accessibleName()


def test_what_stays_with_us_has_a_lock(provision: ProvisionCard) -> None:
    provision.set_active(active=False)
    provision.show_item(SOURCE, PositionEntry(AT, comment="Why.", red_line="Never."))
    comment, red_line = provision.fields.editor("comment"), provision.fields.editor("red_line")
    assert comment.y() < red_line.y()
    assert red_line.property("part") == "internal"
    assert "internal" in red_line.accessibleName()
    assert "internal" not in comment.accessibleName()
    locks = [key for key in provision.fields.findChildren(QWidget) if "never exported" in key.toolTip()]
    assert sum(key.isVisible() for key in locks) == 1


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_the_names_of_fields_are_whole_in_every_language(language: str, qtbot: QtBot) -> None:
    interface_language.install_language(language)
    try:
        made = ProvisionCard("5.", SOURCE, FULL)
        qtbot.addWidget(made)
        made.resize(700, 600)
        made.show()
        made.set_active(active=True)
        names = [name for key in made.fields._keys.values() for name in (key, *key.findChildren(QLabel))]
        assert all(name.width() >= name.minimumSizeHint().width() for name in names)
    finally:
        interface_language.install_language("en")


def test_a_field_is_added_by_its_letter_and_gone_if_nothing_was_written(provision: ProvisionCard) -> None:
    menu = provision.fields.menu()
    [justification] = [action for action in menu.actions() if action.text() == "&Justification"]
    justification.trigger()
    assert provision.fields.editor("justification").hasFocus()
    provision.set_active(active=False)
    assert not provision.fields.editor("justification").isVisible()


def test_fallbacks_are_lines_in_an_order_that_keys_change(provision: ProvisionCard, qtbot: QtBot) -> None:
    provision.fields.focus_field("fallbacks")
    edit = provision.fields.editor("fallbacks")
    assert isinstance(edit, LinesField)
    qtbot.keyClicks(edit, "first")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "second")
    assert provision.item.fallbacks == ("first", "second")
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert provision.item.fallbacks == ("second", "first")
    qtbot.keyClicks(edit, "!")
    assert provision.item.fallbacks == ("second!", "first")
    provision.fields.focus_field("joint")
    edit = provision.fields.editor("joint")
    assert isinstance(edit, CodesField)
    qtbot.keyClicks(edit, "de, gr")
    assert provision.item.joint == ("DE", "EL")
    qtbot.keyClicks(edit, " XX")
    assert provision.item.joint == ("DE", "EL")
    assert "XX" in edit.accessibleDescription()
    for _ in " XX":
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.accessibleDescription() == ""
    provision.fields.focus_field("tags")
    edit = provision.fields.editor("tags")
    assert isinstance(edit, WordsField)
    qtbot.keyClicks(edit, "noise, ports at night")
    assert provision.item.tags == ("noise", "ports at night")
    provision.fields.focus_field("priority")
    with qtbot.waitSignal(provision.chosen):
        qtbot.keyClick(provision.fields.editor("priority"), Qt.Key.Key_Down)
    assert provision.item.priority == 1


def test_a_provision_is_to_go_and_stands_again(provision: ProvisionCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(provision.chosen):
        provision.toggle_deletion()
    assert provision.proposed_action is ProposedAction.DELETE
    assert provision.place_line.message_label.text() == "Deletion proposed"
    provision.place_line._revert_button.click()
    assert (provision.item.proposal, provision.wording_edit.proposal) == (None, SOURCE)
    provision.show_item(SOURCE, PositionEntry(AT, after=Address("para_1"), label="1a."))
    assert provision.place_line.message_label.text() == "Moved after para_1, numbered"
    with qtbot.waitSignal(provision.chosen):
        provision.place_line._revert_button.click()
    assert provision.item == PositionEntry(AT)


def test_a_new_provision_says_where_it_goes_and_under_which_number(qtbot: QtBot) -> None:
    made = ProvisionCard("5a.", None, PositionEntry(Address("para_5a"), after=AT, label="5a."), lambda address: "5.")
    qtbot.addWidget(made)
    made.show()
    made.set_active(active=True)
    assert made.place_line.message_label.text() == "New, after 5., numbered"
    qtbot.keyClicks(made.wording_edit, "Ports keep books.")
    assert made.item.proposal == "Ports keep books."
    number = made.place_line.number_edit
    number.selectAll()
    qtbot.keyClicks(number, "5bis")
    assert (made.item.label, made.mark_label.text()) == ("5bis", "5bis")
    assert made.proposed_action is ProposedAction.INSERT
    assert not made.show_button.isVisible()


def test_a_long_word_in_the_margin_is_not_cut(qtbot: QtBot) -> None:
    short, long = MarginLabel("8a."), MarginLabel("αιτ. αναφορά 1")
    for one in (short, long):
        qtbot.addWidget(one)
        assert one.sizeHint().width() >= max(map(one.fontMetrics().horizontalAdvance, one.text().split()))
    assert short.sizeHint().width() < long.sizeHint().width()

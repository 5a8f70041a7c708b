"""Packages in the window: dropped, previewed, imported; and the notes of others, shown as theirs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.exchange.package_dialogs import PackingDialog, PeopleDialog, UnpackingDialog
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.bare_context import bare_context
from support.main_windows import click, drop, open_dialog, run_action, settle, show_document
from support.package_exchange import brought, noted, pack, paragraph, texts
from support.package_fixtures import unsigned
from support.present import present

ONE, TWO = Address("para_1"), Address("para_2")


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Desk]:
    """A colleague's library, with notes and provisions on the short document."""
    with open_desk(tmp_path / "anna") as opened:
        document = brought(opened, tmp_path)
        opened.people.set_name("Anna")
        opened.positions.set_delegation("EL")
        noted(opened, paragraph(document), "no ferries", kind=AnnotationKind.RED_LINE)
        opened.positions.set_item(document, PositionEntry(ONE, Stance.OPPOSE, "Noise is quiet.", comment="too loud"))
        opened.positions.set_item(document, PositionEntry(TWO, comment="too early"))
        yield opened


@pytest.fixture
def file(anna: Desk, tmp_path: Path) -> Path:
    packed = tmp_path / "from anna.ddpack"
    pack(anna, packed)
    return packed


def looked_at(window: MainWindow) -> UnpackingDialog:
    settle(window)
    (dialog,) = window.findChildren(UnpackingDialog)
    return dialog


def listed(dialog: UnpackingDialog) -> list[str]:
    tree = dialog.ui.things_tree
    groups = [group for n in range(tree.topLevelItemCount()) if (group := tree.topLevelItem(n))]
    return [child.text(0) for group in groups for n in range(group.childCount()) if (child := group.child(n))]


def choose_first(people: PeopleDialog) -> None:
    first = present(people.ui.people_tree.topLevelItem(0))
    people.ui.people_tree.setCurrentItem(first)


def take_in(window: MainWindow, file: Path) -> None:
    drop(window, file)
    click(window, looked_at(window).ui.take_button)


def test_a_dropped_package_is_looked_at_before_it_is_imported(window: MainWindow, desk: Desk, file: Path) -> None:
    drop(window, file)
    dialog = looked_at(window)
    assert "Anna (EL)" in dialog.ui.from_label.text()
    assert dialog.ui.counts_label.text() == "New: 3 · documents included: 1."
    assert any("no ferries" in line for line in listed(dialog))
    assert dialog.ui.internal_label.isHidden()
    click(window, dialog.ui.cancel_button)
    assert desk.documents.all() == []
    assert desk.people.other_people() == []
    take_in(window, file)
    assert texts(desk) == {"no ferries"}
    assert "Imported from Anna (EL)" in window.notices.head.text()
    click(window, window.notices.link)
    assert texts(desk) == set()
    run_action(window, window.ui.action_undo)
    assert texts(desk) == {"no ferries"}


def test_internal_and_both_are_said_in_red(reading: MainWindow, anna: Desk, held: DocumentId, file: Path) -> None:
    reading.desk.positions.set_item(held, PositionEntry(ONE, comment="ours"))
    noted(anna, paragraph(anna.documents.all()[0].id), "between us", visibility=Visibility.INTERNAL)
    pack(anna, file, internal=True)
    drop(reading, file)
    dialog = looked_at(reading)
    assert not dialog.ui.internal_label.isHidden()
    assert dialog.ui.internal_label.property("part") == "danger"
    assert "changed on both sides: 1" in dialog.ui.counts_label.text()
    dialog.ui.cancel_button.click()


def test_a_preview_names_what_is_taken_back_and_the_notice_counts_as_it_did(
    reading: MainWindow, desk: Desk, anna: Desk, held: DocumentId, file: Path
) -> None:
    desk.positions.set_item(held, PositionEntry(ONE, comment="ours"))
    take_in(reading, file)
    document = anna.documents.all()[0].id
    (note,) = anna.annotations.for_document(document)
    anna.annotations.remove(note.id)
    anna.positions.set_item(document, PositionEntry(ONE, comment="far too loud"))
    pack(anna, file)
    drop(reading, file)
    dialog = looked_at(reading)
    assert "note · ST 7001/26, 1. · no ferries" in listed(dialog)
    counts = "changed on both sides: 1 · withdrawn: 1 · already in library: 1"
    assert counts in dialog.ui.counts_label.text().lower()
    click(reading, dialog.ui.take_button)
    assert counts in reading.notices.text.text().lower()


def test_what_is_no_package_is_said(window: MainWindow, tmp_path: Path) -> None:
    bad, other = tmp_path / "bad.ddpack", tmp_path / "worse.ddpack"
    bad.write_text("no package")
    other.write_text("nor this")
    drop(window, bad, other)
    settle(window)
    assert "not a Delegate Desk package" in window.notices.text.text()
    assert window.findChildren(UnpackingDialog) == []


def test_a_card_says_whose_a_note_is_and_cannot_be_written_in(
    reading: MainWindow, desk: Desk, held: DocumentId, file: Path, anna: Desk
) -> None:
    take_in(reading, file)
    show_document(reading, held, ONE)
    pane = reading.paragraph_file
    (card,) = pane.notes.received_cards.values()
    assert card.author_label.text() == "Anna (EL)"
    assert "by Anna (EL): no ferries" in card.accessibleName()
    assert pane.cards == []
    card.reply_button.click()
    (answer,) = pane.cards
    answer.text_edit.setPlainText("why not?")
    answer.flush()
    settle(reading)
    (kept,) = [one for one in desk.annotations.all() if not one.author]
    assert (kept.text, kept.reply_to) == ("why not?", card.annotation.id)
    (note,) = anna.annotations.all()
    anna.annotations.save(replace(note, text="some ferries"))
    pack(anna, file)
    take_in(reading, file)
    (card,) = reading.paragraph_file.notes.received_cards.values()
    assert card.annotation.text == "some ferries"


def test_lines_of_others_stand_beside_ours(
    desk: Desk, held: DocumentId, file: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    desk.positions.set_delegation("CY")
    desk.positions.set_item(held, PositionEntry(ONE, comment="ours"))
    desk.packages.merge(file)
    view = PositionsView(bare_context(desk, tasks), held)
    qtbot.addWidget(view)
    pane = ParagraphFile(desk, tasks)
    qtbot.addWidget(pane)
    view.show()
    pane.show_places([Place(held, ONE)])
    pane.show()
    tasks.wait()
    (card,) = pane.others.cards
    assert "Anna (EL)" in card.accessibleName()
    qtbot.keyClick(card, Qt.Key.Key_T)
    tasks.wait()
    ours = desk.positions.get(held).entry_at(ONE)
    assert (ours.proposal, ours.comment, ours.stance, ours.authors) == (
        "Noise is quiet.",
        "ours",
        Stance.OPPOSE,
        ("EL",),
    )
    view.others_label.linkActivated.emit(TWO)
    pane.show_places([Place(held, TWO)])
    tasks.wait()
    assert present(view.current_provision).item.address == TWO
    (card,) = pane.others.cards
    card.removed.emit()
    tasks.wait()
    assert [line.address for _, line, _ in desk.packages.positions_for_document(held)] == [ONE]
    assert pane.others.cards == []


def test_what_leaves_is_counted_before_it_is_packed(
    reading: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(desk, paragraph(held), "goes out")
    noted(desk, paragraph(held), "stays", visibility=Visibility.INTERNAL)
    dialog = open_dialog(reading, reading.ui.action_pack, PackingDialog)
    ui = dialog.ui
    assert (
        ui.leaves_label.text() == "To be exported: Documents: 1 · their files: 1 · notes: 1. Internal, not included: 1."
    )
    click(reading, ui.internal_check)
    assert "Of these internal: 1." in ui.leaves_label.text()
    assert ui.leaves_label.property("part") == "danger"
    assert not ui.internal_label.isHidden()
    ui.internal_check.click()
    click(reading, ui.originals_check)
    assert "their files" not in ui.leaves_label.text()
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    ui.file_button.click()
    ui.name_edit.setText("Us")
    click(reading, ui.pack_button)
    assert "Saved: " in ui.note_label.text()
    package = desk.packages.read(target.with_suffix(".ddpack"))
    assert (package.person.name, package.internal, len(package.items)) == ("Us", False, 1)
    dialog.close()


def test_term_bases_are_offered_where_there_are_some_and_told_of(
    reading: MainWindow, desk: Desk, anna: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "harbours.csv"
    path.write_text("en;el\nwreck;ναυάγιο\n", encoding="utf-8")
    dialog = open_dialog(reading, reading.ui.action_pack, PackingDialog)
    assert dialog.ui.terms_check.isHidden()
    dialog.close()
    settle(reading)
    anna.translations.bases.import_file(path)
    file = tmp_path / "terms.ddpack"
    pack(anna, file, term_bases=True)
    drop(reading, file)
    unpacking = looked_at(reading)
    assert unpacking.ui.counts_label.text().endswith("term bases: 1.")
    assert "harbours" in listed(unpacking)
    click(reading, unpacking.ui.take_button)
    assert [base.name for base in desk.translations.bases.all()] == ["harbours"]
    dialog = open_dialog(reading, reading.ui.action_pack, PackingDialog)
    assert not dialog.ui.terms_check.isHidden()
    before = dialog.choice
    click(reading, dialog.ui.terms_check)
    assert "term bases: 1" in dialog.ui.leaves_label.text()
    assert (before.term_bases, dialog.choice.term_bases) == (False, True)
    dialog.close()


def test_people_are_listed_and_all_of_theirs_is_removed(window: MainWindow, desk: Desk, file: Path) -> None:
    take_in(window, file)
    dialog = open_dialog(window, window.ui.action_people, PeopleDialog)
    tree = dialog.ui.people_tree
    item = present(tree.topLevelItem(0))
    assert [item.text(n) for n in range(3)] == ["Anna (EL)", "1", "2"]
    item.setSelected(True)
    dialog.ui.remove_button.click()
    dialog.ui.name_edit.setText("Me")
    dialog.close()
    settle(window)
    assert texts(desk) == set()
    assert desk.people.own_person().name == "Me"
    assert [(one.notes, one.position_entries) for one in desk.people.other_people()] == [(0, 0)]


def test_nobody_is_removed_before_the_people_are_listed(window: MainWindow, desk: Desk, file: Path) -> None:
    take_in(window, file)
    window.ui.action_people.trigger()
    (dialog,) = window.findChildren(PeopleDialog)
    dialog.ui.remove_button.click()
    settle(window)
    assert [(one.notes, one.position_entries) for one in desk.people.other_people()] == [(1, 2)]


def test_the_words_of_a_key_are_compared_and_packages_sealed_to_its_person(
    window: MainWindow, anna: Desk, file: Path, tmp_path: Path
) -> None:
    words = anna.people.own_fingerprint()
    drop(window, file)
    dialog = looked_at(window)
    assert dialog.ui.signed_label.text().startswith(f"Signed by Anna (EL). Key not compared yet: {words}.")
    click(window, dialog.ui.take_button)
    people = open_dialog(window, window.ui.action_people, PeopleDialog)
    ui = people.ui
    assert len(ui.own_words_label.text().split()) == 6
    assert not ui.verify_button.isEnabled()
    choose_first(people)
    assert words in ui.key_label.text()
    click(window, ui.verify_button)
    assert "Compared on" in ui.key_label.text()
    assert not ui.verify_button.isEnabled()
    people.close()
    packing = open_dialog(window, window.ui.action_pack, PackingDialog)
    recipient = present(packing.ui.sealed_tree.topLevelItem(0))
    assert recipient.text(0) == "Anna (EL)"
    packing.ui.sealed_tree.setCurrentItem(recipient)
    QTest.keyClick(packing.ui.sealed_tree, Qt.Key.Key_Space)
    packing.ui.file_edit.setText(str(tmp_path / "sealed.ddpack"))
    click(window, packing.ui.pack_button)
    assert "Sealed to: Anna (EL)." in packing.ui.note_label.text()
    assert anna.packages.read(tmp_path / "sealed.ddpack").is_sealed
    packing.close()
    drop(window, tmp_path / "sealed.ddpack")
    assert looked_at(window).ui.signed_label.text().endswith("Sealed: only recipients can open it.")


def test_a_removed_key_and_an_unsigned_package_are_reported(window: MainWindow, file: Path, tmp_path: Path) -> None:
    take_in(window, file)
    people = open_dialog(window, window.ui.action_people, PeopleDialog)
    choose_first(people)
    click(window, people.ui.remove_key_button)
    assert window.desk.people.other_people()[0].key is None
    assert people.ui.key_label.text() == "No signed package from them was imported yet."
    people.close()
    drop(window, unsigned(file, tmp_path / "of old.ddpack"))
    assert looked_at(window).ui.signed_label.text().startswith("Not signed")

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.tasks import Tasks
from support.document_values import QUIET_HOURS, quiet_hours


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, french: DocumentId, qtbot: QtBot) -> DocumentsView:
    place = Place(held, Address("para_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="x", tags=("capital", "noise")))
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.SUPPORT))
    made = DocumentsView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(248, 600)
    made.show()
    tasks.wait()
    return made


def rows(view: DocumentsView) -> list[tuple[RowKind, str, str]]:
    return [(row.kind, row.text, row.side) for row in view.model.rows]


def test_language_versions_stand_under_their_subject_with_positions_and_tags_below(view: DocumentsView) -> None:
    listed = rows(view)
    assert listed[0] == (RowKind.HEAD, "Documents", "2")
    assert listed[1][0] is RowKind.FAMILY
    assert listed[2:] == [
        (RowKind.DOCUMENT, "ST 7001/26 · en", ""),
        (RowKind.DOCUMENT, "ST 7001/26 · fr", ""),
        (RowKind.HEAD, "Positions", ""),
        (RowKind.POSITION, "ST 7001/26 · en", ""),
        (RowKind.HEAD, "Tags", ""),
        (RowKind.TAG, "capital", "1"),
        (RowKind.TAG, "noise", "1"),
        (RowKind.MISSING_HEAD, "Missing documents", "2"),
    ]


def test_missing_documents_are_listed_with_those_that_name_them(
    view: DocumentsView, held: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    def press(kind: RowKind) -> None:
        row = next(n for n, row in enumerate(view.model.rows) if row.kind is kind)
        view.ui.document_list.setCurrentIndex(view.model.index(row))
        qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)

    press(RowKind.MISSING_HEAD)
    missing = [text for kind, text, _ in rows(view) if kind is RowKind.MISSING]
    assert missing == ["ST 6500/26", "ST 6500/26 COR 1"]
    press(RowKind.MISSING)
    assert [text for kind, text, _ in rows(view) if kind is RowKind.REFERRER] == ["ST 7001/26 · en"]
    with qtbot.waitSignal(view.place_requested) as told:
        press(RowKind.REFERRER)
    assert told.args == [Place(held, Address(""))]
    press(RowKind.MISSING)
    assert not [row for row in view.model.rows if row.kind is RowKind.REFERRER]
    view.ui.filter_edit.setText("cor 1")
    assert [text for kind, text, _ in rows(view) if kind is RowKind.MISSING] == ["ST 6500/26 COR 1"]


@pytest.mark.parametrize(("typed", "left"), [("HEURES", ["fr"]), ("7001", ["en", "fr"]), ("trans 88 quiet", ["en"])])
def test_the_filter_knows_no_accents_and_no_case(view: DocumentsView, typed: str, left: list[str]) -> None:
    view.ui.filter_edit.setText(typed)
    shown = [text[-2:] for kind, text, _ in rows(view) if kind is RowKind.DOCUMENT]
    assert shown == left


def test_a_filter_that_leaves_nothing_says_so(view: DocumentsView, qtbot: QtBot) -> None:
    view.ui.filter_edit.setText("zzz")
    assert view.ui.empty_label.text().startswith("No matches in the library")
    qtbot.keyClick(view.ui.filter_edit, Qt.Key.Key_Escape)
    assert view.ui.empty_label.isHidden()


def test_enter_opens_what_is_chosen(view: DocumentsView, held: DocumentId, qtbot: QtBot) -> None:
    for row, signal in ((2, view.opened), (5, view.position_requested), (7, view.tag_search_requested)):
        view.ui.document_list.setCurrentIndex(view.model.index(row))
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
        assert told.args in ([held], ["capital"])


def test_del_moves_to_the_trash_and_the_trash_gives_back(
    view: DocumentsView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    view.activateWindow()
    view.ui.document_list.setFocus()
    view.ui.document_list.setCurrentIndex(view.model.index(3))
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Delete)
    tasks.wait()
    assert [held.header.language for held in desk.documents.trash()] == ["fr"]
    last = len(view.model.rows) - 1
    assert view.model.rows[last].kind is RowKind.TRASH
    view.ui.document_list.setCurrentIndex(view.model.index(last))
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
    view.ui.document_list.setCurrentIndex(view.model.index(last + 1))
    view.ui.action_restore.trigger()
    tasks.wait()
    assert desk.documents.trash() == []
    assert view.grab().width() == 248


def test_annotations_stand_in_the_trash_too_and_a_key_brings_them_back(
    view: DocumentsView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    (note, *_) = desk.annotations.all()
    tasks.write(lambda: desk.annotations.remove(note.id))
    tasks.wait()
    trash = view.model.rows[-1]
    assert (trash.kind, trash.side) == (RowKind.TRASH, "1")
    view.activateWindow()
    view.ui.document_list.setFocus()
    view.ui.document_list.setCurrentIndex(view.model.index(len(view.model.rows) - 1))
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
    row = len(view.model.rows) - 1
    assert view.model.rows[row].kind is RowKind.TRASHED_NOTE
    assert "ST 7001/26" in str(view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    view.ui.document_list.setCurrentIndex(view.model.index(row))
    assert view.ui.action_restore.isEnabled()
    assert view.ui.action_empty.isEnabled()
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    tasks.wait()
    assert desk.annotations.get(note.id) == note
    assert desk.annotations.trash() == []


def test_dossiers_of_several_documents_are_listed_the_newest_first_and_others_on_demand(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(7001, 7011):
        for revision in ("", "/1"):
            text = QUIET_HOURS.replace("7001/26", f"{number}{revision}/26\n\nREV 1" if revision else f"{number}/26")
            text = text.replace("No. prev. doc.: 6500/26 + COR 1\n", "").replace("ports", f"ports of {number}")
            file = quiet_hours(tmp_path, name=f"{number}{revision.replace('/', '-')}.txt", text=text)
            desk.documents.add(desk.documents.read(file))
    view = DocumentsView(desk, tasks)
    qtbot.addWidget(view)
    view.show()
    tasks.wait()

    def listed() -> list[tuple[str, str]]:
        return [(row.text[-4:], row.side) for row in view.model.rows if row.kind is RowKind.DOSSIER]

    assert (RowKind.HEAD, "Dossiers", "10") in rows(view)
    assert listed() == [(str(number), "2") for number in range(7010, 7002, -1)]
    more = next(n for n, row in enumerate(view.model.rows) if row.kind is RowKind.MORE_DOSSIERS)
    assert view.model.rows[more].text == "Show all 10"
    view.ui.document_list.setCurrentIndex(view.model.index(more))
    qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
    assert len(listed()) == 10
    view.ui.filter_edit.setText("7004")
    assert listed() == [("7004", "2")]
    view.ui.document_list.setCurrentIndex(view.model.index(1))
    with qtbot.waitSignal(view.dossier_requested) as asked:
        qtbot.keyClick(view.ui.document_list, Qt.Key.Key_Return)
    assert desk.documents.get(DocumentId(asked.args[0])).header.subject.endswith("7004")


def test_a_family_is_listed_in_order_of_revision(desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    names = ["7001/26", "7001/26 ADD 1", "7001/1/26 REV 1", "7001/2/26 REV 2", "7001/12/26 REV 12"]
    for n in (4, 1, 3, 0, 2):
        file = quiet_hours(tmp_path, name=f"{n}.txt", text=QUIET_HOURS.replace("7001/26", names[n]))
        desk.documents.add(desk.documents.read(file))
    view = DocumentsView(desk, tasks)
    qtbot.addWidget(view)
    tasks.wait()
    assert [text for kind, text, _ in rows(view) if kind is RowKind.DOCUMENT] == [f"ST {name} · en" for name in names]

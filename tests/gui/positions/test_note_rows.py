"""The Position view shows the contents of an export: our entries, and the notes for circulation."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_list import NoteRow, ProvisionCard
from delegate_desk.gui.tasks import Tasks
from support.bare_context import Surroundings, bare_context
from support.present import present

ONE, TWO, POINT, THREE = (Address(one) for one in ("para_1", "para_2", "para_2__point_1", "para_3"))


def noted(desk: Desk, document: DocumentId, address: Address, text: str, **values: object) -> Annotation:
    kind = values.pop("kind", AnnotationKind.NOTE)
    assert isinstance(kind, AnnotationKind)
    made = desk.annotations.new(Place(document, address), kind, text=text)
    made = replace(made, **({"visibility": Visibility.CIRCULATION} | values))  # type: ignore[arg-type]
    desk.annotations.save(made)
    return made


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, around: Surroundings, qtbot: QtBot) -> PositionsView:
    desk.positions.set_delegation("EL")
    desk.positions.set_item(held, PositionEntry(TWO, Stance.SUPPORT_IF, comment="Loud enough."))
    desk.positions.set_item(held, PositionEntry(THREE, internal="Ours alone."))
    noted(desk, held, POINT, "How quiet is quiet?", kind=AnnotationKind.QUESTION)
    noted(desk, held, TWO, "The bell is old.")
    noted(desk, held, ONE, "Not on this.", kind=AnnotationKind.RED_LINE)
    noted(desk, held, ONE, "We would pay half.", visibility=Visibility.INTERNAL)
    made = PositionsView(bare_context(desk, tasks, around), held)
    qtbot.addWidget(made)
    made.resize(860, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: len(made.provisions) == 2)
    tasks.wait()
    return made


def rows(view: PositionsView) -> list[str]:
    """The page from top to bottom: the label of our entries, the words of notes."""
    layout = view.ui.provisions_layout
    found = []
    for n in range(layout.count()):
        item = layout.itemAt(n)
        widget = item.widget() if item else None
        if isinstance(widget, NoteRow) and widget.isVisible():
            found.append(widget.note.text)
        elif isinstance(widget, ProvisionCard):
            found.append(widget.mark_label.text())
    return found


def test_notes_that_circulate_are_rows_in_the_order_of_the_text(view: PositionsView, around: Surroundings) -> None:
    assert rows(view) == ["Not on this.", "2.", "The bell is old.", "How quiet is quiet?", "3."]
    spoken = [row.accessibleName() for row in view._list.notes()]
    assert spoken[0] == "From a note on 1.: Red line (circulates as “Reservation”). Not on this."
    first, *others = view._list.notes()
    assert first.source_label.isVisible()
    assert first.source_label.text() == view.drafting.source(ONE) if view.drafting else ""
    at_two = next(row for row in others if row.note.place.address == TWO)
    assert not at_two.source_label.isVisible()
    view._list.notes()[2].show_button.click()
    assert around.opened == [Place(view.document, POINT)]


def test_all_of_a_file_is_on_the_page_before(view: PositionsView, desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    for kind in (ExportKind.POSITION, ExportKind.COMMENTS_TABLE):
        target = tmp_path / f"{kind}.docx"
        desk.export.write(held, kind, target, ExportOptions())
        file = docx.Document(str(target))
        texts = [one.text for one in file.paragraphs]
        texts += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        said = "\n".join(texts)
        for note in view._list.notes():
            assert note.note.text in said
        assert "We would pay half." not in said
        assert "Ours alone." not in said


def test_the_keys_of_the_page_go_from_row_to_row_and_enter_shows_a_note(
    view: PositionsView, around: Surroundings, held: DocumentId, qtbot: QtBot
) -> None:
    def current() -> str:
        row = present(view._list.current_row)
        return row.note.text if isinstance(row, NoteRow) else row.mark_label.text()

    view.setFocus()
    seen = []
    for key in (Qt.Key.Key_J,) * 6 + (Qt.Key.Key_K,) * 2:
        qtbot.keyClick(view, key)
        seen.append(current())
    page = rows(view)
    assert seen == [*page, page[-1], page[-2], page[-3]]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert around.opened == [Place(held, TWO)]


def test_a_note_stays_current_where_another_changes(view: PositionsView, desk: Desk, tasks: Tasks) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_J)
    current, other = view._list.notes()[:2]
    tasks.write(lambda: desk.annotations.keep_internal(other.note.id))
    tasks.wait()
    kept = view._list.current_row
    assert isinstance(kept, NoteRow)
    assert kept.note.id == current.note.id


def test_the_switch_makes_a_note_internal_and_undo_takes_that_back(
    view: PositionsView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    row = view._list.notes()[0]
    row.circulates_switch.setFocus()
    qtbot.keyClick(row.circulates_switch, Qt.Key.Key_Space)
    tasks.wait()
    assert rows(view) == ["2.", "The bell is old.", "How quiet is quiet?", "3."]
    assert view._list.notes()[0].circulates_switch.hasFocus(), "the next key types into no text"
    kept = present(desk.annotations.get(row.note.id))
    assert kept.visibility is Visibility.INTERNAL
    tasks.write(desk.history.undo)
    tasks.wait()
    assert len(rows(view)) == 5
    view._list.notes()[0].circulates_switch.setFocus()
    for _ in range(3):
        focused = present(QApplication.focusWidget())
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        tasks.wait()
    assert rows(view) == ["2.", "3."]
    assert view.hasFocus()


def test_what_is_typed_stays_where_notes_come_and_go(
    view: PositionsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view.draft(THREE)
    edit = view.provisions[1].wording_edit
    qtbot.keyClicks(edit, "Stop. ")
    tasks.write(lambda: desk.annotations.save(replace(view._list.notes()[0].note, text="Other words.")))
    qtbot.waitUntil(lambda: "Other words." in rows(view))
    assert "Stop. " in edit.toPlainText()
    view.flush()
    tasks.wait()
    assert "Stop. " in (desk.positions.get(held).entry_at(THREE).proposal or "")


def test_a_page_of_notes_alone_says_so(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> None:
    desk.positions.set_delegation("EL")
    noted(desk, held, ONE, "Alone.")
    made = PositionsView(bare_context(desk, tasks), held)
    qtbot.addWidget(made)
    made.show()
    tasks.wait()
    assert rows(made) == ["Alone."]
    assert not made.ui.empty_label.isVisible()
    assert made.ui.counts_label.text() == "1 from a note · not cleared"

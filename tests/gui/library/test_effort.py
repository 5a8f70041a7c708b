"""The cost of a saved letter and of a key in the meeting does not grow with the library: counts, not times."""

import itertools
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.exchange.package import FolderExchangeResult
from delegate_desk.core.meetings import capture_parser
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations import annotation_lists_controller
from delegate_desk.gui.annotations.annotation_fields import NoteEdit
from delegate_desk.gui.exchange.exchange_controllers import SharedFolderController
from delegate_desk.gui.safety.safety_controllers import FaultReporter
from delegate_desk.gui.search.search_controller import IndexMaintenance
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.files.sidecars import Sidecars
from support.annotated_revision import Noted
from support.database_effort import Effort, effort, fill, window_thread_uses
from support.document_values import QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import drop, reload_library, run_action, settle, show_document, type_text
from support.meeting_steps import line, notice, press, view

Key = Qt.Key
Act = Callable[[MainWindow], object]
_drafts = itertools.count()


@pytest.fixture(autouse=True)
def _without_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index and sidecars process new contents, and shared folders and due dates are read, at their own times."""
    monkeypatch.setattr(annotation_lists_controller, "_EVERY", 3_600_000)
    monkeypatch.setattr(IndexMaintenance, "resume", lambda self: None)
    monkeypatch.setattr(Sidecars, "catch_up", lambda self: iter(()))
    monkeypatch.setattr(SharedFolderController, "_work", lambda self: (FolderExchangeResult(), []))


def done(window: MainWindow, monkeypatch: pytest.MonkeyPatch, act: Act) -> Effort:
    """The database reads of an action, with all its consequences."""
    settle(window)
    with effort(monkeypatch) as counted:
        act(window)
        settle(window)
    return counted


def grow(window: MainWindow, number: int) -> None:
    fill(window.desk.folder, number)
    reload_library(window)


def write_a_note(window: MainWindow) -> None:
    press(window, Key.Key_N)
    edit = QApplication.focusWidget()
    assert isinstance(edit, NoteEdit)
    type_text(edit, "a")


def type_a_letter(window: MainWindow) -> None:
    edit = QApplication.focusWidget()
    assert edit is not None
    type_text(edit, "b")


def draft(window: MainWindow) -> None:
    place = window.current_place()
    assert place is not None
    desk, item = window.desk, PositionEntry(place.address, Stance.SUPPORT, comment=f"draft {next(_drafts)}")
    window.tasks.write(lambda: desk.positions.set_item(place.document, item))


def no_more(after: Effort, before: Effort) -> None:
    assert after.statements
    assert len(after.statements) <= len(before.statements)
    assert after.steps <= before.steps * 1.2
    assert after.steps_of_window <= before.steps_of_window * 1.2


@pytest.mark.parametrize(
    ("begin", "act", "number"),
    [(write_a_note, type_a_letter, 300), (write_a_note, type_a_letter, 3000), (draft, draft, 300)],
)
def test_a_saved_letter_and_a_saved_field_of_a_position_cost_the_same_in_a_large_library(
    reading: MainWindow, monkeypatch: pytest.MonkeyPatch, begin: Act, act: Act, number: int
) -> None:
    reading.focus_text()
    begin(reading)
    small = done(reading, monkeypatch, act)
    grow(reading, number)
    assert len(reading.documents.model.rows) > number
    no_more(done(reading, monkeypatch, act), small)


@pytest.mark.parametrize("number", [300, 3000])
def test_a_key_and_a_line_of_the_meeting_cost_the_same_in_a_large_library(
    window: MainWindow, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    drop(window, notice(tmp_path))
    press(window, Key.Key_F5)

    def key(window: MainWindow) -> None:
        type_text(view(window).line.edit, "DE+ 1 a")

    def enter(window: MainWindow) -> None:
        press(window, Key.Key_Return)

    line(window, "FR+ 1 first")
    assert done(window, monkeypatch, key).statements == []  # a line is parsed from memory
    lines = done(window, monkeypatch, enter)
    grow(window, number)
    line(window, "FR+ 1 second")
    assert done(window, monkeypatch, key).statements == []
    after = done(window, monkeypatch, enter)
    assert after.steps <= lines.steps * 1.5  # two more lines are read


def test_what_was_said_is_gathered_once_for_all_keys_of_a_line(
    window: MainWindow, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[int] = []
    made = capture_parser.collect_context

    def context(*given: object) -> capture_parser.CaptureContext:
        gathered.append(1)
        return made(*given)  # type: ignore[arg-type]

    drop(window, notice(tmp_path))
    press(window, Key.Key_F5)
    line(window, "FR+ 1 first")
    monkeypatch.setattr(capture_parser, "collect_context", context)
    type_text(view(window).line.edit, "DE+ 1 as long as a line may be")
    assert len(gathered) <= 2, "without a place there may be another document"


# The list is as if everything had been read again


def rows(window: MainWindow) -> list[str]:
    model, sections = window.documents.model, window.documents.sections
    return [*map(model.accessible_text, model.rows), *map(sections.accessible_text, sections.rows)]


def tag_on(desk: Desk, place: Place, *tags: str) -> Changes:
    return desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="x", tags=tags))


def test_the_list_follows_what_is_named_as_if_all_were_read(
    window: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    desk, tasks = window.desk, window.tasks
    drop(window, notice(tmp_path))
    one, two = Place(held, Address("para_1")), Place(held, Address("para_2"))
    note = desk.annotations.new(one, AnnotationKind.NOTE, text="gone", tags=("noise",))
    meeting = desk.meetings.new("Working Party on Harbours", None)
    acts: list[Callable[[], Changes]] = [
        lambda: tag_on(desk, one, "noise", "capital"),
        lambda: tag_on(desk, two, "noise"),
        lambda: desk.annotations.save(note),
        lambda: desk.annotations.remove(note.id),
        lambda: desk.annotations.restore(note.id),
        lambda: desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.SUPPORT)),
        lambda: desk.positions.set_item(held, PositionEntry(Address("para_1"))),
        lambda: desk.meetings.save(meeting),
        lambda: desk.meetings.remove(meeting.id),
    ]
    seen = []
    for act in acts:
        tasks.write(act)
        settle(window)
        followed = rows(window)
        reload_library(window)
        assert followed == rows(window)
        seen.append(followed)
    assert sum(before != after for before, after in itertools.pairwise(seen)) >= 6


def test_changes_while_the_list_is_read_are_all_shown(window: MainWindow, held: DocumentId) -> None:
    reload_library(window)
    for n in range(20):
        entry = PositionEntry(Address("para_1" if n % 2 else "para_2"), Stance.SUPPORT if n > 10 else None)
        window.tasks.write(partial(window.desk.positions.set_item, held, entry))
    for _ in range(5):
        settle(window)
    assert window.documents.model.status(window.documents.model.rows[2]) is PositionStatus.DRAFT


def test_the_rows_stay_while_nothing_of_them_changes(reading: MainWindow) -> None:
    reading.focus_text()
    write_a_note(reading)
    settle(reading)
    resets: list[int] = []
    reading.documents.model.modelReset.connect(lambda: resets.append(1))
    for _ in range(5):
        type_a_letter(reading)
        settle(reading)
    assert resets == []


def test_the_documents_are_read_once_at_start(
    desk: Desk, held: DocumentId, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    select = DocumentStore._select

    def counted(store: DocumentStore, condition: str, values: tuple[object, ...] = ()) -> list[LibraryDocument]:
        if condition.startswith("WHERE trashed IS NULL ORDER BY"):
            reads.append(1)
        return select(store, condition, values)

    monkeypatch.setattr(DocumentStore, "_select", counted)
    window = MainWindow(desk, Tasks(), FaultReporter(), tmp_path / "settings.json")
    qtbot.addWidget(window)
    qtbot.waitSignal(window.first_paint.passed).wait()
    window.tasks.wait()  # it is not shown: a window that becomes active looks for changes by other programs
    assert len(window.documents.model.library.documents) == 1
    assert len(reads) == 1


def test_notes_undo_a_revision_that_comes_and_the_trash_read_nothing_on_the_thread_of_the_window(
    window: MainWindow, paper: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    reload_library(window)
    show_document(window, paper.old, Address("para_3"))
    ui, documents = window.ui, window.desk.documents
    with window_thread_uses(monkeypatch) as uses:
        write_a_note(window)
        settle(window)
        assert ui.action_undo.text() == "&Undo note on paragraph 3"
        window.focus_text()
        run_action(window, ui.action_undo)
        assert ui.action_redo.text() == "&Redo note on paragraph 3"
        assert window.notices.head.text() == "Undone: note on paragraph 3"
        window.tasks.write(lambda: documents.remove(paper.old))
        settle(window)
        assert not window.has_pages()
        run_action(window, ui.action_undo)
        drop(window, paper.file)
    assert len(documents.all()) == 2
    assert uses == []


def test_questions_about_documents_read_nothing_on_the_thread_of_the_window(
    window: MainWindow, paper: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = paper.bring_in()
    take_in(paper.desk, quiet_hours(paper.file.parent, name="fr.txt", text=QUIET_HOURS_FRENCH))
    reload_library(window)
    ui, asked = window.ui, []
    with window_thread_uses(monkeypatch) as uses:
        for action in (
            ui.action_compare,
            ui.action_compare_previous,
            ui.action_compare_languages,
            ui.action_consequences,
            ui.action_carry,
            ui.action_amended,
            ui.action_columns,
            ui.action_build_columns,
            ui.action_contribution,
            ui.action_header,
            ui.action_phrases,
            ui.action_timeline,
            ui.action_reread,
        ):
            show_document(window, new)
            run_action(window, action)
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                asked.append(action)
                dialog.close()
        settle(window)
    assert len(asked) == 6
    assert uses == []

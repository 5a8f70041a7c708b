"""The history of edits; whatever the computer's clock does, all keeps its order and nothing fails."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import main
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.annotations.annotation_list import Deadline
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.desk import Desk
from delegate_desk.services.library.edit_history import History
from support.document_values import quiet_hours
from support.fake_clock import Clock, clocked, in_zone, moment

HOUR = timedelta(hours=1)
JUMPS = (-HOUR, 26 * HOUR, -40 * HOUR, timedelta(days=27_000), timedelta(days=-47_000), timedelta(days=20_000), -HOUR)
"""Forwards beyond 2100 and back before 1980, too."""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> Iterator[Clock]:
    with clocked(monkeypatch, moment("2026-11-25 10:00")) as set_by_hand:
        yield set_by_hand


@pytest.fixture
def sitting(desk: Desk, first: Place, clock: Clock) -> MeetingId:
    meeting = desk.meetings.new("Working Party on Shipping", date(2026, 11, 25))
    desk.meetings.save(meeting)
    return meeting.id


def kept(desk: Desk, made: Annotation) -> Annotation:
    found = desk.annotations.get(made.id)
    assert found is not None
    return found


def note(desk: Desk, place: Place, text: str) -> Annotation:
    made = desk.annotations.new(place, AnnotationKind.NOTE, text=text)
    desk.annotations.save(made)
    return made


def test_what_was_said_keeps_its_order(desk: Desk, first: Place, sitting: MeetingId, clock: Clock) -> None:
    said = [f"remark number {number}" for number, _ in enumerate(JUMPS)]
    for text, jump in zip(said, JUMPS, strict=True):
        desk.meetings.capture(sitting, f"FR + {text}", at_hand=first)
        clock.jump(jump)
    assert [one.text for one in desk.meetings.interventions_for_document(first.document)] == said
    assert [one.text for one in desk.meetings.interventions_for_place(first)] == said
    assert [one.text for one in desk.meetings.interventions(sitting)] == said


def test_of_two_states_of_a_note_the_later_one_has_the_later_moment(desk: Desk, first: Place, clock: Clock) -> None:
    made = note(desk, first, "0")
    moments = []
    for number, jump in enumerate(JUMPS, start=1):
        clock.jump(jump)
        desk.annotations.save(replace(made, text=str(number)))
        moments.append(kept(desk, made).modified)
    assert all(before < after for before, after in pairwise(moments))


def test_undo_goes_back_step_by_step(desk: Desk, first: Place, clock: Clock) -> None:
    made = note(desk, first, "0")
    for number, jump in enumerate(JUMPS, start=1):
        clock.jump(jump)
        desk.annotations.save(replace(made, text=str(number), tags=(str(number),)))
    for number in reversed(range(1, len(JUMPS))):
        desk.history.undo()
        assert kept(desk, made).text == str(number)


CENTURIES = ("1970-01-01 00:00:10", "1979-12-31 23:59", "2038-01-19 03:14:08", "2100-02-28 23:59", "2108-01-01 00:00")


@pytest.mark.parametrize("year", CENTURIES)
def test_everything_continues_in_another_century(
    tmp_path: Path, clock: Clock, year: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.now = moment(year)
    word, package, backup = tmp_path / "a.docx", tmp_path / "a.ddpack", tmp_path / "a.zip"
    library = ("--library", str(tmp_path / "century"))
    for words in (
        ("import", str(quiet_hours(tmp_path))),
        ("annotate", "#1", "1", "--kind", "note", "--text", "kept", "--visibility", "circulation"),
        ("position-set", "#1", "1", "--comment", "kept"),
        ("search", "after:1960 ports"),
        ("export", "position", "#1", "--output", str(word)),
        ("export", "annotated", "#1", "--output", str(tmp_path / "b.docx")),
        ("annotations-export", str(tmp_path / "a.jsonld")),
        ("pack", str(package)),
        ("backup", str(backup)),
        ("check",),
    ):
        assert main([*library, *words]) == 0, (words, capsys.readouterr().err)
    assert docx.Document(str(word)).tables
    for file in (word, package, backup):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
    other = ("--library", str(tmp_path / "another"))
    assert main([*other, "unpack", str(package)]) == 0
    assert main(["--library", str(tmp_path / "third"), "restore", str(backup)]) == 0
    assert main([*library, "annotations"]) == 0
    assert "kept" in capsys.readouterr().out


def test_what_is_due_changes_with_the_zone_and_not_what_is_kept(desk: Desk, first: Place, clock: Clock) -> None:
    due = moment("2026-11-26 22:30")
    made = replace(note(desk, first, "due"), due=due)
    desk.annotations.save(made)
    seen = []
    for zone in ("Europe/Lisbon", "Europe/Athens"):
        in_zone(clock, zone)
        groups = desk.annotation_list.due(clock.now)
        seen += [group.key for group in groups]
        assert kept(desk, made).due == due
    assert seen == [Deadline.TOMORROW, Deadline.LATER]


ONE = DocumentId(1)


def put(edit: HistoryEdit, value: object) -> Changes:
    return Changes(documents=frozenset({DocumentId(int(str(value)))}))


def test_undo_puts_the_value_before_and_redo_the_value_after_until_a_new_edit() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put)
    assert history.undo().documents == {1}
    assert history.redo().documents == {2}
    history.undo()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 3), put)
    assert history.next_redo() is None


def test_typing_in_another_place_or_after_a_choice_is_another_edit() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 2, 3), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "other", 5, 6), put, typed=True)
    history.undo()
    undone = history.next_undo()
    assert undone is not None
    assert (undone.before, undone.after) == (1, 3)
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 2, 3), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 3, 4), put, typed=True)
    assert history.undo().documents == {2}
    assert history.undo().documents == {1}


def test_an_edit_that_cannot_be_undone_is_not_forgotten() -> None:
    history = History()

    def fails(edit: HistoryEdit, value: object) -> Changes:
        raise OSError

    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), fails)
    try:
        history.undo()
    except OSError:
        assert history.next_undo() is not None


def test_what_was_done_to_one_document_is_forgotten_alone() -> None:
    history = History()
    for document in (ONE, DocumentId(2), ONE):
        history.record(HistoryEdit(EditSubject.POSITION, document, "k", 1, 2), put)
    history.undo()
    history.drop_document(ONE)
    undo, redo = history.next_undo(), history.next_redo()
    assert undo is not None
    assert (undo.document, redo) == (2, None)


def test_the_same_edit_done_twice_is_undone_in_its_order() -> None:
    history = History()
    for key, before, after in (("k", 1, 2), ("other", 5, 6), ("k", 1, 2)):
        history.record(HistoryEdit(EditSubject.POSITION, ONE, key, before, after), put)
    for _ in range(3):
        history.undo()
    for _ in range(3):
        history.redo()
    undone = []
    while edit := history.next_undo():
        undone.append(edit.key)
        history.undo()
    assert undone == ["k", "other", "k"]

"""Whatever the computer's clock does, interventions and actions keep their order, and nothing fails."""

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
from delegate_desk.core.documents.document import Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.desk import Desk
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

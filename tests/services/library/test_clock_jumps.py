"""Whatever the clock of the computer does, what was said and done keeps its order, and nothing fails for it."""

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
from delegate_desk.core.annotations.annotation_list import Deadline, deadline
from delegate_desk.core.documents.document import Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours
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
    """A note as it is in the library."""
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


def test_the_latest_stance_counts_in_the_matrix(desk: Desk, first: Place, sitting: MeetingId, clock: Clock) -> None:
    desk.meetings.capture(sitting, "FR + first", at_hand=first)
    clock.jump(-30 * HOUR)
    desk.meetings.capture(sitting, "FR - then", at_hand=first)
    cells = desk.meetings.matrix(sitting).cells
    assert [str(one.stance) for one in cells.values()] == ["oppose"]


def test_an_answer_stands_behind_what_it_answers(desk: Desk, first: Place, clock: Clock) -> None:
    asked = note(desk, first, "asked")
    texts = []
    for number, jump in enumerate(JUMPS):
        clock.jump(jump)
        answer = desk.annotations.reply(asked, f"answer {number}")
        desk.annotations.save(answer)
        texts.append(answer.text)
    found = sorted(desk.annotations.all(), key=lambda one: one.created)
    assert [one.text for one in found] == ["asked", *texts]


def test_of_two_states_of_a_note_the_later_one_bears_the_later_moment(desk: Desk, first: Place, clock: Clock) -> None:
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


def test_the_history_of_a_field_tells_each_change_in_order(desk: Desk, first: Place, clock: Clock) -> None:
    desk.positions.set_delegation("EL")
    texts = [f"comment {number}" for number, _ in enumerate(JUMPS)]
    for text, jump in zip(texts, JUMPS, strict=True):
        item = desk.positions.get(first.document).entry_at(first.address)
        desk.positions.set_item(first.document, replace(item, comment=text))
        clock.jump(jump)
    told = [one.after for one in desk.position_versions.changes(first.document)]
    assert told == texts[::-1]


def test_the_copy_that_came_last_is_the_one_that_a_name_means(
    desk: Desk, first: Place, clock: Clock, tmp_path: Path
) -> None:
    clock.jump(-1000 * HOUR)
    again = quiet_hours(tmp_path, name="again.txt", text=QUIET_HOURS + "\n9. One more.\n")
    came = next(iter(desk.documents.add(desk.documents.read(again)).documents))
    name = desk.documents.get(came).name
    assert desk.documents.find(name).id == came


CENTURIES = ("1970-01-01 00:00:10", "1979-12-31 23:59", "2038-01-19 03:14:08", "2100-02-28 23:59", "2108-01-01 00:00")


@pytest.mark.parametrize("year", CENTURIES)
def test_everything_goes_on_in_another_century(
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


@pytest.mark.parametrize(
    ("zone", "now", "due", "seen"),
    [
        ("Europe/Brussels", "2026-03-28 22:30", "2026-03-29 21:00", Deadline.TOMORROW),  # the night has 23 hours
        ("Europe/Brussels", "2026-10-24 22:30", "2026-10-25 22:30", Deadline.TODAY),  # 24 hours on, still that day
        ("Europe/Athens", "2026-11-25 22:30", "2026-11-26 21:00", Deadline.TODAY),  # it is the 26th there
        ("America/New_York", "2026-11-25 22:30", "2026-11-26 21:00", Deadline.TOMORROW),
        ("Pacific/Kiritimati", "2026-11-25 12:00", "2026-11-25 11:59", Deadline.OVERDUE),
        ("Europe/Brussels", "2099-12-31 22:30", "2100-01-01 12:00", Deadline.TOMORROW),
        ("Europe/Brussels", "1970-01-01 00:00", "1970-01-01 12:00", Deadline.TODAY),
    ],
)
def test_due_is_by_the_calendar_of_where_one_is(clock: Clock, zone: str, now: str, due: str, seen: Deadline) -> None:
    in_zone(clock, zone)
    assert deadline(moment(due), moment(now)) is seen


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

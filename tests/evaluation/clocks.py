"""A library under a clock that jumps: random actions, jumps and time zones; checks order and history."""

import os
import random
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.annotations.annotation_list import Deadline, deadline
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.desk import Desk, open_desk
from support.document_values import quiet_hours, take_in
from support.fake_clock import Clock, clocked, in_zone

ZONES = ("UTC", "Europe/Brussels", "Europe/Athens", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu")
JUMPS = (0.001, 1.0, 60.0, 3600.0, 86_400.0, 40 * 86_400.0, 365.25 * 86_400.0, 30 * 365.25 * 86_400.0)
"""Seconds forwards or backwards, of which a random part is used."""
EARLIEST, LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2199, 12, 30, tzinfo=UTC)
_CHANGES = (datetime(2026, 3, 29, 0, 59, 58, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, 58, tzinfo=UTC))


@dataclass
class Score:
    """The actions, and the failed checks."""

    lives: int = 0
    acts: int = 0
    jumps: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Life:
    """One library, its expected contents, and its clock."""

    desk: Desk
    place: Place
    meeting: MeetingId
    clock: Clock
    rng: random.Random
    score: Score
    said: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    note: Annotation | None = None
    states: list[datetime] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def jump(self) -> None:
        """Change the clock or the time zone."""
        rng = self.rng
        if rng.random() < 0.1:
            self.clock.now = rng.choice(_CHANGES)
        elif rng.random() < 0.2:
            in_zone(self.clock, rng.choice(ZONES))
        else:
            there = self.clock.now + timedelta(seconds=rng.choice((-1, 1)) * rng.random() * rng.choice(JUMPS))
            self.clock.now = min(max(there, EARLIEST), LATEST)
        self.score.jumps += 1

    def act(self) -> None:
        """Do one action."""
        desk, number = self.desk, self.score.acts
        self.score.acts += 1
        kind = self.rng.randrange(5)
        if kind == 0:
            self.said.append(f"remark {number}")
            desk.meetings.capture(self.meeting, f"FR + remark {number}", at_hand=self.place)
        elif kind == 1:
            item = desk.positions.get(self.place.document).entry_at(self.place.address)
            desk.positions.set_item(self.place.document, replace(item, comment=f"comment {number}"))
            self.comments.append(f"comment {number}")
        elif kind == 2 or self.note is None:
            made = self.note or desk.annotations.new(self.place, AnnotationKind.NOTE)
            due = self.clock.now + timedelta(hours=self.rng.randrange(-50, 50))
            self.note = replace(made, text=f"state {number}", due=due)
            desk.annotations.save(self.note)
            kept = desk.annotations.get(made.id)
            assert kept is not None
            self.states.append(kept.modified)
            self.hold(kept.due == due, "a deadline is not what was set")
        elif kind == 3:
            answer = desk.annotations.reply(self.note, f"answer {number}")
            desk.annotations.save(answer)
            self.answers.append(answer.text)
        else:
            self.undo()
        self.look()

    def undo(self) -> None:
        """Undo the last change of a note, and redo it."""
        assert self.note is not None
        changed = replace(self.note, tags=(f"t{self.score.acts}",))
        self.desk.annotations.save(changed)
        self.desk.history.undo()
        kept = self.desk.annotations.get(self.note.id)
        self.hold(kept is not None and kept.tags == self.note.tags, "undo brought another state back")

    def hold(self, right: bool, fault: str) -> None:
        """Record a failed check."""
        if not right:
            self.score.faults.append(f"{fault}, at {self.clock.now} in {os.environ.get('TZ')}")

    def look(self) -> None:
        """Check that all interventions are there in order, and that deadlines are right by the calendar."""
        desk, now = self.desk, self.clock.now
        said = [one.text for one in desk.meetings.interventions_for_document(self.place.document)]
        self.hold(said == self.said, "what was said is in another order")
        if self.note is not None:
            thread = sorted(desk.annotations.all(), key=lambda one: one.created)
            texts = [one.text for one in thread if one.reply_to]
            self.hold(texts == self.answers, "answers are in another order")
            due = self.note.due
            assert due is not None
            seen, days = deadline(due, now), (due.astimezone().date() - now.astimezone().date()).days
            right = Deadline.OVERDUE if due < now else (Deadline.TODAY, Deadline.TOMORROW, Deadline.LATER)[min(days, 2)]
            self.hold(seen is right, "what is due is told wrong")
        self.hold(all(a <= b for a, b in pairwise(self.states)), "a later state bears an earlier moment")

    def end(self) -> None:
        """The history of the field is listed newest first, partly combined; nothing is listed that did not happen."""
        told = [one.after for one in self.desk.position_versions.changes(self.place.document, field="comment")][::-1]
        order = [self.comments.index(text) for text in told if text in self.comments]
        self.hold(len(order) == len(told) and order == sorted(order), "the history of a field is in another order")
        self.hold(not self.comments or told[-1:] == self.comments[-1:], "the history lacks the last change")
        self.hold(self.desk.check().ok, "the library is not whole")


def live(score: Score, rng: random.Random, acts: int = 30) -> None:
    """Work on one library with a clock that jumps before every second action."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        with open_desk(Path(folder) / "library") as desk:
            document = take_in(desk, quiet_hours(Path(folder)))
            with clocked(patch, datetime(2026, 11, 25, 10, tzinfo=UTC)) as clock:
                meeting = desk.meetings.new("Working Party", date(2026, 11, 25))
                desk.meetings.save(meeting)
                desk.positions.set_delegation("EL")
                life = Life(desk, Place(document, Address("para_1")), meeting.id, clock, rng, score)
                for _ in range(acts):
                    if rng.random() < 0.5:
                        life.jump()
                    life.act()
                life.end()
                clock.now = datetime(2026, 11, 25, 10, tzinfo=UTC)
        score.lives += 1


def run(lives: int, seed: int, until: float = float("inf")) -> Score:
    """Run some lives, fewer if the time is up."""
    score, rng = Score(), random.Random(seed)
    while score.lives < lives and (not score.lives or time.monotonic() < until):
        live(score, rng)
    return score


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """Run lives until the time is up, at least one.

    Returns:
        True if all checks passed, and the figure in words.
    """
    score = run(10**6, seed, time.monotonic() + seconds)
    said = (
        f"{score.acts} acts in {score.lives} libraries under {score.jumps} jumps of clock and zone, 1970 to 2199: "
        f"{len(score.faults)} out of order or with a wrong deadline"
    )
    return not score.faults, "; ".join([said, *score.faults[:3]])

"""The window with a changing clock: a deadline typed in summer for winter, and a changed time zone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.gui.annotations.annotation_fields import DueEdit
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.labels import terms
from support.fake_clock import Clock, clocked, in_zone, moment
from support.main_windows import settle


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    with clocked(monkeypatch, moment("2026-07-14 10:00")) as set_by_hand:
        yield set_by_hand


@pytest.mark.parametrize(
    ("zone", "now", "typed", "due"),
    [
        ("Europe/Brussels", "2026-07-14 10:00", "14.1. 12:00", "2027-01-14 11:00"),  # winter is an hour behind
        ("Europe/Brussels", "2026-07-14 10:00", "14.8. 12:00", "2026-08-14 10:00"),
        ("Europe/Brussels", "2026-01-14 10:00", "2026-07-14 12:00", "2026-07-14 10:00"),
        ("Europe/Brussels", "2026-10-24 10:00", "+1", "2026-10-25 22:59"),  # the night between is an hour longer
        ("Europe/Athens", "2026-03-28 10:00", "29.3. 12:00", "2026-03-29 09:00"),
        ("Europe/Brussels", "2026-07-14 10:00", "2100-01-14 12:00", "2100-01-14 11:00"),
    ],
)
def test_a_deadline_is_by_the_clock_of_its_own_day(
    qapp: QApplication, clock: Clock, zone: str, now: str, typed: str, due: str
) -> None:
    in_zone(clock, zone)
    clock.now = moment(now)
    edit = DueEdit()
    edit.setText(typed)
    edit.textEdited.emit(typed)
    assert edit.due == moment(due)


def test_the_zone_may_change_while_the_window_is_open(window: MainWindow, first: Place, clock: Clock) -> None:
    in_zone(clock, "Europe/Brussels")
    desk = window.desk
    made = desk.annotations.new(first, AnnotationKind.NOTE, text="due")
    made = replace(made, due=moment("2026-07-15 09:00"))
    desk.annotations.save(made)
    assert made.due
    assert "11:00" in terms.format_timestamp(made.due)
    clock.travel("Europe/Lisbon")
    window.list_controller.count_due()  # as every half minute
    settle(window)
    assert "10:00" in terms.format_timestamp(made.due)


def test_what_is_due_is_told_right_after_the_clock_was_put_right(
    window: MainWindow, first: Place, clock: Clock
) -> None:
    soon, late = "1 due within a day", "1 overdue"
    made = window.desk.annotations.new(first, AnnotationKind.NOTE, text="due")
    window.desk.annotations.save(replace(made, due=clock.now + timedelta(hours=5)))
    for jump, counted in ((0, soon), (6, late), (-100, ""), (94, soon), (24 * 27_000, late)):
        clock.jump(timedelta(hours=jump))
        window.list_controller.count_due()
        settle(window)
        assert window.ui.due_button.text() == counted

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.jobs import LatestOnly


@pytest.fixture
def owner() -> QObject:
    return QObject()


def until_stopped(stopped: Callable[[], bool]) -> str:
    while not stopped():
        pass
    return "stale"


def test_a_newer_question_stops_the_one_under_way_and_is_answered_alone(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    newest, answers = LatestOnly(tasks, owner), list[str]()
    newest.run(until_stopped, answers.append)
    newest.run(lambda _: "never begun", answers.append)
    newest.run(lambda _: "newest", answers.append)
    assert newest.is_busy
    qtbot.waitUntil(lambda: not newest.is_busy)
    tasks.wait()
    assert answers == ["newest"]


def test_what_is_dropped_is_not_heard_of_again(tasks: Tasks, owner: QObject) -> None:
    newest, answers = LatestOnly(tasks, owner), list[str]()
    newest.run(until_stopped, answers.append)
    newest.cancel()
    tasks.wait()
    assert not answers
    newest.run(lambda _: "next", answers.append)
    tasks.wait()
    assert answers == ["next"]


def test_a_question_that_fails_is_told_and_the_next_is_answered(tasks: Tasks, owner: QObject) -> None:
    newest, answers, errors = LatestOnly(tasks, owner), list[str](), list[Exception]()

    def fail(_: Callable[[], bool]) -> str:
        raise OSError

    newest.run(fail, answers.append, errors.append)
    newest.run(lambda _: "next", answers.append)
    tasks.wait()
    assert answers == ["next"]
    assert len(errors) == 1

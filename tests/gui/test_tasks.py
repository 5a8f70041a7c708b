import threading
from collections.abc import Callable, Generator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui import tasks as module
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.jobs import Autosave, LatestOnly

CHANGES = Changes(documents=frozenset({DocumentId(1)}))


def test_writes_run_one_at_a_time_in_order_and_tell_what_changed(tasks: Tasks) -> None:
    order: list[int] = []
    told: list[Changes] = []
    tasks.changed.connect(told.append)

    def job(n: int) -> Changes:
        order.append(n)
        return CHANGES

    for n in range(20):
        tasks.write(partial(job, n))
    tasks.wait()
    assert order == list(range(20))
    assert told == [CHANGES] * 20


def test_a_result_is_brought_home_to_the_windows_thread(tasks: Tasks) -> None:
    brought: list[tuple[int, bool]] = []
    tasks.read(lambda: 7, lambda n: brought.append((n, threading.current_thread() is threading.main_thread())))
    tasks.wait()
    assert brought == [(7, True)]


def test_an_error_is_told_to_the_one_who_asked_and_else_to_all(tasks: Tasks) -> None:
    asked: list[Exception] = []
    all_: list[Exception] = []
    tasks.failed.connect(all_.append)
    tasks.read(lambda: 1 // 0, lambda _: None, failed=asked.append)
    tasks.wait()
    assert ([type(e) for e in asked], all_) == ([ZeroDivisionError], [])
    tasks.write(lambda: Changes(documents=frozenset({DocumentId(1 // 0)})))
    tasks.wait()
    assert [type(e) for e in all_] == [ZeroDivisionError]


def test_a_job_reports_its_progress_in_more_than_a_number_of_qt_holds_and_stops_between_steps(
    tasks: Tasks, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    steps: list[int] = []
    results: list[str] = []

    def job() -> Generator[tuple[int, int], None, str]:
        for n in range(3):
            steps.append(n)
            yield 3_000_000_000 + n, 9_000_000_000
            go_on.wait(300)
        return "whole"

    with qtbot.waitSignal(tasks.progressed) as told:
        ticket = tasks.read(job, results.append, what="Counting")
    assert told.args == ["Counting", 3_000_000_000, 9_000_000_000]
    ticket.cancel()
    go_on.set()
    tasks.wait()
    assert steps in ([0], [0, 1])  # the second may be running when the job is cancelled
    assert results == []


def test_a_job_started_by_a_result_is_waited_for_too(tasks: Tasks) -> None:
    results: list[int] = []

    def go_on(n: int) -> None:
        results.append(n)
        tasks.read(lambda: n + 1, results.append)

    tasks.read(lambda: 1, go_on)
    tasks.wait()
    assert results == [1, 2]


def test_a_result_for_a_view_that_was_closed_is_dropped(tasks: Tasks) -> None:
    class View(QObject):
        def show(self, _: int) -> None:
            raise AssertionError

    view = View()
    tasks.read(lambda: 1, view.show)
    delete(view)
    tasks.wait()


def test_of_what_is_typed_the_newest_alone_is_saved_beside_the_window_and_told_of_once(tasks: Tasks) -> None:
    go_on = threading.Event()
    threads: set[threading.Thread] = set()
    saved: list[int] = []
    told: list[Changes] = []
    done: list[int] = []
    tasks.changed.connect(told.append)

    def save(n: int) -> Changes:
        go_on.wait(300)
        threads.add(threading.current_thread())
        saved.append(n)
        return CHANGES

    def note(n: int, _: Changes) -> None:
        done.append(n)

    for n in range(5):
        tasks.write_typed("a note", partial(save, n), partial(note, n), lambda _: None)
    go_on.set()
    tasks.wait()
    assert (saved[-1], done[-1]) == (4, 4)
    assert len(saved) == len(done) <= 2  # the first may have started before the others were added
    assert told == [CHANGES]
    assert threading.main_thread() not in threads


def test_what_is_typed_after_another_write_is_saved_after_it(tasks: Tasks) -> None:
    go_on = threading.Event()
    order: list[str] = []

    def job(name: str) -> Changes:
        go_on.wait(300)
        order.append(name)
        return CHANGES

    for name in ("first", "typed"):
        tasks.write_typed("a note", partial(job, name), lambda _: None, lambda _: None)
    tasks.write(partial(job, "undo"))
    tasks.write_typed("a note", partial(job, "typed again"), lambda _: None, lambda _: None)
    go_on.set()
    tasks.wait()
    assert order[-3:] == ["typed", "undo", "typed again"]


def test_no_write_waits_for_what_is_imported(tasks: Tasks) -> None:
    go_on = threading.Event()
    order: list[str] = []

    def slow() -> Changes:
        go_on.wait(300)
        order.append("brought in")
        return CHANGES

    def quick() -> Changes:
        order.append("written")
        go_on.set()
        return CHANGES

    tasks.write(slow, behind=True)
    tasks.write(quick)
    tasks.wait()
    assert order == ["written", "brought in"]


def test_nothing_begins_once_the_tasks_are_closed(tasks: Tasks) -> None:
    done: list[object] = []
    tasks.close()
    tasks.read(lambda: 1, done.append)
    tasks.write(Changes, done.append)
    tasks.wait()
    assert not done
    assert not tasks.is_busy


def test_who_waits_for_a_job_is_let_go_of_on_the_windows_thread(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    class Waiting:
        def __del__(self) -> None:
            ended_on.append(threading.current_thread())

        def job(self) -> int:
            return 1

        def done(self, _: int) -> None: ...

    ended_on: list[threading.Thread] = []
    is_over = threading.Event()
    monkeypatch.setattr(module._log, "debug", lambda *_: is_over.wait(60))  # the last job of the thread
    waiting = Waiting()
    tasks.read(waiting.job, waiting.done)
    del waiting
    tasks.wait()
    is_over.set()
    assert ended_on == [threading.main_thread()]


def until_stopped(stopped: Callable[[], bool]) -> str:
    while not stopped():
        pass
    return "stale"


def test_a_newer_question_stops_the_one_under_way_and_is_answered_alone(tasks: Tasks, qtbot: QtBot) -> None:
    newest, answers = LatestOnly(tasks, tasks), list[str]()
    newest.run(until_stopped, answers.append)
    newest.run(lambda _: "never begun", answers.append)
    newest.run(lambda _: "newest", answers.append)
    assert newest.is_busy
    qtbot.waitUntil(lambda: not newest.is_busy)
    tasks.wait()
    assert answers == ["newest"]


def test_what_is_dropped_is_not_heard_of_again(tasks: Tasks) -> None:
    newest, answers = LatestOnly(tasks, tasks), list[str]()
    newest.run(until_stopped, answers.append)
    newest.cancel()
    tasks.wait()
    assert not answers
    newest.run(lambda _: "next", answers.append)
    tasks.wait()
    assert answers == ["next"]


def test_a_question_that_fails_is_told_and_the_next_is_answered(tasks: Tasks) -> None:
    newest, answers, errors = LatestOnly(tasks, tasks), list[str](), list[Exception]()

    def fail(_: Callable[[], bool]) -> str:
        raise OSError

    newest.run(fail, answers.append, errors.append)
    newest.run(lambda _: "next", answers.append)
    tasks.wait()
    assert answers == ["next"]
    assert len(errors) == 1


def test_a_text_loaded_before_a_letter_was_saved_is_older_also_when_it_arrives_after(tasks: Tasks) -> None:
    saving, may_save = Autosave(tasks), threading.Event()

    def save() -> Changes:
        assert may_save.wait(300)
        return Changes()

    saving.write(tasks, save)
    saving.note_load()  # reads the text of before: the letter still waits for the writer
    may_save.set()
    tasks.wait()
    assert not saving.is_dirty
    assert saving.is_ahead
    saving.note_load()
    assert not saving.is_ahead

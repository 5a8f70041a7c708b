from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.gui.safety.suspend_lock import SuspendLock
from support.logind_bus import DAEMON, Bus, private_bus


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    if DAEMON is None:
        pytest.skip("dbus-daemon is not installed")
    with private_bus() as made:
        yield made


def test_sleep_is_reported_and_waits_until_it_may_come(bus: Bus, qtbot: QtBot) -> None:
    sleep = SuspendLock(bus.address)
    assert (sleep.is_available, sleep._lock is not None, bus.is_held()) == (True, True, True)
    with qtbot.waitSignal(sleep.about_to_sleep):
        bus.tell("sleep")
    assert bus.is_held()
    sleep.release()
    assert sleep._lock is None
    qtbot.waitUntil(lambda: not bus.is_held())


def test_where_nobody_reports_sleep_nothing_breaks(tmp_path: Path) -> None:
    sleep = SuspendLock(f"unix:path={tmp_path}/none")
    assert sleep._lock is None
    sleep.release()

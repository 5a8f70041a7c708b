"""Shared fixtures of all tests: no screen, no user settings, a real desk in a temporary folder."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

import dev
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.search import search
from delegate_desk.storage.db import database, passphrase
from support.copied_schema import copied_schema
from support.document_values import quiet_hours, take_in
from support.libreoffice import Soffice
from support.shared_processes import shared_processes

# A busy machine must not fail a test: no test has a deadline, and a wait ends when its condition holds. Each run uses
# the same forty values of each kind; `dev.py endure` uses a hundred new ones with --hypothesis-profile=random.
settings.register_profile("same", settings(), deadline=None, database=None, derandomize=True, max_examples=40)
settings.register_profile("random", settings(), deadline=None, database=None, derandomize=False, print_blob=True)
settings.load_profile("same")
for waits in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback):
    waits.__kwdefaults__ = {**(waits.__kwdefaults__ or {}), "timeout": 300_000}

if Path(sys.prefix) == dev.VENV:
    dev.USE.begin()  # so that nobody changes it meanwhile

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DELEGATE_DESK_SHARED", ROOT.parent / "shared"))

SLOW = {"test_auditors.py", "test_by_ear.py", "test_every_key.py", "test_every_screen.py", "test_in_the_meeting.py"}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Exempt all modules from garbage collection, which would look through them hundreds of times."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the longest tests, so that no process is left waiting at the end."""
    items.sort(key=lambda item: item.path.name not in SLOW)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [tmp_path_factory.mktemp("home")]


@pytest.fixture(autouse=True)
def _nothing_of_ones_own(
    _homes: list[Path], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, logs and libraries of a test are in a new folder."""
    if any(_homes[-1].iterdir()):
        _homes.append(tmp_path_factory.mktemp("home"))
    home = _homes[-1]
    for name, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.delenv("DELEGATE_DESK_LIBRARY", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _little_set_up() -> Iterator[None]:
    """Share the processes that read and compare, copy the database of a new library, derive keys with little work.

    Nothing is synchronised with the disk, because no test cuts the power. Suggestions have time on any machine.
    Programs started by a test work normally.
    """
    with shared_processes(), copied_schema(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "_MEMORY", 64)
        patch.setattr(passphrase, "_PASSES", 1)
        patch.setattr(search, "_SECONDS", 300.0)
        patch.setattr(search, "_SECONDS_TYPING", 300.0)
        patch.setattr(os, "fsync", lambda descriptor: None)
        patch.setattr(database, "_SYNCHRONOUS", dict.fromkeys((False, True), "OFF"))
        yield


@pytest.fixture
def shared() -> Path:
    """The folder of real documents next to the project; a test that needs it is skipped if it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is absent")
    return SHARED


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Soffice:
    """LibreOffice with one profile for all tests of this process, which takes seconds to make."""
    return Soffice(tmp_path_factory.mktemp("soffice"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a library, still empty."""
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder of another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A real desk on an empty library."""
    with open_desk(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """A colleague's empty library."""
    with open_desk(tmp_path / "other") as opened:
        yield opened


@pytest.fixture
def third(tmp_path: Path) -> Iterator[Desk]:
    """The library of a third person."""
    with open_desk(tmp_path / "third") as opened:
        yield opened


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> DocumentId:
    """The number of a short document in the desk."""
    return take_in(desk, quiet_hours(tmp_path))


@pytest.fixture
def first(held: DocumentId) -> Place:
    """The first paragraph of the document."""
    return Place(held, Address("para_1"))

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.meetings.voting import Figures
from delegate_desk.storage.db import migrations
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.meetings import VotingStore

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VotingStore]:
    with contextlib.closing(Database(tmp_path / "library")) as opened:
        yield VotingStore(opened)


def test_figures_come_back_as_they_were_kept(store: VotingStore) -> None:
    assert store.all() == []
    store.save(Figures(2027, {"DE": 2, "FR": 1}, True, "a"), NOW)
    store.save(Figures(2026, {"DE": 9000, "FR": 1000}, False, "b"), NOW)
    store.save(Figures(2027, {"DE": 3}, True, "c"), NOW)
    assert store.all() == [
        Figures(2026, {"DE": 9000, "FR": 1000}, False, "b", NOW),
        Figures(2027, {"DE": 3}, True, "c", NOW),
    ]
    store.remove(2026)
    assert [one.year for one in store.all()] == [2027]


def test_a_library_that_kept_no_figures_keeps_them(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    before = next(n for n, step in enumerate(migrations.STEPS) if "voting_year" in step)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with contextlib.closing(Database(folder)) as database:
        VotingStore(database).save(Figures(2026, {"DE": 1}, True, "a"), NOW)
        assert VotingStore(database).all()[0].year == 2026
    assert (folder / "backups" / f"library-before-step-{before + 1}.sqlite3").is_file()

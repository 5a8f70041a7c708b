"""The database of a new library as a copy: running its steps for each took most of a small test's time."""

import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.storage.db import migrations


@contextmanager
def copied_schema() -> Iterator[None]:
    """Copy an empty database that has taken all steps instead of running them."""
    take_steps, whole = migrations.migrate, migrations.STEPS
    turn = threading.Lock()  # of two threads that open one new library, the second finds the copy

    def migrate(
        connection: sqlite3.Connection, file: Path, steps: tuple[str, ...] = whole, cipher: Cipher = PLAIN
    ) -> None:
        with turn:
            if steps is whole and not cipher.seals and migrations.version(connection) == 0:
                empty.execute("UPDATE person SET id = ?", [str(uuid.uuid4())])  # no two libraries share it
                empty.backup(connection)
        take_steps(connection, file, steps, cipher)

    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(memory) as empty, pytest.MonkeyPatch.context() as patch:
        take_steps(empty, Path())
        patch.setattr(migrations, "migrate", migrate)
        yield

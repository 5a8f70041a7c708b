"""When what is ours changed last, in the database: the tables themselves note it."""

from collections.abc import Iterable

from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.database import Database


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a thing of ours changed.

    Attributes:
        number: Of the change, from 1, each larger than those before.
        moment: As packages write it; to the millisecond.
        gone: True if it was removed.
        sent: True if it ever left in a package.
    """

    kind: str
    key: str
    number: int
    timestamp: str
    is_deleted: bool
    sent: bool


class StampStore:
    """The table of stamps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[tuple[str, str], Stamp]:
        """All there are, by kind and key: what was not changed since there are stamps has none."""
        with self._database.read() as connection:
            found = connection.execute("SELECT kind, key, number, moment, gone, sent FROM stamp").fetchall()
        return {(row[0], row[1]): Stamp(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5])) for row in found}

    def mark(self) -> int:
        """The number of the last change."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM stamp").fetchone()[0])

    def set_sent(self, things: Iterable[tuple[str, str, str]]) -> None:
        """Keep that things left: kind, key and the moment that they bore."""
        with self._database.write() as connection:
            for kind, key, moment in things:
                connection.execute(
                    """
                    INSERT INTO stamp (kind, key, number, moment, gone, sent) VALUES (?, ?, 0, ?, 0, 1)
                    ON CONFLICT (kind, key) DO UPDATE SET sent = 1
                    """,
                    (kind, key, moment),
                )

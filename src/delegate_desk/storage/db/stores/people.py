"""People in the database, and what of theirs is here."""

from collections.abc import Iterable
from datetime import datetime

from delegate_desk.core.exchange.people import KnownPerson, Person, PersonId
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import rows


class PeopleStore:
    """The table of people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own_person(self) -> Person:
        """Who writes here."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT id, name, coalesce((SELECT delegation FROM library), '') FROM person WHERE ours"
            ).fetchone()
        return Person(PersonId(row[0]), row[1], row[2], is_own=True)

    def set_name(self, name: str) -> None:
        """Keep what we call ourselves."""
        with self._database.write() as connection:
            connection.execute("UPDATE person SET name = ? WHERE ours", (name,))

    def all(self) -> list[Person]:
        """Everybody, ours first."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT id, name, CASE WHEN ours THEN coalesce((SELECT delegation FROM library), '')
                    ELSE delegation END, ours FROM person ORDER BY ours DESC, name, delegation, id
                """
            ).fetchall()
        return [Person(PersonId(row[0]), row[1], row[2], is_own=bool(row[3])) for row in found]

    def other_people(self) -> list[KnownPerson]:
        """Everybody but ours, with how much of theirs is shown here."""
        with self._database.read() as connection:
            found = rows(
                connection,
                """
                SELECT person.id, name, delegation, seen,
                    (SELECT count(*) FROM annotation WHERE author = person.id AND trashed IS NULL) AS notes,
                    (SELECT count(*) FROM received WHERE author = person.id AND kind = 'line' AND NOT gone
                        AND NOT removed) AS lines
                FROM person WHERE NOT ours ORDER BY name, delegation, person.id
                """,
            )
        return [
            KnownPerson(
                Person(PersonId(row["id"]), row["name"], row["delegation"]),
                row["notes"],
                row["lines"],
                datetime.fromisoformat(row["seen"]) if row["seen"] else None,
            )
            for row in found
        ]

    def save_people(self, people: Iterable[Person], sender: PersonId, moment: str) -> None:
        """Keep what is said of people: what they say themselves outranks what another says, then the later counts."""
        with self._database.write() as connection:
            for one in people:
                said = (one.id == sender, moment, one.name, one.delegation)
                connection.execute(
                    "INSERT INTO person (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = ?)",
                    (one.id, one.id),
                )
                connection.execute(
                    """
                    UPDATE person SET firsthand = ?, moment = ?, name = ?, delegation = ?
                    WHERE id = ? AND NOT ours AND (firsthand, moment, name, delegation) < (?, ?, ?, ?)
                    """,
                    (*said, one.id, *said),
                )
            connection.execute(
                "UPDATE person SET seen = ? WHERE id = ? AND NOT ours AND (seen IS NULL OR seen < ?)",
                (moment, sender, moment),
            )

    def was_imported(self, package: str) -> bool:
        """True if a package was taken in before."""
        with self._database.read() as connection:
            return connection.execute("SELECT 1 FROM package_taken WHERE id = ?", (package,)).fetchone() is not None

    def record_import(self, package: str, person: PersonId, moment: str, taken: str) -> None:
        """Keep that a package was taken in."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM package_taken WHERE id = ?", (package,))
            connection.execute(
                "INSERT INTO package_taken (id, person, moment, taken) VALUES (?, ?, ?, ?)",
                (package, person, moment, taken),
            )

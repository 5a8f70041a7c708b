"""The populations that a person entered for votes, in the database."""

from datetime import datetime

from delegate_desk.core.meetings.voting import Figures
from delegate_desk.storage.db.database import Database


class VotingStore:
    """The tables of figures by year."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Figures]:
        """The figures of each year for which a person entered some, by year."""
        with self._database.read() as connection:
            years = connection.execute("SELECT year, exact, source, edited FROM voting_year ORDER BY year").fetchall()
            rows = connection.execute("SELECT voting_year, member, population FROM voting_population").fetchall()
        members: dict[int, dict[str, int]] = {}
        for year, member, population in rows:
            members.setdefault(year, {})[member] = population
        return [
            Figures(year, members[year], bool(exact), source, datetime.fromisoformat(edited))
            for year, exact, source, edited in years
        ]

    def save(self, figures: Figures, edited: datetime) -> None:
        """Keep the figures of a year, in place of others a person entered for it."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM voting_year WHERE year = ?", (figures.year,))
            connection.execute(
                "INSERT INTO voting_year (year, exact, source, edited) VALUES (?, ?, ?, ?)",
                (figures.year, figures.exact, figures.source, edited.isoformat()),
            )
            connection.executemany(
                "INSERT INTO voting_population (voting_year, member, population) VALUES (?, ?, ?)",
                [(figures.year, member, population) for member, population in figures.populations.items()],
            )

    def remove(self, year: int) -> None:
        """Forget what a person entered for a year."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM voting_year WHERE year = ?", (year,))

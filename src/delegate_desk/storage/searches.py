"""Searches in the database: those kept under a name, and the recent ones.

They may hold words of papers that are LIMITE, so they stand in the library and not among the settings.
"""

from delegate_desk.core.search import SavedSearch, Sort
from delegate_desk.storage.database import Database

KEPT = 20
"""How many recent searches are remembered."""


class SearchStore:
    """The tables of searches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved(self) -> list[SavedSearch]:
        """The searches kept, by name."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, query, sort, stemming FROM saved_search ORDER BY name").fetchall()
        return [SavedSearch(name, query, Sort(sort), bool(stemming)) for name, query, sort, stemming in rows]

    def get(self, name: str) -> SavedSearch | None:
        """The search kept under a name."""
        return next((search for search in self.saved() if search.name == name), None)

    def save(self, search: SavedSearch, seen: int) -> None:
        """Keep a search in the place of the one that has its name; ``seen`` is the last change that is not new to it."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO saved_search (name, query, sort, stemming, seen) VALUES (?, ?, ?, ?, ?)",
                (search.name, search.query, search.sort, search.stemming, seen),
            )

    def remove(self, name: str) -> None:
        """Keep a search no more."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))

    def seen(self, name: str) -> int:
        """The last change that is not new to a saved search; 0 where there is none of that name."""
        with self._database.read() as connection:
            row = connection.execute("SELECT seen FROM saved_search WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def look(self, name: str, seen: int) -> None:
        """Remember up to which change nothing is new to a saved search."""
        with self._database.write() as connection:
            connection.execute("UPDATE saved_search SET seen = ? WHERE name = ?", (seen, name))

    def recent(self) -> list[str]:
        """The recent searches, newest first, each once."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT query FROM recent_search ORDER BY number DESC").fetchall()
        return [str(row[0]) for row in rows]

    def remember(self, query: str) -> None:
        """Put a search first among the recent ones; the oldest beyond twenty are forgotten."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM recent_search WHERE query = ?", (query,))
            connection.execute("INSERT INTO recent_search (query) VALUES (?)", (query,))
            connection.execute(
                "DELETE FROM recent_search WHERE number NOT IN"
                " (SELECT number FROM recent_search ORDER BY number DESC LIMIT ?)",
                (KEPT,),
            )

    def forget_recent(self) -> None:
        """Forget all recent searches."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM recent_search")

"""Searches in the database: those kept under a name, and the recent ones.

They may hold words of papers that are LIMITE, so they stand in the library and not among the settings.
"""

from delegate_desk.core.search import SavedSearch, Sort
from delegate_desk.storage.db.database import Database

KEPT = 20
"""How many recent searches are remembered."""


class SearchStore:
    """The tables of searches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved(self) -> list[SavedSearch]:
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, query, sort, stemming FROM saved_search ORDER BY name").fetchall()
        return [SavedSearch(name, query, Sort(sort), bool(stemming)) for name, query, sort, stemming in rows]

    def get(self, name: str) -> SavedSearch | None:
        return next((search for search in self.saved() if search.name == name), None)

    def save(self, search: SavedSearch, seen: int) -> None:
        """Save a search, replacing any of the same name.

        Args:
            search: Search to save.
            seen: Number of the last change that is not new to it.
        """
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT OR REPLACE INTO saved_search (name, query, sort, stemming, seen, document, moment)
                VALUES (?, ?, ?, ?, 0, 0, '')
                """,
                (search.name, search.query, search.sort, search.stemming),
            )
            self.mark_seen(search.name, seen)

    def rename(self, name: str, new: str) -> None:
        """Rename a saved search, replacing any search of the new name; its unseen hits stay unseen."""
        with self._database.write() as connection:
            connection.execute("UPDATE OR REPLACE saved_search SET name = ? WHERE name = ?", (new, name))

    def remove(self, name: str) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))

    def mark_seen(self, name: str, seen: int) -> None:
        with self._database.write() as connection:
            connection.execute(
                """
                UPDATE saved_search SET seen = ?1,
                    document = coalesce(
                        (SELECT max(CAST(key AS INTEGER)) FROM change WHERE subject = 'document' AND number <= ?1), 0
                    ),
                    moment = coalesce(
                        (SELECT max(modified) FROM annotation
                            JOIN change ON change.subject = 'annotation' AND change.key = annotation.id
                            WHERE change.number <= ?1), ''
                    )
                WHERE name = ?2
                """,
                (seen, name),
            )

    def reset_seen(self) -> None:
        """In a rebuilt library, let numbers and moments decide which documents and notes are new to a saved search.

        Anything else changed no later than the search was looked at.
        """
        with self._database.write() as connection:
            noted = connection.execute(
                "SELECT subject, key FROM change ORDER BY subject IN ('document', 'annotation'), number"
            ).fetchall()
            seen = sum(subject not in ("document", "annotation") for subject, _ in noted)
            connection.execute("DELETE FROM change")
            connection.executemany(
                "INSERT INTO change (number, subject, key) VALUES (?, ?, ?)",
                [(number, subject, key) for number, (subject, key) in enumerate(noted, 1)],
            )
            connection.execute("UPDATE saved_search SET seen = ?", (seen,))

    def new_to(self, name: str) -> list[str]:
        """Return the items added or changed since a saved search was looked at, in the index's form: ``document 3``."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT change.subject, change.key FROM saved_search
                JOIN change ON change.number > saved_search.seen
                LEFT JOIN annotation ON change.subject = 'annotation' AND annotation.id = change.key
                WHERE saved_search.name = ? AND CASE change.subject
                    WHEN 'document' THEN CAST(change.key AS INTEGER) > saved_search.document
                    WHEN 'annotation' THEN annotation.modified > saved_search.moment
                    ELSE 1
                END
                """,
                (name,),
            )
            return [f"{subject} {key}" for subject, key in found]

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

    def clear_recent(self) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM recent_search")

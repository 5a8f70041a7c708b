"""Phrases in the database."""

from delegate_desk.core.positions.phrases import ReadyPhrase
from delegate_desk.core.text import fold
from delegate_desk.storage.db.database import Database


class PhraseStore:
    """The table of phrases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[ReadyPhrase]:
        """Every phrase, by language and keyword."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT keyword, language, text FROM phrase ORDER BY language, folded"
            ).fetchall()
        return [ReadyPhrase(*row) for row in found]

    def save(self, phrase: ReadyPhrase) -> None:
        """Keep a phrase in the place of one of its keyword and language."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO phrase (language, folded, keyword, text) VALUES (?, ?, ?, ?)",
                (phrase.language, fold(phrase.keyword), phrase.keyword, phrase.text),
            )

    def remove(self, key: tuple[str, str]) -> None:
        """Forget a phrase, by its language and its folded keyword."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM phrase WHERE language = ? AND folded = ?", key)

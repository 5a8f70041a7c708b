"""Dossiers in the database: what a person said of them, and what the texts of their documents name."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from delegate_desk.core.documents.document import Address, DocumentId, Mention
from delegate_desk.core.documents.dossier_timeline import OwnItemCounts
from delegate_desk.core.documents.dossiers import DossierAssignment, file_without_procedure
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.storage.db.database import Database

_FILE = re.compile(r"(?<![\d/])(?:19|20)\d{2}/0\d{3}(?![\d/])(?:\s?\([A-Z]{3}\))?")
_LOOKS_LIKE_FILE = "*[12][09][0-9][0-9]/0[0-9][0-9][0-9]*"
_OURS = """
    SELECT id,
        (SELECT count(*) FROM annotation WHERE annotation.document = document.id AND annotation.trashed IS NULL),
        (SELECT count(*) FROM position_item WHERE position_item.document = document.id),
        (SELECT count(*) FROM intervention JOIN line ON line.id = intervention.line
            JOIN meeting ON meeting.id = line.meeting
            WHERE intervention.document = document.id AND line.trashed IS NULL AND meeting.trashed IS NULL)
    FROM document WHERE id IN (SELECT value FROM json_each(?))
"""


class DossierStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self) -> dict[DocumentId, DossierAssignment]:
        with self._database.read() as connection:
            found = connection.execute("SELECT document, dossier, made FROM dossier_choice").fetchall()
        return {
            DocumentId(key): DossierAssignment(dossier, datetime.fromisoformat(made)) for key, dossier, made in found
        }

    def save_choices(self, choices: Mapping[DocumentId, DossierAssignment | None]) -> None:
        """Keep where documents belong, or that nothing is said of them; documents that are gone are passed over."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM dossier_choice WHERE document = ?", [(key,) for key in choices])
            connection.executemany(
                "INSERT INTO dossier_choice (document, dossier, made) SELECT id, ?, ? FROM document WHERE id = ?",
                [
                    (assignment.dossier, assignment.made.isoformat(), key)
                    for key, assignment in choices.items()
                    if assignment
                ],
            )

    def refusals(self) -> set[tuple[DocumentId, str]]:
        with self._database.read() as connection:
            found = connection.execute("SELECT document, dossier FROM dossier_refusal").fetchall()
        return {(DocumentId(key), str(dossier)) for key, dossier in found}

    def save_refusals(self, refusals: Iterable[tuple[DocumentId, str]], *, refused: bool) -> None:
        with self._database.write() as connection:
            statement = (
                "INSERT OR IGNORE INTO dossier_refusal (document, dossier) SELECT id, ? FROM document WHERE id = ?"
                if refused
                else "DELETE FROM dossier_refusal WHERE dossier = ? AND document = ?"
            )
            connection.executemany(statement, [(dossier, key) for key, dossier in refusals])

    def mentions(self, documents: Collection[DocumentId]) -> dict[DocumentId, list[Mention]]:
        """Return the mentions in some documents, each target once at its first place, in reading order."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT document, target, address, text, min(position) FROM mention
                WHERE document IN (SELECT value FROM json_each(?)) GROUP BY document, target ORDER BY document, 5
                """,
                (json.dumps(list(documents)),),
            ).fetchall()
        targets: dict[str, Reference | None] = {}
        named: dict[DocumentId, list[Mention]] = {}
        for key, printed, address, text, _ in found:
            if printed not in targets:
                targets[printed] = parse_reference(printed)
            target = targets[printed]
            if target is not None:
                named.setdefault(DocumentId(key), []).append(Mention(text, target, Address(address)))
        return named

    def files_named(self, documents: Collection[DocumentId]) -> dict[DocumentId, list[tuple[str, Address]]]:
        """The interinstitutional files that some texts name, without their procedures, with their places: slow."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT document, address, marked FROM paragraph
                WHERE document IN (SELECT value FROM json_each(?)) AND marked GLOB ? ORDER BY document, position
                """,
                (json.dumps(list(documents)), _LOOKS_LIKE_FILE),
            ).fetchall()
        named: dict[DocumentId, list[tuple[str, Address]]] = {}
        for key, address, text in found:
            for match in _FILE.finditer(text):
                named.setdefault(DocumentId(key), []).append((file_without_procedure(match.group()), Address(address)))
        return named

    def own_item_counts(self, documents: Collection[DocumentId]) -> dict[DocumentId, OwnItemCounts]:
        with self._database.read() as connection:
            found = connection.execute(_OURS, (json.dumps(list(documents)),)).fetchall()
        return {DocumentId(key): OwnItemCounts(annotations, lines, said) for key, annotations, lines, said in found}

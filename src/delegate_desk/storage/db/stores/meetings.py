"""Meetings in the database: agendas, captured lines, and their interpretation."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import (
    AgendaItem,
    CapturedLine,
    Intervention,
    InterventionId,
    LineId,
    Meeting,
    MeetingId,
)
from delegate_desk.core.meetings.voting import Figures
from delegate_desk.storage.db.record_rows import RowCodec, Store, rows

_SELECT_INTERVENTIONS = """
    SELECT intervention.* FROM intervention JOIN line ON line.id = intervention.line
    JOIN meeting ON meeting.id = line.meeting
"""

_MEETINGS = RowCodec(Meeting, "meeting")
_ITEMS = RowCodec(AgendaItem, "agenda_item")
_LINES = RowCodec(
    CapturedLine, "line", document="current_place.document", address="current_place.address", sequence="order"
)
_INTERVENTIONS = RowCodec(
    Intervention, "intervention", line="line.id", document="place.document", address="place.address"
)


class MeetingStore(Store):
    # Meetings

    def save(self, meeting: Meeting) -> None:
        with self._database.write() as connection:
            _MEETINGS.upsert(connection, meeting)
            connection.execute("DELETE FROM agenda_item WHERE meeting = ?", (meeting.id,))
            for position, item in enumerate(meeting.items):
                _ITEMS.insert(connection, [item], meeting=meeting.id, position=position)

    def get(self, key: MeetingId) -> Meeting | None:
        return next(iter(self._meetings("WHERE id = ?", (key,))), None)

    def by_reference(self, reference: Reference) -> Meeting | None:
        """Return the meeting called by a notice, unless it is in the trash."""
        return next(iter(self._meetings("WHERE reference = ? AND trashed IS NULL", (str(reference),))), None)

    def by_agenda(self, document: DocumentId) -> Meeting | None:
        """Return the meeting whose agenda was last read from a document, unless it is in the trash."""
        return next(iter(self._meetings("WHERE agenda = ? AND trashed IS NULL", (document,))), None)

    def all(self) -> list[Meeting]:
        """Return the meetings that are not in the trash, those without a date first, then the latest first."""
        return self._meetings("WHERE trashed IS NULL ORDER BY date IS NOT NULL, date DESC, time DESC, created DESC")

    def trash(self) -> list[Meeting]:
        return self._meetings("WHERE trashed IS NOT NULL ORDER BY trashed DESC, id")

    def set_trashed(self, key: MeetingId, when: datetime | None) -> None:
        self._execute("UPDATE meeting SET trashed = ? WHERE id = ?", when and when.isoformat(), key)

    def trash_time(self, key: MeetingId) -> datetime | None:
        row = self._row("SELECT trashed FROM meeting WHERE id = ?", key)
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def set_agenda(self, key: MeetingId, document: DocumentId | None) -> None:
        self._execute("UPDATE meeting SET agenda = ? WHERE id = ?", document, key)

    def agenda(self, key: MeetingId) -> DocumentId | None:
        row = self._row("SELECT agenda FROM meeting WHERE id = ?", key)
        return DocumentId(row[0]) if row and row[0] is not None else None

    # Lines

    def save_line(self, line: CapturedLine) -> None:
        """Add a captured line, or replace the line of its id; a line in the trash is restored."""
        self._save(_LINES, [line], trashed=None)

    def trash_line(self, key: LineId, when: datetime) -> None:
        """Move a line to the trash, with its interpretation."""
        with self._database.write() as connection:
            connection.execute("UPDATE line SET trashed = ? WHERE id = ?", (when.isoformat(), key))
            connection.execute("DELETE FROM intervention WHERE line = ?", (key,))

    def line(self, key: LineId) -> CapturedLine | None:
        return self._value(_LINES, "WHERE id = ?", key)

    def is_trashed(self, key: LineId) -> bool:
        return self._row("SELECT 1 FROM line WHERE id = ? AND trashed IS NOT NULL", key) is not None

    def lines(self, meeting: MeetingId) -> list[CapturedLine]:
        return self._values(_LINES, "WHERE meeting = ? AND trashed IS NULL ORDER BY sequence, id", meeting)

    def trashed_lines(self, meeting: MeetingId) -> list[CapturedLine]:
        """Return the lines of a meeting in the trash, the last first."""
        return self._values(_LINES, "WHERE meeting = ? AND trashed IS NOT NULL ORDER BY trashed DESC, id", meeting)

    def last_order(self, meeting: MeetingId) -> int:
        """Return the number of the last line captured in a meeting, including the trash; 0 if there is none."""
        row = self._row("SELECT max(sequence) FROM line WHERE meeting = ?", meeting)
        return int(row[0] or 0)

    def set_items(self, items: Mapping[LineId, str | None]) -> None:
        self._execute_many(
            "UPDATE line SET item = ?1 WHERE id = ?2 AND item IS NOT ?1", [(item, key) for key, item in items.items()]
        )

    def move_current_places(self, document: DocumentId, places: Mapping[Address, Address]) -> None:
        """Update the places of a document that were current when lines were captured, all at once."""
        self._execute(
            """
            UPDATE line SET address = moved.value FROM json_each(?1) AS moved
            WHERE line.document = ?2 AND line.address = moved.key AND moved.value <> moved.key
            """,
            *(json.dumps(dict(places)), document),
        )

    def current_places(self, document: DocumentId) -> list[Address]:
        statement = "SELECT DISTINCT address FROM line WHERE document = ? AND address <> ''"
        return list(map(Address, self._column(statement, document)))

    # Interventions

    def set_interventions(
        self, line: LineId, interventions: Iterable[Intervention], default: DocumentId | None
    ) -> None:
        """Replace the interpretation of a line, in its order; ``default`` is the document of those without a place."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM intervention WHERE line = ?", (line,))
            for position, intervention in enumerate(interventions):
                found_under = intervention.place.document if intervention.place else default
                delegations = " ".join(intervention.delegations)
                _INTERVENTIONS.insert(
                    connection, [intervention], position=position, delegations=delegations, shelf=found_under
                )

    def interventions(self, meeting: MeetingId) -> list[Intervention]:
        """Return the interventions of a meeting, in the order captured."""
        return self._interventions(
            "WHERE line.meeting = ? AND line.trashed IS NULL ORDER BY line.sequence, line.id, position", (meeting,)
        )

    def interventions_for_line(self, key: LineId) -> list[Intervention]:
        """Return the interventions read from a captured line; empty if it or its meeting is in the trash."""
        return self._interventions(
            "WHERE line.id = ? AND line.trashed IS NULL AND meeting.trashed IS NULL ORDER BY position", (key,)
        )

    def intervention(self, key: InterventionId) -> Intervention | None:
        return next(iter(self.interventions_by_id([key])), None)

    def interventions_for_place(self, place: Place) -> list[Intervention]:
        """Return the interventions on a place in all meetings, oldest meeting first."""
        return self._interventions(
            """
            WHERE intervention.document = ? AND intervention.address = ? AND line.trashed IS NULL
                AND meeting.trashed IS NULL
            ORDER BY meeting.date, meeting.created, line.sequence, line.id, position
            """,
            (place.document, place.address),
        )

    def interventions_by_id(self, keys: Iterable[str]) -> list[Intervention]:
        """Return interventions by their ids, oldest meeting first; none in the trash."""
        return self._interventions(
            """
            WHERE intervention.id IN (SELECT value FROM json_each(?)) AND line.trashed IS NULL
                AND meeting.trashed IS NULL
            ORDER BY meeting.date, meeting.created, line.sequence, line.id, position
            """,
            (json.dumps(sorted(keys)),),
        )

    def touches(self, meeting: MeetingId, documents: Iterable[DocumentId]) -> bool:
        """True if an intervention in a meeting is on any of some documents, or was captured while any was current."""
        row = self._row(
            """
            SELECT 1 FROM line LEFT JOIN intervention ON intervention.line = line.id
            WHERE line.meeting = ?1 AND (
                line.document IN (SELECT value FROM json_each(?2))
                OR intervention.shelf IN (SELECT value FROM json_each(?2))
            )
            """,
            meeting,
            json.dumps(sorted(documents)),
        )
        return row is not None

    def fallback_documents(self, key: LineId) -> list[DocumentId | None]:
        """Return the documents under which the interpretation of a line is found, in order."""
        return self._column("SELECT shelf FROM intervention WHERE line = ? ORDER BY position", key)

    def keys(self, document: DocumentId) -> list[LineId]:
        """Return the lines that are found under a document, by id."""
        return self._column("SELECT DISTINCT line FROM intervention WHERE shelf = ? ORDER BY line", document)

    # Groups

    def groups(self) -> dict[str, tuple[str, ...]]:
        found = self._rows("SELECT name, codes FROM delegation_group ORDER BY name COLLATE NOCASE")
        return {str(name): tuple(codes.split()) for name, codes in found}

    def set_groups(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM delegation_group")
            connection.executemany(
                "INSERT INTO delegation_group (name, codes) VALUES (?, ?)",
                [(name, " ".join(codes)) for name, codes in groups.items()],
            )

    def _meetings(self, condition: str, values: tuple[object, ...] = ()) -> list[Meeting]:
        with self._database.read():
            found = self._rows(f"SELECT * FROM meeting {condition}", *values)  # noqa: S608  (conditions of our own)
            items = {row["id"]: self._values(_ITEMS, "WHERE meeting = ? ORDER BY position", row["id"]) for row in found}
            return [_MEETINGS.value(row, items=tuple(items[row["id"]])) for row in found]

    def _interventions(self, condition: str, values: tuple[object, ...]) -> list[Intervention]:
        with self._database.read() as connection:
            found = rows(connection, f"{_SELECT_INTERVENTIONS} {condition}", values)
            keys = json.dumps(sorted({row["line"] for row in found}))
            captured = self._values(_LINES, "WHERE id IN (SELECT value FROM json_each(?))", keys)
        lines = {line.id: line for line in captured}
        return [
            _INTERVENTIONS.value(row, line=lines[row["line"]], delegations=tuple(row["delegations"].split()))
            for row in found
        ]


_FIGURES = RowCodec(Figures, "voting_year")


class VotingStore(Store):
    def all(self) -> list[Figures]:
        """Return the figures that a person entered, except those of years whose members were lost to damage."""
        with self._database.read() as connection:
            years = rows(connection, "SELECT * FROM voting_year ORDER BY year")
            found = connection.execute("SELECT voting_year, member, population FROM voting_population").fetchall()
        members: dict[int, dict[str, int]] = {}
        for year, member, population in found:
            members.setdefault(year, {})[member] = population
        return [_FIGURES.value(row, populations=members[row["year"]]) for row in years if row["year"] in members]

    def save(self, figures: Figures, edited: datetime) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM voting_year WHERE year = ?", (figures.year,))
            _FIGURES.insert(connection, [replace(figures, edited=edited)])
            connection.executemany(
                "INSERT INTO voting_population (voting_year, member, population) VALUES (?, ?, ?)",
                [(figures.year, member, population) for member, population in figures.populations.items()],
            )

    def remove(self, year: int) -> None:
        self._execute("DELETE FROM voting_year WHERE year = ?", year)

"""Received items: the latest version of each, and the annotations made from them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.exchange.package import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    KnownPerson,
    Person,
    PersonId,
    PersonKey,
    PublicKey,
    SharedFile,
    SharedFolder,
)
from delegate_desk.core.library.errors import PackageFault
from delegate_desk.core.library.record_merge import ChangeStamp, Stamps
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.record_rows import RowCodec, Store, upsert

_NONE = AnnotationId("")


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """A received item with the package that brought it and its annotation, empty for none; ``removed`` is permanent."""

    thing: ExchangedItem
    package: str = ""
    note: AnnotationId = _NONE
    removed: bool = False


_ROWS = RowCodec(
    ReceivedItem,
    "received",
    author="thing.key.author",
    kind="thing.key.kind",
    key="thing.key.name",
    moment="thing.moment",
    gone="thing.is_withdrawn",
    whole="thing.has_internal",
    via="thing.sender",
    reference="thing.original.reference",
    language="thing.original.language",
    sha256="thing.original.sha256",
    content="thing.content",
)


class ReceivedStore(Store):
    def get(self, keys: Iterable[ExchangedKey]) -> dict[ExchangedKey, ReceivedItem]:
        with self._database.read():
            items = [self._value(_ROWS, "WHERE author = ? AND kind = ? AND key = ?", *_columns(key)) for key in keys]
        return {item.thing.key: item for item in items if item}

    def by_name(self, kind: ExchangedKind, name: str) -> list[ReceivedItem]:
        return self._values(_ROWS, "WHERE kind = ? AND key = ? ORDER BY author", kind, name)

    def for_author(self, author: PersonId) -> list[ReceivedItem]:
        return self._values(_ROWS, "WHERE author = ? ORDER BY kind, key", author)

    def for_package(self, package: str) -> list[ReceivedItem]:
        """Return the items of a package that no later item replaced."""
        return self._values(_ROWS, "WHERE package = ? ORDER BY author, kind, key", package)

    def positions_for_document(self, document: LibraryDocument) -> list[ReceivedItem]:
        reference = str(document.header.reference) if document.header.reference else ""
        return self._values(
            _ROWS,
            """
            WHERE kind = 'line' AND NOT gone AND NOT removed
                AND (sha256 = ? OR (reference != '' AND reference = ? AND language = ?)) ORDER BY author, key
            """,
            document.sha256,
            reference,
            document.header.language,
        )

    def positions_for_hashes(self, hashes: Iterable[str]) -> list[ReceivedItem]:
        condition = "WHERE kind = 'line' AND sha256 = ?"
        return [item for sha256 in sorted(hashes) for item in self._values(_ROWS, condition, sha256)]

    def without_note(self) -> list[ReceivedItem]:
        """Return the notes without an annotation because their document was not in the library."""
        return self._values(
            _ROWS, "WHERE kind = 'note' AND NOT gone AND NOT removed AND note = '' ORDER BY author, key"
        )

    def everything(self) -> list[ReceivedItem]:
        return self._values(_ROWS, "ORDER BY author, kind, key")

    def save(self, items: Iterable[ReceivedItem]) -> None:
        self._save(_ROWS, items)

    def delete(self, keys: Iterable[ExchangedKey]) -> None:
        self._execute_many("DELETE FROM received WHERE author = ? AND kind = ? AND key = ?", map(_columns, keys))

    def set_note(self, notes: Mapping[ExchangedKey, AnnotationId]) -> None:
        self._execute_many(
            "UPDATE received SET note = ? WHERE author = ? AND kind = ? AND key = ?",
            [(note, *_columns(key)) for key, note in notes.items()],
        )


def _columns(key: ExchangedKey) -> tuple[str, str, str]:
    return key.author, key.kind, key.name


class PeopleStore(Store):
    def own_person(self) -> Person:
        row = self._row("SELECT id, name, coalesce((SELECT delegation FROM library), '') FROM person WHERE ours")
        return Person(PersonId(row[0]), row[1], row[2], is_own=True)

    def set_name(self, name: str) -> None:
        self._execute("UPDATE person SET name = ? WHERE ours", name)

    def all(self) -> list[Person]:
        found = self._rows("""
            SELECT id, name, CASE WHEN ours THEN coalesce((SELECT delegation FROM library), '')
                ELSE delegation END, ours FROM person ORDER BY ours DESC, name, delegation, id
            """)
        return [Person(PersonId(row[0]), row[1], row[2], is_own=bool(row[3])) for row in found]

    def other_people(self) -> list[KnownPerson]:
        found = self._rows("""
            SELECT person.id, name, delegation, seen, person_key.key, verified,
                (SELECT count(*) FROM annotation WHERE author = person.id AND trashed IS NULL) AS notes,
                (SELECT count(*) FROM received WHERE author = person.id AND kind = 'line' AND NOT gone
                    AND NOT removed) AS lines
            FROM person LEFT JOIN person_key ON person_key.person = person.id
            WHERE NOT ours ORDER BY name, delegation, person.id
            """)
        return [
            KnownPerson(
                Person(PersonId(row["id"]), row["name"], row["delegation"]),
                row["notes"],
                row["lines"],
                datetime.fromisoformat(row["seen"]) if row["seen"] else None,
                _person_key(row["key"], row["verified"]) if row["key"] else None,
            )
            for row in found
        ]

    def save_people(self, people: Iterable[Person], sender: PersonId, moment: str) -> None:
        """Save information on people: their own takes precedence over that of others, then the later."""
        with self._database.write() as connection:
            for person in people:
                values = (person.id == sender, moment, person.name, person.delegation)
                connection.execute(
                    "INSERT INTO person (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = ?)",
                    (person.id, person.id),
                )
                connection.execute(
                    """
                    UPDATE person SET firsthand = ?, moment = ?, name = ?, delegation = ?
                    WHERE id = ? AND NOT ours AND (firsthand, moment, name, delegation) < (?, ?, ?, ?)
                    """,
                    (*values, person.id, *values),
                )
            connection.execute(
                "UPDATE person SET seen = ? WHERE id = ? AND NOT ours AND (seen IS NULL OR seen < ?)",
                (moment, sender, moment),
            )

    def own_key(self) -> tuple[PublicKey, str] | None:
        """Return our public key with its secret; None until it is needed."""
        found = self._row("SELECT key, secret FROM person_key WHERE secret IS NOT NULL")
        return (PublicKey(found[0]), str(found[1])) if found else None

    def save_own_key(self, key: PublicKey, secret: str) -> tuple[PublicKey, str]:
        """Save a key as ours unless we have one; return the stored key."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT OR IGNORE INTO person_key (person, key, secret, since) SELECT id, ?, ?, ? FROM person WHERE ours
                """,
                (key, secret, datetime.now(UTC).isoformat()),
            )
            found = connection.execute("SELECT key, secret FROM person_key WHERE secret IS NOT NULL").fetchone()
        return PublicKey(found[0]), str(found[1])

    def key(self, person: PersonId) -> PersonKey | None:
        found = self._row("SELECT key, verified FROM person_key WHERE person = ?", person)
        return _person_key(*found) if found else None

    def save_key(self, person: PersonId, key: PublicKey) -> None:
        """Save the key of another person, unless one is known."""
        self._execute(
            """
            INSERT OR IGNORE INTO person_key (person, key, since)
                SELECT id, ?, ? FROM person WHERE id = ? AND NOT ours
            """,
            *(key, datetime.now(UTC).isoformat(), person),
        )

    def set_verified(self, person: PersonId, moment: datetime) -> None:
        self._execute("UPDATE person_key SET verified = ? WHERE person = ?", moment.isoformat(), person)

    def remove_key(self, person: PersonId) -> None:
        self._execute("DELETE FROM person_key WHERE person = ? AND secret IS NULL", person)

    def was_imported(self, package: str) -> bool:
        return self._row("SELECT 1 FROM package_taken WHERE id = ?", package) is not None

    def record_import(self, package: str, person: PersonId, moment: str, imported: str) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM package_taken WHERE id = ?", (package,))
            connection.execute(
                "INSERT INTO package_taken (id, person, moment, taken) VALUES (?, ?, ?, ?)",
                (package, person, moment, imported),
            )


def _person_key(key: str, verified: str | None) -> PersonKey:
    return PersonKey(PublicKey(key), datetime.fromisoformat(verified) if verified else None)


_STAMPS = RowCodec(ChangeStamp, "stamp", gone="is_deleted", sent="was_sent")


class StampStore(Store):
    def all(self) -> dict[tuple[str, str], ChangeStamp]:
        """Return all stamps, by kind and key; items unchanged since stamps exist have none."""
        return {(row["kind"], row["key"]): _STAMPS.value(row) for row in self._rows("SELECT * FROM stamp")}

    def set_all(self, stamps: Stamps) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM stamp")
            for (kind, key), stamp in stamps.items():
                _STAMPS.insert(connection, [stamp], kind=kind, key=key)

    def mark(self) -> int:
        return int(self._row("SELECT coalesce(max(number), 0) FROM stamp")[0])

    def set_sent(self, items: Iterable[tuple[str, str, str]]) -> None:
        """Record that items were sent: kind, key and their time."""
        with self._database.write() as connection:
            for kind, key, moment in items:
                connection.execute(
                    """
                    INSERT INTO stamp (kind, key, number, moment, gone, sent) VALUES (?, ?, 0, ?, 0, 1)
                    ON CONFLICT (kind, key) DO UPDATE SET sent = 1
                    """,
                    (kind, key, moment),
                )


_FOLDERS = RowCodec(SharedFolder, "shared_folder")


class SharingStore(Store):
    def folder(self) -> SharedFolder | None:
        return self._value(_FOLDERS, "")

    def set_folder(self, folder: SharedFolder | None) -> None:
        """Set the shared folder, or none; the files seen in another folder are forgotten."""
        before = self.folder()
        with self._database.write() as connection:
            connection.execute("DELETE FROM shared_folder")
            if before is None or folder is None or before.path != folder.path:
                connection.execute("DELETE FROM shared_file")
                connection.execute("DELETE FROM shared_original")
            if folder is not None:
                _FOLDERS.insert(connection, [folder])

    def advance(self, folder: SharedFolder) -> None:
        """Record up to which change our items were sent.

        If other choices were made meanwhile, everything is sent again.
        """
        self._execute(
            "UPDATE shared_folder SET mark = ?, sent = ? WHERE path = ? AND internal = ? AND originals = ?",
            *(folder.mark, folder.sent, str(folder.path), folder.internal, folder.originals),
        )

    def files(self) -> dict[str, SharedFile]:
        found = self._rows("SELECT name, size, modified, fault FROM shared_file")
        return {row[0]: SharedFile(row[0], row[1], row[2], row[3] and PackageFault(row[3])) for row in found}

    def record_file(self, file: SharedFile) -> None:
        with self._database.write() as connection:
            row = {"name": file.name, "size": file.size, "modified": file.modified, "fault": file.fault}
            upsert(connection, "shared_file", row, "name")

    def originals(self) -> frozenset[str]:
        return frozenset(self._column("SELECT sha256 FROM shared_original"))

    def add_originals(self, hashes: Iterable[str]) -> None:
        self._execute_many("INSERT OR IGNORE INTO shared_original (sha256) VALUES (?)", [(value,) for value in hashes])

    def blocked_people(self) -> frozenset[PersonId]:
        return frozenset(map(PersonId, self._column("SELECT person FROM refused_person")))

    def set_blocked(self, person: PersonId, when: datetime | None) -> None:
        """Block a person's packages; with None accept them again, including earlier ones."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM refused_person WHERE person = ?", (person,))
            if when is None:
                connection.execute("DELETE FROM shared_file")  # importing a file twice is harmless
            else:
                connection.execute(
                    "INSERT INTO refused_person (person, refused) VALUES (?, ?)", (person, when.isoformat())
                )

    def documents_changed(self, mark: int | None) -> set[int]:
        """Return the documents with changes of ours after a mark; None for all with anything of ours."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT annotation.document FROM annotation
                    LEFT JOIN stamp ON stamp.kind = 'note' AND stamp.key = annotation.id
                    WHERE annotation.author = '' AND coalesce(stamp.number, 0) > ?
                UNION SELECT CAST(key AS INTEGER) FROM stamp WHERE kind = 'line' AND number > ?
                """,
                (-1 if mark is None else mark, -1 if mark is None else mark),
            ).fetchall()
            if mark is None:
                found += connection.execute("SELECT document FROM position").fetchall()
        return {int(row[0]) for row in found}

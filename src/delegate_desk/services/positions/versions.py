"""Versions of a position: what was sent, what it is now, and what became of each field."""

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import UnknownVersionError
from delegate_desk.core.positions.position import FieldChange
from delegate_desk.core.positions.versions import Version, VersionDifference, compare_versions
from delegate_desk.services.positions.position_writing import PositionWriting
from delegate_desk.storage.db.stores.position_history import PositionHistoryStore


class PositionVersions:
    """The versions of the positions of one library."""

    def __init__(self, store: PositionHistoryStore, writing: PositionWriting) -> None:
        self._store = store
        self._writing = writing

    def all(self, document: DocumentId) -> list[Version]:
        """Every version, by number: those that were sent, then the present one where that is a draft."""
        sent = self._store.versions(document)
        now = self._writing.get(document)
        if sent and sent[-1].position.version == now.version:
            return sent
        return [*sent, Version(now, self._writing.sources(now))]

    def get(self, document: DocumentId, number: int) -> Version:
        """One version.

        Raises:
            UnknownVersionError: If there is none of that number.
        """
        for version in self.all(document):
            if version.position.version == number:
                return version
        raise UnknownVersionError(self._writing.name(document), number)

    def compare(self, document: DocumentId, old: int, new: int) -> VersionDifference:
        """Return the changes of a position from a version to another.

        Raises:
            UnknownVersionError: If there is no version of that number.
        """
        return compare_versions(self.get(document, old).position, self.get(document, new).position)

    def changes(self, document: DocumentId, address: Address | None = None, field: str = "") -> list[FieldChange]:
        """Return the changes of each field of a position, newest first.

        Args:
            document: Document of the position.
            address: Only changes of the entry at this address; empty for the fields of the position as a whole.
            field: Only changes of this field.
        """
        return [
            change
            for change in reversed(self._store.changes(document))
            if (address is None or change.address == address) and (not field or change.field == field)
        ]

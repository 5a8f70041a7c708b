"""Editing of a position: each step can be undone, and a sent version stays as it was sent."""

from dataclasses import replace

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus
from delegate_desk.core.positions.versions import Version
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.position_history import PositionHistoryStore
from delegate_desk.storage.db.stores.positions import PositionStore


class PositionWriting:
    """Writes the positions of one library."""

    def __init__(
        self,
        store: PositionStore,
        versions: PositionHistoryStore,
        documents: DocumentStore,
        database: Database,
        history: History,
    ) -> None:
        self._store = store
        self._versions = versions
        self._documents = documents
        self._database = database
        self._history = history

    def name(self, document: DocumentId) -> str:
        """Name of a document.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        held = self._documents.get(document)
        if held is None:
            raise UnknownDocumentError(f"#{document}")
        return held.name

    def get(self, document: DocumentId) -> Position:
        """Our line on a document as it stands."""
        return self._store.get(document)

    def sources(self, position: Position) -> dict[Address, str]:
        """Text of the document at each entry of a position."""
        units = (
            (item.address, self._documents.unit(Place(position.document, item.address))) for item in position.items
        )
        return {address: unit.text for address, unit in units if unit is not None}

    def write(self, before: Position, after: Position, about: str = "", *, typed: bool = False) -> Changes:
        """Put a position in the place of another.

        Args:
            before: As it stands.
            after: As it is to be.
            about: What of it is written: typing about one thing is one step to undo.
            typed: True for typing.
        """
        after = self._settled(before, after)
        if before == after:
            return Changes()
        edit = HistoryEdit(
            EditSubject.POSITION, before.document, f"position {before.document} {about}".rstrip(), before, after
        )
        self._history.record(edit, self._apply_edit, typed=typed)
        return self._apply_edit(edit, after)

    def _settled(self, before: Position, after: Position) -> Position:
        """Return the position to store: if a next version repeats the sent version, the sent version is kept."""
        sent = self._versions.versions(after.document) if after.version > 1 and before.version == after.version else []
        last = sent[-1].position if sent else None
        if last is None or after.status is not PositionStatus.DRAFT or last.version != after.version - 1:
            return after
        if (last.general, last.internal, last.items) != (after.general, after.internal, after.items):
            return after
        return replace(after, status=last.status, version=last.version, cleared=last.cleared, sent=last.sent)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        """Put what differs between the two values of an edit as one of them has it."""
        before, after = edit.before, edit.after
        if self._documents.get(edit.document) is None:
            return Changes()
        assert isinstance(before, Position)
        assert isinstance(after, Position)
        assert isinstance(value, Position)
        lines = [{item.address: item for item in one.items} for one in (before, after, value)]
        with self._database.write():
            for address in lines[0] | lines[1]:
                if lines[0].get(address) != lines[1].get(address):
                    self._store.set_item(edit.document, lines[2].get(address, PositionEntry(address)))
            if (before.general, before.internal) != (after.general, after.internal):
                self._store.set_texts(edit.document, value.general, value.internal)
            if _state(before) != _state(after):
                self._apply_state(value)
        return Changes(positions=frozenset({edit.document}))

    def _apply_state(self, value: Position) -> None:
        self._store.set_state(value)
        if value.sent is None:
            self._versions.thaw(value.document, value.version)
            return
        kept = [one for one in self._versions.versions(value.document) if one.position.version == value.version]
        stands = self._store.get(value.document)
        self._versions.thaw(value.document, value.version + 1)
        self._versions.freeze(Version(stands, kept[0].sources if kept else self.sources(stands)))


def _state(position: Position) -> tuple[object, ...]:
    return (position.status, position.version, position.cleared, position.sent)

"""What a delegate does with our line on a document."""

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDelegationError, UnknownPlaceError
from delegate_desk.core.history import Edit, Subject
from delegate_desk.core.positions import Item, Position
from delegate_desk.core.words import Words, compare
from delegate_desk.services.history import History
from delegate_desk.storage.database import Database
from delegate_desk.storage.documents import DocumentStore
from delegate_desk.storage.positions import PositionStore

_Texts = tuple[str, str]


class Positions:
    """The positions of one library."""

    def __init__(self, store: PositionStore, documents: DocumentStore, database: Database, history: History) -> None:
        self._store = store
        self._documents = documents
        self._database = database
        self._history = history

    def get(self, document: DocumentId) -> Position:
        """Our line on a document, an empty draft where there is none."""
        return self._store.get(document)

    def documents(self) -> list[DocumentId]:
        """The documents held on which there is a position."""
        return self._store.documents()

    def words(self, document: DocumentId, item: Item) -> Words:
        """What a proposal adds to the paragraph's wording and takes from it; nothing where none is proposed."""
        unit = self._documents.unit(Place(document, item.address))
        return compare(unit.text, item.proposal) if unit and item.proposal is not None else ()

    def set_general(self, document: DocumentId, text: str) -> Changes:
        """Keep the general comments."""
        before = self._store.get(document)
        return self._set_texts(document, (before.general, before.internal), (text, before.internal))

    def set_internal(self, document: DocumentId, text: str) -> Changes:
        """Keep the internal notes on the document."""
        before = self._store.get(document)
        return self._set_texts(document, (before.general, before.internal), (before.general, text))

    def set_item(self, document: DocumentId, item: Item) -> Changes:
        """Keep our line on a paragraph; an empty one is none.

        Raises:
            UnknownPlaceError: If the document has no such paragraph.
        """
        if self._documents.unit(Place(document, item.address)) is None:
            held = self._documents.get(document)
            raise UnknownPlaceError(held.name if held else f"#{document}", item.address)
        before = self._store.get(document).item(item.address)
        edit = Edit(Subject.POSITION, document, f"position {document} {item.address}", before, item)
        self._history.record(edit, self._put_item, typed=before.stance is item.stance)
        return self._put_item(edit, item)

    def remove_item(self, document: DocumentId, address: Address) -> Changes:
        """Take our line on a paragraph back."""
        return self.set_item(document, Item(address))

    def delegation(self) -> str | None:
        """Our own delegation, once it is known."""
        return self._database.delegation()

    def set_delegation(self, code: str) -> Changes:
        """Say which delegation is ours.

        Raises:
            UnknownDelegationError: If the code is no Member State's.
        """
        known = delegation(code)
        if known is None:
            raise UnknownDelegationError(code)
        self._database.set_delegation(known)
        return Changes(settings=True)

    def _set_texts(self, document: DocumentId, before: _Texts, after: _Texts) -> Changes:
        edit = Edit(Subject.POSITION, document, f"position {document}", before, after)
        self._history.record(edit, self._put_texts, typed=True)
        return self._put_texts(edit, after)

    def _put_texts(self, edit: Edit, value: object) -> Changes:
        if self._documents.get(edit.document) is None or not isinstance(value, tuple):
            return Changes()
        general, internal = value
        self._store.set_texts(edit.document, general, internal)
        return Changes(positions=frozenset({edit.document}))

    def _put_item(self, edit: Edit, value: object) -> Changes:
        if self._documents.get(edit.document) is None or not isinstance(value, Item):
            return Changes()
        if value.is_empty():
            self._store.remove_item(edit.document, value.address)
        else:
            self._store.set_item(edit.document, value)
        return Changes(positions=frozenset({edit.document}))

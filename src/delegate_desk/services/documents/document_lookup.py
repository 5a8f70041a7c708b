"""Lookup of documents and places in a library, by name or reference; citations."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from delegate_desk import paths
from delegate_desk.core.documents.addresses import find_place, parent
from delegate_desk.core.documents.citations import ReferenceTarget, act_name, citation, labels_to
from delegate_desk.core.documents.document import (
    HEADINGS,
    Address,
    Document,
    DocumentId,
    Kind,
    LibraryDocument,
    Mention,
    Place,
    View,
)
from delegate_desk.core.documents.explanations import DefinedTerm, RelatedUnit, defined_terms, related_units
from delegate_desk.core.documents.references import Reference, language_in_file_name, parse_reference
from delegate_desk.core.errors import AmbiguousLanguageError, NoColumnsError, UnknownDocumentError, UnknownPlaceError
from delegate_desk.core.revisions.predecessors import pairs_by_language
from delegate_desk.parsing.references.document_references import occurrences
from delegate_desk.parsing.references.provision_references import pointers, provision_named
from delegate_desk.storage.db.stores.documents import DocumentStore

if TYPE_CHECKING:
    from delegate_desk.core.documents.columns import ColumnTable

COLUMN_LANGUAGE = "en"
"""Titles of the column tables that we build are in English, the language of trilogues."""


class DocumentLookup:
    """Lookup of the documents in a library: quick, changes nothing."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self.all, self.trash, self.get, self.unit = store.all, store.trash, store.held, store.unit
        self.hashes = store.hashes

    def content(self, key: DocumentId) -> Document:
        return self._store.content(self.get(key))

    def find(self, name: str, language: str | None = None) -> LibraryDocument:
        """Return the document that a reference or ``#number`` names.

        Raises:
            UnknownDocumentError: If there is none.
            AmbiguousLanguageError: If the library has several languages and none is named.
        """
        matches = self._versions_named(name, language)
        languages = sorted({document.header.language for document in matches})
        if len(languages) > 1:
            raise AmbiguousLanguageError(matches[0].name, tuple(languages))
        return max(matches, key=lambda document: document.id)

    def _versions_named(self, name: str, language: str | None) -> list[LibraryDocument]:
        """Return the documents that a reference or ``#number`` names, in a language or in all languages."""
        code = language.lower() if language else language_in_file_name(name)
        if name.startswith("#"):
            numbered = [self._store.get(DocumentId(int(name[1:])))] if name[1:].isdecimal() else []
            versions = [document for document in numbered if document and not document.trashed]
        else:
            reference = parse_reference(name)
            versions = self._store.by_reference(reference) if reference else []
        matches = [document for document in versions if code in (None, document.header.language)]
        if not matches:
            raise UnknownDocumentError(f"{name} ({code})" if code and versions else name)
        return matches

    def pair(
        self, old: str, new: str, old_language: str | None = None, new_language: str | None = None
    ) -> tuple[LibraryDocument, LibraryDocument]:
        """Return two documents by name; without a language, in the only language in which the library has both.

        Raises:
            UnknownDocumentError: If a name names no document.
            AmbiguousLanguageError: If a document is in the library in several possible languages.
        """
        if old_language is None and new_language is None:
            pairs = pairs_by_language(self._versions_named(old, None), self._versions_named(new, None))
            if len(pairs) == 1:
                return pairs[0]
        return self.find(old, old_language), self.find(new, new_language)

    def find_trashed(self, name: str, language: str | None = None) -> LibraryDocument:
        """Return the document most recently moved to the trash that a reference or ``#number`` names.

        Raises:
            UnknownDocumentError: If there is none.
        """
        reference = parse_reference(name)
        for document in self.trash():
            is_named = f"#{document.id}" == name if name.startswith("#") else reference == document.header.reference
            if is_named and language in (None, document.header.language):
                return document
        raise UnknownDocumentError(name)

    def place(self, key: DocumentId, typed: str) -> Address:
        """Return the address for a place as typed.

        Raises:
            UnknownPlaceError: If the document has no such place.
        """
        address = find_place(typed, self._store.addresses(key))
        if address is None:
            raise UnknownPlaceError(self.get(key).name, typed)
        return address

    def versions(self, key: DocumentId) -> list[LibraryDocument]:
        document = self.get(key)
        if document.header.reference is None:
            return []
        return [other for other in self._store.by_reference(document.header.reference) if other.id != key]

    def other_language_places(self, place: Place) -> list[tuple[LibraryDocument, Place]]:
        """Return the same place in the library's other languages, in order; if it is missing, its nearest parent.

        Of several copies in a language, the latest import is used.
        """
        own_language = self.get(place.document).header.language
        latest: dict[str, LibraryDocument] = {}
        for document in sorted(self.versions(place.document), key=lambda document: document.id):
            latest[document.header.language] = document
        latest.pop(own_language, None)
        places = []
        for _, document in sorted(latest.items()):
            addresses, nearest = frozenset(self._store.addresses(document.id)), str(place.address)
            while nearest and nearest not in addresses:
                nearest = parent(nearest) or ""
            places.append((document, Place(document.id, Address(nearest))))
        return places

    def column_table(self, key: DocumentId) -> "ColumnTable":
        """Return the rows of a four-column document.

        Raises:
            NoColumnsError: If the document has no columns.
        """
        from delegate_desk.core.documents.columns import column_table  # few documents have columns

        table = column_table(self.content(key))
        if table is None:
            raise NoColumnsError(self.get(key).name)
        return table

    def build_column_table(self, texts: Sequence[DocumentId]) -> "ColumnTable":
        """Return the provisions of three texts as rows numbered from 1; one of one text keeps its position there."""
        from delegate_desk.core.documents.columns import Column, ColumnRow, ColumnTable

        units = [
            {unit.address: unit for unit in self.content(key).paragraphs if unit.kind is not Kind.COVER}
            for key in texts
        ]
        words = paths.load_table("citations")[COLUMN_LANGUAGE]
        order: list[Address] = []
        for addresses in units:
            ordered = set(order)
            previous: Address | None = None
            for address in addresses:  # a missing address follows its predecessor and that one's children
                if address not in ordered:
                    order.insert(_end_behind(order, previous, address), address)
                previous = address
        columns = tuple(Column)
        rows = []
        for number, address in enumerate(order, start=1):
            holder = next(text for text in units if address in text)
            title = citation(address, labels_to(address, holder), words)
            cells = {}
            for column, text in zip(columns, (*units, {}), strict=True):
                unit = text.get(address)  # as a cell prints it: the title of a heading is on its own line
                parts = (unit.label.strip(), unit.text) if unit else ()
                cells[column] = ("\n" if unit and unit.kind in HEADINGS else " ").join(filter(None, parts))
            label = f"{title[:1].upper()}{title[1:]}"
            provision = provision_named(label, COLUMN_LANGUAGE)
            rows.append(ColumnRow(str(number), label, provision, cells, unit=address))
        return ColumnTable(columns, tuple(rows))

    def mentions(self, key: DocumentId) -> list[tuple[Mention, LibraryDocument | None]]:
        """Return the documents that a document names, each with the library document of that reference."""
        by_reference = {
            document.header.reference.key: document for document in reversed(self.all()) if document.header.reference
        }
        return [(mention, by_reference.get(mention.target.key)) for mention in self._store.mentions(key)]

    def missing(
        self, documents: Iterable[LibraryDocument] | None = None
    ) -> list[tuple[Reference, list[LibraryDocument]]]:
        """Return documents cited but not in the library, with those citing each: Council ones and the most cited first.

        A document that is only on the agenda of a meeting made by hand is cited by none. All documents of the library
        may be given, if they were already loaded.
        """
        library = {document.id: document for document in (self.all() if documents is None else documents)}
        references = {document.header.reference.key for document in library.values() if document.header.reference}
        cited: dict[str, tuple[Reference, list[LibraryDocument]]] = {}
        for reference, key in self._store.all_mentions():
            if reference.key not in references and key in library:
                cited.setdefault(reference.key, (reference, []))[1].append(library[key])
        for reference in self._store.references_on_agendas():
            if reference.key not in references:
                cited.setdefault(reference.key, (reference, []))
        missing = [(reference, list({d.id: d for d in names}.values())) for reference, names in cited.values()]
        return sorted(missing, key=lambda value: (not value[0].is_council, -len(value[1]), value[0].key))

    def citation(self, place: Place, language: str | None = None) -> str:
        """Return a place in words, ``paragraph 7, point (f)``, in the document's language if its words are known."""
        code = language or self.get(place.document).header.language
        tables = paths.load_table("citations")
        labels: list[str] = []
        ancestor: str | None = place.address
        while ancestor:
            unit = self._store.unit(Place(place.document, Address(ancestor)))
            labels.insert(0, unit.label if unit else "")
            ancestor = parent(ancestor)
        return citation(place.address, labels, tables.get(code, tables["en"]))

    def quotation(self, place: Place, *, words: str = "", view: View = View.AFTER, last: Place | None = None) -> str:
        """Return quoted words with their document and place, in the document's language.

        Args:
            place: The unit that contains the words, or the first of several.
            last: The last of several units.
            words: The words themselves; all of its text without.

        Raises:
            UnknownPlaceError: If the document has no such unit.
        """
        document = self.get(place.document)
        unit = self._store.unit(place)
        if unit is None:
            raise UnknownPlaceError(document.name, place.address)
        quoted = words or unit.in_view(view).text
        table = paths.load_table("quotations")
        forms = table.get(document.header.language, table["en"])
        name, reference = document.name, document.header.reference
        if reference is not None:
            letters = paths.load_table("act_words")["scopes"].get(document.header.language, {})
            name = act_name(reference, forms, {scope: printed for printed, (scope, _) in letters.items()})
        cited = " – ".join(map(self.citation, dict.fromkeys((place, last or place))))
        return str(forms["form"]).format(words=quoted.strip(), reference=name, place=cited)

    def targets_for_place(self, place: Place) -> list[ReferenceTarget]:
        """Return the targets of the references in a unit, in order: places in its document, documents, places in them.

        References to a treaty have no target. Quick; safe on any thread.
        """
        unit, document = self._store.unit(place), self._store.get(place.document)
        if unit is None or document is None:
            return []
        language = document.header.language
        addresses = frozenset(self._store.addresses(document.id))
        targets = []
        for pointer in pointers(unit, addresses, language):
            if pointer.treaty or (pointer.is_internal and pointer.address == place.address):
                continue
            target: LibraryDocument | None = document
            address = pointer.address
            if pointer.document is not None:
                target = self._referenced_document(pointer.document, document)
                if target is None:
                    continue  # the document itself is found below
                if address not in self._store.addresses(target.id):
                    address = Address("")
            targets.append(ReferenceTarget(pointer.text, pointer.start, pointer.end, target, address, pointer.document))
        for mention in occurrences(unit.marked, language):
            cited = self._referenced_document(mention.target, document)
            if cited is None or cited.id != document.id:
                end = mention.start + len(mention.text)
                targets.append(ReferenceTarget(mention.text, mention.start, end, cited, Address(""), mention.target))
        return sorted(targets, key=lambda target: (target.start, target.end))

    def recitals_and_terms(
        self, document: DocumentId
    ) -> tuple[dict[Address, tuple[RelatedUnit, ...]], tuple[DefinedTerm, ...]]:
        """Return the articles of each recital, the recitals of each article, and the terms defined in the act.

        Takes up to a second.
        """
        content = self.content(document)
        related = related_units(content.paragraphs, on_subsidiarity(content))
        return related, defined_terms(content.paragraphs)

    def _referenced_document(self, reference: Reference, citing: LibraryDocument) -> LibraryDocument | None:
        """Return the library document of a reference: in the language of the citing document, else the last import."""
        versions = self._store.by_reference(reference)
        same = [document for document in versions if document.header.language == citing.header.language]
        return max(same or versions, key=lambda document: document.id, default=None)


def on_subsidiarity(document: Document) -> list[Address]:
    """Return the recitals that cite Article 5 TEU."""
    recitals = (unit for unit in document.paragraphs if unit.address.startswith("rec_"))
    return [
        unit.address
        for unit in recitals
        for pointer in pointers(unit, frozenset(), document.header.language)
        if (pointer.treaty, pointer.address) == ("TEU", "art_5")
    ]


def _end_behind(order: Sequence[Address], before: Address | None, address: Address) -> int:
    if before is None:
        return 0
    place = order.index(before) + 1
    segments = before.split("__")
    shared = 0
    for segment, other in zip(segments, address.split("__"), strict=False):
        if segment != other:
            break
        shared += 1
    if shared < len(segments):
        inner = "__".join(segments[: shared + 1])
        while place < len(order) and (order[place] == inner or order[place].startswith(f"{inner}__")):
            place += 1
    return place

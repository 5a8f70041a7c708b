"""Targets of the links in notes, and suggestions for a link that is being typed."""

from collections.abc import Collection, Iterable

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.note_markup import KEY_LENGTH, NOTE_SIGN, LinkSuggestion
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.errors import DeskError
from delegate_desk.core.text import fold
from delegate_desk.services.documents.document_lookup import DocumentLookup
from delegate_desk.storage.db.stores.annotations import AnnotationStore

_MOST = 12
_WORDS = 9


class NoteLinks:
    def __init__(self, shelf: DocumentLookup, annotations: AnnotationStore) -> None:
        self._shelf = shelf
        self._annotations = annotations

    def target(self, name: str, here: Place) -> Place | Annotation | None:
        if name.startswith(NOTE_SIGN):
            return self._annotations.begins(name[len(NOTE_SIGN) :].strip())
        found = self._document(name, here)
        if found is None:
            return self._place(here.document, name)
        document, typed = found
        return self._place(document.id, typed) if typed else Place(document.id, Address(""))

    def name(self, annotation: Annotation) -> str:
        return NOTE_SIGN + annotation.id[:KEY_LENGTH]

    def suggestions(self, typed: str, here: Place) -> list[LinkSuggestion]:
        if typed.startswith(NOTE_SIGN):
            return self._notes(typed[len(NOTE_SIGN) :])
        found = self._document(typed, here) if " " in typed.strip() or typed.endswith(" ") else None
        if found is not None:
            document, place = found
            return self._places(document, place, f"{_short(document)} ")
        return [*self._places(self._shelf.get(here.document), typed, ""), *self._documents(typed, here)][:_MOST]

    def _place(self, document: DocumentId, typed: str) -> Place | None:
        address = find_place(typed, [unit.address for unit in self._shelf.content(document).units()])
        return Place(document, address) if address else None

    def _document(self, name: str, here: Place) -> tuple[LibraryDocument, str] | None:
        words = name.split()
        for count in range(len(words), 0, -1):
            head = " ".join(words[:count])
            document = self._named_document(head, here)
            if document is not None:
                return document, " ".join(words[count:])
        return None

    def _named_document(self, name: str, here: Place) -> LibraryDocument | None:
        """The document of a name, in the language of the place it is named on where that is held."""
        if not name.startswith("#") and parse_reference(name) is None:
            return None
        own = self._shelf.get(here.document).header.language
        for language in (own, None, "en"):
            try:
                return self._shelf.find(name, language)
            except DeskError:  # not held so; perhaps in another language
                continue
        return None

    def _places(self, document: LibraryDocument, typed: str, before: str) -> list[LinkSuggestion]:
        units = self._shelf.content(document.id).units()
        addresses = {unit.address for unit in units}
        wanted = fold(typed).replace(" ", "")
        found: list[LinkSuggestion] = []
        exact = find_place(typed, addresses) if typed.strip() else None
        for unit in sorted(units, key=lambda unit: unit.address != exact):
            shown = _typed_form(unit.address, unit.label, addresses)
            if unit.address == exact or (wanted and fold(shown).replace(" ", "").startswith(wanted)) or not typed:
                found.append(LinkSuggestion(f"{before}{shown}", _beginning(unit.text)))
            if len(found) == _MOST:
                break
        return found

    def _documents(self, typed: str, here: Place) -> Iterable[LinkSuggestion]:
        wanted = fold(typed).split()
        names: dict[str, LinkSuggestion] = {}
        for document in self._shelf.all():
            sought = fold(f"{document.name} {document.header.subject}")
            if wanted and all(word in sought for word in wanted) and document.id != here.document:
                names.setdefault(_short(document), LinkSuggestion(_short(document), document.header.subject))
        return names.values()

    def _notes(self, typed: str) -> list[LinkSuggestion]:
        wanted = fold(typed).split()
        found = [
            annotation
            for annotation in self._annotations.all()
            if all(word in fold(annotation.text) for word in wanted) and annotation.text
        ]
        found.sort(key=lambda annotation: annotation.modified, reverse=True)
        return [LinkSuggestion(self.name(annotation), _beginning(annotation.text)) for annotation in found[:_MOST]]


def _short(document: LibraryDocument) -> str:
    if document.header.reference is None:
        return f"#{document.id}"
    return str(document.header.reference).removeprefix("ST ")


def _typed_form(address: Address, label: str, addresses: Collection[str]) -> str:
    numbers = "".join(c for c in label if c.isalnum())
    above = [segment.partition("_")[2] for segment in address.split("__")[:-1] if not segment.startswith("annex")]
    if not numbers:
        return address
    candidate = above[0] + "".join(f"({n})" for n in above[1:]) if above else ""
    own = numbers if not candidate or not numbers.isdecimal() else f"({numbers})"
    short = f"{candidate}{own}"
    return short if find_place(short, addresses) == address else address


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

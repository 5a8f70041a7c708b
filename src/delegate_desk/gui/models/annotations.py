"""Annotations as the window shows them: what belongs to one paragraph, and the list of all."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.annotations import Annotation, Status, Visibility
from delegate_desk.core.documents import Document, DocumentId, Held, Mention, Paragraph, Place
from delegate_desk.core.targets import Target
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui import names

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a paragraph names.

    Attributes:
        footnote: The label of the footnote that names it; empty where the paragraph does.
    """

    mention: Mention
    held: Held | None
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What belongs to one paragraph.

    Attributes:
        citation: The place in words.
        footnotes: Those that the paragraph calls, in order.
        places: What its words lead to in this library, each with its place in words.
        versions: The same document in other languages, with this place in words.
        tags: All that are in use in the library, in alphabetical order.
        mentions: All that the whole document names.
    """

    place: Place
    citation: str
    annotations: tuple[Annotation, ...]
    footnotes: tuple[Paragraph, ...]
    named: tuple[Named, ...]
    places: tuple[tuple[Target, str], ...]
    versions: tuple[tuple[Held, str], ...]
    tags: tuple[str, ...]
    mentions: tuple[tuple[Mention, Held | None], ...]


def load_context(desk: Desk, place: Place, language: str, known: Context | None = None) -> Context:
    """Gather what belongs to a paragraph: quick, safe on any thread.

    Args:
        desk: The library.
        place: The paragraph.
        language: In whose words places are told.
        known: What was gathered of another paragraph, where nothing has changed since.
    """
    unit = desk.documents.unit(place)
    calls = dict.fromkeys(call.note for call in unit.calls) if unit else {}
    notes = [desk.documents.unit(Place(place.document, note)) for note in calls]
    footnotes = tuple(note for note in notes if note)
    where = {place.address: "", **{note.address: note.label for note in footnotes}}
    same = known is not None and known.place.document == place.document
    mentions = known.mentions if known and same else tuple(desk.documents.mentions(place.document))
    named = tuple(
        Named(mention, held, where[mention.address])
        for mention, held in mentions
        if mention.address in where and not (held and held.id == place.document)
    )
    versions = tuple(
        (held, desk.documents.citation(Place(held.id, place.address), language))
        for held in desk.documents.versions(place.document)
        if desk.documents.unit(Place(held.id, place.address))
    )
    tags = known.tags if known else tuple(sorted({t for a in desk.annotations.all() for t in a.tags}, key=str.casefold))
    return Context(
        place,
        desk.documents.citation(place, language) if unit else "",
        tuple(desk.annotations.on(place)),
        footnotes,
        named,
        _places(desk, place, language),
        versions,
        tags,
        mentions,
    )


def _places(desk: Desk, place: Place, language: str) -> tuple[tuple[Target, str], ...]:
    """The places in documents held that a unit names, each once."""
    found: dict[Place, tuple[Target, str]] = {}
    for target in desk.references.of(place):
        if target.held is not None and target.address:
            there = Place(target.held.id, target.address)
            found.setdefault(there, (target, desk.documents.citation(there, language)))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Listed:
    """One annotation in the list of all, with the document and the label that it is on."""

    annotation: Annotation
    held: Held
    label: str

    @property
    def sought(self) -> str:
        """What the filter looks in, folded."""
        annotation = self.annotation
        quoted = annotation.quote.exact if annotation.quote else ""
        said = (annotation.text, quoted, annotation.kind.replace("_", " "), annotation.status, annotation.visibility)
        return fold(" ".join((*said, *annotation.tags, self.held.name, self.held.header.subject, self.label)))


def load_list(desk: Desk, document: DocumentId | None) -> list[Listed]:
    """The annotations on one document, or on all, in reading order."""
    found = desk.annotations.all() if document is None else desk.annotations.of(document)
    held: dict[DocumentId, Held] = {}
    contents: dict[DocumentId, Document] = {}
    listed: list[Listed] = []
    for annotation in found:
        key = annotation.place.document
        if key not in held:
            held[key] = desk.documents.get(key)
            contents[key] = desk.documents.content(key)
        unit = contents[key].find(annotation.place.address)
        label = names.margin_label(annotation.place.address, unit.label if unit else "")
        listed.append(Listed(annotation, held[key], label))
    return listed


class AnnotationsModel(QAbstractListModel):
    """The list of annotations, narrowed by what is typed."""

    ROW = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, Listed]] = []
        self._shown: list[Listed] = []
        self._filter: list[str] = []

    def show(self, listed: list[Listed]) -> None:
        """Show these annotations."""
        self._all = [(one.sought, one) for one in listed]
        self._narrow()

    def narrow(self, typed: str) -> None:
        """Show those alone that have all words typed."""
        self._filter = fold(typed).split()
        self._narrow()

    def listed(self, index: _Index) -> Listed | None:
        """The annotation in a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def find(self, annotation: Annotation) -> QModelIndex:
        """The row of an annotation; an invalid index where it is not shown."""
        rows = (n for n, one in enumerate(self._shown) if one.annotation.id == annotation.id)
        return self.index(next(rows, -1))

    @property
    def total(self) -> int:
        """How many there are without the filter."""
        return len(self._all)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own signature
        listed = self.listed(index)
        if listed is None:
            return None
        if role == self.ROW:
            return listed
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = listed.annotation.text or (listed.annotation.quote.exact if listed.annotation.quote else "")
            return f"{names.kind(listed.annotation.kind)}: {said} · {self.aside(listed)}"
        return None

    def aside(self, listed: Listed) -> str:
        """Where an annotation is, and how it stands."""
        annotation = listed.annotation
        label = listed.label.rstrip(".")
        where = f"{listed.held.name}, {label}" if label else listed.held.name
        shown = [where, listed.held.header.language]
        if annotation.visibility is Visibility.CIRCULATION:
            shown.append(self.tr("circulation"))
        if annotation.status is Status.DONE:
            shown.append(self.tr("done"))
        return " · ".join([*shown, *annotation.tags])

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [one for sought, one in self._all if all(word in sought for word in self._filter)]
        self.endResetModel()

"""Word files of ours that the capital edited and returned: finding the changes and accepting them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from delegate_desk import paths
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.errors import ReplyFault, ReplyRefusedError
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.position import NOTHING, Position, PositionEntry, Stance, format_value, start_draft
from delegate_desk.core.positions.returned_files import (
    TEXT_KINDS,
    ExportRecord,
    FieldEdit,
    FileComparison,
    ReturnedChanges,
    ReturnedField,
    ReturnedFile,
    ReturnedItem,
    UnplacedReason,
    UnplacedText,
    digest,
    line_digests,
)
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.positions.positions import Positions

_KINDS = frozenset({ExportKind.POSITION, ExportKind.COMMENTS_TABLE}) | TEXT_KINDS
"""The exports that print a position, field by field or in the text."""


@dataclass(frozen=True, eq=False)
class Replies:
    documents: Documents
    positions: Positions
    reader: ReadingProcess

    def read(self, path: Path) -> ReturnedFile:
        """Read a file that may be one of ours. Slow; changes nothing.

        Raises:
            UnreadableDocumentError: If it is not a readable Word file.
            ReplyRefusedError: If it is not one of ours.
        """
        returned = self.reader.read_returned(path, path.name)
        if returned.record is None:
            raise ReplyRefusedError(path.name, ReplyFault.NOT_OURS)
        return returned

    def document(self, returned: ReturnedFile) -> DocumentId | None:
        """Return the library document that a file is on; None if it is missing."""
        record = returned.record
        matches = (document for document in self.documents.all() if record and _is_on(record, document))
        return next((document.id for document in matches), None)

    def changes(self, document: DocumentId, returned: ReturnedFile, file_name: str) -> ReturnedChanges:
        """Return the changes in a returned file, compared with our current position.

        What was changed in an act as it would be amended is listed, as we have no position on it.

        Raises:
            ReplyRefusedError: If the file is on another document, or of a kind that prints no position.
        """
        stored = self.documents.get(document)
        record = returned.record
        if record is None:
            raise ReplyRefusedError(file_name, ReplyFault.NOT_OURS)
        if not _is_on(record, stored):
            raise ReplyRefusedError(file_name, ReplyFault.OTHER_DOCUMENT, record.reference)
        if record.kind not in _KINDS or not record.rows:  # version 0.8 recorded no rows of a text
            raise ReplyRefusedError(file_name, ReplyFault.OTHER_KIND)
        comparison = FileComparison(returned, lambda text: _stance(text) is not None)
        if record.kind == ExportKind.AMENDED:
            texts = [
                f"{self.documents.citation(Place(document, edit.address))}: {' / '.join((*edit.lines, *edit.notes))}"
                for edit in comparison.edits
            ]
            amended = (UnplacedText(text, UnplacedReason.AMENDED_ACT) for text in texts)
            return ReturnedChanges((), (*amended, *comparison.unplaced))
        units = self.documents.content(document).units()
        against = _AgainstPosition(self.positions.get(document), units, record)
        rows = [against.item(edit) for edit in comparison.edits]
        unplaced = [*comparison.unplaced, *(text for text in rows if isinstance(text, UnplacedText))]
        return ReturnedChanges(tuple(item for item in rows if isinstance(item, ReturnedItem)), tuple(unplaced))

    def accept(self, document: DocumentId, items: Iterable[ReturnedItem]) -> Changes:
        """Accept changes into our position, as a single step; those of one field in order."""
        before = self.positions.get(document)
        entries = {entry.address: entry for entry in before.items}
        general, internal = before.general, before.internal
        texts = {unit.address: unit.text for unit in self.documents.content(document).units()}
        for item in items:
            after = without_half_characters(item.after)
            if item.address is None:
                general = after if item.field is ReturnedField.GENERAL else general
                internal = after if item.field is ReturnedField.INTERNAL else internal
                continue
            entry = entries.get(item.address, PositionEntry(item.address))
            value: Any = after
            if item.field is ReturnedField.STANCE:
                value = Stance(after) if after else None
            elif item.field is ReturnedField.PROPOSAL:
                value = "" if after == NOTHING else None if not after or after == texts.get(item.address) else after
            entries[item.address] = replace(entry, **{str(item.field): value})
        filled = [entry for entry in entries.values() if not entry.is_empty()]
        items_ = tuple(in_text_order(filled, list(texts)))
        after_ = replace(start_draft(before), general=general, internal=internal, items=items_)
        return self.positions.write(before, after_, "reply")


def _is_on(record: ExportRecord, document: LibraryDocument) -> bool:
    reference = str(document.header.reference) if document.header.reference else ""
    is_named = bool(reference) and (record.reference, record.language) == (reference, document.header.language)
    return record.sha256 == document.sha256 or is_named


def _stance(text: str) -> Stance | None:
    """Return the stance with a label in any language of the exports."""
    words = digest(text.casefold())
    for name, labels in paths.load_table("export_labels").items():
        if not name.startswith("_"):
            for value, label in labels["stances"].items():
                if digest(label.casefold()) == words:
                    return Stance(value)
    return None


class _AgainstPosition:
    def __init__(self, position: Position, units: Sequence[Paragraph], record: ExportRecord) -> None:
        self._position = position
        self._texts = {unit.address: unit.text for unit in units}
        self._labels = {unit.address: unit.label for unit in units}
        self._is_text = record.is_text
        self._stances = paths.load_table("export_labels")[record.labels or "en"]["stances"]
        self._entries = {entry.address: entry for entry in position.items}

    def item(self, edit: FieldEdit) -> ReturnedItem | UnplacedText | None:
        """Return an edit as a change of our position; None if the position already says so."""
        address = edit.address or None
        if address is not None and address not in self._entries and address not in self._texts:
            text = "\n".join((*edit.lines, *edit.notes))
            return UnplacedText(text, UnplacedReason.NO_LONGER_THERE) if text else None
        before = self._value(address, edit.field)
        after = self._after(edit, address)
        certain = edit.is_certain and self._is_as_exported(address, edit)
        if edit.notes:
            is_changed = tuple(map(digest, edit.lines)) != edit.exported
            base = after if is_changed else before
            lines = [note for note in edit.notes if digest(note) not in line_digests(base)]
            after = "\n".join(filter(None, (base, *lines)))
            certain = certain or not is_changed
        if line_digests(before) == line_digests(after):
            return None
        return ReturnedItem(address, edit.field, before, after, certain, edit.authors)

    def _after(self, edit: FieldEdit, address: Address | None) -> str:
        if edit.field is ReturnedField.STANCE:
            stance = _stance(" ".join(edit.lines)) if edit.lines else None
            return str(stance) if stance else ""
        if edit.field is ReturnedField.PROPOSAL:
            wording = " ".join(edit.lines)
            label = self._labels.get(address or Address(""))
            if label and not edit.exported:  # written in an empty cell, with the label as in the adjacent text
                wording = wording.removeprefix(label).lstrip()
            same = address is not None and digest(wording) == digest(self._texts.get(address, ""))
            return NOTHING if self._is_text and not wording else "" if same else wording
        return "\n".join(edit.lines)

    def _value(self, address: Address | None, name: ReturnedField) -> str:
        if address is None:
            return self._position.internal if name is ReturnedField.INTERNAL else self._position.general
        value = getattr(self._entries.get(address, PositionEntry(address)), name)
        if self._is_text and name is ReturnedField.PROPOSAL:
            return format_value(name, value)
        return "" if value is None else str(value)

    def _is_as_exported(self, address: Address | None, edit: FieldEdit) -> bool:
        """True if one of our fields is unchanged since the export."""
        value = self._value(address, edit.field)
        if edit.field is ReturnedField.STANCE:
            value = self._stances[Stance(value).circulated] if value else ""
        printed: Sequence[str] = () if value == NOTHING else line_digests(value)
        if edit.field is ReturnedField.PROPOSAL and address is not None:
            text = line_digests(self._texts.get(address, ""))
            if self._is_text:
                return edit.exported == (printed if value else text)
            return edit.exported in ((printed or text), printed) or (not printed and edit.exported in ((), text))
        return tuple(printed) == edit.exported

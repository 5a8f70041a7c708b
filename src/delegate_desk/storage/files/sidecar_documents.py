"""The documents that sidecars tell of: what can be known of one, and of its text, until its original is read again."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from delegate_desk.core.documents.document import Address, Document, Header, Kind, Mark, Paragraph, Span
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.library.records import Fault, Node, SidecarError, is_timestamp, to_storable_text

_HASH = re.compile(r"[0-9a-f]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NO_NAME = re.compile(r"[\0-\x1f/\\]")
_LONGEST_NAME = 255
_LONGEST = 100_000
_LARGEST_NUMBER = 2**53
_DEEPEST = 100
_CHANGES = {str(mark): mark for mark in (Mark.ADDED, Mark.REMOVED)}


class SidecarDocument:
    """Document named in a sidecar.

    Raises:
        SidecarError: If it names no document that a library can have.
    """

    def __init__(self, content: Node) -> None:
        head = content.get("document")
        if not isinstance(head, dict) or not isinstance(head.get("sha256"), str):
            raise SidecarError(Fault.NO_SIDECAR)
        self.sha256: str = head["sha256"]
        if not _HASH.fullmatch(self.sha256):
            raise SidecarError(Fault.NOT_UNDERSTOOD)
        number = head.get("number")
        self.number = number if type(number) is int and 0 < number < _LARGEST_NUMBER else None
        self.file_name = _file_name(head.get("file_name")) or f"{self.sha256}{_suffix(head.get('original'))}"
        added, trashed = head.get("added"), head.get("trashed")
        self.added = str(added) if is_timestamp(added) else datetime.now(UTC).isoformat()
        self.trashed = str(trashed) if is_timestamp(trashed) else None
        self.document = Document(_header(head), *_units(content.get("units")))


def _file_name(name: object) -> str:
    plain = isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)
    try:
        return to_storable_text(str(name)) if plain and name not in (".", "..") else ""
    except SidecarError:
        return ""


def _suffix(original: object) -> str:
    match = re.fullmatch(r"originals/[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,9})", str(original))
    return match[1] if match else ""


def _header(head: Mapping[str, Any]) -> Header:
    """The header until the original is read: what of it has the right form."""
    reference = parse_reference(_text(head, "reference"))
    language = _text(head, "language")
    try:
        dated = date.fromisoformat(_text(head, "date"))
    except ValueError:
        dated = None
    return Header(
        language=language if _LANGUAGE.fullmatch(language) else "en",
        reference=reference,
        date=dated,
        marking=_text(head, "marking") or None,
        document_type=_text(head, "document_type") or None,
        document_type_label=_text(head, "document_type_label") or None,
        sender=_text(head, "sender") or None,
        recipient=_text(head, "recipient") or None,
        subject=_text(head, "subject"),
    )


def _text(head: Mapping[str, Any], name: str) -> str:
    value = head.get(name)
    try:
        return to_storable_text(value) if isinstance(value, str) and len(value) <= _LONGEST else ""
    except SidecarError:
        return ""


def _units(listed: object) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The units of which a sidecar has the text, and the footnotes."""
    found: dict[str, Paragraph] = {}
    for one in listed if isinstance(listed, list) else ():
        unit = _unit(one) if isinstance(one, dict) else None
        if unit:
            found.setdefault(unit.address, unit)
    units = tuple(found.values())
    notes = tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE)
    return tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE), notes


def _unit(one: Node) -> Paragraph | None:
    address, kind, depth = one.get("address"), one.get("kind"), one.get("depth")
    try:
        label, marked = (to_storable_text(one.get(name) or "") for name in ("label", "text"))
        place = (
            Address(to_storable_text(address))
            if isinstance(address, str) and 0 < len(address) <= _LONGEST_NAME * 2
            else ""
        )
    except (SidecarError, AttributeError):  # half a character, or no text at all
        return None
    if not place or not isinstance(kind, str) or kind not in set(map(str, Kind)):
        return None
    deep = depth if type(depth) is int and 0 < depth <= _DEEPEST else 1
    return Paragraph(Address(place), Kind(kind), label, marked, deep, spans=_spans(one.get("changes"), len(marked)))


def _spans(listed: object, length: int) -> tuple[Span, ...]:
    found = []
    for one in listed if isinstance(listed, list) else ():
        match one:
            case [int() as start, int() as end, str() as mark] if 0 <= start < end <= length and mark in _CHANGES:
                found.append(Span(start, end, _CHANGES[mark]))
    return tuple(found)

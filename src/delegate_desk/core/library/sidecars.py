"""Sidecars: the record as plain files that a person, or another program, can read without this program.

Each row of a table of the record is an object under the names of its columns; empty values are left out.
The permitted content of such an object is defined in this module, so that a damaged or malicious file
imports nothing else.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from delegate_desk.core.exchange.webannotation_writer import CONTEXT as ANNOTATIONS
from delegate_desk.core.exchange.webannotation_writer import NAMESPACE
from delegate_desk.core.library.sidecar_schema import ITEM, Cell, ColumnForm, SidecarColumn, SidecarTable
from delegate_desk.core.positions.position import PositionStatus
from delegate_desk.core.text import json_text

VERSION = 1
LARGEST = 128 * 1024 * 1024
"""How many bytes a sidecar may have."""
MOST_VALUES = 3_000_000
"""How many objects and lists it may have: each takes far more memory than its two characters in the file."""
_DEEPEST = 40
_LARGEST_NUMBER = 2**63


class SidecarSubject(StrEnum):
    """Subject of a sidecar."""

    DOCUMENT = "document"
    MEETING = "meeting"
    LIBRARY = "library"

    @property
    def kind(self) -> str:
        """Type of the file, as stored in it."""
        return f"{self.capitalize()}Sidecar"


Row: TypeAlias = dict[str, Cell]
Node: TypeAlias = dict[str, Any]
_NAMES: Mapping[str, Any] = {"@version": 1.1, "@vocab": NAMESPACE, "id": "@id", "type": "@type"}
_ABOUT = {
    SidecarSubject.DOCUMENT: "What Delegate Desk holds on one document: the notes on it as W3C Web Annotations, "
    "our position"
    " with its versions and history, and what else a person said of it. The document itself is the file named under"
    " 'original', in the folder beside; 'units' has the text of each place that something here stands on.",
    SidecarSubject.MEETING: "What Delegate Desk holds on one meeting: its agenda, and each line caught in it, as typed "
    "and as"
    " understood.",
    SidecarSubject.LIBRARY: "What Delegate Desk holds beside documents and meetings.",
}


def sidecar_header(subject: SidecarSubject, name: str = "") -> Node:
    """Header of a sidecar: the meaning of its names, its subject and its format."""
    names = dict(_NAMES)
    if subject is SidecarSubject.DOCUMENT:
        names["annotations"] = {"@id": f"{NAMESPACE}annotations", "@context": ANNOTATIONS}
    made: Node = {"@context": names, "type": subject.kind, "version": VERSION, "about": _ABOUT[subject]}
    return {**made, "id": name} if name else made


class Fault(StrEnum):
    """Why a sidecar, or something in it, is not taken."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    NO_SIDECAR = "no_sidecar"
    NEWER = "newer"
    OTHER_NAME = "other_name"
    NOT_UNDERSTOOD = "not_understood"
    NO_DOCUMENT = "no_document"


@dataclass(frozen=True, slots=True)
class RejectedRows:
    """Part of a sidecar that was rejected.

    Attributes:
        name: Its file, relative to the folder of sidecars.
        part: The list in it; empty for the complete file.
    """

    name: str
    fault: Fault
    part: str = ""


@dataclass
class SidecarError(Exception):
    """A sidecar, or a part of one, is not what it should be."""

    fault: Fault


# Out


Cite: TypeAlias = Callable[[int], Node | None]
"""What a document is known by elsewhere, by its number here."""


def row_to_object(table: SidecarTable, row: Mapping[str, Cell], cite: Cite) -> Node:
    """A row as a sidecar has it: what is empty is left out."""
    found = ((column.name, _value(column, row[column.name], cite)) for column in table.columns)
    return {name: value for name, value in found if value is not None}


def _value(column: SidecarColumn, cell: Cell, cite: Cite) -> object:
    if cell is None:
        return None
    if column.form is ColumnForm.FLAG:
        return True if cell else None
    if column.form in (ColumnForm.LIST, ColumnForm.OBJECT):
        kept = json.loads(str(cell))
        return None if kept == [] and column.is_required else kept
    if column.form is ColumnForm.DOCUMENT:
        return cite(int(cell))
    return None if cell == "" and column.is_required else cell


def encode_sidecar(sidecar: Mapping[str, Any]) -> bytes:
    """A sidecar as its file has it: the same each time for the same content."""
    return json.dumps(sidecar, ensure_ascii=False, indent=1).encode() + b"\n"


# In


Resolve: TypeAlias = Callable[[str], int | None]
"""The number here of a document, by its hash."""


def decode_sidecar(content: bytes, subject: SidecarSubject) -> Node:
    """Return the content of a file, if it is a sidecar of such a subject.

    Raises:
        SidecarError: If it is no sidecar, or a newer version of the program wrote it.
    """
    if len(content) > LARGEST or content.count(b"{") + content.count(b"[") > MOST_VALUES:
        raise SidecarError(Fault.TOO_LARGE)
    try:
        found = json.loads(json_text(content), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # no JSON, no text, too deep, or a number of thousands of digits
        raise SidecarError(Fault.NOT_JSON) from error
    if not isinstance(found, dict) or found.get("type") != subject.kind:
        raise SidecarError(Fault.NO_SIDECAR)
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise SidecarError(Fault.NO_SIDECAR)
    if version > VERSION:
        raise SidecarError(Fault.NEWER)
    if not _is_shallow(found):
        raise SidecarError(Fault.NOT_JSON)
    return found


def _no_number(_: str) -> object:
    raise ValueError("no number")


def _is_shallow(found: Node) -> bool:
    level: list[object] = [found]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return True
    return False


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [one for one in value.values() if isinstance(one, dict | list)]
    return [one for one in value if isinstance(one, dict | list)] if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row that a sidecar has, with what hangs on it."""

    table: SidecarTable
    row: Row
    children: tuple["ListedRow", ...] = ()


@dataclass(slots=True)
class SidecarRows:
    """Parsed list of a sidecar: its rows in order, and the faults in rows."""

    rows: list[ListedRow] = field(default_factory=list)
    faults: list[tuple[str, Fault]] = field(default_factory=list)


def rows_in(table: SidecarTable, sidecar: Mapping[str, Any], resolve: Resolve) -> SidecarRows:
    """The rows of a table that a sidecar has; what is not understood is told by the name of its list."""
    taken = SidecarRows()
    value = sidecar.get(table.list_name)
    for one in value if isinstance(value, list) else [] if value is None else [value]:
        try:
            if not isinstance(one, dict):
                raise SidecarError(Fault.NOT_UNDERSTOOD)
            row = {column.name: _cell(column, one.get(column.name), resolve) for column in table.columns}
        except SidecarError as error:
            taken.faults.append((table.list_name, error.fault))
            continue
        children: list[ListedRow] = []
        for child in table.children:
            inner = rows_in(child, one, resolve)
            children += inner.rows
            taken.faults += inner.faults
        taken.rows.append(ListedRow(table, row, tuple(children)))
    return taken


def _cell(column: SidecarColumn, value: object, resolve: Resolve) -> Cell:
    """Return the value of a column.

    Raises:
        SidecarError: If the value is not allowed.
    """
    if value is None:
        return _nothing(column)
    match column.form, value:
        case ColumnForm.TEXT, str() if not column.allowed_values or value in column.allowed_values:
            return to_storable_text(value)
        case ColumnForm.NUMBER, int() if type(value) is int and abs(value) < _LARGEST_NUMBER:
            return value
        case ColumnForm.REAL, int() | float() if type(value) is not bool and abs(value) < _LARGEST_NUMBER:
            return float(value)
        case ColumnForm.FLAG, bool():
            return int(value)
        case ColumnForm.MOMENT, str() if is_timestamp(value):
            return value
        case ColumnForm.LIST, list() if all(isinstance(one, str) for one in value):
            return json.dumps([to_storable_text(one) for one in value], ensure_ascii=column.escaped)
        case ColumnForm.OBJECT, dict():
            return to_storable_text(json.dumps(value, ensure_ascii=column.escaped))
        case ColumnForm.DOCUMENT, dict():
            number = resolve(value["sha256"]) if isinstance(value.get("sha256"), str) else None
            if number is None and column.is_required:
                raise SidecarError(Fault.NO_DOCUMENT)
            return number
    raise SidecarError(Fault.NOT_UNDERSTOOD)


def _nothing(column: SidecarColumn) -> Cell:
    if not column.is_required:
        return None
    if column.form is ColumnForm.TEXT and not column.allowed_values:
        return ""
    if column.form is ColumnForm.LIST:
        return "[]"
    if column.form is ColumnForm.FLAG:
        return 0
    raise SidecarError(Fault.NOT_UNDERSTOOD)


def to_storable_text(text: str) -> str:
    """Text that a database takes.

    Raises:
        SidecarError: If half a character is in it.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SidecarError(Fault.NOT_UNDERSTOOD) from error
    return text


def is_timestamp(value: object) -> bool:
    """True for a moment that names its zone."""
    if not isinstance(value, str):
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def is_entry(value: object) -> bool:
    """True for a line of ours as the versions of a position keep it."""
    if not isinstance(value, dict) or not isinstance(value.get("address"), str):
        return False
    taken = rows_in(ITEM, {ITEM.list_name: [value]}, _nobody)
    given = {name for name, inner in value.items() if inner is None}
    return bool(taken.rows) and not given & {column.name for column in ITEM.columns if column.is_required}


def is_version(value: Mapping[str, Any]) -> bool:
    """True for a version of a position as it is kept."""
    cleared, sent, items, sources = (value.get(name) for name in ("cleared", "sent", "items", "sources"))
    return (
        value.keys() >= {"cleared", "sent"}
        and value.get("status") in list(map(str, PositionStatus))
        and all(isinstance(value.get(name), str) for name in ("general", "internal"))
        and (cleared is None or _says(cleared, "by"))
        and (sent is None or _says(sent, "to", "file"))
        and isinstance(items, list)
        and all(map(is_entry, items))
        and isinstance(sources, dict)
        and all(isinstance(text, str) for text in sources.values())
    )


def _says(value: object, *names: str) -> bool:
    return (
        isinstance(value, dict)
        and is_timestamp(value.get("at"))
        and all(isinstance(value.get(name), str) for name in names)
    )


def _nobody(_: str) -> int | None:
    return None

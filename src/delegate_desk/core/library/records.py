"""Records: the rows of a library as tables, plain files and packages contain them, by one schema of typed columns.

A row is an object with the names of its columns as keys; empty values are omitted, and a document is referred to by its
hash. Only what the columns allow is read from such an object, so that a damaged or hostile file adds nothing else.
"""

import contextlib
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeAlias

from delegate_desk.core.exchange.annotation_exchange import CONTEXT as ANNOTATIONS
from delegate_desk.core.exchange.annotation_exchange import NAMESPACE
from delegate_desk.core.text import json_text
from delegate_desk.core.values import dataclass

Cell: TypeAlias = str | int | float | None
"""A value in a column of ours, as SQLite stores it."""
Row: TypeAlias = dict[str, Cell]
Node: TypeAlias = dict[str, Any]
Cite: TypeAlias = Callable[[int], Node | None]
"""Returns the hash of a document by its number here."""
Resolve: TypeAlias = Callable[[str], int | None]
"""Returns the number of a document here by its hash."""

LONGEST = 2_000_000
"""Maximum number of characters of a text from outside."""
_MOST = 10_000
"""Maximum number of texts in a list."""
_DEEPEST = 24
_LARGEST_NUMBER = 2**63
_LAST_YEAR = 9000
"""Last allowed year, so that later times can be computed."""


TEXT_PATTERNS = {
    "sha256": re.compile(r"[0-9a-f]{64}\Z"),
    "member": re.compile(r"[A-Z]{2}\Z"),
    "language": re.compile(r"[a-z]{2,3}\Z"),
    "address": re.compile(r"\S*\Z"),
    **dict.fromkeys(("kind", "stance", "status", "verdict", "visibility"), re.compile(r"[a-z_]*\Z")),
}
"""Pattern of a text by the name of its column; an empty text always matches."""


class ColumnForm(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    REAL = "real"
    FLAG = "flag"
    MOMENT = "moment"
    DATE = "date"
    TIME = "time"
    LIST = "list"
    OBJECT = "object"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """Column of a table.

    Attributes:
        is_required: False for a column that may be NULL.
        allowed_values: Empty if all are allowed.
        is_filled: True for a text that must not be empty, or a number that must be above 0.
        escaped: True for a list stored with its characters beyond ASCII escaped.
    """

    name: str
    form: ColumnForm = ColumnForm.TEXT
    is_required: bool = True
    allowed_values: frozenset[str | int] = frozenset()
    is_filled: bool = False
    escaped: bool = False
    pattern: re.Pattern[str] | None = None

    @property
    def empty(self) -> Cell:
        """Return the cell of an omitted value.

        Raises:
            SidecarError: If the value is required.
        """
        if not self.is_required:
            return None
        if self.form is ColumnForm.TEXT and not self.allowed_values and not self.is_filled and self.matches(""):
            return ""
        if self.form is ColumnForm.LIST:
            return "[]"
        if self.form is ColumnForm.FLAG:
            return 0
        raise SidecarError(Fault.NOT_UNDERSTOOD)

    def matches(self, value: str) -> bool:
        pattern = self.pattern or (TEXT_PATTERNS.get(self.name) if value else None)
        return pattern is None or pattern.fullmatch(value) is not None

    def can_store(self, cell: str) -> bool:
        """True if a database may hold this text in the column; an empty text always."""
        if not cell:
            return True
        try:
            if self.form is ColumnForm.MOMENT:
                datetime.fromisoformat(cell)
            elif self.form in (ColumnForm.LIST, ColumnForm.OBJECT):
                json.loads(cell)
        except (ValueError, RecursionError):
            return False
        return cell in self.allowed_values if self.allowed_values else self.matches(cell)


@dataclass(frozen=True, slots=True, eq=False)
class RecordTable:
    """Table of the record.

    Attributes:
        key: Columns that identify its rows below their parent; children refer to the first. Empty for a table without
            such columns, whose rows are identified by their whole content.
        columns: The stored columns, without ``parent``.
        parent: The column with the owner of the row; empty if it belongs to the library itself.
        made: Columns that the program fills in, with the value until then; None for a number assigned by SQLite.
        is_single: True for a table with at most a single row under its parent.
        ranks: Columns that decide which of two versions of a row is later.
        is_local: True for rows that belong to one computer: conflict copies do not change them.
        is_needed: True if an owner without such rows is invalid.
    """

    name: str
    list_name: str
    key: tuple[str, ...]
    columns: tuple[RecordColumn, ...]
    parent: str = ""
    children: tuple["RecordTable", ...] = ()
    made: Mapping[str, Cell] = field(default_factory=dict)
    is_single: bool = False
    ranks: tuple[str, ...] = ()
    is_local: bool = False
    is_needed: bool = False
    check: Callable[[Row], bool] = lambda _: True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def with_children(self) -> Iterator["RecordTable"]:
        yield self
        for child in self.children:
            yield from child.with_children()


def columns(
    *described: str | RecordColumn, enums: Mapping[str, type[StrEnum]] | None = None
) -> tuple[RecordColumn, ...]:
    """Columns of a table, in their order.

    Args:
        described: Columns, or texts such as ``name! stance:Stance? tags:escaped``: the name, the form if it is not any
            text (``escaped`` for a list with its characters beyond ASCII escaped, or an enumeration), and ``?`` for a
            column that may be NULL, ``!`` for one that must be filled.
        enums: The enumerations in them, by name.
    """
    found: list[RecordColumn] = []
    for column in described:
        if isinstance(column, RecordColumn):
            found.append(column)
            continue
        for text in column.split():
            name, _, form = text.rstrip("?!").partition(":")
            required, filled = not text.endswith("?"), text.endswith("!")
            if form in (enums or {}):
                values = frozenset(map(str, (enums or {})[form]))
                found.append(RecordColumn(name, is_required=required, allowed_values=values))
                continue
            escaped = form == "escaped"
            kind = ColumnForm.LIST if escaped else ColumnForm(form or "text")
            found.append(RecordColumn(name, kind, required, is_filled=filled, escaped=escaped))
    return tuple(found)


class Fault(StrEnum):
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
    name: str
    fault: Fault
    part: str = ""


@dataclass
class SidecarError(Exception):
    fault: Fault


# JSON


def load_json(content: bytes, limit: int) -> Any:
    """Parse JSON in UTF-8 within limits: no NaN, no duplicate names, no unpaired surrogates, no deep nesting.

    Args:
        limit: Maximum number of values: each takes far more memory than its characters.

    Raises:
        ValueError: If it is anything else; says which, in English without document text.
    """
    if content.count(b"{") + content.count(b"[") + content.count(b",") > limit:
        raise ValueError("too many values")
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_object)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    pending: list[tuple[object, int]] = [(value, 1)]
    while pending:
        item, depth = pending.pop()
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        if isinstance(item, str):
            item.encode()  # half a character raises
        elif isinstance(item, float) and not math.isfinite(item):
            raise ValueError("no number")
        elif isinstance(item, list | dict):
            pending.extend((inner, depth + 1) for inner in item)
            if isinstance(item, dict):
                pending.extend((inner, depth + 1) for inner in item.values())
    return value


def _no_number(_: str) -> None:
    raise ValueError("no number")


def _object(pairs: list[tuple[str, Any]]) -> Node:
    node = dict(pairs)
    if len(node) != len(pairs):
        raise ValueError("a name twice")
    return node


# Writing


def row_to_object(table: RecordTable, row: Mapping[str, Cell], cite: Cite) -> Node:
    """Return a row as an object without empty values."""
    found = ((column.name, _value(column, row[column.name], cite)) for column in table.columns)
    return {name: value for name, value in found if value is not None}


def _value(column: RecordColumn, cell: Cell, cite: Cite) -> object:
    if cell is None:
        return None
    if column.form is ColumnForm.FLAG:
        return True if cell else None
    if column.form in (ColumnForm.LIST, ColumnForm.OBJECT):
        stored = json.loads(str(cell))
        return None if stored == [] and column.is_required else stored
    if column.form is ColumnForm.DOCUMENT:
        return cite(int(cell))
    return None if cell == "" and column.is_required else cell


# Reading


@dataclass(frozen=True, slots=True)
class ListedRow:
    table: RecordTable
    row: Row
    children: tuple["ListedRow", ...] = ()
    node: Node = field(default_factory=dict, compare=False)


@dataclass(slots=True)
class RecordRows:
    rows: list[ListedRow] = field(default_factory=list)
    faults: list[tuple[str, Fault]] = field(default_factory=list)


def no_document(_: str) -> int | None:
    return None


def rows_in(table: RecordTable, owner: Mapping[str, Any], resolve: Resolve = no_document) -> RecordRows:
    result = RecordRows()
    value = owner.get(table.list_name)
    for item in value if isinstance(value, list) else [] if value is None else [value]:
        try:
            row = read_row(table, item, resolve)
        except SidecarError as error:
            result.faults.append((table.list_name, error.fault))
            continue
        children: list[ListedRow] = []
        for child in table.children:
            inner = rows_in(child, item, resolve)
            children += inner.rows
            result.faults += inner.faults
        if any(child.is_needed and all(row.table is not child for row in children) for child in table.children):
            result.faults.append((table.list_name, Fault.NOT_UNDERSTOOD))
            continue
        result.rows.append(ListedRow(table, row, tuple(children), item))
    return result


def read_row(table: RecordTable, node: object, resolve: Resolve = no_document) -> Row:
    """Return the row in an object.

    Raises:
        SidecarError: If the object, or a value in it, is not allowed.
    """
    if not isinstance(node, dict):
        raise SidecarError(Fault.NOT_UNDERSTOOD)
    row = {column.name: _cell(column, node.get(column.name), resolve) for column in table.columns}
    if not table.check(row):
        raise SidecarError(Fault.NOT_UNDERSTOOD)
    return row


def read_valid(table: RecordTable, node: Node) -> Row:
    """Return the row in an object; an invalid value counts as left out, and a required one is then None."""
    row: Row = {}
    for column in table.columns:
        row[column.name] = None
        for value in (node.get(column.name), None):
            with contextlib.suppress(SidecarError):
                row[column.name] = _cell(column, value, no_document)
                break
    return row


def _cell(column: RecordColumn, value: object, resolve: Resolve) -> Cell:
    if value is None:
        return column.empty
    if column.allowed_values and (isinstance(value, bool | list | dict) or value not in column.allowed_values):
        raise SidecarError(Fault.NOT_UNDERSTOOD)
    if column.is_filled and (not value or (isinstance(value, int) and value < 0)):
        raise SidecarError(Fault.NOT_UNDERSTOOD)
    match column.form, value:
        case ColumnForm.TEXT, str() if column.matches(value):
            return to_storable_text(value)
        case ColumnForm.NUMBER, int() if type(value) is int and abs(value) < _LARGEST_NUMBER:
            return value
        case ColumnForm.REAL, int() | float() if type(value) is not bool and abs(value) < _LARGEST_NUMBER:
            return float(value)
        case ColumnForm.FLAG, bool():
            return int(value)
        case ((ColumnForm.MOMENT | ColumnForm.DATE | ColumnForm.TIME), str()) if _is_time(column.form, value):
            return value
        case ColumnForm.LIST, list() if len(value) <= _MOST and all(isinstance(item, str) for item in value):
            return json.dumps([to_storable_text(item) for item in value], ensure_ascii=column.escaped)
        case ColumnForm.OBJECT, dict():
            return to_storable_text(json.dumps(value, ensure_ascii=column.escaped))
        case ColumnForm.DOCUMENT, dict():
            number = resolve(value["sha256"]) if isinstance(value.get("sha256"), str) else None
            if number is None and column.is_required:
                raise SidecarError(Fault.NO_DOCUMENT)
            return number
    raise SidecarError(Fault.NOT_UNDERSTOOD)


def to_storable_text(value: str) -> str:
    """Return a text that a database accepts.

    Raises:
        SidecarError: If it contains an unpaired surrogate, or is too long.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise SidecarError(Fault.NOT_UNDERSTOOD) from error
    if len(value) > LONGEST:
        raise SidecarError(Fault.NOT_UNDERSTOOD)
    return value


def is_timestamp(value: object) -> bool:
    """True for a time with a time zone."""
    return isinstance(value, str) and _is_time(ColumnForm.MOMENT, value)


def _is_time(form: ColumnForm, value: str) -> bool:
    try:
        if form is ColumnForm.MOMENT:
            timestamp = datetime.fromisoformat(value)
            return timestamp.tzinfo is not None and timestamp.astimezone(UTC).year <= _LAST_YEAR
        (date if form is ColumnForm.DATE else time).fromisoformat(value)
    except (ValueError, OverflowError):
        return False
    return True


VERSION = 1
LARGEST = 128 * 1024 * 1024
"""Maximum size of a sidecar, in bytes."""
MOST_VALUES = 10_000_000


class SidecarSubject(StrEnum):
    DOCUMENT = "document"
    MEETING = "meeting"
    LIBRARY = "library"

    @property
    def kind(self) -> str:
        return f"{self.capitalize()}Sidecar"


_NAMES: Mapping[str, Any] = {"@version": 1.1, "@vocab": NAMESPACE, "id": "@id", "type": "@type"}
_ABOUT = {
    SidecarSubject.DOCUMENT: "What Delegate Desk holds on one document: the notes on it as W3C Web Annotations, our"
    " position with its versions and history, and what else a person said of it. The document itself is the file named"
    " under 'original', in the folder beside; 'units' has the text of each place that something here stands on.",
    SidecarSubject.MEETING: "What Delegate Desk holds on one meeting: its agenda, and each line caught in it, as typed"
    " and as understood.",
    SidecarSubject.LIBRARY: "What Delegate Desk holds beside documents and meetings.",
}


def sidecar_header(subject: SidecarSubject, name: str = "") -> Node:
    names = dict(_NAMES)
    if subject is SidecarSubject.DOCUMENT:
        names["annotations"] = {"@id": f"{NAMESPACE}annotations", "@context": ANNOTATIONS}
    header: Node = {"@context": names, "type": subject.kind, "version": VERSION, "about": _ABOUT[subject]}
    return {**header, "id": name} if name else header


def encode_sidecar(sidecar: Mapping[str, Any]) -> bytes:
    """Return the file content of a sidecar: always the same for the same content."""
    return json.dumps(sidecar, ensure_ascii=False, indent=1).encode() + b"\n"


def decode_sidecar(content: bytes, subject: SidecarSubject) -> Node:
    """Return the content of a file, if it is a sidecar of such a subject.

    Raises:
        SidecarError: If it is not a sidecar, or a newer version of the program wrote it.
    """
    if len(content) > LARGEST or content.count(b"{") > MOST_VALUES:
        raise SidecarError(Fault.TOO_LARGE)
    try:
        found = load_json(json_text(content).encode(), MOST_VALUES)
    except ValueError as error:
        raise SidecarError(Fault.NOT_JSON) from error
    if not isinstance(found, dict) or found.get("type") != subject.kind:
        raise SidecarError(Fault.NO_SIDECAR)
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise SidecarError(Fault.NO_SIDECAR)
    if version > VERSION:
        raise SidecarError(Fault.NEWER)
    return found

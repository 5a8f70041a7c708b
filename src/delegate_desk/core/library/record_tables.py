"""Tables of the record: whatever is kept in a library and cannot be made anew from originals."""

import json
from collections.abc import Mapping
from typing import Any

from delegate_desk.core.documents.corrections import CorrectableField, with_correction
from delegate_desk.core.documents.document import Address, Header, MarkUp
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.core.exchange.merge_rules import ExchangedKind, is_entry_key
from delegate_desk.core.library.records import (
    Cell,
    ColumnForm,
    Node,
    RecordColumn,
    RecordTable,
    Row,
    SidecarError,
    columns,
    enum_column,
    filled,
    is_timestamp,
    optional_text,
    read_row,
    text,
)
from delegate_desk.core.positions.position import PRIORITIES, PositionEntry, PositionStatus, Stance
from delegate_desk.core.positions.versions import CIRCULATED
from delegate_desk.core.revisions.carried_items import CarriedKind, CarryVerdict
from delegate_desk.core.search import Sort


def _is_correction(row: Row) -> bool:
    field = str(row["field"])
    try:
        for value in (str(row["value"]), str(row["read"])):
            if field == CorrectableField.MARK_UP:
                MarkUp(value)
            else:
                with_correction(Header("en"), CorrectableField(field), value)
    except (NotUnderstoodError, ValueError):
        return False
    return True


def _is_received(row: Row) -> bool:
    try:
        is_whole = not row["content"] or isinstance(json.loads(str(row["content"])), dict)
    except (ValueError, RecursionError):
        return False
    return is_whole and (row["kind"] != ExchangedKind.LINE or is_entry_key(str(row["key"])))


_SAID = (
    *text("comment", "internal", "justification", "red_line", "instruction", "source", "label"),
    *optional_text("proposal", "after"),
)
ITEM = RecordTable(
    "position_item",
    "items",
    ("address",),
    (
        *text("address"),
        enum_column("stance", Stance, needed=False),
        *_SAID,
        *columns(ColumnForm.LIST, "joint", "fallbacks", "tags", "authors"),
        RecordColumn("priority", ColumnForm.NUMBER, is_required=False, allowed_values=frozenset(PRIORITIES)),
    ),
    "document",
)
POSITION = RecordTable(
    "position",
    "position",
    ("document",),
    (
        enum_column("status", PositionStatus),
        *columns(ColumnForm.NUMBER, "version"),
        *text("general", "internal"),
        *optional_text("cleared_by", "sent_to", "sent_file"),
        *columns(ColumnForm.MOMENT, "cleared_at", "sent_at", needed=False),
    ),
    "document",
    is_single=True,
    children=(ITEM,),
)
_PARTS = RecordTable(
    "contribution_part",
    "parts",
    ("position",),
    (
        *columns(ColumnForm.NUMBER, "position"),
        *columns(ColumnForm.LIST, "delegations", escaped=True),
        *text("label", "quoted"),
        *optional_text("proposal"),
        *text("comment"),
        *columns(ColumnForm.FLAG, "general"),
        *optional_text("address", "after"),
        *columns(ColumnForm.FLAG, "by_hand"),
        *text("stands"),
    ),
    "contribution",
)
DOCUMENT_TABLES = (
    RecordTable(
        "correction",
        "corrections",
        ("field",),
        (
            enum_column("field", CorrectableField),
            *text("value", "read"),
            *columns(ColumnForm.REAL, "confidence", needed=False),
            *columns(ColumnForm.MOMENT, "made"),
        ),
        "document",
        ranks=("made",),
        check=_is_correction,
    ),
    POSITION,
    RecordTable(
        "position_version",
        "position_versions",
        ("version",),
        (*columns(ColumnForm.NUMBER, "version"), *columns(ColumnForm.OBJECT, "content")),
        "document",
        check=lambda row: is_version(json.loads(str(row["content"]))),
    ),
    RecordTable(
        "position_change",
        "position_changes",
        (),
        (
            *columns(ColumnForm.NUMBER, "version"),
            *text("address", "field", "before", "after"),
            *columns(ColumnForm.MOMENT, "at"),
        ),
        "document",
        made={"id": None},
    ),
    RecordTable(
        "unplaced",
        "unplaced",
        (),
        (
            *text("address", "text"),
            *optional_text("annotation"),
            enum_column("stance", Stance, needed=False),
            *optional_text("proposal"),
            *text("comment", "internal"),
            *columns(ColumnForm.OBJECT, "item", needed=False),
        ),
        "document",
        made={"id": None},
        check=lambda row: row["item"] is None or is_entry(json.loads(str(row["item"]))),
    ),
    RecordTable(
        "dossier_choice",
        "dossier_choice",
        ("document",),
        (*optional_text("dossier"), *columns(ColumnForm.MOMENT, "made")),
        "document",
        is_single=True,
        ranks=("made",),
    ),
    RecordTable("dossier_refusal", "dossier_refusals", ("dossier",), text("dossier"), "document"),
    RecordTable(
        "contribution",
        "contributions",
        ("id",),
        (*text("id"), *columns(ColumnForm.DOCUMENT, "paper"), *columns(ColumnForm.MOMENT, "added")),
        "document",
        (_PARTS,),
    ),
    RecordTable(
        "carried",
        "carried",
        ("new", "kind", "key"),
        (
            *columns(ColumnForm.DOCUMENT, "new"),
            enum_column("kind", CarriedKind),
            *text("key", "address"),
            *optional_text("placed"),
            enum_column("verdict", CarryVerdict),
            *columns(ColumnForm.LIST, "proposals", escaped=True),
            *text("text"),
            *columns(ColumnForm.FLAG, "words_gone"),
            *columns(ColumnForm.MOMENT, "decided", needed=False),
            *text("made", "follows"),
        ),
        "old",
        ranks=("decided",),
    ),
)
"""What hangs on a document, but for its annotations, which are Web Annotations."""

MEETING = RecordTable(
    "meeting",
    "meeting",
    ("id",),
    (
        *text("id"),
        *optional_text("reference"),
        *text("body"),
        *columns(ColumnForm.DATE, "date", needed=False),
        *columns(ColumnForm.TIME, "time", needed=False),
        *text("place", "contact"),
        *columns(ColumnForm.MOMENT, "created"),
        *columns(ColumnForm.DOCUMENT, "agenda", needed=False),
        *columns(ColumnForm.MOMENT, "trashed", needed=False),
    ),
    "",
    (
        RecordTable(
            "agenda_item",
            "items",
            ("position",),
            (
                *columns(ColumnForm.NUMBER, "position"),
                *text("number", "title"),
                *columns(ColumnForm.LIST, "documents", escaped=True),
            ),
            "meeting",
        ),
        RecordTable(
            "line",
            "lines",
            ("id",),
            (
                *text("id"),
                *columns(ColumnForm.NUMBER, "sequence"),
                *optional_text("item"),
                *text("text"),
                *columns(ColumnForm.DOCUMENT, "document", needed=False),
                *optional_text("address"),
                *columns(ColumnForm.MOMENT, "created"),
                *columns(ColumnForm.MOMENT, "trashed", needed=False),
            ),
            "meeting",
            (
                RecordTable(
                    "intervention",
                    "interventions",
                    ("id",),
                    (
                        *text("id"),
                        *columns(ColumnForm.NUMBER, "position"),
                        *text("delegations"),
                        enum_column("stance", Stance, needed=False),
                        *columns(ColumnForm.DOCUMENT, "document", needed=False),
                        *optional_text("address"),
                        *text("label", "text"),
                        *columns(ColumnForm.LIST, "wordings"),
                        *columns(ColumnForm.FLAG, "conclusion"),
                        *columns(ColumnForm.DOCUMENT, "shelf", needed=False),
                    ),
                    "line",
                ),
            ),
        ),
    ),
)

STAMP = RecordTable(
    "stamp",
    "stamps",
    ("kind", "key"),
    (
        enum_column("kind", ExchangedKind),
        *text("key"),
        *columns(ColumnForm.NUMBER, "number"),
        *text("moment"),
        *columns(ColumnForm.FLAG, "gone"),
        *columns(ColumnForm.NUMBER, "sent"),
    ),
    check=lambda row: isinstance(row["number"], int) and 0 <= row["number"] < 2**53,
)
"""When a note or line of ours changed; in a sidecar of a document, a line is named by its address alone."""

_SEEN = (*text("name"), *columns(ColumnForm.NUMBER, "size", "modified"))
_FIGURES = (*text("member"), *filled("population", form=ColumnForm.NUMBER))
LIBRARY_TABLES = (
    RecordTable(
        "library",
        "library",
        ("id",),
        (*text("id"), *columns(ColumnForm.MOMENT, "created"), *optional_text("delegation")),
        is_local=True,
    ),
    RecordTable("delegation_group", "delegation_groups", ("name",), (*filled("name"), *text("codes"))),
    RecordTable("phrase", "phrases", ("language", "folded"), (*filled("language", "folded"), *text("keyword", "text"))),
    RecordTable(
        "voting_year",
        "voting_figures",
        ("year",),
        (
            *columns(ColumnForm.NUMBER, "year"),
            *columns(ColumnForm.FLAG, "exact"),
            *text("source"),
            *columns(ColumnForm.MOMENT, "edited"),
        ),
        "",
        (RecordTable("voting_population", "populations", ("member",), _FIGURES, "voting_year", is_needed=True),),
        ranks=("edited",),
    ),
    RecordTable(
        "saved_search",
        "saved_searches",
        ("name",),
        (
            *filled("name"),
            *text("query"),
            enum_column("sort", Sort),
            *columns(ColumnForm.FLAG, "stemming"),
            *columns(ColumnForm.NUMBER, "document"),
            *text("moment"),
        ),
        made={"seen": 0},
        ranks=("moment",),
    ),
    RecordTable(
        "recent_search",
        "recent_searches",
        ("query",),
        (*columns(ColumnForm.NUMBER, "number"), *text("query")),
        is_local=True,
    ),
    RecordTable(
        "watched_folder",
        "watched_folders",
        ("id",),
        (*columns(ColumnForm.NUMBER, "id"), *text("path")),
        "",
        (RecordTable("seen_file", "seen_files", ("name",), _SEEN, "watched_folder"),),
        is_local=True,
    ),
    RecordTable(
        "annotation_aside",
        "annotations_aside",
        ("id",),
        (*text("id", "reference", "language", "sha256", "modified"), *columns(ColumnForm.OBJECT, "annotation")),
        ranks=("modified",),
    ),
    RecordTable(
        "person",
        "people",
        ("id",),
        (
            *text("id", "name", "delegation"),
            *columns(ColumnForm.FLAG, "ours"),
            *text("moment"),
            *columns(ColumnForm.FLAG, "firsthand"),
            *columns(ColumnForm.MOMENT, "seen", needed=False),
        ),
        ranks=("firsthand", "moment"),
    ),
    RecordTable(
        "received",
        "received",
        ("author", "kind", "key"),
        (
            *text("author"),
            enum_column("kind", ExchangedKind),
            *text("key", "moment"),
            *columns(ColumnForm.FLAG, "gone", "whole"),
            *text("via", "reference", "language", "sha256", "content", "package", "note"),
            *columns(ColumnForm.FLAG, "removed"),
        ),
        check=_is_received,
    ),
    RecordTable("package_taken", "packages_taken", ("id",), text("id", "person", "moment", "taken"), ranks=("taken",)),
    RecordTable(
        "shared_folder",
        "shared_folder",
        ("path",),
        (
            *text("path"),
            *columns(ColumnForm.FLAG, "internal", "originals"),
            *columns(ColumnForm.MOMENT, "joined"),
            *columns(ColumnForm.NUMBER, "mark", needed=False),
            *columns(ColumnForm.NUMBER, "sent"),
        ),
        is_local=True,
    ),
    RecordTable(
        "refused_person",
        "refused_people",
        ("person",),
        (*text("person"), *columns(ColumnForm.MOMENT, "refused")),
        ranks=("refused",),
    ),
)
"""What belongs to the library as a whole."""

TABLES = {table.name: table for root in (*DOCUMENT_TABLES, *LIBRARY_TABLES, MEETING) for table in root.with_children()}
"""By name."""
ELSEWHERE = {
    "document": "its own part of a sidecar",
    "annotation": "a Web Annotation",
    "annotation_tag": "a body of a Web Annotation",
    "stamp": "the list of stamps",
}
"""The tables of the record that are written in ways of their own, with how."""
DERIVED = frozenset(
    {
        "subject_code",
        "document_link",
        "paragraph",
        "mention",
        "change",
        "sidecar_due",
        "shared_file",
        "shared_original",
        "sqlite_sequence",
        "sqlite_stat1",
    }
)
"""The tables that are made from originals and from the others."""

# Position entries

_LISTS = frozenset(column.name for column in ITEM.columns if column.form is ColumnForm.LIST)
_EMPTY = PositionEntry(Address(""))


def entry_values(entry: PositionEntry, *, circulated: bool = False) -> Node:
    """Return the fields of a position entry that are not empty, by name, with its address."""
    found: Node = {"address": str(entry.address)}
    for name in ITEM.names:
        value = getattr(entry, name)
        if value != getattr(_EMPTY, name) and (name in CIRCULATED or not circulated):
            found[name] = list(value) if isinstance(value, tuple) else value
    if entry.stance is not None:
        found["stance"] = str(entry.stance.circulated if circulated else entry.stance)
    return found


def entry_from_values(values: Mapping[str, Any]) -> PositionEntry:
    fields = {name: values[name] for name in ITEM.names if values.get(name) is not None}
    fields |= {name: tuple(fields[name]) for name in _LISTS & fields.keys()}
    if stance := fields.pop("stance", ""):
        fields["stance"] = Stance(stance)
    return PositionEntry(**fields)


def entry_cells(entry: PositionEntry) -> tuple[Cell, ...]:
    values = ((name, getattr(entry, name)) for name in ITEM.names)
    return tuple(json.dumps(value, ensure_ascii=False) if name in _LISTS else value for name, value in values)


def entry_from_cells(row: Any) -> PositionEntry:
    values = {name: row[name] for name in ITEM.names}
    for name in _LISTS:  # most are empty, and a position is read at each key
        values[name] = () if values[name] == "[]" else json.loads(values[name])
    return entry_from_values(values)


def parse_entry(values: Mapping[str, Any]) -> PositionEntry | None:
    """The entry with values from elsewhere; None for invalid values. Unknown fields are left out."""
    if not isinstance(values.get("address"), str):
        return None
    try:
        row = read_row(ITEM, {name: _without_nul(value) for name, value in values.items()})
    except SidecarError:
        return None
    return entry_from_cells(row)


def _without_nul(value: object) -> object:
    if isinstance(value, list):
        return [_without_nul(one) for one in value]
    return value.replace("\0", "") if isinstance(value, str) else value


def is_entry(value: object) -> bool:
    needed = {column.name for column in ITEM.columns if column.is_required}
    if not isinstance(value, dict) or any(name in needed and inner is None for name, inner in value.items()):
        return False
    return parse_entry(value) is not None


def is_version(value: Mapping[str, Any]) -> bool:
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
        and all(isinstance(source, str) for source in sources.values())
    )


def _says(value: object, *names: str) -> bool:
    return (
        isinstance(value, dict)
        and is_timestamp(value.get("at"))
        and all(isinstance(value.get(name), str) for name in names)
    )

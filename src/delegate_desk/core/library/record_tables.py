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
    is_timestamp,
    read_row,
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


ITEM = RecordTable(
    "position_item",
    "items",
    ("address",),
    columns(
        "address",
        enum_column("stance", Stance, needed=False),
        "comment internal justification red_line instruction source label proposal? after?",
        "joint:list fallbacks:list tags:list authors:list",
        RecordColumn("priority", ColumnForm.NUMBER, is_required=False, allowed_values=frozenset(PRIORITIES)),
    ),
    "document",
)
POSITION = RecordTable(
    "position",
    "position",
    ("document",),
    columns(
        enum_column("status", PositionStatus),
        "version:number general internal cleared_by? sent_to? sent_file? cleared_at:moment?",
        "sent_at:moment?",
    ),
    "document",
    is_single=True,
    children=(ITEM,),
)
_PARTS = RecordTable(
    "contribution_part",
    "parts",
    ("position",),
    columns(
        "position:number delegations:escaped label quoted proposal? comment general:flag",
        "address? after? by_hand:flag stands",
    ),
    "contribution",
)
DOCUMENT_TABLES = (
    RecordTable(
        "correction",
        "corrections",
        ("field",),
        columns(enum_column("field", CorrectableField), "value read confidence:real? made:moment"),
        "document",
        ranks=("made",),
        check=_is_correction,
    ),
    POSITION,
    RecordTable(
        "position_version",
        "position_versions",
        ("version",),
        columns("version:number content:object"),
        "document",
        check=lambda row: is_version(json.loads(str(row["content"]))),
    ),
    RecordTable(
        "position_change",
        "position_changes",
        (),
        columns("version:number address field before after at:moment"),
        "document",
        made={"id": None},
    ),
    RecordTable(
        "unplaced",
        "unplaced",
        (),
        columns(
            "address text annotation?",
            enum_column("stance", Stance, needed=False),
            "proposal? comment internal item:object?",
        ),
        "document",
        made={"id": None},
        check=lambda row: row["item"] is None or is_entry(json.loads(str(row["item"]))),
    ),
    RecordTable(
        "dossier_choice",
        "dossier_choice",
        ("document",),
        columns("dossier? made:moment"),
        "document",
        is_single=True,
        ranks=("made",),
    ),
    RecordTable("dossier_refusal", "dossier_refusals", ("dossier",), columns("dossier"), "document"),
    RecordTable(
        "contribution", "contributions", ("id",), columns("id paper:document added:moment"), "document", (_PARTS,)
    ),
    RecordTable(
        "carried",
        "carried",
        ("new", "kind", "key"),
        columns(
            "new:document",
            enum_column("kind", CarriedKind),
            "key address placed?",
            enum_column("verdict", CarryVerdict),
            "proposals:escaped text words_gone:flag decided:moment? made follows",
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
    columns(
        "id reference? body date:date? time:time? place contact created:moment", "agenda:document? trashed:moment?"
    ),
    "",
    (
        RecordTable(
            "agenda_item", "items", ("position",), columns("position:number number title documents:escaped"), "meeting"
        ),
        RecordTable(
            "line",
            "lines",
            ("id",),
            columns("id sequence:number item? text document:document? address? created:moment trashed:moment?"),
            "meeting",
            (
                RecordTable(
                    "intervention",
                    "interventions",
                    ("id",),
                    columns(
                        "id position:number delegations",
                        enum_column("stance", Stance, needed=False),
                        "document:document? address? label text wordings:list conclusion:flag shelf:document?",
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
    columns(enum_column("kind", ExchangedKind), "key number:number moment gone:flag sent:number"),
    check=lambda row: isinstance(row["number"], int) and 0 <= row["number"] < 2**53,
)
"""When a note or line of ours changed; in a sidecar of a document, a line is named by its address alone."""

LIBRARY_TABLES = (
    RecordTable("library", "library", ("id",), columns("id created:moment delegation?"), is_local=True),
    RecordTable("delegation_group", "delegation_groups", ("name",), columns("name! codes")),
    RecordTable("phrase", "phrases", ("language", "folded"), columns("language! folded! keyword text")),
    RecordTable(
        "voting_year",
        "voting_figures",
        ("year",),
        columns("year:number exact:flag source edited:moment"),
        "",
        (
            RecordTable(
                "voting_population",
                "populations",
                ("member",),
                columns("member population:number!"),
                "voting_year",
                is_needed=True,
            ),
        ),
        ranks=("edited",),
    ),
    RecordTable(
        "saved_search",
        "saved_searches",
        ("name",),
        columns("name! query", enum_column("sort", Sort), "stemming:flag document:number moment"),
        made={"seen": 0},
        ranks=("moment",),
    ),
    RecordTable("recent_search", "recent_searches", ("query",), columns("number:number query"), is_local=True),
    RecordTable(
        "watched_folder",
        "watched_folders",
        ("id",),
        columns("id:number path"),
        "",
        (
            RecordTable(
                "seen_file", "seen_files", ("name",), columns("name size:number modified:number"), "watched_folder"
            ),
        ),
        is_local=True,
    ),
    RecordTable(
        "annotation_aside",
        "annotations_aside",
        ("id",),
        columns("id reference language sha256 modified annotation:object"),
        ranks=("modified",),
    ),
    RecordTable(
        "person",
        "people",
        ("id",),
        columns("id name delegation ours:flag moment firsthand:flag seen:moment?"),
        ranks=("firsthand", "moment"),
    ),
    RecordTable(
        "received",
        "received",
        ("author", "kind", "key"),
        columns(
            "author",
            enum_column("kind", ExchangedKind),
            "key moment gone:flag whole:flag via reference language sha256 content package note",
            "removed:flag",
        ),
        check=_is_received,
    ),
    RecordTable("package_taken", "packages_taken", ("id",), columns("id person moment taken"), ranks=("taken",)),
    RecordTable(
        "shared_folder",
        "shared_folder",
        ("path",),
        columns("path internal:flag originals:flag joined:moment mark:number? sent:number"),
        is_local=True,
    ),
    RecordTable("refused_person", "refused_people", ("person",), columns("person refused:moment"), ranks=("refused",)),
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

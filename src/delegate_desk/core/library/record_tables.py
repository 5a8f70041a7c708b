"""The tables of records: everything in a library that cannot be rebuilt from originals."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.corrections import CorrectableField, with_value
from delegate_desk.core.documents.document import Address, Header, Kind, MarkUp
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.core.exchange.package import PUBLIC_KEY, ExchangedKind, is_entry_key
from delegate_desk.core.library import records
from delegate_desk.core.positions.position import CIRCULATED, PRIORITIES, PositionEntry, PositionStatus, Stance
from delegate_desk.core.revisions.comparison import CarriedKind, CarryVerdict
from delegate_desk.core.search import Sort


def _is_correction(row: records.Row) -> bool:
    field = str(row["field"])
    try:
        for value in (str(row["value"]), str(row["read"])):
            if field == CorrectableField.MARK_UP:
                MarkUp(value)
            else:
                with_value(Header("en"), CorrectableField(field), value)
    except (NotUnderstoodError, ValueError):
        return False
    return True


def _is_received(row: records.Row) -> bool:
    try:
        is_whole = not row["content"] or isinstance(json.loads(str(row["content"])), dict)
    except (ValueError, RecursionError):
        return False
    return is_whole and (row["kind"] != ExchangedKind.LINE or is_entry_key(str(row["key"])))


_ENUMS: Mapping[str, type[StrEnum]] = {kind.__name__: kind for kind in (
    AnnotationKind, AnnotationStatus, CarriedKind, CarryVerdict, CorrectableField, ExchangedKind, Kind, PositionStatus,
    Sort, Stance, Visibility,
)}  # fmt: skip


def table(called: str, *described: str | records.RecordColumn, **options: Any) -> records.RecordTable:
    """Return a table from one text: its name, its list's name and its key."""
    name, list_name, *key = called.split()
    return records.RecordTable(name, list_name, tuple(key), records.columns(*described, enums=_ENUMS), **options)


ITEM = table(
    "position_item items address",
    "address stance:Stance? comment internal justification red_line instruction source label",
    "proposal? after? joint:list fallbacks:list tags:list authors:list",
    records.RecordColumn(
        "priority", records.ColumnForm.NUMBER, is_required=False, allowed_values=frozenset(PRIORITIES)
    ),
    parent="document",
)
POSITION = table(
    "position position document",
    "status:PositionStatus version:number general internal cleared_by? sent_to? sent_file?",
    "cleared_at:moment? sent_at:moment?",
    parent="document",
    is_single=True,
    children=(ITEM,),
)
_PARTS = table(
    "contribution_part parts position",
    "position:number delegations:escaped label quoted proposal? comment general:flag address? after?",
    "by_hand:flag stands",
    parent="contribution",
)
DOCUMENT_TABLES = (
    table(
        "correction corrections field",
        "field:CorrectableField value read confidence:real? made:moment",
        parent="document",
        ranks=("made",),
        check=_is_correction,
    ),
    POSITION,
    table(
        "position_version position_versions version",
        "version:number content:object",
        parent="document",
        check=lambda row: is_version(json.loads(str(row["content"]))),
    ),
    table(
        "position_change position_changes",
        "version:number address field before after at:moment",
        parent="document",
        made={"id": None},
    ),
    table(
        "unplaced unplaced",
        "address text annotation? stance:Stance? proposal? comment internal item:object?",
        parent="document",
        made={"id": None},
        check=lambda row: row["item"] is None or is_entry(json.loads(str(row["item"]))),
    ),
    table(
        "dossier_choice dossier_choice document",
        "dossier? made:moment",
        parent="document",
        is_single=True,
        ranks=("made",),
    ),
    table("dossier_refusal dossier_refusals dossier", "dossier", parent="document"),
    table("contribution contributions id", "id paper:document added:moment", parent="document", children=(_PARTS,)),
    table(
        "carried carried new kind key",
        "new:document kind:CarriedKind key address placed? verdict:CarryVerdict proposals:escaped text",
        "words_gone:flag decided:moment? made follows",
        parent="old",
        ranks=("decided",),
    ),
)
"""Records of a document, except its annotations, which are stored as Web Annotations."""

MEETING = table(
    "meeting meeting id",
    "id reference? body date:date? time:time? place contact created:moment agenda:document?",
    "trashed:moment?",
    children=(
        table("agenda_item items position", "position:number number title documents:escaped", parent="meeting"),
        table(
            "line lines id",
            "id sequence:number item? text document:document? address? created:moment trashed:moment?",
            parent="meeting",
            children=(
                table(
                    "intervention interventions id",
                    "id position:number delegations stance:Stance? document:document? address? label text",
                    "wordings:list conclusion:flag shelf:document?",
                    parent="line",
                ),
            ),
        ),
    ),
)

STAMP = table(
    "stamp stamps kind key",
    "kind:ExchangedKind key number:number moment gone:flag sent:number",
    check=lambda row: isinstance(row["number"], int) and 0 <= row["number"] < 2**53,
)
"""Time when a note or line of ours changed; in a document's sidecar, a line is named by its address alone."""

LIBRARY_TABLES = (
    table("library library id", "id created:moment delegation?", is_local=True),
    table("delegation_group delegation_groups name", "name! codes"),
    table("phrase phrases language folded", "language! folded! keyword text"),
    table(
        "voting_year voting_figures year",
        "year:number exact:flag source edited:moment",
        children=(
            table(
                "voting_population populations member",
                "member population:number!",
                parent="voting_year",
                is_needed=True,
            ),
        ),
        ranks=("edited",),
    ),
    table(
        "saved_search saved_searches name",
        "name! query sort:Sort stemming:flag document:number moment",
        made={"seen": 0},
        ranks=("moment",),
    ),
    table("recent_search recent_searches query", "number:number query", is_local=True),
    table(
        "watched_folder watched_folders id",
        "id:number path",
        children=(table("seen_file seen_files name", "name size:number modified:number", parent="watched_folder"),),
        is_local=True,
    ),
    table(
        "annotation_aside annotations_aside id",
        "id reference language sha256 modified annotation:object",
        ranks=("modified",),
    ),
    table(
        "person people id",
        "id name delegation ours:flag moment firsthand:flag seen:moment?",
        ranks=("firsthand", "moment"),
    ),
    table(
        "received received author kind key",
        "author kind:ExchangedKind key moment gone:flag whole:flag via reference language sha256 content",
        "package note removed:flag",
        check=_is_received,
    ),
    table("package_taken packages_taken id", "id person moment taken", ranks=("taken",)),
    table(
        "shared_folder shared_folder path",
        "path internal:flag originals:flag joined:moment mark:number? sent:number",
        is_local=True,
    ),
    table(
        "person_key person_keys person",
        "person",
        records.RecordColumn("key", pattern=PUBLIC_KEY),
        records.RecordColumn("secret", is_required=False, pattern=PUBLIC_KEY),
        "since:moment verified:moment?",
        ranks=("since", "verified"),
    ),
    table("refused_person refused_people person", "person refused:moment", ranks=("refused",)),
)
"""Records of the library as a whole."""

DOCUMENT = table(
    "document documents sha256",
    "sha256 file_name added:moment trashed:moment? reference? language original_language? date:date? marking?",
    "public:flag classification? document_type? document_type_label? sender? recipient? subject confidence:object",
    "mark_up why remarks:list header_boxes:object read_by:number notice:object",
    made={"id": None},
)
PARAGRAPH = table(
    "paragraph paragraphs position",
    "position:number address kind:Kind label marked depth:number page:number? spans:list calls:list boxes:list",
    "sources:list judged:list?",
    parent="document",
)
UNIT = table("unit units address", "address! kind:Kind label text depth:number?")
"""A paragraph in a sidecar."""
ANNOTATION = table(
    "annotation annotations id",
    "id address kind:AnnotationKind text created:moment modified:moment exact? prefix? suffix? start:number?",
    "end:number? status:AnnotationStatus visibility:Visibility reply_to? due:moment? holder trashed:moment? origin?",
    "carried:CarryVerdict? author",
    parent="document",
)
TABLES = {
    table.name: table
    for root in (*DOCUMENT_TABLES, *LIBRARY_TABLES, MEETING, STAMP, DOCUMENT, PARAGRAPH, ANNOTATION)
    for table in root.with_children()
}
"""By name."""
# Position entries

_LISTS = frozenset(column.name for column in ITEM.columns if column.form is records.ColumnForm.LIST)
_EMPTY = PositionEntry(Address(""))


def entry_values(entry: PositionEntry, *, circulated: bool = False) -> records.Node:
    """Return the fields of a position entry that are not empty, by name, with its address."""
    found: records.Node = {"address": str(entry.address)}
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


def entry_from_cells(row: Any) -> PositionEntry:
    values = {name: row[name] for name in ITEM.names}
    for name in _LISTS:  # most are empty, and a position is read at each key
        values[name] = () if values[name] == "[]" else json.loads(values[name])
    return entry_from_values(values)


def parse_entry(values: Mapping[str, Any]) -> PositionEntry | None:
    """Return the entry with values from elsewhere; None if they are invalid. Unknown fields are ignored."""
    if not isinstance(values.get("address"), str):
        return None
    try:
        row = records.read_row(ITEM, {name: _without_nul(value) for name, value in values.items()})
    except records.SidecarError:
        return None
    return entry_from_cells(row)


def _without_nul(value: object) -> object:
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
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
        and records.is_timestamp(value.get("at"))
        and all(isinstance(value.get(name), str) for name in names)
    )

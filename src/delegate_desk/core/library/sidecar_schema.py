"""Tables of the record, as stored in sidecars."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.exchange.merge_rules import ExchangedKind
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.core.revisions.carried_items import CarriedKind, CarryVerdict
from delegate_desk.core.search import Sort
from delegate_desk.core.values import dataclass

Cell: TypeAlias = str | int | float | None
"""What SQLite keeps in a column of ours."""


class ColumnForm(StrEnum):
    """Form of a column's values in a sidecar."""

    TEXT = "text"
    NUMBER = "number"
    REAL = "real"
    FLAG = "flag"
    MOMENT = "moment"
    LIST = "list"
    OBJECT = "object"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class SidecarColumn:
    """One column.

    Attributes:
        needed: False for one that may have no value.
        among: The values that it may have; empty for any.
        escaped: True for a list kept with its letters beyond ASCII escaped.
    """

    name: str
    form: ColumnForm = ColumnForm.TEXT
    is_required: bool = True
    allowed_values: frozenset[str] = frozenset()
    escaped: bool = False


@dataclass(frozen=True, slots=True)
class SidecarTable:
    """Table of the record.

    Attributes:
        under: The name of its list in a sidecar.
        key: The columns that identify its rows, the first of which its children name; empty for a table without
            such columns.
        columns: The stored columns, without ``parent``.
        parent: The column that names the owner of the row; empty if the sidecar itself does.
        made: Columns that the program rebuilds.
        is_alone: True for a table with at most a single row.
    """

    name: str
    list_name: str
    key: tuple[str, ...]
    columns: tuple[SidecarColumn, ...]
    parent: str = ""
    children: tuple["SidecarTable", ...] = ()
    made: frozenset[str] = frozenset()
    is_single: bool = False

    def with_children(self) -> Iterator["SidecarTable"]:
        """The table and all that hang on it."""
        yield self
        for child in self.children:
            yield from child.with_children()


def columns(form: ColumnForm, *names: str, needed: bool = True, escaped: bool = False) -> tuple[SidecarColumn, ...]:
    """Columns of one form."""
    return tuple(SidecarColumn(name, form, needed, escaped=escaped) for name in names)


def text(*names: str) -> tuple[SidecarColumn, ...]:
    """Columns of text, which may be empty."""
    return columns(ColumnForm.TEXT, *names)


def optional_text(*names: str) -> tuple[SidecarColumn, ...]:
    """Columns of text that may have no value."""
    return columns(ColumnForm.TEXT, *names, needed=False)


def enum_column(name: str, kind: type[StrEnum], *, needed: bool = True) -> SidecarColumn:
    """A column that has one of some values."""
    return SidecarColumn(name, ColumnForm.TEXT, needed, frozenset(map(str, kind)))


_SAID = (
    *text("comment", "internal", "justification", "red_line", "instruction", "source", "label"),
    *optional_text("proposal", "after"),
)
ITEM = SidecarTable(
    "position_item",
    "items",
    ("address",),
    (
        *text("address"),
        enum_column("stance", Stance, needed=False),
        *_SAID,
        *columns(ColumnForm.LIST, "joint", "fallbacks", "tags", "authors"),
        *columns(ColumnForm.NUMBER, "priority", needed=False),
    ),
    "document",
)
POSITION = SidecarTable(
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
_PARTS = SidecarTable(
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
    SidecarTable(
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
    ),
    POSITION,
    SidecarTable(
        "position_version",
        "position_versions",
        ("version",),
        (*columns(ColumnForm.NUMBER, "version"), *columns(ColumnForm.OBJECT, "content")),
        "document",
    ),
    SidecarTable(
        "position_change",
        "position_changes",
        (),
        (
            *columns(ColumnForm.NUMBER, "version"),
            *text("address", "field", "before", "after"),
            *columns(ColumnForm.MOMENT, "at"),
        ),
        "document",
        made=frozenset({"id"}),
    ),
    SidecarTable(
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
        made=frozenset({"id"}),
    ),
    SidecarTable(
        "dossier_choice",
        "dossier_choice",
        ("document",),
        (*optional_text("dossier"), *columns(ColumnForm.MOMENT, "made")),
        "document",
        is_single=True,
    ),
    SidecarTable("dossier_refusal", "dossier_refusals", ("dossier",), text("dossier"), "document"),
    SidecarTable(
        "contribution",
        "contributions",
        ("id",),
        (*text("id"), *columns(ColumnForm.DOCUMENT, "paper"), *columns(ColumnForm.MOMENT, "added")),
        "document",
        (_PARTS,),
    ),
    SidecarTable(
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
    ),
)
"""What hangs on a document, but for its annotations, which are Web Annotations."""

MEETING = SidecarTable(
    "meeting",
    "meeting",
    ("id",),
    (
        *text("id"),
        *optional_text("reference"),
        *text("body"),
        *optional_text("date", "time"),
        *text("place", "contact"),
        *columns(ColumnForm.MOMENT, "created"),
        *columns(ColumnForm.DOCUMENT, "agenda", needed=False),
        *columns(ColumnForm.MOMENT, "trashed", needed=False),
    ),
    "",
    (
        SidecarTable(
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
        SidecarTable(
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
                SidecarTable(
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

_SEEN = (*text("name"), *columns(ColumnForm.NUMBER, "size", "modified"))
_FIGURES = (*text("member"), *columns(ColumnForm.NUMBER, "population"))
LIBRARY_TABLES = (
    SidecarTable(
        "library",
        "library",
        ("id",),
        (*text("id"), *columns(ColumnForm.MOMENT, "created"), *optional_text("delegation")),
    ),
    SidecarTable("delegation_group", "delegation_groups", ("name",), text("name", "codes")),
    SidecarTable("phrase", "phrases", ("language", "folded"), text("language", "folded", "keyword", "text")),
    SidecarTable(
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
        (SidecarTable("voting_population", "populations", ("member",), _FIGURES, "voting_year"),),
    ),
    SidecarTable(
        "saved_search",
        "saved_searches",
        ("name",),
        (
            *text("name", "query"),
            enum_column("sort", Sort),
            *columns(ColumnForm.FLAG, "stemming"),
            *columns(ColumnForm.NUMBER, "document"),
            *text("moment"),
        ),
        made=frozenset({"seen"}),
    ),
    SidecarTable(
        "recent_search", "recent_searches", ("query",), (*columns(ColumnForm.NUMBER, "number"), *text("query"))
    ),
    SidecarTable(
        "watched_folder",
        "watched_folders",
        ("id",),
        (*columns(ColumnForm.NUMBER, "id"), *text("path")),
        "",
        (SidecarTable("seen_file", "seen_files", ("name",), _SEEN, "watched_folder"),),
    ),
    SidecarTable(
        "annotation_aside",
        "annotations_aside",
        ("id",),
        (*text("id", "reference", "language", "sha256", "modified"), *columns(ColumnForm.OBJECT, "annotation")),
    ),
    SidecarTable(
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
    ),
    SidecarTable(
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
    ),
    SidecarTable("package_taken", "packages_taken", ("id",), text("id", "person", "moment", "taken")),
    SidecarTable(
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
    ),
    SidecarTable(
        "refused_person", "refused_people", ("person",), (*text("person"), *columns(ColumnForm.MOMENT, "refused"))
    ),
)
"""What belongs to the library as a whole."""

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

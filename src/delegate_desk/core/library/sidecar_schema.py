"""What a table of the record holds, as sidecars have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from delegate_desk.core.documents.corrections import Field
from delegate_desk.core.exchange.merge_rules import ThingKind
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.core.revisions.carryover.carried_items import CarriedKind, CarryVerdict
from delegate_desk.core.search import Sort

Cell: TypeAlias = str | int | float | None
"""What SQLite keeps in a column of ours."""


class Form(StrEnum):
    """What a column holds, as a sidecar has it."""

    TEXT = "text"
    NUMBER = "number"
    REAL = "real"
    FLAG = "flag"
    MOMENT = "moment"
    LIST = "list"
    OBJECT = "object"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        needed: False for one that may have no value.
        among: The values that it may have; empty for any.
        escaped: True for a list kept with its letters beyond ASCII escaped.
    """

    name: str
    form: Form = Form.TEXT
    needed: bool = True
    among: frozenset[str] = frozenset()
    escaped: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the record.

    Attributes:
        under: The name of its list in a sidecar.
        key: The columns that tell its rows apart, the first of which its children name; none for one whose rows have
            nothing of the kind.
        columns: Those that are kept, but for ``parent``.
        parent: The column that names what the row belongs to; empty where the sidecar itself says so.
        made: Columns that the program makes anew.
        is_alone: True for one of which no more than one row can be there.
    """

    name: str
    under: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: str = ""
    children: tuple["Table", ...] = ()
    made: frozenset[str] = frozenset()
    is_alone: bool = False

    def whole(self) -> Iterator["Table"]:
        """The table and all that hang on it."""
        yield self
        for child in self.children:
            yield from child.whole()


def columns(form: Form, *names: str, needed: bool = True, escaped: bool = False) -> tuple[Column, ...]:
    """Columns of one form."""
    return tuple(Column(name, form, needed, escaped=escaped) for name in names)


def text(*names: str) -> tuple[Column, ...]:
    """Columns of text, which may be empty."""
    return columns(Form.TEXT, *names)


def perhaps(*names: str) -> tuple[Column, ...]:
    """Columns of text that may have no value."""
    return columns(Form.TEXT, *names, needed=False)


def one_of(name: str, kind: type[StrEnum], *, needed: bool = True) -> Column:
    """A column that has one of some values."""
    return Column(name, Form.TEXT, needed, frozenset(map(str, kind)))


_SAID = (
    *text("comment", "internal", "justification", "red_line", "instruction", "source", "label"),
    *perhaps("proposal", "after"),
)
ITEM = Table(
    "position_item",
    "items",
    ("address",),
    (
        *text("address"),
        one_of("stance", Stance, needed=False),
        *_SAID,
        *columns(Form.LIST, "joint", "fallbacks", "tags", "authors"),
        *columns(Form.NUMBER, "priority", needed=False),
    ),
    "document",
)
POSITION = Table(
    "position",
    "position",
    ("document",),
    (
        one_of("status", PositionStatus),
        *columns(Form.NUMBER, "version"),
        *text("general", "internal"),
        *perhaps("cleared_by", "sent_to", "sent_file"),
        *columns(Form.MOMENT, "cleared_at", "sent_at", needed=False),
    ),
    "document",
    is_alone=True,
    children=(ITEM,),
)
_PARTS = Table(
    "contribution_part",
    "parts",
    ("position",),
    (
        *columns(Form.NUMBER, "position"),
        *columns(Form.LIST, "delegations", escaped=True),
        *text("label", "quoted"),
        *perhaps("proposal"),
        *text("comment"),
        *columns(Form.FLAG, "general"),
        *perhaps("address", "after"),
        *columns(Form.FLAG, "by_hand"),
        *text("stands"),
    ),
    "contribution",
)
DOCUMENT_TABLES = (
    Table(
        "correction",
        "corrections",
        ("field",),
        (
            one_of("field", Field),
            *text("value", "read"),
            *columns(Form.REAL, "confidence", needed=False),
            *columns(Form.MOMENT, "made"),
        ),
        "document",
    ),
    POSITION,
    Table(
        "position_version",
        "position_versions",
        ("version",),
        (*columns(Form.NUMBER, "version"), *columns(Form.OBJECT, "content")),
        "document",
    ),
    Table(
        "position_change",
        "position_changes",
        (),
        (
            *columns(Form.NUMBER, "version"),
            *text("address", "field", "before", "after"),
            *columns(Form.MOMENT, "at"),
        ),
        "document",
        made=frozenset({"id"}),
    ),
    Table(
        "unplaced",
        "unplaced",
        (),
        (
            *text("address", "text"),
            *perhaps("annotation"),
            one_of("stance", Stance, needed=False),
            *perhaps("proposal"),
            *text("comment", "internal"),
            *columns(Form.OBJECT, "item", needed=False),
        ),
        "document",
        made=frozenset({"id"}),
    ),
    Table(
        "dossier_choice",
        "dossier_choice",
        ("document",),
        (*perhaps("dossier"), *columns(Form.MOMENT, "made")),
        "document",
        is_alone=True,
    ),
    Table("dossier_refusal", "dossier_refusals", ("dossier",), text("dossier"), "document"),
    Table(
        "contribution",
        "contributions",
        ("id",),
        (*text("id"), *columns(Form.DOCUMENT, "paper"), *columns(Form.MOMENT, "added")),
        "document",
        (_PARTS,),
    ),
    Table(
        "carried",
        "carried",
        ("new", "kind", "key"),
        (
            *columns(Form.DOCUMENT, "new"),
            one_of("kind", CarriedKind),
            *text("key", "address"),
            *perhaps("placed"),
            one_of("verdict", CarryVerdict),
            *columns(Form.LIST, "proposals", escaped=True),
            *text("text"),
            *columns(Form.FLAG, "words_gone"),
            *columns(Form.MOMENT, "decided", needed=False),
            *text("made", "follows"),
        ),
        "old",
    ),
)
"""What hangs on a document, but for its annotations, which are Web Annotations."""

MEETING = Table(
    "meeting",
    "meeting",
    ("id",),
    (
        *text("id"),
        *perhaps("reference"),
        *text("body"),
        *perhaps("date", "time"),
        *text("place", "contact"),
        *columns(Form.MOMENT, "created"),
        *columns(Form.DOCUMENT, "agenda", needed=False),
        *columns(Form.MOMENT, "trashed", needed=False),
    ),
    "",
    (
        Table(
            "agenda_item",
            "items",
            ("position",),
            (
                *columns(Form.NUMBER, "position"),
                *text("number", "title"),
                *columns(Form.LIST, "documents", escaped=True),
            ),
            "meeting",
        ),
        Table(
            "line",
            "lines",
            ("id",),
            (
                *text("id"),
                *columns(Form.NUMBER, "sequence"),
                *perhaps("item"),
                *text("text"),
                *columns(Form.DOCUMENT, "document", needed=False),
                *perhaps("address"),
                *columns(Form.MOMENT, "created"),
                *columns(Form.MOMENT, "trashed", needed=False),
            ),
            "meeting",
            (
                Table(
                    "intervention",
                    "interventions",
                    ("id",),
                    (
                        *text("id"),
                        *columns(Form.NUMBER, "position"),
                        *text("delegations"),
                        one_of("stance", Stance, needed=False),
                        *columns(Form.DOCUMENT, "document", needed=False),
                        *perhaps("address"),
                        *text("label", "text"),
                        *columns(Form.LIST, "wordings"),
                        *columns(Form.FLAG, "conclusion"),
                        *columns(Form.DOCUMENT, "shelf", needed=False),
                    ),
                    "line",
                ),
            ),
        ),
    ),
)

_SEEN = (*text("name"), *columns(Form.NUMBER, "size", "modified"))
_FIGURES = (*text("member"), *columns(Form.NUMBER, "population"))
LIBRARY_TABLES = (
    Table("library", "library", ("id",), (*text("id"), *columns(Form.MOMENT, "created"), *perhaps("delegation"))),
    Table("delegation_group", "delegation_groups", ("name",), text("name", "codes")),
    Table("phrase", "phrases", ("language", "folded"), text("language", "folded", "keyword", "text")),
    Table(
        "voting_year",
        "voting_figures",
        ("year",),
        (
            *columns(Form.NUMBER, "year"),
            *columns(Form.FLAG, "exact"),
            *text("source"),
            *columns(Form.MOMENT, "edited"),
        ),
        "",
        (Table("voting_population", "populations", ("member",), _FIGURES, "voting_year"),),
    ),
    Table(
        "saved_search",
        "saved_searches",
        ("name",),
        (
            *text("name", "query"),
            one_of("sort", Sort),
            *columns(Form.FLAG, "stemming"),
            *columns(Form.NUMBER, "document"),
            *text("moment"),
        ),
        made=frozenset({"seen"}),
    ),
    Table("recent_search", "recent_searches", ("query",), (*columns(Form.NUMBER, "number"), *text("query"))),
    Table(
        "watched_folder",
        "watched_folders",
        ("id",),
        (*columns(Form.NUMBER, "id"), *text("path")),
        "",
        (Table("seen_file", "seen_files", ("name",), _SEEN, "watched_folder"),),
    ),
    Table(
        "annotation_aside",
        "annotations_aside",
        ("id",),
        (*text("id", "reference", "language", "sha256", "modified"), *columns(Form.OBJECT, "annotation")),
    ),
    Table(
        "person",
        "people",
        ("id",),
        (
            *text("id", "name", "delegation"),
            *columns(Form.FLAG, "ours"),
            *text("moment"),
            *columns(Form.FLAG, "firsthand"),
            *columns(Form.MOMENT, "seen", needed=False),
        ),
    ),
    Table(
        "received",
        "received",
        ("author", "kind", "key"),
        (
            *text("author"),
            one_of("kind", ThingKind),
            *text("key", "moment"),
            *columns(Form.FLAG, "gone", "whole"),
            *text("via", "reference", "language", "sha256", "content", "package", "note"),
            *columns(Form.FLAG, "removed"),
        ),
    ),
    Table("package_taken", "packages_taken", ("id",), text("id", "person", "moment", "taken")),
    Table(
        "shared_folder",
        "shared_folder",
        ("path",),
        (
            *text("path"),
            *columns(Form.FLAG, "internal", "originals"),
            *columns(Form.MOMENT, "joined"),
            *columns(Form.NUMBER, "mark", needed=False),
            *columns(Form.NUMBER, "sent"),
        ),
    ),
    Table("refused_person", "refused_people", ("person",), (*text("person"), *columns(Form.MOMENT, "refused"))),
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

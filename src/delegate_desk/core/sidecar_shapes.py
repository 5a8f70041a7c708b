"""The tables of the record as sidecars have them: which rows, under which names, and what each value may be.

A table that is new in the schema is named here too, or among those that are made from others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from delegate_desk.core.carrying import CarriedKind, CarryVerdict
from delegate_desk.core.corrections import Field
from delegate_desk.core.merging import ThingKind
from delegate_desk.core.positions import PositionStatus, Stance
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


def _columns(form: Form, *names: str, needed: bool = True, escaped: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, form, needed, escaped=escaped) for name in names)


def _text(*names: str) -> tuple[Column, ...]:
    return _columns(Form.TEXT, *names)


def _perhaps(*names: str) -> tuple[Column, ...]:
    return _columns(Form.TEXT, *names, needed=False)


def _one_of(name: str, kind: type[StrEnum], *, needed: bool = True) -> Column:
    return Column(name, Form.TEXT, needed, frozenset(map(str, kind)))


_SAID = (
    *_text("comment", "internal", "justification", "red_line", "instruction", "source", "label"),
    *_perhaps("proposal", "after"),
)
ITEM = Table(
    "position_item",
    "items",
    ("address",),
    (
        *_text("address"),
        _one_of("stance", Stance, needed=False),
        *_SAID,
        *_columns(Form.LIST, "joint", "fallbacks", "tags", "authors"),
        *_columns(Form.NUMBER, "priority", needed=False),
    ),
    "document",
)
POSITION = Table(
    "position",
    "position",
    ("document",),
    (
        _one_of("status", PositionStatus),
        *_columns(Form.NUMBER, "version"),
        *_text("general", "internal"),
        *_perhaps("cleared_by", "sent_to", "sent_file"),
        *_columns(Form.MOMENT, "cleared_at", "sent_at", needed=False),
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
        *_columns(Form.NUMBER, "position"),
        *_columns(Form.LIST, "delegations", escaped=True),
        *_text("label", "quoted"),
        *_perhaps("proposal"),
        *_text("comment"),
        *_columns(Form.FLAG, "general"),
        *_perhaps("address", "after"),
        *_columns(Form.FLAG, "by_hand"),
        *_text("stands"),
    ),
    "contribution",
)
DOCUMENT_TABLES = (
    Table(
        "correction",
        "corrections",
        ("field",),
        (
            _one_of("field", Field),
            *_text("value", "read"),
            *_columns(Form.REAL, "confidence", needed=False),
            *_columns(Form.MOMENT, "made"),
        ),
        "document",
    ),
    POSITION,
    Table(
        "position_version",
        "position_versions",
        ("version",),
        (*_columns(Form.NUMBER, "version"), *_columns(Form.OBJECT, "content")),
        "document",
    ),
    Table(
        "position_change",
        "position_changes",
        (),
        (
            *_columns(Form.NUMBER, "version"),
            *_text("address", "field", "before", "after"),
            *_columns(Form.MOMENT, "at"),
        ),
        "document",
        made=frozenset({"id"}),
    ),
    Table(
        "unplaced",
        "unplaced",
        (),
        (
            *_text("address", "text"),
            *_perhaps("annotation"),
            _one_of("stance", Stance, needed=False),
            *_perhaps("proposal"),
            *_text("comment", "internal"),
            *_columns(Form.OBJECT, "item", needed=False),
        ),
        "document",
        made=frozenset({"id"}),
    ),
    Table(
        "dossier_choice",
        "dossier_choice",
        ("document",),
        (*_perhaps("dossier"), *_columns(Form.MOMENT, "made")),
        "document",
        is_alone=True,
    ),
    Table("dossier_refusal", "dossier_refusals", ("dossier",), _text("dossier"), "document"),
    Table(
        "contribution",
        "contributions",
        ("id",),
        (*_text("id"), *_columns(Form.DOCUMENT, "paper"), *_columns(Form.MOMENT, "added")),
        "document",
        (_PARTS,),
    ),
    Table(
        "carried",
        "carried",
        ("new", "kind", "key"),
        (
            *_columns(Form.DOCUMENT, "new"),
            _one_of("kind", CarriedKind),
            *_text("key", "address"),
            *_perhaps("placed"),
            _one_of("verdict", CarryVerdict),
            *_columns(Form.LIST, "proposals", escaped=True),
            *_text("text"),
            *_columns(Form.FLAG, "words_gone"),
            *_columns(Form.MOMENT, "decided", needed=False),
            *_text("made", "follows"),
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
        *_text("id"),
        *_perhaps("reference"),
        *_text("body"),
        *_perhaps("date", "time"),
        *_text("place", "contact"),
        *_columns(Form.MOMENT, "created"),
        *_columns(Form.DOCUMENT, "agenda", needed=False),
        *_columns(Form.MOMENT, "trashed", needed=False),
    ),
    "",
    (
        Table(
            "agenda_item",
            "items",
            ("position",),
            (
                *_columns(Form.NUMBER, "position"),
                *_text("number", "title"),
                *_columns(Form.LIST, "documents", escaped=True),
            ),
            "meeting",
        ),
        Table(
            "line",
            "lines",
            ("id",),
            (
                *_text("id"),
                *_columns(Form.NUMBER, "sequence"),
                *_perhaps("item"),
                *_text("text"),
                *_columns(Form.DOCUMENT, "document", needed=False),
                *_perhaps("address"),
                *_columns(Form.MOMENT, "created"),
                *_columns(Form.MOMENT, "trashed", needed=False),
            ),
            "meeting",
            (
                Table(
                    "intervention",
                    "interventions",
                    ("id",),
                    (
                        *_text("id"),
                        *_columns(Form.NUMBER, "position"),
                        *_text("delegations"),
                        _one_of("stance", Stance, needed=False),
                        *_columns(Form.DOCUMENT, "document", needed=False),
                        *_perhaps("address"),
                        *_text("label", "text"),
                        *_columns(Form.LIST, "wordings"),
                        *_columns(Form.FLAG, "conclusion"),
                        *_columns(Form.DOCUMENT, "shelf", needed=False),
                    ),
                    "line",
                ),
            ),
        ),
    ),
)

_SEEN = (*_text("name"), *_columns(Form.NUMBER, "size", "modified"))
_FIGURES = (*_text("member"), *_columns(Form.NUMBER, "population"))
LIBRARY_TABLES = (
    Table("library", "library", ("id",), (*_text("id"), *_columns(Form.MOMENT, "created"), *_perhaps("delegation"))),
    Table("delegation_group", "delegation_groups", ("name",), _text("name", "codes")),
    Table("phrase", "phrases", ("language", "folded"), _text("language", "folded", "keyword", "text")),
    Table(
        "voting_year",
        "voting_figures",
        ("year",),
        (
            *_columns(Form.NUMBER, "year"),
            *_columns(Form.FLAG, "exact"),
            *_text("source"),
            *_columns(Form.MOMENT, "edited"),
        ),
        "",
        (Table("voting_population", "populations", ("member",), _FIGURES, "voting_year"),),
    ),
    Table(
        "saved_search",
        "saved_searches",
        ("name",),
        (
            *_text("name", "query"),
            _one_of("sort", Sort),
            *_columns(Form.FLAG, "stemming"),
            *_columns(Form.NUMBER, "document"),
            *_text("moment"),
        ),
        made=frozenset({"seen"}),
    ),
    Table("recent_search", "recent_searches", ("query",), (*_columns(Form.NUMBER, "number"), *_text("query"))),
    Table(
        "watched_folder",
        "watched_folders",
        ("id",),
        (*_columns(Form.NUMBER, "id"), *_text("path")),
        "",
        (Table("seen_file", "seen_files", ("name",), _SEEN, "watched_folder"),),
    ),
    Table(
        "annotation_aside",
        "annotations_aside",
        ("id",),
        (*_text("id", "reference", "language", "sha256", "modified"), *_columns(Form.OBJECT, "annotation")),
    ),
    Table(
        "person",
        "people",
        ("id",),
        (
            *_text("id", "name", "delegation"),
            *_columns(Form.FLAG, "ours"),
            *_text("moment"),
            *_columns(Form.FLAG, "firsthand"),
            *_columns(Form.MOMENT, "seen", needed=False),
        ),
    ),
    Table(
        "received",
        "received",
        ("author", "kind", "key"),
        (
            *_text("author"),
            _one_of("kind", ThingKind),
            *_text("key", "moment"),
            *_columns(Form.FLAG, "gone", "whole"),
            *_text("via", "reference", "language", "sha256", "content", "package", "note"),
            *_columns(Form.FLAG, "removed"),
        ),
    ),
    Table("package_taken", "packages_taken", ("id",), _text("id", "person", "moment", "taken")),
    Table(
        "shared_folder",
        "shared_folder",
        ("path",),
        (
            *_text("path"),
            *_columns(Form.FLAG, "internal", "originals"),
            *_columns(Form.MOMENT, "joined"),
            *_columns(Form.NUMBER, "mark", needed=False),
            *_columns(Form.NUMBER, "sent"),
        ),
    ),
    Table("refused_person", "refused_people", ("person",), (*_text("person"), *_columns(Form.MOMENT, "refused"))),
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

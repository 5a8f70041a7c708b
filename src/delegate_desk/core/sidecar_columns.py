"""What a table of the record holds, as sidecars have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

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

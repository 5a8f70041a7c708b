"""What came of recovering a damaged library, and of mending one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from delegate_desk.core.copies import CopiesMerged


class Origin(StrEnum):
    """Where something that was recovered came from."""

    READ = "read"
    """The damaged database itself."""
    BACKUP = "backup"
    SIDECARS = "sidecars"
    PROGRAM = "program"
    """What every library has from the beginning."""


@dataclass(frozen=True, slots=True)
class Source:
    """What one source gave.

    Attributes:
        name: The file's name, of a backup.
        rows: How many rows of each table.
        documents: The references or file names of the documents that they belong to, where it is not all of them.
    """

    origin: Origin
    name: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovered:
    """A library that was recovered.

    Attributes:
        kept: Where the damaged files are, byte for byte.
        sources: What came from where, in the order in which they were asked.
        left: Rows that found no place, by table: they are in ``left.json`` beside the damaged files.
        unusable: The backups and sidecars that could not be read.
        strays: Pages with rows of which it could not be told where they belong.
        to_read: The documents whose text is to be read again from their originals.
    """

    kept: Path
    sources: tuple[Source, ...] = ()
    left: Mapping[str, int] = field(default_factory=dict)
    unusable: tuple[str, ...] = ()
    strays: int = 0
    to_read: tuple[str, ...] = ()

    @property
    def documents(self) -> int:
        """How many documents there are again."""
        return sum(source.rows.get("document", 0) for source in self.sources)


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended in a library whose database is whole.

    Attributes:
        index: True if the search index was made anew.
        reread: Documents whose text was read again.
        unread: Documents whose originals could not be read again.
        brought: Originals that belonged to no document and are documents again.
        refused: Originals that belong to no document, and why they could not be brought in.
        fetched: Originals taken from a backup, by the name of the file as it came.
        gone: Originals that no backup has.
        swept: Files that a killed program had left half-copied.
        copies: What came of copies that a service made of two versions.
        named: Documents that named an original which is not there, and name theirs again.
    """

    index: bool = False
    reread: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    brought: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    swept: int = 0
    copies: CopiesMerged = field(default_factory=CopiesMerged)
    named: tuple[str, ...] = ()

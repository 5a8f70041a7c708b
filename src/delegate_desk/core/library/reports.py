"""Results of checks and repairs of a library, its surroundings, and the report for support."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.library.records import RejectedRows
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class CopiesMerged:
    copies: tuple[str, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    unusable: tuple[str, ...] = ()
    without_original: tuple[str, ...] = ()
    saved_at: Path | None = None


@dataclass(slots=True)
class ReparseResult:
    same: int = 0
    moved: dict[DocumentId, str] = field(default_factory=dict)
    missing: dict[DocumentId, str] = field(default_factory=dict)
    damaged: dict[DocumentId, str] = field(default_factory=dict)
    unreadable: dict[DocumentId, str] = field(default_factory=dict)
    alone: dict[DocumentId, str] = field(default_factory=dict)
    unusable_files: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RebuildResult:
    restored_rows: Mapping[str, int]
    rejected: tuple[RejectedRows, ...]
    reread: ReparseResult
    current: bool
    saved_at: Path

    @property
    def is_complete(self) -> bool:
        result = self.reread
        return not (self.rejected or result.missing or result.damaged or result.unreadable or result.unusable_files)


class RecoveryOrigin(StrEnum):
    READ = "read"
    """The damaged database itself."""
    BACKUP = "backup"
    SIDECARS = "sidecars"
    PROGRAM = "program"
    """What every library has from the beginning."""


@dataclass(frozen=True, slots=True)
class RecoverySource:
    origin: RecoveryOrigin
    name: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryResult:
    """A library that was recovered.

    Attributes:
        unplaced_rows: Rows that found no place, by table: they are in ``left.json`` beside the damaged files.
        unusable: The backups and sidecars that could not be read.
        to_read: The documents whose text is to be read again from their originals.
    """

    saved_at: Path
    sources: tuple[RecoverySource, ...] = ()
    unplaced_rows: Mapping[str, int] = field(default_factory=dict)
    unusable: tuple[str, ...] = ()
    to_read: tuple[str, ...] = ()

    @property
    def documents(self) -> int:
        return sum(source.rows.get("document", 0) for source in self.sources)


@dataclass(frozen=True, slots=True)
class RepairResult:
    index: bool = False
    reread: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    adopted_originals: tuple[str, ...] = ()
    rejected_originals: tuple[str, ...] = ()
    restored_originals: tuple[str, ...] = ()
    lost_originals: tuple[str, ...] = ()
    leftovers_deleted: int = 0
    copies: CopiesMerged = field(default_factory=CopiesMerged)


@dataclass(frozen=True, slots=True)
class Check:
    """The state of a library.

    Attributes:
        database: ``ok``, or what SQLite finds wrong.
        index: ``ok``, ``rebuilt`` where it was damaged and made anew, or ``behind``.
        orphans: Originals that no document names.
        copies: Files that a service made of two versions: no fault, and they wait to be merged.
    """

    database: str
    index: str
    checked: int
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    orphans: int = 0
    copies: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return self.database == "ok" and self.index in ("ok", "rebuilt") and not (self.damaged or self.missing)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Surroundings found at a library.

    Attributes:
        file_system: The type of the file system, as the system names it; empty if it is unknown.
        synced_by: The service that synchronises the folder with other computers, such as ``Syncthing``; empty
            for none.
        conflict_copies: Files that such a service made of two versions, as paths in the library with ``/``, in
            order.
    """

    file_system: str = ""
    synced_by: str = ""
    conflict_copies: tuple[str, ...] = ()


Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class SupportReport:
    """A report.

    Attributes:
        log: The last lines of the log, oldest first.
        crash: Where the program last broke off, as Python's fault handler says it; empty for never.
    """

    sections: Mapping[str, Mapping[str, Value]]
    log: Sequence[str] = field(default=())
    crash: Sequence[str] = field(default=())

    def lines(self) -> list[str]:
        texts = []
        for name, values in self.sections.items():
            texts += [name, *(f"  {key}: {_word(value)}" for key, value in values.items()), ""]
        for name, quoted in (("last crash", self.crash), ("log", self.log)):
            if quoted:
                texts += [name, *(f"  {line}" for line in quoted), ""]
        return texts[:-1]

    def as_json(self) -> dict[str, object]:
        named = {name: dict(values) for name, values in self.sections.items()}
        return {**named, "crash": list(self.crash), "log": list(self.log)}


def _word(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else str(value)

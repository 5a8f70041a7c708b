"""Results of checks and repairs of a library, its surroundings, and the report for support."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any

from delegate_desk.core.documents.document import DocumentId, sanitise_name
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


class ReportSentences:
    """Sentences on what was repaired or recovered, for the window and the command line.

    Args:
        labels: Those of the window in a language, by group and value.
        number: A number as that language writes it.
    """

    def __init__(self, labels: Mapping[str, Any], number: Callable[[int], str] = str) -> None:
        self._labels = labels
        self._number = number

    def repair(self, done: RepairResult) -> list[str]:
        words = self._labels["repair"]
        texts = [*self._merged(done.copies)]
        texts += [words[name].format(name=file) for name in _NAMED_REPAIRS for file in getattr(done, name)]
        if done.index:
            texts.append(words["index"])
        if done.leftovers_deleted:
            texts.append(words["leftovers_deleted"].format(count=self._number(done.leftovers_deleted)))
        return texts or [words["nothing"]]

    def _merged(self, copies: CopiesMerged) -> Iterator[str]:
        words = self._labels["merge"]
        if copies.copies:
            yield words["merged"].format(rows=self.row_counts(copies.rows) or words["nothing"])
        if copies.conflicts:
            yield words["conflicts"].format(count=self._number(copies.conflicts))
        yield from (words["without_original"].format(name=sanitise_name(name)) for name in copies.without_original)
        yield from (words["unusable"].format(name=sanitise_name(name)) for name in copies.unusable)
        if copies.saved_at:
            yield words["saved_at"].format(folder=copies.saved_at)

    def recovery(self, found: RecoveryResult) -> list[str]:
        """Return the items recovered from each source, and those that were lost."""
        words = self._labels["recovery"]
        texts = [line for source in found.sources if any(source.rows.values()) for line in self._source(source)]
        if not found.documents:
            texts.append(words["no_document"])
        texts += [words["unusable"].format(name=name) for name in found.unusable]
        if found.unplaced_rows:
            texts.append(words["unplaced"].format(rows=self.row_counts(found.unplaced_rows)))
        return [*texts, words["saved_at"].format(folder=found.saved_at)]

    def _source(self, source: RecoverySource) -> Iterator[str]:
        words = self._labels["recovery"]
        yield words[source.origin].format(name=source.name, rows=self.row_counts(source.rows))
        named, rest = ", ".join(source.documents[:_MOST_NAMED]), len(source.documents) - _MOST_NAMED
        if rest > 0:
            named = words["more"].format(names=named, count=self._number(rest))
        if named:
            yield words["documents"].format(names=named)

    def row_counts(self, rows: Mapping[str, int]) -> str:
        """Numbers of rows by what they are, ``documents: 3, notes: 12``; empty for none."""
        words = self._labels["row_count"]
        others = sum(count for table, count in rows.items() if table not in words)
        counts = ((text, rows.get(table, others if table == "other" else 0)) for table, text in words.items())
        return ", ".join(text.format(count=self._number(count)) for text, count in counts if count)


_NAMED_REPAIRS = (
    "restored_originals", "reread", "adopted_originals", "rejected_originals", "unreadable", "lost_originals",
)  # fmt: skip
"""Fields of a ``RepairResult`` that list names, as they are told."""
_MOST_NAMED = 12

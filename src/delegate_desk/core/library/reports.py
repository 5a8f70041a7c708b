"""Results of checks and repairs of a library, its surroundings, and the report for support."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from delegate_desk.core.documents.document import DocumentId, sanitise_name
from delegate_desk.core.library.records import RejectedRows
from delegate_desk.core.text import translatable
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
    """Source of rows read from the damaged database itself."""
    BACKUP = "backup"
    SIDECARS = "sidecars"
    PROGRAM = "program"
    """Source of rows that every library has from the beginning."""


@dataclass(frozen=True, slots=True)
class RecoverySource:
    origin: RecoveryOrigin
    name: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryResult:
    """Result of recovering a library.

    Attributes:
        unplaced_rows: Number of rows without a place, by table; they are in ``left.json`` beside the damaged files.
        unusable: The backups and sidecars that could not be read.
        to_read: The documents whose text must be read again from their originals.
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
    """Result of checking a library.

    Attributes:
        database: ``ok``, or the fault that SQLite reports.
        index: ``ok``, ``rebuilt`` if it was damaged, or ``behind``.
        orphans: Originals that no document refers to.
        copies: Conflict copies made by a synchronisation service: no fault; they are waiting to be merged.
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
    """Findings about the folder of a library.

    Attributes:
        file_system: Type of the file system, as the system names it; empty if unknown.
        synced_by: Service that synchronises the folder, such as ``Syncthing``; empty for none.
        conflict_copies: Conflict copies made by such a service, as paths in the library with ``/``, in order.
    """

    file_system: str = ""
    synced_by: str = ""
    conflict_copies: tuple[str, ...] = ()


Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class SupportReport:
    """A report for support with the last lines of the log, oldest first, and the place of the last crash."""

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
    """Sentences on what was repaired or recovered, in English if not translated, with numbers of that language."""

    def __init__(self, translate: Callable[[str], str] = str, number: Callable[[int], str] = str) -> None:
        self._translate = translate
        self._number = number

    def repair(self, done: RepairResult) -> list[str]:
        texts: list[str] = []
        copies = done.copies
        if copies.copies:
            rows = self.row_counts(copies.rows) or self._say(translatable("mend", "nothing new"))
            texts.append(self._say(translatable("mend", "Merged from the other computer: {rows}."), rows=rows))
        if copies.conflicts:
            texts.append(self._say(_CONFLICTS, copies.conflicts))
        lost = translatable("mend", "{name} arrived without its file. Import the file again.")
        texts += [self._say(lost, name=sanitise_name(name)) for name in copies.without_original]
        unusable = translatable("mend", "{name} could not be merged.")
        texts += [self._say(unusable, name=sanitise_name(name)) for name in copies.unusable]
        if copies.saved_at:
            folder_sentence = translatable("mend", "The copies are kept in {folder}.")
            texts.append(self._say(folder_sentence, folder=copies.saved_at))
        texts += [self._say(words, name=file) for name, words in _REPAIRS.items() for file in getattr(done, name)]
        if done.index:
            texts.append(self._say(translatable("mend", "The search index was rebuilt.")))
        if done.leftovers_deleted:
            texts.append(self._say(translatable("mend", "Incomplete files deleted: {count}."), done.leftovers_deleted))
        return texts or [self._say(translatable("mend", "There was nothing to repair."))]

    def recovery(self, found: RecoveryResult) -> Iterator[str]:
        """Yield the items recovered from each source, and those that were lost."""
        for source in [source for source in found.sources if any(source.rows.values())]:
            yield self._say(_SOURCES[source.origin], name=source.name, rows=self.row_counts(source.rows))
            named, rest = ", ".join(source.documents[:_MOST_NAMED]), len(source.documents) - _MOST_NAMED
            if rest > 0:
                named = self._say(translatable("mend", "{names} and {count} more"), rest, names=named)
            if named:
                yield self._say(translatable("mend", "This concerns {names}."), names=named)
        if not found.documents:
            yield self._say(_NO_DOCUMENT)
        for name in found.unusable:
            yield self._say(translatable("mend", "{name} could not be used."), name=name)
        if found.unplaced_rows:
            yield self._say(_UNPLACED, rows=self.row_counts(found.unplaced_rows))
        yield self._say(translatable("mend", "The damaged files are kept in {folder}."), folder=found.saved_at)

    def row_counts(self, rows: Mapping[str, int]) -> str:
        """Numbers of rows by what they are, ``documents: 3, notes: 12``; empty for none."""
        counts = [(words, rows.get(table, 0)) for table, words in _ROWS.items()]
        counts.append((_OTHER_ROWS, sum(count for table, count in rows.items() if table not in _ROWS)))
        return ", ".join(self._say(words, count) for words, count in counts if count)

    def _say(self, words: str, count: int = 0, **values: object) -> str:
        return self._translate(words).format(count=self._number(count), **values)


_REPAIRS = {
    "restored_originals": translatable("mend", "The original of {name} was restored from the second backup location."),
    "reread": translatable("mend", "The text of {name} was re-imported from its original."),
    "adopted_originals": translatable("mend", "{name} had no document and was imported again."),
    "rejected_originals": translatable("mend", "{name} has no document and could not be imported; the file is kept."),
    "unreadable": translatable("mend", "The text of {name} could not be re-imported."),
    "lost_originals": translatable(
        "mend",
        "No copy of the original of {name} was found. Import the file again, or connect the second "
        "backup location and repair again.",
    ),
}
"""Sentences on the names that a field of a ``RepairResult`` lists."""
_CONFLICTS = translatable(
    "mend",
    "Changed on both computers: {count}. The later version is kept; the other is in merged.json, with the copies.",
)
_SOURCES = {
    RecoveryOrigin.READ: translatable("mend", "Recovered from the damaged database: {rows}."),
    RecoveryOrigin.BACKUP: translatable("mend", "Restored from the backup {name}: {rows}."),
    RecoveryOrigin.SIDECARS: translatable("mend", "Restored from the plain-text copies: {rows}."),
    RecoveryOrigin.PROGRAM: translatable("mend", "Standard entries of a new library: {rows}."),
}
_NO_DOCUMENT = translatable(
    "mend",
    "No document could be read. Existing originals will be imported again; you can also restore a backup "
    "to another folder.",
)
_UNPLACED = translatable("mend", "Could not be placed, kept with the damaged files in left.json: {rows}.")
_MOST_NAMED = 12
_ROWS = {
    "document": translatable("mend", "documents: {count}"),
    "paragraph": translatable("mend", "paragraphs: {count}"),
    "annotation": translatable("mend", "notes: {count}"),
    "position": translatable("mend", "positions: {count}"),
    "position_item": translatable("mend", "position entries: {count}"),
    "meeting": translatable("mend", "meetings: {count}"),
    "line": translatable("mend", "meeting entries: {count}"),
    "contribution_part": translatable("mend", "other delegations’ proposals: {count}"),
    "phrase": translatable("mend", "phrases: {count}"),
}
_OTHER_ROWS = translatable("mend", "other entries: {count}")

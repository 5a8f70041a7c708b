"""A backup: one ZIP of a library, with a manifest."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from delegate_desk.core import typed_json
from delegate_desk.core.errors import DeskError
from delegate_desk.core.text import json_text
from delegate_desk.core.values import dataclass


class RetentionTier(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    UPGRADE = "upgrade"
    """Kind of the backup made before a newer version of the program changed the library."""


MOST = {RetentionTier.DAILY: 7, RetentionTier.WEEKLY: 4, RetentionTier.MONTHLY: 6}
"""Number of days, weeks and months that keep a backup."""
_SPANS = {RetentionTier.DAILY: "%Y-%m-%d", RetentionTier.WEEKLY: "%G-%V", RetentionTier.MONTHLY: "%Y-%m"}
UPGRADE_DAYS = 90
"""Number of days that a backup before an upgrade is kept."""


def retained_backups(times: Iterable[datetime]) -> dict[datetime, tuple[RetentionTier, ...]]:
    """Return the backups to keep by time, with the reason, newest first."""
    newest_first = sorted(set(times), reverse=True)
    found: dict[datetime, list[RetentionTier]] = {}
    for kind, limit in MOST.items():
        last_of: dict[str, datetime] = {}
        for time in newest_first:
            last_of.setdefault(time.astimezone(UTC).strftime(_SPANS[kind]), time)
        for time in list(last_of.values())[:limit]:
            found.setdefault(time, []).append(kind)
    return {time: tuple(found[time]) for time in newest_first if time in found}


def next_to_delete(times: Iterable[datetime], now: datetime) -> set[datetime]:
    retained = set(retained_backups(times))
    if not retained:
        return set()
    tomorrow = max(now, *retained) + timedelta(days=1)
    return retained - set(retained_backups([*retained, tomorrow]))


def is_upgrade_copy_retained(copied: datetime, backups: Iterable[datetime], now: datetime) -> bool:
    return now - copied < timedelta(days=UPGRADE_DAYS) or not any(backup > copied for backup in backups)


SUFFIX = ".ddbackup"
MANIFEST = "manifest.json"
DATABASE = "library.sqlite3"
KEY = "library.key"
DRAFT = "draft.json"
ORIGINALS = "originals/"
SIDECARS = "sidecars/"
_FORMAT = "delegate-desk backup"
_VERSION = 1
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)-([0-9a-f]{4})(?:-(\d+))?\.ddbackup")
_COPY = re.compile(r"library-before-step-\d+\.sqlite3")
_ORIGINAL = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}(?:\.[^./\\:\x00-\x1f]{0,9})?")
_SIDECAR = re.compile(r"(?:meetings/)?[0-9a-f][0-9a-f-]{15,63}\.jsonld|library\.jsonld")


@dataclass(frozen=True, slots=True)
class BackupMember:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """Manifest of a backup.

    Attributes:
        complete: True if it contains the originals.
        state: Shows whether the library has changed since; None if that is not known.
        counts: Number of rows by table.
        originals: The originals that the library refers to, each by its path in ``originals/``.
        members: The files in it, without the manifest itself.
    """

    library: str
    made: datetime
    program: str
    schema: int
    encrypted: bool
    complete: bool
    state: tuple[int, ...] | None
    counts: Mapping[str, int]
    originals: tuple[str, ...]
    members: tuple[BackupMember, ...] = ()

    @property
    def documents(self) -> int:
        return self.counts.get("document", 0)


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    made: datetime
    size: int
    tiers: tuple[RetentionTier, ...] = ()
    is_next_to_delete: bool = False
    is_at_second_place: bool = False


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A backup made; ``second`` is the number of files at the second location, None if there is none, or it failed."""

    path: Path
    manifest: BackupManifest
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    deleted: tuple[Backup, ...] = ()
    second: int | None = None
    second_fault: DeskError | None = None


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """A library created from a backup; if it is encrypted, it asks for its passphrase when it is opened."""

    folder: Path
    made: datetime | None
    documents: int
    originals: int
    missing: int = 0
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class BackupOverview:
    backups: tuple[Backup, ...] = ()
    second: Path | None = None
    is_second_reachable: bool = False


def file_name(made: datetime, origin: str, number: int = 1) -> str:
    """Return the file name of an automatic backup: its time, and four digits identifying the library's location."""
    nth = f"-{number}" if number > 1 else ""
    return f"{made.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{origin}{nth}{SUFFIX}"


def parse_file_name(name: str) -> tuple[datetime, str] | None:
    """Return time and origin from the name of an automatic backup; None for any other file."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC), match[2]
    except ValueError:
        return None


def number_in_name(name: str) -> int:
    match = _NAME.fullmatch(name)
    return int(match[3] or 1) if match else 0


def is_upgrade_copy(name: str) -> bool:
    return _COPY.fullmatch(name) is not None


def is_member_name(name: str) -> bool:
    """True for an allowed name of a file in a backup: one inside a library's folder."""
    if name in (DATABASE, KEY, DRAFT):
        return True
    if name.startswith(ORIGINALS):
        return is_original(name.removeprefix(ORIGINALS))
    return name.startswith(SIDECARS) and _SIDECAR.fullmatch(name.removeprefix(SIDECARS)) is not None


def is_original(name: str) -> bool:
    """True for the path of an original in ``originals/``."""
    return _ORIGINAL.fullmatch(name) is not None and name.startswith(name[3:5])


def encode_manifest(manifest: BackupManifest) -> bytes:
    content = {"format": _FORMAT, "version": _VERSION, **typed_json.pack(manifest)}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


class NewerFormatError(Exception):
    """A manifest was written by a newer version of the program."""


def decode_manifest(written: bytes) -> BackupManifest:
    """Read a manifest.

    Raises:
        NewerFormatError: If a newer version of the program wrote it.
        ValueError: If it is not a manifest.
    """
    try:
        content: Any = json.loads(json_text(written))
        if content["format"] != _FORMAT:
            raise ValueError("another format")
        if content["version"] > _VERSION:
            raise NewerFormatError
        manifest = typed_json.unpack(BackupManifest, content)
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no manifest") from error
    if manifest.made.tzinfo is None or any(m.size < 0 for m in manifest.members):
        raise ValueError("no manifest")
    if not all(map(is_original, manifest.originals)):
        raise ValueError("an original elsewhere")
    return manifest

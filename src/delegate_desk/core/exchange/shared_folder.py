"""A folder that people share, carried between them by an engine such as Syncthing, Nextcloud or a network drive.

Each person writes packages of what changed into a folder of their own in it, and takes in those of all others. No file
there is ever changed, and no two people write one, so that an engine has nothing to decide.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from delegate_desk.core.changes import Changes
from delegate_desk.core.exchange.package import PackageSummary
from delegate_desk.core.library.errors import PackageFault


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """The folder that this library shares in.

    Attributes:
        path: Absolute.
        internal: True if what is internal goes there, too.
        originals: True if the files of documents do.
        joined: When, in UTC.
        mark: Of the last change of ours that is there; None for nothing yet.
        sent: How many packages of ours are there.
    """

    path: Path
    internal: bool
    originals: bool
    joined: datetime
    mark: int | None = None
    sent: int = 0


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A package in the folder, as it was looked at.

    Attributes:
        name: From the folder on, with slashes.
        size: In bytes.
        modified: In nanoseconds.
        fault: Why it could not be taken in, for it may still be on its way; None for one that was.
    """

    name: str
    size: int
    modified: int
    fault: PackageFault | None = None


@dataclass(frozen=True, slots=True)
class FolderExchangeResult:
    """Result of one check of the shared folder.

    Attributes:
        sent: Our items that were sent there; None if nothing had changed.
        packages: Number of packages of others that were imported.
        things: Number of notes and entries of others that they added or changed.
        waiting: The packages that cannot be read, or not yet.
        refused: Reasons why documents in packages were not imported.
    """

    changes: Changes = field(default_factory=Changes)
    sent: PackageSummary | None = None
    packages: int = 0
    things: int = 0
    unread: tuple[SharedFile, ...] = ()
    failures: tuple[Exception, ...] = ()

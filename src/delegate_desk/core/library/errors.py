"""Errors that a delegate can act on for a library in general: its passphrase, backups, packages and damage."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from delegate_desk.core.errors import DeskError


@dataclass
class LibraryLockedError(DeskError):
    """A library is encrypted, and no passphrase was given."""

    folder: str


@dataclass
class WrongPassphraseError(DeskError):
    """A passphrase does not open the library."""

    folder: str


@dataclass
class PassphraseTooShortError(DeskError):
    """A passphrase is too short to protect anything."""

    least: int


@dataclass
class NoPassphraseError(DeskError):
    """A new passphrase is needed, and there is nobody to ask, or it was typed in two ways."""

    variable: str  # of the environment, in which it can be given
    typed: bool


@dataclass
class KeyDamagedError(DeskError):
    """The file that holds a library's key cannot be read; it is left as it is."""

    file: str
    reason: str


@dataclass
class AlreadyEncryptedError(DeskError):
    """A library is to be encrypted that is."""

    folder: str


@dataclass
class NotEncryptedError(DeskError):
    """A library has no passphrase to be changed or taken off."""

    folder: str


class BackupFault(Enum):
    """Fault of a file that is to be restored."""

    MISSING = "missing"
    NOT_ONE = "not one"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNSAFE = "unsafe"


@dataclass
class UnusableBackupError(DeskError):
    """A file cannot be restored; nothing was written."""

    file: str
    fault: BackupFault
    detail: str = ""


@dataclass
class BackupNotKeptError(DeskError):
    """A backup was opened again and was not what it should be; it was not kept, and those there are stay."""

    folder: str
    reason: str


@dataclass
class RestoreTargetError(DeskError):
    """A backup is to be restored where something is."""

    folder: str


@dataclass
class BackupTargetError(DeskError):
    """A backup is to be written over a file that is no backup, or into the library itself."""

    file: str


@dataclass
class SecondPlaceAbsentError(DeskError):
    """The second place for backups cannot be reached, such as a stick that is not plugged in."""

    folder: str


@dataclass
class NoLibraryError(DeskError):
    """A library is to be opened where none is; nothing was written."""

    folder: str
    is_there: bool  # the folder; else it may be on a stick that is not plugged in


@dataclass
class LibraryOnNetworkError(DeskError):
    """A library would stand on a file system of a network, where a database is not safe; nothing was written."""

    folder: str
    file_system: str  # its type, as the system names it


class PackageFault(StrEnum):
    """Why a package is refused whole."""

    UNREADABLE = "unreadable"
    NO_PACKAGE = "no_package"
    DAMAGED = "damaged"
    CHANGED = "changed"
    NEWER = "newer"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    MALFORMED = "malformed"


@dataclass
class UnreadablePackageError(DeskError):
    """A package is refused; nothing of it was taken in."""

    file_name: str
    fault: PackageFault
    detail: str = ""


@dataclass
class SharedFolderAbsentError(DeskError):
    """The folder that is shared in is not there, such as a drive that is not connected, or is the library's own."""

    folder: str


@dataclass
class NotOursError(DeskError):
    """Error for a change to another author's item, which can be answered, copied and removed."""

    author: str


@dataclass
class UnknownPersonError(DeskError):
    """No person that was met is called so."""

    typed: str


@dataclass
class NotRecoveredError(DeskError):
    """A damaged library could not be recovered; all is as it was."""

    folder: str
    reason: str


@dataclass
class SettingsNotKeptError(DeskError):
    """The program's settings could not be written; those that were kept stay."""

    file: str
    reason: str

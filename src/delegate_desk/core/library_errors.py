"""What a delegate can act on about a library as a whole: its passphrase, backups, packages and damage."""

from dataclasses import dataclass

from delegate_desk.core.errors import DeskError


@dataclass
class LibraryLockedError(DeskError):
    """A library is encrypted, and no passphrase was given."""

    folder: str


@dataclass
class WrongPassphraseError(DeskError):
    """A passphrase does not open the library."""

    folder: str

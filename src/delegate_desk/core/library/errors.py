"""Errors about a library that a delegate can act on: its passphrase, backups, packages and damage."""

from delegate_desk.core.errors import DeskError, ErrorReason


class LibraryLockedError(DeskError):
    folder: str

    sentence = "The library {folder} is encrypted. Enter its passphrase."


class WrongPassphraseError(DeskError):
    folder: str

    sentence = "Wrong passphrase for the library {folder}."


class PassphraseTooShortError(DeskError):
    least: int

    sentence = "A passphrase needs at least {least} characters; several words are best."


class NoPassphraseError(DeskError):
    """A new passphrase was typed in two ways, or is neither in the environment variable nor can anybody be asked."""

    variable: str
    typed: bool

    sentence = "Set {variable} to the new passphrase, or run this in a terminal, which asks for it."
    special_case = "typed", "The passphrases do not match. Nothing was changed."


class KeyDamagedError(DeskError):
    file: str
    reason: str

    sentence = (
        "{file}, the key of the library, cannot be used ({reason}). Nothing was changed. Restore this file from a "
        "copy of the library’s folder."
    )


class AlreadyEncryptedError(DeskError):
    folder: str

    sentence = "The library {folder} is already encrypted."


class NotEncryptedError(DeskError):
    folder: str

    sentence = "The library {folder} is not encrypted."


class BackupFault(ErrorReason):
    MISSING = "missing", "it does not exist or cannot be read"
    NOT_ONE = "not one", "it is not a Delegate Desk backup"
    DAMAGED = "damaged", "it is damaged or incomplete"
    NEWER = "newer", "it was made by a newer version of Delegate Desk"
    UNSAFE = "unsafe", "it contains files that do not belong in a backup"


class UnusableBackupError(DeskError):
    file: str
    fault: BackupFault
    detail: str = ""

    sentence = "{file} was not restored: {reason}."


class BackupNotKeptError(DeskError):
    folder: str
    reason: str

    sentence = "The library {folder} could not be backed up: {reason}. Existing backups are unchanged."


class RestoreTargetError(DeskError):
    folder: str

    sentence = "{folder} is not empty. Choose a new folder for the backup."


class BackupTargetError(DeskError):
    file: str

    sentence = "{file} could not be saved: choose a new file outside the library. Only an older backup can be replaced."


class InsideLibraryError(DeskError):
    folder: str

    sentence = "{folder} is inside the library. Choose a folder outside it."


class SecondPlaceAbsentError(DeskError):
    folder: str

    sentence = "The second backup location, {folder}, is not available."


class NoLibraryError(DeskError):
    folder: str
    is_there: bool

    sentence = "The library {folder} is not available. Connect the drive it is on."
    special_case = "is_there", "{folder} does not contain a library. Choose the folder of a library."


class LibraryOnNetworkError(DeskError):
    folder: str
    file_system: str  # its type, as the system names it

    sentence = (
        "The library {folder} was not opened: it is on a network share ({file_system}), where a database can be "
        "damaged. Move it to a folder on this computer, with the share as second backup location, and work with others "
        "by package or shared folder."
    )


class LibraryPathTooLongError(DeskError):
    folder: str
    longest: int  # characters

    sentence = (
        "The library {folder} was not opened: the path of its folder has more than {longest} characters, so "
        "Windows would refuse some of its files. Move it to a folder with a shorter path."
    )


class PackageFault(ErrorReason):
    UNREADABLE = "unreadable", "it cannot be read"
    NO_PACKAGE = "no_package", "it is not a Delegate Desk package"
    DAMAGED = "damaged", "it is damaged or incomplete; ask for it again"
    CHANGED = "changed", "it has been altered; ask for it again"
    OTHER_KEY = (
        "other_key",
        "it is not signed with the known key of its sender; ask them, and if they have a new key, remove the old one "
        "under People in the preferences",
    )
    SEALED_TO_OTHERS = "sealed_to_others", "it is sealed to other people; ask the sender to seal it to you"
    NEWER = ("newer", "it was created by a newer version of Delegate Desk; update this one, or ask for an older format")
    TOO_LARGE = "too_large", "it is too large, packed or unpacked"
    UNSAFE = "unsafe", "it contains file names that do not belong in a package"
    MALFORMED = "malformed", "its contents are not valid"


class UnreadablePackageError(DeskError):
    file_name: str
    fault: PackageFault
    detail: str = ""

    sentence = "{file_name} was not imported: {reason}. The library is unchanged."


class SharedFolderAbsentError(DeskError):
    folder: str

    sentence = "{folder} cannot be used as a shared folder: it is not available, or it is inside the library."


class NotOursError(DeskError):
    author: str

    sentence = "This was written by someone else. You can reply to it, copy it or remove it."


class UnknownPersonError(DeskError):
    typed: str

    sentence = "“{typed}” does not match exactly one person. Enter the full name."


class UnknownKeyError(DeskError):
    person: str

    sentence = "The key of {person} is not known yet. Import a package from them first, then seal yours to them."


class NotRecoveredError(DeskError):
    folder: str
    reason: str

    sentence = (
        "The library {folder} could not be recovered ({reason}) and was not changed. You can restore a backup to "
        "another folder."
    )


class SettingsNotKeptError(DeskError):
    file: str
    reason: str

    sentence = "The settings could not be saved in {file}: {reason}. The previous settings remain."

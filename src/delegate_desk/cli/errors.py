"""Messages of the command line for errors, in English."""

from collections.abc import Callable
from typing import Any

from delegate_desk.core import errors
from delegate_desk.core.documents.incoming_files import UnsupportedFormat, unsupported_format
from delegate_desk.core.errors import DeskError, ExchangeFault, FiguresFault, ImportFailure, PositionFault, VoteFault
from delegate_desk.core.library import errors as library_errors
from delegate_desk.core.library.errors import BackupFault, PackageFault

_REFUSALS = {
    ImportFailure.ENCRYPTED: "it is password-protected; save it without a password and import it again",
    ImportFailure.DAMAGED: "it is damaged and cannot be opened",
    ImportFailure.TOO_LARGE: "it is too large",
    ImportFailure.NO_TEXT: "it contains no text",
    ImportFailure.UNSUPPORTED: "this file type is not supported; save it as PDF, .docx, .html or .txt",
    ImportFailure.UNREADABLE: "it cannot be read",
    ImportFailure.CLASSIFIED: "it is classified, and classified documents must not be stored here",
}

_SAVE_AS = {
    UnsupportedFormat.OPEN_DOCUMENT: "it is an OpenDocument text; save it as .docx and import that",
    UnsupportedFormat.RICH_TEXT: "it is in Rich Text Format; save it as .docx and import that",
    UnsupportedFormat.OLD_WORD: "it is in an old word-processor format; save it as .docx and import that",
    UnsupportedFormat.OUTLOOK: "it is in Outlook’s own format; save the message as .eml or .html and import that",
    UnsupportedFormat.SHEET: "it is a spreadsheet; save or print it as PDF and import that",
    UnsupportedFormat.SLIDES: "it is a presentation; save it as PDF and import that",
    UnsupportedFormat.PICTURE: "it is an image; convert it to a searchable PDF (OCR) and import that",
    UnsupportedFormat.PACKED: "this archive format is not supported; extract it and import the folder, or use .zip",
    UnsupportedFormat.PAGES: "it is a Pages document; export it as Word or PDF and import that",
    UnsupportedFormat.PACKAGE: "it is a package from a colleague; import it with delegate-desk unpack",
}


def describe_import_failure(error: errors.UnreadableDocumentError) -> str:
    """Why a file was not imported, in one sentence that names it."""
    advice = unsupported_format(error.detail) if error.reason is ImportFailure.UNSUPPORTED else None
    if advice:
        return f"{error.file_name} was not imported: {_SAVE_AS[advice]}."
    detail = f" ({error.detail})" if error.detail else ""
    return f"{error.file_name} was not imported: {_REFUSALS[error.reason]}{detail}."


_VOTES = {
    VoteFault.TWICE: "Counted twice: {codes}.",
    VoteFault.NOT_TAKING_PART: "Counted, but not participating in the vote: {codes}.",
    VoteFault.DECLARED_NO_ABSTENTION: "Abstention declared for a member that does not abstain: {codes}.",
    VoteFault.NOBODY: "A vote needs at least one participating member.",
}
_FIGURES = {
    FiguresFault.MISSING: "The figures were not saved: {detail} is missing.",
    FiguresFault.UNKNOWN: "The figures were not saved: {detail} was not a member in that year.",
    FiguresFault.NOT_POSITIVE: "The figures were not saved: {detail} has no population.",
    FiguresFault.NO_HUNDRED: "The figures were not saved: the percentages add up to {detail}, not to 100.",
    FiguresFault.NO_SOURCE: "The figures were not saved: enter their source.",
}
_STATES = {
    PositionFault.EMPTY: "There is no position on {name} yet.",
    PositionFault.SENT: (
        "The position on {name} has been sent. Edit it to start the next version, which can then be cleared."
    ),
    PositionFault.WITHDRAWN: "The position on {name} has been withdrawn. Edit it to start a new draft.",
    PositionFault.NOBODY_CLEARED: "Enter who cleared the position on {name}.",
    PositionFault.SENT_TO_NOBODY: "Enter the recipient of the position on {name}.",
}

_TEMPLATES = {
    errors.TemplateFault.MISSING: "it does not exist or cannot be read",
    errors.TemplateFault.NOT_WORD: "it is not a Word file; save it as .docx or .dotx",
    errors.TemplateFault.ENCRYPTED: "it is encrypted or in an old format; save it as .docx without a password",
    errors.TemplateFault.DAMAGED: "it is damaged",
    errors.TemplateFault.TOO_LARGE: "it is too large",
    errors.TemplateFault.MACROS: "it contains macros; save it as .docx or .dotx",
    errors.TemplateFault.LINKED: "it links to external images or text; embed them",
    errors.TemplateFault.EMBEDDED: "it contains an embedded object; replace it with an image",
    errors.TemplateFault.REVISED: "it contains comments or tracked changes; resolve them first",
}

_EXCHANGE = {
    ExchangeFault.UNREADABLE: "it cannot be read",
    ExchangeFault.TOO_LARGE: "it is too large",
    ExchangeFault.TOO_DEEP: "it is nested too deeply",
    ExchangeFault.NOT_JSON: "it is not JSON",
    ExchangeFault.NO_ANNOTATIONS: "it contains no annotations",
}

_BACKUPS = {
    BackupFault.MISSING: "it does not exist or cannot be read",
    BackupFault.NOT_ONE: "it is not a Delegate Desk backup",
    BackupFault.DAMAGED: "it is damaged or incomplete",
    BackupFault.NEWER: "it was made by a newer version of Delegate Desk",
    BackupFault.UNSAFE: "it contains files that do not belong in a backup",
}


def _no_backup(error: library_errors.UnusableBackupError) -> str:
    detail = f" ({error.detail})" if error.detail else ""
    return f"{error.file} was not restored: {_BACKUPS[error.fault]}{detail}."


_PACKAGES = {
    PackageFault.UNREADABLE: "it cannot be read",
    PackageFault.NO_PACKAGE: "it is not a Delegate Desk package",
    PackageFault.DAMAGED: "it is damaged or incomplete; ask for it again",
    PackageFault.CHANGED: "it has been altered; ask for it again",
    PackageFault.NEWER: (
        "it was created by a newer version of Delegate Desk; update this one, or ask for an older format"
    ),
    PackageFault.TOO_LARGE: "it is too large, packed or unpacked",
    PackageFault.UNSAFE: "it contains file names that do not belong in a package",
    PackageFault.MALFORMED: "its contents are not valid",
}


def _no_package(error: library_errors.UnreadablePackageError) -> str:
    detail = f" ({error.detail})" if error.detail else ""
    return f"{error.file_name} was not imported: {_PACKAGES[error.fault]}{detail}. The library is unchanged."


def _no_annotations(error: errors.UnreadableAnnotationsError) -> str:
    detail = f" ({error.detail})" if error.detail else ""
    return f"{error.file_name} was not imported: {_EXCHANGE[error.fault]}{detail}."


_SENTENCES: dict[type[DeskError], Callable[[Any], str]] = {
    errors.UnreadableDocumentError: describe_import_failure,
    errors.AlreadyInLibraryError: lambda e: (
        f"{e.file_name} is already in the library as {e.name}."
        f"{' Its missing or damaged original has been restored.' if e.mended else ''}"
    ),
    errors.UnknownDocumentError: lambda e: f"{e.name} is not in the library.",
    errors.AmbiguousLanguageError: lambda e: (
        f"{e.name} is in the library in several languages: {', '.join(e.languages)}. Choose one with --language."
    ),
    errors.UnknownPlaceError: lambda e: f"“{e.typed}” was not found in {e.name}.",
    errors.WordsNotThereError: lambda e: f"These words do not occur in {e.address} of {e.name}.",
    errors.NotUnderstoodError: lambda e: f"“{e.typed}” is not valid in the field {e.field.replace('_', ' ')}.",
    errors.NotComparableError: lambda e: f"{e.old} and {e.new} could not be compared ({e.detail}).",
    errors.SameDocumentError: lambda e: f"Choose a different document to carry notes over to: both are {e.name}.",
    errors.NothingContributedError: lambda e: f"No comments on {e.name} were recognised in {e.paper}.",
    errors.UnknownDelegationError: lambda e: f"{e.code} is not a delegation code.",
    errors.NotAnAgendaError: lambda e: f"{e.name} is not an agenda: it lists no agenda items.",
    errors.UnknownMeetingError: lambda e: f"Meeting {e.name} is not in the library.",
    errors.UnknownItemError: lambda e: f"The agenda of {e.body} has no item {e.number}.",
    errors.MeetingHeldError: lambda e: f"Meeting {e.reference} already exists{', in the trash' if e.trashed else ''}.",
    errors.LibraryUnwritableError: lambda e: f"The library {e.folder} cannot be written to: {e.reason}.",
    errors.LibraryNewerError: lambda e: (
        f"The library {e.folder} was written by a newer version of Delegate Desk and was not changed. Update "
        "Delegate Desk to open it."
    ),
    errors.LibraryDamagedError: lambda e: (
        f"The library {e.folder} is damaged ({e.reason}) and was not changed. "
        "To recover it: delegate-desk check --repair."
    ),
    errors.LibraryBusyError: lambda e: f"Another program is using the library {e.folder}. Try again.",
    errors.DiskFullError: lambda e: (
        f"There is not enough disk space for the library {e.folder}. Nothing already saved is lost."
    ),
    errors.ExportFailedError: lambda e: f"{e.file} could not be saved: {e.reason}. The existing file is unchanged.",
    errors.FileOpenError: lambda e: (
        f"{e.file} is open in another program. Close it there, or delete {e.mark} if no program has the file open."
        if e.mark
        else f"{e.file} is open in another program. Close it there first."
    ),
    errors.UnusableTemplateError: lambda e: f"The template {e.file_name} cannot be used: {_TEMPLATES[e.fault]}.",
    errors.NothingToExportError: lambda e: f"There is no position on {e.name} to export.",
    errors.PositionStateError: lambda e: _STATES[e.fault].format(name=e.name),
    errors.NamelessPhraseError: lambda _: "A phrase needs a keyword and a text.",
    errors.UnknownVersionError: lambda e: f"Our position on {e.name} has no version {e.version}.",
    errors.NothingCaughtError: lambda e: (
        f"No delegation has taken a position in the meeting of {e.body} yet, so there is no matrix."
    ),
    errors.UncountableVoteError: lambda e: _VOTES[e.fault].format(codes=", ".join(e.codes)),
    errors.NoFiguresError: lambda e: (
        f"There is no complete population table for {e.year}. Available: {', '.join(e.known)}."
    ),
    errors.UnusableFiguresError: lambda e: _FIGURES[e.fault].format(detail=e.detail),
    errors.UnreadableAnnotationsError: _no_annotations,
    errors.UnknownFileTypeError: lambda e: (
        f"{e.file_name} could not be saved: choose one of the file types {', '.join(e.known)}."
    ),
    library_errors.UnusableBackupError: _no_backup,
    library_errors.UnreadablePackageError: _no_package,
    library_errors.NotOursError: lambda _: (
        "This was written by someone else. You can reply to it, copy it or remove it."
    ),
    library_errors.UnknownPersonError: lambda e: f"“{e.typed}” does not match exactly one person. Enter the full name.",
    library_errors.BackupNotKeptError: lambda e: (
        f"The library {e.folder} could not be backed up: {e.reason}. Existing backups are unchanged."
    ),
    library_errors.RestoreTargetError: lambda e: (
        f"{e.folder} is not empty. Choose a new folder for the backup with --library."
    ),
    library_errors.BackupTargetError: lambda e: (
        f"{e.file} could not be saved: choose a new file outside the library. Only an older backup can be replaced."
    ),
    library_errors.SecondPlaceAbsentError: lambda e: f"The second backup location, {e.folder}, is not available.",
    library_errors.SharedFolderAbsentError: lambda e: (
        f"{e.folder} cannot be used as a shared folder: it is not available, or it is inside the library."
    ),
    library_errors.NoLibraryError: lambda e: (
        f"{e.folder} does not contain a library. Choose the folder of a library."
        if e.is_there
        else f"The library {e.folder} is not available. Connect the drive it is on."
    ),
    library_errors.LibraryOnNetworkError: lambda e: (
        f"The library {e.folder} was not opened: it is on a network share ({e.file_system}), where a database can be "
        "damaged. Move it to a folder on this computer, and share by package or shared folder."
    ),
    library_errors.LibraryLockedError: lambda e: (
        f"The library {e.folder} is encrypted. Enter its passphrase: set DELEGATE_DESK_PASSPHRASE, or run this in a "
        "terminal, which asks for it."
    ),
    library_errors.WrongPassphraseError: lambda e: f"Wrong passphrase for the library {e.folder}.",
    library_errors.PassphraseTooShortError: lambda e: (
        f"A passphrase needs at least {e.least} characters; several words are best."
    ),
    library_errors.NoPassphraseError: lambda e: (
        "The passphrases do not match. Nothing was changed."
        if e.typed
        else f"Set {e.variable} to the new passphrase, or run this in a terminal, which asks for it."
    ),
    library_errors.KeyDamagedError: lambda e: (
        f"{e.file}, the key of the library, cannot be used ({e.reason}). Nothing was changed. Restore this file from a "
        "copy of the library’s folder."
    ),
    library_errors.AlreadyEncryptedError: lambda e: f"The library {e.folder} is already encrypted.",
    library_errors.NotEncryptedError: lambda e: f"The library {e.folder} is not encrypted.",
    library_errors.SettingsNotKeptError: lambda e: (
        f"The settings could not be saved in {e.file}: {e.reason}. The previous settings remain."
    ),
    library_errors.NotRecoveredError: lambda e: (
        f"The library {e.folder} could not be recovered ({e.reason}) and was not changed. You can restore a backup to "
        "another folder: delegate-desk --library NEW restore FILE."
    ),
    errors.PageNotDrawnError: lambda e: f"Page {e.number} of {e.file_name} cannot be displayed.",
}


def explain(error: DeskError) -> str:
    """Say an error in one sentence.

    Raises:
        KeyError: If it has none: a fault of the program, which a test finds.
    """
    return _SENTENCES[type(error)](error)

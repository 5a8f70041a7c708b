"""Error messages of the window: one sentence each."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from delegate_desk.core import errors
from delegate_desk.core.documents.incoming_files import UnsupportedFormat, unsupported_format
from delegate_desk.core.errors import DeskError, ExchangeFault, FiguresFault, ImportFailure, PositionFault, VoteFault
from delegate_desk.core.library import errors as library_errors
from delegate_desk.core.library.errors import BackupFault, PackageFault

translate = QCoreApplication.translate


def _refusal(error: errors.UnreadableDocumentError) -> str:
    reason = {
        ImportFailure.ENCRYPTED: translate(
            "errors", "it is password-protected; save it without a password and import it again"
        ),
        ImportFailure.DAMAGED: translate("errors", "it is damaged and cannot be opened"),
        ImportFailure.TOO_LARGE: translate("errors", "it is too large"),
        ImportFailure.NO_TEXT: translate("errors", "it contains no text"),
        ImportFailure.UNSUPPORTED: translate(
            "errors", "this file type is not supported; save it as PDF, .docx, .html or .txt"
        ),
        ImportFailure.UNREADABLE: translate("errors", "it cannot be read"),
        ImportFailure.CLASSIFIED: translate(
            "errors", "it is classified, and classified documents must not be stored here"
        ),
    }[error.reason]
    advice = unsupported_format(error.detail) if error.reason is ImportFailure.UNSUPPORTED else None
    if advice:
        reason = conversion_advice(advice)
    elif error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not imported: {reason}.").format(file=error.file_name, reason=reason)


def conversion_advice(kind: UnsupportedFormat) -> str:
    """Return the advice for a file of an unsupported kind."""
    return {
        UnsupportedFormat.OPEN_DOCUMENT: translate(
            "errors", "it is an OpenDocument text; save it as .docx and import that"
        ),
        UnsupportedFormat.RICH_TEXT: translate("errors", "it is in Rich Text Format; save it as .docx and import that"),
        UnsupportedFormat.OLD_WORD: translate(
            "errors", "it is in an old word-processor format; save it as .docx and import that"
        ),
        UnsupportedFormat.OUTLOOK: translate(
            "errors", "it is in Outlook’s own format; save the message as .eml or .html and import that"
        ),
        UnsupportedFormat.SHEET: translate("errors", "it is a spreadsheet; save or print it as PDF and import that"),
        UnsupportedFormat.SLIDES: translate("errors", "it is a presentation; save it as PDF and import that"),
        UnsupportedFormat.PICTURE: translate(
            "errors", "it is an image; convert it to a searchable PDF (OCR) and import that"
        ),
        UnsupportedFormat.PACKED: translate(
            "errors", "this archive format is not supported; extract it and import the folder, or use .zip"
        ),
        UnsupportedFormat.PAGES: translate(
            "errors", "it is a Pages document; export it as Word or PDF and import that"
        ),
        UnsupportedFormat.PACKAGE: translate(
            "errors", "it is a package from a colleague; import it with File > Library > Import Package"
        ),
    }[kind]


def _template(error: errors.UnusableTemplateError) -> str:
    fault = errors.TemplateFault
    reason = {
        fault.MISSING: translate("errors", "it does not exist or cannot be read"),
        fault.NOT_WORD: translate("errors", "it is not a Word file; save it as .docx or .dotx"),
        fault.ENCRYPTED: translate(
            "errors", "it is encrypted or in an old format; save it as .docx without a password"
        ),
        fault.DAMAGED: translate("errors", "it is damaged"),
        fault.TOO_LARGE: translate("errors", "it is too large"),
        fault.MACROS: translate("errors", "it contains macros; save it as .docx or .dotx"),
        fault.LINKED: translate("errors", "it links to external images or text; embed them"),
        fault.EMBEDDED: translate("errors", "it contains an embedded object; replace it with an image"),
        fault.REVISED: translate("errors", "it contains comments or tracked changes; resolve them first"),
    }[error.fault]
    return translate("errors", "The template {file} cannot be used: {reason}.").format(
        file=error.file_name, reason=reason
    )


def _already(error: errors.AlreadyInLibraryError) -> str:
    said = translate("errors", "{file} is already in the library as {name}.")
    if error.mended:
        said = translate(
            "errors",
            "{file} is already in the library as {name}. Its missing or damaged original has been restored.",
        )
    return said.format(file=error.file_name, name=error.name)


def _vote(error: errors.UncountableVoteError) -> str:
    said = {
        VoteFault.TWICE: translate("errors", "Counted twice: {codes}."),
        VoteFault.NOT_TAKING_PART: translate("errors", "Counted, but not participating in the vote: {codes}."),
        VoteFault.DECLARED_NO_ABSTENTION: translate(
            "errors", "Abstention declared for a member that does not abstain: {codes}."
        ),
        VoteFault.NOBODY: translate("errors", "A vote needs at least one participating member."),
    }[error.fault]
    return said.format(codes=", ".join(error.codes))


def _state(error: errors.PositionStateError) -> str:
    said = {
        PositionFault.EMPTY: translate("errors", "There is no position on {name} yet."),
        PositionFault.SENT: translate(
            "errors",
            "The position on {name} has been sent. Edit it to start the next version, which can then be cleared.",
        ),
        PositionFault.WITHDRAWN: translate(
            "errors", "The position on {name} has been withdrawn. Edit it to start a new draft."
        ),
        PositionFault.NOBODY_CLEARED: translate("errors", "Enter who cleared the position on {name}."),
        PositionFault.SENT_TO_NOBODY: translate("errors", "Enter the recipient of the position on {name}."),
    }[error.fault]
    return said.format(name=error.name)


def _figures(error: errors.UnusableFiguresError) -> str:
    said = {
        FiguresFault.MISSING: translate("errors", "The figures were not saved: {detail} is missing."),
        FiguresFault.UNKNOWN: translate(
            "errors", "The figures were not saved: {detail} was not a member in that year."
        ),
        FiguresFault.NOT_POSITIVE: translate("errors", "The figures were not saved: {detail} has no population."),
        FiguresFault.NO_HUNDRED: translate(
            "errors", "The figures were not saved: the percentages add up to {detail}, not to 100."
        ),
        FiguresFault.NO_SOURCE: translate("errors", "The figures were not saved: enter their source."),
    }[error.fault]
    return said.format(detail=error.detail)


def _no_backup(error: library_errors.UnusableBackupError) -> str:
    reason = {
        BackupFault.MISSING: translate("errors", "it does not exist or cannot be read"),
        BackupFault.NOT_ONE: translate("errors", "it is not a Delegate Desk backup"),
        BackupFault.DAMAGED: translate("errors", "it is damaged or incomplete"),
        BackupFault.NEWER: translate("errors", "it was made by a newer version of Delegate Desk"),
        BackupFault.UNSAFE: translate("errors", "it contains files that do not belong in a backup"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not restored: {reason}.").format(file=error.file, reason=reason)


def _no_package(error: library_errors.UnreadablePackageError) -> str:
    reason = {
        PackageFault.UNREADABLE: translate("errors", "it cannot be read"),
        PackageFault.NO_PACKAGE: translate("errors", "it is not a Delegate Desk package"),
        PackageFault.DAMAGED: translate("errors", "it is damaged or incomplete; ask for it again"),
        PackageFault.CHANGED: translate("errors", "it has been altered; ask for it again"),
        PackageFault.NEWER: translate(
            "errors", "it was created by a newer version of Delegate Desk; update this one, or ask for an older format"
        ),
        PackageFault.TOO_LARGE: translate("errors", "it is too large, packed or unpacked"),
        PackageFault.UNSAFE: translate("errors", "it contains file names that do not belong in a package"),
        PackageFault.MALFORMED: translate("errors", "its contents are not valid"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    said = translate("errors", "{file} was not imported: {reason}. The library is unchanged.")
    return said.format(file=error.file_name, reason=reason)


def _no_annotations(error: errors.UnreadableAnnotationsError) -> str:
    reason = {
        ExchangeFault.UNREADABLE: translate("errors", "it cannot be read"),
        ExchangeFault.TOO_LARGE: translate("errors", "it is too large"),
        ExchangeFault.TOO_DEEP: translate("errors", "it is nested too deeply"),
        ExchangeFault.NOT_JSON: translate("errors", "it is not JSON"),
        ExchangeFault.NO_ANNOTATIONS: translate("errors", "it contains no annotations"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not imported: {reason}.").format(file=error.file_name, reason=reason)


_SENTENCES: dict[type[DeskError], Callable[[Any], str]] = {
    errors.UnreadableDocumentError: _refusal,
    errors.AlreadyInLibraryError: _already,
    errors.UnknownDocumentError: lambda e: translate("errors", "{name} is not in the library.").format(name=e.name),
    errors.AmbiguousLanguageError: lambda e: translate(
        "errors", "{name} is in the library in several languages: {languages}."
    ).format(name=e.name, languages=", ".join(e.languages)),
    errors.UnknownPlaceError: lambda e: translate("errors", "“{typed}” was not found in {name}.").format(
        name=e.name, typed=e.typed
    ),
    errors.WordsNotThereError: lambda e: translate(
        "errors", "These words do not occur in that paragraph of {name}."
    ).format(name=e.name),
    errors.NotUnderstoodError: lambda e: translate("errors", "“{typed}” is not valid in this field.").format(
        typed=e.typed
    ),
    errors.NotComparableError: lambda e: translate(
        "errors", "{old} and {new} could not be compared ({detail})."
    ).format(old=e.old, new=e.new, detail=e.detail),
    errors.SameDocumentError: lambda e: translate(
        "errors", "Choose a different document to carry notes over to: both are {name}."
    ).format(name=e.name),
    errors.NothingContributedError: lambda e: translate(
        "errors", "No comments on {name} were recognised in {paper}."
    ).format(paper=e.paper, name=e.name),
    errors.UnknownDelegationError: lambda e: translate("errors", "{code} is not a delegation code.").format(
        code=e.code
    ),
    errors.NotAnAgendaError: lambda e: translate("errors", "{name} is not an agenda: it lists no agenda items.").format(
        name=e.name
    ),
    errors.UnknownMeetingError: lambda _: translate("errors", "This meeting is no longer in the library."),
    errors.UnknownItemError: lambda e: translate("errors", "The agenda of {body} has no item {number}.").format(
        body=e.body, number=e.number
    ),
    errors.MeetingHeldError: lambda e: (
        translate("errors", "Meeting {reference} already exists, in the trash.")
        if e.trashed
        else translate("errors", "Meeting {reference} already exists.")
    ).format(reference=e.reference),
    errors.LibraryUnwritableError: lambda e: translate(
        "errors", "The library {folder} cannot be written to: {reason}."
    ).format(folder=e.folder, reason=e.reason),
    errors.LibraryNewerError: lambda e: translate(
        "errors",
        "The library {folder} was written by a newer version of Delegate Desk and was not changed. Update "
        "Delegate Desk to open it.",
    ).format(folder=e.folder),
    errors.LibraryDamagedError: lambda e: translate(
        "errors", "The library {folder} is damaged ({reason}) and was not changed."
    ).format(folder=e.folder, reason=e.reason),
    errors.LibraryBusyError: lambda e: translate(
        "errors", "Another program is using the library {folder}. Try again."
    ).format(folder=e.folder),
    errors.DiskFullError: lambda e: translate(
        "errors", "There is not enough disk space for the library {folder}. Nothing already saved is lost."
    ).format(folder=e.folder),
    errors.ExportFailedError: lambda e: translate(
        "errors", "{file} could not be saved: {reason}. The existing file is unchanged."
    ).format(file=e.file, reason=e.reason),
    errors.FileOpenError: lambda e: (
        translate(
            "errors",
            "{file} is open in another program. Close it there, or delete {mark} if no program has the file open.",
        )
        if e.mark
        else translate("errors", "{file} is open in another program. Close it there first.")
    ).format(file=e.file, mark=e.mark),
    errors.UnusableTemplateError: _template,
    errors.NothingToExportError: lambda e: translate("errors", "There is no position on {name} to export.").format(
        name=e.name
    ),
    errors.PositionStateError: _state,
    errors.NamelessPhraseError: lambda _: translate("errors", "A phrase needs a keyword and a text."),
    errors.UnknownVersionError: lambda e: translate(
        "errors", "Our position on {name} has no version {version}."
    ).format(name=e.name, version=e.version),
    errors.NothingCaughtError: lambda e: translate(
        "errors", "No delegation has taken a position in the meeting of {body} yet, so there is no matrix."
    ).format(body=e.body),
    errors.UncountableVoteError: _vote,
    errors.NoFiguresError: lambda e: translate(
        "errors", "There is no complete population table for {year}. Available: {known}."
    ).format(year=e.year, known=", ".join(e.known)),
    errors.UnusableFiguresError: _figures,
    errors.UnreadableAnnotationsError: _no_annotations,
    errors.UnknownFileTypeError: lambda e: translate(
        "errors", "{file} could not be saved: choose one of the file types {types}."
    ).format(file=e.file_name, types=", ".join(e.known)),
    library_errors.UnusableBackupError: _no_backup,
    library_errors.UnreadablePackageError: _no_package,
    library_errors.NotOursError: lambda _: translate(
        "errors", "This was written by someone else. You can reply to it, copy it or remove it."
    ),
    library_errors.UnknownPersonError: lambda e: translate(
        "errors", "“{typed}” does not match exactly one person. Enter the full name."
    ).format(typed=e.typed),
    library_errors.BackupNotKeptError: lambda e: translate(
        "errors", "The library {folder} could not be backed up: {reason}. Existing backups are unchanged."
    ).format(folder=e.folder, reason=e.reason),
    library_errors.RestoreTargetError: lambda e: translate(
        "errors", "{folder} is not empty. Choose a new folder for the backup."
    ).format(folder=e.folder),
    library_errors.BackupTargetError: lambda e: translate(
        "errors",
        "{file} could not be saved: choose a new file outside the library. Only an older backup can be replaced.",
    ).format(file=e.file),
    library_errors.SecondPlaceAbsentError: lambda e: translate(
        "errors", "The second backup location, {folder}, is not available."
    ).format(folder=e.folder),
    library_errors.SharedFolderAbsentError: lambda e: translate(
        "errors", "{folder} cannot be used as a shared folder: it is not available, or it is inside the library."
    ).format(folder=e.folder),
    library_errors.NoLibraryError: lambda e: (
        translate("errors", "{folder} does not contain a library. Choose the folder of a library.")
        if e.is_there
        else translate("errors", "The library {folder} is not available. Connect the drive it is on.")
    ).format(folder=e.folder),
    library_errors.LibraryOnNetworkError: lambda e: translate(
        "errors",
        "The library {folder} was not opened: it is on a network share ({kind}), where a database can be damaged. "
        "Move it to a folder on this computer, and share by package or shared folder.",
    ).format(folder=e.folder, kind=e.file_system),
    library_errors.LibraryLockedError: lambda e: translate(
        "errors", "The library {folder} is encrypted. Enter its passphrase."
    ).format(folder=e.folder),
    library_errors.WrongPassphraseError: lambda e: translate(
        "errors", "Wrong passphrase for the library {folder}."
    ).format(folder=e.folder),
    library_errors.PassphraseTooShortError: lambda e: translate(
        "errors", "A passphrase needs at least {least} characters; several words are best."
    ).format(least=e.least),
    library_errors.SettingsNotKeptError: lambda e: translate(
        "errors", "The settings could not be saved in {file}: {reason}. The previous settings remain."
    ).format(file=e.file, reason=e.reason),
    library_errors.NotRecoveredError: lambda e: translate(
        "errors",
        "The library {folder} could not be recovered ({reason}) and was not changed. You can restore a backup to "
        "another folder.",
    ).format(folder=e.folder, reason=e.reason),
    library_errors.NoPassphraseError: lambda _: translate(
        "errors", "The passphrases do not match. Nothing was changed."
    ),
    library_errors.KeyDamagedError: lambda e: translate(
        "errors",
        "{file}, the key of the library, cannot be used ({reason}). Nothing was changed. Restore this file from a "
        "copy of the library’s folder.",
    ).format(file=e.file, reason=e.reason),
    library_errors.AlreadyEncryptedError: lambda e: translate(
        "errors", "The library {folder} is already encrypted."
    ).format(folder=e.folder),
    library_errors.NotEncryptedError: lambda e: translate("errors", "The library {folder} is not encrypted.").format(
        folder=e.folder
    ),
    errors.PageNotDrawnError: lambda e: translate("errors", "Page {number} of {file} cannot be displayed.").format(
        number=e.number, file=e.file_name
    ),
}


def explain(error: DeskError) -> str:
    """Say an error in one sentence, in the language of the window.

    Raises:
        KeyError: If it has none: a fault of the program, which a test finds.
    """
    return _SENTENCES[type(error)](error)

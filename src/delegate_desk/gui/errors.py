"""What the window says to people of an error: one sentence each."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from delegate_desk.core import errors, library_errors
from delegate_desk.core.errors import DeskError, ExchangeFault, FiguresFault, PositionFault, Refusal, VoteFault
from delegate_desk.core.kinds import Foreign, foreign
from delegate_desk.core.library_errors import BackupFault, PackageFault

translate = QCoreApplication.translate


def _refusal(error: errors.UnreadableDocumentError) -> str:
    reason = {
        Refusal.ENCRYPTED: translate("errors", "it is encrypted; save it without a password and bring it in again"),
        Refusal.DAMAGED: translate("errors", "it is damaged and cannot be opened"),
        Refusal.TOO_LARGE: translate("errors", "it is too large"),
        Refusal.NO_TEXT: translate("errors", "there is no text in it"),
        Refusal.UNSUPPORTED: translate(
            "errors", "files of this kind are not read; save it as PDF, .docx, .html or .txt"
        ),
        Refusal.UNREADABLE: translate("errors", "it cannot be read"),
        Refusal.CLASSIFIED: translate("errors", "it is classified, and classified documents must not be kept here"),
    }[error.reason]
    advice = foreign(error.detail) if error.reason is Refusal.UNSUPPORTED else None
    if advice:
        reason = save_as(advice)
    elif error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not taken in: {reason}.").format(file=error.file_name, reason=reason)


def save_as(kind: Foreign) -> str:
    """What to do with a file of a kind that is not read."""
    return {
        Foreign.OPEN_DOCUMENT: translate("errors", "it is an OpenDocument text; save it as .docx and bring that in"),
        Foreign.RICH_TEXT: translate("errors", "it is in Rich Text Format; save it as .docx and bring that in"),
        Foreign.OLD_WORD: translate(
            "errors", "it is in the format of an old word processor; save it as .docx and bring that in"
        ),
        Foreign.OUTLOOK: translate(
            "errors", "it is in Outlook's own format; save the message as .eml or .html and bring that in"
        ),
        Foreign.SHEET: translate("errors", "it is a spreadsheet; save or print it as PDF and bring that in"),
        Foreign.SLIDES: translate("errors", "it is a presentation; save it as PDF and bring that in"),
        Foreign.PICTURE: translate(
            "errors", "it is a picture; let a program with text recognition save it as PDF and bring that in"
        ),
        Foreign.PACKED: translate(
            "errors", "it is an archive of a kind that is not opened; unpack it and bring in the folder, or a .zip"
        ),
        Foreign.PAGES: translate("errors", "it is in the format of Pages; export it as Word or PDF and bring that in"),
        Foreign.PACKAGE: translate(
            "errors", "it is a package from a colleague; take it in with File > The Library > Unpack"
        ),
    }[kind]


def _template(error: errors.UnusableTemplateError) -> str:
    fault = errors.TemplateFault
    reason = {
        fault.MISSING: translate("errors", "it is not there or cannot be read"),
        fault.NOT_WORD: translate("errors", "it is no Word file; save it as .docx or .dotx"),
        fault.ENCRYPTED: translate(
            "errors", "it is encrypted or in an old format; save it as .docx without a password"
        ),
        fault.DAMAGED: translate("errors", "it is damaged"),
        fault.TOO_LARGE: translate("errors", "it is too large"),
        fault.MACROS: translate("errors", "it has macros; save it as .docx or .dotx"),
        fault.LINKED: translate("errors", "it takes pictures or texts from elsewhere; put them into it"),
        fault.EMBEDDED: translate("errors", "another program's object is embedded in it; make it a picture"),
        fault.REVISED: translate("errors", "it holds comments or tracked changes; settle them first"),
    }[error.fault]
    return translate("errors", "The template {file} was not taken: {reason}.").format(
        file=error.file_name, reason=reason
    )


def _already(error: errors.AlreadyInLibraryError) -> str:
    said = translate("errors", "{file} is in the library already, as {name}.")
    if error.mended:
        said = translate(
            "errors",
            "{file} is in the library, as {name}: its original, damaged or missing before, is whole again.",
        )
    return said.format(file=error.file_name, name=error.name)


def _vote(error: errors.UncountableVoteError) -> str:
    said = {
        VoteFault.TWICE: translate("errors", "This counts a member twice: {codes}."),
        VoteFault.NOT_TAKING_PART: translate("errors", "This counts a member that takes no part: {codes}."),
        VoteFault.DECLARED_NO_ABSTENTION: translate(
            "errors", "This declares an abstention of a member that does not abstain: {codes}."
        ),
        VoteFault.NOBODY: translate("errors", "A vote needs members that take part."),
    }[error.fault]
    return said.format(codes=", ".join(error.codes))


def _state(error: errors.PositionStateError) -> str:
    said = {
        PositionFault.EMPTY: translate("errors", "There is no position on {name} yet."),
        PositionFault.SENT: translate(
            "errors", "The position on {name} was sent: a change begins its next version, which can be cleared."
        ),
        PositionFault.WITHDRAWN: translate(
            "errors", "The position on {name} is withdrawn: a change begins a new draft."
        ),
        PositionFault.NOBODY_CLEARED: translate("errors", "Say who cleared the position on {name}."),
        PositionFault.SENT_TO_NOBODY: translate("errors", "Say to whom the position on {name} was sent."),
    }[error.fault]
    return said.format(name=error.name)


def _figures(error: errors.UnusableFiguresError) -> str:
    said = {
        FiguresFault.MISSING: translate("errors", "The figures are not kept: {detail} is missing."),
        FiguresFault.UNKNOWN: translate("errors", "The figures are not kept: {detail} is no member of that year."),
        FiguresFault.NOT_POSITIVE: translate("errors", "The figures are not kept: {detail} has no population."),
        FiguresFault.NO_HUNDRED: translate(
            "errors", "The figures are not kept: the percentages add up to {detail}, not to 100."
        ),
        FiguresFault.NO_SOURCE: translate("errors", "The figures are not kept without their source."),
    }[error.fault]
    return said.format(detail=error.detail)


def _no_backup(error: library_errors.UnusableBackupError) -> str:
    reason = {
        BackupFault.MISSING: translate("errors", "it is not there or cannot be read"),
        BackupFault.NOT_ONE: translate("errors", "it is no backup of Delegate Desk"),
        BackupFault.DAMAGED: translate("errors", "it is damaged or not whole"),
        BackupFault.NEWER: translate("errors", "a newer version of Delegate Desk made it"),
        BackupFault.UNSAFE: translate("errors", "it holds what no backup of Delegate Desk holds"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not restored: {reason}.").format(file=error.file, reason=reason)


def _no_package(error: library_errors.UnreadablePackageError) -> str:
    reason = {
        PackageFault.UNREADABLE: translate("errors", "it cannot be read"),
        PackageFault.NO_PACKAGE: translate("errors", "it is no package of Delegate Desk"),
        PackageFault.DAMAGED: translate("errors", "it is damaged or not whole; ask for it again"),
        PackageFault.CHANGED: translate("errors", "it is not what was packed; ask for it again"),
        PackageFault.NEWER: translate(
            "errors", "a newer version of Delegate Desk packed it; update this one, or ask for an older format"
        ),
        PackageFault.TOO_LARGE: translate("errors", "it is too large, or would be when unpacked"),
        PackageFault.UNSAFE: translate("errors", "what it holds bears names that no package has"),
        PackageFault.MALFORMED: translate("errors", "what it says is not what a package says"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    said = translate("errors", "{file} was not taken in: {reason}. The library is as it was.")
    return said.format(file=error.file_name, reason=reason)


def _no_annotations(error: errors.UnreadableAnnotationsError) -> str:
    reason = {
        ExchangeFault.UNREADABLE: translate("errors", "it cannot be read"),
        ExchangeFault.TOO_LARGE: translate("errors", "it is too large"),
        ExchangeFault.TOO_DEEP: translate("errors", "it is nested too deeply"),
        ExchangeFault.NOT_JSON: translate("errors", "it is not JSON"),
        ExchangeFault.NO_ANNOTATIONS: translate("errors", "there are no annotations in it"),
    }[error.fault]
    if error.detail:
        reason = f"{reason} ({error.detail})"
    return translate("errors", "{file} was not taken in: {reason}.").format(file=error.file_name, reason=reason)


_SENTENCES: dict[type[DeskError], Callable[[Any], str]] = {
    errors.UnreadableDocumentError: _refusal,
    errors.AlreadyInLibraryError: _already,
    errors.UnknownDocumentError: lambda e: translate("errors", "{name} is not in the library.").format(name=e.name),
    errors.AmbiguousLanguageError: lambda e: translate(
        "errors", "{name} is held in several languages: {languages}."
    ).format(name=e.name, languages=", ".join(e.languages)),
    errors.UnknownPlaceError: lambda e: translate("errors", "{name} has no place “{typed}”.").format(
        name=e.name, typed=e.typed
    ),
    errors.WordsNotThereError: lambda e: translate(
        "errors", "These words do not stand in that paragraph of {name}."
    ).format(name=e.name),
    errors.NotUnderstoodError: lambda e: translate("errors", "This field cannot be “{typed}”.").format(typed=e.typed),
    errors.NotComparableError: lambda e: translate("errors", "{old} and {new} were not compared ({detail}).").format(
        old=e.old, new=e.new, detail=e.detail
    ),
    errors.SameDocumentError: lambda e: translate(
        "errors", "Notes are carried to another document: both are {name}."
    ).format(name=e.name),
    errors.NothingContributedError: lambda e: translate(
        "errors", "Nothing in {paper} was understood as written on {name}."
    ).format(paper=e.paper, name=e.name),
    errors.UnknownDelegationError: lambda e: translate("errors", "{code} is not the code of a delegation.").format(
        code=e.code
    ),
    errors.NotAnAgendaError: lambda e: translate(
        "errors", "{name} is no agenda: it lists no items of a meeting."
    ).format(name=e.name),
    errors.UnknownMeetingError: lambda _: translate("errors", "This meeting is not in the library any more."),
    errors.UnknownItemError: lambda e: translate("errors", "The agenda of {body} has no item {number}.").format(
        body=e.body, number=e.number
    ),
    errors.MeetingHeldError: lambda e: (
        translate("errors", "There is a meeting {reference} already, in the trash.")
        if e.trashed
        else translate("errors", "There is a meeting {reference} already.")
    ).format(reference=e.reference),
    errors.LibraryUnwritableError: lambda e: translate(
        "errors", "The library {folder} cannot be written: {reason}."
    ).format(folder=e.folder, reason=e.reason),
    errors.LibraryNewerError: lambda e: translate(
        "errors", "The library {folder} was written by a newer version of Delegate Desk; it is left as it is."
    ).format(folder=e.folder),
    errors.LibraryDamagedError: lambda e: translate(
        "errors", "The library {folder} is damaged ({reason}); it is left as it is."
    ).format(folder=e.folder, reason=e.reason),
    errors.LibraryBusyError: lambda e: translate(
        "errors", "Another program is writing the library {folder}; try again."
    ).format(folder=e.folder),
    errors.DiskFullError: lambda e: translate(
        "errors", "There is no room left for the library {folder}; nothing that was saved is lost."
    ).format(folder=e.folder),
    errors.ExportFailedError: lambda e: translate(
        "errors", "{file} was not written: {reason}. What was there is untouched."
    ).format(file=e.file, reason=e.reason),
    errors.FileOpenError: lambda e: (
        translate(
            "errors", "{file} is open in another program: close it there first, or delete {mark} if it was left behind."
        )
        if e.mark
        else translate("errors", "{file} is open in another program: close it there first.")
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
        "errors", "Nobody took a stance in the meeting of {body} yet: there is no matrix."
    ).format(body=e.body),
    errors.UncountableVoteError: _vote,
    errors.NoFiguresError: lambda e: translate(
        "errors", "There is no full table of populations for {year}; there are tables for {known}."
    ).format(year=e.year, known=", ".join(e.known)),
    errors.UnusableFiguresError: _figures,
    errors.UnreadableAnnotationsError: _no_annotations,
    errors.UnknownFileTypeError: lambda e: translate(
        "errors", "{file} was not written: annotations leave as {types}, by the ending of the name."
    ).format(file=e.file_name, types=", ".join(e.known)),
    library_errors.UnusableBackupError: _no_backup,
    library_errors.UnreadablePackageError: _no_package,
    library_errors.NotOursError: lambda _: translate(
        "errors", "Another person wrote this: answer it, copy it, or remove it."
    ),
    library_errors.UnknownPersonError: lambda e: translate(
        "errors", "Nobody, or more than one, of those met is called “{typed}”."
    ).format(typed=e.typed),
    library_errors.BackupNotKeptError: lambda e: translate(
        "errors", "The backup of the library {folder} was not kept: {reason}. Those that are there stay as they are."
    ).format(folder=e.folder, reason=e.reason),
    library_errors.RestoreTargetError: lambda e: translate(
        "errors", "{folder} is not empty, and a backup is never restored over anything: choose a new folder."
    ).format(folder=e.folder),
    library_errors.BackupTargetError: lambda e: translate(
        "errors", "{file} was not written: choose a new file outside the library; only an older backup is replaced."
    ).format(file=e.file),
    library_errors.SecondPlaceAbsentError: lambda e: translate(
        "errors", "The second place for backups, {folder}, is not there."
    ).format(folder=e.folder),
    library_errors.SharedFolderAbsentError: lambda e: translate(
        "errors", "{folder} cannot be shared in: it is not there now, or it is in the library itself."
    ).format(folder=e.folder),
    library_errors.NoLibraryError: lambda e: (
        translate("errors", "{folder} holds no library: choose the folder that a library is kept in.")
        if e.is_there
        else translate("errors", "The library {folder} is not there now: plug the stick or drive in that it is on.")
    ).format(folder=e.folder),
    library_errors.LibraryOnNetworkError: lambda e: translate(
        "errors",
        "The library {folder} is not opened, for it stands on a network share ({kind}), where a database can be "
        "damaged: keep it in a folder on this computer, and work with others through packages or a shared folder.",
    ).format(folder=e.folder, kind=e.file_system),
    library_errors.LibraryLockedError: lambda e: translate(
        "errors", "The library {folder} is encrypted: it opens with its passphrase."
    ).format(folder=e.folder),
    library_errors.WrongPassphraseError: lambda e: translate(
        "errors", "This is not the passphrase of the library {folder}."
    ).format(folder=e.folder),
    library_errors.PassphraseTooShortError: lambda e: translate(
        "errors", "A passphrase needs {least} characters or more; several words are best."
    ).format(least=e.least),
    library_errors.SettingsNotKeptError: lambda e: translate(
        "errors", "The settings were not kept in {file}: {reason}. Those that were kept before stay."
    ).format(file=e.file, reason=e.reason),
    library_errors.NotRecoveredError: lambda e: translate(
        "errors",
        "The library {folder} was not recovered ({reason}); all is as it was. A backup can be restored beside it.",
    ).format(folder=e.folder, reason=e.reason),
    library_errors.NoPassphraseError: lambda _: translate(
        "errors", "The passphrase was typed in two ways; nothing was changed."
    ),
    library_errors.KeyDamagedError: lambda e: translate(
        "errors",
        "{file} holds the key of the library and cannot be used ({reason}). Nothing was changed: bring this file back "
        "from a copy of the library's folder.",
    ).format(file=e.file, reason=e.reason),
    library_errors.AlreadyEncryptedError: lambda e: translate(
        "errors", "The library {folder} is encrypted already."
    ).format(folder=e.folder),
    library_errors.NotEncryptedError: lambda e: translate("errors", "The library {folder} is not encrypted.").format(
        folder=e.folder
    ),
    errors.PageNotDrawnError: lambda e: translate("errors", "Page {number} of {file} cannot be drawn.").format(
        number=e.number, file=e.file_name
    ),
}


def explain(error: DeskError) -> str:
    """Say an error in one sentence, in the language of the window.

    Raises:
        KeyError: If it has none: a fault of the program, which a test finds.
    """
    return _SENTENCES[type(error)](error)

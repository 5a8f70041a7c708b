"""Errors that a delegate can act on: each has its data; its sentence is in the window and the command line."""

import traceback
from dataclasses import dataclass
from enum import StrEnum


class DeskError(Exception):
    """Something a delegate can act on. What is not one of these is a fault of the program."""


class ImportFailure(StrEnum):
    """Why a file was not taken in."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    CLASSIFIED = "classified"


@dataclass
class UnreadableDocumentError(DeskError):
    """A file is not taken in."""

    file_name: str
    reason: ImportFailure
    detail: str = ""  # such as the classification printed, or a limit: never text of the document


@dataclass
class AlreadyInLibraryError(DeskError):
    """The same bytes are held already.

    Attributes:
        mended: True if the original in the library was damaged or missing, and was put back from the file that came.
    """

    file_name: str
    document: int
    name: str
    trashed: bool = False
    mended: bool = False


@dataclass
class UnknownDocumentError(DeskError):
    """No document held answers to a name."""

    name: str


@dataclass
class AmbiguousLanguageError(DeskError):
    """Several language versions are held and none was named."""

    name: str
    languages: tuple[str, ...]


@dataclass
class UnknownPlaceError(DeskError):
    """A document has no such place."""

    name: str
    typed: str


@dataclass
class WordsNotThereError(DeskError):
    """The words to annotate do not stand in the paragraph."""

    name: str
    address: str
    words: str


@dataclass
class NotUnderstoodError(DeskError):
    """Error for typed text that is not a valid value of a document field."""

    field: str
    typed: str


@dataclass
class UnknownDelegationError(DeskError):
    """A code is no delegation's."""

    code: str


@dataclass
class NotAnAgendaError(DeskError):
    """A document calls no meeting."""

    name: str


@dataclass
class UnknownMeetingError(DeskError):
    """No meeting answers to a name."""

    name: str


@dataclass
class UnknownItemError(DeskError):
    """An agenda has no item of that number."""

    body: str
    number: str


@dataclass
class MeetingHeldError(DeskError):
    """There is a meeting of that number already; in ``trashed`` whether it was put away."""

    reference: str
    trashed: bool = False


@dataclass
class LibraryUnwritableError(DeskError):
    """The library's folder cannot be written."""

    folder: str
    reason: str


@dataclass
class LibraryNewerError(DeskError):
    """The library was written by a newer version of the program."""

    folder: str


@dataclass
class LibraryDamagedError(DeskError):
    """The library's database cannot be read; it is left as it is."""

    folder: str
    reason: str


@dataclass
class LibraryBusyError(DeskError):
    """Another program keeps the library to itself for too long."""

    folder: str


@dataclass
class DiskFullError(DeskError):
    """There is no room left; nothing that was saved is lost."""

    folder: str


@dataclass
class ExportFailedError(DeskError):
    """A file could not be written; what was there is untouched."""

    file: str
    reason: str


@dataclass
class FileOpenError(DeskError):
    """A file to be written over is open in another program; it is untouched."""

    file: str
    mark: str = ""  # the file beside it by which that program says so; it may have been left behind


class TemplateFault(StrEnum):
    """Why a template of the house is not taken."""

    MISSING = "missing"
    NOT_WORD = "not_word"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    MACROS = "macros"
    LINKED = "linked"
    EMBEDDED = "embedded"
    REVISED = "revised"


@dataclass
class UnusableTemplateError(DeskError):
    """A template of the house is not taken."""

    file_name: str
    fault: TemplateFault


@dataclass
class NothingToExportError(DeskError):
    """There is no position on the document."""

    name: str


class PositionFault(StrEnum):
    """Why a position is not cleared, sent or withdrawn."""

    EMPTY = "empty"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    NOBODY_CLEARED = "nobody_cleared"
    SENT_TO_NOBODY = "sent_to_nobody"


@dataclass
class PositionStateError(DeskError):
    """A position cannot take a step now."""

    name: str
    fault: PositionFault


@dataclass
class NamelessPhraseError(DeskError):
    """A phrase has no keyword, or no text."""


@dataclass
class UnknownVersionError(DeskError):
    """Our position on a document has no such version."""

    name: str
    version: int


class ExchangeFault(StrEnum):
    """Why no annotations can be read from a file."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    NOT_JSON = "not_json"
    NO_ANNOTATIONS = "no_annotations"


@dataclass
class UnreadableAnnotationsError(DeskError):
    """A file brings no annotations."""

    file_name: str
    fault: ExchangeFault
    detail: str = ""  # what the system says, or a limit: never text of the file


@dataclass
class UnknownFileTypeError(DeskError):
    """Annotations cannot leave in files of a type."""

    file_name: str
    known: tuple[str, ...]


@dataclass
class NothingCaughtError(DeskError):
    """Nothing was said on a place in a meeting, so that there is no matrix to write."""

    body: str


@dataclass
class PageNotDrawnError(DeskError):
    """A page of an original cannot be shown as it looks."""

    file_name: str
    number: int


@dataclass
class NotComparableError(DeskError):
    """Two documents cannot be compared within the limits."""

    old: str
    new: str
    detail: str  # the limit that was met: never text of the documents


@dataclass
class SameDocumentError(DeskError):
    """A document is to be carried onto itself."""

    name: str


@dataclass
class NothingContributedError(DeskError):
    """A paper says nothing on any provision of a document, or is the document itself."""

    paper: str
    name: str


class VoteFault(StrEnum):
    """Why a vote cannot be counted."""

    TWICE = "twice"
    NOT_TAKING_PART = "not_taking_part"
    DECLARED_NO_ABSTENTION = "declared_no_abstention"
    NOBODY = "nobody"


@dataclass
class UncountableVoteError(DeskError):
    """A vote says two things of a member, or counts one that takes no part."""

    codes: tuple[str, ...]
    fault: VoteFault


@dataclass
class NoFiguresError(DeskError):
    """There is no full table of populations for a year."""

    year: int
    known: tuple[str, ...]


class FiguresFault(StrEnum):
    """Why figures cannot be counted by."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_POSITIVE = "not_positive"
    NO_HUNDRED = "no_hundred"
    NO_SOURCE = "no_source"


@dataclass
class UnusableFiguresError(DeskError):
    """A table of populations that a person entered is not kept."""

    fault: FiguresFault
    detail: str  # the codes, or the sum


def describe_fault(error: BaseException) -> str:
    """Location of a program error, for the log and for support: never its message, which may contain text."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(type(cause).__name__)
        cause = cause.__cause__
    return "\n".join(lines)

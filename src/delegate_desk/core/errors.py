"""Errors that a delegate can act on: each has its data and its sentence.

The window and the command line use the same sentences; ``packaging/translations.py`` collects them for translators.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, ClassVar, Self, dataclass_transform


class ErrorReason(StrEnum):
    """Reason for an error: a stored value, and its text for ``{reason}`` in the sentence of the error."""

    text: str

    def __new__(cls, value: str, text: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = text
        return member


class SystemFault(ErrorReason):
    """A fault of a file or folder: in the words of the system, and in ours."""

    FULL = "No space left on device", "there is not enough disk space"
    READ_ONLY = "Read-only file system", "it is read-only"
    FORBIDDEN = "Permission denied", "it is not accessible to you"
    MISSING = "No such file or directory", "the file or folder does not exist"
    TOO_LONG = "File name too long", "its path is too long; choose a shorter name, or a folder with a shorter path"
    NO_FILE = "not a file", "it is a folder or a device, not a file"


_OURS = {fault.value: fault.text for fault in SystemFault}


@dataclass_transform()
class DeskError(Exception):
    """An error that a delegate can act on. Any other exception is a fault of the program.

    A subclass declares its fields like a dataclass; a real dataclass would cost every start some milliseconds.

    Attributes:
        sentence: Template in which ``{name}`` is a field of the error, and ``{reason}`` the text of its reason.
        special_case: A field and the template used instead where it is true.
    """

    sentence: ClassVar[str]
    special_case: ClassVar[tuple[str, str] | None] = None

    def __init__(self, *values: Any, **named: Any) -> None:
        names = type(self).__annotations__
        fields = dict(zip(names, values, strict=False)) | named
        if len(values) > len(names) or not fields.keys() <= names.keys():
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(names)}")
        for name in names:
            setattr(self, name, fields[name] if name in fields else getattr(type(self), name))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = Exception.__hash__

    def explain(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence, in the language of the templates that ``translate`` returns."""
        values = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}
        values |= {name: translate(_OURS[str(value)]) for name, value in values.items() if str(value) in _OURS}
        reason = self._reason()
        if reason:
            text, detail = translate(reason.text), values.get("detail")
            in_brackets = detail and self.sentence != "{reason}" and not isinstance(reason, UnsupportedFormat)
            values["reason"] = f"{text} ({detail})" if in_brackets else text.format(**values)
        template = self.sentence
        if self.special_case and values[self.special_case[0]]:
            template = self.special_case[1]
        return translate(template).format(**values)

    def _reason(self) -> ErrorReason | None:
        return next((value for value in vars(self).values() if isinstance(value, ErrorReason)), None)


def error_texts(kind: type[DeskError] = DeskError) -> Iterator[str]:
    """Yield every text that ``explain`` translates, for the errors imported so far; some come twice."""
    if kind is DeskError:
        yield from (reason.text for reasons in ErrorReason.__subclasses__() for reason in reasons)
    else:
        yield kind.sentence
    if kind.special_case:
        yield kind.special_case[1]
    for subclass in kind.__subclasses__():
        yield from error_texts(subclass)


class ImportFailure(ErrorReason):
    ENCRYPTED = "encrypted", "it is password-protected; save it without a password and import it again"
    DAMAGED = "damaged", "it is damaged and cannot be opened"
    TOO_LARGE = "too_large", "it is too large"
    NO_TEXT = "no_text", "it contains no text"
    UNSUPPORTED = "unsupported", "this file type is not supported; save it as PDF, .docx, .html or .txt"
    UNREADABLE = "unreadable", "it cannot be read"
    NOT_RECEIVED = (
        "not_received",
        "the other program did not hand it over; save it to a folder and import it from there",
    )
    CLASSIFIED = "classified", "it is classified, and classified documents must not be stored here"


class UnsupportedFormat(ErrorReason):
    """Type of an unsupported file, with advice on it; the value lists its suffixes, or its classes in Outlook."""

    OPEN_DOCUMENT = ".fodt .sxw", "it is an OpenDocument text; save it as .docx and import that"
    OLD_WORD = ".doc .dot .wps .wpd .wri", "it is in an old word-processor format; save it as .docx and import that"
    MAILBOX = (
        ".pst .ost .mbox",
        "it contains a whole mailbox; save the messages as .msg or .eml and import those",
    )
    SHEET = ".xls .xlsb .ods .csv .numbers", "it is a spreadsheet in another format; save it as .xlsx and import that"
    SLIDES = ".ppt .pps .odp .key", "it is a presentation in another format; save it as .pptx and import that"
    PICTURE = (
        ".jpg .jpeg .png .gif .tif .tiff .bmp .webp .heic .svg",
        "it is an image; convert it to a searchable PDF (OCR) and import that",
    )
    PACKED = (
        ".7z .rar .tar .gz .tgz .bz2 .xz .cab .iso .dmg",
        "this archive format is not supported; extract it and import the folder, or use .zip",
    )
    PAGES = ".pages", "it is a Pages document; export it as Word or PDF and import that"
    MISNAMED = ".zip .msg", "it is a {detail} file under another name; rename it to {detail} and import it again"
    CONTACT = "ipm.contact ipm.distlist", "it is an Outlook contact, not a document; copy what you need into a note"
    APPOINTMENT = (
        "ipm.appointment ipm.schedule",
        "it is an Outlook appointment without text or attachments; create the meeting with Meeting > New Meeting",
    )
    TASK = (
        "ipm.task ipm.taskrequest ipm.stickynote ipm.activity",
        "it is an Outlook task or note without text or attachments; type it as a note with a deadline",
    )
    PACKAGE = ".ddpack", "it is a package from a colleague; import it with File > Library > Import Package"


class UnreadableDocumentError(DeskError):
    """Error for a file that is not imported.

    Attributes:
        detail: Such as the classification printed, a limit, or an unsupported suffix; never document text.
    """

    file_name: str
    reason: ImportFailure
    detail: str = ""

    sentence = "{file_name} was not imported: {reason}."

    def _reason(self) -> ErrorReason:
        formats = UnsupportedFormat if self.reason is ImportFailure.UNSUPPORTED else ()
        suffix = self.detail.lower()
        return next((entry for entry in formats if suffix in entry.value.split()), self.reason)


class AlreadyInLibraryError(DeskError):
    """The same file is in the library; ``mended`` if its damaged or missing original was restored from it."""

    file_name: str
    document: int
    name: str
    trashed: bool = False
    mended: bool = False

    sentence = "{file_name} is already in the library as {name}."
    special_case = (
        "mended",
        "{file_name} is already in the library as {name}. Its missing or damaged original has been restored.",
    )


class UnknownDocumentError(DeskError):
    name: str

    sentence = "{name} is not in the library."


class AmbiguousLanguageError(DeskError):
    """There are several language versions, and none was named."""

    name: str
    languages: tuple[str, ...]

    sentence = "{name} is in the library in several languages: {languages}."


class UnknownPlaceError(DeskError):
    name: str
    typed: str

    sentence = "“{typed}” was not found in {name}."


class WordsNotThereError(DeskError):
    name: str
    address: str
    words: str

    sentence = "These words do not occur in that paragraph of {name}."


class NotUnderstoodError(DeskError):
    """Error for typed text that is not a valid value of a document field."""

    field: str
    typed: str

    sentence = "“{typed}” is not valid in this field."


class UnknownDelegationError(DeskError):
    code: str

    sentence = "{code} is not a delegation code."


class NotAnAgendaError(DeskError):
    name: str

    sentence = "{name} is not an agenda: it lists no agenda items."


class UnknownMeetingError(DeskError):
    name: str

    sentence = "Meeting {name} is not in the library."


class UnknownItemError(DeskError):
    body: str
    number: str

    sentence = "The agenda of {body} has no item {number}."


class MeetingHeldError(DeskError):
    reference: str
    trashed: bool = False

    sentence = "Meeting {reference} already exists."
    special_case = "trashed", "Meeting {reference} already exists, in the trash."


class LibraryUnwritableError(DeskError):
    folder: str
    reason: str

    sentence = "The library {folder} cannot be written to: {reason}."


class LibraryNewerError(DeskError):
    folder: str

    sentence = (
        "The library {folder} was written by a newer version of Delegate Desk and was not changed. Update "
        "Delegate Desk to open it."
    )


class LibraryDamagedError(DeskError):
    folder: str
    reason: str

    sentence = "The library {folder} is damaged ({reason}) and was not changed."


class LibraryBusyError(DeskError):
    folder: str

    sentence = "Another program is using the library {folder}. Try again."


class DiskFullError(DeskError):
    folder: str

    sentence = "There is not enough disk space for the library {folder}. Nothing already saved is lost."


class ExportFailedError(DeskError):
    file: str
    reason: str

    sentence = "{file} could not be saved: {reason}. The existing file is unchanged."


class FileOpenError(DeskError):
    """A file to be replaced is open in another program; ``mark`` is that program's lock file, perhaps left over."""

    file: str
    mark: str = ""

    sentence = "{file} is open in another program. Close it there first."
    special_case = (
        "mark",
        "{file} is open in another program. Close it there, or delete {mark} if no program has the file open.",
    )


class TemplateFault(ErrorReason):
    MISSING = "missing", "it does not exist or cannot be read"
    NOT_WORD = "not_word", "it is not a Word file; save it as .docx or .dotx"
    ENCRYPTED = "encrypted", "it is encrypted or in an old format; save it as .docx without a password"
    DAMAGED = "damaged", "it is damaged"
    TOO_LARGE = "too_large", "it is too large"
    MACROS = "macros", "it contains macros; save it as .docx or .dotx"
    LINKED = "linked", "it links to external images or text; embed them"
    EMBEDDED = "embedded", "it contains an embedded object; replace it with an image"
    REVISED = "revised", "it contains comments or tracked changes; resolve them first"


class UnusableTemplateError(DeskError):
    file_name: str
    fault: TemplateFault

    sentence = "The template {file_name} cannot be used: {reason}."


class NothingToExportError(DeskError):
    name: str

    sentence = "There is no position on {name} to export."


class PositionFault(ErrorReason):
    """Reason why a position cannot be cleared, sent or withdrawn now."""

    EMPTY = "empty", "There is no position on {name} yet."
    SENT = (
        "sent",
        "The position on {name} has been sent. Edit it to start the next version, which can then be cleared.",
    )
    WITHDRAWN = "withdrawn", "The position on {name} has been withdrawn. Edit it to start a new draft."
    NOBODY_CLEARED = "nobody_cleared", "Enter who cleared the position on {name}."
    SENT_TO_NOBODY = "sent_to_nobody", "Enter the recipient of the position on {name}."


class PositionStateError(DeskError):
    name: str
    fault: PositionFault

    sentence = "{reason}"


class NamelessPhraseError(DeskError):
    sentence = "A phrase needs a keyword and a text."


class UnknownVersionError(DeskError):
    name: str
    version: int

    sentence = "Our position on {name} has no version {version}."


class ExchangeFault(ErrorReason):
    UNREADABLE = "unreadable", "it cannot be read"
    TOO_LARGE = "too_large", "it is too large"
    TOO_DEEP = "too_deep", "it is nested too deeply"
    NOT_JSON = "not_json", "it is not JSON"
    NO_ANNOTATIONS = "no_annotations", "it contains no notes"


class UnreadableAnnotationsError(DeskError):
    file_name: str
    fault: ExchangeFault
    detail: str = ""  # what the system says, or a limit: never text of the file

    sentence = "{file_name} was not imported: {reason}."


class UnknownFileTypeError(DeskError):
    file_name: str
    known: tuple[str, ...]

    sentence = "{file_name} could not be saved: choose one of the file types {known}."


class NothingCaughtError(DeskError):
    body: str

    sentence = "No delegation has taken a position in the meeting of {body} yet, so there is no matrix."


class EmptyCalendarError(DeskError):
    sentence = "There is no meeting with a date and no open note with a deadline, so the calendar would be empty."


class PageNotDrawnError(DeskError):
    file_name: str
    number: int

    sentence = "Page {number} of {file_name} cannot be displayed."


class NotComparableError(DeskError):
    old: str
    new: str
    detail: str  # the limit that was met: never text of the documents

    sentence = "{old} and {new} could not be compared ({detail})."


class NoColumnsError(DeskError):
    name: str

    sentence = "{name} is not a four-column document."


class ReplyFault(ErrorReason):
    NOT_OURS = "not_ours", "Delegate Desk did not export it, or what identifies it was removed"
    OTHER_DOCUMENT = "other_document", "it is on another document"
    OTHER_KIND = "other_kind", "it has no position of ours, or an earlier version of the program made it"


class ReplyRefusedError(DeskError):
    """A file cannot be accepted as a returned position; the detail is the reference of its document."""

    file_name: str
    reason: ReplyFault
    detail: str = ""

    sentence = "No changes were read from {file_name}: {reason}."


class SameDocumentError(DeskError):
    name: str

    sentence = "Choose a different document to carry notes over to: both are {name}."


class NothingContributedError(DeskError):
    paper: str
    name: str

    sentence = "No comments on {name} were recognised in {paper}."


class AmendingFault(ErrorReason):
    NOTHING = "nothing", "it gives no amending instruction on it"
    LANGUAGE = "language", "it is in another language"


class NotAmendingError(DeskError):
    amending: str
    base: str
    reason: AmendingFault

    sentence = "{amending} cannot be applied to {base}: {reason}."


class VoteFault(ErrorReason):
    TWICE = "twice", "Counted twice: {codes}."
    NOT_TAKING_PART = "not_taking_part", "Counted, but not participating in the vote: {codes}."
    DECLARED_NO_ABSTENTION = (
        "declared_no_abstention",
        "Abstention declared for a member that does not abstain: {codes}.",
    )
    NOBODY = "nobody", "A vote needs at least one participating member."


class UncountableVoteError(DeskError):
    codes: tuple[str, ...]
    fault: VoteFault

    sentence = "{reason}"


class NoFiguresError(DeskError):
    year: int
    known: tuple[str, ...]

    sentence = "There is no complete population table for {year}. Available: {known}."


class FiguresFault(ErrorReason):
    MISSING = "missing", "The figures were not saved: {detail} is missing."
    UNKNOWN = "unknown", "The figures were not saved: {detail} was not a member in that year."
    NOT_POSITIVE = "not_positive", "The figures were not saved: {detail} has no population."
    NO_HUNDRED = "no_hundred", "The figures were not saved: the percentages add up to {detail}, not to 100."
    NO_SOURCE = "no_source", "The figures were not saved: enter their source."


class UnusableFiguresError(DeskError):
    """A table of populations is invalid; the detail is the codes, or the sum."""

    fault: FiguresFault
    detail: str

    sentence = "{reason}"


class TermFileFault(ErrorReason):
    FORMAT = "format", "it is not a term base in TBX, TMX, CSV, TSV or SKOS"
    NO_TERMS = "no_terms", "it has no terms in two official languages of the Union"
    DAMAGED = "damaged", "it is damaged and cannot be opened"
    TOO_LARGE = "too_large", "it is too large"
    UNREADABLE = "unreadable", "it cannot be read"


class TermFileError(DeskError):
    file_name: str
    fault: TermFileFault
    detail: str = ""

    sentence = "{file_name} was not imported as a term base: {reason}."


class UnknownTermBaseError(DeskError):
    name: str

    sentence = "There is no term base called “{name}”."


class UnknownLanguageError(DeskError):
    code: str

    sentence = "“{code}” is not the code of an official language of the Union, such as en or el."


def describe_fault(error: BaseException) -> str:
    """Return the location of a program error, for the log and for support, never its message: that may contain text."""
    import traceback

    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(type(cause).__name__)
        cause = cause.__cause__
    return "\n".join(lines)

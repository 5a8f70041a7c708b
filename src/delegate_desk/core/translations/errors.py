"""Errors about term bases and languages."""

from delegate_desk.core.errors import DeskError, ErrorReason


class TermFileFault(ErrorReason):
    """Reason why a file was not imported as a term base."""

    FORMAT = "format", "it is not a term base in TBX, TMX, CSV, TSV or SKOS"
    NO_TERMS = "no_terms", "it has no terms in two official languages of the Union"
    DAMAGED = "damaged", "it is damaged and cannot be opened"
    TOO_LARGE = "too_large", "it is too large"
    UNREADABLE = "unreadable", "it cannot be read"


class TermFileError(DeskError):
    file_name: str
    reason: TermFileFault
    detail: str = ""

    sentence = "{file_name} was not imported as a term base: {reason}."

    def _reason(self) -> ErrorReason:
        return self.reason


class UnknownTermBaseError(DeskError):
    name: str

    sentence = "There is no term base called “{name}”."


class UnknownLanguageError(DeskError):
    code: str

    sentence = "“{code}” is not the code of an official language of the Union, such as en or el."

"""Options of an export, and a summary of its content."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from delegate_desk.core.documents.document import Address
from delegate_desk.core.values import dataclass


class MarkupStyle(StrEnum):
    COUNCIL = "council"
    TRACKED = "tracked"


class Audience(StrEnum):
    CIRCULATION = "circulation"
    CAPITAL = "capital"


class ExportKind(StrEnum):
    """All kinds of export; each has its row in ``services.export`` and in ``gui.export``."""

    POSITION = "position"
    REDLINE = "redline"
    ANNOTATED = "annotated"
    COMMENTS_TABLE = "comments-table"
    COMPILATION = "compilation"
    REPORT = "report"
    MATRIX = "matrix"
    NOTE = "note"
    COMPARISON = "comparison"
    CONSEQUENCES = "consequences"
    ANNOTATIONS = "annotations"
    CALENDAR = "calendar"
    AMENDED = "amended"
    CONCORDANCE = "concordance"
    COLUMNS = "columns"


DOCUMENT_KINDS = (
    ExportKind.POSITION,
    ExportKind.REDLINE,
    ExportKind.ANNOTATED,
    ExportKind.COMMENTS_TABLE,
    ExportKind.COMPILATION,
)
"""The exports of what we and others say on a document."""
MEETING_KINDS = (ExportKind.REPORT, ExportKind.MATRIX, ExportKind.NOTE)


class ProvisionColumns(StrEnum):
    SUGGESTIONS = "suggestions"
    """Drafting suggestions | Comments, under a heading for each provision."""
    FOUR = "four"
    """Article | Presidency text | Drafting suggestions | Comments."""
    JUSTIFIED = "justified"
    """Article | Presidency text | Drafting suggestions | Justification."""


def default_columns(kind: ExportKind) -> ProvisionColumns:
    return ProvisionColumns.FOUR if kind is ExportKind.COMMENTS_TABLE else ProvisionColumns.SUGGESTIONS


LABEL_LANGUAGES = ("en", "el", "fr")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Options of one export.

    Attributes:
        delegation: A code of ``core.delegations``; None for the library's own.
        labels: One of ``LABEL_LANGUAGES``; None for the document's language if it is one of them, else English.
        template: An organisation's template, .docx or .dotx; None for ours.
        names_delegations: False to hide in circulating exports which Member State said what (Court of Justice, C-280/11
            P, on access to what delegations propose). The capital's copy always names them.
        item: The only agenda item of a matrix.
    """

    markup: MarkupStyle = MarkupStyle.COUNCIL
    audience: Audience = Audience.CIRCULATION
    delegation: str | None = None
    labels: str | None = None
    template: Path | None = None
    columns: ProvisionColumns = ProvisionColumns.SUGGESTIONS
    names_delegations: bool = True
    item: str | None = None


@dataclass(frozen=True, slots=True)
class RedlineResult:
    """Result of a redline.

    Attributes:
        rebuilt: True if the text was laid out again because its original is no Word file in which changes can be
            tracked.
        unplaced: Entries whose wording could not be inserted into the file: it is at most in a comment there.
    """

    rebuilt: bool = False
    unplaced: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateGaps:
    unknown: tuple[str, ...] = ()
    misplaced: bool = False


@dataclass(frozen=True, slots=True)
class EntryCounts:
    ours: int
    of: int
    notes: int
    has_general: bool


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """Summary of an export before it is written.

    Attributes:
        internal: Number of internal texts in it: 0 for circulation.
        marking: ``LIMITE`` or None, as it will be printed.
        redlined: Outcome of a redline; None for other exports.
        entries: How much of a position it contains; None for exports that are not on a single position.
    """

    provisions: int
    internal: int
    marking: str | None
    redlined: RedlineResult | None = None
    entries: EntryCounts | None = None


_NO_MOMENT = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Mail:
    """Content of a mail in both forms; the header's last part is the marking, and its time is in UTC."""

    text: str
    html: str
    title: str = ""
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    moment: datetime = _NO_MOMENT
    landscape: bool = False

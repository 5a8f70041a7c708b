"""What a delegate chooses of an export, and what will leave with it."""

from dataclasses import dataclass
from enum import StrEnum


class MarkupStyle(StrEnum):
    """How changes are shown: as the Council prints them, or as Word tracks them."""

    COUNCIL = "council"
    TRACKED = "tracked"


class Audience(StrEnum):
    CIRCULATION = "circulation"
    CAPITAL = "capital"


LABEL_LANGUAGES = ("en", "el", "fr")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices for one file.

    Attributes:
        delegation: A code of ``core.delegations``; None for the library's own.
        labels: One of ``LABEL_LANGUAGES``; None for the document's where it is one of them, else English.
    """

    markup: MarkupStyle = MarkupStyle.COUNCIL
    audience: Audience = Audience.CIRCULATION
    delegation: str | None = None
    labels: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What will leave.

    Attributes:
        text: The file's whole text, as extracted from the file itself, a paragraph or table row a line.
        provisions: How many paragraphs it speaks on.
        internal: How many internal texts are in it: 0 for circulation.
        marking: ``LIMITE`` or None, as it will be printed.
    """

    text: str
    provisions: int
    internal: int
    marking: str | None

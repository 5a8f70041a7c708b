"""Files on their way in, by themselves or out of others."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from delegate_desk.core.errors import UnreadableDocumentError

_STEERING = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALF = re.compile("[\ud800-\udfff]")


def sanitise_name(name: str) -> str:
    """A name without control characters and marks of direction; bytes that are no text are shown as such.

    Letters stay as they are, composed or not: two names that differ in this alone are two names.
    """
    return _TURNING.sub("", _STEERING.sub(" ", _HALF.sub("\ufffd", name)))


def sanitise_for_terminal(lines: str) -> str:
    """Lines for a terminal: as they are, but nothing in them steers it."""
    return "\n".join("\t".join(map(sanitise_name, line.split("\t"))) for line in lines.split("\n"))


class UnsupportedFormat(StrEnum):
    """Type of an unsupported file."""

    OPEN_DOCUMENT = "open_document"
    RICH_TEXT = "rich_text"
    OLD_WORD = "old_word"
    OUTLOOK = "outlook"
    SHEET = "sheet"
    SLIDES = "slides"
    PICTURE = "picture"
    PACKED = "packed"
    PAGES = "pages"
    PACKAGE = "package"
    """What a colleague packed for us."""


_BY_SUFFIX = {
    UnsupportedFormat.OPEN_DOCUMENT: ".odt .ott .fodt .sxw",
    UnsupportedFormat.RICH_TEXT: ".rtf",
    UnsupportedFormat.OLD_WORD: ".doc .dot .wps .wpd .wri",
    UnsupportedFormat.OUTLOOK: ".msg .oft .pst .ost .mbox",
    UnsupportedFormat.SHEET: ".xlsx .xls .xlsm .xlsb .ods .csv .numbers",
    UnsupportedFormat.SLIDES: ".pptx .ppt .pptm .ppsx .pps .odp .key",
    UnsupportedFormat.PICTURE: ".jpg .jpeg .png .gif .tif .tiff .bmp .webp .heic .svg",
    UnsupportedFormat.PACKED: ".7z .rar .tar .gz .tgz .bz2 .xz .cab .iso .dmg",
    UnsupportedFormat.PAGES: ".pages",
    UnsupportedFormat.PACKAGE: ".ddpack",
}
_KINDS = {suffix: kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()}


def unsupported_format(suffix: str) -> UnsupportedFormat | None:
    """Return the type of an unsupported file by its suffix; None for types without advice of their own."""
    return _KINDS.get(suffix.lower())


@dataclass(frozen=True, slots=True)
class ArrivingFile:
    """A file to be taken in.

    Attributes:
        path: Where it can be read; where it cannot be had, the folder or the archive that holds it.
        shown: Its path as people see it: ``meeting.zip/papers/a.pdf``.
        error: Why it cannot be had; None where it can.
        opens: True for what holds other files and is to be opened.
    """

    path: Path
    display_name: str
    error: UnreadableDocumentError | None = None
    is_container: bool = False

    @property
    def name(self) -> str:
        """Its own name."""
        return PurePath(self.display_name).name


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    """An archive or a mail that is open.

    Attributes:
        arrivals: What is in it, in the order in which it was put there; a mail's own text first.
        folder: Where that stands until it is closed.
    """

    arrivals: tuple[ArrivingFile, ...]
    folder: Path

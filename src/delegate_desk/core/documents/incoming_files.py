"""Files on their way in, by themselves or out of others."""

import re
from pathlib import Path, PurePath

from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.core.values import dataclass

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


@dataclass(frozen=True, slots=True)
class ArrivingFile:
    """A file to be taken in.

    Attributes:
        path: Where it can be read; where it cannot be had, the folder or the archive that holds it.
        display_name: Its path as people see it: ``meeting.zip/papers/a.pdf``.
        error: Why it cannot be had; None where it can.
        is_container: True for what holds other files and is to be opened.
    """

    path: Path
    display_name: str
    error: UnreadableDocumentError | None = None
    is_container: bool = False

    @property
    def name(self) -> str:
        return PurePath(self.display_name).name


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    arrivals: tuple[ArrivingFile, ...]
    folder: Path

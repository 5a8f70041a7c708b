"""Files on their way in, by themselves or out of others."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from delegate_desk.core.errors import UnreadableDocumentError


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
    shown: str
    error: UnreadableDocumentError | None = None
    opens: bool = False

    @property
    def name(self) -> str:
        """Its own name."""
        return PurePath(self.shown).name


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    """An archive or a mail that is open.

    Attributes:
        arrivals: What is in it, in the order in which it was put there; a mail's own text first.
        folder: Where that stands until it is closed.
    """

    arrivals: tuple[ArrivingFile, ...]
    folder: Path

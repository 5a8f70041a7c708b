"""The samples: a library of invented documents with some notes and a short position, made in one go.

It is filled once and left as it was then; a filling that was broken off goes on where it was.
"""

import logging
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.annotations import AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import Place
from delegate_desk.core.errors import LibraryUnwritableError
from delegate_desk.core.positions import Stance
from delegate_desk.core.steps import Steps
from delegate_desk.services.annotations import Annotations
from delegate_desk.services.documents import Documents
from delegate_desk.services.meetings import Meetings
from delegate_desk.services.positions import Positions
from delegate_desk.services.search import Search

MARKER = ".delegate-desk-demo"
"""The file that tells a library which holds the samples; it says ``filling``, then ``ready``."""
DELEGATION = "EL"
"""Whose position is in them, where nobody says whose it is to be."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation of ours among the samples.

    Attributes:
        document: Its reference.
        language: Of the version, where several are there.
        place: As one types it.
        words: Of the paragraph, on which it stands; empty for all of it.
    """

    document: str
    language: str
    place: str
    kind: AnnotationKind
    words: str
    text: str
    tag: str = ""
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True)
class Line:
    """What our position says on a paragraph; an empty text is left out."""

    place: str
    stance: Stance
    proposal: str
    comment: str
    internal: str


POSITION_ON = "99140/26"
GENERAL = "We welcome the compromise text. Quiet hours should be set locally, and the islands must stay supplied."
NOTES = (
    Note(
        "99140/26",
        "",
        "3(1)",
        AnnotationKind.RED_LINE,
        "[seven] consecutive hours",
        "Eight hours, as the Commission proposed. Fallback: seven where the residents agree.",
        tag="capital",
    ),
    Note(
        "99140/26",
        "",
        "1(2)",
        AnnotationKind.SCRUTINY_RESERVATION,
        "",
        "The effect of the threshold on the islands is still being examined.",
        visibility=Visibility.CIRCULATION,
    ),
    Note(
        "99101/26",
        "el",
        "7στ",
        AnnotationKind.QUESTION,
        "",
        "Ποιος απαντά τη νύχτα στους μικρούς λιμένες;",
    ),
)
LINES = (
    Line(
        "3(1)",
        Stance.RED_LINE,
        "The port managing body shall, after consulting the users of the port, the residents and the local "
        "authorities, set quiet hours of at least eight consecutive hours between 22.00 and 7.00.",
        "Those who cannot sleep should be heard before the hours are set.",
        "Seven only where the residents agree.",
    ),
    Line(
        "3(2)(d)",
        Stance.SUPPORT_IF,
        "",
        "Provided that lifeline services stay exempt, as in paragraph 4.",
        "",
    ),
)


def begin(folder: Path, *, fresh: bool) -> bool:
    """Make ready a folder that is to be filled with the samples; False where a library is there and stays as it is.

    Args:
        folder: The library.
        fresh: Delete it first, if it holds the samples.

    Raises:
        LibraryUnwritableError: If it cannot be made, or if it is another's and was to be deleted.
    """
    marker = folder / MARKER
    try:
        begun = folder.is_dir() and any(folder.iterdir())
        ours = marker.is_file()
        if fresh and begun:
            if not ours:
                raise LibraryUnwritableError(str(folder), "the demo did not make it, so it is not started over")
            shutil.rmtree(folder)
        elif begun and not (ours and marker.read_text(encoding="utf-8") == "filling"):
            return False
        folder.mkdir(parents=True, exist_ok=True)
        marker.write_text("filling", encoding="utf-8")
    except OSError as error:
        raise LibraryUnwritableError(str(folder), error.strerror or type(error).__name__) from error
    return True


def end(folder: Path) -> None:
    """Remember that a library holds all of the samples."""
    (folder / MARKER).write_text("ready", encoding="utf-8")


class Samples:
    """Fills a library with the samples."""

    def __init__(
        self, documents: Documents, annotations: Annotations, positions: Positions, meetings: Meetings, search: Search
    ) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._meetings = meetings
        self._search = search

    def fill(self, delegation: str = DELEGATION) -> Steps[None]:
        """Put the samples in with some notes and a short position, telling how far it has come: slow.

        Doing it again adds nothing.
        """
        files = sorted(path for path in (paths.RESOURCES / "samples").iterdir() if path.is_file())
        of = len(files) + 2
        came = set()
        for n, imported in enumerate(self._documents.take_in(files), 1):
            if imported.document is not None:
                came.add(imported.document.id)
            yield n, of
        self._meetings.follow(Changes(documents=frozenset(came)))
        self._positions.set_delegation(delegation)
        if not self._annotations.all():
            self._annotate()
        self._draft()
        yield of - 1, of
        self._search.make_ready()
        _log.info("Filled a library with %d samples", len(files))
        yield of, of

    def first(self) -> list[Place]:
        """Where one begins to look: at two paragraphs that were worked on, the one in front last."""
        greek, english = self._documents.find("99101/26", "el").id, self._documents.find(POSITION_ON).id
        places = ((greek, "7στ"), (english, "3(1)"))
        return [Place(key, self._documents.place(key, typed)) for key, typed in places]

    def _annotate(self) -> None:
        for note in NOTES:
            key = self._documents.find(note.document, note.language or None).id
            self._annotations.save(
                self._annotations.new(
                    Place(key, self._documents.place(key, note.place)),
                    note.kind,
                    text=note.text,
                    words=note.words or None,
                    tags=[note.tag] if note.tag else [],
                    visibility=note.visibility,
                )
            )

    def _draft(self) -> None:
        key = self._documents.find(POSITION_ON).id
        self._positions.set_general(key, GENERAL)
        for line in LINES:
            address = self._documents.place(key, line.place)
            item = self._positions.get(key).item(address)
            said = {name: getattr(line, name) for name in ("proposal", "comment", "internal") if getattr(line, name)}
            self._positions.set_item(key, replace(item, stance=line.stance, **said), typed=False)

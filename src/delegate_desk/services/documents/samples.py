"""The samples: a library of invented documents with some notes and a short position.

It is filled once and stays as the delegate left it; an interrupted filling is continued.
"""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.errors import LibraryUnwritableError
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete_tree
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions
from delegate_desk.services.search.indexing import Indexing

MARKER = ".delegate-desk-demo"
"""File that marks a library of samples; it contains ``filling``, then ``ready``."""
DELEGATION = "EL"
"""Delegation of the sample position, if none is chosen."""
LANGUAGE = "en"
"""Language of the sample notes and position, if none is chosen.

The documents are there in all languages of the window.
"""
POSITION_ON = "99140/26"
_COMPROMISE = parse_reference(POSITION_ON)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SampleNote:
    """One of our annotations, at a place as typed; without words it is on the whole paragraph."""

    document: str
    language: str
    place: str
    kind: AnnotationKind
    text: str
    words: str = ""
    tag: str = ""
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """Our position on a paragraph of the samples; empty texts are left out."""

    place: str
    stance: Stance
    comment: str
    proposal: str = ""
    internal: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """Our work on the samples in a language; the first note is the start, only this version has the passage."""

    language: str
    passage: str
    general: str
    notes: tuple[SampleNote, ...]
    entries: tuple[SampleEntry, ...]


def work(language: str) -> Work:
    """Return our work on the samples in a language, or in English if the window does not have it."""
    words = paths.load_table("sample_words")
    chosen = language if language in words else LANGUAGE
    texts = words[chosen]
    notes = []
    for note in texts["notes"]:
        visibility = Visibility(note.get("visibility", Visibility.INTERNAL))
        notes.append(SampleNote(**note | {"kind": AnnotationKind(note["kind"]), "visibility": visibility}))
    lines = (SampleEntry(**line | {"stance": Stance(line["stance"])}) for line in texts["lines"])
    return Work(chosen, texts["passage"], texts["general"], tuple(notes), tuple(lines))


def prepare_folder(folder: Path, *, fresh: bool) -> bool:
    """Prepare a folder for the samples; return False if it already holds a library, which stays as it is.

    Args:
        fresh: Delete it first, if it holds the samples.

    Raises:
        LibraryUnwritableError: If it cannot be created, or if it is not ours and should be deleted.
    """
    marker = folder / MARKER
    try:
        is_filled = folder.is_dir() and any(folder.iterdir())
        has_marker = marker.is_file()
        if fresh and is_filled:
            if not has_marker:
                raise LibraryUnwritableError(str(folder), "the demo did not make it, so it is not started over")
            delete_tree(folder)
        elif is_filled and not (has_marker and marker.read_text(encoding="utf-8") == "filling"):
            return False
        folder.mkdir(parents=True, exist_ok=True)
        marker.write_text("filling", encoding="utf-8")
    except OSError as error:
        raise LibraryUnwritableError(str(folder), error.strerror or type(error).__name__) from error
    return True


@dataclass(frozen=True, eq=False)
class Samples:
    documents: Documents
    annotations: Annotations
    positions: Positions
    meetings: Meetings
    indexing: Indexing

    def fill(self, delegation: str = DELEGATION, language: str = LANGUAGE) -> Steps[None]:
        """Add the samples with notes and a position, on the documents in a language, reporting progress. Slow.

        Repeating it adds nothing.
        """
        done = work(language)
        files = sorted((paths.RESOURCES / "samples").iterdir())
        total = len(files) + 2
        imported_ids = set()
        for n, imported in enumerate(self.documents.import_files(files), 1):
            if imported.document is not None:
                imported_ids.add(imported.document.id)
            yield n, total
        self.meetings.reparse_after_changes(Changes(documents=frozenset(imported_ids)))
        self.positions.set_delegation(delegation)
        if not self.annotations.all():
            self._annotate(done)
        self._draft(done)
        if not self.meetings.all():
            self._capture(done)
        yield total - 1, total
        self.indexing.make_ready()
        _log.info("Filled a library with %d samples", len(files))
        yield total, total

    def first(self, language: str = LANGUAGE) -> list[Place]:
        """Return two paragraphs to start from, that of the current tab last."""
        front, *_, other = work(language).notes
        return [self._place(other), self._place(front)]

    def passage(self, language: str = LANGUAGE) -> str:
        """Return words to search for, in a language if the samples have it: an older version made them in English."""
        languages = {
            document.header.language for document in self.documents.all() if document.header.reference == _COMPROMISE
        }
        return work(language if language in languages else LANGUAGE).passage

    def _place(self, note: SampleNote) -> Place:
        key = self.documents.find(note.document, note.language).id
        return Place(key, self.documents.place(key, note.place))

    def _annotate(self, done: Work) -> None:
        for note in done.notes:
            self.annotations.save(
                self.annotations.new(
                    self._place(note),
                    note.kind,
                    text=note.text,
                    words=note.words or None,
                    tags=[note.tag] if note.tag else [],
                    visibility=note.visibility,
                )
            )

    def _draft(self, done: Work) -> None:
        key = self.documents.find(POSITION_ON, done.language).id
        self.positions.set_general(key, done.general)
        for line in done.entries:
            address = self.documents.place(key, line.place)
            item = self.positions.get(key).entry_at(address)
            texts = {name: getattr(line, name) for name in ("proposal", "comment", "internal") if getattr(line, name)}
            self.positions.set_item(key, replace(item, stance=line.stance, **texts), typed=False)

    def _capture(self, done: Work) -> None:
        place = Place(self.documents.find(POSITION_ON, done.language).id, Address(""))
        words = paths.load_table("sample_words")
        texts = words[done.language]
        item = AgendaItem("1", texts["item"], (_COMPROMISE,) if _COMPROMISE else ())
        for sample in words["_meetings"]:
            meeting = replace(self.meetings.new(texts["body"], date.fromisoformat(sample["day"])), items=(item,))
            self.meetings.save(meeting)
            for line in sample["lines"]:
                self.meetings.capture(meeting.id, line, item="1", at_hand=place, language=done.language)

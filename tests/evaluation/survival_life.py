"""A life that ends at a random moment: works in a library as a delegate would, and reports each step.

python -m evaluation.survival_life LIBRARY SCRATCH SEED DEED

A line of JSON on standard output before a step (``begun``) and after it (``done``), each flushed: what is ``done`` was
acknowledged, and must be there whatever happens then.
"""

import json
import random
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.meetings.meeting import AgendaItem, MeetingId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db import migrations
from support.document_values import note_text

DEEDS = (
    "import", "annotate", "edit", "capture", "draft", "carry", "export", "commit", "merge", "remove", "migrate",
    "backup", "unpack", "sidecars",
)  # fmt: skip
"""The most frequent actions, so that kills are spread over all of them."""

NOTES = 3
"""In a package of a colleague."""

Fact = dict[str, Any]


def paper(reference: str, token: str, paragraphs: int) -> str:
    """A document of numbered paragraphs, each with its own word."""
    body = [f"{n}. The Council notes what the harbour {token} keeps in shed {n}." for n in range(1, paragraphs + 1)]
    return note_text(
        reference, "\n\n".join(body), previous="ST 6500/26", subject=f"Draft conclusions on harbour {token}"
    )


class Life:
    """One run of the program in a library.

    Args:
        scratch: A folder next to it, for imported and exported files.
    """

    def __init__(self, desk: Desk, scratch: Path, dice: random.Random) -> None:
        self._desk = desk
        self._scratch = scratch
        self._dice = dice
        self.deeds: dict[str, Callable[[], None]] = {name: getattr(self, f"_{name}") for name in DEEDS}

    def live(self, deed: str) -> None:
        """Work until killed."""
        self._begin_with()
        tell("opened", {})
        while True:
            self.deeds[deed if self._dice.random() < 0.7 else self._dice.choice(DEEDS)]()

    def _begin_with(self) -> None:
        """A document and a meeting to work on, if there are none yet."""
        desk = self._desk
        if not desk.documents.all():
            self._take_in("ST 7001/26", 12)
        if not desk.meetings.all():
            reference = desk.documents.all()[0].header.reference
            assert reference is not None
            items = (AgendaItem("1", "Harbours", (reference,)),)
            desk.meetings.save(replace(desk.meetings.new("Working Party on Shipping"), items=items))

    def _take_in(self, reference: str, paragraphs: int) -> None:
        token = f"t{uuid.uuid4().hex}"
        path = self._scratch / f"{token}.txt"
        path.write_text(paper(reference, token, paragraphs), encoding="utf-8")
        with step("document", token, paragraphs):
            list(self._desk.documents.import_files([path]))
        path.unlink()

    def _any(self) -> DocumentId:
        return self._dice.choice(self._desk.documents.all()).id

    def _ours(self) -> list[Annotation]:
        """Our own notes, as written."""
        return [note for note in self._desk.annotations.all() if not (note.author or note.origin)]

    # Actions

    def _import(self) -> None:
        self._take_in(f"ST {self._dice.randint(7002, 9999)}/26", self._dice.choice((3, 40, 400)))

    def _annotate(self) -> None:
        place = Place(self._any(), Address(f"para_{self._dice.randint(1, 3)}"))
        made = self._desk.annotations.new(place, self._dice.choice(list(AnnotationKind)), text=uuid.uuid4().hex)
        with step("note", made.id, made.text):
            self._desk.annotations.save(made)

    def _edit(self) -> None:
        """Type in a note: each key is saved as in the window."""
        notes = self._ours()
        if not notes:
            return self._annotate()
        note = self._dice.choice(notes)
        for _ in range(self._dice.randint(1, 30)):
            note = replace(note, text=note.text + self._dice.choice("abc αβγ"))
            with step("note", note.id, note.text):
                self._desk.annotations.save(note, typed=True)
        return None

    def _remove(self) -> None:
        notes = self._ours()
        if len(notes) < 5:
            return self._annotate()
        key: AnnotationId = self._dice.choice(notes).id
        with step("note", key, None):
            self._desk.annotations.remove(key)
        return None

    def _capture(self) -> None:
        meeting: MeetingId = self._desk.meetings.all()[0].id
        token = uuid.uuid4().hex
        with step("line", token, ""):
            self._desk.meetings.capture(meeting, f"FR+ 1 {token}", item="1")

    def _draft(self) -> None:
        key, address = self._any(), Address(f"para_{self._dice.randint(1, 3)}")
        proposal = f"The Council welcomes {uuid.uuid4().hex}."
        sha256 = self._desk.documents.get(key).sha256
        with step("provision", f"{sha256} {address}", proposal):
            self._desk.positions.set_item(
                key, PositionEntry(address, proposal=proposal), typed=self._dice.random() < 0.5
            )

    def _carry(self) -> None:
        """Import a document and its revision, and carry some notes over: all of them or none."""
        self._import()
        self._import()
        old, new = sorted(held.id for held in self._desk.documents.all())[-2:]
        notes = [
            self._desk.annotations.new(Place(old, Address(f"para_{n}")), AnnotationKind.NOTE, text=uuid.uuid4().hex)
            for n in (1, 2, 3)
        ]
        for note in notes:
            with step("note", note.id, note.text):
                self._desk.annotations.save(note)
        with step("carry", f"{old} {new}", len([n for n in self._desk.annotations.all() if n.place.document == old])):
            self._desk.carryover.carry(finish(self._desk.comparisons.compare(old, new)))

    def _export(self) -> None:
        self._draft()
        target = self._scratch / f"{self._dice.randint(1, 3)}.docx"
        with step("file", target.name, ""):
            self._desk.export.write(self._drafted(), ExportKind.POSITION, target, ExportOptions())

    def _drafted(self) -> DocumentId:
        return self._dice.choice(self._desk.positions.documents())

    def _commit(self) -> None:
        """Index all changes."""
        self._annotate()
        with step("index", "", ""):
            list(self._desk.indexing.catch_up())

    def _merge(self) -> None:
        """Let the index do its background work."""
        self._annotate()
        with step("index", "", ""):
            list(self._desk.indexing.maintain())

    def _migrate(self) -> None:
        """Open a library of an older version of the program."""
        folder = self._scratch / f"old-{uuid.uuid4().hex}"
        folder.mkdir()
        taken = self._dice.randint(1, len(migrations.STEPS) - 1)
        with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
            migrations.migrate(connection, folder / "library.sqlite3", migrations.STEPS[:taken])
            connection.execute("INSERT INTO library (id, created) VALUES (?, '2026-01-01')", (folder.name,))
        with step("old", folder.name, taken):
            open_desk(folder).close()

    def _backup(self) -> None:
        """Back up, next to the library and into one file."""
        self._draft()
        if self._dice.random() < 0.5:
            with step("backup", "", ""):
                finish(self._desk.backups.back_up())
        else:
            target = self._scratch / f"{self._dice.randint(1, 3)}.ddbackup"
            with step("whole", target.name, ""):
                finish(self._desk.backups.write(target))

    def _unpack(self) -> None:
        """Import a colleague's package: a document with notes, twice."""
        target = self._scratch / f"{uuid.uuid4().hex}.ddpack"
        with open_desk(self._scratch / "colleague") as colleague:
            Life(colleague, self._scratch, self._dice).pack(target)
        for _ in range(2):
            with step("package", target.stem, NOTES):
                self._desk.packages.merge(target)
        target.unlink()

    def pack(self, target: Path) -> None:
        """Export a package with a new document and some notes, which name the package."""
        path = self._scratch / f"{target.stem}.txt"
        path.write_text(paper(f"WK {self._dice.randint(1, 9999)}/26", target.stem, 3), encoding="utf-8")
        (brought,) = self._desk.documents.import_files([path])
        path.unlink()
        assert brought.document is not None
        for n in range(NOTES):
            place = Place(brought.document.id, Address(f"para_{n + 1}"))
            note = self._desk.annotations.new(
                place, AnnotationKind.NOTE, text=target.stem, visibility=Visibility.CIRCULATION
            )
            self._desk.annotations.save(note)
        finish(self._desk.packages.write(target, PackageContents(documents=frozenset({brought.document.id}))))

    def _sidecars(self) -> None:
        """Write the pending sidecars."""
        self._annotate()
        with step("sidecars", "", ""):
            list(self._desk.sidecars.catch_up())


class step:  # noqa: N801  (it reads as a statement)
    """A step reported before and after it."""

    def __init__(self, what: str, key: str, value: object) -> None:
        self._fact = {"what": what, "key": key, "value": value}

    def __enter__(self) -> None:
        tell("begun", self._fact)

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            tell("done", self._fact)


def tell(event: str, fact: Fact) -> None:
    sys.stdout.write(json.dumps({"event": event, **fact}) + "\n")
    sys.stdout.flush()


def told(lines: list[str]) -> Iterator[Fact]:
    """The report of a life before its end; the last line may be torn."""
    for line in lines:
        if line.endswith("\n"):
            yield json.loads(line)


def main() -> None:
    library, scratch, seed, deed = sys.argv[1:]
    with open_desk(Path(library)) as desk:
        Life(desk, Path(scratch), random.Random(seed)).live(deed)


if __name__ == "__main__":
    main()

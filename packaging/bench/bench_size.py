"""Benchmark of a library of ten years: 10,000 documents of 50 paragraphs with 5 annotations each."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import search_corpus
from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import finish
from delegate_desk.core.search import HitKind
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from measuring import processor_seconds

DOCUMENTS, UNITS, NOTES = 10_000, 50, 5
"""Documents, paragraphs in each, annotations on each."""
RUNS = 20
_BATCH = 500
_APART = 7
"""Paragraphs from one annotation to the next."""
Line = Callable[..., None]


def fill(folder: Path, documents: int = DOCUMENTS, units: int = UNITS) -> None:
    """Generate the library: every third document is a revision of the one before, with a few paragraphs changed."""
    with open_desk(folder):
        pass
    database = Database(folder)
    papers, annotations = DocumentStore(database), AnnotationStore(database)
    dice = random.Random(documents)
    made = _documents(documents, units, dice)
    number = 0
    while batch := list(islice(made, _BATCH)):
        with database.write():
            for document in batch:
                number += 1
                key = papers.add(document, f"{number:064x}", f"paper {number}.txt")
                annotations.save(*(_note(key, n, dice) for n in range(NOTES) if n * _APART < units))
    database.close()


def _documents(many: int, units: int, dice: random.Random) -> Iterator[Document]:
    texts = _texts(many * units)
    before: Document | None = None
    for number in range(many):
        language, first = next(texts)
        body = [first, *(text for _, text in islice(texts, units - 1))]
        if before is not None and number % 3 == 2:
            reference = before.header.reference
            assert reference is not None
            changed = {dice.randrange(units) for _ in range(4)}
            kept = [body[n] if n in changed else unit.text for n, unit in enumerate(before.paragraphs)]
            yield _document(replace(before.header, reference=replace(reference, revision=1)), kept)
            continue
        day = datetime(2016, 1, 4, tzinfo=UTC).date() + timedelta(days=number % 3650)
        reference = Reference("ST", 5000 + number % 9000, 2016 + number // 9000, 0)
        header = Header(
            language, reference, language, day, document_type="note", sender="Presidency", subject=body[0][:90]
        )
        before = _document(header, body)
        yield before


def _texts(many: int) -> Iterator[tuple[str, str]]:
    """Return language and text of a number of paragraphs, as in the library of the search benchmark."""
    for paper in search_corpus.read(search_corpus.library(many + many // 5)):
        for entry in paper.entries:
            if entry.kind is HitKind.PARAGRAPH and not entry.is_heading:
                yield paper.header.language, entry.text


def _document(header: Header, texts: Iterable[str]) -> Document:
    units = (Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(texts, 1))
    return Document(header, tuple(units))


def _note(key: DocumentId, n: int, dice: random.Random) -> Annotation:
    now = datetime.now(UTC)
    kind = dice.choice(list(AnnotationKind))
    place = Place(key, Address(f"para_{n * _APART + 1}"))
    return Annotation(AnnotationId(f"{key}-{n}"), place, kind, f"What shed {dice.randrange(1000)} is for.", now, now)


class Figures:
    """The measurements: each job's name with its seconds, one or several, by the clock and of processor time."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}
        self.work: dict[str, list[float]] = {}

    def time(self, what: str, job: Callable[[], object], runs: int = 1) -> None:
        """Time a job."""
        for _ in range(runs):
            began, worked = time.perf_counter(), processor_seconds()
            job()
            self.times.setdefault(what, []).append(time.perf_counter() - began)
            self.work.setdefault(what, []).append(processor_seconds() - worked)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Return each job with its time in words."""
        for what, times in self.times.items():
            worst = f", worst {_told(max(times))}" if len(times) > 1 else ""
            yield what, f"{_told(statistics.median(times))}{worst}"


def _told(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def measure(folder: Path, scratch: Path) -> Figures:
    """Do a delegate's work in a library, without the window."""
    figures = Figures()
    opened: list[Desk] = []
    figures.time("opened", lambda: opened.append(open_desk(folder)))
    with opened[0] as desk:
        figures.time("indexed", lambda: sum(1 for _ in desk.indexing.catch_up()))
        held = desk.documents.all()
        dice = random.Random(1)
        figures.time("documents listed", desk.documents.all, RUNS)
        figures.time("dossiers", desk.dossiers.all, 3)
        words = _words(desk, [one.id for one in dice.sample(held, 40)])
        for word in words:
            figures.time("search, one word", partial(desk.search.find, word))
            figures.time("search, two words", partial(desk.search.find, f"{word} {dice.choice(words)}"))
        figures.time("a document read", lambda: desk.documents.content(dice.choice(held).id), RUNS)
        figures.time("all annotations", desk.annotations.all, 3)
        figures.time("a note saved", lambda: _annotate(desk, dice.choice(held).id), RUNS)
        figures.time("a provision saved", lambda: _draft(desk, dice.choice(held).id), RUNS)
        drafted = desk.positions.documents()[0]
        target = scratch / "position.docx"
        figures.time(
            "a position exported", lambda: desk.export.write(drafted, ExportKind.POSITION, target, ExportOptions())
        )
        old, new = _revised(desk, dice)
        figures.time("compared with a revision", lambda: finish(desk.comparisons.compare(old, new)))
        figures.time("carried to it", lambda: desk.carryover.carry(finish(desk.comparisons.compare(old, new))))
        figures.time("changes added to the index", lambda: sum(1 for _ in desk.indexing.catch_up()))
        figures.time("closed", desk.close)
    return figures


def _words(desk: Desk, documents: Iterable[DocumentId]) -> list[str]:
    texts = (desk.documents.content(key).paragraphs[0].text for key in documents)
    return [max(text.split(), key=len).strip('.,;:()"') for text in texts]


def _annotate(desk: Desk, key: DocumentId) -> Changes:
    return desk.annotations.save(
        desk.annotations.new(Place(key, Address("para_2")), AnnotationKind.NOTE, text="One more.")
    )


def _draft(desk: Desk, key: DocumentId) -> Changes:
    return desk.positions.set_item(key, PositionEntry(Address("para_3"), proposal="The Council welcomes it."))


def _revised(desk: Desk, dice: random.Random) -> tuple[DocumentId, DocumentId]:
    held = sorted(one.id for one in desk.documents.all())
    new = held[dice.randrange(len(held) // 3) * 3 + 2]
    return DocumentId(new - 1), DocumentId(new)


def bench_size(line: Line, begin: Callable[[Path], dict[str, float]], documents: int = DOCUMENTS) -> dict[str, str]:
    """Generate the library, print the time of each job in it, and return the measurements.

    Args:
        begin: Starts the window on a library: ``paint`` in seconds until its text is painted, ``memory`` then, in MB.
    """
    print(f"A library of {documents:,} documents, {documents * UNITS:,} paragraphs, {documents * NOTES:,} annotations")
    with tempfile.TemporaryDirectory() as place:
        folder, scratch = Path(place) / "library", Path(place) / "scratch"
        scratch.mkdir()
        began = time.perf_counter()
        fill(folder, documents)
        line("made, without being indexed", _told(time.perf_counter() - began))
        figures = dict(measure(folder, scratch).lines())
        size = (folder / "library.sqlite3").stat().st_size
        figures["database"] = f"{size / 1e6:.0f} MB"
        window = begin(folder)
        figures["window: start to the text painted"] = _told(window["paint"])
        figures["window: memory then"] = f"{window['memory']:.0f} MB"
    for what, figure in figures.items():
        line(what, figure)
    return figures


USABLE = 2.0
"""Maximum processor seconds of anything that a person waits for: the time on a computer that does nothing else."""
_BEHIND = ("indexed", "closed", "changes added to the index")
"""Jobs in the background or on exit."""


def figures(seconds: float, seed: int) -> tuple[bool, str]:  # noqa: ARG001  (as all tests of what is promised)
    """Return the times of the jobs that a person waits for, once, for the table of RELIABILITY.md."""
    from bench import begun

    with tempfile.TemporaryDirectory() as place:
        folder, scratch = Path(place) / "library", Path(place) / "scratch"
        scratch.mkdir()
        fill(folder)
        measured = measure(folder, scratch)
        window = begun(folder)
    work = {what: statistics.median(spent) for what, spent in measured.work.items() if what not in _BEHIND}
    work["window painted"] = window["work"]
    slow = [f"{what} {_told(spent)}" for what, spent in work.items() if spent > USABLE]
    told = [f"{what} {figure}" for what, figure in measured.lines()]
    told.append(f"window painted after {_told(window['paint'])} with {window['memory']:.0f} MB")
    made = f"{DOCUMENTS:,} documents, {DOCUMENTS * UNITS:,} paragraphs, {DOCUMENTS * NOTES:,} annotations"
    most = max(work, key=lambda what: work[what])
    told.append(f"most processor time: {most} {_told(work[most])}")
    return not slow, f"{made}: {', '.join(told)}{'; slow: ' if slow else ''}{', '.join(slow)}"

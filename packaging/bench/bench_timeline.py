"""Benchmark of the timeline of a dossier of 40 revisions, in a library of 400 other documents."""

import datetime
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from delegate_desk.core.documents.document import (
    Address,
    Document,
    DocumentId,
    Header,
    Kind,
    Mention,
    Paragraph,
    SubjectCode,
)
from delegate_desk.core.documents.references import Reference
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore

REVISIONS, OTHERS, UNITS, RUNS = 40, 400, 300, 5
START = datetime.date(2026, 1, 5)
Line = Callable[..., None]


def paper(
    reference: Reference, day: int, *, files: tuple[str, ...] = (), named: tuple[Reference, ...] = ()
) -> Document:
    """Return a document with a number of units, some of which refer to others."""
    about = "quiet hours in ports" if files else f"salmon in river {reference.number}"
    units = [
        Paragraph(
            Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", f"On {about} the Council notes, in its turn, point {n}."
        )
        for n in range(1, UNITS + 1)
    ]
    mentions = tuple(Mention(str(one), one, units[n % UNITS].address) for n, one in enumerate(named))
    header = Header(
        "en",
        reference,
        "en",
        START + datetime.timedelta(days=day),
        "LIMITE",
        document_type="note",
        sender="Presidency",
        subject=about,
        subject_codes=(SubjectCode("TRANS", reference.number),),
        interinstitutional_files=files,
    )
    return Document(header, tuple(units), mentions=mentions)


def fill(folder: Path) -> DocumentId:
    """Generate the library; returns the number of the last revision."""
    with open_desk(folder):
        pass
    database = Database(folder)
    store = DocumentStore(database)
    main = [Reference("ST", 7001, 2026, revision) for revision in range(REVISIONS)]
    with database.write():
        for n in range(OTHERS):
            series = "WK" if n % 2 else "ST"
            own = Reference(series, 8000 + n, 2026)
            named = (Reference("ST", 8000 + (n * 7) % OTHERS, 2026), main[n % REVISIONS]) if n % 10 == 1 else ()
            store.add(paper(own, n % 200, named=named), f"other {n}", f"other {n}.txt")
        keys = [
            store.add(paper(one, n * 5, files=("2026/0155(COD)",)), f"revision {n}", f"revision {n}.txt")
            for n, one in enumerate(main)
        ]
    database.close()
    return keys[-1]


def bench_timeline(line: Line) -> None:
    print(f"Timeline of a dossier ({REVISIONS} revisions of {UNITS} units; {OTHERS} other papers)")
    with tempfile.TemporaryDirectory() as folder:
        last = fill(Path(folder))
        with open_desk(Path(folder)) as desk:
            gathered = [_timed(lambda: desk.dossiers.timeline(last)) for _ in range(RUNS)]
            line("gathered, without a window", f"{statistics.median(gathered) * 1000:.0f} ms")
            weighed = [_timed(lambda: desk.dossiers.offers(last)) for _ in range(RUNS)]
            offered = len(desk.dossiers.offers(last))
            line("what may belong to it, weighed", f"{statistics.median(weighed) * 1000:.0f} ms", f"{offered} offered")
            painted = [_opened(desk, last) for _ in range(RUNS)]
            line("asked for to painted, offscreen", f"{max(painted):.2f} s", "the slowest; wanted: 2 s")


def _opened(desk: Desk, document: DocumentId) -> float:
    """Return the seconds from opening a timeline to its paint, with its suggestions."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from delegate_desk.gui.library.timeline_view import TimelineView
    from delegate_desk.gui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    tasks = Tasks()
    start = time.perf_counter()
    view = TimelineView(desk, tasks, document)
    view.resize(820, 860)
    view.show()
    for _ in range(2):  # the documents, then the suggestions
        tasks.wait()
        application.processEvents()
    view.grab()
    took = time.perf_counter() - start
    assert view.timeline is not None
    assert len(view.timeline.milestones) == REVISIONS
    assert len(view.list.rows.rows) > REVISIONS
    tasks.close()
    view.deleteLater()
    return took


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start

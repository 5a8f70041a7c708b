"""Benchmark of Word exports and drafting, for bench.py: every kind with 200 provisions, a long redline, a keystroke.

As a program, one measurement in its own process, printed as JSON in seconds and megabytes.
Usage: bench_export.py make|files|redline|keys LIBRARY
"""

import json
import os
import random
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import docx
from docx.shared import Pt

from bench_compare import made
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Place
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk, open_desk
from measuring import Line, child, peak, seconds

PAGES = 300
UNITS = 2000
"""Units of the generated act: 304 pages in LibreOffice in 12 points with 1.5 line spacing."""
LINES = 200
KEYS = 200
WORDS = 3000
_STANCES = list(Stance)


def bench_export(line: Line) -> None:
    """Measure and print."""
    print(f"Export ({LINES} provisions drafted, with comments and notes; an act of more than {PAGES} pages in Word)")
    with tempfile.TemporaryDirectory() as folder:
        child(__file__, "make", folder)
        files = child(__file__, "files", folder)
        for name, seconds in files.items():
            wanted = "wanted: 1 s" if name.startswith("position") else ""
            line(f"{name.replace(' ', ', ')}", f"{seconds:.2f} s", wanted)
        redline = child(__file__, "redline", folder)
        beside = f"{redline['memory']:.0f} MB at its most; wanted: 3 s, 400 MB"
        line(f"redline in the act, {redline['lines']:.0f} provisions", f"{redline['seconds']:.2f} s", beside)
        keys = child(__file__, "keys", folder)
        beside = f"p95 {keys['p95']:.1f}, worst {keys['worst']:.1f}; wanted: 16 ms"
        line(f"key in {WORDS} words to its mark-up painted", f"{keys['p50']:.1f} ms", beside)


def make(library: Path) -> dict[str, float]:
    """Make a library with the act as a Word file and our position on it."""
    file = library / "act.docx"
    write(file, UNITS)
    with open_desk(library) as desk:
        key = next(iter(desk.documents.add(desk.documents.read(file)).documents))
        desk.positions.set_delegation("EL")
        draft(desk, key, LINES)
        paper = library / "long.txt"
        chance = random.Random(7)
        words = " ".join(chance.choice(("the", "of", "and", f"word{chance.randrange(900)}")) for _ in range(WORDS))
        paper.write_text(f"A long provision\n\n1. {words}.\n", encoding="utf-8")
        desk.documents.add(desk.documents.read(paper))
    return {}


def write(file: Path, units: int) -> None:
    """Write a generated act as a Word file, with the spacing of the Council."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Normal"].paragraph_format.line_spacing = 1.5
    for unit in made(units):
        paragraph = document.add_paragraph()
        head = paragraph.add_run(unit.label if unit.kind is Kind.ARTICLE else f"{unit.label}\t")
        head.bold = unit.kind is Kind.ARTICLE
        if unit.kind is not Kind.ARTICLE:
            middle = len(unit.marked) // 2
            paragraph.add_run(unit.marked[:middle])
            paragraph.add_run(unit.marked[middle:]).italic = True
        else:
            document.add_paragraph(unit.marked.capitalize())
    document.save(str(file))


def draft(desk: Desk, key: DocumentId, lines: int) -> None:
    """Add a position on a number of provisions across a document: most reworded, some new, some deleted; with notes."""
    units = [unit for unit in desk.documents.content(key).units() if len(unit.text.split()) > 8]
    desk.positions.set_general(key, "We thank the Presidency.")
    for number, unit in enumerate(units[:: max(1, len(units) // lines)][:lines]):
        words = unit.text.split(" ")
        wording = " ".join([*words[:3], "effective", "and", "fair", *words[5:]])
        item = PositionEntry(
            unit.address, _STANCES[number % len(_STANCES)], wording, "As in the recitals.", "Hold until the end."
        )
        if number % 10 == 3:
            item = replace(item, proposal="")
        if number % 10 == 6:
            new = desk.positions.new_item(key, unit.address)
            item = replace(new, proposal=wording, comment="This is missing.")
        desk.positions.set_item(key, item)
        note = desk.annotations.new(
            Place(key, Address(unit.address)),
            AnnotationKind.QUESTION,
            text="Why so?",
            words=" ".join(words[5:7]),
            visibility=Visibility.CIRCULATION,
        )
        desk.annotations.save(note)


def files(library: Path) -> dict[str, float]:
    """Return the seconds of each kind of file: the median of three, after a first run that loads the modules."""
    figures: dict[str, float] = {}
    with open_desk(library) as desk:
        key = _longest(desk)
        for kind in DOCUMENT_KINDS:
            if kind is ExportKind.REDLINE:
                continue
            for markup in MarkupStyle:
                for audience in Audience:
                    job = partial(
                        desk.export.write, key, kind, library / "out.docx", ExportOptions(markup, audience, "EL")
                    )
                    times = [seconds(job) for _ in range(4)]
                    figures[f"{kind} {markup} {audience}"] = sorted(times[1:])[1]
    return figures


def redline(library: Path) -> dict[str, float]:
    """Return the seconds and megabytes of one redline, in a process that does nothing else."""
    with open_desk(library) as desk:
        key = _longest(desk)
        start = time.perf_counter()
        desk.export.write(key, ExportKind.REDLINE, library / "redline.docx", ExportOptions(delegation="EL"))
        return {
            "seconds": time.perf_counter() - start,
            "memory": peak(),
            "lines": len(desk.positions.get(key).items),
        }


def keys(library: Path) -> dict[str, float]:
    """Return milliseconds from a keystroke in a long provision to its paint, in the Position view.

    The work that the view does later, such as saving, is waited for between the keystrokes.
    """
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

    from delegate_desk.gui.context import Context
    from delegate_desk.gui.positions.positions_view import PositionsView
    from delegate_desk.gui.shell import application as applications
    from delegate_desk.gui.tasks import Tasks
    from delegate_desk.gui.widgets import theme

    application: QApplication = applications.create_application()
    theme.choose("light")
    with open_desk(library) as desk:
        key = min(desk.documents.all(), key=lambda held: held.paragraphs).id
        unit = max(desk.documents.content(key).units(), key=lambda unit: len(unit.text))
        tasks = Tasks()
        window = Mock()  # nothing is asked of it
        view = PositionsView(Context(desk, tasks, window, window, window, window), key)
        view.resize(860, 900)
        view.show()
        tasks.wait()
        view.draft(unit.address)
        tasks.wait()
        editor = application.focusWidget()
        assert isinstance(editor, QPlainTextEdit | QTextEdit), "no wording is being drafted"
        times = []
        for number in range(KEYS):
            if number % 40 == 0:  # at different places of the text
                cursor = editor.textCursor()
                cursor.setPosition(len(unit.text) * (number // 40) // (KEYS // 40))
                editor.setTextCursor(cursor)
            start = time.perf_counter()
            QTest.keyClicks(editor, "some fair words "[number % 16])
            editor.viewport().repaint()
            times.append((time.perf_counter() - start) * 1000)
            application.processEvents()
            tasks.wait()
        drafted = desk.positions.get(key).entry_at(unit.address).proposal
        assert drafted is not None, "what was typed was not kept"
        assert len(drafted) >= len(unit.text) + KEYS * 3 // 4, "keys were lost"
        view.close()
        tasks.close()
    ordered = sorted(times)
    return {"p50": ordered[KEYS // 2], "p95": ordered[KEYS * 95 // 100], "worst": ordered[-1]}


def _longest(desk: Desk) -> DocumentId:
    return max(desk.documents.all(), key=lambda held: held.paragraphs).id


if __name__ == "__main__":
    measurements = {"make": make, "files": files, "redline": redline, "keys": keys}
    print(json.dumps(measurements[sys.argv[1]](Path(sys.argv[2]))))
    sys.stdout.flush()
    os._exit(0)  # without the exit of Qt

"""Benchmark of returned Word files: random edits in every layout of a position; a part goes through LibreOffice.

An edit is lost if it is not listed with its words at its place, misplaced if something else is listed.
"""

import copy
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.positions.returned_files import TEXT_KINDS
from delegate_desk.desk import Desk, open_desk
from measuring import Line

LAYOUTS = (
    *(
        (kind, columns, markup)
        for kind in (ExportKind.POSITION, ExportKind.COMMENTS_TABLE)
        for columns in ProvisionColumns
        for markup in MarkupStyle
    ),
    (ExportKind.REDLINE, ProvisionColumns.FOUR, MarkupStyle.TRACKED),
    *((ExportKind.ANNOTATED, ProvisionColumns.FOUR, markup) for markup in MarkupStyle),
)
_WORDS = ("amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "heath")
_HEAD = (
    "Council of the European Union\n\nBrussels, 4 March 2026\n(OR. en)\n\n9102/26\n\nTRANS 12\n\nNOTE\n\n"
    "From: Presidency\nTo: Delegations\nSubject: Lamps\n\n"
)
_ENTRIES = 12
_BY_LIBREOFFICE = 3
"""Interval of the files that go through LibreOffice, if it is installed."""
Expected = dict[tuple[str, str], str]


class ReplyScore:
    """Results of the edits.

    Attributes:
        wrong: Lost or misplaced edits, each with its seed and layout.
        kinds: Number of edits by kind.
        converted: Number of files that LibreOffice wrote.
    """

    def __init__(self, folder: Path) -> None:
        self.edits = self.lost = self.misplaced = self.files = self.converted = 0
        self.wrong: list[str] = []
        self.kinds: Counter[str] = Counter()
        self._folder = folder
        self._desk = open_desk(folder / "library")
        self._document = _position(self._desk, folder)
        self._soffice = shutil.which("soffice")

    def close(self) -> None:
        self._desk.close()

    def add(self, seed: int) -> None:
        """Export, edit and read a file in each layout."""
        for n, (kind, columns, markup) in enumerate(LAYOUTS):
            sent = self._folder / f"{kind}-{columns}-{markup}.docx"
            if not sent.exists():
                options = ExportOptions(markup, Audience.CAPITAL, labels="en", delegation="EL", columns=columns)
                self._desk.export.write(self._document, kind, sent, options)
            paper = EditedPaper(sent, kind, random.Random(f"{seed} {n}"))
            paper.edit()
            edited = self._folder / "edited.docx"
            paper.document.save(str(edited))
            if self._soffice and (seed + n) % _BY_LIBREOFFICE == 0:
                edited = self._through_libreoffice(edited)
            self._compare(paper, edited, f"{seed} {sent.stem}")

    def _through_libreoffice(self, edited: Path) -> Path:
        target = self._folder / "written"
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = [str(self._soffice), profile, "--headless", "--convert-to", "docx", "--outdir", str(target)]
        subprocess.run([*command, str(edited)], check=True, capture_output=True, timeout=300)
        self.converted += 1
        return target / edited.name

    def _compare(self, paper: "EditedPaper", edited: Path, name: str) -> None:
        returned = self._desk.replies.changes(self._document, self._desk.replies.read(edited), edited.name)
        found = {(str(item.address or ""), str(item.field)): item.after for item in returned.items}
        lost = [key for key, after in paper.expected.items() if found.get(key) != after]
        unplaced = {text.text for text in returned.unplaced}
        lost += [("", words) for words in paper.unplaced - unplaced]
        more = [*(key for key in found if key not in paper.expected), *(unplaced - paper.unplaced)]
        self.files += 1
        self.edits += sum(paper.kinds.values())
        self.kinds += paper.kinds
        self.lost += len(lost)
        self.misplaced += len(more)
        self.wrong += [f"{name}: lost {key}: {found.get(key)!r}" for key in lost]
        self.wrong += [f"{name}: misplaced {one}" for one in more]


def _position(desk: Desk, folder: Path) -> DocumentId:
    """Add a note and a position with every field to the paragraphs, each text with different words."""
    path = folder / "note.txt"
    path.write_text(
        _HEAD + "\n\n".join(f"{n}. The lamp {n} is lit in fog." for n in range(1, _ENTRIES + 1)), encoding="utf-8"
    )
    key = next(iter(desk.documents.add(desk.documents.read(path)).documents))
    for n in range(1, _ENTRIES + 1):
        entry = PositionEntry(
            Address(f"para_{n}"),
            list(Stance)[n % len(Stance)],
            proposal=f"The lamp {n} is lit in fog and in bright{n} rain." if n % 3 else None,
            comment=f"Remark{n} on oil.\nMore{n} on wicks.",
            justification=f"Reason{n} is the price." if n % 2 else "",
            internal=f"Secret{n} of the port." if n % 2 else "",
            instruction=f"Insist{n} twice." if n % 4 == 0 else "",
        )
        desk.positions.set_item(key, entry, typed=False)
    desk.positions.set_general(key, "General0 on lamps.")
    return key


class EditedPaper:
    """A Word file of ours, edited at random.

    Attributes:
        expected: By address and field, the text that must be listed.
        unplaced: Texts that must be listed without a place.
        kinds: The edits made.
    """

    def __init__(self, path: Path, kind: ExportKind, chosen: random.Random) -> None:
        self.document = docx.Document(str(path))
        self._random = chosen
        self._is_text = kind in TEXT_KINDS
        self.expected: Expected = {}
        self.unplaced: set[str] = set()
        self.kinds: Counter[str] = Counter()

    def edit(self) -> None:
        for n in sorted(self._random.sample(range(1, _ENTRIES + 1), 5)):
            edits = [
                self._reword,
                self._track,
                self._justify,
                self._confide,
                self._propose,
                self._remark,
                self._instruct,
            ]
            edit = self._random.choice(edits)
            if edit(n):
                self.kinds[edit.__name__.strip("_")] += 1
        if self._random.random() < 0.3:
            run = self._run("General0")
            run.text = run.text.replace("lamps", self._word())
            self.expected["", "general"] = run.text
            self.kinds["general"] += 1
        if self._is_text:
            shifts = [self._renumber, self._move_paragraph, self._add_paragraph]
        else:
            shifts = [self._move, self._move, self._add_row]
        for shift in shifts:
            if self._random.random() < 0.6:
                shift()

    def _word(self) -> str:
        return self._random.choice(_WORDS)

    def _paragraphs(self) -> Iterator[Any]:
        yield from self.document.paragraphs
        if self._is_text:
            yield from (paragraph for comment in self.document.comments for paragraph in comment.paragraphs)
        for table in self.document.tables:
            for cell in dict.fromkeys(cell._tc for row in table.rows for cell in row.cells):
                yield from docx.table._Cell(cell, table).paragraphs

    def _run(self, words: str) -> Any:
        """Return the run that starts with our words, or contains them."""
        return next((run for paragraph in self._paragraphs() for run in paragraph.runs if words in run.text), None)

    def _replace(self, n: int, field: str, old: str, new: str, whole: str) -> bool:
        run = self._run(old)
        if run is None:
            return False
        run.text = run.text.replace(old, new)
        self.expected[f"para_{n}", field] = whole.replace(old, new)
        return True

    def _reword(self, n: int) -> bool:
        old = f"Remark{n} on oil"
        return self._replace(n, "comment", old, f"{old} and {self._word()}", f"{old}.\nMore{n} on wicks.")

    def _justify(self, n: int) -> bool:
        return self._replace(n, "justification", f"Reason{n} is", f"{self._word()} is", f"Reason{n} is the price.")

    def _confide(self, n: int) -> bool:
        return self._replace(
            n, "internal", f"Secret{n} of", f"Secret{n}, {self._word()}, of", f"Secret{n} of the port."
        )

    def _propose(self, n: int) -> bool:
        whole = f"The lamp {n} is lit in fog and in bright{n} rain."
        return self._replace(n, "proposal", f"bright{n}", f"{self._word()}{n}", whole)

    def _instruct(self, n: int) -> bool:
        return self._replace(n, "instruction", f"Insist{n} twice", f"Insist on {self._word()}", f"Insist{n} twice.")

    def _track(self, n: int) -> bool:
        """Insert words after a comment as a tracked change; in a text, after a provision."""
        field, whole = "comment", f"Remark{n} on oil.\nMore{n} on wicks."
        run = self._run(f"More{n} on wicks.")
        if self._is_text:  # Word does not track changes within comments
            paragraph = next(p for p in self.document.paragraphs if f"The lamp {n} is lit" in p.text)
            run, field = next(run for run in reversed(paragraph.runs) if run.text), "proposal"
            is_changed = paragraph._p.find(qn("w:ins")) is not None
            whole = f"The lamp {n} is lit in fog{f' and in bright{n} rain' if is_changed else ''}."
        if run is None:
            return False
        word = f" And {self._word()}."
        inserted = OxmlElement("w:ins")
        for name, value in (("id", str(9000 + n)), ("author", "Ministry"), ("date", "2026-03-06T10:00:00Z")):
            inserted.set(qn(f"w:{name}"), value)
        added = copy.deepcopy(run._r)
        for text in added.findall(qn("w:t")):
            text.text = word
            text.set(qn("xml:space"), "preserve")
        inserted.append(added)
        run._r.addnext(inserted)
        self.expected[f"para_{n}", field] = f"{whole}{word}"
        return True

    def _remark(self, n: int) -> bool:
        """Add a Word comment to a comment of ours; in a text, to a provision."""
        run = self._run(f"The lamp {n} is lit" if self._is_text else f"Remark{n} on")
        if run is None:
            return False
        text = f"Call {self._word()}."
        self.document.add_comment([run], text=text, author="Ministry", initials="M")
        before = f"Insist{n} twice.\n" if n % 4 == 0 else ""
        self.expected[f"para_{n}", "instruction"] = f"{before}{text}"
        return True

    def _move(self) -> None:
        """Move a provision of a table, with the full-width rows below it, to the end, and renumber it."""
        table = max(self.document.tables, key=lambda table: len(table.rows))
        groups: list[list[Any]] = []
        for row in table.rows:
            if len(row._tr.tc_lst) > 3 or not groups:
                groups.append([])
            groups[-1].append(row._tr)
        if len(groups) <= _ENTRIES:
            return
        moved = groups[self._random.randrange(1, len(groups) - 1)]
        for row in moved:
            table._tbl.append(row)
        self.kinds["row moved"] += 1
        name = next((run for p in docx.table._Cell(moved[0].tc_lst[0], table).paragraphs for run in p.runs), None)
        if name is not None and self._random.random() < 0.5:
            name.text = f"Paragraph {self._random.randrange(20, 90)}a"
            self.kinds["row renumbered"] += 1

    def _add_row(self) -> None:
        table: Any = max(self.document.tables, key=lambda table: len(table.rows))
        words = f"{self._word()} {self._random.randrange(1000)} is new"
        if words in self.unplaced:
            return
        row = table.add_row()
        row.cells[-1].paragraphs[0].add_run(words)
        self.unplaced.add(words)
        self.kinds["row added"] += 1

    def _provision(self) -> Any:
        """Return a random paragraph of the text, except the last."""
        chosen = f"The lamp {self._random.randrange(2, _ENTRIES)} is lit"
        return next(paragraph for paragraph in self.document.paragraphs if chosen in paragraph.text)

    def _renumber(self) -> None:
        number = next(text for text in self._provision()._p.iter(qn("w:t")) if (text.text or "").strip())
        if number.text.strip().endswith("."):
            number.text = f"{self._random.randrange(20, 90)}a."
            self.kinds["provision renumbered"] += 1

    def _move_paragraph(self) -> None:
        paragraph = self._provision()._p
        last = next(p for p in self.document.paragraphs if f"The lamp {_ENTRIES} is" in p.text)._p
        last.addprevious(paragraph)
        self.kinds["provision moved"] += 1

    def _add_paragraph(self) -> None:
        words = f"{self._word()} {self._random.randrange(1000)} is new."
        last = next(p for p in self.document.paragraphs if f"The lamp {_ENTRIES} is" in p.text)
        last.insert_paragraph_before(words)
        self.unplaced.add(words)
        self.kinds["paragraph added"] += 1


def measure(count: int, seed: int) -> ReplyScore:
    """Edit files in all layouts up to a number of edits, with seeds from 1."""
    with tempfile.TemporaryDirectory() as folder:
        score = ReplyScore(Path(folder))
        try:
            while score.edits < count:
                score.add(seed)
                seed += 1
        finally:
            score.close()
    return score


def bench_reply(line: Line, count: int, seed: int) -> None:
    """Print how many edits were found.

    Raises:
        SystemExit: If an edit is lost or misplaced.
    """
    began = time.perf_counter()
    score = measure(count, seed)
    line(f"edits in files with seeds from {seed} on", str(score.edits), f"{time.perf_counter() - began:.1f} s")
    line("files, of which through LibreOffice", str(score.files), str(score.converted))
    for kind, made in _most(score.kinds.items()):
        line(f"  {kind}", str(made))
    line("lost", str(score.lost))
    line("misplaced", str(score.misplaced))
    for text in score.wrong[:20]:
        line(f"  {text}", "")
    if score.wrong:
        raise SystemExit(1)


def _most(kinds: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(kinds, key=lambda pair: -pair[1])

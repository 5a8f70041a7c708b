"""Every Unicode scalar is imported and exported: the rules say what is normalised, and what a format cannot contain.

Each character is placed between two letters, and the result is compared with the rule of the format. The rules:

- *documents* (text, Word, page) are NFC, on one line, white space one space, without NUL and what is invisible
  in a word (soft hyphen, zero width spaces and joiners);
- a *text file* has its own lines and pages (CR, LF, VT, FF, and 1A at the end of a line), and one with NUL is UTF-16;
- *XML* cannot contain C0 controls but tab, LF and CR, nor U+FFFE and U+FFFF: no Word file has them, and none gets
  them; a line break of ours, whatever the character, ends a paragraph there;
- a *page* has character references for ``<``, ``>`` and ``&``, and loses the signs of EUR-Lex consolidations;
- *notes, comments and proposals* stay as typed, in the library, in packages and in JSON-LD;
- an *intervention* follows the rule of documents, without controls and invisible marks;
- the *clipboard* keeps everything.
"""

import json
import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from delegate_desk.cli.documents import full_document_json
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.meetings.capture_vocabulary import clean_line
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.text import tidy
from delegate_desk.desk import Desk, open_desk
from delegate_desk.parsing import reading
from evaluation.hostile_bombs import word

SCALARS = 0x110000 - 0x800
CHUNK = 4_096
_BETWEEN = " ¦ "
_XML_CANNOT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
_LINES = frozenset("\0\n\r\v\f\x1a")
_CONSOLIDATING = frozenset("►▼◄")
_PAGE = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_SEARCHED = 60  # of a chunk

_application: list[object] = []  # kept as long as Python runs, because Qt must not outlive it

Rule = Callable[[str], str]


@dataclass
class Report:
    """Characters whose result differs from the rule, by format.

    Attributes:
        tried: Number of characters in each format.
        wrong: Those with a different result.
    """

    tried: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def compare(self, way: str, characters: list[str], came: list[str], rule: Rule) -> None:
        """Record one chunk: the result of each character."""
        self.tried[way] = self.tried.get(way, 0) + len(characters)
        wrong = self.wrong.setdefault(way, [])
        if len(came) != len(characters):
            wrong.append(f"{len(characters)} went in, {len(came)} came out: {_named(characters[0])} and on")
            return
        wrong += [_named(c) for c, said in zip(characters, came, strict=True) if said != rule(between(c))]


@dataclass(frozen=True, slots=True)
class Others:
    """Libraries of colleagues.

    Attributes:
        packed: Receives packages.
        told: Receives JSON-LD.
    """

    packed: Desk
    told: Desk


def between(character: str) -> str:
    """A character between two letters, separate from both."""
    return f"A{character}B"


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def scalars(every: int = 1, first: int = 0) -> Iterator[list[str]]:
    """All characters, or every nth, in chunks; the separators of text apart."""
    numbers = (n for n in range(first, 0x110000, every) if not 0xD800 <= n <= 0xDFFF and n != ord("¦"))
    chunk: list[str] = []
    for number in numbers:
        chunk.append(chr(number))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _same(text: str) -> str:
    return text


def _read_as(text: str) -> str:
    return tidy(_UNSEEN.sub("", text))


def _written(text: str) -> str:
    return _XML_CANNOT.sub("", "\n".join(text.splitlines()))


def _read(path: Path) -> list[str]:
    units = reading.read(path, path.name).units()
    return " ".join(unit.marked for unit in units).removeprefix("Noise is heard: ").split(_BETWEEN.strip())


def _parted(text: str) -> list[str]:
    return [piece.strip(" ") for piece in text.split(_BETWEEN.strip())]


def _joined(characters: Iterable[str]) -> str:
    return _BETWEEN.join(map(between, characters))


def text_file(folder: Path, characters: list[str]) -> list[str]:
    path = folder / "a.txt"
    path.write_bytes(f"Noise is heard: {_joined(characters)}".encode())
    return [one.strip(" ") for one in _read(path)]


def word_file(folder: Path, characters: list[str]) -> list[str]:
    path = folder / "a.docx"
    said = escape(_joined(characters), {"\r": "&#13;"})
    path.write_bytes(word(f'<w:p><w:r><w:t xml:space="preserve">Noise is heard: {said}</w:t></w:r></w:p>'))
    return [one.strip(" ") for one in _read(path)]


def page(folder: Path, characters: list[str]) -> list[str]:
    path = folder / "a.html"
    said = _BETWEEN.join(f"A{_PAGE.get(c, c)}B" for c in characters)
    path.write_bytes(f'<!DOCTYPE html><meta charset="utf-8"><p>Noise is heard: {said}</p>'.encode())
    return [one.strip(" ") for one in _read(path)]


def shown(folder: Path, desk: Desk, characters: list[str]) -> list[str]:
    """A text file in a library, and its ``show --json``."""
    path = folder / "held.txt"
    path.write_bytes(f"Noise is heard: {_joined(characters)}".encode())
    (became,) = desk.documents.import_files([path])
    assert became.document is not None
    document = desk.documents.content(became.document.id)
    said = json.loads(json.dumps(full_document_json(became.document, document, (), View.AFTER), ensure_ascii=False))
    text = " ".join(unit["text"] for unit in (*said["paragraphs"], *said["footnotes"]))
    return _parted(text.removeprefix("Noise is heard: "))


def documents(report: Report, folder: Path, desk: Desk, characters: list[str]) -> None:
    """Import three kinds of files, and export one."""
    kept = [c for c in characters if c not in _LINES]
    report.compare("text in", kept, text_file(folder, kept), _read_as)
    report.compare("show --json", kept, shown(folder, desk, kept), _read_as)
    kept = [c for c in characters if not _XML_CANNOT.match(c)]
    report.compare("Word in", kept, word_file(folder, kept), _read_as)
    kept = [c for c in characters if c != "\0" and c not in _CONSOLIDATING]
    report.compare("page in", kept, page(folder, kept), _read_as)


def ours(report: Report, folder: Path, desk: Desk, others: Others, document: DocumentId, characters: list[str]) -> None:
    """Texts that a delegate types: stored, packed, sent, recorded."""
    said = _joined(characters)
    place = Place(document, Address("para_1"))
    note = desk.annotations.new(place, AnnotationKind.NOTE, text=said, visibility=Visibility.CIRCULATION)
    desk.annotations.save(note)
    kept = next(one for one in desk.annotations.for_place(place) if one.id == note.id)
    report.compare("note", characters, _pieces(kept.text), _same)
    desk.positions.set_item(document, PositionEntry(Address("para_1"), proposal=said, comment=f"[[{said}]]"))
    (item,) = desk.positions.get(document).items
    report.compare("proposal", characters, _pieces(item.proposal or ""), _same)
    report.compare("comment", characters, _pieces(item.comment[2:-2]), _same)
    _word_out(report, folder, desk, document, characters)
    package = folder / "a.ddpack"
    list(desk.packages.write(package, PackageContents(documents=frozenset({document}))))
    others.packed.packages.merge(package)
    report.compare("package", characters, _pieces(_arrived(others.packed, note.text)), _same)
    jsonld = folder / "a.jsonld"
    desk.exchange.write(jsonld, only=[note.id])
    others.told.exchange.import_annotations(others.told.exchange.read(jsonld))
    report.compare("JSON-LD", characters, _pieces(_arrived(others.told, note.text)), _same)
    desk.annotations.remove(note.id)
    package.unlink()
    jsonld.unlink()


def _pieces(text: str) -> list[str]:
    return text.split(_BETWEEN)


def _arrived(desk: Desk, text: str) -> str:
    """The newest note, if there is one more that starts the same."""
    return next((one.text for one in reversed(desk.annotations.all()) if one.text[:40] == text[:40]), "")


def _word_out(report: Report, folder: Path, desk: Desk, document: DocumentId, characters: list[str]) -> None:
    from docx import Document

    target = folder / "out.docx"
    desk.export.write(document, ExportKind.POSITION, target, ExportOptions())
    written = Document(str(target))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    texts = "\n".join((*cells, *(paragraph.text for paragraph in written.paragraphs)))
    _, _, comment = texts.partition("[[")
    report.compare("Word out", characters, _pieces(comment.partition("]]")[0]), _written)
    target.unlink()


def line(report: Report, characters: list[str]) -> None:
    """A line as parsed in a meeting."""
    came = _parted(clean_line(_joined(characters)))
    report.compare("captured line", characters, came, clean_line)


def clipboard(report: Report, characters: list[str]) -> None:
    """Copied words."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from delegate_desk.gui.widgets.output import copy_text

    if QApplication.instance() is None:
        _application.append(QApplication([]))
    copy_text(_joined(characters))
    came = QApplication.clipboard().text()
    QApplication.clipboard().clear()
    report.compare("clipboard", characters, _pieces(came), _same)


def searched(report: Report, folder: Path, desk: Desk, characters: list[str]) -> None:
    """A letter or a digit is found by itself, as a word."""
    wanted = [c for c in characters if unicodedata.category(c)[0] in "LN"]
    wanted = wanted[:: max(1, len(wanted) // _SEARCHED)]
    if not wanted:
        return
    path = folder / f"search{ord(characters[0])}.txt"
    path.write_text("\n\n".join(f"{n}. Noise zq{c}qz is heard." for n, c in enumerate(wanted, 1)), encoding="utf-8")
    list(desk.documents.import_files([path]))
    list(desk.indexing.catch_up())
    came = [between(c) if desk.search.find(f"zq{c}qz").total else "" for c in wanted]
    report.compare("search", wanted, came, _same)


def run(every: int = 1, first: int = 0, *, until: Callable[[], bool] = lambda: False) -> Report:
    """Send characters through all formats."""
    report = Report()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paper = folder / "paper.txt"
        paper.write_text("1. Noise is heard in ports.")
        with open_desk(folder / "1") as desk, open_desk(folder / "2") as two, open_desk(folder / "3") as three:
            (held, *_) = [became for each in (desk, two, three) for became in each.documents.import_files([paper])]
            assert held.document is not None
            for characters in scalars(every, first):
                if until():
                    break
                documents(report, folder, two, characters)
                ours(report, folder, desk, Others(two, three), held.document.id, characters)
                line(report, characters)
                clipboard(report, characters)
                searched(report, folder, desk, characters)
    return report


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R11: all characters if there is time, else every nth."""
    every = 1 if seconds >= 1200 else 16
    began = time.monotonic()
    report = run(every, seed % every)
    tried = max(report.tried.values())
    wrong = {way: found[:5] for way, found in report.wrong.items() if found}
    said = f"{tried} characters, {len(report.tried)} ways each, {wrong or 'none'} otherwise than the rules say"
    return not wrong, f"{said}, {time.monotonic() - began:.0f} s"

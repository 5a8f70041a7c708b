"""Files that are small and mean to be endless: the outcome of each, and the time to it."""

import io
import os
import random
import re
import struct
import tempfile
import time
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path

from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing.archive import is_container
from delegate_desk.parsing.reading_process import ReadingProcess
from support import office_files

SECONDS = 1.0
UNFORESEEN = frozenset({"PDF, a drawing within itself"})
"""Known only when it is drawn: it ends its reading process by the memory limit, within a few seconds."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXT = "<w:p><w:r><w:t>The Council notes that noise is heard.</w:t></w:r></w:p>"
_ZEROS = bytes(1_000_000)
_LAST_BLOCK = b"\3\0"


@dataclass(frozen=True, slots=True)
class Answer:
    """Outcome of a file.

    Attributes:
        outcome: ``read``, or the reason of a refusal.
        said: The message: the detail, or the remarks; of an archive, those of each refused file.
        seconds: Processor time of the reading process.
    """

    outcome: str
    said: str
    seconds: float


# Archives


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _squeezed(size: int) -> bytes:
    """Zeros, compressed as raw deflate."""
    return _deflated(_ZEROS) * (size // len(_ZEROS)) + _LAST_BLOCK


def _deflated(data: bytes) -> bytes:
    """Raw deflate that may be repeated any number of times before ``_LAST_BLOCK``."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


def by_hand(members: list[tuple[str, bytes, int]], *, overlapping: bool = False, zip64: bool = False) -> bytes:
    """An archive of members that are already compressed: the name, the bytes, their size when unpacked."""
    made, directory = io.BytesIO(), io.BytesIO()
    for number, (name, data, size) in enumerate(members):
        crc = _crc(data)
        said = name.encode()
        at = 0 if overlapping else made.tell()
        fields = (8, 0, 33, crc, len(data), size, len(said))
        if not overlapping or number == 0:
            made.write(struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, *fields, 0) + said + data)
        entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, *fields, 0, 0, 0, 0, 0, at)
        directory.write(entry + said)
    start, listed = made.tell(), directory.getvalue()
    made.write(listed)
    if zip64:
        record = struct.pack(
            "<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, len(members), len(members), len(listed), start
        )
        made.write(record + struct.pack("<4sIQI", b"PK\6\7", 0, start + len(listed), 1))
        made.write(struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, 46, 0, 0))
    else:
        count = min(len(members), 65_535)
        made.write(struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(listed), start, 0))
    return made.getvalue()


@cache
def _crc(data: bytes) -> int:
    return zlib.crc32(zlib.decompress(data, -15))


def _nested() -> bytes:
    """Sixteen archives in each of sixteen, six levels deep."""
    data, name = packed({"0.txt": _ZEROS * 20}), "x.zip"
    for _ in range(5):
        data = packed({f"{n}{name}": data for n in range(16)})
    return data


def _many_dense() -> bytes:
    """Fifty files, each just small enough to be harmless alone."""
    data = _squeezed(19_000_000)
    return by_hand([(f"{n}.txt", data, 19_000_000) for n in range(50)])


def _overlapping() -> bytes:
    """Many names for the same bytes, after D. Fifield, A better zip bomb (2019)."""
    return by_hand([("0.txt", _squeezed(3_000_000), 3_000_000)] * 300, overlapping=True)


def _hidden_directory() -> bytes:
    """A directory that the end of the archive calls short, and an earlier end calls long."""
    return by_hand([("a", b"\3\0", 0)] * 300_000, zip64=True)


# Word


def word(body: str = _TEXT, before: str = "", **more: bytes) -> bytes:
    relations = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"_rels/.rels": relations.encode(), "word/document.xml": document.encode(), **more})


def _laughs() -> str:
    more = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE d [<!ENTITY l0 "ha">{more}]>'


def _quadratic() -> str:
    return f'<!DOCTYPE d [<!ENTITY q "{"ha" * 100_000}">]>'


def _rows(count: int) -> str:
    return "".join(f"<w:tr><w:tc><w:p><w:r><w:t>{n:x}</w:t></w:r></w:p></w:tc></w:tr>" for n in range(count))


# Other office formats


def _opendocument(body: str) -> bytes:
    return office_files.opendocument(f"<text:p>Noise is heard.</text:p>{body}")


def _sheet(rows: str) -> bytes:
    return office_files.workbook({"Noise": f'<row r="1"><c r="A1" t="inlineStr"><is><t>Noise</t></is></c></row>{rows}'})


def _rich(body: bytes) -> bytes:
    return b"{\\rtf1\\ansi Noise is heard.\\par " + body


def _outlook(depth: int) -> bytes:
    """A message with an attached message, and so on."""
    tree = office_files.outlook_mail({0x0037001F: "Noise"}, head=24)
    for _ in range(depth):
        tree = office_files.outlook_mail({0x0037001F: "Noise"}, [("Noise", tree)], head=24)
    return office_files.compound_file(tree)


def _outlook_overlapping() -> bytes:
    """A message with attached files that are all the same 5 MB."""
    tree = office_files.outlook_mail({0x0037001F: "Noise"}, [(f"{n}", b"") for n in range(900)])
    tree["__attach_version1.0_#00000000"] = {"__substg1.0_37010102": bytes(5_000_000)}
    data = bytearray(office_files.compound_file(tree))
    name = "__substg1.0_37010102".encode("utf-16-le")
    places = [found.start() for found in re.finditer(re.escape(name), bytes(data))]
    whole = next(data[at + 116 : at + 128] for at in places if int.from_bytes(data[at + 120 : at + 124], "little"))
    for at in places:
        data[at + 116 : at + 128] = whole
    return bytes(data)


# PDF


def pdf(objects: dict[int, bytes]) -> bytes:
    """A PDF of objects, the first of them its catalogue."""
    made, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    last = max(objects)
    lines = (b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, last + 1))
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (last + 1, b"".join(lines))
    return made + table + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, len(made))


def _stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), head, data)


def _page(more: bytes = b"") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %b >>" % more


_FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"
_SAID = b"BT /F1 10 Tf 57 700 Td (The Council notes that noise is heard.) Tj ET"


def _million_pages() -> bytes:
    """Six levels of ten, each the same one ten times."""
    objects = {1: b"<< /Type /Catalog /Pages 10 0 R >>", 3: _page(_FONT), 4: _stream(_SAID)}
    for level in range(6):
        child = b"3 0 R" if level == 5 else b"%d 0 R" % (11 + level)
        kids = b" ".join([child] * 10)
        objects[10 + level] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, 10 ** (6 - level))
    return pdf(objects)


def _one_page(
    content: bytes, *, tree: bytes = b"/Count 1 /Kids [3 0 R]", resources: bytes = _FONT, form: bytes = b"null"
) -> bytes:
    """A PDF with one page, and with another tree of pages or a form if they are given."""
    pages = b"<< /Type /Pages %b >>" % tree
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: _page(resources), 4: content, 5: form})


def _giant_stream(*filters: str) -> bytes:
    spaces = b" " * 1_000_000
    check = reduce(lambda sum_so_far, _: zlib.adler32(spaces, sum_so_far), range(1_000), 1)
    data = b"\x78\xda" + _deflated(spaces) * 1_000 + _LAST_BLOCK + struct.pack(">I", check)
    for _ in filters[1:]:
        data = zlib.compress(data)
    named = " ".join(f"/{one}" for one in filters)
    return _one_page(_stream(data, f"/Filter [{named}]".encode()))


def _recursive_forms() -> bytes:
    itself = b"/Resources << /XObject << /X 5 0 R >> >>"
    form = _stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] %b" % itself)
    return _one_page(_stream(b"/X Do"), resources=itself, form=form)


# Messages, pages, texts


def _mail(depth: int, kind: str) -> bytes:
    said = "From: a@example.eu\nSubject: Noise\n"
    made, ends = said, ""
    for n in range(depth):
        if kind == "rfc822":
            made += f"Content-Type: message/rfc822\n\n{said}"
        else:
            made += f"Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n"
            ends = f"\n--b{n}x--{ends}"
    return (made + "\nNoise is heard." + ends).encode()


def _many_parts() -> bytes:
    part = "--b\nContent-Disposition: attachment; filename=a.txt\n\nNoise\n"
    return f"From: a@example.eu\nContent-Type: multipart/mixed; boundary=b\n\n{part * 100_000}--b--".encode()


def _html(element: str, times: int, inside: str = "Noise is heard.") -> bytes:
    return f"<html><body>{element * times}{inside}".encode()


def _prose(size: int) -> bytes:
    chance = random.Random(7)
    words = [f"{chance.getrandbits(30):x}" for _ in range(3000)]
    line = " ".join(words[:30])
    lines = [f"{n}. {' '.join(chance.choices(words, k=30))}.\n\n" for n in range(1 + min(3000, size // len(line)))]
    whole = "".join(lines).encode()
    return (whole * (1 + size // len(whole)))[:size]


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "archives in archives, 16^5 of them": ("a.zip", _nested),
    "one file packed 1:1000": ("a.zip", lambda: by_hand([("0.txt", _squeezed(1_000_000_000), 1_000_000_000)])),
    "fifty files packed 1:1000": ("a.zip", _many_dense),
    "members that overlap": ("a.zip", _overlapping),
    "31,000 members": ("a.zip", lambda: by_hand([("a", b"\3\0", 0)] * 31_000)),
    "300,000 members, hidden": ("a.zip", _hidden_directory),
    "names of 60,000 characters": (
        "a.zip",
        lambda: packed({f"{n}{'n' * 60_000}.txt": b"Noise is heard." for n in range(20)}),
    ),
    "names of 30,000 folders": (
        "a.zip",
        lambda: packed({f"{'d/' * 30_000}{n}.txt": b"Noise is heard." for n in range(15)}),
    ),
    "billion laughs in text": ("a.docx", lambda: word("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", _laughs())),
    "billion laughs in an attribute": ("a.docx", lambda: word(f'<w:p w:x="&l11;"/>{_TEXT}', _laughs())),
    "quadratic entity in text": (
        "a.docx",
        lambda: word(f"{_TEXT}<w:p><w:r><w:t>{'&q;' * 50_000}</w:t></w:r></w:p>", _quadratic()),
    ),
    "quadratic entity in attributes": ("a.docx", lambda: word('<w:p w:x="&q;"/>' * 20_000 + _TEXT, _quadratic())),
    "Word, 20,000 elements deep": ("a.docx", lambda: word("<w:p>" * 20_000 + "</w:p>" * 20_000)),
    "Word, a part packed 1:1000": ("a.docx", lambda: word(_TEXT + " " * 90_000_000)),
    "Word, a table of a million rows": ("a.docx", lambda: word(f"{_TEXT}<w:tbl>{_rows(1_000_000)}</w:tbl>")),
    "Word, 300,000 parts, hidden": ("a.docx", _hidden_directory),
    "text, 20,000 elements deep": ("a.odt", lambda: _opendocument("<text:p>" * 20_000 + "</text:p>" * 20_000)),
    "text, a part packed 1:1000": ("a.odt", lambda: _opendocument(" " * 110_000_000)),
    "text, a cell repeated without end": (
        "a.odt",
        lambda: _opendocument(
            "<table:table><table:table-row>"
            + '<table:table-cell table:number-columns-repeated="2000000000"/>' * 1_000
            + "</table:table-row></table:table>"
        ),
    ),
    "sheet, a part packed 1:1000": ("a.xlsx", lambda: _sheet(" " * 110_000_000)),
    "sheet, a million cells": ("a.xlsx", lambda: _sheet('<row><c r="A9"><v>1</v></c></row>' * 1_000_000)),
    "sheet, rows as wide as a sheet": ("a.xlsx", lambda: _sheet('<row><c r="XFD9"><v>1</v></c></row>' * 100_000)),
    "sheet, a row beyond the last": ("a.xlsx", lambda: _sheet('<row r="4000000000"><c><v>1</v></c></row>')),
    "slides, a part packed 1:1000": ("a.pptx", lambda: office_files.presentation([" " * 110_000_000])),
    "slides, billion laughs": ("a.pptx", lambda: office_files.presentation(["<a:p><a:r><a:t>&l11;"], before=_laughs())),
    "rich text, two million groups": ("a.rtf", lambda: _rich(b"{" * 2_000_000)),
    "rich text, two million commands": ("a.rtf", lambda: _rich(b"\\par " * 2_000_000)),
    "rich text, 120,000 groups in each other": ("a.rtf", lambda: _rich(b"{" * 120_000)),
    "PDF, a million pages by a tree": ("a.pdf", _million_pages),
    "PDF, a million pages by a list": (
        "a.pdf",
        lambda: _one_page(_stream(_SAID), tree=b"/Count 1000000 /Kids [%b]" % (b"3 0 R " * 1_000_000)),
    ),
    "PDF, a page tree within itself": (
        "a.pdf",
        lambda: _one_page(_stream(_SAID), tree=b"/Count 3 /Parent 2 0 R /Kids [2 0 R 3 0 R 2 0 R]"),
    ),
    "PDF, a stream packed 1:1000": ("a.pdf", lambda: _giant_stream("FlateDecode")),
    "PDF, a stream packed twice": ("a.pdf", lambda: _giant_stream("FlateDecode", "FlateDecode")),
    "PDF, a drawing within itself": ("a.pdf", _recursive_forms),
    "PDF, arrays 200,000 deep": (
        "a.pdf",
        lambda: pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"[" * 200_000 + b"]" * 200_000}),
    ),
    "Outlook, a mail in a mail, 30 deep": ("a.msg", lambda: _outlook(30)),
    "Outlook, a mail in a mail, 300 deep": ("a.msg", lambda: _outlook(300)),
    "Outlook, 900 files that are the same": ("a.msg", _outlook_overlapping),
    "mail in mail, 1,000 deep": ("a.eml", lambda: _mail(1_000, "rfc822")),
    "parts in parts, 1,000 deep": ("a.eml", lambda: _mail(1_000, "multipart")),
    "mail of 100,000 parts": ("a.eml", _many_parts),
    "page, 100,000 elements deep": ("a.html", lambda: _html("<div>", 100_000)),
    "page, 20,000 tables in tables": ("a.html", lambda: _html("<table><tr><td>", 20_000)),
    "page, a table of a million rows": ("a.html", lambda: _html("<tr><td>x", 1_000_000, "</table>")),
    "page, 50,000 attributes": ("a.html", lambda: _html("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">", 1)),
    "page, 200 MB": ("a.html", lambda: b"<p>Noise is heard.</p>" * 9_000_000),
    "text, 190 MB of lines": ("a.txt", lambda: _prose(190_000_000)),
    "text, a line of 500,000 numbers": ("a.txt", lambda: b"1 " * 500_000),
    "text, a line of 500,000 dots": ("a.txt", lambda: b"." * 500_000 + b"\nNoise is heard."),
    "text, 190 MB in one line": ("a.txt", lambda: b"Noise is heard, " * 11_800_000),
    "file of more than 200 MB": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(201_000_000)),
}
"""By kind: the file name, and the function that makes it."""


def answer(reader: ReadingProcess, path: Path) -> Answer:
    """The outcome of a file in the reading process."""
    before = _processor_seconds(reader)
    try:
        if is_container(path.name):
            with tempfile.TemporaryDirectory(dir=path.parent) as into:
                members = reader.unpack(path, path.name, Path(into))
            refused = {f"{one.reason}: {one.detail}" for one in members if one.reason}
            outcome, said = f"read: {len(members)} files", "; ".join(sorted(refused))
        else:
            outcome, said = "read", "; ".join(map(str, reader.read(path, path.name).remarks))
    except UnreadableDocumentError as error:
        outcome, said = str(error.reason), error.detail
    return Answer(outcome, said, _processor_seconds(reader) - before)


def _processor_seconds(reader: ReadingProcess) -> float:
    """Processor time of the reading process and of its ended children (Linux)."""
    ended, child = os.times(), reader._child
    running = time.clock_gettime(~child.number << 3 | 2) if child else 0.0  # its CPU clock, clock_getcpuclockid(3)
    return running + ended.children_user + ended.children_system


def measured(folder: Path, names: list[str] | None = None) -> Iterator[tuple[str, Answer]]:
    """The outcome of each, in a reading process that is already running."""
    reader = ReadingProcess()
    warm = folder / "warm.html"
    warm.write_text("<p>Noise is heard.</p>")
    for name in names or BOMBS:
        file_name, make = BOMBS[name]
        path = folder / file_name
        path.write_bytes(make())
        reader.read(warm, warm.name)  # a process broken by the one before is restarted before the measurement
        yield name, answer(reader, path)
        path.unlink()
    reader.close()


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R7, once, whatever the time: whether each needed less than its processor time, and the slowest."""
    del seconds, seed
    with tempfile.TemporaryDirectory() as folder:
        answers = list(measured(Path(folder)))
    limits = {name: 20 * SECONDS if name in UNFORESEEN else SECONDS for name, _ in answers}
    late = [f"{name} ({one.seconds:.1f} s)" for name, one in answers if one.seconds >= limits[name]]
    refused = sum(not one.outcome.startswith("read") for _, one in answers)
    slowest = max(one.seconds for name, one in answers if name not in UNFORESEEN)
    by = f"of processor time but for {', '.join(UNFORESEEN)}"
    said = f"{len(answers)} bombs, {refused} refused whole, the others read within limits, slowest {slowest:.2f} s {by}"
    return not late, said + (f"; late: {', '.join(late)}" if late else "")

"""Blind changes of valid files of each kind; the same seed gives the same ones."""

import copy
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage

from lxml import etree

from delegate_desk.paths import RESOURCES
from support import office_files

_PAGE = """<html><head><meta charset="utf-8"></head><body><p class="oj-doc-ti">REGULATION (EU) 2026/7 OF THE COUNCIL</p>
<p>of 4 March 2026</p><p>Whereas:</p><table><tr><td><p>(1)</p></td><td><p>Noise<a id="c1" href="#n1">(1)</a>
is heard.</p></td></tr></table><p class="ti-art">Article 1</p><ol><li>One<ul><li>two</li></ol><table border="1"><tr>
<td colspan="2">a</td></tr><tr><td rowspan="9">b</td><td>c</td></tr></table>
<p><a id="n1" href="#c1">(1)</a> Note.</p>"""

_MAIN_PARTS = ("word/document.xml", "content.xml", "xl/worksheets/sheet1.xml", "ppt/slides/slide1.xml")

Mutation = Callable[[random.Random, bytes], bytes]


def samples() -> list[tuple[str, bytes]]:
    """Valid files to be changed: name and bytes."""
    papers = [(path.name, path.read_bytes()) for path in sorted((RESOURCES / "samples").glob("*.*"))]
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in papers[-2:]:
            archive.writestr(_packed(f"papers/{name}"), data)
        archive.writestr(_packed("page.html"), _PAGE)
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Anna <a@example.eu>", "Σχόλια", "Wed, 04 Mar 2026 10:00:00 +0100"
    mail.set_content("Please find attached.\n" * 30)
    mail.add_alternative(_PAGE, subtype="html")
    mail.add_attachment(bundle.getvalue(), maintype="application", subtype="zip", filename="papers.zip")
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"==={number}===")  # Python's own differs each time
    papers += _office_samples(bundle.getvalue())
    made = [("page.html", _PAGE.encode()), ("papers.zip", bundle.getvalue()), ("mail.eml", mail.as_bytes())]
    return papers + made


def _office_samples(attached: bytes) -> list[tuple[str, bytes]]:
    """A small file of each kind that other office programs write."""
    text = """<text:p>1. Noise is <text:span>heard</text:span>.</text:p><text:list><text:list-item><text:p>one</text:p>
</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
</table:table-row></table:table><text:p>Two<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Note.</text:p></text:note-body></text:note></text:p>"""
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Noise</t></is></c><c r="C1"><v>46085</v></c></row>'
    shape = "<p:sp><p:txBody><a:p><a:r><a:rPr b='1'/><a:t>Noise</a:t></a:r></a:p></p:txBody></p:sp>"
    rich = r"""{\rtf1\ansi\ansicpg1253{\fonttbl{\f0\fcharset161 Times;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Noise
\par\pard{\listtext 1.\tab}\'eb\'fc\u947?{\b is}{\footnote Note.}\par\trowd\pard\intbl a\cell b\cell\row
\pard{\pict 0102}}"""
    inner = office_files.outlook_mail({0x0037001F: "Inside", 0x1000001F: "Noise is heard."}, head=24)
    values: dict[int, str | bytes | int | datetime] = {
        0x0037001F: "Noise",
        0x0C1A001F: "Anna",
        0x10130102: _PAGE.encode(),
        0x3FDE0003: 65001,
    }
    mail = office_files.outlook_mail(values, [("a.zip", attached), ("Inside", inner)], [("Jean", "j@example.eu", 1)])
    return [
        ("text.odt", office_files.opendocument(text)),
        ("rich.rtf", rich.encode()),
        ("sheet.xlsx", office_files.workbook({"One": rows, "Two": rows})),
        ("slides.pptx", office_files.presentation([shape, shape], {1: shape})),
        ("mail.msg", office_files.compound_file(mail)),
    ]


def mutate(chance: random.Random, name: str, data: bytes) -> bytes:
    """Change a file in a few places; in a package mostly the parts inside, so that it still opens."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        try:
            return _inside(chance, data)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, zlib.error):
            pass  # it was damaged before
    changes: list[Mutation] = [_flip, _cut, _repeat, _move, _number, _junk]
    if name.endswith((".html", ".eml", ".txt", ".rtf")):
        changes += [_tag, _nest, _line]
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        data = chance.choice(changes)(chance, data)
    return data


def _inside(chance: random.Random, data: bytes) -> bytes:
    """Change one part of a package and pack it again."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as again:
        entries = package.infolist()
        chosen = {chance.choice(entries).filename, *(_MAIN_PARTS if chance.random() < 0.6 else ())}
        for entry in entries:
            part = package.read(entry)
            if entry.filename in chosen:
                for _ in range(chance.choice((1, 1, 3, 10))):
                    change = _element if chance.random() < 0.8 else chance.choice((_flip, _cut, _tag, _number, _nest))
                    part = change(chance, part)
            if entry.filename not in chosen or chance.random() < 0.95:
                again.writestr(_packed(entry.filename), part)
    return made.getvalue()


def _packed(name: str) -> zipfile.ZipInfo:
    """A part of a package without its own time: the same seed gives the same bytes at any hour."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _spot(chance: random.Random, data: bytes, longest: int = 4000) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, longest))


def _flip(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data or b"?")
    for _ in range(min(len(changed), chance.choice((1, 4, 32)))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, data: bytes) -> bytes:
    start, end = _spot(chance, data)
    return data[:start] if chance.random() < 0.3 else data[:start] + data[end:]


def _repeat(chance: random.Random, data: bytes) -> bytes:
    start, end = _spot(chance, data)
    return data[:start] + data[start:end] * chance.choice((2, 2, 50)) + data[end:]


def _move(chance: random.Random, data: bytes) -> bytes:
    start, end = _spot(chance, data)
    rest = data[:start] + data[end:]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + data[start:end] + rest[to:]


def _junk(chance: random.Random, data: bytes) -> bytes:
    start, _ = _spot(chance, data)
    return data[:start] + chance.randbytes(chance.choice((1, 20, 5000))) + data[start:]


def _number(chance: random.Random, data: bytes) -> bytes:
    """Replace a number: huge, negative, none."""
    places = [n for n, byte in enumerate(data[:200_000]) if 48 <= byte <= 57]
    if not places:
        return data
    at = chance.choice(places)
    odd = chance.choice((b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e400", b"NaN", b""))
    return data[:at] + odd + data[at + 1 :]


def _tag(chance: random.Random, data: bytes) -> bytes:
    """Remove, repeat or truncate a tag."""
    opened = [n for n, byte in enumerate(data[:300_000]) if byte == 60]
    if not opened:
        return data
    start = chance.choice(opened)
    end = data.find(b">", start) + 1 or len(data)
    return data[:start] + chance.choice((b"", data[start:end] * 2, data[start : end - 1], b"<!--")) + data[end:]


def _nest(chance: random.Random, data: bytes) -> bytes:
    """Nest the same element many times."""
    start, _ = _spot(chance, data)
    element = chance.choice((b"<div>", b"<table><tr><td>", b"<w:tbl><w:tr><w:tc>", b"<w:p>", b"<b>", b"<ol><li>", b"("))
    return data[:start] + element * chance.choice((10, 300, 20_000)) + data[start:]


def _element(chance: random.Random, data: bytes) -> bytes:
    """Change the tree of an XML part so that it stays well-formed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    elements = list(root.iter(etree.Element))
    one, other = chance.choice(elements), chance.choice(elements)
    above = one.getparent()
    match chance.choice(("leave out", "repeat", "move", "attribute", "text", "wrap", "rename")):
        case "leave out" if above is not None:
            above.remove(one)
        case "repeat" if above is not None:
            for _ in range(chance.choice((1, 1, 200))):
                above.append(copy.deepcopy(one))
        case "move" if not any(up is one for up in (other, *other.iterancestors())):
            other.insert(chance.randrange(len(other) + 1), one)
        case "attribute" if one.attrib:
            name = chance.choice(list(one.attrib))
            one.set(name, chance.choice(("", "-1", "0", "99999999999", "1e400", "x", "\u202e", str(other.tag)[-20:])))
        case "text":
            one.text = chance.choice(("", "1.", "(i)", "\u0301\u0301", "Ά" * 5000, "7001/26", "LIMITE", "\u00ad"))
        case "wrap":
            for _ in range(chance.choice((1, 40, 200))):
                one.insert(0, copy.deepcopy(one) if len(one) < 3 else etree.Element(one.tag))
                one = one[0]
        case "rename":
            one.tag = other.tag
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _line(chance: random.Random, data: bytes) -> bytes:
    """Make one line of many, or many of one."""
    old, new = chance.choice(((b"\n", b""), (b" ", b"\n"), (b"\n", b"\n\n\n"), (b"\n", b"\f"), (b".", b"(1).")))
    return data.replace(old, new)

"""Format-aware changes: parts of packages, members of archives, objects of a PDF, boundaries of a message."""

import contextlib
import io
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from lxml import etree

from evaluation import mutation

_EXTREMES = ("", "0", "-1", "1", "65535", "65536", "2147483647", "-2147483648", "4294967296", "9" * 40, "1e400", "NaN")
_NAMES = ("../../x", "/etc/x", "C:\\x", "CON", "a" * 300, "word/", "", "word\\document.xml", "é", "e\u0301", "x\n.xml")
_ENCODINGS = ("utf-16", "utf-16-be", "utf-8-sig", "cp1253", "cp1251", "iso8859-7", "utf-32", "utf-7", "cp037")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_REFERENCE = re.compile(rb"\b(\d{1,6}) (\d{1,2}) R\b")
_KEYS = re.compile(rb"/(Kids|Count|Parent|Length|Filter|Contents|MediaBox|Resources|First|N|W|Index|Prev|Size|Root)\b")
_LARGEST_STREAM = 2_000_000

Change = Callable[[random.Random, bytes], bytes]


def change(chance: random.Random, name: str, data: bytes) -> bytes:
    """Change a file: half the time blindly, as ``mutation`` does, else by its format."""
    own = _OWN.get(PurePosixPath(name).suffix.lower())
    if own is None or chance.random() < 0.5:
        return mutation.mutate(chance, name, data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        with contextlib.suppress(zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
            data = chance.choice(own)(chance, data)
    return data


# Archives and packages: repacked, so that every checksum is right


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(entry.filename, package.read(entry)) for entry in package.infolist()]


def _packed(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two members with the same name
        for name, part in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            package.writestr(info, part)
    return made.getvalue()


def _members(chance: random.Random, data: bytes) -> bytes:
    """Remove, repeat, rename or swap members, or compress them in another way."""
    parts = _parts(data)
    at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    method = zipfile.ZIP_DEFLATED
    match chance.randrange(7):
        case 0:
            del parts[at]
        case 1:
            parts.append((parts[at][0], parts[other][1]))
        case 2:
            parts[at] = (chance.choice(_NAMES), parts[at][1])
        case 3:
            parts[at], parts[other] = (parts[at][0], parts[other][1]), (parts[other][0], parts[at][1])
        case 4:
            parts[at] = (parts[at][0], b"")
        case 5:
            parts[at] = (parts[at][0], parts[at][1] * chance.choice((2, 50)))
        case _:
            method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return _packed(parts, method)


def _part(chance: random.Random, data: bytes) -> bytes:
    """Change the inside of one member by its own format."""
    parts = _parts(data)
    at = chance.randrange(len(parts))
    name, part = parts[at]
    parts[at] = (name, change(chance, name, part))
    return _packed(parts)


def _attributes(chance: random.Random, data: bytes) -> bytes:
    """Set attributes of one part to extreme values: all with one name, or some of all."""
    parts = _parts(data)
    named = [n for n, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    if not named:
        return data
    at = chance.choice(named)
    try:
        root = etree.fromstring(parts[at][1], etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return data
    bearing = [(element, name) for element in root.iter(etree.Element) for name in element.attrib]
    if not bearing:
        return data
    name = chance.choice(bearing)[1]
    extreme = chance.choice(_EXTREMES)
    some = [one for one in bearing if one[1] == name] if chance.random() < 0.5 else chance.choices(bearing, k=5)
    for element, one in some:
        element.set(one, extreme)
    parts[at] = (parts[at][0], etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return _packed(parts)


def _record(chance: random.Random, data: bytes) -> bytes:
    """Change a header of the archive itself: sizes, offsets, flags, methods."""
    found = [match.start() for match in re.finditer(rb"PK[\1\3\5][\2\4\6]", data)]
    if not found:
        return data
    at = chance.choice(found) + chance.randrange(4, 46)
    changed = bytearray(data)
    changed[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", chance.randbytes(4)))
    return bytes(changed)


# PDF


def _stream(chance: random.Random, data: bytes) -> bytes:
    """Unpack a stream, change it, pack it again and correct its length."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return data
    found = chance.choice(streams)
    packed = found[1]
    try:
        inside = zlib.decompressobj().decompress(packed, _LARGEST_STREAM)
    except zlib.error:
        inside = b""
    plain = inside or packed
    changed = mutation.mutate(chance, "a.txt", plain)[:_LARGEST_STREAM]
    again = zlib.compress(changed) if inside else changed
    head = data[: found.start(1)]
    length = re.compile(rb"/Length \d+(?! \d+ R)")
    lengths = list(length.finditer(head[-400:]))
    if lengths:
        last = lengths[-1]
        start = max(0, len(head) - 400)
        head = head[: start + last.start()] + b"/Length %d" % len(again) + head[start + last.end() :]
    return head + again + data[found.end(1) :]


def _references(chance: random.Random, data: bytes) -> bytes:
    """Let objects refer to other objects, and to themselves."""
    numbers = [match[1] for match in _REFERENCE.finditer(data)]
    if not numbers:
        return data
    share = chance.choice((0.02, 0.2, 1.0))

    def other(match: re.Match[bytes]) -> bytes:
        return b"%b 0 R" % chance.choice(numbers) if chance.random() < share else match[0]

    return _REFERENCE.sub(other, data)


def _keys(chance: random.Random, data: bytes) -> bytes:
    """Set the value after a key to an extreme."""
    found = list(_KEYS.finditer(data))
    if not found:
        return data
    at = chance.choice(found).end()
    end = re.compile(rb"[/>\r\n]").search(data, at + 1)
    value = chance.choice((*(one.encode() for one in _EXTREMES), b"[]", b"<<>>", b"null", b"[" * 500, b"1 0 R"))
    return data[:at] + b" " + value + b" " + data[end.start() if end else at :]


def _objects(chance: random.Random, data: bytes) -> bytes:
    """Swap, repeat or remove whole objects."""
    objects = data.split(b"endobj")
    if len(objects) < 3:
        return data
    at, other = chance.randrange(len(objects) - 1), chance.randrange(len(objects) - 1)
    match chance.randrange(3):
        case 0:
            objects[at], objects[other] = objects[other], objects[at]
        case 1:
            objects.insert(at, objects[other])
        case _:
            del objects[at]
    return b"endobj".join(objects)


# Messages, pages and texts


def _boundary(chance: random.Random, data: bytes) -> bytes:
    """Damage the boundaries of a message's parts, or a header of one."""
    lines = data.split(b"\n")
    telling = [n for n, line in enumerate(lines) if line.startswith(b"--") or b":" in line[:40] or b"boundary" in line]
    if not telling:
        return data
    at = chance.choice(telling)
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at] += b"--"
        case 3:
            lines[at] = re.sub(rb'boundary="?[^";]*"?', b'boundary=""', lines[at])
        case 4:
            charset = chance.choice((b"utf-7", b"x-none", b"utf-16", b"idna", b"hex", b"zip", b"undefined"))
            lines[at] = b"Content-Type: text/plain; charset=" + charset
        case _:
            coding = chance.choice((b"base64", b"quoted-printable", b"x-uuencode", b"8bit"))
            lines[at] = b"Content-Transfer-Encoding: " + coding
    return b"\n".join(lines)


def _encoded(chance: random.Random, data: bytes) -> bytes:
    """Write a text in another encoding, as a whole or from some place on."""
    said = data.decode("utf-8", errors="replace")
    at = chance.choice((0, chance.randrange(len(said) + 1)))
    encoding = chance.choice(_ENCODINGS)
    return said[:at].encode() + said[at:].encode(encoding, errors="replace")


def _odd(chance: random.Random, data: bytes) -> bytes:
    """Insert difficult characters: surrogates, endless combining marks, directions, noncharacters."""
    odd = (b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xef\xbf\xbf", b"\0", "\u0301".encode() * 500)
    more = ("\u202e".encode(), "\ufdfa".encode() * 50, b"\x1a", b"\f", "\u2028".encode(), b"&#0;&#xD800;&#x10FFFF;")
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((*odd, *more)) * chance.choice((1, 1, 20)) + data[at:]


_OWN: dict[str, tuple[Change, ...]] = {
    **dict.fromkeys((".docx", ".odt", ".xlsx", ".pptx"), (_members, _part, _part, _attributes, _attributes, _record)),
    ".zip": (_members, _part, _part, _record),
    ".pdf": (_stream, _stream, _references, _keys, _keys, _objects),
    ".eml": (_boundary, _boundary, _encoded, _odd),
    ".html": (_encoded, _odd),
    ".txt": (_encoded, _odd),
}

"""Office files, written by hand: packages of XML parts, and compound files."""

import io
import itertools
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_DECLARED = " ".join(
    f'xmlns:{prefix}="{_NAMES}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)  # the same bytes at any hour
    return made.getvalue()


def opendocument(body: str, styles: str = "", master: str = "", **more: str) -> bytes:
    """An OpenDocument text with automatic styles, and headers and footers of its pages."""
    content = (
        f"<office:document-content {_DECLARED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    shared = (
        f"<office:document-styles {_DECLARED}><office:master-styles><style:master-page>{master}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    return package({"content.xml": content, "styles.xml": shared, **more})


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    """A part of relationships: type and target by id."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def workbook(sheets: dict[str, str], **more: str) -> bytes:
    """A workbook of sheets: by the name of each, its rows in XML."""
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(sheets, 1))
    parts = {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
        for n, rows in enumerate(sheets.values(), 1)
    }
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.spreadsheetml.{kind}+xml"/>'
        for name, kind in {"xl/workbook.xml": "sheet.main", **dict.fromkeys(parts, "worksheet")}.items()
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">{kinds}</Types>',
            "_rels/.rels": _relations({"m": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
            ),
            **parts,
            **more,
        }
    )


def presentation(slides: list[str], notes: dict[int, str] | None = None, before: str = "") -> bytes:
    """A presentation: the shapes of each slide in XML, and by its number, from 1, those of its notes."""

    def tree(shapes: str, root: str) -> str:
        names = f'xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"'
        return f"{before}<p:{root} {names}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"

    names = f'xmlns:p="{_SLIDE}" xmlns:r="{_OFFICE}"'
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
    parts = {f"ppt/slides/slide{n}.xml": tree(shapes, "sld") for n, shapes in enumerate(slides, 1)}
    for number, shapes in (notes or {}).items():
        parts[f"ppt/notesSlides/n{number}.xml"] = tree(shapes, "notes")
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(
            {"n": ("notesSlide", f"../notesSlides/n{number}.xml")}
        )
    return package(
        {
            "_rels/.rels": _relations({"m": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": f"<p:presentation {names}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": _relations(
                {f"s{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
            ),
            **parts,
        }
    )


_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL_SECTOR, _SMALL = 512, 64, 4096
Tree = dict[str, "bytes | Tree"]


class _CompoundFile:
    """A compound file of version 3 ([MS-CFB]) under construction: each stream a chain of sectors."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, int, int, int, int, int, int]] = []
        self.sectors: list[bytes] = []
        self.chains: list[int] = []
        self.small = b""
        self.small_chains: list[int] = []

    def add(self, name: str, content: "bytes | Tree", kind: int = 1) -> int:
        """Add a folder or a stream: the number of its entry; the entries of a folder are linked to the right."""
        number = len(self.entries)
        self.entries.append((name, kind, _FREE, _FREE, _FREE, 0, 0))
        if isinstance(content, bytes):
            self.entries[number] = (name, 2, _FREE, _FREE, _FREE, self._store(content), len(content))
            return number
        names = sorted(content, key=lambda n: (len(n), n.upper()))
        inside = list(map(self.add, names, map(content.__getitem__, names)))  # in Python 3.11 a comprehension is a call
        for left, right in itertools.pairwise(inside):
            self.entries[left] = (*self.entries[left][:3], right, *self.entries[left][4:])
        self.entries[number] = (name, kind, _FREE, _FREE, inside[0] if inside else _FREE, 0, 0)
        return number

    def _store(self, data: bytes) -> int:
        if not data:
            return _END
        if len(data) >= _SMALL:
            return self.chain(data)
        start, count = len(self.small_chains), -(-len(data) // _SMALL_SECTOR)
        self.small += data.ljust(count * _SMALL_SECTOR, b"\0")
        self.small_chains += [*range(start + 1, start + count), _END]
        return start

    def chain(self, data: bytes) -> int:
        start, count = len(self.sectors), -(-len(data) // _SECTOR)
        padded = data.ljust(count * _SECTOR, b"\xff")
        self.sectors += [padded[n * _SECTOR : (n + 1) * _SECTOR] for n in range(count)]
        self.chains += [*range(start + 1, start + count), _END]
        return start


def compound_file(tree: Tree) -> bytes:
    """A compound file of folders and streams by name."""
    made = _CompoundFile()
    made.add("Root Entry", tree, 5)
    name, kind, left, right, child, _, _ = made.entries[0]
    start = made.chain(made.small) if made.small else _END
    made.entries[0] = (name, kind, left, right, child, start, len(made.small))
    small = struct.pack(f"<{len(made.small_chains)}I", *made.small_chains)
    small_start = made.chain(small) if small else _END
    directory = b"".join(
        utf16.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(utf16), kind, 1, left, right, child, start, size)
        for name, kind, left, right, child, start, size in made.entries
        for utf16 in [name.encode("utf-16-le") + b"\0\0"]
    )
    directory += struct.pack("<66xBBIII36xIQ", 0, 0, _FREE, _FREE, _FREE, 0, 0) * (-len(made.entries) % 4)
    directory_start = made.chain(directory)
    count = next(n for n in range(1, 110) if n * 128 >= len(made.chains) + n)
    chains = [*made.chains, *[_FAT] * count]
    chains += [_FREE] * (count * 128 - len(chains))
    places = range(len(made.sectors), len(made.sectors) + count)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIII", 0, count, directory_start, 0, _SMALL, small_start, -(-len(small) // _SECTOR), _END, 0
    )
    header += struct.pack("<109I", *places, *[_FREE] * (109 - count))
    return header + b"".join(made.sectors) + struct.pack(f"<{len(chains)}I", *chains)


def properties(head: int, values: Mapping[int, str | bytes | int | datetime]) -> Tree:
    """The streams of an object of Outlook ([MS-OXMSG]): by tag, texts in Unicode, bytes, numbers and times."""
    streams: Tree = {}
    fixed = bytes(head)
    for tag, value in values.items():
        if isinstance(value, datetime):
            fixed += struct.pack(
                "<IIQ", tag, 6, int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
            )
        elif isinstance(value, int):
            fixed += struct.pack("<IIQ", tag, 6, value)
        else:
            data = value.encode("utf-16-le") if isinstance(value, str) else value
            fixed += struct.pack("<IIQ", tag, 6, len(data))
            streams[f"__substg1.0_{tag:08X}"] = data
    return {**streams, "__properties_version1.0": fixed}


Attached = tuple[str, "bytes | Tree"]


def outlook_mail(
    values: Mapping[int, str | bytes | int | datetime],
    attached: Sequence[Attached] = (),
    recipients: Sequence[tuple[str, str, int]] = (),
    *,
    head: int = 32,
) -> Tree:
    """The tree of a message: name and content of each attached file; name, address and kind of each recipient."""
    tree = properties(head, values)
    for number, (name, address, kind) in enumerate(recipients):
        person = properties(8, {0x3001001F: name, 0x3003001F: address, 0x0C150003: kind})
        tree[f"__recip_version1.0_#{number:08X}"] = person
    for number, (name, content) in enumerate(attached):
        if isinstance(content, bytes):
            inside = properties(8, {0x37010102: content, 0x3707001F: name, 0x37050003: 1})
        else:
            inside = {**properties(8, {0x3001001F: name, 0x37050003: 5}), "__substg1.0_3701000D": content}
        tree[f"__attach_version1.0_#{number:08X}"] = inside
    return tree

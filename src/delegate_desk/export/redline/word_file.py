"""The package around a Word file's text: its parts, and room for comments (ECMA-376-2; ECMA-376-1, 17.13.4)."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml import etree

from delegate_desk.core.zip_checks import BROKEN_ZIP
from delegate_desk.export.redline.document_part import RedlinePart, parse, serialized, spans
from delegate_desk.export.redline.tracked_changes import RevisionAuthor, new_run
from delegate_desk.export.redline.xml_names import STRICT, WORD, RedlineObstacle, UnsupportedFileError, W

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_EARLIEST = 33  # 1 January 1980, as MS-DOS says it
_UTF8 = 0x800
_LIMIT = 0xFFFFFFFF  # beyond it ZIP64 begins, in which no Word file of this size is written


class UnsupportedZipError(Exception):
    """The parts do not lie one behind the other, as every writer of Word files lays them."""


def rewritten(original: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts replaced, or added at its end; all others are copied byte for byte.

    Raises:
        OddZipError: If the file's layout does not allow this.
    """
    with zipfile.ZipFile(io.BytesIO(original)) as bundle:
        infos = bundle.infolist()
        start = bundle.start_dir
        comment = bundle.comment
    records = _records(original, start, len(infos))
    offsets = sorted(info.header_offset for info in infos)
    ends = dict(zip(offsets, [*offsets[1:], start], strict=True))
    if len(ends) != len(infos):
        raise UnsupportedZipError
    written = io.BytesIO()
    directory: list[bytes] = []
    waiting = dict(parts)
    for info, record in zip(infos, records, strict=True):
        at = written.tell()
        if info.filename in waiting:
            directory.append(_replaced(written, record, waiting.pop(info.filename)))
            continue
        region = original[info.header_offset : ends[info.header_offset]]
        if len(region) < _LOCAL.size + info.compress_size or region[:4] != b"PK\3\4":
            raise UnsupportedZipError
        written.write(region)
        directory.append(_moved(record, at))
    directory += [_added(written, name, content) for name, content in waiting.items()]
    begin = written.tell()
    entries = b"".join(directory)
    written.write(entries)
    if begin >= _LIMIT or len(directory) >= 0xFFFF:
        raise UnsupportedZipError
    count = len(directory)
    written.write(_END.pack(b"PK\5\6", 0, 0, count, count, len(entries), begin, len(comment)) + comment)
    return written.getvalue()


def _records(original: bytes, at: int, count: int) -> list[bytes]:
    """The entries of the directory, as they are."""
    records = []
    for _ in range(count):
        if original[at : at + 4] != b"PK\1\2":
            raise UnsupportedZipError
        name, extra, comment = struct.unpack_from("<3H", original, at + 28)
        length = _CENTRAL.size + name + extra + comment
        records.append(original[at : at + length])
        at += length
    return records


def _moved(record: bytes, at: int) -> bytes:
    """An entry of the directory whose part lies elsewhere now."""
    fields = list(_CENTRAL.unpack_from(record))
    if _LIMIT in (fields[8], fields[9], fields[16]):
        raise UnsupportedZipError
    fields[16] = at
    return _CENTRAL.pack(*fields) + record[_CENTRAL.size :]


def _replaced(written: io.BytesIO, record: bytes, content: bytes) -> bytes:
    """Write a part anew under the name, the time and the attributes that it had."""
    _, _, _, flags, _, time, date, *_, name_length, _, _, _, inner, outer, _ = _CENTRAL.unpack_from(record)
    name = record[_CENTRAL.size : _CENTRAL.size + name_length]
    return _written(written, name, content, flags & _UTF8, time, date, inner, outer)


def _added(written: io.BytesIO, name: str, content: bytes) -> bytes:
    return _written(written, name.encode("ascii"), content, 0, 0, _EARLIEST, 0, 0)


def _written(
    written: io.BytesIO, name: bytes, content: bytes, flags: int, time: int, date: int, inner: int, outer: int
) -> bytes:
    at = written.tell()
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    what = (20, flags, zipfile.ZIP_DEFLATED, time, date, zlib.crc32(content), len(packed), len(content), len(name), 0)
    written.write(_LOCAL.pack(b"PK\3\4", *what) + name + packed)
    return _CENTRAL.pack(b"PK\1\2", 20, *what, 0, 0, inner, outer, at) + name


_PART_LIMIT = 100_000_000
_WHOLE_LIMIT = 200_000_000
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = b"http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ID = re.compile(rb"""\bid\s*=\s*["'](\d{1,10})["']""")
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")


class WordFile:
    """A Word file that is kept as it is but for what is changed in it.

    Attributes:
        main: The name of the part that holds the text.
    """

    def __init__(self, original: bytes) -> None:
        """Open a file.

        Raises:
            OddFileError: If it is no Word file in which changes can be tracked.
        """
        self._original = original
        self._read = 0
        self._held: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(original)) as bundle:
                self._names = {info.filename.lstrip("/").casefold(): info for info in bundle.infolist()}
        except (*BROKEN_ZIP, RuntimeError) as error:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE) from error
        main = next((part for kind, part in self._relations("") if kind == "officeDocument"), None)
        types = self.part_bytes(_TYPES)
        if main is None or types is None or self.part_bytes(main) is None:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE)
        if _MAIN not in [override.get("ContentType") for override in parse(types)]:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE)
        self.main = main
        self._kinds = self._relations(main)
        self._parts: dict[str, RedlinePart] = {}
        self._new: dict[str, bytes] = {}
        self._comments: list[etree._Element] = []

    def part_bytes(self, name: str) -> bytes | None:
        """Return the content of a part; None where there is none.

        Raises:
            OddFileError: If it is damaged or too large.
        """
        info = self._names.get(name.casefold())
        if info is None:
            return None
        if info.filename in self._held:
            return self._held[info.filename]
        self._read += info.file_size
        if info.file_size > _PART_LIMIT or self._read > _WHOLE_LIMIT:
            raise UnsupportedFileError(RedlineObstacle.TOO_LARGE)
        try:
            with zipfile.ZipFile(io.BytesIO(self._original)) as bundle:
                self._held[info.filename] = bundle.read(info)
        except (*BROKEN_ZIP, RuntimeError) as error:
            raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error
        return self._held[info.filename]

    def part(self, kind: str = "") -> RedlinePart | None:
        """A part to be changed, by its kind: ``footnotes``; the text itself without one."""
        name = self._named(kind) if kind else self.main
        if name is None:
            return None
        if name not in self._parts:
            content = self.part_bytes(name)
            if content is None:
                return None
            self._parts[name] = RedlinePart(content)
        return self._parts[name]

    def tree(self, kind: str) -> etree._Element | None:
        """A part to be looked at."""
        name = self._named(kind)
        content = self.part_bytes(name) if name else None
        return None if content is None else parse(content.replace(STRICT.encode(), WORD.encode()))

    def numbers(self) -> Iterator[int]:
        """Numbers that nothing in the file has, rising."""
        names = [self.main, *(part for kind, part in self._kinds if kind in _STORIES)]
        used = {int(found) for name in dict.fromkeys(names) for found in _ID.findall(self.part_bytes(name) or b"")}
        number = max(used, default=0) if max(used, default=0) < 2**30 else 0
        while True:
            number += 1
            if number not in used:
                yield number

    def comment(self, lines: Sequence[tuple[str, str]], pen: RevisionAuthor) -> int:
        """Keep a comment; its number.

        Args:
            lines: Each paragraph with the language of its words.
            pen: Ours.
        """
        number = next(pen.numbers)
        made = etree.Element(f"{W}comment", nsmap={"w": WORD})
        for name, value in (("id", str(number)), ("author", pen.author), ("date", pen.date), ("initials", "")):
            made.set(f"{W}{name}", value)
        for text, language in lines:
            run = new_run(text, None)
            properties = etree.Element(f"{W}rPr")
            etree.SubElement(properties, f"{W}lang").set(f"{W}val", language)
            run.insert(0, properties)
            etree.SubElement(made, f"{W}p").append(run)
        self._comments.append(made)
        return number

    def written(self) -> bytes:
        """The file with all changes.

        Raises:
            OddFileError: If it is laid out in a way that cannot be kept.
        """
        if self._comments:
            self._write_comments()
        changed = {name: part.content() for name, part in self._parts.items()}
        same = {name for name, content in changed.items() if content == self.part_bytes(name)}
        new = {name: content for name, content in changed.items() if name not in same} | self._new
        try:
            return rewritten(self._original, {self._as_named(name): content for name, content in new.items()})
        except (UnsupportedZipError, struct.error) as error:
            raise UnsupportedFileError(RedlineObstacle.LAID_OUT) from error

    def _as_named(self, name: str) -> str:
        info = self._names.get(name.casefold())
        return name if info is None else info.filename

    def _named(self, kind: str) -> str | None:
        return next((part for found, part in self._kinds if found == kind), None)

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """Return the relations of a part inside the package: the last segment of the type, and the name."""
        folder, name = posixpath.split(part)
        content = self.part_bytes(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            (one.get("Type", "").rsplit("/", 1)[-1], _resolve_target(folder, one.get("Target", "")))
            for one in (parse(content).iter(_RELATION) if content is not None else ())
            if one.get("TargetMode") != "External"
        ]

    def _write_comments(self) -> None:
        name = self._named("comments")
        old = None if name is None else self.part_bytes(name)
        if name is not None and old is not None:
            self._new[name] = _with(old, self._comments)
            return
        folder, main = posixpath.split(self.main)
        name = next(
            path
            for n in range(len(self._names) + 2)
            if (path := posixpath.join(folder, f"comments{n or ''}.xml")).casefold() not in self._names
        )
        is_strict = STRICT.encode() in (self.part_bytes(self.main) or b"")[:20_000]
        space = STRICT if is_strict else WORD
        self._new[name] = _with(
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}"/>'.encode(),
            self._comments,
        )
        types = self.part_bytes(_TYPES) or b""
        self._new[_TYPES] = _within(types, b"Override", f'PartName="/{escape(name)}" ContentType="{_COMMENTS}"')
        path = posixpath.join(folder, "_rels", f"{main}.rels")
        relations = self.part_bytes(path) or b'<Relationships xmlns="' + _RELATIONS + b'"></Relationships>'
        used = {one.get("Id") for one in parse(relations)}
        key = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        base = _OFFICE if not is_strict else "http://purl.oclc.org/ooxml/officeDocument/relationships"
        target = posixpath.basename(name)
        self._new[path] = _within(
            relations, b"Relationship", f'Id="{key}" Type="{base}/comments" Target="{escape(target)}"'
        )


def _resolve_target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _with(part: bytes, comments: Sequence[etree._Element]) -> bytes:
    """A part of comments with more of them at its end."""
    content = spans(part).content
    root = parse(content)
    spaces = {prefix or "": uri for prefix, uri in root.nsmap.items()}
    new = serialized(comments, spaces)
    if STRICT in spaces.values():
        new = new.replace(WORD.encode(), STRICT.encode())
    return _at_end(content, new)


def _within(part: bytes, tag: bytes, attributes: str) -> bytes:
    """A small part with one more element at its end, under the prefix that its root has."""
    content = spans(part).content
    prefix = parse(content).prefix
    name = (prefix.encode() + b":" if prefix else b"") + tag
    return _at_end(content, b"<" + name + b" " + attributes.encode() + b"/>")


def _at_end(content: bytes, new: bytes) -> bytes:
    """XML with more at the end of its root."""
    at = content.rindex(b"<")
    if content[at : at + 2] == b"</":
        return content[:at] + new + content[at:]
    closed = content.rindex(b"/>")  # the root is closed where it is opened
    name = re.match(rb"<([^\s/>]+)", content[at:])
    assert name is not None  # it was read as XML
    return content[:closed] + b">" + new + b"</" + name[1] + b">" + content[closed + 2 :]

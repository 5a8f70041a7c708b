"""Byte spans of the paragraphs and rows in a part of a Word file, so that everything else stays unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from delegate_desk.export.redline.xml_names import STRICT, WORD, RedlineObstacle, UnsupportedFileError

_BOUNDED = frozenset({"p", "tr", "tbl", "trPr", "footnote", "endnote"})
"""Elements whose ends are looked for."""
_SIBLINGS = frozenset({"p", "tbl", "sdt", "customXml", "altChunk", "sectPr", "ins", "del", "moveFrom", "moveTo"})


@dataclass(slots=True)
class SpanNode:
    """A paragraph, a row, or what holds them.

    Attributes:
        name: Without its namespace.
        start: Of its first byte.
        end: Behind its last byte.
        spaces: The namespaces in scope, by prefix.
        before: The name of the sibling before it; empty for none.
        after: The same behind it.
        properties: Of a row: its ``trPr``.
        inside: Of a row: the first of its cells, or what holds them.
    """

    name: str
    start: int
    spaces: Mapping[str, str]
    parent: "SpanNode | None" = None
    end: int = 0
    before: str = ""
    after: str = ""
    last: "SpanNode | None" = None  # of its children so far
    properties: "SpanNode | None" = None
    inside: "SpanNode | None" = None

    def within(self, name: str) -> "SpanNode | None":
        """The nearest holder of a name."""
        node = self.parent
        while node is not None and node.name != name:
            node = node.parent
        return node


@dataclass(slots=True)
class Spans:
    """A part of a Word file.

    Attributes:
        content: Its bytes, as UTF-8.
        paragraphs: All of them, in the order in which they begin.
        notes: Footnotes or endnotes.
    """

    content: bytes
    paragraphs: list[SpanNode] = field(default_factory=list)
    notes: list[SpanNode] = field(default_factory=list)

    def outermost(self, place: int) -> int:
        """The place of the paragraph that holds another in a text box; its own where none does."""
        node = self.paragraphs[place]
        found, holder = node, node.within("p")
        while holder is not None:
            found, holder = holder, holder.within("p")
        return place if found is node else next(n for n, p in enumerate(self.paragraphs) if p is found)


def spans(content: bytes) -> Spans:
    """Find the paragraphs and rows of a part.

    Raises:
        OddFileError: If it has a document type or is no XML.
    """
    content = _utf8(content)
    found = Spans(content)
    _Finder(found).run()
    return found


class _Finder:
    """One walk over a part."""

    def __init__(self, found: Spans) -> None:
        self._found = found
        self._open: list[SpanNode | None] = []
        self._holders: list[SpanNode] = []
        self._spaces: dict[str, str] = {}
        self._scopes: list[tuple[str, str | None]] = []
        self._parser = parser = expat.ParserCreate("UTF-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.StartDoctypeDeclHandler = _refuse

    def run(self) -> None:
        try:
            self._parser.Parse(self._found.content, True)
        except expat.ExpatError as error:
            raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error

    def _declare(self, prefix: str | None, uri: str) -> None:
        self._scopes.append((prefix or "", self._spaces.get(prefix or "")))
        self._spaces = {**self._spaces, prefix or "": uri or ""}

    def _undeclare(self, _: str | None) -> None:
        name, former = self._scopes.pop()
        self._spaces = {key: uri for key, uri in self._spaces.items() if key != name}
        if former is not None:
            self._spaces[name] = former

    def _start(self, name: str, _: dict[str, str]) -> None:
        uri, local = name.rpartition(" ")[::2]
        holder = self._holders[-1] if self._holders else None
        if uri not in (WORD, STRICT):
            self._open.append(None)
            return
        node = SpanNode(local, self._parser.CurrentByteIndex, self._spaces, holder)
        self._open.append(node)
        if holder is not None and local in _SIBLINGS:
            if holder.last is not None:
                holder.last.after = local
                node.before = holder.last.name
            holder.last = node
        if holder is not None and holder.name == "tr":
            if local == "trPr":
                holder.properties = node
            elif local != "tblPrEx" and holder.inside is None:
                holder.inside = node
        if local == "p":
            self._found.paragraphs.append(node)
        elif local in ("footnote", "endnote"):
            self._found.notes.append(node)
        self._holders.append(node)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if node is not None:
            self._holders.pop()
            node.last = None
            if node.name in _BOUNDED:
                node.end = self._offset_after(node)

    def _offset_after(self, node: SpanNode) -> int:
        """Return the offset after an element's last byte; for a self-closing element the parser is already there."""
        content, at = self._found.content, self._parser.CurrentByteIndex
        if content[at - 2 : at] == b"/>" and _closed(content, node.start) == at:
            return at
        return content.index(b">", at) + 1


def _closed(content: bytes, at: int) -> int:
    """Behind the tag that begins at a place; what is quoted in it may hold a ``>``."""
    quote = 0
    for n in range(at, len(content)):
        byte = content[n]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return n + 1
    raise UnsupportedFileError(RedlineObstacle.DAMAGED)


def _refuse(*_: object) -> None:
    raise UnsupportedFileError(RedlineObstacle.DOCUMENT_TYPE)


def _utf8(content: bytes) -> bytes:
    """A part as UTF-8, whatever it was written in."""
    parser = expat.ParserCreate()
    declared: list[str] = []
    parser.XmlDeclHandler = lambda _, encoding, __: declared.append(encoding or "")
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content[:200], False)
    except expat.ExpatError as error:
        raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    encoding = "utf-16" if wide else (declared or [""])[0].lower() or "utf-8"
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return content
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error
    head, mark, rest = text.partition("?>")
    plain = '<?xml version="1.0" encoding="UTF-8"' if head.startswith("<?xml") else head
    return (plain + mark + rest).encode()

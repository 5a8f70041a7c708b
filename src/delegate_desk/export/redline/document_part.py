"""One part of a Word file in which paragraphs are changed: only these are written anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from lxml import etree

from delegate_desk.export.redline.xml_names import STRICT, WORD, RedlineObstacle, UnsupportedFileError, W

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


class RedlinePart:
    """A part, and what is changed in it so far."""

    def __init__(self, content: bytes) -> None:
        """Take a part.

        Raises:
            OddFileError: If it cannot be changed.
        """
        self.spans: Spans = spans(content)
        self._trees: dict[int, tuple[etree._Element, list[etree._Element]]] = {}
        self._patches: list[tuple[int, int, int, bytes]] = []  # start, end, order, what comes there

    def node(self, place: int) -> SpanNode:
        """Return the span of a paragraph.

        Raises:
            OddFileError: If there is none.
        """
        if not 0 <= place < len(self.spans.paragraphs):
            raise UnsupportedFileError(RedlineObstacle.LAID_OUT)
        return self.spans.paragraphs[place]

    def paragraph(self, place: int) -> etree._Element:
        """A paragraph, to be changed."""
        outer = self.spans.outermost(place)
        if outer not in self._trees:
            node = self.node(outer)
            root = _fragment(self._slice(node), node.spaces)
            self._trees[outer] = (root, list(root.iter(f"{W}p")))
        return self._trees[outer][1][place - outer]

    def original(self, place: int) -> etree._Element:
        """A paragraph as it was, apart from the file."""
        outer = self.spans.outermost(place)
        node = self.node(outer)
        paragraph = list(_fragment(self._slice(node), node.spaces).iter(f"{W}p"))[place - outer]
        paragraph.tail = None
        return paragraph

    def is_inner(self, place: int) -> bool:
        """True if a paragraph stands in a text box of another."""
        return self.spans.outermost(place) != place

    def span_for_paragraph(self, paragraph: etree._Element) -> SpanNode:
        """Return the span of a paragraph that was handed out for editing."""
        for outer, (_, paragraphs) in self._trees.items():
            if paragraph in paragraphs:
                return self.node(outer + paragraphs.index(paragraph))
        raise KeyError(paragraph)

    def element(self, node: SpanNode) -> etree._Element:
        """A row or a note as it was, apart from the file."""
        return _fragment(self._slice(node), node.spaces)[0]

    def mark_row(self, node: SpanNode, change: etree._Element) -> None:
        """Say that a row is taken out."""
        if node.properties is not None:
            root = _fragment(self._slice(node.properties), node.spaces)
            at = sum(child.tag != f"{W}trPrChange" for child in root[0])
            if root[0].find(change.tag) is None:
                root[0].insert(at, change)
            self._patches.append((node.properties.start, node.properties.end, 0, _inner(root)))
        elif node.inside is not None:
            properties = etree.Element(f"{W}trPr", nsmap={"w": WORD})
            properties.append(change)
            self.insert(node.inside.start, [properties], node.spaces)

    def insert(self, offset: int, elements: Iterable[etree._Element], spaces: Mapping[str, str]) -> None:
        """Put new elements in at a place, behind what was put there before."""
        root = _fragment(b"", spaces)
        root.extend(list(elements))
        self._patches.append((offset, offset, len(self._patches) + 1, _inner(root)))

    def content(self) -> bytes:
        """The part with all changes."""
        patches = list(self._patches)
        for outer, (root, _) in self._trees.items():
            node = self.node(outer)
            patches.append((node.start, node.end, 0, _inner(root)))
        made: list[bytes] = []
        at = 0
        original = self.spans.content
        for start, end, _, new in sorted(patches, key=lambda patch: (patch[0], patch[1], patch[2])):
            assert start >= at
            made += [original[at:start], self._with_part_namespace(new)]
            at = end
        return b"".join([*made, original[at:]])

    def _with_part_namespace(self, new: bytes) -> bytes:
        """New XML with the namespace that the part has for Word."""
        strict = STRICT.encode()
        return new.replace(WORD.encode(), strict) if strict in self.spans.content[:20_000] else new

    def _slice(self, node: SpanNode) -> bytes:
        return self.spans.content[node.start : node.end]


def serialized(elements: Sequence[etree._Element], spaces: Mapping[str, str]) -> bytes:
    """Elements as they are written where some namespaces are declared."""
    root = _fragment(b"", spaces)
    root.extend(elements)
    return _inner(root)


def parse(content: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        OddFileError: If it is no XML.
    """
    try:
        return etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _fragment(content: bytes, spaces: Mapping[str, str]) -> etree._Element:
    """A holder of some XML, with the namespaces that are in scope where it stands; Strict's are the usual ones."""
    names = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{escape(WORD if uri == STRICT else uri)}"'
        for prefix, uri in spaces.items()
        if prefix != "xml"
    )
    return parse(f"<desk{names}>".encode() + content + b"</desk>")


def _inner(root: etree._Element) -> bytes:
    """Return the inner XML of a container element, as serialised."""
    if not len(root):
        return b""
    root.tail = None
    root[-1].tail = None
    whole = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return bytes(whole[whole.index(b">") + 1 : whole.rindex(b"</")])

"""One part of a Word file in which paragraphs are changed: only these are written anew."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from lxml import etree

from delegate_desk.export.redline.byte_spans import SpanNode, Spans, spans
from delegate_desk.export.redline.xml_names import STRICT, WORD, RedlineObstacle, UnsupportedFileError, W


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

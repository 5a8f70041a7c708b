"""A document as a tree of units whose words know their origin: the basis of revisions.

The units and footnotes that a text refers to are stored as such. So a tree can be changed in any way and converted to a
document again: labels, addresses, cross-references and calls of footnotes follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from delegate_desk.core.documents.document import Address, Call, Document, Kind, Paragraph, View
from delegate_desk.parsing.references.provision_references import pointers

_PIECE = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_")
_STEP = re.compile(r"(?:(?:part|tit|chp|sec)_[^_]+(?:__(?=part|tit|chp|sec)|(?=__|$)))+|[^_]+(?:_[^_]+)?(?=__|$)")
"""A step of an address; a section with its chapter and its title is one, because articles are between these."""
COUNTED = frozenset({"sub", "p", "ind", "hd", "cell", "row", "tbl", "cit"})
"""Kinds without a printed number: they are counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, a space, a sign, a cross-reference or the call of a footnote, which has no text.

    Attributes:
        origin: Its original unit and its place among that unit's tokens; None for a new one.
        target: The unit of the old tree that it refers to.
        note: The footnote of the old tree that it calls.
    """

    text: str
    origin: tuple["Node", int] | None = None
    target: "Node | None" = None
    note: "Node | None" = None

    @property
    def is_word(self) -> bool:
        return self.target is None and self.text[:1].isalnum()


@dataclass(slots=True, eq=False)
class Node:
    """A unit, or a step of an address without a unit.

    Attributes:
        number: As in its address; empty for one that has none yet.
        tokens: None without a unit.
        came: The units of the old tree that it comes from; empty for an inserted one.
        starts: By kind, the first number of its children of that kind, if they are counted one by one.
        is_moved: True if it was moved on purpose.
        address: Its address in the last conversion of its tree; empty for one without a place.
    """

    kind: str
    number: str = ""
    label: str = ""
    depth: int = 1
    tokens: list[Token] | None = None
    children: list["Node"] = field(default_factory=list)
    came: tuple["Node", ...] = ()
    starts: dict[str, int] = field(default_factory=dict)
    is_moved: bool = False
    address: str = ""

    def walk(self) -> Iterator["Node"]:
        """Itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens or ())

    def words(self) -> int:
        return sum(token.is_word for token in self.tokens or ())


@dataclass(slots=True, eq=False)
class Tree:
    """A document: the children of the root, in reading order, and its footnotes.

    Attributes:
        loose: Footnotes that are not called.
    """

    document: Document
    root: Node
    notes: list[Node]
    notes_start: int | None = 1
    loose: frozenset[Node] = frozenset()

    def units(self) -> list[Node]:
        """All units in reading order, then footnotes."""
        return [node for node in self.root.walk() if node.tokens is not None] + self.notes

    def parents(self) -> dict[Node, Node]:
        """The parent of each node; none for footnotes."""
        return {child: node for node in self.root.walk() for child in node.children}

    def copy(self) -> tuple[Self, dict[Node, Node]]:
        """A tree to be changed, and for each node of this one that of the copy."""
        copies: dict[Node, Node] = {}

        def copied(node: Node) -> Node:
            tokens = None
            if node.tokens is not None:
                tokens = [replace(token, origin=(node, n)) for n, token in enumerate(node.tokens)]
            made = Node(node.kind, node.number, node.label, node.depth, tokens, came=(node,), starts=dict(node.starts))
            copies[node] = made
            made.children = [copied(child) for child in node.children]
            return made

        root, notes = copied(self.root), [copied(note) for note in self.notes]
        called = {note for node in self.units() for note in calls_of(node)}
        loose = frozenset(copies[note] for note in self.notes if note not in called)
        return replace(self, root=root, notes=notes, loose=loose), copies


def grow(document: Document) -> Tree:
    """The tree of a document in its reading after the marked changes."""
    root, nodes = Node(""), {}
    nodes[""] = root
    for unit in document.paragraphs:
        at, above = "", root
        for segment in _STEP.findall(unit.address):
            at = f"{at}__{segment}" if at else segment
            if at not in nodes:
                kind, _, number = segment.rpartition("_") if "_" in segment else (segment, "", "")
                nodes[at] = Node(kind, number, depth=unit.depth)
                above.children.append(nodes[at])
            above = nodes[at]
        above.label, above.depth = unit.label, unit.depth
    notes = [Node("fn", note.address.removeprefix("fn_"), note.label) for note in document.footnotes]
    nodes |= dict(zip((note.address for note in document.footnotes), notes, strict=True))
    known = frozenset(unit.address for unit in document.units())
    for unit in document.units():
        nodes[unit.address].tokens = _tokens(unit, known, document.header.language, nodes)
    for node in root.walk():
        node.starts = _starts(node.children)
    tree = Tree(document, root, notes, _starts(notes).get("fn") if notes else 1)
    called = {note for node in tree.units() for note in calls_of(node)}
    return replace(tree, loose=frozenset(note for note in notes if note not in called))


def _tokens(unit: Paragraph, known: frozenset[Address], language: str, nodes: dict[str, Node]) -> list[Token]:
    reading = unit.in_view(View.AFTER)
    plain = Paragraph(unit.address, unit.kind, unit.label, reading.text)
    named = [p for p in pointers(plain, known, language) if p.is_internal]
    tokens: list[Token] = []
    at = 0
    calls = [(call.offset, call.offset, Token("", note=nodes.get(call.note))) for call in reading.calls]
    names = [(p.start, p.end, Token(reading.text[p.start : p.end], target=nodes.get(p.address))) for p in named]
    for start, end, token in sorted([*calls, *names], key=lambda one: one[:2]):
        if start < at:  # two cross-references share words, or a footnote is called within one: it follows it
            if token.note is not None:
                tokens.append(token)
            continue
        tokens += [Token(piece) for piece in _PIECE.findall(reading.text[at:start])]
        tokens.append(token)
        at = end
    return tokens + [Token(piece) for piece in _PIECE.findall(reading.text[at:])]


def pieces(text: str) -> list[Token]:
    """The tokens of a new text."""
    return [Token(piece) for piece in _PIECE.findall(text)]


def _starts(children: Sequence[Node]) -> dict[str, int]:
    """By kind, the first number of children that are counted one by one."""
    starts = {}
    for kind in {child.kind for child in children}:
        numbers = [child.number for child in children if child.kind == kind]
        first = int(numbers[0]) if numbers[0].isdecimal() else None
        if first is not None and numbers == [str(first + n) for n in range(len(numbers))]:
            starts[kind] = first
    return starts


def calls_of(node: Node) -> list[Node]:
    """The footnotes that a unit calls, in order."""
    return [token.note for token in node.tokens or () if token.note is not None]


def unit_of(node: Node, calls: Sequence[Call]) -> Paragraph:
    """A node after conversion, as the unit of a document."""
    return Paragraph(
        Address(node.address),
        Kind(node.kind.rpartition("__")[2]),
        node.label,
        node.text,
        node.depth,
        calls=tuple(calls),
    )

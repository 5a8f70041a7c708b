"""The structure of a document as its addresses tell it, with what each unit shows in every language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from delegate_desk.core.documents.addresses import letter_number, parent, roman_numeral
from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph, View
from delegate_desk.core.text import fold

_DATE = re.compile(r"(?<![\d.])(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./])(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?![\d/])")
_GROUPED = re.compile(r"(?<![\d/])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d/])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_POINT = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,4})\)")
_WORD = re.compile(r"[^\W\d_][^\W_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_INTRODUCES = (":", "·", "—", "–")
_LATIN = 0x250  # the first code point behind the Latin letters that Europe prints


@dataclass(frozen=True, slots=True)
class LanguageNeutralFeatures:
    """Features of a text that can be compared with its counterpart in another language.

    Attributes:
        numbers: As digits alone, as a thousand is printed ``1 000``, ``1,000`` and ``1.000``; of a date that is
            printed in digits without the month, which others name.
        points: The points that are named, such as 1 for ``(a)`` and ``α)``.
        names: Words in Latin letters, folded: in a language with letters of its own, words in Latin letters are
            names; between two languages with Latin letters some words are the same.
        length: In letters and digits.
        introduces: True if it ends in a colon.
        calls: Number of footnote calls.
    """

    numbers: Counter[str]
    points: Counter[int]
    names: frozenset[str]
    length: int
    introduces: bool
    calls: int

    def tokens(self) -> frozenset[str]:
        return frozenset(self.numbers) | {f"({point})" for point in self.points}


def extract_features(text: str, calls: int = 0) -> LanguageNeutralFeatures:
    rest = _YEAR_FIRST.sub(r"\3 \1", _DATE.sub(r"\1 \3", text))
    numbers = Counter(re.sub(r"\D", "", match) for match in _GROUPED.findall(rest))
    numbers.update(re.sub(r"\D", "", match) for match in _NUMBER.findall(_GROUPED.sub(" ", rest)))
    points = Counter(p for word in _POINT.findall(text) if (p := _point(word)))
    names = frozenset(fold(word) for word in _WORD.findall(text) if ord(max(word)) < _LATIN)
    length = sum(character.isalnum() for character in text)
    return LanguageNeutralFeatures(numbers, points, names, length, text.rstrip().endswith(_INTRODUCES), calls)


def _point(letters: str) -> int | None:
    """The number of a point; letters that are a roman numeral beyond ``i`` and ``v`` count as one."""
    number = roman_numeral(letters) if len(letters) > 1 else None
    return number or (letter_number(letters) if len(letters) <= 2 else None)


_SEGMENT = re.compile(r"([a-z]+)_(-?\d+)([a-z]?)(?:-(\d+))?")
_COUNTED = frozenset({Kind.TEXT, Kind.SUBPARAGRAPH, Kind.INDENT, Kind.HEADING, Kind.CITATION, Kind.TABLE})
"""Kinds whose units bear no number: theirs says only how many stand before them."""
NOTHING = extract_features("")
_PUT_IN = 8.0  # what it says against a unit's having been there that it is marked as new whole
_LEFT = 2.0  # what it says for that that it is not, where others are marked


@dataclass(slots=True, eq=False)
class TreeNode:
    """A unit with all that hangs on it; a place that only an address names, such as a table's row, has no unit.

    Attributes:
        kind: As its address names it.
        number: As its address says.
        letter: Of a number that was put between others: ``a`` of Article 3a.
        text: In the view compared.
        view_features: What its own text shows, in that view.
        compared_features: What it is laid by: the same, or what its text showed before the changes that it marks.
        is_marked: True if it marks changes and is laid by what it was before them.
        was_there_log_odds: What the marks of the text say for its having been there before, as the logarithm of odds.
        tokens: Numbers and points in it and in all that hangs on it.
        names: Likewise.
        length: Of all that hangs on it, without its own.
    """

    address: Address
    kind: str
    number: int
    letter: str
    unit: Paragraph | None = None
    text: str = ""
    view_features: LanguageNeutralFeatures = NOTHING
    compared_features: LanguageNeutralFeatures = NOTHING
    is_marked: bool = False
    was_there_log_odds: float = 0.0
    children: list["TreeNode"] = field(default_factory=list)
    tokens: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    length: int = 0

    @property
    def is_numbered(self) -> bool:
        return self.kind not in _COUNTED

    def subtree(self) -> Iterator["TreeNode"]:
        yield self
        for child in self.children:
            yield from child.subtree()


def build_tree(document: Document, view: View, *, by_marks: bool = False) -> list[TreeNode]:
    """Root nodes, in reading order: paragraphs, then footnotes.

    Args:
        document: Any.
        view: In which it is compared.
        by_marks: True to align units by their text before the changes that they mark.
    """
    known: dict[str, TreeNode] = {}
    tops: list[TreeNode] = []
    for unit in document.units():
        node = _node(unit.address, known, tops)
        reading = unit.in_view(view)
        node.unit, node.text = unit, reading.text
        node.view_features = node.compared_features = extract_features(reading.text, len(reading.calls))
        before = unit.in_view(View.BEFORE) if by_marks else reading
        if before.text != reading.text:
            node.compared_features, node.is_marked = extract_features(before.text, len(before.calls)), True
    for top in tops:
        _gather(top)
        for node in top.subtree() if by_marks else ():
            is_put_in = node.is_marked and not node.compared_features.length and not node.length
            node.was_there_log_odds = -_PUT_IN if is_put_in else _LEFT
    return tops


def _node(address: str, known: dict[str, TreeNode], tops: list[TreeNode]) -> TreeNode:
    if address in known:
        return known[address]
    match = _SEGMENT.fullmatch(address.rpartition("__")[2])
    kind, number, letter = (match[1], int(match[2]), match[3]) if match else (address.rpartition("__")[2], 1, "")
    node = known[address] = TreeNode(Address(address), kind, number, letter)
    above = parent(address)
    siblings = tops if above is None else _node(above, known, tops).children
    siblings.append(node)
    return node


def _gather(node: TreeNode) -> None:
    tokens, names = set(node.compared_features.tokens()), set(node.compared_features.names)
    for child in node.children:
        _gather(child)
        tokens |= child.tokens
        names |= child.names
    node.tokens, node.names = frozenset(tokens), frozenset(names)
    node.length = sum(child.compared_features.length + child.length for child in node.children)


def nodes_by_address(tops: Sequence[TreeNode]) -> dict[Address, TreeNode]:
    return {node.address: node for top in tops for node in top.subtree()}

"""The characters of paragraphs of a Word file, each with its position in the XML.

Reads the same text as the reader of Word files (ECMA-376-1, 17.3): the results of fields and not their codes, the first
of alternatives, no hidden words. Characters are normalised like the text of a document: NFC, one space for any white
space, nothing for characters without width.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from delegate_desk.core.values import dataclass
from delegate_desk.export.redline.tracked_changes import ADDING, MC, REMOVING, XML_SPACE, M, W, parent_element

_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("customXml", "smartTag", "sdtContent", "hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase")
)
_TEXT = frozenset({f"{W}t", f"{W}delText"})
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
MATHS = frozenset({f"{M}oMath", f"{M}oMathPara"})
CALLS = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_GONE = frozenset("\0\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WHITE = " \t\r\n"
_COMBINING = "\u0300"  # the first character that may belong to the one before it
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class WordField:
    """A field: its elements besides its result.

    Attributes:
        parts: Its beginning, code and end.
        is_complete: True if it ends in the paragraph in which it begins.
    """

    parts: list[etree._Element] = field(default_factory=list)
    in_result: bool = False
    is_complete: bool = False


@dataclass(slots=True)
class StreamCharacter:
    """A character as written.

    Attributes:
        node: Its element; None for the end of a paragraph.
        run: The run of the element; None if it cannot be changed by itself.
        is_removed: True if it is deleted by a revision of others.
        fields: The fields whose result contains it, outermost first.
        depth: Number of links, content controls and fields that contain it.
        paragraph: Its paragraph, or the paragraph that ends here.
    """

    text: str
    node: etree._Element | None
    at: int
    run: etree._Element | None
    is_removed: bool
    fields: tuple[WordField, ...]
    depth: int
    paragraph: etree._Element


@dataclass(slots=True)
class CharacterGroup:
    """A character of the normalised text, or several that cannot be separated.

    Attributes:
        text: Normalised; empty for zero-width characters.
        start: Index of its first character in the stream.
        end: Index after its last character.
    """

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Stream:
    """The characters of some paragraphs that form one unit.

    Attributes:
        calls: Footnote references: the index of the following character, and the element.
    """

    letters: list[StreamCharacter] = field(default_factory=list)
    calls: list[tuple[int, etree._Element]] = field(default_factory=list)
    groups: list[CharacterGroup] = field(default_factory=list)
    fields: list[WordField] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(group.text for group in self.groups)

    def live(self, letters: slice = slice(None)) -> list[StreamCharacter]:
        """Return the characters that no revision deletes, including ends of paragraphs."""
        return [character for character in self.letters[letters] if not character.is_removed]


def stream(paragraphs: list[etree._Element]) -> Stream:
    found = Stream()
    for n, paragraph in enumerate(paragraphs):
        _StreamReader(found, paragraph).read()
        # if a revision of others deletes its end, the next paragraph continues it
        removed = (paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))
        if n + 1 < len(paragraphs) and not any(removed):
            found.letters.append(
                StreamCharacter(" ", None, 0, None, is_removed=False, fields=(), depth=0, paragraph=paragraph)
            )
    found.groups = list(_character_groups(found.letters))
    return found


def effective(text: etree._Element) -> str:
    written = text.text or ""
    return written if text.get(XML_SPACE) == "preserve" else written.strip(_WHITE)


def unwrap(parent: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Return the children of an element, with wrappers replaced by their content, each with the number of wrappers."""
    for child in parent:
        if child.tag == f"{MC}AlternateContent":
            choices = (list(part) for part in child if part.tag in (f"{MC}Choice", f"{MC}Fallback") and len(part))
            for branch in next(choices, []):
                if branch.tag in _WRAPPERS:
                    yield from ((inner, depth + 1) for inner, depth in unwrap(branch))
                else:
                    yield branch, 1
        elif child.tag == f"{W}sdt" or child.tag in _WRAPPERS:
            counts = child.tag != f"{W}sdt"  # the content within counts
            yield from ((inner, depth + counts) for inner, depth in unwrap(child))
        elif isinstance(child.tag, str):
            yield child, 0


class _StreamReader:
    def __init__(self, found: Stream, paragraph: etree._Element) -> None:
        self._found = found
        self._paragraph = paragraph
        self._open: list[WordField] = []

    def read(self) -> None:
        self._inline(self._paragraph, removed=False, depth=0)

    def _inline(self, parent: etree._Element, *, removed: bool, depth: int) -> None:
        for child, wrappers in unwrap(parent):
            if child.tag == f"{W}r":
                self._run(child, removed=removed, depth=depth + wrappers)
            elif child.tag in ADDING:
                self._inline(child, removed=removed, depth=depth + wrappers)
            elif child.tag in REMOVING:
                self._inline(child, removed=True, depth=depth + wrappers)
            elif child.tag in MATHS:
                text = "".join(t.text or "" for t in child.iter(f"{M}t"))
                self._letters(text, child, None, removed=removed, depth=depth + wrappers)

    def _run(self, run: etree._Element, *, removed: bool, depth: int) -> None:
        vanish = run.find(f"{W}rPr/{W}vanish")
        if vanish is not None and vanish.get(f"{W}val", "true") not in _OFF:
            return
        own_mark = False
        for child, _ in unwrap(run):
            tag = child.tag
            holder = run if child.getparent() is run and parent_element(run).tag not in _INNER else None
            if tag == f"{W}fldChar":
                self._field(child)
            elif tag == f"{W}instrText" or (self._open and not all(f.in_result for f in self._open)):
                for field in self._open[-1:]:
                    field.parts.append(child)
            elif tag in CALLS:
                self._found.calls.append((len(self._found.letters), child))
                own_mark = own_mark or child.get(f"{W}customMarkFollows") in ("1", "true", "on")
            elif tag in _TEXT:
                if not own_mark:
                    self._letters(effective(child), child, holder, removed=removed, depth=depth)
            elif tag == f"{W}r":
                self._run(child, removed=removed, depth=depth)
            elif tag in _SIGNS:
                self._letters(_SIGNS[tag], child, holder, removed=removed, depth=depth)
            elif tag == f"{W}sym":
                self._letters("\ufffc", child, holder, removed=removed, depth=depth)

    def _field(self, char: etree._Element) -> None:
        kind = char.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(WordField())
            self._found.fields.append(self._open[-1])
        if not self._open:
            return
        self._open[-1].parts.append(char)
        if kind == "separate":
            self._open[-1].in_result = True
        elif kind == "end":
            self._open.pop().is_complete = True

    def _letters(
        self, text: str, node: etree._Element, run: etree._Element | None, *, removed: bool, depth: int
    ) -> None:
        fields = tuple(self._open)
        deep = depth + len(fields)
        self._found.letters += [
            StreamCharacter(c, node, n, run, removed, fields, deep, self._paragraph) for n, c in enumerate(text)
        ]


_INNER = frozenset({f"{W}rubyBase", f"{W}r", f"{MC}Choice", f"{MC}Fallback"})
"""Elements whose runs do not belong to the paragraph itself."""


def _character_groups(letters: list[StreamCharacter]) -> Iterator[CharacterGroup]:
    """Return groups of characters, in order; each character belongs to one."""
    start, after_space = 0, True
    while start < len(letters):
        end = start + 1
        first = letters[start].text
        if "!" <= first < "\x7f" and (end == len(letters) or letters[end].text < _COMBINING):
            yield CharacterGroup(first, start, end)
            after_space = False
        elif first.isspace():
            while end < len(letters) and (letters[end].text.isspace() or letters[end].text in _GONE):
                end += 1
            yield CharacterGroup("" if after_space else " ", start, end)
            after_space = True
        else:
            while end < len(letters) and unicodedata.combining(letters[end].text):
                end += 1
            raw = "".join(character.text for character in letters[start:end])
            composed = "".join(c for c in unicodedata.normalize("NFC", raw) if c not in _GONE)
            if composed == raw and len(raw) > 1:
                yield from (CharacterGroup(c, start + n, start + n + 1) for n, c in enumerate(raw))
            else:
                yield CharacterGroup(composed, start, end)
            after_space = after_space and not composed
        start = end

"""The words of a Word paragraph: its runs with their looks, revisions, fields and footnote calls (ECMA-376-1, 17.3)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.parsing.blocks import TextRun
from delegate_desk.parsing.word.styles import WordStyles, direct_marks
from delegate_desk.parsing.word.xml_helpers import ADDING, MC, REMOVING, M, W, alternative, is_on, unwrapped, value

Caller = Callable[[etree._Element, str | None], str | None]
"""Gives a footnote reference its label: the one printed by the file itself, or the next."""

BREAK = "\n"
"""What the words of a paragraph have where a line of it was ended by hand."""

_TABS = frozenset({f"{W}tab", f"{W}ptab"})
_BREAKS = frozenset({f"{W}br", f"{W}cr"})
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_TEXT = frozenset({f"{W}t", f"{W}delText"})
_MATHS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_WHITE = " \t\r\n"
_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts keep their letters
_SYMBOLS = {
    0x2D: "−", 0xA7: "▪", 0xB7: "•", 0xD8: "➢", 0xFC: "✓", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xA8: "☐", 0xFE: "☒",
}  # fmt: skip
_KEYS = "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW"  # those of the font Symbol
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"


@dataclass(slots=True)
class ParagraphText:
    """What was read of one paragraph.

    Attributes:
        boxes: The contents of text boxes that hang on it.
        hidden: Words that are not to be seen.
    """

    runs: list[TextRun] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def add(self, text: str, marks: frozenset[Mark]) -> None:
        """Add words, to those before them where they look the same."""
        last = self.runs[-1] if self.runs else None
        if last and last.note is None and last.marks == marks:
            self.runs[-1] = TextRun(last.text + text, marks)
        elif text:
            self.runs.append(TextRun(text, marks))


class RunReader:
    """Reads the words of one story's paragraphs in order; a field may go on from one to the next."""

    def __init__(self, styles: WordStyles, call: Caller) -> None:
        self._styles = styles
        self._call = call
        self._fields: list[bool] = []  # of each open field: whether its result has begun

    def read(self, paragraph: etree._Element, style: str, change: frozenset[Mark]) -> ParagraphText:
        """Read a paragraph in one style, which as a whole was added, removed, or neither."""
        words = ParagraphText()
        self._inline(paragraph, style, change, words)
        self._fields = [True] * len(self._fields)  # the code of a field ends with its paragraph
        return words

    def _inline(self, parent: etree._Element, style: str, change: frozenset[Mark], words: ParagraphText) -> None:
        for child in unwrapped(parent):
            if child.tag == f"{W}r":
                self._run(child, style, change, words)
            elif child.tag in ADDING:
                self._inline(child, style, change | {Mark.ADDED}, words)
            elif child.tag in REMOVING:
                self._inline(child, style, change | {Mark.REMOVED}, words)
            elif child.tag in _MATHS:
                words.add("".join(t.text or "" for t in child.iter(f"{M}t")), change)

    def _run(self, run: etree._Element, style: str, change: frozenset[Mark], words: ParagraphText) -> None:
        properties = run.find(f"{W}rPr")
        if self._is_hidden(properties, style):
            if all(self._fields):
                words.hidden += [text for child in unwrapped(run) if child.tag in _TEXT and (text := _text(child))]
            return
        marks = direct_marks(properties, self._styles.marks(style, value(properties, "rStyle"))) | change
        own_mark = False
        for child in unwrapped(run):
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif not all(self._fields):
                continue
            elif tag in _NOTES:
                own_mark = self._note(child, run, marks, words)
            elif tag in _TEXT:
                if not own_mark:
                    words.add(_text(child), marks)
            elif tag == f"{W}r":  # the base of letters with a reading above them
                self._run(child, style, change, words)
            elif tag in _PICTURES:
                words.boxes += _boxes(child)
            else:
                words.add(_sign(child), marks)

    def _is_hidden(self, properties: etree._Element | None, style: str) -> bool:
        """True for words that Word shows on demand only; a switch of their own outweighs their style's."""
        switch = None if properties is None else properties.find(f"{W}vanish")
        return self._styles.hides(style, value(properties, "rStyle")) if switch is None else is_on(switch)

    def _field(self, what: str | None) -> None:
        if what == "begin":
            self._fields.append(False)
        elif self._fields and what == "separate":
            self._fields[-1] = True
        elif self._fields and what == "end":
            self._fields.pop()

    def _note(
        self, reference: etree._Element, run: etree._Element, marks: frozenset[Mark], words: ParagraphText
    ) -> bool:
        """Call a footnote; True if its label is the text of this very run."""
        own = None
        if is_on_attribute(reference, "customMarkFollows"):
            own = "".join(_text(t) for t in run.iter(f"{W}t")).strip() or None
        label = self._call(reference, own)
        if label is not None:
            words.runs.append(TextRun("", marks, label))
        return own is not None


def is_on_attribute(element: etree._Element, name: str) -> bool:
    """True if an attribute switches something on."""
    return element.get(f"{W}{name}") in ("1", "true", "on")


def _text(element: etree._Element) -> str:
    """Written words; a line's end in the XML is a space."""
    text = (element.text or "") + "".join(entity.tail or "" for entity in element)  # no entity is followed
    keeps = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return (text if keeps else text.strip(_WHITE)).replace(BREAK, " ")


def _sign(element: etree._Element) -> str:
    """The letter of an element that stands for one; nothing for others."""
    if element.tag in _TABS:
        return " "
    if element.tag in _BREAKS:
        return BREAK
    if element.tag == f"{W}noBreakHyphen":
        return "-"
    return _symbol(element) if element.tag == f"{W}sym" else ""


def _symbol(element: etree._Element) -> str:
    """A letter of a symbol font as one that every font has."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if code not in _PRIVATE:
        return chr(code) if code < 0xD800 else "\ufffd"
    code -= _PRIVATE.start
    if element.get(f"{W}font") == "Symbol" and chr(code) in _KEYS:
        return _GREEK[_KEYS.index(chr(code))]
    return _SYMBOLS.get(code, "\ufffd")


def _boxes(picture: etree._Element) -> list[etree._Element]:
    """The contents of text boxes in a picture, outermost only; of alternatives, the first."""
    found: list[etree._Element] = []
    waiting: list[etree._Element] = [picture]
    while waiting:
        element = waiting.pop(0)
        if element.tag == f"{W}txbxContent":
            found.append(element)
        else:
            branches: Iterable[etree._Element] = (
                alternative(element) if element.tag == f"{MC}AlternateContent" else element
            )
            waiting = [*branches, *waiting]
    return found

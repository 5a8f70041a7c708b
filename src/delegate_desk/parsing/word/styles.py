"""Properties of paragraphs and words in Word files, from the chain of base styles, and the numbers of lists.

ECMA-376-1, 17.7 and 17.9.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import cache

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.values import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TRUE = ("1", "true", "on")
ADDING = frozenset({f"{W}ins", f"{W}moveTo"})
REMOVING = frozenset({f"{W}del", f"{W}moveFrom"})
_WRAPPERS = frozenset(
    f"{W}{name}" for name in "customXml smartTag sdtContent hyperlink fldSimple bdo dir ruby rubyBase".split()
)
_TWIPS = 20  # in a point


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the ``w:val`` of a child."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def is_on(switch: etree._Element | None) -> bool:
    """True if a toggle property is there and not turned off (17.17.4)."""
    return switch is not None and switch.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def integer(text: str | None, default: int) -> int:
    """Return an integer as Word writes it, without a fraction; the default if it is none."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def first_line_indent(properties: etree._Element | None) -> float | None:
    """Return the first-line indent of paragraph properties, in points; None if they have none."""
    ind = None if properties is None else properties.find(f"{W}ind")
    if ind is None:
        return None
    left = integer(ind.get(f"{W}left") or ind.get(f"{W}start"), 0)
    hanging = integer(ind.get(f"{W}hanging"), 0)
    return (left - hanging if hanging else left + integer(ind.get(f"{W}firstLine"), 0)) / _TWIPS


def alternative(element: etree._Element) -> list[etree._Element]:
    """Return the content of an ``mc:AlternateContent``: the first choice that is not empty, else the fallback."""
    for branch in element:
        if branch.tag in (f"{MC}Choice", f"{MC}Fallback") and len(branch):
            return list(branch)
    return []


def unwrap(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, with content controls, links and other wrappers replaced by their content."""
    for child in parent:
        if child.tag == f"{MC}AlternateContent":
            for branch in alternative(child):
                yield from unwrap(branch) if branch.tag in _WRAPPERS else (branch,)
        elif child.tag == f"{W}sdt" or child.tag in _WRAPPERS:
            yield from unwrap(child)
        elif isinstance(child.tag, str):
            yield child


def recorded_change(properties: etree._Element | None) -> frozenset[Mark]:
    """Return the revision recorded in properties: of a paragraph mark, a table row."""
    if properties is None:
        return frozenset()
    marks = ((Mark.ADDED, ("ins", "moveTo", "cellIns")), (Mark.REMOVED, ("del", "moveFrom", "cellDel")))
    return frozenset(mark for mark, names in marks if any(properties.find(f"{W}{n}") is not None for n in names))


_TOGGLES = {Mark.BOLD: ("b",), Mark.ITALIC: ("i",), Mark.STRIKE: ("strike", "dstrike")}
_HEADING = re.compile(r"heading ([1-9])")
_BODY_TEXT = 9  # the outline level of what is no heading


class WordStyles:
    def __init__(self, root: etree._Element | None) -> None:
        """Read styles.xml; None for a file without styles."""
        found = root.findall(f"{W}style") if root is not None else []
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        defaults = (s for s in found if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in TRUE)
        self._default = next((s.get(f"{W}styleId", "") for s in defaults), "")
        self._base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.marks = cache(self._marks)
        self.hides = cache(self._hides)
        self.heading = cache(self._heading)
        self.list_item = cache(self._list_item)
        self.is_centred = cache(self._is_centred)
        self.indent = cache(self._indent)

    def paragraph(self, properties: etree._Element | None) -> str:
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """Yield a style and its base styles, nearest first."""
        seen: set[str] = set()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def _nearest(self, name: str, path: str) -> etree._Element | None:
        return next((found for style in self._chain(name) if (found := style.find(path)) is not None), None)

    def _marks(self, paragraph: str, character: str | None) -> frozenset[Mark]:
        """Return the marks of words by their paragraph's style and their own; toggled by both, off again (17.7.3)."""
        marks = set()
        for mark, names in _TOGGLES.items():
            switches = [self._switch(style, names) for style in (paragraph, character) if style]
            if any(is_on(self._base.find(f"{W}{n}")) for n in names if self._base is not None) or sum(switches) == 1:
                marks.add(mark)
        for style in (character, paragraph):
            line = self._nearest(style, f"{W}rPr/{W}u") if style else None
            if line is not None:
                if is_on(line):
                    marks.add(Mark.UNDERLINE)
                break
        return frozenset(marks)

    def _hides(self, paragraph: str, character: str | None) -> bool:
        """True if styles hide words; toggled by both it is off again (17.7.3)."""
        return sum(self._switch(style, ("vanish",)) for style in (paragraph, character) if style) == 1

    def _switch(self, style: str, names: tuple[str, ...]) -> bool:
        return any(is_on(self._nearest(style, f"{W}rPr/{W}{name}")) for name in names)

    def _heading(self, name: str) -> int | None:
        """Return the heading level of a paragraph style, from 1."""
        for style in self._chain(name):
            outline = value(style.find(f"{W}pPr"), "outlineLvl")
            if outline is not None:
                return heading_level(outline)
            built_in = _HEADING.fullmatch((value(style, "name") or "").lower())
            if built_in:
                return int(built_in[1])
        return None

    def _list_item(self, name: str) -> tuple[str, int | None] | None:
        """Return the list of a paragraph style, and its level, from 0, if given."""
        number = level = None
        for style in self._chain(name):
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None:
                number = number or value(properties, "numId")
                level = level or value(properties, "ilvl")
        return (number, None if level is None else integer(level, 0)) if number else None

    def _is_centred(self, name: str) -> bool:
        alignment = self._nearest(name, f"{W}pPr/{W}jc")
        return alignment is not None and alignment.get(f"{W}val") == "center"

    def _indent(self, name: str) -> float | None:
        """Return the first-line indent of a paragraph style, in points."""
        return next((i for s in self._chain(name) if (i := first_line_indent(s.find(f"{W}pPr"))) is not None), None)


def heading_level(outline: str) -> int | None:
    """Return the heading level of an outline level, from 1; None for text."""
    level = integer(outline, _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else None


def direct_marks(properties: etree._Element | None, marks: frozenset[Mark]) -> frozenset[Mark]:
    """Return the marks of words after applying their own properties to those of their styles."""
    if properties is None:
        return marks
    changed = set(marks)
    for mark, names in (*_TOGGLES.items(), (Mark.UNDERLINE, ("u",))):
        switches = [switch for name in names if (switch := properties.find(f"{W}{name}")) is not None]
        if switches:
            (changed.add if any(map(is_on, switches)) else changed.discard)(mark)
    return frozenset(changed)


LEVELS = 9
_GREEK = ("", "α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ")
_GREEK_TENS = ("", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъюя"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DASHES = {"-", "–", "—", "−", "\uf02d", "\uf0be"}
_PLACE = re.compile(r"%([1-9])")
_MOST = 32_767  # beyond what Word counts to


@dataclass(frozen=True, slots=True)
class NumberingLevel:
    """A level of a list.

    Attributes:
        text: With ``%1`` to ``%9`` for the numbers of the levels.
        restart: The level, from 1, whose next item restarts this level; 0 for none, None for any higher level.
        legal: True if all numbers are printed as decimals.
        style: The paragraph style that belongs to this level.
        indent: Indent of the first line, in points; None if the level has none.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    indent: float | None = None


@dataclass(slots=True)
class _List:
    """A list in use: its levels, and the counters shared with others of the same definition."""

    levels: dict[int, NumberingLevel]
    counters: list[int | None]
    overrides: dict[int, int]
    started: set[int] = field(default_factory=set)


class Numbering:
    """Counts through a document's lists; call once for each numbered paragraph, in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read numbering.xml; None for a file without lists."""
        self._lists: defaultdict[str, _List] = defaultdict(lambda: _List({}, [None] * LEVELS, {}))
        if root is None:
            return
        definitions = {item.get(f"{W}abstractNumId", ""): item for item in root.findall(f"{W}abstractNum")}
        linked = {value(item, "styleLink"): item for item in definitions.values() if value(item, "styleLink")}
        counters: dict[str, list[int | None]] = {}
        for item in root.findall(f"{W}num"):
            name = value(item, "abstractNumId") or ""
            definition = definitions.get(name)
            if definition is None:
                continue
            definition = linked.get(value(definition, "numStyleLink"), definition)
            levels = _levels(definition)
            overrides: dict[int, int] = {}
            for override in item.findall(f"{W}lvlOverride"):
                place = integer(override.get(f"{W}ilvl"), 0)
                levels |= _levels(override)
                start = value(override, "startOverride")
                if start is not None:
                    overrides[place] = integer(start, 1)
            key = definition.get(f"{W}abstractNumId", name)
            shared = counters.setdefault(key, [None] * LEVELS)
            self._lists[item.get(f"{W}numId", "")] = _List(levels, shared, overrides)

    def add(self, number: str, levels: dict[int, NumberingLevel]) -> None:
        """Add an unused list; one of the same name starts again."""
        self._lists[number] = _List(levels, [None] * LEVELS, {})

    def start_at(self, number: str, place: int, start: int) -> None:
        """Set the number of the next item of a level."""
        self._lists[number].overrides[place] = start
        self._lists[number].started.discard(place)

    def level(self, number: str, place: int) -> NumberingLevel | None:
        return self._lists[number].levels.get(place)

    def style_level(self, number: str, style: str) -> int | None:
        return next((place for place, level in self._lists[number].levels.items() if level.style == style), None)

    def label(self, number: str, place: int) -> str | None:
        """Count one paragraph and return the label printed before it; None if there is none."""
        found, level = self._lists[number], self.level(number, place)
        if level is None:
            return None
        counters = found.counters
        if place in found.overrides and place not in found.started:
            counters[place] = None
        previous = counters[place]
        counters[place] = found.overrides.get(place, level.start) if previous is None else min(previous + 1, _MOST)
        found.started.add(place)
        for deeper in range(place + 1, LEVELS):
            restart = found.levels.get(deeper, NumberingLevel()).restart
            if restart is None or place < restart:
                counters[deeper] = None
        return _format_label(found, level) or None


def _levels(parent: etree._Element) -> dict[int, NumberingLevel]:
    levels = {}
    for item in parent.findall(f"{W}lvl"):
        place = integer(item.get(f"{W}ilvl"), 0)
        if 0 <= place < LEVELS:
            restart = value(item, "lvlRestart")
            formats = list(item.iter(f"{W}numFmt"))
            customs = (found for found in formats if found.get(f"{W}val") == "custom")
            custom = next(customs, None)  # it is in an alternative, given by its first members
            form = formats[0].get(f"{W}val", "decimal") if formats else "decimal"
            levels[place] = NumberingLevel(
                start=integer(value(item, "start"), 0),
                form=form if custom is None else custom.get(f"{W}format", "decimal"),
                text=value(item, "lvlText") or "",
                restart=None if restart is None else integer(restart, 0),
                legal=is_on(item.find(f"{W}isLgl")),
                style=value(item, "pStyle"),
                indent=first_line_indent(item.find(f"{W}pPr")),
            )
    return levels


def _format_label(found: _List, level: NumberingLevel) -> str:
    if level.form == "bullet":
        return level.text if level.text in _DASHES and level.text < "\ue000" else bullet(level.text)

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = found.levels.get(place, NumberingLevel())
        count = found.counters[place]
        return format_number(other.start if count is None else count, "decimal" if level.legal else other.form)

    return _PLACE.sub(number, level.text).strip()


def bullet(text: str) -> str:
    """Return a bullet as a character that every font has: symbol fonts use the private area."""
    return "" if not text.strip() else "–" if text in _DASHES else "•"


def format_number(number: int, form: str) -> str:
    """Return a number in one of Word's formats (17.18.59); an unknown one is decimal."""
    if form == "none":
        return ""
    if number < 1:
        return str(number)
    if form in _FORMS:
        return _FORMS[form](number)
    first = form.partition(",")[0].strip()  # a format's members: ``α, β, γ, ...``, ``001, 002, ...``
    if "," not in form or not (first.isdecimal() or first.lower() in _CUSTOM):
        return str(number)
    if first.isdecimal():
        return str(number).zfill(len(first))
    letters = _CUSTOM[first.lower()](number)
    return letters.upper() if first.isupper() else letters


def greek(number: int) -> str:
    """Return a Greek numeral in letters, as for Greek points: ``στ`` 6, ``ια`` 11; decimal from 90 on."""
    tens, units = divmod(number, 10)
    return _GREEK_TENS[tens] + _GREEK[units] if tens < len(_GREEK_TENS) else str(number)


def roman(number: int) -> str:
    numeral = ""
    for amount, letters in _ROMAN:
        times, number = divmod(number, amount)
        numeral += letters * times
    return numeral


def _alphabet(letters: Sequence[str], number: int) -> str:
    """Return letters as Word counts them: ``z`` is followed by ``aa``, ``bb``."""
    times, place = divmod(number - 1, len(letters))
    return letters[place] * (times + 1)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CUSTOM: dict[str, Callable[[int], str]] = {"α": greek, "а": lambda n: _alphabet(_BULGARIAN, n)}
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": lambda n: _alphabet(_LATIN, n),
    "upperLetter": lambda n: _alphabet(_LATIN, n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "russianLower": lambda n: _alphabet(_RUSSIAN, n),
    "russianUpper": lambda n: _alphabet(_RUSSIAN, n).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "chicago": lambda n: "*†‡§"[(n - 1) % 4] * ((n + 3) // 4),
    "hex": lambda n: f"{n:X}",
}

"""The numbers that Word prints before the paragraphs of its lists (ECMA-376-1, 17.9)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from delegate_desk.parsing.word.styles import W, first_line_indent, integer, is_on, value

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
    """Level of a list.

    Attributes:
        text: With ``%1`` to ``%9`` for the numbers of the levels.
        restart: The level, from 1, whose next item restarts this level; 0 for none, None for any higher level.
        legal: True if all numbers are printed as decimals.
        style: The paragraph style that belongs to this level.
        indent: Of the first line, in points; None if the level does not give it.
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
    """One list in use: its levels, and the counters that it shares with others made of the same definition."""

    levels: dict[int, NumberingLevel]
    counters: list[int | None]
    overrides: dict[int, int]
    started: set[int] = field(default_factory=set)


class Numbering:
    """Counts through a document's lists; ask for each numbered paragraph once, in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read numbering.xml; None for a file without lists."""
        self._lists: dict[str, _List] = {}
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

    def level(self, number: str, place: int) -> NumberingLevel | None:
        found = self._lists.get(number)
        return found.levels.get(place) if found else None

    def style_level(self, number: str, style: str) -> int | None:
        found = self._lists.get(number)
        return next((place for place, level in found.levels.items() if level.style == style), None) if found else None

    def label(self, number: str, place: int) -> str | None:
        """Count one paragraph and give the label printed before it; None where there is none."""
        found = self._lists.get(number)
        level = found.levels.get(place) if found else None
        if found is None or level is None:
            return None
        counters = found.counters
        if place in found.overrides and place not in found.started:
            counters[place] = None
        before = counters[place]
        counters[place] = found.overrides.get(place, level.start) if before is None else min(before + 1, _MOST)
        found.started.add(place)
        for deeper in range(place + 1, LEVELS):
            restart = found.levels.get(deeper, NumberingLevel()).restart
            if restart is None or place < restart:
                counters[deeper] = None
        return _printed(found, level) or None


def _levels(parent: etree._Element) -> dict[int, NumberingLevel]:
    levels = {}
    for item in parent.findall(f"{W}lvl"):
        place = integer(item.get(f"{W}ilvl"), 0)
        if 0 <= place < LEVELS:
            restart = value(item, "lvlRestart")
            levels[place] = NumberingLevel(
                start=integer(value(item, "start"), 0),
                form=_form(item),
                text=value(item, "lvlText") or "",
                restart=None if restart is None else integer(restart, 0),
                legal=is_on(item.find(f"{W}isLgl")),
                style=value(item, "pStyle"),
                indent=first_line_indent(item.find(f"{W}pPr")),
            )
    return levels


def _form(item: etree._Element) -> str:
    """The format of a level's number; one of the file's own stands in an alternative, with the list that it begins."""
    formats = list(item.iter(f"{W}numFmt"))
    for found in formats:
        if found.get(f"{W}val") == "custom":
            return found.get(f"{W}format", "decimal")
    return formats[0].get(f"{W}val", "decimal") if formats else "decimal"


def _printed(found: _List, level: NumberingLevel) -> str:
    if level.form == "bullet":
        return level.text if level.text in _DASHES and level.text < "\ue000" else _bullet(level.text)

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = found.levels.get(place, NumberingLevel())
        count = found.counters[place]
        return formatted(other.start if count is None else count, "decimal" if level.legal else other.form)

    return _PLACE.sub(number, level.text).strip()


def _bullet(text: str) -> str:
    """A bullet as a letter that every font has: symbol fonts keep theirs in the private area."""
    return "" if not text.strip() else "–" if text in _DASHES else "•"


def formatted(number: int, form: str) -> str:
    """A number in one of Word's formats (17.18.59); one that is not known is printed as decimal."""
    if form == "none":
        return ""
    if number < 1:
        return str(number)
    if form in _FORMS:
        return _FORMS[form](number)
    return _custom(number, form) if "," in form else str(number)


def _custom(number: int, form: str) -> str:
    """A format given by its beginning: ``α, β, γ, ...``, ``а, б, в, ...``, ``001, 002, 003, ...``."""
    first = form.split(",", maxsplit=1)[0].strip()
    if first.isdecimal():
        return str(number).zfill(len(first))
    if first.lower() not in _CUSTOM:
        return str(number)
    letters = _CUSTOM[first.lower()](number)
    return letters.upper() if first.isupper() else letters


def greek(number: int) -> str:
    """A Greek numeral in letters, as Greek points are counted: ``στ`` 6, ``ια`` 11; decimal from 90 on."""
    tens, units = divmod(number, 10)
    return _GREEK_TENS[tens] + _GREEK[units] if tens < len(_GREEK_TENS) else str(number)


def roman(number: int) -> str:
    printed = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        printed += letters * times
    return printed


def _alphabet(letters: Sequence[str], number: int) -> str:
    """Letters as Word counts them: ``z`` is followed by ``aa``, ``bb``."""
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

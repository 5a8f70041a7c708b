"""Labels at the beginning of a block: ``7.``, ``(a)``, ``στ)``, ``б)``, ``(iv)``, a dash."""

import re

from delegate_desk.core.documents.addresses import inserted_letter, letter_number, roman_numeral
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[-–−‑](?=\d{1,2}(?!\d)))?(?P<digits>\d{1,3}(?:\.\d{1,2}){0,3})"
    r"(?P<letter>[a-zα-ωа-я]{1,2}|[ ](?:(?![lmt]\.)[a-zα-ωа-я]|(?P<twice>[a-z])(?P=twice))(?=[.)])"
    r"|-[A-Z]|/[A-Z]|[ ]?(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?"
    r"(?P<close>\)|\.(?!\d))(?=\s|$|[^\W\d_]|[«„“‘”’»])"
)
_DOT_LETTER = re.compile(r"(?P<open>)(?P<digits>\d{1,3})\.(?P<letter>[a-z])(?P<close>[.)]?)(?=\s+[^\W\d_])")
_LEVELS = re.compile(r"(?P<digits>\d{1,2}(?:\.\d{1,2}){1,3})(?=\s)")
_LETTERS = re.compile(r"(?P<open>\()?(?P<letters>[^\W\d_]{1,5})(?P<close>\))(?=\s|$)")
_INSERTED = re.compile(
    r"(?P<open>\()?(?P<letters>[^\W\d_]{1,4})[ ]?(?P<more>\d{1,2}|bis|ter|quater|quinquies)(?P<close>\))(?=\s|$)"
)
_CAPITALS = re.compile(r"\((?P<letters>[A-ZΑ-ΩА-Я]|[IVX]{1,5})\)(?=\s|$)")
_CAPITAL_DOT = re.compile(r"(?P<letters>[A-ZΑ-ΩА-Я])(?P<close>[.)])(?=\s)")
_LETTER_DOT = re.compile(r"(?P<letters>[a-zα-ωа-я]|[ivx]{1,4})\.(?=\s)")
_BULLET = re.compile(r"(?P<bullet>[-–—−‒•·▪●○◦■□➢►▸✓ŸØ☐☑☒\uf0b7\uf0d8\uf0fc\uf02d\uf0a7])(?=\s|$)")
_ALPHABET = 26
_SURE_LEVELS = 2  # dots within a number: no other number has as many
_LOOKALIKES = (str.maketrans("aoeikvuxp", "αοεικνυχρ"), str.maketrans("aeocpxy", "аеосрху"))
"""Latin letters typed instead of Greek and Cyrillic ones."""
_OUTLINE = re.compile(r"(?P<outline>[IVX]{1,5}|[A-HΑ-ΘА-З])[.)](?=\s)")


@dataclass(frozen=True, slots=True)
class LabelReading:
    """A reading of a label: ``(i)`` is the ninth letter or the first roman number."""

    script: str  # "number", "latin", "roman", "greek", "cyrillic" or "bullet"; "latin capital" and so on for capitals
    number: int
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    Attributes:
        printed: As printed.
        end: Its end in the text.
        brackets: ``()``, ``)`` or ``.``; for a bullet the bullet.
        readings: Most likely first.
        levels: The higher numbers in ``2.3.``, outermost first.
    """

    printed: str
    end: int
    brackets: str
    readings: tuple[LabelReading, ...]
    levels: tuple[int, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.readings[0].script == "number"

    @property
    def is_bullet(self) -> bool:
        return self.readings[0].script == "bullet"


def read(text: str) -> Label | None:
    label = _number(text) or _letters(text) or _capitals(_CAPITALS.match(text))
    match = None if label else _BULLET.match(text)
    if match is None:
        return label
    bullet = match["bullet"]
    brackets = "-" if bullet in "-–—−‒\uf02d" else bullet
    return Label(bullet, match.end(), brackets, (LabelReading("bullet", 0),))


def capital(text: str) -> Label | None:
    """Parse a capital with a full stop, ``A.``, which is a label where recitals or points are listed by it."""
    return _capitals(_CAPITAL_DOT.match(text))


def outline(text: str) -> str | None:
    """Return the label of an outline heading, ``I.`` or ``A.``, at the beginning of a text."""
    match = _OUTLINE.match(text)
    return match.group().strip() if match else None


def _number(text: str) -> Label | None:
    match = _DOT_LETTER.match(text) or _NUMBER.match(text)
    if not match:
        levels = _LEVELS.match(text)
        if not levels:
            return None
        *outer, number = (int(n) for n in levels["digits"].split("."))
        return Label(levels.group(), levels.end(), ".", (LabelReading("number", number),), tuple(outer))
    rest = text[match.end() :]
    is_bare = not match["open"] and match["digits"].count(".") < _SURE_LEVELS
    if match["close"] == "." and is_bare and rest[:1] not in ("", " ", "\t") and not rest[:1].isupper():
        return None
    word = re.match(r"\s*([^\W\d_]+)", rest)
    if match["close"] == "." and word and fold(word[1]) in vocabulary.months():
        return None
    *outer, number = (int(n) for n in match["digits"].split("."))
    brackets = ("(" if match["open"] else "") + (match["close"] or ".")
    letter = inserted_letters(match["letter"] or "")
    number = -number if match.groupdict().get("sign") else number
    return Label(match.group(), match.end(), brackets, (LabelReading("number", number, letter),), tuple(outer))


def inserted_letters(suffix: str) -> str:
    """Return the Latin letters at the end of an inserted label: ``a`` of ``-A`` and ``bis``, ``aa`` of ``αα``."""
    letters = suffix.strip(" -/.").lower()
    single = inserted_letter(letters)
    return single or "".join(inserted_letter(letter) for letter in letters)


def _letters(text: str) -> Label | None:
    match = _LETTERS.match(text) or _LETTER_DOT.match(text)
    if not match or not match["letters"].islower():
        return _parse_inserted(text)
    letters = match["letters"]
    readings = letter_readings(letters)
    last = letter_number(letters[-1])
    if not readings and last and last <= _ALPHABET and len(letters) > 1:
        added = chr(ord("a") + last - 1)  # to a letter or a roman numeral: ``ca``, ``iia``
        bases = (reading for reading in letter_readings(letters[:-1]) if reading.number <= _ALPHABET)
        readings = tuple(LabelReading(reading.script, reading.number, added) for reading in bases)
    return Label(match.group(), match.end(), match.group().replace(letters, ""), readings) if readings else None


def _parse_inserted(text: str) -> Label | None:
    """Parse an inserted letter, with the suffix that follows the letter before it: ``(c bis)``, ``(c1)``."""
    match = _INSERTED.match(text)
    if not match or not match["letters"].islower() or match["letters"] in ("bis", "ter"):
        return None
    suffix = match["more"]
    letter = inserted_letter(suffix) if not suffix.isdecimal() else chr(ord("a") + min(int(suffix), _ALPHABET) - 1)
    readings = tuple(LabelReading(r.script, r.number, letter) for r in letter_readings(match["letters"]))
    brackets = ("(" if match["open"] else "") + match["close"]
    return Label(match.group(), match.end(), brackets, readings) if readings else None


def _capitals(match: re.Match[str] | None) -> Label | None:
    letters = match["letters"] if match else ""
    readings = tuple(LabelReading(f"{r.script} capital", r.number) for r in letter_readings(letters.lower()))
    if not match or not readings:
        return None
    return Label(match.group(), match.end(), match.group().replace(letters, ""), readings)


def letter_readings(letters: str) -> tuple[LabelReading, ...]:
    """Return the readings of letters as a number, the alphabet first, look-alike letters last."""
    found = []
    number = letter_number(letters)
    if number:
        found.append(LabelReading(_script(letters), number))
    roman = roman_numeral(letters) if letters.isascii() else None
    if roman:
        found.append(LabelReading("roman", roman))
    for table in _LOOKALIKES:
        lookalike = letters.translate(table)
        if lookalike != letters and _script(lookalike) != "latin" and (number := letter_number(lookalike)):
            found.append(LabelReading(_script(lookalike), number))
    return tuple(found)


def _script(letters: str) -> str:
    first = letters[0]
    return "latin" if first.isascii() else "cyrillic" if "Ѐ" <= first <= "ӿ" else "greek"

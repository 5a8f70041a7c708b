"""References: what identifies a document, parsed from the many written and printed forms.

The forms are those of CONVENTIONS.md section 2: Council documents (``ST 14860/1/18 REV 1``), their file names
(``st12862.el19``, ``ST-12862-2019-INIT``), Commission documents (``COM(2022) 209 final``) and acts (``Regulation (EU)
2016/679``, ``Directive 2011/93/EU``).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

COUNCIL_SERIES = ("ST", "WK", "CM", "DS", "SN", "PE-CONS", "XT", "XN", "EUCO", "CIG", "CONV", "LT", "AG", "EEE", "BXT")
COMMISSION_SERIES = ("COM", "SWD", "SEC", "JOIN", "C")
ACTS = ("Regulation", "Directive", "Decision", "Framework Decision", "Recommendation")
COURT = "ECLI"
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХΑΒΕΚΜΝΟΡΤΧΙΥΖ", "ABEKMHOPCTXABEKMNOPTXIYZ")
_FOUR_DIGITS = 1999  # from when acts bear the whole year
_YEAR_FIRST = 2015  # from when every act bears its year first
_YEARS = range(1952, 2100)
_WHOLE_YEAR = 4  # digits; no number of an act has more
_SMALLEST_BARE = 100  # a smaller number without its series is a fraction or a date
_FIRST_OF_A_YEAR = 5000  # below, a number without its series and with the whole year is an act's: ``1234/2007``
_COMMISSION_ALIASES = {"KOM": "COM", "SEK": "SEC", "COMM": "COM"}


@dataclass(frozen=True, slots=True)
class Suffix:
    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference of a document.

    Attributes:
        series: One of ``COUNCIL_SERIES``, ``COMMISSION_SERIES`` or ``ACTS``, or ``COURT`` for a judgment.
        number: As printed, without leading zeros.
        year: Four digits.
        revision: Revision of the main document, 0 for the first version.
        suffixes: In the order printed.
        scope: The author of an act: ``EU``, ``EC``, ``EEC``, ``JHA``, ``CFSP`` …; the court of a judgment: ``C``,
            ``T``, ``F``; empty for others.
        final: True for a Commission document marked as final.
    """

    series: str
    number: int
    year: int
    revision: int = 0
    suffixes: tuple[Suffix, ...] = ()
    scope: str = ""
    final: bool = False

    def __str__(self) -> str:
        return self._format_printed(" final" if self.final else "")

    def _format_printed(self, final: str) -> str:
        if self.series == COURT:
            return f"{self.series}:EU:{self.scope}:{self.year}:{self.number}"
        if self.series in COMMISSION_SERIES:
            printed = f"{self.series}({self.year}) {self.number}{final}"
        elif self.series in ACTS:
            printed = self._act()
        else:
            year = str(self.year) if self.series == "WK" else f"{self.year % 100:02d}"
            revision = f"/{self.revision}" if self.revision and self.series != "WK" else ""
            printed = f"{self.series} {self.number}{revision}/{year}"
            if self.revision:
                printed += f" REV {self.revision}"
        return " ".join([printed, *map(str, self.suffixes)]) if self.suffixes else printed

    def _act(self) -> str:
        if self.year >= _YEAR_FIRST and self.scope in ("EU", "Euratom", "CFSP"):
            return f"{self.series} ({self.scope}) {self.year}/{self.number}"
        year = self.year if self.year >= _FOUR_DIGITS else self.year % 100
        if self.series == "Regulation":
            return f"{self.series} ({self.scope}) No {self.number}/{year}"
        return f"{self.series} {year}/{self.number}/{self.scope}"

    @property
    def short(self) -> str:
        """Return the reference for narrow places: an act's number first, ``2016/679 (EU)``, ``2011/93/EU``."""
        if self.series not in ACTS:
            return str(self)
        *letters, number = self._act().removeprefix(self.series).replace("No ", "").split()
        return " ".join([number, *letters])

    @property
    def family(self) -> tuple[str, int, int]:
        """Return series, number and year: what revisions, addenda, corrigenda and languages share."""
        return (self.series, self.number, self.year)

    @property
    def key(self) -> str:
        """Return the key for comparison: as printed, without ``final``, which is not always written."""
        return self._format_printed("")

    @property
    def is_council(self) -> bool:
        return self.series in COUNCIL_SERIES


def full_year(digits: str) -> int:
    """Return the year for two or four digits: two digits up to 30 are of this century."""
    year = int(digits)
    if len(digits) == _WHOLE_YEAR:
        return year
    return 2000 + year if year <= 30 else 1900 + year


_SERIES = r"(?P<series>PE[ -]?CONS|ST|WK|CM|DS|SN|XT|XN|EUCO|CIG|CONV|LT|AG|EEE|BXT)"
_SUFFIXES = r"(?P<suffixes>(?:[\s/,-]*(?:ADD|COR|REV|DCL|EXT|AMD)[\s.-]*\d{1,3}|[\s-]*INIT)*)"
_COUNCIL = re.compile(
    rf"(?:{_SERIES}[ \xa0-]?)?(?<!\d)(?P<number>\d{{1,5}})/(?:(?P<revision>\d{{1,2}})/)?"
    r"(?P<year>\d{4}|\d{2})(?![\d/])"
    rf"{_SUFFIXES}",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"(?P<series>PE(?:[ -]?CONS)?|ST|WK|CM|DS|SN|XT|XN|EUCO|CIG|CONV|LT)[ _-](?P<number>\d{1,5})[ _-](?P<year>\d{4})"
    rf"{_SUFFIXES}(?:[_-](?P<language>[a-z]{{2}}))?(?:\.\w+)?",
    re.IGNORECASE,
)
_OLD_FILE = re.compile(
    r"(?P<series>st|wk|cm|ds|sn|xt|pe)(?P<number>\d{4,5})(?P<suffixes>(?:-(?:re|ad|co|dc|ex)\d{1,2})*)"
    r"(?:\.(?P<language>[a-z]{2})(?P<year>\d{2}))(?:\.\w+)?",
    re.IGNORECASE,
)
_COMMISSION = re.compile(
    r"(?P<series>COM|KOM|SWD|SEC|SEK|JOIN|C(?!\s?/))\s?[(/]\s?(?P<year>\d{4})\s?[)/]\s?(?P<number>\d{1,5})"
    r"(?P<final>[ \xa0](?:final|fin\.?|endg\.?|slutlig|τελικό))?",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?P<series>Regulation|Directive|Framework Decision|Decision|Recommendation)\s"
    r"(?:\((?P<before>EU|EC|EEC|Euratom|CFSP)(?:, Euratom)?\)\s)?(?:No\s)?"
    r"(?P<first>\d{1,4})/(?P<second>\d{1,4})(?:/(?P<after>EU|EC|EEC|JHA|CFSP|Euratom))?",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(r"ECLI:EU:(?P<scope>[CTF]):(?P<year>\d{4}):(?P<number>\d{1,5})")
_SUFFIX = re.compile(r"(ADD|COR|REV|DCL|EXT|AMD|RE|AD|CO|DC|EX)[\s.-]*0*(\d{1,3})", re.IGNORECASE)
_SHORT = {"RE": "REV", "AD": "ADD", "CO": "COR", "DC": "DCL", "EX": "EXT"}


@lru_cache(16_384)
def parse_reference(text: str) -> Reference | None:
    """Return the reference that a whole text is, in any form; None if it is none.

    A bare number is of the series ST, so that ``12862/19`` and ``ST 12862/19`` are the same.
    """
    plain = " ".join(text.replace("\xa0", " ").split())
    straight = plain.translate(_LOOKALIKES) if not plain.isascii() else plain
    judgment = _JUDGMENT.fullmatch(plain)
    if judgment:
        return Reference(COURT, int(judgment["number"]), int(judgment["year"]), scope=judgment["scope"])
    for pattern, read in (
        (_OLD_FILE, council_reference),
        (_REGISTER, council_reference),
        (_COUNCIL, council_reference),
        (_COMMISSION, commission_reference),
        (_ACT, act_reference),
    ):
        match = pattern.fullmatch(straight)
        if match is None or is_act_number(match):
            continue
        found = match.groupdict()
        is_fraction = "number" in found and not found.get("series") and int(found["number"]) < _SMALLEST_BARE
        if not is_fraction:
            return read(match)
    return None


def language_in_file_name(text: str) -> str | None:
    """Return the language in a file name, as in ``st12862.el19``; None if it gives none."""
    for pattern in (_OLD_FILE, _REGISTER):
        match = pattern.fullmatch(text.strip())
        if match and match["language"]:
            return match["language"].lower()
    return None


def is_act_number(match: re.Match[str]) -> bool:
    """True for an act's number without a word for its kind, which could be read as a Council number: ``2024/1991``."""
    found = match.groupdict()
    if found.get("series") or "number" not in found or found.get("revision") or found.get("suffixes"):
        return False
    number, year = found["number"], found["year"]
    return _is_act_year(number) or (len(year) == _WHOLE_YEAR and int(number) < _FIRST_OF_A_YEAR)


def council_reference(match: re.Match[str]) -> Reference:
    found = match.groupdict()
    series = (found.get("series") or "ST").upper().replace(" ", "-")
    series = "PE-CONS" if series in ("PE", "PECONS") else series
    suffixes = [
        Suffix(_SHORT.get(kind.upper(), kind.upper()), int(number))
        for kind, number in _SUFFIX.findall(found.get("suffixes") or "")
    ]
    reference = Reference(series, int(found["number"]), full_year(found["year"]), int(found.get("revision") or 0))
    if suffixes and suffixes[0].kind == "REV" and reference.revision in (0, suffixes[0].number):
        reference = replace(reference, revision=suffixes.pop(0).number)
    return replace(reference, suffixes=tuple(suffixes))


def commission_reference(match: re.Match[str]) -> Reference:
    series = match["series"].upper()
    series = _COMMISSION_ALIASES.get(series, series)
    return Reference(series, int(match["number"]), int(match["year"]), final=bool(match["final"]))


def act_reference(match: re.Match[str]) -> Reference:
    series = " ".join(word.capitalize() for word in match["series"].split())
    number, year = act_number(series, match["first"], match["second"], is_numbered="No " in match.group())
    scope = match["before"] or match["after"] or "EU"
    scope = scope if scope == "Euratom" else scope.upper()
    return Reference(series, number, year, scope=scope)


def act_number(series: str, first: str, second: str, *, is_numbered: bool) -> tuple[int, int]:
    """Distinguish an act's number from its year: until 2014 the year was last in regulations and after ``No``.

    Args:
        series: One of ``ACTS``.
        first: The digits before the slash.
        second: The digits after the slash.
        is_numbered: True if ``No`` precedes them.
    """
    is_first_year, is_second_year = _is_act_year(first), _is_act_year(second)
    if is_first_year and is_second_year:
        is_year_first = not is_numbered and (series != "Regulation" or int(first) >= _YEAR_FIRST)
    elif is_first_year or is_second_year:
        is_year_first = is_first_year
    else:
        is_year_first = not is_numbered and series != "Regulation"
    number, year = (second, first) if is_year_first else (first, second)
    return int(number), full_year(year) if len(year) <= 2 else int(year)


def _is_act_year(digits: str) -> bool:
    return len(digits) == _WHOLE_YEAR and int(digits) in _YEARS


_TWO_DIGITS = range(1952, 1999)
"""The years of acts printed with two digits."""
_COMMUNITIES = frozenset({"EU", "EC", "EEC"})
"""Letters of authors that are interchangeable."""
_TYPED = re.compile(
    r"(?P<words>[^\d/()|]*)(?:\((?P<before>[^\d()/|]{2,20})\)\s?)?(?P<no>[^\W\d_]{1,5}[.:°o]{0,2}\s?)?"
    r"(?<![\d/])(?P<first>\d{1,5})/(?P<second>\d{1,5})(?:/(?P<after>[^\W\d_]{2,7}))?(?![\d/]|[^\W_])"
    r"(?P<behind>[^\d/|]*)"
)
_PRINTED = re.compile(  # the same within a longer text
    r"(?:[^\W\d_]+\s){0,4}?(?:\([^\W\d_]{2,8}(?:, ?[^\W\d_]{2,8})?\)\s?)?(?:[^\W\d_]{1,5}[.:°]{0,2}\s?)?"
    r"\d{1,5}/\d{1,5}(?:/[^\W\d_]{2,7})?(?![^\s).,;])"
)
_NUMBER_WORDS = frozenset("n no nr nru num br uimh αρ αριθ".split())
"""Words for a number, folded, without punctuation; other words count only after the letters of an author."""
_LEVELLED = str.maketrans("ekoabtc", "εκοαβτс")


@dataclass(frozen=True, slots=True)
class Acts:
    numbers: tuple[Reference, ...]
    scopes: tuple[str, ...]
    kind: str
    bare: bool

    def facts(self) -> tuple[str, ...]:
        """The facts of which an entry of such an act has one."""
        if not self.scopes:
            return tuple(f"family {act.series} {act.number}/{act.year}" for act in self.numbers)
        printed = [
            Reference(act.series, act.number, act.year, scope=scope) for act in self.numbers for scope in self.scopes
        ]
        return tuple(f"ref {reference}" for reference in printed)


class ActVocabulary:
    def __init__(self, table: Mapping[str, Any]) -> None:
        self._scopes: dict[str, dict[str, str]] = {
            language: {fold(letters): scope for letters, (scope, _) in cell.items()}
            for language, cell in table["scopes"].items()
        }
        groups = []
        for kind, languages in table["kinds"].items():
            stems = sorted({fold(stem) for cell in languages.values() for stem in cell}, key=len, reverse=True)
            groups.append(rf"(?P<{kind.replace(' ', '_')}>{'|'.join(map(re.escape, stems))})")
        groups.sort(key=lambda group: "Framework" not in group)
        self._kinds = re.compile(rf"(?<!\w)(?:{'|'.join(groups)})\w*")

    def scopes(self, letters: str) -> frozenset[str]:
        """Return the authors of an act by their letters in any language: ``ΕΚ``, ``EG``."""
        folded = fold(letters).strip()
        return frozenset(cell[folded] for cell in self._scopes.values() if folded in cell)

    def scope(self, letters: str, language: str | None) -> str | None:
        """Return the author of an act by its letters: in one language, else in Greek, English or any other."""
        folded = fold(letters)
        for names in ((language or "",), ("el", "en", *self._scopes)):
            for form in (folded, folded.translate(_LEVELLED)):
                if found := next((cell[form] for name in names if form in (cell := self._scopes.get(name, {}))), None):
                    return found
        return None

    def kinds(self, text: str) -> list[tuple[str, int, int]]:
        """Return the kinds of act that a text names, in order, each with the offset of its word in the folded text."""
        matches = self._kinds.finditer(fold(text))
        return [((match.lastgroup or "").replace("_", " "), match.start(), match.end()) for match in matches]

    def read(self, typed: str) -> Acts | None:
        match = _TYPED.fullmatch(" ".join(typed.split()))
        if match is None:
            return None
        letters = [*re.split(r"[,\s]+", match["before"] or ""), match["after"] or ""]
        authors = [self.scopes(part) for part in letters if part]
        scopes = frozenset().union(*authors)
        prefix = fold(f"{match['words']} {match['no'] or ''}")
        kind = next((kind for kind, *_ in self.kinds(f"{prefix} {match['behind']}")), "")
        number_word = re.sub(r"\W", "", prefix.split()[-1]) if prefix.split() else ""
        is_numbered = number_word in _NUMBER_WORDS or bool(match["before"] and match["no"])
        is_alone = not match["behind"].strip() and (not prefix.strip() or (is_numbered and len(prefix.split()) == 1))
        if not all(authors) or not (kind or is_alone):
            return None
        numbers: list[Reference] = []
        first, second = match["first"], match["second"]
        for series in (kind,) if kind else ACTS:
            number, year = act_number(series, first, second, is_numbered=is_numbered)
            is_year_first = second.lstrip("0") == str(number) and full_year(first) == year
            digits = first if is_year_first else second
            years = _YEARS if len(digits) == _WHOLE_YEAR else _TWO_DIGITS
            is_too_long = not is_year_first and len(first) > _WHOLE_YEAR
            if number and year in years and len(digits) in (2, _WHOLE_YEAR) and not is_too_long:
                numbers.append(Reference(series, number, year))
        if not numbers:
            return None
        scopes = scopes | _COMMUNITIES if scopes & _COMMUNITIES else scopes
        return Acts(tuple(numbers), tuple(sorted(scopes)), kind, bare=not (kind or scopes or is_numbered))

    def extent(self, text: str, start: int) -> int:
        """Return the end of an act's number with spaces that begins at an offset; else the offset itself."""
        match = _PRINTED.match(text, start)
        return match.end() if match and " " in match[0] and self.read(match[0]) else start

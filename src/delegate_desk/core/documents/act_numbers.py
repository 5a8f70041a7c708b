"""Numbers of acts, in any language: ``2016/679``, ``(EC) No 1234/2007``, ``95/46/ΕΚ``, ``Richtlinie 2011/93/EU``.

A number alone may be that of several acts: a directive and a decision of one year, and a regulation whose year stands
last. Words for the kinds of act and the letters of those who made one are resources/tables/act_words.json.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from delegate_desk.core.documents import references
from delegate_desk.core.documents.references import ACTS, Reference
from delegate_desk.core.text import fold

_YEARS = range(1952, 2100)
_TWO_DIGITS = range(1952, 1999)
"""The years that acts bear with two digits."""
_MOST_DIGITS = 4
_COMMUNITIES = frozenset({"EU", "EC", "EEC"})
"""Letters that are taken for one another."""
_TYPED = re.compile(
    r"(?P<words>[^\d/()|]*)(?:\((?P<before>[^\d()/|]{2,20})\)\s?)?(?P<no>[^\W\d_]{1,5}[.:°o]{0,2}\s?)?"
    r"(?<![\d/])(?P<first>\d{1,5})/(?P<second>\d{1,5})(?:/(?P<after>[^\W\d_]{2,7}))?(?![\d/]|[^\W_])"
    r"(?P<behind>[^\d/|]*)"
)
_PRINTED = re.compile(  # as above, in a text that goes on
    r"(?:[^\W\d_]+\s){0,4}?(?:\([^\W\d_]{2,8}(?:, ?[^\W\d_]{2,8})?\)\s?)?(?:[^\W\d_]{1,5}[.:°]{0,2}\s?)?"
    r"\d{1,5}/\d{1,5}(?:/[^\W\d_]{2,7})?(?![^\s).,;])"
)
_NUMBER_WORDS = frozenset("n no nr nru num br uimh αρ αριθ".split())
"""Words for a number, folded, without signs; others stand in its place only behind the letters of those who made it."""
_LEVELLED = str.maketrans("ekoabtc", "εκοαβτс")


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that a number may name.

    Attributes:
        numbers: Each with the kind of act that bears it.
        scopes: Letters of those who may have made it; empty where none are given.
        kind: The kind of act that is given; empty where none is.
        bare: True if the number alone is given, which may be that of a document of the Council as well.
    """

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
    """The words of all languages by which acts are named, from the table ``act_words``."""

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
        """Those who made an act by their letters, as any language means them: ``ΕΚ``, ``EG``."""
        folded = fold(letters).strip()
        return frozenset(cell[folded] for cell in self._scopes.values() if folded in cell)

    def scope(self, letters: str, language: str | None) -> str | None:
        """Who made an act by its letters: in one language, else in Greek, English or any other."""
        folded = fold(letters)
        for names in ((language or "",), ("el", "en", *self._scopes)):
            for form in (folded, folded.translate(_LEVELLED)):
                if found := next((cell[form] for name in names if form in (cell := self._scopes.get(name, {}))), None):
                    return found
        return None

    def kinds(self, text: str) -> list[tuple[str, int, int]]:
        """The kinds of act that a text names, in order, each with the place of its word in the folded text."""
        matches = self._kinds.finditer(fold(text))
        return [((match.lastgroup or "").replace("_", " "), match.start(), match.end()) for match in matches]

    def read(self, typed: str) -> Acts | None:
        """Read the number of an act, in any language; None where none can be one."""
        match = _TYPED.fullmatch(" ".join(typed.split()))
        if match is None:
            return None
        letters = [*re.split(r"[,\s]+", match["before"] or ""), match["after"] or ""]
        made_by = [self.scopes(part) for part in letters if part]
        scopes = frozenset().union(*made_by)
        before = fold(f"{match['words']} {match['no'] or ''}")
        kind = next((kind for kind, *_ in self.kinds(f"{before} {match['behind']}")), "")
        number_word = re.sub(r"\W", "", before.split()[-1]) if before.split() else ""
        counted = number_word in _NUMBER_WORDS or bool(match["before"] and match["no"])
        alone = not match["behind"].strip() and (not before.strip() or (counted and len(before.split()) == 1))
        if not all(made_by) or not (kind or alone):
            return None
        numbers = tuple(_numbers((kind,) if kind else ACTS, match["first"], match["second"], counted=counted))
        if not numbers:
            return None
        scopes = scopes | _COMMUNITIES if scopes & _COMMUNITIES else scopes
        return Acts(numbers, tuple(sorted(scopes)), kind, bare=not (kind or scopes or counted))

    def extent(self, text: str, at: int) -> int:
        """End of an act's number that begins at an offset and has spaces in it; the offset if none begins there."""
        match = _PRINTED.match(text, at)
        return match.end() if match and " " in match[0] and self.read(match[0]) else at


def _numbers(kinds: tuple[str, ...], first: str, second: str, *, counted: bool) -> Iterator[Reference]:
    """The number and year of each kind of act, where it can be read so."""
    for kind in kinds:
        number, year = references.act_number(kind, first, second, counted=counted)
        year_first = second.lstrip("0") == str(number) and references.full_year(first) == year
        digits = first if year_first else second
        years = _YEARS if len(digits) == _MOST_DIGITS else _TWO_DIGITS
        too_long = not year_first and len(first) > _MOST_DIGITS
        if number and year in years and len(digits) in (2, _MOST_DIGITS) and not too_long:
            yield Reference(kind, number, year)

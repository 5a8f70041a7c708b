"""The place that a capture line names, and what else the same words could name."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from delegate_desk.core.documents.addresses import find_place, letter_number, parent
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary

_ADDRESS = re.compile(r"(?<!\w)[a-z]+_-?\d+[a-z]?(?:-\d+)?(?:__[a-z]+_-?\d+[a-z]?(?:-\d+)?)*(?!\w)")
_NOT_A_LABEL = r"(?!(?:th|st|nd|rd|er|eme|am|pm|ο|η)(?!\w))"
_SUB = r"(?:\s?\(\s?(?:\d{1,3}[a-z]?|[^\W\d_]{1,4})\s?\)|\.\d{1,2}(?![\d:])|(?:,\s)?\s?(?<![^\W\d_])[^\W\d_]{1,2}\))"
_LETTERS = rf"{_NOT_A_LABEL}[^\W\d_]{{1,2}}(?!\w)"
_NUMBER = (
    rf"\d{{1,4}}(?!\d)(?:{_LETTERS}|\s?(?:bis|ter|quater|quinquies|sexies|septies)(?!\w))?"
    rf"(?:{_SUB}){{0,5}}\)?"
)
_LETTER = r"\(?[^\W\d_]{1,2}(?![\w'])(?!\s?\d)\)?"
_BRACKETS = r"(?:\(\s?(?:\d{1,3}|[^\W\d_]{1,3})\s?\)){1,4}"
_LONE = re.compile(r"\s([b-hj-nq-z]|στ|[βγδεζθικλμ]|[a-z](?=\s*$)|[αη](?=\s*$))(?=\s*(?:[\s,;:.+\-?~!]|$))")
_DOUBTFUL_LONE = re.compile(r"\s([aαη])(?=\s+\w)")
_NO_PLACE_BEHIND = re.compile(
    r"\s?%|[/:]\s?\d|[.,]\d|\s?h\d\d|(?<=\d)(?:th|st|nd|rd|eme|er|h|am|pm|x)(?!\w)|'s(?!\w)|(?<!\s)\w"
)
_TIGHT = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class CapturedPlace:
    """A place named in a line."""

    address: Address | None
    label: str
    start: int
    end: int
    alternatives: tuple[Address, ...] = ()
    plain: bool = False


class CapturePlaces:
    def __init__(self, words: CaptureVocabulary, addresses: Collection[str], at_hand: Address | None) -> None:
        self._words = words
        self._addresses = addresses
        self._above = _above(at_hand)
        self._chain = _chain(words.kind)
        self._found: dict[str, Address | None] = {}

    def place_at(self, line: str, low: str, start: int) -> CapturedPlace | None:
        """The place named right at an offset of a line; ``low`` is the line levelled, its wordings hidden."""
        if match := _ADDRESS.match(low, start):
            known = line[start : match.end()] in self._addresses
            return CapturedPlace(
                Address(match[0]) if known else None, line[start : match.end()], start, match.end(), plain=True
            )
        match = self._chain.match(low, start)
        if match is None:
            return None
        end = self._own_end(low, start, match.end())
        is_bare = low[start:end].isdecimal()
        if _NO_PLACE_BEHIND.match(low, end) or (is_bare and self._counts(low, start, end)):
            return None
        found = self._resolve(low[start:end])
        if found is None and low[start] == "(":
            return None
        others: list[Address] = []
        if found and (lone := _LONE.match(low, end)) and letter_number(lone[1]):
            deeper = self._resolve(low[start : lone.end()])
            if deeper and deeper != found and not low[start:end].endswith(")"):
                found, end = deeper, lone.end()
        elif found and (lone := _DOUBTFUL_LONE.match(low, end)):
            deeper = self._resolve(low[start : lone.end()])
            others += [deeper] if deeper and deeper != found else []
        others += self._others(low[start:end], found)
        plain = not low[start:end].isdecimal()
        return CapturedPlace(
            found, line[start:end], start, end, tuple(dict.fromkeys(o for o in others if o != found)), plain
        )

    def _own_end(self, low: str, start: int, end: int) -> int:
        """End of a place, without a following article or the like that is not part of it but of the free words."""
        if self._resolve(low[start:end]) is None:
            for match in re.finditer(self._words.kind, low[start + 1 : end]):
                outer = self._words.kinds.get(match[0].strip(" ."), "") in ("art", "rec", "annex")
                cut = start + 1 + len(low[start + 1 : start + 1 + match.start()].rstrip(" ,"))
                if outer and self._resolve(low[start:cut]):
                    return cut
        return end

    def first_place(self, line: str, low: str, start: int, behind: Collection[int]) -> CapturedPlace | None:
        """The first place named among the words of a line.

        A bare number is one only at an offset of ``behind``, or where it ends a sentence behind a word such as ``on``.
        """
        for match in re.finditer(r"(?<![\w.,/:(])(?:[^\W_]|\(|§)", low[start:]):
            offset = start + match.start()
            named = self.place_at(line, low, offset)
            if named is None or named.address is None or self.is_elsewhere(low, named):
                continue
            if named.plain or offset in behind or self._closes(low, named.start, named.end):
                return named
        return None

    def _counts(self, low: str, start: int, end: int) -> bool:
        """True where a bare number counts things: ``3 weeks``, ``12 November``, or is a year."""
        blank = _TIGHT.match(low, end)
        return int(low[start:end]) >= 1000 or bool(self._words["units"].match(low, blank.end() if blank else end))

    def _closes(self, low: str, start: int, end: int) -> bool:
        return bool(re.match(r"\s*(?:[,;:.]|$)", low[end:])) and any(
            match.end() == start - 1 for match in self._words["on"].finditer(low, max(0, start - 20), start)
        )

    def counted_place(self, low: str, start: int) -> Address | None:
        """The place that a number which counts things would name: ``3 weeks``."""
        match = re.compile(r"\d{1,3}(?!\d)").match(low, start)
        return self._find(match[0]) if match and self._counts(low, start, match.end()) else None

    def is_elsewhere(self, low: str, named: CapturedPlace) -> bool:
        """True where what follows names another act: ``Article 5 of the Directive``, ``Article 16 TFEU``."""
        match = self._words["elsewhere"].search(low, named.end, named.end + 24)
        between = low[named.end : match.start()] if match else ""
        return match is not None and named.plain and re.fullmatch(r"[\w' ]*", between) is not None

    def _resolve(self, typed: str) -> Address | None:
        """The address that words such as ``article 11, paragraphe 2`` or ``point (a) of article 5`` name."""
        parts = self._parts(typed)
        text = " ".join(parts)
        kind = parts[0].split()[0] if parts else ""
        if kind in ("para", "point") or text.startswith("("):
            for above in self._above:
                if found := _below(above, text, self._addresses):
                    return found
        found = self._find(text)
        if text.startswith("("):
            return None
        found = self._find(text)
        if found is None and kind in ("para", "point") and not self._has_articles():
            found = self._find(text.removeprefix(kind))
        return found

    def _has_articles(self) -> bool:
        return any(segment.startswith("art_") for a in self._addresses for segment in a.split("__"))

    def _find(self, text: str) -> Address | None:
        if text not in self._found:
            self._found[text] = find_place(text, self._addresses) if text.strip() else None
        return self._found[text]

    def _parts(self, typed: str) -> list[str]:
        """Each unit with the word that find_place knows for its kind, the outermost first."""
        parts: list[str] = []
        turned: list[list[str]] = [[]]
        at = 0
        for match in re.finditer(self._words.kind, typed):
            parts.append(typed[at : match.start()])
            at = match.start()
        parts.append(typed[at:])
        for part in (p for p in parts if p.strip(" ,.")):
            kind = re.match(self._words.kind, part)
            label = part[kind.end() :] if kind else part
            name = self._words.kinds.get(re.sub(r"[.' -]+", " ", kind[0]).strip(), "") if kind else ""
            turns = self._of.search(label)
            label = label[: turns.start()] if turns else label
            if name == "annex" and not label.strip(" .,"):
                label = " 1"
            turned[-1].append(f"{name} {label.strip(' .,')}".strip())
            if turns:
                turned.append([])
        return [part for group in reversed(turned) for part in group]

    @property
    def _of(self) -> re.Pattern[str]:
        return _ends_with(self._words["of"])

    def _others(self, typed: str, found: Address | None) -> Iterator[Address]:
        """The paragraph where an article was found, and the other way about; above a place that is not there."""
        text = " ".join(self._parts(typed))
        if found is None:
            shorter = re.match(r".*(?=[(.]|[^\W\d_]+\)?$)", text)
            above = self._find(shorter[0]) if shorter and any(c.isdigit() for c in shorter[0]) else None
            if above:
                yield above
        elif text[:1].isdigit():
            number = text[: len(text) - len(text.lstrip("0123456789"))]
            annex = found.partition("__")[0] + "__" if found.startswith("annex_") else ""
            for kind in ("art", "para"):
                if any(f"{above}{kind}_{number}" in self._addresses for above in ("", annex)):
                    other = self._find(f"{kind} {text}")
                    yield from [other] if other else []
            if text == number:
                inner = (_below(above, f"para {text}", self._addresses) for above in self._above[1:])
                yield from (found for found in inner if found)
        elif self._above and (other := self._find(text)):
            yield other


@lru_cache(maxsize=4)
def _chain(kind: str) -> re.Pattern[str]:
    segment = rf"(?:{kind})\.?\s?(?:{_NUMBER}|{_LETTER}|{_BRACKETS})"
    bare_annex = r"(?:annex\w*|παραρτημα\w*)(?!\w)"
    joined = r"(?:,\s?|\s(?:(?:of|in|to|de|du|του|τησ|στο|στην)\s(?:the\s|la\s|l')?|de\sl')?|\s?)"
    one = rf"(?:{segment}|{bare_annex})"
    return re.compile(rf"(?:{one}|{_NUMBER}|{_BRACKETS})(?:{joined}{one}){{0,4}}")


@lru_cache(maxsize=4)
def _ends_with(of: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{of.pattern}|de l'|of the|de la)\s?$")


def _above(at_hand: Address | None) -> list[str]:
    above: list[str] = []
    address: str | None = at_hand
    while address:
        above.append(address)
        address = parent(address)
    return above


def _below(above: str, text: str, addresses: Collection[str]) -> Address | None:
    inside = {a.removeprefix(f"{above}__") for a in addresses if a.startswith(f"{above}__")}
    is_letter = text.lstrip("( ")[:1].isalpha() and text.startswith("(")
    found = find_place(f"point {text}" if is_letter else text, inside) if inside else None
    if found is None or "annex" in found or not found.startswith(("para_", "point_")):
        return None
    return Address(f"{above}__{found}")

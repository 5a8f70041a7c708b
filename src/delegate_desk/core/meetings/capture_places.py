"""The place named in a capture line, and other readings of the same words."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from enum import IntEnum
from functools import cache, lru_cache, partial

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.addresses import find_place, letter_number, parent
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary, fold_in_place, words_pattern
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass

_ADDRESS = re.compile(r"(?<!\w)[a-z]+_-?\d+[a-z]?(?:-\d+)?(?:__[a-z]+_-?\d+[a-z]?(?:-\d+)?)*(?!\w)")
_NOT_A_LABEL = r"(?!(?:th|st|nd|rd|er|eme|am|pm|ο|η)(?!\w))"
_LETTERS = rf"{_NOT_A_LABEL}[^\W\d_]{{1,2}}(?!\w)"
_SUB = (
    r"(?:\s?\(\s?(?:\d{1,3}[a-z]?|[^\W\d_]{1,4})\s?\)|\.\d{1,2}(?![\d:])|(?:,\s)?\s?(?<![^\W\d_])[^\W\d_]{1,2}\)"
    rf"|(?<=\)){_LETTERS})"
)
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
        self._above: list[str] = []
        above: str | None = at_hand
        while above:
            self._above.append(above)
            above = parent(above)
        self._chain = _chain(words.kind)
        self._find = cache(partial(_find, addresses=addresses))

    def place_at(self, line: str, low: str, start: int) -> CapturedPlace | None:
        """Return the place named directly at an offset of a line; ``low`` is the folded line, its wordings hidden."""
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
        rivals = tuple(dict.fromkeys(other for other in others if other != found))
        return CapturedPlace(found, line[start:end], start, end, rivals, plain)

    def _own_end(self, low: str, start: int, end: int) -> int:
        """Return the end of a place, without a following article or the like that belongs to the free words."""
        if self._resolve(low[start:end]) is None:
            for match in re.finditer(self._words.kind, low[start + 1 : end]):
                outer = self._words.kinds.get(match[0].strip(" ."), "") in ("art", "rec", "annex")
                cut = start + 1 + len(low[start + 1 : start + 1 + match.start()].rstrip(" ,"))
                if outer and self._resolve(low[start:cut]):
                    return cut
        return end

    def first_place(self, line: str, low: str, start: int, behind: Collection[int]) -> CapturedPlace | None:
        """Return the first place named among the words of a line.

        A bare number counts only at an offset of ``behind``, or at the end of a sentence after a word such as ``on``.
        """
        for match in re.finditer(r"(?<![\w.,/:(])(?:[^\W_]|\(|§)", low[start:]):
            offset = start + match.start()
            named = self.place_at(line, low, offset)
            if named is None or named.address is None or self.is_elsewhere(low, named):
                continue
            begin, end = named.start, named.end
            ons = self._words["on"].finditer(low, max(0, begin - 20), begin)
            closes = re.match(r"\s*(?:[,;:.]|$)", low[end:]) and any(match.end() == begin - 1 for match in ons)
            if named.plain or offset in behind or closes:
                return named
        return None

    def _counts(self, low: str, start: int, end: int) -> bool:
        """True if a bare number counts things (``3 weeks``, ``12 November``), or is a year."""
        blank = _TIGHT.match(low, end)
        return int(low[start:end]) >= 1000 or bool(self._words["units"].match(low, blank.end() if blank else end))

    def counted_place(self, low: str, start: int) -> Address | None:
        match = re.compile(r"\d{1,3}(?!\d)").match(low, start)
        return self._find(match[0]) if match and self._counts(low, start, match.end()) else None

    def is_elsewhere(self, low: str, named: CapturedPlace) -> bool:
        """True if the following words name another act: ``Article 5 of the Directive``, ``Article 16 TFEU``."""
        match = self._words["elsewhere"].search(low, named.end, named.end + 24)
        between = low[named.end : match.start()] if match else ""
        return match is not None and named.plain and re.fullmatch(r"[\w' ]*", between) is not None

    def _resolve(self, typed: str) -> Address | None:
        parts = self._parts(typed)
        text = " ".join(parts)
        kind = parts[0].split()[0] if parts else ""
        if kind in ("para", "point") or text.startswith("("):
            for above in self._above:
                if found := _below(above, text, self._addresses):
                    return found
        if text.startswith("("):
            return None
        found = self._find(text)
        if found is None and kind in ("para", "point"):
            has_articles = any(segment.startswith("art_") for a in self._addresses for segment in a.split("__"))
            found = None if has_articles else self._find(text.removeprefix(kind))
        return found

    def _parts(self, typed: str) -> list[str]:
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
            turns = re.search(rf"\s(?:{self._words['of'].pattern}|de l'|of the|de la)\s?$", label)
            label = label[: turns.start()] if turns else label
            if name == "annex" and not label.strip(" .,"):
                label = " 1"
            turned[-1].append(f"{name} {label.strip(' .,')}".strip())
            if turns:
                turned.append([])
        return [part for group in reversed(turned) for part in group]

    def _others(self, typed: str, found: Address | None) -> Iterator[Address]:
        """Return the paragraph if an article was found, and vice versa; the parent of a place that does not exist."""
        text = " ".join(self._parts(typed))
        if found is None:
            shorter = re.match(r".*(?=[(.]|(?<![^\W\d_])[^\W\d_]+\)?$)", text)
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


def _find(text: str, addresses: Collection[str]) -> Address | None:
    return find_place(text, addresses) if text.strip() else None


@lru_cache(maxsize=4)
def _chain(kind: str) -> re.Pattern[str]:
    segment = rf"(?:{kind})\.?\s?(?:{_NUMBER}|{_LETTER}|{_BRACKETS})"
    bare_annex = r"(?:annex\w*|παραρτημα\w*)(?!\w)"
    joined = r"(?:,\s?|\s(?:(?:of|in|to|de|du|του|τησ|στο|στην)\s(?:the\s|la\s|l')?|de\sl')?|\s?)"
    value = rf"(?:{segment}|{bare_annex})"
    return re.compile(rf"(?:{value}|{_NUMBER}|{_BRACKETS})(?:{joined}{value}){{0,4}}")


def _below(above: str, text: str, addresses: Collection[str]) -> Address | None:
    inside = {a.removeprefix(f"{above}__") for a in addresses if a.startswith(f"{above}__")}
    is_letter = text.lstrip("( ")[:1].isalpha() and text.startswith("(")
    found = find_place(f"point {text}" if is_letter else text, inside) if inside else None
    if found is None or "annex" in found or not found.startswith(("para_", "point_")):
        return None
    return Address(f"{above}__{found}")


OTHERS = "others"
"""Stands for the members not yet heard on the place."""
_CODE = re.compile(r"[^\W\d_]{2,6}(?![^\W_]|[’'´][^\W_])")
_SIGN = re.compile(r"\s?(\+\s?/\s?-|±|\+{1,3}|[-−–—]{1,3}|\?{1,3}|[~≈∼]{1,3}|!{1,3})")
_APART = re.compile(r"\s*[,/&]\s*(?:(?:and|et|και)\s)?|\s+")
_COLON = re.compile(r"\s?:")
_LONG = re.compile(r"[^\W\d_]{3,}")


class SpeakerCertainty(IntEnum):
    """Certainty that a word names a delegation: a word of a language, a code in lower case, a code in capitals."""

    WEAK = 0
    FAIR = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name or code of a speaker.

    Attributes:
        is_listed: True if a comma or slash separates it from the speaker before.
        is_code: False for names, groups and ``all``: words that may begin a sentence.
        greek: True if it was typed with the Greek keys of its letters.
    """

    codes: tuple[str, ...]
    certainty: SpeakerCertainty
    sign: Stance | None
    end: int
    is_listed: bool = False
    is_code: bool = True
    greek: bool = False


@dataclass(frozen=True, slots=True)
class Speakers:
    stances: tuple[tuple[tuple[str, ...], Stance | None], ...]
    end: int
    is_sure: bool


class SpeakerFinder:
    def __init__(self, words: CaptureVocabulary, groups: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._groups = {fold_in_place(" ".join(name.split())): tuple(codes) for name, codes in groups.items() if codes}
        self._exact = {" ".join(name.split()) for name in groups}
        self._group = words_pattern(self._groups)

    def find(self, line: str, low: str, start: int, spoken_for: Callable[[int], bool]) -> Speakers | None:
        """Return the speakers at an offset; None if there are none. ``spoken_for`` tells if a place is there."""
        # capitals mean nothing in a line typed entirely in capitals
        long = [word for word in _LONG.findall(line) if word.upper() != word.lower()]
        loud = len(long) > 1 and all(word.isupper() for word in long)
        run: list[Speaker] = []
        at = start
        while speaker := self._speaker(line, low, at, loud):
            between = line[run[-1].end : at] if run else ""
            run.append(replace(speaker, is_listed=any(c in between for c in ",/&") or " " in between.strip()))
            apart = _APART.match(line, speaker.end)
            joined = self._words["and"].match(low, apart.end()) if apart else None
            at = joined.end() + 1 if joined else apart.end() if apart else speaker.end
            if at >= len(line) or (apart is None and speaker.sign is None):
                break
        while run and not self._holds(run, line, low, spoken_for):
            run.pop()
        if not run:
            return None
        last = run[-1]
        colon = _COLON.match(line, last.end)
        sure = run[0].certainty is SpeakerCertainty.STRONG or any(value.sign for value in run) or colon is not None
        # Each sign is of its delegation and of those before it without one; each delegation is named once.
        said: list[tuple[tuple[str, ...], Stance | None]] = []
        waiting: list[str] = []
        for speaker in run:
            waiting += speaker.codes
            if speaker.sign is not None or speaker is last:
                said.append((tuple(dict.fromkeys(waiting)), speaker.sign))
                waiting = []
        return Speakers(tuple(said), colon.end() if colon else last.end, sure)

    def _holds(self, run: list[Speaker], line: str, low: str, spoken_for: Callable[[int], bool]) -> bool:
        """True if the last of a sequence is a delegation, judging by its context."""
        last = run[-1]
        told = last.sign is not None or _COLON.match(line, last.end) is not None
        before = run[:-1]
        strong = [speaker.certainty is SpeakerCertainty.STRONG for speaker in before]
        if told or last.certainty is SpeakerCertainty.STRONG:
            return True
        behind = last.end + len(line[last.end :]) - len(line[last.end :].lstrip(" ,"))
        if last.certainty is SpeakerCertainty.FAIR and last.is_code:
            return not before or last.is_listed or not strong[0] or spoken_for(behind)
        if last.greek or (any(strong) and not last.is_listed):
            return False
        if spoken_for(behind):
            return True
        words = self._words
        openers = (words.stances, words["says"], words["not"], words["as"], words["previous"], words["concludes"])
        opens = any(pattern.match(low, behind) for pattern in openers)
        return last.certainty is SpeakerCertainty.FAIR and opens

    def _speaker(self, line: str, low: str, at: int, loud: bool) -> Speaker | None:
        words = self._words
        found: tuple[tuple[str, ...], SpeakerCertainty, int] | None = None
        is_code = greek = False
        if match := self._group.match(low, at):
            exact = match[0] in self._groups and line[at : match.end()] in self._exact
            certainty = SpeakerCertainty.STRONG if exact and not loud else SpeakerCertainty.FAIR
            found = self._groups[match[0].rstrip(".")], certainty, match.end()
        elif match := words["others"].match(low, at):
            found = (OTHERS,), SpeakerCertainty.FAIR, match.end()
        elif match := words["everyone"].match(low, at):
            found = PROTOCOL_ORDER, SpeakerCertainty.FAIR, match.end()
        elif (match := _CODE.match(line, at)) and (code := words.code(match[0])):
            greek = fold_in_place(match[0]) not in words.codes
            weak = fold_in_place(match[0]) in words.common
            capital = match[0].isupper() and not (loud and (weak or greek))
            certainty = SpeakerCertainty.WEAK if weak or greek else SpeakerCertainty.FAIR
            found = (code,), SpeakerCertainty.STRONG if capital else certainty, match.end()
            is_code = True
        else:
            article = words["article"].match(low, at)
            begins = article.end() + (low[article.end() : article.end() + 1] in " '") if article else at
            match = words.names.match(low, begins) or words.names.match(low, at)
            if match and (code := words.named.get(match[0].rstrip("."))):
                capital = line[match.start() : match.end()].isupper() and not loud
                found = (code,), SpeakerCertainty.STRONG if capital else SpeakerCertainty.FAIR, match.end()
        if found is None:
            return None
        codes, sure, end = found
        codes, end = self._without(line, low, codes, end)
        sign, end = self._sign(line, low, end, sure)
        return Speaker(codes, sure, sign, end, is_code=is_code, greek=greek)

    def _without(self, line: str, low: str, codes: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
        """Return a group without the delegations after ``but``: ``all but HU and PL``."""
        has_more = line[end : end + 1] == " " and len(codes) + (OTHERS in codes) > 1
        match = self._words["but"].match(low, end + 1) if has_more else None
        if match is None:
            return codes, end
        left: set[str] = set()
        at = match.end() + 1
        while named := _CODE.match(line, at):
            code = self._words.code(named[0])
            if code is None or (fold_in_place(named[0]) in self._words.common and not named[0].isupper()):
                break
            left.add(code)
            end = named.end()
            apart = _APART.match(line, end)
            joined = self._words["and"].match(low, apart.end()) if apart else None
            at = joined.end() + 1 if joined else apart.end() if apart else len(line)
        if OTHERS in codes:
            return (OTHERS, *(f"-{code}" for code in sorted(left))), end
        return tuple(code for code in codes if code not in left), end

    def _sign(self, line: str, low: str, end: int, sure: SpeakerCertainty) -> tuple[Stance | None, int]:
        """Return the sign after a name; a dash between spaces and followed by words is punctuation."""
        match = _SIGN.match(line, end)
        if match is None:
            return None, end
        mark = "+/-" if "/" in match[1] or match[1] == "±" else fold_in_place(match[1])[0]
        mark = "~" if mark in "≈∼" else mark
        at = match.end()
        condition = self._words["if_sign"].match(low, at + (line[at : at + 1] == " ")) if mark == "+" else None
        if condition and line[condition.start() : condition.end()].islower():  # SI in capitals is Slovenia
            return self._words.signs["+if"], condition.end()
        if mark == "-" and match[0][0] == " ":
            is_number = line[at:].strip()[:1].isdecimal()
            is_stance = self._words.stances.match(low, at + (line[at : at + 1] == " ")) is not None
            if is_stance or (sure is not SpeakerCertainty.STRONG and not is_number):
                return None, end
        return self._words.signs[mark], at

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
    def __init__(self, words: CaptureVocabulary, addresses: Collection[str], current: Address | None) -> None:
        self._words = words
        self._addresses = addresses
        self._outer: list[str] = []
        outer: str | None = current
        while outer:
            self._outer.append(outer)
            outer = parent(outer)
        self._chain = _chain(words.kind)
        self._find = cache(partial(_find, addresses=addresses))

    def place_at(self, line: str, folded: str, start: int) -> CapturedPlace | None:
        """Return the place named at an offset of a line; ``folded`` is the folded line without quoted wordings."""
        if match := _ADDRESS.match(folded, start):
            is_known = line[start : match.end()] in self._addresses
            return CapturedPlace(
                Address(match[0]) if is_known else None, line[start : match.end()], start, match.end(), plain=True
            )
        match = self._chain.match(folded, start)
        if match is None:
            return None
        end = self._place_end(folded, start, match.end())
        is_bare = folded[start:end].isdecimal()
        if _NO_PLACE_BEHIND.match(folded, end) or (is_bare and self._is_count(folded, start, end)):
            return None
        found = self._resolve(folded[start:end])
        if found is None and folded[start] == "(":
            return None
        others: list[Address] = []
        if found and (lone := _LONE.match(folded, end)) and letter_number(lone[1]):
            deeper = self._resolve(folded[start : lone.end()])
            if deeper and deeper != found and not folded[start:end].endswith(")"):
                found, end = deeper, lone.end()
        elif found and (lone := _DOUBTFUL_LONE.match(folded, end)):
            deeper = self._resolve(folded[start : lone.end()])
            others += [deeper] if deeper and deeper != found else []
        others += self._alternatives(folded[start:end], found)
        plain = not folded[start:end].isdecimal()
        alternatives = tuple(dict.fromkeys(other for other in others if other != found))
        return CapturedPlace(found, line[start:end], start, end, alternatives, plain)

    def _place_end(self, folded: str, start: int, end: int) -> int:
        """Return the end of a place, without a following article or the like that belongs to the free words."""
        if self._resolve(folded[start:end]) is None:
            for match in re.finditer(self._words.kind, folded[start + 1 : end]):
                is_outermost = self._words.kinds.get(match[0].strip(" ."), "") in ("art", "rec", "annex")
                cut = start + 1 + len(folded[start + 1 : start + 1 + match.start()].rstrip(" ,"))
                if is_outermost and self._resolve(folded[start:cut]):
                    return cut
        return end

    def first_place(self, line: str, folded: str, start: int, offsets: Collection[int]) -> CapturedPlace | None:
        """Return the first place named among the words of a line.

        A bare number counts only at one of the ``offsets``, or at the end of a sentence after a word such as ``on``.
        """
        for match in re.finditer(r"(?<![\w.,/:(])(?:[^\W_]|\(|§)", folded[start:]):
            offset = start + match.start()
            named = self.place_at(line, folded, offset)
            if named is None or named.address is None or self.is_elsewhere(folded, named):
                continue
            begin, end = named.start, named.end
            matches = self._words["on"].finditer(folded, max(0, begin - 20), begin)
            is_end = re.match(r"\s*(?:[,;:.]|$)", folded[end:]) and any(match.end() == begin - 1 for match in matches)
            if named.plain or offset in offsets or is_end:
                return named
        return None

    def _is_count(self, folded: str, start: int, end: int) -> bool:
        """True if a bare number counts things (``3 weeks``, ``12 November``), or is a year."""
        space = _TIGHT.match(folded, end)
        return int(folded[start:end]) >= 1000 or bool(self._words["units"].match(folded, space.end() if space else end))

    def counted_place(self, folded: str, start: int) -> Address | None:
        match = re.compile(r"\d{1,3}(?!\d)").match(folded, start)
        return self._find(match[0]) if match and self._is_count(folded, start, match.end()) else None

    def is_elsewhere(self, folded: str, named: CapturedPlace) -> bool:
        """True if the following words name another act: ``Article 5 of the Directive``, ``Article 16 TFEU``."""
        match = self._words["elsewhere"].search(folded, named.end, named.end + 24)
        between = folded[named.end : match.start()] if match else ""
        return match is not None and named.plain and re.fullmatch(r"[\w' ]*", between) is not None

    def _resolve(self, typed: str) -> Address | None:
        parts = self._parts(typed)
        text = " ".join(parts)
        kind = parts[0].split()[0] if parts else ""
        if kind in ("para", "point") or text.startswith("("):
            for outer in self._outer:
                if found := _find_below(outer, text, self._addresses):
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
        groups: list[list[str]] = [[]]
        start = 0
        for match in re.finditer(self._words.kind, typed):
            parts.append(typed[start : match.start()])
            start = match.start()
        parts.append(typed[start:])
        for part in (p for p in parts if p.strip(" ,.")):
            kind = re.match(self._words.kind, part)
            label = part[kind.end() :] if kind else part
            name = self._words.kinds.get(re.sub(r"[.' -]+", " ", kind[0]).strip(), "") if kind else ""
            of_word = re.search(rf"\s(?:{self._words['of'].pattern}|de l'|of the|de la)\s?$", label)
            label = label[: of_word.start()] if of_word else label
            if name == "annex" and not label.strip(" .,"):
                label = " 1"
            groups[-1].append(f"{name} {label.strip(' .,')}".strip())
            if of_word:
                groups.append([])
        return [part for group in reversed(groups) for part in group]

    def _alternatives(self, typed: str, found: Address | None) -> Iterator[Address]:
        """Return the paragraph if an article was found, and vice versa; the parent of a place that does not exist."""
        text = " ".join(self._parts(typed))
        if found is None:
            shorter = re.match(r".*(?=[(.]|(?<![^\W\d_])[^\W\d_]+\)?$)", text)
            outer = self._find(shorter[0]) if shorter and any(c.isdigit() for c in shorter[0]) else None
            if outer:
                yield outer
        elif text[:1].isdigit():
            number = text[: len(text) - len(text.lstrip("0123456789"))]
            annex = found.partition("__")[0] + "__" if found.startswith("annex_") else ""
            for kind in ("art", "para"):
                if any(f"{outer}{kind}_{number}" in self._addresses for outer in ("", annex)):
                    other = self._find(f"{kind} {text}")
                    yield from [other] if other else []
            if text == number:
                inner = (_find_below(outer, f"para {text}", self._addresses) for outer in self._outer[1:])
                yield from (found for found in inner if found)
        elif self._outer and (other := self._find(text)):
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


def _find_below(outer: str, text: str, addresses: Collection[str]) -> Address | None:
    inner = {a.removeprefix(f"{outer}__") for a in addresses if a.startswith(f"{outer}__")}
    is_letter = text.lstrip("( ")[:1].isalpha() and text.startswith("(")
    found = find_place(f"point {text}" if is_letter else text, inner) if inner else None
    if found is None or "annex" in found or not found.startswith(("para_", "point_")):
        return None
    return Address(f"{outer}__{found}")


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

    def find(self, line: str, folded: str, start: int, has_place: Callable[[int], bool]) -> Speakers | None:
        """Return the speakers at an offset; None if there are none. ``has_place`` tells if a place is there."""
        # capitals mean nothing in a line typed entirely in capitals
        long = [word for word in _LONG.findall(line) if word.upper() != word.lower()]
        is_uppercase = len(long) > 1 and all(word.isupper() for word in long)
        speakers: list[Speaker] = []
        offset = start
        while speaker := self._speaker(line, folded, offset, is_uppercase):
            between = line[speakers[-1].end : offset] if speakers else ""
            speakers.append(replace(speaker, is_listed=any(c in between for c in ",/&") or " " in between.strip()))
            separator = _APART.match(line, speaker.end)
            joined = self._words["and"].match(folded, separator.end()) if separator else None
            offset = joined.end() + 1 if joined else separator.end() if separator else speaker.end
            if offset >= len(line) or (separator is None and speaker.sign is None):
                break
        while speakers and not self._is_speaker(speakers, line, folded, has_place):
            speakers.pop()
        if not speakers:
            return None
        last = speakers[-1]
        colon = _COLON.match(line, last.end)
        is_sure = speakers[0].certainty is SpeakerCertainty.STRONG or any(s.sign for s in speakers) or colon is not None
        # Each sign is of its delegation and of those before it without one; each delegation is named once.
        stances: list[tuple[tuple[str, ...], Stance | None]] = []
        codes: list[str] = []
        for speaker in speakers:
            codes += speaker.codes
            if speaker.sign is not None or speaker is last:
                stances.append((tuple(dict.fromkeys(codes)), speaker.sign))
                codes = []
        return Speakers(tuple(stances), colon.end() if colon else last.end, is_sure)

    def _is_speaker(self, speakers: list[Speaker], line: str, folded: str, has_place: Callable[[int], bool]) -> bool:
        """True if the last of a sequence is a delegation, judging by its context."""
        last = speakers[-1]
        is_explicit = last.sign is not None or _COLON.match(line, last.end) is not None
        earlier = speakers[:-1]
        strong = [speaker.certainty is SpeakerCertainty.STRONG for speaker in earlier]
        if is_explicit or last.certainty is SpeakerCertainty.STRONG:
            return True
        following = last.end + len(line[last.end :]) - len(line[last.end :].lstrip(" ,"))
        if last.certainty is SpeakerCertainty.FAIR and last.is_code:
            return not earlier or last.is_listed or not strong[0] or has_place(following)
        if last.greek or (any(strong) and not last.is_listed):
            return False
        if has_place(following):
            return True
        words = self._words
        openers = (words.stances, words["says"], words["not"], words["as"], words["previous"], words["concludes"])
        is_opener = any(pattern.match(folded, following) for pattern in openers)
        return last.certainty is SpeakerCertainty.FAIR and is_opener

    def _speaker(self, line: str, folded: str, start: int, is_uppercase: bool) -> Speaker | None:
        words = self._words
        found: tuple[tuple[str, ...], SpeakerCertainty, int] | None = None
        is_code = greek = False
        if match := self._group.match(folded, start):
            exact = match[0] in self._groups and line[start : match.end()] in self._exact
            certainty = SpeakerCertainty.STRONG if exact and not is_uppercase else SpeakerCertainty.FAIR
            found = self._groups[match[0].rstrip(".")], certainty, match.end()
        elif match := words["others"].match(folded, start):
            found = (OTHERS,), SpeakerCertainty.FAIR, match.end()
        elif match := words["everyone"].match(folded, start):
            found = PROTOCOL_ORDER, SpeakerCertainty.FAIR, match.end()
        elif (match := _CODE.match(line, start)) and (code := words.code(match[0])):
            greek = fold_in_place(match[0]) not in words.codes
            weak = fold_in_place(match[0]) in words.common
            capital = match[0].isupper() and not (is_uppercase and (weak or greek))
            certainty = SpeakerCertainty.WEAK if weak or greek else SpeakerCertainty.FAIR
            found = (code,), SpeakerCertainty.STRONG if capital else certainty, match.end()
            is_code = True
        else:
            article = words["article"].match(folded, start)
            name_start = article.end() + (folded[article.end() : article.end() + 1] in " '") if article else start
            match = words.names.match(folded, name_start) or words.names.match(folded, start)
            if match and (code := words.named.get(match[0].rstrip("."))):
                capital = line[match.start() : match.end()].isupper() and not is_uppercase
                found = (code,), SpeakerCertainty.STRONG if capital else SpeakerCertainty.FAIR, match.end()
        if found is None:
            return None
        codes, level, end = found
        codes, end = self._exclude(line, folded, codes, end)
        sign, end = self._sign(line, folded, end, level)
        return Speaker(codes, level, sign, end, is_code=is_code, greek=greek)

    def _exclude(self, line: str, folded: str, codes: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
        """Return a group without the delegations after ``but``: ``all but HU and PL``."""
        has_more = line[end : end + 1] == " " and len(codes) + (OTHERS in codes) > 1
        match = self._words["but"].match(folded, end + 1) if has_more else None
        if match is None:
            return codes, end
        excluded: set[str] = set()
        offset = match.end() + 1
        while named := _CODE.match(line, offset):
            code = self._words.code(named[0])
            if code is None or (fold_in_place(named[0]) in self._words.common and not named[0].isupper()):
                break
            excluded.add(code)
            end = named.end()
            separator = _APART.match(line, end)
            joined = self._words["and"].match(folded, separator.end()) if separator else None
            offset = joined.end() + 1 if joined else separator.end() if separator else len(line)
        if OTHERS in codes:
            return (OTHERS, *(f"-{code}" for code in sorted(excluded))), end
        return tuple(code for code in codes if code not in excluded), end

    def _sign(self, line: str, folded: str, end: int, certainty: SpeakerCertainty) -> tuple[Stance | None, int]:
        """Return the sign after a name; a dash between spaces and followed by words is punctuation."""
        match = _SIGN.match(line, end)
        if match is None:
            return None, end
        mark = "+/-" if "/" in match[1] or match[1] == "±" else fold_in_place(match[1])[0]
        mark = "~" if mark in "≈∼" else mark
        after = match.end()
        found = self._words["if_sign"].match(folded, after + (line[after : after + 1] == " ")) if mark == "+" else None
        if found and line[found.start() : found.end()].islower():  # SI in capitals is Slovenia
            return self._words.signs["+if"], found.end()
        if mark == "-" and match[0][0] == " ":
            is_number = line[after:].strip()[:1].isdecimal()
            is_stance = self._words.stances.match(folded, after + (line[after : after + 1] == " ")) is not None
            if is_stance or (certainty is not SpeakerCertainty.STRONG and not is_number):
                return None, end
        return self._words.signs[mark], after

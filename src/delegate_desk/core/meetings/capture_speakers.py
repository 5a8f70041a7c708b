"""Who speaks: the delegations at the beginning of a capture line, and the sign that each bears."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary, fold_in_place, words_pattern
from delegate_desk.core.positions.position import Stance

OTHERS = "others"
"""Stands for the members that were not heard yet on the place."""
_CODE = re.compile(r"[^\W\d_]{2,6}(?![^\W_]|[’'´][^\W_])")
_SIGN = re.compile(r"\s?(\+\s?/\s?-|±|\+{1,3}|[-−–—]{1,3}|\?{1,3}|[~≈∼]{1,3}|!{1,3})")
_APART = re.compile(r"\s*[,/&]\s*(?:(?:and|et|και)\s)?|\s+")
_COLON = re.compile(r"\s?:")
_LONG = re.compile(r"[^\W\d_]{3,}")


class SpeakerCertainty(IntEnum):
    """Certainty that a word is a delegation's: a word of a language, a code in small letters, a code in capitals."""

    WEAK = 0
    FAIR = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name or code of a speaker.

    Attributes:
        codes: ``OTHERS`` stands for itself.
        sign: Its sign, None for none.
        end: After its sign; 0-based, in code points.
        listed: True if a comma or slash divides it from the speaker before.
        is_code: False for names, groups and ``all``: words that a sentence may begin with.
        greek: True if it was typed by the Greek keys of its letters.
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
    """Those at the beginning of a line."""

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
        """The speakers at an offset, None where it is no delegation that stands there.

        ``spoken_for`` tells of an offset whether a place stands there.
        """
        loud = _is_loud(line)
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
        sure = run[0].certainty is SpeakerCertainty.STRONG or any(one.sign for one in run) or colon is not None
        return Speakers(_signed(run), colon.end() if colon else last.end, sure)

    def _holds(self, run: list[Speaker], line: str, low: str, spoken_for: Callable[[int], bool]) -> bool:
        """True if the last of a run is a delegation, as far as what stands around it tells."""
        last = run[-1]
        told = last.sign is not None or _COLON.match(line, last.end) is not None
        before = run[:-1]
        if told or last.certainty is SpeakerCertainty.STRONG:
            return True
        behind = last.end + len(line[last.end :]) - len(line[last.end :].lstrip(" ,"))
        if last.certainty is SpeakerCertainty.FAIR and last.is_code:
            return (
                not before or last.is_listed or before[0].certainty is not SpeakerCertainty.STRONG or spoken_for(behind)
            )
        if last.greek or (any(one.certainty is SpeakerCertainty.STRONG for one in before) and not last.is_listed):
            return False
        if spoken_for(behind):
            return True
        opens = any(pattern.match(low, behind) for pattern in self._openers())
        return last.certainty is SpeakerCertainty.FAIR and opens

    def _openers(self) -> tuple[re.Pattern[str], ...]:
        words = self._words
        return (words.stances, words["says"], words["not"], words["as"], words["previous"], words["concludes"])

    def _speaker(self, line: str, low: str, at: int, loud: bool) -> Speaker | None:
        words = self._words
        found: tuple[tuple[str, ...], SpeakerCertainty, int] | None = None
        is_code = greek = False
        if match := self._group.match(low, at):
            exact = match[0] in self._groups and line[at : match.end()] in self._exact
            found = (
                self._groups[match[0].rstrip(".")],
                SpeakerCertainty.STRONG if exact and not loud else SpeakerCertainty.FAIR,
                match.end(),
            )
        elif match := words["others"].match(low, at):
            found = (OTHERS,), SpeakerCertainty.FAIR, match.end()
        elif match := words["everyone"].match(low, at):
            found = PROTOCOL_ORDER, SpeakerCertainty.FAIR, match.end()
        elif (match := _CODE.match(line, at)) and (code := words.code(match[0])):
            greek = fold_in_place(match[0]) not in words.codes
            weak = fold_in_place(match[0]) in words.common
            capital = match[0].isupper() and not (loud and (weak or greek))
            found = (
                (code,),
                SpeakerCertainty.STRONG
                if capital
                else SpeakerCertainty.WEAK
                if weak or greek
                else SpeakerCertainty.FAIR,
                match.end(),
            )
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
        """A group without those that ``but`` names: ``all but HU and PL``."""
        match = (
            self._words["but"].match(low, end + 1)
            if line[end : end + 1] == " " and len(codes) + (OTHERS in codes) > 1
            else None
        )
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
        """The sign behind a name; a dash that stands apart, with words behind it, is punctuation."""
        match = _SIGN.match(line, end)
        if match is None:
            return None, end
        mark = "+/-" if "/" in match[1] or match[1] == "±" else fold_in_place(match[1])[0]
        mark = "~" if mark in "≈∼" else mark
        at = match.end()
        condition = self._words["if_sign"].match(low, at + (line[at : at + 1] == " ")) if mark == "+" else None
        if condition and line[condition.start() : condition.end()].islower():  # SI in capitals is Slovenia
            return self._words.signs["+if"], condition.end()
        if (
            mark == "-"
            and match[0][0] == " "
            and sure is not SpeakerCertainty.STRONG
            and not line[at:].strip()[:1].isdecimal()
        ):
            return None, end
        if mark == "-" and match[0][0] == " " and self._words.stances.match(low, at + (line[at : at + 1] == " ")):
            return None, end
        return self._words.signs[mark], at


def _signed(run: list[Speaker]) -> tuple[tuple[tuple[str, ...], Stance | None], ...]:
    """A sign holds for its own and for those before it without one; each delegation is named once."""
    said: list[tuple[tuple[str, ...], Stance | None]] = []
    waiting: list[str] = []
    for speaker in run:
        waiting += speaker.codes
        if speaker.sign is not None:
            said.append((tuple(dict.fromkeys(waiting)), speaker.sign))
            waiting = []
    if waiting:
        said.append((tuple(dict.fromkeys(waiting)), None))
    return tuple(said)


def _is_loud(line: str) -> bool:
    """True for a line typed in capitals throughout, where they say nothing."""
    long = [word for word in _LONG.findall(line) if word.upper() != word.lower()]
    return len(long) > 1 and all(word.isupper() for word in long)

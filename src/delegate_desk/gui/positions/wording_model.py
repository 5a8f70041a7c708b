"""A wording being drafted: the source with what is added and struck, and what an edit of that does to the proposal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from delegate_desk.core.word_diff import WordChange, Words, compare

Part = tuple[WordChange, str]
_LETTERS = {WordChange.EQUAL: "=", WordChange.INSERT: "+", WordChange.DELETE: "-"}
_SENTENCE = re.compile(r"[.;:!?…·][\"'”’»)\]]*\s+")
_END = re.compile(r"[.;:!?…·][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")
_LONG = 120
_MARGIN = 60
"""Within a sentence it is divided where so many characters did not change, so many of them left to what is compared."""


def of_source(parts: Iterable[Part]) -> str:
    """Return the source text of the parts."""
    return "".join(text for change, text in parts if change is not WordChange.INSERT)


def of_proposal(parts: Iterable[Part]) -> str:
    """Return the proposed text of the parts."""
    return "".join(text for change, text in parts if change is not WordChange.DELETE)


def text_of(parts: Iterable[Part]) -> str:
    """All of it, as it stands on the screen."""
    return "".join(text for _, text in parts)


def letters(parts: Iterable[Part]) -> str:
    """A letter for each character: how it is marked."""
    return "".join(_LETTERS[change] * len(text) for change, text in parts)


def cut(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """Parts before and after a place."""
    for n, (change, text) in enumerate(parts):
        if at < len(text):
            head = [(change, text[:at])] if at > 0 else []
            return [*parts[:n], *head], [(change, text[max(at, 0) :]), *parts[n + 1 :]]
        at -= len(text)
    return list(parts), []


def cut_end(parts: Sequence[Part], length: int) -> list[Part]:
    """The last of the parts, up to a length."""
    return cut(parts, len(text_of(parts)) - length)[1] if length > 0 else []


def joined(parts: Iterable[Part]) -> list[Part]:
    """Parts that follow each other and are alike, as one; none is empty."""
    made: list[Part] = []
    for change, text in parts:
        if made and made[-1][0] is change:
            made[-1] = (change, made[-1][1] + text)
        elif text:
            made.append((change, text))
    return made


def seam_before(parts: list[Part]) -> list[Part]:
    """Return the parts before an edit that stay unchanged: up to the end of a sentence, or far from the edit."""
    for n in range(len(parts) - 1, -1, -1):
        change, text = parts[n]
        if change is not WordChange.EQUAL:
            continue
        ends = [match.end() for match in _SENTENCE.finditer(text)]
        at = ends[-1] if ends else _begins_a_sentence(parts[:n], text)
        if len(text) - (at or 0) > _LONG:
            at = max(at or 0, _word(text, len(text) - _MARGIN))
        if at is not None:
            return [*parts[:n], (change, text[:at])]
    return []


def seam_after(parts: list[Part]) -> list[Part]:
    """Return the parts after an edit that stay unchanged."""
    for n, (change, text) in enumerate(parts):
        if change is not WordChange.EQUAL:
            continue
        end = _SENTENCE.search(text)
        at = end.end() if end else 0
        if (at or len(text)) > _LONG:
            at = _word(text, _MARGIN) or at
        if at and at < len(text):
            return [(change, text[at:]), *parts[n + 1 :]]
    return []


def _begins_a_sentence(before: Sequence[Part], text: str) -> int | None:
    """Return the start of a sentence at the beginning of a part, in both source and proposal; else None."""
    readings = [reading[-6:] for reading in (of_source(before), of_proposal(before))]
    if all(reading != reading.rstrip() and _END.search(reading.rstrip()) for reading in readings):
        return 0
    space = _SPACE.match(text)
    return space.end() if space and all(_END.search(reading) for reading in readings) else None


def _word(text: str, at: int) -> int:
    """Return the start of the first word after a place; 0 where there is none."""
    match = _SPACE.search(text, at)
    return match.end() if match else 0


def common(one: str, other: str) -> int:
    """Return the length of the common prefix, by binary search: a loop over characters is too slow between two keys."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, longest: int) -> int:
    """Return the length of the common suffix of two texts, up to a maximum."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low


_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Patch:
    """Replacement in a displayed text: from ``start`` to ``end`` by some parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


class Drafted:
    """The text as displayed, with both deleted and inserted words.

    While typing only the current sentence is compared again, so that the marks of all others stay unchanged;
    ``settle`` compares the whole.

    Attributes:
        source: The wording that is drafted on.
        proposal: The wording proposed.
        shown: The text on the screen, deleted words included.
        is_settled: True if the whole was compared since the last edit.
    """

    def __init__(self, source: str, proposal: str | None = None) -> None:
        self.source = source
        self.proposal = source if proposal is None else proposal
        self.is_settled = True
        self._parts: list[Part] = list(compare(source, self.proposal))
        self._shown_as = letters(self._parts)
        self.shown = text_of(self._parts)
        self._kept: tuple[list[Part], list[Part]] | None = None
        """What stands before and behind the edits since the last patch; None where there was none."""

    def edit(self, at: int, removed: int, added: str) -> None:
        """Take in that words on the screen were replaced. Struck words that are removed stay struck."""
        self.is_settled = False
        before, rest = cut(self._parts, at)
        _, after = cut(rest, removed)
        if self._kept is None:
            self._kept = (before, after)
        else:
            self._kept = (cut(self._kept[0], at)[0], cut_end(self._kept[1], len(self.shown) - at - removed))
        self._parts = [*before, *([(WordChange.INSERT, added)] if added else []), *after]
        self.proposal = of_proposal(self._parts)
        self._shown_as = self._shown_as[:at] + _UNKNOWN * len(added) + self._shown_as[at + removed :]
        self.shown = self.shown[:at] + added + self.shown[at + removed :]

    def propose(self, proposal: str) -> None:
        """Take another proposal; where it says what the present one says, the marks stay."""
        self.is_settled = False
        head = common(self.proposal, proposal)
        tail = common_end(self.proposal, proposal, min(len(self.proposal), len(proposal)) - head)
        start, end = self.to_screen(head), self.to_screen(len(self.proposal) - tail, behind_struck=True)
        before, rest = cut(self._parts, start)
        after = cut(rest, max(0, end - start))[1]
        if self._kept is not None:
            before, after = cut(self._kept[0], start)[0], cut_end(self._kept[1], len(self.shown) - max(start, end))
        self._kept = (before, after)
        self.proposal = proposal

    def settle(self) -> None:
        """Have the whole compared by the next patch, as it is compared when it leaves."""
        self._kept = ([], [])
        self.is_settled = True

    def patch(self) -> Patch:
        """Compare anew what was edited, and say what has to be replaced so that the screen shows it."""
        if self._kept is not None:
            self._parts = self._compared(*self._kept)
            self._kept = None
        shown, shown_as = text_of(self._parts), letters(self._parts)
        head = min(common(self.shown, shown), common(self._shown_as, shown_as))
        longest = min(len(self.shown), len(shown)) - head
        tail = min(common_end(self.shown, shown, longest), common_end(self._shown_as, shown_as, longest))
        patch = Patch(head, len(self.shown) - tail, self.between(head, len(shown) - tail))
        self.shown, self._shown_as = shown, shown_as
        return patch

    def _compared(self, before: list[Part], after: list[Part]) -> list[Part]:
        if self.proposal == self.source:
            return joined([(WordChange.EQUAL, self.source)])
        before, after = seam_before(before), seam_after(after)
        old = self.source[len(of_source(before)) : len(self.source) - len(of_source(after))]
        new = self.proposal[len(of_proposal(before)) : len(self.proposal) - len(of_proposal(after))]
        return joined([*before, *compare(old, new), *after])

    # Single changes

    def changes(self) -> list[tuple[int, int]]:
        """Return the spans of changes on the screen, in order: a deletion and its replacement are one."""
        found: list[tuple[int, int]] = []
        at = 0
        for change, text in self._parts:
            end = at + len(text)
            if change is not WordChange.EQUAL:
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((at, end))
            at = end
        return found

    def change_at(self, at: int) -> tuple[int, int] | None:
        """Return the change that contains or touches a place on the screen; the change after it rather than before."""
        touching = [change for change in self.changes() if change[0] <= at <= change[1]]
        return touching[-1] if touching else None

    def without(self, start: int, end: int) -> str:
        """The wording that would be proposed if the source stood again between two places on the screen."""
        before, rest = cut(self._parts, start)
        inside, after = cut(rest, end - start)
        return of_proposal(before) + of_source(inside) + of_proposal(after)

    # Places

    def between(self, start: int, end: int) -> tuple[Part, ...]:
        """The parts between two places on the screen."""
        _, rest = cut(self._parts, start)
        inside, _ = cut(rest, end - start)
        return tuple(inside)

    def live(self, start: int, end: int) -> str:
        """Return the text between two places on the screen, without deleted words."""
        return of_proposal(self.between(start, end))

    def to_proposal(self, at: int) -> int:
        """The place in the proposal of a place on the screen; places in struck words are one, their seam."""
        return len(self.live(0, at))

    def to_screen(self, place: int, *, behind_struck: bool = False) -> int:
        """A place of the proposal on the screen; where words are struck there, before or behind them."""
        at = passed = 0
        for change, text in self._parts:
            if change is WordChange.DELETE:
                if passed == place and not behind_struck:
                    return at
            elif passed + len(text) > place or (passed + len(text) == place and not behind_struck):
                return at + place - passed
            else:
                passed += len(text)
            at += len(text)
        return at

    @property
    def words(self) -> Words:
        """The comparison as it is shown."""
        return tuple(self._parts)

    @property
    def is_changed(self) -> bool:
        """True if the proposal differs from the source."""
        return self.proposal != self.source

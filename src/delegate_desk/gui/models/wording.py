"""A wording being drafted: the source with what is added and struck, and what an edit of that does to the proposal."""

from dataclasses import dataclass

from delegate_desk.core.words import Change, Words, compare

_LETTERS = {Change.EQUAL: "=", Change.INSERT: "+", Change.DELETE: "-"}
_UNKNOWN = "?"
Part = tuple[Change, str]


@dataclass(frozen=True, slots=True)
class Patch:
    """What to replace in a text that is shown: from ``start`` to ``end`` by some parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


class Drafted:
    """The text as shown, struck words and added ones both in it.

    Attributes:
        source: The wording that is drafted on.
        proposal: The wording proposed.
        shown: What stands on the screen, struck words included.
    """

    def __init__(self, source: str, proposal: str | None = None) -> None:
        self.source = source
        self.proposal = source if proposal is None else proposal
        self._parts: list[Part] = list(compare(source, self.proposal))
        self._shown_as = _letters(self._parts)
        self.shown = _text(self._parts)

    def edit(self, at: int, removed: int, added: str) -> None:
        """Take in that words on the screen were replaced. Struck words that are removed stay struck."""
        before, rest = _cut(self._parts, at)
        _, after = _cut(rest, removed)
        self._parts = [*before, *([(Change.INSERT, added)] if added else []), *after]
        self.proposal = "".join(text for change, text in self._parts if change is not Change.DELETE)
        self._shown_as = self._shown_as[:at] + _UNKNOWN * len(added) + self._shown_as[at + removed :]
        self.shown = self.shown[:at] + added + self.shown[at + removed :]

    def propose(self, proposal: str) -> None:
        """Take another proposal."""
        self.proposal = proposal

    def patch(self) -> Patch:
        """Compare anew, and say what has to be replaced so that the screen shows it."""
        self._parts = list(compare(self.source, self.proposal))
        shown, shown_as = _text(self._parts), _letters(self._parts)
        head = min(_common(self.shown, shown), _common(self._shown_as, shown_as))
        longest = min(len(self.shown), len(shown)) - head
        tail = min(_common_end(self.shown, shown, longest), _common_end(self._shown_as, shown_as, longest))
        patch = Patch(head, len(self.shown) - tail, self.between(head, len(shown) - tail))
        self.shown, self._shown_as = shown, shown_as
        return patch

    def between(self, start: int, end: int) -> tuple[Part, ...]:
        """The parts between two places on the screen."""
        _, rest = _cut(self._parts, start)
        inside, _ = _cut(rest, end - start)
        return tuple(inside)

    def live(self, start: int, end: int) -> str:
        """What stands between two places on the screen, struck words left out."""
        return "".join(text for change, text in self.between(start, end) if change is not Change.DELETE)

    def to_proposal(self, at: int) -> int:
        """The place in the proposal of a place on the screen; places in struck words are one, their seam."""
        return len(self.live(0, at))

    def to_screen(self, place: int, *, behind_struck: bool = False) -> int:
        """A place of the proposal on the screen; where words are struck there, before or behind them."""
        at = passed = 0
        for change, text in self._parts:
            if change is Change.DELETE:
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


def _text(parts: list[Part]) -> str:
    return "".join(text for _, text in parts)


def _letters(parts: list[Part]) -> str:
    return "".join(_LETTERS[change] * len(text) for change, text in parts)


def _cut(parts: list[Part], at: int) -> tuple[list[Part], list[Part]]:
    """Parts before and after a place."""
    for n, (change, text) in enumerate(parts):
        if at < len(text):
            head = [(change, text[:at])] if at > 0 else []
            return [*parts[:n], *head], [(change, text[max(at, 0) :]), *parts[n + 1 :]]
        at -= len(text)
    return parts, []


def _common(one: str, other: str) -> int:
    """How far two texts begin alike, by halving: a loop over characters takes too long between two key presses."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str, longest: int) -> int:
    """How far two texts end alike, up to a length."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low

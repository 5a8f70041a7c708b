"""Uptake: how much of a proposed wording a later text took."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from delegate_desk.core.text import fold
from delegate_desk.core.words import Change, Words, compare


class Outcome(StrEnum):
    TAKEN = "taken"
    IN_PART = "taken_in_part"
    NOT_TAKEN = "not_taken"
    GONE = "gone"
    """The provision itself is gone."""
    UNKNOWN = "unknown"
    """It is not known what became of the provision."""


@dataclass(frozen=True, slots=True)
class Uptake:
    """How much of a proposal a later text took.

    Attributes:
        measure: In 0..1, over the words that count: those proposed to be added or to go; stop words and what neither
            the proposal nor the text changed stand apart.
        added: Of the words proposed to be added that count, in the proposal's order: the word, and whether the text
            took it.
        removed: Of the words proposed to go that count, in the old text's order: the word, and whether it went.
    """

    outcome: Outcome
    measure: float
    added: tuple[tuple[str, bool], ...] = ()
    removed: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Counting:
    """Which words of a language count, and which forms are one word.

    Attributes:
        common: Folded: words that say nothing by themselves.
        stem: What the forms of a folded word have in common.
    """

    common: frozenset[str] = frozenset()
    stem: Callable[[str], str] = field(default=str)

    def count(self, words: Words) -> int:
        """How many words that count a comparison adds or takes away."""
        return sum(len(self.words(text)) for change, text in words if change is not Change.EQUAL)

    def words(self, text: str) -> list[tuple[str, str]]:
        """The words of a text that count, in order: as printed, and what their forms have in common."""
        return [(printed, self.stem(bare)) for printed, bare in _forms(text) if bare not in self.common]


_Token = tuple[str, str]
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_TAKEN, _SOME = 0.8, 0.2
"""From where on a proposal is taken, and from where on it is in part."""
_REACHES = ((1, 2, 1.0), (2, 5, 0.8))
"""How far beside a word its neighbours in the proposal stand, how far around it they are sought in the text, and what
the word is worth where one is there."""
_APART = 0.4
"""What a word is worth that the text took without any of the words proposed beside it."""
_GIVES_WAY = 0.5
"""What a word is worth that goes to make room for another: it may have gone for a third one."""


def uptake(old: str, proposal: str, new: str, counting: Counting) -> Uptake:
    """How much of what a proposal changes in an old text a new text has changed alike.

    A proposal that changes no word that counts is measured by all its words, and one that only puts words in another
    order, or other marks between them, by what stands beside what.
    """
    steps = compare(old, proposal)
    for tell in (counting.words, _forms, _pairs):
        judged = _judge(steps, tell(old), tell(proposal), tell(new), tell)
        if judged is not None:
            return judged
    return Uptake(Outcome.NOT_TAKEN, 0.0)


_Tell = Callable[[str], list[_Token]]


def _judge(
    steps: Words, old: Sequence[_Token], proposal: Sequence[_Token], new: Sequence[_Token], tell: _Tell
) -> Uptake | None:
    """The uptake by one kind of words; None where the proposal changes none of that kind."""
    before, wanted, after = _counted(old), _counted(proposal), _counted(new)
    coming, going = wanted - before, before - wanted
    if not coming and not going:
        return None
    came, went = _Left(after - before), _Left(before - after)
    coming_left, going_left = _Left(coming), _Left(going)
    added: list[tuple[str, bool]] = []
    worth: list[tuple[float, float]] = []
    for n, (printed, key) in enumerate(proposal):
        if _is_new(n, proposal, before) and coming_left.take(key):
            took = came.take(key)
            added.append((printed, took))
            worth.append((1.0, _worth(n, proposal, new) if took else 0.0))
    makes_room = _making_room(steps, tell)
    removed: list[tuple[str, bool]] = []
    for printed, key in old:
        if going_left.take(key):
            is_gone = went.take(key)
            removed.append((printed, is_gone))
            weight = _GIVES_WAY if key in makes_room else 1.0
            worth.append((weight, weight * is_gone))
    measure = sum(got for _, got in worth) / sum(weight for weight, _ in worth)
    return Uptake(_outcome(measure), measure, tuple(added), tuple(removed))


def _outcome(measure: float) -> Outcome:
    return Outcome.TAKEN if measure >= _TAKEN else Outcome.IN_PART if measure >= _SOME else Outcome.NOT_TAKEN


class _Left:
    """Words that are handed out one by one."""

    def __init__(self, words: Counter[str]) -> None:
        self._words = Counter(words)

    def take(self, word: str) -> bool:
        """Take one of a word; false where none is left."""
        if self._words[word] <= 0:
            return False
        self._words[word] -= 1
        return True


def _is_new(n: int, proposal: Sequence[_Token], before: Counter[str]) -> bool:
    """True from where on the proposal has a word oftener than the old text."""
    key = proposal[n][1]
    return not before[key] or sum(other == key for _, other in proposal[: n + 1]) > before[key]


def _worth(n: int, proposal: Sequence[_Token], new: Sequence[_Token]) -> float:
    """What a word that the text took is worth: all where it stands near one that it stands by in the proposal."""
    key = proposal[n][1]
    places = [m for m, (_, other) in enumerate(new) if other == key]
    for beside, around, worth in _REACHES:
        near = {other for _, other in proposal[max(0, n - beside) : n + beside + 1]} - {key}
        met = (other in near for m in places for _, other in new[max(0, m - around) : m + around + 1])
        if not near or any(met):
            return worth
    return _APART


def _making_room(steps: Words, tell: _Tell) -> frozenset[str]:
    """Words that go where others come in their place."""
    found: set[str] = set()
    for (change, text), (following, comes) in pairwise(steps):
        if change is Change.DELETE and following is Change.INSERT and tell(comes):
            found |= {key for _, key in tell(text)}
    return frozenset(found)


def _counted(tokens: Iterable[_Token]) -> Counter[str]:
    return Counter(key for _, key in tokens)


def _forms(text: str) -> list[_Token]:
    return [(printed, _folded(printed)) for printed in _TOKEN.findall(text) if printed[0].isalnum()]


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)


def _pairs(text: str) -> list[_Token]:
    return list(_beside(_TOKEN.findall(text)))


def _beside(printed: Sequence[str]) -> Iterator[_Token]:
    for one, other in zip(["", *printed], [*printed, ""], strict=True):
        yield f"{one} {other}".strip(), f"{_folded(one)} {_folded(other)}"

"""Adoption of proposals: which of the proposed significant words a new text contains.

A proposal is a set of changes of an old text, each an insertion, deletion or replacement. The later text is compared
with the same old text, and each proposed change is judged by what was changed there, at its place.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from enum import StrEnum
from functools import lru_cache
from math import sqrt

from delegate_desk.core.revisions.alignment_units import is_distinctive_word, is_negation
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, opcodes_between

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DENIES = 10
"""Weight of an added or removed negation, in words."""
_ENDS = frozenset(".;·;")
_HEAD, _LIKE = 4, 0.57
"""Two words are forms of one word if they share this many initial letters, and this share of the longer one."""


@dataclass(frozen=True, slots=True)
class ComparedWord:
    """One word of a text; negations, modal verbs, numbers and institutions are decisive."""

    printed: str
    folded: str
    key: str
    sentence: int = 0
    is_significant: bool = True
    is_decisive: bool = False


@dataclass(frozen=True, slots=True)
class SignificantWords:
    """Significant words of a language, and the forms of the same word.

    Attributes:
        common: Folded words without meaning of their own.
        stem: Returns the common stem of the forms of a folded word.
        numbers: Folded number words.
        conditions: Folded words, or several in sequence separated by spaces, that restrict a wording to some cases.
    """

    common: frozenset[str] = frozenset()
    stem: Callable[[str], str] = field(default=str)
    numbers: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()

    def count(self, words: WordDiff) -> int:
        return sum(len(self.significant_words(text)) for change, text in words if change is not WordChange.EQUAL)

    def weigh(self, words: WordDiff) -> int:
        changed = [
            _fold(word)
            for change, text in words
            if change is not WordChange.EQUAL
            for word, _ in self.significant_words(text)
        ]
        return self.count(words) + sum(_DENIES - 1 for word in changed if is_negation(word))

    def significant_words(self, text: str) -> list[tuple[str, str]]:
        return [(token.printed, token.key) for token in tokenise(text, self) if token.is_significant]


def tokenise(text: str, counting: SignificantWords) -> list[ComparedWord]:
    found: list[ComparedWord] = []
    sentence = 0
    for printed in _TOKEN.findall(text):
        if printed[0].isalnum():
            folded = _fold(printed)
            decides = folded in counting.numbers or is_distinctive_word(folded)
            counts = folded not in counting.common
            found.append(ComparedWord(printed, folded, counting.stem(folded), sentence, counts, decides))
        elif printed in _ENDS:
            sentence += 1
    return found


def _are_forms(value: str, other: str) -> bool:
    from rapidfuzz.distance import Prefix  # not before texts are compared

    return Prefix.similarity(value, other) >= _LIKE * max(len(value), len(other))


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    return fold(word)


class AdoptionOutcome(StrEnum):
    TAKEN = "taken"
    IN_PART = "taken_in_part"
    NOT_TAKEN = "not_taken"
    GONE = "gone"
    """The provision itself was deleted."""
    UNKNOWN = "unknown"
    """The outcome of the provision is unknown."""


@dataclass(frozen=True, slots=True)
class ProposalAdoption:
    """Adoption of a proposal in a later text.

    Attributes:
        rate: In 0..1, over the changes proposed, and in each over the significant words added or deleted;
            stop words and words changed neither by the proposal nor by the text are left out.
        added: Significant words proposed to be added, in the proposal's order: the word, and whether the text
            adopted it where it was proposed.
        removed: Significant words proposed to be deleted, in the old text's order: the word, and whether it was
            deleted.
    """

    outcome: AdoptionOutcome
    rate: float
    added: tuple[tuple[str, bool], ...] = ()
    removed: tuple[tuple[str, bool], ...] = ()


_TAKEN, _SOME = 0.8, 0.15
"""Minimum rate for adopted, and for partly adopted."""
_REACHES = ((1, 1, 1.0), (2, 3, 0.8))
"""Range of a word's neighbours in the proposal, range in the text, and value of a word with a neighbour."""
_APART = 0.5
"""Value of a word adopted in the sentence, but without any of the words proposed beside it."""
_ELSEWHERE = 0.1
"""Value of a word that was added elsewhere: it is about something else."""
_SEEN = 0.3
"""Minimum value of a word to be shown as adopted."""
_DECIDES = 1.5
"""Weight of a negation, a modal verb or a number, in words."""
_KNOWN = 0.5
"""Share of the weight of an added word that the old text already had."""
_GIVES_WAY = 0.25
"""Value of a word deleted to make room for another."""
_BESIDE = 3
"""Maximum distance from a deleted word, in words of the old text, at which added words count as its replacement."""
_AT_MOST = 0.75
"""Maximum rate if a change was not made, or a condition or number was added that nobody proposed: partly adopted."""


def percent(share: float) -> int:
    figure = max(round(share * 100), 1) if share > 0 else 0
    return figure if share >= 1 else min(figure, 99)


def measure_adoption(old: str, proposal: str, new: str, counting: SignificantWords) -> ProposalAdoption:
    """Return the share of a proposal's changes to an old text that a new text has adopted.

    A proposal that changes no significant word is measured by all its words, and a proposal that only changes
    the order of words, or the marks between them, by adjacent words.
    """
    texts = (old, proposal, new)
    # The forms of one word count as that word.
    read = [tokenise(text, counting) for text in texts]
    leaders: dict[str, str] = {}
    by_head: dict[str, list[ComparedWord]] = {}
    for token in (token for text in read for token in text):
        if token.key in leaders or token.is_decisive or not token.is_significant or len(token.folded) < _HEAD:
            continue
        group = by_head.setdefault(token.folded[:_HEAD], [])
        leading_keys = (leaders[other.key] for other in group if _are_forms(token.folded, other.folded))
        leaders[token.key] = next(leading_keys, token.key)
        group.append(token)
    measure = _AdoptionMeasure(
        *([replace(token, key=leaders.get(token.key, token.key)) for token in text] for text in read)
    )
    if not measure.changes:
        measure = _AdoptionMeasure(
            *(
                [replace(word, key=word.folded, is_significant=True, is_decisive=False) for word in text]
                for text in read
            )
        )
    if not measure.changes:
        adjacent: list[list[ComparedWord]] = []
        for printed in map(_TOKEN.findall, texts):
            pairs = zip(["", *printed], [*printed, ""], strict=True)
            word_pairs = [(f"{value} {other}".strip(), f"{_fold(value)} {_fold(other)}") for value, other in pairs]
            adjacent.append([ComparedWord(words, key, key) for words, key in word_pairs])
        measure = _AdoptionMeasure(*adjacent)
    return measure.result(counting) if measure.changes else ProposalAdoption(AdoptionOutcome.NOT_TAKEN, 0.0)


@dataclass(slots=True)
class _Change:
    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)


class _AdoptionMeasure:
    def __init__(
        self, old: Sequence[ComparedWord], proposal: Sequence[ComparedWord], new: Sequence[ComparedWord]
    ) -> None:
        self._old, self._proposal, self._new = old, proposal, new
        old_counts, proposal_counts, new_counts = _count_words(old), _count_words(proposal), _count_words(new)
        self._proposed = opcodes_between(_keys(old), _keys(proposal))
        proposed, dropped = proposal_counts - old_counts, old_counts - proposal_counts
        self.changes: list[_Change] = []
        change = _Change()
        for tag, i, j, k, m in (*self._proposed, ("equal", 0, len(old), 0, 0)):
            if tag != "equal":
                change.added += [
                    n for n in range(k, m) if proposal[n].is_significant and _spend(proposed, proposal[n].key)
                ]
                change.removed += [n for n in range(i, j) if old[n].is_significant and _spend(dropped, old[n].key)]
            elif k == m or any(token.is_significant for token in old[i:j]):
                if change.added or change.removed:
                    self.changes.append(change)
                change = _Change()
        self._old_words = frozenset(old_counts)
        self._actual = [step for step in opcodes_between(_keys(old), _keys(new)) if step[0] != "equal"]
        self._inserted = [m for _, _, _, k, end in self._actual for m in range(k, end)]
        self._gains = new_counts - old_counts
        lost = old_counts - new_counts  # deleted, whoever proposed it
        self._deleted = frozenset(
            n for _, i, j, *_ in self._actual for n in range(i, j) if old[n].is_significant and _spend(lost, old[n].key)
        )
        self._unproposed = (new_counts - old_counts) - (proposal_counts - old_counts)
        self._used: set[int] = set()

    def result(self, counting: SignificantWords) -> ProposalAdoption:
        added: list[tuple[str, bool]] = []
        removed: list[tuple[str, bool]] = []
        shares: list[tuple[float, float]] = []
        for change in self.changes:
            parts: list[tuple[float, float]] = []
            keeps_decisive = any(self._old[n].is_decisive and n not in self._deleted for n in change.removed)
            for n in change.added:
                token = self._proposal[n]
                score = self._addition_score(n, is_barred=keeps_decisive and token.is_decisive)
                parts.append((_weight(token) * (_KNOWN if token.key in self._old_words else 1.0), score))
                added.append((token.printed, score >= _SEEN))
            share, distance = (_GIVES_WAY, _BESIDE) if change.added else (1.0, 0)
            for n in change.removed:
                parts.append((share * _weight(self._old[n]), self._deletion_score(n, distance)))
                removed.append((self._old[n].printed, n in self._deleted))
            shares.append((sqrt(sum(weight for weight, _ in parts)), _mean(parts)))
        # More conditions or numbers than proposed were added to the sentences with adopted words.
        sentences = {self._new[m].sentence for m in self._used} or {token.sentence for token in self._new}
        inserted = [self._new[m].folded for m in self._inserted if self._new[m].sentence in sentences]
        proposed = [self._proposal[n].folded for op, _, _, k, m in self._proposed if op != "equal" for n in range(k, m)]
        texts = [f" {' '.join(words)} " for words in (inserted, proposed)]
        conditions = [sum(text.count(f" {condition} ") for condition in counting.conditions) for text in texts]
        numbers = [sum(word.isdecimal() or word in counting.numbers for word in text) for text in (inserted, proposed)]
        is_qualified = conditions[0] > conditions[1] or numbers[0] > numbers[1]
        is_part = min(share for _, share in shares) < _SOME or is_qualified
        measure = _mean(shares) * (_AT_MOST if is_part else 1.0)
        outcome = AdoptionOutcome.IN_PART if measure >= _SOME else AdoptionOutcome.NOT_TAKEN
        outcome = AdoptionOutcome.TAKEN if measure >= _TAKEN else outcome
        return ProposalAdoption(outcome, measure, tuple(added), tuple(removed))

    def _addition_score(self, n: int, *, is_barred: bool) -> float:
        """Return the adopted weight of a word of the proposal: all if it is near a word that it is next to there."""
        token = self._proposal[n]
        places = [m for m in self._inserted if self._new[m].key == token.key and m not in self._used]
        if not places or not _spend(self._gains, token.key):
            return 0.0
        place = max(places, key=lambda m: self._score_at(n, m))
        score = self._score_at(n, place)
        self._used.add(place)
        return min(score, _ELSEWHERE) if is_barred else score

    def _score_at(self, n: int, m: int) -> float:
        token = self._proposal[n]
        for reach, new_reach, score in _REACHES[:1] if token.is_decisive else _REACHES:
            neighbours = _neighbours(self._proposal, n, reach) - {token.key}
            if not neighbours or neighbours & _neighbours(self._new, m, new_reach):
                return score
        sentence = {t.key for t in self._proposal if t.sentence == self._proposal[n].sentence and t.is_significant}
        sentence &= self._old_words
        shared = sentence & {t.key for t in self._new if t.sentence == self._new[m].sentence}
        return _APART if not token.is_decisive and 2 * len(shared) >= len(sentence) else _ELSEWHERE

    def _deletion_score(self, n: int, distance: int) -> float:
        if n not in self._deleted:
            return 0.0
        first, last = n, n
        while first - 1 in self._deleted or (first > 0 and not self._old[first - 1].is_significant):
            first -= 1
        while last + 1 in self._deleted or (last + 1 < len(self._old) and not self._old[last + 1].is_significant):
            last += 1
        deleted = sum(place in self._deleted for place in range(first, last + 1))
        others = sum(
            self._new[m].is_significant and self._unproposed[self._new[m].key] > 0
            for _, i, j, k, end in self._actual
            if i <= last + 1 + distance and j >= first - distance
            for m in range(k, end)
        )
        return max(0.0, 1 - others / deleted)


def _spend(counts: Counter[str], word: str) -> bool:
    counts[word] -= 1
    return counts[word] >= 0


def _mean(parts: Sequence[tuple[float, float]]) -> float:
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _weight(token: ComparedWord) -> float:
    return _DECIDES if token.is_decisive else 1.0


def _neighbours(tokens: Sequence[ComparedWord], n: int, reach: int) -> set[str]:
    found = {tokens[n].key}
    for step in (-1, 1):
        remaining, m = reach, n + step
        while remaining and 0 <= m < len(tokens) and tokens[m].sentence == tokens[n].sentence:
            if tokens[m].is_significant:
                found.add(tokens[m].key)
                remaining -= 1
            m += step
    return found


def _count_words(tokens: Sequence[ComparedWord]) -> Counter[str]:
    return Counter(token.key for token in tokens if token.is_significant)


def _keys(tokens: Sequence[ComparedWord]) -> list[str]:
    return [token.key for token in tokens]

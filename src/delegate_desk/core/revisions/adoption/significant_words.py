"""The words of a text as they are compared to tell what was taken of a proposal: which count, and which decide."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from delegate_desk.core.revisions.alignment.word_weights import is_distinctive_word, is_negation
from delegate_desk.core.text import fold
from delegate_desk.core.word_diff import WordChange, WordDiff

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DENIES = 10
"""As how many words a negation counts that comes or goes, where changes are weighed."""
_ENDS = frozenset(".;·;")
_HEAD, _LIKE = 4, 0.57
"""Two words are forms of one if they begin alike: for so many letters, and for this share of the longer one."""


@dataclass(frozen=True, slots=True)
class ComparedWord:
    """One word of a text.

    Attributes:
        folded: The word folded.
        key: What its forms have in common.
        sentence: The number of its sentence in the text.
        is_significant: False of stop words.
        is_decisive: True of negations, modal verbs, numbers and institutions.
    """

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
        common: Folded: words without meaning of their own.
        stem: Common stem of the forms of a folded word.
        numbers: Folded: numbers in words.
        conditions: Folded words, or several in sequence with spaces between, that limit a wording to some
            cases.
    """

    common: frozenset[str] = frozenset()
    stem: Callable[[str], str] = field(default=str)
    numbers: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()

    def count(self, words: WordDiff) -> int:
        """Number of significant words that a comparison adds or deletes."""
        return sum(len(self.significant_words(text)) for change, text in words if change is not WordChange.EQUAL)

    def weigh(self, words: WordDiff) -> int:
        """The same, where a negation counts as many words."""
        changed = [
            _folded(word)
            for change, text in words
            if change is not WordChange.EQUAL
            for word, _ in self.significant_words(text)
        ]
        return self.count(words) + sum(_DENIES - 1 for word in changed if is_negation(word))

    def significant_words(self, text: str) -> list[tuple[str, str]]:
        """The words of a text that count, in order: as printed, and what their forms have in common."""
        return [(token.printed, token.key) for token in tokenise(text, self) if token.is_significant]

    def conditions_in(self, bare: Sequence[str]) -> int:
        """Number of conditions in a sequence of folded words."""
        text = f" {' '.join(bare)} "
        return sum(text.count(f" {condition} ") for condition in self.conditions)

    def numbers_in(self, bare: Sequence[str]) -> int:
        """Number of some folded words that are numbers."""
        return sum(word.isdecimal() or word in self.numbers for word in bare)


def tokenise(text: str, counting: SignificantWords) -> list[ComparedWord]:
    """All words of a text, in order."""
    found: list[ComparedWord] = []
    sentence = 0
    for printed in _TOKEN.findall(text):
        if printed[0].isalnum():
            bare = _folded(printed)
            decides = bare in counting.numbers or is_distinctive_word(bare)
            counts = bare not in counting.common
            found.append(ComparedWord(printed, bare, counting.stem(bare), sentence, counts, decides))
        elif printed in _ENDS:
            sentence += 1
    return found


def group_forms(texts: Sequence[str], counting: SignificantWords) -> list[list[ComparedWord]]:
    """The words of some texts, with one key for those that look like forms of one.

    Stemmers leave ``désigne`` and ``désignent`` two.
    """
    read = [tokenise(text, counting) for text in texts]
    leaders: dict[str, str] = {}
    by_head: dict[str, list[ComparedWord]] = {}
    for token in (token for text in read for token in text):
        if token.key in leaders or token.is_decisive or not token.is_significant or len(token.folded) < _HEAD:
            continue
        like = by_head.setdefault(token.folded[:_HEAD], [])
        leaders[token.key] = next(
            (leaders[other.key] for other in like if _alike(token.folded, other.folded)), token.key
        )
        like.append(token)
    return [[replace(token, key=leaders.get(token.key, token.key)) for token in text] for text in read]


def _alike(one: str, other: str) -> bool:
    same = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))
    return same >= _LIKE * max(len(one), len(other))


def words_as_printed(texts: Sequence[str], counting: SignificantWords) -> list[list[ComparedWord]]:
    """All words of some texts, each form for itself, stop words too."""
    read = [tokenise(text, counting) for text in texts]
    return [
        [replace(token, key=token.folded, is_significant=True, is_decisive=False) for token in text] for text in read
    ]


def adjacent_pairs(texts: Sequence[str], _: SignificantWords) -> list[list[ComparedWord]]:
    """Adjacent words in some texts, including marks."""
    return [list(_beside(_TOKEN.findall(text))) for text in texts]


def _beside(printed: Sequence[str]) -> Iterator[ComparedWord]:
    for one, other in zip(["", *printed], [*printed, ""], strict=True):
        bare = f"{_folded(one)} {_folded(other)}"
        yield ComparedWord(f"{one} {other}".strip(), bare, bare)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)

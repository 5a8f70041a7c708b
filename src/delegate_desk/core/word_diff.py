"""Word diff between an old and a new wording: insertions and deletions."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


class WordChange(StrEnum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


WordDiff = tuple[tuple[WordChange, str], ...]


def diff_words(old: str, new: str) -> WordDiff:
    """Compare two wordings by whole words; runs of one kind are merged, a deletion comes before its insertion.

    Without the insertions the result is exactly the old text, without the deletions the new text.
    """
    if old == new:
        return ((WordChange.EQUAL, old),) if old else ()
    old_tokens, new_tokens = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = opcodes_between(old_tokens, new_tokens)
    runs: list[tuple[WordChange, str]] = []
    deleted = inserted = ""
    for n, (tag, i, j, k, m) in enumerate(steps):
        stored = "".join(old_tokens[i:j])
        lone_space = stored == " " and 0 < n < len(steps) - 1 and steps[n - 1][0] == steps[n + 1][0] == "replace"
        if tag == "equal" and not lone_space:
            runs += [(WordChange.DELETE, deleted), (WordChange.INSERT, inserted), (WordChange.EQUAL, stored)]
            deleted = inserted = ""
        else:
            deleted += stored
            inserted += "".join(new_tokens[k:m])
    runs += [(WordChange.DELETE, deleted), (WordChange.INSERT, inserted)]
    return tuple(run for run in runs if run[1])


_SMALL = 120
"""Maximum number of tokens per side for a direct call of SequenceMatcher, which takes a second for 6,000 of them."""
_MARGIN = 8
"""Number of tokens of the common beginning and end that SequenceMatcher may still choose from."""

Step = tuple[str, int, int, int, int]


def opcodes_between(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """Return the opcodes of ``SequenceMatcher.get_opcodes``, in milliseconds for a long text with a few changes.

    Long texts are first aligned at the words that occur once in each (patience diff).
    """
    steps: list[Step] = []
    i = k = 0
    for old, new in [*_anchors(before, after), (len(before), len(after))]:
        if before[i:old] == after[k:new]:
            steps.append(("equal", i, old, k, new))
        else:
            matcher = SequenceMatcher(None, before[i:old], after[k:new], autojunk=False)
            steps += [(tag, i + a, i + b, k + c, k + d) for tag, a, b, c, d in matcher.get_opcodes()]
        if old < len(before) and new < len(after):
            steps.append(("equal", old, old + 1, new, new + 1))
        i, k = old + 1, new + 1
    merged: list[Step] = []
    for tag, i, j, k, m in steps:
        last = merged[-1] if merged else None
        if last and (last[0] == "equal") == (tag == "equal"):
            merged[-1] = (tag if tag == last[0] else "replace", last[1], j, last[3], m)
        else:
            merged.append((tag, i, j, k, m))
    return merged


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of offsets to align, in order; empty if the texts are short or have nothing in common."""
    if max(len(before), len(after)) <= _SMALL:
        return []
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    head, tail = max(0, head - _MARGIN), max(0, tail - _MARGIN)
    ends_old, ends_new = len(before) - tail, len(after) - tail
    anchors = unique_anchors(before[head:ends_old], after[head:ends_new])
    return [
        *((n, n) for n in range(head)),
        *((head + n, head + k) for n, k in anchors),
        *((ends_old + n, ends_new + n) for n in range(tail)),
    ]


def unique_anchors(old: Sequence[Hashable | None], new: Sequence[Hashable | None]) -> list[tuple[int, int]]:
    """Return the offsets of keys that occur once on each side, increasing on both (patience diff); None is no key."""
    once_old, once_new = Counter(old), Counter(new)
    places = {key: n for n, key in enumerate(new) if key is not None and once_new[key] == 1}
    return longest_increasing_chain(
        [(n, places[key]) for n, key in enumerate(old) if key is not None and once_old[key] == 1 and key in places]
    )


def old_text(words: Iterable[tuple[WordChange, str]]) -> str:
    return "".join(text for change, text in words if change is not WordChange.INSERT)


def new_text(words: Iterable[tuple[WordChange, str]]) -> str:
    return "".join(text for change, text in words if change is not WordChange.DELETE)


def longest_increasing_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest sequence of pairs that increases on both sides; the input increases on the first."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, (_, new) in enumerate(pairs):
        place = bisect_left(tops, new)
        previous.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [new]
        ends[place : place + 1] = [n]
    chosen: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = previous[n]
    return chosen[::-1]

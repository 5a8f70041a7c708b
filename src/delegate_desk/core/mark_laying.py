"""Laying the words of an older text on a text that marks its changes, so that as few marks as can be are untrue."""

from collections import Counter
from collections.abc import Sequence

from delegate_desk.core.mark_tokens import Said, Token
from delegate_desk.core.words import rising

_MOST = 400_000
"""Pairs of words: where there are more, both texts are first pinned together at words that stand once in each."""
_FAULT = 10
_WAS_THERE = 9
"""A word marked as new that was there costs a little less than to say that it is gone from its place."""

Pair = tuple[int | None, int | None]


def lay(old: Sequence[Token], marked: Sequence[Token]) -> list[Pair]:
    """Which word is which, by their places on both sides, in order; None for what the other side has not."""
    head = 0
    while head < min(len(old), len(marked)) and _is_true_pair(old[head], marked[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(marked)) - head and _is_true_pair(old[-1 - tail], marked[-1 - tail]):
        tail += 1
    pairs: list[Pair] = [(n, n) for n in range(head)]
    i = k = head
    ends = len(old) - tail, len(marked) - tail
    for n, m in [*_pins(old[head : ends[0]], marked[head : ends[1]], head), ends]:
        pairs += [
            (None if one is None else i + one, None if other is None else k + other)
            for one, other in _cheapest(old[i:n], marked[k:m])
        ]
        if (n, m) != ends:
            pairs.append((n, m))
        i, k = n + 1, m + 1
    return pairs + [(ends[0] + n, ends[1] + n) for n in range(tail)]


def _is_true_pair(old: Token, marked: Token) -> bool:
    return old.form == marked.form and marked.said is not Said.NEW


def _pins(old: Sequence[Token], marked: Sequence[Token], offset: int) -> list[tuple[int, int]]:
    """Pairs of words to pin together, in order; none where the texts are short."""
    if len(old) * len(marked) <= _MOST:
        return []
    once_old, once_new = Counter(t.form for t in old), Counter(t.form for t in marked)
    where = {t.form: n for n, t in enumerate(marked) if once_new[t.form] == 1 and t.said is not Said.NEW}
    pairs = [(n, where[t.form]) for n, t in enumerate(old) if once_old[t.form] == 1 and t.form in where]
    return [(offset + n, offset + k) for n, k in rising(pairs)]


def _cheapest(old: Sequence[Token], marked: Sequence[Token]) -> list[Pair]:
    """The laying with the fewest untrue marks; of equals the one that pairs earlier words."""
    if not old or not marked:
        return [(n, None) for n in range(len(old))] + [(None, n) for n in range(len(marked))]
    width = len(marked) + 1
    pairing = [_WAS_THERE if t.said is Said.NEW else 0 for t in marked]
    adding = [0 if t.said in (Said.NEW, Said.LEFT_OUT) else _FAULT for t in marked]
    dropping = [_dropping(marked, k) for k in range(width)]
    forms = [t.form for t in marked]
    below = [0] * width
    for k in range(width - 2, -1, -1):
        below[k] = below[k + 1] + adding[k]
    rows = [below]
    for token in reversed(old):
        row = [0] * width
        row[-1] = below[-1] + dropping[-1]
        for k in range(width - 2, -1, -1):
            best = row[k + 1] + adding[k]
            if (dropped := below[k] + dropping[k]) < best:
                best = dropped
            if forms[k] == token.form and (paired := below[k + 1] + pairing[k]) < best:
                best = paired
            row[k] = best
        rows.append(row)
        below = row
    rows.reverse()
    return _walk(rows, [t.form for t in old], forms, (pairing, dropping))


def _dropping(marked: Sequence[Token], place: int) -> int:
    """What it costs to leave out an old word at a place: nothing beside dots that stand for words left out."""
    return 0 if any(t.said is Said.LEFT_OUT for t in marked[max(0, place - 1) : place + 1]) else _FAULT


def _walk(
    rows: Sequence[Sequence[int]],
    old: Sequence[str],
    marked: Sequence[str],
    costs: tuple[Sequence[int], Sequence[int]],
) -> list[Pair]:
    pairing, dropping = costs
    pairs: list[Pair] = []
    i = k = 0
    while i < len(old) or k < len(marked):
        here = rows[i][k]
        both = i < len(old) and k < len(marked)
        if both and old[i] == marked[k] and here == rows[i + 1][k + 1] + pairing[k]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif i < len(old) and here == rows[i + 1][k] + dropping[k]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, k))
            k += 1
    return pairs

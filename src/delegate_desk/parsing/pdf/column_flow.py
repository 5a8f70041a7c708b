"""Pages whose text runs down one column and then down the next, as in the Official Journal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, groupby, pairwise, takewhile
from statistics import median

from delegate_desk.parsing.pdf.drawn_lines import HorizontalLine, Upright
from delegate_desk.parsing.pdf.glyphs import GlyphRun

_MIDDLE = (0.4, 0.6)  # of the text's width: where the gap between two columns lies
_NARROWEST = 8.0  # points
_WIDEST = 3000  # points: where the file is damaged, words stand anywhere
_LEAST_LINES = 8  # in each column
_FILLED = 0.8  # of a column's width: how far most of its lines reach
_MOSTLY = 0.6  # of its lines
_LOOSE = 1.4  # of the leading: a gap through both columns, as between the rows of a table
_BANDS = 15  # lines for each such gap
_SMALLER = 0.93  # of the size of the text
_NOTE_SIGNS = frozenset("0123456789*+")
_NEAR = 20  # points
_CROSSING = 3  # lines of a page: its head and foot may stand across
_INDENT = 12.0  # points
_SEPARATOR = (40.0, 260.0)  # points: how wide the rule above footnotes is


@dataclass(frozen=True, slots=True)
class TwoColumnPage:
    """A page with two columns of running text: what stands above them, in each, in each below its text, and below.

    Attributes:
        edge: Where the first ends.
        shift: From the left edge of the first to that of the second.
    """

    above: list[GlyphRun]
    texts: tuple[list[GlyphRun], list[GlyphRun]]
    notes: tuple[list[GlyphRun], list[GlyphRun]]
    below: list[GlyphRun]
    edge: float
    shift: float


def columns_of(
    pieces: Sequence[GlyphRun], rules: Sequence[HorizontalLine], uprights: Iterable[Upright]
) -> TwoColumnPage | None:
    """The two columns in which most of a page is written; None for any other page."""
    gutter = _gutter(pieces) if len(pieces) >= 2 * _LEAST_LINES else None
    if gutter is None:
        return None
    pieces = [part for piece in pieces for part in (piece.divided(gutter) if _spans(piece, gutter) else (piece,))]
    run = _longest_run(pieces, gutter)
    sides = ([piece for piece in run if piece.x1 <= gutter], [piece for piece in run if piece.x0 >= gutter])
    if not all(sides) or any(_between(upright, *sides) for upright in uprights):
        return None
    bottoms = [_bottom(side, rules) for side in sides]
    left, right = ([p for p in side if p.base >= end] for side, end in zip(sides, bottoms, strict=True))
    if not (_is_running_text(left) and _is_running_text(right)) or _is_table(left, right):
        return None
    top, low = max(piece.base for piece in run), min(piece.base for piece in run)
    first, second = ([p for p in side if p.base < end] for side, end in zip(sides, bottoms, strict=True))
    return TwoColumnPage(
        [piece for piece in pieces if piece.base > top],
        (left, right),
        (first, second),
        [piece for piece in pieces if piece.base < low],
        max(piece.x1 for piece in left),
        _shift(left, right),
    )


def _shift(left: Sequence[GlyphRun], right: Sequence[GlyphRun]) -> float:
    """From one column to the other by their left edges, unless all of one is put in: then by their right edges."""
    at_left = min(piece.x0 for piece in right) - min(piece.x0 for piece in left)
    at_right = max(piece.x1 for piece in right) - max(piece.x1 for piece in left)
    return at_left if abs(at_left - at_right) < _INDENT else at_right


def _bottom(side: Sequence[GlyphRun], rules: Iterable[HorizontalLine]) -> float:
    """Where the text of a column ends and its footnotes begin: below a rule, or where letters are smaller."""
    x0, middle, small = min(p.x0 for p in side), median(p.base for p in side), _SMALLER * _size_of(side)
    for rule in rules:  # from top to bottom
        is_wide = _SEPARATOR[0] <= rule.x1 - rule.x0 <= _SEPARATOR[1] and abs(rule.x0 - x0) < _NARROWEST / 2
        underlines = any(0 < p.base - rule.y < p.look.size / 4 and p.x0 < rule.x1 for p in side)
        below = max((p for p in side if p.base < rule.y), key=lambda p: p.base, default=None)
        if is_wide and rule.y < middle and not underlines and below and below.look.size < small:
            return rule.y
    upwards = sorted(side, key=lambda p: p.base)
    notes = list(takewhile(lambda p: p.look.size < small, upwards))
    return notes[-1].base + 1 if notes and notes[-1].text.strip()[:1] in _NOTE_SIGNS else float("-inf")


def _size_of(pieces: Iterable[GlyphRun]) -> float:
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return sizes.most_common(1)[0][0]


def _gutter(pieces: Sequence[GlyphRun]) -> float | None:
    """Where in the middle of a page next to no words stand."""
    x0, x1 = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    low, high = (int(x0 + part * (x1 - x0)) for part in _MIDDLE)
    if high - low > _WIDEST:
        return None
    crossing = [0] * (high - low + 1)
    for word in (word for piece in pieces for word in piece.words):
        for x in range(max(low, int(word.x0)), min(high, int(word.x1)) + 1):
            crossing[x - low] += 1
    most = min(crossing) + _CROSSING
    runs = (list(run) for is_free, run in groupby(range(len(crossing)), lambda at: crossing[at] <= most) if is_free)
    free = next((run for run in runs if len(run) >= _NARROWEST - 1), None)
    if free is None:
        return None
    near = free[:_NEAR]  # where the first column ends, not behind the labels of the second
    fewest = min(crossing[at] for at in near)
    freest = list(takewhile(lambda at: crossing[at] == fewest, dropwhile(lambda at: crossing[at] > fewest, near)))
    return low + (freest[0] + freest[-1] + 1) / 2


def _spans(piece: GlyphRun, gutter: float) -> bool:
    """True if a piece holds words of both columns, none of them across the gutter."""
    across = any(word.x0 < gutter < word.x1 for word in piece.words)
    return piece.x0 < gutter < piece.x1 and not across and len(piece.words) > 1


def _longest_run(pieces: Sequence[GlyphRun], gutter: float) -> list[GlyphRun]:
    """The pieces that follow each other down a page with none across the gutter."""
    runs: list[list[GlyphRun]] = [[]]
    for piece in sorted(pieces, key=lambda p: -p.base):
        if piece.x0 < gutter < piece.x1:
            runs.append([])
        else:
            runs[-1].append(piece)
    return max(runs, key=len)


def _between(upright: Upright, left: Sequence[GlyphRun], right: Sequence[GlyphRun]) -> bool:
    """True for a line drawn between two columns of a table."""
    inside = max(p.x1 for p in left) - 1 <= upright.x <= min(p.x0 for p in right) + 1
    return inside and upright.y0 < max(p.base for p in left) and upright.y1 > min(p.base for p in left)


def _is_running_text(pieces: Sequence[GlyphRun]) -> bool:
    """True if most lines of a column fill it."""
    ends: dict[int, float] = {}
    for piece in pieces:
        ends[round(piece.base)] = max(piece.x1, ends.get(round(piece.base), 0.0))
    x0, x1 = min((p.x0 for p in pieces), default=0.0), max(ends.values(), default=0.0)
    filled = sum(end > x0 + _FILLED * (x1 - x0) for end in ends.values())
    return len(ends) >= _LEAST_LINES and filled >= _MOSTLY * len(ends)


def _is_table(left: Sequence[GlyphRun], right: Sequence[GlyphRun]) -> bool:
    """True if gaps run through both columns, as they do between a table's rows."""
    sides = [sorted({round(piece.base) for piece in side}, reverse=True) for side in (left, right)]
    leading = median(above - below for above, below in pairwise(sides[0]))
    every = sorted({base for side in sides for base in side}, reverse=True)
    bottom, top = max(side[-1] for side in sides), min(side[0] for side in sides)
    gaps = [above - below for above, below in pairwise(every) if bottom <= below and above <= top]
    bands = sum(gap > _LOOSE * leading for gap in gaps)
    return bands > max(1, len(sides[0]) / _BANDS)

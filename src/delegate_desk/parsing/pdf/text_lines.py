"""Lines of a PDF page: pieces at one height, left to right, with marks and raised characters."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise, takewhile
from statistics import median

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import TextRun
from delegate_desk.parsing.pdf.glyphs import Frame, GlyphRun
from delegate_desk.parsing.pdf.page import HorizontalLine, PdfPage, font_size

_MIDDLE = (0.4, 0.6)  # of the text's width: the gap between two columns is there
_NARROWEST = 8.0  # points
_WIDEST = 3000  # points: in a damaged file words are anywhere
_LEAST_LINES = 8  # in each column
_FILLED = 0.8  # of a column's width: how far most of its lines reach
_MOSTLY = 0.6  # of its lines
_LOOSE = 1.4  # of the leading: a gap through both columns, as between the rows of a table
_BANDS = 15  # lines for each such gap
_SMALLER = 0.93  # of the size of the text
_NOTE_SIGNS = frozenset("0123456789*+")
_NEAR = 20  # points
_CROSSING = 3  # lines of a page: its head and foot may cross the gap
_INDENT = 12.0  # points
_SEPARATOR = (40.0, 260.0)  # points: how wide the rule above footnotes is


def _lines_of_two_columns(page: PdfPage) -> "list[PdfLine] | None":
    """Return the lines of a page with two columns of running text; None for any other page.

    In order: above the columns, in each, below both, and those that stand below the text of each.
    """
    pieces: Sequence[GlyphRun] = page.pieces
    gutter = _gutter(pieces) if len(pieces) >= 2 * _LEAST_LINES else None
    if gutter is None:
        return None
    pieces = [part for piece in pieces for part in (piece.split_at(gutter) if _spans(piece, gutter) else (piece,))]
    runs: list[list[GlyphRun]] = [[]]  # down the page, without a piece across the gutter
    for piece in sorted(pieces, key=lambda p: -p.base):
        if piece.x0 < gutter < piece.x1:
            runs.append([])
        else:
            runs[-1].append(piece)
    run = max(runs, key=len)
    sides = ([piece for piece in run if piece.x1 <= gutter], [piece for piece in run if piece.x0 >= gutter])
    if not all(sides):
        return None
    bases = [piece.base for piece in sides[0]]
    between = max(piece.x1 for piece in sides[0]) - 1, min(piece.x0 for piece in sides[1]) + 1
    uprights = (u for u in page.drawing.uprights if between[0] <= u.x <= between[1])
    if any(u.y0 < max(bases) and u.y1 > min(bases) for u in uprights):
        return None  # the columns of a table
    bottoms = [_bottom(side, page.drawing.rules) for side in sides]
    left, right = ([p for p in side if p.base >= end] for side, end in zip(sides, bottoms, strict=True))
    if not (_is_running_text(left) and _is_running_text(right)) or _is_table(left, right):
        return None
    top, low = max(piece.base for piece in run), min(piece.base for piece in run)
    edge = max(piece.x1 for piece in left)
    # the distance of the columns by their left edges; by the right ones if a whole column is indented
    shift = min(piece.x0 for piece in right) - min(piece.x0 for piece in left)
    at_right = max(piece.x1 for piece in right) - edge
    shift = shift if abs(shift - at_right) < _INDENT else at_right
    text = [*_in_column(page, left, edge, 0.0), *_in_column(page, right, edge, shift)]
    notes = []
    for side, end, moved in zip(sides, bottoms, (0.0, shift), strict=True):
        notes += _in_column(page, [piece for piece in side if piece.base < end], edge, moved)
    upper, lower = [p for p in pieces if p.base > top], [p for p in pieces if p.base < low]
    note_lines = (replace(line, is_note=True) for line in notes)
    return [*_lines(page, upper), *text, *_lines(page, lower), *note_lines]


def _bottom(side: Sequence[GlyphRun], rules: Iterable[HorizontalLine]) -> float:
    """Return the end of a column's text and the start of its footnotes: below a rule, or in smaller type."""
    x0, middle, small = min(p.x0 for p in side), median(p.base for p in side), _SMALLER * font_size(side)
    for rule in rules:  # from top to bottom
        is_wide = _SEPARATOR[0] <= rule.x1 - rule.x0 <= _SEPARATOR[1] and abs(rule.x0 - x0) < _NARROWEST / 2
        underlines = any(0 < p.base - rule.y < p.style.size / 4 and p.x0 < rule.x1 for p in side)
        next_piece = max((p for p in side if p.base < rule.y), key=lambda p: p.base, default=None)
        if is_wide and rule.y < middle and not underlines and next_piece and next_piece.style.size < small:
            return rule.y
    upwards = sorted(side, key=lambda p: p.base)
    notes = list(takewhile(lambda p: p.style.size < small, upwards))
    return notes[-1].base + 1 if notes and notes[-1].text.strip()[:1] in _NOTE_SIGNS else float("-inf")


def _gutter(pieces: Sequence[GlyphRun]) -> float | None:
    """Return the position in the middle of a page that hardly any words cross."""
    x0, x1 = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    low, high = (int(x0 + part * (x1 - x0)) for part in _MIDDLE)
    if high - low > _WIDEST:
        return None
    crossing = [0] * (high - low + 1)
    for word in (word for piece in pieces for word in piece.words):
        for x in range(max(low, int(word.x0)), min(high, int(word.x1)) + 1):
            crossing[x - low] += 1
    limit = min(crossing) + _CROSSING
    runs = (list(run) for is_free, run in groupby(range(len(crossing)), lambda n: crossing[n] <= limit) if is_free)
    free = next((run for run in runs if len(run) >= _NARROWEST - 1), None)
    if free is None:
        return None
    first = free[:_NEAR]  # where the first column ends, not after the labels of the second
    fewest = min(crossing[n] for n in first)
    freest = list(takewhile(lambda n: crossing[n] == fewest, dropwhile(lambda n: crossing[n] > fewest, first)))
    return low + (freest[0] + freest[-1] + 1) / 2


def _spans(piece: GlyphRun, gutter: float) -> bool:
    """True if a piece has words in both columns, but none across the gutter."""
    across = any(word.x0 < gutter < word.x1 for word in piece.words)
    return piece.x0 < gutter < piece.x1 and not across and len(piece.words) > 1


def _is_running_text(pieces: Sequence[GlyphRun]) -> bool:
    """True if most lines fill the width of a column."""
    ends: dict[int, float] = {}
    for piece in pieces:
        ends[round(piece.base)] = max(piece.x1, ends.get(round(piece.base), 0.0))
    x0, x1 = min((p.x0 for p in pieces), default=0.0), max(ends.values(), default=0.0)
    filled = sum(end > x0 + _FILLED * (x1 - x0) for end in ends.values())
    return len(ends) >= _LEAST_LINES and filled >= _MOSTLY * len(ends)


def _is_table(left: Sequence[GlyphRun], right: Sequence[GlyphRun]) -> bool:
    """True if gaps run through both columns, as between the rows of a table."""
    sides = [sorted({round(piece.base) for piece in side}, reverse=True) for side in (left, right)]
    leading = median(upper - lower for upper, lower in pairwise(sides[0]))
    bases = sorted({base for side in sides for base in side}, reverse=True)
    bottom, top = max(side[-1] for side in sides), min(side[0] for side in sides)
    gaps = [upper - lower for upper, lower in pairwise(bases) if bottom <= lower and upper <= top]
    bands = sum(gap > _LOOSE * leading for gap in gaps)
    return bands > max(1, len(sides[0]) / _BANDS)


COLUMN_GAP = 2.0  # minimum width of a gap between columns, in font sizes

_SAME_LINE = 0.45  # of the size: how far baselines of one line may lie apart
_SAME_LINE_SMALL = 0.6
_SMALL = 0.8  # of a line's size: what a raised letter is not larger than
_RAISED = 0.1
_UNDER = (-0.2, -0.02)  # of the size, from the baseline: the position of an underline
_THROUGH = (0.12, 0.45)
_WORD_GAP = 0.18  # of the size
_LABEL = re.compile(
    r"[‘“«„\"']?(?:(?:\d{1,2}\.){2,4}|\(?\d{1,3}(?:[a-zα-ωа-я]{0,2}|\s?(?:bis|ter|quater)|-[A-Z]|\.[a-z])[.)]{1,2}|"
    r"\([a-zα-ωа-я]{2}\)|"
    r"\(?(?:[ivxl]{1,6}|[IVXL]{2,6}|([a-z])\1?|[α-ω]{1,3}|[а-я]|[A-ZΑ-ΩА-Я])[.)]|[-–—−•·▪*●○■□◦‣⁃➢])"
)
_FIELD = re.compile(r"[^:]{1,40}:")  # the label of a line in the header
_NOTE_LABEL = re.compile(r"\d{1,3}|[*+]{1,4}")
_FIRST_WORD = re.compile(r"\S+")
_APART = 0.45  # of the size: how wide a gap sets a label apart
_FIELD_APART = 0.9
_FEW_GAPS, _LIKE = 3, 1.3
_HEAD_EDGES = 3  # of the two columns of a letterhead
_ABOVE, _BELOW = 0.85, 0.25  # of the size, from the baseline: how far letters reach


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters of a line with the same style; a footnote reference is raised and small."""

    text: str
    marks: frozenset[Mark]
    x0: float
    x1: float
    raised: bool


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line, or its part in one column.

    Attributes:
        body_x: Start of its text after a label followed by a gap; else ``x0``.
        label: The label at its beginning: of a numbered unit, or ``From:`` in a header; empty if there is none.
        shift: Its horizontal offset on the page: text in two columns is treated as if the second were below the first.
        column: The right edge of the columns on such a page; None elsewhere.
        is_note: True if it is below a column's text, like footnotes.
        first_word: Width of its first word.
    """

    bits: tuple[Bit, ...]
    page: int
    base: float
    size: float
    x0: float
    x1: float
    body_x: float
    label: str
    has_label_gap: bool
    shift: float = 0.0
    column: float | None = None
    is_note: bool = False
    first_word: float = 0.0

    @property
    def text(self) -> str:
        """Return its words, without raised characters."""
        return "".join(bit.text for bit in self.bits if not bit.raised)

    @property
    def printed(self) -> str:
        """Return its words, with raised characters."""
        return "".join(bit.text for bit in self.bits)

    @property
    def frame(self) -> Frame:
        """Return its edges on the page."""
        left, right = self.x0 + self.shift, self.x1 + self.shift
        return left, self.base - _BELOW * self.size, right, self.base + _ABOVE * self.size

    @property
    def marks(self) -> frozenset[Mark]:
        """Return the marks shared by all its words."""
        found = [bit.marks for bit in self.bits if bit.text.strip() and not bit.raised]
        return frozenset.intersection(*found) if found else frozenset()


def build_lines(page: PdfPage) -> list[PdfLine]:
    """Return the lines of a page from top to bottom, column by column; a column gap divides a row into lines."""
    lines = _lines_of_two_columns(page)
    return _lines(page, page.pieces) if lines is None else lines


def _lines(page: PdfPage, pieces: list[GlyphRun]) -> list[PdfLine]:
    """Return the lines of a part of a page, which wide gaps and the borders of cells divide.

    The text after a label belongs to it. The lines of a letterhead may be in a table, where the text beside a field
    belongs to it all the same. In a table of more columns these are drawn, as a justified line has wide gaps between
    words.
    """
    lines: list[PdfLine] = []
    for row in _rows(pieces):
        parts: list[list[GlyphRun]] = []
        end = 0.0
        low, high = min(piece.base for piece in row), max(piece.base for piece in row)
        uprights = [u for u in page.drawing.uprights if u.y0 <= high and low <= u.y1]
        in_table = len({round(u.x) for u in uprights if u.y0 <= row[0].base <= u.y1}) > _HEAD_EDGES
        has_head = page.number == 1 and not in_table
        for piece in row:
            text_before = "".join(p.text for p in parts[-1]) if parts else ""
            has_border = any(end - 1 <= u.x <= piece.x0 + 1 and u.y0 <= piece.base <= u.y1 for u in uprights)
            is_wide = not in_table and piece.x0 - end > COLUMN_GAP * piece.style.size
            is_field = has_head and text_before.rstrip().endswith(":")
            is_divided = (has_border and not is_field) or (is_wide and not is_label(text_before))
            if not parts or is_divided:
                parts.append([piece])
                end = piece.x1
            else:
                parts[-1].append(piece)
                end = max(end, piece.x1)
        lines += [_build_line(page, part) for part in parts]
    return lines


def _in_column(page: PdfPage, pieces: list[GlyphRun], edge: float, shift: float) -> list[PdfLine]:
    """Return the lines of a column, those of the second as if they were in the first; they have no gaps."""
    lines = []
    for line in (_build_line(page, row) for row in _rows(pieces)):
        x0, x1, body_x = line.x0 - shift, line.x1 - shift, line.body_x - shift
        lines.append(replace(line, x0=x0, x1=x1, body_x=body_x, shift=shift, column=edge))
    return lines


def _rows(pieces: list[GlyphRun]) -> list[list[GlyphRun]]:
    """Group pieces by height, from top to bottom, each row from left to right."""
    rows: list[list[GlyphRun]] = []
    largest: GlyphRun | None = None
    for piece in sorted(pieces, key=lambda p: (-p.base, p.x0)):
        small, large = sorted((largest.style.size, piece.style.size)) if largest else (0.0, 0.0)
        tolerance = (_SAME_LINE_SMALL if small <= _SMALL * large else _SAME_LINE) * large
        if rows and largest and abs(largest.base - piece.base) <= tolerance:
            rows[-1].append(piece)
            if (piece.style.size, len(piece.text)) > (largest.style.size, len(largest.text)):
                largest = piece
        else:
            rows.append([piece])
            largest = piece
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def is_label(text: str) -> bool:
    """True if some words are a complete label: of a numbered unit, or of a header line, which ends in a colon."""
    label = text.strip()
    return bool(_LABEL.fullmatch(label) or _NOTE_LABEL.fullmatch(label)) or label.endswith(":")


def _build_line(page: PdfPage, pieces: list[GlyphRun]) -> PdfLine:
    letters = Counter[float]()
    for piece in pieces:
        letters[piece.style.size] += len(piece.text)
    size = max(letters, key=lambda s: (letters[s], s))
    base = median(p.base for p in pieces if p.style.size == size)
    rules = [r for r in page.drawing.rules if -size < r.y - base < size]
    left, right = pieces[0].x0, max(p.x1 for p in pieces)
    slack = 0.2 * size  # those of a table extend further than the words
    rules = [r for r in rules if left - slack <= r.x0 and r.x1 <= right + slack]
    under, struck = ([r for r in rules if low * size <= r.y - base < high * size] for low, high in (_UNDER, _THROUGH))
    bits: list[Bit] = []
    for piece in pieces:
        raised = piece.style.size <= _SMALL * size and piece.base > base + _RAISED * size
        if (
            bits
            and piece.x0 - bits[-1].x1 > _WORD_GAP * size
            and not (piece.text[0] == " " or bits[-1].text[-1] == " ")
        ):
            bits.append(Bit(" ", bits[-1].marks & piece.style.marks, bits[-1].x1, piece.x0, raised=False))
        bits += _bits(piece, under, struck, raised)
    label, body_x, has_gap = _label(pieces, size)
    text = "".join(piece.text for piece in pieces)
    word = _FIRST_WORD.search(text)
    first = _start(pieces, word.end()) - _start(pieces, word.start()) if word else 0.0
    return PdfLine(tuple(bits), page.number, base, size, left, right, body_x, label, has_gap, first_word=first)


def _bits(piece: GlyphRun, underlines: list[HorizontalLine], strikes: list[HorizontalLine], raised: bool) -> list[Bit]:
    if not underlines and not strikes:
        return [Bit(piece.text, piece.style.marks, piece.x0, piece.x1, raised)]
    starts = piece.starts()
    bits: list[Bit] = []
    for letter, x0, x1 in zip(piece.text, starts, [*starts[1:], piece.x1], strict=True):
        middle = (x0 + x1) / 2
        marks = piece.style.marks
        if any(r.x0 <= middle <= r.x1 for r in underlines):
            marks |= {Mark.UNDERLINE}
        if any(r.x0 <= middle <= r.x1 for r in strikes):
            marks |= {Mark.STRIKE}
        if bits and bits[-1].marks == marks:
            bits[-1] = Bit(bits[-1].text + letter, marks, bits[-1].x0, x1, raised)
        else:
            bits.append(Bit(letter, marks, x0, x1, raised))
    return bits


def _label(pieces: list[GlyphRun], size: float) -> tuple[str, float, bool]:
    """Return the label at the beginning of a line, the start of the following text, and whether a gap precedes it."""
    text = "".join(piece.text for piece in pieces)
    for pattern, gap in ((_FIELD, _FIELD_APART), (_LABEL, _APART), (_NOTE_LABEL, _APART)):
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()].isspace()):
            rest = next((i for i in range(match.end(), len(text)) if not text[i].isspace()), None)
            if rest is None:
                return match[0], pieces[0].x0, False
            begin = _start(pieces, rest)
            width = begin - _start(pieces, match.end())
            has_gap = width > gap * size and not (
                text[rest].islower() and any(c.isdecimal() for c in match[0]) and _is_justified(pieces, begin, width)
            )
            if pattern is _LABEL or has_gap:
                return match[0], begin if has_gap else pieces[0].x0, has_gap
    return "", pieces[0].x0, False


def _is_justified(pieces: list[GlyphRun], begin: float, width: float) -> bool:
    """True if the gaps between the words of a line are equally wide: none of them follows a label."""
    words = [word for piece in pieces for word in piece.words if word.x1 > begin]
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    return len(gaps) >= _FEW_GAPS and width < _LIKE * median(gaps)


def _start(pieces: list[GlyphRun], offset: int) -> float:
    for piece in pieces:
        if offset < len(piece.text):
            return piece.start(offset)
        offset -= len(piece.text)
    return pieces[-1].x1


def text_runs(line: PdfLine, labels: frozenset[str]) -> list[TextRun]:
    """Return the words of a line as runs; raised labels of footnotes are references."""
    runs: list[TextRun] = []
    for bit in line.bits:
        calls = bit.text.replace(",", " ").split() if bit.raised else []
        if calls and all(call in labels for call in calls):
            runs += [TextRun("", bit.marks, call) for call in calls]
        else:
            runs.append(TextRun(bit.text, bit.marks))
    return runs

"""Paragraphs from lines: continuation of the previous line, and joining."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from itertools import groupby, pairwise

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.pdf.glyphs import HYPHEN, Frame
from delegate_desk.parsing.pdf.page import PdfPage
from delegate_desk.parsing.pdf.page_layout import PdfCell
from delegate_desk.parsing.pdf.text_lines import PdfLine, text_runs
from delegate_desk.parsing.text_lines import HYPHENS, WordBreaks

_SAME_PLACE = 3.0  # points
_LOOSER = 1.18  # of the leading: how much wider a gap divides paragraphs
_LITTLE_LOOSER = 1.06
_VERY_SHORT = 0.35  # of the text's width
_FIRST_LINE = 60.0  # points: how far the first line of a paragraph may be put in
_SOME, _MANY = 0.2, 0.4  # of the lines at one distance
_FILLED, _FULL = 0.6, 0.8  # of the text's width
_FLUSH = 1.0  # points: how far from the edge of its cell a stretched line ends
_FEWEST, _MOSTLY_FLUSH = 4, 0.6  # of the lines of a column but the last of each cell
_CELL_SLACK = 0.45  # of the size: the edge of a cell's words is known, that of a page's only roughly
_AROUND = 12  # letters
_SENTENCE_END = re.compile(r"[^\W\d_][.!?;][»”’\"')]*\s*$")
_NEXT_SENTENCE = re.compile(r"[^\W\d_][.!?;][»”’\"')]*\s+(?=[^\W\d_a-z])")
_WIDEST = 1.45  # of the size
_STOPS = (".", ",", ";", ":", "!", "?", "·", "—", "–")
_ENDED = re.compile(r"[.;:!?·»”’\"]\W*$")
_UNIT = re.compile(  # ``Article 5``, ``ΤΙΤΛΟΣ ΙΙ``, ``III FEJEZET``: its title is on the next line
    r"[^\W\d_]+\s+(?:[IVXLCΙΧ]+|\d+\s?[^\W\d_]?|premier)[.º°]?|(?:\d+|[IVXLC]+)\.?\s+[^\W\d_]+"
)


@dataclass(frozen=True, slots=True)
class LineMeasures:
    """Common measures of a document's lines.

    Attributes:
        leading: The most frequent line distance, by size.
        indents: Left edges of lines that are not centred, in whole points.
        width: Width of the page; None inside a cell.
        flush: True in a cell whose lines are justified to its right edge.
        breaks: In a cell, what other cells show about sentences that end with their line.
    """

    left: float
    right: float
    leading: dict[float, float]
    indents: frozenset[int] = frozenset()
    width: float | None = None
    flush: bool = False
    breaks: "SentenceBreaks | None" = None


@dataclass(slots=True)
class ParagraphLines:
    """Lines of a paragraph while it is being read, those after the first from ``body_x`` on."""

    lines: list[PdfLine]
    centred: bool
    body_x: float | None = None
    gap: float | None = None
    is_narrow: bool = field(default=False)

    @property
    def last(self) -> PdfLine:
        return self.lines[-1]


def measure_leading(pages: Iterable[list[PdfLine]]) -> dict[float, float]:
    """Return the line distance within a paragraph, for each size: the distance at which sentences most often continue.

    If most paragraphs have one line, the most frequent distance is that between paragraphs.
    """
    pages = list(pages)
    left = min((line.x0 for lines in pages for line in lines), default=0.0)
    right = max((line.x1 for lines in pages for line in lines), default=0.0)
    gaps: dict[float, Counter[float]] = {}
    short: dict[float, Counter[float]] = {}
    full: dict[float, Counter[float]] = {}
    for lines in pages:
        for previous, following in pairwise(lines):
            gap = previous.base - following.base
            if previous.size == following.size and 0.9 * previous.size < gap < 2.6 * previous.size:
                place, continues = round(gap * 2) / 2, _sentence_continues(previous, following)
                reach = (previous.x1 - left) / max(1.0, (previous.column or right) - left)
                gaps.setdefault(previous.size, Counter())[place] += 1
                short.setdefault(previous.size, Counter())[place] += continues
                is_wide = (previous.x1 - previous.x0) / max(1.0, right - left) > _FULL
                is_full = is_wide and not following.label and not previous.text.rstrip().endswith(_STOPS)
                weight = 2 if continues and reach > _FILLED else int(is_full)
                full.setdefault(previous.size, Counter())[place] += weight
    found = {size: _leading(size, gaps[size], full[size], short[size]) for size in gaps}
    return {size: gap for size, gap in found.items() if gap}


def _leading(size: float, gaps: Counter[float], full: Counter[float], short: Counter[float]) -> float | None:
    """Return the distance at which full or most lines continue; else the most frequent one, unless it is wide."""
    for continuing, share in ((full, _SOME), (short, _MANY)):
        fewest = 2 if continuing is full else 1
        likely = [gap for gap in gaps if continuing[gap] >= max(fewest, share * gaps[gap])]
        if likely:
            return max(likely, key=lambda gap: (continuing[gap], -gap))
    most_frequent = max(gaps, key=lambda gap: (gaps[gap], -gap))
    return most_frequent if most_frequent <= _WIDEST * size else None


def _sentence_continues(line: PdfLine, following: PdfLine) -> bool:
    """True if a sentence continues from line to line."""
    begins_small = not following.label and following.text.lstrip()[:1].islower()
    return begins_small and not line.text.rstrip().endswith(_STOPS)


def group_paragraphs(lines: Iterable[PdfLine], measures: LineMeasures) -> list[ParagraphLines]:
    """Group lines in reading order into paragraphs, also across pages."""
    found: list[ParagraphLines] = []
    for line in lines:
        paragraph = found[-1] if found else None
        if paragraph is None or not _continues(paragraph, line, measures):
            found.append(ParagraphLines([line], is_centred(line, measures)))
            continue
        if _is_below(line, paragraph.last):
            paragraph.gap = paragraph.last.base - line.base
        paragraph.is_narrow = paragraph.is_narrow or _ends_short(paragraph.last, line, measures.right)
        if not paragraph.centred:
            paragraph.body_x = line.x0
        paragraph.lines.append(line)
    return found


def is_centred(line: PdfLine, measures: LineMeasures) -> bool:
    """True if a line is centred in the text, clear of its margins."""
    if line.has_label_gap or any(round(line.x0) + step in measures.indents for step in (-1, 0, 1)):
        return False
    if measures.width and is_centred_between(line, measures.left, measures.width - measures.left):
        return True
    return is_centred_between(line, measures.left, measures.right)


def is_centred_between(line: PdfLine, left: float, right: float) -> bool:
    """True if a line is centred between two margins, clear of them."""
    return abs((line.x0 + line.x1) - (left + right)) < line.size and line.x0 > left + 2 * line.size


def _continues(paragraph: ParagraphLines, line: PdfLine, measures: LineMeasures) -> bool:
    last = paragraph.last
    if abs(last.size - line.size) > 0.1 * last.size or (line.has_label_gap and line.label):
        return False
    if not _is_below(line, last):
        return _continues_over_page(paragraph, line, measures)
    usual = paragraph.gap or measures.leading.get(last.size, 1.2 * last.size)
    gap = last.base - line.base
    if gap > _LOOSER * usual or gap <= 0:
        return False
    if paragraph.centred:
        first = paragraph.lines[0]
        in_middle = abs(line.x0 + line.x1 - first.x0 - first.x1) < line.size
        text = last.text.strip()
        is_unit = bool(_UNIT.fullmatch(text)) or (text.isupper() and text.isalpha())  # with its title below: ``ANNEX``
        alone = len(paragraph.lines) == 1 and (last.marks != line.marks or is_unit)
        return in_middle and not alone and not _UNIT.fullmatch(line.text.strip())
    if not _in_place(paragraph, line):
        return False
    if _ended_before(paragraph, line, gap / usual, measures):
        return False
    return not (line.label and paragraph.body_x is None and line.x0 < paragraph.lines[0].x0 - _SAME_PLACE)


def _is_below(line: PdfLine, last: PdfLine) -> bool:
    return line.page == last.page and line.shift == last.shift


def _in_place(paragraph: ParagraphLines, line: PdfLine) -> bool:
    """True if a line begins where the next line of a paragraph would."""
    first = paragraph.lines[0]
    if paragraph.body_x is not None:
        return abs(line.x0 - paragraph.body_x) <= _SAME_PLACE
    if first.has_label_gap:
        return min(abs(line.x0 - first.body_x), abs(line.x0 - first.x0)) <= _SAME_PLACE
    put_in = first.x0 - line.x0
    hangs = -_FIRST_LINE / 2 <= put_in < -_SAME_PLACE and bool(first.label)
    return -_SAME_PLACE <= put_in <= _FIRST_LINE or hangs


def _ended_before(paragraph: ParagraphLines, line: PdfLine, looseness: float, measures: LineMeasures) -> bool:
    """True if a paragraph ended although the next line is near: its last line is short, and other evidence agrees.

    A short line alone may come from words that must not be separated, such as a number and its unit.
    """
    last = paragraph.last
    if measures.breaks:
        if _sentence_continues(last, line):
            return False
        if _ended_in_cell(paragraph, line, measures, measures.breaks):
            return True
    is_field = paragraph.lines[0].has_label_gap and paragraph.lines[0].label.endswith(":")
    right = max(pdf_line.x1 for pdf_line in paragraph.lines) if paragraph.is_narrow else measures.right
    if is_field or not _ends_short(last, line, right):
        return False
    space = right - last.x1
    very_short = space > _VERY_SHORT * (measures.right - measures.left)
    looks_new = looseness > _LITTLE_LOOSER or last.marks != line.marks
    words = last.text.rstrip()
    at_margin = not paragraph.lines[0].has_label_gap and abs(line.x0 - measures.left) <= _SAME_PLACE
    citation = at_margin and words.endswith(",") and line.text.lstrip()[:1].isupper()
    return very_short or looks_new or citation or bool(_ENDED.search(words))


def _ended_in_cell(paragraph: ParagraphLines, line: PdfLine, measures: LineMeasures, breaks: "SentenceBreaks") -> bool:
    """True if a paragraph ended in a narrow cell, where its last line is often as wide as the others."""
    last = paragraph.last
    if line.label and (last.text.rstrip().endswith((":", ";")) or _follows(paragraph.lines[0].label, line.label)):
        return True
    if measures.flush:
        return last.x1 < measures.right - _FLUSH - _CELL_SLACK * last.size
    # with these words a paragraph ended in another cell, or else with most sentences
    return ends_sentence(last, line) and breaks.known.get(_around(last, line), breaks.ended > breaks.inside)


def _follows(label: str, next_label: str) -> bool:
    """True for two consecutive labels of one list: ``(a)`` and ``(b)``, ``1.`` and ``2.``."""
    current, following = label.strip("().–-"), next_label.strip("().–-")
    if current.isdecimal() and following.isdecimal():
        return int(following) == int(current) + 1
    return len(current) == len(following) == 1 and ord(following) == ord(current) + 1


def ends_sentence(last: PdfLine, line: PdfLine) -> bool:
    return bool(_SENTENCE_END.search(last.text)) and line.text.lstrip()[:1].isupper()


@dataclass(slots=True)
class SentenceBreaks:
    """Ends of sentences in cells: ``known`` tells by the letters around one whether a paragraph ended there."""

    known: dict[tuple[str, str], bool] = field(default_factory=dict)
    ended: int = 0
    inside: int = 0

    def add(self, paragraphs: Sequence[ParagraphLines], leading: dict[float, float]) -> None:
        """Learn from the paragraphs of a cell; if gaps separate them, lines without gap are ignored."""
        for previous, following in pairwise(paragraphs):
            last, line = previous.last, following.lines[0]
            if ends_sentence(last, line):
                self.known[_around(last, line)] = True
                gap = last.base - line.base
                self.ended += 0 < gap <= _LOOSER * leading.get(last.size, 1.2 * last.size)
        for line in (line for paragraph in paragraphs for line in paragraph.lines):
            for match in _NEXT_SENTENCE.finditer(line.text):
                before, after = line.text[: match.end()].rstrip(), line.text[match.end() :]
                self.known.setdefault((before[-_AROUND:], after[:_AROUND]), False)
                self.inside += 1


def _around(last: PdfLine, line: PdfLine) -> tuple[str, str]:
    return last.text.rstrip()[-_AROUND:], line.text.lstrip()[:_AROUND]


def cell_measures(cells: Iterable[PdfCell], leading: dict[float, float]) -> dict[tuple[int, int], LineMeasures]:
    """Return common measures of the cells of a table with the same edges, by these edges in whole points.

    A cell has as much space between edge and words on the right as on the left.
    """
    cells_by_edges: dict[tuple[int, int], list[PdfCell]] = {}
    for cell in cells:
        cells_by_edges.setdefault(cell.edges, []).append(cell)
    found = {}
    for edges, group in cells_by_edges.items():
        lines = [line for cell in group for line in cell.lines]
        margin = max(0.0, min(line.x0 for line in lines) - group[0].left)
        text_end = max(line.x1 for line in lines)
        limit = max(group[0].right - margin, text_end)
        inner_lines = [line for cell in group for line in cell.lines[:-1]]
        stretched = sum(text_end - line.x1 < _FLUSH for line in inner_lines)
        flush = len(inner_lines) >= _FEWEST and stretched > _MOSTLY_FLUSH * len(inner_lines)
        size = lines[0].size
        found[edges] = LineMeasures(
            group[0].left, limit + _CELL_SLACK * size, leading, flush=flush, breaks=SentenceBreaks()
        )
    breaks = SentenceBreaks()
    for edges, group in cells_by_edges.items():
        for cell in group:
            breaks.add(group_paragraphs(cell.lines, found[edges]), leading)
    return {edges: replace(measures, breaks=breaks) for edges, measures in found.items()}


def _ends_short(last: PdfLine, line: PdfLine, right: float) -> bool:
    """True if the first word of a line would have fitted on the last: the paragraph ended there."""
    return last.x1 + 0.3 * last.size + line.first_word < right - 0.5 * last.size


def _continues_over_page(paragraph: ParagraphLines, line: PdfLine, measures: LineMeasures) -> bool:
    """True if a line at the top of a page continues the paragraph at the end of the previous page."""
    last = paragraph.last
    is_label = line.label and not (measures.breaks and line.label.endswith(":"))  # in a cell ``35 days:`` is none
    if is_centred(line, measures) or paragraph.centred or not _in_place(paragraph, line) or is_label:
        return False
    words = last.text.rstrip()
    if words.endswith(HYPHENS) or line.text.lstrip()[:1].islower():
        return True
    return not _ENDED.search(words) and not _ends_short(last, line, measures.right)


class Joiner:
    """Joins the lines of paragraphs; uses the document's words to distinguish broken words from hyphenated ones."""

    def __init__(
        self, pages: Iterable[list[PdfLine]], labels: frozenset[str], left: float, pdf_pages: Iterable[PdfPage] = ()
    ) -> None:
        self._pages = {page.number: page for page in pdf_pages}
        self._labels = labels
        self._left = left
        texts = ([*(line.text.strip() for line in lines), ""] for lines in pages)
        self._breaks = WordBreaks(text for page in texts for text in page)

    def block(self, paragraph: ParagraphLines, cell: tuple[int, int, int] | None = None) -> Block:
        first = paragraph.lines[0]
        return Block(
            self.runs(paragraph.lines),
            page=first.page,
            indent=max(0.0, round(first.x0 - self._left, 1)),
            centred=paragraph.centred,
            cell=cell,
            boxes=self.boxes(paragraph.lines),
        )

    def boxes(self, lines: Iterable[PdfLine]) -> tuple[PageBox, ...]:
        """Return the boxes of lines: one box for consecutive lines on a page."""
        frames: list[tuple[int, Frame]] = []
        for line in lines:
            x0, y0, x1, y1 = line.frame
            page, last = frames[-1] if frames else (0, line.frame)
            if page == line.page and y1 < last[3] + line.size:
                frames[-1] = (page, (min(x0, last[0]), min(y0, last[1]), max(x1, last[2]), max(y1, last[3])))
            else:
                frames.append((line.page, line.frame))
        return tuple(self._pages[page].box(frame) for page, frame in frames if page in self._pages)

    def runs(self, lines: Iterable[PdfLine]) -> tuple[TextRun, ...]:
        """Return the words of lines as runs, with equal neighbours merged."""
        runs: list[TextRun] = []
        for line in lines:
            of_line = text_runs(line, self._labels)
            while runs and runs[-1].note is None and not runs[-1].text.strip():
                runs.pop()
            if runs and of_line:
                runs[-1:] = self._seam(runs[-1], of_line[0])
            runs += of_line
        merged: list[TextRun] = []
        for (marks, is_call), group in groupby(runs, key=lambda run: (run.marks, run.note is not None)):
            if is_call:
                merged += group
            elif text := "".join(run.text for run in group):
                merged.append(TextRun(text, marks))
        if merged and merged[0].note is None:
            merged[0] = replace(merged[0], text=merged[0].text.lstrip())
        if merged and merged[-1].note is None:
            merged[-1] = replace(merged[-1], text=merged[-1].text.rstrip())
        return tuple(merged)

    def _seam(self, run: TextRun, following: TextRun) -> list[TextRun]:
        """Return the last run of a line for joining with the next: with a space, or as part of a broken word."""
        text = run.text.rstrip()
        if run.note is None and text.endswith(HYPHENS) and following.text[:1].isalnum():
            stem = text.rstrip("".join(HYPHENS))
            hyphen = "" if self._breaks.is_broken(text, following.text) else "-"
            return [replace(run, text=stem + hyphen)]
        clean = replace(run, text=run.text.replace(HYPHEN, "-"))
        if run.text.endswith(" ") or following.text.startswith(" "):
            return [clean]
        return [clean, TextRun(" ", run.marks & following.marks)]

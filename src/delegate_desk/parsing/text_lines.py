"""The lines of a plain text: which begin a part of an act, labels on separate lines, words broken at line ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.header import field_labels, page_feet
from delegate_desk.parsing.references import provision_references
from delegate_desk.parsing.structure import block_labels, headings

_LONGEST_HEADING = 40
_STOPS = (".", ",", ";", ":", "·", "—", "–")
_LEADS_ON = (",", "—", "–")
_ENDS = (".", ";", "!", "?", "·")
_FORMULAS = ("citation", "recitals_intro", "enacting_formula", "done_at")
_SHORT = 0.6  # of the width
_FULL = 0.85  # of it


def begins(previous: str, line: str, width: int) -> bool:
    """True if a line certainly continues nothing: it or the line above is a heading, or a formula begins."""
    if is_heading(line) or is_heading(previous):
        # the number of a part may end the sentence above it: ``Annex II.`` below ``referred to in``
        ends_sentence = line.endswith(_ENDS) and not previous.endswith(_STOPS) and previous[-1:].islower()
        return not ends_sentence or is_heading(previous)
    parted = previous.endswith(_STOPS) and (line[:1].isupper() or len(previous) < _FULL * width)
    if (parted or _is_shouted(previous)) and _is_formula(line):
        return True
    if _is_shouted(previous) != _is_shouted(line) and (previous.endswith(_LEADS_ON) or _is_shouted(line)):
        return True
    if line[:1].islower():
        return previous.endswith(_ENDS) and len(previous) < _FULL * width
    # the line above is a title: short, without a full stop, and the next begins with a capital
    titled = line[:1].isupper() and len(previous) < _SHORT * width and previous[-1:].isalpha()
    return titled and previous[:1].isupper() and not block_labels.read(previous)


def is_heading(line: str) -> bool:
    """True if a line is the number of an article, a chapter or an annex, and nothing else."""
    if len(line) > _LONGEST_HEADING or not (line[:1].isupper() or line[:1].isdecimal()):
        return False
    found = headings.parse(line, vocabulary.languages())
    return found is not None and not line[found.end :].strip(" .:]")


def _is_shouted(line: str) -> bool:
    return line.isupper() and not any(c.isdecimal() for c in line)


@cache
def _is_formula(line: str) -> bool:
    return any(vocabulary.begins_formula(key, line, vocabulary.languages()) for key in _FORMULAS)


ENDED = (".", ";", ":", "!", "?", "·")
_PAGE_NUMBER = re.compile(r"[-–]?\s?\d{1,3}\s?[-–]?")
_STARRED = re.compile(r"[(\[]\*{1,3}[)\]]")
_AHEAD = 200  # lines of points before the paragraph whose number is above them
_POINTED = 40  # characters before a number that may name what is numbered


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of text.

    Attributes:
        gap: Whether a blank line precedes it.
        after_page_end: Whether a page end or footnotes precede it: the text above may continue in it.
    """

    text: str
    page: int | None
    gap: bool
    after_page_end: bool = False


def split(text: str) -> tuple[list[PlainLine], list[str]]:
    """Return the lines with text, and separately those of running heads and page feet."""
    raw: list[str] = []
    pages: list[int] = []
    page_texts = text.split("\f")
    for number, page in enumerate(page_texts, start=1):
        if number > 1:
            raw.append("\f")
            pages.append(number)
        rows = [row.strip(" \x1a").strip() for row in page.split("\n")]
        raw += rows
        pages += [number] * len(rows)
    feet = page_feet.find(raw)
    running = [" ".join(row.split()) for start, end in feet for row in raw[start:end] if row]
    for start, end in feet:
        raw[start:end] = ["\f"] * (end - start)
    return list(_lines(raw, pages, paged=len(page_texts) > 1)), running


def _lines(raw: Sequence[str], pages: Sequence[int], *, paged: bool) -> Iterator[PlainLine]:
    gap, page_ended = True, False
    for n, (row, page) in enumerate(zip(raw, pages, strict=True)):
        if row == "\f":
            page_ended = True
        elif not row:
            gap = True
        elif not (paged and _PAGE_NUMBER.fullmatch(row) and _is_at_edge(raw, n)):
            yield PlainLine(row, page if paged else None, gap, page_ended)
            gap = page_ended = False


def _is_at_edge(raw: Sequence[str], index: int) -> bool:
    previous = next((raw[n] for n in range(index - 1, -1, -1) if raw[n]), "\f")
    return previous == "\f" or next((raw[n] for n in range(index + 1, len(raw)) if raw[n]), "\f") == "\f"


def join_labels(lines: Sequence[PlainLine], width: int, languages: Sequence[str]) -> list[PlainLine]:
    """Join labels on separate lines with the text below, or with the sentence above that they end."""
    lines = _restore_number_order(lines)
    found: list[PlainLine] = []
    pending: PlainLine | None = None
    number = 0  # of the last numbered line
    for n, line in enumerate(lines):
        if pending:
            line, pending = replace(pending, text=f"{pending.text} {line.text}"), None
            found.append(line)
            continue
        following = lines[n + 1] if n + 1 < len(lines) else None
        label = block_labels.read(f"{line.text} ")
        is_next = label is not None and label.is_number and label.readings[0].number in (1, number + 1)
        is_within = following is None or following.text[:1].islower() or not is_next
        number = label.readings[0].number if label and label.is_number else number
        if not is_label(line.text):
            found.append(line)
            continue
        previous = found[-1].text if found else ""
        is_full = width > 0 and len(previous) >= _FULL * width
        # the next number of the text ends the sentence above only if that line is full
        can_end = bool(found) and not line.gap and not is_heading(previous) and not previous.endswith(ENDED)
        # ``Article`` above ``5.``, ``Article 3`` above ``(2)``
        is_named = (is_within and is_full and line.text[:1].isdecimal() and not previous.endswith(",")) or (
            names_unit(previous, languages) or (previous[-1:].isdecimal() and line.text.startswith("("))
        )
        if can_end and (is_within or is_full) and is_named:
            found[-1] = replace(found[-1], text=f"{previous} {line.text}")
        elif following and _is_labelled(found, following):
            pending = line
        else:
            found.append(line)
    return found


def _restore_number_order(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Move a paragraph number that was copied too early, beside the label of a point, back above its paragraph.

    That is the next paragraph without a label: ``2.``, ``(a)``, the points, and only then the text of paragraph 2.
    """
    lines = list(lines)
    for n in range(len(lines) - 1):
        pair = [block_labels.read(f"{line.text} ") if is_label(line.text) else None for line in lines[n : n + 2]]
        numbers = [label is not None and label.is_number and label.brackets != "()" for label in pair]
        # of two lines with only labels, one is a paragraph's number, and the other a point's label
        if not all(pair) or lines[n + 1].after_page_end or sum(numbers) != 1:
            continue
        source = n + numbers.index(True)
        target = _find_unlabelled(lines, n + 2, lines[source].text)
        if target is not None:
            lines[target - 1 : target] = [lines[target - 1], replace(lines[source], gap=True)]
            del lines[source]
    return lines


def _find_unlabelled(lines: Sequence[PlainLine], start: int, number: str) -> int | None:
    target = block_labels.read(f"{number} ")
    for n in range(start + 1, min(len(lines), start + _AHEAD)):
        line = lines[n]
        label = block_labels.read(f"{line.text} ")
        if (label and target and label.is_number and label.brackets == target.brackets) or is_heading(line.text):
            return None
        begins = line.gap and not label and line.text[:1].isupper()
        if begins and not is_label(lines[n - 1].text) and not field_labels.at_start(line.text):
            return n
    return None


@lru_cache(maxsize=1024)
def is_label(line: str) -> bool:
    """True for a line with only a label; asterisks in brackets label a remark."""
    line = line.lstrip("‘“„«»”\"'")  # of what is quoted
    label = block_labels.read(f"{line} A")
    if label is not None and label.end >= len(line):
        return True
    return block_labels.outline(f"{line} ") == line or bool(_STARRED.fullmatch(line))


def _is_labelled(previous: Sequence[PlainLine], line: PlainLine) -> bool:
    """True if the line below a label can be its text: not a label, a heading or the value of a header."""
    if field_labels.at_start(line.text) or block_labels.read(line.text) or is_label(line.text):
        return False
    empty = previous and (header := field_labels.at_start(previous[-1].text)) and header.end >= len(previous[-1].text)
    return not empty and not is_heading(line.text)


def names_unit(text: str, languages: Sequence[str]) -> bool:
    """True if a text ends with the word for a unit, whose number follows: ``Article``, ``παράγραφος``."""
    tail = text.rstrip()[-_POINTED:]
    return any(
        match.end() == len(tail)
        for language in languages
        for match in provision_references.pointer_patterns(language).unit.finditer(tail)
    )


def begins_with_unit(text: str, languages: Sequence[str]) -> bool:
    """True if a text begins with the word for a unit, in languages that put it after its number: ``artiklan``."""
    head = text.lstrip()[:_POINTED]
    number_first = [language for language in languages if language in provision_references.NUMBER_FIRST]
    return any(provision_references.pointer_patterns(language).unit.match(head) for language in number_first)


HYPHENS = ("\u0002", "\u00ad", "-", "\u2010")
"""Characters that end a line within a word; PDFium has U+0002 for a hyphen that it takes for a divided word."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_OFTEN = 0.04  # of all lines: how many end in a hyphen where a program divides words
_LONGEST = 80  # letters of a word
_JOINING = frozenset(
    "and or und oder bzw ou et e o y och eller og en of ja tai i a oraz lub nebo alebo ali in és vagy και ή и или "
    "ir vai ar või sau și u jew agus nó bis to".split()
)
"""Words after a hyphen that stands for an omitted part: ``long- and short-term``."""


class WordBreaks:
    """Frequency of each word of a text, whole or with a hyphen inside, and whether lines divide words in it.

    Args:
        lines: Lines of the text, an empty one where nothing continues.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        divided: list[tuple[str, str]] = []
        seen, after_hyphen = 0, False
        for line, following in pairwise([*lines, ""]):
            words = [word.casefold() for word in _WORD.findall(line)]
            at_hyphen = line.endswith(HYPHENS) and bool(following)
            self._words.update(words[after_hyphen : len(words) - at_hyphen])
            if at_hyphen and (parts := _parts(line, following)):
                divided.append(parts)
            seen, after_hyphen = seen + bool(line), at_hyphen
        joined = sum(bool(self._words["".join(parts)]) for parts in divided)
        hyphenated = sum(bool(self._words["-".join(parts)]) for parts in divided)
        self._divides = joined > hyphenated or (joined == hyphenated and len(divided) > _OFTEN * seen)

    def join(self, line: str, following: str) -> str:
        parts = _parts(line, following) if line.endswith(HYPHENS) and following[:1].islower() else None
        if parts is None or (parts[1] in _JOINING and not self._words["".join(parts)]):
            return f"{line}\n{following}"
        return f"{line[:-1]}{following}" if self.is_broken(line, following) else f"{line[:-1]}-{following}"

    def is_broken(self, line: str, following: str) -> bool:
        """True if the hyphen at the end of a line was caused by the line break."""
        parts = _parts(line, following)
        if parts is None or line.endswith("\u00ad"):
            return parts is not None
        joined, hyphenated = self._words["".join(parts)], self._words["-".join(parts)]
        if joined != hyphenated:
            return joined > hyphenated
        if following[:1].isupper() and not (following[1:2].isupper() and line[-2:-1].isupper()):
            return False
        are_words = [bool(self._words[part]) for part in parts]
        return self._divides if any(are_words) and not all(are_words) else not any(are_words)


def _parts(line: str, following: str) -> tuple[str, str] | None:
    last = _LAST_PART.search(line[-_LONGEST:].rstrip("".join(HYPHENS)))
    first = _FIRST_PART.match(following[:_LONGEST])
    return (last[0].casefold(), first[0].casefold()) if last and first else None

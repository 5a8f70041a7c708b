"""The lines at the beginning of a document: the content of each, and which are not values of fields.

A stamp, a marking or a code may be anywhere on the first page, also between labels and values. Labels divided by line
breaks or columns are joined again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents.document import SubjectCode
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header import document_number, field_labels

_DATED = re.compile(r"\s*(?:until|jusqu'au|μεχρι|bis)\s.*$")
_FOOT_WORD = 4  # letters: units, initials and languages in page feet have fewer
_WORDS = 2


@cache
def _forms() -> dict[str, str]:
    """Return the level of each form, folded, with dashes and slashes unified."""
    levels = paths.load_table("classification")["forms"]
    return {_level(form): level for level, forms in levels.items() for form in forms}


def _level(line: str) -> str:
    folded = fold(line).strip(" .:*[]()\"'")
    return re.sub(r"\s*[-/]\s*", "/", _DATED.sub("", folded))


def level_in_line(line: str) -> str | None:
    """Return the level that a line names: in one form, or in two separated by a slash; None if it says more."""
    level = _level(line)
    if level in _forms():
        return _forms()[level]
    strokes = (match.start() for match in re.finditer("/", level))
    pairs = ((_forms().get(level[:n]), _forms().get(level[n + 1 :])) for n in strokes)
    return next((value for value, other in pairs if value and other), None)


def own_marking(top: Sequence[str], running: Sequence[str], reference: Reference | None, *, run_on: bool) -> str | None:
    """Return the classification above a document's labels or at the feet of its pages; None if there is none.

    A notice that lifts a classification (DCL) prints the old marking and has none itself.
    """
    if reference is not None and any(suffix.kind == "DCL" for suffix in reference.suffixes):
        return None
    for line in top:
        level = level_in_line(line)
        if level:
            return level
    for form, level in sorted(_forms().items(), key=lambda item: -len(item[0])):
        spelt = re.compile(rf"(?<![\w/]){re.escape(form)}(?![\w/])")
        feet = [foot.replace(form, " ").split() for foot in map(_level, running) if spelt.search(foot)]
        # a running title that mentions a marking has further words
        if any(sum(len(word) > _FOOT_WORD and word.isalpha() for word in words) < _WORDS for words in feet):
            return level
        for line in top if run_on else ():
            capitals = " ".join(word for word in line.split() if word.isupper() or not word.isalpha())
            if spelt.search(_level(line)) and form.upper() in _level(capitals).upper():
                return level
    return None


ORIGINAL = re.compile(r"\(\s*OR\.?\s*([a-z]{2})\b[^)]*\)", re.IGNORECASE)
CODE = re.compile(
    r"(?<![\w/])(?!(?:ST|SN|CM|DS|XT|XN|WK|EUCO|CG|CONV|CIG|REV|ADD|COR|DCL|INIT|AMD|EXT|DG|PE-CONS|COM|SWD|SEC|JOIN|LEX|LT)\b)"
    r"([A-Z]{1,12}(?:[/&.-](?:[A-Z]+|19\b))*(?: (?:CO|CONS|EUR(?:-PREP)?|CRP[12]?))?) ?(\d{1,4})(?![\d/.,]|[a-zà-ÿ])"
)
_FILE_ALONE = re.compile(r"\b(?:19|20)\d{2}/\d{4}\s?\([A-Z]{3}\)")
_FILE = re.compile(rf"[^:]{{0,60}}:?\s?{_FILE_ALONE.pattern}")
_PIECE = re.compile(rf"LIMITE(?=\s|$)|(?:{CODE.pattern}[\s,;]*)+")
_LIMITED = re.compile(r"\d\S* (?:.*\W)?LIMITE(?=\s|$)")
STAMP = "PUBLIC"
_LONGEST_PIECE = 4
_FIELDS = 3  # labels
_ONE_LINE = 400
_LETTERS = re.compile(r"[\s.\-–_]+")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the beginning of a document.

    Attributes:
        block: The index of its block.
        first: True if it is the first of its block.
    """

    text: str
    block: int
    source_block: Block
    first: bool


def split(blocks: Sequence[Block], at_most: int) -> list[HeaderLine]:
    """Return the lines of the first blocks, a few more than requested if a block has many."""
    found: list[HeaderLine] = []
    for number, block in enumerate(blocks):
        text = f"{block.label} {block.text}" if block.label else block.text
        parts = [" ".join(part.split()) for part in text.replace("\v", "\n").split("\n")]
        parts = [piece for part in parts if part for field in _fields(part) for piece in _columns(field)]
        found.extend(HeaderLine(part, number, block, first=n == 0) for n, part in enumerate(parts))
        if len(found) > at_most:
            break
    return found


def _fields(line: str) -> list[str]:
    """Split a line at its labels if it contains three or more of one language, including the subject's."""
    if line.count(":") < _FIELDS or len(line) > _ONE_LINE:
        return [line]
    labels, language = field_labels.within_one_language(line)
    meanings = {label.meaning(language) for label in labels}
    if len(meanings) < _FIELDS or "subject" not in meanings or labels[0].start:
        return [line]
    starts = [label.start for label in labels]
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _columns(line: str) -> tuple[str, ...]:
    """Return the parts of a line of two columns; files go last, as a suffix belongs to the number above."""
    if len(line) > _ONE_LINE:
        return (line,)
    files: list[str] = []
    others: list[str] = []
    rest = line
    if _LIMITED.search(line) and (number := document_number.leading(line)):
        others.append(number)
        rest = line[len(number) :].lstrip()
    while rest:
        piece = _FILE.match(rest) if not files else _FILE_ALONE.match(rest)
        found = piece or document_number.SUFFIX_LINE.match(rest) or _PIECE.match(rest)
        if not found:
            return (line,)
        (files if piece else others).append(found.group().strip())
        rest = rest[found.end() :].lstrip()
    pieces = [*others, " ".join(files)] if files else others
    return tuple(pieces) if others and len(pieces) > 1 else (line,)


def is_limite(line: str) -> bool:
    """True for the marking, with or without letter spacing."""
    return _LETTERS.sub("", line) == "LIMITE"


def codes(line: str) -> list[SubjectCode]:
    """Return the subject codes in a line; ``SOMMAIRE1`` is a footnote reference, not a code."""
    return [SubjectCode(match[1], int(match[2])) for match in CODE.finditer(line) if not _is_call(match)]


def _is_call(match: re.Match[str]) -> bool:
    return len(match[2]) == 1 and match.group() == match[1] + match[2] and match[1] not in known_codes()


def has_known_codes(line: str) -> bool:
    """True if any subject code in a line is known, or there are several."""
    found = codes(line)
    return len(found) > 1 or any(code.code in known_codes() for code in found)


def is_codes(line: str) -> bool:
    rest = CODE.sub(lambda match: match.group() if _is_call(match) else "", line)
    return bool(CODE.search(line)) and not re.sub(r"[\s,;]+", "", rest)


@cache
def known_codes() -> frozenset[str]:
    table = paths.load_table("subject_codes")
    return frozenset((*table["seen"], *table["known"]))


def is_stamp_piece(line: str) -> bool:
    """True for the stamp PUBLIC or a piece of it, as a rotated stamp is read: ``PU``, ``B``, ``LI``, ``C``."""
    return line == STAMP or (len(line) <= _LONGEST_PIECE and line in STAMP)


def is_stamped(lines: Sequence[str]) -> bool:
    """True if the stamp PUBLIC is among lines, complete or in consecutive pieces."""
    ends = (line.rsplit(":", 1)[-1].strip() for line in lines)  # a piece may have run into a label beside it
    pieces = [end for end in ends if is_stamp_piece(end)]
    if STAMP in pieces:
        return True
    message = "".join(pieces)
    return STAMP in message or sorted(message) == sorted(STAMP)


def is_furniture(line: str) -> bool:
    """True for anything on a first page beside its fields: marking, classification, stamp, original language."""
    return bool(
        is_limite(line)
        or line == STAMP
        or level_in_line(line)
        or (ORIGINAL.search(line) and len(ORIGINAL.sub("", line).strip()) == 0)
        or document_number.SUFFIX_LINE.fullmatch(line)
    )


_LONGEST_REST = 40
_LINES = 3
_LONGEST = 2_000  # characters; a file whose text is one line has nothing to put together
_APART = 5  # lines from the beginning of a label to its end, with values between them


def join(lines: Sequence[HeaderLine], within: int) -> list[HeaderLine]:
    """Join broken labels, each at the position of its first piece."""
    found: list[HeaderLine] = []
    lines = _split_swallowed_labels(lines, within)
    n = 0
    while n < len(lines):
        count, joined = _join_label(lines, n) if n < within else (1, [lines[n]])
        found.extend(joined)
        n += count
    return found


def _split_swallowed_labels(lines: Sequence[HeaderLine], within: int) -> list[HeaderLine]:
    """Split lines in which a broken label was taken for part of the value above it."""
    found = list(lines)
    for n in range(min(within, len(lines)) - 1, -1, -1):
        following = [line.text for line in lines[n + 1 : n + _APART]]
        while True:
            text = found[n].text
            pieces = _around(text)
            if pieces is None and len(text) <= _LONGEST and field_labels.at_start(text):
                starts = [start for rest in following for start, _, _ in _endings(rest)]
                begin = field_labels.find_begun_piece(starts, text)
                pieces = None if begin is None else (text[: begin - 1], text[begin:])
            if pieces is None:
                break
            found[n : n + 1] = [replace(lines[n], text=pieces[0]), replace(lines[n], text=pieces[1], first=False)]
            following = [pieces[1]]
    return [line for line in found if line.text]


def _around(text: str) -> tuple[str, str] | None:
    """Split a line that ends in the end of a label, with its value before it and its beginning before that."""
    words = text.split(" ")
    first = field_labels.at_start(text)
    if len(text) > _LONGEST or not text.endswith(":") or len(words) < _LINES or (first and first.end == len(text)):
        return None
    found: list[tuple[int, int, str]] = []
    for n in range(len(words) - 1, max(0, len(words) - _LINES), -1):
        for start, label, _ in _endings(" ".join(words[n:])):
            for m in range(n):
                piece = " ".join(words[m:n])
                end = field_labels.piece_end(start, piece)
                if end is not None:
                    found.append((m, m + len(start.split(" ")), f"{label}: {piece[end:].strip()}"))
    if not found:
        return None
    last, *others = sorted(found, reverse=True)
    index, _, line = next((other for other in reversed(others) if other[1] > last[0]), last)
    return " ".join(words[:index]), line


def _endings(text: str) -> list[tuple[str, str, str]]:
    """Return the possible label endings at a line: the beginning before it, the full label, and the value after it."""
    colons = [match.start() for match in re.finditer(":", text[:_LONGEST_REST])]
    return [
        (start, label, text[colon + 1 :])
        for colon in reversed(colons)
        for start, label in field_labels.ending_with(text[:colon])
    ]


def _join_label(lines: Sequence[HeaderLine], n: int) -> tuple[int, list[HeaderLine]]:
    """Return how many lines from ``n`` on contain a broken label, and the joined lines; else the first line.

    Values between its pieces, on separate lines, stay after it: a label above may need them too.
    """
    if field_labels.at_start(lines[n].text):
        return 1, [lines[n]]
    for last in range(n + 1, min(n + _LINES, len(lines))):
        for start, label, value in _endings(lines[last].text):
            values = _values([line.text for line in lines[n:last]], start)
            if values is not None:
                text = " ".join(f"{label}: {' '.join((*values, value))}".split())
                return last - n + 1, [replace(lines[n], text=text)]
    for last in range(n + 2, min(n + _APART, len(lines))):
        if field_labels.at_start(lines[last - 1].text):
            break
        for start, label, value in _endings(lines[last].text):
            if field_labels.piece_end(start, lines[n].text) == len(lines[n].text):
                rest = [replace(lines[last], text=value.strip())] if value.strip() else []
                return last - n + 1, [replace(lines[n], text=f"{label}:"), *lines[n + 1 : last], *rest]
    return 1, [lines[n]]


def _values(lines: Sequence[str], label: str) -> list[str] | None:
    """Return the text beside the pieces of a label's beginning; None if the lines do not begin with them."""
    first, *others = lines
    if not others:
        end = field_labels.piece_end(label, first)
        return None if end is None else [first[end:].strip()]
    words = label.split(" ")
    for n in range(1, len(words)):
        piece_end = field_labels.piece_end(" ".join(words[:n]), first)
        rest = _values(others, " ".join(words[n:])) if piece_end is not None else None
        if piece_end is not None and rest is not None:
            return [first[piece_end:].strip(), *rest]
    return None

"""The lines at the beginning of a document: what stands on each, and which of them are no field's value.

A stamp, a marking or a code may stand anywhere on the first page's text, between labels and values too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from delegate_desk import paths
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header import classification, document_number, field_labels

ORIGINAL = re.compile(r"\(\s*OR\.?\s*([a-z]{2})\b[^)]*\)", re.IGNORECASE)
CODE = re.compile(
    r"(?<![\w/])(?!(?:ST|SN|CM|DS|XT|XN|WK|EUCO|CG|CONV|CIG|REV|ADD|COR|DCL|INIT|AMD|EXT|DG|PE-CONS|COM|SWD|SEC|JOIN|LEX|LT)\b)"
    r"([A-Z]{1,12}(?:[/&.-](?:[A-Z]+|19\b))*(?: (?:CO|CONS|EUR(?:-PREP)?|CRP[12]?))?) ?(\d{1,4})(?![\d/.,]|[a-zà-ÿ])"
)
_FILE_ALONE = re.compile(r"\b(?:19|20)\d{2}/\d{4}\s?\([A-Z]{3}\)")
_FILE = re.compile(rf"[^:]{{0,60}}:?\s?{_FILE_ALONE.pattern}")
_PIECE = re.compile(rf"LIMITE(?=\s|$)|(?:{CODE.pattern}[\s,;]*)+")
_LIMITED = re.compile(r"\d\S* (?:.*\W)?LIMITE(?=\s|$)")
_STAMP = "PUBLIC"
_LONGEST_PIECE = 4
_FIELDS = 3  # labels
_ONE_LINE = 400
_LETTERS = re.compile(r"[\s.\-–_]+")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the beginning of a document.

    Attributes:
        block: The place of its block among all.
        first: True if it is the first of its block.
    """

    text: str
    block: int
    source_block: Block
    first: bool


def split(blocks: Sequence[Block], at_most: int) -> list[HeaderLine]:
    """The lines of the first blocks, a few more than asked for where a block has many."""
    found: list[HeaderLine] = []
    for number, block in enumerate(blocks):
        printed = f"{block.label} {block.text}" if block.label else block.text
        parts = [" ".join(part.split()) for part in printed.replace("\v", "\n").split("\n")]
        parts = [piece for part in parts if part for field in _fields(part) for piece in _columns(field)]
        found.extend(HeaderLine(part, number, block, first=n == 0) for n, part in enumerate(parts))
        if len(found) > at_most:
            break
    return found


def _fields(line: str) -> list[str]:
    """A line apart at its labels, where it holds three or more of one language, the subject's with them."""
    if line.count(":") < _FIELDS or len(line) > _ONE_LINE:
        return [line]
    labels = field_labels.within(line)
    spoken = field_labels.language([label.keys for label in labels])
    labels = [label for label in labels if spoken in label.keys]
    told = {label.meaning(spoken) for label in labels}
    if len(told) < _FIELDS or "subject" not in told or labels[0].start:
        return [line]
    starts = [label.start for label in labels]
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _columns(line: str) -> tuple[str, ...]:
    """Return the parts of a line of two columns, separated; files go last, as a suffix belongs to the number above."""
    files: list[str] = []
    others: list[str] = []
    rest = line
    if _LIMITED.search(line) and (number := document_number.leading(line)):
        others.append(number)
        rest = line[len(number) :].lstrip()
    while rest:
        piece = _FILE.match(rest) if not files else _FILE_ALONE.match(rest)
        found = piece or document_number.suffixes(rest) or _PIECE.match(rest)
        if not found:
            return (line,)
        (files if piece else others).append(found.group().strip())
        rest = rest[found.end() :].lstrip()
    pieces = [*others, " ".join(files)] if files else others
    return tuple(pieces) if others and len(pieces) > 1 else (line,)


def is_limite(line: str) -> bool:
    """True for the marking, its letters set apart or not."""
    return _LETTERS.sub("", line) == "LIMITE"


def codes(line: str) -> list[tuple[str, str]]:
    """The subject codes in a line, each with its number; the call of a footnote at a word makes none: ``SOMMAIRE1``."""
    return [(match[1], match[2]) for match in CODE.finditer(line) if not _is_call(match)]


def _is_call(match: re.Match[str]) -> bool:
    return len(match[2]) == 1 and match.group() == match[1] + match[2] and match[1] not in _known_codes()


def has_known_codes(line: str) -> bool:
    """True if any subject code in a line is known, or several stand there."""
    found = codes(line)
    return len(found) > 1 or any(code in _known_codes() for code, _ in found)


def is_codes(line: str) -> bool:
    """True for a line of nothing but subject codes."""
    rest = CODE.sub(lambda match: match.group() if _is_call(match) else "", line)
    return bool(CODE.search(line)) and not re.sub(r"[\s,;]+", "", rest)


def unnumbered_codes(line: str) -> list[str]:
    """The subject codes of a line of nothing but known codes without numbers, as agendas print them."""
    words = re.split(r"[\s,;]+", line.strip())
    return words if all(word in _known_codes() for word in words) else []


@cache
def _known_codes() -> frozenset[str]:
    table = paths.load_table("subject_codes")
    return frozenset((*table["seen"], *table["known"]))


def is_stamp(line: str) -> bool:
    """True for the stamp PUBLIC, whole."""
    return line == _STAMP


def is_stamp_piece(line: str) -> bool:
    """True for the stamp PUBLIC or a piece of it, as a tilted stamp is read: ``PU``, ``B``, ``LI``, ``C``."""
    return line == _STAMP or (len(line) <= _LONGEST_PIECE and line in _STAMP)


def is_stamped(lines: Sequence[str]) -> bool:
    """True if the stamp PUBLIC stands among lines, whole or in pieces that follow each other."""
    ends = (line.rsplit(":", 1)[-1].strip() for line in lines)  # a piece may have run into a label beside it
    pieces = [end for end in ends if is_stamp_piece(end)]
    if _STAMP in pieces:
        return True
    told = "".join(pieces)
    return _STAMP in told or sorted(told) == sorted(_STAMP)


def is_furniture(line: str) -> bool:
    """True for what stands on a first page beside its fields: marking, classification, stamp, original language."""
    return bool(
        is_limite(line)
        or line == _STAMP
        or classification.is_level(line)
        or (ORIGINAL.search(line) and len(ORIGINAL.sub("", line).strip()) == 0)
        or document_number.is_suffix(line)
    )

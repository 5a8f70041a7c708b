"""Heads and feet that are printed on the pages of Council documents and of the Official Journal."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.header import document_number, journal
from delegate_desk.parsing.header import lines as header_lines

_SERIES = r"(?:(?:ST|WK|CM|PE-CONS|XT|EUCO|CIG|CONV|EEE|SN|DS|LT|AG) )?"
_SUFFIXES = r"(?: (?:REV|ADD|COR|DCL|EXT|AMD) ?\d+(?: ?\([a-z]{2}\))?)*"
_NUMBER = rf"{_SERIES}\d{{1,5}}(?:/\d{{1,2}})?/\d{{2}}{_SUFFIXES}"
_INITIALS = r"(?=\S*[a-zß-ž])[A-Za-zÀ-ž]{1,5}(?:[/,][A-Za-zÀ-ž]{1,5}){1,5}|/[a-z]{2,3}"
_UNIT = r"DG ?[A-Z](?:(?: - | )?\d ?[A-Z]?)?|[A-Z]{2,6}\.\d{1,2}[A-Z]?(?:\.[A-Z0-9])?|[A-Z]{3,6} \d[A-Z]"
_PAGE = r"[-–]?\s?\d{1,3}\s?[-–]?"
_STAMP = re.compile(r"www\.[\w.-]+")
_PARTS = ("number", "initials", "page", "annex", "unit", "limite", "code")
_LONGEST = 100  # characters of a foot on one line
_MOST_LINES = 14  # of a broken one, blank ones counted
_OFTEN = 3
_TURN = "\f"


@cache
def _pattern() -> re.Pattern[str]:
    """The parts of a foot in the order of print: ``brief`` ones are words that only the others tell from any word."""
    annex = "|".join(re.escape(word) for word in vocabulary.terms("annex"))
    codes = "|".join(code.upper() for code in language_detection.codes())
    parts = (
        rf"(?P<number>{_NUMBER})",
        rf"(?:(?P<initials>{_INITIALS})|(?P<brief_initials>[a-z]{{2,3}}))",
        rf"(?P<page>{_PAGE})",
        rf"(?P<annex>(?:{annex})(?: (?:[IVX]{{1,5}}|\d{{1,2}}))?)",
        rf"(?:(?P<unit>{_UNIT})|(?P<brief_unit>(?!LIMITE)[A-Z]{{3,6}}))",
        r"(?P<limite>LIMITE)",
        rf"(?P<code>{codes})(?: (?P<last_page>{_PAGE}))?",
    )
    return re.compile("".join(rf"(?:{part}(?: |$))?" for part in parts))


def find(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges of page feet and of the Journal's heads and feet, from and to, in reading order.

    Args:
        lines: Those of a text, empty ones too; a form feed alone where a page ends.
    """
    level = [line if line == _TURN else " ".join(line.split()) for line in lines]
    parts = [_parts(line) for line in level]
    often = Counter(line for line, said in zip(level, parts, strict=True) if said)
    spoken = language_detection.detect("\n".join(level))[0].upper() if often else ""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(level):
        end = _end(level, parts, at)
        counted = often if found else Counter[str]()  # above the first foot a number is the header's
        while end > at and not _is_foot([said for said in parts[at:end] if said], level[at], counted, spoken):
            end = _shorter(parts, at, end)
        if end > at:
            end = _end_after_stamp(level, end)
            found.append((at, end))
        elif journal.is_running(lines[at]):
            found.append((at, at + 1))
        at = max(end, at + 1)
    return found


def is_document_number(line: str) -> bool:
    """True for a document's number with its subject codes, as lists print it: ``7264/21 CFSP/PESC 193``.

    A page's foot has the number too, and no subject code.
    """
    number = document_number.leading(line)
    return bool(number) and header_lines.is_codes(line[len(number) :].strip())


def is_part(line: str) -> bool:
    """True for a line that consists of parts of a foot, and may be one of its pieces."""
    return bool(_parts(" ".join(line.split())))


def _parts(line: str) -> tuple[str, ...]:
    """The parts of a foot that a line consists of; none where it says anything else."""
    match = _pattern().fullmatch(_STAMP.sub("", line).strip()) if len(line) <= _LONGEST else None
    groups = match.groupdict() if match else {}
    said = [part for part in _PARTS if groups.get(part) or groups.get(f"brief_{part}")]
    if groups.get("last_page"):
        said.append("page")
    if groups.get("brief_initials") or groups.get("brief_unit"):
        sure = {"number", "page"} <= set(said) or {"unit", "code"} <= set(said)
        return tuple(dict.fromkeys(said)) if sure else ()
    return tuple(dict.fromkeys(said))


def _end(level: Sequence[str], parts: Sequence[tuple[str, ...]], at: int) -> int:
    """End of a run of lines that are parts of a single footer, each part once; blank lines may stand between."""
    seen: set[str] = set()
    end = at
    for n in range(at, min(len(level), at + _MOST_LINES)):
        said = parts[n]
        if n > at and not level[n]:
            continue
        if not said or seen & set(said) or ("number" in said and n > at):
            break
        seen.update(said)
        end = n + 1
        if "code" in said:
            break
    return end


def _shorter(parts: Sequence[tuple[str, ...]], at: int, end: int) -> int:
    """The end of a run without its last line."""
    end -= 1
    while end > at and not parts[end - 1]:
        end -= 1
    return end


def _end_after_stamp(level: Sequence[str], end: int) -> int:
    """End of a footer that repeats the publisher's address below."""
    below = next((n for n in range(end, min(len(level), end + 3)) if level[n]), end)
    return below + 1 if below < len(level) and _STAMP.fullmatch(level[below]) else end


def _is_foot(run: Sequence[tuple[str, ...]], line: str, often: Counter[str], spoken: str) -> bool:
    """True if the parts that lines consist of are enough to be a foot; ``line`` is the first of them."""
    said = {part for parts in run for part in parts}
    if run[-1] == ("annex",):  # the heading of an annex that begins below
        return False
    if "initials" in said:
        return bool(said & {"number", "page"}) or {"unit", "code"} <= said
    if {"number", "page"} <= set(run[0]):
        return True
    if "code" in said:
        return bool(said - {"code", "page"}) or line.rpartition(" ")[2] == spoken
    return said in ({"unit"}, {"number"}) and often[line] >= _OFTEN

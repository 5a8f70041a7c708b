"""Heads and feet on the pages of Council documents and of the Official Journal, which are removed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import document_number, header_lines

_HEAD = 14  # blocks
_LONGEST = 160  # characters, of a line that is nothing but the Journal's
_SURE = frozenset({"name", "series", "cited", "eli"})
_FEET = (frozenset({"name"}), frozenset({"series"}), frozenset({"eli"}))
"""Parts of which a head or foot must have more than one: an act's address alone may be text."""
_PIECES = frozenset({"page", "code", "part", "issn"})
_PARTLY = 3  # kinds of things that a line begins with, to be a head without its line breaks
_SHORTEST_PART = 6  # letters
_DATE = r"\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d{2}\.?|(?:19|20)\d{2}[. ]\s?\d{1,2}[. ]\s?\d{1,2}\.?"
_NUMBER = re.compile(r"(?:[LC]/)?(?:19|20)\d{2}/\d{1,6}(?![\d/])")


@cache
def _piece() -> re.Pattern[str]:
    """Return one item printed by the Journal around an act, with the separator before the next."""
    found: set[str] = set()  # the two lines on which a page prints the Journal's name, wherever it is broken
    for name in vocabulary.terms("journal"):
        words = name.split(" ")
        for n in range(1, len(words)):
            found.update((" ".join(words[:n]), " ".join(words[n:])))
    parts = sorted((part for part in found if len(part) >= _SHORTEST_PART), key=lambda part: (-len(part), part))
    series = "|".join(_spelt(word).replace("L", "[LC]", 1) for word in vocabulary.terms("journal_series"))
    codes = "|".join(code.upper() for code in sorted(language_detection.codes()))
    return re.compile(
        rf"(?:(?P<name>{_any('journal')})"
        rf"|(?P<part>{'|'.join(map(_spelt, parts))})"
        rf"|(?P<cited>(?:{_any('journal_cited')})\s?[LC],?(?:\s[^\W\d_]{{1,4}})?\s(?:{_DATE})(?:\s?[^\W\d_]\.)?)"
        rf"|(?P<series>{series})"
        r"|(?P<eli>(?:ELI:\s*)?https?://data\.europa\.eu/eli/\S+)"
        rf"|(?P<place>[LC]\s?\d{{1,3}}(?:\s?[AEI])?/\d{{1,4}}|[LC]\s\d{{1,3}}(?!\S))"
        rf"|(?P<number>{_NUMBER.pattern})"
        rf"|(?P<date>(?:{_DATE})(?:\s?[^\W\d_]\.)?)"
        rf"|(?P<code>(?:{codes})(?!\w))"
        r"|(?P<issn>ISSN\s[\dX-]{9}(?:\s\([^)]{1,40}\))?)"
        r"|(?P<page>\d{1,4}/\d{1,4}(?![\d/])))(?=[\s|·•]|$)[\s|·•]*"
    )


def _any(key: str) -> str:
    return "|".join(map(_spelt, vocabulary.terms(key)))


def _spelt(words: str) -> str:
    """Return words as they may be printed: in capitals, with straight apostrophes or not."""
    pattern = re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s")
    return f"(?i:{pattern})" if len(words) > 4 else pattern


def separate_frame(source: SourceText) -> SourceText:
    """Return a source without the Journal's frame around the act, which is moved to the running lines as evidence."""
    head, blocks = _head(source.blocks)
    own_number = number((*head, *source.running))
    lines = [_line(block) if block.cell is None else "" for block in blocks]
    certain: set[int] = set()
    for n, line in enumerate(lines):
        is_address = own_number and len(line) <= _LONGEST and line.startswith("ELI") and f"/{own_number}/" in line
        if is_running(line) or (is_address and _kinds(line)[1] == len(line)):
            certain.add(n)
    feet = set(certain)  # and pieces directly beside them
    for n in certain if own_number else ():
        for step in (-1, 1):
            index = n + step
            while 0 <= index < len(lines) and index not in feet and lines[index]:
                kinds, end = _kinds(lines[index])
                if end < len(lines[index]) or not kinds <= _PIECES:  # more than a page number or a language
                    break
                feet.add(index)
                index += step
    if not head and not feet:
        return source
    running = (*source.running, *head, *(_line(blocks[n]) for n in sorted(feet)))
    remaining = tuple(block for n, block in enumerate(blocks) if n not in feet)
    return replace(source, blocks=remaining, running=tuple(dict.fromkeys(running)))


def is_running(line: str) -> bool:
    """True for the head or foot of a page of the Journal: ``EN  OJ L, 22.12.2023``, ``ELI: …  2/71``."""
    if len(line) > _LONGEST:
        return False
    kinds, end = _kinds(line)
    return end == len(line) and ("cited" in kinds or any(foot < kinds for foot in _FEET))


def number(lines: Sequence[str]) -> str | None:
    """Return the number in the head of an act's own page: ``2025/2031``."""
    found = (_NUMBER.search(line) for line in lines if "number" in _kinds(line)[0] and _kinds(line)[1] == len(line))
    return next((match.group() for match in found if match), None)


def _head(blocks: Sequence[Block]) -> tuple[list[str], tuple[Block, ...]]:
    """Return the lines of the head at a text's beginning, and the blocks after it.

    Without the Journal's name or series it is a head if the act after it has its number.
    """
    lines: list[str] = []
    kinds: set[str] = set()
    for n, block in enumerate(blocks[:_HEAD]):
        line = _line(block)
        found, end = _kinds(line)
        kinds |= found
        if end == len(line):
            lines.append(line)
            continue
        found, end = _kinds(line, parts=False)
        if len(found) >= _PARTLY and found & _SURE:
            rest = replace(block, runs=(TextRun(line[end:]),), begins=True)
            return [*lines, line[:end].strip()], (rest, *blocks[n + 1 :])
        numbered = number(lines)
        if lines and (kinds & _SURE or (numbered and numbered in line)):
            return lines, tuple(blocks[n:])
        break
    return [], tuple(blocks)


def _kinds(line: str, *, parts: bool = True) -> tuple[frozenset[str], int]:
    """Return the kinds of items of the Journal's frame that a line begins with, and their ends.

    A part of its name counts only if it is the whole line.
    """
    found: set[str] = set()
    end = 0
    while (match := _piece().match(line, end)) and (parts or match.lastgroup != "part"):
        found.add(match.lastgroup or "")
        end = match.end()
    return frozenset(found), end


def _line(block: Block) -> str:
    text = f"{block.label} {block.text}" if block.label else block.text
    return " ".join(text.split())


_SERIES = r"(?:(?:ST|WK|CM|PE-CONS|XT|EUCO|CIG|CONV|EEE|SN|DS|LT|AG) )?"
_SUFFIXES = r"(?: (?:REV|ADD|COR|DCL|EXT|AMD) ?\d+(?: ?\([a-z]{2}\))?)*"
_FOOT_NUMBER = rf"{_SERIES}\d{{1,5}}(?:/\d{{1,2}})?/\d{{2}}{_SUFFIXES}"
_INITIALS = r"(?=\S*[a-zß-ž])[A-Za-zÀ-ž]{1,5}(?:[/,][A-Za-zÀ-ž]{1,5}){1,5}|/[a-z]{2,3}"
_UNIT = r"DG ?[A-Z](?:(?: - | )?\d ?[A-Z]?)?|[A-Z]{2,6}\.\d{1,2}[A-Z]?(?:\.[A-Z0-9])?|[A-Z]{3,6} \d[A-Z]"
_PAGE = r"[-–]?\s?\d{1,3}\s?[-–]?"
_STAMP = re.compile(r"www\.[\w.-]+")
_PARTS = ("number", "initials", "page", "annex", "unit", "limite", "code")
_LONGEST_FOOT = 100  # characters of a foot on one line
_MOST_LINES = 14  # of a broken one, blank ones counted
_OFTEN = 3
_TURN = "\f"


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern of the parts of a foot in print order; ``brief`` ones only count beside others."""
    annex = "|".join(re.escape(word) for word in vocabulary.terms("annex"))
    codes = "|".join(code.upper() for code in language_detection.codes())
    parts = (
        rf"(?P<number>{_FOOT_NUMBER})",
        rf"(?:(?P<initials>{_INITIALS})|(?P<brief_initials>[a-z]{{2,3}}))",
        rf"(?P<page>{_PAGE})",
        rf"(?P<annex>(?:{annex})(?: (?:[IVX]{{1,5}}|\d{{1,2}}))?)",
        rf"(?:(?P<unit>{_UNIT})|(?P<brief_unit>(?!LIMITE)[A-Z]{{3,6}}))",
        r"(?P<limite>LIMITE)",
        rf"(?P<code>{codes})(?: (?P<last_page>{_PAGE}))?",
    )
    return re.compile("".join(rf"(?:{part}(?: |$))?" for part in parts))


def find(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the spans of page feet and of the Journal's heads and feet, in reading order.

    Args:
        lines: Lines of a text, including empty ones; a form feed alone at the end of a page.
    """
    texts = [line if line == _TURN else " ".join(line.split()) for line in lines]
    parts = [foot_parts(line) for line in texts]
    often = Counter(line for line, foot in zip(texts, parts, strict=True) if foot)
    language = language_detection.detect("\n".join(texts))[0].upper() if often else ""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(texts):
        end = _end(texts, parts, start)
        counts = often if found else Counter[str]()  # above the first foot a number is the header's
        while end > start and not _is_foot([foot for foot in parts[start:end] if foot], texts[start], counts, language):
            end -= 1
            while end > start and not parts[end - 1]:
                end -= 1
        if end > start:
            following = next((n for n in range(end, min(len(texts), end + 3)) if texts[n]), end)
            end = following + 1 if following < len(texts) and _STAMP.fullmatch(texts[following]) else end
            found.append((start, end))
        elif is_running(lines[start]):
            found.append((start, start + 1))
        start = max(end, start + 1)
    return found


def is_document_number(line: str) -> bool:
    """True for a number with its subject codes, as in lists, ``7264/21 CFSP/PESC 193``: a page foot has no codes."""
    number = document_number.leading(line)
    return bool(number) and header_lines.is_codes(line[len(number) :].strip())


def foot_parts(line: str) -> tuple[str, ...]:
    """Return the parts of a foot that a line consists of, perhaps one piece; empty if it contains anything else."""
    match = _pattern().fullmatch(_STAMP.sub("", line).strip()) if len(line) <= _LONGEST_FOOT else None
    groups = match.groupdict() if match else {}
    texts = [part for part in _PARTS if groups.get(part) or groups.get(f"brief_{part}")]
    if groups.get("last_page"):
        texts.append("page")
    if groups.get("brief_initials") or groups.get("brief_unit"):
        is_certain = {"number", "page"} <= set(texts) or {"unit", "code"} <= set(texts)
        return tuple(dict.fromkeys(texts)) if is_certain else ()
    return tuple(dict.fromkeys(texts))


def _end(texts: Sequence[str], parts: Sequence[tuple[str, ...]], start: int) -> int:
    """Return the end of a run of lines that form a single footer, each part once; blank lines may be between."""
    seen: set[str] = set()
    end = start
    for n in range(start, min(len(texts), start + _MOST_LINES)):
        kinds = parts[n]
        if n > start and not texts[n]:
            continue
        if not kinds or seen & set(kinds) or ("number" in kinds and n > start):
            break
        seen.update(kinds)
        end = n + 1
        if "code" in kinds:
            break
    return end


def _is_foot(run: Sequence[tuple[str, ...]], line: str, often: Counter[str], language: str) -> bool:
    """True if the parts of some lines are sufficient for a foot; ``line`` is the first of them."""
    kinds = {part for parts in run for part in parts}
    if run[-1] == ("annex",):  # the heading of an annex that begins below
        return False
    if "initials" in kinds:
        return bool(kinds & {"number", "page"}) or {"unit", "code"} <= kinds
    if {"number", "page"} <= set(run[0]):
        return True
    if "code" in kinds:
        return bool(kinds - {"code", "page"}) or line.rpartition(" ")[2] == language
    return kinds in ({"unit"}, {"number"}) and often[line] >= _OFTEN

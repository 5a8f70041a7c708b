"""Frame that the Official Journal prints around an act: name, series, number, date, page headers and footers.

Since October 2023 each act is published by itself: ``L series`` and the act's number stand in the head, where the
number of an issue and a page (``L 119/1``) stood before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.blocks import Block, SourceText, TextRun

_HEAD = 14  # blocks
_LONGEST = 160  # characters, of a line that is nothing but the Journal's
_SURE = frozenset({"name", "series", "cited", "eli"})
_FEET = (frozenset({"name"}), frozenset({"series"}), frozenset({"eli"}))
"""Of what the heads and feet of pages have more than one: an act's address alone may be text."""
_PIECES = frozenset({"page", "code", "part", "issn"})
_PARTLY = 3  # kinds of things that a line begins with, to be a head without its line breaks
_SHORTEST_PART = 6  # letters
_DATE = r"\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d{2}\.?|(?:19|20)\d{2}[. ]\s?\d{1,2}[. ]\s?\d{1,2}\.?"
_NUMBER = re.compile(r"(?:[LC]/)?(?:19|20)\d{2}/\d{1,6}(?![\d/])")


@cache
def _piece() -> re.Pattern[str]:
    """One thing that the Journal prints around an act, and what stands between two of them."""
    series = "|".join(_spelt(word).replace("L", "[LC]", 1) for word in vocabulary.terms("journal_series"))
    codes = "|".join(code.upper() for code in sorted(language_detection.codes()))
    return re.compile(
        rf"(?:(?P<name>{_any('journal')})"
        rf"|(?P<part>{'|'.join(map(_spelt, _parts()))})"
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


def _parts() -> list[str]:
    """The two lines on which a page prints the Journal's name, wherever it breaks."""
    found: set[str] = set()
    for name in vocabulary.terms("journal"):
        words = name.split(" ")
        for n in range(1, len(words)):
            found.update((" ".join(words[:n]), " ".join(words[n:])))
    return sorted((part for part in found if len(part) >= _SHORTEST_PART), key=lambda part: (-len(part), part))


def _any(key: str) -> str:
    return "|".join(map(_spelt, vocabulary.terms(key)))


def _spelt(words: str) -> str:
    """Words as they may be printed: in capitals, their apostrophes straight or not."""
    printed = re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s")
    return f"(?i:{printed})" if len(words) > 4 else printed


def separate_frame(source: SourceText) -> SourceText:
    """A source without what the Journal prints around the act, which goes to the running lines as evidence."""
    head, blocks = _head(source.blocks)
    own = number((*head, *source.running))
    feet = _feet([_line(block) if block.cell is None else "" for block in blocks], own)
    if not head and not feet:
        return source
    running = (*source.running, *head, *(_line(blocks[n]) for n in sorted(feet)))
    kept = tuple(block for n, block in enumerate(blocks) if n not in feet)
    return replace(source, blocks=kept, running=tuple(dict.fromkeys(running)))


def _feet(lines: Sequence[str], own: str | None) -> set[int]:
    """Lines that are page headers and footers: the certain ones, and pieces of them right beside."""
    sure = {n for n, line in enumerate(lines) if is_running(line) or (own and _is_address(line, own))}
    found = set(sure)
    for n in sure if own else ():
        for step in (-1, 1):
            at = n + step
            while 0 <= at < len(lines) and at not in found and _is_piece(lines[at]):
                found.add(at)
                at += step
    return found


def _is_address(line: str, number: str) -> bool:
    return len(line) <= _LONGEST and line.startswith("ELI") and f"/{number}/" in line and _kinds(line)[1] == len(line)


def _is_piece(line: str) -> bool:
    """True for a page's number or a language alone, beside a foot or a head."""
    kinds, end = _kinds(line)
    return bool(line) and end == len(line) and kinds <= _PIECES


def is_running(line: str) -> bool:
    """True for the head or the foot of one of the Journal's pages: ``EN  OJ L, 22.12.2023``, ``ELI: …  2/71``."""
    if len(line) > _LONGEST:
        return False
    kinds, end = _kinds(line)
    return end == len(line) and ("cited" in kinds or any(foot < kinds for foot in _FEET))


def number(lines: Sequence[str]) -> str | None:
    """The number that the head of an act's own page bears: ``2025/2031``."""
    found = (_NUMBER.search(line) for line in lines if "number" in _kinds(line)[0] and _kinds(line)[1] == len(line))
    return next((match.group() for match in found if match), None)


def _head(blocks: Sequence[Block]) -> tuple[list[str], tuple[Block, ...]]:
    """The lines of the head that stands at a text's beginning, and the blocks behind it.

    Without the Journal's name or series it is a head if the act behind it bears its number.
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
    """The kinds of things that a line begins with that the Journal prints around an act, and where they end.

    A part of its name is any of these only where all of the line is.
    """
    found: set[str] = set()
    at = 0
    while (match := _piece().match(line, at)) and (parts or match.lastgroup != "part"):
        found.add(match.lastgroup or "")
        at = match.end()
    return frozenset(found), at


def _line(block: Block) -> str:
    printed = f"{block.label} {block.text}" if block.label else block.text
    return " ".join(printed.split())

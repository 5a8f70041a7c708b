"""A document's own number, from its first page, its page feet or its file name."""

import re
from collections.abc import Sequence

from delegate_desk.core.documents import references
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing.header import dates
from delegate_desk.parsing.references import document_references

_SUFFIX = r"(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d{1,2}"
SUFFIXED = re.compile(rf"{_SUFFIX}(?!\d)")
_LANGUAGES = r"\((?:[A-Za-z]{2}(?:[\s,;/+&]+[A-Za-z]{2})*|[^\W\d_][^()\d.]{3,40})\)"
"""Languages to which a corrigendum or a revision applies: ``(et, lv)``, ``(all languages)``."""
SUFFIXES = rf"(?:{_SUFFIX}|INIT)(?:\s+{_SUFFIX})*(?:\s*{_LANGUAGES})?"
SUFFIX_LINE = re.compile(SUFFIXES)
"""A line that is the suffix of a number on the line above: ``REV 1``."""
_BESIDE = re.compile(rf"(?:[^\W\d_][^:\d]{{2,60}}:\s?|LIMITE\s|\(OR[^)]*\)\s)(?P<suffixes>{_SUFFIX}(?:\s+{_SUFFIX})*)")
"""Suffixes in the number's column, on one line with the text of the other column."""
_PRESS = re.compile(r"\s?\([Pp][^\W\d_]{3,9}\.?\s\d{1,4}\)")
_NUMBER = re.compile(
    r"(?:\b(?P<series>PE-CONS|ST|WK|CM|DS|SN|XT|XN|EUCO|CIG|CONV|LT|AG|EEE|BXT)[ \xa0]?)?(?<![\d/])(?P<number>\d{1,5})"
    rf"(?:/\d{{1,2}})?/(?P<year>\d{{4}}|\d{{2}})(?![\d/]|\s?\([A-Z]{{3}}\))(?:\s?(?:INIT|{_SUFFIX}(?!\d)))*"
)
_FILE = re.compile(r"(?:\d{4}/\d{4}\s?\([A-Z]{3}\)[\s,]*)+")
_OTHER = re.compile(r"LIMITE|\((?:OR|Or)\.?\s?[a-z]{2}[^)]*\)|[^\W\d_][^:\d]{2,60}\s?:")
_SCOPE = re.compile(r"\(([^\W\d_]{2,7})\)\s*(?:[^\W\d_]{1,5}[.°º]{0,2}o?\s?)?$")
_COLUMN = 100  # characters
_BARE_DIGITS = 4
_FEW_WORDS = 4
_FIRST_LINES = 15  # among which a Commission document has its number, and an act without labels


def find(
    top: Sequence[str], running: Sequence[str], named: Reference | None, *, labelled: bool = True
) -> tuple[Reference | None, float]:
    """Return the document's own number: printed above the labels, in the page feet, or in the file name.

    Without labels, a number in running text is another document's.
    """
    printed = _find_printed(top if labelled else [line for line in top if not is_running_text(line)])
    numbers = filter(None, map(find_number, running))
    at_foot = next(filter(None, map(references.parse_reference, numbers)), None)
    if printed:
        agreed = {r.family for r in (named, at_foot) if r}
        if named and named.family == printed.family and len(str(named)) > len(str(printed)):
            return named, 0.9
        return printed, 0.99 if printed.family in agreed else 0.6 if agreed else 0.95
    if at_foot:
        return at_foot, 0.8
    if named:
        return named, 0.7
    first = next(filter(None, map(references.parse_reference, top[:_FIRST_LINES])), None)
    return first, 0.8 if first else 0.3


def _find_printed(top: Sequence[str]) -> Reference | None:
    for n, line in enumerate(top):
        match = find_number(line)
        if not match:
            continue
        number = match
        rest = line.partition(match)[2]
        if suffix := _BESIDE.match(rest.lstrip()):
            number += f" {suffix['suffixes']}"
        for following in top[n + 1 : n + 5]:
            if SUFFIX_LINE.fullmatch(following):
                number += f" {following.partition('(')[0].strip()}"
            elif suffix := _BESIDE.match(following):
                number += f" {suffix['suffixes']}"
            elif not (_FILE.fullmatch(following) or re.fullmatch(_LANGUAGES, following) or _OTHER.fullmatch(following)):
                break  # no text of the other column, of two that are read as one
        if number == match:
            before = line[: line.find(match)][-_COLUMN:]
            texts = [before, *(earlier for earlier in reversed(top[max(0, n - 4) : n]) if _BESIDE.fullmatch(earlier))]
            found = (suffix for text in texts for suffix in _BESIDE.finditer(text))
            number += next((f" {suffix['suffixes']}" for suffix in found), "")
        reference = references.parse_reference(number)
        if reference:
            return reference
    return None


def leading(line: str) -> str:
    """Return the Council number that a line begins with, with its suffixes; empty if there is none."""
    match = _NUMBER.match(line)
    if match is None or find_number(line[: match.end()]) is None:
        return ""
    ending = re.match(rf"\s?{_LANGUAGES}", line[match.end() :]) or _PRESS.match(line, match.end())
    return match.group() + (ending.group() if ending else "")


def is_running_text(line: str) -> bool:
    """True for a line that mentions a number, ``comments on ST 7001/26``, and has nothing specific to a header."""
    words = line.split()
    small = [word for word in words if word.isalpha() and word.islower()]
    number = find_number(line)
    before = line.partition(number)[0].rstrip() if number else ""
    last_word = before.rpartition(" ")[2]
    leads_to_it = before.endswith("(") or (len(last_word) > 1 and last_word.isalpha() and last_word.islower())
    return (len(small) > _FEW_WORDS or leads_to_it) and not dates.is_place_line(line)


def find_number(line: str) -> str | None:
    """Return a Council number in a line; bare ones have four or five digits, to exclude fractions and dates."""
    for match in _NUMBER.finditer(line):
        is_long = len(match["number"]) >= _BARE_DIGITS and len(match["year"]) == 2
        scope = _SCOPE.search(line[: match.start()])
        is_act = scope and document_references.act_vocabulary().scope(scope[1], None) is not None
        if match["series"] or (is_long and not is_act and not references.is_act_number(match)):
            return match.group()
    return None


def at_start(text: str) -> int | None:
    """Return the end of the Council number at the start of a text, with its suffixes; None if there is none."""
    suffixed = SUFFIXED.match(text)
    match = _NUMBER.match(text)
    if match and (match["series"] or len(match["number"]) >= _BARE_DIGITS):
        return match.end()
    return suffixed.end() if suffixed else None

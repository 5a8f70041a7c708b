"""Other documents cited in a text: Council and Commission numbers, and acts in every language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents import references
from delegate_desk.core.documents.references import ActVocabulary, Reference, Suffix
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_CELEX = re.compile(
    r"(?<!\w)[0356](?P<year>(?:19|20)\d{2})(?P<kind>PC|DC|SC|JC|R|L|D|F|H)(?P<number>\d{4})(?:-\d{8})?(?![\w(])"
)
_ELI = re.compile(r"eli/(?P<kind>reg|dir|dec|reco)(?:_impl|_del)?/(?P<year>\d{4})/(?P<number>\d{1,4})(?!\d)[\w/.-]*")
_EURLEX = re.compile(
    r"(?<![\w/])(?P<series>ST|PE|CM|SN|XT)/(?P<number>\d{1,5})/(?P<year>(?:19|20)\d{2})"
    r"(?P<suffixes>(?:/INIT|/(?:REV|ADD|COR)/\d{1,2})*)(?![\w/])"
)
_ECLI = re.compile(r"(?<!\w)ECLI:EU:[CTF]:\d{4}:\d{1,5}(?!\w)")
_ACTS = {
    "R": "Regulation",
    "L": "Directive",
    "D": "Decision",
    "F": "Framework Decision",
    "H": "Recommendation",
    "reg": "Regulation",
    "dir": "Directive",
    "dec": "Decision",
    "reco": "Recommendation",
}
_PAPERS = {"PC": "COM", "DC": "COM", "SC": "SWD", "JC": "JOIN"}
_FIRST_STAFF_PAPERS = 2012  # before, they were of the series SEC
_FIRST_OF_THE_UNION = 2010
_FIRST_OF_THE_COMMUNITY = 1994


def registered_documents(text: str) -> Iterator[tuple[str, Reference, int]]:
    """Yield the documents cited by number: the words, the document, and the offset of the words."""
    for match in _CELEX.finditer(text):
        yield match.group(), celex_document(match["kind"], int(match["year"]), int(match["number"])), match.start()
    for match in _ELI.finditer(text):
        start = max(text.rfind(" ", 0, match.start()) + 1, 0)
        target = celex_document(match["kind"], int(match["year"]), int(match["number"]))
        yield text[start : match.end()].rstrip("."), target, start
    for match in _EURLEX.finditer(text):
        designation = f"{match['series']} {match['number']}/{match['year'][2:]} {match['suffixes'].replace('/', ' ')}"
        reference = references.parse_reference(designation.replace("PE ", "PE-CONS ", 1).strip())
        if reference:
            yield match.group(), reference, match.start()
    for match in _ECLI.finditer(text):
        reference = references.parse_reference(match.group())
        if reference:
            yield match.group(), reference, match.start()


def celex_document(kind: str, year: int, number: int) -> Reference:
    """Return the document for the parts of a CELEX or an ELI number."""
    if kind in _PAPERS:
        series = "SEC" if kind == "SC" and year < _FIRST_STAFF_PAPERS else _PAPERS[kind]
        return Reference(series, number, year, final=True)
    series = _ACTS[kind]
    scope = "EU" if year >= _FIRST_OF_THE_UNION else "EC" if year >= _FIRST_OF_THE_COMMUNITY else "EEC"
    return Reference(series, number, year, scope="JHA" if kind == "F" else scope)


_SUFFIXES = r"(?:\s?(?:INIT|(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d{1,2}(?![\d/])))*"
_COUNCIL = re.compile(
    r"(?:(?<!\w)(?P<series>PE-CONS|ST|WK|CM|DS|SN|XT|XN|EUCO|CIG|CONV|EEE|BXT)[ \xa0/]?)?(?<![\w/.])"
    rf"(?P<number>\d{{1,5}})/(?:(?P<revision>\d{{1,2}})/)?(?P<year>\d{{4}}|\d{{2}})(?![\d/]|\s?\([A-Z]{{3}}\)){_SUFFIXES}"
)
_MORE = re.compile(
    r"(?:\s+[A-Z][A-Z/&-]{0,11} ?\d{1,4}(?![\d/]))*"
    r"\s*(?:[+,&]|(?<=\s)(?:and|et|und|και|en|y|e|i|a|og|och|ja|és|ir|un|și|in|и|u)(?=\s))\s*"
    r"(?P<suffixes>(?:(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d{1,2}(?!\d)\s?)+)(?:\([a-z]{2}\))?"
)
_TO = re.compile(r"\s?[-–]\s?(?:(?P<kind>ADD|COR)\s?)?(?P<end>\d{1,2})(?![\d/])")
_LONGEST_RANGE = 20
_SUFFIX = re.compile(r"(REV|ADD|COR|DCL|EXT|AMD)\s?(\d{1,2})")
_COMMISSION = re.compile(
    r"(?<![\w/])(?P<series>COM|KOM|SWD|SEC|SEK|JOIN|C|СОМ|ΣΟΜ)[ \xa0]?\([ \xa0]?(?P<year>(?:19|20)\d{2})[ \xa0]?\)"
    r"[ \xa0]?(?P<number>\d{1,5})(?!\d)"
)
_COMMISSION_SLASHED = re.compile(
    r"(?<![\w/])(?P<series>COM|KOM|SWD|SEC|JOIN)/(?P<year>(?:19|20)\d{2})/(?P<number>\d{1,5})(?!\d)", re.IGNORECASE
)
_ACT = re.compile(
    r"(?:\((?P<before>[^\W\d_]{2,7})(?:,\s?[^\W\d_]{2,9})?\)\s*)?(?:(?<!\w)(?P<no>№|[^\W\d_]{1,5}[.:°º]{0,2}o?)\s?)?"
    r"(?<![\d/])(?P<first>\d{1,4})/(?P<second>\d{1,4})(?:/(?P<after>[^\W\d_]{2,7}))?(?![\d/])"
)
_BEFORE = 120
_AFTER = 24
_FAR_AFTER = 70
_SLASHED = re.compile(r"\d/\d")
_YEAR = re.compile(r"\([ \xa0]?(?:19|20)\d{2}")
_ACT_YEARS = range(1952, 2100)
_AUTHOR = re.compile(r"\([^\W\d_]{2,7}\)\s*(?:[^\W\d_]{1,5}[.:°º]{0,2}\s?)?$")


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document cited in a text: the words, and their offset."""

    text: str
    target: Reference
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def documents(text: str, language: str | None = None) -> list[CitedDocument]:
    """Return the documents that a text cites, in order, each once."""
    found: dict[str, CitedDocument] = {}
    for document in occurrences(text, language):
        found.setdefault(str(document.target), document)
    return list(found.values())


def occurrences(text: str, language: str | None = None) -> list[CitedDocument]:
    """Return all citations of documents in a text, in order."""
    found: list[CitedDocument] = []
    if _SLASHED.search(text):  # quick, before three slow patterns try each letter of most texts in vain
        found = [*_council(text), *_commission(text), *_acts(text, language)]
    elif _YEAR.search(text):
        found = list(_commission(text))
    found += (CitedDocument(words, target, start) for words, target, start in registered_documents(text))
    return sorted(found, key=lambda found: found.start)


def _council(text: str) -> Iterator[CitedDocument]:
    for match in _COUNCIL.finditer(text):
        number, before = match["number"], text[: match.start()][-_BEFORE:]
        # without a series it has four or five digits, and is no year and no act's number
        is_short = len(number) < 4 or len(match["year"]) != 2
        if match["series"] is None and (is_short or int(number) in _ACT_YEARS or _AUTHOR.search(before)):
            continue
        reference = references.parse_reference(match.group().strip())
        if reference is None:
            continue
        yield CitedDocument(match.group().strip(), reference, match.start())
        offset = match.end()
        while further := _MORE.match(text, offset):
            suffixes = tuple(Suffix(kind, int(number)) for kind, number in _SUFFIX.findall(further["suffixes"]))
            for value in _range(suffixes, text, further.end()):
                if value[0].kind == "REV" and not reference.revision:
                    target = replace(reference, revision=value[0].number, suffixes=value[1:])
                else:
                    target = replace(reference, suffixes=value)
                yield CitedDocument(further["suffixes"].strip(), target, further.start("suffixes"))
            offset = further.end()


def _range(suffixes: tuple[Suffix, ...], text: str, offset: int) -> Iterator[tuple[Suffix, ...]]:
    """Yield all members of ``ADD 1 - ADD 3``; anything else unchanged."""
    *outer, last = suffixes
    range_end = _TO.match(text, offset)
    end = int(range_end["end"]) if range_end and range_end["kind"] in (None, last.kind) else last.number
    for number in range(last.number, min(end, last.number + _LONGEST_RANGE) + 1) or [last.number]:
        yield (*outer, Suffix(last.kind, number))


def _commission(text: str) -> Iterator[CitedDocument]:
    for pattern in (_COMMISSION, _COMMISSION_SLASHED):
        for match in pattern.finditer(text):
            final = _final().match(text, match.end())
            letters = match["series"].upper()
            series = {"KOM": "COM", "SEK": "SEC", "СОМ": "COM", "ΣΟΜ": "COM"}.get(letters, letters)
            reference = Reference(series, int(match["number"]), int(match["year"]), final=final is not None)
            yield CitedDocument(text[match.start() : final.end() if final else match.end()], reference, match.start())


@cache
def _final() -> re.Pattern[str]:
    """Return a pattern of the word for a Commission document in its final form, in every language."""
    words = {word for language in paths.load_table("act_words")["final"].values() for word in language}
    return re.compile(
        rf"[ \xa0/](?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
    )


def _acts(text: str, language: str | None) -> Iterator[CitedDocument]:
    for match in _ACT.finditer(text):
        made_by = (letters for letters in (match["before"], match["after"]) if letters)
        scope = next((s for letters in made_by if (s := act_vocabulary().scope(letters, language))), None)
        if scope is None:
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start("first")]
        after = text[match.end() : match.end() + _AFTER]
        if language in _NUMBER_FIRST:  # the kind of act may follow its number, and its authors be between them
            after = re.split(r"[.,;:()\d]", text[match.end() : match.end() + _FAR_AFTER], maxsplit=1)[0]
        kinds_before, kinds_after = act_vocabulary().kinds(before), act_vocabulary().kinds(after)
        distance = len(fold(before)) - kinds_before[-1][2] if kinds_before else None
        # the kind named nearest: before the number, or after it as in Hungarian
        if kinds_after and (distance is None or (kinds_after[0][1] < distance and language in _NUMBER_FIRST)):
            kind = kinds_after[0][0]
        elif kinds_before:
            kind = kinds_before[-1][0]
        else:
            continue
        is_counted = (match["no"] and match["before"]) or (kind == "Regulation" and match["after"])
        number, year = references.act_number(kind, match["first"], match["second"], is_numbered=bool(is_counted))
        if year not in _ACT_YEARS:
            continue
        start = match.start("before") - 1 if match["before"] else match.start("first")
        yield CitedDocument(text[start : match.end()], Reference(kind, number, year, scope=scope), start)


@cache
def act_vocabulary() -> ActVocabulary:
    return ActVocabulary(paths.load_table("act_words"))


def kinds_of_act(text: str) -> list[str]:
    """Return the words for kinds of act in a text, in order; as printed where folding keeps offsets."""
    folded = fold(text)
    source = text if len(text) == len(folded) else folded
    return [source[start:end] for _, start, end in act_vocabulary().kinds(text)]


_NUMBER_FIRST = frozenset({"hu", "et", "fi", "lt", "lv", "mt"})

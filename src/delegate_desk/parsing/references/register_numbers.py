"""Documents named as registers name them: CELEX and ELI numbers, EUR-Lex's form of Council numbers, ECLI.

The sources are EUR-Lex's "How CELEX numbers are composed" and the Council conclusions on ELI and ECLI.
"""

import re
from collections.abc import Iterator

from delegate_desk.core.documents import references
from delegate_desk.core.documents.references import Reference

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


def named(text: str) -> Iterator[tuple[str, Reference, int]]:
    """The documents that a text names so: the words, the document, and where the words begin."""
    for match in _CELEX.finditer(text):
        yield match.group(), celex(match["kind"], int(match["year"]), int(match["number"])), match.start()
    for match in _ELI.finditer(text):
        start = max(text.rfind(" ", 0, match.start()) + 1, 0)
        target = celex(match["kind"], int(match["year"]), int(match["number"]))
        yield text[start : match.end()].rstrip("."), target, start
    for match in _EURLEX.finditer(text):
        printed = f"{match['series']} {match['number']}/{match['year'][2:]} {match['suffixes'].replace('/', ' ')}"
        reference = references.parse_reference(printed.replace("PE ", "PE-CONS ", 1).strip())
        if reference:
            yield match.group(), reference, match.start()
    for match in _ECLI.finditer(text):
        reference = references.parse_reference(match.group())
        if reference:
            yield match.group(), reference, match.start()


def celex(kind: str, year: int, number: int) -> Reference:
    """The document that the parts of a CELEX or an ELI number name."""
    if kind in _PAPERS:
        series = "SEC" if kind == "SC" and year < _FIRST_STAFF_PAPERS else _PAPERS[kind]
        return Reference(series, number, year, final=True)
    series = _ACTS[kind]
    scope = "EU" if year >= _FIRST_OF_THE_UNION else "EC" if year >= _FIRST_OF_THE_COMMUNITY else "EEC"
    return Reference(series, number, year, scope="JHA" if kind == "F" else scope)

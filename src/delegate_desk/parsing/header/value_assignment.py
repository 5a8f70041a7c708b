"""Assignment of values to labels on a page with all labels first and all values after them."""

import re
from collections.abc import Sequence
from dataclasses import field
from functools import cache

from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.header import dates, document_number, header_lines

COMMISSION = re.compile(r"\b(?:COM|SWD|SEC|JOIN|KOM|SEK|C)\s?\(\d{4}\)\s?\d+(?:\s+[^\W\d_]{3,8}\.?(?!\w))?")
UNKNOWN = "unknown"
_DIVIDED = re.compile(r"(?<=[^\W\d_]-)\n(?=[^\W\d_])")
_AHEAD = 4
_ARTICLES = re.compile(r"^(?:il-|az )")
_SHORT_WORD = 6
_SHORTEST_DECLINED = 4
_PERSONS_WITHIN = 300
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,7})\.$")
_ABBREVIATED = 3  # letters
_MORE_ABBREVIATED = frozenset({"prof", "dott", "gosp", "dipl", "arch", "αριθ", "prev", "preced", "mevr"})
_TITLE_WITHIN = 120  # characters after a name
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĊČĎĐĒĖĘĚĠĢĦĪĮĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩΆ-ΏА-Я"
_FIRST = rf"(?:[{_CAPITAL}]\.|[{_CAPITAL}][^\W\d_{_CAPITAL}]{{1,30}})"
_LAST = rf"[{_CAPITAL}][{_CAPITAL}’'-]{{1,40}}"
_OFFICE_FIRST = re.compile(rf"{_FIRST} (?={_FIRST} )")
_IN_OFFICE = re.compile(rf"[{_CAPITAL}]{{2}}, $")
_OFFICE = re.compile(r"(?:\s[^\W\d_]+)?\s[^\W\d_]*(?:sekret|sihteer|titk)[^\W\d_]*")
_ARTICLE = r"(?:the|a|az|la|le|les|het|de|den|die|der|an|na|el|los|las|o|as|os) |l'|(?:il|id|is|it)-"
_PARTIES = (
    "coreper_council", "coreper", "coreper_part1", "coreper_part2", "gsc", "presidency", "commission", "council",
    "delegations", "european_council",
)  # fmt: skip
_BETWEEN = re.compile(rf"(?P<codes>(?:\s+{header_lines.CODE.pattern})*)(?P<sign>[\s,;+]*(?:[-–—]\s*)?)")


@dataclass(slots=True)
class HeaderField:
    """A label of the header with its value.

    Attributes:
        key: The meaning of the label, such as ``from``; ``unknown`` if no table has it.
        is_same_line: True if the value was on the label's own line.
        guessed: True if the value was recognised by its form or position.
        blocks: The indices of its blocks.
    """

    key: str
    values: list[str] = field(default_factory=list)
    is_same_line: bool = True
    guessed: bool = False
    blocks: list[int] = field(default_factory=list)

    @property
    def value(self) -> str:
        return " ".join(_DIVIDED.sub("", "\n".join(self.values)).split())


def has_shape(key: str, text: str) -> bool:
    """True if a text has the form of a field's value; a field without a form of its own matches everything."""
    if key == "date_received":
        return dates.find_date(text) is not None
    if key == "prev_doc":
        return document_number.find_number(text) is not None
    if key == "cion_doc":
        return COMMISSION.search(text) is not None or document_number.find_number(text) is not None
    if key == "to":
        return party(text) == len(text)
    return True


def name_unknown(entries: Sequence[HeaderField]) -> None:
    """Set the meanings of unknown labels, by the form of their values, else by their position."""
    used = {entry.key for entry in entries}
    for n, entry in enumerate(entries):
        if entry.key != UNKNOWN:
            continue
        value = entry.value
        numbered = document_number.find_number(value) is not None
        if COMMISSION.search(value) and "cion_doc" not in used:
            entry.key = "cion_doc"
        elif numbered and "prev_doc" not in used:
            entry.key = "prev_doc"
        elif numbered and "cion_doc" not in used:
            entry.key = "cion_doc"
        elif not numbered and dates.find_date(value):
            entry.key = "date_received"
        elif "from" not in used and "to" in [later.key for later in entries[n + 1 :]]:
            entry.key = "from"
        elif "to" not in used and "from" in [earlier.key for earlier in entries[:n]]:
            entry.key = "to"
        entry.guessed = True
        used.add(entry.key)


def _begins_with_official(text: str) -> bool:
    persons = _persons(text)
    return bool(persons) and persons[0][0] == 0 and _end_of_council(text[persons[0][1] :]) is not None


@cache
def _courtesy() -> frozenset[str]:
    return frozenset(fold(title) for title in vocabulary.terms("courtesy"))


def is_abbreviated(text: str) -> bool:
    """True for a text that ends in an abbreviation, which ends no sentence: ``κ.``, ``M.``, ``Mr.``, ``p.``, ``J.``."""
    word = _LAST_WORD.search(text)
    if word is None:
        return False
    stem = word[1]
    short = len(stem) == 1 or (len(stem) <= _ABBREVIATED and not stem.isupper() and text[: word.start()].strip() != "")
    return short or fold(word.group()) in _courtesy() or fold(stem) in _MORE_ABBREVIATED


def is_value(pending: Sequence[HeaderField], index: int, text: str, following: Sequence[str]) -> bool:
    """True if a text is the value of the next label, not a continuation of the previous value."""
    key = pending[index].key
    shaped = key not in (UNKNOWN, "subject") and has_shape(key, text)
    if index > 0 and not shaped and pending[index - 1].key == "from":
        continues = text[:1].islower() and pending[index - 1].value.endswith(",")
        # a second signatory is below the first: a recipient of the Council is named after it
        if continues or (not _begins_with_official(text) and any(map(_begins_with_official, following[:2]))):
            return False
    if index == 0 or has_shape(key, text) or pending[index - 1].key == "date_received":
        return True
    return not any(has_shape(key, later) for later in following[: 1 if key == "to" else _AHEAD])


@cache
def _parties() -> re.Pattern[str]:
    names = {fold(name) for key in _PARTIES for name in vocabulary.terms(key)}
    patterns = (r"\ ".join(map(_inflected, name.split())) for name in sorted(names, key=len, reverse=True))
    value = rf"(?:{_ARTICLE})?(?:{'|'.join(patterns)})(?!\w)"
    return re.compile(rf"{value}(?:\s?/\s?(?:{value}|(?:{_ARTICLE})?[^\W\d_]+))?")


def _inflected(word: str) -> str:
    """Return a pattern of a word of a name in any of its cases: ``Комитета``, ``Tarybai``."""
    return rf"{re.escape(word[:-2])}\w{{0,4}}" if len(word) > _SHORT_WORD else rf"{re.escape(word)}\w{{0,2}}"


def party(text: str) -> int | None:
    """Return the end of a known sender's or recipient's name at the beginning of a text; None if there is none."""
    folded, places = fold_with_places(text[:160])
    match = _parties().match(folded)
    return places[match.end()] if match else None


def assign_run(entries: Sequence[HeaderField], run: str) -> None:
    """Assign a run of values to the labels without one, by their form; the subject takes the rest.

    Text before a value with a form that names nobody known is left to the sender as a whole.
    """
    rest = run
    pending = [entry for entry in entries if not entry.values]
    for n, entry in enumerate(pending):
        if entry is entries[-1]:
            break
        end = _end_of_value(entry.key, rest, [later.key for later in pending[n + 1 :]])
        if end:
            entry.values.append(rest[:end].strip(" ,;"))
            entry.guessed = True
            rest = rest[end:].strip()
    if rest:
        entries[-1].values.append(rest)


def _end_of_value(key: str, rest: str, later: Sequence[str]) -> int:
    """Return the length of a label's value at the beginning of a run; 0 if it cannot be determined."""
    if key in ("from", "to"):
        party_end = party(rest)
        persons = _persons(rest)
        # somebody signs for the party: ``Europos Komisijos sekretorės vardu``
        signs = party_end and persons and persons[0][0] > party_end and rest[party_end:].lstrip()[:1].islower()
        if party_end and not (key == "from" and "to" in later and signs):
            return party_end
        if key == "to" and persons and persons[0][0] == 0:
            council = _end_of_council(rest[persons[0][1] :])
            if council is not None:
                return persons[0][1] + council
        between = later[: later.index("to")] if "to" in later else later
        starts = [start for other in between if (start := _value_start(other, rest)) is not None and start > 0]
        person = _second_person(rest) if "to" in later else None
        if person:
            return min((person, *starts))
        starts += [start for other in later if (start := _value_start(other, rest)) is not None and start > 0]
        return min(starts, default=0)
    if key == "date_received":
        return dates.leading_date_end(rest)
    if key in ("prev_doc", "cion_doc", UNKNOWN):
        return _end_of_numbers(rest, commission=key != "prev_doc", listed="cion_doc" not in later)
    return 0


@cache
def _person() -> re.Pattern[str]:
    """Pattern of a person in headers, with the family name in capitals, with or without a courtesy title."""
    titles = "|".join(re.escape(title) for title in vocabulary.terms("courtesy"))
    return re.compile(rf"(?<!\w)(?:(?i:{titles})\s)?{_FIRST}(?:[ -]{_FIRST})?(?:\s{_LAST})+(?![^\W\d_])(?=[,\s]|$)")


def _persons(run: str) -> list[tuple[int, int]]:
    """Return the spans of persons in a run; an office between two of them belongs to the first person."""
    window = run[:_PERSONS_WITHIN]
    paper = COMMISSION.search(window)
    found: list[tuple[int, int]] = []
    for match in _person().finditer(window[: paper.start()] if paper else window):
        office = _OFFICE_FIRST.match(match.group()) if found and _IN_OFFICE.search(window[: match.start()]) else None
        found.append((match.start() + (office.end() if office else 0), match.end()))
    return found


def _second_person(run: str) -> int | None:
    """Return the start of the recipient: a person of the Council, or the person after the signatory.

    A single person after a short word or a comma is the signatory, not a recipient.
    """
    all_persons = _persons(run)
    persons = [(start, end) for start, end in all_persons if start > 0]
    council = [start for start, end in persons if _end_of_council(run[end:]) is not None]
    if council:
        return council[-1]
    if len(all_persons) > 1:
        return all_persons[1][0]
    for start, _ in persons:
        preceding = run[:start].rsplit(None, 1)[-1:]
        if preceding and not preceding[0].islower() and not preceding[0].endswith(","):
            return start
    return None


@cache
def _council() -> re.Pattern[str]:
    names = {_ARTICLES.sub("", fold(name)) for name in vocabulary.terms("council")}
    bent = (r"\ ".join(map(_declension_pattern, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(bent)})(?!\w)")


def _declension_pattern(word: str) -> str:
    """Return a pattern of a word in any of its cases, also with a softened beginning: ``Rady``, ``Chomhairle``."""
    if len(word) < _SHORTEST_DECLINED:
        return rf"{re.escape(word)}\w{{0,2}}"
    end = len(word) - (2 if len(word) > _SHORT_WORD else 1)
    return rf"{re.escape(word[0])}h?{re.escape(word[1:end])}\w{{0,6}}"


def _end_of_council(run: str) -> int | None:
    """Return the end of the words that assign a person to the Council: ``, Secretary-General of the Council …``."""
    head = run[:_TITLE_WITHIN]
    folded, places = fold_with_places(head)
    match = _council().search(folded)
    if match is None or not head.lstrip().startswith(","):
        return None
    end = places[match.end()]
    if _person().search(head[:end]):
        return None
    office = _OFFICE.match(run, end)
    return office.end() if office else end


def _value_start(key: str, text: str) -> int | None:
    """Return the start of the first value with a label's form in a run."""
    if key == "date_received":
        return dates.first_date_start(text)
    if key == "cion_doc":
        found = COMMISSION.search(text)
        return found.start() if found else None
    if key == "prev_doc":
        number = document_number.find_number(text)
        return text.find(number) if number else None
    return None


def _end_of_numbers(text: str, *, commission: bool, listed: bool) -> int:
    """Return the end of a list of document numbers, with their subject codes, at the beginning of a run.

    Without punctuation between two of them another list begins, unless none can follow (``listed``).
    """
    end = 0
    while True:
        between = _BETWEEN.match(text, end) if end else None
        start = between.end() if between else end
        if between and not listed and not between["sign"].strip() and not document_number.SUFFIXED.match(text, start):
            return between.end("codes")
        number = document_number.at_start(text[start:])
        paper = COMMISSION.match(text, start) if commission else None
        if number is None and paper is None:
            return between.end("codes") if between else end
        end = paper.end() if paper else start + (number or 0)

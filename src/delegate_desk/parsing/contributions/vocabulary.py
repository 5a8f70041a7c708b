"""The words for reading written contributions: headings of columns, delegations, signs for nothing.

In a colleague's file they are also the texts that Delegate Desk prints around comments: those of export_labels.json.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.documents.addresses import ProvisionLabels
from delegate_desk.core.meetings import capture_vocabulary
from delegate_desk.core.meetings.capture_vocabulary import fold_in_place
from delegate_desk.core.values import dataclass


class CommentColumn(StrEnum):
    PLACE = "place"
    SOURCE = "source"
    PROPOSAL = "proposal"
    COMMENT = "comment"
    JUSTIFICATION = "justification"
    WHO = "who"
    OTHER = "other"


_TOKEN = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_LONGEST_HEADING = 12  # maximum number of words of a column heading
_WEAK = (CommentColumn.WHO, CommentColumn.PLACE)
"""``Comments of delegations`` are comments."""
_TELLS = 0.4  # minimum share of column words in a heading; the rest names a paper or a date
_PLAIN = re.compile(r"[\s.,;:()\[\]–—-]+")


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """Meaning of a column heading."""

    column: CommentColumn
    delegations: tuple[str, ...] = ()


@cache
def _phrases(name: str) -> frozenset[str]:
    languages = paths.load_table("contribution_words")[name].values()
    return frozenset(fold_in_place(phrase) for phrases in languages for phrase in phrases)


@cache
def _headings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_columns(), key=len, reverse=True)))})(?!\w)")


@cache
def _columns() -> dict[str, CommentColumn]:
    return {
        fold_in_place(phrase): CommentColumn(column)
        for language in paths.load_table("contribution_words")["columns"].values()
        for column, phrases in language.items()
        for phrase in phrases
    }


@cache
def labels() -> ProvisionLabels:
    kinds = (language["kinds"] for name, language in paths.load_table("capture_words").items() if len(name) == 2)
    return ProvisionLabels(paths.load_table("pointer_words")["units"].values(), kinds)


def heading(text: str) -> ColumnHeading | None:
    """Return the meaning of a cell as a column heading; None if it is none."""
    plain = _PLAIN.sub(" ", fold_in_place(text)).strip()
    following = text.partition(":")[2]
    has_text = following.strip() and not _headings().search(fold_in_place(following)) and not named_alone(following)
    if not plain or len(plain.split()) > _LONGEST_HEADING or has_text:
        return None
    if delegations := named_alone(text):
        return ColumnHeading(CommentColumn.OTHER, delegations)
    found = [match[0] for match in _headings().finditer(plain)]
    if not found or sum(map(len, found)) < _TELLS * len(plain):
        return None
    columns = {_columns()[phrase] for phrase in found}
    if {CommentColumn.PROPOSAL, CommentColumn.COMMENT} <= columns:
        return ColumnHeading(CommentColumn.OTHER)
    strong = [phrase for phrase in found if _columns()[phrase] not in _WEAK] or found
    column = _columns()[max(strong, key=len)]
    named = labels().label_at(text)
    is_provision = named is not None and any(map(str.isdecimal, named.plain))  # such as ``Article 2a – new``
    return None if column is CommentColumn.PLACE and is_provision else ColumnHeading(column)


def is_general(text: str) -> bool:
    """True for the heading of general comments."""
    return _strip_number(text) in _phrases("general")


def is_specific(text: str) -> bool:
    """True for the heading under which comments by provision begin."""
    return _strip_number(text) in _phrases("specific")


def is_deletion_mark(text: str) -> bool:
    """True for a sign in place of a wording that the provision should be deleted."""
    return _strip_number(text) in _phrases("gone")


def is_nothing(text: str) -> bool:
    """True for an empty cell, dashes, ``N/A`` and the like."""
    plain = _strip_number(text)
    return not any(c.isalnum() for c in plain) or plain in _phrases("nothing")


def _strip_number(text: str) -> str:
    return re.sub(r"^(?:[ivx]+|[a-z]|\d+)[.)]\s+", "", fold_in_place(text).strip()).strip(" .:;()[]*–—-\"'")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return names of delegations and their codes; Greek names in all cases."""
    forms: dict[str, str] = {}
    for name, language in paths.load_table("capture_words").items():
        if len(name) == 2:
            for code, names in language["names"].items():
                for folded in map(fold_in_place, names):
                    stem = folded.rstrip("οαησ") + r"\w{0,3}" if name == "el" else re.escape(folded)
                    forms[stem] = code
    alternatives = "|".join(f"({form})" for form in sorted(forms, key=len, reverse=True))
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"), {str(n): forms[form] for n, form in enumerate(ordered, 1)}


@cache
def _capture() -> capture_vocabulary.CaptureVocabulary:
    return capture_vocabulary.build_vocabulary(paths.load_table("capture_words"))


def code(text: str) -> str | None:
    """Return the delegation for a code in capitals."""
    return _capture().code(text) if text.isupper() and 2 <= len(text) <= 5 else None


def named_alone(text: str) -> tuple[str, ...]:
    """Return the delegations of a text that only names delegations, such as ``Comments by Greece and Cyprus``."""
    found, rest = _find_delegations(text)
    return found if not any(fold_in_place(word) not in _phrases("around_names") for word in rest) else ()


def named_in_title(text: str) -> tuple[str, ...]:
    """Return the delegations that a title announces: ``Written comments by Greece on the first compromise``."""
    for end in range(len(text) + 1):
        if end == len(text) or not (text[end].isalnum() or text[end] in " ,/&'’.-"):
            break
    words = _TOKEN.findall(text[:end])
    best: tuple[str, ...] = ()
    for count in range(1, min(len(words), _LONGEST_HEADING) + 1):
        leading = " ".join(words[:count])
        found, rest = _find_delegations(leading)
        if any(fold_in_place(word) not in _phrases("around_names") for word in rest):
            break
        best = found if found and rest else best
    return best


def _find_delegations(text: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the delegations named in a text in order, and the words beside their names."""
    pattern, codes = _names()
    low = fold_in_place(text)
    found: list[tuple[int, str]] = []
    rest = list(text)
    for match in pattern.finditer(low):
        found.append((match.start(), codes[str(match.lastindex)]))
        rest[match.start() : match.end()] = " " * (match.end() - match.start())
    left: list[str] = []
    for match in _TOKEN.finditer("".join(rest)):
        part_codes = [code(part) for part in re.split(r"[-/]", match[0])]
        if all(part_codes):
            found += ((match.start(), value) for value in part_codes if value)
        else:
            left.append(match[0])
    return tuple(dict.fromkeys(value for _, value in sorted(found))), left


# Our own files

_CODES = r"[A-Z]{2,5}(?:, [A-Z]{2,5})*"


@dataclass(frozen=True, slots=True)
class RequestedPlace:
    """The name of a provision with a request on it as a whole.

    Attributes:
        is_move: True if it should be moved.
        is_deletion: True if it should be deleted.
        end: Offset after all of this; in code points.
    """

    name: str
    is_move: bool
    is_deletion: bool
    end: int


def own_delegation(lines: Iterable[str]) -> str | None:
    """Return the delegation of a file from the lines of its head: ``Delegation of Greece``."""
    matches = (_delegations().match(line.strip()) for line in lines)
    return next((match[0] for match in matches if match), None)


def requested_place(text: str) -> RequestedPlace | None:
    """Return the provision that a text begins with, if a request follows: ``Article 5 – to be deleted``."""
    found = (match for pattern in _places() if (match := pattern.match(text)))
    best = min(found, key=lambda match: len(match["place"]), default=None)
    if best is None:
        return None
    form = best.lastgroup or ""
    return RequestedPlace(best["place"], form.startswith("moved"), form == "deleted", best.end(form))


def joint_delegations(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a comment without the delegations that join it, and their codes: ``Jointly with: CY, MT``."""
    match = _joint().search(text)
    if match is None:
        return text, ()
    return f"{text[: match.start()]}{text[match.end() :]}".strip(), tuple(match["codes"].split(", "))


def _languages() -> Iterator[dict[str, Any]]:
    return (labels for name, labels in paths.load_table("export_labels").items() if not name.startswith("_"))


@cache
def _delegations() -> re.Pattern[str]:
    names = [
        language["words"]["delegation"].format(of=name)
        for language in _languages()
        for name in language["delegations"]["of"].values()
    ]
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _places() -> tuple[re.Pattern[str], ...]:
    """Return one pattern per form, with the request as a group named after the form."""
    patterns = []
    for labels in _languages():
        for form in ("new", "new_first", "moved", "moved_first", "deleted"):
            request = re.escape(labels["words"][f"place_{form}"].format(place="\0", after="\1"))
            pattern = request.replace("\0", rf"(?P<place>[^–]{{2,90}})(?P<{form}>").replace("\1", ".+")
            patterns.append(re.compile(f"{pattern})"))
    return tuple(patterns)


@cache
def legends() -> frozenset[str]:
    """Return the lines that explain how changes are marked."""
    words = [labels["words"] for labels in _languages()]
    return frozenset(texts[f"legend_{mark_up}"] for texts in words for mark_up in ("council", "tracked"))


@cache
def stances() -> frozenset[str]:
    return frozenset(stance for labels in _languages() for stance in labels["stances"].values())


@cache
def _joint() -> re.Pattern[str]:
    words = [language["words"] for language in _languages()]
    heads = "|".join(re.escape((texts["joint"] + texts["colon"]).strip()) for texts in words)
    return re.compile(rf"(?:(?<=\s)|^)(?:{heads})\s*(?P<codes>{_CODES})(?!\w)")

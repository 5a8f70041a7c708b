"""Texts that Delegate Desk prints in its own files around a delegation's comments, for reading a colleague's file.

The words are those of export_labels.json, in all its languages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.values import dataclass

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


def delegation(lines: Iterable[str]) -> str | None:
    """Return the delegation of a file from the lines of its head: ``Delegation of Greece``."""
    matches = (_delegations().match(line.strip()) for line in lines)
    return next((match[0] for match in matches if match), None)


def place(text: str) -> RequestedPlace | None:
    """Return the provision that a text begins with, if a request follows: ``Article 5 – to be deleted``."""
    found = (match for pattern in _places() if (match := pattern.match(text)))
    best = min(found, key=lambda match: len(match["place"]), default=None)
    if best is None:
        return None
    what = best.lastgroup or ""
    return RequestedPlace(best["place"], what.startswith("moved"), what == "deleted", best.end(what))


def joint(text: str) -> tuple[str, tuple[str, ...]]:
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
        language["words"]["delegation"].format(of=of)
        for language in _languages()
        for of in language["delegations"]["of"].values()
    ]
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _places() -> tuple[re.Pattern[str], ...]:
    """Return one pattern per form, with the request as a group named after the form."""
    made = []
    for labels in _languages():
        for form in ("new", "new_first", "moved", "moved_first", "deleted"):
            asked = re.escape(labels["words"][f"place_{form}"].format(place="\0", after="\1"))
            pattern = asked.replace("\0", rf"(?P<place>[^–]{{2,90}})(?P<{form}>").replace("\1", ".+")
            made.append(re.compile(f"{pattern})"))
    return tuple(made)


@cache
def legends() -> frozenset[str]:
    """Return the lines that explain how changes are marked."""
    return frozenset(
        labels["words"][f"legend_{mark_up}"] for labels in _languages() for mark_up in ("council", "tracked")
    )


@cache
def stances() -> frozenset[str]:
    return frozenset(stance for labels in _languages() for stance in labels["stances"].values())


@cache
def _joint() -> re.Pattern[str]:
    heads = "|".join(
        re.escape((language["words"]["joint"] + language["words"]["colon"]).strip()) for language in _languages()
    )
    return re.compile(rf"(?:(?<=\s)|^)(?:{heads})\s*(?P<codes>{_CODES})(?!\w)")
